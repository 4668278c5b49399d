"""Driving over a land border: from a few kilometres before it to a few beyond, on a road that bends."""

import numpy as np

from producers.simulator.course import Course
from producers.simulator.drive import driven
from producers.simulator.ground import Ground
from producers.simulator.road import bends, laid
from producers.simulator.trip import Trip, leaves_the_map

__all__ = ["cross"]

_ASKEW_DEG = 60.0


def cross(rng: np.random.Generator, ground: Ground, trip: Trip) -> Course | None:
    """A course that meets a land border within 60 degrees of its normal; it may cross others, and others again."""
    pace, spot = trip.pace, ground.pick(rng)
    before_m = rng.uniform(*pace.before_m)
    vertex = int(before_m / pace.step_m)
    road = bends(rng, pace, before_m + rng.uniform(*pace.beyond_m))
    over_rad = ground.bearing_rad(spot) + rng.choice((-0.5, 0.5)) * np.pi
    askew_rad = np.radians(rng.uniform(-_ASKEW_DEG, _ASKEW_DEG))
    towards_rad = road - road[vertex] + over_rad + askew_rad
    way_m = laid(towards_rad, pace.step_m, through_m=ground.place_m(spot), vertex=vertex)
    course = driven(rng, way_m, pace)
    return None if leaves_the_map(course, ground) else course
