"""The fan of courses ahead: it opens with the way, bends as the unit turns, and is the same to the left and right."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from geo.geodesy import distance_m, metres_per_degree
from geo.ground_ahead import ForecastSettings, open_ground, settings_for
from geo.motion import Motion
from geo.movement import MOVEMENTS
from tests.geo.moving import moving

SETTINGS = ForecastSettings()


def aside_m(motion: Motion) -> NDArray[np.float64]:
    """How far east of the unit every place of the fan lies."""
    _, east_m = metres_per_degree(motion.lat)
    return (open_ground(motion, SETTINGS).lons - motion.lon) * east_m


def test_the_fan_reaches_as_far_as_the_horizon_and_no_course_is_longer() -> None:
    motion = moving(50.5, 5.9, course_deg=0.0, speed_mps=20.0)
    fan = open_ground(motion, SETTINGS)
    middle = len(fan.weights) // 2
    assert fan.after_s[:, -1] == pytest.approx(SETTINGS.horizon_s)
    ahead_m = distance_m(motion.lat, motion.lon, fan.lats[middle, -1], fan.lons[middle, -1])
    assert ahead_m == pytest.approx(20.0 * SETTINGS.horizon_s, rel=1e-3)
    fast = open_ground(moving(50.5, 5.9, course_deg=0.0, speed_mps=80.0), SETTINGS)
    assert fast.after_s[:, -1] == pytest.approx(SETTINGS.horizon_m / 80.0)


def test_the_courses_weigh_one_together_and_are_lost_with_the_way() -> None:
    fan = open_ground(moving(50.5, 5.9, course_deg=40.0), SETTINGS)
    assert fan.weights.sum() == pytest.approx(1.0)
    assert (fan.kept[:, 0] == 1.0).all()
    assert (np.diff(fan.kept, axis=1) < 0).all()
    assert fan.kept[0, -1] == pytest.approx(math.exp(-fan.after_s[0, -1] / SETTINGS.turn_off_s))


def test_courses_lie_from_left_to_right_and_farther_apart_with_the_way() -> None:
    aside = aside_m(moving(50.5, 5.9, course_deg=0.0))
    assert (np.diff(aside, axis=0) > 0).all()
    assert (np.diff(aside[-1] - aside[0]) > 0).all()


def test_the_fan_is_wider_where_the_place_or_the_course_is_less_sure() -> None:
    sure = aside_m(moving(50.5, 5.9, course_deg=0.0))
    for doubtful in (
        moving(50.5, 5.9, course_deg=0.0, sigma_m=40.0),
        moving(50.5, 5.9, course_deg=0.0, velocity_sigma_mps=6.0),
    ):
        assert (np.ptp(aside_m(doubtful), axis=0)[1:] > np.ptp(sure, axis=0)[1:]).all()


def test_a_unit_that_turns_to_the_right_goes_on_to_the_right_for_a_moment() -> None:
    turning = aside_m(moving(50.5, 5.9, course_deg=0.0, turn_degps=3.0))
    assert turning[len(turning) // 2, -1] > 50.0


def test_the_road_comes_back_to_the_direction_of_the_last_minute() -> None:
    bent = moving(50.5, 5.9, course_deg=20.0, came_deg=0.0)
    fan = open_ground(bent, SETTINGS)
    middle = len(fan.weights) // 2
    last = math.degrees(math.atan2(*_step_m(bent, fan.lats[middle, -2:], fan.lons[middle, -2:])))
    assert -1.0 < last < 5.0


def test_after_a_turn_off_the_last_minute_says_nothing() -> None:
    turned = moving(50.5, 5.9, course_deg=90.0, came_deg=0.0)
    fan = open_ground(turned, SETTINGS)
    middle = len(fan.weights) // 2
    last = math.degrees(math.atan2(*_step_m(turned, fan.lats[middle, -2:], fan.lons[middle, -2:])))
    assert 80.0 < last < 91.0


@given(st.floats(-180.0, 180.0), st.floats(1.0, 60.0), st.floats(-10.0, 10.0), st.floats(-60.0, 60.0))
def test_the_fan_of_the_mirrored_unit_is_the_mirrored_fan(
    course: float, speed: float, turn: float, came: float
) -> None:
    motion = moving(0.0, 6.0, course_deg=course, speed_mps=speed, turn_degps=turn, came_deg=course + came)
    mirrored = moving(0.0, 6.0, course_deg=-course, speed_mps=speed, turn_degps=-turn, came_deg=-course - came)
    fan, other = open_ground(motion, SETTINGS), open_ground(mirrored, SETTINGS)
    assert other.lats[::-1] == pytest.approx(fan.lats, abs=1e-9)
    assert 12.0 - other.lons[::-1] == pytest.approx(fan.lons, abs=1e-9)


@pytest.mark.parametrize(("lat", "lon"), [(0.0, 179.999), (0.0, -179.999), (89.9999, 6.0), (-89.9999, 6.0)])
def test_at_the_antimeridian_and_the_poles_every_place_is_one_on_earth(lat: float, lon: float) -> None:
    for course in (0.0, 90.0, 180.0, 270.0):
        fan = open_ground(moving(lat, lon, course_deg=course), SETTINGS)
        assert (np.abs(fan.lats) <= 90.0).all()
        assert (np.abs(fan.lons) <= 180.0).all()


def test_every_movement_has_settings() -> None:
    assert settings_for("road") == SETTINGS
    assert len({settings_for(movement) for movement in MOVEMENTS}) == len(MOVEMENTS)


@pytest.mark.parametrize("name", sorted(ForecastSettings.__slots__))
def test_settings_are_above_zero(name: str) -> None:
    with pytest.raises(ValueError, match=f"{name}: expected a number above 0"):
        ForecastSettings(**{name: 0.0})


def _step_m(motion: Motion, lats: NDArray[np.float64], lons: NDArray[np.float64]) -> tuple[float, float]:
    north_m, east_m = metres_per_degree(motion.lat)
    return float(np.diff(lons)[0] * east_m), float(np.diff(lats)[0] * north_m)
