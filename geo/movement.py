"""How a unit moves: on a road, on foot, by rail, on the water or in the air, and what it can therefore do at most."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, get_args

__all__ = ["MOVEMENTS", "Movement", "MovementLimits", "limits_of"]

Movement = Literal["road", "foot", "rail", "water", "air"]

MOVEMENTS: tuple[Movement, ...] = get_args(Movement)
"""In the order of their codes in arrays: road is 0."""


@dataclass(frozen=True, slots=True)
class MovementLimits:
    """What is possible for a unit that moves like this.

    Attributes:
        fastest_mps: a way that needs more is a jump of the receiver, metres per second.
        unrest_mps: how far its velocity wanders within a second, metres per second (the root of the spectral density
            of a continuous white noise acceleration; Bar-Shalom, Estimation with Applications, 6.2.2).
        brake_mps2: it cannot slow down or turn away faster, metres per second squared.
        accuracy_m: radius of the circle of 68 % taken for a receiver that states none, metres.
        slowest_course_mps: slower than this across a border it is not on its way over it, metres per second.
    """

    fastest_mps: float
    unrest_mps: float
    brake_mps2: float
    accuracy_m: float
    slowest_course_mps: float


_LIMITS: Mapping[Movement, MovementLimits] = {
    "road": MovementLimits(fastest_mps=100.0, unrest_mps=2.0, brake_mps2=7.0, accuracy_m=23.0, slowest_course_mps=3.0),
    "foot": MovementLimits(fastest_mps=12.0, unrest_mps=0.5, brake_mps2=3.0, accuracy_m=23.0, slowest_course_mps=0.5),
    "rail": MovementLimits(fastest_mps=100.0, unrest_mps=0.7, brake_mps2=1.2, accuracy_m=23.0, slowest_course_mps=3.0),
    "water": MovementLimits(fastest_mps=40.0, unrest_mps=0.7, brake_mps2=1.0, accuracy_m=23.0, slowest_course_mps=1.5),
    "air": MovementLimits(fastest_mps=350.0, unrest_mps=4.0, brake_mps2=15.0, accuracy_m=30.0, slowest_course_mps=8.0),
}


def limits_of(movement: Movement) -> MovementLimits:
    """The limits of a movement.

    >>> limits_of("foot").fastest_mps
    12.0
    """
    return _LIMITS[movement]
