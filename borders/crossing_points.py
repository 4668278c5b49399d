"""The spoken names of the places where roads cross a border, as in E25 Moelingen/Eijsden: an installation's own."""

import math
import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
import numpy.typing as npt

from borders.places import LANGUAGES, PlacesError
from borders.table import rows_of
from geo.geodesy import SHORTEST_DEGREE_M, distance_m

__all__ = ["MAX_CROSSING_POINT_DISTANCE_M", "CrossingPoint", "CrossingPoints", "read_crossing_points"]

MAX_CROSSING_POINT_DISTANCE_M = 150.0
"""Wider than a motorway with its slip roads, narrower than the way to the next village street."""
_SLACK = 1.01
"""The flat search reaches a little farther than it must: what it lets through is measured on the ellipsoid."""
_DIRECTION = re.compile(r"([A-Z]{2})>([A-Z]{2})")
_COLUMNS = ("name", "road", "direction", "lat", "lon")


@dataclass(frozen=True, slots=True)
class CrossingPoint:
    """A place where a road crosses a border.

    Attributes:
        name: what officers call it.
        road: the road's number; empty where it has none.
        lat: latitude of the place on the border, degrees, WGS 84.
        lon: longitude of it, degrees, WGS 84.
        left: ISO 3166 code of the state that is left here; empty where the point stands for both directions.
        entered: ISO 3166 code of the state that is entered here; empty with `left`.
        names: language -> name, where it differs from `name`.
    """

    name: str
    road: str
    lat: float
    lon: float
    left: str = ""
    entered: str = ""
    names: Mapping[str, str] = field(default_factory=dict)

    @property
    def direction(self) -> str:
        """As in the table: BE>NL, or nothing for both directions."""
        return f"{self.left}>{self.entered}" if self.left else ""

    def spoken(self, language: str | None = None) -> str:
        """Road and name, as a dispatcher says them; the name in this language where it has one of its own."""
        name = self.names.get(language, self.name) if language else self.name
        return f"{self.road} {name}".strip()

    def lets_through(self, left: Collection[str], entered: Collection[str]) -> bool:
        """Whether one who leaves and enters these states may come by here; no states: it is not known which."""
        return not self.left or ((not left or self.left in left) and (not entered or self.entered in entered))


@dataclass(frozen=True)
class CrossingPoints:
    """All named crossing points of an installation.

    Attributes:
        all: in the order of the table.
        within_m: a crossing farther from a point than this is another one.
    """

    all: tuple[CrossingPoint, ...] = ()
    within_m: float = MAX_CROSSING_POINT_DISTANCE_M

    def nearest(
        self, lat: float, lon: float, *, left: Collection[str] = (), entered: Collection[str] = ()
    ) -> CrossingPoint | None:
        """The point nearest to a crossing, of those within `within_m` that let through in its direction.

        Args:
            lat: latitude of the crossing, degrees, WGS 84.
            lon: longitude of the crossing, degrees, WGS 84.
            left: ISO 3166 codes of the states left; none where not known, or where none was.
            entered: ISO 3166 codes of the states entered; the same.
        """
        if not self.all:
            return None
        near = [self.all[row] for row in self._rows_near(lat, lon)]
        measured = [
            (distance_m(lat, lon, point.lat, point.lon), point) for point in near if point.lets_through(left, entered)
        ]
        within = [(away_m, point) for away_m, point in measured if away_m <= self.within_m]
        return min(within, key=lambda each: each[0])[1] if within else None

    def _rows_near(self, lat: float, lon: float) -> npt.NDArray[np.intp]:
        """Rows of all points within reach, and of some hardly beyond, on a flat earth."""
        north = self._lats - lat
        east = (self._lons - lon) * math.cos(math.radians(lat))
        reach = _SLACK * self.within_m / SHORTEST_DEGREE_M
        return np.flatnonzero(north * north + east * east <= reach * reach)

    @cached_property
    def _lats(self) -> npt.NDArray[np.float64]:
        return np.array([point.lat for point in self.all], dtype=np.float64)

    @cached_property
    def _lons(self) -> npt.NDArray[np.float64]:
        return np.array([point.lon for point in self.all], dtype=np.float64)


def read_crossing_points(text: str, where: str = "crossing_points.csv") -> CrossingPoints:
    """The points of a table `name,road,direction,lat,lon` with, if wanted, the names in `nl`, `fr`, `de`, `lb`, `en`.

    Raises:
        PlacesError: columns missing or unknown, no name, a direction that is none, a place that is not on earth, the
            same point twice: line, expected, got.
    """
    points: dict[tuple[str, str, str], CrossingPoint] = {}
    for place, cells in rows_of(text, where, _COLUMNS, LANGUAGES, PlacesError):
        point = _point(cells, place)
        key = (point.road, point.name, point.direction)
        if key in points:
            message = f"{place}: expected each crossing point once a direction, got {' '.join(key).strip()} again"
            raise PlacesError(message)
        points[key] = point
    if not points:
        message = f"{where}: expected at least one crossing point, got none"
        raise PlacesError(message)
    return CrossingPoints(tuple(points.values()))


def _point(cells: Mapping[str, str], place: str) -> CrossingPoint:
    if not cells["name"]:
        message = f"{place}: expected the name of a crossing point, got an empty cell"
        raise PlacesError(message)
    left, entered = _direction(cells["direction"], place)
    return CrossingPoint(
        name=cells["name"],
        road=cells["road"],
        lat=_degrees(cells["lat"], 90.0, f"{place}, lat"),
        lon=_degrees(cells["lon"], 180.0, f"{place}, lon"),
        left=left,
        entered=entered,
        names={language: cells[language] for language in LANGUAGES if cells.get(language)},
    )


def _direction(text: str, place: str) -> tuple[str, str]:
    """The state left and the state entered; empty ones for both directions."""
    if not text:
        return "", ""
    found = _DIRECTION.fullmatch(text)
    if not found or found[1] == found[2]:
        expected = "two states such as BE>NL, or nothing for both directions"
        message = f"{place}, direction: expected {expected}, got {text!r}"
        raise PlacesError(message)
    return found[1], found[2]


def _degrees(text: str, limit: float, where: str) -> float:
    try:
        degrees = float(text)
    except ValueError:
        degrees = math.nan
    if not -limit <= degrees <= limit:  # also refuses NaN
        message = f"{where}: expected decimal degrees from {-limit:g} to {limit:g}, got {text!r}"
        raise PlacesError(message)
    return degrees
