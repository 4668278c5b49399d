from datetime import UTC, datetime

import msgspec
import pytest

from streams.console import (
    Command,
    ConsoleMessage,
    ConsolePlace,
    DeskInfo,
    DesksMessage,
    GatewayMessage,
    Hello,
    InboxItem,
    RoomDesks,
    Snapshot,
)
from streams.records import RecordError, decode, encode

AT = datetime(2026, 1, 1, tzinfo=UTC)
PLACE = ConsolePlace(topic_id="t", partition=1, offset=7, at=AT)


def test_a_hello_comes_back_as_it_was_said() -> None:
    hello = Hello(token="secret", rooms=("NL/MK-MAASTRICHT",), places={"NL/MK-MAASTRICHT": PLACE}, console="c")
    assert decode(encode(hello), ConsoleMessage) == hello


def test_an_inbox_record_is_passed_on_byte_for_byte() -> None:
    record = msgspec.Raw(b'{"type":"alert","newer_field":1}')
    item = InboxItem(room="NL/R", key="k", place=PLACE, record=record)
    message = Snapshot(room="NL/R", recovered=True, reason="", place=PLACE, items=(item,))
    again = decode(encode(message), GatewayMessage)
    assert bytes(again.items[0].record) == bytes(record)


def test_a_console_of_before_says_neither_what_it_is_nor_its_language() -> None:
    hello = decode(b'{"type":"hello","console":"c"}', ConsoleMessage)
    assert (hello.kind, hello.language) == ("other", None)


def test_the_desks_come_back_as_they_were_told() -> None:
    desk = DeskInfo(name="anna", desk="3", page_visible=True, sound_armed=False, since=AT)
    own = RoomDesks(room="NL/R", signed_in=1, page_visible=1, sound_armed=0, own=True, desks=(desk,))
    message = DesksMessage(rooms=(own, RoomDesks(room="LU/R", signed_in=0, page_visible=0, sound_armed=0)))
    assert decode(encode(message), GatewayMessage) == message


@pytest.mark.parametrize(
    ("said", "where"),
    [
        (b'{"type":"command","id":"1","command":"dance"}', "dance"),
        (b'{"type":"bananas"}', "type"),
        (b'{"type":"hello"}', "console"),
        (b'{"type":"hello","console":"c","rooms":["nowhere"]}', "rooms"),
        (b'{"type":"hello","console":"c","kind":"radio"}', "kind"),
        (b'{"type":"hello","console":"c","language":"da"}', "language"),
        (b'{"type":"presence","page_visible":true}', "sound_armed"),
        (b'{"type":"presence","page_visible":"yes","sound_armed":true}', "page_visible"),
        (b"[]", "object"),
    ],
)
def test_what_does_not_fit_is_refused_with_the_place(said: bytes, where: str) -> None:
    with pytest.raises(RecordError, match=where):
        decode(said, ConsoleMessage)


def test_a_command_needs_its_instant_with_a_time_zone() -> None:
    command = Command(id="1", command="close", room="BE/R", case="BE/P", mode="test", happened_at=AT)
    naive = encode(command).replace(b"00:00:00Z", b"00:00:00")
    with pytest.raises(RecordError, match="happened_at"):
        decode(naive, ConsoleMessage)


def test_what_a_command_says_has_no_sign_that_a_screen_obeys() -> None:
    said = {"type": "command", "id": "c", "command": "close", "room": "NL/R", "case": "BE/1", "mode": "exercise"}
    told = {**said, "happened_at": "2026-01-01T12:00:00Z", "text": "two\nlines"}
    assert msgspec.convert(told, ConsoleMessage, strict=False)
    with pytest.raises(msgspec.ValidationError, match="regex"):
        msgspec.convert({**told, "text": "caught\x1b[2J"}, ConsoleMessage, strict=False)
