"""How long a unit in a pursuit may be silent, and what its pursuits are told when it was silent for longer.

That contact is regained, or was lost and regained, the tracker tells with the fix that ends the silence. That it is
lost while no fix comes, only a clock can tell: the owner of the partition writes a due record among the unit's own
records, and that record alone acts, so that a replay has it too, and so that a fix which came before it is taken in
before it. Silence is measured by the broker's clock, between what it took last of the unit and the due record: a unit
whose own clock is wrong is not lost while it speaks, nor is any while only we are behind.
"""

from dataclasses import replace as with_changes
from datetime import datetime, timedelta

from msgspec.structs import replace

from geo.contact import contact_lost
from geo.reading import micros
from geo.settings import TrackerSettings
from streams.records import Due, Output
from streams.tracking import tell
from streams.tracking.state import TrackedUnit, geo_fix

__all__ = ["SILENCE", "deadline_of", "take_due", "tell_of_silence"]

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
    return (unit.heard_at or unit.last.received_at) + timedelta(seconds=settings.contact_lost_after_s)


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
    # The same as the tracker would tell with the next fix, name and all.
    lost = contact_lost(last.unit, micros(last.observed_at), last.lat, last.lon, settings)
    return tell.contact(unit, lost, cases)
