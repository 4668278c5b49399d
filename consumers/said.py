"""A record in the words of one language, piece by piece, as a page shows it: each piece by its place on the screen.

Instants are places to fill (see `consumers.reader`): what depends on the viewer's now, the page writes when it draws.
"""

from collections.abc import Callable, Iterable
from typing import TypeVar

from msgspec.structs import replace

from consumers.alert_units import active_units, silent_units
from consumers.language import say, spoken_language, state_name, states_text
from consumers.read_out import ReadOut, law_read_out, read_outs
from consumers.reader import Near, Reader, Rooms, no_room, nowhere, page_reader
from consumers.wording_alert import headline, owner_text, where_text, why_this_room
from consumers.wording_answer import notice_about, refusal_text
from consumers.wording_assistance import check_text, request_text, stop_text
from consumers.wording_facts import fact_text, target_text
from consumers.wording_law import card_heading, card_lines
from consumers.wording_log import log_text
from consumers.wording_notice import notice_proof
from consumers.wording_pursuit import alerted_text, opened_text, purpose_text, stay_text, unit_text
from consumers.wording_spoken import spoken
from consumers.wording_time import card_times
from consumers.wording_warnings import warnings
from streams.console import Said
from streams.records import (
    Alert,
    AlertedRoom,
    AlertRecord,
    AnswerRecord,
    CardRecord,
    Fact,
    InboxRecord,
    NoticeRecord,
    PursuitRecord,
    States,
    StopRecord,
    UnitView,
    VisibilityRecord,
)

__all__ = ["said_of"]

_Thing = TypeVar("_Thing")
_ROOM = "{$room}"
"""The room's name, which its record does not have: the page fills it in."""


def said_of(record: InboxRecord, language: str, near: Near = nowhere, room: Rooms = no_room) -> Said:
    """The record in words; in English where there are no words for the language.

    A text for a page may be cut by nobody: it is as long as what it says.

    Args:
        record: what the room was told.
        language: of the reader.
        near: the town by which a position is read out.
        room: what is known of a room, also of one that has no alert.
    """
    reader = page_reader(spoken_language(language), near, room)
    match record:
        case AlertRecord():
            pieces, lists = _alert(record.alert, reader)
        case PursuitRecord():
            pieces, lists = _pursuit(record, reader)
        case CardRecord():
            pieces = {"heading": card_heading(record.card, reader)}
            lists = {"lines": card_lines(record.card, reader), "read_out": law_read_out(record.card)}
        case _:
            pieces, lists = {"text": _text(record, reader)}, {}
    return Said(language=reader.language, pieces=pieces, lists=lists)


_Pieces = tuple[dict[str, str], dict[str, tuple[str, ...]]]


def _text(record: InboxRecord, reader: Reader) -> str:
    match record:
        case VisibilityRecord():
            return reader.say("visibility-granted" if record.granted else "visibility-ended", case=record.case)
        case AnswerRecord():
            return "" if record.accepted else _sentence(refusal_text(record, reader))
        case NoticeRecord():
            return _sentence(notice_about(record, reader))
        case StopRecord():
            return _sentence(stop_text(record.stop, reader))
    return ""


def _sentence(text: str) -> str:
    """The text as a sentence of its own begins."""
    return text[:1].upper() + text[1:]


def _sentences(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(_sentence(text) for text in texts)


# ---------------------------------------------------------------- an alert


def _alert(alert: Alert, reader: Reader) -> _Pieces:
    times = {piece: _sentence(text) for piece, text in card_times(alert, reader).items()}
    states = (_states(alert, states, reader) for states in (alert.territory_from, alert.territory_to))
    home = state_name(reader.language, alert.home)
    pieces = {
        "mode": say(reader.language, f"mode-{alert.mode}"),
        "headline": headline(alert, reader),
        "spoken": spoken(alert, reader),
        "where": _sentence(where_text(alert, reader)),
        **times,
        "owned": _owned(alert, reader),
        "from_to": " \u2192 ".join(states),
        "pursuit": reader.say("pursuit-of", case=alert.case, state=home),
        "opened": reader.say("opened", at=reader.at(alert.opened_at), by=alert.opened_by),
        "room": why_this_room(alert, _ROOM, reader),
    }
    units = tuple(_unit_of_alert(alert, view, reader) for view in active_units(alert))
    return pieces, {"warnings": _sentences(warnings(alert, reader)), "units": units}


def _states(alert: Alert, states: States, reader: Reader) -> str:
    """Which states; none is outside the map only where something moved: of who is warned by hand it is not known."""
    moved = alert.crossing or alert.approach
    return states_text(reader.language, states) if states or moved else reader.say("not-known")


def _owned(alert: Alert, reader: Reader) -> str:
    """Who owns it, and whether it has changed since they saw it; empty where nobody does."""
    seen = alert.acknowledged
    if seen is None:
        return ""
    owned = owner_text(alert, reader)
    if seen.revision < alert.revision:
        owned = reader.say("acknowledged-older", acknowledged=owned, revision=str(seen.revision))
    return _sentence(owned)


def _unit_of_alert(alert: Alert, view: UnitView, reader: Reader) -> str:
    """Where a unit is, since when that is known, and that there is no position of it since."""
    if view.seen is None:
        return reader.say("unit-not_seen", unit=view.unit)
    states = states_text(reader.language, view.territory or view.seen.territory)
    place = reader.say("unit-in", unit=view.unit, states=states, at=reader.clock(view.seen.observed_at))
    since = silent_units(alert).get(view.unit)
    return f"{place}, {reader.say('no-position-since', since=reader.clock(since))}" if since else place


# ---------------------------------------------------------------- a pursuit


def _pursuit(record: PursuitRecord, reader: Reader) -> _Pieces:
    standing = [fact for fact in record.facts if fact.withdrawn is None]
    pieces = {
        "mode": say(reader.language, f"mode-{record.mode}"),
        "phase": reader.say(f"pursuit-{record.phase}"),
        "purpose": purpose_text(record, reader),
        "opened": _sentence(opened_text(record, reader)),
        "units": ", ".join(_units(record, reader)) or reader.say("no-unit"),
        "car": "; ".join((*_facts(standing, reader, "vehicle"), *_target(record, reader))),
        "danger": "; ".join(_facts(standing, reader, "danger")),
        "goes_on": reader.say("goes-on-as", case=record.goes_on_as) if record.goes_on_as else "",
        "asked": reader.say("still-running", at=reader.clock(record.asked_at)) if record.asked_at else "",
    }
    return {piece: text for piece, text in pieces.items() if text}, _lists(record, reader)


def _units(record: PursuitRecord, reader: Reader) -> tuple[str, ...]:
    return tuple(unit_text(view, reader) for view in record.units if view.active)


def _facts(facts: Iterable[Fact], reader: Reader, kind: str) -> tuple[str, ...]:
    return tuple(fact_text(fact, reader) for fact in facts if fact.kind == kind)


def _target(record: PursuitRecord, reader: Reader) -> tuple[str, ...]:
    return (target_text(record.target, reader),) if record.target else ()


def _lists(record: PursuitRecord, reader: Reader) -> dict[str, tuple[str, ...]]:
    """Each in the record's own order, so that a page knows which text is of what; facts apart from assessments."""
    stays = [stay_text(view.unit, stay, reader) for view in record.units for stay in view.stays]
    return {
        "units": tuple(unit_text(view, reader) for view in record.units),
        "target": _each(target_text, (record.target,) if record.target else (), reader),
        "stays": tuple(stays),
        "alerted": _each(alerted_text, _rooms(record), reader),
        "facts": _each(fact_text, [fact for fact in record.facts if not fact.assessment], reader),
        "assessments": _each(fact_text, [fact for fact in record.facts if fact.assessment], reader),
        "requests": _each(request_text, record.requests, reader),
        "stops": _each(stop_text, record.stops, reader),
        "notices": _each(notice_proof, record.notices, reader),
        "checklist": _each(check_text, record.checklist, reader),
        "log": _each(log_text, record.log, reader),
        **{f"read_out:{room}": card.marked() for room, card in _read_outs(record, reader).items()},
    }


def _rooms(record: PursuitRecord) -> Iterable[AlertedRoom]:
    """The alerted rooms as the reader is told of them: that one's own room must be called, others are told."""
    return (replace(room, call=False) if room.room == record.recipient else room for room in record.alerted)


def _read_outs(record: PursuitRecord, reader: Reader) -> dict[str, ReadOut]:
    return read_outs(record, reader.language, speaks=lambda one: page_reader(one, reader.near, reader.room))


def _each(text: Callable[[_Thing, Reader], str], things: Iterable[_Thing], reader: Reader) -> tuple[str, ...]:
    return _sentences(text(thing, reader) for thing in things)
