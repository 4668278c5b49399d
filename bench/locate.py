"""How fast is territory found, and a fix tracked: side by side with Shapely in the same run.

Run with `python -m bench.locate` (a border layer must have been built: `senningen borders build`).
Times are CPU seconds of this process, so that a busy machine does not count.
"""

import time
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta

import numpy as np
import shapely
from numpy.typing import NDArray

from borders.load import load_layer
from geo.fix import Fix
from geo.territory import TerritoryIndex
from geo.tracker import UnitTrack, observe
from senningen.settings import load_settings

__all__ = ["main"]

_PLACES = 200_000
_SECONDS = 20
_NOON = datetime(2026, 1, 1, 12, tzinfo=UTC)


def main() -> None:
    """Measure and print the table."""
    settings = load_settings()
    areas = load_layer(settings.folder, settings.borders_file, settings.borders_state_column).areas
    built = _cpu_s(lambda: TerritoryIndex.build(areas))
    index = TerritoryIndex.build(areas)
    lats, lons = _places(np.random.default_rng(1))
    shapely.prepare(list(areas.values()))

    def naive() -> None:
        for area in areas.values():
            shapely.intersects_xy(area, lons, lats)

    shapely_us = _cpu_s(naive) / _PLACES * 1e6
    ours_us = _cpu_s(lambda: index.locate(lats, lons)) / _PLACES * 1e6
    print(f"build the index                       {built:8.2f} s")
    print(f"locate, Shapely prepared, vectorised  {shapely_us:8.3f} us a place   baseline")
    print(f"locate, ours                          {ours_us:8.3f} us a place   {shapely_us / ours_us:.0f} times as fast")
    for units in (1, 1_000):
        chunks = _traffic(lats, lons, units)
        us = _cpu_s(lambda chunks=chunks: _track(chunks, index)) / sum(map(len, chunks)) * 1e6  # type: ignore[misc]
        print(f"track, chunks of {units:<5}                {us:8.2f} us a fix")


def _places(rng: np.random.Generator) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    return rng.uniform(49.0, 53.5, _PLACES), rng.uniform(2.5, 8.0, _PLACES)


def _traffic(lats: NDArray[np.float64], lons: NDArray[np.float64], units: int) -> list[list[Fix]]:
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


if __name__ == "__main__":
    main()
