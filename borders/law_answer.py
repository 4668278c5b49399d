"""The legal card as one JSON object: the card, and every field of the rows behind it with confidence and sources."""

from dataclasses import asdict
from datetime import date

from borders.card import Card
from borders.regime_fields import FIELDS, UNKNOWN, Field, Value
from borders.regime_words import NOT_ADVICE
from borders.regimes import OffenceList, Provision, Regime, RegimeTable

__all__ = ["Json", "law_answer"]

Json = str | float | bool | None | list["Json"] | dict[str, "Json"]


def law_answer(table: RegimeTable, card: Card) -> dict[str, Json]:
    """All that is known of a card, as JSON takes it; days are texts as 2023-10-01."""
    ids = {basis.id for basis in (*card.bases, *card.pending)}
    rows = [row for row in table.regimes if row.id in ids]
    lists = {row.text("offence_list") for row in rows}
    sources = {source for row in rows for provision in row.provisions.values() for source in provision.sources}
    return {
        "notice": NOT_ADVICE,
        "card": _plain(asdict(card)),
        "pursuit_regimes": [_regime(row) for row in rows],
        "offence_lists": {name: _list(told) for name, told in table.offence_lists.items() if name in lists},
        "sources": {key: text for key, text in table.sources.items() if key in sources},
    }


def _regime(row: Regime) -> Json:
    """One row, its fields nested as they belong together."""
    told: dict[str, Json] = {
        "id": row.id, "from_state": row.from_state, "to_state": row.to_state, "service": row.service,
    }  # fmt: skip
    for field in FIELDS:
        _put(told, field.path, _provision(field, row.provisions[field.name]))
    return told


def _put(told: dict[str, Json], path: tuple[str, ...], value: Json) -> None:
    if len(path) == 1:
        told[path[0]] = value
        return
    inner = told.setdefault(path[0], {})
    if isinstance(inner, dict):
        _put(inner, path[1:], value)


def _provision(field: Field, provision: Provision) -> Json:
    """What is shown; leave that is not sure stands beside it as what is believed, never as the value."""
    shown = provision.shown(field)
    told: dict[str, Json] = {
        "value": _value((UNKNOWN,) if shown == UNKNOWN and field.kind == "codes" else shown),
        "confidence": provision.confidence,
        "sources": list(provision.sources),
        "check_with": provision.check_with,
        "note": provision.note,
    }
    return told if shown == provision.value else told | {"believed": _value(provision.value)}


def _list(told: OffenceList) -> Json:
    return {
        "offences": list(told.offences), "confidence": told.confidence, "sources": list(told.sources), "note": told.note
    }  # fmt: skip


def _value(value: Value) -> Json:
    if isinstance(value, tuple):
        return list(value)
    return value.isoformat() if isinstance(value, date) else value


def _plain(said: object) -> Json:
    """The same with lists for tuples and texts for days."""
    if isinstance(said, dict):
        return {str(key): _plain(value) for key, value in said.items()}
    if isinstance(said, tuple | list):
        return [_plain(part) for part in said]
    if isinstance(said, date):
        return said.isoformat()
    return said if isinstance(said, str | float | int | bool) else None
