"""The line `read_out CASE ROOM` of a terminal: the card for a call to that room, in both rooms' languages."""

import shlex
from collections.abc import Iterable, Mapping, Sequence

from msgspec.structs import replace

from consumers.language import LANGUAGES
from consumers.read_out import alerted_or_not, read_out
from consumers.reader import Near, Rooms, no_room, nowhere, telephone_reader
from consumers.typed_error import TypedOrderError
from streams.ids import InvalidIdError, checked_id
from streams.records import AlertedRoom, AlertRecord, CardRecord, InboxRecord, PursuitRecord

__all__ = ["HELP", "WORD", "typed_read_out"]

WORD = "read_out"
HELP = f"{WORD} CASE ROOM [language={'|'.join(LANGUAGES)}] [name=] [languages=] [telephone=]"
_KNOWN = ("language", "name", "languages", "telephone")
"""What may be said: the caller's language; and, as the caller knows them, the room's name, languages and number."""


def typed_read_out(
    line: str, held: Iterable[InboxRecord], language: str, near: Near = nowhere, known: Rooms = no_room
) -> Sequence[str]:
    """The lines of the card, each with its language before it, and last the command that tells of the call.

    Args:
        line: as typed.
        held: the inbox of the room that calls.
        language: of the caller, unless the line names another.
        near: the town by which a position is read out.
        known: what the directory has of a room, also of one that has no alert.

    Raises:
        TypedOrderError: says what was expected, and what came.
    """
    case, room, said = _parts(line)
    records = tuple(held)
    view = _view(records, case)
    alert = next((one.alert for one in records if isinstance(one, AlertRecord) and one.alert.case == case), None)
    cards = {one.id: one.card for one in records if isinstance(one, CardRecord) and one.case == case}
    card = read_out(
        view,
        room,
        alert,
        said.get("language", language),
        cards,
        called=_described(alerted_or_not(view, room, known), said),
        speaks=lambda one: telephone_reader(one, near, known),
    )
    return [*card.marked(), f"> telephoned {case} room={room} answered_by= caller="]


def _parts(line: str) -> tuple[str, str, dict[str, str]]:
    try:
        _, case, room, *rest = shlex.split(line)
        said = dict(part.split("=", 1) for part in rest)
        checked_id(room, "room")
    except InvalidIdError as error:
        raise TypedOrderError(code="bad_value", word=WORD, detail=str(error)) from error
    except ValueError as error:
        raise TypedOrderError(code="form", form=HELP, got=line.strip()) from error
    _check(said)
    return case, room, said


def _check(said: Mapping[str, str]) -> None:
    if unknown := sorted(said.keys() - set(_KNOWN)):
        raise TypedOrderError(code="unknown_name", word=WORD, known=", ".join(_KNOWN), got=unknown[0])
    strange = [one for one in (said.get("language"), *_listed(said)) if one and one not in LANGUAGES]
    if strange:
        raise TypedOrderError(code="bad_language", word=WORD, known=", ".join(LANGUAGES), got=strange[0])


def _listed(said: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(one.strip() for one in said.get("languages", "").split(",") if one.strip())


def _view(records: Iterable[InboxRecord], case: str) -> PursuitRecord:
    views = {one.case: one for one in records if isinstance(one, PursuitRecord)}
    if case not in views:
        raise TypedOrderError(code="not_visible", word=WORD, known=", ".join(sorted(views)) or "-", got=case)
    return views[case]


def _described(known: AlertedRoom, said: Mapping[str, str]) -> AlertedRoom:
    """The room as the pursuit or the directory has it, and by what was typed of it."""
    return replace(
        known,
        name=said.get("name", known.name),
        languages=_listed(said) or known.languages,
        telephone=said.get("telephone", known.telephone),
    )
