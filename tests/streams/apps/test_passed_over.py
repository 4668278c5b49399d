"""Records that a guard passed over are told once, and once more, loudly, when they are too many."""

import logging

import pytest

from streams.apps.passed_over import PassedOver


def _levels(caplog: pytest.LogCaptureFixture) -> list[str]:
    return [record.levelname for record in caplog.records]


def test_the_first_is_told_and_too_many_are_an_error_told_once(caplog: pytest.LogCaptureFixture) -> None:
    passed = PassedOver("positions", many=10)
    with caplog.at_level(logging.INFO):
        for offset in range(30):
            passed.add(3, 1, offset)
    assert _levels(caplog) == ["INFO", "ERROR"]
    assert "positions-3-9: 10 records since the commit were taken in before: expected fewer than 10" in caplog.text


def test_none_passed_over_is_not_worth_a_word(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.INFO):
        PassedOver("positions").add(3, 0, 5)
    assert _levels(caplog) == []


def test_each_partition_counts_for_itself_and_from_its_last_assignment(caplog: pytest.LogCaptureFixture) -> None:
    passed = PassedOver("reports", many=10)
    with caplog.at_level(logging.INFO):
        passed.add(0, 9, 9)
        passed.add(1, 9, 9)
        passed.forget(0)
        passed.add(0, 9, 18)
    assert _levels(caplog) == ["INFO"] * 3


def test_a_chunk_that_jumps_over_the_limit_is_told_too(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.INFO):
        PassedOver("positions", many=10).add(0, 2_000, 2_000)
    assert _levels(caplog) == ["INFO", "ERROR"]
