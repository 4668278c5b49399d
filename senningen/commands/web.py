"""`senningen web`: the control room's page and its sign-in."""

import logging
import signal
import socket
import sys
from functools import partial
from types import FrameType
from typing import Annotated

import typer
import uvicorn

from borders.layer import BorderError
from borders.load import load_layer, load_towns
from borders.places import PlacesError
from borders.rooms import RoomsError
from consumers.labels import labels
from dashboard.basemap_files import BaseMapFiles, MapSource
from dashboard.server import WebParts, web_app
from dashboard.sign_in_limit import SignInLimit
from senningen.installed import installed_directory
from senningen.listening import listening_socket
from senningen.settings import Settings, load_settings
from streams.accounts import AccountsError
from streams.accounts_file import AccountsFile

__all__ = ["app"]

app = typer.Typer(add_completion=False)


class _Announcing(uvicorn.Server):
    """Says `ready web ADDRESS` once it serves."""

    address = ""

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        if self.started:
            typer.echo(f"ready web {self.address}")


@app.command()
def web(
    port: Annotated[int | None, typer.Option(help="Port; without it SENNINGEN_WEB_PORT. 0 takes a free one.")] = None,
) -> None:
    """Serve the pages until told to stop."""
    settings = load_settings()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(name)s %(message)s")
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, _stop)
    try:
        parts = _parts(settings)
        listening = listening_socket(settings.listen, settings.web_port if port is None else port, "SENNINGEN_WEB_PORT")
    except (AccountsError, BorderError, PlacesError, RoomsError, OSError) as error:
        sys.exit(f"senningen web: {error}")
    config = uvicorn.Config(
        web_app(parts), log_level="warning", access_log=False, server_header=False, timeout_graceful_shutdown=2
    )
    server = _Announcing(config)
    server.address = f"http://{settings.listen}:{listening.getsockname()[1]}"
    server.run(sockets=[listening])


def _stop(_number: int, _frame: FrameType | None) -> None:
    """End without an error: uvicorn has closed its connections and hands the signal on to here."""
    sys.exit(0)


def _parts(settings: Settings) -> WebParts:
    source = MapSource(
        layer=partial(load_layer, settings.folder, settings.borders_file, settings.borders_state_column),
        towns=lambda: load_towns().all,
    )
    return WebParts(
        accounts=AccountsFile(settings.accounts_file),
        base_map=BaseMapFiles(settings.folder / "basemap", source),
        gateway_port=settings.gateway_port,
        limit=SignInLimit(),
        words=labels,
        rooms=tuple(installed_directory(settings).rooms),
    )
