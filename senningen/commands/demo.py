"""`senningen demo`: the local stack with a chase across the border, for everyone who wants to see it ring."""

import asyncio
import sys
import time
from datetime import UTC, datetime
from functools import partial
from typing import Annotated, Any

import orjson
import typer

from senningen.commands.accounts import DEMO_SIGN_INS, ensure_demo_accounts
from senningen.demo import CASE_PREFIX, CAST, ChaseError, Played, Rung, play_chase
from senningen.foreground import LOOPBACK, STACK_FAULTS, say, until_told
from senningen.settings import Settings, load_settings
from senningen.stack import Stack, running_stack
from senningen.supervise import Patience

__all__ = ["app"]

app = typer.Typer(add_completion=False)

_ALERT_WITHIN_S = 60.0
_IMPATIENT = Patience(before_ready=1, after_ready=3)
"""A demo whose worker will not run says so at once; a real stack waits longer."""


class _DemoError(RuntimeError):
    """The demo cannot do what it is for, and why."""


@app.command(help=__doc__)
def demo(
    *,
    exit_after_alert: Annotated[
        bool, typer.Option("--exit-after-alert", help="End with status 0 when the neighbour's console has the alert.")
    ] = False,
) -> None:
    """Start everything, play the chase, and stay until Ctrl-C."""
    began_s = time.monotonic()
    settings = load_settings()
    try:
        ended = asyncio.run(until_told(_demo(settings, began_s, exit_after_alert=exit_after_alert)))
    except (*STACK_FAULTS, ChaseError, _DemoError) as error:
        sys.exit(f"senningen demo: {error}")
    if exit_after_alert and not ended:
        sys.exit("senningen demo: told to stop before the neighbour's console had its alert")


async def _demo(settings: Settings, began_s: float, *, exit_after_alert: bool) -> None:
    if settings.listen not in LOOPBACK:
        message = (
            f"the demo prints its sign-ins and so listens on loopback only, got SENNINGEN_LISTEN={settings.listen}"
        )
        raise _DemoError(message)
    tokens = ensure_demo_accounts(settings.accounts_file)
    if not tokens:
        message = f"{settings.accounts_file} was not made by the demo: choose another SENNINGEN_FOLDER"
        raise _DemoError(message)
    if gone := [name for name in CAST if name not in tokens]:
        message = (
            f"accounts of the demo were removed ({', '.join(gone)}): "
            f"choose another SENNINGEN_FOLDER, or remove {settings.accounts_file} to have all of them again"
        )
        raise _DemoError(message)
    echo = partial(say, err=exit_after_alert)  # standard output is then for the one JSON line
    async with running_stack(settings, progress=echo, patience=_IMPATIENT) as stack:
        for line in _sign_ins(stack, tokens):
            echo(line)
        played = Played(f"{CASE_PREFIX}{datetime.now(UTC):%Y%m%d-%H%M%S}", echo)
        chase = asyncio.create_task(play_chase(stack, tokens, played))
        try:
            rung = await _first_alert(stack, chase, played)
            if exit_after_alert:
                typer.echo(_summary(stack, rung, began_s))
            else:
                await _stay(stack, chase)
        finally:
            chase.cancel()
            await asyncio.gather(chase, return_exceptions=True)


def _sign_ins(stack: Stack, tokens: dict[str, str]) -> list[str]:
    """The page's address, and a ready-made link for each role; the token stands behind the # and leaves no log."""
    roles = {
        "maastricht": "control room Maastricht (NL): it will ring",
        "liege": "control room Liège (BE): its cars leave",
        "luxembourg": "control room Luxembourg: stays silent",
        "commander": "commander (BE)",
        "administrator": "administrator",
    }
    lines = ["", f"Senningen is at {stack.address}   EXERCISE   sign in as (one account a browser or private window):"]
    lines += [f"  {what:44} {stack.address}#token={tokens[name]}" for name, what in roles.items() if name in tokens]
    cars = ", ".join(name for name in tokens if name not in roles)
    return [
        *lines,
        f"  patrol units {cars}: tokens in {stack.settings.accounts_file.with_name(DEMO_SIGN_INS)}, see docs/units.md",
        "",
    ]


async def _first_alert(stack: Stack, chase: asyncio.Task[None], played: Played) -> Rung:
    """Wait for the neighbour's console to ring; whatever ends the wait first is said."""
    failed = asyncio.create_task(stack.failed())
    waits: set[asyncio.Future[Any]] = {failed, chase, played.neighbour_rang}
    try:
        await asyncio.wait(waits, timeout=_ALERT_WITHIN_S, return_when=asyncio.FIRST_COMPLETED)
    finally:
        failed.cancel()
    if played.neighbour_rang.done():
        return played.neighbour_rang.result()
    for task in (failed, chase):
        if task.done():
            task.result()
    message = (
        f"the neighbour's console had no alert within {_ALERT_WITHIN_S:g} s; logs in {stack.settings.folder / 'logs'}"
    )
    raise _DemoError(message)


async def _stay(stack: Stack, chase: asyncio.Task[None]) -> None:
    """Let the chase end; the page stays until Ctrl-C."""
    failed = asyncio.create_task(stack.failed())
    await asyncio.wait({failed, chase}, return_when=asyncio.FIRST_COMPLETED)
    if chase.done():
        say(f"EXERCISE: {_ended(chase)}; the page stays at {stack.address} until Ctrl-C")
    await failed


def _ended(chase: asyncio.Task[None]) -> str:
    """How it ended; the neighbour has rung, so an account taken away since then is no reason to stop everything."""
    try:
        chase.result()
    except ChaseError as error:
        return str(error)
    return "the chase is over"


def _summary(stack: Stack, rung: Rung, began_s: float) -> str:
    """One JSON line with the times, for scripts."""
    crossing = rung.alert.crossing
    said = {
        "case": rung.alert.case,
        "mode": rung.alert.mode,
        "room": rung.room,
        "phase": rung.alert.phase,
        "priority": rung.alert.priority,
        "crossed_at": crossing.at if crossing else None,
        "lat": crossing.lat if crossing else None,
        "lon": crossing.lon if crossing else None,
        "fix_received_at": crossing.received_at if crossing else None,
        "console_at": rung.at,
        "fix_to_console_ms": round((rung.fix_to_console_s or 0.0) * 1000, 1) if crossing else None,
        "start_to_alert_s": round(time.monotonic() - began_s, 1),
        "address": stack.address,
    }
    return orjson.dumps(said, option=orjson.OPT_UTC_Z).decode()
