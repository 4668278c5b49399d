"""An instant as a person types it: by the clock on the wall, which all states here share, or with its zone.

As in `20:15`, `20:15:30`, `2026-11-27 20:15`, `2026-11-27T20:15:30`, `19:15Z` or `2026-11-27T20:15:00+01:00`.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta, tzinfo

from consumers.reader import wall_zone

__all__ = ["CLOCKS_APART", "typed_instant"]

CLOCKS_APART = timedelta(minutes=5)
"""So far the clock on a wall may be ahead of this terminal's: what it shows is still now, and not yesterday."""
_FORM = re.compile(
    r"(?:(?P<day>\d{4}-\d\d-\d\d)[Tt ])?"
    r"(?P<hour>\d{1,2})(?P<rest>:\d\d(?::\d\d(?:\.\d{1,6})?)?)"
    r"(?P<zone>[Zz]|[+-]\d\d:\d\d)?",
    re.ASCII,
)
_DAY = timedelta(days=1)


def typed_instant(text: str, now: datetime, *, may_lie_ahead: bool = False) -> datetime:
    """The instant that is meant, in UTC.

    Without a day it is the most recent one; of what may lie ahead, the nearest. In the hour that the clock on the wall
    shows twice, the later one is meant, unless that lies ahead; in the hour that it leaves out, what a clock shows that
    was not put forward.

    Args:
        text: as typed.
        now: of this terminal.
        may_lie_ahead: whether it is of something that may be still to happen.

    Raises:
        ValueError: it has none of the forms, or there is no such day or time.
    """
    found = _FORM.fullmatch(text.strip())
    if found is None:
        message = f"expected a time as in 20:15, got {text}"
        raise ValueError(message)
    zone = _zone(found["zone"])
    at = time.fromisoformat(f"{found['hour']:0>2}{found['rest']}")
    days = (date.fromisoformat(found["day"]),) if found["day"] else _about(now.astimezone(zone).date())
    meant = sorted({instant for day in days for instant in _instants(datetime.combine(day, at, zone))})
    if may_lie_ahead:
        return min(meant, key=lambda instant: abs(instant - now))
    return _most_recent(meant, now)


def _zone(written: str | None) -> tzinfo:
    if not written:
        return wall_zone()
    return UTC if written in "Zz" else datetime.strptime(written, "%z").tzinfo or UTC


def _about(today: date) -> Sequence[date]:
    """Yesterday, today and tomorrow."""
    return today - _DAY, today, today + _DAY


def _instants(shown: datetime) -> Iterator[datetime]:
    """When a clock of the zone shows this: in one hour of the year twice, in one only if it was not put forward."""
    first, second = shown.replace(fold=0).astimezone(UTC), shown.replace(fold=1).astimezone(UTC)
    yield first
    if second > first:
        yield second


def _most_recent(meant: Sequence[datetime], now: datetime) -> datetime:
    """The last one that a clock may show by now; where all lie ahead, the first: the server says what it expects."""
    past = [instant for instant in meant if instant <= now + CLOCKS_APART]
    return past[-1] if past else meant[0]
