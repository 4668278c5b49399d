"""The table of treaty rows: what each legal basis lets officers of one state do in another, how sure, who says so."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Literal

from borders.regime_fields import UNKNOWN, CheckWith, Field, Value, is_permission

__all__ = [
    "EUROPE", "SCHENGEN", "Confidence", "OffenceList", "Provision", "Regime", "RegimeError", "RegimeTable", "Service",
    "Standing",
]  # fmt: skip

Confidence = Literal["verified", "verified_secondary", "from_memory", "unsure"]
"""Read in a stored text; read in a secondary text; confident but no text found; to be checked before it is asserted."""
Service = Literal["police", "customs"]
_APPLY_SCHENGEN = "AT BE BG CH CZ DE DK EE ES FI FR GR HR HU IS IT LI LT LU LV MT NL NO PL PT RO SE SI SK"
SCHENGEN = frozenset(_APPLY_SCHENGEN.split())
"""Who applies the Schengen rules, by ISO 3166 code: between others no right of pursuit is known."""
_OTHERS = "AD AL BA BY CY FO GB GI IE MC MD ME MK RS RU SM TR UA VA XK"
EUROPE = SCHENGEN | frozenset(_OTHERS.split())
"""Europe's states and territories; XK is in common use for Kosovo."""
Standing = Literal["holds", "pending", "over"]
"""Whether a row holds on a day, is not known to hold on it, or has not begun or is over."""


class RegimeError(ValueError):
    """A table of treaty rows that cannot be used: what was expected, what came, and where (file, row, field)."""


@dataclass(frozen=True, slots=True)
class Provision:
    """One field of one row.

    Attributes:
        value: what holds; a code, codes, a number in the field's unit, a text or a day.
        confidence: how sure that is.
        sources: keys of the table's sources; empty where nobody says so, which `senningen borders check` finds.
        check_with: whom to ask where the value is unknown or unsure.
        note: what the value alone does not say.
    """

    value: Value
    confidence: Confidence
    sources: tuple[str, ...]
    check_with: CheckWith
    note: str = ""

    def shown(self, field: Field) -> Value:
        """The value as it may be shown: leave that is not sure is unknown; a restriction stands, sure or not."""
        return UNKNOWN if self.confidence == "unsure" and is_permission(field, self.value) else self.value


@dataclass(frozen=True)
class Regime:
    """One row: one directed pair, one legal basis, one service, one span of time.

    Attributes:
        id: names the row for good; `<basis>/<from>-<to>`.
        from_state: ISO 3166 code of the pursuing officers' state.
        to_state: ISO 3166 code of the host, whose territory they enter.
        service: police or customs.
        provisions: every field of `borders.regime_fields.FIELDS`, by name.
    """

    id: str
    from_state: str
    to_state: str
    service: Service
    provisions: Mapping[str, Provision]

    @property
    def pair(self) -> str:
        """The directed pair, as in BE-NL."""
        return f"{self.from_state}-{self.to_state}"

    def value(self, field: str) -> Value:
        """What the row says in a field."""
        return self.provisions[field].value

    def text(self, field: str) -> str | None:
        """A text or code; None where there is none or it is unknown."""
        value = self.value(field)
        return value if isinstance(value, str) and value not in ("none", "unknown", "not_applicable") else None

    def day(self, field: str) -> date | None:
        """A day; None where there is none or it is unknown."""
        value = self.value(field)
        return value if isinstance(value, date) else None

    def standing(self, on: date) -> Standing:
        """Whether the row holds on a day.

        A row whose first day is unknown is known to hold from the day it was reviewed; a repealed row whose last day is
        unknown, until the day its source speaks of. Outside of that, and where its status is neither `in_force` nor
        `repealed`, or nobody is sure of it, it is pending: told, and never granting.
        """
        first, last = self.day("valid_from"), self.day("valid_to")
        if (first and on < first) or (last and on > last):
            return "over"
        status = self.value("status")
        known_from = first or self.day("last_reviewed")
        known_to = last or (self.day("source_date") if status == "repealed" else date.max)
        unsure = self.provisions["status"].confidence == "unsure"
        if unsure or status not in ("in_force", "repealed") or known_from is None or known_to is None:
            return "pending"
        return "holds" if known_from <= on <= known_to else "pending"


@dataclass(frozen=True, slots=True)
class OffenceList:
    """The offences of a closed list, as codes.

    Attributes:
        id: what rows call it.
        offences: the codes, in the order of the text.
        confidence: how sure the list is.
        sources: keys of the table's sources.
        note: what the codes alone do not say.
    """

    id: str
    offences: tuple[str, ...]
    confidence: Confidence
    sources: tuple[str, ...]
    note: str = ""


@dataclass(frozen=True, eq=False)
class RegimeTable:
    """All treaty rows, in the order of their file; a table is equal to itself alone, its version says which it is.

    Attributes:
        regimes: the rows.
        offence_lists: by id.
        sources: where things were read, by key.
        version: names exactly this table.
    """

    regimes: tuple[Regime, ...]
    offence_lists: Mapping[str, OffenceList]
    sources: Mapping[str, str]
    version: str

    def between(self, from_state: str, to_state: str, service: Service) -> tuple[Regime, ...]:
        """Every row of a directed pair and service, whatever the day."""
        return self._by_pair.get((from_state, to_state, service), ())

    @cached_property
    def _by_pair(self) -> Mapping[tuple[str, str, Service], tuple[Regime, ...]]:
        found: dict[tuple[str, str, Service], tuple[Regime, ...]] = {}
        for regime in self.regimes:
            key = (regime.from_state, regime.to_state, regime.service)
            found[key] = (*found.get(key, ()), regime)
        return found
