"""What rooms ask of each other, who leads, and the order to stop: who may say it, and what follows."""

from datetime import timedelta

from msgspec.structs import replace

from borders.rooms import UnknownRoomError
from streams.ids import owner_of
from streams.orders import (
    Accept,
    AnswerRequest,
    GiveStop,
    HandOver,
    LiftStop,
    ReceiveStop,
    Request,
    TakeLead,
    WithdrawRequest,
)
from streams.pursuit import acts
from streams.pursuit import events as ev
from streams.pursuit.alarms import alarms, rang_last
from streams.pursuit.arrived import Arrived
from streams.pursuit.deadlines import STOP
from streams.pursuit.refusal import Refusal, check_desk, check_desk_of, concerned_rooms, standing_stops
from streams.pursuit.rules import Rules
from streams.pursuit.state import Pursuit
from streams.pursuit.unanswered import OF_THE_LEAD, answered, wait_for
from streams.records import Assistance, StopOrder

__all__ = [
    "answer_request", "ask", "check_known_room", "give_stop", "hand_over", "lift_stop", "receive_stop",
    "stop_due", "take_lead", "withdraw_request",
]  # fmt: skip

_REQUESTS_AT_MOST = 40
_STOPS_AT_MOST = 10
"""That stand at once; undone ones are forgotten, the oldest first, beyond as many."""


def check_known_room(rules: Rules, room: str) -> None:
    """Raises a Refusal where the directory has no such room."""
    try:
        rules.directory.room(room)
    except UnknownRoomError as error:
        raise Refusal(code="unknown_room", reason=str(error), room=room) from error


# ---------------------------------------------------------------- requests


def ask(state: Pursuit, order: Request, arrived: Arrived, rules: Rules) -> tuple[ev.Event, ...]:
    """A room with a part in the pursuit asks another for something; that one rings."""
    room = check_desk_of(state, arrived.report.by, concerned_rooms(state), f"ask for something in {state.case}")
    request = Assistance(
        id=order.request,
        kind=order.kind,
        by=arrived.report.by,
        room=room,
        to=order.to,
        at=arrived.at,
        text=order.text,
        language=order.language,
    )
    _check_request(state, request, rules)
    if request.kind == "take_over":
        _check_leads(state, room)
    return (acts.Requested(request=request), *_rung_for(state, request), wait_for(request, rules.settings))


def _check_request(state: Pursuit, request: Assistance, rules: Rules) -> None:
    """A new one, to another room, that there is."""
    if request.id in state.requests:
        reason = f"a request {request.id} is known already"
        raise Refusal(code="known_request", reason=reason, name=request.id)
    if request.to == request.room:
        reason = f"expected another room than one's own, got {request.to}"
        raise Refusal(code="own_room", reason=reason, room=request.to)
    if len(state.requests) >= _REQUESTS_AT_MOST:
        reason = f"expected at most {_REQUESTS_AT_MOST} requests in {state.case}"
        raise Refusal(code="too_many_requests", reason=reason, case=state.case, expected=str(_REQUESTS_AT_MOST))
    check_known_room(rules, request.to)


def _check_leads(state: Pursuit, room: str) -> None:
    """Only the room that leads has the lead to give."""
    if room != state.leading_room:
        reason = f"{room} does not lead {state.case}, but {state.leading_room}"
        raise Refusal(code="not_leading", reason=reason, case=state.case, expected=state.leading_room, got=room)


def _rung_for(state: Pursuit, request: Assistance) -> tuple[ev.AlarmRaised, ...]:
    known = state.alerts.get(request.to)
    params = {"kind": request.kind, "room": request.room, "request": request.id}
    return alarms([request.to], "asked", params, request.at, priority=min(known.priority, 2) if known else 2)


def answer_request(state: Pursuit, order: AnswerRequest, arrived: Arrived, _rules: Rules) -> tuple[ev.Event, ...]:
    """The room that was asked answers; who accepts to take over, or the lead that was offered, leads from now on."""
    by, request = arrived.report.by, _open_request(state, order.request)
    check_desk_of(state, by, [request.to], f"answer {order.request}")
    replied = replace(request, answered_by=by, answered_at=arrived.at)
    seen = _seen_by_answer(state, request, arrived)
    if not isinstance(order.answer, Accept):
        refused = replace(replied, state="refused", reason=order.answer.reason)
        return (*answered(refused), *seen)
    accepted = replace(
        replied,
        state="accepted",
        unit=order.answer.unit,
        unit_at=order.answer.at,
        conditions=order.answer.conditions,
    )
    if request.kind not in OF_THE_LEAD:
        return (*answered(accepted), *seen)
    passed = acts.LeadPassed(to=request.to, by=by, at=arrived.at, handed_over=True)
    offers = _offers_over(state, arrived, but=request.id)
    return (*answered(accepted), *seen, *offers, *_lead(state, passed))


def _seen_by_answer(state: Pursuit, request: Assistance, arrived: Arrived) -> tuple[ev.Acknowledged, ...]:
    """Who answers what the room's alert rang for last has seen it: nobody need be called for that ring."""
    alert = state.alerts.get(request.to)
    alarm = rang_last(alert) if alert else None
    if alert is None or alarm is None or alert.acknowledged or alarm.params.get("request") != request.id:
        return ()
    by = arrived.report.by
    return (ev.Acknowledged(room=request.to, revision=alert.rang_revision, by=by, at=arrived.at),)


def _open_request(state: Pursuit, name: str) -> Assistance:
    request = state.requests.get(name)
    if request is None:
        raise Refusal(code="unknown_request", reason=f"{state.case} has no request {name}", case=state.case, name=name)
    if request.state != "open":
        reason = f"{name} is {request.state} already"
        raise Refusal(code="answered", reason=reason, name=name, answer=request.state)
    return request


def withdraw_request(state: Pursuit, order: WithdrawRequest, arrived: Arrived, _rules: Rules) -> tuple[ev.Event, ...]:
    """The room that asked needs it no more; nor does it hand over."""
    by, request = arrived.report.by, _open_request(state, order.request)
    check_desk_of(state, by, [request.room], f"withdraw {order.request}")
    over = replace(request, state="withdrawn", answered_by=by, answered_at=arrived.at, reason=order.reason)
    return answered(over)


# ---------------------------------------------------------------- who leads


def hand_over(state: Pursuit, order: HandOver, arrived: Arrived, rules: Rules) -> tuple[ev.Event, ...]:
    """The leading room offers the lead; it goes on leading until the other room accepts. One offer stands at a time."""
    by = arrived.report.by
    room = check_desk_of(state, by, [state.leading_room], f"hand {state.case} over")
    offer = Assistance(
        id=order.request, kind="hand_over", by=by, room=room, to=order.to, at=arrived.at, text=order.text
    )
    _check_request(state, offer, rules)
    return (
        *_offers_over(state, arrived),
        acts.Requested(request=offer),
        *_rung_for(state, offer),
        wait_for(offer, rules.settings),
    )


def _offers_over(state: Pursuit, arrived: Arrived, but: str = "") -> tuple[ev.Event, ...]:
    """Open offers of the lead, and requests to take it over: another one, or the lead itself, has gone past them."""
    over = (
        replace(one, state="withdrawn", answered_at=arrived.at, answered_by=arrived.report.by)
        for _, one in sorted(state.requests.items())
        if one.state == "open" and one.kind in OF_THE_LEAD and one.id != but
    )
    return tuple(event for one in over for event in answered(one))


def take_lead(state: Pursuit, order: TakeLead, arrived: Arrived, _rules: Rules) -> tuple[ev.Event, ...]:
    """A room of the state that units are pursuing in decides to lead: it is its territory.

    An aircraft over it is not the pursuit. Inside the state that leads, the lead passes by a hand-over alone.
    """
    room = check_desk(arrived.report.by)
    alert = state.alerts.get(room)
    here = {one for view in state.units.values() if view.active and view.movement != "air" for one in view.territory}
    if room == state.leading_room:
        raise Refusal(code="nothing_new", reason=f"{room} leads {state.case} already", name=room)
    if alert is None or alert.kind == "copy" or owner_of(room) not in here:
        host = owner_of(room)
        reason = f"{room} may lead once a unit of {state.case} is in {host}; it may be asked to take over"
        raise Refusal(code="not_here", reason=reason, case=state.case, room=room, state=host)
    if owner_of(room) == owner_of(state.leading_room):
        _check_leads(state, room)
    passed = acts.LeadPassed(to=room, by=arrived.report.by, at=arrived.at, reason=order.reason)
    return (*_offers_over(state, arrived), *_lead(state, passed))


def _lead(state: Pursuit, passed: acts.LeadPassed) -> tuple[ev.Event, ...]:
    """The rooms that led, and that answer for the pursuit at home, are told."""
    told = {state.leading_room, state.home_room} - {passed.to}
    return (passed, *alarms(told, "lead_passed", {"room": passed.to}, passed.at, priority=3))


# ---------------------------------------------------------------- the stop order


def give_stop(state: Pursuit, order: GiveStop, arrived: Arrived, rules: Rules) -> tuple[ev.Event, ...]:
    """A room with a part in the pursuit orders every unit to stop: it overrides everything (Schengen art. 41(1))."""
    room = check_desk_of(state, arrived.report.by, concerned_rooms(state), f"stop {state.case}")
    if order.stop in state.stops:
        reason = f"a stop order {order.stop} is known already"
        raise Refusal(code="known_stop", reason=reason, name=order.stop)
    if len(standing_stops(state)) >= _STOPS_AT_MOST:
        reason = f"expected at most {_STOPS_AT_MOST} stop orders that stand in {state.case}"
        raise Refusal(code="too_many_stops", reason=reason, case=state.case, expected=str(_STOPS_AT_MOST))
    units = {name: None for name, view in sorted(state.units.items()) if view.active}
    stop = StopOrder(
        id=order.stop,
        by=arrived.report.by,
        holders=(room,),
        at=arrived.at,
        reason=order.reason,
        language=order.language,
        units=dict(units),
    )
    others = concerned_rooms(state) - {room}
    deadline = arrived.at + timedelta(seconds=rules.settings.receipt_within_s)
    return (
        acts.StopGiven(stop=stop),
        *alarms(others, "stop_given", {"room": room, "stop": order.stop}, arrived.at, priority=1),
        ev.DueSet(kind=STOP + order.stop, deadline=deadline),
    )


def receive_stop(state: Pursuit, order: ReceiveStop, arrived: Arrived, _rules: Rules) -> tuple[ev.Event, ...]:
    """A crew has it."""
    by, stop = arrived.report.by, _standing_stop(state, order.stop)
    unit = by.unit or ""
    if by.role != "unit" or unit not in stop.units:
        reason = f"only a unit that it was given to may receipt {order.stop}, got {unit or by.name}"
        raise Refusal(code="wrong_unit", reason=reason, expected=", ".join(sorted(stop.units)), got=unit or by.name)
    if stop.units[unit] is not None:
        raise Refusal(code="nothing_new", reason=f"{unit} has receipted {order.stop} already", name=unit)
    received = acts.StopReceived(stop=order.stop, unit=unit, by=by, at=arrived.at)
    missing = [name for name, at in stop.units.items() if at is None and name != unit and _pursues(state, name)]
    return (received,) if missing else (received, ev.DueSet(kind=STOP + order.stop, deadline=None))


def _pursues(state: Pursuit, unit: str) -> bool:
    return unit in state.units and state.units[unit].active


def _standing_stop(state: Pursuit, name: str) -> StopOrder:
    stop = state.stops.get(name)
    if stop is None:
        raise Refusal(code="unknown_stop", reason=f"{state.case} has no stop order {name}", case=state.case, name=name)
    if stop.lifted is not None:
        at = stop.lifted.at.isoformat()
        raise Refusal(code="lifted", reason=f"{name} was undone at {at}", name=name, at=at)
    return stop


def lift_stop(state: Pursuit, order: LiftStop, arrived: Arrived, _rules: Rules) -> tuple[ev.Event, ...]:
    """Only the room that gave it, or one it handed over to, may undo it; everybody is told."""
    stop = _standing_stop(state, order.stop)
    room = check_desk_of(state, arrived.report.by, stop.holders, f"undo {order.stop}")
    lifted = acts.StopLifted(stop=order.stop, by=arrived.report.by, at=arrived.at, reason=order.reason)
    others = concerned_rooms(state) - {room}
    told = alarms(others, "stop_lifted", {"room": room, "stop": order.stop}, arrived.at, priority=2)
    return (lifted, *told, ev.DueSet(kind=STOP + order.stop, deadline=None))


def stop_due(state: Pursuit, kind: str, arrived: Arrived) -> tuple[ev.Event, ...]:
    """A receipt is missing: the rooms that gave the order, lead, and answer for the units are alarmed."""
    stop = state.stops.get(kind.removeprefix(STOP))
    over = ev.DueSet(kind=kind, deadline=None)
    if stop is None or stop.lifted is not None or state.phase != "open":
        return (over,)
    missing = tuple(name for name, at in sorted(stop.units.items()) if at is None and _pursues(state, name))
    if not missing:
        return (over,)
    rooms = {*stop.holders, state.leading_room, state.home_room}
    params = {"stop": stop.id, "units": ", ".join(missing)}
    return (
        over,
        acts.StopUnanswered(stop=stop.id, units=missing, at=arrived.at),
        *alarms(rooms, "stop_unanswered", params, arrived.at, priority=1),
    )
