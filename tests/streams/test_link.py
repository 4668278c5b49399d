import asyncio
from typing import Any

import pytest
from websockets.asyncio.server import Server, ServerConnection, serve

from streams.link import linked


def _url(server: Server) -> str:
    return f"ws://127.0.0.1:{next(iter(server.sockets)).getsockname()[1]}/"


async def _echo(socket: ServerConnection) -> None:
    async for message in socket:
        await socket.send(message)


async def _deaf(socket: ServerConnection) -> None:
    """Does not hear the goodbye, so that closing takes its time."""
    socket.transport.pause_reading()
    await socket.send("deaf now")
    await socket.wait_closed()


async def test_it_speaks_and_is_closed_in_good_order() -> None:
    async with serve(_echo, "127.0.0.1", 0) as server:
        async with linked(_url(server)) as socket:
            await socket.send("x")
            assert await socket.recv() == "x"
        assert socket.close_code == 1000


async def test_called_off_while_it_closes_it_is_cut() -> None:
    got: list[Any] = []

    async def talk(url: str) -> None:
        async with linked(url, close_timeout=60) as socket:
            await socket.recv()
            got.append(socket)

    async with serve(_deaf, "127.0.0.1", 0, close_timeout=0.1) as server:
        talking = asyncio.create_task(talk(_url(server)))
        while not got or got[0].state.name != "CLOSING":  # noqa: ASYNC110 - websockets has no event for it
            await asyncio.sleep(0)
        talking.cancel()
        with pytest.raises(asyncio.CancelledError):
            await talking
        assert got[0].transport.is_closing()
        server.close(close_connections=True)
