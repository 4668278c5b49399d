"""What people may order: each command is checked against the pursuit and its sender, done, or refused with why."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from streams.ids import owner_of
from streams.pursuit import events as ev
from streams.pursuit.answered import first_answer, is_of_another
from streams.pursuit.arrived import Arrived
from streams.pursuit.cases import UNITS_AT_MOST
from streams.pursuit.closing import close
from streams.pursuit.deadlines import next_memberships, next_question
from streams.pursuit.evolve import evolve
from streams.pursuit.instants import given_at
from streams.pursuit.ordering import decide_order
from streams.pursuit.parting import alerts_without
from streams.pursuit.refusal import (
    Refusal,
    check_desk,
    check_may_speak_for,
    check_revision,
    own_alert,
    running,
    unknown,
)
from streams.pursuit.rules import Rules
from streams.pursuit.sight import seen_by
from streams.pursuit.state import Answer, Pursuit
from streams.records import Account, Acknowledge, Close, JoinUnit, LeaveUnit, Open, Ordered

__all__ = ["decide_command"]


def decide_command(state: Pursuit | None, arrived: Arrived, rules: Rules) -> tuple[ev.Event, ...]:
    """The events of a command and its answer; a repeat gets the first answer and changes nothing.

    Where there is no pursuit, or none that the sender may see, no answer can be kept: a command refused for that reason
    is judged anew when it comes again.
    """
    report, sender = arrived.report, _sender(arrived.report.by)
    number = state.number + 1 if state else 1
    events: tuple[ev.Event, ...] = ()
    answer = first_answer(state, report.id, sender) if state else None
    if answer is None:
        try:
            events = _done(state, arrived, rules)
            answer = Answer(accepted=True, code="done", number=number, sender=sender)
        except Refusal as refusal:
            answer = _refused(refusal, report.by, number)
    return (*events, ev.CommandAnswered(command=report.id, by=report.by, answer=answer))


def _done(state: Pursuit | None, arrived: Arrived, rules: Rules) -> tuple[ev.Event, ...]:
    """The events of a command that is new.

    Raises:
        Refusal: it cannot be done; says why.
    """
    report = arrived.report
    seen = seen_by(state, report)
    if seen is not None and is_of_another(seen, report.id, _sender(report.by)):
        reason = f"{report.id} names a command of somebody else: expected an id of one's own"
        raise Refusal(code="known_command", reason=reason, name=report.id)
    return _COMMANDS[type(report)](state if isinstance(report, Open) else seen, arrived, rules)


def _sender(by: Account) -> str:
    """Who sent a command, whichever desk or telephone they sit at when they send it again."""
    return by.unit or f"{by.name}|{by.room}"


def _refused(refusal: Refusal, by: Account, number: int) -> Answer:
    return Answer(
        accepted=False,
        code=refusal.code,
        reason=refusal.reason[:500],
        params=refusal.params,
        number=number,
        sender=_sender(by),
    )


def _open(state: Pursuit | None, arrived: Arrived, rules: Rules) -> tuple[ev.Event, ...]:
    report: Open = arrived.report
    _may_open(report)
    if state is not None:
        raise _taken(state, report)
    opened_at = _said_at(arrived)
    opened = ev.Opened(
        case=report.case,
        mode=report.mode,
        leading_room=report.room,
        opened_at=opened_at,
        by=report.by,
        purpose=report.purpose,
        guard=arrived.place,
    )
    joined = (ev.UnitCame(unit=unit, at=opened_at, by=report.by) for unit in sorted(set(report.units)))
    settings = rules.settings
    return (opened, *joined, next_memberships(arrived.at, settings), next_question(arrived.at, settings))


def _taken(state: Pursuit, report: Open) -> Refusal:
    """Who may not see the pursuit that has this number reads that the number is taken, and nothing else of it."""
    if seen_by(state, report) is None:
        return Refusal(code="known_case", reason=f"{report.case} is taken: choose another number", case=report.case)
    at = state.opened_at.isoformat()
    reason = f"{report.case} was opened at {at} by {state.opened_by}"
    return Refusal(code="already_open", reason=reason, case=report.case, at=at, by=state.opened_by)


def _said_at(arrived: Arrived) -> datetime:
    """When a command was given: by a unit's clock, which its door corrected, but never in the future.

    A desk's clock is shown, never used: behind, it would make a crossing of earlier one of the pursuit.
    """
    report = arrived.report
    return given_at(report.happened_at, arrived.at) if report.by.role == "unit" else arrived.at


def _may_open(report: Open) -> None:
    """A crew opens for itself, a desk for units of its state; each in its own state and under its own room."""
    by, case = report.by, report.case
    if owner_of(case) != by.state:
        reason = f"expected a case of {by.state}, got {case}"
        raise Refusal(code="wrong_state", reason=reason, expected=by.state, got=owner_of(case))
    if by.role != "unit":
        check_desk(by)
    if by.room != report.room:
        reason = f"expected the sender's room {by.room}, got {report.room}"
        raise Refusal(code="wrong_room", reason=reason, expected=by.room or "", got=report.room)
    if by.role == "unit" and report.units != (by.unit,):
        units = ", ".join(report.units)
        reason = f"a unit opens for itself: expected {by.unit}, got {units or 'no unit'}"
        raise Refusal(code="wrong_unit", reason=reason, expected=by.unit or "", got=units)
    _check_room_for(len(set(report.units)), case)
    for unit in report.units:
        check_may_speak_for(by, unit)


def _check_room_for(units: int, case: str) -> None:
    if units > UNITS_AT_MOST:
        reason = f"expected at most {UNITS_AT_MOST} units in {case}, those that left included, got {units}"
        raise Refusal(code="too_many_units", reason=reason, case=case, expected=str(UNITS_AT_MOST), got=str(units))


def _join(state: Pursuit | None, arrived: Arrived, _rules: Rules) -> tuple[ev.Event, ...]:
    report: JoinUnit = arrived.report
    pursuit = running(state, report.case)
    check_may_speak_for(report.by, report.unit)
    if report.unit in pursuit.units and pursuit.units[report.unit].active:
        reason = f"{report.unit} is already in {report.case}"
        raise Refusal(code="already_joined", reason=reason, case=report.case, unit=report.unit)
    if report.mode != pursuit.mode:
        reason = f"{report.case} is {pursuit.mode}, got {report.mode}"
        raise Refusal(code="wrong_mode", reason=reason, expected=pursuit.mode, got=report.mode)
    _check_room_for(len({*pursuit.units, report.unit}), report.case)
    return (ev.UnitCame(unit=report.unit, at=_said_at(arrived), by=report.by),)


def _leave(state: Pursuit | None, arrived: Arrived, rules: Rules) -> tuple[ev.Event, ...]:
    report: LeaveUnit = arrived.report
    pursuit = running(state, report.case)
    check_may_speak_for(report.by, report.unit)
    if report.unit not in pursuit.units or not pursuit.units[report.unit].active:
        reason = f"{report.unit} is not in {report.case}"
        raise Refusal(code="not_joined", reason=reason, case=report.case, unit=report.unit)
    went = ev.UnitWent(unit=report.unit, at=_said_at(arrived), by=report.by)
    return (went, *alerts_without(evolve(pursuit, went) or pursuit, arrived.at, rules))


def _acknowledge(state: Pursuit | None, arrived: Arrived, _rules: Rules) -> tuple[ev.Event, ...]:
    report: Acknowledge = arrived.report
    if state is None:
        raise unknown(report.case)
    alert = own_alert(state, report.by)
    if alert.id != report.alert:
        reason = f"{alert.room} has no alert {report.alert}"
        raise Refusal(code="unknown_alert", reason=reason, case=state.case, room=alert.room)
    if alert.acknowledged is not None:
        by, at = alert.acknowledged.by.name, alert.acknowledged.at.isoformat()
        raise Refusal(code="already_acknowledged", reason=f"already acknowledged by {by} at {at}", by=by, at=at)
    check_revision(alert, report.revision)
    return (ev.Acknowledged(room=alert.room, revision=report.revision, by=report.by, at=arrived.at),)


def _close(state: Pursuit | None, arrived: Arrived, rules: Rules) -> tuple[ev.Event, ...]:
    report: Close = arrived.report
    pursuit = running(state, report.case)
    return close(pursuit, report.by, report.reason, arrived, rules)


def _order(state: Pursuit | None, arrived: Arrived, rules: Rules) -> tuple[ev.Event, ...]:
    report: Ordered = arrived.report
    return decide_order(state, report.order, arrived, rules)


_COMMANDS: dict[type, Callable[[Pursuit | None, Any, Rules], tuple[ev.Event, ...]]] = {
    Open: _open,
    JoinUnit: _join,
    LeaveUnit: _leave,
    Acknowledge: _acknowledge,
    Close: _close,
    Ordered: _order,
}
