from itertools import pairwise

import numpy as np
import pytest

from geo.stretch import stretches
from geo.territory import Territory
from producers.simulator.course import EVERY_S, Course, evenly_s
from producers.simulator.cross import cross
from producers.simulator.ground import Ground
from producers.simulator.pace import ROAD
from producers.simulator.truth import true_crossings
from tests.producers.simulator.made import M_PER_DEGREE_EAST, M_PER_DEGREE_NORTH, eastward, ground, planned, real_ground
from tests.worlds import sets


def test_a_drive_due_east_over_a_border_due_north_is_one_square_crossing() -> None:
    (crossing,) = true_crossings("BE/1", eastward(5.995, 6.015, lasting_s=100.0), ground())
    assert (crossing.unit, crossing.left, crossing.entered) == ("BE/1", *sets("BE", "NL"))
    assert crossing.at_s == pytest.approx(25.0)
    assert (crossing.lat, crossing.lon) == pytest.approx((50.5, 6.0), abs=1e-9)
    assert crossing.speed_mps == pytest.approx(0.0002 * M_PER_DEGREE_EAST, rel=1e-4)
    assert crossing.angle_deg == pytest.approx(90.0, abs=0.05)
    assert crossing.depth_m == pytest.approx(0.015 * M_PER_DEGREE_EAST, rel=1e-3)


def test_a_drive_that_goes_deep_is_told_as_two_kilometres() -> None:
    (crossing,) = true_crossings("BE/1", eastward(5.9, 6.1), ground())
    assert crossing.depth_m == 2_000.0


def test_a_slanting_way_has_its_angle() -> None:
    t_s = evenly_s(100.0)
    east_m, north_m = np.linspace(-500.0, 500.0, len(t_s)), np.linspace(-866.0, 866.0, len(t_s))
    course = Course(t_s, 50.5 + north_m / M_PER_DEGREE_NORTH, 6.0 + east_m / M_PER_DEGREE_EAST)
    (crossing,) = true_crossings("BE/1", course, ground())
    assert crossing.angle_deg == pytest.approx(30.0, abs=0.2)


def test_a_visit_of_a_tenth_of_a_second_between_two_samples_is_seen_with_its_depth() -> None:
    corner = ground("corner")
    t_s = evenly_s(0.4)
    course = Course(t_s, np.array([50.499, 50.500_5, 50.502]), np.array([5.999, 6.000_2, 6.001_4]))
    found = true_crossings("BE/1", course, corner)
    assert found == ()
    clip = Course(t_s, np.array([50.4985, 50.5005, 50.5025]), np.array([5.999, 6.001, 6.003]))
    entered, left = true_crossings("BE/1", clip, corner)
    assert (entered.entered, left.entered) == tuple(sets("NL", "BE"))
    assert 0.0 < left.at_s - entered.at_s < 0.2
    # Between (50.4995, 6) and (50.5, 6.0005): at the middle, 18 m east and 28 m south of the corner's sides.
    assert entered.depth_m == pytest.approx(18.0, abs=4.0)


def test_there_and_back_is_two_crossings_with_the_depth_of_the_turn() -> None:
    t_s = evenly_s(40.0)
    away_m = 100.0 - np.abs(t_s - 20.0) * 10.0
    course = Course(t_s, np.full(len(t_s), 50.5), 6.0 + away_m / M_PER_DEGREE_EAST)
    into, back = true_crossings("BE/1", course, ground())
    assert (into.at_s, back.at_s) == pytest.approx((10.0, 30.0), abs=1e-3)
    assert into.depth_m == pytest.approx(100.0, abs=0.5)
    assert (back.left, back.entered) == tuple(sets("NL", "BE"))


def test_to_follow_the_border_and_leave_it_on_the_same_side_is_no_crossing() -> None:
    lon = np.array([5.999, 6.0, 6.0, 6.0, 5.999])
    lat = np.array([50.5, 50.5, 50.501, 50.502, 50.503])
    assert true_crossings("BE/1", Course(evenly_s(0.8), lat, lon), ground()) == ()
    (crossing,) = true_crossings("BE/1", Course(evenly_s(0.8), lat, np.append(lon[:4], 6.001)), ground())
    assert crossing.at_s == pytest.approx(0.6)


def test_shared_ground_is_entered_by_the_state_that_is_new() -> None:
    into, out = true_crossings("DE/1", eastward(6.03, 5.98), ground("condominium"))
    assert (into.left, into.entered) == tuple(sets("", "LU"))
    assert (out.left, out.entered) == tuple(sets("DE", ""))


def test_a_unit_that_stands_still_or_stays_away_crosses_nothing() -> None:
    assert true_crossings("BE/1", eastward(6.0, 6.0), ground()) == ()
    assert true_crossings("BE/1", eastward(5.5, 5.6), ground()) == ()


def test_on_the_real_layer_nothing_is_missed_by_looking_only_where_a_border_is_near() -> None:
    on = real_ground()
    for course in planned(cross, ROAD, count=6, on=on):
        found = true_crossings("BE/1", course, on)
        everywhere = _changes(course, on)
        assert [(crossing.left, crossing.entered) for crossing in found] == [change[1:] for change in everywhere]
        assert [crossing.at_s for crossing in found] == pytest.approx([change[0] for change in everywhere])


def _changes(course: Course, on: Ground) -> list[tuple[float, Territory, Territory]]:
    """Every way asked about, one after the other."""
    whole = stretches(course.ways, on.index)
    held = [
        ((way + begin) * EVERY_S, on.index.territories[number])
        for way in range(len(course.ways))
        for begin, number in whole.of(way)
    ]
    return [(at_s, old - new, new - old) for (_, old), (at_s, new) in pairwise(held) if old != new]
