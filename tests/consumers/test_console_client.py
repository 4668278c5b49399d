"""The client alone, against a scripted gateway: what it says, when it gives up, how it comes back."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import aclosing, asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from msgspec import Raw
from websockets.asyncio.server import ServerConnection, serve

from consumers.console_client import BACK_OFF_S, ConsoleClient, Linked, Lost, SignInRefusedError
from consumers.console_state import Received
from consumers.place_file import read_places
from streams.console import (
    Command,
    CommandAnswer,
    ConsoleMessage,
    ConsolePlace,
    ErrorMessage,
    Goodbye,
    Hello,
    InboxItem,
    Presence,
    SendReceipt,
    Welcome,
)
from streams.records import decode, encode
from tests.consumers.records import CASE, NOON, alert, alert_record

ROOM = "NL/ROOM"
Script = Callable[[ServerConnection], Awaitable[None]]


def welcome(role: str = "operator", heartbeat_s: float = 2.0) -> Welcome:
    return Welcome(account="nl", role=role, state="NL", rooms=(), server_at=NOON, heartbeat_s=heartbeat_s)


def item(offset: int, **changes: Any) -> InboxItem:
    place = ConsolePlace(topic_id="t", partition=0, offset=offset, at=NOON)
    record = Raw(encode(alert_record(ROOM, **changes)))
    return InboxItem(room=ROOM, key=f"{ROOM}|alert|{CASE}", place=place, record=record)


async def say(raw: ServerConnection, *messages: Any) -> None:
    for message in messages:
        await raw.send(encode(message), text=True)


async def hear(raw: ServerConnection) -> Any:
    """The next thing the console says but for whether anybody sees and hears it."""
    while isinstance(message := decode(await raw.recv(decode=False), ConsoleMessage), Presence):
        pass
    return message


@asynccontextmanager
async def scripted(*scripts: Script) -> AsyncIterator[str]:
    """A gateway that plays one script for each connection, in order."""
    left = iter(scripts)

    async def play(raw: ServerConnection) -> None:
        await next(left)(raw)

    async with serve(play, "127.0.0.1", 0) as server:
        yield f"ws://127.0.0.1:{server.sockets[0].getsockname()[1]}/console"


async def first(client: ConsoleClient, kind: type[Any]) -> Any:
    async with asyncio.timeout(20), aclosing(client.events()) as events:
        async for event in events:
            if isinstance(event, kind):
                return event
    return None


async def test_it_says_that_each_revision_was_delivered() -> None:
    said: asyncio.Queue[Any] = asyncio.Queue()

    async def script(raw: ServerConnection) -> None:
        hello: Hello = await hear(raw)
        assert (hello.token, hello.rooms, hello.desk) == ("t", (ROOM,), "desk 3")
        await say(raw, welcome(), item(0, revision=4))
        said.put_nowait(await hear(raw))

    async with scripted(script) as url:
        await first(ConsoleClient(url, "t", rooms=(ROOM,), desk="desk 3"), Lost)
    receipt: SendReceipt = said.get_nowait()
    assert (receipt.alert, receipt.revision, receipt.kind) == (f"{CASE}|{ROOM}", 4, "delivered")


async def test_at_every_link_it_says_what_it_is_and_that_nobody_sees_or_hears_it() -> None:
    said: list[Any] = []

    async def script(raw: ServerConnection) -> None:
        said.append(decode(await raw.recv(decode=False), ConsoleMessage))
        await say(raw, welcome())
        said.append(decode(await raw.recv(decode=False), ConsoleMessage))

    async with scripted(script, script) as url:
        client = ConsoleClient(url, "t", kind="terminal", language="lb")
        for _ in range(2):
            await first(client, Lost)
    assert [(hello.kind, hello.language) for hello in said[::2]] == [("terminal", "lb")] * 2
    assert said[1::2] == [Presence(page_visible=False, sound_armed=False)] * 2


async def test_an_onlooker_says_nothing() -> None:
    said: list[Any] = []

    async def script(raw: ServerConnection) -> None:
        await hear(raw)
        await say(raw, welcome("administrator"), item(0))
        said.extend([message async for message in raw])

    async with scripted(script) as url:
        await first(ConsoleClient(url, "t"), Received)
    assert said == []


async def test_it_comes_back_with_its_place() -> None:
    hellos: list[Hello] = []

    async def script(raw: ServerConnection) -> None:
        hellos.append(await hear(raw))
        await say(raw, welcome(), item(len(hellos), revision=len(hellos)))

    async with scripted(script, script) as url, aclosing(ConsoleClient(url, "t", rooms=(ROOM,)).events()) as events:
        received = 0
        async for event in events:
            received += isinstance(event, Received)
            if received == 2:
                break
    assert hellos[0].places == {}
    assert hellos[1].places[ROOM].offset == 1
    assert hellos[0].console == hellos[1].console


async def test_the_place_in_the_file_moves_on_only_after_an_event_was_taken(tmp_path: Path) -> None:
    async def script(raw: ServerConnection) -> None:
        await hear(raw)
        await say(raw, welcome(), item(5))
        await raw.wait_closed()

    async with scripted(script) as url:
        client = ConsoleClient(url, "t", rooms=(ROOM,), place_file=tmp_path / "place")
        await first(client, Received)
    assert read_places(tmp_path / "place") == {}


async def test_a_command_is_sent_again_with_the_same_id_until_it_is_answered() -> None:
    heard: list[Command] = []

    async def lose_it(raw: ServerConnection) -> None:
        await hear(raw)
        await say(raw, welcome())
        heard.append(await hear(raw))

    async def answer_it(raw: ServerConnection) -> None:
        await hear(raw)
        await say(raw, welcome())
        heard.append(await hear(raw))
        await say(raw, CommandAnswer(id=heard[-1].id, accepted=True))
        await raw.wait_closed()

    async with scripted(lose_it, answer_it) as url:
        client = ConsoleClient(url, "t", rooms=(ROOM,))
        listening = asyncio.create_task(first(client, ErrorMessage))
        answer = await asyncio.wait_for(client.acknowledge(alert(ROOM, revision=2)), 20)
        listening.cancel()
        await asyncio.wait([listening])
    assert answer.accepted is True
    assert heard[0] == heard[1]
    assert (heard[0].command, heard[0].alert, heard[0].revision) == ("acknowledge", f"{CASE}|{ROOM}", 2)


async def test_a_silent_gateway_counts_as_lost() -> None:
    async def script(raw: ServerConnection) -> None:
        await hear(raw)
        await say(raw, welcome(heartbeat_s=0.05))
        await raw.wait_closed()

    async with scripted(script) as url:
        lost: Lost = await first(ConsoleClient(url, "t"), Lost)
    assert lost.reason == "the gateway was silent for 0.15 s"
    assert BACK_OFF_S[0] <= lost.again_in_s <= BACK_OFF_S[1]


@pytest.mark.parametrize(
    "answer",
    [
        Goodbye(code="unknown_token", reason="expected the token of an account, got none"),
        ErrorMessage(code="unknown_room", field="rooms[0]", expected="the token of an account", got="x"),
    ],
)
async def test_a_refused_hello_is_not_tried_again(answer: Any) -> None:
    async def script(raw: ServerConnection) -> None:
        await hear(raw)
        await say(raw, answer)
        await raw.wait_closed()

    async with scripted(script) as url:
        with pytest.raises(SignInRefusedError, match="expected the token of an account"):
            await first(ConsoleClient(url, "t"), Linked)


@pytest.mark.parametrize("url", ["http://127.0.0.1:1/console", "nonsense"])
async def test_an_address_that_is_none_is_refused(url: str) -> None:
    with pytest.raises(SignInRefusedError, match="expected an address such as ws://"):
        await first(ConsoleClient(url, "t"), Lost)


async def test_a_message_it_cannot_read_is_passed_over() -> None:
    async def script(raw: ServerConnection) -> None:
        await hear(raw)
        await raw.send('{"type":"new in version 9"}')
        await say(raw, welcome(), item(0))
        await raw.wait_closed()

    async with scripted(script) as url:
        assert (await first(ConsoleClient(url, "t"), Received)).record == alert_record(ROOM)
