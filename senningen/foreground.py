"""Runs a word that stays in the foreground until it is told to stop: Ctrl-C, SIGTERM, or a terminal that is closed."""

import asyncio
import signal
from collections.abc import Coroutine
from contextlib import suppress

import typer

from senningen.kafka.jars import JarError
from senningen.only_one import AlreadyRunningError
from senningen.supervise import SupervisorError
from streams.accounts import AccountsError

__all__ = ["LOOPBACK", "STACK_FAULTS", "say", "until_told"]

LOOPBACK = ("127.0.0.1", "::1", "localhost")
"""Addresses that only this machine reaches."""

STACK_FAULTS = (AccountsError, AlreadyRunningError, JarError, SupervisorError, OSError)
"""Why a stack does not run: each is one line for the operator."""


def say(line: str, *, err: bool = False) -> None:
    """Tell the operator; a terminal or pipe that is gone is no reason to stop a stack."""
    with suppress(OSError):
        typer.echo(line, err=err)


async def until_told(work: Coroutine[None, None, None]) -> bool:
    """Run it to its end, or until a signal cancels it; False where it was cancelled.

    A second signal changes nothing: what is being stopped in good order has its time, and then ends by force.
    """
    told, loop = asyncio.Event(), asyncio.get_running_loop()
    for number in _signals():
        loop.add_signal_handler(number, told.set)
    task, stop = asyncio.create_task(work), asyncio.create_task(told.wait())
    await asyncio.wait({task, stop}, return_when=asyncio.FIRST_COMPLETED)
    stop.cancel()
    if not task.done():
        task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        return False
    return True


def _signals() -> tuple[signal.Signals, ...]:
    hung_up = () if signal.getsignal(signal.SIGHUP) is signal.SIG_IGN else (signal.SIGHUP,)  # ignored under nohup
    return (signal.SIGINT, signal.SIGTERM, *hung_up)
