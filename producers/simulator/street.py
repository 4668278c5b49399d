"""Going along a street that is the border: now on the one side, now on the other, never more than 6 m from the line."""

import numpy as np

from producers.simulator.beside import beside, longest_within, shifted
from producers.simulator.course import Course
from producers.simulator.drive import driven, halts
from producers.simulator.ground import Ground
from producers.simulator.road import smoothed
from producers.simulator.trip import Trip
from producers.simulator.wander import smooth_wander

__all__ = ["WIDTH_M", "street"]

WIDTH_M = 6.0
"""From the line to either kerb."""
_LENGTH_M = (300.0, 2_000.0)
_AMPLE = 3.0
_STEP_M = 0.5
_ROUND_M = 4.0
_SWAY_M = 2.0
_SWAY_OVER_M = 100.0


def street(rng: np.random.Generator, ground: Ground, trip: Trip) -> Course | None:
    """A course of 300 m to 2 km that follows a border line itself, within WIDTH_M of it."""
    spot, length_m = ground.pick(rng), rng.uniform(*_LENGTH_M)
    way_m = beside(ground, spot, length_m=_AMPLE * length_m, offset_m=0.0, step_m=_STEP_M, round_m=_ROUND_M)
    sway_m = smooth_wander(rng, len(way_m), step=_STEP_M, correlation=_SWAY_OVER_M, sd=_SWAY_M)
    if len(way_m) * _STEP_M < _LENGTH_M[0]:
        return None
    way_m = smoothed(shifted(way_m, sway_m), _ROUND_M / _STEP_M)
    way_m = longest_within(ground, way_m, (0.0, WIDTH_M - 0.5), most_m=length_m, step_m=_STEP_M)
    if len(way_m) * _STEP_M < _LENGTH_M[0]:
        return None
    course = driven(rng, way_m[:: rng.choice((-1, 1))], trip.pace)
    return None if halts(course, trip.pace) else course
