"""A record that is set aside: whole, with the reason and the place it stood."""

import logging

import pytest

from streams.apps.rejects import reject_output
from streams.records import Reject, decode
from streams.topics import REJECTS
from tests.streams.apps.test_intake import message


def test_a_reject_holds_the_bytes_the_reason_and_the_place(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.ERROR):
        output = reject_output(message(b"\xff\x00", offset=42), "no JSON")
    assert (output.topic, output.key, output.partition_by) == (REJECTS.name, "positions-2-42", "positions-2-42")
    assert decode(output.value.encode(), Reject) == Reject(
        topic="positions", partition=2, offset=42, key_hex=b"BE/CAR-1".hex(), value_hex="ff00", reason="no JSON"
    )
    assert "rejected positions-2-42: no JSON" in caplog.text


def test_a_long_reason_is_cut_and_a_missing_value_is_empty() -> None:
    reject = decode(reject_output(message(None), "x" * 900).value.encode(), Reject)
    assert (len(reject.reason), reject.value_hex) == (500, "")
