"""A late fix proves a visit that nobody saw: told out and back, once, and it moves nobody."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.crossing import Crossing
from geo.fix import Fix
from geo.outcome import Outcome
from geo.settings import TrackerSettings
from geo.territory import Territory
from tests.geo.seen import ANY_SPEED, Judged, Watcher, judged
from tests.strategies import streams, worlds
from tests.worlds import NOON, away, fix, index_of, sets

BE, NL, DE = sets("BE", "NL", "DE")
HOME, ABROAD = away(-200.0), away(1_500.0)
BEFORE, AFTER = fix(*HOME, 0, number=0), fix(*HOME, 300, number=10)
DEFAULTS = TrackerSettings()


def late(place: tuple[float, float], after_s: float, *, number: int) -> Fix:
    """A fix of the time in between, that comes last."""
    return fix(*place, after_s, number=number)


def late_ones(told: Sequence[Judged]) -> list[tuple[Territory, Territory]]:
    """What was told late, as (left, entered)."""
    return [(c.left, c.entered) for one in told for c in one.crossings if c.late]


def test_a_late_fix_abroad_tells_out_and_back_and_the_unit_stays_where_it_is() -> None:
    *_, told = judged([BEFORE, AFTER, late(ABROAD, 150, number=5)], settings=DEFAULTS)
    assert (told.outcome, told.territory, told.sure) == (Outcome.LATE, BE, True)
    out, back = told.crossings
    assert [(out.left, out.entered), (back.left, back.entered)] == [(BE, NL), (NL, BE)]
    for crossing in told.crossings:
        assert (crossing.late, crossing.guess, crossing.status) == (True, True, "confirmed")
        assert (crossing.lat, crossing.lon) == pytest.approx((50.5, 6.0))
        assert crossing.confirmed_at == NOON + timedelta(seconds=150)
    assert [(c.not_before - NOON).seconds for c in (out, back)] == [0, 150]
    assert [(c.not_after - NOON).seconds for c in (out, back)] == [150, 300]
    # 200 m of 1,700 m to the border, in 150 s each way
    assert [(c.at - NOON).total_seconds() for c in (out, back)] == pytest.approx([17.6, 282.4], abs=0.1)
    assert [c.id for c in (out, back)] == ["BE/CAR|b|5|crossing|0", "BE/CAR|b|5|crossing|1"]


def test_it_is_told_once_however_many_late_fixes_prove_it() -> None:
    visit = [late(ABROAD, after_s, number=number) for number, after_s in ((3, 90), (5, 150), (7, 210), (5, 150))]
    told = judged([BEFORE, AFTER, *visit], settings=DEFAULTS)
    assert [one.outcome for one in told[2:]] == [Outcome.LATE] * 3 + [Outcome.DUPLICATE]
    assert late_ones(told) == [(BE, NL), (NL, BE)]


def test_who_is_on_foot_abroad_may_have_driven_there() -> None:
    """Over 1,700 m in 30 s."""
    on_foot = replace(late(ABROAD, 30, number=2), movement="foot")
    assert late_ones(judged([BEFORE, AFTER, on_foot], settings=DEFAULTS)) == [(BE, NL), (NL, BE)]


def test_two_visits_with_home_in_between_are_told_as_two() -> None:
    between = [late(ABROAD, 60, number=2), late(away(-1_000.0), 150, number=5), late(ABROAD, 240, number=8)]
    told = judged([BEFORE, AFTER, *between], settings=DEFAULTS)
    assert late_ones(told) == [(BE, NL), (NL, BE)] * 2


@pytest.mark.parametrize("metres", [-1_500.0, -30.0, 0.0, 30.0])
def test_a_late_fix_at_home_or_in_doubt_proves_nothing(metres: float) -> None:
    assert late_ones(judged([BEFORE, AFTER, late(away(metres), 150, number=5)], settings=DEFAULTS)) == []


@pytest.mark.parametrize("after_s", [-10.0, 0.0, 300.0])
def test_a_late_fix_from_outside_the_gap_proves_nothing(after_s: float) -> None:
    told = judged([fix(*HOME, -20, number=0), replace(BEFORE, number=1), AFTER, late(ABROAD, after_s, number=5)])
    assert late_ones(told) == []


def test_a_fix_that_was_overtaken_in_a_gap_of_numbers_proves_it_too() -> None:
    told = judged([BEFORE, fix(*HOME, 6, number=2), late(ABROAD, 3, number=1)], settings=ANY_SPEED)
    assert [one.outcome for one in told] == [Outcome.FIRST, Outcome.GAP, Outcome.OUT_OF_ORDER]
    assert late_ones(told) == [(BE, NL), (NL, BE)]


def test_between_two_fixes_without_a_gap_nothing_can_have_been_missed() -> None:
    before = fix(*HOME, -1, number=0, boot="old")
    told = judged(
        [before, BEFORE, fix(*HOME, 20, number=1), fix(*ABROAD, 10, number=7, boot="old")], settings=ANY_SPEED
    )
    assert told[-1].outcome is Outcome.LATE
    assert late_ones(told) == []


def test_a_gap_that_ended_abroad_told_that_and_a_late_fix_there_adds_nothing() -> None:
    over = fix(*ABROAD, 300, number=10)
    told = judged([BEFORE, over, late(away(1_000.0), 150, number=5)], settings=DEFAULTS)
    assert [(c.entered, c.late, c.guess) for one in told for c in one.crossings] == [(NL, False, True)]


def test_a_third_state_in_between_is_told_out_and_back_to_where_the_way_began() -> None:
    """From BE to NL; in between it was seen in DE."""
    fixes = [fix(50.49, 5.99), fix(50.51, 5.99, 300, number=10), late((50.52, 6.02), 150, number=5)]
    told = judged(fixes, "tripoint", DEFAULTS)
    assert late_ones(told) == [(BE, DE), (DE, BE)]
    assert told[-1].territory == NL


def test_gaps_are_remembered_for_a_quarter_of_an_hour_by_the_fixes_own_time() -> None:
    def told_after(seconds: float) -> list[tuple[Territory, Territory]]:
        drive_on = fix(*HOME, 300 + seconds, number=11)
        return late_ones(judged([BEFORE, AFTER, drive_on, late(ABROAD, 150, number=5)], settings=DEFAULTS))

    assert told_after(900.0) == [(BE, NL), (NL, BE)]
    assert told_after(900.000001) == []


def test_a_gap_between_two_places_inland_is_a_gap_too() -> None:
    """Seven kilometres inland before and after; ten minutes are enough to have been abroad in between."""
    fixes = [fix(50.5, 5.9), fix(50.5, 5.9, 600, number=10), late((50.5, 6.05), 300, number=5)]
    assert late_ones(judged(fixes, settings=DEFAULTS)) == [(BE, NL), (NL, BE)]


def test_a_late_fix_that_nothing_can_have_been_at_proves_nothing() -> None:
    """Sixty kilometres away and back within 40 seconds: on time it would have been a jump."""
    fixes = [fix(*HOME), fix(*HOME, 40, number=2), late((50.5, 6.9), 20, number=1)]
    assert late_ones(judged(fixes, settings=DEFAULTS)) == []


@pytest.mark.parametrize("late_boot", ["b", "old"])
def test_a_late_fix_of_any_boot_proves_it(late_boot: str) -> None:
    before = fix(*HOME, -1, number=0, boot="old")
    told = judged([before, BEFORE, AFTER, replace(late(ABROAD, 150, number=5), boot=late_boot)], settings=DEFAULTS)
    assert late_ones(told) == [(BE, NL), (NL, BE)]


places_of_a_gap = st.tuples(st.floats(-3_000.0, 3_000.0), st.floats(-3_000.0, 3_000.0)).map(lambda at: away(*at))
late_reports = st.lists(places_of_a_gap, min_size=1, max_size=6).flatmap(
    lambda visited: st.permutations([late(at, 20 + 40 * k, number=1 + k) for k, at in enumerate(visited)])
)


@given(worlds, places_of_a_gap, places_of_a_gap, late_reports)
def test_late_reports_in_any_order_leave_the_unit_where_it_is(
    world: str, begin: tuple[float, float], end: tuple[float, float], reports: list[Fix]
) -> None:
    watcher = Watcher(index_of(world))
    *_, on_time = watcher.see([fix(*begin), fix(*end, 300, number=10)])
    told = watcher.see(reports)
    assert {one.outcome for one in told} == {Outcome.LATE}
    assert {(one.territory, one.sure) for one in told} == {(on_time.territory, on_time.sure)}


@given(worlds, places_of_a_gap, late_reports)
def test_what_is_told_late_goes_out_and_comes_back_in_pairs(
    world: str, home: tuple[float, float], reports: list[Fix]
) -> None:
    told = judged([fix(*home), fix(*home, 300, number=10), *reports], world)
    for one in told[2:]:
        assert len(one.crossings) in (0, 2)
        for out, back in [one.crossings] if one.crossings else []:
            assert (out.left, out.entered) == (back.entered, back.left)
            assert out.entered | out.left
            assert out.not_after == one.fix.observed_at == back.not_before
            _assert_within(out)
            _assert_within(back)
    ids = [crossing.id for one in told for crossing in one.crossings]
    assert len(set(ids)) == len(ids)


def _assert_within(crossing: Crossing) -> None:
    assert crossing.late
    assert crossing.guess
    assert crossing.not_before <= crossing.at <= crossing.not_after


@given(worlds, places_of_a_gap, late_reports)
def test_a_late_report_that_comes_again_tells_nothing_new(
    world: str, home: tuple[float, float], reports: list[Fix]
) -> None:
    watcher = Watcher(index_of(world))
    watcher.see([fix(*home), fix(*home, 300, number=10), *reports])
    assert [one.crossings for one in watcher.see(reports)] == [()] * len(reports)


@given(worlds, streams())
def test_a_late_fix_never_changes_what_is_held(world: str, fixes: list[Fix]) -> None:
    held: dict[str, tuple[Territory, bool]] = {}
    for one in judged(fixes, world):
        if one.outcome in (Outcome.LATE, Outcome.OUT_OF_ORDER):
            assert (one.territory, one.sure) == held[one.fix.unit]
            assert {crossing.late for crossing in one.crossings} <= {True}
        else:
            assert {crossing.late for crossing in one.crossings} <= {False}
        held[one.fix.unit] = (one.territory, one.sure)
