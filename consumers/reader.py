"""Who reads a text, and how instants are written for them: a terminal as UTC, a page as it resolves them itself.

On a page the reader's own clock goes on: an age grows, what is expected comes nearer, today becomes yesterday. So a
text for a page has instants as places to fill, `{$at 2026-05-04T12:00:00Z}`, that the page writes anew when it draws.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from zoneinfo import ZoneInfo

from borders.rooms import Room
from consumers.language import Parameter, say
from streams.records import Place

__all__ = [
    "Near",
    "Reader",
    "Rooms",
    "no_room",
    "nowhere",
    "page_reader",
    "telephone_reader",
    "terminal_reader",
    "wall_zone",
]

Near = Callable[[float, float, str | None], Place | None]
"""The nearest town to a latitude and longitude, of a state where one is named; None where none is known."""
Rooms = Callable[[str], Room | None]
"""What the directory has of a room, by its id; None where it has nothing."""
_FIRST, _LAST = datetime.min.replace(tzinfo=UTC), datetime.max.replace(tzinfo=UTC)


def nowhere(_lat: float, _lon: float, _state: str | None) -> None:
    """For who knows no towns."""


def no_room(_room: str) -> None:
    """For who has no directory."""


@dataclass(frozen=True, slots=True)
class Reader:
    """A language, and how instants are written.

    Attributes:
        language: one of the five.
        at: an instant, in full.
        dated: the same with its day, also where that is today.
        clock: an instant beside another that is written in full: of a span, its ends.
        ahead: how long it is until an instant.
        near: the town by which a position is told.
        room: what is known of a room, also of one that has no alert.
    """

    language: str
    at: Callable[[datetime], str]
    dated: Callable[[datetime], str]
    clock: Callable[[datetime], str]
    ahead: Callable[[datetime], str]
    near: Near = nowhere
    room: Rooms = no_room

    def say(self, code: str, /, **parameters: Parameter) -> str:
        """The text of a code in this reader's language."""
        return say(self.language, code, **parameters)


def terminal_reader(language: str, near: Near = nowhere) -> Reader:
    """Instants are 12:00:00Z: a terminal has no clock beside it, and its lines are compared across borders."""
    return Reader(language, at=_utc, dated=_utc_day, clock=_utc, ahead=_utc, near=near)


def telephone_reader(language: str, near: Near = nowhere, room: Rooms = no_room) -> Reader:
    """Instants are 14:00:00 (12:00:00Z): who is called looks at the clock on the wall, which all states here share."""
    wall = _on_the_wall
    return Reader(language, at=wall, dated=_day_on_the_wall, clock=wall, ahead=wall, near=near, room=room)


def page_reader(language: str, near: Near = nowhere, room: Rooms = no_room) -> Reader:
    """Instants are places to fill: `at` local time and UTC, `clock` local time alone, `in` how long until then."""
    return Reader(
        language,
        at=lambda instant: _to_fill("at", instant),
        dated=lambda instant: _to_fill("at", instant),
        clock=lambda instant: _to_fill("clock", instant),
        ahead=lambda instant: _to_fill("in", instant),
        near=near,
        room=room,
    )


def _utc(instant: datetime) -> str:
    return f"{_in_utc(instant):%H:%M:%S}Z"


def _utc_day(instant: datetime) -> str:
    return f"{_in_utc(instant).date()} {_utc(instant)}"


def _in_utc(instant: datetime) -> datetime:
    """At either end of the calendar the first or the last instant there is: whatever a record holds can be shown."""
    try:
        return instant.astimezone(UTC)
    except OverflowError:
        return _FIRST if instant.year == _FIRST.year else _LAST


def _on_the_wall(instant: datetime) -> str:
    try:
        return f"{instant.astimezone(wall_zone()):%H:%M:%S} ({_utc(instant)})"
    except OverflowError:  # at either end of the calendar there is no such hour there
        return _utc(instant)


def _day_on_the_wall(instant: datetime) -> str:
    try:
        return f"{instant.astimezone(wall_zone()).date()} {_on_the_wall(instant)}"
    except OverflowError:
        return _utc_day(instant)


@cache
def wall_zone() -> ZoneInfo:
    """Of the clock on the wall, which all states here share."""
    return ZoneInfo("Europe/Brussels")


def _to_fill(form: str, instant: datetime) -> str:
    return f"{{${form} {_in_utc(instant).isoformat().replace('+00:00', 'Z')}}}"
