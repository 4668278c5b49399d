"""The cell grid: a table of small squares that knows which of them a border runs through, and which piece of border.

Cells are squares in degrees, numbered row by row from the south-west. An outermost ring of cells lies beyond every
border and stands for the rest of the world. The arithmetic from a place to its cell is monotone, and borders are
entered with a margin, so that a place in an unmarked cell is never on the other side of a border than its cell.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from geo.geometry import Bounds

__all__ = ["CellGrid", "cells_apart", "cut_short", "distinct", "grid_over", "runs_of_free_cells"]

Degrees = NDArray[np.float64]
CutLines = tuple[NDArray[np.int64], Degrees, Degrees, Degrees, Degrees]

_MARGIN_DEG = 1e-9
"""A tenth of a millimetre: a border this near to a cell counts as running through it."""


@dataclass(frozen=True, slots=True)
class CellGrid:
    """Where the squares lie."""

    south: float
    west: float
    cell_deg: float
    rows: int
    columns: int

    @property
    def size(self) -> int:
        """How many cells there are."""
        return self.rows * self.columns

    def row(self, lats: NDArray[np.float64]) -> NDArray[np.int64]:
        """The row of each latitude; what lies beyond the grid, or is no number, is in its outermost ring."""
        return _steps(lats, self.south, self.cell_deg, self.rows)

    def column(self, lons: NDArray[np.float64]) -> NDArray[np.int64]:
        """The column of each longitude; what lies beyond the grid, or is no number, is in its outermost ring."""
        return _steps(lons, self.west, self.cell_deg, self.columns)

    def cell(self, lats: NDArray[np.float64], lons: NDArray[np.float64]) -> NDArray[np.int64]:
        """The cell of each place."""
        return self.row(lats) * self.columns + self.column(lons)

    def centre(self, cells: NDArray[np.int64]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """Latitudes and longitudes of the middles of cells."""
        rows, columns = np.divmod(cells, self.columns)
        return self.south + (rows + 0.5) * self.cell_deg, self.west + (columns + 0.5) * self.cell_deg

    def cells_of_edges(self, edges: NDArray[np.float64]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """The cells that pieces of border run through, as two arrays side by side: cell, and number of the edge.

        A cell may be named that the edge only passes by; none is left out, and none is named twice for one edge.
        """
        # Half a cell, so that a piece with its margin never reaches over a whole cell between its ends' cells.
        edge_of, lat, lon, to_lat, to_lon = cut_short(edges, self.cell_deg / 2)
        low, high = np.minimum(lat, to_lat) - _MARGIN_DEG, np.maximum(lat, to_lat) + _MARGIN_DEG
        left, right = np.minimum(lon, to_lon) - _MARGIN_DEG, np.maximum(lon, to_lon) + _MARGIN_DEG
        rows, columns = (self.row(low), self.row(high)), (self.column(left), self.column(right))
        named = [(row * self.columns + column) * len(edges) + edge_of for row in rows for column in columns]
        pairs = distinct(np.concatenate(named))
        return pairs // len(edges), pairs % len(edges)


def grid_over(area: Bounds, cell_deg: float, most_cells: int) -> CellGrid:
    """A grid over an area and two rings of cells around it; cells grow where there would be too many of them.

    Two, so that what lies beyond the outer one is a whole cell away from the area.

    Args:
        area: what the grid has to hold, degrees.
        cell_deg: the side of a cell, degrees.
        most_cells: above so many the cells are made larger.
    """
    south, west, north, east = area
    side = max(cell_deg, float(np.sqrt((north - south + cell_deg) * (east - west + cell_deg) / most_cells)))
    rows, columns = (int(np.ceil(span / side)) + 5 for span in (north - south, east - west))
    return CellGrid(south - 2.5 * side, west - 2.5 * side, side, rows, columns)


def cut_short(lines: NDArray[np.float64], longest_deg: float) -> CutLines:
    """Lines (lat, lon, to_lat, to_lon a row) in pieces no longer than `longest_deg` along either axis.

    Returns:
        For each piece the number of its line, and its lat, lon, to_lat, to_lon.
    """
    lat, lon, to_lat, to_lon = lines.T
    reach = np.maximum(np.abs(to_lat - lat), np.abs(to_lon - lon))
    counts = np.maximum(np.ceil(reach / longest_deg).astype(np.int64), 1)
    line_of = np.repeat(np.arange(len(lines), dtype=np.int64), counts)
    if len(line_of) == len(lines):
        return line_of, lat, lon, to_lat, to_lon
    place = np.arange(len(line_of)) - np.repeat(np.cumsum(counts) - counts, counts)
    begin, end = place / counts[line_of], (place + 1) / counts[line_of]
    lat, lon, d_lat, d_lon = lat[line_of], lon[line_of], (to_lat - lat)[line_of], (to_lon - lon)[line_of]
    return line_of, lat + begin * d_lat, lon + begin * d_lon, lat + end * d_lat, lon + end * d_lon


def runs_of_free_cells(grid: CellGrid, marked: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Rows of cells side by side that no border parts: the first cell of each, and how far on the next begins.

    Marked cells between two runs are counted with the first, without meaning.
    """
    free = np.ones(grid.size, dtype=np.bool_)
    free[marked] = False
    starts = free.copy()
    starts[1:] &= ~free[:-1]
    starts[:: grid.columns] = True  # the ring is always free, so every row begins a run
    firsts = np.flatnonzero(starts)
    return firsts, np.diff(firsts, append=grid.size)


def distinct(numbers: NDArray[np.int64]) -> NDArray[np.int64]:
    """Each number once, in order; by sorting, which for a million of them is ten times faster than `numpy.unique`."""
    if not numbers.size:
        return numbers
    ordered = np.sort(numbers)
    return ordered[np.concatenate(([True], ordered[1:] != ordered[:-1]))]


def cells_apart(grid: CellGrid, marked: NDArray[np.int64]) -> NDArray[np.bool_]:
    """For every cell whether it is neither marked nor beside a marked one, corners included."""
    near = np.zeros((grid.rows, grid.columns), dtype=np.bool_)
    near.ravel()[marked] = True
    for axis in (0, 1):
        beside = near.copy()
        ahead, behind = np.moveaxis(near, axis, 0), np.moveaxis(beside, axis, 0)
        behind[1:] |= ahead[:-1]
        behind[:-1] |= ahead[1:]
        near = beside
    return ~near.ravel()


def _steps(degrees: NDArray[np.float64], origin: float, side: float, count: int) -> NDArray[np.int64]:
    # Limited before the cast: a float beyond the integers has no defined value as one. What is no number counts as 0.
    return np.fmin(np.fmax((degrees - origin) / side, 0), count - 1).astype(np.int64)
