"""Small worlds solvable in the head: straight borders on round degrees, and cars that drive along them.

Every world lies between 50 and 51 degrees north. Letters are states; the map, north up:

    border_at_six      corner            enclave              tripoint            condominium
    +----+----+        +---------+       +-----------+        +----+----+         +----+==+----+
    | BE | NL |        | BE +----+       | BE  +--+  |        | NL | DE |         | LU |LD| DE |
    |    |    |        |    | NL |       |     |NL|  |        +----+----+         |    |  |    |
    +----+----+        +----+----+       |     +--+  |        |    BE   |         +----+==+----+
         6 E            50.5 N, 6 E      +-----------+        50.5 N, 6 E         6.00..6.01 E both

The corridor is a strip of BE between two parts of DE, 20 m wide at 50.5 N; its western bank is at 6 E.
"""

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime, timedelta
from functools import cache

from shapely.geometry import Polygon
from shapely.geometry.base import BaseGeometry

from geo.fix import Fix
from geo.geodesy import metres_per_degree
from geo.geometry import polygon
from geo.territory import Territory, TerritoryIndex

__all__ = ["NOON", "WORLDS", "away", "box", "car", "fix", "index_of", "sets"]

NOON = datetime(2026, 1, 1, 12, 0, tzinfo=UTC)

Areas = Mapping[str, BaseGeometry]


def box(south: float, west: float, north: float, east: float) -> Polygon:
    """The area between two latitudes and two longitudes."""
    return polygon(_ring(south, west, north, east))


def _ring(south: float, west: float, north: float, east: float) -> list[tuple[float, float]]:
    return [(south, west), (south, east), (north, east), (north, west)]


WORLDS: Mapping[str, Areas] = {
    "border_at_six": {"BE": box(50, 5, 51, 6), "NL": box(50, 6, 51, 7)},
    "corner": {
        "BE": polygon([(50, 5), (50, 6), (50.5, 6), (50.5, 7), (51, 7), (51, 5)]),
        "NL": box(50, 6, 50.5, 7),
    },
    "corridor": {
        "BE": box(50, 6, 51, 6.000282),
        "DE": box(50, 5, 51, 6).union(box(50, 6.000282, 51, 7)),
    },
    "enclave": {
        "BE": polygon(_ring(50, 5, 51, 7), [_ring(50.5, 6, 50.51, 6.01)]),
        "NL": box(50.5, 6, 50.51, 6.01),
    },
    "counter_enclave": {
        "BE": polygon(_ring(50, 5, 51, 7), [_ring(50.5, 6, 50.53, 6.03)]).union(box(50.51, 6.01, 50.52, 6.02)),
        "NL": polygon(_ring(50.5, 6, 50.53, 6.03), [_ring(50.51, 6.01, 50.52, 6.02)]),
    },
    "tripoint": {
        "BE": polygon([(50, 5), (50, 7), (50.5, 7), (50.5, 6), (50.5, 5)]),
        "DE": box(50.5, 6, 51, 7),
        "NL": box(50.5, 5, 51, 6),
    },
    "condominium": {"DE": box(50, 6, 51, 7), "LU": box(50, 5, 51, 6.01)},
}


@cache
def index_of(world: str) -> TerritoryIndex:
    """The lookup over a world; built once."""
    return TerritoryIndex.build(WORLDS[world])


def away(east_m: float, north_m: float = 0.0) -> tuple[float, float]:
    """The (lat, lon) so many metres east and north of 50.5 N, 6 E: the middle of every world."""
    metres_north, metres_east = metres_per_degree(50.5)
    return 50.5 + north_m / metres_north, 6.0 + east_m / metres_east


def fix(lat: float, lon: float, after_s: float = 0.0, *, number: int = 0, unit: str = "BE/CAR", boot: str = "b") -> Fix:
    """A fix some seconds after noon."""
    return Fix(unit, boot, number, counted=True, observed_at=NOON + timedelta(seconds=after_s), lat=lat, lon=lon)


def car(places: Iterable[tuple[float, float]], *, every_s: float = 10.0, unit: str = "BE/CAR") -> list[Fix]:
    """A car that is at one of the (lat, lon) every ten seconds from noon on."""
    return [fix(lat, lon, k * every_s, number=k, unit=unit) for k, (lat, lon) in enumerate(places)]


def sets(*territories: str) -> list[Territory]:
    """Territories written short: sets("BE", "LU DE", "") for Belgium, the condominium and outside."""
    return [frozenset(text.split()) for text in territories]
