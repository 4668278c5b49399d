"""Consoles in the terminal's manner that remember what they heard, for tests that need no page."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import aclosing, asynccontextmanager
from datetime import UTC, datetime

from consumers.console_client import ConsoleClient
from consumers.console_state import Received
from streams.records import Alert, AlertRecord
from tests.end_to_end.stack_thread import StackThread


class Heard:
    """Every alert revision one room's console was given, in order, with the time it came."""

    def __init__(self, room: str) -> None:
        self.room = room
        self.alerts: list[tuple[datetime, Alert]] = []
        self.news = asyncio.Event()

    def of(self, case: str) -> list[Alert]:
        """The revisions of this case's alert."""
        return [alert for _, alert in self.alerts if alert.case == case]

    def rings(self, case: str) -> list[Alert]:
        """The revisions that rang."""
        return [alert for alert in self.of(case) if alert.rang_revision == alert.revision and alert.priority == 1]

    async def until(self, case: str, wanted: Callable[[Alert], bool], within_s: float = 20.0) -> Alert:
        """The first revision of the case that is as wanted."""
        async with asyncio.timeout(within_s):
            while True:
                for alert in self.of(case):
                    if wanted(alert):
                        return alert
                self.news.clear()
                await self.news.wait()


@asynccontextmanager
async def listening(line: StackThread, rooms: dict[str, str]) -> AsyncIterator[dict[str, Heard]]:
    """A console for each room (room -> account name), linked before the block begins."""
    heard = {room: Heard(room) for room in rooms}
    linked = {room: asyncio.Event() for room in rooms}
    tasks = [
        asyncio.create_task(_listen(line, room, account, heard[room], linked[room])) for room, account in rooms.items()
    ]
    try:
        async with asyncio.timeout(20):
            for event in linked.values():
                await event.wait()
        yield heard
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


async def _listen(line: StackThread, room: str, account: str, heard: Heard, linked: asyncio.Event) -> None:
    console = ConsoleClient(line.gateway, line.tokens[account], rooms=(room,), desk="test")
    async with aclosing(console.events()) as events:
        async for event in events:
            if isinstance(event, Received) and isinstance(event.record, AlertRecord):
                heard.alerts.append((datetime.now(UTC), event.record.alert))
                heard.news.set()
            if type(event).__name__ == "Fresh":
                linked.set()
