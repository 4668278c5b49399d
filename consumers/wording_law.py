"""A legal card in words: every basis that holds, field by field, the stricter first, each with how sure it is.

What is unknown is said as "check with" and whom, never as leave. Luxembourgish has no legal terms here: a card for its
reader stands in French, and says so.
"""

from dataclasses import replace

from borders.card import Card, CardBasis, CardLine, CardValue
from borders.regime_fields import NOT_APPLICABLE, UNKNOWN
from consumers.language import has_words, number_text, state_name, state_phrase
from consumers.reader import Reader

__all__ = ["card_heading", "card_lines", "card_text", "word_text"]

_OF_THE_BASIS = {
    "instrument", "article", "url", "status", "valid_from", "valid_to", "source_date", "last_reviewed", "reviewer",
}  # fmt: skip
"""Fields that say what the basis is, not what it allows."""
_IN_SHORT = (
    "trigger", "offence_rule", "limit_distance_km", "limit_time_min", "hold", "homes_excluded", "notify_latest",
)  # fmt: skip
"""What fits into a line of a terminal; `senningen law` prints the rest."""
_UNITS = ("km", "min", "months")


def card_text(card: Card, reader: Reader) -> str:
    """One line: what the card is of, and what matters most in it."""
    if not card.known:
        return card_heading(card, reader)
    law = _of_law(reader)
    lines = (_line(line, law) for line in card.lines if line.field in _IN_SHORT)
    return law.say("warned", warned=card_heading(card, reader), text="; ".join(lines))


def card_heading(card: Card, reader: Reader) -> str:
    """Which officers where, on which bases; or that no basis is known; then what is pending, and the language."""
    law = _of_law(reader)
    heading = law.say(
        "law-heading",
        on=card.on.isoformat(),
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
    """Every field that says what is allowed, in the card's order; none of those that do not arise."""
    shown = (line for line in card.lines if line.field not in _OF_THE_BASIS and _arises(line))
    return tuple(_line(line, _of_law(reader)) for line in shown)


def _arises(line: CardLine) -> bool:
    return any(value.codes != (NOT_APPLICABLE,) for value in line.values)


def _line(line: CardLine, law: Reader) -> str:
    """A field and each different value, the stricter first, with its bases where not all say the same."""
    whose: dict[str, list[str]] = {}
    for value in line.values:
        whose.setdefault(_value(line.field, value, law), []).append(value.basis_id)
    values = (
        law.say("law-by_basis", text=said, basis=", ".join(bases)) if len(whose) > 1 else said
        for said, bases in whose.items()
    )
    return law.say("in-words", code=law.say(f"law-field-{line.field}"), text="; ".join(values))


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
