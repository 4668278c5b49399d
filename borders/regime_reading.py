"""Reads the table of treaty rows from its TOML text; what does not fit is refused with file, row and field.

A `[basis.<name>]` holds what several rows have in common; a `[[regime]]` names its pairs, extends bases (a later one
overrules an earlier one) and adds fields of its own. What comes out is one row a pair, with every field in it.
"""

import hashlib
import re
import tomllib
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TypeVar, get_args

from borders.regime_fields import (
    FIELD_BY_NAME,
    FIELDS,
    NONE,
    NOT_APPLICABLE,
    UNKNOWN,
    CheckWith,
    Field,
    Value,
)
from borders.regimes import EUROPE, Confidence, OffenceList, Provision, Regime, RegimeError, RegimeTable, Service

__all__ = ["read_regimes"]

_Table = Mapping[str, object]
_Known = TypeVar("_Known")
_PAIR = re.compile(r"[A-Z]{2}-[A-Z]{2}")
_NAME = re.compile(r"[a-z0-9][a-z0-9-]{0,59}")
_TOP = ("sources", "offence_list", "basis", "regime")
_OF_A_ROW = ("id", "pairs", "service", "extends")
_OF_A_FIELD = ("value", "confidence", "sources", "note", "check_with")
_CONFIDENCES: Mapping[str, Confidence] = {word: word for word in get_args(Confidence)}
_SERVICES: Mapping[str, Service] = {word: word for word in get_args(Service)}
_ASKED: Mapping[str, CheckWith] = {word: word for word in get_args(CheckWith)}
_ANY_KIND = (UNKNOWN, NONE, NOT_APPLICABLE)


def read_regimes(text: str, where: str = "regimes.toml") -> RegimeTable:
    """The table of a TOML text of the form of borders/data/regimes.toml.

    Args:
        text: the file's content.
        where: the file's name, for messages.

    Raises:
        RegimeError: no TOML, a field that is missing, unknown or of the wrong type, an unknown state, confidence,
            source or list, days reversed, or a row that is there twice: where (file, row, field), expected, got.
    """
    try:
        document: _Table = tomllib.loads(text)
    except (ValueError, RecursionError) as error:  # no TOML; or a number, or brackets, beyond all measure
        message = f"{where}: expected TOML, got {error}"
        raise RegimeError(message) from error
    _check_keys(document, _TOP, where)
    sources = {
        key: _text(value, f"{where}, sources, {key}") for key, value in _table(document, "sources", where).items()
    }
    lists = {
        name: _offence_list(name, value, sources, f"{where}, offence_list {name}")
        for name, value in _table(document, "offence_list", where).items()
    }
    reading = _Reading(where, sources, lists)
    bases = {
        name: reading.provisions(_as_table(value, f"{where}, basis {name}"), f"{where}, basis {name}")
        for name, value in _table(document, "basis", where).items()
    }
    rows = document.get("regime")
    if not isinstance(rows, list) or not rows:
        message = f"{where}: expected at least one [[regime]], got none"
        raise RegimeError(message)
    regimes = [regime for number, row in enumerate(rows, start=1) for regime in reading.regimes(row, number, bases)]
    _check_ids(regimes, where)
    return RegimeTable(tuple(regimes), lists, sources, f"regimes-{hashlib.sha256(text.encode()).hexdigest()[:12]}")


@dataclass(frozen=True, slots=True)
class _Reading:
    """What a row may refer to."""

    where: str
    sources: Mapping[str, str]
    lists: Mapping[str, OffenceList]

    def regimes(self, row: object, number: int, bases: Mapping[str, Mapping[str, Provision]]) -> Iterator[Regime]:
        """One row a pair."""
        table = _as_table(row, f"{self.where}, regime {number}")
        name = _name(table.get("id"), f"{self.where}, regime {number}, id")
        where = f"{self.where}, regime {name}"
        service = _known(table.get("service", "police"), _SERVICES, f"{where}, service")
        provisions: dict[str, Provision] = {}
        for basis in _strings(table.get("extends", []), f"{where}, extends"):
            provisions |= _known(basis, bases, f"{where}, extends")
        own = {key: value for key, value in table.items() if key not in _OF_A_ROW}
        provisions |= self.provisions(own, where)
        self._check_whole(provisions, where)
        for pair in _pairs(table.get("pairs"), f"{where}, pairs"):
            from_state, _, to_state = pair.partition("-")
            in_order = {field.name: provisions[field.name] for field in FIELDS}
            yield Regime(f"{name}/{pair}", from_state, to_state, service, in_order)

    def provisions(self, table: _Table, where: str) -> dict[str, Provision]:
        """The fields a table holds; not yet all of them."""
        unknown = next((name for name in table if name not in FIELD_BY_NAME), None)
        if unknown is not None:
            message = f"{where}: expected a field such as {FIELDS[0].name} or hold, got {unknown!r}"
            raise RegimeError(message)
        return {name: self._provision(FIELD_BY_NAME[name], value, f"{where}, {name}") for name, value in table.items()}

    def _provision(self, field: Field, said: object, where: str) -> Provision:
        table = _as_table(said, where)
        _check_keys(table, _OF_A_FIELD, where)
        missing = next((key for key in _OF_A_FIELD[:3] if key not in table), None)
        if missing:
            message = f"{where}: expected value, confidence and sources, got no {missing}"
            raise RegimeError(message)
        value = _value(field, table["value"], where)
        confidence = _known(table["confidence"], _CONFIDENCES, f"{where}, confidence")
        if value in (UNKNOWN, (UNKNOWN,)) and confidence != "unsure":
            message = f"{where}: expected the confidence unsure with the value unknown, got {confidence!r}"
            raise RegimeError(message)
        if field.name == "offence_list" and value not in _ANY_KIND:
            _known(value, self.lists, where)
        _check_watched(field, value, where)
        asked = _known(table.get("check_with", field.check_with), _ASKED, f"{where}, check_with")
        sources = _sources(table["sources"], self.sources, where)
        return Provision(value, confidence, sources, asked, _text(table.get("note", ""), f"{where}, note"))

    def _check_whole(self, provisions: Mapping[str, Provision], where: str) -> None:
        """Refuse a row with a missing field or whose days are reversed."""
        missing = [field.name for field in FIELDS if field.name not in provisions]
        if missing:
            message = f"{where}: expected all {len(FIELDS)} fields, got no {', '.join(missing)}"
            raise RegimeError(message)
        first, last = provisions["valid_from"].value, provisions["valid_to"].value
        if isinstance(first, date) and isinstance(last, date) and last < first:
            message = f"{where}, valid_to: expected a day from valid_from {first} on, got {last}"
            raise RegimeError(message)


def _offence_list(name: str, said: object, sources: Mapping[str, str], where: str) -> OffenceList:
    table = _as_table(said, where)
    _check_keys(table, ("offences", "confidence", "sources", "note"), where)
    offences = _strings(table.get("offences"), f"{where}, offences")
    if not offences or len(set(offences)) < len(offences):
        message = f"{where}, offences: expected codes, each once, got {list(offences)}"
        raise RegimeError(message)
    confidence = _known(table.get("confidence"), _CONFIDENCES, f"{where}, confidence")
    note = _text(table.get("note", ""), f"{where}, note")
    return OffenceList(name, offences, confidence, _sources(table.get("sources"), sources, where), note)


# ---------------------------------------------------------------- values


def _value(field: Field, said: object, where: str) -> Value:
    """The value of a field, or a refusal that says what the field may have."""
    if field.kind == "codes":
        return _codes(field, said, where)
    if field.kind == "code":
        return _known(said, {word: word for word in field.words}, where)
    if said in _ANY_KIND and isinstance(said, str):
        return said
    if field.kind == "number" and isinstance(said, int | float) and not isinstance(said, bool) and 0 < said < 1e6:
        return float(said)
    if field.kind == "date" and isinstance(said, date) and not isinstance(said, datetime):
        return said
    if field.kind == "text" and isinstance(said, str) and said.strip():
        return said
    expected = {"number": "a number above 0", "date": "a day as 2023-10-01", "text": "a text"}[field.kind]
    message = f"{where}: expected {expected}, or unknown, none, not_applicable, got {said!r}"
    raise RegimeError(message)


def _check_watched(field: Field, value: Value, where: str) -> None:
    """Refuse a limit that nothing here would measure: it would stand on the card and never warn."""
    if field.name == "limit_distance_from" and value == "zone_polygon":
        message = (
            f"{where}: expected a distance that is measured here, got {value!r}: write unknown, with which it counts "
            "along the road driven, and say in its note which zone it is"
        )
        raise RegimeError(message)


def _codes(field: Field, said: object, where: str) -> tuple[str, ...]:
    """Codes in the order of the field's words; `unknown` and `none` stand alone."""
    codes = (said,) if isinstance(said, str) else _strings(said, where)
    alone = [code for code in codes if code in (UNKNOWN, NONE)]
    if not codes or len(set(codes)) < len(codes) or (alone and len(codes) > 1):
        message = f"{where}: expected codes, each once, or unknown or none alone, got {list(codes)}"
        raise RegimeError(message)
    words = {word: place for place, word in enumerate(field.words)}
    places = [_known(code, words, where) for code in codes]
    return tuple(field.words[place] for place in sorted(places))


def _sources(said: object, sources: Mapping[str, str], where: str) -> tuple[str, ...]:
    keys = _strings(said, f"{where}, sources")
    for key in keys:
        _known(key, sources, f"{where}, sources")
    return keys


def _pairs(said: object, where: str) -> tuple[str, ...]:
    """Directed pairs of two different states."""
    pairs = _strings(said, where)
    bad = next((pair for pair in pairs if not _PAIR.fullmatch(pair) or pair[:2] == pair[3:]), None)
    if bad is not None or not pairs:
        message = f"{where}: expected pairs of two states such as BE-NL, got {bad!r}"
        raise RegimeError(message)
    for state in (state for pair in pairs for state in pair.split("-")):
        if state not in EUROPE:
            message = f"{where}: expected ISO 3166 codes of European states such as BE-NL, got {state!r}"
            raise RegimeError(message)
    return pairs


def _check_ids(regimes: Sequence[Regime], where: str) -> None:
    seen: set[str] = set()
    for regime in regimes:
        if regime.id in seen:
            message = f"{where}, regime {regime.id}: expected each row once, got it again"
            raise RegimeError(message)
        seen.add(regime.id)


# ---------------------------------------------------------------- the parts of a TOML text


def _table(document: _Table, key: str, where: str) -> _Table:
    return _as_table(document.get(key, {}), f"{where}, {key}")


def _as_table(said: object, where: str) -> _Table:
    if not isinstance(said, dict):
        message = f"{where}: expected a table, got {said!r}"
        raise RegimeError(message)
    return said


def _strings(said: object, where: str) -> tuple[str, ...]:
    if not isinstance(said, list) or not all(isinstance(part, str) for part in said):
        message = f"{where}: expected a list of texts, got {said!r}"
        raise RegimeError(message)
    return tuple(said)


def _text(said: object, where: str) -> str:
    if not isinstance(said, str):
        message = f"{where}: expected a text, got {said!r}"
        raise RegimeError(message)
    return said


def _name(said: object, where: str) -> str:
    if not isinstance(said, str) or not _NAME.fullmatch(said):
        message = f"{where}: expected lower-case letters, digits and hyphens such as benelux-2018, got {said!r}"
        raise RegimeError(message)
    return said


def _known(said: object, known: Mapping[str, _Known], where: str) -> _Known:
    if not isinstance(said, str) or said not in known:
        message = f"{where}: expected one of {', '.join(known)}, got {said!r}"
        raise RegimeError(message)
    return known[said]


def _check_keys(table: _Table, expected: Collection[str], where: str) -> None:
    unknown = next((key for key in table if key not in expected), None)
    if unknown is not None:
        message = f"{where}: expected one of {', '.join(expected)}, got {unknown!r}"
        raise RegimeError(message)
