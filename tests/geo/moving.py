"""Units that move as a test wants it, without a filter that has to find out."""

import math

from geo.geodesy import destination
from geo.motion import Motion
from geo.reading import micros
from tests.worlds import NOON

__all__ = ["moving"]


def moving(
    lat: float,
    lon: float,
    *,
    course_deg: float,
    speed_mps: float = 33.0,
    came_deg: float | None = None,
    turn_degps: float = 0.0,
    sigma_m: float = 5.0,
    velocity_sigma_mps: float = 1.0,
) -> Motion:
    """The motion of a unit at noon that has driven in one direction for long; `came_deg` where that was another."""
    course, came = math.radians(course_deg), course_deg if came_deg is None else came_deg
    slow_lat, slow_lon = destination(lat, lon, came + 180.0, 60.0 * speed_mps)
    return Motion(
        micros(NOON), lat, lon, speed_mps * math.sin(course), speed_mps * math.cos(course), sigma_m**2, 0.0,
        velocity_sigma_mps**2, sigma_m**2, sigma_m, slow_lat, slow_lon, 0.0, turn_degps,
    )  # fmt: skip
