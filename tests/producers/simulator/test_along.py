import numpy as np
import pytest

from producers.simulator.along import along
from producers.simulator.pace import MOTORWAY, ROAD, Pace
from producers.simulator.truth import true_crossings
from tests.producers.simulator.made import ground, planned, real_ground, sideways_mps2


@pytest.mark.parametrize("pace", [MOTORWAY, ROAD])
@pytest.mark.parametrize("real", [False, True])
def test_the_true_distance_stays_within_twenty_and_a_hundred_metres(pace: Pace, *, real: bool) -> None:
    on = real_ground() if real else ground()
    for course in planned(along, pace, count=6, on=on):
        distances_m = on.distance_m(course.places_m())
        assert 19.5 < distances_m.min() < distances_m.max() < 100.5
        assert np.ptp(distances_m) > 3.0
        assert true_crossings("BE/1", course, on) == ()
        assert 1_990.0 < course.length_m < 10_050.0
        assert sideways_mps2(course).max() < 3.0


def test_both_sides_and_both_directions_are_driven() -> None:
    courses = planned(along, MOTORWAY, count=20)
    assert {(bool(course.lon[0] > 6.0), bool(course.lat[-1] > course.lat[0])) for course in courses} == {
        (False, False), (False, True), (True, False), (True, True)
    }  # fmt: skip
