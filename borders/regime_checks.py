"""Says whether the table of treaty rows is complete and consistent: one line per fact, expected and got."""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import combinations

from borders.check import Check
from borders.regimes import SCHENGEN, Regime, RegimeTable

__all__ = ["CORE_PAIRS", "regime_checks"]

CORE_PAIRS = (
    "BE-NL", "NL-BE", "BE-LU", "LU-BE", "NL-DE", "DE-NL", "BE-DE", "DE-BE", "BE-FR", "FR-BE", "LU-DE", "DE-LU", "LU-FR",
    "FR-LU", "DE-FR", "FR-DE",
)  # fmt: skip
"""Every land border between the five states of the map, in both directions."""


def regime_checks(table: RegimeTable) -> tuple[Check, ...]:
    """What may be wrong with a table that can be read."""
    rows = table.regimes
    return (
        _none("treaty rows with a field without a source", _without_source(rows)),
        _none("treaty rows of one basis that hold on the same day", _overlapping(rows)),
        _none("treaty rows of parties outside Schengen", _foreign(rows)),
        _none("treaty rows that nobody has reviewed", (row.id for row in rows if row.day("last_reviewed") is None)),
        _none("treaty rows with a closed list and no list", _without_list(rows)),
        _none("borders of the map without a treaty row in force", _missing(rows)),
    )


def _none(subject: str, found: Iterable[str]) -> Check:
    return Check(subject, "none", ", ".join(found) or "none")


def _without_source(rows: Iterable[Regime]) -> Iterator[str]:
    for row in rows:
        bare = [name for name, provision in row.provisions.items() if not provision.sources]
        if bare:
            yield f"{row.id} ({', '.join(bare)})"


def _overlapping(rows: Iterable[Regime]) -> Iterator[str]:
    """Two rows of the same pair, service, instrument and article whose days meet; an open end reaches for ever."""
    for one, other in combinations((row for row in rows if row.text("status") in ("in_force", "repealed")), 2):
        if _basis(one) == _basis(other) and _first(one) <= _last(other) and _first(other) <= _last(one):
            yield f"{one.id} and {other.id}"


def _basis(row: Regime) -> tuple[str, str, str | None, str | None]:
    return row.pair, row.service, row.text("instrument"), row.text("article")


def _first(row: Regime) -> date:
    return row.day("valid_from") or date.min


def _last(row: Regime) -> date:
    return row.day("valid_to") or date.max


def _foreign(rows: Iterable[Regime]) -> Iterator[str]:
    for row in rows:
        strange = sorted({row.from_state, row.to_state} - SCHENGEN)
        if strange:
            yield f"{row.id} ({', '.join(strange)})"


def _without_list(rows: Iterable[Regime]) -> Iterator[str]:
    for row in rows:
        rule = row.value("offence_rule")
        if isinstance(rule, tuple) and "closed_list" in rule and row.text("offence_list") is None:
            yield row.id


def _missing(rows: Iterable[Regime]) -> Iterator[str]:
    known = {row.pair for row in rows if row.service == "police" and row.text("status") == "in_force"}
    return (pair for pair in CORE_PAIRS if pair not in known)
