"""The legal card of a crossing: what holds for officers of one state in another on a day, the stricter rule first.

Every basis that holds is shown; none is chosen for the reader. What is unknown, or allowed by a row that is not sure of
it, stands as `unknown` with whom to check with: never as leave. Rows that are signed but not known to be in force are
listed as pending and say nothing else. All types are plain, so that a card can be sent as it is.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Literal, get_args

from borders.regime_fields import (
    FIELD_BY_NAME,
    FIELDS,
    NONE,
    NOT_APPLICABLE,
    UNKNOWN,
    CheckWith,
    Field,
    Value,
    strictness,
)
from borders.regimes import Confidence, Regime, RegimeTable, Service

__all__ = [
    "RUNG", "Card", "CardBasis", "CardLine", "CardValue", "Limit", "Measured", "Modes", "Notify", "Recipient",
    "SixHourRule", "card_for", "duties", "hold", "limits", "modes", "not_rung", "notify", "six_hour_rule",
]  # fmt: skip

Measured = Literal[
    "along_track", "crow_flies_from_crossing", "crow_flies_from_border", "crow_flies_from_named_point", "zone"
]
_MEASURED: Mapping[str, Measured] = {
    "crossing_point": "crow_flies_from_crossing",
    "border_line": "crow_flies_from_border",
    "named_point": "crow_flies_from_named_point",
    "zone_polygon": "zone",
}
_CONFIDENCES = get_args(Confidence)
RUNG = ("control_room", "joint_centre")
"""The roles of recipients that the directory has rooms of: nothing here rings the others."""


@dataclass(frozen=True, slots=True)
class CardBasis:
    """One row that bears on the card.

    Attributes:
        id: the row's id.
        instrument: the treaty or agreement.
        article: None where it is not read or there is none.
        status: in_force, signed_not_in_force, repealed (later than the card's day), unknown.
        valid_from: its first day; None where unknown.
        valid_to: its last day; None where it goes on, or is unknown.
        note: what the instrument's name does not say, such as whose declaration it is read with; English.
    """

    id: str
    instrument: str
    article: str | None
    status: str
    valid_from: date | None
    valid_to: date | None
    note: str


@dataclass(frozen=True, slots=True)
class CardValue:
    """What one basis says in one field; exactly one of `codes`, `number` and `text` is filled.

    Attributes:
        basis_id: which basis.
        codes: words to be rendered in the reader's language; `unknown`, `none` and `not_applicable` stand here for
            fields of every kind.
        number: in the unit the field's name ends with.
        text: a name, an address, or a day as YYYY-MM-DD.
        confidence: verified, verified_secondary, from_memory, unsure.
        sources: keys of the table's sources.
        check_with: own_legal_service, host_room or joint_centre; set exactly where the value is unknown or unsure.
        note: what the value alone does not say; English.
    """

    basis_id: str
    codes: tuple[str, ...]
    number: float | None
    text: str | None
    confidence: Confidence
    sources: tuple[str, ...]
    check_with: CheckWith | None
    note: str


@dataclass(frozen=True, slots=True)
class CardLine:
    """One field of `borders.regime_fields.FIELDS`: what every basis says of it, the stricter first."""

    field: str
    values: tuple[CardValue, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """What holds for officers of `from_state` in `to_state`.

    Attributes:
        from_state: ISO 3166 code of the pursuing officers' state.
        to_state: ISO 3166 code of the host.
        service: police or customs.
        on: the day of the crossing, in the host's calendar.
        known: False where no basis holds: "no known basis".
        bases: the rows that hold, in the table's order.
        pending: rows that are not known to hold on this day; they grant nothing.
        lines: every field in a fixed order; empty where no basis holds.
        version: names exactly the table it was made from.
    """

    from_state: str
    to_state: str
    service: Service
    on: date
    known: bool
    bases: tuple[CardBasis, ...]
    pending: tuple[CardBasis, ...]
    lines: tuple[CardLine, ...]
    version: str


@lru_cache(maxsize=4096)
def card_for(table: RegimeTable, from_state: str, to_state: str, *, on: date, service: Service) -> Card:
    """The card of a directed pair on a day; not `known` where the table has no row that holds.

    Kept, because every crossing asks for it: making one takes some 0.5 ms, finding it again less than 1 us.

    Args:
        table: the treaty rows.
        from_state: ISO 3166 code of the pursuing unit's own state, not of the state the chase began in.
        to_state: ISO 3166 code of the state entered.
        on: the day of the crossing.
        service: the pursuing unit's.
    """
    rows = table.between(from_state, to_state, service)
    holding = tuple(row for row in rows if row.standing(on) == "holds")
    pending = tuple(_basis(row) for row in rows if row.standing(on) == "pending")
    lines = tuple(_line(field, holding) for field in FIELDS) if holding else ()
    bases = tuple(map(_basis, holding))
    return Card(from_state, to_state, service, on, bool(holding), bases, pending, lines, table.version)


def _basis(row: Regime) -> CardBasis:
    return CardBasis(
        id=row.id,
        instrument=row.text("instrument") or UNKNOWN,
        article=row.text("article"),
        status=str(row.value("status")),
        valid_from=row.day("valid_from"),
        valid_to=row.day("valid_to"),
        note=row.provisions["instrument"].note,
    )


def _line(field: Field, rows: Iterable[Regime]) -> CardLine:
    by_strictness = sorted(rows, key=lambda row: strictness(field, row.provisions[field.name].shown(field)))
    return CardLine(field.name, tuple(_value(field, row) for row in by_strictness))


def _value(field: Field, row: Regime) -> CardValue:
    provision = row.provisions[field.name]
    value = provision.shown(field)
    ask = provision.confidence == "unsure" or value in (UNKNOWN, (UNKNOWN,))
    codes, number, text = _parts(field, value)
    return CardValue(
        basis_id=row.id,
        codes=codes,
        number=number,
        text=text,
        confidence=provision.confidence,
        sources=provision.sources,
        check_with=provision.check_with if ask else None,
        note=provision.note,
    )


def _parts(field: Field, value: Value) -> tuple[tuple[str, ...], float | None, str | None]:
    """The value as codes, number or text."""
    if isinstance(value, tuple):
        return value, None, None
    if isinstance(value, date):
        return (), None, value.isoformat()
    if isinstance(value, str):
        is_text = field.kind == "text" and value not in (UNKNOWN, NONE, NOT_APPLICABLE)
        return ((), None, value) if is_text else ((value,), None, None)
    return (), float(value), None


# ---------------------------------------------------------------- what the pursuit asks of a card


@dataclass(frozen=True, slots=True)
class Limit:
    """How far and how long one basis lets a pursuit go on.

    With neither distance nor time it is not known whether there is a limit: `check_with` says whom to ask.

    Attributes:
        basis_id: which basis.
        distance_m: None where there is none, or it is not known.
        measured: how the distance is measured; where that is unknown, along the track, which is reached first.
        point: the place it is measured from, where it is a named one.
        time_s: since the crossing; None where there is none, or it is not known.
        combine: with both: `or` ends the pursuit at whichever is reached first, `and` when both are; None with one.
        confidence: the weakest of what it is made of.
        check_with: set where something of it is unknown or unsure.
    """

    basis_id: str
    distance_m: float | None
    measured: Measured
    point: str | None
    time_s: float | None
    combine: Literal["and", "or"] | None
    confidence: Confidence
    check_with: CheckWith | None


@dataclass(frozen=True, slots=True)
class Recipient:
    """Who must be told: the role, and how it is found (`by_crossing_district`, `national`, `fixed`)."""

    role: str
    resolver: str


@dataclass(frozen=True, slots=True)
class Notify:
    """The notice that is due: of all bases the earliest time, every recipient and every item.

    Attributes:
        latest: before_if_possible, at_crossing, immediately_after or unknown; unknown is to be met as at_crossing.
        recipients: who must be told.
        copies: joint centres that get a copy.
        min_content: what it must at least say, where the host has laid that down.
        ack_expected: yes, no or unknown.
        check_with: whom to ask, of all that is unknown or unsure in it.
    """

    latest: str
    recipients: tuple[Recipient, ...]
    copies: tuple[str, ...]
    min_content: tuple[str, ...]
    ack_expected: str
    check_with: tuple[CheckWith, ...]


@dataclass(frozen=True, slots=True)
class Modes:
    """Whether a pursuit may cross in this way: yes, no or unknown."""

    road: str
    rail: str
    water: str
    sea: str
    air: str


@dataclass(frozen=True, slots=True)
class SixHourRule:
    """Whether a held person must be freed after six hours (00:00 to 09:00 not counted): yes, no or unknown."""

    applies: str
    confidence: Confidence
    check_with: CheckWith | None


def limits(card: Card, road_class: str | None = None) -> tuple[Limit, ...]:
    """The limits of every basis that has one or of which it is unknown; all of them bind.

    Empty with a card that is not known, where there is no leave to limit.

    Args:
        card: what holds.
        road_class: `motorway` or another; None where it is not known, for which the shorter distance counts.
    """
    return tuple(limit for basis in card.bases for limit in _limits_of(_said_by(card, basis.id), road_class))


def hold(card: Card) -> str:
    """Whether the pursuers may hold the person, by the strictest basis.

    One of none, unknown, citizen_seizure_only, until_host_arrives, yes; `none` where no basis is known.
    """
    return _strictest(card, "hold") if card.known else NONE


def six_hour_rule(card: Card) -> SixHourRule:
    """Whether a held person is to be freed after six hours, by the strictest basis."""
    if not card.known:
        return SixHourRule(UNKNOWN, "unsure", "own_legal_service")
    value = _values(card, "six_hour_rule")[0]
    return SixHourRule(_word(value), value.confidence, value.check_with)


def notify(card: Card) -> Notify:
    """Whom to tell, when at the latest, and what; nobody and `unknown` where no basis is known."""
    names = ("notify_latest", "notify_recipients", "notify_copies", "notify_min_content", "notify_ack_expected")
    asked = {value.check_with for name in names for value in _values(card, name) if value.check_with}
    recipients = (code.partition("/") for code in _every(card, "notify_recipients"))
    return Notify(
        latest=_strictest(card, "notify_latest"),
        recipients=tuple(Recipient(role, resolver) for role, _, resolver in recipients),
        copies=_every(card, "notify_copies"),
        min_content=_every(card, "notify_min_content"),
        ack_expected=_strictest(card, "notify_ack_expected"),
        check_with=tuple(sorted(asked)),
    )


def not_rung(card: Card) -> tuple[str, ...]:
    """Whom the bases have told and nothing here rings, as role/resolver: the pursuers tell them themselves."""
    return tuple(code for code in _every(card, "notify_recipients") if code.partition("/")[0] not in RUNG)


def duties(card: Card) -> tuple[str, ...]:
    """What the pursuing officers must do, of all bases together, in the order of the field's words."""
    return _every(card, "officer_duties")


def modes(card: Card) -> Modes:
    """In which ways the border may be crossed, by the strictest basis."""
    return Modes(*(_strictest(card, f"mode_{mode}") for mode in ("road", "rail", "water", "sea", "air")))


def _limits_of(said: Mapping[str, CardValue], road_class: str | None) -> Iterator[Limit]:
    """None where the basis knows of no limit, otherwise the one it has."""
    distance, time = _distance(said, road_class), said["limit_time_min"]
    if all(value.number is None and _word(value) != UNKNOWN for value in (distance, time)):
        return
    parts = [distance, time]
    if distance.number is not None:
        parts.append(said["limit_distance_from"])
    both = distance.number is not None and time.number is not None
    if both:
        parts.append(said["limit_combine"])
    yield Limit(
        basis_id=distance.basis_id,
        distance_m=None if distance.number is None else distance.number * 1000.0,
        measured=_MEASURED.get(_word(said["limit_distance_from"]), "along_track"),
        point=said["limit_named_point"].text,
        time_s=None if time.number is None else time.number * 60.0,
        combine=("and" if _word(said["limit_combine"]) == "and" else "or") if both else None,
        confidence=max((part.confidence for part in parts), key=_CONFIDENCES.index),
        check_with=next((part.check_with for part in parts if part.check_with), None),
    )


def _distance(said: Mapping[str, CardValue], road_class: str | None) -> CardValue:
    """The distance that binds: the general one or the road class's; the shorter where the class is not known."""
    names = {"motorway": ("limit_motorway_km",), None: ("limit_motorway_km", "limit_other_km")}
    candidates = [said[name] for name in ("limit_distance_km", *names.get(road_class, ("limit_other_km",)))]
    return min(candidates, key=lambda value: (value.number is None, value.number or 0.0, _word(value) != UNKNOWN))


def _said_by(card: Card, basis_id: str) -> Mapping[str, CardValue]:
    return {line.field: value for line in card.lines for value in line.values if value.basis_id == basis_id}


def _values(card: Card, field: str) -> tuple[CardValue, ...]:
    return next((line.values for line in card.lines if line.field == field), ())


def _strictest(card: Card, field: str) -> str:
    values = _values(card, field)
    return _word(values[0]) if values else UNKNOWN


def _every(card: Card, field: str) -> tuple[str, ...]:
    """The codes of all bases, in the order of the field's words, without those that say nothing."""
    said = {code for value in _values(card, field) for code in value.codes} - {UNKNOWN, NONE, NOT_APPLICABLE}
    return tuple(word for word in FIELD_BY_NAME[field].words if word in said)


def _word(value: CardValue) -> str:
    """The one code of a value; empty where it is a number or a text."""
    return value.codes[0] if value.codes else ""
