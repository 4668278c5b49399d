"""A console without a screen: connects to a gateway, resumes where it stood, and tells what it was told.

It keeps its place in each room's inbox in memory, and in a file where one is given, so that it gets what it missed
after a lost connection or its own restart. It says of every alert revision that it was delivered here, and of itself
that nobody sees or hears it: what it tells counts as delivered only.
"""

import asyncio
import logging
import random
from collections.abc import AsyncGenerator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

from websockets.asyncio.client import ClientConnection
from websockets.exceptions import ConnectionClosed, InvalidHandshake, InvalidStatus, InvalidURI

from consumers.console_state import ConsoleState, Received, StateEvent
from consumers.place_file import read_places, write_places
from streams.console import (
    Command,
    CommandAnswer,
    DesksMessage,
    ErrorMessage,
    GatewayMessage,
    Goodbye,
    Heartbeat,
    Hello,
    InboxItem,
    Language,
    Presence,
    SendReceipt,
    Snapshot,
    TrailsMessage,
    UnitsMessage,
    Welcome,
)
from streams.link import linked
from streams.records import Alert, AlertRecord, ConsoleKind, RecordError, decode, encode

__all__ = ["BACK_OFF_S", "ConsoleClient", "ConsoleEvent", "Linked", "Lost", "SignInRefusedError"]

logger = logging.getLogger(__name__)

BACK_OFF_S = (0.3, 5.0)
_OPEN_WITHIN_S = 5.0
_SILENT_BEATS = 3
_FOR_EVER_WRONG = (400, 401, 403, 404)
_AT_DESKS = ("operator", "commander")


class SignInRefusedError(Exception):
    """The gateway refuses this console and would refuse it again: token, room or address."""


@dataclass(frozen=True, slots=True)
class Linked:
    """Connected and signed in."""

    welcome: Welcome


@dataclass(frozen=True, slots=True)
class Lost:
    """The connection is gone; it is tried again after `again_in_s`."""

    reason: str
    again_in_s: float


ConsoleEvent = (
    Linked | Lost | StateEvent | TrailsMessage | UnitsMessage | DesksMessage | Heartbeat | ErrorMessage | Goodbye
)


class ConsoleClient:
    """One console; iterate `events` and it works.

    Args:
        url: the gateway, as in ws://127.0.0.1:8081/console.
        token: of the account.
        rooms: which rooms to hear; every one of the account when empty.
        desk: names the desk in what is said.
        console: names this console, kept through reconnects; made up when absent.
        place_file: where its places are kept through restarts.
        kind: what it is, as other rooms may know it.
        language: of the words it is given; without one its room's.
    """

    def __init__(
        self,
        url: str,
        token: str,
        *,
        rooms: tuple[str, ...] = (),
        desk: str = "",
        console: str | None = None,
        place_file: Path | None = None,
        kind: ConsoleKind = "other",
        language: Language | None = None,
    ) -> None:
        self._url, self._token, self._rooms, self._desk = url, token, rooms, desk
        self._console = console or f"console-{uuid4()}"
        self._place_file = place_file
        self._kind: ConsoleKind = kind
        self._language: Language | None = language
        self.state = ConsoleState(read_places(place_file) if place_file else None)
        self._socket: ClientConnection | None = None
        self._welcome: Welcome | None = None
        self._asked: dict[str, tuple[Command, asyncio.Future[CommandAnswer]]] = {}
        self._losses = 0

    async def events(self) -> AsyncGenerator[ConsoleEvent, None]:
        """Everything that happens, for ever; connects, and connects again with growing pauses.

        The place in the file moves on after the reader of these events has come back for the next one: what a crash
        interrupts is told again.

        Raises:
            SignInRefusedError: token, room or address are wrong.
        """
        while True:
            reason = "closed"
            try:
                async with linked(self._url, max_size=None, open_timeout=_OPEN_WITHIN_S, close_timeout=1) as socket:
                    self._socket, self._welcome = socket, None
                    await socket.send(self._hello(), text=True)
                    async for event in self._conversation(socket):
                        yield event
            except InvalidURI as error:
                message = f"expected an address such as ws://127.0.0.1:8081/console, got {self._url}"
                raise SignInRefusedError(message) from error
            except InvalidStatus as error:
                reason = self._refused_or_reason(error)
            except (OSError, TimeoutError, InvalidHandshake, ConnectionClosed) as error:
                reason = str(error) or type(error).__name__
            finally:
                self._socket = None
            again_in_s = self._pause_s()
            yield Lost(reason, again_in_s)
            await asyncio.sleep(again_in_s)

    async def acknowledge(self, alert: Alert) -> CommandAnswer:
        """Own this revision of this alert; returns when Kafka has it or it was refused here."""
        return await self.command(
            Command(
                id=f"{self._console}:{uuid4()}",
                command="acknowledge",
                room=alert.room,
                case=alert.case,
                mode=alert.mode,
                happened_at=datetime.now(UTC),
                alert=alert.id,
                revision=alert.revision,
            )
        )

    async def command(self, command: Command) -> CommandAnswer:
        """Send a command, again with the same id after each lost connection, until it is answered.

        `events` must be iterated meanwhile.
        """
        answer: asyncio.Future[CommandAnswer] = asyncio.get_running_loop().create_future()
        self._asked[command.id] = (command, answer)
        try:
            if self._welcome is not None:
                await self._say(encode(command))
            return await answer
        finally:
            self._asked.pop(command.id, None)

    # ------------------------------------------------------------ one connection

    def _hello(self) -> bytes:
        places = {room: p for room, p in self.state.places.items() if not self._rooms or room in self._rooms}
        return encode(
            Hello(
                token=self._token,
                rooms=self._rooms,
                places=places,
                desk=self._desk,
                console=self._console,
                kind=self._kind,
                language=self._language,
            )
        )

    async def _conversation(self, socket: ClientConnection) -> AsyncGenerator[ConsoleEvent, None]:
        silent_s = _OPEN_WITHIN_S
        while True:
            data = await _heard(socket, silent_s)
            try:
                message: GatewayMessage = decode(data, GatewayMessage)
            except RecordError as error:
                logger.error("a message of the gateway this console cannot read: %s", error)
                continue
            if isinstance(message, Welcome):
                silent_s = _SILENT_BEATS * message.heartbeat_s
                await self._welcomed(message)
            for event in self._told(message):
                if isinstance(event, Received):
                    await self._receipt(event)
                yield event
            if isinstance(message, Snapshot | InboxItem):
                self._keep_places()

    async def _welcomed(self, welcome: Welcome) -> None:
        self._welcome, self._losses = welcome, 0
        if welcome.role in _AT_DESKS:
            await self._say(encode(Presence(page_visible=False, sound_armed=False)))
        for command, _ in list(self._asked.values()):
            await self._say(encode(command))

    def _told(self, message: GatewayMessage) -> list[ConsoleEvent]:
        match message:
            case Welcome():
                return [Linked(message)]
            case Snapshot() | InboxItem():
                return list(self.state.take(message))
            case CommandAnswer():
                self._answered(message)
                return []
            case ErrorMessage() if self._welcome is None:
                text = f"{message.field}: expected {message.expected}, got {message.got}"
                raise SignInRefusedError(text)
            case Goodbye(code="unknown_token"):
                raise SignInRefusedError(message.reason)
            case _:
                return [message]

    def _answered(self, answer: CommandAnswer) -> None:
        waiting = self._asked.get(answer.id)
        if waiting is not None and not waiting[1].done():
            waiting[1].set_result(answer)

    async def _receipt(self, event: Received) -> None:
        """Say that the alert's revision is here; an onlooker is no desk that received it."""
        if not isinstance(event.record, AlertRecord) or event.record.alert.phase == "cleared":
            return
        if self._welcome is None or self._welcome.role == "administrator":
            return
        alert = event.record.alert
        receipt = SendReceipt(
            room=event.room,
            case=alert.case,
            alert=alert.id,
            revision=alert.revision,
            kind="delivered",
            mode=alert.mode,
            at=datetime.now(UTC),
        )
        await self._say(encode(receipt))

    async def _say(self, data: bytes) -> None:
        """Send; a line that is just lost is noticed by the reading, which then says everything again that matters."""
        try:
            if self._socket is not None:
                await self._socket.send(data, text=True)
        except ConnectionClosed:
            logger.debug("not sent, the line is lost")

    # ------------------------------------------------------------ between connections

    def _pause_s(self) -> float:
        """0.3 to 5 s, growing, and never the same for all consoles that a gateway lost at once."""
        least, most = BACK_OFF_S
        self._losses += 1
        longest = min(most, least * 2**self._losses)
        return random.uniform(least, longest)  # noqa: S311 - spreads reconnects, protects nothing

    def _refused_or_reason(self, error: InvalidStatus) -> str:
        status = error.response.status_code
        if status in _FOR_EVER_WRONG:
            body = bytes(error.response.body or b"").decode(errors="replace").strip()
            message = f"{self._url} answers {status}: {body}"
            raise SignInRefusedError(message) from error
        return f"{self._url} answers {status}"

    def _keep_places(self) -> None:
        if self._place_file is not None:
            write_places(self._place_file, self.state.places)


async def _heard(socket: ClientConnection, silent_s: float) -> bytes:
    """The next message; a gateway that is silent longer than its heartbeat allows counts as lost."""
    try:
        async with asyncio.timeout(silent_s):
            return await socket.recv(decode=False)
    except TimeoutError as error:
        message = f"the gateway was silent for {silent_s:g} s"
        raise TimeoutError(message) from error
