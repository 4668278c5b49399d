from datetime import datetime, timedelta, timezone

from consumers.reader import page_reader, terminal_reader

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
