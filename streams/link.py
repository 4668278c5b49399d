"""A websocket to one of our servers that is closed in good order or cut, but never left open."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from websockets.asyncio.client import ClientConnection, connect

__all__ = ["linked"]


@asynccontextmanager
async def linked(url: str, **options: Any) -> AsyncIterator[ClientConnection]:
    """Connect while the block runs; called off while it closes, the connection is cut.

    Args:
        url: ws:// or wss://.
        options: those of `websockets.asyncio.client.connect`.

    Raises:
        InvalidURI, InvalidHandshake, OSError, TimeoutError: from websockets: no connection.
    """
    socket = await connect(url, **options)
    try:
        yield socket
    finally:
        try:
            await socket.close()
        finally:
            socket.transport.abort()  # does nothing once it is closed
