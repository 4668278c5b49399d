"""Run one Faust application as a process: says when it is ready, stops on SIGTERM, fails loudly."""

import logging
import sys
from typing import Any

import faust

from streams.apps.complaints import OnceAMinute

__all__ = ["run_app"]


def run_app(app: faust.App, name: str) -> None:
    """Run the worker until it is told to stop; prints `ready worker NAME` when it first owns its partitions.

    Raises:
        SystemExit: always, with Faust's exit code.
    """
    _announce_when_ready(app, name)
    for chatty in ("aiokafka", "faust", "mode"):
        logging.getLogger(chatty).setLevel(logging.WARNING)
    for handler in logging.getLogger().handlers:
        handler.addFilter(OnceAMinute("aiokafka"))
    worker = faust.Worker(app, loglevel="info", redirect_stdouts=False, override_logging=False, quiet=True)
    worker.spinner = None  # it would write signs between our lines
    worker.execute_from_commandline()


def _announce_when_ready(app: faust.App, name: str) -> None:
    told: list[str] = []

    async def ready(*_args: Any, **_kwargs: Any) -> None:
        if not told:
            told.append(name)
            sys.stdout.write(f"ready worker {name}\n")
            sys.stdout.flush()

    app.on_rebalance_complete.connect(ready, weak=False)
