import numpy as np
import pytest

from producers.simulator.cross import cross
from producers.simulator.pace import FOOT, MOTORWAY, ROAD, Pace
from producers.simulator.truth import true_crossings
from tests.producers.simulator.made import ground, planned, sideways_mps2


@pytest.mark.parametrize("pace", [MOTORWAY, ROAD, FOOT])
def test_every_course_crosses_after_and_before_so_many_metres(pace: Pace) -> None:
    for course in planned(cross, pace, count=15):
        crossings = true_crossings("BE/1", course, ground())
        assert crossings
        met_m = [course.length_m * crossing.at_s / course.t_s[-1] for crossing in crossings]
        assert any(0.7 * pace.before_m[0] < at_m < 1.3 * pace.before_m[1] for at_m in met_m)
        assert pace.before_m[0] + pace.beyond_m[0] - 10 < course.length_m < pace.before_m[1] + pace.beyond_m[1]
        assert sideways_mps2(course).max() < 3.0


def test_borders_are_met_within_sixty_degrees_of_their_normal_and_from_both_sides() -> None:
    courses = planned(cross, MOTORWAY, count=40)
    found = [true_crossings("BE/1", course, ground()) for course in courses]
    steepest = np.array([max(crossing.angle_deg for crossing in crossings) for crossings in found])
    assert (steepest > 29.0).all()
    assert steepest.std() > 10.0
    assert {crossings[0].left for crossings in found} == {frozenset({"BE"}), frozenset({"NL"})}
