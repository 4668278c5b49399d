"""An agency's own areas as polygons: which province, safety region or Kreis of a state a place lies in.

A place is looked up in a small cell first. Most cells lie wholly inside one area, and answer without looking at a
line; what a cell holds is found when a place in it is first asked for, and kept.
"""

import hashlib
import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

import shapely
from shapely.geometry import MultiPolygon
from shapely.geometry.base import BaseGeometry

from borders.layer import BorderError, multi
from borders.own_layer import checked_polygon
from geo.geodesy import metres_per_degree

__all__ = ["AREA_CODE", "MAX_OUTSIDE_M", "Areas", "areas_of_rows", "state_of_area"]

AREA_CODE = re.compile(r"[A-Z]{2}(-[A-Z0-9]{1,10})?")
"""A state, and mostly a part of it: LU, BE-WLG, NL-VR24."""
MAX_OUTSIDE_M = 100.0
"""Crossings lie on the border line itself, and two surveys of it differ by metres: an area reaches this far over it."""
_CELLS_PER_DEGREE = 20
_MARGIN_DEG = 0.004
"""Cells look this far into one another: farther than an area reaches over its line, up to 77 degrees north."""
_Cell = tuple[str, int, int]


@dataclass(frozen=True, slots=True)
class _Held:
    """An area that a cell holds, or that lies near it.

    Attributes:
        code: the area's.
        polygon: the whole of it; None where it covers the cell.
        near: its part in and around the cell, in metres east and north of the cell's south-western corner.
    """

    code: str
    polygon: MultiPolygon | None
    near: BaseGeometry


@dataclass(frozen=True)
class Areas:
    """The polygons of an installation's areas.

    Attributes:
        polygons: code -> area in WGS 84, x = longitude.
    """

    polygons: Mapping[str, MultiPolygon] = field(default_factory=dict)

    def area_at(self, state: str, lat: float, lon: float) -> str | None:
        """The code of the state's area that covers the point; None where none does.

        A point on the line between two areas, or in both, is in the one whose code is first. One that is in none, on a
        state's border or in a hole, is in the nearest if that is at most `MAX_OUTSIDE_M` away.

        Args:
            state: ISO 3166 code; areas of other states are not looked at.
            lat: latitude, degrees, WGS 84, finite.
            lon: longitude, degrees, WGS 84, finite.
        """
        if state not in self._by_state:
            return None
        cell = (state, math.floor(lat * _CELLS_PER_DEGREE), math.floor(lon * _CELLS_PER_DEGREE))
        held = self._held.get(cell)
        if held is None:
            held = self._hold(cell)
        for area in held:
            if area.polygon is None or shapely.intersects_xy(area.polygon, lon, lat):
                return area.code
        return _hardly_outside(held, cell, lat, lon) if held else None

    @cached_property
    def sha256(self) -> str:
        """The hash of codes and coordinates, hexadecimal: equal areas, equal hash."""
        digest = hashlib.sha256()
        for code in sorted(self.polygons):
            digest.update(f"{code}\0".encode())
            digest.update(shapely.to_wkb(self.polygons[code], byte_order=1))
        return digest.hexdigest()

    def _hold(self, cell: _Cell) -> tuple[_Held, ...]:
        """What the cell holds; kept where it holds something, so that places far from all areas take no memory."""
        state, row, column = cell
        south, west, side = row / _CELLS_PER_DEGREE, column / _CELLS_PER_DEGREE, 1 / _CELLS_PER_DEGREE + _MARGIN_DEG
        box = shapely.box(west - _MARGIN_DEG, south - _MARGIN_DEG, west + side, south + side)
        codes, polygons = self._by_state[state]
        touching = [at for at, hit in enumerate(shapely.intersects(polygons, box)) if hit]
        near = [shapely.clip_by_rect(polygons[at], *box.bounds) for at in touching]
        held = tuple(
            _Held(codes[at], None if polygons[at].covers(box) else polygons[at], _in_metres(part, south, west))
            for at, part in zip(touching, near, strict=True)
            if not part.is_empty
        )
        return self._held.setdefault(cell, held) if held else held

    @cached_property
    def _held(self) -> dict[_Cell, tuple[_Held, ...]]:
        """Found once a cell; it changes no answer, only how soon it comes."""
        return {}

    @cached_property
    def _by_state(self) -> Mapping[str, tuple[Sequence[str], Sequence[MultiPolygon]]]:
        """The codes of each state's areas, sorted, and side by side with them the polygons, prepared."""
        codes: dict[str, list[str]] = {}
        for code in sorted(self.polygons):
            codes.setdefault(state_of_area(code), []).append(code)
        shapely.prepare(list(self.polygons.values()))
        return {state: (some, [self.polygons[code] for code in some]) for state, some in codes.items()}


def _hardly_outside(held: Sequence[_Held], cell: _Cell, lat: float, lon: float) -> str | None:
    """The nearest of the areas, if it is as near as two surveys of one line may differ."""
    _, row, column = cell
    point = _in_metres(shapely.Point(lon, lat), row / _CELLS_PER_DEGREE, column / _CELLS_PER_DEGREE)
    distance_m, code = min((float(shapely.distance(area.near, point)), area.code) for area in held)
    return code if distance_m <= MAX_OUTSIDE_M else None


def _in_metres(geometry: BaseGeometry, south: float, west: float) -> BaseGeometry:
    """The same on a flat earth, in metres east and north of a corner; right to a thousandth within a cell."""
    north_m, east_m = metres_per_degree(south)
    return shapely.transform(geometry, lambda places: (places - (west, south)) * (east_m, north_m))


def state_of_area(area: str) -> str:
    """The ISO 3166 code of the state an area's code belongs to."""
    return area.partition("-")[0]


def areas_of_rows(codes: Sequence[object], geometries: Sequence[BaseGeometry | None], where: str) -> Areas:
    """The areas of these rows; several rows of one area are joined.

    Args:
        codes: area codes such as NL-VR24, one a row.
        geometries: polygons in WGS 84, x = longitude, one a row.
        where: the file and column, for messages.

    Raises:
        BorderError: no rows, an empty cell or one that is no code, no or an invalid polygon, or land outside Europe.
    """
    if len(codes) == 0:
        message = f"{where}: expected at least one row with an area and its polygon, got an empty layer"
        raise BorderError(message)
    parts: dict[str, list[BaseGeometry]] = {}
    for row, (code, geometry) in enumerate(zip(codes, geometries, strict=True), start=1):
        area = _checked_code(code, f"{where}, row {row}")
        parts.setdefault(area, []).append(checked_polygon(geometry, f"{where}, row {row} ({area})"))
    return Areas({area: multi(shapely.union_all(parts[area])) for area in sorted(parts)})


def _checked_code(code: object, where: str) -> str:
    if not isinstance(code, str) or not AREA_CODE.fullmatch(code):
        message = f"{where}: expected an area code such as NL-VR24 or BE-WLG, got {code!r}"
        raise BorderError(message)
    return code
