"""What the simulator's tests share: a straight border at 6 degrees east, and courses that are made up on it."""

from functools import cache

import numpy as np

from geo.territory import TerritoryIndex
from producers.simulator.course import Course, evenly_s
from producers.simulator.ground import Ground, ground_of
from producers.simulator.metres import Floats, Places
from producers.simulator.pace import Pace
from producers.simulator.trip import Planner, Trip
from tests.borders.built import built_layer
from tests.worlds import index_of

__all__ = [
    "M_PER_DEGREE_EAST",
    "M_PER_DEGREE_NORTH",
    "chance",
    "eastward",
    "ground",
    "planned",
    "real_ground",
    "sideways_mps2",
    "straight",
]

M_PER_DEGREE_EAST = 70_949.4
"""At 50.5 degrees north."""

M_PER_DEGREE_NORTH = 111_239.0


def chance(seed: int = 1) -> np.random.Generator:
    return np.random.default_rng(seed)


def ground(world: str = "border_at_six") -> Ground:
    return ground_of(index_of(world))


@cache
def real_ground() -> Ground:
    """The border layer of the Benelux and its neighbours; made once."""
    return ground_of(TerritoryIndex.build(built_layer().areas))


def straight(length_m: float, step_m: float) -> Places:
    """A way due east on the flat map, in the middle of Belgium."""
    east_m = np.arange(int(length_m / step_m) + 1) * step_m
    return np.column_stack((3_900_000.0 + east_m, np.full(len(east_m), 3_080_000.0)))


def eastward(from_lon: float, to_lon: float, *, lasting_s: float = 100.0, lat: float = 50.5) -> Course:
    """A course due east in latitude and longitude, at one speed."""
    t_s = evenly_s(lasting_s)
    return Course(t_s, np.full(len(t_s), lat), np.linspace(from_lon, to_lon, len(t_s)))


def planned(
    planner: Planner, pace: Pace, *, count: int, on: Ground | None = None, stay_s: float = 600.0
) -> list[Course]:
    """So many courses, from seeds 0, 1, 2, ...; a throw that comes to nothing is passed over."""
    found = []
    for seed in range(50 * count):
        course = planner(chance(seed), on or ground(), Trip(pace, stay_s))
        if course is not None:
            found.append(course)
        if len(found) == count:
            return found
    message = f"expected {count} courses, got {len(found)}"
    raise AssertionError(message)


def sideways_mps2(course: Course) -> Floats:
    """The acceleration across the way, at every sample but the first and the last."""
    speed_mps, course_deg = course.velocity_at(course.t_s[:-1] + 0.1)
    turned_rad = np.radians(np.abs((np.diff(course_deg) + 180.0) % 360.0 - 180.0))
    sideways: Floats = turned_rad / 0.2 * (speed_mps[1:] + speed_mps[:-1]) / 2
    return sideways
