import os

import psutil

from bench.command import running
from bench.memory import held_by


async def test_a_process_holds_what_the_system_says_it_holds() -> None:
    async with running(("push", "--help"), os.environ) as command:
        await command.until("Usage", within_s=60)
        held = held_by(command)
        rss_mb, pss_mb = held["supervisor"]
        assert 1 < rss_mb < psutil.virtual_memory().total / 1e6
        assert pss_mb is None or pss_mb <= rss_mb
