"""A TRACK worker with other settings, in the place of the stack's own, which the test halts before."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from tests.end_to_end.stack_thread import StackThread


@contextmanager
def other_track(line: StackThread, **settings: str) -> Iterator[None]:
    """Run it while the block runs; `settings` are variables such as SENNINGEN_BORDERS_FILE."""
    environment = os.environ | {
        "SENNINGEN_FOLDER": str(line.settings.folder), "SENNINGEN_KAFKA": line.settings.broker, **settings,
    }  # fmt: skip
    command = [sys.executable, "-m", "senningen", "worker", "track"]
    with subprocess.Popen(
        command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as worker:
        assert worker.stdout is not None
        try:
            assert any(said.startswith("ready worker track") for said in worker.stdout)
            yield
        finally:
            worker.kill()
