"""How long an alert takes from Kafka to a console, alone and among many, and what the gateway costs meanwhile."""

import argparse
import asyncio
import statistics
import tempfile
import time
from contextlib import AsyncExitStack
from pathlib import Path

import psutil

from consumers.console_state import Fresh, Received
from tests.consumers.records import alert_record, trail, visibility
from tests.consumers.running import Kafka, account, console, new_room, running_gateway, write_accounts


async def measure(broker: str, consoles: int, alerts: int, dots_per_s: int) -> None:
    """Print one line: alerts one by one to `consoles` consoles of one room, with this many dots a second beside."""
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
            sent_s, arrived_s = [], []
            for revision in range(1, alerts + 1):
                began = time.perf_counter()
                waiting = [asyncio.create_task(_alert(each, revision)) for each in watching]
                await kafka.inbox(alert_record(room, revision=revision, case=case))
                sent_s.append(time.perf_counter() - began)
                arrived_s += [at - began for at in await asyncio.gather(*waiting)]
                await asyncio.sleep(0.02)
            if moving:
                moving.cancel()
    cuts = statistics.quantiles(arrived_s, n=100)
    rss_mb = psutil.Process().memory_info().rss / 1e6
    print(
        f"{consoles} consoles, {dots_per_s} dots/s: produce -> console p50 {cuts[49] * 1e3:.1f} ms, "
        f"p99 {cuts[98] * 1e3:.1f} ms, most {max(arrived_s) * 1e3:.1f} ms "
        f"(of it Kafka's acknowledgement p50 {statistics.median(sent_s) * 1e3:.1f} ms); process {rss_mb:.0f} MB"
    )


async def _alert(each: object, revision: int) -> float:
    await each.next(Received, lambda e: getattr(e.record, "alert", None) and e.record.alert.revision == revision)  # type: ignore[attr-defined]
    return time.perf_counter()


async def _move(kafka: Kafka, room: str, case: str, dots_per_s: int) -> None:
    n = 0
    while True:
        await asyncio.sleep(0.1)
        await asyncio.gather(
            *(kafka.trail(trail(room, n=n, case=case, unit=f"BE/U-{unit}")) for unit in range(dots_per_s // 10))
        )
        n += 1


def main() -> None:
    """Measure against a running broker that has our topics (`senningen up`)."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--broker", default="127.0.0.1:29092")
    parser.add_argument("--alerts", type=int, default=300)
    asked = parser.parse_args()
    for consoles, dots_per_s in ((1, 0), (1, 500), (100, 0), (100, 500)):
        asyncio.run(measure(asked.broker, consoles, max(20, asked.alerts // consoles), dots_per_s))


if __name__ == "__main__":
    main()
