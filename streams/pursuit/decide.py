"""What a report means for a pursuit: the events that follow from it, in order."""

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any

from streams.ids import owner_of
from streams.pursuit import events as ev
from streams.pursuit.alerting import alerts_on_move
from streams.pursuit.approaching import alerts_on_approaches
from streams.pursuit.areas import alerts_on_areas
from streams.pursuit.arrived import Arrived
from streams.pursuit.cases import answered_by_other, merge_asked, split_asked
from streams.pursuit.commands import decide_command
from streams.pursuit.contact import ContactFact, alerts_on_contact, facts_of_contact, heard_again
from streams.pursuit.dues import decide_due
from streams.pursuit.evolve import evolve, evolve_all
from streams.pursuit.faults import alerts_on_fault, keeping_faults
from streams.pursuit.foreseeing import ForeseenFact, facts_of_approach
from streams.pursuit.late import alerts_on_late
from streams.pursuit.limits import limits_reached, stays_begun
from streams.pursuit.owning import escalations
from streams.pursuit.reach import calls_for, stops_for_all
from streams.pursuit.receipts import is_news
from streams.pursuit.refusal import is_desk
from streams.pursuit.rules import Rules
from streams.pursuit.settled import alerts_on_settled
from streams.pursuit.state import Pursuit
from streams.pursuit.terms import alerts_recarded, with_terms
from streams.pursuit.unserved import alarms_unserved
from streams.pursuit.way import is_unsettled
from streams.pursuit.way_home import way_home
from streams.records import (
    CaseAnswered,
    CaseDue,
    Crossing,
    Fault,
    MergeAsked,
    Receipt,
    Sighting,
    SplitAsked,
    UnitApproaching,
    UnitContact,
    UnitCrossed,
    UnitFixesRefused,
    UnitMoved,
    UnitPresent,
)

__all__ = ["decide"]

_MOST_AT_ONCE = 10
"""Of a presence's crossings the last ones count: each may ring, and Kafka must take all that follows as one record."""

_LONGEST = 200

_Told = ev.UnitCrossedBorder | ev.CrossingSettled
_Fact = _Told | ev.CrossingPassedOver | ev.UnitSeen | ev.UnitDescribed | ev.ForeseenDropped | ForeseenFact | ContactFact
_MOVING = (ev.UnitSeen, ev.UnitCrossedBorder, ev.CrossingSettled)
_Alerting = ev.AlertRaised | ev.AlertChanged | ev.AlertRevised


def decide(state: Pursuit | None, arrived: Arrived, rules: Rules) -> tuple[tuple[ev.Event, ...], Pursuit | None]:
    """The events that follow from this report, none where it says nothing new; and the pursuit after them.

    The same state, report and rules give the same events. A command that cannot be done gives only its refusal.
    """
    if isinstance(arrived.report, UnitMoved):  # most reports are: what comes of one is known already
        events, after = _moved(state, arrived, rules) if state else ((), None)
    else:
        events = _events(state, arrived, rules)
        after = evolve_all(state, events)
    if after is None or after is state:
        return events, after
    follows = _what_follows(state, after, arrived, rules)
    return (*events, *follows), evolve_all(after, follows)


def _events(state: Pursuit | None, arrived: Arrived, rules: Rules) -> tuple[ev.Event, ...]:
    kind = type(arrived.report)
    if kind in _BETWEEN_CASES:
        return _BETWEEN_CASES[kind](state, arrived, rules)
    if kind not in _REPORTS:
        return decide_command(state, arrived, rules)
    return () if state is None else _REPORTS[kind](state, arrived, rules)


def _what_follows(before: Pursuit | None, after: Pursuit, arrived: Arrived, rules: Rules) -> tuple[ev.Event, ...]:
    """What holds after every report: who may see, who must be called, until when somebody must answer."""
    unserved = alarms_unserved(before, after, arrived.at, rules)
    after = evolve_all(after, unserved) or after
    calls = calls_for(before, after, arrived.at, rules)
    called = evolve_all(after, calls) or after
    return (
        *unserved,
        *calls,
        *escalations(before, called, arrived.at, rules.settings),
        *stops_for_all(called, arrived.at, rules.settings),
        *_grants(after),
    )


def _grants(after: Pursuit) -> tuple[ev.VisibilityGranted, ...]:
    """An open pursuit is seen by its leading room and by every room it alerted, from the alert on."""
    if after.phase != "open":
        return ()
    entitled = {after.leading_room, after.home_room, *after.alerts} - set(after.audience)
    return tuple(ev.VisibilityGranted(recipient=room) for room in sorted(entitled))


def _present(state: Pursuit, arrived: Arrived, rules: Rules) -> tuple[ev.Event, ...]:
    """TRACK's answer to a membership: the pursuit may have been opened late, with the unit already abroad."""
    report: UnitPresent = arrived.report
    seen = report.seen
    if seen is None or not _concerned(state, report.unit) or _older_than_known(state, report):
        return ()
    crossings = (*_carried(state, report), *report.crossings)
    told = [_told(state, c, seen) for c in crossings if _counts(state, c, report)][-_MOST_AT_ONCE:]
    heard = {*state.crossings, *(fact.crossing.id for fact in told)}
    # Those that may still be settled are remembered: what comes of them later is no news of this pursuit.
    passed = [c.id for c in report.crossings if c.id not in heard and c.status != "confirmed"]
    facts: tuple[_Fact, ...] = heard_again(state, report.unit, seen, arrived.at)
    facts = (*facts, *(ev.CrossingPassedOver(crossing=crossing) for crossing in passed), *told)
    facts = (
        *_described(state, report),
        *facts,
        ev.UnitSeen(unit=report.unit, seen=seen),
        *_dropped(state, report.unit),
    )
    return _with_alerts(state, facts, arrived, rules)


def _described(state: Pursuit, report: UnitPresent) -> tuple[ev.UnitDescribed, ...]:
    """Of which service it is, and how it moves, before anything is decided by it."""
    view = state.units[report.unit]
    service = report.service or view.service
    if (view.service, view.movement) == (service, report.movement):
        return ()
    return (ev.UnitDescribed(unit=report.unit, service=service, movement=report.movement),)


def _dropped(state: Pursuit, unit: str) -> tuple[ev.ForeseenDropped, ...]:
    """What was foreseen of a unit before TRACK knew that it is in again: TRACK may never settle it."""
    is_answer = state.units[unit].seen is None
    known = any(one.approach.unit == unit for one in state.foreseen.values())
    return (ev.ForeseenDropped(unit=unit),) if is_answer and known else ()


def _told(state: Pursuit, crossing: Crossing, seen: Sighting) -> _Told:
    before = crossing.at < state.opened_at
    kind = ev.CrossingSettled if _is_unsettled(state, crossing) else ev.UnitCrossedBorder
    return kind(unit=crossing.unit, crossing=crossing, before_opening=before, seen=seen)


def _is_unsettled(state: Pursuit, crossing: Crossing) -> bool:
    way = state.ways.get(crossing.unit)
    return way is not None and is_unsettled(way, crossing.id)


def _older_than_known(state: Pursuit, report: UnitPresent) -> bool:
    """TRACK repeats itself after a crash: where a unit was before is not where it is."""
    known = state.units[report.unit].seen
    return known is not None and report.seen is not None and report.seen.observed_at < known.observed_at


def _counts(state: Pursuit, crossing: Crossing, report: UnitPresent) -> bool:
    """A crossing since the unit joined counts; an earlier one only where it explains where the unit is now.

    One that was told before counts where it is settled, and where it explains how a unit that came back is abroad.
    """
    if _is_unsettled(state, crossing):
        return crossing.status != "possible"
    if crossing.status == "withdrawn":
        return False
    if crossing.id in state.crossings:
        return state.units[report.unit].seen is None and _explains(crossing, report, owner_of(state.case))
    since = max(state.opened_at, state.units[report.unit].joined_at)
    return crossing.at >= since or _explains(crossing, report, owner_of(state.case))


def _explains(crossing: Crossing, report: UnitPresent, home: str) -> bool:
    """Whether the unit is abroad in a state that it entered by this crossing, and by none after it."""
    if crossing.late or report.seen is None:
        return False
    after = (c for c in report.crossings if c.at > crossing.at and c.status != "withdrawn" and not c.late)
    entered_again = {state for later in after for state in later.entered}
    return bool(set(crossing.entered) & set(report.seen.territory) - {home} - entered_again)


def _carried(state: Pursuit, report: UnitPresent) -> tuple[Crossing, ...]:
    """The way in of a unit that came from another pursuit: TRACK may have forgotten it, that pursuit has not."""
    view, told = state.units[report.unit], {crossing.id for crossing in report.crossings}
    last = view.last_crossing
    if last is None or view.seen is not None or last.id in told or last.id in state.crossings:
        return ()
    return (last,) if _explains(last, report, owner_of(state.case)) else ()


def _crossed(state: Pursuit, arrived: Arrived, rules: Rules) -> tuple[ev.Event, ...]:
    """A crossing told for the first time, or settled. An older word on it, or the same again, says nothing new."""
    report: UnitCrossed = arrived.report
    crossing = report.crossing
    if not _concerned(state, report.unit):
        return ()
    known, possible = crossing.id in state.crossings, crossing.status == "possible"
    if _is_unsettled(state, crossing):
        facts: tuple[_Fact, ...] = () if possible else (_told(state, crossing, report.seen),)
    elif known or crossing.status == "withdrawn":
        passed = () if known else (ev.CrossingPassedOver(crossing=crossing.id),)
        facts = passed if possible else (*passed, *_where_it_is(state, report))
    else:
        facts = (_told(state, crossing, report.seen),)
    return _with_alerts(state, facts, arrived, rules)


def _where_it_is(state: Pursuit, report: UnitCrossed) -> tuple[ev.UnitSeen, ...]:
    """Of a crossing that was not told as possible here, or is final, only where the unit is now can be news."""
    known = state.units[report.unit].seen
    newer = known is not None and report.seen.observed_at > known.observed_at
    return (ev.UnitSeen(unit=report.unit, seen=report.seen),) if newer else ()


def _approaching(state: Pursuit, arrived: Arrived, rules: Rules) -> tuple[ev.Event, ...]:
    """A state is about to be entered, or that is told anew, or settled."""
    report: UnitApproaching = arrived.report
    if not _concerned(state, report.unit):
        return ()
    return _with_alerts(state, facts_of_approach(state, report, rules), arrived, rules)


def _moved(state: Pursuit, arrived: Arrived, rules: Rules) -> tuple[tuple[ev.Event, ...], Pursuit]:
    """A unit has driven on: its limits have run, and the next room inside the state may be concerned."""
    report: UnitMoved = arrived.report
    known = state.units[report.unit].seen if _concerned(state, report.unit) else None
    if known is None or report.seen.observed_at <= known.observed_at:
        return (), state
    seen, after = _judged(state, (ev.UnitSeen(unit=report.unit, seen=report.seen),), arrived, rules)
    areas = with_terms(after, keeping_faults(after, alerts_on_areas(after, arrived.at, rules)), rules)
    there = _certain(evolve_all(after, areas))
    if not areas:
        return seen, there
    # A room whose area was left may wait for another unit.
    foretold = with_terms(there, keeping_faults(there, alerts_on_approaches(there, arrived.at, rules)), rules)
    return (*seen, *areas, *foretold), _certain(evolve_all(there, foretold))


def _contact(state: Pursuit, arrived: Arrived, rules: Rules) -> tuple[ev.Event, ...]:
    """Contact with a unit is lost, or regained."""
    report: UnitContact = arrived.report
    if not _concerned(state, report.unit):
        return ()
    return _with_alerts(state, facts_of_contact(state, report), arrived, rules)


def _concerned(state: Pursuit, unit: str) -> bool:
    return state.phase == "open" and unit in state.units and state.units[unit].active


def _with_alerts(state: Pursuit, facts: Iterable[_Fact], arrived: Arrived, rules: Rules) -> tuple[ev.Event, ...]:
    """Each fact, followed by what it means for every room."""
    return _judged(state, facts, arrived, rules)[0]


def _judged(
    state: Pursuit, facts: Iterable[_Fact], arrived: Arrived, rules: Rules
) -> tuple[tuple[ev.Event, ...], Pursuit]:
    """Each fact, followed by what it means, judged on the state that the one before left; and the state after all."""
    events: tuple[ev.Event, ...] = ()
    for fact in facts:
        after = _certain(evolve(state, fact))
        stays = stays_begun(after, fact.unit, arrived.at, rules) if isinstance(fact, _MOVING) else ()
        after = _certain(evolve_all(after, stays))
        recarded = alerts_recarded(state, after, stays, arrived.at)
        after = _certain(evolve_all(after, recarded))
        alerts = with_terms(after, keeping_faults(after, _consequences(state, after, fact, arrived.at, rules)), rules)
        alerted = _certain(evolve_all(after, alerts))
        settled = fact.approach if isinstance(fact, ev.ApproachSettled) else None
        foretold = keeping_faults(alerted, alerts_on_approaches(alerted, arrived.at, rules, settled))
        foreseen = with_terms(alerted, foretold, rules)
        foretold_all = _certain(evolve_all(alerted, foreseen))
        reached = _at_the_end(foretold_all, fact, arrived, rules)
        events += (fact, *stays, *recarded, *alerts, *foreseen, *reached)
        state = _certain(evolve_all(foretold_all, reached))
    return events, state


def _at_the_end(after: Pursuit, fact: _Fact, arrived: Arrived, rules: Rules) -> tuple[ev.Event, ...]:
    """Limits that are reached where the unit is now; and whether a unit that was on its way home is there."""
    if not isinstance(fact, _MOVING):
        return ()
    reached = limits_reached(after, fact.unit, arrived.at, rules)
    return (*reached, *way_home(after, fact.unit, arrived.at, rules.settings))


def _consequences(before: Pursuit, after: Pursuit, fact: _Fact, at: datetime, rules: Rules) -> tuple[_Alerting, ...]:
    match fact:
        case ev.UnitSeen():
            return alerts_on_move(before, after, fact, at, rules)
        case ev.CrossingSettled():
            return alerts_on_settled(before, after, fact, at, rules)
        case ev.UnitCrossedBorder() if fact.crossing.late:
            return alerts_on_late(after, fact, at, rules)
        case ev.UnitCrossedBorder():
            return alerts_on_move(before, after, fact, at, rules)
        case ev.ContactLost() | ev.ContactRegained():
            return alerts_on_contact(after, at)
        case _:
            return ()


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
    params = {
        "code": refused.code,
        "field": refused.field,
        "expected": refused.expected[:_LONGEST],
        "got": refused.got[:_LONGEST],
        "count": str(refused.count),
    }
    fact = ev.FixesWereRefused(
        unit=report.unit, id=refused.id, text=text[:500], at=refused.at, room=report.room, params=params
    )
    return (fact,)


def _fault(state: Pursuit, arrived: Arrived, _rules: Rules) -> tuple[ev.Event, ...]:
    """A fault rings once, however often it is told: whoever acknowledged it is not asked again."""
    report: Fault = arrived.report
    if report.id in state.heard:
        return ()
    fact = ev.FaultReported(id=report.id, unit=report.unit, reason=report.reason, at=arrived.at)
    return (fact, *alerts_on_fault(state, report.reason, arrived.at))


def _receipt(state: Pursuit, arrived: Arrived, _rules: Rules) -> tuple[ev.Event, ...]:
    """The first receipt of a kind per room and revision counts; none ever makes a revision.

    A crew's telephone in a room's name is no desk of it.
    """
    report: Receipt = arrived.report
    room = report.by.room or ""
    alert = state.alerts.get(room) if is_desk(report.by) else None
    known = alert is not None and alert.id == report.alert and 1 <= report.revision <= alert.revision
    if not known or not is_news(state, room, report.revision, report.kind):
        return ()
    at = arrived.at
    return (ev.Notified(room=room, revision=report.revision, kind=report.kind, console=report.console, at=at),)


def _due(state: Pursuit, arrived: Arrived, rules: Rules) -> tuple[ev.Event, ...]:
    return decide_due(state, arrived, rules)


_REPORTS: dict[type, Callable[[Pursuit, Any, Rules], tuple[ev.Event, ...]]] = {
    UnitPresent: _present,
    UnitCrossed: _crossed,
    UnitApproaching: _approaching,
    UnitContact: _contact,
    UnitFixesRefused: _refused,
    Fault: _fault,
    Receipt: _receipt,
    CaseDue: _due,
}
_BETWEEN_CASES: dict[type, Callable[[Pursuit | None, Any, Rules], tuple[ev.Event, ...]]] = {
    MergeAsked: merge_asked,
    SplitAsked: split_asked,
    CaseAnswered: answered_by_other,
}
