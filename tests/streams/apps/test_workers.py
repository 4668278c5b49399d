"""The tests' own hand on a worker: started again when it gives up, never when a test killed or stopped it."""

import asyncio
from pathlib import Path

from tests.streams.apps.workers import Worker

_GIVES_UP_ONCE = """
import os, pathlib, time
mark = pathlib.Path("mark")
again = mark.exists()
mark.touch()
print("again" if again else "first", flush=True)
time.sleep(60) if again else os._exit(75)
"""


async def test_a_worker_that_gave_up_is_started_again_and_one_that_was_killed_is_not(tmp_path: Path) -> None:
    worker = Worker("track", "nowhere:1", tmp_path, ("-c", _GIVES_UP_ONCE))
    worker.start()
    await worker.says("again")
    assert "worker track gave up and is started again" in worker.said()
    worker.kill()
    await asyncio.sleep(0.3)
    assert not worker.running
