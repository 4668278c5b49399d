"""What a fix costs in TRACK's step, which keeps its units as records of a table: beside the tracker alone."""

import time
from collections.abc import Sequence
from datetime import timedelta

from bench.figure import Figure
from geo.reading import Chunk, instant
from geo.territory import TerritoryIndex
from streams.records import Fix, SourcePlace
from streams.tracking.state import TrackedUnit
from streams.tracking.step import Input, World, step_chunk

__all__ = ["stepped"]

_LAG = timedelta(seconds=0.2)


def stepped(chunks: Sequence[Chunk], index: TerritoryIndex, *, firsts: int) -> list[Figure]:
    """Microseconds for one fix of units in no pursuit, in chunks as they come and one by one; the median of three.

    Args:
        chunks: of units whose first fixes are all in the first `firsts` chunks.
        index: the borders.
        firsts: how many chunks come before the clock starts.
    """
    world = World(index, "measured")
    many = [_inputs(chunk, number) for number, chunk in enumerate(chunks)]
    known = _units(many[:firsts], world)
    later = many[firsts:]
    ones = [[item] for inputs in later[:1] for item in inputs]
    return [
        Figure("locate", "TRACK's step, chunks of 1,000: one fix", _us(known, later, world), "us"),
        Figure("locate", "TRACK's step, chunks of one fix: one fix", _us(known, ones, world), "us"),
    ]


def _units(chunks: Sequence[Sequence[Input]], world: World) -> dict[str, TrackedUnit]:
    units: dict[str, TrackedUnit] = {}
    for inputs in chunks:
        units |= step_chunk(units, inputs, world).changed
    return units


def _us(known: dict[str, TrackedUnit], chunks: Sequence[Sequence[Input]], world: World) -> float:
    times = []
    for _ in range(3):
        units, begin = dict(known), time.process_time()
        for inputs in chunks:
            units |= step_chunk(units, inputs, world).changed
        times.append(time.process_time() - begin)
    return sorted(times)[1] / sum(map(len, chunks)) * 1e6


def _inputs(chunk: Chunk, number: int) -> list[Input]:
    """The chunk as records of `positions`, as the broker took them a moment after the fixes."""
    columns = (chunk.numbers, chunk.at_us, chunk.lats, chunk.lons, chunk.accuracy_m)
    rows = zip(chunk.units, *(values.tolist() for values in columns), strict=True)
    return [_input(1_000_000 * number + offset, row) for offset, row in enumerate(rows)]


def _input(offset: int, row: tuple[str, int, int, float, float, float]) -> Input:
    unit, n, at_us, lat, lon, accuracy_m = row
    at, taken_at = instant(at_us), instant(at_us) + _LAG
    fix = Fix(
        unit=unit, boot="b", n=n, counted=True, observed_at=at, device_at=at, clock_offset_s=0.0, received_at=taken_at,
        lat=lat, lon=lon, accuracy_m=accuracy_m, door="measured", room="BE/CIC-LIEGE", service="police", mode="test",
    )  # fmt: skip
    return Input(fix, SourcePlace(topic_id="measured", partition=0, offset=offset), taken_at)
