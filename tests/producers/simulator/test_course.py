import numpy as np
import pytest

from producers.simulator.course import course_through, evenly_s
from producers.simulator.metres import to_metres
from tests.producers.simulator.made import M_PER_DEGREE_EAST, eastward


def test_instants_are_five_a_second_from_nought_on() -> None:
    assert evenly_s(1.1).tolist() == pytest.approx([0.0, 0.2, 0.4, 0.6, 0.8, 1.0])


def test_a_course_knows_its_length_and_where_it_is_in_between() -> None:
    course = eastward(5.0, 5.1, lasting_s=100.0)
    assert course.length_m == pytest.approx(0.1 * M_PER_DEGREE_EAST, rel=1e-4)
    lat, lon = course.at(np.array([50.1]))
    assert (lat[0], lon[0]) == pytest.approx((50.5, 5.0501))


def test_a_course_knows_its_speed_and_direction_also_at_its_ends() -> None:
    speed_mps, course_deg = eastward(5.0, 5.1, lasting_s=100.0).velocity_at(np.array([0.0, 50.05, 100.0]))
    assert speed_mps.tolist() == pytest.approx([0.001 * M_PER_DEGREE_EAST] * 3, rel=1e-4)
    assert course_deg.tolist() == pytest.approx([90.0] * 3)
    assert eastward(5.1, 5.0).velocity_at(np.array([1.0]))[1][0] == pytest.approx(270.0)


def test_its_ways_lead_from_each_sample_to_the_next() -> None:
    course = eastward(5.0, 5.1, lasting_s=0.4)
    assert course.ways.tolist() == [[50.5, 5.0, 50.5, 5.05], [50.5, 5.05, 50.5, 5.1]]
    assert len(course.places_m(2)) == 2


def test_a_course_through_places_is_there_at_their_instants() -> None:
    lat, lon = np.array([50.5, 50.5, 50.6]), np.array([5.0, 5.1, 5.1])
    course = course_through(to_metres(lat, lon), np.array([0.0, 10.0, 20.1]))
    assert course.t_s[-1] == pytest.approx(20.0)
    assert (course.lat[50], course.lon[50]) == pytest.approx((50.5, 5.1), abs=1e-7)
