"""How far it is to the nearest border, and where that is: in metres on the ellipsoid, for many places at once.

Each place is looked at in a flat frame of its own, scaled by the radii of curvature there; over the few kilometres that
are asked for, that is right to some parts in 10,000. Not across the antimeridian, where none of our borders lies.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from geo.geodesy import SHORTEST_DEGREE_M, metres_per_degrees
from geo.territory import TerritoryIndex

__all__ = ["Nearest", "nearest_border"]

Metres = NDArray[np.float64]
Degrees = NDArray[np.float64]
Numbers = NDArray[np.int64]
_Places = tuple[Metres, Metres]
"""How far north and how far east."""


@dataclass(frozen=True, slots=True)
class Nearest:
    """The nearest point of any border, seen from each place; without one within reach, infinitely far and due north.

    Attributes:
        distance_m: how far it is.
        east_m: how far to the east.
        north_m: how far to the north.
    """

    distance_m: Metres
    east_m: Metres
    north_m: Metres


def nearest_border(lats: Degrees, lons: Degrees, within_m: Metres, index: TerritoryIndex) -> Nearest:
    """The nearest border of each place, if it is not farther than `within_m` of that place.

    Args:
        lats: degrees, finite.
        lons: degrees, as many.
        within_m: how far to look, metres, one a place; the time it takes grows with its square.
        index: the borders.
    """
    north_m, east_m = metres_per_degrees(lats)
    place, cell = _cells_around(lats, lons, within_m / SHORTEST_DEGREE_M, within_m / (0.999 * east_m), index)
    place, edge = _edges_of(place, cell, index)
    lat, lon, to_lat, to_lon = index.edges[edge].T
    here, away, north_of, east_of = lats[place], lons[place], north_m[place], east_m[place]
    begin = (lat - here) * north_of, (lon - away) * east_of
    end = (to_lat - here) * north_of, (to_lon - away) * east_of
    north, east = _nearest_of_pieces(begin, end)
    return _least(place, east, north, within_m)


def _cells_around(
    lats: Degrees, lons: Degrees, reach_lat: Degrees, reach_lon: Degrees, index: TerritoryIndex
) -> tuple[Numbers, Numbers]:
    """The cells with a border that lie around each place: two arrays side by side, place and border cell."""
    grid = index.grid
    low, high = grid.row(lats - reach_lat), grid.row(lats + reach_lat)
    left, right = grid.column(lons - reach_lon), grid.column(lons + reach_lon)
    wide = right - left + 1
    place, nth = _each((high - low + 1) * wide)
    row, column = np.divmod(nth, wide[place])
    code = index.codes[(low[place] + row) * grid.columns + left[place] + column]
    marked = code < 0
    return place[marked], -1 - code[marked].astype(np.int64)


def _edges_of(place: Numbers, cell: Numbers, index: TerritoryIndex) -> tuple[Numbers, Numbers]:
    """Every piece of border in those cells, side by side with its place."""
    starts = index.edge_starts[cell].astype(np.int64)
    item, nth = _each(index.edge_starts[cell + 1] - starts)
    return place[item], index.edge_numbers[starts[item] + nth].astype(np.int64)


def _each(counts: NDArray[np.integer]) -> tuple[Numbers, Numbers]:
    """For counts 2, 3: the items 0 0 1 1 1 and their turns 0 1 0 1 2."""
    item = np.repeat(np.arange(len(counts), dtype=np.int64), counts)
    return item, np.arange(len(item), dtype=np.int64) - np.repeat(np.cumsum(counts) - counts, counts)


def _nearest_of_pieces(begin: _Places, end: _Places) -> _Places:
    """The point of each piece that is nearest to the origin."""
    north, east = end[0] - begin[0], end[1] - begin[1]
    length_2 = np.maximum(north**2 + east**2, 1e-18)
    share = np.clip(-(begin[0] * north + begin[1] * east) / length_2, 0.0, 1.0)
    return begin[0] + share * north, begin[1] + share * east


def _least(place: Numbers, east: Metres, north: Metres, within_m: Metres) -> Nearest:
    """Of the points of each place the nearest, of several as near the first; `place` is in order."""
    found = Nearest(np.full(len(within_m), np.inf), np.zeros(len(within_m)), np.full(len(within_m), np.inf))
    if not len(place):
        return found
    distance_m = np.sqrt(east**2 + north**2)
    starts = np.flatnonzero(np.concatenate(([True], place[1:] != place[:-1])))
    least = np.repeat(np.minimum.reduceat(distance_m, starts), np.diff(np.append(starts, len(place))))
    nearest = np.flatnonzero((distance_m == least) & (distance_m <= within_m[place]))[::-1]
    found.distance_m[place[nearest]] = distance_m[nearest]
    found.east_m[place[nearest]], found.north_m[place[nearest]] = east[nearest], north[nearest]
    return found
