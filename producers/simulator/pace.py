"""How a patrol moves: on a motorway, on a road, or on foot; how fast, and how its ways bend."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

__all__ = ["FOOT", "MOTORWAY", "PACES", "ROAD", "Pace", "Range"]

Range = tuple[float, float]
"""The least and the most."""


@dataclass(frozen=True, slots=True)
class Pace:
    """One way to move, and the size of the trips that are made so.

    Attributes:
        name: motorway, road or foot.
        movement: as fixes tell it.
        speed_mps: about which the speed wanders.
        step_m: between two places of a planned way.
        bend_m: over which the direction of the way forgets itself.
        bend_deg: standard deviation of its direction about the main one.
        brake_mps2: how hard it speeds up and slows down.
        radius_m: of a turn away from the border.
        before_m: from the start to the border.
        beyond_m: from the border on.
        short_of_m: where one turns off, this long before the border.
        trip_m: of a way that has no aim.
        round_m: over which a way beside a border rounds its corners.
    """

    name: str
    movement: Literal["road", "foot"]
    speed_mps: float
    step_m: float
    bend_m: float
    bend_deg: float
    brake_mps2: float
    radius_m: Range
    before_m: Range
    beyond_m: Range
    short_of_m: Range
    trip_m: float
    round_m: float


MOTORWAY = Pace(
    name="motorway", movement="road", speed_mps=33.3, step_m=1.0, bend_m=800.0, bend_deg=20.0, brake_mps2=2.0,
    radius_m=(60.0, 120.0), before_m=(2_000.0, 9_000.0), beyond_m=(2_000.0, 5_000.0), short_of_m=(200.0, 3_000.0),
    trip_m=40_000.0, round_m=60.0,
)  # fmt: skip
ROAD = Pace(
    name="road", movement="road", speed_mps=13.9, step_m=1.0, bend_m=300.0, bend_deg=20.0, brake_mps2=2.0,
    radius_m=(15.0, 40.0), before_m=(2_000.0, 9_000.0), beyond_m=(2_000.0, 5_000.0), short_of_m=(200.0, 3_000.0),
    trip_m=20_000.0, round_m=30.0,
)  # fmt: skip
FOOT = Pace(
    name="foot", movement="foot", speed_mps=1.4, step_m=0.5, bend_m=100.0, bend_deg=25.0, brake_mps2=0.5,
    radius_m=(2.0, 5.0), before_m=(300.0, 1_500.0), beyond_m=(300.0, 1_000.0), short_of_m=(200.0, 500.0),
    trip_m=3_000.0, round_m=15.0,
)  # fmt: skip

PACES: Mapping[str, Pace] = {pace.name: pace for pace in (MOTORWAY, ROAD, FOOT)}
