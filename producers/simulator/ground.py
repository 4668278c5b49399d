"""The borders as the simulator walks them: lines on the flat map, with random places on them and true distances.

A land border is a piece of line with a different state on either side. What runs through the sea is left out by three
boxes; the coast and the outer edge of the map have no state on one side.
"""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import shapely
from numpy.typing import NDArray

from geo.cells import cut_short
from geo.territory import OUTSIDE, TerritoryIndex
from producers.simulator.metres import Floats, Places, radii_m, to_metres

__all__ = ["BorderLine", "Ground", "Spot", "ground_of"]

_BESIDE_M = 0.3
_PIECE_DEG = 0.005
"""Straight in degrees is straight on the flat map within 7 mm, for pieces this short."""
_CHORD_M = 100.0
_AT_SEA = (
    (51.375, 1.0, 52.0, 3.370),  # off the Zwin
    (51.090, 1.0, 52.0, 2.560),  # off De Panne
    (53.240, 6.0, 55.0, 7.250),  # the Dollart and the Ems
)
"""South, west, north, east of where states meet at sea."""


@dataclass(frozen=True, slots=True, eq=False)
class BorderLine:
    """A land border from one end, or meeting with another, to the next.

    Attributes:
        places_m: its vertices.
        along_m: how far each lies from its beginning.
    """

    places_m: Places
    along_m: Floats

    def at(self, along_m: Floats) -> Places:
        """The places so far along the line; its ends for what is beyond them."""
        return np.column_stack([np.interp(along_m, self.along_m, self.places_m[:, axis]) for axis in (0, 1)])

    def part(self, begin_m: float, end_m: float) -> Places:
        """The line from here to there, with all vertices in between."""
        inner = (self.along_m > begin_m) & (self.along_m < end_m)
        ends = self.at(np.array([begin_m, end_m]))
        return np.concatenate((ends[:1], self.places_m[inner], ends[1:]))


@dataclass(frozen=True, slots=True)
class Spot:
    """A place on a border: the number of the line, and how far along it."""

    line: int
    along_m: float


@dataclass(frozen=True, slots=True, eq=False)
class Ground:
    """The borders on the flat map; made by `ground_of`.

    Attributes:
        index: whose land is where.
        lines: the land borders.
    """

    index: TerritoryIndex
    lines: tuple[BorderLine, ...]
    _land: shapely.STRtree
    _line_of_piece: NDArray[np.int64]
    _any: shapely.STRtree

    def pick(self, rng: np.random.Generator) -> Spot:
        """A place on a land border by chance; every metre of border is as likely."""
        ends_m = np.cumsum([line.along_m[-1] for line in self.lines])
        at_m = float(rng.uniform(0.0, ends_m[-1]))
        line = int(np.searchsorted(ends_m, at_m))
        return Spot(line, at_m - float(ends_m[line] - self.lines[line].along_m[-1]))

    def place_m(self, spot: Spot) -> Places:
        """Where the spot lies: one row."""
        return self.lines[spot.line].at(np.array([spot.along_m]))

    def bearing_rad(self, spot: Spot) -> float:
        """The direction of the line about there, over 200 m of it; clockwise from the map's north."""
        chord = self.lines[spot.line].at(np.array([spot.along_m - _CHORD_M, spot.along_m + _CHORD_M]))
        east_m, north_m = chord[1] - chord[0]
        return float(np.arctan2(east_m, north_m))

    def nearest(self, place_m: Places) -> Spot:
        """The spot on a land border that is nearest to a place (one row)."""
        piece = int(self._land.nearest(shapely.points(place_m[0])))
        number = int(self._line_of_piece[piece])
        line = self.lines[number]
        begin = piece - int(np.searchsorted(self._line_of_piece, number))
        step = line.places_m[begin + 1] - line.places_m[begin]
        share = np.clip((place_m[0] - line.places_m[begin]) @ step / (step @ step), 0.0, 1.0)
        return Spot(number, float(line.along_m[begin] + share * np.hypot(*step)))

    def distance_m(self, places_m: Places, most_m: float = 2_000.0) -> Floats:
        """How far each place is from the nearest border of any kind; `most_m` for what is farther."""
        found, distances_m = self._any.query_nearest(
            shapely.points(places_m), max_distance=most_m, return_distance=True, all_matches=False
        )
        answer = np.full(len(places_m), most_m)
        answer[found[0]] = distances_m
        return answer


@lru_cache(maxsize=4)
def ground_of(index: TerritoryIndex) -> Ground:
    """The borders of an index on the flat map; made once (about 1 s for the Benelux and its neighbours).

    Raises:
        ValueError: no two states of the index meet on land.
    """
    edges = _pieces(_once(index.edges))
    land = _is_land(edges, index)
    if not land.any():
        message = "borders: expected two states that meet on land, got none"
        raise ValueError(message)
    merged = shapely.line_merge(shapely.multilinestrings(_drawn(edges[land])))
    lines = tuple(_line(part) for part in shapely.get_parts(merged))
    pieces = np.concatenate([np.stack((line.places_m[:-1], line.places_m[1:]), axis=1) for line in lines])
    line_of_piece = np.repeat(np.arange(len(lines)), [len(line.along_m) - 1 for line in lines])
    return Ground(index, lines, shapely.STRtree(_as_lines(pieces)), line_of_piece, shapely.STRtree(_drawn(edges)))


def _once(edges: Floats) -> Floats:
    """Each edge once: two states that meet have it each, mostly in opposite directions."""
    back = (edges[:, 0] > edges[:, 2]) | ((edges[:, 0] == edges[:, 2]) & (edges[:, 1] > edges[:, 3]))
    return np.unique(np.where(back[:, None], edges[:, [2, 3, 0, 1]], edges), axis=0)


def _pieces(edges: Floats) -> Floats:
    _, *ends = cut_short(edges, _PIECE_DEG)
    return np.column_stack(ends)


def _is_land(edges: Floats, index: TerritoryIndex) -> NDArray[np.bool_]:
    """Where the states 30 cm to the left and to the right differ, and both sides have one."""
    lat, lon = (edges[:, 0] + edges[:, 2]) / 2, (edges[:, 1] + edges[:, 3]) / 2
    to_north, to_east = radii_m(lat)
    north, east = (edges[:, 2] - edges[:, 0]) * to_north, (edges[:, 3] - edges[:, 1]) * to_east
    beside = np.degrees(_BESIDE_M) / np.hypot(north, east)
    aside_lat, aside_lon = -east * beside / to_north, north * beside / to_east
    left = index.locate(lat + aside_lat, lon + aside_lon)
    right = index.locate(lat - aside_lat, lon - aside_lon)
    nowhere = index.territories.index(OUTSIDE)
    on_land: NDArray[np.bool_] = (left != right) & (left != nowhere) & (right != nowhere) & ~_at_sea(lat, lon)
    return on_land


def _at_sea(lat: Floats, lon: Floats) -> NDArray[np.bool_]:
    at_sea = np.zeros(len(lat), dtype=np.bool_)
    for south, west, north, east in _AT_SEA:
        at_sea |= (lat > south) & (lat < north) & (lon > west) & (lon < east)
    return at_sea


def _drawn(edges: Floats) -> NDArray[np.object_]:
    """Each edge as a line on the flat map; ends that meet in degrees meet there."""
    ends = to_metres(np.concatenate((edges[:, 0], edges[:, 2])), np.concatenate((edges[:, 1], edges[:, 3])))
    return _as_lines(np.stack((ends[: len(edges)], ends[len(edges) :]), axis=1))


def _as_lines(pieces: Floats) -> NDArray[np.object_]:
    return np.asarray(shapely.linestrings(pieces), dtype=np.object_)


def _line(part: shapely.Geometry) -> BorderLine:
    places_m = shapely.get_coordinates(part)
    along_m = np.concatenate(([0.0], np.cumsum(np.hypot(*np.diff(places_m, axis=0).T))))
    return BorderLine(places_m, along_m)
