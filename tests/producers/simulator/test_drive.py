import numpy as np
import pytest

from producers.simulator.drive import driven, halts
from producers.simulator.pace import FOOT, MOTORWAY, PACES, ROAD, Pace
from producers.simulator.road import bends, laid
from tests.producers.simulator.made import chance, sideways_mps2, straight


@pytest.mark.parametrize("pace", PACES.values(), ids=list(PACES))
def test_a_straight_way_is_driven_at_the_pace_give_or_take_eight_percent(pace: Pace) -> None:
    course = driven(chance(), straight(pace.speed_mps * 5_000.0, pace.step_m), pace)
    speed_mps, _ = course.velocity_at(course.t_s[:-1] + 0.1)
    assert speed_mps.mean() == pytest.approx(pace.speed_mps, rel=0.04)
    assert speed_mps.std() / pace.speed_mps == pytest.approx(0.08, abs=0.02)
    assert course.length_m == pytest.approx(pace.speed_mps * 5_000.0, rel=2e-3)


@pytest.mark.parametrize("pace", [MOTORWAY, ROAD, FOOT])
def test_nobody_is_thrown_sideways_by_more_than_three(pace: Pace) -> None:
    road = bends(chance(), pace, 100.0 * pace.bend_m)
    course = driven(chance(), laid(road, pace.step_m, through_m=np.array([[4e6, 3.1e6]]), vertex=0), pace)
    assert sideways_mps2(course).max() < 3.0


def test_a_hairpin_is_slowed_down_for_and_left_again() -> None:
    turn_rad = np.clip((np.arange(1_157) - 500) / 50.0, 0.0, np.pi)
    course = driven(chance(), laid(turn_rad, 1.0, through_m=np.array([[4e6, 3.1e6]]), vertex=0), MOTORWAY)
    speed_mps, _ = course.velocity_at(course.t_s[:-1] + 0.1)
    slowest = int(np.argmin(speed_mps))
    # On a circle of 50 m, 2.4 m/s2 sideways are sqrt(2.4 * 50) m/s.
    assert speed_mps[slowest] == pytest.approx(np.sqrt(2.4 * 50.0), rel=0.02)
    assert np.abs(np.diff(speed_mps) / 0.2).max() < 2.2
    assert min(speed_mps[0], speed_mps[-1]) > 1.8 * speed_mps[slowest]
    assert sideways_mps2(course).max() < 3.0


def test_a_way_that_turns_on_the_spot_is_no_road_and_a_hairpin_is_one() -> None:
    there_and_back = np.concatenate((straight(500.0, 1.0), straight(500.0, 1.0)[-2::-1]))
    assert halts(driven(chance(), there_and_back, ROAD), ROAD)
    turn_rad = np.clip((np.arange(1_157) - 500) / 20.0, 0.0, np.pi)
    assert not halts(driven(chance(), laid(turn_rad, 1.0, through_m=np.array([[4e6, 3.1e6]]), vertex=0), ROAD), ROAD)
