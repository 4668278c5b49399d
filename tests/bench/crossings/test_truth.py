import pytest

from bench.crossings.truth import all_changes, deep_changes, ever_in, ever_out_of, visited, visits_of
from geo.territory import Territory
from producers.simulator.fleet import SimulatedUnit, simulate
from tests.bench.crossings.made_up import visits
from tests.producers.simulator.made import M_PER_DEGREE_EAST, eastward, ground, real_ground
from tests.worlds import sets

BE, DE, LU, NL = sets("BE", "DE", "LU", "NL")


def changes(made: tuple[str, tuple[tuple[float, str, float], ...]]) -> list[tuple[float, Territory, Territory]]:
    first, then = made
    return [(change.at_s, change.left, change.entered) for change in deep_changes(visits(first, *then))]


def test_a_visit_deeper_than_fifty_metres_is_a_deep_crossing() -> None:
    assert changes(("BE", ((100.0, "NL", 50.1),))) == [(100.0, BE, NL)]


def test_a_visit_of_fifty_metres_is_none_and_neither_is_the_way_back() -> None:
    assert changes(("BE", ((100.0, "NL", 50.0), (104.0, "BE", 900.0)))) == []


def test_a_river_strip_is_taken_out_and_the_crossing_is_where_the_far_bank_begins() -> None:
    assert changes(("LU", ((100.0, "LU DE", 20.0), (103.0, "DE", 900.0)))) == [(103.0, LU, DE)]


def test_a_wide_river_is_two_crossings() -> None:
    assert changes(("LU", ((100.0, "LU DE", 60.0), (110.0, "DE", 900.0)))) == [
        (100.0, frozenset(), DE),
        (110.0, LU, frozenset()),
    ]


def test_a_merged_chain_is_crossed_where_its_first_deep_visit_begins() -> None:
    chain = ((100.0, "NL", 60.0), (120.0, "BE", 10.0), (125.0, "NL", 900.0), (300.0, "BE", 900.0))
    assert changes(("BE", chain)) == [(100.0, BE, NL), (300.0, NL, BE)]


def test_a_crossing_is_plain_from_one_deep_visit_straight_into_another() -> None:
    plain = deep_changes(visits("BE", (100.0, "NL", 60.0), (200.0, "BE", 900.0)))
    assert [change.is_plain for change in plain] == [True, True]
    merged = deep_changes(visits("BE", (100.0, "NL", 10.0), (102.0, "BE", 10.0), (104.0, "NL", 900.0)))
    assert [change.is_plain for change in merged] == [False]


def test_a_crossing_from_a_start_beside_the_border_is_not_plain() -> None:
    started = visited(BE, 3.0, [crossing for visit in visits("BE", (0.2, "NL", 900.0)) if (crossing := visit.came_by)])
    assert [(change.at_s, change.is_plain) for change in deep_changes(started)] == [(0.2, False)]


def test_all_changes_are_told_however_shallow() -> None:
    there_and_back = visits("BE", (100.0, "NL", 1.0), (101.0, "BE", 900.0))
    assert [change.at_s for change in all_changes(there_and_back)] == [100.0, 101.0]


def test_where_a_unit_was_between_two_instants() -> None:
    there_and_back = visits("BE", (100.0, "NL", 900.0), (200.0, "BE", 900.0))
    assert ever_in(there_and_back, NL, 90.0, 100.0)
    assert not ever_in(there_and_back, NL, 80.0, 99.0)
    assert ever_out_of(there_and_back, BE, 150.0, 160.0)
    assert not ever_out_of(there_and_back, BE, 201.0, 300.0)
    assert ever_in(there_and_back, BE | NL, 90.0, 110.0)
    assert not ever_in(there_and_back, BE | DE, 90.0, 110.0)


def test_the_visits_of_a_real_walk_are_what_the_index_says_of_its_course() -> None:
    index = real_ground().index
    (unit,) = simulate("baarle", index, seed=3, units=1)
    seen, found = visits_of(unit, real_ground()), index.locate(unit.course.lat, unit.course.lon)
    assert len(seen) > 5
    for t_s, number in zip(unit.course.t_s[::50].tolist(), found[::50].tolist(), strict=True):
        assert ever_in(seen, index.territories[number], t_s - 1e-6, t_s + 1e-6)


def test_the_first_visit_is_where_the_course_begins() -> None:
    course = eastward(5.99, 6.01)
    unit = SimulatedUnit("BE/SIM-0001", "cross", "road", "road", course, (), ())
    (first,) = visits_of(unit, ground())
    assert (first.territory, first.begin_s, first.came_by) == (BE, float("-inf"), None)
    assert first.depth_m == pytest.approx(0.01 * M_PER_DEGREE_EAST, rel=1e-3)
