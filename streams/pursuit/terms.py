"""What an alert says of law and road: the regime cards that hold where a unit comes, and the crossing's name."""

from collections.abc import Collection, Iterable, Mapping
from datetime import date, datetime

from msgspec.structs import replace

from streams.ids import owner_of
from streams.pursuit import events as ev
from streams.pursuit.alerting import as_it_is
from streams.pursuit.rules import Rules, card_id
from streams.pursuit.state import Pursuit
from streams.records import Approach, Crossing

__all__ = ["alerts_recarded", "with_terms"]

_OVER = {"left", "cleared"}
_Alerting = ev.AlertRaised | ev.AlertChanged | ev.AlertRevised


def with_terms(state: Pursuit, events: Iterable[_Alerting], rules: Rules) -> tuple[_Alerting, ...]:
    """The same events, in order, each with the cards and the name of the crossing that it is about.

    An alert of what is over keeps the cards it had: they say what held, and what is still to be done by them.
    """
    return tuple(_with_terms(state, event, rules) for event in events)


def _with_terms(state: Pursuit, event: _Alerting, rules: Rules) -> _Alerting:
    if isinstance(event, ev.AlertChanged) or (isinstance(event, ev.AlertRevised) and event.phase in _OVER):
        return event
    cards = _predicted(state, event) if event.phase == "approaching" else _in_force(state, event)
    name = _name(event.approach if event.phase == "approaching" else event.crossing, rules)
    if cards == event.cards and name == event.crossing_point:
        return event
    return replace(event, cards=cards, crossing_point=name)


def alerts_recarded(
    before: Pursuit, after: Pursuit, events: Iterable[ev.Event], at: datetime
) -> tuple[ev.AlertRevised, ...]:
    """What rooms read quietly where another card holds for a unit than was thought: its service was not known."""
    begun = [event for event in events if isinstance(event, ev.StayBegan)]
    if not begun:
        return ()
    cards = {(event.unit, event.stay.state, event.stay.crossing): event.stay.card for event in begun}
    changed = {
        stay.card: cards[unit, stay.state, stay.crossing]
        for unit in {event.unit for event in begun}
        for stay in before.units[unit].stays
        if cards.get((unit, stay.state, stay.crossing), stay.card) != stay.card
    }
    if not changed:
        return ()
    held = {stay.card for view in after.units.values() if view.active for stay in view.stays}
    return tuple(
        replace(as_it_is(alert, at), cards=_exchanged(alert.cards, changed, held))
        for _, alert in sorted(after.alerts.items())
        if alert.phase not in _OVER and changed.keys() & set(alert.cards)
    )


def _exchanged(cards: Iterable[str], changed: Mapping[str, str], held: Collection[str]) -> tuple[str, ...]:
    """With the new cards; without an old one, but where it still holds for another unit."""
    kept = {card for card in cards if card not in changed or card in held}
    return tuple(sorted(kept | {changed[card] for card in cards if card in changed}))


def _in_force(state: Pursuit, event: ev.AlertRaised | ev.AlertRevised) -> tuple[str, ...]:
    """The cards of the units that are where the room was rung for; for the units' own room, wherever they are."""
    is_home = event.room == state.home_room and event.phase != "entered"
    here = None if is_home else {owner_of(event.room), *event.territory_to}
    stays = (stay for view in state.units.values() if view.active for stay in view.stays)
    held = {stay.card for stay in stays if here is None or stay.state in here}
    by_hand = event.by_hand if isinstance(event, ev.AlertRaised) else None
    return tuple(sorted(held or (_warned_of(state, event.room, by_hand.at.date()) if by_hand else set())))


def _warned_of(state: Pursuit, room: str, on: date) -> set[str]:
    """The cards that will hold where a room is warned by hand, should the units come."""
    host = owner_of(room)
    units = {(owner_of(name), view.service) for name, view in state.units.items() if view.active}
    return {card_id(unit_state, host, service, on) for unit_state, service in units if unit_state != host}


def _predicted(state: Pursuit, event: ev.AlertRaised | ev.AlertRevised) -> tuple[str, ...]:
    """The cards that will hold for a unit that is about to come: for those states of it that are not its own."""
    approach = event.approach
    if approach is None:
        return ()
    service, unit_state = state.units[approach.unit].service, owner_of(approach.unit)
    entered = (one for one in approach.entered if one != unit_state)
    return tuple(sorted(card_id(unit_state, one, service, approach.eta.date()) for one in entered))


def _name(told: Approach | Crossing | None, rules: Rules) -> str:
    """What officers call the crossing, where the installation has named it."""
    points = rules.directory.crossing_points
    if told is None or not points.all:
        return ""
    left = told.left if isinstance(told, Crossing) else ()
    point = points.nearest(told.lat, told.lon, left=left, entered=told.entered)
    return point.spoken() if point else ""
