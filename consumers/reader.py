"""Who reads a text, and how instants are written for them: a terminal as UTC, a page as it resolves them itself.

On a page the reader's own clock goes on: an age grows, what is expected comes nearer, today becomes yesterday. So a
text for a page has instants as places to fill, `{$at 2026-05-04T12:00:00Z}`, that the page writes anew when it draws.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime

from consumers.language import Parameter, say
from streams.records import Place

__all__ = ["Near", "Reader", "nowhere", "page_reader", "terminal_reader"]

Near = Callable[[float, float, str | None], Place | None]
"""The nearest town to a latitude and longitude, of a state where one is named; None where none is known."""


def nowhere(_lat: float, _lon: float, _state: str | None) -> None:
    """For who knows no towns."""


@dataclass(frozen=True, slots=True)
class Reader:
    """A language, and how instants are written.

    Attributes:
        language: one of the five.
        at: an instant, in full.
        clock: an instant beside another that is written in full: of a span, its ends.
        ahead: how long it is until an instant.
        near: the town by which a position is told.
    """

    language: str
    at: Callable[[datetime], str]
    clock: Callable[[datetime], str]
    ahead: Callable[[datetime], str]
    near: Near = nowhere

    def say(self, code: str, /, **parameters: Parameter) -> str:
        """The text of a code in this reader's language."""
        return say(self.language, code, **parameters)


def terminal_reader(language: str, near: Near = nowhere) -> Reader:
    """Instants are 12:00:00Z: a terminal has no clock beside it, and its lines are compared across borders."""
    return Reader(language, at=_utc, clock=_utc, ahead=_utc, near=near)


def page_reader(language: str, near: Near = nowhere) -> Reader:
    """Instants are places to fill: `at` local time and UTC, `clock` local time alone, `in` how long until then."""
    return Reader(
        language,
        at=lambda instant: _to_fill("at", instant),
        clock=lambda instant: _to_fill("clock", instant),
        ahead=lambda instant: _to_fill("in", instant),
        near=near,
    )


def _utc(instant: datetime) -> str:
    return f"{instant.astimezone(UTC):%H:%M:%S}Z"


def _to_fill(form: str, instant: datetime) -> str:
    return f"{{${form} {instant.astimezone(UTC).isoformat().replace('+00:00', 'Z')}}}"
