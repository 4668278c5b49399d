"""Driving beside a border for kilometres, 20 to 100 m from it, and never over it."""

import numpy as np

from producers.simulator.beside import beside, longest_within, shifted
from producers.simulator.course import Course
from producers.simulator.drive import driven, halts
from producers.simulator.ground import Ground
from producers.simulator.road import smoothed
from producers.simulator.trip import Trip, crosses, leaves_the_map
from producers.simulator.wander import smooth_wander

__all__ = ["DISTANCE_M", "along"]

DISTANCE_M = (20.0, 100.0)
_LENGTH_M = (2_000.0, 10_000.0)
_MIDDLE_M = (45.0, 75.0)
_AMPLE = 1.5
"""So much more border is looked at than is driven along: parts of it cannot be followed."""
_SWAY_M = 10.0
_SWAY_OVER_M = 600.0
_WITHIN_M = (21.0, 99.0)
"""The bounds for the plan: the samples cut its bends by a few decimetres."""
_ONCE_A_SECOND = 5


def along(rng: np.random.Generator, ground: Ground, trip: Trip) -> Course | None:
    """A course of 2 to 10 km beside a land border, its true distance within DISTANCE_M throughout."""
    spot, length_m = ground.pick(rng), rng.uniform(*_LENGTH_M)
    offset_m = rng.choice((-1.0, 1.0)) * rng.uniform(*_MIDDLE_M)
    step_m, round_m = trip.pace.step_m, trip.pace.round_m
    way_m = beside(ground, spot, length_m=_AMPLE * length_m, offset_m=offset_m, step_m=step_m, round_m=round_m)
    sway_m = smooth_wander(rng, len(way_m), step=step_m, correlation=_SWAY_OVER_M, sd=_SWAY_M)
    if len(way_m) * step_m < _LENGTH_M[0]:
        return None
    way_m = smoothed(shifted(way_m, sway_m), round_m / 2 / step_m)
    way_m = longest_within(ground, way_m, _WITHIN_M, most_m=length_m, step_m=step_m)
    if len(way_m) * step_m < _LENGTH_M[0]:
        return None
    course = driven(rng, way_m[:: rng.choice((-1, 1))], trip.pace)
    return course if _keeps_beside(course, ground) and not halts(course, trip.pace) else None


def _keeps_beside(course: Course, ground: Ground) -> bool:
    if crosses(course, ground) or leaves_the_map(course, ground):
        return False
    distances_m = ground.distance_m(course.places_m(_ONCE_A_SECOND))
    return bool(((distances_m >= DISTANCE_M[0]) & (distances_m <= DISTANCE_M[1])).all())
