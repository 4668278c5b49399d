from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consumers.reader import page_reader, telephone_reader, terminal_reader

NOON_IN_BRUSSELS = datetime(2026, 5, 4, 12, 0, 0, 250_000, tzinfo=timezone(timedelta(hours=2)))


def test_a_terminal_reads_utc() -> None:
    reader = terminal_reader("fr")
    assert (reader.at(NOON_IN_BRUSSELS), reader.clock(NOON_IN_BRUSSELS)) == ("10:00:00Z", "10:00:00Z")
    assert reader.say("not-acknowledged") == "NON ACQUITT\u00c9E"


def test_a_page_is_given_instants_to_write_itself() -> None:
    reader = page_reader("nl")
    assert reader.at(NOON_IN_BRUSSELS) == "{$at 2026-05-04T10:00:00.250000Z}"
    assert reader.clock(NOON_IN_BRUSSELS) == "{$clock 2026-05-04T10:00:00.250000Z}"
    assert reader.ahead(NOON_IN_BRUSSELS) == "{$in 2026-05-04T10:00:00.250000Z}"


def test_an_instant_that_may_be_of_any_day_is_read_with_its_day() -> None:
    late = datetime(2026, 5, 4, 23, 0, tzinfo=UTC)
    assert terminal_reader("fr").dated(late) == "2026-05-04 23:00:00Z"
    assert telephone_reader("fr").dated(late) == "2026-05-05 01:00:00 (23:00:00Z)"
    assert page_reader("fr").dated(late) == "{$at 2026-05-04T23:00:00Z}"
    assert telephone_reader("fr").dated(datetime.max.replace(tzinfo=UTC)) == "9999-12-31 23:59:59Z"


@pytest.mark.parametrize(
    ("instant", "read"),
    [
        (NOON_IN_BRUSSELS, "12:00:00 (10:00:00Z)"),
        (datetime(2026, 1, 4, 12, 0, tzinfo=UTC), "13:00:00 (12:00:00Z)"),
        (datetime.max.replace(tzinfo=UTC), "23:59:59Z"),
    ],
)
def test_what_is_read_out_by_telephone_has_the_hour_on_the_wall_too(instant: datetime, read: str) -> None:
    reader = telephone_reader("nl")
    assert (reader.at(instant), reader.clock(instant), reader.ahead(instant)) == (read, read, read)


_ZONES = st.integers(-1439, 1439).map(lambda minutes: timezone(timedelta(minutes=minutes)))


@given(st.datetimes(timezones=_ZONES))
def test_any_instant_that_a_record_can_hold_is_written(instant: datetime) -> None:
    for reader in (terminal_reader("nl"), telephone_reader("fr"), page_reader("lb")):
        assert all(written(instant) for written in (reader.at, reader.clock, reader.ahead))


def test_what_lies_before_the_first_or_after_the_last_instant_is_written_as_that_one() -> None:
    first = datetime.min.replace(tzinfo=timezone(timedelta(hours=14)))
    last = datetime.max.replace(tzinfo=timezone(timedelta(hours=-14)))
    assert (terminal_reader("en").at(first), terminal_reader("en").at(last)) == ("00:00:00Z", "23:59:59Z")
    assert page_reader("en").at(first) == "{$at 0001-01-01T00:00:00Z}"
