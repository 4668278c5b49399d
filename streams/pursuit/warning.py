"""Notice by hand: an operator warns a room with or without positions, and writes down that a room was called."""

from datetime import timedelta

from streams.ids import owner_of
from streams.orders import Telephoned, WarnRoom, WithdrawCall, WithdrawWarning
from streams.pursuit import acts
from streams.pursuit import events as ev
from streams.pursuit.arrived import Arrived
from streams.pursuit.assisting import check_known_room
from streams.pursuit.called import call_at
from streams.pursuit.faults import keeping_faults
from streams.pursuit.instants import written
from streams.pursuit.mistakes import withdrawn
from streams.pursuit.refusal import Refusal, check_desk_of, concerned_rooms
from streams.pursuit.rules import Rules, place_in_words
from streams.pursuit.state import Pursuit
from streams.pursuit.terms import with_terms
from streams.records import ByHand, Telephone

__all__ = ["telephoned", "warn_room", "withdraw_call", "withdraw_warning"]

_CALLED_BEFORE = timedelta(minutes=60)
"""So long before somebody opens the pursuit it may have been called about: what was said a day before was of another.

Longer than it takes to cross any of the countries by road, and the first minutes of a chase nobody has a hand free.
"""


def warn_room(state: Pursuit, order: WarnRoom, arrived: Arrived, rules: Rules) -> tuple[ev.Event, ...]:
    """Any room is rung by hand, with what is known of where the pursuit is; who is entered already rings once more."""
    by = arrived.report.by
    room = check_desk_of(state, by, {*concerned_rooms(state), *state.audience}, f"warn a room of {state.case}")
    check_known_room(rules, order.to)
    if order.to == room:
        reason = f"expected another room than one's own, got {order.to}"
        raise Refusal(code="own_room", reason=reason, room=order.to)
    if (order.lat is None) != (order.lon is None):
        got = "lon" if order.lat is None else "lat"
        reason = f"expected both lat and lon, or neither, got only {got}"
        raise Refusal(code="bad_place", reason=reason, expected="lat, lon", got=got)
    seen_at = min(order.seen_at, arrived.at) if order.seen_at else None
    by_hand = ByHand(
        by=by,
        at=arrived.at,
        text=order.text,
        language=order.language,
        lat=order.lat,
        lon=order.lon,
        place=order.place,
        direction=order.direction,
        speed_mps=order.speed_mps,
        seen_at=seen_at,
    )
    return with_terms(state, keeping_faults(state, [_raised(state, order, by_hand, arrived, rules)]), rules)


def _raised(state: Pursuit, order: WarnRoom, by_hand: ByHand, arrived: Arrived, rules: Rules) -> ev.AlertRaised:
    """What the room knew stays: a warning never makes an entry less."""
    known = state.alerts.get(order.to)
    goes_on = known is not None and known.phase in {"approaching", "entered", "departed"} and not known.by_air
    place = known.place if known else None
    if order.lat is not None and order.lon is not None:
        place = place_in_words(rules, owner_of(order.to), order.lat, order.lon)
    return ev.AlertRaised(
        room=order.to,
        phase=known.phase if known and goes_on else "warned",
        kind=known.kind if known and goes_on else "by_hand",
        priority=min(known.priority, 2) if known and goes_on else 2,
        at=arrived.at,
        territory_from=known.territory_from if known else (),
        territory_to=known.territory_to if known and goes_on else (owner_of(order.to),),
        crossing=known.crossing if known and goes_on else None,
        crossing_out=known.crossing_out if known and goes_on else None,
        approach=known.approach if known and goes_on else None,
        before_opening=known.before_opening if known and goes_on else False,
        since_unknown=known.since_unknown if known and goes_on else False,
        place=place,
        area=known.area if known else None,
        basis=known.room_basis if known else "area",
        cards=known.cards if known and goes_on else (),
        crossing_point=known.crossing_point if known and goes_on else "",
        by_hand=by_hand,
    )


def telephoned(state: Pursuit, order: Telephoned, arrived: Arrived, rules: Rules) -> tuple[ev.Event, ...]:
    """A room was called; it counts as notice, by the caller's clock, and the room reads it when its link is back."""
    by = arrived.report.by
    check_desk_of(state, by, {*concerned_rooms(state), *state.audience}, f"tell of calls for {state.case}")
    check_known_room(rules, order.room)
    _check_of_this(state, order)
    telephone = Telephone(
        answered_by=order.answered_by,
        caller=order.caller,
        at=min(order.at, arrived.at),
        by=by,
        entered_at=arrived.at,
    )
    return (acts.RoomTelephoned(room=order.room, telephone=telephone),)


def _check_of_this(state: Pursuit, order: Telephoned) -> None:
    """Raises a Refusal where the call was too long before the pursuit to be about it."""
    earliest = state.opened_at - _CALLED_BEFORE
    if order.at < earliest:
        case, first, got = state.case, written(earliest), written(order.at)
        reason = f"{case} was opened at {written(state.opened_at)}: expected a call from {first} on, got {got}"
        raise Refusal(code="early_call", reason=reason, case=case, earliest=first, got=got)


def withdraw_call(state: Pursuit, order: WithdrawCall, arrived: Arrived, _rules: Rules) -> tuple[ev.Event, ...]:
    """A call was written down wrongly: who wrote it, or who leads or answers for the pursuit, takes it back."""
    by, call = arrived.report.by, call_at(state.notices.get(order.room), order.called_at)
    wrote = {call.by.room} if call and call.by.room else set()
    check_desk_of(state, by, {state.leading_room, state.home_room} | wrote, f"take back a call of {state.case}")
    if call is None:
        got = written(order.called_at)
        reason = f"no call to {order.room} at {got} stands in {state.case}"
        raise Refusal(code="unknown_call", reason=reason, room=order.room, got=got)
    return (acts.CallWithdrawn(room=order.room, called_at=call.at, by=by, at=arrived.at, reason=order.reason),)


def withdraw_warning(state: Pursuit, order: WithdrawWarning, arrived: Arrived, _rules: Rules) -> tuple[ev.Event, ...]:
    """A room was warned in error: who warned it, or who leads or answers for the pursuit, says so, and it reads why.

    An alert that tells of more than the warning stands: where only its text is wrong, the room is warned anew.
    """
    by, alert = arrived.report.by, state.alerts.get(order.room)
    warned_by = alert.by_hand.by.room if alert and alert.by_hand else None
    rooms = {state.leading_room, state.home_room, warned_by or state.leading_room}
    check_desk_of(state, by, rooms, f"take back a warning of {state.case}")
    if alert is None or alert.phase != "warned":
        reason = f"the alert of {order.room} in {state.case} does not stand for a warning by hand alone"
        raise Refusal(code="no_warning", reason=reason, room=order.room)
    taken_back = acts.WarningWithdrawn(room=order.room, by=by, at=arrived.at, reason=order.reason)
    return (taken_back, *keeping_faults(state, withdrawn([alert], order.reason, arrived.at)))
