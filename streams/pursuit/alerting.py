"""Who must know: which rooms' alerts begin, ring again, change quietly or end when a unit moves."""

from datetime import datetime

from borders.rooms import RoomsAt
from streams.ids import owner_of
from streams.pursuit import events as ev
from streams.pursuit.foreseeing import foreseen_for
from streams.pursuit.rules import Rules, place_in_words
from streams.pursuit.state import Pursuit
from streams.records import Alert, Crossing, Place, UnitView

__all__ = [
    "Move", "alerts_at_home", "alerts_on_close", "alerts_on_entry", "alerts_on_exit", "alerts_on_fault",
    "alerts_on_leave", "alerts_on_move", "as_it_is", "rang_for", "units_behind",
]  # fmt: skip

Move = ev.UnitCrossedBorder | ev.UnitSeen


def alerts_on_move(
    before: Pursuit, after: Pursuit, move: Move, at: datetime, rules: Rules
) -> tuple[ev.AlertRaised | ev.AlertChanged, ...]:
    """What a unit's move means for every room: `before` and `after` are the pursuit around the move.

    A state the unit entered, neither the pursuit's nor the unit's own, rings in the rooms that serve the place; a room
    that already rings for this pursuit only learns of one more unit. A state that the last unit left is told so
    quietly. The leading room is told that its units went abroad and came back.
    """
    known = before.units[move.unit]
    was, now = set(known.territory), set(after.units[move.unit].territory)
    if known.seen is not None and was == now:
        return ()
    own = {owner_of(after.case), owner_of(move.unit)}
    return (
        *alerts_on_entry(after, sorted(now - was - own), move, at, rules),
        *alerts_on_exit(after, was - now - own, move, at),
        *alerts_at_home(after, move, at, rules),
    )


def alerts_on_entry(
    after: Pursuit, states: list[str], move: Move, at: datetime, rules: Rules
) -> list[ev.AlertRaised | ev.AlertChanged]:
    """Ring every room that serves the place; where one rings already, add the unit without ringing again.

    One that read that the unit entered elsewhere rings again. A joint centre that serves several of the states rings
    once; the leading room is told that its units departed.
    """
    lat, lon = _where(move)
    events: dict[str, ev.AlertRaised | ev.AlertChanged] = {}
    for state in states:
        found = rules.directory.rooms_at(state, lat, lon)
        for room in found.rooms:
            if room.id == after.leading_room:
                continue
            alert = after.alerts.get(room.id)
            if alert and alert.phase == "entered" and not alert.elsewhere:
                events[room.id] = ev.AlertChanged(room=room.id, phase="entered", priority=1, at=at)
            else:
                events[room.id] = _raised(
                    room.id, state, move, at, place=place_in_words(rules, state, lat, lon), found=found
                )
    return list(events.values())


def _raised(room: str, state: str, move: Move, at: datetime, *, place: Place | None, found: RoomsAt) -> ev.AlertRaised:
    crossing = _crossing(move)
    return ev.AlertRaised(
        room=room,
        phase="entered",
        priority=1,
        at=at,
        territory_from=crossing.left if crossing else (),
        territory_to=crossing.entered if crossing else (state,),
        crossing=crossing,
        before_opening=crossing is None or _before_opening(move),
        since_unknown=crossing is None,
        place=place,
        area=found.area,
        basis=found.basis,
    )


def _crossing(move: Move) -> Crossing | None:
    return move.crossing if isinstance(move, ev.UnitCrossedBorder) else None


def _before_opening(move: Move) -> bool:
    """Whether the border was crossed before the pursuit was opened."""
    return isinstance(move, ev.UnitCrossedBorder) and move.before_opening


def _where(move: Move) -> tuple[float, float]:
    """The place whose rooms are asked: the crossing, or, when it is old news, where the unit is now."""
    if isinstance(move, ev.UnitCrossedBorder) and not move.before_opening:
        return move.crossing.lat, move.crossing.lon
    return move.seen.lat, move.seen.lon


def alerts_on_exit(
    after: Pursuit, states: set[str], move: Move, at: datetime
) -> list[ev.AlertRaised | ev.AlertChanged]:
    """The rooms of states a unit left: `left` once no unit is pursuing there, else one unit fewer."""
    events: list[ev.AlertRaised | ev.AlertChanged] = []
    for room, alert in sorted(after.alerts.items()):
        if alert.phase != "entered" or not rang_for(alert) & states:
            continue
        if units_behind(after, alert):
            events.append(ev.AlertChanged(room=room, phase="entered", priority=1, at=at))
        else:
            events.append(ev.AlertChanged(room=room, phase="left", priority=3, at=at, crossing_out=_crossing(move)))
    return events


def rang_for(alert: Alert) -> set[str]:
    """The states the room was rung for: its own, or, for a joint centre elsewhere, those that were entered."""
    own = owner_of(alert.room)
    return {own} if own in alert.territory_to else set(alert.territory_to)


def units_behind(after: Pursuit, alert: Alert) -> list[UnitView]:
    """The units an alert is about: pursuing in the room's state, which is not their own, or gone abroad from home."""
    home = owner_of(after.case)
    units = [unit for _, unit in sorted(after.units.items()) if unit.active]
    if alert.room == after.leading_room:
        return [unit for unit in units if _is_abroad(unit, home)]
    return [unit for unit in units if rang_for(alert) & (set(unit.territory) - {home, owner_of(unit.unit)})]


def alerts_at_home(after: Pursuit, move: Move, at: datetime, rules: Rules) -> list[ev.AlertRaised | ev.AlertChanged]:
    """The leading room sees that its units went abroad, and that they came back."""
    home, room = owner_of(after.case), after.leading_room
    abroad = {name for name, unit in after.units.items() if _is_abroad(unit, home)}
    alert = after.alerts.get(room)
    if alert and alert.phase == "departed":
        if not abroad:
            return [ev.AlertChanged(room=room, phase="cleared", priority=3, at=at, crossing_out=_crossing(move))]
        # What rang as a fault keeps its priority until the units are back.
        return [ev.AlertChanged(room=room, phase="departed", priority=alert.priority, at=at)]
    return [_departed(after, move, at, rules)] if move.unit in abroad else []


def _is_abroad(unit: UnitView, home: str) -> bool:
    """Whether one of the home state's own units is known to be outside it."""
    return unit.active and unit.seen is not None and owner_of(unit.unit) == home and home not in unit.territory


def _departed(after: Pursuit, move: Move, at: datetime, rules: Rules) -> ev.AlertRaised:
    crossing = _crossing(move)
    territory = after.units[move.unit].territory
    lat, lon = _where(move)
    return ev.AlertRaised(
        room=after.leading_room,
        phase="departed",
        priority=3,
        at=at,
        territory_from=crossing.left if crossing else (),
        territory_to=territory,
        crossing=crossing,
        before_opening=crossing is None or _before_opening(move),
        since_unknown=crossing is None,
        place=place_in_words(rules, territory[0], lat, lon) if territory else None,
        area=None,
        basis="home",
    )


def alerts_on_leave(after: Pursuit, at: datetime) -> tuple[ev.AlertChanged, ...]:
    """When a unit's part ended: alerts that no unit of the pursuit stands for any more are cleared.

    Where the unit is from now on is not told; were its alert to stay, its next crossing would not ring.
    """
    foreseen = foreseen_for(after)
    return tuple(
        ev.AlertChanged(room=room, phase="cleared", priority=alert.priority, at=at)
        for room, alert in sorted(after.alerts.items())
        if (alert.phase in {"entered", "departed"} and not units_behind(after, alert))
        or (alert.phase == "approaching" and room not in foreseen)
    )


def alerts_on_fault(state: Pursuit, reason: str, at: datetime) -> tuple[ev.AlertRaised, ...]:
    """Every room that is concerned rings: the system failed, act by telephone."""
    return tuple(
        _fault(state, room, reason, at) for room in sorted({state.leading_room, *state.alerts}) if state.phase == "open"
    )


def _fault(state: Pursuit, room: str, reason: str, at: datetime) -> ev.AlertRaised:
    known = state.alerts.get(room)
    return ev.AlertRaised(
        room=room,
        phase=known.phase if known and known.phase != "cleared" else "fault",
        priority=1,
        at=at,
        territory_from=known.territory_from if known else (),
        territory_to=known.territory_to if known else (),
        crossing=known.crossing if known else None,
        before_opening=known.before_opening if known else False,
        since_unknown=known.since_unknown if known else False,
        place=known.place if known else None,
        area=known.area if known else None,
        basis=known.room_basis if known else "home",
        fault=reason,
        crossing_out=known.crossing_out if known else None,
        approach=known.approach if known else None,
    )


def alerts_on_close(state: Pursuit, at: datetime) -> tuple[ev.AlertChanged, ...]:
    """Every alert is cleared when its pursuit is closed; an unacknowledged one stays until a person acknowledges it."""
    return tuple(
        ev.AlertChanged(room=room, phase="cleared", priority=alert.priority, at=at)
        for room, alert in sorted(state.alerts.items())
        if alert.phase != "cleared"
    )


def as_it_is(alert: Alert, at: datetime) -> ev.AlertRevised:
    """A revision that says the same again, to be changed in what it says anew."""
    return ev.AlertRevised(
        room=alert.room,
        phase=alert.phase,
        priority=alert.priority,
        at=at,
        territory_from=alert.territory_from,
        territory_to=alert.territory_to,
        crossing=alert.crossing,
        crossing_out=alert.crossing_out,
        before_opening=alert.before_opening,
        since_unknown=alert.since_unknown,
        place=alert.place,
        approach=alert.approach,
        elsewhere=alert.elsewhere,
    )
