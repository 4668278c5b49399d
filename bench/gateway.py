"""How long an alert takes from Kafka to a console, alone and among many, and what the gateway costs meanwhile."""

import asyncio
import tempfile
import time
from contextlib import AsyncExitStack
from dataclasses import dataclass
from pathlib import Path

import psutil

from bench.figure import Figure, machine, percentiles, table
from bench.ground import furnished_folder, own_settings
from consumers.console_state import Fresh, Received
from senningen.settings import Settings
from senningen.stack import running_stack
from streams.records import AlertRecord
from tests.consumers.records import alert_record, trail, visibility
from tests.consumers.running import Kafka, Watching, account, console, new_room, running_gateway, write_accounts

__all__ = ["Way", "measure", "run"]

_LOADS = ((1, 0), (1, 500), (100, 0), (100, 500))
"""Consoles, and dots a second beside the alerts."""
_ALERTS = 300


@dataclass(frozen=True, slots=True)
class Way:
    """What alerts took from the producer to the consoles, ms; of it Kafka's acknowledgement; and the process's MB."""

    arrived_ms: dict[str, float]
    sent_ms: dict[str, float]
    rss_mb: float


def run() -> list[Figure]:
    """Measure under each load on a Kafka of its own, and print the table."""
    with furnished_folder() as folder:
        ways = asyncio.run(_measured(own_settings(folder)))
    rows: list[tuple[str | float, ...]] = [
        (f"{consoles} consoles, {dots} dots/s", *way.arrived_ms.values(), way.sent_ms["p50"], way.rss_mb)
        for (consoles, dots), way in ways.items()
    ]
    columns = ("produce -> console, ms", "p50", "p90", "p99", "max", "ack p50", "MB (all in one process)")
    print(table(f"Kafka to console ({machine()})", columns, rows))
    return [
        Figure("gateway", f"{consoles} consoles, {dots} dots/s: produce to console {p}", way.arrived_ms[p], "ms")
        for (consoles, dots), way in ways.items()
        for p in ("p50", "p99", "max")
    ]


async def _measured(settings: Settings) -> dict[tuple[int, int], Way]:
    async with running_stack(settings, only=("kafka", "topics"), progress=lambda _line: None) as stack:
        return {
            (consoles, dots): await measure(stack.settings.broker, consoles, max(20, _ALERTS // consoles), dots)
            for consoles, dots in _LOADS
        }


async def measure(broker: str, consoles: int, alerts: int, dots_per_s: int) -> Way:
    """Alerts one by one to `consoles` consoles of one room, with this many dots a second beside."""
    room = new_room()
    case = f"{room}-P1"
    with tempfile.TemporaryDirectory() as folder:
        accounts = Path(folder) / "accounts.toml"
        write_accounts(accounts, account("nl", room))
        async with AsyncExitStack() as stack:
            url = await stack.enter_async_context(running_gateway(broker, accounts, room))
            kafka = await stack.enter_async_context(Kafka(broker))
            watching = [await stack.enter_async_context(console(url, "nl")) for _ in range(consoles)]
            for each in watching:
                await each.next(Fresh)
            await kafka.inbox(visibility(room, case=case))
            moving = asyncio.create_task(_move(kafka, room, case, dots_per_s)) if dots_per_s else None
            sent_ms: list[float] = []
            arrived_ms: list[float] = []
            for revision in range(1, alerts + 1):
                began = time.perf_counter()
                waiting = [asyncio.create_task(_alert(each, revision)) for each in watching]
                await kafka.inbox(alert_record(room, revision=revision, case=case))
                sent_ms.append((time.perf_counter() - began) * 1000)
                arrived_ms += [(at - began) * 1000 for at in await asyncio.gather(*waiting)]
                await asyncio.sleep(0.02)
            if moving:
                moving.cancel()
    return Way(percentiles(arrived_ms), percentiles(sent_ms), psutil.Process().memory_info().rss / 1e6)


async def _alert(each: Watching, revision: int) -> float:
    await each.next(Received, lambda e: isinstance(e.record, AlertRecord) and e.record.alert.revision == revision)
    return time.perf_counter()


async def _move(kafka: Kafka, room: str, case: str, dots_per_s: int) -> None:
    n = 0
    while True:
        await asyncio.sleep(0.1)
        await asyncio.gather(
            *(kafka.trail(trail(room, n=n, case=case, unit=f"BE/U-{unit}")) for unit in range(dots_per_s // 10))
        )
        n += 1
