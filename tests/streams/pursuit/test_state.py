"""A pursuit's state can be written down and read back, whatever happened in it."""

import msgspec

from streams.pursuit.state import Pursuit, asked_id, silence_id
from tests.streams.pursuit.long_day import long_day
from tests.streams.pursuit.scene import CAR, CASE, SOUTH, Chase, at


def test_a_pursuit_written_down_reads_back_equal() -> None:
    chase = Chase()
    chase.open()
    chase.present(1, "NL")
    chase.receipt(2, SOUTH, 1)
    chase.acknowledge(3, SOUTH, 1)
    data = msgspec.json.encode(chase.pursuit, order="deterministic")
    assert msgspec.json.decode(data, type=Pursuit) == chase.pursuit


def test_a_state_written_before_a_field_was_added_can_still_be_read() -> None:
    chase = Chase()
    chase.open()
    older = msgspec.to_builtins(chase.pursuit)
    for name in ("heard", "receipts", "log", "silences"):
        del older[name]
    del older["units"][CAR]["silent_since"]
    read = msgspec.convert(older, Pursuit, strict=False)
    assert (read.heard, read.silences, read.units[CAR].silent_since) == ((), (), None)


def test_a_silence_is_named_by_its_unit_and_when_it_began() -> None:
    assert silence_id(CAR, at(50)) == f"{CAR}|2026-01-01T12:00:50+00:00"


def test_a_question_to_another_pursuit_is_named_by_the_command_that_made_it() -> None:
    assert asked_id(CASE, "merge", "c") == f"{CASE}|merge|c"
    assert len(asked_id(CASE, "split", "x" * 500)) == 400


def test_the_longest_day_is_written_down_and_reads_back_equal() -> None:
    for chase in long_day():
        data = msgspec.json.encode(chase.pursuit, order="deterministic")
        assert msgspec.json.decode(data, type=Pursuit) == chase.pursuit
