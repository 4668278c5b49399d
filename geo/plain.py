"""Plain fixes: the next one of a unit inland, far from any border, judged all at once.

A unit's fixes of a chunk are plain together or not at all. What is plain here would come out the same if it was looked
at closely; this is only faster.
"""

import math
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from geo.geodesy import LONGEST_DEGREE_M, SHORTEST_DEGREE_M
from geo.motion import CIRCLE_TO_SIGMA
from geo.movement import MOVEMENTS, limits_of
from geo.outcome import LAST_US, Outcome
from geo.reading import Chunk
from geo.settings import TrackerSettings
from geo.territory import TerritoryIndex
from geo.tracks import COLUMNS, NEVER, Tracks

__all__ = ["Plain", "judge_plainly"]

Numbers = NDArray[np.int64]
Flags = NDArray[np.bool_]

_SLACK_M = 2.0
_LONGEST_S = 20.0
_FASTEST_MPS = np.array([min(limits_of(movement).fastest_mps / 1.5, 60.0) for movement in MOVEMENTS])
"""A way no faster than this along each axis is no jump."""
_DEFAULT_M = np.array([limits_of(movement).accuracy_m for movement in MOVEMENTS])
_SLOWEST_FROZEN_MPS = 3.0


@dataclass(frozen=True, slots=True, eq=False)
class Plain:
    """What the plain fixes of a chunk mean, with room for the others.

    Attributes:
        outcome: of each fix of the chunk; without meaning where it is not plain.
        territory: the same.
        before: seconds since the fix before, its latitude and longitude; NaN where there is none.
        others: the fixes that are not plain, in order.
        rows: the rows that the plain ones change.
        columns: their new values.
    """

    outcome: NDArray[np.int8]
    territory: NDArray[np.int32]
    before: NDArray[np.float64]
    others: Numbers
    rows: Numbers
    columns: dict[str, NDArray[Any]]


@dataclass(frozen=True, slots=True, eq=False)
class _Sorted:
    """The chunk ordered by unit: for each fix its place in the chunk, and what came before it."""

    order: Numbers
    starts: Numbers
    first: Flags
    known: Flags
    row: Numbers
    at_us: Numbers
    lat: NDArray[np.float64]
    lon: NDArray[np.float64]
    boot: Numbers
    counted_to: Numbers


def judge_plainly(
    tracks: Tracks, chunk: Chunk, rows: Numbers, index: TerritoryIndex, settings: TrackerSettings
) -> Plain:
    """Judge the plain fixes of a chunk, and name the others; `rows` are those of the fixes' units in the tracks."""
    if not len(chunk):
        return _nothing()
    before = _sorted(tracks, chunk, rows)
    outcome, cell, plain = _judged(tracks, chunk, before, index, settings)
    whole = np.logical_and.reduceat(plain, before.starts)
    of_unit = np.repeat(whole, np.diff(np.append(before.starts, len(chunk))))
    outcomes, territory = np.empty(len(chunk), dtype=np.int8), np.empty(len(chunk), dtype=np.int32)
    outcomes[before.order], territory[before.order] = outcome, index.codes[cell]
    changed, columns = _changed(tracks, chunk, before, np.flatnonzero(whole), index.codes[cell])
    return Plain(outcomes, territory, _way(chunk, before), np.sort(before.order[~of_unit]), changed, columns)


def _nothing() -> Plain:
    columns: dict[str, NDArray[Any]] = {name: np.empty(0, dtype=kind) for name, kind in COLUMNS.items()}
    none = np.empty(0, dtype=np.int64)
    return Plain(np.empty(0, dtype=np.int8), np.empty(0, dtype=np.int32), np.empty((0, 3)), none, none, columns)


def _sorted(tracks: Tracks, chunk: Chunk, rows: Numbers) -> _Sorted:
    order = np.argsort(rows, kind="stable")
    row = rows[order]
    first = np.concatenate(([True], row[1:] != row[:-1]))
    starts = np.flatnonzero(first)
    fresh = row[starts] >= len(tracks)
    stored = np.where(fresh, 0, row[starts])
    columns = tracks.columns

    def shifted(values: NDArray[Any], column: str) -> NDArray[Any]:
        known_before = columns[column][stored]
        if len(starts) == len(values):
            return known_before
        moved = np.empty_like(values)
        moved[1:] = values[:-1]
        moved[starts] = known_before
        return moved

    known = np.ones(len(row), dtype=np.bool_)
    known[starts] = ~fresh & (columns["at_us"][stored] != NEVER)
    return _Sorted(
        order, starts, first, known, row,
        shifted(chunk.at_us[order], "at_us"),
        shifted(chunk.lats[order], "lat"), shifted(chunk.lons[order], "lon"),
        shifted(chunk.boot_keys[order], "boot"), shifted(chunk.numbers[order], "counted_to"),
    )  # fmt: skip


def _judged(
    tracks: Tracks, chunk: Chunk, before: _Sorted, index: TerritoryIndex, settings: TrackerSettings
) -> tuple[NDArray[np.int8], Numbers, Flags]:
    """Outcome, cell and whether it is plain, for each fix in the order of units."""
    order, grid = before.order, index.grid
    lost = np.zeros(len(order), dtype=np.bool_)
    begun = before.first & before.known
    lost[begun] = tracks.columns["lost"][before.row[begun]]
    lat, lon, at_us, number = chunk.lats[order], chunk.lons[order], chunk.at_us[order], chunk.numbers[order]
    with np.errstate(invalid="ignore"):  # NaN is in no cell and never plain
        on_earth = (np.abs(lat) <= 90.0) & (np.abs(lon) <= 180.0) & ((np.abs(lat) >= 0.01) | (np.abs(lon) >= 0.01))
        cell_row, cell_column = grid.row(lat), grid.column(lon)
        from_row, from_column = grid.row(before.lat), grid.column(before.lon)
        speed, code = chunk.speed_mps[order], chunk.movement[order]
        accuracy = np.where(np.isnan(chunk.accuracy_m[order]), _DEFAULT_M[code], chunk.accuracy_m[order])
        cell = cell_row * grid.columns + cell_column
        seconds = (at_us - before.at_us) / 1e6
        reach = _FASTEST_MPS[code] * settings.speed_factor * seconds
        moved = (lat != before.lat) | (lon != before.lon)
        next_one = (
            (chunk.boot_keys[order] == before.boot)
            & (number > before.counted_to)
            & (seconds > 0.0)
            & (seconds <= min(_LONGEST_S, settings.gap_after_s, settings.contact_lost_after_s))
            & (np.abs(lat - before.lat) * LONGEST_DEGREE_M <= reach)
            & (np.abs(lon - before.lon) * _longest_east_m(lat, before.lat) <= reach)
            & (np.abs(cell_row - from_row) <= 1)
            & (np.abs(cell_column - from_column) <= 1)
            & index.inland[from_row * grid.columns + from_column]
            & (moved | ~(speed >= _SLOWEST_FROZEN_MPS))
            & ~lost
        )
        plain = (
            on_earth
            & index.inland[cell]
            & (accuracy <= min(_widest_m(index, settings), settings.coarse_m))
            & (accuracy >= 0.0)
            & (next_one | ~before.known)
        )
    plain &= (at_us >= 0) & (at_us <= LAST_US)
    if chunk.arrived_us is not None:
        plain &= at_us <= chunk.arrived_us[order] + settings.ahead_us
    if tracks.watches:
        watched = map(tracks.watches.__contains__, before.row.tolist())
        plain &= ~np.fromiter(watched, dtype=np.bool_, count=len(plain))
    hole = chunk.counted[order] & (number > before.counted_to + 1) & (at_us - before.at_us > settings.hole_after_us)
    outcome = np.where(hole, np.int8(Outcome.GAP), np.int8(Outcome.MOVED))
    outcome[~before.known] = Outcome.FIRST
    return outcome, cell, plain


def _longest_east_m(lats: NDArray[np.float64], other_lats: NDArray[np.float64]) -> NDArray[np.float64]:
    """A degree of longitude is nowhere longer between these latitudes; at a pole it is taken for a metre."""
    nearest = np.minimum(np.abs(lats), np.abs(other_lats))
    longest: NDArray[np.float64] = np.maximum(LONGEST_DEGREE_M * np.cos(np.radians(nearest)), 1.0)
    return longest


def _widest_m(index: TerritoryIndex, settings: TrackerSettings) -> float:
    """So wide a circle may be that a unit inland, a whole cell from any border, is surely on its ground."""
    grid = index.grid
    north = max(abs(grid.south), abs(grid.south + grid.rows * grid.cell_deg))
    cell_m = grid.cell_deg * SHORTEST_DEGREE_M * math.cos(math.radians(min(north, 90.0)))
    return (cell_m - _SLACK_M) / (CIRCLE_TO_SIGMA * settings.most_sigmas)


def _way(chunk: Chunk, before: _Sorted) -> NDArray[np.float64]:
    way = np.empty((len(chunk), 3))
    seconds = (chunk.at_us[before.order] - before.at_us) / 1e6
    way[before.order] = np.column_stack((seconds, before.lat, before.lon))
    way[before.order[~before.known]] = np.nan
    return way


def _changed(
    tracks: Tracks, chunk: Chunk, before: _Sorted, whole: Numbers, territory: NDArray[np.int32]
) -> tuple[Numbers, dict[str, NDArray[Any]]]:
    """The rows of the units whose fixes are all plain, and their values after the newest."""
    ends = np.append(before.starts[1:], len(chunk)) - 1
    seen = _seen(tracks, chunk, before, ends)[whole]
    starts, ends = before.starts[whole], ends[whole]
    newest, known = before.order[ends], before.known[starts]
    boot_before = np.where(known, tracks.columns["boot_before"][np.where(known, before.row[starts], 0)], 0)
    columns: dict[str, NDArray[Any]] = {
        "at_us": chunk.at_us[newest],
        "lat": chunk.lats[newest],
        "lon": chunk.lons[newest],
        "accuracy_m": chunk.accuracy_m[newest],
        "boot": chunk.boot_keys[newest],
        "number": chunk.numbers[newest],
        "counted_to": chunk.numbers[newest],
        "seen": seen,
        "boot_before": boot_before,
        "territory": territory[ends],
        "movement": chunk.movement[newest],
        "lost": np.zeros(len(ends), dtype=np.bool_),
    }
    return before.row[ends], columns


def _came(numbers: Numbers, newest: Numbers, starts: Numbers) -> NDArray[np.uint64]:
    """Which numbers the chunk has of each unit, counted back from its newest."""
    back = np.repeat(newest, np.diff(np.append(starts, len(numbers)))) - numbers
    bits = np.where((back >= 0) & (back < 64), np.uint64(1) << np.clip(back, 0, 63).astype(np.uint64), np.uint64(0))
    came: NDArray[np.uint64] = np.bitwise_or.reduceat(bits, starts)
    return came


def _seen(tracks: Tracks, chunk: Chunk, before: _Sorted, ends: Numbers) -> NDArray[np.uint64]:
    """Which of the last 64 numbers came: those of the chunk, and those known before."""
    numbers = chunk.numbers[before.order]
    newest = numbers[ends]
    came = np.ones(len(ends), dtype=np.uint64) if len(ends) == len(chunk) else _came(numbers, newest, before.starts)
    step = newest - before.counted_to[before.starts]
    stored = tracks.columns["seen"][np.where(before.known[before.starts], before.row[before.starts], 0)]
    kept = (step >= 0) & (step < 64) & before.known[before.starts]
    moved = stored << np.clip(step, 0, 63).astype(np.uint64)
    seen: NDArray[np.uint64] = np.bitwise_or(came, moved, out=came.copy(), where=kept)
    return seen
