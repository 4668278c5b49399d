"""Which instants people may say: near enough to now that a slip of the hand, or a clock never set, is not believed."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

from msgspec import Struct
from msgspec.structs import fields

from streams.orders import Accept
from streams.pursuit.refusal import Refusal

__all__ = ["AGO", "AHEAD", "CLOCKS_APART", "CLOCK_OFF", "check_instants", "given_at", "written"]

AGO = timedelta(days=400)
"""What a checklist is told of was at most a year ago, and a month for who is late with it."""
AHEAD = timedelta(days=1)
"""When a unit will be there is foreseen so far at most."""
CLOCKS_APART = timedelta(minutes=1)
"""So far a person's clock may be ahead of the broker's: what it says has happened is then now, and not yet to come."""
CLOCK_OFF = timedelta(days=1)
"""A telephone without a network for longer than this has told of nothing that is still pursued."""


def check_instants(said: Struct, arrived_at: datetime) -> None:
    """Every instant that an order says, wherever in it, is one that can be meant.

    What is said to have happened is never in the future: taken as now, a slip of the hand would stand as proof.

    Raises:
        Refusal: it cannot; says which field, and between which instants it was expected.
    """
    earliest = arrived_at - AGO
    for name, instant, ahead in _instants(said):
        latest = arrived_at + ahead
        if not earliest <= instant <= latest:
            first, last, got = (one.isoformat(timespec="seconds") for one in (earliest, latest, instant))
            reason = f"{name}: expected an instant from {first} to {last}, got {got}"
            raise Refusal(code="bad_instant", reason=reason, name=name, earliest=first, latest=last, got=got)


def _instants(said: Struct) -> Iterator[tuple[str, datetime, timedelta]]:
    """Each with its field, and how far ahead of now it may lie."""
    for field in fields(said):
        value = getattr(said, field.name)
        if isinstance(value, datetime):
            yield field.encode_name, value, AHEAD if isinstance(said, Accept) else CLOCKS_APART
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
