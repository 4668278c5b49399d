"""The read-out card: what an operator reads aloud to another room by telephone, in both rooms' languages.

Each line is short and one thought; plates and numbers are spelled; what is not known is said to be so.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from sys import intern

from borders.card import Card
from borders.rooms import Room
from consumers.language import LANGUAGES, spoken_language, state_name
from consumers.read_out_known import (
    asked_lines,
    card_read_out,
    fact_lines,
    law_lines,
    room_name,
    stop_lines,
    units_line,
)
from consumers.read_out_moves import last_lines, move_lines
from consumers.reader import Reader, Rooms, page_reader, terminal_reader
from consumers.spelling import number_said
from streams.ids import owner_of
from streams.records import Alert, AlertedRoom, PursuitRecord

__all__ = ["InLanguage", "ReadOut", "alerted_or_not", "law_read_out", "read_out", "read_outs", "sentence"]

_NO_CARDS: Mapping[str, Card] = {}
_TOLD_WHOLE = ("open", "closed")
"""Of a pursuit that never was, nothing of anybody is told; one that is merged is told by the one that goes on."""


@dataclass(frozen=True, slots=True)
class InLanguage:
    """The lines of one language, in the order of reading."""

    language: str
    lines: tuple[str, ...]

    def marked(self) -> tuple[str, ...]:
        """Each line with its language before it: [nl] Oefening, oefening, oefening.

        A gateway remembers what it said: equal lines of other rooms and revisions are kept once.
        """
        return tuple(intern(f"[{self.language}] {line}") for line in self.lines)


@dataclass(frozen=True, slots=True)
class ReadOut:
    """A card for one call.

    Attributes:
        room: who is called, by its id.
        dial: whom to call and by which number, in the caller's language.
        parts: what to read, in the caller's language, then in the called room's where that is another.
    """

    room: str
    dial: str
    parts: tuple[InLanguage, ...]

    def marked(self) -> tuple[str, ...]:
        """Every line with its language before it, whom to call first."""
        first = InLanguage(self.parts[0].language, (self.dial,))
        return tuple(line for part in (first, *self.parts) for line in part.marked())


def read_out(
    view: PursuitRecord,
    room: str,
    alert: Alert | None,
    language: str,
    cards: Mapping[str, Card] = _NO_CARDS,
    *,
    called: AlertedRoom | None = None,
    speaks: Callable[[str], Reader] = terminal_reader,
) -> ReadOut:
    """The card for a call to this room.

    Args:
        view: the pursuit as the calling room reads it.
        room: who is called.
        alert: of this pursuit, which the caller holds; it knows a crossing's place by name.
        language: of the caller; English where there are no words for it.
        cards: regime cards by id; one that is not here is to be read from the card itself.
        called: what is known of the room where it is not alerted, or better than the view has it.
        speaks: how instants are written.
    """
    own = spoken_language(language)
    to = called or alerted_or_not(view, room, speaks(own).room)
    return _card(view, _Call(to, alert, cards), own, lambda one: _for_any_room(view, speaks(one)))


def read_outs(
    view: PursuitRecord, language: str, *, speaks: Callable[[str], Reader] = page_reader
) -> dict[str, ReadOut]:
    """The cards for calls to every alerted room but the reader's own, by room: what the view alone can say."""
    in_language = cache(lambda one: _for_any_room(view, speaks(one)))
    calls = (_Call(to) for to in view.alerted if to.room != view.recipient)
    return {call.to.room: _card(view, call, spoken_language(language), in_language) for call in calls}


def law_read_out(card: Card) -> tuple[str, ...]:
    """What of a regime card is read out, in every language, each line marked with its own."""
    spoken = (InLanguage(one, _sentences(card_read_out(card, page_reader(one)))) for one in LANGUAGES)
    return tuple(line for part in spoken for line in part.marked())


def sentence(text: str) -> str:
    """The text with a capital first and a full stop last.

    >>> sentence("number plate: not known")
    'Number plate: not known.'
    """
    stop = "" if text.endswith((".", "!", "?")) else "."
    return f"{text[:1].upper()}{text[1:]}{stop}"


def _sentences(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(sentence(text) for text in texts)


# ---------------------------------------------------------------- who is called, in which language


def _alerted(view: PursuitRecord, room: str) -> AlertedRoom | None:
    return next((one for one in view.alerted if one.room == room), None)


def alerted_or_not(view: PursuitRecord, room: str, known: Rooms) -> AlertedRoom:
    """The room as the pursuit has it; of one without an alert what the directory has: the call is what warns it."""
    return _alerted(view, room) or _not_alerted(room, known(room))


def _not_alerted(room: str, known: Room | None) -> AlertedRoom:
    return AlertedRoom(
        room=room,
        phase="telephoned",
        revision=0,
        delivered_at=None,
        acknowledged=None,
        name=known.name if known else "",
        languages=known.languages if known else (),
        telephone=known.telephone if known else "",
    )


def _languages(own: str, to: AlertedRoom) -> tuple[str, ...]:
    """The caller's and the called room's first one that there are words for: English where that is not known."""
    theirs = next((one for one in to.languages if one in LANGUAGES), "en")
    return tuple(dict.fromkeys((own, theirs)))


# ---------------------------------------------------------------- the lines


@dataclass(frozen=True, slots=True)
class _Call:
    """Who is called, and what the caller holds besides the view."""

    to: AlertedRoom
    alert: Alert | None = None
    cards: Mapping[str, Card] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _ForAnyRoom:
    """What is read to every room alike, put in words once for each language."""

    reader: Reader
    mode: str
    known: tuple[str, ...]
    stops: tuple[str, ...]
    end: tuple[str, ...]


def _for_any_room(view: PursuitRecord, reader: Reader) -> _ForAnyRoom:
    known = (*last_lines(view, reader), *fact_lines(view, reader), units_line(view, reader))
    return _ForAnyRoom(
        reader=reader,
        mode=sentence(reader.say(f"read-mode-{view.mode}")),
        known=_sentences(known),
        stops=_sentences(stop_lines(view, reader)),
        end=_sentences((_call_back(view, reader), reader.say("read-ask"))),
    )


def _card(view: PursuitRecord, call: _Call, own: str, in_language: Callable[[str], _ForAnyRoom]) -> ReadOut:
    parts = (InLanguage(one, _lines(view, call, in_language(one))) for one in _languages(own, call.to))
    return ReadOut(call.to.room, _dial(call.to, in_language(own).reader), tuple(parts))


def _lines(view: PursuitRecord, call: _Call, alike: _ForAnyRoom) -> tuple[str, ...]:
    reader, to = alike.reader, call.to
    caller = _sentences(_caller(view, to, reader))
    if view.phase not in _TOLD_WHOLE:
        return (alike.mode, *caller, *alike.end)
    return (
        alike.mode,
        *caller,
        *_sentences(move_lines(view, to, call.alert, reader)),
        *alike.known,
        *_sentences(asked_lines(view, to.room, reader)),
        *alike.stops,
        *_sentences(law_lines(view, to, call.cards, reader)),
        *alike.end,
    )


def _caller(view: PursuitRecord, to: AlertedRoom, reader: Reader) -> tuple[str, ...]:
    """Who calls, who leads, and that it is over where it is."""
    room, state = view.recipient, state_name(reader.language, owner_of(view.recipient))
    caller = reader.say("read-caller", room=room_name(view, room, reader), state=state)
    if view.phase == "open":
        return (f"{caller}. {_lead(view, to, reader)}",)
    return caller, reader.say(f"read-over-{view.phase}", case=view.goes_on_as or reader.say("read-not_known"))


def _lead(view: PursuitRecord, to: AlertedRoom, reader: Reader) -> str:
    if view.leading_room == view.recipient:
        return reader.say("read-lead-ours")
    if view.leading_room == to.room:
        return reader.say("read-lead-yours")
    return reader.say("read-lead-other", room=room_name(view, view.leading_room, reader))


def _dial(to: AlertedRoom, reader: Reader) -> str:
    code = "read-dial" if to.telephone else "read-dial_unknown"
    return sentence(reader.say(code, room=to.name or to.room, telephone=to.telephone))


def _call_back(view: PursuitRecord, reader: Reader) -> str:
    """The leading room's number, for that is who the other room must reach."""
    leading = alerted_or_not(view, view.leading_room, reader.room)
    name = leading.name or leading.room
    if not leading.telephone:
        return reader.say("read-call_back_unknown", room=name)
    digits = number_said(leading.telephone, reader.language)
    return reader.say("read-call_back", room=name, telephone=leading.telephone, digits=digits)
