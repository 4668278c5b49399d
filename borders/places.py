"""Towns by name: the nearest one to a point, how far it is and in which direction the point lies from it."""

import csv
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from io import StringIO
from itertools import product

import numpy as np
import numpy.typing as npt
from pyproj import Geod

from geo.geodesy import SHORTEST_DEGREE_M

__all__ = ["LANGUAGES", "WINDOW", "NearTown", "PlacesError", "Town", "Towns", "Window", "read_towns"]

LANGUAGES = ("nl", "fr", "de", "lb", "en")
_TOWN_COLUMNS = ("state", "name", "lat", "lon", "population", "area")
_NAME_COLUMNS = ("state", "name", "lat", "lon", "local", *LANGUAGES)
_GEOD = Geod(ellps="WGS84")
_CELL_LAT_DEG, _CELL_LON_DEG = 0.25, 0.4
"""About 28 km each way: wide enough that a town is nearly always near, small enough to hold few."""
_SLACK = 1.04
"""How much farther apart, squared, a town may be on the round earth of the first search and still be the nearest on the
ellipsoid: a degree is at most 1.02 times as long in one place and direction as in another."""
_ROUNDING = 1e-15
"""What rounding adds to a product of normals; 30 cm on the ground."""


class PlacesError(ValueError):
    """A table of places that cannot be read: what was expected, what came, and where."""


@dataclass(frozen=True, slots=True)
class Window:
    """The part of the map for which towns are known, degrees."""

    south: float
    west: float
    north: float
    east: float

    def has(self, lat: float, lon: float) -> bool:
        """Whether the point lies inside."""
        return self.south <= lat <= self.north and self.west <= lon <= self.east


WINDOW = Window(south=49.0, west=2.0, north=54.0, east=8.0)


@dataclass(frozen=True, slots=True)
class Town:
    """A populated place (GeoNames, places of about 1,000 people and more).

    Attributes:
        name: in its local language.
        state: ISO 3166 code of the state it lies in.
        lat: latitude of its centre, degrees, WGS 84.
        lon: longitude of its centre, degrees, WGS 84.
        population: people; 0 where not known.
        names: language -> name, where it differs from `name`.
        area: code of the police area it lies in (province, safety region, Kreis, departement); None deeper inland.
    """

    name: str
    state: str
    lat: float
    lon: float
    population: int
    names: Mapping[str, str] = field(default_factory=dict)
    area: str | None = None

    def name_in(self, language: str) -> str:
        """The town's name in this language, or its local name where no other is known."""
        return self.names.get(language, self.name)


@dataclass(frozen=True, slots=True)
class NearTown:
    """A town seen from a point.

    Attributes:
        town: the town.
        distance_m: from the town's centre to the point, metres on the ellipsoid.
        bearing_deg: from the town to the point, degrees clockwise from north, 0 to 360.
    """

    town: Town
    distance_m: float
    bearing_deg: float


@dataclass(frozen=True)
class Towns:
    """All towns of the map, ready to be asked for the nearest."""

    all: tuple[Town, ...]

    def nearest(self, lat: float, lon: float, state: str | None = None) -> NearTown | None:
        """The town whose centre is nearest to the point; None where there is none (of that state).

        Not across the antimeridian.

        Args:
            lat: latitude of the point, degrees, WGS 84, finite.
            lon: longitude of the point, degrees, WGS 84, finite.
            state: consider this state's towns only.
        """
        around = self._blocks.get((state, math.floor(lat / _CELL_LAT_DEG), math.floor(lon / _CELL_LON_DEG)))
        near = around.nearest(lat, lon) if around else None
        if near and near.distance_m <= _block_reach_m(lat):
            return near
        everywhere = self._of_state.get(state)
        return everywhere.nearest(lat, lon) if everywhere else None

    @cached_property
    def _of_state(self) -> Mapping[str | None, "_Group"]:
        """Each state's towns, and under None all of them; no entry without a town."""
        found: dict[str | None, list[Town]] = {}
        for town in self.all:
            for state in (town.state, None):
                found.setdefault(state, []).append(town)
        return {state: _Group.of(towns) for state, towns in found.items()}

    @cached_property
    def _blocks(self) -> Mapping[tuple[str | None, int, int], "_Group"]:
        """For each cell the towns in it and in the eight around it, of each state and under None of all."""
        found: dict[tuple[str | None, int, int], list[Town]] = {}
        for town in self.all:
            row, column = math.floor(town.lat / _CELL_LAT_DEG), math.floor(town.lon / _CELL_LON_DEG)
            for state, north, east in product((town.state, None), (-1, 0, 1), (-1, 0, 1)):
                found.setdefault((state, row + north, column + east), []).append(town)
        return {cell: _Group.of(towns) for cell, towns in found.items()}


@dataclass(frozen=True, slots=True)
class _Group:
    """Some towns, at least one, and side by side with them which way is up there, a column each."""

    towns: Sequence[Town]
    normals: npt.NDArray[np.float64]

    @classmethod
    def of(cls, towns: Sequence[Town]) -> "_Group":
        return cls(towns, np.array([_normal(town.lat, town.lon) for town in towns]).T.copy())

    def nearest(self, lat: float, lon: float) -> NearTown:
        """The nearest of them: the few that the round earth leaves in question are measured on the ellipsoid."""
        alike = np.array(_normal(lat, lon)).dot(self.normals)
        most = float(alike[alike.argmax()])
        few = (alike >= 1.0 - _SLACK * (1.0 - most) - _ROUNDING).nonzero()[0].tolist()
        return min((_seen_from(self.towns[row], lat, lon) for row in few), key=lambda near: near.distance_m)


def _block_reach_m(lat: float) -> float:
    """What is nearer than this lies in the block of nine cells, wherever in the middle one the point is."""
    return SHORTEST_DEGREE_M * min(_CELL_LAT_DEG, _CELL_LON_DEG * math.cos(math.radians(lat)))


def _normal(lat: float, lon: float) -> tuple[float, float, float]:
    """Which way is up at a place, as a vector of length 1; the nearer two places, the nearer to 1 their product."""
    up, round_ = math.radians(lat), math.radians(lon)
    return math.cos(up) * math.cos(round_), math.cos(up) * math.sin(round_), math.sin(up)


def _seen_from(town: Town, lat: float, lon: float) -> NearTown:
    """The town with distance and bearing to the point, on the ellipsoid."""
    azimuth, _, distance_m = _GEOD.inv(town.lon, town.lat, lon, lat)
    return NearTown(town, float(distance_m), float(azimuth) % 360.0)


def read_towns(places_text: str, names_text: str) -> Towns:
    """The towns of the two tables (area_of_place.csv, place_names.csv), with local names instead of English ones.

    Raises:
        PlacesError: a column is missing, a number is none, or a name belongs to no place: line, expected, got.
    """
    names = {_place_key(row): row for row in _rows_of(names_text, _NAME_COLUMNS, "place_names.csv")}
    towns = tuple(
        _town(row, names.pop(_place_key(row), {}), line)
        for line, row in enumerate(_rows_of(places_text, _TOWN_COLUMNS, "area_of_place.csv"), start=2)
    )
    if names:
        message = f"place_names.csv: expected places of area_of_place.csv, got {next(iter(names))}"
        raise PlacesError(message)
    return Towns(towns)


def _rows_of(text: str, columns: Sequence[str], where: str) -> list[dict[str, str]]:
    reader = csv.DictReader(StringIO(text), strict=True)
    if tuple(reader.fieldnames or ()) != tuple(columns):
        message = f"{where}: expected the columns {', '.join(columns)}, got {', '.join(reader.fieldnames or ())}"
        raise PlacesError(message)
    return list(reader)


def _place_key(row: Mapping[str, str]) -> tuple[str, str, str, str]:
    return row["state"], row["name"], row["lat"], row["lon"]


def _town(row: Mapping[str, str], names: Mapping[str, str], line: int) -> Town:
    local = names.get("local") or row["name"]
    known = {language: names[language] for language in LANGUAGES if names.get(language)}
    if local != row["name"]:
        known.setdefault("en", row["name"])
    try:
        lat, lon, population = float(row["lat"]), float(row["lon"]), int(row["population"])
    except (ValueError, TypeError) as error:
        message = f"area_of_place.csv line {line}: expected numbers lat, lon, population, got {dict(row)}"
        raise PlacesError(message) from error
    return Town(local, row["state"], lat, lon, population, known, row["area"] or None)
