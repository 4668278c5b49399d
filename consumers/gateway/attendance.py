"""Says on the topic `desks` which consoles are at this gateway, and tells consoles who is at their rooms' desks."""

import asyncio
import logging
from collections.abc import Hashable, Iterable
from contextlib import suppress
from datetime import UTC, datetime, timedelta

from msgspec.structs import replace

from consumers.gateway.staffing import Staffing
from consumers.gateway.writing import NotWrittenError, Writing
from streams.records import DeskPresence, encode
from streams.topics import DESKS, Profile

__all__ = ["Attendance"]

logger = logging.getLogger(__name__)

_SAY_EVERY_S = 0.25
_TELL_EVERY_S = 0.5
_SAID_WITHIN_S = 1.0


class Attendance:
    """The desks of this gateway's consoles, on their way to Kafka and from there to all consoles.

    Args:
        broker: host:port, or several separated by commas.
        profile: which partition count.
        staffing: what is known of all desks.
    """

    def __init__(self, broker: str, profile: Profile, staffing: Staffing) -> None:
        self._writing = Writing(broker, profile)
        self._staffing = staffing
        # Of one clock that nobody sets, for desks must not be lost by it: how it differs from the broker's is measured.
        self._began, self._began_s = datetime.now(UTC), self._now_s()

    def sit(self, connection: Hashable, desks: Iterable[DeskPresence]) -> None:
        """A console signed in at these desks, or what a person there would notice changed."""
        self._staffing.own.sit(connection, desks)

    def leave(self, connection: Hashable, *, comes_back: bool) -> None:
        """A console is gone; one that was told to come back at once keeps its desk until its next gateway speaks."""
        if comes_back:
            self._staffing.own.move(connection)
        else:
            self._staffing.own.leave(connection)

    async def run(self) -> None:
        """For ever, until cancelled."""
        async with asyncio.TaskGroup() as group:
            group.create_task(self._saying())
            group.create_task(self._telling())

    async def stop(self) -> None:
        """Say what is still to be said, if Kafka takes it at once, and close the connection."""
        with suppress(TimeoutError):
            async with asyncio.timeout(_SAID_WITHIN_S):
                await self._say()
        await self._writing.stop()

    async def _saying(self) -> None:
        while True:
            await self._say()
            await asyncio.sleep(_SAY_EVERY_S)

    async def _telling(self) -> None:
        while True:
            self._staffing.tell(self._now())
            await asyncio.sleep(_TELL_EVERY_S)

    async def _say(self) -> None:
        presences = self._staffing.own.to_say(self._now_s())
        answers = await asyncio.gather(*(self._write(presence) for presence in presences), return_exceptions=True)
        for presence, answer in zip(presences, answers, strict=True):
            if isinstance(answer, NotWrittenError):
                logger.debug("the pulse tells when Kafka is away: %s", answer)
                self._staffing.own.not_said(presence)
            elif isinstance(answer, BaseException):
                raise answer

    async def _write(self, presence: DeskPresence) -> None:
        record = encode(replace(presence, at=self._now()))
        await self._writing.write(DESKS, f"{presence.room}|{presence.console}", record, partition_by=presence.room)

    def _now(self) -> datetime:
        return self._began + timedelta(seconds=self._now_s() - self._began_s)

    def _now_s(self) -> float:
        return asyncio.get_running_loop().time()
