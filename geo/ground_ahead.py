"""Where a unit may drive in the next minutes: a fan of courses ahead of it, each with its weight.

Without a road map (`open_ground`) the road is taken to wind about a main direction, as roads do: its heading is an
Ornstein-Uhlenbeck process over the way driven. The main direction is that from where the unit was on average in the
last minute. How far aside of the most likely course the unit may come grows with the way: from the error of its place,
of its course now and of the main direction, and from bends to come (variance of the integral of the process, given its
beginning; Uhlenbeck and Ornstein, Phys. Rev. 36, 1930). The courses are the even quantiles of that, left to right.

An agency that has roads puts its own source of courses in the same place (`Ahead`).
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from statistics import NormalDist
from typing import NamedTuple, Protocol

import numpy as np
from numpy.typing import NDArray

from geo.geodesy import metres_per_degree
from geo.motion import Motion
from geo.movement import Movement

__all__ = ["Ahead", "Fan", "ForecastSettings", "open_ground", "settings_for"]

Numbers = NDArray[np.float64]

_COURSES = 33
_STEPS = 40
_ASIDE: Numbers = np.array([NormalDist().inv_cdf((k + 0.5) / _COURSES) for k in range(_COURSES)])
"""Standard deviations to the right of the most likely course, from the leftmost course to the rightmost."""
_SHARES: Numbers = (np.arange(_STEPS + 1) / _STEPS) ** 1.5
"""Where the steps are, as shares of the reach: closer together where the unit is now."""
_TURN_S = 6.0
_MOST_TURN = math.radians(90.0)
_SURPRISE = 2.0


@dataclass(frozen=True, slots=True)
class ForecastSettings:
    """How far a forecast looks, and what it takes driving to be like.

    Attributes:
        horizon_s: how far ahead it looks, seconds.
        horizon_m: the same, metres; whichever is reached first.
        slowest_mps: a slower unit is not on its way anywhere, metres per second.
        bend_deg: how far a road's heading strays from its main direction, standard deviation, degrees.
        bend_s: how long a bend lasts in driving time (faster roads have longer bends), seconds.
        turn_off_s: after so long on average a unit leaves its road (faster roads have fewer turnings), seconds.
        speed_share: how far its speed strays from what it is now, standard deviation as a share of it.
        speed_memory_s: in about this time it does so, seconds.

    Raises:
        ValueError: a number that is not above zero, or not finite.
    """

    horizon_s: float = 180.0
    horizon_m: float = 10_000.0
    slowest_mps: float = 3.0
    bend_deg: float = 20.0
    bend_s: float = 22.0
    turn_off_s: float = 300.0
    speed_share: float = 0.12
    speed_memory_s: float = 30.0

    def __post_init__(self) -> None:
        for name in self.__slots__:
            number = getattr(self, name)
            if not 0.0 < number < math.inf:
                message = f"{name}: expected a number above 0, got {number}"
                raise ValueError(message)


_SETTINGS: Mapping[Movement, ForecastSettings] = {
    "road": ForecastSettings(),
    "foot": ForecastSettings(slowest_mps=0.5, bend_deg=25.0, bend_s=70.0, speed_share=0.2),
    "rail": ForecastSettings(bend_deg=10.0, bend_s=40.0, turn_off_s=1_500.0),
    "water": ForecastSettings(slowest_mps=1.5, bend_s=60.0, turn_off_s=600.0),
    "air": ForecastSettings(
        horizon_m=60_000.0, slowest_mps=8.0, bend_deg=15.0, bend_s=60.0, turn_off_s=600.0, speed_share=0.1
    ),
}


def settings_for(movement: Movement) -> ForecastSettings:
    """Settings for a movement. Only those for the road are measured; the others are guesses from what such units do.

    >>> settings_for("foot").slowest_mps
    0.5
    """
    return _SETTINGS[movement]


class Fan(NamedTuple):
    """Courses a unit may take, a row for each, ordered from left to right, and a column for each step of them.

    Attributes:
        lats: degrees; the first column is where the unit is now.
        lons: degrees within -180..180.
        after_s: when the unit is likely to be at each step, seconds from now, not falling along a course.
        weights: how likely each course is, above 0; together at most 1.
        kept: which share of a course's weight is still on it at each step, 0 to 1, not rising along a course.
    """

    lats: Numbers
    lons: Numbers
    after_s: Numbers
    weights: Numbers
    kept: Numbers


class Ahead(Protocol):
    """A source of courses ahead: open ground here, a road layer at an agency."""

    def __call__(self, motion: Motion, settings: ForecastSettings, /) -> Fan:
        """The courses of a unit that moves at least at `slowest_mps`, as far as the horizon."""


def open_ground(motion: Motion, settings: ForecastSettings, /) -> Fan:
    """The courses of a unit of which no road is known."""
    speed = motion.speed_mps
    way = _SHARES * min(settings.horizon_m, speed * settings.horizon_s)
    bend_m = settings.bend_s * speed
    heading = _heading(motion, math.radians(settings.bend_deg), bend_m)
    aside = _aside_m(way, bend_m, motion.sigma_m, heading)
    steps = np.diff(way)
    middle = (way[1:] + way[:-1]) / 2
    likely = _likely_course(heading, middle, speed, bend_m)
    courses = likely + _ASIDE[:, None] * (np.diff(aside) / steps)
    east, north = np.empty((2, _COURSES, _STEPS + 1))
    east[:, 0] = _ASIDE * aside[0] * math.cos(heading.now)
    north[:, 0] = -_ASIDE * aside[0] * math.sin(heading.now)
    east[:, 1:], north[:, 1:] = np.sin(courses) * steps, np.cos(courses) * steps
    lats, lons = _places(motion, np.cumsum(east, axis=1), np.cumsum(north, axis=1))
    after_s = np.broadcast_to(way / speed, lats.shape)
    kept = np.broadcast_to(np.exp(-way / (speed * settings.turn_off_s)), lats.shape)
    return Fan(lats, lons, after_s, np.full(_COURSES, 1.0 / _COURSES), kept)


class _Heading(NamedTuple):
    """Which way the unit goes, radians clockwise from north: now and in the main, and how surely; and how it turns."""

    now: float
    now_sigma: float
    main: float
    main_sigma: float
    bend: float
    turn_radps: float


def _heading(motion: Motion, bend: float, bend_m: float) -> _Heading:
    """Hold the course of the filter against the direction of the last minute.

    For a process that forgets as an exponential, averaged with exponential weights, the average alone is the best guess
    of the mean: the newest value adds nothing. Where the two differ more than bends explain, the unit has turned off,
    and the last minute says nothing about the road it is on now.
    """
    north_m, east_m = metres_per_degree(motion.lat)
    back_north = (motion.lat - motion.slow_lat) * north_m
    back_east = _short_way(motion.lon - motion.slow_lon) * east_m
    back_m = max(math.hypot(back_east, back_north), 1.0)
    course = math.atan2(motion.east_mps, motion.north_mps)
    error = motion.velocity_sigma_mps / motion.speed_mps
    off = _turned(math.atan2(back_east, back_north) - course)
    main_2 = bend**2 / (1.0 + back_m / bend_m) + (motion.sigma_m / back_m) ** 2
    newest_2 = bend**2 + error**2
    surprise = off**2 / (_SURPRISE**2 * (newest_2 + main_2))
    trust = newest_2 / (newest_2 + (motion.sigma_m / back_m) ** 2) / (1.0 + surprise**2)
    shrink = error**2 / newest_2 * trust
    return _Heading(
        now=course + shrink * off,
        now_sigma=error * math.sqrt(1.0 - shrink),
        main=course + trust * off,
        main_sigma=math.sqrt(trust * main_2 + (1.0 - trust) * newest_2),
        bend=bend,
        turn_radps=math.radians(motion.turn_degps),
    )


def _aside_m(way: Numbers, bend_m: float, place_m: float, heading: _Heading) -> Numbers:
    """How far aside of the likely course it may be, standard deviation in metres, after each of these metres."""
    gone = -np.expm1(-way / bend_m)
    now = heading.now_sigma * bend_m * gone
    main = heading.main_sigma * (way - bend_m * gone)
    bends = heading.bend**2 * bend_m * (2.0 * way - bend_m * gone * (2.0 + gone))
    return np.sqrt(place_m**2 + now**2 + main**2 + np.maximum(bends, 0.0))


def _likely_course(heading: _Heading, way: Numbers, speed: float, bend_m: float) -> Numbers:
    """The likeliest heading after each of these metres: the turn goes on a moment, then back to the main direction."""
    turn = min(max(heading.turn_radps * _TURN_S, -_MOST_TURN), _MOST_TURN)
    off = heading.now - heading.main - turn * np.expm1(-way / (speed * _TURN_S))
    likely: Numbers = heading.main + off * np.exp(-way / bend_m)
    return likely


def _places(motion: Motion, east: Numbers, north: Numbers) -> tuple[Numbers, Numbers]:
    north_m, east_m = metres_per_degree(motion.lat)
    lats = np.clip(motion.lat + north / north_m, -90.0, 90.0)
    lons = motion.lon + east / east_m
    return lats, lons if np.abs(lons).max() <= 180.0 else (lons + 180.0) % 360.0 - 180.0


def _turned(radians: float) -> float:
    return math.remainder(radians, 2.0 * math.pi)


def _short_way(degrees: float) -> float:
    return math.remainder(degrees, 360.0)
