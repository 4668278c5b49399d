"""What an alert says of law and road: the regime cards that hold where a unit comes, and the crossing's name."""

from collections.abc import Iterable

from msgspec.structs import replace

from streams.ids import owner_of
from streams.pursuit import events as ev
from streams.pursuit.rules import Rules, card_id
from streams.pursuit.state import Pursuit
from streams.records import Approach, Crossing

__all__ = ["with_terms"]

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


def _in_force(state: Pursuit, event: ev.AlertRaised | ev.AlertRevised) -> tuple[str, ...]:
    """The cards of the units that are where the room was rung for; for the units' own room, wherever they are."""
    is_home = event.room == state.home_room and event.phase != "entered"
    here = None if is_home else {owner_of(event.room), *event.territory_to}
    stays = (stay for view in state.units.values() if view.active for stay in view.stays)
    return tuple(sorted({stay.card for stay in stays if here is None or stay.state in here}))


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
