"""Which control rooms to ring for a place: its state by the exact border, then its area, then the rooms serving it."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields
from functools import cached_property
from typing import Literal, TypeVar, get_args

from borders.areas import AREA_CODE, Areas, state_of_area
from borders.crossing_points import CrossingPoints
from borders.places import WINDOW, Town, Towns, Window
from borders.table import rows_of

__all__ = [
    "Confidence", "Directory", "Role", "Room", "RoomsAt", "RoomsError", "UnknownRoomError", "read_rooms",
    "telephone_number", "telephone_only",
]  # fmt: skip

Role = Literal["primary", "second", "motorway", "coordination", "copy"]
Confidence = Literal["verified", "partly", "memory"]

_ROLES: Mapping[str, Role] = {role: role for role in get_args(Role)}
_CONFIDENCES: Mapping[str, Confidence] = {confidence: confidence for confidence in get_args(Confidence)}
_Word = TypeVar("_Word")
_ALERTED: tuple[Role, ...] = ("primary", "second", "motorway")
_TOLD: tuple[Role, ...] = ("coordination", "copy")
_ID = re.compile(r"[A-Z]{2}/[A-Za-z0-9][A-Za-z0-9._:/-]{0,79}")
_OPTIONAL = ("telephone", "telephone_only")
_TELEPHONE = re.compile(r"\(?\+?\(?[0-9][0-9 ()/-]*")
_FEWEST_DIGITS, _MOST_DIGITS = 3, 20
"""From 112 to the longest international number with its prefixes."""
_YES: Mapping[str, bool] = {"": False, "no": False, "false": False, "yes": True, "true": True}
"""A spreadsheet writes a ticked box as TRUE."""
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
        role: primary, second and motorway rooms are alerted; coordination and copy get a copy, and are alerted only
            where no area is known.
        confidence: how sure the research is: verified, partly, memory. To be shown to administrators.
        source: where it was read; empty from memory.
        seat: the town it is in.
        note: what is doubtful or special.
        telephone: the number to ring it by, as the installation wrote it; empty where none is known.
        telephone_only: it has no console: nothing reaches it but a call.
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
    telephone: str = ""
    telephone_only: bool = False


@dataclass(frozen=True, slots=True)
class RoomsAt:
    """The rooms to ring for a place, and why these.

    Attributes:
        rooms: those that must act, primary first, then by id; empty for a state without rooms.
        basis: `area` where they serve the place's area, `coordinating` where no area is known or none serves it.
        area: the area's code, where known.
        town: the nearest town of the state, whose area it is where no polygon tells it; None where there is none near.
        copies: joint centres and coordinating rooms, of whatever state, that serve the area and need not act: by id;
            none where no area is known.
    """

    rooms: tuple[Room, ...]
    basis: Literal["area", "coordinating"]
    area: str | None
    town: Town | None
    copies: tuple[Room, ...] = ()


@dataclass(frozen=True)
class Directory:
    """All control rooms, and the towns or polygons that tell which area a place lies in.

    Attributes:
        rooms: every room, by id.
        towns: the towns with their areas.
        version: names exactly these tables.
        window: where the towns are complete; outside, no area is told.
        max_place_distance_m: farther from its nearest town than this a place has no known area.
        areas: the installation's own polygons; where one covers a place, no town is asked.
        crossing_points: the installation's own names for roads that cross a border.
    """

    rooms: tuple[Room, ...]
    towns: Towns
    version: str
    window: Window = WINDOW
    max_place_distance_m: float = MAX_PLACE_DISTANCE_M
    areas: Areas = field(default_factory=Areas)
    crossing_points: CrossingPoints = field(default_factory=CrossingPoints)

    def room(self, room_id: str) -> Room:
        """The room of this id.

        Raises:
            UnknownRoomError: there is none.
        """
        room = self.find(room_id)
        if room is None:
            example = next(iter(self._by_id), "none at all")
            message = f"expected one of the directory's {len(self._by_id)} rooms such as {example}, got {room_id!r}"
            raise UnknownRoomError(message)
        return room

    def find(self, room_id: str) -> Room | None:
        """The room of this id; None where there is none."""
        return self._by_id.get(room_id)

    def rooms_at(self, state: str, lat: float, lon: float) -> RoomsAt:
        """The rooms of `state` to ring for a point in it, and who else is told.

        The state is the caller's, from the exact border: the nearest town alone would answer NL in Baarle-Hertog.

        Args:
            state: ISO 3166 code of the state entered.
            lat: latitude, degrees, WGS 84.
            lon: longitude, degrees, WGS 84.
        """
        town = self._town_at(state, lat, lon)
        area = self._area_at(state, lat, lon, town)
        if area is None:
            return RoomsAt(self.coordinating(state), "coordinating", None, town)
        copies = self._copies_by_area.get(area, ())
        serving = self._by_area.get((state, area), ())
        if serving:
            return RoomsAt(serving, "area", area, town, copies)
        acting = self.coordinating(state)
        return RoomsAt(acting, "coordinating", area, town, tuple(room for room in copies if room not in acting))

    def coordinating(self, state: str) -> tuple[Room, ...]:
        """The state's own coordinating rooms, or else the joint centres that serve a part of it."""
        return self._coordinating.get(state, ())

    def _area_at(self, state: str, lat: float, lon: float, town: Town | None) -> str | None:
        """The area whose polygon covers the point, else the one its nearest town lies in."""
        area = self.areas.area_at(state, lat, lon)
        if area is None and town:
            return self.areas.area_at(state, town.lat, town.lon) or town.area
        return area

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

    @cached_property
    def _coordinating(self) -> Mapping[str, tuple[Room, ...]]:
        rooms = [room for room in self.rooms if room.role == "coordination"]
        served = {state_of_area(area) for room in rooms for area in room.areas}
        return {state: _own_or_joint(rooms, state) for state in sorted(served)}

    @cached_property
    def _copies_by_area(self) -> Mapping[str, tuple[Room, ...]]:
        found: dict[str, tuple[Room, ...]] = {}
        for room in sorted((room for room in self.rooms if room.role in _TOLD), key=lambda room: room.id):
            for area in room.areas:
                found[area] = (*found.get(area, ()), room)
        return found


def _primary_first(room: Room) -> tuple[bool, str]:
    return room.role != "primary", room.id


def _own_or_joint(rooms: Sequence[Room], state: str) -> tuple[Room, ...]:
    own = tuple(room for room in rooms if room.state == state and _serves_only(room, state))
    return own or tuple(room for room in rooms if any(state_of_area(area) == state for area in room.areas))


def _serves_only(room: Room, state: str) -> bool:
    return all(state_of_area(area) == state for area in room.areas)


def read_rooms(text: str, where: str = "rooms.csv") -> tuple[Room, ...]:
    """The rooms of a table in the columns of borders/data/rooms.csv, sorted by id.

    The columns `telephone` and `telephone_only` may be left out, as ours does.

    Raises:
        RoomsError: columns missing or unknown, no rooms, a bad or repeated id, an unknown role or confidence, a
            telephone number that is none: line, expected, got.
    """
    columns = [column.name for column in fields(Room) if column.name not in _OPTIONAL]
    rooms: dict[str, Room] = {}
    for place, cells in rows_of(text, where, columns, _OPTIONAL, RoomsError):
        room = _room(cells, place)
        if room.id in rooms:
            message = f"{place}: expected each room once, got {room.id} again"
            raise RoomsError(message)
        rooms[room.id] = room
    if not rooms:
        message = f"{where}: expected at least one room, got none"
        raise RoomsError(message)
    return tuple(rooms[room_id] for room_id in sorted(rooms))


def _room(cells: Mapping[str, str], where: str) -> Room:
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
        telephone=telephone_number(cells["telephone"], where) if cells.get("telephone") else "",
        telephone_only=telephone_only(cells.get("telephone_only", ""), where),
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
    bad = next((area for area in cells["areas"].split() if not AREA_CODE.fullmatch(area)), None)
    if bad:
        message = f"{where}: expected area codes such as BE-WLG separated by spaces, got {bad!r}"
        raise RoomsError(message)


def _known(value: str, known: Mapping[str, _Word], where: str) -> _Word:
    if value not in known:
        message = f"{where}: expected one of {', '.join(known)}, got {value!r}"
        raise RoomsError(message)
    return known[value]


def telephone_number(text: str, where: str) -> str:
    """The number of a room as it was written, if a person could dial it.

    Raises:
        RoomsError: fewer than 3 or more than 20 digits, or signs that no number has: where, expected, got.
    """
    digits = sum(sign.isdigit() for sign in text)
    if not (_TELEPHONE.fullmatch(text) and _FEWEST_DIGITS <= digits <= _MOST_DIGITS):
        expected = f"{_FEWEST_DIGITS} to {_MOST_DIGITS} digits with none but + ( ) - / and spaces among them"
        message = f"{where}, telephone: expected {expected}, got {text!r}"
        raise RoomsError(message)
    return text


def telephone_only(text: str, where: str) -> bool:
    """Whether a cell says that a room has no console; an empty one says it has.

    Raises:
        RoomsError: neither yes nor no: where, expected, got.
    """
    said = _YES.get(text.lower())
    if said is None:
        message = f"{where}, telephone_only: expected yes, no or an empty cell, got {text!r}"
        raise RoomsError(message)
    return said
