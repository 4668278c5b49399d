"""What a person types as a time is the instant that they mean, also about midnight and when the clocks change."""

from datetime import UTC, datetime

import pytest

from consumers.typed_time import typed_instant


def utc(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


NOW = utc("2026-11-27 19:20")
"""20:20 on the wall."""
FIVE_PAST_MIDNIGHT = utc("2026-11-26 23:05")
BETWEEN_TWICE = utc("2026-10-25 00:10")
"""02:10 for the first time."""
AFTER_TWICE = utc("2026-10-25 02:00")
AFTER_SPRING = utc("2026-03-29 02:00")
"""04:00, where 02:00 to 03:00 was left out."""


@pytest.mark.parametrize(
    ("text", "now", "meant"),
    [
        ("20:15", NOW, "2026-11-27 19:15"),
        ("9:15", NOW, "2026-11-27 08:15"),
        ("20:15:30", NOW, "2026-11-27 19:15:30"),
        ("2026-11-26 20:15", NOW, "2026-11-26 19:15"),
        ("2026-11-26T20:15:30", NOW, "2026-11-26 19:15:30"),
        ("2026-07-01 20:15", NOW, "2026-07-01 18:15"),
        ("19:15Z", NOW, "2026-11-27 19:15"),
        ("2026-11-27T19:15:00Z", NOW, "2026-11-27 19:15"),
        ("2026-11-27T20:15:00.5+01:00", NOW, "2026-11-27 19:15:00.5"),
        # about now and about midnight
        ("20:23", NOW, "2026-11-27 19:23"),
        ("20:40", NOW, "2026-11-26 19:40"),
        ("23:58", FIVE_PAST_MIDNIGHT, "2026-11-26 22:58"),
        ("00:01", utc("2026-11-26 22:58"), "2026-11-26 23:01"),
        ("2026-11-28 20:15", NOW, "2026-11-28 19:15"),
        # when the clocks change
        ("02:05", BETWEEN_TWICE, "2026-10-25 00:05"),
        ("02:05", AFTER_TWICE, "2026-10-25 01:05"),
        ("2026-10-25 02:05", AFTER_TWICE, "2026-10-25 01:05"),
        ("02:30", AFTER_SPRING, "2026-03-29 01:30"),
    ],
)
def test_a_time_is_the_most_recent_one_by_the_clock_on_the_wall(text: str, now: datetime, meant: str) -> None:
    assert typed_instant(text, now) == utc(meant)


@pytest.mark.parametrize(
    ("text", "now", "meant"),
    [
        ("20:40", NOW, "2026-11-27 19:40"),
        ("20:15", NOW, "2026-11-27 19:15"),
        ("00:10", utc("2026-11-26 22:58"), "2026-11-26 23:10"),
        ("2026-11-28 02:15", NOW, "2026-11-28 01:15"),
    ],
)
def test_what_may_lie_ahead_is_the_nearest_one(text: str, now: datetime, meant: str) -> None:
    assert typed_instant(text, now, may_lie_ahead=True) == utc(meant)


@pytest.mark.parametrize(
    "text", ["", "noon", "25:00", "20:60", "2015", "2026-02-30 20:15", "2026-11-27", "20.15", "20:15+25:00", "²0:15"]
)
def test_what_is_no_time_is_none(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        typed_instant(text, NOW)
