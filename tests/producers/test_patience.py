"""Patience with a phone that repeats itself ends at the third time."""

from producers.patience import Patience


def test_the_third_time_in_a_row_is_enough() -> None:
    patience = Patience()
    assert [patience.is_over("BE/A", b"bad") for _ in range(4)] == [False, False, True, True]


def test_another_report_starts_anew_and_units_do_not_share() -> None:
    patience = Patience()
    reports = [("BE/A", b"1"), ("BE/A", b"1"), ("BE/B", b"1"), ("BE/A", b"2"), ("BE/A", b"2"), ("BE/A", b"2")]
    said = [patience.is_over(unit, report) for unit, report in reports]
    assert said == [False, False, False, False, False, True]
