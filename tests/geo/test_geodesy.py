"""Distances, bearings and destinations against figures that are defined or known by heart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.geodesy import bearing_deg, destination, distance_m
from tests.strategies import anywhere


def test_a_quarter_of_the_equator_is_ninety_degrees_of_the_defined_radius() -> None:
    assert distance_m(0, 0, 0, 90) == pytest.approx(6_378_137 * 3.141592653589793 / 2, abs=1e-3)


def test_the_metre_is_still_nearly_a_ten_millionth_of_the_meridian() -> None:
    assert distance_m(0, 0, 90, 0) == pytest.approx(10_001_965.7, abs=0.1)


@pytest.mark.parametrize(("to_lat", "to_lon", "expected_deg"), [(1, 0, 0), (0, 1, 90), (-1, 0, 180), (0, -1, 270)])
def test_bearings_turn_clockwise_from_north(to_lat: float, to_lon: float, expected_deg: float) -> None:
    assert bearing_deg(0, 0, to_lat, to_lon) == pytest.approx(expected_deg)


@given(anywhere, st.floats(0, 359.9), st.floats(1, 50_000))
def test_who_sets_out_arrives_as_far_away_as_he_went(place: tuple[float, float], towards_deg: float, m: float) -> None:
    there = destination(*place, towards_deg, m)
    assert distance_m(*place, *there) == pytest.approx(m, abs=1e-6)
    assert abs((bearing_deg(*place, *there) - towards_deg + 180) % 360 - 180) < 1e-4
