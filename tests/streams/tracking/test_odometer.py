"""How far a unit has driven: a parked car nothing, a car what its road is long, and never less than before."""

from collections.abc import Iterable, Sequence
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from geo.geodesy import distance_m, metres_per_degree
from geo.reading import micros
from geo.settings import TrackerSettings
from producers.simulator.course import Course, evenly_s
from producers.simulator.drive import driven
from producers.simulator.metres import Places, to_metres
from producers.simulator.pace import ROAD
from producers.simulator.receiver import Noise, Receiver, received
from producers.simulator.road import bends, laid, resampled, smoothed
from streams.records import Fix
from streams.tracking.odometer import Mark, Odometer, begin_odometer, drive_on, driven_at, with_last_marks
from streams.tracking.state import decode_unit, encode_unit
from streams.tracking.step import World
from tests.streams.pursuit.scene import at
from tests.streams.tracking.scene import CAR, WORLD, Partition, fix, membership

SETTINGS = TrackerSettings()
NORTH_M, _ = metres_per_degree(50.5)


def north(metres: float, seconds: float, *, accuracy_m: float | None = 5.0, speed_mps: float | None = None) -> Fix:
    """A fix so many metres north of the scene."""
    return fix(6.0, seconds, lat=50.5 + metres / NORTH_M, accuracy_m=accuracy_m, speed_mps=speed_mps)


def after(fixes: Iterable[Fix], *, gaps: Sequence[int] = ()) -> Odometer:
    """The odometer after these fixes; before those at these places there was a gap."""
    first, *others = fixes
    odometer = begin_odometer(first)
    for place, (before, now) in enumerate(pairwise([first, *others]), start=1):
        odometer = drive_on(odometer, before, now, gap=place in gaps, settings=SETTINGS)
    return odometer


def metres(fixes: Iterable[Fix], *, gaps: Sequence[int] = ()) -> float:
    return round(after(fixes, gaps=gaps).driven_m, 1)


# ---------------------------------------------------------------- legs


def test_a_unit_that_is_first_seen_has_driven_nothing() -> None:
    assert begin_odometer(north(0, 0)) == Odometer(marks=(Mark(micros(at(0)), 50.5, 6.0, 5.0, 0.0),))


def test_a_car_that_drives_straight_on_has_driven_the_straight_line() -> None:
    assert metres(north(30 * second, second) for second in range(11)) == 300.0


def test_who_goes_and_comes_back_has_driven_both_ways() -> None:
    assert metres([north(0, 0), north(100, 5), north(0, 10)]) == 200.0


def test_a_unit_that_creeps_counts_with_every_25_metres() -> None:
    told = [metres(north(2 * second, second) for second in range(seconds)) for seconds in (13, 14, 26, 27)]
    assert told == [0.0, 26.0, 26.0, 52.0]


@pytest.mark.parametrize(("accuracy_m", "told"), [(5.0, 30.0), (6.1, 0.0), (None, 0.0)])
def test_a_place_within_five_circles_of_the_last_mark_adds_nothing(accuracy_m: float | None, told: float) -> None:
    assert metres([north(0, 0, accuracy_m=accuracy_m), north(30, 1, accuracy_m=accuracy_m)]) == told


@pytest.mark.parametrize("circles_m", [(40.0, 5.0), (5.0, 40.0)])
def test_of_the_circles_at_both_ends_of_a_leg_the_wider_counts(circles_m: tuple[float, float]) -> None:
    first_m, second_m = circles_m
    assert metres([north(0, 0, accuracy_m=first_m), north(150, 10, accuracy_m=second_m)]) == 0.0
    assert metres([north(0, 0, accuracy_m=first_m), north(250, 10, accuracy_m=second_m)]) == 250.0


# ---------------------------------------------------------------- by speed


def _round_a_corner(speed_mps: float | None) -> list[Fix]:
    """100 m to the north, then 100 m to the east, 10 m a second, through a receiver of 11 m."""
    lat, (_, east_m) = 50.5 + 100 / NORTH_M, metres_per_degree(50.5)
    up = [north(10 * second, second, accuracy_m=11.0, speed_mps=speed_mps) for second in range(11)]
    aside = [
        fix(6.0 + 10 * second / east_m, 10 + second, lat=lat, accuracy_m=11.0, speed_mps=speed_mps)
        for second in range(1, 11)
    ]
    return [*up, *aside]


def test_speeds_that_bear_the_line_out_count_the_corner_too() -> None:
    assert metres(_round_a_corner(10.0)) == 190.0, "all but the last 10 m, which are within the noise"
    assert metres(_round_a_corner(None)) == pytest.approx(60.0 + np.hypot(40.0, 40.0) + 60.0, abs=0.1)


def test_where_speeds_bear_it_out_two_circles_are_enough() -> None:
    told = [north(0, 0, accuracy_m=20.0, speed_mps=9.0), north(45, 5, accuracy_m=20.0, speed_mps=9.0)]
    assert metres(told) == 45.0
    assert metres([north(0, 0, accuracy_m=20.0), north(45, 5, accuracy_m=20.0)]) == 0.0


@pytest.mark.parametrize("speed_mps", [2.0, 21.0], ids=["says it crept", "says it raced"])
def test_speeds_that_the_line_does_not_bear_out_are_not_believed(speed_mps: float) -> None:
    assert metres([north(0, 0, speed_mps=speed_mps), north(100, 10, speed_mps=speed_mps)]) == 100.0


def test_a_parked_car_whose_receiver_says_that_it_drives_has_driven_nothing() -> None:
    assert metres(north(second % 2, second, speed_mps=14.0) for second in range(600)) == 0.0


def test_a_car_that_stood_for_long_is_measured_by_the_line_as_its_speeds_say_too_much() -> None:
    stood = [north(0, second, speed_mps=0.9) for second in range(600)]
    assert metres([*stood, north(30, 600, speed_mps=14.0)]) == 30.0


def test_speeds_of_fixes_far_apart_say_nothing_of_the_way_between() -> None:
    assert metres([north(0, 0, speed_mps=14.0), north(100, 11, speed_mps=14.0)]) == 100.0
    assert metres([north(0, 0, speed_mps=14.0), north(100, 10, speed_mps=14.0)]) == 140.0


# ---------------------------------------------------------------- silences and leaps


def test_after_a_silence_the_straight_line_counts_whatever_the_speeds_say() -> None:
    told = [north(0, 0, speed_mps=20.0), north(1_500, 60, speed_mps=20.0)]
    assert metres(told, gaps=[1]) == 1_500.0


def test_a_silence_within_a_leg_leaves_its_speeds_unknown_and_the_next_leg_has_them_again() -> None:
    fixes = [north(0, 0, speed_mps=14.0), north(10, 1, speed_mps=14.0), north(100, 9, speed_mps=14.0)]
    assert metres(fixes, gaps=[2]) == 100.0
    assert metres([*fixes, north(160, 14, speed_mps=14.0)], gaps=[2]) == 170.0


def test_what_nothing_can_have_driven_adds_nothing_and_the_way_goes_on_from_there() -> None:
    leap = [north(0, 0), north(50_000, 60), north(50_100, 65)]
    assert metres(leap[:2], gaps=[1]) == 0.0
    assert metres(leap, gaps=[1]) == 100.0


# ---------------------------------------------------------------- at a place on the way


def test_at_a_place_it_stood_at_the_mark_before_and_the_way_from_there() -> None:
    odometer = after([north(0, 0), north(100, 10)])
    assert _at(odometer, 40, 4) == 40.0
    assert _at(odometer, 130, 13) == 130.0


def test_at_a_place_beside_the_way_it_is_at_most_what_it_was_at_the_next_mark() -> None:
    assert _at(after([north(0, 0), north(100, 10)]), 150, 4) == 100.0


def test_before_the_oldest_mark_it_is_straight_back_and_never_below_zero() -> None:
    odometer = Odometer(marks=after([north(0, 0), north(100, 10)]).marks[1:])
    assert (_at(odometer, 40, 4), _at(odometer, -40, -4)) == (40.0, 0.0)


def _at(odometer: Odometer, metres_north: float, seconds: float) -> float:
    return round(driven_at(odometer, micros(at(seconds)), 50.5 + metres_north / NORTH_M, 6.0), 1)


def test_a_unit_in_doubt_keeps_marks_all_along_its_way_and_not_many() -> None:
    odometer = after(north(30 * second, second) for second in range(201))
    assert len(odometer.marks) <= 16
    assert odometer.marks[0].driven_m == 0.0
    assert round(odometer.driven_m) == 6_000
    assert [_at(odometer, metres_north, metres_north / 30) for metres_north in (600, 3_000, 5_990)] == [
        600.0, 3_000.0, 5_990.0,
    ]  # fmt: skip


def test_a_unit_that_is_sure_keeps_the_last_two() -> None:
    odometer = after(north(30 * second, second) for second in range(11))
    assert with_last_marks(odometer) == Odometer(marks=odometer.marks[-2:])
    assert with_last_marks(begin_odometer(north(0, 0))) == begin_odometer(north(0, 0))


# ---------------------------------------------------------------- whatever comes

_FIXES = st.lists(
    st.tuples(
        st.floats(-2_000, 2_000), st.integers(0, 600), st.none() | st.floats(0, 500), st.none() | st.floats(0, 60),
        st.booleans(),
    ),
    min_size=2,
    max_size=40,
)  # fmt: skip


@given(_FIXES)
def test_the_odometer_never_falls(drawn: list[tuple[float, int, float | None, float | None, bool]]) -> None:
    fixes = [north(m, s, accuracy_m=accuracy, speed_mps=speed) for m, s, accuracy, speed, _ in drawn]
    odometer = begin_odometer(fixes[0])
    for before, now, (*_, gap) in zip(fixes, fixes[1:], drawn[1:], strict=False):
        further = drive_on(odometer, before, now, gap=gap, settings=SETTINGS)
        assert further.driven_m >= odometer.driven_m >= 0.0
        odometer = further


@given(st.lists(st.floats(26, 2_000), min_size=1, max_size=30), st.data())
def test_on_a_clean_track_it_is_the_sum_of_its_legs(steps_m: list[float], data: st.DataObject) -> None:
    aside = data.draw(st.lists(st.sampled_from([-0.01, 0.0, 0.01]), min_size=len(steps_m), max_size=len(steps_m)))
    places = [(50.5, 6.0)]
    for step_m, east in zip(steps_m, aside, strict=True):
        places.append((places[-1][0] + step_m / NORTH_M, places[-1][1] + east))
    fixes = [fix(lon, 30 * k, lat=lat, accuracy_m=5.0) for k, (lat, lon) in enumerate(places)]
    legs_m = sum(distance_m(*begin, *end) for begin, end in pairwise(places))
    assert after(fixes).driven_m == pytest.approx(legs_m, rel=1e-9)


# ---------------------------------------------------------------- in TRACK's step


def test_noise_a_late_fix_and_a_leap_that_is_believed_at_last_add_nothing() -> None:
    partition = Partition(World(WORLD.index, WORLD.layer))
    partition.feed(*(north(7 * (second % 2), second) for second in range(60)))
    partition.feed(north(400, 30.5), north(9_000, 61), north(9_001, 62), north(9_002, 63), north(9_060, 65))
    last, odometer = partition.units[CAR].last, partition.units[CAR].odometer
    assert last == north(9_060, 65)
    assert odometer is not None
    assert round(odometer.driven_m, 1) == 58.0, "from where it was taken up"


@pytest.mark.parametrize(("lon", "kept"), [(6.00005, 13), (5.5, 2)], ids=["4 m beyond the border", "inland"])
def test_only_a_unit_in_doubt_is_kept_with_more_than_its_last_two_marks(lon: float, kept: int) -> None:
    partition = Partition(World(WORLD.index, WORLD.layer))
    partition.feed(fix(min(lon, 5.999), -10, n=0, accuracy_m=20.0))
    partition.feed(*(replace(north(14 * s, s, accuracy_m=20.0, speed_mps=14.0), lon=lon, n=s + 1) for s in range(40)))
    odometer = partition.units[CAR].odometer
    assert odometer is not None
    assert len(odometer.marks) == kept


def test_an_odometer_goes_on_after_a_recovery_as_if_nothing_had_been() -> None:
    drive = [north(12 * second, second, speed_mps=12.0) for second in range(120)]
    whole, recovered = Partition(World(WORLD.index, WORLD.layer)), Partition(World(WORLD.index, WORLD.layer))
    for partition in (whole, recovered):
        partition.feed(*drive[:15], membership())
    recovered.units = {CAR: decode_unit(encode_unit(recovered.units[CAR]))}
    told = whole.feed(*drive[15:]).outputs
    assert recovered.feed(*drive[15:]).outputs == told


@given(_FIXES, st.data())
def test_the_odometer_is_the_same_however_the_stream_is_cut(
    drawn: list[tuple[float, int, float | None, float | None, bool]], data: st.DataObject
) -> None:
    in_time = sorted(drawn, key=lambda one: one[1])
    fixes = [north(m, s, accuracy_m=accuracy, speed_mps=speed) for m, s, accuracy, speed, _ in in_time]
    cut = data.draw(st.integers(0, len(fixes)))
    whole, parts = Partition(World(WORLD.index, WORLD.layer)), Partition(World(WORLD.index, WORLD.layer))
    whole.feed(*fixes)
    parts.feed(*fixes[:cut])
    parts.feed(*fixes[cut:])
    assert parts.units[CAR].odometer == whole.units[CAR].odometer


# ---------------------------------------------------------------- by the simulator, whose truth is known


@pytest.mark.parametrize("noise", ["white", "mixed", "correlated"])
@pytest.mark.parametrize("tells_motion", [True, False])
def test_a_car_parked_for_a_shift_has_driven_nothing_to_speak_of(noise: Noise, tells_motion: bool) -> None:
    t_s = evenly_s(8 * 3_600.0)
    parked = Course(t_s, np.full(len(t_s), 50.6), np.full(len(t_s), 5.6))
    assert metres(_seen(parked, Receiver(noise=noise, tells_motion=tells_motion))) < 200.0


@pytest.mark.parametrize("noise", ["white", "mixed", "correlated"])
@pytest.mark.parametrize("road", ["country", "town"])
def test_a_drive_is_measured_to_a_hundredth_where_the_receiver_tells_its_speed(noise: Noise, road: str) -> None:
    course = {"country": _country_road, "town": _town}[road]()
    assert metres(_seen(course, Receiver(noise=noise))) == pytest.approx(course.length_m, rel=0.01)


@pytest.mark.parametrize("noise", ["mixed", "correlated"])
def test_without_speeds_a_country_road_is_measured_to_a_hundredth_and_a_town_loses_corners(noise: Noise) -> None:
    country, town, receiver = _country_road(), _town(), Receiver(noise=noise, tells_motion=False)
    assert metres(_seen(country, receiver)) == pytest.approx(country.length_m, rel=0.01)
    assert 0.8 * town.length_m < metres(_seen(town, receiver)) < town.length_m


def _seen(course: Course, receiver: Receiver) -> list[Fix]:
    read = received(np.random.default_rng(7), course, receiver)
    columns = (read.t_s, read.lat, read.lon, read.accuracy_m, read.speed_mps)
    return [
        fix(lon, t_s, lat=lat, accuracy_m=accuracy_m, speed_mps=None if np.isnan(speed_mps) else speed_mps)
        for t_s, lat, lon, accuracy_m, speed_mps in zip(*(column.tolist() for column in columns), strict=True)
    ]


def _country_road() -> Course:
    """20 km that bend as roads do."""
    rng = np.random.default_rng(1)
    return driven(rng, laid(bends(rng, ROAD, 20_000.0), ROAD.step_m, through_m=_here(), vertex=0), ROAD)


def _town() -> Course:
    """10 km with a right angle every 80 to 400 m."""
    rng = np.random.default_rng(1)
    corners_m, along_rad = [_here()], 0.0
    for _ in range(42):
        step = rng.uniform(80.0, 400.0) * np.array([np.sin(along_rad), np.cos(along_rad)])
        corners_m.append(corners_m[-1] + step)
        along_rad += rng.choice([-0.5, 0.5]) * np.pi
    return driven(rng, smoothed(resampled(np.array(corners_m), 1.0), 4.0), ROAD)


def _here() -> Places:
    here: Places = to_metres(np.array([50.6]), np.array([5.6]))[0]
    return here
