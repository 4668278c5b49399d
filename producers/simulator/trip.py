"""What a made-up unit is asked to do: how it moves, and how long it stays where it stands."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from producers.simulator.course import Course
from producers.simulator.ground import Ground
from producers.simulator.pace import Pace

__all__ = ["Planner", "Trip", "crosses", "leaves_the_map"]


@dataclass(frozen=True, slots=True)
class Trip:
    """One unit's task.

    Attributes:
        pace: how it moves.
        stay_s: how long it stands, where it stands.
    """

    pace: Pace
    stay_s: float = 600.0


Planner = Callable[[np.random.Generator, Ground, Trip], Course | None]
"""Plans one course by chance; None where this throw of the dice has come to nothing, and the next may."""


def crosses(course: Course, ground: Ground) -> bool:
    """Whether the course is on ground of more than one territory at its samples."""
    found = ground.index.locate(course.lat, course.lon)
    return bool((found != found[0]).any())


def leaves_the_map(course: Course, ground: Ground) -> bool:
    """Whether the course is at any sample on ground of no state."""
    found = ground.index.locate(course.lat, course.lon)
    return any(not ground.index.territories[territory] for territory in np.unique(found).tolist())
