"""Where a unit is and how it moves, told from fixes that are each a little wrong."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.fix import Fix
from geo.geodesy import distance_m
from geo.motion import CIRCLE_TO_SIGMA, Motion, begin_motion, follow_motion
from geo.movement import MOVEMENTS, Movement
from geo.reading import micros
from tests.strategies import drives
from tests.worlds import away, car, fix

Offset = tuple[float, float]


def followed(fixes: Sequence[Fix]) -> Motion:
    """The motion after all of these fixes."""
    motion = begin_motion(fixes[0], micros(fixes[0].observed_at))
    for one in fixes[1:]:
        motion = follow_motion(motion, one, micros(one.observed_at))
    return motion


def driven(east_mps: float, north_mps: float, *, seconds: int = 60, off: Iterable[Offset] = ()) -> list[Fix]:
    """A fix a second of a car that drives straight, each so many metres east and north off."""
    errors = list(off) or [(0.0, 0.0)] * seconds
    return car([away(east_mps * k + x, north_mps * k + y) for k, (x, y) in enumerate(errors)], every_s=1.0)


def white_noise(sigma_m: float, seconds: int = 120, seed: int = 4) -> list[Offset]:
    """Errors that no two fixes share."""
    return [(float(x), float(y)) for x, y in np.random.default_rng(seed).normal(0.0, sigma_m, (seconds, 2))]


def off_by_m(motion: Motion, place: Offset) -> float:
    """How far the motion is from a place."""
    return distance_m(motion.lat, motion.lon, *place)


def test_a_circle_holds_68_percent_of_the_fixes() -> None:
    radius_in_sigmas = 1.0 / CIRCLE_TO_SIGMA
    assert 1.0 - math.exp(-(radius_in_sigmas**2) / 2.0) == pytest.approx(0.68)  # the Rayleigh distribution
    first = replace(fix(50.5, 6.0), accuracy_m=151.0)
    assert begin_motion(first, 0).sigma_m == pytest.approx(100.0, abs=0.1)


@pytest.mark.parametrize(("movement", "accuracy_m"), [("road", 23.0), ("foot", 23.0), ("air", 30.0)])
def test_a_receiver_that_states_no_circle_is_taken_to_have_the_usual_one(movement: Movement, accuracy_m: float) -> None:
    silent = replace(fix(50.5, 6.0), movement=movement)
    assert begin_motion(silent, 0) == begin_motion(replace(silent, accuracy_m=accuracy_m), 0)


def test_nobody_is_surer_than_a_metre() -> None:
    exact = [replace(one, accuracy_m=0.0) for one in driven(20.0, 0.0)]
    assert followed(exact).sigma_m > 0.3
    assert followed(exact) == followed([replace(one, accuracy_m=1.0) for one in exact])


def test_of_a_single_fix_no_speed_is_known() -> None:
    motion = begin_motion(fix(50.5, 6.0), 7)
    assert (motion.at_us, motion.lat, motion.lon, motion.speed_mps) == (7, 50.5, 6.0, 0.0)
    assert motion.velocity_sigma_mps >= 10.0
    assert not motion.is_moving(1.0)


@pytest.mark.parametrize(
    ("speed_mps", "course_deg", "velocity"),
    [
        (10.0, 0.0, (0.0, 10.0)), (10.0, 90.0, (10.0, 0.0)), (10.0, 180.0, (0.0, -10.0)), (10.0, 270.0, (-10.0, 0.0)),
        (1.0, None, (0.0, 0.0)), (10.0, None, (0.0, 0.0)), (None, 90.0, (0.0, 0.0)),
    ],
)  # fmt: skip
def test_the_velocity_begins_as_the_receiver_reports_it(
    speed_mps: float | None, course_deg: float | None, velocity: Offset
) -> None:
    motion = begin_motion(replace(fix(50.5, 6.0), speed_mps=speed_mps, course_deg=course_deg), 0)
    assert (motion.east_mps, motion.north_mps) == pytest.approx(velocity, abs=1e-9)
    heard = speed_mps is not None and (course_deg is not None or speed_mps < 1.5)
    assert (motion.velocity_sigma_mps <= 1.0) is heard


@pytest.mark.parametrize("velocity", [(20.0, 0.0), (-20.0, 0.0), (0.0, 30.0), (3.0, -4.0)])
def test_a_straight_drive_is_followed_to_the_metre(velocity: Offset) -> None:
    motion = followed(driven(*velocity))
    assert (motion.east_mps, motion.north_mps) == pytest.approx(velocity, abs=0.1)
    assert off_by_m(motion, away(59 * velocity[0], 59 * velocity[1])) < 1.0
    assert motion.turn_degps == pytest.approx(0.0, abs=0.1)
    assert motion.is_moving(3.5)


@pytest.mark.parametrize("seed", range(5))
def test_noise_that_no_two_fixes_share_is_taken_out(seed: int) -> None:
    noise = white_noise(15.0, seed=seed)
    motions = _each_motion(driven(20.0, 0.0, off=noise), "road")[60:]
    errors = [off_by_m(motion, away(20.0 * k)) for k, motion in enumerate(motions, start=60)]
    assert np.mean(errors) < 0.75 * np.mean([math.hypot(*error) for error in noise[60:]])
    assert np.mean([motion.sigma_m for motion in motions]) < 0.85 * begin_motion(fix(50.5, 6.0), 0).sigma_m


def test_an_error_that_stays_is_not_taken_for_certainty() -> None:
    """Fixes 30 m east of the truth, all alike: the filter cannot see it, and must not say that it does."""
    motion = followed(driven(20.0, 0.0, off=[(30.0, 0.0)] * 120))
    assert motion.sigma_m > 0.9 * begin_motion(fix(50.5, 6.0), 0).sigma_m


@pytest.mark.parametrize("seed", range(5))
def test_a_unit_that_stands_does_not_move_whatever_its_noise(seed: int) -> None:
    """In its first minute there is no average of a minute yet."""
    motions = _each_motion(driven(0.0, 0.0, off=white_noise(15.0, seed=seed)), "road")
    assert [motion.is_moving(3.5) for motion in motions[60:]] == [False] * 60


def test_a_fix_five_kilometres_off_is_not_averaged_in_but_begun_at() -> None:
    fixes = driven(0.0, 0.0)
    far = fix(*away(5_000.0), 60.0, number=60)
    motion = follow_motion(followed(fixes), far, micros(far.observed_at))
    assert (motion.lat, motion.lon, motion.speed_mps) == (far.lat, far.lon, 0.0)
    assert motion.sigma_m == pytest.approx(5_000.0 / math.sqrt(2.0), rel=0.01)
    for second in range(61, 91):
        motion = follow_motion(motion, far, micros(fix(0, 0, second).observed_at))
    assert motion.sigma_m < 30.0


def test_a_reported_velocity_sharpens_and_one_that_cannot_be_is_not_believed() -> None:
    silent = driven(20.0, 0.0, off=white_noise(15.0, 30))
    telling = [replace(one, speed_mps=20.0, course_deg=90.0) for one in silent]
    wrong = [*silent[:-1], replace(silent[-1], speed_mps=90.0, course_deg=270.0)]
    assert followed(telling).velocity_sigma_mps < followed(silent).velocity_sigma_mps
    assert abs(followed(telling).east_mps - 20.0) < 1.0
    assert followed(wrong) == followed(silent)


@pytest.mark.parametrize(("side", "turn"), [(1.0, 6.0), (-1.0, -6.0)])
def test_a_curve_to_the_right_turns_clockwise(side: float, turn: float) -> None:
    """A circle of 191 m radius at 20 m/s: six degrees a second."""
    angles = [math.radians(6.0 * k) for k in range(60)]
    circle = car([away(side * 191.0 * (1 - math.cos(a)), 191.0 * math.sin(a)) for a in angles], every_s=1.0)
    assert followed(circle).turn_degps == pytest.approx(turn, abs=1.0)


def test_over_the_antimeridian_a_car_drives_on() -> None:
    step_deg = 20.0 / 111_300.0
    lons = [180.0 + (k - 30) * step_deg for k in range(60)]
    fixes = car([(0.5, lon if lon <= 180.0 else lon - 360.0) for lon in lons], every_s=1.0)
    assert [motion.east_mps == pytest.approx(20.0, abs=1.0) for motion in _each_motion(fixes, "road")[20:]] == [
        True
    ] * 40


def test_a_walker_is_held_steadier_than_a_car_and_a_car_than_an_aircraft() -> None:
    def unsure(movement: Movement) -> float:
        return followed([replace(one, movement=movement, accuracy_m=20.0) for one in driven(5, 0)]).velocity_sigma_mps

    assert unsure("foot") < unsure("road") < unsure("air")


@given(drives(), st.sampled_from(MOVEMENTS))
def test_what_is_unsure_stays_an_amount(fixes: list[Fix], movement: Movement) -> None:
    for motion in _each_motion(fixes, movement):
        assert all(math.isfinite(value) for value in motion)
        assert motion.place_m2 > 0.0
        assert motion.velocity_m2ps2 > 0.0
        assert motion.cross_m2ps**2 <= motion.place_m2 * motion.velocity_m2ps2 * (1.0 + 1e-9)
        assert motion.sigma_m**2 >= motion.place_m2 * (1.0 - 1e-9)


@given(drives())
def test_east_and_west_are_alike(fixes: list[Fix]) -> None:
    mirrored = [replace(one, lon=12.0 - one.lon) for one in fixes]
    for here, there in zip(_each_motion(fixes, "road"), _each_motion(mirrored, "road"), strict=True):
        assert (there.east_mps, there.north_mps) == pytest.approx((-here.east_mps, here.north_mps), abs=1e-6)
        assert (there.lat, 12.0 - there.lon) == pytest.approx((here.lat, here.lon), abs=1e-9)
        assert there.sigma_m == pytest.approx(here.sigma_m, rel=1e-6)


@given(drives(), st.floats(1.1, 10.0))
def test_a_wider_circle_never_makes_the_first_place_surer(fixes: list[Fix], wider: float) -> None:
    sharp = replace(fixes[0], accuracy_m=5.0)
    assert begin_motion(sharp, 0).sigma_m < begin_motion(replace(sharp, accuracy_m=5.0 * wider), 0).sigma_m


def _each_motion(fixes: Sequence[Fix], movement: Movement) -> list[Motion]:
    motions: list[Motion] = []
    for one in (replace(one, movement=movement) for one in fixes):
        at_us = micros(one.observed_at)
        if not motions:
            motions.append(begin_motion(one, at_us))
        elif at_us > motions[-1].at_us:
            motions.append(follow_motion(motions[-1], one, at_us))
    return motions
