"""How long from a patrol unit's fix to the neighbour's console, on the whole local stack under the demo's load.

Two cars drive at one fix a second in a pursuit, as in the demo; meanwhile other units, each in a pursuit of its own,
cross the border one after the other. Between them, on the same broker, runs the baseline: one bare Kafka hop.
"""

import asyncio
import random
from collections.abc import AsyncIterator, Coroutine, Sequence
from contextlib import AsyncExitStack, aclosing, asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from bench.figure import Figure, machine, percentiles, table
from bench.ground import base_map_ready, furnished_folder, own_settings
from bench.hop import Hop, hopping
from bench.way import STEPS, Rang, Stamps, read_stamps, steps_ms
from consumers.console_client import ConsoleClient
from consumers.console_state import Fresh, Received
from geo.fix import Fix
from producers.unit_client import UnitClient
from senningen.chase import drive
from senningen.commands.accounts import add_account, ensure_demo_accounts
from senningen.stack import Stack, running_stack
from streams.records import AlertRecord
from tests.end_to_end.drives import BORDER_LAT, north

__all__ = ["measure", "run"]

_ROOM, _ACCOUNT = "NL/MK-MAASTRICHT", "maastricht"
_BACKGROUND = {"BE/LIE-21": 0.0, "BE/LIE-24": 160.0}
"""The two cars of the demo, and how far behind the first each drives, metres."""
_BEFORE_M, _FIXES = 60.0, 4
"""A crossing unit sends two fixes before the border and two behind it, one a second at 40 m/s."""
_HEARD_WITHIN_S = 15.0
_HOPS_ON_THE_WAY = 4
_GOAL_MS = 150.0


def run() -> list[Figure]:
    """Sixty crossings in about a minute."""
    with furnished_folder() as folder:
        return asyncio.run(measure(folder, crossings=60))


async def measure(
    folder: Path, *, crossings: int, every_s: float = 1.0, hop_pause_s: float = 0.25, base_map: bool = True
) -> list[Figure]:
    """Run the stack in this folder, cross the border that often, and print the tables.

    Args:
        folder: of the stack; new.
        crossings: how many units cross.
        every_s: one unit starts about this often, at uneven times.
        hop_pause_s: pause between two hops of the baseline.
        base_map: wait for the base map first, which a new folder computes once beside everything else.

    Raises:
        TimeoutError: a crossing rang no console.
    """
    settings = own_settings(folder)
    tokens = ensure_demo_accounts(settings.accounts_file)
    for unit in _units(crossings):
        tokens[unit] = add_account(settings.accounts_file, unit, role="unit", rooms=("BE/CIC-LIEGE",), unit=unit)
    async with running_stack(settings, progress=lambda _line: None) as stack, hopping(stack.settings.broker) as hop:
        if base_map:
            await base_map_ready(folder)
        rang = await _crossed(stack, tokens, hop, crossings=crossings, every_s=every_s, hop_pause_s=hop_pause_s)
        stamps = await read_stamps(stack.settings.broker)
    return _told(rang, hop.took_ms, stamps)


def _units(crossings: int) -> list[str]:
    return [f"BE/BENCH-{number}" for number in range(1, crossings + 1)]


def _case(unit: str) -> str:
    return f"BE/CASE-{unit.rpartition('-')[2]}"


class _Ears:
    """What the console of Maastricht heard: the first alert of each case that says `entered`."""

    def __init__(self) -> None:
        self.first: dict[str, tuple[Received, datetime]] = {}
        self.news = asyncio.Event()
        self.linked = asyncio.Event()

    async def listen(self, console: ConsoleClient) -> None:
        async with aclosing(console.events()) as events:
            async for event in events:
                if isinstance(event, Fresh):
                    self.linked.set()
                if isinstance(event, Received) and isinstance(event.record, AlertRecord):
                    self._hear(event, event.record)

    def _hear(self, event: Received, record: AlertRecord) -> None:
        if record.alert.phase == "entered" and record.alert.case not in self.first:
            self.first[record.alert.case] = event, datetime.now(UTC)
            self.news.set()

    async def until(self, case: str) -> tuple[Received, datetime]:
        async with asyncio.timeout(_HEARD_WITHIN_S):
            while case not in self.first:
                self.news.clear()
                await self.news.wait()
        return self.first[case]


async def _crossed(
    stack: Stack, tokens: dict[str, str], hop: Hop, *, crossings: int, every_s: float, hop_pause_s: float
) -> list[Rang]:
    doors = f"ws://127.0.0.1:{stack.settings.doors_port}/unit"
    gateway = f"ws://127.0.0.1:{stack.settings.gateway_port}/console"
    ears, uneven = _Ears(), random.Random(25)
    async with AsyncExitStack() as beside:
        console = ConsoleClient(gateway, tokens[_ACCOUNT], rooms=(_ROOM,), desk="bench")
        await beside.enter_async_context(_beside(ears.listen(console)))
        await ears.linked.wait()
        await beside.enter_async_context(_chase(doors, tokens))
        await beside.enter_async_context(_beside(hop.every(hop_pause_s)))
        async with asyncio.TaskGroup() as tasks:
            crossing = []
            for unit in _units(crossings):
                crossing.append(tasks.create_task(_cross(doors, tokens[unit], unit, ears)))
                await asyncio.sleep(every_s * uneven.uniform(0.7, 1.3))
    return [task.result() for task in crossing]


async def _cross(doors: str, token: str, unit: str, ears: _Ears) -> Rang:
    """START, then one fix a second over the border; returns when the console has the alert."""
    began = datetime.now(UTC)
    sent_at = began
    async with UnitClient(doors, token, unit, "bench", "test") as car:
        await car.open(_case(unit), began)
        for fix in north(unit, "bench", datetime.now(UTC), before_m=_BEFORE_M, seconds=_FIXES):
            await _at(fix)
            if fix.lat > BORDER_LAT and sent_at == began:
                sent_at = datetime.now(UTC)
            await car.send([fix])
        event, heard_at = await ears.until(_case(unit))
    assert isinstance(event.record, AlertRecord)
    return Rang(event.record.alert, sent_at, event.written_at, heard_at)


@asynccontextmanager
async def _chase(doors: str, tokens: dict[str, str]) -> AsyncIterator[None]:
    """The background: the demo's two cars in one pursuit, in real time, for as long as the block runs."""
    began = datetime.now(UTC)
    async with AsyncExitStack() as cars:
        for unit, behind_m in _BACKGROUND.items():
            car = await cars.enter_async_context(UnitClient(doors, tokens[unit], unit, "bench", "exercise"))
            await (car.open if behind_m == 0 else car.join)("BE/CHASE", began)
            await cars.enter_async_context(_beside(_follow(car, drive(unit, "bench", began, behind_m=behind_m))))
        yield


async def _follow(car: UnitClient, fixes: Sequence[Fix]) -> None:
    for fix in fixes:
        await _at(fix)
        car.put([fix])


async def _at(fix: Fix) -> None:
    await asyncio.sleep(max(0.0, (fix.observed_at - datetime.now(UTC)) / timedelta(seconds=1)))


@asynccontextmanager
async def _beside(work: Coroutine[Any, Any, None]) -> AsyncIterator[None]:
    """Run this beside the block; its failure is ours."""
    task = asyncio.create_task(work)
    try:
        yield
        if task.done():
            await task
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


# ---------------------------------------------------------------- what it says


def _told(rang: Sequence[Rang], hops_ms: Sequence[float], stamps: Stamps) -> list[Figure]:
    from_unit = percentiles([each.from_unit_ms for each in rang])
    from_door = percentiles([each.from_door_ms for each in rang])
    hop = percentiles(hops_ms)
    rows = {
        f"fix to console, from the unit's sending ({len(rang)})": from_unit,
        "fix to console, from the door's receipt": from_door,
        f"baseline: one bare hop, acks=all ({len(hops_ms)})": hop,
        "ratio to one hop": _ratio(from_unit, hop, 1),
        f"ratio to {_HOPS_ON_THE_WAY} hops": _ratio(from_unit, hop, _HOPS_ON_THE_WAY),
    }
    whole: list[tuple[str | float, ...]] = [(name, *row.values()) for name, row in rows.items()]
    print(table(f"Fix to console, ms ({machine()})", ("", *hop), whole))
    steps = [percentiles(column) for column in zip(*(steps_ms(each, stamps) for each in rang), strict=True)]
    where: list[tuple[str | float, ...]] = [(name, *row.values()) for name, row in zip(STEPS, steps, strict=True)]
    print(table("Where the time goes, ms (the broker's stamps)", ("step", *hop), where))
    return [
        *(Figure("line", f"fix to console {p}", from_unit[p], "ms", _GOAL_MS if p == "p50" else None) for p in hop),
        *(Figure("line", f"door to console {p}", from_door[p], "ms") for p in hop),
        *(Figure("line", f"one hop {p}", hop[p], "ms") for p in hop),
        Figure("line", "fix to console p50 : one hop", from_unit["p50"] / hop["p50"], "x"),
        Figure("line", "fix to console p50 : four hops", from_unit["p50"] / hop["p50"] / _HOPS_ON_THE_WAY, "x"),
        *(Figure("line", f"{name} p50", row["p50"], "ms") for name, row in zip(STEPS, steps, strict=True)),
    ]


def _ratio(ours: dict[str, float], hop: dict[str, float], hops: int) -> dict[str, float]:
    return {p: ours[p] / hop[p] / hops for p in ours}
