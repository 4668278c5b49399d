"""A connection that does not come to the point is closed; one that does is answered as ever."""

import asyncio
from collections.abc import AsyncIterator

import pytest
import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route
from uvicorn.server import ServerState

from producers import prompt_http
from producers.prompt_http import PromptHttp

QUICK_S = 0.3
WHOLE = b"POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 5\r\n\r\nhello"


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(prompt_http, "ASK_WITHIN_S", QUICK_S)


async def _echo(request: Request) -> Response:
    body = await request.body()
    await asyncio.sleep(2 * QUICK_S)  # the answer may take longer than the asking
    return PlainTextResponse(body)


@pytest.fixture
async def port() -> AsyncIterator[int]:
    application = Starlette(routes=[Route("/", _echo, methods=["GET", "POST"])])
    config = uvicorn.Config(application, lifespan="off", log_config=None, access_log=False)
    config.load()
    state = ServerState()
    listening = await asyncio.get_running_loop().create_server(
        lambda: PromptHttp(config=config, server_state=state, app_state={}), "127.0.0.1", 0
    )
    async with listening:
        yield int(listening.sockets[0].getsockname()[1])


async def _all_that_comes(port: int, *parts: bytes) -> bytes:
    """What the server says until it closes, when the parts are sent one after another's answer."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    heard = b""
    try:
        async with asyncio.timeout(8):
            for part in parts[:-1]:
                writer.write(part)
                heard += await reader.readuntil(b"hello")
            writer.write(parts[-1])
            return heard + await reader.read()
    finally:
        writer.close()


@pytest.mark.parametrize(
    "asked", [b"", b"GET / HTTP/1.1\r\nhost: x\r\nx-slow: ", WHOLE[:-1]], ids=["nothing", "half a head", "half a body"]
)
async def test_a_request_that_does_not_end_is_closed_without_an_answer(port: int, asked: bytes) -> None:
    assert await _all_that_comes(port, asked) == b""


async def test_an_answer_may_take_longer_than_the_asking(port: int) -> None:
    assert (await _all_that_comes(port, WHOLE, b"")).endswith(b"hello")


async def test_a_second_request_that_does_not_end_is_closed_too(port: int) -> None:
    async with asyncio.timeout(4):  # uvicorn alone would close an idle connection after 5 s, and this one never
        heard = await _all_that_comes(port, WHOLE, WHOLE[:-1])
    assert heard.count(b"HTTP/1.1 200") == 1
