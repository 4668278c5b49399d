"""Towns by name: the nearest one to a point, how far it is and in which direction the point lies from it."""

import csv
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from io import StringIO

import numpy as np
import numpy.typing as npt
from pyproj import Geod

__all__ = ["LANGUAGES", "WINDOW", "NearTown", "PlacesError", "Town", "Towns", "Window", "read_towns"]

LANGUAGES = ("nl", "fr", "de", "lb", "en")
_TOWN_COLUMNS = ("state", "name", "lat", "lon", "population", "area")
_NAME_COLUMNS = ("state", "name", "lat", "lon", "local", *LANGUAGES)
_GEOD = Geod(ellps="WGS84")
_CANDIDATES = 4
"""How many towns the quick flat-earth search hands to the ellipsoid; over such distances it errs by less than 1 %."""


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

        Args:
            lat: latitude of the point, degrees, WGS 84.
            lon: longitude of the point, degrees, WGS 84.
            state: consider this state's towns only.
        """
        rows = self._rows.get(state) if state is not None else self._every_row
        if rows is None or len(rows) == 0:
            return None
        chosen = rows[self._nearest_few(rows, lat, lon)]
        return min((_seen_from(self.all[row], lat, lon) for row in chosen), key=lambda near: near.distance_m)

    def _nearest_few(self, rows: npt.NDArray[np.intp], lat: float, lon: float) -> npt.NDArray[np.intp]:
        """Indices into `rows` of the few nearest on a flat earth."""
        north = self._lats[rows] - lat
        east = (self._lons[rows] - lon) * math.cos(math.radians(lat))
        squared = north * north + east * east
        few = min(_CANDIDATES, len(rows))
        return np.argpartition(squared, few - 1)[:few]

    @cached_property
    def _lats(self) -> npt.NDArray[np.float64]:
        return np.array([town.lat for town in self.all], dtype=np.float64)

    @cached_property
    def _lons(self) -> npt.NDArray[np.float64]:
        return np.array([town.lon for town in self.all], dtype=np.float64)

    @cached_property
    def _every_row(self) -> npt.NDArray[np.intp]:
        return np.arange(len(self.all), dtype=np.intp)

    @cached_property
    def _rows(self) -> dict[str, npt.NDArray[np.intp]]:
        states = np.array([town.state for town in self.all])
        return {str(state): np.flatnonzero(states == state) for state in np.unique(states)}


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
