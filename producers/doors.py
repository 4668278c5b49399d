"""All doors of one process, opened together and closed in order: no fix is taken that cannot be finished."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass

from producers.osmand_door import OsmandDoor
from producers.outlet import Outlet
from producers.websocket_door import WebsocketDoor
from streams.accounts_file import AccountsFile

__all__ = ["OpenDoors", "open_doors"]


@dataclass(frozen=True, slots=True)
class OpenDoors:
    """Where the doors listen: their ports."""

    websocket_port: int
    osmand_port: int


@asynccontextmanager
async def open_doors(
    outlet: Outlet, accounts: AccountsFile, *, host: str, websocket_port: int, osmand_port: int
) -> AsyncIterator[OpenDoors]:
    """Open both doors; on leaving, what is under way is finished before the outlet is closed.

    Args:
        outlet: the way into Kafka, not yet started.
        accounts: who may knock.
        host: address to listen on.
        websocket_port: port of our own protocol; 0 for any.
        osmand_port: port of the phones' door; 0 for any.

    Raises:
        OSError: a port is taken.
    """
    websocket, osmand = WebsocketDoor(accounts, outlet), OsmandDoor(accounts, outlet)
    async with AsyncExitStack() as closing:
        outlet.start()
        closing.push_async_callback(outlet.stop)
        ports = []
        for door, port in ((websocket, websocket_port), (osmand, osmand_port)):
            ports.append(await door.start(host, port))
            closing.push_async_callback(door.stop)
        yield OpenDoors(*ports)
