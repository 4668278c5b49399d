"""Who must know: which rooms' alerts begin, ring again, change quietly or end when a unit moves."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from msgspec.structs import replace

from borders.rooms import RoomsAt
from geo.geodesy import distance_m
from streams.ids import owner_of
from streams.pursuit import events as ev
from streams.pursuit.foreseeing import foreseen_for, leads_at_home
from streams.pursuit.rules import PursuitSettings, Rules, place_in_words
from streams.pursuit.state import Pursuit
from streams.pursuit.warned import warning_stands
from streams.records import Alert, AlertKind, Crossing, Place, UnitView

__all__ = [
    "Move", "alerts_at_home", "alerts_on_close", "alerts_on_entry", "alerts_on_exit", "alerts_on_leave",
    "alerts_on_move", "as_it_is", "is_home", "is_pursuing", "is_reentry",
    "is_soon_back", "own_states", "rang_for", "tells_of_a_visit", "units_behind",
]  # fmt: skip

Move = ev.UnitCrossedBorder | ev.UnitSeen
_BORDER: AlertKind = "border"
_THERE = {"entered", "departed", "overflown"}


def alerts_on_move(
    before: Pursuit, after: Pursuit, move: Move, at: datetime, rules: Rules
) -> tuple[ev.AlertRaised | ev.AlertChanged | ev.AlertRevised, ...]:
    """What a unit's move means for every room: `before` and `after` are the pursuit around the move.

    A state the unit entered, neither the pursuit's nor the unit's own, rings in the rooms that serve the place; a room
    that already rings for this pursuit only learns of one more unit. A state that the last unit left is told so
    quietly. The leading room is told that its units went abroad and came back.
    """
    known = before.units[move.unit]
    was, now = set(known.territory), set(after.units[move.unit].territory)
    if known.seen is not None and was == now:
        return ()
    entries = alerts_on_entry(after, sorted(now - was - own_states(after, move.unit)), move, at, rules)
    rung = {event.room for event in entries}
    return (
        *entries,
        # Who is told of an entry has graver news than that a unit has left another state, or gone abroad.
        *(event for event in alerts_on_exit(after, was - now, move, at) if event.room not in rung),
        *(event for event in alerts_at_home(after, move, at, rules) if event.room not in rung),
    )


def own_states(state: Pursuit, unit: str) -> set[str]:
    """The states where the unit is no guest, so that nobody is rung: its own, and the pursuit's while that one leads.

    A host that leads is still rung for a unit that comes into it: its other rooms know of nothing, and the instant of
    the entry must be proved.
    """
    home = owner_of(state.case)
    return {owner_of(unit), home} if owner_of(state.leading_room) == home else {owner_of(unit)}


def is_pursuing(unit: UnitView) -> bool:
    """Whether it is in the pursuit and not on its way home."""
    return unit.active and not unit.returning


def alerts_on_entry(
    after: Pursuit, states: list[str], move: Move, at: datetime, rules: Rules
) -> list[ev.AlertRaised | ev.AlertChanged | ev.AlertRevised]:
    """Ring every room that serves the place; where one rings already, add the unit without ringing again.

    One that read that the unit entered elsewhere rings again. A joint centre that serves several of the states rings
    once; the leading room is told that its units departed.
    """
    lat, lon = _where(move)
    events: dict[str, ev.AlertRaised | ev.AlertChanged | ev.AlertRevised] = {}
    for state in states:
        found = rules.directory.rooms_at(state, lat, lon)
        place = place_in_words(rules, state, lat, lon)
        copies: dict[str, AlertKind] = {room.id: "copy" for room in found.copies}
        kinds = {**copies, **dict.fromkeys((room.id for room in found.rooms), _BORDER)}
        for room, kind in kinds.items():
            if leads_at_home(after) and room in {after.leading_room, after.home_room}:
                continue
            raised = _raised(room, state, move, at, place=place, found=found)
            copied = raised if kind == "border" else replace(raised, kind="copy", priority=3)
            events[room] = _rung(after, copied, move.unit, rules.settings)
    return [events[room] for room in sorted(events, key=lambda room: _copies_last(events[room]))]


def _copies_last(event: ev.AlertRaised | ev.AlertChanged | ev.AlertRevised) -> bool:
    return isinstance(event, ev.AlertRaised) and event.kind == "copy"


def _rung(
    after: Pursuit, raised: ev.AlertRaised, unit: str, settings: PursuitSettings
) -> ev.AlertRaised | ev.AlertChanged | ev.AlertRevised:
    """A ring, or a quiet word to a room that knows: one unit more, an aircraft beside it, or a unit that is back."""
    alert, by_air = after.alerts.get(raised.room), after.units[unit].movement == "air"
    knows = alert is not None and alert.phase == "entered" and not alert.elsewhere
    if alert and knows and alert.kind == raised.kind == "copy" and not by_air and _is_more(alert, raised):
        return _also_in(alert, raised)
    if alert and knows and alert.kind == raised.kind and raised.since_unknown and _may_be_first(after, unit, alert):
        return replace(as_it_is(alert, raised.at), since_unknown=True)
    if alert and knows and alert.kind in {"border", raised.kind}:
        return ev.AlertChanged(room=raised.room, phase="entered", priority=alert.priority, at=raised.at)
    if by_air and alert and _is_graver_than_flown_over(after, alert):
        return ev.AlertChanged(room=raised.room, phase=alert.phase, priority=alert.priority, at=raised.at)
    if by_air:
        raised = replace(raised, phase="overflown", priority=3, by_air=True)
    goes_on = alert is not None and alert.kind != "home" and (by_air or not alert.by_air)
    if alert and goes_on and is_reentry(alert, raised.crossing, settings):
        return _back_again(alert, raised)
    return raised


def _may_be_first(after: Pursuit, unit: str, alert: Alert) -> bool:
    """Whether a unit found inside may have come in before the one that the room read of."""
    view = after.units[unit]
    return view.movement != "air" and alert.crossing is not None and view.joined_at < alert.crossing.at


def _is_more(alert: Alert, raised: ev.AlertRaised) -> bool:
    """Whether a joint centre reads of another state than those that it has read of."""
    return not rang_for(alert) >= set(raised.territory_to)


def _is_graver_than_flown_over(after: Pursuit, alert: Alert) -> bool:
    """Whether the room acts, or waits, on a unit on the ground: an aircraft ahead of it changes nothing of that."""
    if alert.phase == "approaching" and not warning_stands(alert):
        return alert.approach is not None and after.units[alert.approach.unit].movement != "air"
    return alert.phase in {"approaching", "entered", "departed", "warned"}


def _also_in(alert: Alert, raised: ev.AlertRaised) -> ev.AlertRevised:
    """A joint centre reads that another of the states it serves is entered."""
    territory_to = tuple(sorted({*alert.territory_to, *raised.territory_to}))
    return replace(
        as_it_is(alert, raised.at),
        crossing=raised.crossing,
        territory_from=raised.territory_from,
        territory_to=territory_to,
        before_opening=raised.before_opening,
        since_unknown=raised.since_unknown,
        place=raised.place,
    )


def is_reentry(alert: Alert, crossing: Crossing | None, settings: PursuitSettings) -> bool:
    """Whether the pursuit left the room's state so shortly before, and so near, that its alert goes on."""
    return crossing is not None and is_soon_back(alert, crossing.at, crossing.lat, crossing.lon, settings)


def is_soon_back(alert: Alert, at: datetime, lat: float, lon: float, settings: PursuitSettings) -> bool:
    """Whether a unit that is, or is foreseen, here at that time is back from where the alert's visit has just ended.

    A room that rang since for what was foreseen is told of a new matter: it rings for the entry, too.
    """
    out = alert.crossing_out
    if out is None or out.late or alert.kind == "area" or not _rests(alert, out):
        return False
    if not _was_heard(alert, at, settings):
        return False
    after_s, away_m = abs((at - out.at).total_seconds()), distance_m(lat, lon, out.lat, out.lon)
    return after_s <= settings.reentry_within_s and away_m <= settings.reentry_within_m


def _was_heard(alert: Alert, at: datetime, settings: PursuitSettings) -> bool:
    """Whether somebody owns the visit's alert, or it rings still: an entry that nobody heard is never quiet."""
    if alert.acknowledged is not None or alert.kind in {"home", "copy"}:
        return True
    return at - alert.raised_at <= timedelta(seconds=settings.telephone_after_s)


def _rests(alert: Alert, out: Crossing) -> bool:
    """Whether nothing rang since the way out: the door's clock and the broker's agree well enough to tell."""
    has_not_rung = alert.phase == "left" or alert.raised_at <= out.received_at
    is_home_again = alert.kind == "home" and alert.phase == "cleared"
    return has_not_rung and (tells_of_a_visit(alert) or is_home_again or alert.phase == "approaching")


def tells_of_a_visit(alert: Alert) -> bool:
    """Whether the room reads that a unit was there: it left, or has turned away from coming back since."""
    turned_away = alert.phase == "withdrawn" and alert.approach is not None and alert.approach.outcome == "withdrawn"
    return alert.phase == "left" or (turned_away and not alert.because)


def _back_again(alert: Alert, raised: ev.AlertRaised) -> ev.AlertRevised:
    """The same entry, or departure, goes on: who acknowledged it has no more to do."""
    return replace(
        as_it_is(alert, raised.at),
        phase=raised.phase,
        priority=raised.priority,
        crossing=raised.crossing,
        crossing_out=None,
        territory_from=raised.territory_from,
        territory_to=raised.territory_to,
        before_opening=raised.before_opening,
        since_unknown=raised.since_unknown or alert.since_unknown,
        place=raised.place,
        approach=None,
        by_air=raised.by_air,
        back_again=True,
    )


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
    """The rooms of states a unit left: `left` once no unit is there, else one unit fewer.

    In its own state only rooms of areas were rung for it; where inside a state it is, its moves tell.
    """
    abroad = states - {owner_of(move.unit)}
    events: list[ev.AlertRaised | ev.AlertChanged] = []
    for room, alert in sorted(after.alerts.items()):
        left = states if alert.kind == "area" else abroad
        if alert.phase not in {"entered", "overflown"} or not rang_for(alert) & left:
            continue
        still = units_behind(after, alert)
        if still and alert.kind == "area":
            continue
        if still:
            events.append(ev.AlertChanged(room=room, phase=alert.phase, priority=alert.priority, at=at))
        else:
            events.append(ev.AlertChanged(room=room, phase="left", priority=3, at=at, crossing_out=_crossing(move)))
    return events


def rang_for(alert: Alert) -> set[str]:
    """The states the room was rung for: its own, or, for a joint centre, those that were entered."""
    if alert.kind == "copy":
        return set(alert.territory_to)
    own = owner_of(alert.room)
    return {own} if own in alert.territory_to else set(alert.territory_to)


def units_behind(after: Pursuit, alert: Alert) -> list[UnitView]:
    """The units an alert is about: in the room's state, which is not their own, or gone abroad from home.

    One on its way home is a guest until it is there. Of an alert for an area, those that pursue in its state: where in
    it they are, their moves tell.
    """
    home = owner_of(after.case)
    if is_home(alert):
        return [unit for _, unit in sorted(after.units.items()) if _is_abroad(unit, home)]
    units = [unit for _, unit in sorted(after.units.items()) if unit.active]
    if alert.kind == "area":
        return [unit for unit in units if is_pursuing(unit) and set(alert.territory_to) & set(unit.territory)]
    if alert.phase == "entered":
        units = [unit for unit in units if unit.movement != "air"]
    # Whoever leads by now: who was rung for a guest stays so until it is gone.
    return [unit for unit in units if rang_for(alert) & (set(unit.territory) - {owner_of(unit.unit)})]


def is_home(alert: Alert) -> bool:
    """Whether the alert is about the pursuing state's own units abroad; the room at home may be told of others, too."""
    return alert.kind == "home" and alert.phase != "entered"


def alerts_at_home(
    after: Pursuit, move: Move, at: datetime, rules: Rules
) -> list[ev.AlertRaised | ev.AlertChanged | ev.AlertRevised]:
    """The room at home sees that its units went abroad, and that they came back; quietly, if they go again at once."""
    home = owner_of(after.case)
    abroad = {name for name, unit in after.units.items() if _is_abroad(unit, home)}
    known = [alert for _, alert in sorted(after.alerts.items()) if alert.phase == "departed"]
    told = [_still_departed(alert, at) if abroad else _home_again(alert, move, at) for alert in known]
    alert = after.alerts.get(after.home_room)
    # Entered is graver: a unit of another state is in.
    if move.unit not in abroad or (alert and alert.phase in {"departed", "entered"}):
        return [*told]
    raised = _departed(after, move, at, rules)
    goes_again = alert is not None and alert.kind == "home" and is_reentry(alert, raised.crossing, rules.settings)
    return [*told, _back_again(alert, raised) if alert and goes_again else raised]


def _still_departed(alert: Alert, at: datetime) -> ev.AlertChanged:
    """What rang as a fault keeps its priority until the units are back."""
    return ev.AlertChanged(room=alert.room, phase="departed", priority=alert.priority, at=at)


def _home_again(alert: Alert, move: Move, at: datetime) -> ev.AlertChanged:
    return ev.AlertChanged(room=alert.room, phase="cleared", priority=3, at=at, crossing_out=_crossing(move))


def _is_abroad(unit: UnitView, home: str) -> bool:
    """Whether one of the home state's own units is known to be outside it, also on its way home."""
    return unit.active and unit.seen is not None and owner_of(unit.unit) == home and home not in unit.territory


def _departed(after: Pursuit, move: Move, at: datetime, rules: Rules) -> ev.AlertRaised:
    crossing = _crossing(move)
    territory = after.units[move.unit].territory
    lat, lon = _where(move)
    return ev.AlertRaised(
        room=after.home_room,
        phase="departed",
        kind="home",
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
        if _is_over(after, alert, foreseen)
    )


def _is_over(after: Pursuit, alert: Alert, foreseen: Mapping[str, object]) -> bool:
    if alert.kind == "area":
        return alert.phase in {"entered", "approaching"} and not units_behind(after, alert)
    if alert.phase == "approaching":
        return alert.room not in foreseen
    return alert.phase in _THERE and not units_behind(after, alert)


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
        by_air=alert.by_air,
        kind=alert.kind,
        cards=alert.cards,
        crossing_point=alert.crossing_point,
    )
