"""Which instants people may say: near enough to now that a slip of the hand, or a clock never set, is not believed."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

from msgspec import Struct
from msgspec.structs import fields

from streams.pursuit.refusal import Refusal

__all__ = ["AGO", "AHEAD", "CLOCK_OFF", "check_instants", "given_at", "written"]

AGO = timedelta(days=400)
"""What a checklist is told of was at most a year ago, and a month for who is late with it."""
AHEAD = timedelta(days=1)
"""A clock may be set to another zone of the world; what it says of the future counts as now."""
CLOCK_OFF = timedelta(days=1)
"""A telephone without a network for longer than this has told of nothing that is still pursued."""


def check_instants(said: Struct, arrived_at: datetime) -> None:
    """Every instant that an order says, wherever in it, is one that can be meant.

    Raises:
        Refusal: it cannot; says which field, and between which instants it was expected.
    """
    earliest, latest = arrived_at - AGO, arrived_at + AHEAD
    for name, instant in _instants(said):
        if not earliest <= instant <= latest:
            first, last, got = str(earliest.date()), str(latest.date()), instant.isoformat()
            reason = f"{name}: expected an instant from {first} to {last}, got {got}"
            raise Refusal(code="bad_instant", reason=reason, name=name, earliest=first, latest=last, got=got)


def _instants(said: Struct) -> Iterator[tuple[str, datetime]]:
    for field in fields(said):
        value = getattr(said, field.name)
        if isinstance(value, datetime):
            yield field.encode_name, value
        elif isinstance(value, Struct):
            yield from _instants(value)


def written(instant: datetime) -> str:
    """An instant that orders may say, with its day, as every language reads it.

    >>> written(datetime(2026, 1, 1, 12, 0, tzinfo=UTC))
    '2026-01-01 12:00:00Z'
    """
    return f"{instant.astimezone(UTC):%Y-%m-%d %H:%M:%S}Z"


def given_at(happened_at: datetime, arrived_at: datetime) -> datetime:
    """When a command was given, by the clock of who gave it: never in the future; a clock that is far off says nothing.

    >>> given_at(datetime.min.replace(tzinfo=UTC), datetime(2026, 1, 1, tzinfo=UTC)).isoformat()
    '2026-01-01T00:00:00+00:00'
    """
    if happened_at > arrived_at or arrived_at - happened_at > CLOCK_OFF:
        return arrived_at
    return happened_at.astimezone(UTC)
