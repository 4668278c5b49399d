"""`senningen doors`: the doors patrol units knock on, our own websocket and the phones' OsmAnd, in one process."""

import asyncio
import logging
import signal
import sys

import typer

from producers.doors import open_doors
from producers.outlet import Outlet
from senningen.settings import Settings, load_settings
from streams.accounts import AccountsError
from streams.accounts_file import AccountsFile
from streams.admin import TopicsError, await_topics
from streams.topics import POSITIONS, REPORTS, Profile

app = typer.Typer()
logger = logging.getLogger(__name__)


@app.command()
def doors() -> None:
    """Open the units' doors; SIGTERM finishes what is under way and closes them."""
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(name)s: %(message)s")
    logging.getLogger("aiokafka").setLevel(logging.CRITICAL)  # the outlet says once that Kafka is away, not ten times
    logging.getLogger("websockets").setLevel(logging.CRITICAL)  # who only looks at the port is no news
    settings = load_settings()
    try:
        accounts = AccountsFile(settings.accounts_file)
        await_topics(settings.broker, Profile(settings.profile), [POSITIONS.name, REPORTS.name], then="the doors open")
        asyncio.run(_keep_open(settings, accounts))
    except (AccountsError, TopicsError) as error:
        sys.exit(f"senningen doors: {error}")
    except OSError as error:
        ports = f"{settings.doors_port} and {settings.osmand_port}"
        sys.exit(f"senningen doors: expected free ports {ports} on {settings.listen}, got: {error}")


async def _keep_open(settings: Settings, accounts: AccountsFile) -> None:
    stop = asyncio.Event()
    for which in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(which, stop.set)
    outlet = Outlet(settings.broker)
    async with open_doors(
        outlet, accounts, host=settings.listen,
        websocket_port=settings.doors_port, osmand_port=settings.osmand_port,
    ) as opened:  # fmt: skip
        stopping = asyncio.create_task(stop.wait())
        connected = asyncio.create_task(outlet.connected())
        await asyncio.wait({stopping, connected}, return_when=asyncio.FIRST_COMPLETED)
        connected.cancel()
        typer.echo(f"ready doors websocket={opened.websocket_port} osmand={opened.osmand_port}")
        sys.stdout.flush()
        await stopping
        logger.info("doors close: finishing what is under way")
