"""Notice by hand: an operator warns a room with or without positions, and writes down that a room was called."""

from streams.ids import owner_of
from streams.orders import Telephoned, WarnRoom
from streams.pursuit import acts
from streams.pursuit import events as ev
from streams.pursuit.arrived import Arrived
from streams.pursuit.assisting import check_known_room
from streams.pursuit.faults import keeping_faults
from streams.pursuit.refusal import Refusal, check_desk_of, concerned_rooms
from streams.pursuit.rules import Rules, place_in_words
from streams.pursuit.state import Pursuit
from streams.records import ByHand, Telephone

__all__ = ["telephoned", "warn_room"]


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
    return keeping_faults(state, [_raised(state, order, by_hand, arrived, rules)])


def _raised(state: Pursuit, order: WarnRoom, by_hand: ByHand, arrived: Arrived, rules: Rules) -> ev.AlertRaised:
    """What the room knew stays: a warning never makes an entry less."""
    known = state.alerts.get(order.to)
    goes_on = known is not None and known.phase in {"approaching", "entered", "departed"}
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
    telephone = Telephone(
        answered_by=order.answered_by,
        caller=order.caller,
        at=min(order.at, arrived.at),
        by=by,
        entered_at=arrived.at,
    )
    return (acts.RoomTelephoned(room=order.room, telephone=telephone),)
