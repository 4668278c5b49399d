"""The tally of refusals: the first is told at once, the rest as sums, nothing is lost from the count."""

from datetime import UTC, datetime, timedelta

from producers.reading import Refusal
from producers.tally import RefusalTally

NOON = datetime(2026, 1, 1, 12, tzinfo=UTC)
LAT = Refusal("range", "lat", "-90..90", "91")
TIME = Refusal("time", "t", "a time", "nothing")


def at(seconds: float) -> datetime:
    return NOON + timedelta(seconds=seconds)


def test_the_first_refusal_is_told_at_once_with_what_was_expected() -> None:
    tally = RefusalTally("websocket")
    tally.add("BE/A", LAT)
    (told,) = tally.take(at(0))
    assert (told.unit, told.code, told.field, told.expected, told.got) == ("BE/A", "range", "lat", "-90..90", "91")
    assert (told.count, told.door, told.at) == (1, "websocket", NOON)


def test_the_next_are_told_as_a_sum_after_ten_seconds() -> None:
    tally = RefusalTally("websocket")
    tally.add("BE/A", LAT)
    tally.take(at(0))
    for _ in range(7):
        tally.add("BE/A", LAT)
    assert tally.take(at(9.9)) == ()
    assert [told.count for told in tally.take(at(10))] == [7]
    assert tally.take(at(30)) == ()


def test_units_and_reasons_are_told_apart() -> None:
    tally = RefusalTally("osmand")
    for unit, refusal in (("BE/A", LAT), ("BE/A", TIME), ("BE/B", LAT), ("BE/A", LAT)):
        tally.add(unit, refusal)
    assert {(told.unit, told.code): told.count for told in tally.take(at(0))} == {
        ("BE/A", "range"): 2, ("BE/A", "time"): 1, ("BE/B", "range"): 1,
    }  # fmt: skip


def test_two_tellings_have_two_ids() -> None:
    tally = RefusalTally("osmand")
    ids = set()
    for second in (0, 10):
        tally.add("BE/A", LAT)
        ids |= {told.id for told in tally.take(at(second))}
    assert len(ids) == 2
