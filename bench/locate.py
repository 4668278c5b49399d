"""How fast is territory found, and a fix tracked: side by side with Shapely in the same run.

Times are CPU seconds of this process, so that a busy machine does not count.
"""

import time
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta

import numpy as np
import shapely
from numpy.typing import NDArray

from bench.figure import Figure, table
from bench.ground import furnished_folder
from borders.load import load_layer
from geo.fix import Fix
from geo.territory import TerritoryIndex
from geo.tracker import UnitTrack, observe

__all__ = ["run", "track_us", "traffic"]

_PLACES = 200_000
_SECONDS = 20
_NOON = datetime(2026, 1, 1, 12, tzinfo=UTC)


def run() -> list[Figure]:
    """Measure on the border layer of the checkout, and print the table."""
    with furnished_folder() as folder:
        areas = load_layer(folder).areas
    built = _cpu_s(lambda: TerritoryIndex.build(areas))
    index = TerritoryIndex.build(areas)
    lats, lons = _places(np.random.default_rng(1))
    shapely.prepare(list(areas.values()))

    def naive() -> None:
        for area in areas.values():
            shapely.intersects_xy(area, lons, lats)

    shapely_us = _cpu_s(naive) / _PLACES * 1e6
    ours_us = _cpu_s(lambda: index.locate(lats, lons)) / _PLACES * 1e6
    track_us = {units: track_us(traffic(lats, lons, units), index) for units in (1, 1_000)}
    figures = [
        Figure("locate", "build the index", built, "s"),
        Figure("locate", "locate, Shapely prepared, vectorised: one place (baseline)", shapely_us, "us"),
        Figure("locate", "locate, ours: one place", ours_us, "us"),
        Figure("locate", "Shapely : ours", shapely_us / ours_us, "x"),
        *(Figure("locate", f"track, chunks of {units}: one fix", us, "us") for units, us in track_us.items()),
    ]
    rows = [(figure.name, f"{figure.value:.3f}", figure.unit) for figure in figures]
    print(table("Territory and tracker, CPU time of one core", ("", "", "unit"), rows))
    return figures


def track_us(chunks: Sequence[Sequence[Fix]], index: TerritoryIndex) -> float:
    """Microseconds for one fix of this traffic."""
    return _cpu_s(lambda: _track(chunks, index)) / sum(map(len, chunks)) * 1e6


def _places(rng: np.random.Generator) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    return rng.uniform(49.0, 53.5, _PLACES), rng.uniform(2.5, 8.0, _PLACES)


def traffic(lats: NDArray[np.float64], lons: NDArray[np.float64], units: int) -> list[list[Fix]]:
    """Cars at 25 m/s to the north-east, one fix a second each, one chunk a second."""
    step_deg = 25 / 111_000
    seconds = max(_SECONDS, 1_000 // units)
    return [
        [
            Fix(
                f"BE/CAR-{unit}", "b", second, counted=True, observed_at=_NOON + timedelta(seconds=second),
                lat=float(lats[unit]) + second * step_deg, lon=float(lons[unit]) + second * step_deg,
            )
            for unit in range(units)
        ]
        for second in range(seconds)
    ]  # fmt: skip


def _track(chunks: Sequence[Sequence[Fix]], index: TerritoryIndex) -> None:
    known: dict[str, UnitTrack] = {}
    for chunk in chunks:
        known |= observe(known, chunk, index).tracks


def _cpu_s(job: Callable[[], object]) -> float:
    """The best of three, after one to warm up."""
    job()
    best = float("inf")
    for _ in range(3):
        begin = time.process_time()
        job()
        best = min(best, time.process_time() - begin)
    return best
