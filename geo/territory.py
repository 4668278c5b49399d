"""Whose land a place is on: a territory is the set of states it belongs to.

A set, because some ground belongs to two states at once: the rivers Moselle, Sauer and Our are held by Luxembourg and
Germany together. The empty set is ground of no state known here: the high sea, or a country outside the map.

A table of small cells answers for every cell that lies wholly inside one territory; only in cells that a border runs
through is Shapely asked, and only about the states whose border it is.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from geo.cells import CellGrid, cells_apart, grid_over, runs_of_free_cells
from geo.geometry import Bounds, bounds, covers, edges

__all__ = ["OUTSIDE", "InvalidAreaError", "Territory", "TerritoryIndex"]

Territory = frozenset[str]
"""The states a place belongs to, by ISO 3166 code."""

OUTSIDE: Territory = frozenset()
"""Ground of no state of the layer."""

_CELL_DEG = 0.005
_MOST_CELLS = 15_000_000
_MOST_STATES = 62
_MOST_STATES_A_CELL = 12
_AT_ONCE = 8_192
"""So many places near borders are asked about together: more would only fill memory."""

Degrees = NDArray[np.float64]

Bits = NDArray[np.int64]
"""Territories as numbers: bit k stands for the k-th state in alphabetical order."""


class InvalidAreaError(ValueError):
    """An area that cannot be a state's: which, what was expected, what came."""


@dataclass(frozen=True, slots=True, eq=False)
class TerritoryIndex:
    """Answers for many places at once whose land they are on. Made by `TerritoryIndex.build`.

    Attributes:
        territories: every territory that can be answered; the first is OUTSIDE.
        grid: where the cells lie.
        codes: for each cell the index of its territory, or -1 - k for the k-th cell with a border in it.
        edges: every piece of border once, (lat, lon, to_lat, to_lon) a row, degrees.
        edge_starts: where each cell with a border begins in `edge_numbers`, and the end.
        edge_numbers: the pieces of border of each such cell, as rows of `edges`.
        inland: cells that no border runs through, nor through any of the eight around them.
    """

    territories: tuple[Territory, ...]
    grid: CellGrid
    codes: NDArray[np.int32]
    edges: NDArray[np.float64]
    edge_starts: NDArray[np.int32]
    edge_numbers: NDArray[np.int32]
    inland: NDArray[np.bool_]
    _numbers: Mapping[Territory, int]
    _areas: NDArray[np.object_]
    _keys: Bits
    _whole: Bits
    _asked: Bits

    @classmethod
    def build(cls, areas: Mapping[str, BaseGeometry], *, cell_deg: float = _CELL_DEG) -> "TerritoryIndex":
        """Prepare the lookup for areas by state code: polygons in degrees, WGS 84, x the longitude.

        Areas may overlap (the overlap belongs to both) and leave gaps (which are OUTSIDE). For layers of the size of a
        continent cells grow beyond `cell_deg`, so that the table stays below 75 MB.

        Raises:
            InvalidAreaError: no area, an area that is no valid polygon, or one outside -90..90, -180..180 degrees.
        """
        states = sorted(areas)
        _check_count(states)
        for state in states:
            _check_area(state, areas[state])
        polygons = tuple(areas[state] for state in states)
        shapely.prepare(polygons)
        return _Build(polygons, cell_deg).index(states)

    def locate(self, lats: NDArray[np.float64], lons: NDArray[np.float64]) -> NDArray[np.int32]:
        """For each place the index of its territory in `territories`.

        A place exactly on a border belongs to the states on both sides: it cannot be told apart, and whoever must not
        miss an entry is better served by both. What a unit's territory is there, says `geo.crossing`.

        Args:
            lats: degrees, finite.
            lons: degrees within -180..180, as many.

        Raises:
            ValueError: places that are not finite, or arrays of different length.
        """
        _check_places(lats, lons)
        answer: NDArray[np.int32] = self.codes[self.grid.cell(lats, lons)]
        open_ones = np.flatnonzero(answer < 0)
        for begin in range(0, open_ones.size, _AT_ONCE):
            some = open_ones[begin : begin + _AT_ONCE]
            answer[some] = self._ask(-1 - answer[some], lats[some], lons[some])
        return answer

    def number_of(self, territory: Territory) -> int:
        """Where a territory stands in `territories`; that of OUTSIDE where it cannot be answered here."""
        return self._numbers.get(territory, 0)

    def territory_at(self, lat: float, lon: float) -> Territory:
        """The territory of one place, degrees; many places are asked faster together by `locate`."""
        return self.territories[int(self.locate(np.array([lat]), np.array([lon]))[0])]

    def _ask(self, border_cells: NDArray[np.int32], lats: Degrees, lons: Degrees) -> NDArray[np.int32]:
        """Ask the polygons about places in cells with a border; the states that cover the whole cell are known."""
        bit = np.int64(1) << np.arange(len(self._areas))
        there = (self._asked[border_cells] & bit[:, None]) != 0
        state, place = np.nonzero(there)
        there[state, place] = covers(self._areas[state], lats[place], lons[place])
        keys: Bits = self._whole[border_cells] | bit @ there
        answer: NDArray[np.int32] = np.searchsorted(self._keys, keys).astype(np.int32)
        return answer


class _Build:
    """The making of an index: borders into cells, then a territory for every free cell."""

    def __init__(self, areas: tuple[BaseGeometry, ...], cell_deg: float) -> None:
        self.areas = areas
        borders = [edges(area) for area in areas]
        states = np.repeat(np.int64(1) << np.arange(len(areas)), [len(border) for border in borders])
        pieces, states_of_edge = _each_once(np.concatenate(borders), states)
        self.grid = grid_over(_around([bounds(area) for area in areas]), cell_deg, _MOST_CELLS)
        cells, numbers = self.grid.cells_of_edges(pieces)
        order, self.edge_numbers = _as_they_come(numbers)
        self.edges, states_of_edge = pieces[order], states_of_edge[order]
        self.marked, row_of = np.unique(cells, return_inverse=True)
        self.edge_starts = np.searchsorted(row_of, np.arange(len(self.marked) + 1))
        self.asked = np.bitwise_or.reduceat(states_of_edge[self.edge_numbers], self.edge_starts[:-1])

    def index(self, states: list[str]) -> TerritoryIndex:
        firsts, lengths = runs_of_free_cells(self.grid, self.marked)
        free = self._covering(firsts)
        whole = self._covering(self.marked) & ~self.asked
        keys = _every_answer(free, whole, self.asked)
        codes = np.repeat(np.searchsorted(keys, free).astype(np.int32), lengths)
        codes[self.marked] = -1 - np.arange(len(self.marked), dtype=np.int32)
        territories = tuple(frozenset(states[bit] for bit in _bits(int(key))) for key in keys)
        return TerritoryIndex(
            territories=territories,
            grid=self.grid,
            codes=codes,
            edges=self.edges,
            edge_starts=self.edge_starts.astype(np.int32),
            edge_numbers=self.edge_numbers.astype(np.int32),
            inland=cells_apart(self.grid, self.marked),
            _numbers={territory: number for number, territory in enumerate(territories)},
            _areas=np.array(self.areas, dtype=np.object_),
            _keys=keys,
            _whole=whole,
            _asked=self.asked,
        )

    def _covering(self, cells: NDArray[np.int64]) -> Bits:
        """The states over the middle of each cell."""
        lats, lons = self.grid.centre(cells)
        keys = np.zeros(len(cells), dtype=np.int64)
        for state, area in enumerate(self.areas):
            keys |= covers(area, lats, lons).astype(np.int64) << state
        return keys


def _each_once(borders: Degrees, states: Bits) -> tuple[Degrees, Bits]:
    """Pieces of border that two states share, or that came twice, once each, with the bits of all their states."""
    # Neither a sum nor a span tells which end came first; the slope tells the two diagonals of a box apart.
    middles = np.column_stack((borders[:, 0] + borders[:, 2], borders[:, 1] + borders[:, 3]))
    steps = borders[:, 2:] - borders[:, :2]
    marks = np.column_stack((middles, np.abs(steps), np.sign(steps[:, 0]) * np.sign(steps[:, 1])))
    order = np.lexsort(marks.T)
    alike = marks[order]
    first = np.flatnonzero(np.concatenate(([True], np.any(alike[1:] != alike[:-1], axis=1))))
    return np.ascontiguousarray(borders[order[first]]), np.bitwise_or.reduceat(states[order], first)


def _as_they_come(numbers: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """The order in which numbers come up first, and each as its place in that order.

    What lies in one cell is then side by side in memory: to look it up costs a fraction.
    """
    order = numbers[np.sort(np.unique(numbers, return_index=True)[1])]
    place = np.empty(len(order), dtype=np.int64)
    place[order] = np.arange(len(order))
    return order, place[numbers]


def _every_answer(free: Bits, whole: Bits, asked: Bits) -> Bits:
    """Every territory that can come out: of the free cells, and any mix of the states that meet in a cell."""
    answers = {0, *np.unique(free).tolist()}
    for always, sometimes in np.unique(np.column_stack((whole, asked)), axis=0).tolist():
        meeting = sometimes.bit_count()
        if meeting > _MOST_STATES_A_CELL:
            message = f"areas: expected at most {_MOST_STATES_A_CELL} that meet within one cell, got {meeting}"
            raise InvalidAreaError(message)
        mix = sometimes
        while mix:  # every subset of the bits, the classic descent
            answers.add(always | mix)
            mix = (mix - 1) & sometimes
        answers.add(always)
    return np.array(sorted(answers), dtype=np.int64)


def _bits(key: int) -> Iterator[int]:
    """The places of the bits that are set, lowest first."""
    while key:
        yield (key & -key).bit_length() - 1
        key &= key - 1


def _around(boxes: list[Bounds]) -> Bounds:
    south, west, north, east = zip(*boxes, strict=True)
    return min(south), min(west), max(north), max(east)


def _check_count(states: list[str]) -> None:
    if not 1 <= len(states) <= _MOST_STATES:
        message = f"areas: expected 1 to {_MOST_STATES} states, got {len(states)}"
        raise InvalidAreaError(message)


def _check_area(state: str, area: BaseGeometry) -> None:
    if area.geom_type not in {"Polygon", "MultiPolygon"} or area.is_empty:
        message = f"area of {state}: expected a polygon, got {'an empty' if area.is_empty else 'a'} {area.geom_type}"
        raise InvalidAreaError(message)
    south, west, north, east = bounds(area)
    if south < -90 or north > 90 or west < -180 or east > 180:
        message = f"area of {state}: expected degrees within -90..90 and -180..180, got {south, west} to {north, east}"
        raise InvalidAreaError(message)
    if not area.is_valid:
        message = f"area of {state}: expected a valid polygon, got one with {shapely.is_valid_reason(area)}"
        raise InvalidAreaError(message)


def _check_places(lats: Degrees, lons: Degrees) -> None:
    if lats.shape != lons.shape or lats.ndim != 1:
        message = f"places: expected as many longitudes as latitudes, got {lons.shape} and {lats.shape}"
        raise ValueError(message)
    finite = np.isfinite(lats) & np.isfinite(lons)
    if not finite.all():
        first = int(np.argmin(finite))
        message = f"place {first}: expected finite degrees, got {lats[first], lons[first]}"
        raise ValueError(message)
