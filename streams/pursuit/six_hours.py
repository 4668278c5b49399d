"""The six-hour clock: until when a held person who is not a national of the host must be freed.

Schengen Convention art. 41(6): at the latest six hours after the arrest, the hours between midnight and nine not
counted. Those are hours of the clock on the wall; all states here keep Central European Time, with summer time by
Directive 2000/84/EC: from the last Sunday of March to the last of October, 01:00 UTC.
"""

from datetime import UTC, datetime, timedelta, timezone

__all__ = ["SIX_HOURS", "six_hours_after"]

SIX_HOURS = "six_hours"
"""The item of the closing checklist that says what became of the held person."""

_WINTER, _SUMMER = timezone(timedelta(hours=1)), timezone(timedelta(hours=2))
_COUNTED_FROM = 9


def six_hours_after(held_at: datetime) -> datetime:
    """The instant by which the person must be freed; UTC.

    >>> six_hours_after(datetime(2026, 1, 1, 21, 0, tzinfo=UTC)).isoformat()  # 22:00 there: two hours, then from nine
    '2026-01-02T12:00:00+00:00'
    """
    now, left = held_at.astimezone(UTC), timedelta(hours=6)
    while left > timedelta(0):
        counts_from = _of_day(now, _COUNTED_FROM)
        now = max(now, counts_from)
        until = _of_day(now, 24)
        step = min(left, until - now)
        now, left = now + step, left - step
    return now


def _of_day(instant: datetime, hour: int) -> datetime:
    """That hour, by the clock on the wall, of the day it is there; UTC."""
    local = instant.astimezone(_zone(instant))
    midnight = datetime(local.year, local.month, local.day, tzinfo=UTC)
    naive = midnight + timedelta(hours=hour)
    guess = naive - timedelta(hours=1)
    return guess - (timedelta(hours=1) if _zone(guess) is _SUMMER else timedelta(0))


def _zone(instant: datetime) -> timezone:
    summer = _last_sunday(instant.year, 3) <= instant < _last_sunday(instant.year, 10)
    return _SUMMER if summer else _WINTER


def _last_sunday(year: int, month: int) -> datetime:
    """01:00 UTC on the last Sunday of a month of 31 days."""
    last = datetime(year, month, 31, 1, tzinfo=UTC)
    return last - timedelta(days=(last.weekday() + 1) % 7)
