"""A pursuit's state can be written down and read back, whatever happened in it."""

import msgspec

from streams.pursuit.state import Pursuit
from tests.streams.pursuit.scene import SOUTH, Chase


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
    for name in ("heard", "receipts", "log"):
        del older[name]
    assert msgspec.convert(older, Pursuit, strict=False).heard == ()
