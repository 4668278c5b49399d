"""Which control rooms to ring for a place: its state by the exact border, then its area, then the rooms serving it."""

import csv
import re
from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cached_property
from io import StringIO
from typing import Literal, TypeVar, get_args

from borders.places import WINDOW, Town, Towns, Window

__all__ = ["Confidence", "Directory", "Role", "Room", "RoomsAt", "RoomsError", "UnknownRoomError", "read_rooms"]

Role = Literal["primary", "second", "motorway", "coordination", "copy"]
Confidence = Literal["verified", "partly", "memory"]

_ROLES: Mapping[str, Role] = {role: role for role in get_args(Role)}
_CONFIDENCES: Mapping[str, Confidence] = {confidence: confidence for confidence in get_args(Confidence)}
_Word = TypeVar("_Word")
_ALERTED: tuple[Role, ...] = ("primary", "second", "motorway")
_ID = re.compile(r"[A-Z]{2}/[A-Za-z0-9][A-Za-z0-9._:/-]{0,79}")
_AREA = re.compile(r"[A-Z]{2}(-[A-Z0-9]{1,10})?")
MAX_PLACE_DISTANCE_M = 30_000.0
"""Reaches every point of the five states' land and territorial sea from its nearest town; beyond, no area is known."""


class RoomsError(ValueError):
    """A table of rooms that cannot be used: what was expected, what came, and on which line."""


class UnknownRoomError(LookupError):
    """A room id that is not in the directory."""


@dataclass(frozen=True, slots=True)
class Room:
    """One control room, in the columns of borders/data/rooms.csv.

    Attributes:
        id: owner and name, as in NL/MK-MAASTRICHT.
        state: ISO 3166 code; for a joint centre, of the state it stands in.
        name: what it calls itself.
        languages: what is spoken there, first language first.
        areas: codes of the areas it serves.
        kind: meldkamer, cic, leitstelle_kpb, corg ...
        role: primary, second and motorway rooms are alerted; coordination and copy only where no area is known.
        confidence: how sure the research is: verified, partly, memory. To be shown to administrators.
        source: where it was read; empty from memory.
        seat: the town it is in.
        note: what is doubtful or special.
    """

    id: str
    state: str
    name: str
    languages: tuple[str, ...]
    areas: tuple[str, ...]
    kind: str
    role: Role
    confidence: Confidence
    source: str = ""
    seat: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class RoomsAt:
    """The rooms to ring for a place, and why these.

    Attributes:
        rooms: primary first, then by id; empty for a state without rooms.
        basis: `area` where they serve the place's area, `coordinating` where no area is known or none serves it.
        area: the area's code, where known.
        town: the nearest town of the state, whose area it is; None where there is none near.
    """

    rooms: tuple[Room, ...]
    basis: Literal["area", "coordinating"]
    area: str | None
    town: Town | None


@dataclass(frozen=True)
class Directory:
    """All control rooms, and the towns that tell which area a place lies in.

    Attributes:
        rooms: every room, by id.
        towns: the towns with their areas.
        version: names exactly these tables.
        window: where the towns are complete; outside, no area is told.
        max_place_distance_m: farther from its nearest town than this a place has no known area.
    """

    rooms: tuple[Room, ...]
    towns: Towns
    version: str
    window: Window = WINDOW
    max_place_distance_m: float = MAX_PLACE_DISTANCE_M

    def room(self, room_id: str) -> Room:
        """The room of this id.

        Raises:
            UnknownRoomError: there is none.
        """
        room = self._by_id.get(room_id)
        if room is None:
            example = next(iter(self._by_id), "none at all")
            message = f"expected one of the directory's {len(self._by_id)} rooms such as {example}, got {room_id!r}"
            raise UnknownRoomError(message)
        return room

    def rooms_at(self, state: str, lat: float, lon: float) -> RoomsAt:
        """The rooms of `state` to ring for a point in it.

        The state is the caller's, from the exact border: the nearest town alone would answer NL in Baarle-Hertog.

        Args:
            state: ISO 3166 code of the state entered.
            lat: latitude, degrees, WGS 84.
            lon: longitude, degrees, WGS 84.
        """
        town = self._town_at(state, lat, lon)
        area = town.area if town else None
        serving = self._by_area.get((state, area), ()) if area else ()
        if serving:
            return RoomsAt(serving, "area", area, town)
        return RoomsAt(self.coordinating(state), "coordinating", area, town)

    def coordinating(self, state: str) -> tuple[Room, ...]:
        """The state's own coordinating rooms, or else the joint centres that serve a part of it."""
        rooms = [room for room in self.rooms if room.role == "coordination"]
        own = tuple(room for room in rooms if room.state == state and _serves_only(room, state))
        return own or tuple(room for room in rooms if any(_state_of(area) == state for area in room.areas))

    def _town_at(self, state: str, lat: float, lon: float) -> Town | None:
        near = self.towns.nearest(lat, lon, state) if self.window.has(lat, lon) else None
        return near.town if near and near.distance_m <= self.max_place_distance_m else None

    @cached_property
    def _by_id(self) -> Mapping[str, Room]:
        return {room.id: room for room in self.rooms}

    @cached_property
    def _by_area(self) -> Mapping[tuple[str, str | None], tuple[Room, ...]]:
        alerted = sorted((room for room in self.rooms if room.role in _ALERTED), key=_primary_first)
        found: dict[tuple[str, str | None], tuple[Room, ...]] = {}
        for room in alerted:
            for area in room.areas:
                found[room.state, area] = (*found.get((room.state, area), ()), room)
        return found


def _primary_first(room: Room) -> tuple[bool, str]:
    return room.role != "primary", room.id


def _state_of(area: str) -> str:
    return area.partition("-")[0]


def _serves_only(room: Room, state: str) -> bool:
    return all(_state_of(area) == state for area in room.areas)


def read_rooms(text: str, where: str = "rooms.csv") -> tuple[Room, ...]:
    """The rooms of a table in the columns of borders/data/rooms.csv, sorted by id.

    Raises:
        RoomsError: columns missing, no rooms, a bad or repeated id, an unknown role or confidence: line, expected, got.
    """
    reader = csv.DictReader(StringIO(text))
    expected = [column.name for column in fields(Room)]
    missing = sorted(set(expected) - set(reader.fieldnames or ()))
    if missing:
        message = f"{where}: expected the columns {', '.join(expected)}; missing {', '.join(missing)}"
        raise RoomsError(message)
    rooms: dict[str, Room] = {}
    for row in reader:
        room = _room(row, f"{where} line {reader.line_num}")
        if room.id in rooms:
            message = f"{where} line {reader.line_num}: expected each room once, got {room.id} again"
            raise RoomsError(message)
        rooms[room.id] = room
    if not rooms:
        message = f"{where}: expected at least one room, got none"
        raise RoomsError(message)
    return tuple(rooms[room_id] for room_id in sorted(rooms))


def _room(row: Mapping[str, str | None], where: str) -> Room:
    cells = {column.name: (row[column.name] or "").strip() for column in fields(Room)}
    _check_cells(cells, where)
    return Room(
        id=cells["id"],
        state=cells["state"],
        name=cells["name"],
        languages=tuple(cells["languages"].split()),
        areas=tuple(cells["areas"].split()),
        kind=cells["kind"],
        role=_known(cells["role"], _ROLES, f"{where}, role"),
        confidence=_known(cells["confidence"], _CONFIDENCES, f"{where}, confidence"),
        source=cells["source"],
        seat=cells["seat"],
        note=cells["note"],
    )


def _check_cells(cells: Mapping[str, str], where: str) -> None:
    """Refuse an id that does not start with the room's state, an empty name, and areas that are no codes."""
    if not _ID.fullmatch(cells["id"]) or cells["id"][:2] != cells["state"]:
        expected = "an id that starts with its state, as NL/MK-MAASTRICHT"
        message = f"{where}: expected {expected}, got {cells['id']!r} in state {cells['state']!r}"
        raise RoomsError(message)
    for column in ("name", "languages", "areas"):
        if not cells[column]:
            message = f"{where}: expected {column} of {cells['id']}, got an empty cell"
            raise RoomsError(message)
    bad = next((area for area in cells["areas"].split() if not _AREA.fullmatch(area)), None)
    if bad:
        message = f"{where}: expected area codes such as BE-WLG separated by spaces, got {bad!r}"
        raise RoomsError(message)


def _known(value: str, known: Mapping[str, _Word], where: str) -> _Word:
    if value not in known:
        message = f"{where}: expected one of {', '.join(known)}, got {value!r}"
        raise RoomsError(message)
    return known[value]
