"""The reader of written pursuits itself: a table that is wrong is found, and the row that is wrong is named."""

import pytest

from tests.scenarios.script import play
from tests.scenarios.table import Entry, Row, as_table, read_table

_RIGHT = """
    12:00:00 | BE/CAR-1        | starts for BE/CIC-LIMBURG: robbery
             | BE/CAR-1        | is in
             | BE/CIC-LIMBURG  | sees the pursuit
             | all rooms       | BE/CIC-LIMBURG leads
    12:00:01 | BE/CAR-1        | is in BE at Hasselt
             | all rooms       | BE/CAR-1 in BE
    12:15:01 | clock           | running
             | BE/CIC-LIMBURG  | RINGS P3 alarm, (home), ALARM still_running
             |                 | (since 2026-06-01T12:00:01+00:00)
             | all rooms       | asked at 12:15:01: still running?
"""


def test_a_table_that_says_what_was_played_is_right() -> None:
    asked_at = play(_RIGHT).case().pursuit.asked_at
    assert asked_at is not None
    assert f"{asked_at:%H:%M:%S}" == "12:15:01"


@pytest.mark.parametrize(
    ("written", "instead", "differing"),
    [
        ("BE/CIC-LIMBURG leads", "BE/CIC-LIEGE leads", "-         | all rooms              | BE/CIC-LIEGE leads"),
        (
            "             | BE/CIC-LIMBURG  | sees the pursuit\n",
            "",
            "+         | BE/CIC-LIMBURG         | sees the pur",
        ),
        ("12:15:01 | clock", "12:15:02 | clock", "+12:15:01 | clock"),
        ("RINGS P3", "reads P3", "-         | BE/CIC-LIMBURG         | reads P3 alarm"),
        ("sees the pursuit\n", "sees the pursuit\n | BE/CIC-LIEGE | sees the pursuit\n", "- "),
    ],
)
def test_a_table_that_says_otherwise_is_found_with_the_row_that_differs(
    written: str, instead: str, differing: str
) -> None:
    with pytest.raises(AssertionError) as found:
        play(_RIGHT.replace(written, instead))
    assert any(line.startswith(differing) for line in str(found.value).splitlines())


def test_what_came_due_and_is_not_written_is_found() -> None:
    without_clock = _RIGHT[: _RIGHT.index("    12:15:01")]
    with pytest.raises(AssertionError, match=r"\+12:15:01 \| clock"):
        play(
            without_clock
            + "    12:16:00 | BE/CAR-1 | has lost sight\n | all rooms | BE/CAR-1 in BE, its crew lost sight"
        )


def test_a_sentence_that_nobody_knows_is_refused() -> None:
    with pytest.raises(ValueError, match=r"expected a sentence of .* got BE/CAR-1 \| waves"):
        play("12:00:00 | BE/CAR-1 | waves")


@pytest.mark.parametrize("line", ["12:00:00 | BE/CAR-1", " | BE/CAR-1 | sees the pursuit"])
def test_a_line_that_is_no_row_is_refused(line: str) -> None:
    with pytest.raises(ValueError, match="expected"):
        read_table(line)


def test_a_long_row_goes_on_below_and_reads_the_same() -> None:
    entry = Entry("12:00:00", Row("clock", "running"), (Row("NL/MK-BERGEN-OP-ZOOM", "a word " * 40 + "more"),))
    text = as_table([entry])
    assert max(len(line) for line in text.splitlines()) <= 112
    assert read_table(text) == [entry]
