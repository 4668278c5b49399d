"""One connected console: its socket, its conversation, and what waits to be sent to it."""

import asyncio
import logging
from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from websockets.asyncio.server import ServerConnection
from websockets.exceptions import ConnectionClosed

from borders.rooms import Directory
from consumers.gateway.attendance import Attendance
from consumers.gateway.feed import Feed
from consumers.gateway.hub import Hub
from consumers.gateway.outbox import Outbox
from consumers.gateway.reports import ReportNotWrittenError, Reports
from consumers.gateway.session import Effect, Listen, Part, Say, Session, Sit, Submit, receive
from streams.accounts import Accounts
from streams.console import CommandAnswer, ConsolePlace, ErrorMessage, Goodbye, Heartbeat
from streams.records import encode

__all__ = ["Console", "Surroundings"]

logger = logging.getLogger(__name__)

_HELLO_WITHIN_S = 10.0
_GOODBYE_WITHIN_S = 5.0
_MOST_COMMANDS = 50
_TRY_AGAIN = 1013
_POLICY = 1008
_CLOSE_CODES = {"too_slow": _TRY_AGAIN, "gateway_stops": 1012, "inbox_replaced": 1012}
"""RFC 6455 7.4.1 and the IANA registry: 1012 service restart, 1013 try again later; all others 1008."""
_COMES_BACK = ("gateway_stops", "inbox_replaced")
"""Goodbyes after which a console is here, or at another gateway, again within seconds."""
_BUSY = ErrorMessage(code="busy", field="type", expected="receipts at a pace that Kafka takes", got="too many at once")


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What every console of one gateway shares."""

    hub: Hub
    feed: Feed
    reports: Reports
    attendance: Attendance
    accounts: Callable[[], Accounts]
    directory: Directory


class Console:
    """One console from its connection to its end; `run` returns when it is gone."""

    def __init__(self, socket: ServerConnection, session: Session, outbox: Outbox, around: Surroundings) -> None:
        self.session = session
        self.outbox = outbox
        self._socket = socket
        self._around = around
        self._doing: set[asyncio.Task[None]] = set()
        self._failed: asyncio.Future[None] = asyncio.get_running_loop().create_future()

    async def run(self) -> None:
        """Serve it until it leaves, is told goodbye, or a fault of ours ends it (which is raised)."""
        tasks = [asyncio.create_task(work) for work in (self._read(), self._write(), self._beat(), self._end_hard())]
        try:
            await asyncio.wait([*tasks, self._failed], return_when=asyncio.FIRST_COMPLETED)
        finally:
            for task in (*tasks, *self._doing):
                task.cancel()
            answers = await asyncio.gather(*tasks, *self._doing, return_exceptions=True)
            self._around.hub.leave(self.outbox)
            goodbye = self.outbox.goodbye
            self._around.attendance.leave(self, comes_back=goodbye is not None and goodbye.code in _COMES_BACK)
            self._failed.cancel()
        for answer in answers:
            if isinstance(answer, Exception):
                raise answer

    def check_account(self, accounts: Accounts) -> None:
        """Say goodbye when the account is no longer what it was at the sign-in."""
        entry = self.session.entry
        if entry is not None and not accounts.holds(entry):
            self.outbox.end(Goodbye(code="account_changed", reason=f"the account {entry.name} was changed or removed"))

    # ------------------------------------------------------------ its tasks

    async def _read(self) -> None:
        try:
            async for frame in self._socket:
                if self.outbox.goodbye is not None:
                    continue  # it may not have heard it yet, but its account may be gone
                self.session, effects = receive(
                    self.session,
                    frame,
                    accounts=self._around.accounts(),
                    directory=self._around.directory,
                    at=datetime.now(UTC),
                )
                for effect in effects:
                    self._perform(effect)
        except ConnectionClosed:
            return

    async def _write(self) -> None:
        try:
            while (message := await self.outbox.next()) is not None:
                await self._socket.send(message, text=True)
        except ConnectionClosed:
            return
        goodbye = self.outbox.goodbye
        if goodbye is not None:
            await self._socket.close(_CLOSE_CODES.get(goodbye.code, _POLICY), goodbye.code)

    async def _beat(self) -> None:
        began = asyncio.get_running_loop().time()
        while True:
            await asyncio.sleep(self.session.heartbeat_s)
            if self.session.entry is not None:
                self.outbox.put_beat(encode(Heartbeat(at=datetime.now(UTC), kafka=self._around.feed.pulse.up)))
            elif asyncio.get_running_loop().time() - began > _HELLO_WITHIN_S:
                self.outbox.end(
                    Goodbye(code="no_hello", reason=f"expected a hello within {_HELLO_WITHIN_S:g} s, got none")
                )

    async def _end_hard(self) -> None:
        """After the goodbye: wait a little for a console that still reads, then cut the line."""
        await self.outbox.ended.wait()
        goodbye = self.outbox.goodbye
        who = self.session.entry.name if self.session.entry else "a console"
        if goodbye is not None:
            logger.info("%s: goodbye %s (%s)", who, goodbye.code, goodbye.reason)
        await asyncio.sleep(_GOODBYE_WITHIN_S)
        self._socket.transport.abort()

    # ------------------------------------------------------------ what it asked for

    def _perform(self, effect: Effect) -> None:
        match effect:
            case Say(message):
                self.outbox.put(encode(message))
            case Part(goodbye):
                self.outbox.end(goodbye)
            case Listen(rooms, places):
                for room in rooms:
                    self._do(self._listen(room, places.get(room)))
            case Sit(desks):
                self._around.attendance.sit(self, desks)
            case Submit(report, None):
                if not self._around.reports.submit_later(report):
                    self.outbox.put(encode(_BUSY))
            case Submit(report, str(command)):
                if len(self._doing) >= _MOST_COMMANDS:
                    busy = f"expected at most {_MOST_COMMANDS} commands at once; send it again"
                    self.outbox.put(encode(CommandAnswer(id=command, accepted=False, code="busy", reason=busy)))
                else:
                    self._do(self._submit(report, command))

    async def _listen(self, room: str, place: ConsolePlace | None) -> None:
        partition = await self._around.feed.hold(room)
        hub, session = self._around.hub, self.session
        language = session.language if session.kind == "page" else None
        if language is not None:
            for item in hub.partitions[partition].since(room, place, datetime.now(UTC)).items:
                if not hub.sayings.remembers(item, language):
                    hub.sayings.item(item, language)
                    await asyncio.sleep(0)  # a long inbox is put in words bit by bit, so that no other console waits
        hub.listen(self.outbox, room, partition, place, datetime.now(UTC), language=language)
        if session.entry is not None and session.entry.role != "unit":
            hub.staffing.show(self.outbox, room)

    async def _submit(self, report: Any, command: str) -> None:
        try:
            await self._around.reports.submit(report)
        except ReportNotWrittenError as error:
            answer = CommandAnswer(id=command, accepted=False, code="kafka_away", reason=f"{error}; send it again")
        else:
            answer = CommandAnswer(id=command, accepted=True)
        self.outbox.put(encode(answer))

    def _do(self, work: Coroutine[Any, Any, None]) -> None:
        """Do it beside the reading, so that nothing this console asks for delays its next message."""
        task = asyncio.create_task(work)
        self._doing.add(task)
        task.add_done_callback(self._done)

    def _done(self, task: asyncio.Task[None]) -> None:
        self._doing.discard(task)
        if not task.cancelled() and task.exception() is not None and not self._failed.done():
            self._failed.set_exception(task.exception() or RuntimeError())
