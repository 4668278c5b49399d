"""Distances, bearings and destinations against figures that are defined or known by heart."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.geodesy import bearing_deg, destination, distance_m, metres_per_degree, metres_per_degrees
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


def test_on_the_equator_a_degree_of_longitude_is_longer_than_one_of_latitude() -> None:
    assert metres_per_degree(0.0) == pytest.approx((110_574.3, 6_378_137 * math.pi / 180), abs=0.1)


def test_at_the_poles_a_degree_of_longitude_is_taken_as_a_metre() -> None:
    assert metres_per_degree(90.0) == metres_per_degree(-90.0) == pytest.approx((111_693.9, 1.0), abs=0.1)


@given(st.floats(-89.0, 89.0), st.floats(0.0, 360.0), st.floats(1.0, 3_000.0))
def test_in_a_frame_of_metres_per_degree_near_distances_are_right(lat: float, towards_deg: float, m: float) -> None:
    to_lat, to_lon = destination(lat, 6.0, towards_deg, m)
    north_m, east_m = metres_per_degree((lat + to_lat) / 2.0)
    flat_m = math.hypot((to_lat - lat) * north_m, (to_lon - 6.0) * east_m)
    assert flat_m == pytest.approx(m, rel=1e-4 if abs(lat) < 80.0 else 1e-3)


@given(st.floats(-90.0, 90.0))
def test_north_and_south_are_alike(lat: float) -> None:
    assert metres_per_degree(lat) == metres_per_degree(-lat)


@given(st.lists(st.floats(-90.0, 90.0), max_size=20))
def test_many_latitudes_are_answered_as_each_alone(lats: list[float]) -> None:
    north_m, east_m = metres_per_degrees(np.array(lats))
    alone = [metres_per_degree(lat) for lat in lats]
    assert list(zip(north_m.tolist(), east_m.tolist(), strict=True)) == [pytest.approx(one, rel=1e-12) for one in alone]
