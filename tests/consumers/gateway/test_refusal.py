import pytest

from consumers.gateway.refusal import MOST_FRAME_BYTES, Refusal, read_message
from streams.console import Hello


def refused(frame: str | bytes) -> tuple[str, str, str, str]:
    with pytest.raises(Refusal) as info:
        read_message(frame)
    said = info.value.message()
    return said.code, said.field, said.expected, said.got


def test_a_message_that_fits_is_read() -> None:
    assert read_message('{"type":"hello","console":"c1","unknown":1}') == Hello(console="c1")


@pytest.mark.parametrize(
    ("frame", "answer"),
    [
        (b"{}", ("binary", "", "a text frame with one JSON message", "a binary frame of 2 bytes")),
        ('{"type":"shout"}', ("wrong_field", "type", "one of the known values", "value 'shout'")),
        ('{"type":"hello"}', ("missing", "console", "the field console", "none")),
        ('{"type":"hello","console":7}', ("wrong_field", "console", "`str`", "`int`")),
        ("[]", ("wrong_field", "", "`object`", "`array`")),
        ('{"type":"hello","console":""}', ("wrong_field", "console", "`str` of length >= 1", "")),
    ],
)
def test_a_message_that_does_not_fit_is_told_what_was_expected_what_came_and_where(
    frame: str | bytes, answer: tuple[str, str, str, str]
) -> None:
    assert refused(frame) == answer


def test_an_id_without_an_owner_is_shown_where_it_stands() -> None:
    code, field, expected, got = refused('{"type":"hello","console":"c1","rooms":["NL/A","nowhere"]}')
    assert (code, field, got) == ("wrong_field", "rooms[1]", "nowhere")
    assert expected.startswith("an id that begins with its owner's code")


@pytest.mark.parametrize(
    "frame",
    [
        "",
        "{",
        "hello",
        '{"type":"hello","console":"c"} x',
        '{"a":1e999',
        "\ud800",
        '{"type":"hello","x":' + "[" * 50_000,
    ],
)
def test_what_is_no_json_is_malformed(frame: str) -> None:
    assert refused(frame)[0] == "malformed"


def test_a_message_that_is_too_long_is_refused_before_it_is_read() -> None:
    assert refused("x" * (MOST_FRAME_BYTES + 1)) == ("too_long", "", "at most 65536 bytes", "65537 bytes")


def test_what_came_is_shown_in_part_only() -> None:
    assert len(refused("x" * 5000)[3]) <= 120
