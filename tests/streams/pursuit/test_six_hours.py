"""Six hours after a person was held, the hours between midnight and nine by the clock on the wall not counted."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from streams.pursuit.six_hours import six_hours_after

BRUSSELS = ZoneInfo("Europe/Brussels")
_MINUTES = st.datetimes(datetime(2000, 1, 1), datetime(2040, 1, 1)).map(  # noqa: DTZ001 - made aware in the same line
    lambda instant: instant.replace(second=0, microsecond=0, tzinfo=UTC)
)


def _there(*wall: int) -> datetime:
    """An instant by the clock on the wall: year, month, day, hour, minute."""
    year, month, day, hour, minute = wall
    return datetime(year, month, day, hour, minute, tzinfo=BRUSSELS)


@pytest.mark.parametrize(
    ("held", "free"),
    [
        ((2026, 1, 15, 10, 0), (2026, 1, 15, 16, 0)),  # all within the day
        ((2026, 1, 15, 18, 0), (2026, 1, 16, 0, 0)),  # six hours to midnight
        ((2026, 1, 15, 22, 0), (2026, 1, 16, 13, 0)),  # two before midnight, four from nine
        ((2026, 1, 15, 0, 0), (2026, 1, 15, 15, 0)),
        ((2026, 1, 15, 8, 59), (2026, 1, 15, 15, 0)),
        ((2026, 1, 15, 23, 59), (2026, 1, 16, 14, 59)),
        ((2026, 7, 15, 22, 0), (2026, 7, 16, 13, 0)),  # summer time
        ((2026, 3, 28, 22, 0), (2026, 3, 29, 13, 0)),  # the clock goes on by one hour that night
        ((2026, 3, 29, 1, 30), (2026, 3, 29, 15, 0)),
        ((2026, 10, 24, 22, 0), (2026, 10, 25, 13, 0)),  # it goes back: the night is longer, and counts no more for it
        ((2026, 10, 25, 2, 30), (2026, 10, 25, 15, 0)),
        ((2025, 12, 31, 21, 0), (2026, 1, 1, 12, 0)),
    ],
)
def test_the_hours_of_the_night_do_not_count(held: tuple[int, ...], free: tuple[int, ...]) -> None:
    assert six_hours_after(_there(*held)) == _there(*free)


def test_the_answer_is_in_utc_whatever_zone_the_question_was_in() -> None:
    held = _there(2026, 7, 15, 10, 0)
    assert six_hours_after(held).tzinfo is UTC
    assert six_hours_after(held) == six_hours_after(held.astimezone(UTC))


def _counted_minutes(start: datetime, end: datetime) -> int:
    """Minute by minute, those whose clock on the wall shows nine or later."""
    minutes = round((end - start).total_seconds() / 60)
    return sum((start + timedelta(minutes=m)).astimezone(BRUSSELS).hour >= 9 for m in range(minutes))


@given(_MINUTES)
def test_exactly_six_hours_from_nine_to_midnight_lie_between(held: datetime) -> None:
    assert _counted_minutes(held, six_hours_after(held)) == 360


@given(_MINUTES)
def test_nobody_must_be_freed_between_midnight_and_nine(held: datetime) -> None:
    """At midnight itself at the earliest, when the sixth hour is just over."""
    free = six_hours_after(held).astimezone(BRUSSELS)
    assert free.hour >= 9 or (free.hour, free.minute) == (0, 0)


@given(_MINUTES, st.integers(0, 3000))
def test_who_is_held_later_is_never_freed_earlier(held: datetime, minutes: int) -> None:
    assert six_hours_after(held) <= six_hours_after(held + timedelta(minutes=minutes))
