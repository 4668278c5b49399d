"""Sentences that a written pursuit is made of: each says what one line of a table means, and makes a report of it."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from streams.orders import Order
from streams.records import Account, Ordered
from tests.scenarios.world import Case, World

__all__ = ["Said", "Sentence", "ordered", "sentence"]


@dataclass(frozen=True, slots=True)
class Said:
    """Who said it, of which case, in which world; now."""

    world: World
    case: Case
    who: str
    person: str

    @property
    def is_unit(self) -> bool:
        """Whether a crew said it."""
        return self.who in self.world.homes

    @property
    def account(self) -> Account:
        """The sender, as its console signed in."""
        state = self.who[:2]
        if self.is_unit:
            room = self.world.homes[self.who]
            return Account(name=f"crew of {self.who}", role="unit", state=state, room=room, unit=self.who)
        return Account(name=self.person or "desk", role="operator", state=state, room=self.who, desk="1")

    def head(self) -> dict[str, Any]:
        """What every report begins with."""
        now = self.world.now
        return {"id": self.world.identity(), "case": self.case.name, "mode": "exercise", "happened_at": now}


@dataclass(frozen=True, slots=True)
class Sentence:
    """What a line may say, and what report that makes."""

    pattern: re.Pattern[str]
    make: Callable[..., Any]

    def report(self, said: Said, text: str) -> Any:
        """The report that the text makes; None where it says something else."""
        found = self.pattern.fullmatch(text)
        return self.make(said, **found.groupdict()) if found else None


def sentence(pattern: str, make: Callable[..., Any]) -> Sentence:
    """A sentence of this form; its named groups are what `make` is given besides who said it."""
    return Sentence(re.compile(pattern), make)


def ordered(pattern: str, make: Callable[..., Order]) -> Sentence:
    """A sentence that is an order."""

    def report(said: Said, **given: Any) -> Ordered:
        return Ordered(**said.head(), by=said.account, order=make(said, **given))

    return sentence(pattern, report)
