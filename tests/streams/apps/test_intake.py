"""A message becomes an input with its place and the broker's time, or a reason why not."""

from datetime import UTC, datetime
from typing import Any

import pytest
from faust.types.tuples import Message

from streams.apps.intake import Readable, Source, read_message
from streams.records import PositionsRecord, SourcePlace, encode
from streams.tracking.step import unit_of
from tests.streams.tracking.scene import fix

_SOURCE = Source(PositionsRecord, "topic-id", 4, unit_of)


def message(value: bytes | None, *, offset: int = 7, timestamp: Any = 1_767_268_800.25, partition: int = 1) -> Message:
    """As Faust hands it over."""
    return Message("positions", partition, offset, timestamp, 1, None, b"BE/CAR-1", value, None)


def _read(given: Message) -> tuple[Readable | None, list[str]]:
    reasons: list[str] = []
    return read_message(given, _SOURCE, reasons.append), reasons


def test_a_record_comes_with_its_place_and_the_brokers_time() -> None:
    item, reasons = _read(message(encode(fix(5.9, 0))))
    assert reasons == []
    assert item is not None
    assert (item.record, item.place) == (fix(5.9, 0), SourcePlace(topic_id="topic-id", partition=1, offset=7))
    assert item.at == datetime(2026, 1, 1, 12, 0, 0, 250_000, UTC)


@pytest.mark.parametrize("value", [None, b"", b"{", b"\xff", b'{"type":"moon"}', b"[" * 60_000])
def test_what_cannot_be_read_is_refused_with_one_reason(value: Any) -> None:
    item, reasons = _read(message(value))
    assert item is None
    assert len(reasons) == 1


def test_a_record_that_is_too_long_is_refused_with_its_length() -> None:
    item, reasons = _read(message(encode(fix(5.9, 0)).ljust(262_145)))
    assert (item, reasons) == (None, ["expected at most 262144 bytes, got 262145"])
    assert _read(message(encode(fix(5.9, 0)).ljust(262_144)))[0] is not None


def test_a_record_in_another_partition_than_its_units_is_refused_for_it_would_split_its_state() -> None:
    item, reasons = _read(message(encode(fix(5.9, 0)), partition=3))
    assert item is None
    assert reasons == [f"{fix(5.9, 0).unit}: expected in partition 1, got it in 3 under the key b'BE/CAR-1'"]
