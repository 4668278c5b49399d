"""The telephone numbers of control rooms: an installation's own short table, laid over the rooms."""

from collections.abc import Sequence
from dataclasses import replace

from borders.rooms import Room, RoomsError, telephone_number, telephone_only
from borders.table import rows_of

__all__ = ["with_telephones"]


def with_telephones(rooms: Sequence[Room], text: str, where: str) -> tuple[Room, ...]:
    """The rooms, in their order, with the numbers of a table `id,telephone,telephone_only`.

    A room that the table does not name stays as it is. Where the last column is left out or empty, whether the room
    has a console stays as it is too.

    Raises:
        RoomsError: columns missing or unknown, a room that is not among these or comes twice, no number or one that is
            none: line, expected, got.
    """
    known = {room.id: room for room in rooms}
    named: set[str] = set()
    for place, cells in rows_of(text, where, ("id", "telephone"), ("telephone_only",), RoomsError):
        room = _named_once(cells["id"], known, named, place)
        only = cells.get("telephone_only", "")
        known[room.id] = replace(
            room,
            telephone=telephone_number(cells["telephone"], place),
            telephone_only=telephone_only(only, place) if only else room.telephone_only,
        )
        named.add(room.id)
    return tuple(known[room.id] for room in rooms)


def _named_once(room_id: str, known: dict[str, Room], named: set[str], place: str) -> Room:
    if room_id not in known:
        example = next(iter(known), "none at all")
        message = f"{place}: expected the id of one of the {len(known)} rooms such as {example}, got {room_id!r}"
        raise RoomsError(message)
    if room_id in named:
        message = f"{place}: expected each room once, got {room_id} again"
        raise RoomsError(message)
    return known[room_id]
