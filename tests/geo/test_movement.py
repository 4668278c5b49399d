"""What moves on a road, on foot, by rail, on the water or in the air can do so much and no more."""

import math
from dataclasses import astuple

import pytest

from geo.movement import MOVEMENTS, Movement, limits_of


def test_the_codes_of_movements_are_kept_in_states_and_never_change() -> None:
    assert MOVEMENTS == ("road", "foot", "rail", "water", "air")


@pytest.mark.parametrize("movement", MOVEMENTS)
def test_every_movement_has_limits_that_are_above_nothing(movement: Movement) -> None:
    limits = limits_of(movement)
    assert all(0.0 < value < math.inf for value in astuple(limits))
    assert limits.slowest_course_mps < limits.fastest_mps


def test_no_champion_is_a_jump() -> None:
    """In km/h: a sprinter, a pursuit car on the Autobahn, a TGV, a patrol boat, an airliner in the jet stream."""
    champions: dict[Movement, float] = {"foot": 43.0, "road": 350.0, "rail": 320.0, "water": 120.0, "air": 1_200.0}
    assert [limits_of(movement).fastest_mps * 3.6 >= kmh for movement, kmh in champions.items()] == [True] * 5


def test_a_train_needs_longer_to_stop_than_a_car_and_a_car_longer_than_a_walker() -> None:
    def stops_within_m(movement: Movement, mps: float) -> float:
        return mps * mps / (2.0 * limits_of(movement).brake_mps2)

    assert stops_within_m("rail", 20.0) > stops_within_m("road", 20.0)
    assert stops_within_m("foot", 5.0) < 5.0
