from producers.simulator.pace import FOOT, ROAD
from producers.simulator.street import WIDTH_M, street
from producers.simulator.truth import true_crossings
from tests.producers.simulator.made import ground, planned, sideways_mps2


def test_a_walk_in_a_border_street_keeps_to_the_street_and_changes_sides() -> None:
    courses = planned(street, FOOT, count=8)
    for course in courses:
        assert ground().distance_m(course.places_m()).max() < WIDTH_M
        assert 299.0 < course.length_m < 2_020.0
    crossings = [true_crossings("BE/1", course, ground()) for course in courses]
    assert sum(len(found) for found in crossings) > 8
    assert all(crossing.depth_m < WIDTH_M for found in crossings for crossing in found)


def test_a_car_there_is_not_thrown_sideways() -> None:
    for course in planned(street, ROAD, count=5):
        assert sideways_mps2(course).max() < 3.0
