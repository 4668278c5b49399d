"""A message becomes an input with its place and the broker's time, or a reason why not."""

from datetime import UTC, datetime
from typing import Any

import pytest
from faust.types.tuples import Message

from streams.apps.intake import Readable, read_message
from streams.records import PositionsRecord, SourcePlace, encode
from tests.streams.tracking.scene import fix


def message(value: bytes | None, *, offset: int = 7, timestamp: float | None = 1_767_268_800.25) -> Message:
    """As Faust hands it over."""
    return Message("positions", 2, offset, timestamp, 1, None, b"BE/CAR-1", value, None)  # type: ignore[arg-type]


def _read(given: Message) -> tuple[Readable | None, list[str]]:
    reasons: list[str] = []
    return read_message(given, PositionsRecord, "topic-id", reasons.append), reasons


def test_a_record_comes_with_its_place_and_the_brokers_time() -> None:
    item, reasons = _read(message(encode(fix(5.9, 0))))
    assert reasons == []
    assert item is not None
    assert (item.record, item.place) == (fix(5.9, 0), SourcePlace(topic_id="topic-id", partition=2, offset=7))
    assert item.at == datetime(2026, 1, 1, 12, 0, 0, 250_000, UTC)


@pytest.mark.parametrize("value", [None, b"", b"{", b"\xff", b'{"type":"moon"}', b"[" * 60_000])
def test_what_cannot_be_read_is_refused_with_one_reason(value: Any) -> None:
    item, reasons = _read(message(value))
    assert item is None
    assert len(reasons) == 1
