import pytest

from producers.simulator.elsewhere import SOUTH_WEST_NORTH_EAST, elsewhere
from producers.simulator.pace import FOOT, ROAD
from tests.producers.simulator.made import ground, planned, sideways_mps2


def test_courses_have_their_length_and_stay_in_the_box_and_on_the_map() -> None:
    south, west, north, east = SOUTH_WEST_NORTH_EAST
    for course in planned(elsewhere, ROAD, count=5):
        assert course.length_m == pytest.approx(ROAD.trip_m, rel=0.01)
        assert south < max(50.0, south) < course.lat.min() < course.lat.max() < 51.0 < north
        assert west < 5.0 < course.lon.min() < course.lon.max() < 7.0 < east
        assert sideways_mps2(course).max() < 3.0


def test_courses_begin_everywhere() -> None:
    courses = planned(elsewhere, FOOT, count=20, on=ground("tripoint"))
    assert {bool(course.lat[0] > 50.5) for course in courses} == {True, False}
    assert {bool(course.lon[0] > 6.0) for course in courses} == {True, False}
