"""The border lines the map draws: the very border that decides, each line once, coarse from afar and exact close up.

The lines come from the same polygons that decide a crossing, so that map and alert agree. A segment that stands in two
states' rings is the border between them; one that stands in a single ring is a limit towards the sea or towards a state
outside the layer, or, where it lies inside another state (the rivers that Luxembourg and Germany hold in common), one
bank of a condominium. Fills are the faces between the simplified lines, so that fill and line never disagree.

Everything is plain JSON: a line or ring is a flat list of whole numbers, in 1/100,000 degree, first longitude and
latitude, then the steps from point to point.
"""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely import LineString, MultiLineString, MultiPolygon, Polygon, STRtree

__all__ = ["TILE_DEG", "BorderLine", "border_lines", "overview", "simplified", "tiles"]

TILE_DEG = 0.25
OVERVIEW_TOLERANCE_M = 80.0
EXACT_TOLERANCE_M = 1.0
_SCALE = 100_000
_METRES_PER_DEGREE = 111_320.0
_CONDOMINIUM_GAP_DEG = 1e-6
_POINTS_PER_PIECE = 200

Json = dict[str, object]


@dataclass(frozen=True, slots=True)
class BorderLine:
    """A stretch of border or of an outer limit.

    Attributes:
        states: ISO codes on its two sides, sorted; a single one on an outer limit (sea, or a state outside the layer).
        line: WGS 84 longitude and latitude in degrees.
    """

    states: tuple[str, ...]
    line: LineString

    @property
    def kind(self) -> str:
        """`land` between two states of the layer, `outer` otherwise."""
        return "land" if len(self.states) > 1 else "outer"


def border_lines(areas: Mapping[str, MultiPolygon]) -> tuple[BorderLine, ...]:
    """Every line between two states, enclave rings included, and every outer limit, each once.

    Args:
        areas: the layer's polygons in WGS 84 by ISO code; shared borders are expected to share their vertices, as the
            layer's builder leaves them. Where an official layer does not, both states' lines are kept.

    Not handled: borders across the 180th meridian.
    """
    names = sorted(areas)
    segments, sides = _segments([areas[name] for name in names])
    found: list[BorderLine] = []
    for side in np.unique(sides):
        chosen = segments[sides == side]
        states = tuple(name for i, name in enumerate(names) if side & (1 << i))
        if len(states) > 1:
            found += _merged(chosen, states)
        else:
            found += _one_sided(chosen, states[0], areas)
    return tuple(found)


def simplified(lines: Iterable[BorderLine], tolerance_m: float) -> tuple[BorderLine, ...]:
    """The same lines with fewer points, nowhere further than `tolerance_m` from the original; ends stay in place.

    A ring too small to survive (the smaller enclaves of Baarle) is kept as it is.
    """
    lines = tuple(lines)
    lowest = min((min(abs(line.line.bounds[1]), abs(line.line.bounds[3])) for line in lines), default=0.0)
    # Metres per degree of longitude are most at the latitude nearest the equator: measured there, the error is a bound.
    stretch = math.cos(math.radians(lowest))
    return tuple(BorderLine(line.states, _simplified(line.line, tolerance_m, stretch)) for line in lines)


def overview(areas: Mapping[str, MultiPolygon], lines: Iterable[BorderLine]) -> Json:
    """The whole map at a glance: lines and fills within `OVERVIEW_TOLERANCE_M` of the border, and which tiles exist."""
    coarse = simplified(lines, OVERVIEW_TOLERANCE_M)
    return {"tolerance_m": OVERVIEW_TOLERANCE_M, "tile_deg": TILE_DEG, **_drawn(coarse, areas)}


def tiles(areas: Mapping[str, MultiPolygon], lines: Iterable[BorderLine]) -> dict[str, Json]:
    """The exact lines and fills, cut into squares of `TILE_DEG`: name `column_row` (floor of lon, lat / TILE_DEG)."""
    pieces = [piece for line in simplified(lines, EXACT_TOLERANCE_M) for piece in _pieces(line)]
    tree = STRtree([piece.line for piece in pieces])
    cells = sorted({cell for piece in pieces for cell in _cells(piece.line)})
    cut: dict[str, Json] = {}
    for column, row in cells:
        box = shapely.box(column * TILE_DEG, row * TILE_DEG, (column + 1) * TILE_DEG, (row + 1) * TILE_DEG)
        inside = [part for i in tree.query(box) for part in _clipped(pieces[i], box)]
        if inside:
            cut[f"{column}_{row}"] = _drawn(inside, areas, box)
    return cut


def _segments(areas: list[MultiPolygon]) -> tuple[NDArray[np.float64], NDArray[np.int64]]:
    """Every distinct segment of all rings (n, 4) and, as bits, whose rings it stands in."""
    found, owners = [], []
    for i, area in enumerate(areas):
        for ring in shapely.get_rings(shapely.get_parts(area)):
            points = shapely.get_coordinates(ring)
            ends = np.hstack([points[:-1], points[1:]])
            swap = (ends[:, 0] > ends[:, 2]) | ((ends[:, 0] == ends[:, 2]) & (ends[:, 1] > ends[:, 3]))
            ends[swap] = ends[swap][:, [2, 3, 0, 1]]
            found.append(ends)
            owners.append(np.full(len(ends), 1 << i, dtype=np.int64))
    if not found:
        return np.empty((0, 4)), np.empty(0, dtype=np.int64)
    keys = np.round(np.vstack(found) * 1e7).astype(np.int64)
    unique, place = np.unique(keys, axis=0, return_inverse=True)
    sides = np.zeros(len(unique), dtype=np.int64)
    np.bitwise_or.at(sides, place.ravel(), np.concatenate(owners))
    return unique / 1e7, sides


def _merged(segments: NDArray[np.float64], states: tuple[str, ...]) -> list[BorderLine]:
    whole = shapely.line_merge(MultiLineString([LineString(ends) for ends in segments.reshape(-1, 2, 2)]))
    return [BorderLine(states, part) for part in shapely.get_parts(whole)]


def _one_sided(segments: NDArray[np.float64], state: str, areas: Mapping[str, MultiPolygon]) -> list[BorderLine]:
    """Lines of a single state's ring: a condominium's bank where they lie inside another state, else an outer limit."""
    middles = shapely.points((segments[:, :2] + segments[:, 2:]) / 2)
    found: list[BorderLine] = []
    left = np.ones(len(segments), dtype=bool)
    for other, area in areas.items():
        if other != state:
            shapely.prepare(area)
            inside = left & shapely.dwithin(area, middles, _CONDOMINIUM_GAP_DEG)
            left &= ~inside
            if inside.any():
                found += _merged(segments[inside], tuple(sorted((state, other))))
    return found + (_merged(segments[left], (state,)) if left.any() else [])


def _simplified(line: LineString, tolerance_m: float, stretch: float) -> LineString:
    scaled = shapely.transform(line, lambda points: points * [stretch, 1.0])
    slim = shapely.simplify(scaled, tolerance_m / _METRES_PER_DEGREE, preserve_topology=False)
    ring_points = 4
    if slim.is_empty or (line.is_closed and len(slim.coords) < ring_points):
        return line
    return shapely.transform(slim, lambda points: points / [stretch, 1.0])


def _pieces(line: BorderLine) -> list[BorderLine]:
    """The line in short pieces that share their ends, so that cutting tiles does not read a long river each time."""
    points = shapely.get_coordinates(line.line)
    starts = [*range(0, len(points) - 1, _POINTS_PER_PIECE), len(points) - 1]
    return [BorderLine(line.states, LineString(points[a : b + 1])) for a, b in pairwise(starts)]


def _cells(line: LineString) -> Iterable[tuple[int, int]]:
    west, south, east, north = (math.floor(edge / TILE_DEG) for edge in line.bounds)
    return ((column, row) for column in range(west, east + 1) for row in range(south, north + 1))


def _clipped(piece: BorderLine, box: Polygon) -> list[BorderLine]:
    parts = shapely.get_parts(shapely.clip_by_rect(piece.line, *box.bounds))
    return [BorderLine(piece.states, part) for part in parts if isinstance(part, LineString) and part.length > 0]


def _drawn(lines: Iterable[BorderLine], areas: Mapping[str, MultiPolygon], box: Polygon | None = None) -> Json:
    """Lines by their states, and the faces between them by whose they are; `box` closes the faces of a tile."""
    lines = tuple(lines)
    edges = [line.line for line in lines] + ([box.exterior] if box is not None else [])
    faces = shapely.get_parts(shapely.polygonize([shapely.unary_union(edges)]))
    inside = shapely.point_on_surface(faces)
    fills = [
        {"states": states, "at": _packed(point), "rings": [_packed(ring) for ring in shapely.get_rings(face)]}
        for face, point in zip(faces, inside, strict=True)
        if (states := _holders(point, areas))
    ]
    whole = _joined(lines)
    return {
        "lines": [{"states": line.states, "kind": line.kind, "points": _packed(line.line)} for line in whole],
        "fills": fills,
    }


def _joined(lines: tuple[BorderLine, ...]) -> list[BorderLine]:
    """Pieces of the same border joined end to end again: fewer, longer lines."""
    by_states: dict[tuple[str, ...], list[LineString]] = {}
    for line in lines:
        by_states.setdefault(line.states, []).append(line.line)
    return [
        BorderLine(states, part)
        for states, parts in sorted(by_states.items())
        for part in shapely.get_parts(shapely.line_merge(MultiLineString(parts)))
    ]


def _holders(point: shapely.Geometry, areas: Mapping[str, MultiPolygon]) -> list[str]:
    """Whose land the point is; empty outside the layer."""
    return [name for name in sorted(areas) if shapely.intersects(areas[name], point)]


def _packed(line: shapely.Geometry) -> list[int]:
    points = np.round(shapely.get_coordinates(line) * _SCALE).astype(np.int64)
    steps = np.vstack([points[:1], np.diff(points, axis=0)])
    moved = np.any(steps != 0, axis=1)
    moved[:1] = True
    return [int(number) for number in steps[moved].ravel()]
