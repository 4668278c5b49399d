"""Making for the border and turning away before it: the chase that stays at home."""

import numpy as np

from producers.simulator.course import Course
from producers.simulator.drive import driven
from producers.simulator.ground import Ground
from producers.simulator.metres import Floats
from producers.simulator.pace import Pace
from producers.simulator.road import bends, laid, turn
from producers.simulator.trip import Trip, crosses, leaves_the_map

__all__ = ["turn_off"]

_ASKEW_DEG = 60.0
_CLEAR_M = 100.0
"""No nearer to any border, ever."""
_ONCE_A_SECOND = 5


def turn_off(rng: np.random.Generator, ground: Ground, trip: Trip) -> Course | None:
    """A course towards a land border that turns away in time, along it or back, and never crosses one."""
    pace, spot = trip.pace, ground.pick(rng)
    before_m, short_m = rng.uniform(*pace.before_m), rng.uniform(*pace.short_of_m)
    before_m = max(before_m, short_m + pace.before_m[0])
    vertex, leaving = int(before_m / pace.step_m), int((before_m - short_m) / pace.step_m)
    road = bends(rng, pace, before_m + rng.uniform(*pace.beyond_m))
    over_rad = ground.bearing_rad(spot) + rng.choice((-0.5, 0.5)) * np.pi
    askew_rad = float(np.radians(rng.uniform(-_ASKEW_DEG, _ASKEW_DEG)))
    straight_on = road + over_rad + askew_rad
    away = straight_on + _away(rng, pace, len(road), leaving, askew_rad)
    start_m = laid(straight_on, pace.step_m, through_m=ground.place_m(spot), vertex=vertex)[:1]
    course = driven(rng, laid(away, pace.step_m, through_m=start_m, vertex=0), pace)
    return course if _stays_clear(course, ground) else None


def _away(rng: np.random.Generator, pace: Pace, count: int, leaving: int, askew_rad: float) -> Floats:
    """The turn: to a direction within 90 degrees of straight away from the border, by the shorter way round."""
    back_rad = np.pi + np.radians(rng.uniform(-90.0, 90.0))
    by_rad = (back_rad - askew_rad + np.pi) % (2 * np.pi) - np.pi
    return turn(count, after=leaving, by_rad=by_rad, radius_m=rng.uniform(*pace.radius_m), step_m=pace.step_m)


def _stays_clear(course: Course, ground: Ground) -> bool:
    if crosses(course, ground) or leaves_the_map(course, ground):
        return False
    return bool((ground.distance_m(course.places_m(_ONCE_A_SECOND)) > _CLEAR_M).all())
