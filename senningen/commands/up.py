"""`senningen up`: the local stack, until Ctrl-C; a second start goes on where the first one ended."""

import asyncio
import sys

import typer

from senningen.commands.accounts import ensure_demo_accounts
from senningen.foreground import LOOPBACK, STACK_FAULTS, say, until_told
from senningen.settings import Settings, load_settings
from senningen.stack import running_stack
from streams.accounts import AccountsError

__all__ = ["app"]

app = typer.Typer(add_completion=False)


@app.command(help=__doc__)
def up() -> None:
    """Start everything, print the page's address, and stop everything at Ctrl-C."""
    settings = load_settings()
    try:
        asyncio.run(until_told(_run(settings)))
    except STACK_FAULTS as error:
        sys.exit(f"senningen up: {error}")


async def _run(settings: Settings) -> None:
    for line in _sign_ins(settings):
        say(line)
    async with running_stack(settings, progress=say) as stack:
        say(f"ready up {stack.address} (Ctrl-C stops it; logs in {settings.folder / 'logs'})")
        await stack.failed()


def _sign_ins(settings: Settings) -> list[str]:
    """The demo's sign-ins on a machine that only listens to itself; elsewhere how to make accounts."""
    if settings.listen not in LOOPBACK:
        if not settings.accounts_file.exists():
            message = f"no accounts in {settings.accounts_file}: add them with `senningen accounts add`"
            raise AccountsError(message)
        return []
    tokens = ensure_demo_accounts(settings.accounts_file)
    return [f"sign in as {name:14} {token}" for name, token in tokens.items()]
