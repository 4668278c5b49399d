"""What a report means for a pursuit: the events that follow from it, in order."""

from collections.abc import Callable, Iterable
from typing import Any

from streams.ids import owner_of
from streams.pursuit import events as ev
from streams.pursuit.alerting import alerts_on_fault, alerts_on_move
from streams.pursuit.arrived import Arrived
from streams.pursuit.commands import decide_command
from streams.pursuit.deadlines import decide_due
from streams.pursuit.evolve import evolve, evolve_all
from streams.pursuit.rules import Rules
from streams.pursuit.state import Pursuit
from streams.records import (
    CaseDue,
    Crossing,
    Fault,
    Receipt,
    UnitCrossed,
    UnitFixesRefused,
    UnitPresent,
)

__all__ = ["decide"]

_MOST_AT_ONCE = 10
"""Of a presence's crossings the last ones count: each may ring, and Kafka must take all that follows as one record."""

_Facts = Iterable[ev.UnitCrossedBorder | ev.UnitSeen]


def decide(state: Pursuit | None, arrived: Arrived, rules: Rules) -> tuple[ev.Event, ...]:
    """The events that follow from this report; none where it says nothing new.

    The same state, report and rules give the same events. A command that cannot be done gives only its refusal.
    """
    handler = _REPORTS.get(type(arrived.report))
    if handler is None:
        events = decide_command(state, arrived, rules)
    else:
        events = () if state is None else handler(state, arrived, rules)
    return (*events, *_grants(evolve_all(state, events)))


def _grants(after: Pursuit | None) -> tuple[ev.VisibilityGranted, ...]:
    """An open pursuit is seen by its leading room and by every room it alerted, from the alert on."""
    if after is None or after.phase != "open":
        return ()
    entitled = {after.leading_room, *after.alerts} - set(after.audience)
    return tuple(ev.VisibilityGranted(recipient=room) for room in sorted(entitled))


def _present(state: Pursuit, arrived: Arrived, rules: Rules) -> tuple[ev.Event, ...]:
    """TRACK's answer to a membership: the pursuit may have been opened late, with the unit already abroad."""
    report: UnitPresent = arrived.report
    if report.seen is None or not _concerned(state, report.unit) or _older_than_known(state, report):
        return ()
    counting = [c for c in report.crossings if _counts(state, c, report)][-_MOST_AT_ONCE:]
    facts: list[ev.UnitCrossedBorder | ev.UnitSeen] = [
        ev.UnitCrossedBorder(unit=c.unit, crossing=c, before_opening=c.at < state.opened_at, seen=report.seen)
        for c in counting
    ]
    return _with_alerts(state, [*facts, ev.UnitSeen(unit=report.unit, seen=report.seen)], arrived, rules)


def _older_than_known(state: Pursuit, report: UnitPresent) -> bool:
    """TRACK repeats itself after a crash: where a unit was before is not where it is."""
    known = state.units[report.unit].seen
    return known is not None and report.seen is not None and report.seen.observed_at < known.observed_at


def _counts(state: Pursuit, crossing: Crossing, report: UnitPresent) -> bool:
    """A crossing since the opening always counts; an earlier one only where it explains where the unit is now."""
    if crossing.id in state.crossings or report.seen is None:
        return False
    if crossing.at >= state.opened_at:
        return True
    here = set(crossing.entered) & (set(report.seen.territory) - {owner_of(state.case)})
    entered_again = {s for later in report.crossings if later.at > crossing.at for s in later.entered}
    return bool(here - entered_again)


def _crossed(state: Pursuit, arrived: Arrived, rules: Rules) -> tuple[ev.Event, ...]:
    report: UnitCrossed = arrived.report
    crossing = report.crossing
    if crossing.id in state.crossings or not _concerned(state, report.unit):
        return ()
    before = crossing.at < state.opened_at
    fact = ev.UnitCrossedBorder(unit=report.unit, crossing=crossing, before_opening=before, seen=report.seen)
    return _with_alerts(state, [fact], arrived, rules)


def _concerned(state: Pursuit, unit: str) -> bool:
    return state.phase == "open" and unit in state.units and state.units[unit].active


def _with_alerts(state: Pursuit, facts: _Facts, arrived: Arrived, rules: Rules) -> tuple[ev.Event, ...]:
    """Each fact, followed by what it means for every room; each judged on the state the one before left."""
    events: tuple[ev.Event, ...] = ()
    for fact in facts:
        after = _certain(evolve(state, fact))
        consequences = alerts_on_move(state, after, fact, arrived.at, rules)
        events += (fact, *consequences)
        state = _certain(evolve_all(after, consequences))
    return events


def _certain(state: Pursuit | None) -> Pursuit:
    if state is None:
        message = "an open pursuit never evolves into none"
        raise AssertionError(message)
    return state


def _refused(state: Pursuit, arrived: Arrived, _rules: Rules) -> tuple[ev.Event, ...]:
    report: UnitFixesRefused = arrived.report
    refused = report.refused
    if not _concerned(state, report.unit) or refused.id in state.heard:
        return ()
    text = f"{refused.count} x {refused.code}: {refused.field}: expected {refused.expected}, got {refused.got}"
    return (ev.FixesWereRefused(unit=report.unit, id=refused.id, text=text[:500], at=refused.at, room=report.room),)


def _fault(state: Pursuit, arrived: Arrived, _rules: Rules) -> tuple[ev.Event, ...]:
    """A fault rings once, however often it is told: whoever acknowledged it is not asked again."""
    report: Fault = arrived.report
    if report.id in state.heard:
        return ()
    fact = ev.FaultReported(id=report.id, unit=report.unit, reason=report.reason, at=arrived.at)
    return (fact, *alerts_on_fault(state, report.reason, arrived.at))


def _receipt(state: Pursuit, arrived: Arrived, _rules: Rules) -> tuple[ev.Event, ...]:
    """The first receipt of a kind per room and revision counts; none ever makes a revision."""
    report: Receipt = arrived.report
    room = report.by.room or ""
    alert = state.alerts.get(room)
    known = alert is not None and alert.id == report.alert and 1 <= report.revision <= alert.revision
    if not known or f"{room}|{report.revision}|{report.kind}" in state.receipts:
        return ()
    at = arrived.at
    return (ev.Notified(room=room, revision=report.revision, kind=report.kind, console=report.console, at=at),)


def _due(state: Pursuit, arrived: Arrived, rules: Rules) -> tuple[ev.Event, ...]:
    report: CaseDue = arrived.report
    return decide_due(state, report, arrived.at, rules.settings)


_REPORTS: dict[type, Callable[[Pursuit, Any, Rules], tuple[ev.Event, ...]]] = {
    UnitPresent: _present,
    UnitCrossed: _crossed,
    UnitFixesRefused: _refused,
    Fault: _fault,
    Receipt: _receipt,
    CaseDue: _due,
}
