"""The phones' door: OsmAnd, GPSLogger and Traccar Client report here over HTTP, each report one request."""

import asyncio
import contextlib
import hashlib
import logging
import socket
from collections.abc import Generator
from datetime import UTC, datetime
from typing import Any

import orjson
import uvicorn
from starlette.applications import Starlette
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.routing import Route

from producers.clock import DeviceClock
from producers.osmand import BOOT, Report, check_claim, mode_of, numbered, read_report, reading_of
from producers.outgoing import Outgoing
from producers.outlet import NotNow, Outlet
from producers.patience import Patience
from producers.prompt_http import PromptHttp
from producers.reading import Reading, Refusal, Refused, fix_of
from producers.refusal_teller import RefusalTeller
from producers.session import MAX_BYTES
from streams.accounts import AccountEntry
from streams.accounts_file import AccountsFile
from streams.records import Mode
from streams.topics import POSITIONS

__all__ = ["OsmandDoor"]

logger = logging.getLogger(__name__)

DOOR = "osmand"
RETRY_AFTER_S = 5

_STATUS = {"token": 401, "other_unit": 403, "unknown_device": 404, "too_large": 413}
"""What a refusal is in HTTP; anything else is 400."""


class _QuietServer(uvicorn.Server):
    """A server inside our own process, which handles the signals itself."""

    @contextlib.contextmanager
    def capture_signals(self) -> Generator[None, None, None]:
        yield


class OsmandDoor:
    """Listens for phones on `/`, GET and POST.

    Args:
        accounts: who may knock.
        outlet: the way into Kafka.
    """

    def __init__(self, accounts: AccountsFile, outlet: Outlet) -> None:
        self._accounts = accounts
        self._outlet = outlet
        self._teller = RefusalTeller(DOOR, outlet)
        self._patience = Patience()
        self._clocks: dict[str, DeviceClock] = {}
        self._server: _QuietServer | None = None
        self._tasks: list[asyncio.Task[None]] = []

    async def start(self, host: str, port: int) -> int:
        """Open the door and return the port (useful with 0).

        Raises:
            OSError: the port is taken.
        """
        listening = socket.create_server((host, port), backlog=512)
        # Inherited by each connection; without it every answer waits 40 ms for the phone's delayed acknowledgement.
        listening.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        # No access log: the token stands in the address.
        config = uvicorn.Config(
            self._application(), http=PromptHttp, lifespan="off", access_log=False, log_config=None,
            timeout_graceful_shutdown=10,
        )  # fmt: skip
        self._server = _QuietServer(config)
        self._tasks = [
            asyncio.create_task(self._server.serve(sockets=[listening]), name="osmand door"),
            asyncio.create_task(self._teller.run(), name="osmand door tells refusals"),
        ]
        return int(listening.getsockname()[1])

    async def stop(self) -> None:
        """Answer the requests under way, then close."""
        if self._server is None:
            return
        self._server.should_exit = True
        serving, telling = self._tasks
        await serving
        telling.cancel()
        await asyncio.gather(telling, return_exceptions=True)

    def _application(self) -> Starlette:
        """One route and no models: FastAPI over the same Starlette would cost a second start 0.3 s of CPU and 9 MB."""
        return Starlette(routes=[Route("/", self._knock, methods=["GET", "POST"])])

    async def _knock(self, request: Request) -> Response:
        received_at = datetime.now(UTC)
        try:
            body = await _body(request)
            report = read_report(
                request.url.query, body, request.headers.get("content-type", ""), request.headers.get("authorization")
            )
            account = self._account(report)
        except Refused as refused:
            return _refusal(refused.refusal)
        except ClientDisconnect:
            return Response(status_code=400)  # nobody reads it
        try:
            check_claim(report, account)
            mode = mode_of(report, account)
        except Refused as refused:  # every report of this phone would be: nothing is gained by letting it off one
            self._teller.add(account.unit or account.name, [refused.refusal])
            return _refusal(refused.refusal)
        found = reading_of(report, account, mode)
        if isinstance(found, Refusal):
            return self._refuse(account, found, request.url.query.encode() + b"\n" + body)
        if found is None:
            return _answer(200, {"type": "accepted", "count": 0})
        return await self._accept(account, mode, found, received_at)

    def _account(self, report: Report) -> AccountEntry:
        """Whose report it is.

        Raises:
            Refused: nobody's.
        """
        expected = "the unit's token, as id or device_id, as token, or in the Authorization header"
        if report.token is None:
            raise Refused(Refusal("missing", "device_id" if report.json else "id", expected, "nothing"))
        account = self._accounts.authenticate(report.token)
        if account is None or account.unit is None:
            code = "token" if report.by_header else "unknown_device" if report.json else "unknown_id"
            got = "one that is unknown or was removed" if account is None else "another role's"
            raise Refused(Refusal(code, "device_id" if report.json else "id", expected, got))
        return account

    def _refuse(self, account: AccountEntry, refusal: Refusal, report: bytes) -> Response:
        """Say why; a phone that keeps sending the same report is let off it with 200, for the sake of the next ones."""
        unit = account.unit or account.name
        self._teller.add(unit, [refusal])
        if self._patience.is_over(unit, hashlib.sha256(report).digest()):
            return _refusal(refusal, status=200)
        return _refusal(refusal)

    async def _accept(self, account: AccountEntry, mode: Mode, reading: Reading, received_at: datetime) -> Response:
        unit = account.unit or account.name
        clock = self._clocks.get(unit, DeviceClock()).saw(reading.device_at, received_at)
        self._clocks[unit] = clock
        fix = fix_of(
            numbered(reading, clock.offset_s), account, boot=BOOT, counted=False, door=DOOR, mode=mode,
            offset_s=clock.offset_s, received_at=received_at,
        )  # fmt: skip
        try:
            await self._outlet.send([Outgoing(POSITIONS.name, unit, fix)])
        except NotNow as later:
            content = {"type": "later", "reason": str(later), "retry_after_s": RETRY_AFTER_S}
            return _answer(503, content, {"Retry-After": str(RETRY_AFTER_S)})
        return _answer(200, {"type": "accepted", "count": 1, "up_to": fix.n, "clock_offset_s": clock.offset_s})


async def _body(request: Request) -> bytes:
    """The request's body, as long as it is not too large.

    Raises:
        Refused: it is; the rest of it is not read.
    """
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > MAX_BYTES:
            raise Refused(Refusal("too_large", "", f"at most {MAX_BYTES} bytes", f"{len(body)} bytes or more"))
    return bytes(body)


def _refusal(refusal: Refusal, *, status: int | None = None) -> Response:
    status = status or _STATUS.get(refusal.code, 400)
    content = {"type": "refused", "code": refusal.code, "field": refusal.field,
               "expected": refusal.expected, "got": refusal.got}  # fmt: skip
    return _answer(status, content, {"WWW-Authenticate": 'Basic realm="senningen"'} if status == 401 else None)


def _answer(status: int, content: dict[str, Any], headers: dict[str, str] | None = None) -> Response:
    return Response(orjson.dumps(content), status, headers, media_type="application/json")
