from producers.simulator.trip import crosses, leaves_the_map
from tests.producers.simulator.made import eastward, ground


def test_a_course_over_the_border_crosses_and_one_before_it_does_not() -> None:
    assert crosses(eastward(5.99, 6.01), ground())
    assert not crosses(eastward(5.98, 5.99), ground())


def test_a_course_over_the_outer_edge_leaves_the_map() -> None:
    assert leaves_the_map(eastward(6.9, 7.1), ground())
    assert not leaves_the_map(eastward(5.9, 6.1), ground())
