"""How long a unit in a pursuit may be silent, and what its pursuits are told when it was silent for longer.

Silent is a unit of which no fix is used: it sends none, or none that can be used (frozen, coarse, a jump, its clock far
ahead). That contact is regained, or was lost and regained, the tracker tells with the fix that ends the silence. That
it is lost while no fix is used, only a clock can tell: the owner of the partition writes a due record among the unit's
own records, and that record alone acts, so that a replay has it too, and so that a fix which came before it is taken in
before it.

Silence is measured, and dated, by the broker's clock, from when it took the last used fix to when it took the due
record: so long as a unit's fixes are used, its own clock neither hastens nor delays that deadline. Nor is any lost
because we are behind with what Kafka has. But a hole between the times of two fixes is told with the second as lost and
regained, also where a clock that was put right made it; and after an outage of Kafka itself that was longer than the
limit, due records and the fixes that waited race into the topic, and a unit may be told lost, and regained within a
second.
"""

from collections.abc import Sequence
from dataclasses import replace as with_changes
from datetime import datetime, timedelta

from msgspec.structs import replace

from geo.contact import Contact, contact_lost
from geo.reading import micros
from geo.settings import TrackerSettings
from streams.records import Due, Fix, Output
from streams.tracking import tell
from streams.tracking.state import TrackedUnit, geo_fix

__all__ = ["SILENCE", "deadline_of", "take_due", "tell_of_silence", "tell_of_silence_ended"]

SILENCE = "silence"
"""The kind of the due record."""

_AHEAD = timedelta(seconds=1)
"""So far may the clock of who looks for deadlines be ahead of the broker's; who is farther tries until it is time."""

_NEVER_S = 31_557_600.0
"""Longer than a year is never: no date may overflow."""


def deadline_of(unit: TrackedUnit, settings: TrackerSettings) -> datetime | None:
    """When contact with the unit is lost unless a fix of it is used before; None where nothing has to be watched.

    That is so while contact is lost already, and of a unit in no pursuit, for nobody would be told. A unit of which no
    fix was ever used has no contact to lose: its pursuits were told, when it joined, that nothing is known of it.
    """
    if unit.last is None or unit.track is None or unit.track.lost or not unit.joined:
        return None
    if settings.contact_lost_after_s > _NEVER_S:
        return None
    return _limit_of(unit, unit.last, settings)


def _limit_of(unit: TrackedUnit, last: Fix, settings: TrackerSettings) -> datetime:
    """When its silence has lasted too long, by the broker's clock; `last` is its newest used fix."""
    longest_s = min(settings.contact_lost_after_s, _NEVER_S)
    return (unit.heard_at or last.received_at) + timedelta(seconds=longest_s)


def take_due(
    unit: TrackedUnit, due: Due, at: datetime, settings: TrackerSettings
) -> tuple[TrackedUnit, tuple[Output, ...]]:
    """A deadline came due: contact is lost, and every pursuit of the unit is told.

    Nothing follows where the deadline is no longer the one that stands, or has not come by the broker's clock, which
    took the due record `at` this instant.
    """
    stands = due.kind == SILENCE and due.deadline == deadline_of(unit, settings)
    if not stands or at < due.deadline - _AHEAD or unit.track is None:
        return unit, ()
    lost = replace(unit, track=with_changes(unit.track, lost=True))
    return lost, tell_of_silence(lost, lost.joined, settings)


def tell_of_silence(unit: TrackedUnit, cases: tuple[str, ...], settings: TrackerSettings) -> tuple[Output, ...]:
    """Tell these pursuits that contact with the unit is lost, if it is: also one that a silent unit has just joined."""
    if unit.track is None or not unit.track.lost or unit.last is None:
        return ()
    last = geo_fix(unit.last)
    # The same as the tracker would tell with the next fix, by name; and every pursuit is told the same instant.
    lost = contact_lost(last.unit, micros(last.observed_at), last.lat, last.lon, settings)
    return tell.contact(unit, with_changes(lost, at=_limit_of(unit, unit.last, settings)), cases)


def tell_of_silence_ended(
    before: TrackedUnit, after: TrackedUnit, told: Sequence[Contact], *, came_at: datetime, settings: TrackerSettings
) -> tuple[Output, ...]:
    """Tell the pursuits of a unit what the fix that ended its silence says of it: regained, or lost and regained.

    The tracker dates that by the unit's clock, this by the broker's: lost when the silence had lasted too long, or with
    the fix if that came before; regained with the fix, or when it was lost, if a deadline acted a little too early.

    Args:
        before: the unit before the fix.
        after: and after it.
        told: what the tracker says of the silence.
        came_at: when the broker took the fix.
        settings: how long a silence may last.
    """
    if not told or before.last is None:
        return ()
    at_most = came_at if told[0].kind == "lost" else came_at + _AHEAD
    lost_at = min(_limit_of(before, before.last, settings), at_most)
    as_it_was = {"lost": (before, lost_at), "regained": (after, max(came_at, lost_at))}
    dated = ((as_it_was[one.kind], one) for one in told)
    return tuple(
        output for (unit, at), one in dated for output in tell.contact(unit, with_changes(one, at=at), after.joined)
    )
