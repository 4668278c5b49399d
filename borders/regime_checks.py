"""Says whether the table of treaty rows is complete and consistent: one line per fact, expected and got."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import combinations

from borders.card import RUNG
from borders.check import Check
from borders.regime_fields import NONE, UNKNOWN
from borders.regimes import SCHENGEN, Regime, RegimeTable

__all__ = ["CORE_PAIRS", "regime_checks"]

CORE_PAIRS = (
    "BE-NL", "NL-BE", "BE-LU", "LU-BE", "NL-DE", "DE-NL", "BE-DE", "DE-BE", "BE-FR", "FR-BE", "LU-DE", "DE-LU", "LU-FR",
    "FR-LU", "DE-FR", "FR-DE",
)  # fmt: skip
"""Every land border between the five states of the map, in both directions."""
_YEAR = re.compile(r"-(19|20)[0-9]{2}$")


def regime_checks(table: RegimeTable, on: date) -> tuple[Check, ...]:
    """What may be wrong with a table that can be read, and what is left to people.

    Args:
        table: the treaty rows.
        on: the day they are to be used on.
    """
    rows = table.regimes
    return (
        _none("treaty rows with a field without a source", _without_source(rows)),
        _none("treaty rows of one basis that hold on the same day", _overlapping(rows)),
        _none("repealed treaty rows that still hold", (row.id for row in rows if _still_holds(row, on))),
        _none("treaty rows of parties outside Schengen", _foreign(rows)),
        _none("treaty rows without a day of review", (row.id for row in rows if row.day("last_reviewed") is None)),
        _none("treaty rows with a day of review or source to come", _to_come(rows, on)),
        _none("treaty rows with a closed list and no list", _without_list(rows)),
        _none("borders of the map without a treaty row in force", _missing(rows, on)),
        _left("treaty rows that no legal service has signed off", rows, [row for row in rows if _is_unsigned(row)]),
        _left("treaty rows whose source has no known day", rows, [row for row in rows if not row.day("source_date")]),
        _not_rung(row for row in rows if row.standing(on) == "holds"),
    )


def _none(subject: str, found: Iterable[str]) -> Check:
    return Check(subject, "none", ", ".join(found) or "none")


def _left(subject: str, rows: tuple[Regime, ...], found: list[Regime]) -> Check:
    """So many rows of all, by the names of their bases, each with how many: for people to do."""
    names = Counter(_name(row) for row in found)
    told = ", ".join(f"{name} ({count})" for name, count in names.items())
    return Check(subject, "none", f"{len(found)} of {len(rows)}: {told}" if found else "none", is_grave=False)


def _name(row: Regime) -> str:
    return row.id.partition("/")[0]


def _without_source(rows: Iterable[Regime]) -> Iterator[str]:
    for row in rows:
        bare = [name for name, provision in row.provisions.items() if not provision.sources]
        if bare:
            yield f"{row.id} ({', '.join(bare)})"


# ---------------------------------------------------------------- which rows hold


def _overlapping(rows: Iterable[Regime]) -> Iterator[str]:
    """Two rows of one pair and service, of one basis or of one name but for its year, whose days meet.

    An end that is open, or not known, reaches for ever.
    """
    told = [row for row in rows if row.text("status") in ("in_force", "repealed")]
    for one, other in combinations(told, 2):
        is_one = _pair(one) == _pair(other) and (_basis(one) == _basis(other) or _family(one) == _family(other))
        if is_one and _first(one) <= _last(other) and _first(other) <= _last(one):
            yield f"{one.id} and {other.id}"


def _pair(row: Regime) -> tuple[str, str]:
    return row.pair, row.service


def _basis(row: Regime) -> tuple[str, str]:
    """Instrument and article, however they are spelled."""
    texts = (row.text(name) or "" for name in ("instrument", "article"))
    instrument, article = (" ".join(text.casefold().split()) for text in texts)
    return instrument, article


def _family(row: Regime) -> str:
    """What the treaty of 2018 has in common with the one of 2004 that it replaced: benelux."""
    return _YEAR.sub("", _name(row))


def _first(row: Regime) -> date:
    return row.day("valid_from") or date.min


def _last(row: Regime) -> date:
    return row.day("valid_to") or date.max


def _still_holds(row: Regime, on: date) -> bool:
    """One that is to end later is in force until then, with its last day."""
    return row.text("status") == "repealed" and row.standing(on) == "holds"


def _missing(rows: Iterable[Regime], on: date) -> Iterator[str]:
    known = {row.pair for row in rows if row.service == "police" and row.standing(on) == "holds"}
    return (pair for pair in CORE_PAIRS if pair not in known)


# ---------------------------------------------------------------- what rows say


def _foreign(rows: Iterable[Regime]) -> Iterator[str]:
    for row in rows:
        strange = sorted({row.from_state, row.to_state} - SCHENGEN)
        if strange:
            yield f"{row.id} ({', '.join(strange)})"


def _to_come(rows: Iterable[Regime], on: date) -> Iterator[str]:
    for row in rows:
        days = {name: row.day(name) for name in ("last_reviewed", "source_date")}
        ahead = [f"{name} {day}" for name, day in days.items() if day and day > on]
        if ahead:
            yield f"{row.id} ({', '.join(ahead)})"


def _without_list(rows: Iterable[Regime]) -> Iterator[str]:
    for row in rows:
        rule = row.value("offence_rule")
        if isinstance(rule, tuple) and "closed_list" in rule and row.text("offence_list") is None:
            yield row.id


def _is_unsigned(row: Regime) -> bool:
    return row.text("reviewer") is None


def _not_rung(rows: Iterable[Regime]) -> Check:
    """Whom rows have told and no room of the directory is: named once, for every pair that names them."""
    roles = {code.partition("/")[0] for row in rows for code in _recipients(row)} - {*RUNG, UNKNOWN, NONE}
    told = ", ".join(role.replace("_", " ") for role in sorted(roles))
    got = f"{told}; the pursuers tell them themselves" if told else "none"
    return Check("recipients of treaty rows that nothing here rings", "none", got, is_grave=False)


def _recipients(row: Regime) -> tuple[str, ...]:
    said = row.value("notify_recipients")
    return said if isinstance(said, tuple) else ()
