"""The chase of the demo: two patrol cars on the E25 from Liège over the border at Eijsden to Maastricht.

The course is a chain of our own way points, good to a few hundred metres; speeds are those of a pursuit on
that road. It is an exercise and says so everywhere.
"""

import math
import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise

from geo.fix import Fix
from geo.geodesy import bearing_deg, destination, distance_m

__all__ = ["COURSE", "ROUTE_LENGTH_M", "Leg", "border_instant", "drive"]


@dataclass(frozen=True, slots=True)
class Leg:
    """A way point of the course and the speed at which it is left."""

    lat: float
    lon: float
    speed_mps: float
    name: str


COURSE = (
    Leg(50.6337, 5.5850, 18.0, "Liège, quays of the Meuse"),
    Leg(50.6456, 5.6160, 25.0, "Bressoux"),
    Leg(50.6560, 5.6420, 33.0, "Jupille"),
    Leg(50.6700, 5.6640, 38.0, "Wandre"),
    Leg(50.6830, 5.6730, 44.0, "Cheratte"),
    Leg(50.7020, 5.6870, 46.0, "Argenteau"),
    Leg(50.7180, 5.6990, 47.0, "Richelle"),
    Leg(50.7370, 5.7080, 45.0, "Visé"),
    Leg(50.7520, 5.7200, 43.0, "Moelingen"),
    Leg(50.7602, 5.7251, 42.0, "the border"),
    Leg(50.7790, 5.7290, 44.0, "Eijsden"),
    Leg(50.7950, 5.7305, 44.0, "Rijckholt"),
    Leg(50.8110, 5.7265, 38.0, "Gronsveld"),
    Leg(50.8250, 5.7215, 27.0, "De Heeg"),
    Leg(50.8400, 5.7150, 16.0, "Maastricht"),
)

_NOISE_M = 4.0
_NOISE_MEMORY = 0.8


def _leg_lengths() -> tuple[float, ...]:
    return tuple(distance_m(here.lat, here.lon, there.lat, there.lon) for here, there in pairwise(COURSE))


_LENGTHS_M = _leg_lengths()
ROUTE_LENGTH_M = sum(_LENGTHS_M)


def _leg_at(way_m: float) -> tuple[int, float]:
    """The leg in which `way_m` metres from the start lie, and how many of them lie in it."""
    for number, length_m in enumerate(_LENGTHS_M):
        if way_m < length_m or number == len(_LENGTHS_M) - 1:
            return number, min(way_m, length_m)
        way_m -= length_m
    return 0, 0.0


def _speed_mps(way_m: float) -> float:
    """The speed there, changing evenly from way point to way point."""
    number, into_m = _leg_at(way_m)
    share = into_m / _LENGTHS_M[number]
    return COURSE[number].speed_mps * (1 - share) + COURSE[number + 1].speed_mps * share


def _place(way_m: float) -> tuple[float, float, float]:
    """Latitude, longitude and course at `way_m` metres from the start."""
    number, into_m = _leg_at(way_m)
    here, there = COURSE[number], COURSE[number + 1]
    course = bearing_deg(here.lat, here.lon, there.lat, there.lon)
    lat, lon = destination(here.lat, here.lon, course, into_m)
    return lat, lon, course


def _ways_m(behind_m: float) -> Iterator[float]:
    """The way driven at each second; a car that starts `behind_m` behind stands until the first has its distance."""
    way_m = -behind_m
    while way_m < ROUTE_LENGTH_M:
        yield max(way_m, 0.0)
        way_m += _speed_mps(max(way_m, 0.0))


def drive(unit: str, boot: str, start_at: datetime, *, behind_m: float = 0.0, seed: int = 25) -> tuple[Fix, ...]:
    """The fixes of one car, one a second from `start_at`, with seeded, drifting GPS noise of about 4 m.

    Args:
        unit: the car's id.
        boot: names this run of its sender.
        start_at: aware UTC time of the first fix.
        behind_m: how far it follows behind the first car, in metres.
        seed: the noise; the same seed gives the same drive.
    """
    noise = random.Random(f"{seed}/{unit}")  # noqa: S311 - GPS noise, not a secret
    east_m = north_m = 0.0
    fixes: list[Fix] = []
    for second, way_m in enumerate(_ways_m(behind_m)):
        east_m, north_m = _drift(noise, east_m), _drift(noise, north_m)
        lat, lon, course = _place(way_m)
        lat, lon = destination(lat, lon, math.degrees(math.atan2(east_m, north_m)) % 360, math.hypot(east_m, north_m))
        fixes.append(
            Fix(
                unit=unit, boot=boot, number=second, counted=True, observed_at=start_at + timedelta(seconds=second),
                lat=round(lat, 6), lon=round(lon, 6), accuracy_m=_NOISE_M * 2,
                speed_mps=round(_speed_mps(way_m), 1), course_deg=round(course, 1),
            )
        )  # fmt: skip
    return tuple(fixes)


def _drift(noise: random.Random, before_m: float) -> float:
    """First-order Gauss-Markov noise, so that neighbouring fixes err alike."""
    return _NOISE_MEMORY * before_m + noise.gauss(0.0, _NOISE_M * math.sqrt(1 - _NOISE_MEMORY**2))


def border_instant(start_at: datetime) -> datetime:
    """When the first car reaches the border, to a second."""
    border_m = sum(_LENGTHS_M[: [leg.name for leg in COURSE].index("the border")])
    seconds = next(second for second, way_m in enumerate(_ways_m(0.0)) if way_m >= border_m)
    return start_at + timedelta(seconds=seconds)
