"""The consoles' websocket: opens it, lets in who may, and ends in good order."""

import asyncio
import logging
import socket
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from http import HTTPStatus
from http.cookies import CookieError, SimpleCookie

from websockets.asyncio.server import Server, ServerConnection, serve
from websockets.http11 import Request, Response

from borders.rooms import Directory
from consumers.catalogue import bundle_of
from consumers.gateway.attendance import Attendance
from consumers.gateway.console import Console, Surroundings
from consumers.gateway.desks import GONE_AFTER
from consumers.gateway.feed import TOPICS_READ, Feed
from consumers.gateway.hub import Hub
from consumers.gateway.origin import origin_allowed
from consumers.gateway.outbox import Outbox
from consumers.gateway.own_desks import RENEWED_EVERY_S
from consumers.gateway.reports import Reports
from consumers.gateway.sayings import Sayings
from consumers.gateway.session import Session
from consumers.gateway.staffing import Staffing
from consumers.language import LANGUAGES
from consumers.said import said_of
from streams.accounts import Accounts
from streams.accounts_file import AccountsFile
from streams.admin import BrokerAwayError, check_topics
from streams.console import Goodbye
from streams.near_town import near_town
from streams.topics import REPORTS, Profile

__all__ = ["PATH", "Gateway", "GatewayOptions"]

logger = logging.getLogger(__name__)

PATH = "/console"
COOKIE = "senningen_session"
"""Its value is the account's token; the page's sign-in sets it."""
_LIBRARY_LIMIT_BYTES = 1024 * 1024
"""Beyond this a frame is not even read to its end and the line is closed (1009); up to it, an error is answered."""
_STOPPED_WITHIN_S = 3.0
_KAFKA_AGAIN_S = (0.5, 5.0)


@dataclass(frozen=True, slots=True)
class GatewayOptions:
    """What one gateway process is told.

    Attributes:
        broker: host:port of Kafka, or several separated by commas.
        profile: which partition counts.
        web_port: the port of our own pages.
        page_origins: other origins whose pages may connect.
        heartbeat_s: how often a console hears from us.
        most_waiting: how many messages may wait for one console.
        most_waiting_bytes: and how many bytes.
        desks_renewed_every_s: how often it is said of each console that it is here.
        desks_gone_after: how long a desk of which nothing is said counts as there.
    """

    broker: str
    profile: Profile
    web_port: int
    page_origins: tuple[str, ...] = ()
    heartbeat_s: float = 2.0
    most_waiting: int = 1000
    most_waiting_bytes: int = 16 * 1024 * 1024
    desks_renewed_every_s: float = RENEWED_EVERY_S
    desks_gone_after: timedelta = GONE_AFTER


class Gateway:
    """One gateway process; it keeps nothing but what it reads from Kafka."""

    def __init__(self, options: GatewayOptions, accounts: AccountsFile, directory: Directory) -> None:
        self._options = options
        self._accounts = accounts
        self._directory = directory
        sayings = Sayings(partial(said_of, near=partial(near_town, directory.towns), room=directory.find))
        self._hub = Hub(Staffing(options.desks_gone_after, options.desks_renewed_every_s), sayings)
        self._consoles: dict[Console, asyncio.Task[None]] = {}
        self._around: Surroundings | None = None

    async def serve(self, listening: socket.socket, ready: Callable[[], None], stop: asyncio.Event) -> None:
        """Serve consoles on this socket until `stop` is set; `ready` is called once they may come.

        Raises:
            TopicsError: the broker's topics are not ours.
        """
        work = asyncio.create_task(self._work(listening, ready))
        stopped = asyncio.create_task(stop.wait())
        await asyncio.wait([work, stopped], return_when=asyncio.FIRST_COMPLETED)
        if not work.done():
            await self._part_with_all("gateway_stops", "this gateway stops; come back at once")
            work.cancel()
        stopped.cancel()
        await asyncio.wait([work])
        if not work.cancelled() and (error := work.exception()) is not None:
            raise error

    async def _work(self, listening: socket.socket, ready: Callable[[], None]) -> None:
        for language in LANGUAGES:
            bundle_of(language)  # read now, the texts hold up no alert
        topic_ids = await self._checked_topics()
        reports = Reports(self._options.broker, self._options.profile)
        attendance = Attendance(self._options.broker, self._options.profile, self._hub.staffing)
        feed = Feed(self._options.broker, self._options.profile, self._hub, topic_ids, self._inbox_replaced)
        self._around = Surroundings(self._hub, feed, reports, attendance, self._accounts.current, self._directory)
        try:
            async with asyncio.TaskGroup() as group, self._server(listening):
                group.create_task(feed.run())
                group.create_task(reports.run())
                group.create_task(attendance.run())
                group.create_task(self._accounts.watch(self._accounts_changed))
                ready()
                await asyncio.get_running_loop().create_future()
        finally:
            await asyncio.gather(reports.stop(), attendance.stop())

    async def _checked_topics(self) -> dict[str, str]:
        """The topics' ids; waits for Kafka, said once."""
        pause_s, away = _KAFKA_AGAIN_S[0], False
        while True:
            try:
                ids = await asyncio.to_thread(
                    check_topics, self._options.broker, self._options.profile, (*TOPICS_READ, REPORTS.name)
                )
            except BrokerAwayError as error:
                if not away:
                    logger.error("%s; waiting for it", error)
                away = True
                await asyncio.sleep(pause_s)
                pause_s = min(2 * pause_s, _KAFKA_AGAIN_S[1])
            else:
                return {name: ids[name] for name in TOPICS_READ}

    # ------------------------------------------------------------ the socket

    def _server(self, listening: socket.socket) -> Server:
        return serve(
            self._console,
            sock=listening,
            process_request=self._let_in,
            max_size=_LIBRARY_LIMIT_BYTES,
            ping_interval=10,
            ping_timeout=10,
            close_timeout=2,
            server_header=None,
        )

    def _let_in(self, connection: ServerConnection, request: Request) -> Response | None:
        """Refuse another path, and pages that are not ours; the token is asked for in the conversation."""
        if request.path.partition("?")[0] != PATH:
            return connection.respond(HTTPStatus.NOT_FOUND, f"expected the path {PATH}, got {request.path[:200]}\n")
        origin, host = request.headers.get("Origin"), request.headers.get("Host", "")
        options = self._options
        if origin_allowed(origin, host, web_port=options.web_port, named=options.page_origins):
            return None
        logger.warning("refused a page of %s, asked for as %s; SENNINGEN_PAGE_ORIGINS names others", origin, host)
        return connection.respond(
            HTTPStatus.FORBIDDEN, f"expected a page of this host, got one of {str(origin)[:200]}\n"
        )

    async def _console(self, connection: ServerConnection) -> None:
        if self._around is None:
            return
        session = Session(cookie_token=_cookie_token(connection.request), heartbeat_s=self._options.heartbeat_s)
        outbox = Outbox(most_messages=self._options.most_waiting, most_bytes=self._options.most_waiting_bytes)
        console = Console(connection, session, outbox, self._around)
        serving = self._consoles[console] = asyncio.create_task(console.run())
        try:
            await serving
        finally:
            serving.cancel()
            del self._consoles[console]

    # ------------------------------------------------------------ ends

    def _accounts_changed(self, accounts: Accounts) -> None:
        for console in self._consoles:
            console.check_account(accounts)

    def _inbox_replaced(self) -> None:
        for console in self._consoles:
            console.outbox.end(Goodbye(code="inbox_replaced", reason="the inbox is another one now; come back at once"))

    async def _part_with_all(self, code: str, reason: str) -> None:
        for console in self._consoles:
            console.outbox.end(Goodbye(code=code, reason=reason))
        if self._consoles:
            await asyncio.wait(self._consoles.values(), timeout=_STOPPED_WITHIN_S)


def _cookie_token(request: Request | None) -> str | None:
    """The token in the session cookie, if there is one."""
    try:
        cookies = SimpleCookie(request.headers.get("Cookie", "") if request else "")
    except CookieError:
        return None
    return cookies[COOKIE].value if COOKIE in cookies else None
