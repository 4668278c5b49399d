"""Plain fixes are judged all at once, and come out as they would if each was looked at closely."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from geo.closely import look_closely
from geo.fix import Fix
from geo.movement import MOVEMENTS, Movement, limits_of
from geo.outcome import Outcome
from geo.plain import judge_plainly
from geo.reading import Chunk
from geo.settings import TrackerSettings
from geo.territory import TerritoryIndex
from geo.tracks import Tracks
from tests.geo.seen import ANY_SPEED, Watcher, rows_of
from tests.strategies import anywhere, drives, places, streams, worlds
from tests.worlds import NOON, WORLDS, away, car, fix, index_of

DEFAULTS = TrackerSettings()
HOME = (50.5, 5.5)

settings_of_all_kinds = st.sampled_from(
    [
        DEFAULTS,
        ANY_SPEED,
        TrackerSettings(gap_after_s=5.0),
        TrackerSettings(contact_lost_after_s=3.0),
        TrackerSettings(coarse_m=40.0, speed_factor=0.1),
        TrackerSettings(agreeing_fixes=1, keep_gaps_s=10.0),
        TrackerSettings(gap_after_s=600.0, contact_lost_after_s=600.0),
        TrackerSettings(ahead_s=0.0),
    ]
)


@st.composite
def patrols(draw: st.DrawFn) -> list[Fix]:
    """Some units that drive about, mostly inland and mostly well: what is plain and what is nearly so."""
    fixes = []
    for unit in range(draw(st.integers(1, 3))):
        lat, lon = draw(st.sampled_from([HOME, (50.25, 5.25), (50.5, 5.975), (50.5, 5.985)]) | places | anywhere)
        movement, after_s, number = draw(st.sampled_from(MOVEMENTS)), 0.0, draw(st.integers(0, 80))
        for _ in range(draw(st.integers(1, 8))):
            said: dict[str, Any] = {
                "accuracy_m": draw(st.sampled_from([None, None, 5.0, 90.0, 170.0, 180.0, 2_500.0])),
                "speed_mps": draw(st.sampled_from([None, 0.0, 30.0])),
                "movement": movement,
            }
            boot = draw(st.sampled_from("bbbbbbb2"))
            fixes.append(replace(fix(lat, lon, after_s, number=number, unit=f"BE/{unit}", boot=boot), **said))
            after_s += draw(st.sampled_from([1.0, 1.0, 5.0, 20.0, 20.000001, 31.0, 61.0, 0.0, -3.0]))
            number = max(number + draw(st.sampled_from([1, 1, 1, 1, 2, 70, 0, -1])), 0)
            metres = st.sampled_from([0.0, 0.0, 10.0, 60.0, 300.0, 900.0, -60.0])
            lat, lon = lat + draw(metres) / 111_240.0, lon + draw(metres) / 70_940.0
    return draw(st.permutations(fixes)) if draw(st.integers(0, 4)) == 0 else _interleaved(fixes)


def _interleaved(fixes: Sequence[Fix]) -> list[Fix]:
    return sorted(fixes, key=lambda one: one.observed_at)


def looked_at_twice(
    tracks: Tracks,
    fixes: Sequence[Fix],
    index: TerritoryIndex,
    settings: TrackerSettings = DEFAULTS,
    arrived: Sequence[datetime] | None = None,
) -> list[int]:
    """The fixes that are plain, after making sure that a close look says the very same of them."""
    chunk = Chunk.of(fixes, arrived)
    rows = rows_of(tracks, chunk)
    plain = judge_plainly(tracks, chunk, rows, index, settings)
    close = look_closely(tracks, chunk, rows, np.arange(len(chunk)), index=index, settings=settings)
    at = [k for k in range(len(chunk)) if k not in plain.others]
    assert sorted(plain.rows) == sorted(set(rows[at].tolist()))
    assert plain.outcome[at].tolist() == close.outcome[at].tolist()
    assert plain.territory[at].tolist() == close.territory[at].tolist()
    assert np.array_equal(plain.before[at], close.before[at], equal_nan=True)
    assert close.sure[at].all()
    assert _values(plain.rows, plain.columns, plain.rows) == _values(close.rows, close.columns, plain.rows)
    assert {close.watches[row] for row in plain.rows.tolist()} <= {None}
    assert not {told_at for told_at, _ in (*close.crossings, *close.contacts)} & set(at)
    return at


def _values(
    rows: NDArray[np.int64], columns: Mapping[str, NDArray[Any]], of: NDArray[np.int64]
) -> dict[int, dict[str, str]]:
    """What changes of those rows; as text, in which NaN is like NaN."""
    place = {int(row): at for at, row in enumerate(rows.tolist())}
    return {
        row: {name: repr(values[place[row]].item()) for name, values in columns.items()}
        for row in of.tolist()
    }  # fmt: skip


# ---------------------------------------------------------------- the promise


@given(worlds, patrols(), settings_of_all_kinds, st.integers(0, 8))
def test_what_is_plain_comes_out_the_same_when_looked_at_closely(
    world: str, fixes: list[Fix], settings: TrackerSettings, known: int
) -> None:
    watcher = Watcher(index_of(world), settings)
    watcher.see(fixes[:known])
    looked_at_twice(watcher.tracks, fixes[known:], watcher.index, settings)


@st.composite
def nearly_plain(draw: st.DrawFn) -> list[Fix]:
    """A unit that drives about inland and does one thing in ten that is not plain, or only just."""
    fixes, number, after_s, (lat, lon) = [], draw(st.sampled_from([0, 50])), 0.0, HOME
    movement = draw(st.sampled_from(MOVEMENTS))
    rarely = st.integers(0, 9).map(lambda k: k == 0)
    for _ in range(draw(st.integers(2, 8))):
        said: dict[str, Any] = {"movement": movement, "speed_mps": draw(st.sampled_from([None, 0.0, 2.9, 3.0]))}
        if draw(rarely):
            said["accuracy_m"] = draw(st.sampled_from([39.0, 41.0, 170.0, 180.0]))
        fixes.append(replace(fix(lat, lon, after_s, number=number), **said))
        seconds = draw(st.sampled_from([2.9, 3.1, 4.9, 5.1, 19.9]) if draw(rarely) else st.just(1.0))
        share = draw(st.sampled_from([0.5, 0.9, 1.3, 2.0]) if draw(rarely) else st.sampled_from([0.0, 0.1]))
        step_m = share * limits_of(movement).fastest_mps * seconds
        after_s, lat, lon = after_s + seconds, lat + step_m / 111_240.0, lon + step_m / 70_940.0
        number += draw(st.sampled_from([2, 3, 62, 63, 64, 65]) if draw(rarely) else st.just(1))
    return fixes


@given(nearly_plain(), settings_of_all_kinds, st.integers(0, 7))
def test_what_is_only_just_plain_comes_out_the_same_too(
    fixes: list[Fix], settings: TrackerSettings, known: int
) -> None:
    watcher = Watcher(settings=settings)
    watcher.see(fixes[:known])
    looked_at_twice(watcher.tracks, fixes[known:], watcher.index, settings)


@pytest.mark.parametrize(
    ("second", "settings", "plain"),
    [
        (fix(*HOME, 2.0, number=1), TrackerSettings(gap_after_s=2.0), True),
        (fix(*HOME, 2.1, number=1), TrackerSettings(gap_after_s=2.0), False),
        (fix(*HOME, 2.0, number=1), TrackerSettings(contact_lost_after_s=2.0), True),
        (fix(*HOME, 2.1, number=1), TrackerSettings(contact_lost_after_s=2.0), False),
        (replace(fix(*HOME, 1.0, number=1), accuracy_m=40.0), TrackerSettings(coarse_m=40.0), True),
        (replace(fix(*HOME, 1.0, number=1), accuracy_m=40.1), TrackerSettings(coarse_m=40.0), False),
    ],
)
def test_what_is_plain_keeps_to_the_settings(second: Fix, settings: TrackerSettings, *, plain: bool) -> None:
    assert plain_of([second], [fix(*HOME)], settings) == ([0] if plain else [])


@pytest.mark.parametrize("movement", MOVEMENTS)
@pytest.mark.parametrize("share", [0.3, 0.7, 1.1])
def test_a_way_that_is_nearly_a_jump_is_not_plain_and_one_far_from_it_is(movement: Movement, share: float) -> None:
    """North-east within 5 seconds, from circles of no size."""
    step_m = share * limits_of(movement).fastest_mps * 5.0 / math.sqrt(2.0)
    place = (HOME[0] + step_m / 111_240.0, HOME[1] + step_m / 70_940.0)
    exact = [replace(fix(*HOME), movement=movement, accuracy_m=0.0)]
    exact.append(replace(fix(*place, 5.0, number=1), movement=movement, accuracy_m=0.0))
    assert len(plain_of(exact[1:], exact[:1])) <= (share < 1.0)
    assert plain_of(exact[1:], exact[:1]) or share > 0.5 or movement == "air"


@pytest.mark.parametrize("step", [1, 62, 63, 64, 65])
def test_the_numbers_that_came_are_remembered_as_by_a_close_look(step: int) -> None:
    drive = [fix(*HOME, k, number=k) for k in range(3)]
    assert plain_of([fix(*HOME, 3, number=2 + step)], drive) == [0]


@pytest.mark.parametrize(("ahead_s", "plain"), [(60.0, [0]), (60.000001, [])])
def test_a_fix_that_was_observed_after_it_arrived_is_not_plain(ahead_s: float, plain: list[int]) -> None:
    fixes = [fix(*HOME, ahead_s)]
    assert looked_at_twice(Tracks(), fixes, index_of("border_at_six"), DEFAULTS, [NOON]) == plain


@given(worlds, streams() | drives(), settings_of_all_kinds, st.integers(0, 8))
def test_what_is_plain_of_a_wild_stream_comes_out_the_same_too(
    world: str, fixes: list[Fix], settings: TrackerSettings, known: int
) -> None:
    watcher = Watcher(index_of(world), settings)
    watcher.see(fixes[:known])
    looked_at_twice(watcher.tracks, fixes[known:], watcher.index, settings)


@given(patrols(), st.lists(st.floats(-100.0, 100.0), min_size=30, max_size=30), st.integers(0, 5))
def test_what_is_plain_comes_out_the_same_where_it_is_known_when_it_arrived(
    fixes: list[Fix], late_s: list[float], known: int
) -> None:
    arrived = [one.observed_at + timedelta(seconds=late) for one, late in zip(fixes, late_s, strict=False)]
    watcher = Watcher(settings=DEFAULTS)
    watcher.see(fixes[:known], arrived[:known])
    looked_at_twice(watcher.tracks, fixes[known:], watcher.index, DEFAULTS, arrived[known:])


@given(patrols(), st.integers(1, 8))
def test_what_is_plain_comes_out_the_same_after_contact_was_lost(fixes: list[Fix], known: int) -> None:
    watcher = Watcher(settings=DEFAULTS)
    watcher.see(fixes[:known])
    watcher.tracks.columns["lost"][: len(watcher.tracks)] = True
    looked_at_twice(watcher.tracks, fixes[known:], watcher.index)


@pytest.mark.parametrize("accuracy_m", [None, 89.0])
def test_far_is_far_enough_whatever_the_size_of_the_cells(accuracy_m: float | None) -> None:
    """170 m from the border: cells of a thousandth of a degree are 71 m wide, and so is the doubt."""
    index = TerritoryIndex.build(WORLDS["border_at_six"], cell_deg=0.001)
    looked_at_twice(Tracks(), [replace(fix(*away(-170.0)), accuracy_m=accuracy_m)], index)


def test_far_is_far_enough_whatever_is_held_for_sure() -> None:
    """With twenty standard deviations asked for, a circle of 89 m is in doubt at 1,180 m: farther than a cell."""
    cautious = TrackerSettings(sure_moving_sigmas=20.0)
    looked_at_twice(Tracks(), [replace(fix(*away(-1_100.0)), accuracy_m=89.0)], index_of("border_at_six"), cautious)


# ---------------------------------------------------------------- what is plain


def plain_of(fixes: Sequence[Fix], before: Sequence[Fix] = (), settings: TrackerSettings = DEFAULTS) -> list[int]:
    """Which of the fixes are plain, after those before."""
    watcher = Watcher(settings=settings)
    watcher.see(before)
    return looked_at_twice(watcher.tracks, fixes, watcher.index, settings)


def test_a_drive_inland_is_plain_from_its_first_fix() -> None:
    drive = car([(50.5, 5.5 + k * 1e-4) for k in range(20)], every_s=1.0)
    assert plain_of(drive) == list(range(20))
    assert plain_of(drive[1:], drive[:1]) == list(range(19))


def test_a_hole_in_the_numbers_is_plain_inland_and_named() -> None:
    chunk = Chunk.of([fix(*HOME), fix(*HOME, 5, number=2), fix(*HOME, 10.1, number=4)])
    plain = judge_plainly(Tracks(), chunk, np.array([0, 0, 0]), index_of("border_at_six"), DEFAULTS)
    assert plain.outcome.tolist() == [Outcome.FIRST, Outcome.MOVED, Outcome.GAP]
    assert plain.others.tolist() == []


NEXT = fix(*HOME, 10, number=1)


@pytest.mark.parametrize(
    ("second", "why"),
    [
        (fix(50.5, 5.999, 10, number=1), "near a border"),
        (replace(NEXT, lat=50.52), "too fast"),
        (replace(NEXT, number=0), "a number that came"),
        (replace(NEXT, boot="new"), "a new boot"),
        (replace(NEXT, observed_at=NOON), "no later"),
        (replace(NEXT, observed_at=NOON + timedelta(seconds=21)), "a long silence"),
        (replace(NEXT, accuracy_m=1_000.0), "a wide circle"),
        (replace(NEXT, speed_mps=20.0), "frozen"),
        (replace(NEXT, lat=0.0, lon=0.0), "null island"),
    ],
)
def test_one_fix_that_is_not_plain_makes_its_unit_not_plain(second: Fix, why: str) -> None:
    assert plain_of([fix(*HOME), NEXT, fix(*HOME, unit="BE/OTHER")]) == [0, 1, 2]
    assert plain_of([fix(*HOME), second, fix(*HOME, unit="BE/OTHER")]) == [2], why


@pytest.mark.parametrize("field", ["lats", "lons", "accuracy_m"])
@pytest.mark.parametrize("value", [float("inf"), -1e300, 1e300])
def test_what_is_no_place_is_never_plain_and_breaks_nothing(field: str, value: float) -> None:
    chunk = Chunk.of([fix(*HOME), fix(*HOME, 1, number=1)])
    getattr(chunk, field)[1] = value
    assert judge_plainly(Tracks(), chunk, np.array([0, 0]), index_of("corner"), DEFAULTS).others.tolist() == [0, 1]


def test_a_unit_that_is_looked_at_closely_is_not_plain() -> None:
    jump = fix(51.5, 5.5, 1, number=1)
    assert plain_of([fix(*HOME, 2, number=2)], [fix(*HOME), jump]) == []


def test_a_unit_that_is_lost_is_not_plain_and_makes_no_other_unit_so() -> None:
    watcher = Watcher(settings=DEFAULTS)
    watcher.see([fix(*HOME, unit="BE/LOST"), fix(*HOME, unit="BE/HEARD")])
    watcher.tracks.columns["lost"][0] = True
    heard = [fix(*HOME, k, number=k, unit="BE/HEARD") for k in (1, 2)]
    assert looked_at_twice(watcher.tracks, [*heard, fix(*HOME, 1, number=1, unit="BE/LOST")], watcher.index) == [0, 1]


def test_no_fix_at_all_is_plain() -> None:
    assert plain_of([]) == []
