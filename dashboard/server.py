"""The web server of the pages: serves our own files, signs people in, and gives the map to who is signed in.

Nothing comes from outside: the map library is the copy in its Python package, and the page may talk to this server and
to the gateway alone (Content-Security-Policy). Without a valid token there is the sign-in page and static code only.
"""

import hashlib
import ipaddress
import logging
import re
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import msgspec
import orjson
from fastapi import APIRouter, Depends, FastAPI, HTTPException, Request, Response
from fastapi.responses import FileResponse, JSONResponse
from fastapi.staticfiles import StaticFiles
from pydantic import BaseModel, ConfigDict, Field
from starlette.middleware.gzip import GZipMiddleware
from xstatic.pkg import leaflet

from borders.places import LANGUAGES
from borders.rooms import Room
from dashboard.basemap_files import BaseMapFiles
from dashboard.sign_in_limit import SignInLimit
from streams.accounts import AccountEntry
from streams.accounts_file import AccountsFile
from streams.order_forms import order_forms

logger = logging.getLogger(__name__)

COOKIE = "senningen_session"
_PAGE = Path(__file__).parent / "page"
_NAME = re.compile(r"[A-Za-z0-9]([A-Za-z0-9.-]{0,251}[A-Za-z0-9])?")
_PLACES_ATTRIBUTION = "Places: GeoNames, CC BY 4.0"


@dataclass(frozen=True, slots=True)
class WebParts:
    """What the pages are made of.

    Attributes:
        accounts: who may sign in.
        base_map: the map's files.
        gateway_port: where the consoles' websocket listens, on the host the page was asked from.
        limit: counts wrong tokens.
        words: the labels of the page in a language, by key.
        rooms: every room that can be named in an order.
        gateway_path: the websocket's path there.
    """

    accounts: AccountsFile
    base_map: BaseMapFiles
    gateway_port: int
    limit: SignInLimit
    words: Callable[[str], Mapping[str, str]]
    rooms: tuple[Room, ...] = ()
    gateway_path: str = "/console"


class SignIn(BaseModel):
    """The body of a sign-in."""

    model_config = ConfigDict(extra="forbid")

    token: Annotated[str, Field(min_length=1, max_length=500)]


def web_app(parts: WebParts) -> FastAPI:
    """The whole application; the base map starts being computed when it starts to serve."""

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        parts.base_map.start()
        yield

    app = FastAPI(title="Senningen", docs_url=None, redoc_url=None, openapi_url=None, lifespan=lifespan)
    app.state.parts = parts
    app.add_middleware(GZipMiddleware, minimum_size=1000, compresslevel=6)
    app.middleware("http")(_guard)
    app.include_router(_API)
    app.include_router(_FILES)
    app.mount("/vendor/leaflet", StaticFiles(directory=leaflet.BASE_DIR))
    app.mount("/", StaticFiles(directory=_PAGE, html=True))
    return app


# ---------------------------------------------------------------- every answer


async def _guard(request: Request, call_next: Callable[[Request], Awaitable[Response]]) -> Response:
    """Refuse a host we cannot name in the policy and writes from another site; put the safety headers on the rest."""
    try:
        policy = _policy(request)
    except ValueError as error:
        return JSONResponse({"detail": str(error)}, status_code=400)
    origin = request.headers.get("origin")
    if request.method not in ("GET", "HEAD") and origin not in (None, f"{request.url.scheme}://{request.url.netloc}"):
        return JSONResponse({"detail": f"expected a request from our own page, got origin {origin}"}, status_code=403)
    response = await call_next(request)
    response.headers["Content-Security-Policy"] = policy
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Referrer-Policy"] = "no-referrer"
    response.headers["Cross-Origin-Opener-Policy"] = "same-origin"
    response.headers["Cross-Origin-Resource-Policy"] = "same-origin"
    response.headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=()"
    # Our own code changes with an upgrade: the browser asks each time and mostly hears "unchanged".
    response.headers.setdefault("Cache-Control", "no-cache")
    return response


def _policy(request: Request) -> str:
    gateway = _gateway_url(request)
    return (
        f"default-src 'self'; connect-src 'self' {gateway}; object-src 'none'; base-uri 'none'; form-action 'self'; "
        "frame-ancestors 'none'"
    )


def _gateway_url(request: Request) -> str:
    """The gateway's websocket on the very host the page was asked from, so that the session cookie goes with it.

    Raises:
        ValueError: the request names a host that is no host name or address.
    """
    parts: WebParts = request.app.state.parts
    scheme = "wss" if request.url.scheme == "https" else "ws"
    return f"{scheme}://{_checked_host(request.url.hostname)}:{parts.gateway_port}"


def _checked_host(host: str | None) -> str:
    """The host as it may stand in a header: the Host header comes from outside, and must not add to our policy."""
    name = (host or "").strip("[]")
    if _NAME.fullmatch(name):
        return name
    try:
        return f"[{ipaddress.IPv6Address(name)}]"
    except ValueError as error:
        message = f"expected a host name or address in the Host header, got {name[:60]!r}"
        raise ValueError(message) from error


# ---------------------------------------------------------------- the interface


def _parts(request: Request) -> WebParts:
    parts: WebParts = request.app.state.parts
    return parts


Parts = Annotated[WebParts, Depends(_parts)]


def _signed_in(request: Request, parts: Parts) -> AccountEntry:
    token = request.cookies.get(COOKIE)
    account = parts.accounts.current().authenticate(token) if token else None
    if account is None:
        raise HTTPException(401, "expected a session: sign in with a token")
    return account


Person = Annotated[AccountEntry, Depends(_signed_in)]
_API = APIRouter(prefix="/api")
_FILES = APIRouter()


def _who(account: AccountEntry) -> dict[str, object]:
    return {"name": account.name, "role": account.role, "state": account.state, "rooms": list(account.rooms)}


@_API.get("/session")
def get_session(account: Person, response: Response) -> dict[str, object]:
    """Who is signed in; 401 when nobody is."""
    response.headers["Cache-Control"] = "no-store"
    return _who(account)


@_API.post("/session")
def sign_in(body: SignIn, request: Request, response: Response, parts: Parts) -> dict[str, object]:
    """Check a token and keep it in a cookie that page code cannot read."""
    address = request.client.host if request.client else "unknown"
    wait_s = parts.limit.wait_s(address)
    if wait_s > 0:
        raise HTTPException(429, "too many wrong tokens from here", headers={"Retry-After": str(int(wait_s) + 1)})
    account = parts.accounts.current().authenticate(body.token.strip())
    if account is None:
        parts.limit.note_wrong(address)
        logger.warning("sign-in refused: nobody's token, from %s", address)
        raise HTTPException(401, "nobody has this token")
    response.headers["Cache-Control"] = "no-store"
    response.set_cookie(
        COOKIE, body.token.strip(), path="/", httponly=True, samesite="strict", secure=request.url.scheme == "https"
    )
    return _who(account)


@_API.delete("/session", status_code=204)
def sign_out(response: Response) -> None:
    """Forget the session on this browser."""
    response.delete_cookie(COOKIE, path="/", httponly=True, samesite="strict")


@_API.get("/config")
def get_config(request: Request, parts: Parts, _: Person) -> dict[str, object]:
    """Where the gateway is, and how far the map is."""
    state = parts.base_map.state
    return {
        "gateway": _gateway_url(request) + parts.gateway_path,
        "map": {"state": state.state, "version": state.version, "faults": list(state.faults), "reason": state.reason},
        "attribution": [text for text in (state.attribution, _PLACES_ATTRIBUTION) if text],
    }


@_API.get("/map/borders")
def get_borders(parts: Parts, _: Person) -> Response:
    """The overview of the border lines and fills."""
    return _map_file(parts, parts.base_map.borders())


@_API.get("/map/borders/{tile}")
def get_tile(tile: str, parts: Parts, _: Person) -> Response:
    """The exact lines of one square; 404 where there is no border."""
    path = parts.base_map.tile(tile)
    if path is None and parts.base_map.state.state == "ready":
        raise HTTPException(404, f"expected the name of a square with a border in it, got {tile[:40]!r}")
    return _map_file(parts, path)


@_API.get("/map/places")
def get_places(parts: Parts, _: Person) -> Response:
    """The towns and the zoom from which each is named."""
    return _map_file(parts, parts.base_map.places())


@_FILES.get("/orders.json")
def get_orders(request: Request, parts: Parts, _: Person) -> Response:
    """Every order as a form, and the rooms that can be named in one; like all that is not public, with a session."""
    rooms = [
        {"id": one.id, "name": one.name, "telephone": one.telephone, "telephone_only": one.telephone_only}
        for one in parts.rooms
    ]
    return _tagged(request, orjson.dumps({"orders": msgspec.to_builtins(order_forms()), "rooms": rooms}))


@_FILES.get("/words/{language}.json")
def get_words(language: str, request: Request, parts: Parts) -> Response:
    """The labels of the page in a language; also for the sign-in page, so to everybody."""
    if language not in LANGUAGES:
        raise HTTPException(404, f"expected one of {', '.join(LANGUAGES)}, got {language[:40]!r}")
    return _tagged(request, orjson.dumps(dict(parts.words(language))))


def _tagged(request: Request, body: bytes) -> Response:
    """JSON that changes with an upgrade or a setting alone: a browser that has it already hears "unchanged"."""
    tag = f'"{hashlib.sha256(body).hexdigest()[:32]}"'
    if request.headers.get("if-none-match") == tag:
        return Response(status_code=304, headers={"ETag": tag})
    return Response(body, media_type="application/json", headers={"ETag": tag})


def _map_file(parts: WebParts, path: Path | None) -> Response:
    if path is not None:
        return FileResponse(path, media_type="application/json", headers={"Cache-Control": "private, no-cache"})
    state = parts.base_map.state
    if state.state == "failed":
        raise HTTPException(500, f"there is no base map: {state.reason}")
    raise HTTPException(503, "the base map is being computed", headers={"Retry-After": "1"})
