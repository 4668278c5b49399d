"""A walk through the centre of Baarle, in and out of its enclaves."""

import numpy as np

from producers.simulator.course import Course
from producers.simulator.drive import driven
from producers.simulator.ground import Ground
from producers.simulator.metres import to_metres
from producers.simulator.road import resampled
from producers.simulator.trip import Trip

__all__ = ["baarle"]

_CENTRE_LAT_LON = (51.4400, 4.9300)
_REACH_M = 600.0
_CORNERS = 8


def baarle(rng: np.random.Generator, ground: Ground, trip: Trip) -> Course | None:  # noqa: ARG001 - a Planner's
    """A course from corner to corner, straight in between, within 600 m of the centre to each side."""
    centre_m = to_metres(*(np.array([degrees]) for degrees in _CENTRE_LAT_LON))
    corners_m = centre_m + rng.uniform(-_REACH_M, _REACH_M, (_CORNERS, 2))
    return driven(rng, resampled(corners_m, trip.pace.step_m), trip.pace)
