from producers.simulator.pace import ROAD
from producers.simulator.parked import parked
from producers.simulator.truth import true_crossings
from tests.producers.simulator.made import ground, planned


def test_a_parked_car_stands_on_the_line_and_crosses_nothing() -> None:
    for course in planned(parked, ROAD, count=5, stay_s=120.0):
        assert abs(course.lon[0] - 6.0) < 1e-11
        assert course.length_m == 0.0
        assert course.t_s[-1] == 120.0
        assert true_crossings("BE/1", course, ground()) == ()


def test_cars_are_parked_all_along_the_border() -> None:
    lats = [float(course.lat[0]) for course in planned(parked, ROAD, count=20, stay_s=1.0)]
    assert min(lats) < 50.25
    assert max(lats) > 50.75
