"""A legal card in words: every basis that holds, field by field, the stricter first, each with how sure it is.

What is unknown is said as "check with" and whom, never as leave. Luxembourgish has no legal terms here: a card for its
reader stands in French, and says so. A note stands as the table has it, with its language.
"""

from collections.abc import Callable, Iterable
from dataclasses import replace

from borders.card import Card, CardBasis, CardLine, CardValue, not_rung
from borders.regime_fields import NOT_APPLICABLE, UNKNOWN
from consumers.language import date_text, has_words, number_text, state_name, state_phrase
from consumers.reader import Reader
from consumers.wording_parameters import free_text

__all__ = ["card_heading", "card_lines", "card_text", "hold_lines", "word_text"]

_Noted = Callable[[str, CardValue], str]
"""What is told of a field's note; empty where it is left out."""

_OF_THE_BASIS = {
    "instrument", "article", "url", "status", "valid_from", "valid_to", "source_date", "last_reviewed", "reviewer",
}  # fmt: skip
"""Fields that say what the basis is, not what it allows."""
_LIMITED_BY = ("limit_distance_km", "limit_motorway_km", "limit_other_km", "limit_time_min")
_LIMITS_ONLY = {"limit_distance_from", "limit_named_point", "limit_motorway_km", "limit_other_km", "limit_combine"}
"""Of limits: where nothing is known of any, that they are to be checked is said once, of the distance and the time."""
_MATTERS = {"trigger", "hold", *_LIMITED_BY, *_LIMITS_ONLY}
"""Where a note may take back what the value alone seems to allow."""
_IN_SHORT = {*_MATTERS, "offence_rule", "homes_excluded", "notify_latest"}
"""What fits into a line of a terminal; `senningen law` prints the rest."""
_SHORT_NOTE = 100
_NOTES_IN = "en"
_UNITS = ("km", "min", "months")


def card_text(card: Card, reader: Reader) -> str:
    """One line: what the card is of, and what matters most in it."""
    if not card.known:
        return card_heading(card, reader)
    law = _of_law(reader)
    lines = (_line(line, law, _short_note) for line in _in_short(card))
    said = (*lines, *_ways(card, law), *_not_rung(card, law))
    return law.say("warned", warned=card_heading(card, reader), text="; ".join(said))


def _in_short(card: Card) -> Iterable[CardLine]:
    """The fields of the line; how a limit is measured only where there is one, or something is known of it."""
    limited = any(value.number for line in card.lines if line.field in _LIMITED_BY for value in line.values)
    shown = (line for line in card.lines if line.field in _IN_SHORT and _arises(line))
    return (line for line in shown if limited or line.field not in _LIMITS_ONLY or _is_known(line))


def _ways(card: Card, law: Reader) -> Iterable[str]:
    """By road, by rail, by water and by air: the ways of the same answer together."""
    ways: dict[str, list[str]] = {}
    for line in card.lines:
        if line.field.startswith("mode_"):
            ways.setdefault(_answer(line, law, _no_note), []).append(law.say(f"law-field-{line.field}"))
    return (law.say("in-words", code=", ".join(names), text=said) for said, names in ways.items())


def _not_rung(card: Card, law: Reader) -> tuple[str, ...]:
    """Whom nothing here rings, though the bases have them told."""
    whom = ", ".join(word_text("notify_recipients", code, law) for code in not_rung(card))
    return (law.say("law-not_rung", whom=whom),) if whom else ()


def card_heading(card: Card, reader: Reader) -> str:
    """Which officers where, on which bases; or that no basis is known; then what is pending, and the language."""
    law = _of_law(reader)
    heading = law.say(
        "law-heading",
        on=date_text(law.language, card.on),
        service=law.say(f"law-service-{card.service}"),
        **{"from": state_name(law.language, card.from_state), "in": state_phrase(law.language, "in", (card.to_state,))},
    )
    bases = ", ".join(_basis(basis, law) for basis in card.bases)
    known = law.say("law-bases" if card.known else "law-not_known", heading=heading, bases=bases)
    pending = (law.say("law-pending", basis=_basis(basis, law)) for basis in card.pending)
    in_french = () if law.language == reader.language else (reader.say("stands-in-french"),)
    return "; ".join((known, *pending, *in_french))


def _of_law(reader: Reader) -> Reader:
    """The reader, in the language in which the law is said to them."""
    return reader if has_words(reader.language, "law-heading") else replace(reader, language="fr")


def _basis(basis: CardBasis, law: Reader) -> str:
    if basis.article is None:
        return basis.instrument
    return law.say("law-basis", instrument=basis.instrument, article=basis.article)


def card_lines(card: Card, reader: Reader) -> tuple[str, ...]:
    """Every field that says what is allowed, in the card's order, with its notes; none of those that do not arise.

    Under whom to tell stands who of them is rung from here, and who is not.
    """
    law, lines = _of_law(reader), []
    for line in card.lines:
        if line.field not in _OF_THE_BASIS and _arises(line):
            lines.append(_line(line, law, _whole_note))
        if line.field == "notify_recipients":
            lines += _not_rung(card, law)
    return tuple(lines)


def hold_lines(card: Card, reader: Reader) -> tuple[str, ...]:
    """Whether the officers may hold the person, as it is read out: without the notes, which stand in English."""
    return tuple(_line(line, _of_law(reader), _no_note) for line in card.lines if line.field == "hold")


def _whole_note(_field: str, value: CardValue) -> str:
    return value.note


def _short_note(field: str, value: CardValue) -> str:
    return value.note if field in _MATTERS and len(value.note) <= _SHORT_NOTE else ""


def _no_note(_field: str, _value: CardValue) -> str:
    return ""


def _arises(line: CardLine) -> bool:
    return any(value.codes != (NOT_APPLICABLE,) for value in line.values)


def _is_known(line: CardLine) -> bool:
    return any(value.codes not in ((NOT_APPLICABLE,), (UNKNOWN,)) for value in line.values)


def _line(line: CardLine, law: Reader, noted: _Noted) -> str:
    return law.say("in-words", code=law.say(f"law-field-{line.field}"), text=_answer(line, law, noted))


def _answer(line: CardLine, law: Reader, noted: _Noted) -> str:
    """Each different value of a field, the stricter first, with its bases where not all say the same."""
    whose: dict[str, list[str]] = {}
    for value in line.values:
        said = _value(line.field, value, law)
        note = free_text(noted(line.field, value), _NOTES_IN, law)
        told = law.say("law-noted", text=said, note=note) if note else said
        whose.setdefault(told, []).append(value.basis_id)
    return "; ".join(
        law.say("law-by_basis", text=said, basis=", ".join(bases)) if len(whose) > 1 else said
        for said, bases in whose.items()
    )


def _value(field: str, value: CardValue, law: Reader) -> str:
    """What holds, how sure that is where it is not read in the text itself, and whom to check with."""
    content = _content(field, value, law)
    if content and value.confidence != "verified":
        content = law.say("law-sure", text=content, confidence=law.say(f"law-confidence-{value.confidence}"))
    check = law.say("check-with", whom=law.say(f"whom-{value.check_with}")) if value.check_with else ""
    return ", ".join(part for part in (content, check) if part)


def _content(field: str, value: CardValue, law: Reader) -> str:
    if value.number is not None:
        unit = next((unit for unit in _UNITS if f"_{unit}_" in f"{field}_"), "")
        number = number_text(law.language, value.number)
        return law.say(f"law-unit-{unit}", n=number) if unit else number
    if value.text is not None:
        return value.text
    return ", ".join(word_text(field, code, law) for code in value.codes if code != UNKNOWN)


def word_text(field: str, code: str, law: Reader) -> str:
    """A word of a field; where it means something of its own in this field, that."""
    word = code.replace("/", "-")
    own = f"law-{field}-{word}"
    return law.say(own if has_words("en", own) else f"law-word-{word}")
