"""The gateway as a whole, against the real broker: what consoles live through."""

import asyncio
import logging
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed, InvalidStatus

from consumers.console_client import Linked, Lost, SignInRefusedError
from consumers.console_state import Fresh, Received, Resumed
from consumers.gateway.sayings import Sayings
from streams.console import (
    Command,
    CommandAnswer,
    ConsolePlace,
    ErrorMessage,
    GatewayMessage,
    Goodbye,
    Heartbeat,
    Hello,
    InboxItem,
    Said,
    Snapshot,
    TrailsMessage,
    UnitsMessage,
    Welcome,
)
from streams.partition import partition_of
from streams.records import (
    Account,
    Acknowledge,
    InboxRecord,
    LeaveUnit,
    Receipt,
    Report,
    Trail,
    UnitView,
    decode,
    encode,
)
from streams.topics import INBOX, Profile
from tests.consumers.known_records import alerted, full_pursuit
from tests.consumers.records import NOON, alert_record, picture, trail, visibility
from tests.consumers.running import Kafka, account, console, new_room, running_gateway, write_accounts

pytestmark = pytest.mark.kafka


class World:
    """Three rooms with an operator each, a gateway, and Kafka beside it."""

    def __init__(self, broker: str, folder: Path) -> None:
        self.broker = broker
        self.accounts = folder / "accounts.toml"
        self.nl, self.be, self.lu = new_room("NL"), new_room("BE"), new_room("LU")
        self.case = f"{self.be}-P1"
        self.entries = [account("nl", self.nl), account("be", self.be), account("lu", self.lu)]
        write_accounts(self.accounts, *self.entries)
        self.url = ""

    def gateway(self, **options: Any) -> Any:
        return running_gateway(self.broker, self.accounts, self.nl, self.be, self.lu, **options)

    @asynccontextmanager
    async def running(self, **options: Any) -> AsyncIterator[Kafka]:
        async with Kafka(self.broker) as kafka, self.gateway(**options) as self.url:
            yield kafka

    def alert(self, revision: int = 1, room: str = "", **changes: Any) -> Any:
        return alert_record(room or self.nl, revision=revision, case=self.case, **changes)


@pytest.fixture
def world(kafka_broker: str, tmp_path: Path) -> World:
    return World(kafka_broker, tmp_path)


async def heard(raw: ClientConnection, kind: type[Any]) -> Any:
    """The next message of this kind on a bare socket."""
    async with asyncio.timeout(20):
        while True:
            message = decode(await raw.recv(decode=False), GatewayMessage)
            if isinstance(message, kind):
                return message


async def signed_in(raw: ClientConnection, name: str, **changes: Any) -> Welcome:
    await raw.send(encode(Hello(token=f"token-{name}", console="c1", **changes)), text=True)
    welcome: Welcome = await heard(raw, Welcome)
    return welcome


# ---------------------------------------------------------------- alerts


async def test_an_alert_reaches_the_console_of_its_room_and_no_other(world: World) -> None:
    async with (
        world.running() as kafka,
        console(world.url, "nl") as here,
        console(world.url, "lu") as elsewhere,
    ):
        for each in (here, elsewhere):
            assert (await each.next(Fresh)).lost is False
        await kafka.inbox(world.alert())
        received: Received = await here.next(Received)
        assert (received.room, received.record, received.how) == (world.nl, world.alert(), "live")
        await kafka.inbox(alert_record(world.lu, case=f"{world.case}-2"))
        assert (await elsewhere.next(Received)).room == world.lu


async def test_a_console_that_signs_in_later_gets_what_its_room_holds(world: World) -> None:
    async with world.running() as kafka:
        await kafka.inbox(world.alert(1), world.alert(2), visibility(world.nl, case=world.case))
        async with console(world.url, "nl") as here:
            assert (await here.next(Fresh)).count == 2
            assert (await here.next(Received)).record == world.alert(2)


async def test_a_line_that_breaks_is_resumed_with_exactly_what_was_missed(world: World) -> None:
    async with world.running() as kafka, connect(world.url) as raw:
        await signed_in(raw, "nl")
        await heard(raw, Snapshot)
        await kafka.inbox(world.alert(1))
        item: InboxItem = await heard(raw, InboxItem)
        await raw.close()
        missed = (world.alert(2), visibility(world.nl, case=world.case))
        await kafka.inbox(missed[0], alert_record(world.be, case=world.case), missed[1])
        async with connect(world.url) as again:
            await signed_in(again, "nl", places={world.nl: item.place})
            snapshot: Snapshot = await heard(again, Snapshot)
            items = list(snapshot.items)
            while len(items) < len(missed):  # what Kafka took an instant ago may come live, after the snapshot
                items.append(await heard(again, InboxItem))
    assert snapshot.recovered is True
    assert [decode(bytes(each.record), InboxRecord) for each in items] == list(missed)


async def test_another_gateway_resumes_what_the_first_one_began(world: World) -> None:
    async with world.running() as kafka, console(world.url, "nl") as here:
        await here.next(Fresh)
        await kafka.inbox(world.alert(1))
        await here.next(Received)
        places = dict(here.client.state.places)
    async with world.running() as kafka:
        await kafka.inbox(world.alert(2))
        async with connect(world.url) as raw:
            await signed_in(raw, "nl", places=places)
            snapshot: Snapshot = await heard(raw, Snapshot)
    assert (snapshot.recovered, len(snapshot.items)) == (True, 1)


async def test_a_place_of_another_inbox_is_answered_with_a_snapshot_and_the_reason(world: World) -> None:
    async with world.running() as kafka, connect(world.url) as raw:
        await kafka.inbox(world.alert())
        there = ConsolePlace(topic_id="another", partition=0, offset=3, at=NOON)
        await signed_in(raw, "nl", places={world.nl: there})
        snapshot: Snapshot = await heard(raw, Snapshot)
    assert snapshot.recovered is False
    assert "another inbox" in snapshot.reason
    assert len(snapshot.items) == 1


async def test_an_unreadable_record_is_passed_over_and_named_in_the_log(
    world: World, caplog: pytest.LogCaptureFixture
) -> None:
    async with world.running() as kafka, console(world.url, "nl") as here:
        await here.next(Fresh)
        for value in (b"\xff\x00 no json", b'{"type":"alert"}', b"{}"):
            await kafka.inbox_bytes(world.nl, f"{world.nl}|alert|x", value)
        await kafka.inbox(world.alert())
        assert (await here.next(Received)).record == world.alert()
    # Of this room's inbox: other tests have left theirs in the same broker.
    passed_over = [line for line in caplog.messages if line.startswith("inbox-") and "readable record" in line]
    assert len(passed_over) == 3


# ---------------------------------------------------------------- dots


async def test_a_record_under_another_recipients_key_takes_no_alert_from_a_room(
    world: World, caplog: pytest.LogCaptureFixture
) -> None:
    async with world.running() as kafka, console(world.url, "nl") as here:
        await here.next(Fresh)
        await kafka.inbox(world.alert(1))
        await here.next(Received)
        stranger = next(room for room in (f"LU/X-{n}" for n in range(99)) if _partition(room) == _partition(world.nl))
        await kafka.inbox_bytes(world.nl, f"{world.nl}|alert|{world.case}", encode(world.alert(9, room=stranger)))
        await kafka.inbox(world.alert(2))
        assert (await here.next(Received)).record == world.alert(2)
        async with console(world.url, "nl") as later:
            assert (await later.next(Received)).record == world.alert(2)
    assert f"passed over, expected a record of {stranger}" in caplog.text


def _partition(room: str) -> int:
    return partition_of(room, INBOX.partitions(Profile.LOCAL))


async def test_dots_reach_only_the_room_that_was_granted_the_case(world: World) -> None:
    async with (
        world.running() as kafka,
        console(world.url, "nl") as here,
        console(world.url, "lu") as elsewhere,
    ):
        for each in (here, elsewhere):
            await each.next(Fresh)
        dot = trail(world.nl, world.lu, case=world.case)
        await kafka.inbox(visibility(world.nl, case=world.case))
        await here.next(Received)
        await kafka.trail(dot)
        message: TrailsMessage = await here.next(TrailsMessage)
        assert [decode(bytes(raw), Trail) for raw in message.trails] == [dot]
        await kafka.inbox(visibility(world.lu, case=world.case))
        assert isinstance(await elsewhere.next((Received, TrailsMessage)), Received)


async def test_own_units_reach_their_room_and_a_late_console_too(world: World) -> None:
    async with world.running() as kafka, console(world.url, "be") as here:
        await here.next(Fresh)
        await kafka.units(picture(world.be, f"{world.be}-U1", full=True))
        assert (await here.next(UnitsMessage)).full is True
        async with console(world.url, "be") as late:
            assert len((await late.next(UnitsMessage)).units) == 1


# ---------------------------------------------------------------- reports


async def test_receipts_and_acknowledgements_are_written_under_their_case(world: World) -> None:
    async with world.running() as kafka, console(world.url, "nl", desk="desk 3") as here:
        await kafka.inbox(world.alert(3))
        received: Received = await here.next(Received)
        answer = await here.client.acknowledge(received.record.alert)  # type: ignore[union-attr]
        assert answer.accepted is True
        reports = await kafka.reports(world.case, 2, lambda value: decode(value, Report))
    receipt, acknowledged = sorted(reports, key=lambda report: type(report).__name__, reverse=True)
    assert isinstance(receipt, Receipt)
    assert isinstance(acknowledged, Acknowledge)
    assert (receipt.alert, receipt.revision, receipt.kind) == (f"{world.case}|{world.nl}", 3, "delivered")
    assert (acknowledged.revision, acknowledged.by.name, acknowledged.by.desk) == (3, "nl", "desk 3")


async def test_a_command_that_is_not_allowed_is_refused_and_the_line_lives_on(world: World) -> None:
    async with world.running(), connect(world.url) as raw:
        await signed_in(raw, "nl")
        close = Command(id="1", command="close", room=world.be, case=world.case, mode="exercise", happened_at=NOON)
        await raw.send(encode(close), text=True)
        answer: CommandAnswer = await heard(raw, CommandAnswer)
        assert (answer.id, answer.accepted, answer.code) == ("1", False, "not_allowed")
        assert answer.reason.endswith(f"got {world.be}")
        await heard(raw, Heartbeat)


# ---------------------------------------------------------------- words


async def test_a_page_gets_every_record_in_its_own_language_and_a_terminal_without_words(world: World) -> None:
    async with world.running() as kafka, connect(world.url) as raw, connect(world.url) as terminal:
        await kafka.inbox(world.alert(1))
        assert (await signed_in(raw, "nl", kind="page", language="fr")).language == "fr"
        assert (await signed_in(terminal, "nl", kind="terminal")).language == "nl"
        snapshots: list[Snapshot] = [await heard(each, Snapshot) for each in (raw, terminal)]
        assert [[item.said and item.said.language for item in each.items] for each in snapshots] == [["fr"], [None]]
        await kafka.inbox(world.alert(2))
        items: list[InboxItem] = [await heard(each, InboxItem) for each in (raw, terminal)]
        assert [item.said and item.said.language for item in items] == ["fr", None]


async def test_a_card_to_read_out_knows_a_room_without_an_alert_by_the_directory(world: World) -> None:
    view = full_pursuit(recipient=world.nl, case=world.case, leading_room=world.be, alerted=(alerted(room=world.lu),))
    async with world.running() as kafka, connect(world.url) as raw:
        await kafka.inbox(visibility(world.nl, case=world.case), view)
        await signed_in(raw, "nl", kind="page", language="en")
        snapshot: Snapshot = await heard(raw, Snapshot)
        lists = [item.said.lists for item in snapshot.items if item.said]
        card = next(said[f"read_out:{world.lu}"] for said in lists if f"read_out:{world.lu}" in said)
        assert any(f"Room {world.be[3:]} leads the pursuit." in line for line in card)


async def test_a_long_inbox_is_put_in_words_without_holding_up_other_consoles(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    put_in_words = Sayings._put_in_words

    def slowly(sayings: Sayings, item: InboxItem, language: str) -> Said | None:
        time.sleep(0.02)
        return put_in_words(sayings, item, language)

    monkeypatch.setattr(Sayings, "_put_in_words", slowly)
    async with world.running(heartbeat_s=0.05) as kafka, connect(world.url) as page, connect(world.url) as other:
        await kafka.inbox(*(alert_record(world.nl, case=f"{world.case}-{n}") for n in range(100)))
        await signed_in(other, "be")
        await heard(other, Heartbeat)
        beats, loop = [asyncio.get_running_loop().time()], asyncio.get_running_loop()
        reading = asyncio.create_task(signed_in(page, "nl", kind="page"))
        while not reading.done() or loop.time() - beats[0] < 4:
            await heard(other, Heartbeat)
            beats.append(loop.time())
        snapshot: Snapshot = await heard(page, Snapshot)
    assert all(item.said is not None for item in snapshot.items)
    assert len(snapshot.items) == 100
    assert max(after - before for before, after in pairwise(beats)) < 1


# ---------------------------------------------------------------- who may not, and what does not fit


async def test_a_wrong_token_is_refused_and_not_tried_for_ever(world: World) -> None:
    async with world.running(), console(world.url, "nobody") as here:
        with pytest.raises(SignInRefusedError, match="a token of no account"):
            await here.next(Linked)


async def test_an_unknown_room_is_refused(world: World) -> None:
    async with world.running(), console(world.url, "nl", "NL/NOWHERE") as here:
        with pytest.raises(SignInRefusedError, match="expected a room of the directory, got NL/NOWHERE"):
            await here.next(Linked)


async def test_another_accounts_room_is_refused(world: World) -> None:
    async with world.running(), console(world.url, "nl", world.be) as here:
        with pytest.raises(SignInRefusedError, match=f"expected a room of nl: {world.nl}, got {world.be}"):
            await here.next(Linked)


async def test_the_cookie_signs_a_page_in(world: World) -> None:
    async with world.running():
        headers = {"Cookie": "other=1; senningen_session=token-nl", "Origin": "http://127.0.0.1:8080"}
        async with connect(world.url, additional_headers=headers) as raw:
            await raw.send('{"type":"hello","console":"page"}')
            assert (await heard(raw, Welcome)).account == "nl"


async def test_a_page_of_another_origin_is_refused_also_with_a_good_cookie(world: World) -> None:
    async with world.running():
        headers = {"Cookie": "senningen_session=token-nl", "Origin": "http://evil.example"}
        with pytest.raises(InvalidStatus) as info:
            await connect(world.url, additional_headers=headers)
    assert info.value.response.status_code == 403


async def test_another_path_is_not_found(world: World) -> None:
    async with world.running():
        with pytest.raises(InvalidStatus) as info:
            await connect(world.url.replace("/console", "/other"))
    assert info.value.response.status_code == 404


@pytest.mark.parametrize(
    ("frame", "code"),
    [
        (b"\x00\x01", "binary"),
        ("{", "malformed"),
        ('{"type":"shout"}', "wrong_field"),
        ('{"type":"receipt"}', "missing"),
        ("x" * 70_000, "too_long"),
    ],
)
async def test_a_message_that_does_not_fit_is_answered_and_the_console_lives_on(
    world: World, frame: str | bytes, code: str
) -> None:
    async with world.running() as kafka, connect(world.url) as raw:
        await signed_in(raw, "nl")
        await heard(raw, Snapshot)
        await raw.send(frame)
        assert (await heard(raw, ErrorMessage)).code == code
        await kafka.inbox(world.alert())
        assert (await heard(raw, InboxItem)).room == world.nl


async def test_a_frame_beyond_all_measure_closes_that_line_alone(world: World) -> None:
    async with world.running() as kafka, connect(world.url) as raw, console(world.url, "nl") as here:
        await here.next(Fresh)
        await raw.send("x" * 2_000_000)
        with pytest.raises(ConnectionClosed):
            await heard(raw, Welcome)
        assert raw.close_code == 1009
        await kafka.inbox(world.alert())
        await here.next(Received)


async def test_a_removed_account_is_sent_away_within_5_seconds(world: World) -> None:
    async with world.running(), console(world.url, "nl") as here, console(world.url, "be") as other:
        await here.next(Fresh)
        await other.next(Fresh)
        write_accounts(world.accounts, *world.entries[1:])
        goodbye: Goodbye = await here.next(Goodbye, within_s=5)
        assert goodbye.code == "account_changed"
        with pytest.raises(SignInRefusedError, match="a token of no account"):
            await here.next(Linked)
        await other.next(Heartbeat)


async def test_nothing_is_taken_any_more_from_a_removed_account_that_does_not_hear_its_goodbye(
    world: World, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    order = Command(
        id="too late", command="acknowledge", room=world.nl, case=world.case, mode="exercise", happened_at=NOON,
        alert=f"{world.case}|{world.nl}", revision=1,
    )  # fmt: skip
    crowd = tuple(UnitView(unit=f"BE/CAR-{n}", joined_at=NOON, active=True) for n in range(2_000))
    async with world.running() as kafka:
        async with connect(world.url) as raw:
            await signed_in(raw, "nl")
            await heard(raw, Snapshot)
            raw.transport.pause_reading()
            await kafka.inbox(*(world.alert(n, units=crowd) for n in range(1, 41)))  # more than sockets hold
            write_accounts(world.accounts, *world.entries[1:])
            async with asyncio.timeout(10):
                while "goodbye account_changed" not in caplog.text:  # noqa: ASYNC110 - a log has no event
                    await asyncio.sleep(0.01)
            for _ in range(5):
                await raw.send(encode(order), text=True)
            raw.transport.resume_reading()
            with suppress(ConnectionClosed):
                while True:  # reads what was held back, to the end
                    await raw.recv()
        by = Account(name="later", role="operator", state="NL", room=world.nl)
        later = LeaveUnit(id="later", case=world.case, mode="exercise", happened_at=NOON, by=by, unit="NL/CAR")
        await kafka.report(later)
        assert await kafka.reports(world.case, 1, lambda data: decode(data, Report)) == [later]


async def test_heartbeats_say_that_kafka_is_there(world: World) -> None:
    async with world.running(heartbeat_s=0.1), console(world.url, "nl") as here:
        await here.next(Heartbeat, lambda beat: beat.kafka is True)


# ---------------------------------------------------------------- slow, and the end


async def test_a_slow_console_is_closed_with_the_reason_while_another_is_not_delayed(
    world: World, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, "consumers.gateway.console")
    async with (
        world.running(most_waiting=20) as kafka,
        connect(world.url, max_size=None, compression=None, ping_interval=None) as slow,
        console(world.url, "nl") as quick,
    ):
        await signed_in(slow, "nl")
        await heard(slow, Snapshot)
        await quick.next(Fresh)
        slow.transport.pause_reading()
        slowest_s = 0.0
        for revision in range(1, 2000):
            began = asyncio.get_running_loop().time()
            await kafka.inbox(world.alert(revision, opened_by="x" * 50_000))
            await quick.next(Received)
            slowest_s = max(slowest_s, asyncio.get_running_loop().time() - began)
            if "goodbye too_slow" in caplog.text:
                break
        slow.transport.resume_reading()
        goodbye: Goodbye = await heard(slow, Goodbye)
        with pytest.raises(ConnectionClosed):
            await heard(slow, Welcome)
    assert (goodbye.code, slow.close_code) == ("too_slow", 1013)
    assert slowest_s < 2


async def test_when_the_gateway_stops_every_console_is_told_and_comes_back_to_the_next_one(world: World) -> None:
    async with world.running() as kafka:
        port = int(world.url.split(":")[2].split("/")[0])
        watching = console(world.url, "nl")
        here = await watching.__aenter__()
        await here.next(Fresh)
        await kafka.inbox(world.alert(1))
        await here.next(Received)
    assert (await here.next(Goodbye)).code == "gateway_stops"
    await here.next(Lost)
    async with world.running(port=port) as kafka:
        await here.next(Linked)
        assert (await here.next(Resumed)).count == 0
        await kafka.inbox(world.alert(2))
        assert (await here.next(Received)).record == world.alert(2)
        await watching.__aexit__(None, None, None)
