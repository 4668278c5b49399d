"""Whether the law lets a unit that is not on the road come as it does: on foot, by rail, by water or by air."""

from collections.abc import Callable, Mapping
from typing import Literal

from borders.card import Card, Modes, modes
from streams.ids import owner_of
from streams.pursuit.rules import Rules
from streams.records import Alert, UnitView
from streams.records.parts import Movement

__all__ = ["off_road"]

_Allowed = Literal["no", "unknown", "yes"]
_STRICTEST_FIRST: tuple[_Allowed, ...] = ("no", "unknown", "yes")
_ASKED: Mapping[Movement, Callable[[Modes], tuple[str, ...]]] = {
    "rail": lambda ways: (ways.rail,),
    "water": lambda ways: (ways.water, ways.sea),
    "air": lambda ways: (ways.air,),
}
"""No card says anything of officers on foot; whether water is a river or the sea nobody here knows, so both bind."""


def off_road(alert: Alert, rules: Rules) -> dict[str, _Allowed]:
    """What the alert's cards say of each of its units that is not on the road, the strictest of them.

    A unit that no card is of, such as one of the host's own, is not among them.
    """
    found: dict[str, _Allowed] = {}
    for view in alert.units:
        if view.active and view.movement != "road":
            said = [_said(rules.card(name), view.movement) for name in alert.cards if _is_of(rules.card(name), view)]
            if said:
                found[view.unit] = min(said, key=_STRICTEST_FIRST.index)
    return found


def _is_of(card: Card, view: UnitView) -> bool:
    service = "customs" if view.service == "customs" else "police"
    return (card.from_state, card.service) == (owner_of(view.unit), service)


def _said(card: Card, movement: Movement) -> _Allowed:
    """Leave only where every way that it may be is allowed."""
    asked = _ASKED.get(movement)
    answers = asked(modes(card)) if asked else ("unknown",)
    return next((word for word in _STRICTEST_FIRST if word in answers), "unknown")
