"""A gateway that runs in the test, against the real broker, with rooms and accounts of the test's own."""

import asyncio
import itertools
import socket
from collections.abc import AsyncIterator, Callable
from contextlib import aclosing, asynccontextmanager
from pathlib import Path
from typing import Any
from uuid import uuid4

from aiokafka import AIOKafkaConsumer, AIOKafkaProducer, TopicPartition

from borders.places import Towns
from borders.rooms import Directory, Room
from consumers.console_client import ConsoleClient, ConsoleEvent, SignInRefusedError
from consumers.gateway.server import Gateway, GatewayOptions
from consumers.inbox_record import recipient_of
from streams.accounts import AccountEntry, format_accounts, hash_token
from streams.accounts_file import AccountsFile
from streams.partition import partition_of
from streams.records import InboxRecord, Report, Trail, UnitsPicture, encode
from streams.topics import INBOX, REPORTS, TRAILS, UNITS, Profile, Topic
from tests.consumers.records import key_of

_NUMBERS = itertools.count(1)
_RUN = uuid4().hex[:6]


def new_room(state: str = "NL") -> str:
    """A room that no other test uses."""
    return f"{state}/ROOM-{_RUN}-{next(_NUMBERS)}"


def directory_of(*rooms: str) -> Directory:
    """A directory of exactly these rooms."""
    known = tuple(
        Room(
            id=room,
            state=room[:2],
            name=f"Room {room[3:]}",
            languages=("nl", "fr"),
            areas=(f"{room[:2]}-X",),
            kind="meldkamer",
            role="primary",
            confidence="memory",
        )
        for room in rooms
    )
    return Directory(rooms=known, towns=Towns(()), version="test")


def rooms_csv(*rooms: str) -> str:
    """A rooms file of exactly these rooms."""
    lines = [f"{room},{room[:2]},Room {room[3:]},nl,{room[:2]}-X,meldkamer,primary,memory,,," for room in rooms]
    return "\n".join(("id,state,name,languages,areas,kind,role,confidence,source,seat,note", *lines, ""))


def account(name: str, *rooms: str, role: str = "operator", unit: str | None = None) -> AccountEntry:
    """An account whose token is `token-` and its name."""
    entry: Any = {"name": name, "role": role, "state": rooms[0][:2], "service": "police", "rooms": rooms, "unit": unit}
    return AccountEntry(**entry, token_sha256=hash_token(f"token-{name}"))


def write_accounts(path: Path, *entries: AccountEntry) -> None:
    """The accounts file, as the command line writes it."""
    path.write_text(format_accounts(entries), encoding="utf-8")


@asynccontextmanager
async def running_gateway(
    broker: str, accounts: Path, *rooms: str, port: int = 0, **options: Any
) -> AsyncIterator[str]:
    """A gateway for these rooms; yields its address, and stops it as SIGTERM would."""
    listening = socket.create_server(("127.0.0.1", port))
    gateway = Gateway(
        GatewayOptions(broker=broker, profile=Profile.LOCAL, web_port=8080, **options),
        AccountsFile(accounts),
        directory_of(*rooms),
    )
    ready, stop = asyncio.Event(), asyncio.Event()
    serving = asyncio.create_task(gateway.serve(listening, ready.set, stop))
    try:
        started = asyncio.create_task(ready.wait())
        await asyncio.wait([serving, started], return_when=asyncio.FIRST_COMPLETED)
        if serving.done():
            serving.result()
        yield f"ws://127.0.0.1:{listening.getsockname()[1]}/console"
    finally:
        stop.set()
        await serving


class Kafka:
    """Writes what the workers would write, and reads what the gateway wrote."""

    def __init__(self, broker: str) -> None:
        self._broker = broker
        self._producer: Any = None

    async def __aenter__(self) -> "Kafka":
        self._producer = AIOKafkaProducer(bootstrap_servers=self._broker, acks="all")
        await self._producer.start()
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._producer.stop()

    async def inbox(self, *records: InboxRecord) -> None:
        """Into the recipients' inboxes, in this order; returns when Kafka has them."""
        for record in records:
            await self._write(INBOX, key_of(record), recipient_of(record), encode(record))

    async def inbox_bytes(self, recipient: str, key: str, value: bytes | None) -> None:
        """Anything at all into an inbox."""
        await self._write(INBOX, key, recipient, value)

    async def trail(self, *trails: Trail) -> None:
        """Dots."""
        for trail in trails:
            await self._write(TRAILS, trail.case, trail.case, encode(trail))

    async def units(self, *pictures: UnitsPicture) -> None:
        """Places of own units."""
        for picture in pictures:
            await self._write(UNITS, picture.room, picture.room, encode(picture))

    async def report(self, report: Report) -> None:
        """Into the reports of its case."""
        await self._write(REPORTS, report.case, report.case, encode(report))

    async def reports(self, case: str, count: int, decoded: Callable[[bytes], Any]) -> list[Any]:
        """The first `count` reports of this case."""
        partition = TopicPartition(REPORTS.name, partition_of(case, REPORTS.partitions(Profile.LOCAL)))
        consumer = AIOKafkaConsumer(bootstrap_servers=self._broker, group_id=None, auto_offset_reset="earliest")
        await consumer.start()
        try:
            consumer.assign([partition])
            await consumer.seek_to_beginning(partition)
            found: list[Any] = []
            while len(found) < count:
                record = await consumer.getone()
                if record.key == case.encode():
                    found.append(decoded(record.value))
            return found
        finally:
            await consumer.stop()

    async def _write(self, topic: Topic, key: str, by: str, value: bytes | None) -> None:
        partition = partition_of(by, topic.partitions(Profile.LOCAL))
        await self._producer.send_and_wait(topic.name, value, key=key.encode(), partition=partition)


@asynccontextmanager
async def console(url: str, name: str, *rooms: str, **options: Any) -> AsyncIterator["Watching"]:
    """A console signed in as the account `name`."""
    client = ConsoleClient(url, f"token-{name}", rooms=rooms, **options)
    watching = Watching(client)
    task = asyncio.create_task(watching.run())
    try:
        yield watching
    finally:
        task.cancel()
        await asyncio.wait([task])


class Watching:
    """A console whose events can be awaited one by one."""

    def __init__(self, client: ConsoleClient) -> None:
        self.client = client
        self.events: asyncio.Queue[ConsoleEvent | Exception] = asyncio.Queue()

    async def run(self) -> None:
        try:
            async with aclosing(self.client.events()) as events:
                async for event in events:
                    self.events.put_nowait(event)
        except SignInRefusedError as error:
            self.events.put_nowait(error)

    async def next(
        self,
        kind: type[Any] | tuple[type[Any], ...],
        fits: Callable[[Any], bool] = lambda _: True,
        within_s: float = 20,
    ) -> Any:
        """The next event of this kind that fits; those before it are passed over."""
        async with asyncio.timeout(within_s):
            while True:
                event = await self.events.get()
                if isinstance(event, kind) and fits(event):
                    return event
                if isinstance(event, Exception):
                    raise event
