"""What the door says can be read by a unit, and unknown words are no crash."""

from datetime import UTC, datetime

import msgspec
import pytest

from producers.answers import (
    Accepted,
    Answer,
    CommandAnswer,
    ErrorAnswer,
    FixRefused,
    Later,
    Welcome,
    decode_answer,
    encode_answer,
    error_of,
)
from producers.reading import Refusal

SAMPLES: list[Answer] = [
    Welcome(
        unit="BE/A", room="BE/R", mode="live", server_at=datetime(2026, 1, 1, tzinfo=UTC), max_fixes=1, max_bytes=2
    ),
    Accepted(up_to=None, count=0, refused=1, clock_offset_s=-1.5),
    FixRefused(n=5, index=0, code="range", field="lat", expected="a latitude", got="91"),
    CommandAnswer(id="c", accepted=False, code="id", reason="why"),
    Later(reason="Kafka is away", retry_after_s=2.0, from_n=3),
    error_of(Refusal("malformed", "", "JSON", "{")),
]


@pytest.mark.parametrize("answer", SAMPLES, ids=lambda answer: type(answer).__name__)
def test_what_the_door_says_is_what_the_unit_reads(answer: Answer) -> None:
    assert decode_answer(encode_answer(answer)) == answer


def test_an_error_says_expected_and_got() -> None:
    assert encode_answer(ErrorAnswer(code="type", field="n", expected="a number", got="'x'")) == (
        '{"type":"error","code":"type","field":"n","expected":"a number","got":"\'x\'"}'
    )


def test_a_word_that_is_not_ours_is_said_to_be_none() -> None:
    with pytest.raises(msgspec.DecodeError):
        decode_answer('{"type":"dance"}')
