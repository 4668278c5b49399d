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
from streams.pursuit.alarms import STOP_UNANSWERED, alarms, is_answered, rests_on_alarms
from streams.pursuit.alerting import is_pursuing
from streams.pursuit.arrived import Arrived
from streams.pursuit.deadlines import ESCALATE, STOP
from streams.pursuit.refusal import Refusal, check_desk, check_desk_of, concerned_rooms, rooms_of, standing_stops
from streams.pursuit.rules import Rules
from streams.pursuit.state import Pursuit
from streams.pursuit.unanswered import OF_THE_LEAD, answered, wait_for
from streams.records import Alarm, Alert, Assistance, StopOrder

__all__ = [
    "REQUESTS_AT_MOST", "answer_request", "ask", "check_known_room", "give_stop", "hand_over", "lift_stop",
    "receive_stop", "stop_due", "take_lead", "withdraw_request",
]  # fmt: skip

REQUESTS_AT_MOST = 40
"""That wait for an answer at once; answered ones are forgotten, the oldest first, beyond as many in all."""
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
    return (acts.Requested(request=request), *_rung_for(request), wait_for(request, rules.settings))


def _check_request(state: Pursuit, request: Assistance, rules: Rules) -> None:
    """A new one, to another room, that there is."""
    if request.id in state.requests:
        reason = f"a request {request.id} is known already"
        raise Refusal(code="known_request", reason=reason, name=request.id)
    if request.to == request.room:
        reason = f"expected another room than one's own, got {request.to}"
        raise Refusal(code="own_room", reason=reason, room=request.to)
    if sum(one.state == "open" for one in state.requests.values()) >= REQUESTS_AT_MOST:
        reason = f"expected at most {REQUESTS_AT_MOST} requests that wait for an answer in {state.case}"
        raise Refusal(code="too_many_requests", reason=reason, case=state.case, expected=str(REQUESTS_AT_MOST))
    check_known_room(rules, request.to)
    if request.kind in OF_THE_LEAD and (room := rules.directory.find(request.to)) and room.role == "copy":
        reason = f"{request.to} is told to know: it acts nowhere, and cannot lead"
        raise Refusal(code="copy_room", reason=reason, room=request.to)


def _check_leads(state: Pursuit, room: str) -> None:
    """Only the room that leads has the lead to give."""
    if room != state.leading_room:
        reason = f"{room} does not lead {state.case}, but {state.leading_room}"
        raise Refusal(code="not_leading", reason=reason, case=state.case, expected=state.leading_room, got=room)


def _rung_for(request: Assistance) -> tuple[ev.AlarmRaised, ...]:
    params = {"kind": request.kind, "room": request.room, "request": request.id}
    return alarms([request.to], "asked", params, request.at, priority=2)


def answer_request(state: Pursuit, order: AnswerRequest, arrived: Arrived, _rules: Rules) -> tuple[ev.Event, ...]:
    """The room that was asked answers; who accepts to take over, or the lead that was offered, leads from now on."""
    by, request = arrived.report.by, _open_request(state, order.request)
    check_desk_of(state, by, [request.to], f"answer {order.request}")
    replied = replace(request, answered_by=by, answered_at=arrived.at)
    takes_lead = isinstance(order.answer, Accept) and request.kind in OF_THE_LEAD
    seen = _seen_by_answer(state, request, arrived, whole=takes_lead)
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


def _seen_by_answer(
    state: Pursuit, request: Assistance, arrived: Arrived, *, whole: bool
) -> tuple[ev.Acknowledged | acts.AlarmSeen, ...]:
    """Who answers has seen the question: nobody need be called for that ring; what else rang is still to be seen.

    Who takes the lead has seen the `whole` of what the alert itself says.
    """
    alert, by = state.alerts.get(request.to), arrived.report.by
    if alert is None or alert.acknowledged or all(alarm.params.get("request") != request.id for alarm in alert.alarms):
        return ()
    others = [alarm for alarm in alert.alarms if _still_calls(state, alarm, request)]
    if not others and (whole or rests_on_alarms(alert)):
        return (ev.Acknowledged(room=request.to, revision=alert.rang_revision, by=by, at=arrived.at),)
    return (acts.AlarmSeen(room=request.to, request=request.id, by=by, at=arrived.at),)


def _still_calls(state: Pursuit, alarm: Alarm, answered_now: Assistance) -> bool:
    """Whether the alarm is of anything but a question that has its answer, or is asked no more."""
    asked = state.requests.get(alarm.params.get("request", ""))
    return asked is None or (asked.state == "open" and asked.id != answered_now.id)


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
        *_rung_for(offer),
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

    An aircraft over it is not the pursuit, nor is the host's own car at home. Where no unit has a position, people know
    better than the receivers: a room that was warned by hand may lead. Inside the state that leads, the lead passes by
    a hand-over alone.
    """
    room = check_desk(arrived.report.by)
    alert = state.alerts.get(room)
    if room == state.leading_room:
        raise Refusal(code="nothing_new", reason=f"{room} leads {state.case} already", name=room)
    host = owner_of(room)
    if alert is None or alert.kind == "copy" or not (_is_pursued_in(state, host) or _is_by_hand(state, alert)):
        reason = f"{room} may lead once a unit of {state.case} is in {host}; it may be asked to take over"
        raise Refusal(code="not_here", reason=reason, case=state.case, room=room, state=host)
    if host == owner_of(state.leading_room):
        _check_leads(state, room)
    passed = acts.LeadPassed(to=room, by=arrived.report.by, at=arrived.at, reason=order.reason)
    return (*_offers_over(state, arrived), *_lead(state, passed))


def _is_pursued_in(state: Pursuit, host: str) -> bool:
    """Whether a guest pursues on the ground there; or, of the pursuing state itself, whether its own units do."""
    on_ground = (view for view in state.units.values() if is_pursuing(view) and view.movement != "air")
    units = [view for view in on_ground if host in view.territory]
    return any(owner_of(view.unit) != host for view in units) or bool(units and host == owner_of(state.case))


def _is_by_hand(state: Pursuit, alert: Alert) -> bool:
    """Whether a person warned the room of a pursuit of which no receiver tells where it is."""
    heard = (view for view in state.units.values() if view.active and view.movement != "air")
    return (
        alert.by_hand is not None
        and not alert.because
        and all(view.seen is None or view.silent_since for view in heard)
    )


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
    """A crew has it: it says so itself, or by radio to a desk of its state, or to the room that answers for it."""
    by, stop = arrived.report.by, _standing_stop(state, order.stop)
    unit = (by.unit if by.role == "unit" else order.unit) or ""
    if unit not in stop.units or (by.role == "unit" and order.unit not in {None, unit}):
        reason = f"only a unit that it was given to may receipt {order.stop}, got {unit or by.name}"
        raise Refusal(code="wrong_unit", reason=reason, expected=", ".join(sorted(stop.units)), got=unit or by.name)
    if by.role != "unit" and owner_of(unit) != by.state:
        check_desk_of(state, by, {state.leading_room, state.home_room}, f"say that {unit} has {order.stop}")
    elif by.role != "unit":
        check_desk(by)
    if stop.units[unit] is not None:
        raise Refusal(code="nothing_new", reason=f"{unit} has receipted {order.stop} already", name=unit)
    received = acts.StopReceived(stop=order.stop, unit=unit, by=by, at=arrived.at)
    missing = [name for name in _unreceipted(stop) if name != unit]
    return (received,) if missing else (received, *_nothing_missing(state, order.stop))


def _nothing_missing(state: Pursuit, stop: str) -> tuple[ev.DueSet, ...]:
    """Nobody waits for a receipt any more, and who was alarmed that one is missing is called no further."""
    rooms = (room for room, alert in sorted(state.alerts.items()) if is_answered(alert, stop))
    kinds = (STOP + stop, *(kind for room in rooms if (kind := ESCALATE + room) in state.dues))
    return tuple(ev.DueSet(kind=kind, deadline=None) for kind in kinds)


def _unreceipted(stop: StopOrder) -> tuple[str, ...]:
    """The units it was given to that have not said that they have it, whatever ended since."""
    return tuple(name for name, at in sorted(stop.units.items()) if at is None)


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
    return (lifted, *told, *_nothing_missing(state, order.stop))


def stop_due(state: Pursuit, kind: str, arrived: Arrived) -> tuple[ev.Event, ...]:
    """A receipt is missing: the rooms that gave the order, lead, and can reach the units are alarmed.

    Also when the pursuit is over: that somebody closed it tells no crew to stop.
    """
    stop = state.stops.get(kind.removeprefix(STOP))
    over = ev.DueSet(kind=kind, deadline=None)
    missing = _unreceipted(stop) if stop else ()
    if stop is None or stop.lifted is not None or not missing:
        return (over,)
    rooms = {*stop.holders, state.leading_room, state.home_room, *rooms_of(state, {owner_of(unit) for unit in missing})}
    params = {"stop": stop.id, "units": ", ".join(missing)}
    return (
        over,
        acts.StopUnanswered(stop=stop.id, units=missing, at=arrived.at),
        *alarms(rooms, STOP_UNANSWERED, params, arrived.at, priority=1),
    )
