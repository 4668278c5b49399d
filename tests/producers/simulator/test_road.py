import numpy as np
import pytest

from producers.simulator.pace import MOTORWAY, ROAD
from producers.simulator.road import bends, laid, resampled, smoothed, turn
from tests.producers.simulator.made import chance


def test_a_road_bends_by_twenty_degrees_about_its_main_direction() -> None:
    for pace in (MOTORWAY, ROAD):
        road = bends(chance(), pace, 400_000.0)
        assert len(road) == 400_000
        assert np.degrees(road).std() == pytest.approx(20.0, rel=0.1)


def test_a_way_north_and_then_east_goes_through_its_place() -> None:
    way = laid(np.array([0.0, np.pi / 2]), 100.0, through_m=np.array([[1_000.0, 2_000.0]]), vertex=1)
    assert way.round(6).tolist() == [[1_000.0, 1_900.0], [1_000.0, 2_000.0], [1_100.0, 2_000.0]]


def test_a_quarter_turn_to_the_left_takes_a_quarter_circle() -> None:
    turned = turn(1_000, after=100, by_rad=-np.pi / 2, radius_m=100.0, step_m=1.0)
    assert (turned[:101] == 0.0).all()
    assert turned[200] == pytest.approx(-1.0)
    assert turned[258:].tolist() == pytest.approx([-np.pi / 2] * 742)
    assert turned[256] > -np.pi / 2


def test_places_are_even_along_a_way_with_a_corner() -> None:
    even = resampled(np.array([[0.0, 0.0], [3.0, 0.0], [3.0, 4.0]]), 2.0)
    assert even.tolist() == [[0.0, 0.0], [2.0, 0.0], [3.0, 1.0], [3.0, 3.0]]


def test_a_straight_way_stays_and_a_corner_is_cut() -> None:
    straight = np.column_stack((np.arange(100.0), np.zeros(100)))
    assert smoothed(straight, 3.0) == pytest.approx(straight[9:-9])
    corner = np.concatenate((straight, np.column_stack((np.full(100, 99.0), np.arange(1.0, 101.0)))))
    cut = np.hypot(*(smoothed(corner, 3.0) - [99.0, 0.0]).T).min()
    # The mean distance along each arm, 3 * sqrt(2 / pi) / 2, in both directions.
    assert cut == pytest.approx(np.sqrt(2) * 3.0 * np.sqrt(2 / np.pi) / 2, rel=0.05)


def test_a_way_too_short_to_be_smoothed_is_none() -> None:
    assert smoothed(np.zeros((18, 2)), 3.0).shape == (0, 2)
