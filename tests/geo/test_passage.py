"""The story over the borders: one crossing is told once, what was only noise is taken back, and nothing is a shower."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import timedelta

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.crossing import Crossing, Status
from geo.entry import Anchor
from geo.fix import Fix
from geo.motion import begin_motion
from geo.movement import Movement, limits_of
from geo.passage import Step, begin_passage, is_sure_of, take_step
from geo.settings import TrackerSettings
from geo.territory import Territory
from tests.geo.seen import Judged, Watcher, changes, judged, reading_of
from tests.strategies import drives, inland, streams, worlds
from tests.worlds import NOON, away, car, fix, index_of, sets

BE, NL, DE, LU, BOTH, NOWHERE = sets("BE", "NL", "DE", "LU", "LU DE", "")
DEFAULTS = TrackerSettings()
SEEDS = range(6)
seeds = st.integers(0, 10_000)

Way = Iterable[tuple[float, float]]
"""Metres east and north of the middle of the world, one place a fix."""


def east(begin_m: float, mps: float, fixes: int) -> list[tuple[float, float]]:
    """A drive to the east, straight across the border at six."""
    return [(begin_m + mps * k, 0.0) for k in range(fixes)]


def driven(way: Way, *, noise_m: float = 0.0, seed: int = 0, every_s: float = 1.0) -> list[Fix]:
    """The fixes of a car, each by so much off, no two alike."""
    off = np.random.default_rng(seed).normal(0.0, max(noise_m, 1e-12), (10_000, 2)).tolist()
    return car([away(e + x, n + y) for (e, n), (x, y) in zip(way, off, strict=False)], every_s=every_s)


def told(seen: Sequence[Judged]) -> list[tuple[Status, Territory, Territory]]:
    """All that was told of crossings, in order."""
    return [(crossing.status, crossing.left, crossing.entered) for one in seen for crossing in one.crossings]


def confirmed(seen: Sequence[Judged]) -> list[Crossing]:
    """The crossings that were confirmed."""
    return [crossing for one in seen for crossing in one.crossings if crossing.status == "confirmed"]


# ---------------------------------------------------------------- one crossing


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize(("mps", "every_s"), [(20.0, 1.0), (35.0, 1.0), (20.0, 5.0), (10.0, 2.0), (20.0, 10.0)])
def test_a_drive_over_the_border_is_one_crossing_told_as_possible_at_most_once(
    mps: float, every_s: float, seed: int
) -> None:
    way = east(-400.0, mps * every_s, round(800.0 / mps / every_s) + 1)
    seen = judged(driven(way, noise_m=8.0, seed=seed, every_s=every_s), settings=DEFAULTS)
    assert told(seen) in ([("confirmed", BE, NL)], [("possible", BE, NL), ("confirmed", BE, NL)])
    assert (seen[-1].territory, seen[-1].sure) == (NL, True)
    (crossing,) = confirmed(seen)
    true_at = NOON + timedelta(seconds=400.0 / mps)
    assert abs((crossing.at - true_at).total_seconds()) < 2.0 * every_s + 20.0 / mps
    assert crossing.lon == pytest.approx(6.0, abs=1e-6)


def test_without_noise_place_and_instant_are_those_of_the_border() -> None:
    (crossing,) = confirmed(judged(driven(east(-300.0, 20.0, 40)), settings=DEFAULTS))
    assert (crossing.lat, crossing.lon) == pytest.approx((50.5, 6.0), abs=1e-6)
    assert (crossing.at - NOON).total_seconds() == pytest.approx(15.0, abs=0.2)
    assert crossing.guess is False


def test_what_was_possible_is_confirmed_under_the_same_id_and_only_its_status_need_change() -> None:
    """A walker: slow enough that several fixes lie between the two."""
    walk = [replace(one, movement="foot") for one in driven(east(-100.0, 1.5, 140))]
    seen = judged(walk, settings=DEFAULTS)
    (first, possible), (second, settled) = [(at, c) for at, one in enumerate(seen) for c in one.crossings]
    assert (possible.status, possible.confirmed_at) == ("possible", None)
    assert (settled.status, settled.confirmed_at) == ("confirmed", seen[second].fix.observed_at)
    assert possible.id == settled.id == f"BE/CAR|b|{first}|crossing|0"
    assert (possible.left, possible.entered) == (settled.left, settled.entered)
    assert {(one.territory, one.sure) for one in seen[first:second]} == {(NL, False)}
    assert {(one.territory, one.sure) for one in seen[second:]} == {(NL, True)}


@pytest.mark.parametrize("seed", SEEDS)
def test_there_and_back_an_hour_later_are_two_crossings(seed: int) -> None:
    way = [*east(-300.0, 20.0, 40), *east(500.0, -20.0, 40)]
    assert changes(judged(driven(way, noise_m=8.0, seed=seed), settings=DEFAULTS)) == [(BE, NL), (NL, BE)]


# ---------------------------------------------------------------- not a crossing


@pytest.mark.parametrize("seed", SEEDS)
def test_who_stops_short_of_the_border_and_turns_back_was_never_surely_over_it(seed: int) -> None:
    """Nearest at five metres after 20 seconds, turning at two metres per second squared."""
    way = [(-5.0 - (k - 20.0) ** 2, 0.0) for k in range(45)]
    seen = judged(driven(way, noise_m=8.0, seed=seed), settings=DEFAULTS)
    assert told(seen) in ([], [("possible", BE, NL), ("withdrawn", BE, NL)])
    assert (seen[-1].territory, seen[-1].sure) == (BE, True)


def test_what_is_withdrawn_keeps_its_id_and_says_when() -> None:
    way = [(3.0 - (k - 20.0) ** 2 / 4.0, 0.0) for k in range(60)]
    seen = judged(driven(way), settings=DEFAULTS)
    possible, withdrawn = [(one, crossing) for one in seen for crossing in one.crossings]
    assert (possible[1].status, withdrawn[1].status) == ("possible", "withdrawn")
    assert withdrawn[1] == replace(possible[1], status="withdrawn", confirmed_at=withdrawn[0].fix.observed_at)


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("noise_m", [1.0, 8.0, 15.0])
def test_a_unit_that_stands_on_the_line_is_told_once_at_most_however_long_it_stands(noise_m: float, seed: int) -> None:
    """It braked at two metres per second squared, and stopped on the line."""
    stands = [*((-((20.0 - k) ** 2), 0.0) for k in range(20)), *[(0.0, 0.0)] * 400]
    statuses = [status for status, _, _ in told(judged(driven(stands, noise_m=noise_m, seed=seed), settings=DEFAULTS))]
    assert statuses in ([], ["possible"])


@pytest.mark.parametrize("seed", SEEDS)
def test_a_drive_along_a_street_that_is_the_border_is_told_once_at_most(seed: int) -> None:
    street = [(0.0, -1_500.0 + 15.0 * k) for k in range(200)]
    statuses = [status for status, _, _ in told(judged(driven(street, noise_m=8.0, seed=seed), settings=DEFAULTS))]
    assert statuses in ([], ["possible"])


@pytest.mark.parametrize("seed", SEEDS)
def test_a_corner_clipped_less_deep_than_the_noise_is_not_told_as_confirmed(seed: int) -> None:
    """Past the corner on the wrong side, at three and a half metres."""
    way = [(2.5 + 10.0 * k, -2.5 + 10.0 * k) for k in range(-25, 25)]
    seen = judged(driven(way, noise_m=8.0, seed=seed), "corner", DEFAULTS)
    assert told(seen) in ([], [("possible", BE, NL), ("withdrawn", BE, NL)])
    assert seen[-1].territory == BE


@pytest.mark.parametrize("seed", SEEDS)
def test_a_corner_cut_deeper_than_the_noise_is_confirmed_in_and_out(seed: int) -> None:
    way = [(150.0 + 10.0 * k, -150.0 + 10.0 * k) for k in range(-50, 50)]
    assert changes(judged(driven(way, noise_m=8.0, seed=seed), "corner", DEFAULTS)) == [(BE, NL), (NL, BE)]


# ---------------------------------------------------------------- narrow, shared and meeting grounds


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("north_mps", [0.0, 10.0])
def test_a_corridor_narrower_than_the_noise_is_confirmed_in_and_out(north_mps: float, seed: int) -> None:
    way = [(-400.0 + 20.0 * k, north_mps * k) for k in range(50)]
    seen = judged(driven(way, noise_m=8.0, seed=seed), "corridor", DEFAULTS)
    assert changes(seen) == [(DE, BE), (BE, DE)]
    assert len({crossing.id for crossing in confirmed(seen)}) == 2
    assert (seen[-1].territory, seen[-1].sure) == (DE, True)


@given(st.floats(-600.0, -400.0), st.floats(10.0, 35.0), st.sampled_from([1.0, 2.0]))
def test_a_corridor_is_confirmed_in_and_out_wherever_the_fixes_lie(begin_m: float, mps: float, every_s: float) -> None:
    way = east(begin_m, mps * every_s, round(1_200.0 / mps / every_s) + 1)
    assert changes(judged(driven(way, every_s=every_s), "corridor", DEFAULTS)) == [(DE, BE), (BE, DE)]


@pytest.mark.parametrize(
    ("begin_m", "mps", "every_s"), [(-598.0, 10.0, 5.0), (-400.0, 20.0, 8.0), (-440.0, 20.0, 8.0), (-400.0, 20.0, 10.0)]
)
def test_a_corridor_between_two_fixes_far_apart_is_confirmed_in_and_out(
    begin_m: float, mps: float, every_s: float
) -> None:
    way = east(begin_m, mps * every_s, round(1_200.0 / mps / every_s) + 1)
    assert changes(judged(driven(way, every_s=every_s), "corridor", DEFAULTS)) == [(DE, BE), (BE, DE)]


@pytest.mark.parametrize("seed", SEEDS)
def test_through_the_tripoint_the_third_state_is_never_confirmed(seed: int) -> None:
    way = [(-400.0 + 15.0 * k, -400.0 + 15.0 * k) for k in range(55)]
    seen = judged(driven(way, noise_m=8.0, seed=seed), "tripoint", DEFAULTS)
    assert changes(seen) == [(BE, DE)]


@pytest.mark.parametrize("seed", SEEDS)
def test_a_unit_that_stands_at_the_tripoint_is_told_once_at_most_however_its_receiver_wanders(seed: int) -> None:
    """Two minutes where it is, in BE; then the receiver creeps to 14 m beyond the border with NL, and on to DE."""
    creeping = [(-10.0, -10.0 + 0.2 * k) for k in range(100)] + [(-10.0 + 0.2 * k, 10.0) for k in range(100)]
    seen = judged(driven([*[(-10.0, -10.0)] * 120, *creeping], noise_m=1.0, seed=seed), "tripoint", DEFAULTS)
    assert told(seen) == [("possible", BE, NL)]


@pytest.mark.parametrize("seed", SEEDS)
def test_over_shared_water_one_enters_first_and_leaves_later(seed: int) -> None:
    seen = judged(driven(east(-300.0, 20.0, 75), noise_m=8.0, seed=seed), "condominium", DEFAULTS)
    assert changes(seen) == [(NOWHERE, DE), (LU, NOWHERE)]
    assert list(dict.fromkeys(one.territory for one in seen)) == [LU, BOTH, DE]


# ---------------------------------------------------------------- long doubt


def parked_at(metres: float, *, for_s: float, seed: int = 0) -> list[Judged]:
    """A car that was last seen well before the border, and a minute later parked beyond it."""
    parked = driven([(metres, 0.0)] * (round(for_s / 10.0) + 1), noise_m=5.0, seed=seed, every_s=10.0)
    came = replace(parked[0], lon=away(-500.0)[1], observed_at=NOON - timedelta(seconds=60), boot="before")
    return judged([came, *parked], settings=DEFAULTS)


@pytest.mark.parametrize("seed", SEEDS)
def test_who_stays_45_metres_beyond_is_surely_there_after_ten_minutes(seed: int) -> None:
    assert told(parked_at(45.0, for_s=590.0, seed=seed)) == [("possible", BE, NL)]
    assert told(parked_at(45.0, for_s=600.0, seed=seed)) == [("possible", BE, NL), ("confirmed", BE, NL)]


@pytest.mark.parametrize("seed", SEEDS)
def test_who_stays_ten_metres_beyond_never_is(seed: int) -> None:
    assert [status for status, _, _ in told(parked_at(10.0, for_s=3_600.0, seed=seed))] == ["possible"]


# ---------------------------------------------------------------- gaps


def after_a_minute(*way: tuple[float, float]) -> list[Judged]:
    """500 m before the border; then seen again after a minute, at these seconds and metres east of it."""
    return judged([fix(*away(-500.0)), *(fix(*away(m), s, number=int(s)) for s, m in way)], settings=DEFAULTS)


def test_after_a_gap_a_crossing_is_a_guess_and_confirmed_at_once_where_it_is_deep() -> None:
    _, after = after_a_minute((60.0, 500.0))
    (crossing,) = after.crossings
    assert (crossing.status, crossing.guess) == ("confirmed", True)
    assert crossing.at == NOON + timedelta(seconds=30)
    assert (crossing.not_before, crossing.not_after) == (NOON, NOON + timedelta(seconds=60))


def test_a_corridor_on_the_line_over_a_gap_is_not_told() -> None:
    over = [fix(*away(-300.0)), fix(*away(300.0), 15, number=2), fix(*away(320.0), 16, number=3)]
    assert told(judged(over, "corridor", DEFAULTS)) == []


def test_a_hole_of_a_second_or_two_is_no_gap_and_of_six_it_is() -> None:
    """A corridor is told as without the hole; what nobody saw for longer is a guess."""
    drive = [one for one in driven(east(-400.0, 20.0, 40)) if one.number not in (19, 20)]
    assert changes(judged(drive, "corridor", DEFAULTS)) == [(DE, BE), (BE, DE)]


def test_after_a_hole_of_some_seconds_a_crossing_is_a_guess_and_stays_one() -> None:
    drive = [one for one in driven(east(-95.0, 10.0, 60)) if one.number not in range(5, 10)]
    seen = judged([replace(one, movement="foot") for one in drive], settings=DEFAULTS)
    assert {(crossing.status, crossing.guess) for one in seen for crossing in one.crossings} == {
        ("possible", True), ("confirmed", True),
    }  # fmt: skip


def test_a_guess_that_is_confirmed_later_stays_a_guess_under_its_id() -> None:
    seen = after_a_minute((60.0, 20.0), (61.0, 40.0), (62.0, 60.0), (64.0, 100.0), (66.0, 150.0))
    possible, settled = [crossing for one in seen for crossing in one.crossings]
    assert [(c.status, c.guess, c.number) for c in (possible, settled)] == [
        ("possible", True, 60), ("confirmed", True, 60),
    ]  # fmt: skip


def test_a_guess_is_withdrawn_where_the_unit_comes_back() -> None:
    seen = after_a_minute((60.0, 20.0), (61.0, 10.0), (62.0, 0.0), (63.0, -10.0), (70.0, -150.0), (80.0, -300.0))
    assert told(seen) == [("possible", BE, NL), ("withdrawn", BE, NL)]


# ---------------------------------------------------------------- how surely


def step(
    border_m: float, *, sigma_m: float = 15.0, inward_mps: float = 0.0, velocity_sigma_mps: float = 1.0,
    movement: Movement = "road",
) -> Step:  # fmt: skip
    """A unit so far east of a border, going away from it so fast; of how it moved before, nothing is known."""
    reading = reading_of(replace(fix(*away(min(border_m, 5_000.0))), movement=movement))
    return Step(
        fix=reading, before=Anchor(reading.at_us - 1_000_000, reading.lat, reading.lon), found=(), gap=False,
        lat=reading.lat, lon=reading.lon, ground=NL, border_m=border_m, border_east_m=-border_m, border_north_m=0.0,
        sigma_m=sigma_m, east_mps=inward_mps, north_mps=0.0, velocity_sigma_mps=velocity_sigma_mps, motion=None,
        limits=limits_of(movement),
    )  # fmt: skip


def test_where_no_border_is_near_one_is_sure_and_on_a_border_never() -> None:
    assert is_sure_of(step(math.inf), DEFAULTS)
    assert not is_sure_of(step(0.0, inward_mps=30.0), DEFAULTS)


def test_what_it_can_no_longer_brake_makes_a_unit_surer_that_comes_straight_over_the_border() -> None:
    """20 m deep with a standard deviation of 15 m: a car of 20 m/s needs 29 m to stop."""
    assert is_sure_of(step(20.0, inward_mps=20.0), DEFAULTS)
    assert not is_sure_of(step(20.0, inward_mps=8.0), DEFAULTS)
    assert not is_sure_of(step(20.0, inward_mps=-20.0), DEFAULTS)


def test_the_drift_of_a_receiver_that_stands_is_not_taken_for_a_drive_away_from_the_border() -> None:
    """Seven metres per second, give or take two: a car that moves does at least three, one that stands perhaps none."""
    drifts = step(42.0, inward_mps=7.0, velocity_sigma_mps=2.0)
    stands = begin_motion(reading_of(fix(50.5, 6.0)), 0)
    assert is_sure_of(drifts, DEFAULTS)
    assert not is_sure_of(drifts._replace(motion=stands), DEFAULTS)
    assert is_sure_of(drifts._replace(motion=stands, east_mps=10.0), DEFAULTS)
    walks = drifts._replace(motion=stands, fix=drifts.fix._replace(movement="foot"))
    assert is_sure_of(walks, DEFAULTS)


@given(st.floats(0.1, 500.0), st.floats(0.0, 500.0), st.floats(0.0, 40.0), st.floats(1.0, 60.0))
def test_deeper_is_never_less_sure(border_m: float, more_m: float, inward_mps: float, sigma_m: float) -> None:
    shallow = step(border_m, inward_mps=inward_mps, sigma_m=sigma_m)
    deep = step(border_m + more_m, inward_mps=inward_mps, sigma_m=sigma_m)
    assert is_sure_of(shallow, DEFAULTS) <= is_sure_of(deep, DEFAULTS)


@given(st.floats(0.1, 500.0), st.floats(-40.0, 40.0), st.floats(1.0, 60.0), st.floats(1.0, 5.0))
def test_more_noise_never_makes_surer(border_m: float, inward_mps: float, sigma_m: float, times: float) -> None:
    sharp = step(border_m, inward_mps=inward_mps, sigma_m=sigma_m)
    noisy = step(border_m, inward_mps=inward_mps, sigma_m=sigma_m * times, velocity_sigma_mps=times)
    assert is_sure_of(noisy, DEFAULTS) <= is_sure_of(sharp, DEFAULTS)


@given(st.floats(0.1, 500.0), st.floats(0.0, 40.0), st.floats(0.0, 20.0))
def test_who_goes_deeper_is_never_less_sure_than_who_goes_slower(border_m: float, mps: float, more_mps: float) -> None:
    slow, fast = step(border_m, inward_mps=mps), step(border_m, inward_mps=mps + more_mps)
    assert is_sure_of(slow, DEFAULTS) <= is_sure_of(fast, DEFAULTS)


@given(st.floats(0.1, 500.0), st.floats(0.0, 40.0), st.floats(1.0, 60.0))
def test_who_heads_back_for_the_border_is_never_surer_than_who_stays(
    border_m: float, mps: float, sigma_m: float
) -> None:
    back, on = (step(border_m, inward_mps=inward_mps, sigma_m=sigma_m) for inward_mps in (-mps, mps))
    assert is_sure_of(back, DEFAULTS) <= is_sure_of(on, DEFAULTS)


def test_a_story_begins_sure_where_it_has_an_anchor_and_tells_nothing_while_nothing_happens() -> None:
    anchor = Anchor(0, *away(200.0))
    passage = begin_passage(NL, anchor)
    assert (passage.territory, passage.told, passage.anchor) == (NL, (), anchor)
    after, crossings = take_step(passage, step(200.0), index_of("border_at_six"), DEFAULTS)
    assert (after.territory, crossings) == (NL, ())


# ---------------------------------------------------------------- properties


@given(worlds, streams() | drives())
def test_every_crossing_is_told_as_possible_at_most_once_and_settled_at_most_once(world: str, fixes: list[Fix]) -> None:
    ways: dict[str, list[Status]] = {}
    for status, one in _by_id(judged(fixes, world)):
        ways.setdefault(one.id, []).append(status)
    assert {tuple(way) for way in ways.values()} <= {
        ("possible",), ("confirmed",), ("possible", "confirmed"), ("possible", "withdrawn"),
    }  # fmt: skip


def _by_id(seen: Sequence[Judged]) -> list[tuple[Status, Crossing]]:
    return [(crossing.status, crossing) for one in seen for crossing in one.crossings]


@given(worlds, drives(), inland)
def test_far_from_the_border_nothing_stays_open(world: str, fixes: list[Fix], end: tuple[float, float]) -> None:
    seen = Watcher(index_of(world)).see([*fixes, fix(*end, 100.0, number=1_000)])
    open_ones: set[str] = set()
    for status, one in _by_id(seen):
        open_ones = open_ones | {one.id} if status == "possible" else open_ones - {one.id}
    assert open_ones == set()
    assert seen[-1].sure


@given(worlds, streams() | drives())
def test_while_something_is_open_a_unit_is_nowhere_surely(world: str, fixes: list[Fix]) -> None:
    open_ones: dict[str, set[str]] = {}
    for one in judged(fixes, world):
        known = open_ones.setdefault(one.fix.unit, set())
        for crossing in one.crossings:
            (known.add if crossing.status == "possible" else known.discard)(crossing.id)
        assert not (one.sure and known)


@given(worlds, streams() | drives())
def test_what_is_settled_says_when_and_what_is_possible_does_not(world: str, fixes: list[Fix]) -> None:
    for one in judged(fixes, world):
        for crossing in one.crossings:
            settled_at = None if crossing.status == "possible" else one.fix.observed_at
            assert crossing.confirmed_at == settled_at
            assert crossing.left | crossing.entered
            assert not crossing.left & crossing.entered


@given(st.floats(-45.0, 45.0), st.floats(12.0, 35.0), st.floats(0.0, 10.0), seeds, st.sampled_from([1, 2, 5]))
def test_a_straight_drive_over_a_straight_border_is_one_crossing_whatever_its_noise(
    slant_deg: float, mps: float, noise_m: float, seed: int, every_s: int
) -> None:
    across, along = (mps * every_s * turn(math.radians(slant_deg)) for turn in (math.cos, math.sin))
    fixes = round(1_000.0 / across) + 1
    way = [(-500.0 + across * k, along * k) for k in range(fixes)]
    seen = judged(driven(way, noise_m=noise_m, seed=seed, every_s=every_s), settings=DEFAULTS)
    assert changes(seen) == [(BE, NL)]
    assert len(told(seen)) <= 4


@given(drives())
def test_a_border_that_is_not_there_is_never_crossed(fixes: list[Fix]) -> None:
    """The drives of the other properties, half a degree away from every border."""
    moved = [replace(one, lat=one.lat - 0.25, lon=one.lon - 0.5) for one in fixes]
    assert told(judged(moved)) == []
