"""What people may order: each command is checked against the pursuit and its sender, done, or refused with why."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

from streams.ids import owner_of
from streams.pursuit import events as ev
from streams.pursuit.alerting import alerts_on_close, alerts_on_leave
from streams.pursuit.approaching import alerts_on_approaches
from streams.pursuit.arrived import Arrived
from streams.pursuit.contact import alerts_on_contact
from streams.pursuit.deadlines import MEMBERSHIPS, VISIBILITY_END, next_memberships
from streams.pursuit.evolve import evolve, evolve_all
from streams.pursuit.faults import keeping_faults
from streams.pursuit.rules import Rules
from streams.pursuit.state import Answer, Pursuit
from streams.records import Account, Acknowledge, Close, JoinUnit, LeaveUnit, Open

__all__ = ["decide_command"]

_DESK_ROLES = {"operator", "commander"}
_UNITS_AT_MOST = 20
"""A decision carries a view of all units for each of them: beyond, it would be more than Kafka takes as one record."""


class _Refusal(Exception):  # noqa: N818 - it is an answer, not an error
    """The command cannot be done: a code and a reason for its sender."""

    def __init__(self, *, code: str, reason: str) -> None:
        super().__init__(reason)
        self.code = code
        self.reason = reason


def decide_command(state: Pursuit | None, arrived: Arrived, rules: Rules) -> tuple[ev.Event, ...]:
    """The events of a command and its answer; a repeat gets the first answer and changes nothing.

    Where there is no pursuit no answer can be kept: a command refused for that reason is judged anew when it comes
    again.
    """
    report = arrived.report
    first = state.answered.get(report.id) if state else None
    if first is not None:
        return (ev.CommandAnswered(command=report.id, by=report.by, answer=first),)
    number = state.number + 1 if state else 1
    try:
        events = _COMMANDS[type(report)](state, arrived, rules)
        answer = Answer(accepted=True, code="done", number=number)
    except _Refusal as refusal:
        events, answer = (), Answer(accepted=False, code=refusal.code, reason=refusal.reason, number=number)
    return (*events, ev.CommandAnswered(command=report.id, by=report.by, answer=answer))


def _open(state: Pursuit | None, arrived: Arrived, rules: Rules) -> tuple[ev.Event, ...]:
    report: Open = arrived.report
    if state is not None:
        raise _Refusal(
            code="already_open",
            reason=f"{report.case} was opened at {state.opened_at.isoformat()} by {state.opened_by}",
        )
    _may_open(report)
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
    return (opened, *joined, next_memberships(arrived.at, rules.settings))


def _said_at(arrived: Arrived) -> datetime:
    """When a command was given: by a unit's clock, which its door corrected, but never in the future.

    A desk's clock is shown, never used: behind, it would make a crossing of earlier one of the pursuit.
    """
    report = arrived.report
    return min(report.happened_at.astimezone(UTC), arrived.at) if report.by.role == "unit" else arrived.at


def _may_open(report: Open) -> None:
    """A crew opens for itself, a desk for units of its state; each in its own state and under its own room."""
    if owner_of(report.case) != report.by.state:
        raise _Refusal(code="wrong_state", reason=f"expected a case of {report.by.state}, got {report.case}")
    if report.by.role != "unit" and report.by.role not in _DESK_ROLES:
        raise _Refusal(code="not_allowed", reason=f"expected a unit, operator or commander, got {report.by.role}")
    if report.by.room != report.room:
        raise _Refusal(code="wrong_room", reason=f"expected the sender's room {report.by.room}, got {report.room}")
    if report.by.role == "unit" and report.units != (report.by.unit,):
        raise _Refusal(
            code="wrong_unit",
            reason=f"a unit opens for itself: expected {report.by.unit}, got {', '.join(report.units)}",
        )
    _check_room_for(len(report.units), report.case)
    for unit in report.units:
        _may_speak_for(report.by, unit)


def _check_room_for(units: int, case: str) -> None:
    if units > _UNITS_AT_MOST:
        reason = f"expected at most {_UNITS_AT_MOST} units in {case}, those that left included, got {units}"
        raise _Refusal(code="too_many_units", reason=reason)


def _running(state: Pursuit | None, case: str) -> Pursuit:
    if state is None:
        raise _Refusal(code="unknown_pursuit", reason=f"there is no pursuit {case}")
    if state.phase != "open":
        raise _Refusal(code="closed", reason=f"{case} is closed")
    return state


def _join(state: Pursuit | None, arrived: Arrived, _rules: Rules) -> tuple[ev.Event, ...]:
    report: JoinUnit = arrived.report
    pursuit = _running(state, report.case)
    _may_speak_for(report.by, report.unit)
    if report.unit in pursuit.units and pursuit.units[report.unit].active:
        raise _Refusal(code="already_joined", reason=f"{report.unit} is already in {report.case}")
    if report.mode != pursuit.mode:
        raise _Refusal(code="wrong_mode", reason=f"{report.case} is {pursuit.mode}, got {report.mode}")
    _check_room_for(len({*pursuit.units, report.unit}), report.case)
    return (ev.UnitCame(unit=report.unit, at=_said_at(arrived), by=report.by),)


def _leave(state: Pursuit | None, arrived: Arrived, rules: Rules) -> tuple[ev.Event, ...]:
    report: LeaveUnit = arrived.report
    pursuit = _running(state, report.case)
    _may_speak_for(report.by, report.unit)
    if report.unit not in pursuit.units or not pursuit.units[report.unit].active:
        raise _Refusal(code="not_joined", reason=f"{report.unit} is not in {report.case}")
    went = ev.UnitWent(unit=report.unit, at=_said_at(arrived), by=report.by)
    after = evolve(pursuit, went) or pursuit
    over = alerts_on_leave(after, arrived.at)
    without = evolve_all(after, over) or after
    others = keeping_faults(without, alerts_on_approaches(without, arrived.at, rules))
    heard = alerts_on_contact(evolve_all(without, others) or without, arrived.at)
    return (went, *over, *others, *heard)


def _may_speak_for(by: Account, unit: str) -> None:
    """A crew speaks for its own unit, a desk for the units of its state."""
    if by.role == "unit" and by.unit != unit:
        raise _Refusal(code="wrong_unit", reason=f"a unit speaks for itself: expected {by.unit}, got {unit}")
    if by.role != "unit" and (by.role not in _DESK_ROLES or owner_of(unit) != by.state):
        raise _Refusal(code="not_allowed", reason=f"{by.role} of {by.state} may not speak for {unit}")


def _acknowledge(state: Pursuit | None, arrived: Arrived, _rules: Rules) -> tuple[ev.Event, ...]:
    report: Acknowledge = arrived.report
    if state is None:
        raise _Refusal(code="unknown_pursuit", reason=f"there is no pursuit {report.case}")
    room = report.by.room or ""
    alert = state.alerts.get(room)
    if report.by.role not in _DESK_ROLES:
        raise _Refusal(code="not_allowed", reason=f"expected an operator or commander, got {report.by.role}")
    if alert is None or alert.id != report.alert:
        raise _Refusal(code="unknown_alert", reason=f"{room or 'the sender'} has no alert {report.alert}")
    if alert.acknowledged is not None:
        owner = alert.acknowledged
        raise _Refusal(
            code="already_acknowledged", reason=f"already acknowledged by {owner.by.name} at {owner.at.isoformat()}"
        )
    if not alert.rang_revision <= report.revision <= alert.revision:
        reason = (
            f"expected a revision from {alert.rang_revision} to {alert.revision}, got {report.revision}: look again"
        )
        raise _Refusal(code="other_revision", reason=reason)
    return (ev.Acknowledged(room=room, revision=report.revision, by=report.by, at=arrived.at),)


def _close(state: Pursuit | None, arrived: Arrived, rules: Rules) -> tuple[ev.Event, ...]:
    report: Close = arrived.report
    pursuit = _running(state, report.case)
    if report.by.role not in _DESK_ROLES or report.by.room != pursuit.leading_room:
        raise _Refusal(code="not_allowed", reason=f"only a desk of {pursuit.leading_room} may close {report.case}")
    end = arrived.at + timedelta(seconds=rules.settings.visible_after_close_s)
    return (
        ev.Closed(by=report.by, reason=report.reason, at=_said_at(arrived)),
        *alerts_on_close(pursuit, arrived.at),
        ev.DueSet(kind=MEMBERSHIPS, deadline=None),
        ev.DueSet(kind=VISIBILITY_END, deadline=end),
    )


_COMMANDS: dict[type, Callable[[Pursuit | None, Any, Rules], tuple[ev.Event, ...]]] = {
    Open: _open,
    JoinUnit: _join,
    LeaveUnit: _leave,
    Acknowledge: _acknowledge,
    Close: _close,
}
