"""Driving anywhere in and around the Benelux, with no border in mind; what is crossed is known all the same."""

import numpy as np

from producers.simulator.course import Course
from producers.simulator.drive import driven
from producers.simulator.ground import Ground
from producers.simulator.metres import to_metres
from producers.simulator.road import bends, laid
from producers.simulator.trip import Trip, leaves_the_map

__all__ = ["SOUTH_WEST_NORTH_EAST", "elsewhere"]

SOUTH_WEST_NORTH_EAST = (49.3, 2.8, 53.2, 7.3)
"""The box in degrees that the courses start in and stay in."""


def elsewhere(rng: np.random.Generator, ground: Ground, trip: Trip) -> Course | None:
    """A course of `trip.pace.trip_m` in the box, on ground of the layer's states."""
    south, west, north, east = SOUTH_WEST_NORTH_EAST
    start_m = to_metres(np.array([rng.uniform(south, north)]), np.array([rng.uniform(west, east)]))
    towards_rad = rng.uniform(0.0, 2 * np.pi) + bends(rng, trip.pace, trip.pace.trip_m)
    course = driven(rng, laid(towards_rad, trip.pace.step_m, through_m=start_m, vertex=0), trip.pace)
    return None if _leaves_the_box(course) or leaves_the_map(course, ground) else course


def _leaves_the_box(course: Course) -> bool:
    south, west, north, east = SOUTH_WEST_NORTH_EAST
    inside = (course.lat > south) & (course.lat < north) & (course.lon > west) & (course.lon < east)
    return not inside.all()
