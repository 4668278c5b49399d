"""What a decision rests on besides the report: rooms, towns, crossing points, the law, settings, and their versions."""

import math
from dataclasses import dataclass, field, fields
from datetime import date
from typing import Literal

from borders.card import Card, card_for
from borders.places import Towns
from borders.regimes import RegimeTable
from borders.rooms import Directory
from geo.named_numbers import named_numbers
from streams.near_town import near_town
from streams.records import Place, VersionsUsed

__all__ = [
    "PursuitSettings", "Rules", "card_id", "place_in_words", "service_of_card", "state_of_card", "treaty_service",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class PursuitSettings:
    """What an agency may set about pursuits.

    Attributes:
        memberships_every_s: how often a unit's membership is written again, so that a lost one heals.
        visible_after_close_s: how long a room still sees a pursuit after it was closed.
        louder_after_s: nobody acknowledged an alert of priority 1: louder, and at the second desk.
        supervisor_after_s: the supervisor, and the rooms that wait for the answer, are told.
        telephone_after_s: the telephone procedure is shown.
        receipt_within_s: a crew that has not receipted a stop order by then makes an alarm.
        answer_within_s: who asked another room for something is told to call if it has not answered by then.
        offer_within_s: an alert, or the lead, that is offered stays with its owner if nobody takes it by then.
        still_running_after_s: so long without a moving unit, the leading room is asked whether the pursuit goes on.
        reentry_within_s: back in a state within this, and
        reentry_within_m: this far from where it was left, a unit does not ring anew.
        warned_at: share of a limit at which its end is told ahead.
        area_ahead_s: how far ahead the next room inside a state is told.
        at_home_after_s: a unit on its way home is out of the pursuit once it has been at home for so long; longer than
            it takes to know that it is silent, for who is silent may be abroad again.
    """

    memberships_every_s: float = 60.0
    visible_after_close_s: float = 900.0
    louder_after_s: float = 20.0
    supervisor_after_s: float = 60.0
    telephone_after_s: float = 120.0
    receipt_within_s: float = 30.0
    answer_within_s: float = 120.0
    offer_within_s: float = 600.0
    still_running_after_s: float = 900.0
    reentry_within_s: float = 300.0
    reentry_within_m: float = 3000.0
    warned_at: float = 0.8
    area_ahead_s: float = 60.0
    at_home_after_s: float = 150.0

    def __post_init__(self) -> None:
        for one in fields(self):
            value = getattr(self, one.name)
            if not 0.0 < value < math.inf:
                message = f"{one.name}: expected a number above 0, got {value}"
                raise ValueError(message)
        if not self.louder_after_s < self.supervisor_after_s < self.telephone_after_s:
            named = f"{self.louder_after_s:g}, {self.supervisor_after_s:g}, {self.telephone_after_s:g}"
            message = f"expected louder_after_s below supervisor_after_s below telephone_after_s, got {named}"
            raise ValueError(message)

    @classmethod
    def parse(cls, text: str) -> "PursuitSettings":
        """Settings as a line of `name=value`, with commas between; what is not named keeps its default.

        Raises:
            ValueError: an unknown name, or a value that does not fit: name, expected, got.

        >>> PursuitSettings.parse("receipt_within_s=20").receipt_within_s
        20.0
        """
        return cls(**named_numbers(text, [one.name for one in fields(cls)]))

    def __str__(self) -> str:
        return ", ".join(f"{one.name}={getattr(self, one.name):g}" for one in fields(self))


@dataclass(frozen=True, slots=True)
class Rules:
    """The tables a pursuit is decided with."""

    directory: Directory
    towns: Towns
    settings: PursuitSettings
    versions: VersionsUsed
    regimes: RegimeTable
    _cards: dict[str, Card] = field(default_factory=dict, repr=False, compare=False)

    def card(self, name: str) -> Card:
        """The regime card of this name; see `card_id`.

        It is worked out once: the same name always has the same card by the same table.
        """
        if name not in self._cards:
            pair, service, on = name.split("/")
            unit_state, _, state = pair.partition(">")
            self._cards[name] = card_for(
                self.regimes, unit_state, state, on=date.fromisoformat(on), service=treaty_service(service)
            )
        return self._cards[name]


def card_id(unit_state: str, state: str, service: str, on: date) -> str:
    """Names the card of a unit of one state in another on a day.

    >>> card_id("BE", "NL", "police", date(2026, 1, 1))
    'BE>NL/police/2026-01-01'
    """
    return f"{unit_state}>{state}/{treaty_service(service)}/{on.isoformat()}"


def state_of_card(name: str) -> str:
    """The state in which the card of this name holds.

    >>> state_of_card("BE>NL/police/2026-01-01")
    'NL'
    """
    return name.partition("/")[0].partition(">")[2]


def service_of_card(name: str) -> str:
    """For which service the card of this name is.

    >>> service_of_card("BE>NL/police/2026-01-01")
    'police'
    """
    return name.split("/")[1]


def treaty_service(service: str) -> Literal["police", "customs"]:
    """Treaties know police and customs; what is not customs is police."""
    return "customs" if service == "customs" else "police"


def place_in_words(rules: Rules, state: str, lat: float, lon: float) -> Place | None:
    """The nearest town of `state` to a position, how far and in which direction; None where none is known."""
    return near_town(rules.towns, lat, lon, state)
