"""`senningen gateway`: the websocket that control-room consoles connect to."""

import asyncio
import logging
import signal
import socket
import sys
from typing import Annotated

import typer

from borders.layer import BorderError
from borders.places import PlacesError
from borders.rooms import RoomsError
from consumers.gateway.server import PATH, Gateway, GatewayOptions
from senningen.installed import installed_directory
from senningen.listening import listening_socket
from senningen.settings import Settings, load_settings
from streams.accounts import AccountsError
from streams.accounts_file import AccountsFile
from streams.admin import TopicsError
from streams.topics import Profile

__all__ = ["app"]

app = typer.Typer(add_completion=False)


@app.command()
def gateway(
    port: Annotated[
        int | None, typer.Option(help="Port; without it SENNINGEN_GATEWAY_PORT. 0 takes a free one.")
    ] = None,
) -> None:
    """Serve consoles until told to stop; prints `ready gateway ADDRESS` when they may come."""
    settings = load_settings()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(name)s %(message)s")
    # The pulse says once when Kafka goes and comes; the client library would say it for every attempt.
    logging.getLogger("aiokafka").setLevel(logging.CRITICAL)
    logging.getLogger("websockets").setLevel(logging.WARNING)
    try:
        accounts = AccountsFile(settings.accounts_file)
        server = Gateway(_options(settings), accounts, installed_directory(settings))
        at_port = settings.gateway_port if port is None else port
        listening = listening_socket(settings.listen, at_port, "SENNINGEN_GATEWAY_PORT", backlog=1024)
        asyncio.run(_serve(server, listening))
    except (AccountsError, BorderError, PlacesError, RoomsError, TopicsError, OSError) as error:
        sys.exit(f"senningen gateway: {error}")


async def _serve(server: Gateway, listening: socket.socket) -> None:
    stop = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    host, port = listening.getsockname()[:2]
    await server.serve(listening, lambda: typer.echo(f"ready gateway ws://{host}:{port}{PATH}"), stop)


def _options(settings: Settings) -> GatewayOptions:
    return GatewayOptions(
        broker=settings.broker,
        profile=Profile(settings.profile),
        web_port=settings.web_port,
        page_origins=tuple(origin.strip() for origin in settings.page_origins.split(",") if origin.strip()),
    )
