"""A patrol unit's side of the websocket door: sends fixes and commands in order, again until each is answered.

For `senningen push` and the demo's cars, and as an example of a unit that loses nothing: what was not accepted stays
at the head of the queue through every loss of the connection.
"""

import asyncio
import itertools
import json
from collections import Counter, deque
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from types import TracebackType
from typing import Any, Literal, Self, TypeVar

import msgspec
from websockets.asyncio.client import ClientConnection
from websockets.exceptions import ConnectionClosed, InvalidHandshake, InvalidURI

from geo.fix import Fix
from producers.answers import Accepted, Answer, CommandAnswer, ErrorAnswer, FixRefused, Later, Welcome, decode_answer
from producers.trouble import Trouble
from streams.link import linked
from streams.records import Mode

__all__ = ["Counts", "DoorAwayError", "DoorRefusedError", "UnitClient"]


_FIXES_A_MESSAGE = 500
_ANSWER_WITHIN_S = 20.0
_FIRST_PAUSE_S, _LONGEST_PAUSE_S = 0.25, 5.0

_T = TypeVar("_T")


class DoorAwayError(ConnectionError):
    """No door answers at this address."""


class DoorRefusedError(RuntimeError):
    """The door will not take what we send, however often: a wrong token, or a message it does not understand."""


@dataclass(slots=True)
class Counts:
    """What became of the fixes."""

    sent: int = 0
    accepted: int = 0
    refused: Counter[str] = field(default_factory=Counter)
    """By reason."""
    resent: int = 0
    clock_offset_s: float = 0.0
    """As the door last told it."""


@dataclass(slots=True)
class _Item:
    """One fix or command in the queue."""

    what: Literal["fix", "command"]
    body: dict[str, Any]
    tries: int = 0
    answer: asyncio.Future[CommandAnswer] | None = None


def _utc_now() -> datetime:
    return datetime.now(UTC)


class UnitClient:
    """One unit at the websocket door; use it as an asynchronous context manager.

    Args:
        url: such as ws://127.0.0.1:8082/unit.
        token: the unit's token.
        unit: the unit's id; None: the token's own.
        boot: names this run of the sender; new for each.
        mode: exercise or test; None: the account's own.
        now: the device's clock.
        door_within_s: how long to try for a first answer.

    Raises:
        DoorAwayError: on entering, when no door answers in time.
        DoorRefusedError: on entering or later, when the door will not have us.
    """

    def __init__(
        self, url: str, token: str, unit: str | None, boot: str, mode: Mode | None = None, *,
        now: Callable[[], datetime] = _utc_now, door_within_s: float = 8.0,
    ) -> None:  # fmt: skip
        self._url = url
        self._hello = {"type": "hello", "token": token, "boot": boot}
        self._hello |= {name: value for name, value in (("unit", unit), ("mode", mode)) if value is not None}
        self._boot = boot
        self._now = now
        self._door_within_s = door_within_s
        self._numbers = itertools.count()
        self._commands = itertools.count(1)
        self._queue: deque[_Item] = deque()
        self._news = asyncio.Event()
        self._idle = asyncio.Event()
        self._signed_in = asyncio.Event()
        self._running: asyncio.Task[None] | None = None
        self._connection: ClientConnection | None = None
        self._trouble = "no answer"
        self._told = Trouble(url)
        self.counts = Counts()
        self.welcome: Welcome | None = None

    async def __aenter__(self) -> Self:
        self._idle.set()
        self._running = asyncio.create_task(self._run(), name=f"unit {self._boot}")
        try:
            async with asyncio.timeout(self._door_within_s):
                await self._unless_refused(self._signed_in.wait())
        except TimeoutError:
            await self._end()
            message = f"no door answers at {self._url} ({self._trouble})"
            raise DoorAwayError(message) from None
        except BaseException:
            await self._end()
            raise
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._end()

    def put(self, fixes: Iterable[Fix]) -> None:
        """Hand over fixes; they go out as soon as the door takes them. Unit, boot and number are the client's own.

        Raises:
            DoorRefusedError: the door will not have us.
        """
        if self._running is not None and self._running.done():
            self._running.result()
        for fix in fixes:
            self._append(_Item("fix", _body(fix, next(self._numbers))))

    def skip_number(self) -> None:
        """Leave a hole in the numbers, so that the line between two fixes is a gap: another track begins."""
        next(self._numbers)

    async def send(self, fixes: Iterable[Fix]) -> None:
        """Hand over fixes and return when they and everything before them is settled.

        Raises:
            DoorRefusedError: the door will not have us.
        """
        self.put(fixes)
        await self.settled()

    async def settled(self) -> None:
        """Return when everything handed over was accepted, answered or refused."""
        await self._unless_refused(self._idle.wait())

    async def open(self, case: str, happened_at: datetime, purpose: str = "") -> CommandAnswer:
        """START: open a pursuit with this unit; returns the door's answer."""
        return await self._unless_refused(self.press("open", case, happened_at, purpose=purpose))

    async def join(self, case: str, happened_at: datetime) -> CommandAnswer:
        """Join a pursuit; returns the door's answer."""
        return await self._unless_refused(self.press("join", case, happened_at))

    async def leave(self, case: str, happened_at: datetime) -> CommandAnswer:
        """Leave a pursuit; returns the door's answer."""
        return await self._unless_refused(self.press("leave", case, happened_at))

    def press(
        self, command: Literal["open", "join", "leave"], case: str, happened_at: datetime, *, purpose: str = ""
    ) -> asyncio.Future[CommandAnswer]:
        """Hand over a command, to go after everything handed over before it, under one id however often it is sent."""
        unit = self.welcome.unit if self.welcome else "unit"
        identity = f"{unit}:{self._boot}:{next(self._commands)}"
        body = {"id": identity, "command": command, "case": case, "happened_at": happened_at.isoformat()}
        answer: asyncio.Future[CommandAnswer] = asyncio.get_running_loop().create_future()
        self._append(_Item("command", body | ({"purpose": purpose} if purpose else {}), answer=answer))
        return answer

    def _append(self, item: _Item) -> None:
        self._queue.append(item)
        self._idle.clear()
        self._news.set()

    async def _end(self) -> None:
        if self._connection is not None:
            await self._connection.close()
        if self._running is not None:
            self._running.cancel()
            await asyncio.gather(self._running, return_exceptions=True)

    async def _unless_refused(self, waited: Awaitable[_T]) -> _T:
        """The answer to wait for, or the reason why it will never come."""
        waiting = asyncio.ensure_future(waited)
        try:
            if self._running is None:
                message = "expected a client that was entered (async with)"
                raise RuntimeError(message)
            await asyncio.wait({waiting, self._running}, return_when=asyncio.FIRST_COMPLETED)
            if not waiting.done():
                self._running.result()
            return await waiting
        finally:
            waiting.cancel()

    async def _run(self) -> None:
        pause_s = _FIRST_PAUSE_S
        while True:
            try:
                async with linked(self._url, compression=None, proxy=None, close_timeout=3) as connection:
                    self._connection = connection
                    await self._sign_in(connection)
                    pause_s = _FIRST_PAUSE_S
                    await self._talk(connection)
            except (OSError, InvalidHandshake, ConnectionClosed, msgspec.DecodeError) as error:
                self._note_loss(error)
                await asyncio.sleep(pause_s)
                pause_s = min(2 * pause_s, _LONGEST_PAUSE_S)
            except InvalidURI as error:
                message = f"expected an address such as ws://127.0.0.1:8082/unit, got {self._url!r}"
                raise DoorRefusedError(message) from error

    def _note_loss(self, error: Exception) -> None:
        self._trouble = str(error) or type(error).__name__
        if self._signed_in.is_set():
            self._signed_in.clear()
            self._told.tell(f"lost ({self._trouble})", waiting=len(self._queue))

    async def _sign_in(self, connection: ClientConnection) -> None:
        await connection.send(json.dumps(self._hello))
        answer = await self._heard(connection)
        if not isinstance(answer, Welcome):
            raise DoorRefusedError(_words(answer))
        self.welcome = answer
        self._signed_in.set()

    async def _heard(self, connection: ClientConnection) -> Answer:
        async with asyncio.timeout(_ANSWER_WITHIN_S):
            return decode_answer(await connection.recv())

    async def _talk(self, connection: ClientConnection) -> None:
        while True:
            await self._news.wait()
            batch = self._next()
            await connection.send(json.dumps(self._message(batch)))
            later = await self._settle(connection, batch)
            if later is not None:
                self._trouble = later.reason
                self._told.tell(f"later ({later.reason})", waiting=len(self._queue))
                await asyncio.sleep(later.retry_after_s)
            else:
                self._told.over()

    def _next(self) -> list[_Item]:
        """The command at the head of the queue, or the fixes up to the next command."""
        if self._queue[0].what == "command":
            return [self._queue[0]]
        fixes = itertools.takewhile(lambda item: item.what == "fix", self._queue)
        return list(itertools.islice(fixes, _FIXES_A_MESSAGE))

    def _message(self, batch: list[_Item]) -> dict[str, Any]:
        sent_at = self._now().isoformat()
        for item in batch:
            if item.what == "fix":
                self.counts.sent += item.tries == 0
                self.counts.resent += item.tries > 0
            item.tries += 1
        if batch[0].what == "command":
            return {"type": "command", "sent_at": sent_at, **batch[0].body}
        return {"type": "fixes", "sent_at": sent_at, "fixes": [item.body for item in batch]}

    async def _settle(self, connection: ClientConnection, batch: list[_Item]) -> Later | None:
        """Listen until the batch is answered: it leaves the queue, or stays there for the reason returned."""
        refused: Counter[str] = Counter()
        while True:
            match await self._heard(connection):
                case FixRefused() as answer:
                    refused[f"{answer.field}: expected {answer.expected}, got {answer.got}"] += 1
                case Accepted() as answer:
                    self.counts.accepted += answer.count
                    self.counts.refused += refused
                    self._done(batch, answer.clock_offset_s)
                    return None
                case CommandAnswer() as answer:
                    if batch[0].answer is not None and not batch[0].answer.done():
                        batch[0].answer.set_result(answer)
                    self._done(batch, self.counts.clock_offset_s)
                    return None
                case Later() as answer:
                    return answer
                case ErrorAnswer() | Welcome() as answer:
                    raise DoorRefusedError(_words(answer))

    def _done(self, batch: list[_Item], clock_offset_s: float) -> None:
        self.counts.clock_offset_s = clock_offset_s
        for _ in batch:
            self._queue.popleft()
        if not self._queue:
            self._news.clear()
            self._idle.set()


def _words(answer: Answer) -> str:
    if isinstance(answer, ErrorAnswer):
        return f"the door refuses: {answer.code}: {answer.field}: expected {answer.expected}, got {answer.got}"
    return f"the door said what was not expected: {answer}"


def _body(fix: Fix, n: int) -> dict[str, Any]:
    known = {"accuracy_m": fix.accuracy_m, "speed_mps": fix.speed_mps, "course_deg": fix.course_deg}
    body = {"n": n, "t": fix.observed_at.isoformat(), "lat": fix.lat, "lon": fix.lon, "movement": fix.movement}
    return body | {name: value for name, value in known.items() if value is not None}
