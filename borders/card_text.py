"""The legal card as a person reads it in a terminal: a line a field, in English, with how sure and who says so."""

from collections.abc import Iterator

from borders.card import Card, CardBasis, CardLine, CardValue, not_rung
from borders.regime_fields import FIELD_BY_NAME, NOT_APPLICABLE, UNKNOWN, Field, Value
from borders.regime_words import CONFIDENCES, NOT_ADVICE, WHOM, field_label, value_words

__all__ = ["card_text"]

_IN_THE_HEAD = frozenset(("instrument", "article", "url", "status", "valid_from", "valid_to"))
_LABEL_WIDTH = 44


def card_text(card: Card) -> str:
    """The whole card; what is not known stands as whom to check with, never as leave."""
    return "\n".join(_lines(card))


def _lines(card: Card) -> Iterator[str]:
    yield f"{card.from_state} officers in {card.to_state}, {card.service}, on {card.on.day} {card.on:%B %Y}"
    yield NOT_ADVICE
    yield ""
    if not card.known:
        yield f"No known basis: hand over to the host, and check with {WHOM['own_legal_service']}."
    for basis in card.bases:
        yield f"{basis.id}: {_basis(basis)}"
    for basis in card.pending:
        yield f"{basis.id}: NOT KNOWN TO HOLD on this day, grants nothing: {_basis(basis)}"
    if card.known:
        yield ""
    for line in card.lines:
        if line.field not in _IN_THE_HEAD and not _does_not_arise(line):
            yield from _line(card, line)
        if line.field == "notify_recipients":
            yield from _not_rung(card)


def _not_rung(card: Card) -> Iterator[str]:
    """Whom nothing here rings, under whom to tell."""
    if codes := not_rung(card):
        whom = value_words(FIELD_BY_NAME["notify_recipients"], codes)
        yield f"{'':{_LABEL_WIDTH}} rung from here: control rooms and joint centres only; tell yourself: {whom}"


def _basis(basis: CardBasis) -> str:
    article = basis.article or f"article: check with {WHOM['own_legal_service']}"
    note = f" ({basis.note})" if basis.note else ""
    return f"{basis.instrument}, {article}, {_held(basis)}{note}"


def _held(basis: CardBasis) -> str:
    """From when to when it was in force; that it is repealed since is said last, for it held on the card's day."""
    first, last = basis.valid_from, basis.valid_to
    if basis.status == "repealed":
        begin = first.isoformat() if first else "from a day not known"
        return f"in force {begin} to {last or 'a day not known'}, since repealed"
    begin = f"since {first.isoformat()}" if first else "first day not known"
    end = f", until {last.isoformat()}" if last else ""
    return f"{basis.status.replace('_', ' ')}, {begin}{end}"


def _does_not_arise(line: CardLine) -> bool:
    return all(value.codes == (NOT_APPLICABLE,) for value in line.values)


def _line(card: Card, line: CardLine) -> Iterator[str]:
    """A line for each different answer, the stricter first, with the bases that give it where not all do."""
    field = FIELD_BY_NAME[line.field]
    whose: dict[str, list[str]] = {}
    for value in line.values:
        whose.setdefault(_value(field, value), []).append(value.basis_id)
    label = field_label(field)
    for words, ids in whose.items():
        of = f" [{', '.join(ids)}]" if len(ids) < len(card.bases) else ""
        yield f"{label:{_LABEL_WIDTH}} {words}{of}"
        label = ""


def _value(field: Field, value: CardValue) -> str:
    words = value_words(field, _said(value))
    if value.check_with:
        known = "" if value.codes == (UNKNOWN,) else f"{words}, but "
        words = f"{known}check with {WHOM[value.check_with]}"
    doubt = CONFIDENCES[value.confidence]
    note = f"; {value.note}" if value.note else ""
    return f"{words} ({doubt}: {', '.join(value.sources) or 'no source'}{note})"


def _said(value: CardValue) -> Value:
    if value.number is not None:
        return value.number
    return value.text if value.text is not None else value.codes
