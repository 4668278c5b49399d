"""A record that is set aside: with the reason and the place it stood, and whole unless it is too long."""

import logging

import pytest

from streams.apps.rejects import reject_output
from streams.records import Reject, decode
from streams.topics import REJECTS
from tests.streams.apps.test_intake import message


def test_a_reject_holds_the_bytes_the_reason_and_the_place(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.ERROR):
        output = reject_output(message(b"\xff\x00", offset=42), "no JSON")
    assert (output.topic, output.key, output.partition_by) == (REJECTS.name, "positions-1-42", "positions-1-42")
    assert decode(output.value.encode(), Reject) == Reject(
        topic="positions",
        partition=1,
        offset=42,
        key_hex=b"BE/CAR-1".hex(),
        value_hex="ff00",
        value_bytes=2,
        reason="no JSON",
    )
    assert "rejected positions-1-42: no JSON" in caplog.text


def test_a_long_reason_is_cut_and_a_missing_value_is_empty() -> None:
    reject = decode(reject_output(message(None), "x" * 900).value.encode(), Reject)
    assert (len(reject.reason), reject.value_hex) == (500, "")


def test_of_a_record_too_long_to_be_set_aside_whole_the_beginning_is_and_kafka_takes_it() -> None:
    output = reject_output(message(b"\xff" * 1_000_000), "too long")
    reject = decode(output.value.encode(), Reject)
    assert (len(reject.value_hex), reject.value_bytes) == (2 * 262_144, 1_000_000)
    assert len(output.value) < 900_000
