"""`senningen up`: the local stack, until Ctrl-C; a second start goes on where the first one ended."""

import asyncio
import signal
import sys
from contextlib import suppress

import typer

from senningen.commands.accounts import ensure_demo_accounts
from senningen.kafka.jars import JarError
from senningen.only_one import AlreadyRunningError
from senningen.settings import Settings, load_settings
from senningen.stack import running_stack
from senningen.supervise import SupervisorError
from streams.accounts import AccountsError

__all__ = ["app"]

app = typer.Typer(add_completion=False)

_LOOPBACK = ("127.0.0.1", "::1", "localhost")


@app.command(help=__doc__)
def up() -> None:
    """Start everything, print the page's address, and stop everything at Ctrl-C."""
    settings = load_settings()
    try:
        asyncio.run(_up(settings))
    except (AccountsError, AlreadyRunningError, JarError, SupervisorError) as error:
        sys.exit(f"senningen up: {error}")


async def _up(settings: Settings) -> None:
    told_to_stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, told_to_stop.set)
    run = asyncio.create_task(_run(settings))
    stop = asyncio.create_task(told_to_stop.wait())
    await asyncio.wait({run, stop}, return_when=asyncio.FIRST_COMPLETED)
    stop.cancel()
    if not run.done():
        run.cancel()
    with suppress(asyncio.CancelledError):
        await run


async def _run(settings: Settings) -> None:
    for line in _sign_ins(settings):
        typer.echo(line)
    async with running_stack(settings, progress=typer.echo) as stack:
        typer.echo(f"ready up {stack.address} (Ctrl-C stops it; logs in {settings.folder / 'logs'})")
        await stack.failed()


def _sign_ins(settings: Settings) -> list[str]:
    """The demo's sign-ins on a machine that only listens to itself; elsewhere how to make accounts."""
    if settings.listen not in _LOOPBACK:
        if not settings.accounts_file.exists():
            message = f"no accounts in {settings.accounts_file}: add them with `senningen accounts add`"
            raise AccountsError(message)
        return []
    tokens = ensure_demo_accounts(settings.accounts_file)
    return [f"sign in as {name:14} {token}" for name, token in tokens.items()]
