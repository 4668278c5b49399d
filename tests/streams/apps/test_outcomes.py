"""What became of fixes is said where some were not used, each count once."""

import logging

import pytest

from geo.outcome import Outcome
from streams.apps.outcomes import OutcomeTally


def _said(caplog: pytest.LogCaptureFixture) -> list[str]:
    return [record.getMessage() for record in caplog.records]


@pytest.fixture(autouse=True)
def _all_levels(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)


def test_all_counts_are_said_where_some_fixes_were_not_used(caplog: pytest.LogCaptureFixture) -> None:
    tally = OutcomeTally("positions")
    tally.add(3, {Outcome.MOVED: 5, Outcome.JUMP: 1})
    tally.add(3, {Outcome.MOVED: 2, Outcome.LATE: 2})
    tally.say(3)
    assert _said(caplog) == ["positions-3: of 10 fixes not all moved a unit: 7 moved, 2 late, 1 jump"]


def test_what_was_said_is_not_said_again_and_fixes_that_were_all_used_are_not_worth_a_word(
    caplog: pytest.LogCaptureFixture,
) -> None:
    tally = OutcomeTally("positions")
    tally.add(3, {Outcome.FROZEN: 1})
    tally.say(3)
    tally.add(3, {Outcome.FIRST: 1, Outcome.MOVED: 9, Outcome.GAP: 1})
    tally.say(3)
    tally.say(4)
    assert len(_said(caplog)) == 1


def test_each_partition_counts_for_itself_and_from_its_last_assignment(caplog: pytest.LogCaptureFixture) -> None:
    tally = OutcomeTally("positions")
    tally.add(0, {Outcome.COARSE: 1})
    tally.add(1, {Outcome.COARSE: 2})
    tally.forget(0)
    tally.say(0)
    tally.say(1)
    assert _said(caplog) == ["positions-1: of 2 fixes not all moved a unit: 2 coarse"]
