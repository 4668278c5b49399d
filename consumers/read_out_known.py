"""What is read out of what is known, asked and ordered in a pursuit, and of the law: one sentence for each thing."""

from collections.abc import Iterator, Mapping

from borders.card import Card
from consumers.language import Parameter, state_name, state_phrase
from consumers.read_out_moves import in_sentences, pursuing
from consumers.reader import Reader
from consumers.spelling import number_said, spelled
from consumers.wording_law import card_heading, hold_lines
from consumers.wording_parameters import code_text, fact_code_text
from streams.ids import owner_of
from streams.orders import FactKind
from streams.records import AlertedRoom, Fact, PursuitRecord, Stay, StopOrder, UnitView

__all__ = [
    "IN_ORDER",
    "asked_lines",
    "card_read_out",
    "fact_lines",
    "law_lines",
    "room_name",
    "stop_lines",
    "units_line",
]

IN_ORDER: tuple[FactKind, ...] = ("vehicle", "occupants", "danger", "trigger", "offence", "suspect", "remark")
"""Every kind of fact, as it is read out."""
_ASKED_FOR: tuple[FactKind, ...] = ("vehicle", "occupants", "danger", "trigger", "offence")
"""What the other room will ask for, so that it is said where it is not known."""


# ---------------------------------------------------------------- facts


def fact_lines(view: PursuitRecord, reader: Reader) -> Iterator[str]:
    """Every fact that stands, by kind, assessments after the rest of their kind; none that was withdrawn."""
    standing = sorted((fact for fact in view.facts if fact.withdrawn is None), key=lambda fact: fact.assessment)
    for kind in IN_ORDER:
        of_kind = [fact for fact in standing if fact.kind == kind]
        yield from (_fact(fact, reader) for fact in of_kind)
        if not of_kind and kind in _ASKED_FOR:
            yield reader.say(f"fact-{kind}", fact=reader.say("read-not_known"))
        if kind == "vehicle" and of_kind and not any(fact.plate for fact in of_kind):
            yield reader.say("read-no_plate")
    yield reader.say("read-purpose", purpose=_written(view.purpose, None, reader) or reader.say("read-not_known"))


def _fact(fact: Fact, reader: Reader) -> str:
    said = reader.say(f"fact-{fact.kind}", fact=_content(fact, reader) or reader.say("read-not_known"))
    return reader.say("fact-assessment", fact=said) if fact.assessment else said


def _content(fact: Fact, reader: Reader) -> str:
    parts = (
        fact_code_text(fact.kind, fact.code, reader),
        _plate(fact, reader),
        "" if fact.number is None else _amount(fact.number, reader),
        _written(fact.text, fact.language, reader),
    )
    return in_sentences(parts)


def _plate(fact: Fact, reader: Reader) -> str:
    """As it is written, to see, then spelled, to say; and of which state it is."""
    if fact.plate is None:
        return ""
    state = state_name(reader.language, fact.plate_state) if fact.plate_state else reader.say("read-not_known")
    return reader.say("read-plate", plate=fact.plate, spelled=spelled(fact.plate, reader.language), state=state)


def _amount(number: int, reader: Reader) -> str:
    return reader.say("read-amount", number=str(number), digits=number_said(str(number), reader.language))


def _written(text: str, language: str | None, reader: Reader) -> str:
    """What a person wrote, word for word, and in which language, where that is known to be another."""
    if not text or language == reader.language:
        return text
    if language is None:
        return reader.say("read-written", text=text)
    return reader.say("read-written_in", text=text, language=code_text("read-tongue", language, reader))


# ---------------------------------------------------------------- units, requests, stop orders


def units_line(view: PursuitRecord, reader: Reader) -> str:
    """How many units pursue and which, with what is special with each."""
    units = pursuing(view)
    if not units:
        return reader.say("read-no_units")
    said = in_sentences(_unit(unit, reader) for unit in units)
    return reader.say("read-units", number=_amount(len(units), reader), units=said)


def _unit(unit: UnitView, reader: Reader) -> str:
    parts = (
        unit.unit,
        reader.say("by-air") if unit.movement == "air" else "",
        reader.say("driving-home") if unit.returning else "",
        reader.say("sight-lost", since=reader.clock(unit.lost_sight_at)) if unit.lost_sight_at else "",
        reader.say("no-position-since", since=reader.clock(unit.silent_since)) if unit.silent_since else "",
    )
    return ", ".join(part for part in parts if part)


def asked_lines(view: PursuitRecord, room: str, reader: Reader) -> Iterator[str]:
    """What this room is asked for and has not answered."""
    asked = [one for one in view.requests if one.to == room and one.state == "open"]
    for one in asked:
        what = reader.say(f"request-{one.kind}")
        text = _written(one.text, one.language, reader)
        parameters: dict[str, Parameter] = {"what": in_sentences((what, text))}
        if one.room == view.recipient:
            yield reader.say("read-asked-ours", **parameters)
        else:
            yield reader.say("read-asked-other", room=room_name(view, one.room, reader), **parameters)
    if not asked:
        yield reader.say("read-asked-nothing")


def stop_lines(view: PursuitRecord, reader: Reader) -> Iterator[str]:
    """Every stop order that stands, and whose receipt is missing."""
    for stop in view.stops:
        if stop.lifted is None:
            yield from _stop(view, stop, reader)


def _stop(view: PursuitRecord, stop: StopOrder, reader: Reader) -> Iterator[str]:
    room = stop.holders[0] if stop.holders else stop.by.room or stop.by.state
    reason = _written(stop.reason, stop.language, reader)
    yield reader.say("read-stop", room=room_name(view, room, reader), at=reader.clock(stop.at), reason=reason)
    missing = sorted(unit for unit, at in stop.units.items() if at is None)
    if missing:
        yield reader.say("read-stop_missing", units=", ".join(missing))


def room_name(view: PursuitRecord, room: str, reader: Reader) -> str:
    """What the room calls itself, by the pursuit or by the directory; its id where neither has a name for it."""
    named = next((one.name for one in view.alerted if one.room == room and one.name), "")
    known = None if named else reader.room(room)
    return known.name if known else named or room


# ---------------------------------------------------------------- the law


def law_lines(view: PursuitRecord, called: AlertedRoom, cards: Mapping[str, Card], reader: Reader) -> Iterator[str]:
    """On which bases units are in the called room's state, or will be; nothing where they all are at home there.

    A joint centre is told of every state. Of a card that is not among `cards` it is said to read it from the card.
    """
    state, is_copy = owner_of(called.room), called.kind == "copy"
    foreign = [unit for unit in pursuing(view) if is_copy or owner_of(unit.unit) != state]
    stays = {stay.card: (unit, stay) for unit in foreign for stay in unit.stays if is_copy or stay.state == state}
    for name, (unit, stay) in sorted(stays.items(), key=lambda one: one[0]):
        yield from _law(unit, stay, cards.get(name), reader)
    if foreign and not stays:
        yield from _law_ahead(foreign, state, cards, reader)


def _law(unit: UnitView, stay: Stay, card: Card | None, reader: Reader) -> Iterator[str]:
    if card:
        yield from card_read_out(card, reader)
    elif not stay.known:
        yield reader.say("in-words", code=unit.unit, text=reader.say("no-known-basis"))
    else:
        states: dict[str, Parameter] = {"in": state_phrase(reader.language, "in", (stay.state,))}
        home = state_name(reader.language, owner_of(unit.unit))
        yield reader.say("read-law_on_card", state=home, card=stay.card, **states)


def _law_ahead(foreign: list[UnitView], state: str, cards: Mapping[str, Card], reader: Reader) -> Iterator[str]:
    """The cards that will hold for those who are not there yet."""
    homes = {owner_of(unit.unit) for unit in foreign}
    known = [card for _, card in sorted(cards.items()) if card.to_state == state and card.from_state in homes]
    for card in known:
        yield from card_read_out(card, reader)
    if not known:
        check = reader.say("check-with", whom=reader.say("whom-own_legal_service"))
        yield reader.say("read-law_unknown", check=check)


def card_read_out(card: Card, reader: Reader) -> tuple[str, ...]:
    """A card as it is read out: its bases by name, and whether the officers may hold the person."""
    return (card_heading(card, reader), *hold_lines(card, reader))
