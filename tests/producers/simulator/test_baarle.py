from itertools import pairwise

from producers.simulator.baarle import baarle
from producers.simulator.pace import FOOT
from producers.simulator.truth import true_crossings
from tests.producers.simulator.made import planned, real_ground


def test_a_walk_through_baarle_changes_country_again_and_again() -> None:
    on = real_ground()
    for course in planned(baarle, FOOT, count=3, on=on):
        found = true_crossings("NL/1", course, on)
        assert len(found) >= 4
        assert all(before.entered == after.left for before, after in pairwise(found))
        assert {state for crossing in found for state in crossing.entered} == {"BE", "NL"}
        assert abs(course.lat - 51.44).max() < 0.0059
        assert abs(course.lon - 4.93).max() < 0.0093
        assert 1.2 < course.length_m / course.t_s[-1] < 1.6
