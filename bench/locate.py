"""How fast is territory found, and a fix tracked: side by side with what one would take otherwise, in the same run.

Times are CPU seconds of this process, so that a busy machine does not count.
"""

import gc
import time
import tracemalloc
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import psutil
import shapely
from geopandas import GeoDataFrame, points_from_xy, sjoin
from numpy.typing import NDArray
from shapely.geometry import MultiPolygon
from shapely.geometry.base import BaseGeometry

from bench.figure import Figure, table
from bench.ground import furnished_folder
from bench.stepped import stepped
from borders.load import load_layer
from geo.reading import Chunk, boot_key
from geo.territory import TerritoryIndex
from geo.tracker import observe
from geo.tracks import Tracks

__all__ = ["bytes_a_unit", "mixed_places", "run", "track_us", "traffic"]

_PLACES = 200_000
_FEW = 2_000
"""Enough for what takes 10 us and more a place."""
_NEAR_SHARE, _NEAR_M = 0.05, 2_000.0
_CHUNK = 1_000
_UNITS = (1_000, 10_000, 100_000, 1_000_000)
_START_US = 1_767_225_600_000_000
_LOAD_GOAL_S, _RESIDENT_GOAL_MB = 1.0, 150.0
_LOCATE_GOAL_US, _TRACK_GOAL_US, _ONE_GOAL_US, _STATE_GOAL = 0.1, 3.0, 500.0, 300.0

Degrees = NDArray[np.float64]


def run() -> list[Figure]:
    """Measure on the border layer of the checkout, and print the tables."""
    with furnished_folder() as folder:
        areas, index, loaded = _loaded(folder)
    lats, lons = mixed_places(np.random.default_rng(1), _PLACES, index)
    figures = [*loaded, *_locating(areas, index, lats, lons), *_tracking(index)]
    rows = [(figure.name, f"{figure.value:.3f}", figure.unit) for figure in figures]
    print(table("Territory and tracker, CPU time of one core", ("", "", "unit"), rows))
    return figures


def _loaded(folder: Path) -> tuple[Mapping[str, MultiPolygon], TerritoryIndex, list[Figure]]:
    """The cached layer and its index, and what they take: time, and memory by what the process holds more of."""
    before_mb, begin = _held_mb(), time.process_time()
    areas = load_layer(folder).areas
    loaded = time.process_time()
    index = TerritoryIndex.build(areas)
    built = time.process_time()
    return areas, index, [
        Figure("locate", "load the cached layer", loaded - begin, "s", _LOAD_GOAL_S),
        Figure("locate", "build the index from it", built - loaded, "s"),
        Figure("locate", "layer and index, resident", _held_mb() - before_mb, "MB", _RESIDENT_GOAL_MB),
    ]  # fmt: skip


def _held_mb() -> float:
    gc.collect()
    return float(psutil.Process().memory_info().rss) / 1e6


# ---------------------------------------------------------------- whose land


def _locating(areas: Mapping[str, MultiPolygon], index: TerritoryIndex, lats: Degrees, lons: Degrees) -> list[Figure]:
    """The ways to ask whose land a place is, one after the other, on the same places."""
    few = lats[:_FEW], lons[:_FEW]
    ways: dict[str, tuple[Callable[[], object], int]] = {
        "Shapely as it comes, one place at a time": (lambda: _one_by_one(_fresh(areas), *few), _FEW),
        "Shapely prepared, one place at a time": (lambda: _one_by_one(_prepared(areas), *few), _FEW),
        "geopandas.sjoin": (lambda: _joined(areas, *few), _FEW),
        "Shapely prepared, vectorised": (lambda: _vectorised(_prepared(areas), lats, lons), _PLACES),
    }
    figures = [
        Figure("locate", f"locate, {name}: one place", _cpu_s(job) / count * 1e6, "us")
        for name, (job, count) in ways.items()
    ]
    ours_us = _cpu_s(lambda: index.locate(lats, lons)) / _PLACES * 1e6
    best_us = min(figure.value for figure in figures)
    return [
        *figures,
        Figure("locate", "locate, ours: one place", ours_us, "us", _LOCATE_GOAL_US),
        Figure("locate", "the best other : ours", best_us / ours_us, "x"),
    ]


def mixed_places(rng: np.random.Generator, count: int, index: TerritoryIndex) -> tuple[Degrees, Degrees]:
    """Places of mixed traffic: one in twenty within 2 km of a border, the others inland, none at sea."""
    near = round(count * _NEAR_SHARE)
    pieces = index.edges[rng.integers(0, len(index.edges), near)]
    reach = _NEAR_M / 111_200.0
    lats, lons = rng.uniform(49.3, 53.2, 4 * count + 100), rng.uniform(2.8, 7.3, 4 * count + 100)
    inland = np.flatnonzero((index.locate(lats, lons) > 0) & index.inland[index.grid.cell(lats, lons)])[: count - near]
    lats = np.concatenate((pieces[:, 0] + rng.uniform(-reach, reach, near), lats[inland]))
    lons = np.concatenate((pieces[:, 1] + rng.uniform(-reach, reach, near) * 1.55, lons[inland]))
    order = rng.permutation(len(lats))
    return lats[order], lons[order]


def _fresh(areas: Mapping[str, MultiPolygon]) -> list[BaseGeometry]:
    """Copies that nobody has prepared."""
    return [shapely.from_wkb(shapely.to_wkb(area)) for area in areas.values()]


def _prepared(areas: Mapping[str, MultiPolygon]) -> list[BaseGeometry]:
    polygons: list[BaseGeometry] = list(areas.values())
    shapely.prepare(polygons)
    return polygons


def _one_by_one(polygons: Sequence[BaseGeometry], lats: Degrees, lons: Degrees) -> None:
    for lat, lon in zip(lats.tolist(), lons.tolist(), strict=True):
        for polygon in polygons:
            shapely.intersects_xy(polygon, lon, lat)


def _vectorised(polygons: Sequence[BaseGeometry], lats: Degrees, lons: Degrees) -> None:
    for polygon in polygons:
        shapely.intersects_xy(polygon, lons, lats)


def _joined(areas: Mapping[str, MultiPolygon], lats: Degrees, lons: Degrees) -> None:
    places = GeoDataFrame(geometry=points_from_xy(lons, lats), crs="EPSG:4326")
    states = GeoDataFrame({"state": list(areas)}, geometry=list(areas.values()), crs="EPSG:4326")
    sjoin(places, states, predicate="intersects")


# ---------------------------------------------------------------- the whole tracker


def _tracking(index: TerritoryIndex) -> list[Figure]:
    figures = []
    for units in _UNITS:
        chunks = traffic(np.random.default_rng(2), units, index, fixes=max(200_000, 2 * units))
        goal = _TRACK_GOAL_US
        name = f"track, {units:,} units, chunks of 1,000: one fix"
        figures.append(Figure("locate", name, track_us(chunks, index), "us", goal))
    one = traffic(np.random.default_rng(3), 1_000, index, fixes=6_000, chunk=1)
    figures.append(Figure("locate", "track, chunks of one fix: one fix", track_us(one, index), "us", _ONE_GOAL_US))
    figures += stepped(traffic(np.random.default_rng(2), 1_000, index, fixes=6_000), index, firsts=1)
    chunks = traffic(np.random.default_rng(2), 100_000, index, fixes=200_000)
    figures.append(Figure("locate", "state a unit, name included", bytes_a_unit(chunks, index), "bytes", _STATE_GOAL))
    return figures


def traffic(
    rng: np.random.Generator, units: int, index: TerritoryIndex, *, fixes: int, chunk: int = _CHUNK
) -> list[Chunk]:
    """Cars of 25 m/s from mixed places to all sides, one fix a second each, 10 m off, as they come in: unit by unit."""
    lats, lons = mixed_places(rng, units, index)
    course = rng.uniform(0, 2 * np.pi, units)
    north, east = 25.0 * np.cos(course) / 111_200.0, 25.0 * np.sin(course) / (111_300.0 * np.cos(np.radians(lats)))
    names = [f"BE/CAR-{unit}" for unit in range(units)]
    seconds = -(-fixes // units)
    noise = rng.normal(0.0, 10.0 / 111_200.0, (seconds, 2, units))
    chunks: list[Chunk] = []
    for second in range(seconds):
        here = lats + second * north + noise[second, 0], lons + second * east + noise[second, 1]
        chunks += [_chunk(names, slice(first, first + chunk), second, *here) for first in range(0, units, chunk)]
    return chunks


def _chunk(names: Sequence[str], which: slice, second: int, lats: Degrees, lons: Degrees) -> Chunk:
    units = names[which]
    count = len(units)
    unknown = np.full(count, np.nan)
    return Chunk(
        units=units, boots=["b"] * count, boot_keys=np.full(count, boot_key("b")),
        numbers=np.full(count, second), counted=np.ones(count, dtype=np.bool_),
        at_us=np.full(count, _START_US + second * 1_000_000), lats=lats[which], lons=lons[which],
        accuracy_m=np.full(count, 15.0), speed_mps=unknown, course_deg=unknown,
        movement=np.zeros(count, dtype=np.int8),
    )  # fmt: skip


def track_us(chunks: Sequence[Chunk], index: TerritoryIndex) -> float:
    """Microseconds for one fix of this traffic, after the first fix of each unit; the median of three."""
    firsts, later = _firsts(chunks)
    times = []
    for _ in range(3):
        tracks = _tracked(Tracks(), firsts, index)
        begin = time.process_time()
        _tracked(tracks, later, index)
        times.append(time.process_time() - begin)
    return sorted(times)[1] / sum(map(len, later)) * 1e6


def _firsts(chunks: Sequence[Chunk]) -> tuple[list[Chunk], list[Chunk]]:
    """The chunks in which every unit is new, and the others."""
    begin = int(chunks[0].at_us[0])
    return [c for c in chunks if c.at_us[0] == begin], [c for c in chunks if c.at_us[0] != begin]


def _tracked(tracks: Tracks, chunks: Sequence[Chunk], index: TerritoryIndex) -> Tracks:
    for chunk in chunks:
        tracks.adopt(observe(tracks, chunk, index).change)
    return tracks


def bytes_a_unit(chunks: Sequence[Chunk], index: TerritoryIndex) -> float:
    """What the tracks hold for one unit after this traffic: arrays, closer looks, its name and the way to its row."""
    gc.collect()
    tracemalloc.start()
    tracks = Tracks()
    for chunk in chunks:
        named = replace(chunk, units=[f"{name}" + "" for name in map(str.strip, chunk.units)])
        tracks.adopt(observe(tracks, named, index).change)
    del named
    gc.collect()
    held, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    names = sum(name.__sizeof__() for name in tracks.row_of)
    return (held + names) / len(tracks)


def _cpu_s(job: Callable[[], object]) -> float:
    """The median of three, after one to warm up."""
    job()
    times = []
    for _ in range(3):
        begin = time.process_time()
        job()
        times.append(time.process_time() - begin)
    return sorted(times)[1]
