"""What it means that contact with a unit is lost, or regained: every room whose alert goes on reads it, quietly.

Nothing is concluded from silence. An alert stays what it is, an approach is not withdrawn however long it is overdue:
a unit of which there is no position may be over the border. What ends it is contact, or a person.
"""

from collections.abc import Iterable
from datetime import datetime

from streams.pursuit import events as ev
from streams.pursuit.state import Pursuit, silence_id
from streams.records import Sighting, UnitContact, UnitView

__all__ = ["ContactFact", "alerts_on_contact", "facts_of_contact", "heard_again"]

ContactFact = ev.ContactLost | ev.ContactRegained

_GOING_ON = {"approaching", "entered", "departed", "fault"}


def facts_of_contact(state: Pursuit, report: UnitContact) -> tuple[ContactFact, ...]:
    """The event of a report on a unit that is in the open pursuit; none where it says nothing new.

    A silence that is over stays over, and one that began before the silence that goes on is older news: so reports may
    come again, and in any order. The clock of a unit may have been put back, so that a later silence seems to have
    begun before one that is over: it counts.
    """
    if silence_id(report.unit, report.silent_since) in state.silences:
        return ()
    known = state.units[report.unit].silent_since
    if report.kind == "lost" and known is not None and report.silent_since <= known:
        return ()
    kind = ev.ContactLost if report.kind == "lost" else ev.ContactRegained
    return (kind(unit=report.unit, at=report.happened_at, silent_since=report.silent_since, seen=report.seen),)


def heard_again(state: Pursuit, unit: str, seen: Sighting, at: datetime) -> tuple[ev.ContactRegained, ...]:
    """A sighting of later than the silence began ends it: should TRACK have forgotten it, nobody else will.

    That is told by the broker's clock, which took the sighting `at` this instant, as TRACK tells it.
    """
    since = state.units[unit].silent_since
    if since is None or seen.observed_at <= since:
        return ()
    return (ev.ContactRegained(unit=unit, at=at, silent_since=since, seen=seen),)


def alerts_on_contact(after: Pursuit, at: datetime) -> tuple[ev.AlertChanged, ...]:
    """Every alert that goes on and does not say of the pursuit's units who is silent now; none rings for it.

    What is over stands as it was: its age is that of its end.
    """
    now = _silent(after.units.values())
    return tuple(
        ev.AlertChanged(room=room, phase=alert.phase, priority=alert.priority, at=at)
        for room, alert in sorted(after.alerts.items())
        if alert.phase in _GOING_ON and _silent(alert.units) != now
    )


def _silent(units: Iterable[UnitView]) -> dict[str, datetime]:
    return {view.unit: view.silent_since for view in units if view.active and view.silent_since}
