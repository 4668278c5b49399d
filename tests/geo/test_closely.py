"""The closer look: what it says of each fix, of which units it goes on, and that units do not disturb each other."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.closely import Closely, look_closely
from geo.fix import Fix
from geo.outcome import Outcome
from geo.reading import Chunk, micros
from geo.settings import TrackerSettings
from geo.tracks import Tracks, Watch
from tests.geo.seen import ANY_SPEED, Watcher, rows_of
from tests.strategies import drives, streams, worlds
from tests.worlds import away, car, fix, index_of

INLAND = (50.5, 5.5)


def closely(fixes: Sequence[Fix], tracks: Tracks | None = None, world: str = "border_at_six") -> Closely:
    """What a close look at all of them says."""
    tracks, chunk = tracks or Tracks(), Chunk.of(fixes)
    rows, all_of_them = rows_of(tracks, chunk), np.arange(len(fixes))
    return look_closely(tracks, chunk, rows, all_of_them, index=index_of(world), settings=ANY_SPEED)


def watch_after(fixes: Sequence[Fix], settings: TrackerSettings = ANY_SPEED) -> Watch | None:
    """The closer look that goes on after these fixes of one unit."""
    watcher = Watcher(settings=settings)
    watcher.see(fixes)
    return watcher.tracks.watches.get(0)


def test_to_look_at_nothing_says_nothing() -> None:
    close = closely([])
    assert (len(close.outcome), len(close.rows), close.watches, close.crossings) == (0, 0, {}, ())


def test_each_fix_says_what_came_before_it() -> None:
    close = closely([fix(50.5, 5.5), fix(50.5, 5.6, 10, number=1), fix(50.5, 5.7, 5, number=1, boot="old")])
    assert np.isnan(close.before[0]).all()
    assert close.before[1:].tolist() == [[10.0, 50.5, 5.5], [-5.0, 50.5, 5.6]]


def test_a_crossing_is_told_at_the_place_of_its_fix_in_the_chunk() -> None:
    tracks, chunk = Tracks(), Chunk.of([fix(50.5, 5.9), fix(50.5, 5.5, unit="BE/2"), fix(50.5, 6.1, 10, number=1)])
    close = look_closely(
        tracks, chunk, np.array([0, 1, 0]), np.array([0, 2]), index=index_of("corner"), settings=ANY_SPEED
    )
    assert close.outcome.tolist() == [Outcome.FIRST, Outcome.MOVED]
    assert close.rows.tolist() == [0]
    assert [at for at, _ in close.crossings] == []  # the corner world has no border at 6 E north of 50.5
    over = closely([fix(50.5, 5.9), fix(50.5, 6.1, 10, number=1)])
    assert [(at, crossing.number) for at, crossing in over.crossings] == [(1, 1)]


def test_a_unit_inland_needs_no_closer_look_and_one_near_a_border_does() -> None:
    assert watch_after([fix(*INLAND)]) is None
    near = watch_after([fix(*away(-100.0))])
    assert near is not None
    assert near.motion is not None


def test_the_closer_look_is_over_when_the_unit_is_inland_again() -> None:
    there_and_back = car([INLAND, away(-20.0), away(20.0), away(-20.0), (50.5, 5.6), INLAND])
    assert [watch_after(there_and_back[: k + 1]) is None for k in range(6)] == [True, False, False, False, True, True]


def test_a_stray_fix_is_remembered_until_the_next_good_one() -> None:
    settings = TrackerSettings()
    fixes = [fix(*INLAND), fix(51.5, 5.5, 1, number=1), fix(*INLAND, 2, number=2)]
    strays = [watch_after(fixes[: k + 1], settings) for k in range(3)]
    assert [watch and watch.stray and watch.stray.number for watch in strays] == [None, 1, None]


def test_a_gap_near_a_border_is_remembered_for_a_quarter_of_an_hour() -> None:
    near = fix(*away(-500.0))
    gap = [near, fix(*away(-500.0), 100, number=1), fix(*INLAND, 120, number=2)]
    kept, over = fix(*INLAND, 1_000, number=3), fix(*INLAND, 1_000.000001, number=3)
    watches = [watch_after([*gap, last]) for last in (kept, over)]
    began = [{known.from_us for known in watch.gaps} if watch else set[int]() for watch in watches]
    assert [micros(near.observed_at) in gaps for gaps in began] == [True, False]


def test_a_gap_from_near_a_border_to_deep_inland_is_remembered() -> None:
    """The unit was followed before, so it was near."""
    watch = watch_after([fix(*away(-500.0)), fix(*INLAND, 100, number=1)])
    assert watch is not None
    assert [(gap.from_lon, gap.to_lon) for gap in watch.gaps] == [(away(-500.0)[1], 5.5)]


def test_the_closer_look_goes_on_inland_while_something_is_open() -> None:
    """Seen on the line first, then far inland but with a circle that reaches the border still."""
    wide = replace(fix(50.5, 5.97, 10, number=1), accuracy_m=1_900.0)
    watch = watch_after([fix(50.5, 6.0), wide])
    assert watch is not None
    assert (watch.motion, watch.passage.anchor) == (None, None)


def test_a_unit_whose_fixes_are_all_spoilt_has_no_row() -> None:
    close = closely([fix(0.0, 0.0), fix(0.0, 0.0, 1, number=1)])
    assert close.outcome.tolist() == [Outcome.NULL_ISLAND] * 2
    assert (close.rows.tolist(), close.watches) == ([], {})


@pytest.mark.parametrize(
    ("metres", "sure"), [(-500.0, True), (-100.0, True), (-20.0, False), (0.0, False), (20.0, False), (500.0, True)]
)
def test_a_unit_is_surely_there_where_the_border_is_farther_than_its_noise(metres: float, *, sure: bool) -> None:
    """The default circle is 23 m: six standard deviations are 91 m."""
    assert closely([fix(*away(metres))]).sure.tolist() == [sure]


def test_in_a_gap_near_the_border_nothing_is_known_of_how_it_moves() -> None:
    drive = [fix(*away(-400.0 + 20.0 * k), k, number=k) for k in range(10)]
    after = fix(*away(-100.0), 50, number=10)
    motion = [watch.motion for watch in (watch_after(drive), watch_after([*drive, after])) if watch]
    assert [one.speed_mps > 15.0 for one in motion if one] == [True, False]


@given(worlds, streams() | drives(), st.integers(0, 10))
def test_units_looked_at_together_are_judged_as_units_looked_at_alone(world: str, fixes: list[Fix], known: int) -> None:
    watcher = Watcher(index_of(world))
    watcher.see(fixes[:known])
    fresh = fixes[known:]
    together = closely(fresh, watcher.tracks, world)
    for unit in {one.unit for one in fresh}:
        at = [k for k, one in enumerate(fresh) if one.unit == unit]
        alone = closely([fresh[k] for k in at], watcher.tracks, world)
        assert alone.outcome.tolist() == together.outcome[at].tolist()
        assert alone.territory.tolist() == together.territory[at].tolist()
        assert alone.sure.tolist() == together.sure[at].tolist()
        assert [(at[k], one) for k, one in alone.crossings] == [both for both in together.crossings if both[0] in at]


@given(worlds, drives())
def test_a_twin_that_comes_in_between_changes_nothing(world: str, fixes: list[Fix]) -> None:
    twins = [one for fix_ in fixes for one in (fix_, replace(fix_, unit="BE/TWIN"))]
    alone, both = closely(fixes, world=world), closely(twins, world=world)
    assert both.outcome[::2].tolist() == both.outcome[1::2].tolist() == alone.outcome.tolist()
    assert both.territory[::2].tolist() == both.territory[1::2].tolist() == alone.territory.tolist()
    assert list(both.watches.values()) == [watch for one in alone.watches.values() for watch in (one, _twin(one))]


def _twin(watch: Watch | None) -> Watch | None:
    if watch is None:
        return None
    told = tuple(replace(crossing, unit="BE/TWIN") for crossing in watch.passage.told)
    return watch._replace(passage=watch.passage._replace(told=told))
