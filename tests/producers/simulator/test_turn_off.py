import numpy as np
import pytest

from producers.simulator.pace import FOOT, MOTORWAY, ROAD, Pace
from producers.simulator.turn_off import turn_off
from tests.producers.simulator.made import M_PER_DEGREE_EAST, ground, planned, sideways_mps2


@pytest.mark.parametrize("pace", [MOTORWAY, ROAD, FOOT])
def test_everybody_makes_for_the_border_and_nobody_comes_near_it(pace: Pace) -> None:
    for course in planned(turn_off, pace, count=10):
        from_border_m = np.abs(course.lon - 6.0) * M_PER_DEGREE_EAST
        assert from_border_m[0] > from_border_m.min() + 100.0
        assert from_border_m.min() < pace.short_of_m[1] + 500.0
        assert ground().distance_m(course.places_m()).min() > 99.0
        assert (np.sign(course.lon - 6.0) == np.sign(course.lon[0] - 6.0)).all()
        assert sideways_mps2(course).max() < 3.0


def test_most_end_farther_away_than_they_came() -> None:
    courses = planned(turn_off, ROAD, count=20)
    from_border_m = [np.abs(course.lon - 6.0) * M_PER_DEGREE_EAST for course in courses]
    turned_back = [bool(far_m[-1] > far_m.min() + 200.0) for far_m in from_border_m]
    assert sum(turned_back) >= 15


def test_a_motorway_is_left_at_the_speed_of_its_exit() -> None:
    for course in planned(turn_off, MOTORWAY, count=5):
        speed_mps, _ = course.velocity_at(course.t_s[:-1])
        # Radii of 60 to 120 m allow 12 to 17 m/s, the road's own bends a little less or more.
        assert 9.0 < speed_mps.min() < 20.0
