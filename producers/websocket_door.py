"""The units' websocket door: patrol cars that speak our own protocol (docs/units.md) knock here."""

import asyncio
import logging
from datetime import UTC, datetime
from http import HTTPStatus

from websockets.asyncio.server import Server, ServerConnection, serve
from websockets.exceptions import ConnectionClosed
from websockets.http11 import Request, Response

from producers.answers import Answer, encode_answer, error_of
from producers.outlet import NotNow, Outlet
from producers.reading import Refusal
from producers.refusal_teller import RefusalTeller
from producers.session import DOOR, MAX_FRAME_BYTES, Close, Step, UnitSession, take
from streams.accounts import Accounts
from streams.accounts_file import AccountsFile

__all__ = ["PATH", "WebsocketDoor"]

logger = logging.getLogger(__name__)

PATH = "/unit"
_REMOVED = Close(4403, "the account was removed or changed: sign in again")
_TOO_LARGE = 1009


class _NotReadingError(ConnectionError):
    """A unit sends and sends, and does not take its answers."""


class _Talk:
    """One connection: where its conversation stands, and whether a message is being dealt with."""

    def __init__(self, connection: ServerConnection, read_within_s: float) -> None:
        self.connection = connection
        self._read_within_s = read_within_s
        self.session = UnitSession()
        self.busy = asyncio.Lock()

    async def say(self, answers: tuple[Answer, ...]) -> None:
        """Send the answers.

        Raises:
            _NotReadingError: they are not taken in time; the connection is dropped, for it would wait for ever.
        """
        try:
            for answer in answers:
                async with asyncio.timeout(self._read_within_s):
                    await self.connection.send(encode_answer(answer))
        except TimeoutError:
            self.connection.transport.abort()
            raise _NotReadingError from None

    async def close(self, close: Close) -> None:
        await self.connection.close(close.code, close.reason)


class WebsocketDoor:
    """Listens for units on `/unit`.

    Args:
        accounts: who may knock; a connection whose account no longer holds is closed.
        outlet: the way into Kafka.
        hello_within_s: a connection that has not signed in by then is closed.
        read_within_s: a connection that does not take its answers for so long is dropped.
    """

    def __init__(
        self, accounts: AccountsFile, outlet: Outlet, *, hello_within_s: float = 10.0, read_within_s: float = 10.0
    ) -> None:
        self._accounts = accounts
        self._outlet = outlet
        self._hello_within_s = hello_within_s
        self._read_within_s = read_within_s
        self._teller = RefusalTeller(DOOR, outlet)
        self._talks: set[_Talk] = set()
        self._server: Server | None = None
        self._tasks: list[asyncio.Task[None]] = []

    async def start(self, host: str, port: int) -> int:
        """Open the door and return the port (useful with 0).

        Raises:
            OSError: the port is taken.
        """
        self._server = await serve(
            self._serve, host, port, process_request=_only_our_path, max_size=MAX_FRAME_BYTES,
            compression=None, close_timeout=3, ping_interval=20, ping_timeout=20,
        )  # fmt: skip
        self._tasks = [
            asyncio.create_task(self._teller.run(), name="websocket door tells refusals"),
            asyncio.create_task(self._accounts.watch(self._close_removed), name="websocket door watches accounts"),
        ]
        return int(next(iter(self._server.sockets)).getsockname()[1])

    async def stop(self) -> None:
        """Take no more messages, answer those under way, then close every connection."""
        if self._server is None:
            return
        self._server.close(close_connections=False)
        await asyncio.gather(*(self._close_when_idle(talk) for talk in tuple(self._talks)))
        await self._server.wait_closed()
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _close_when_idle(self, talk: _Talk) -> None:
        async with talk.busy:
            await talk.close(Close(1001, "the door closes; come again"))

    async def _close_removed(self, accounts: Accounts) -> None:
        removed = [talk for talk in self._talks if talk.session.account and not accounts.holds(talk.session.account)]
        for talk in removed:
            logger.warning("unit %s is closed: its account was removed or changed", _name(talk.session))
        await asyncio.gather(*(talk.close(_REMOVED) for talk in removed))

    async def _serve(self, connection: ServerConnection) -> None:
        talk = _Talk(connection, self._read_within_s)
        self._talks.add(talk)
        try:
            await self._listen(talk)
        except ConnectionClosed as closed:
            self._note_oversize(talk, closed)
        except _NotReadingError:
            logger.warning("unit %s does not take its answers; the connection is dropped", _name(talk.session))
        except TimeoutError:
            await self._no_hello(talk)
        except Exception:
            logger.exception("unit %s: the door itself failed; the connection is closed", _name(talk.session))
            raise
        finally:
            self._talks.discard(talk)
            if talk.session.account is not None:
                logger.info("unit %s left: %s %s", _name(talk.session), connection.close_code, connection.close_reason)

    async def _listen(self, talk: _Talk) -> None:
        async with asyncio.timeout(self._hello_within_s) as limit:
            async for message in talk.connection:
                async with talk.busy:
                    await self._answer(talk, message)
                if talk.session.account is not None:
                    limit.reschedule(None)

    async def _answer(self, talk: _Talk, message: str | bytes) -> None:
        signed_in = talk.session.account
        if signed_in is not None and not self._accounts.current().holds(signed_in):
            await talk.close(_REMOVED)
            return
        step = take(talk.session, message, datetime.now(UTC), self._accounts.authenticate)
        if signed_in is not None:
            self._teller.add(_name(talk.session), step.refusals)
        elif step.session.account is not None:
            logger.info(
                "unit %s signed in, boot %s, mode %s", _name(step.session), step.session.boot, step.session.mode
            )
        await talk.say(step.replies)
        await self._write(talk, step)
        if step.close is not None:
            await talk.close(step.close)

    async def _write(self, talk: _Talk, step: Step) -> None:
        if not step.records:
            talk.session = step.session
            return
        try:
            await self._outlet.send(step.records)
        except NotNow as reason:
            talk.session = step.lost or talk.session
            logger.debug("unit %s is told to come again: %s", _name(talk.session), reason)
            await talk.say((step.otherwise,) if step.otherwise else ())
        else:
            talk.session = step.session
            await talk.say((step.receipt,) if step.receipt else ())

    async def _no_hello(self, talk: _Talk) -> None:
        expected = f"a hello within {self._hello_within_s:g} s"
        try:
            await talk.say((error_of(Refusal("hello_late", "type", expected, "none")),))
            await talk.close(Close(4408, f"expected {expected}"))
        except (ConnectionClosed, _NotReadingError):
            pass

    def _note_oversize(self, talk: _Talk, closed: ConnectionClosed) -> None:
        """The library closes a connection whose message is too large; what it held is lost, and is told."""
        if closed.sent is not None and closed.sent.code == _TOO_LARGE and talk.session.account is not None:
            expected = f"a message of at most {MAX_FRAME_BYTES} bytes"
            self._teller.add(_name(talk.session), [Refusal("too_large", "", expected, closed.sent.reason or "more")])


def _name(session: UnitSession) -> str:
    return session.account.unit or session.account.name if session.account else "unknown"


def _only_our_path(connection: ServerConnection, request: Request) -> Response | None:
    if request.path.partition("?")[0] == PATH:
        return None
    return connection.respond(HTTPStatus.NOT_FOUND, f"expected {PATH}, got {request.path[:80]}\n")
