import asyncio

import pytest
from msgspec import Raw

from consumers.gateway.outbox import Outbox
from streams.console import GatewayMessage, Goodbye, TrailsMessage, UnitsMessage
from streams.records import decode


async def sent(outbox: Outbox, count: int) -> list[bytes]:
    return [message for _ in range(count) if (message := await outbox.next()) is not None]


async def test_messages_leave_in_the_order_in_which_they_came() -> None:
    outbox = Outbox()
    for message in (b"1", b"2", b"3"):
        outbox.put(message)
    assert await sent(outbox, 3) == [b"1", b"2", b"3"]


async def test_the_next_message_is_waited_for() -> None:
    outbox = Outbox()
    waiting = asyncio.create_task(outbox.next())
    await asyncio.sleep(0)
    outbox.put(b"1")
    assert await waiting == b"1"


async def test_inbox_records_go_before_dots_and_only_the_newest_dot_of_a_unit_waits() -> None:
    outbox = Outbox()
    for trail in (b'"old"', b'"new"'):
        outbox.put_trail("BE/P-1", "BE/U-1", Raw(trail))
    outbox.put_trail("BE/P-1", "BE/U-2", Raw(b'"other"'))
    outbox.put(b"alert")
    assert await outbox.next() == b"alert"
    trails: TrailsMessage = decode(await outbox.next() or b"", GatewayMessage)
    assert [bytes(trail) for trail in trails.trails] == [b'"new"', b'"other"']


async def test_moved_units_are_merged_into_a_full_picture_that_still_waits() -> None:
    outbox = Outbox()
    outbox.put_units("BE/R", {"BE/U-1": Raw(b"1"), "BE/U-2": Raw(b"2")}, full=True)
    outbox.put_units("BE/R", {"BE/U-1": Raw(b"3")}, full=False)
    units: UnitsMessage = decode(await outbox.next() or b"", GatewayMessage)
    assert (units.full, [bytes(unit) for unit in units.units]) == (True, [b"3", b"2"])


async def test_dots_of_a_case_that_may_no_longer_be_watched_are_not_sent() -> None:
    outbox = Outbox()
    outbox.put_trail("BE/P-1", "BE/U-1", Raw(b"1"))
    outbox.put_trail("BE/P-2", "BE/U-1", Raw(b"2"))
    outbox.forget_case("BE/P-1")
    trails: TrailsMessage = decode(await outbox.next() or b"", GatewayMessage)
    assert [bytes(trail) for trail in trails.trails] == [b"2"]


async def test_only_the_newest_word_of_the_desks_waits_beside_the_heartbeat_and_before_dots() -> None:
    outbox = Outbox()
    outbox.put_trail("BE/P-1", "BE/U-1", Raw(b"1"))
    outbox.put_desks(b"old")
    outbox.put_beat(b"beat")
    outbox.put_desks(b"new")
    outbox.put(b"alert")
    assert await sent(outbox, 3) == [b"alert", b"new", b"beat"]
    assert isinstance(decode(await outbox.next() or b"", GatewayMessage), TrailsMessage)


async def test_only_the_newest_heartbeat_waits() -> None:
    outbox = Outbox()
    outbox.put_beat(b"1")
    outbox.put_beat(b"2")
    outbox.put(b"alert")
    assert await sent(outbox, 2) == [b"alert", b"2"]


@pytest.mark.parametrize(
    ("limits", "reason"), [({"most_messages": 2}, "2 messages"), ({"most_bytes": 9}, "2 messages")]
)
async def test_a_console_that_reads_too_slowly_is_told_goodbye_and_nothing_after(
    limits: dict[str, int], reason: str
) -> None:
    outbox = Outbox(**limits)
    for message in (b"1234", b"5678", b"9012", b"later"):
        outbox.put(message)
    outbox.put_trail("BE/P-1", "BE/U-1", Raw(b"1"))
    said: Goodbye = decode(await outbox.next() or b"", GatewayMessage)
    assert (said.code, said.reason[: len(reason)]) == ("too_slow", reason)
    assert await outbox.next() is None
    assert outbox.ended.is_set()


async def test_one_message_may_be_longer_than_the_limit() -> None:
    outbox = Outbox(most_bytes=10)
    outbox.put(b"a snapshot of many records")
    assert await outbox.next() == b"a snapshot of many records"


async def test_the_first_goodbye_stands() -> None:
    outbox = Outbox()
    outbox.end(Goodbye(code="account_changed", reason="removed"))
    outbox.end(Goodbye(code="gateway_stops", reason="stops"))
    assert outbox.goodbye == Goodbye(code="account_changed", reason="removed")


async def test_room_is_free_again_once_messages_were_sent() -> None:
    outbox = Outbox(most_messages=2, most_bytes=8)
    for _ in range(5):
        outbox.put(b"1234")
        outbox.put(b"5678")
        assert await sent(outbox, 2) == [b"1234", b"5678"]
    assert outbox.goodbye is None
