"""The tracker: every fix gets a named outcome, and nothing but a crossing changes whose land a unit is on."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.fix import Fix
from geo.outcome import USED, Outcome
from geo.reading import Chunk
from geo.territory import TerritoryIndex
from geo.tracker import ACCURACY_DEFAULTED, COURSE_DERIVED, SPEED_DERIVED, observe, rebase
from geo.tracks import Tracks
from tests.geo.seen import ANY_SPEED, Judged, Watcher, changes, judged
from tests.strategies import anywhere, chunkings, drives, inland, places, streams, worlds
from tests.worlds import WORLDS, box, car, fix, index_of, sets

BE, NL, NOWHERE = sets("BE", "NL", "")


def test_the_first_fix_sets_the_territory_without_a_crossing() -> None:
    (first,) = judged([fix(50.5, 6.5)])
    assert (first.outcome, first.territory, first.sure, first.crossings) == (Outcome.FIRST, NL, True, ())


def test_a_car_that_drives_over_the_border_shows_one_crossing() -> None:
    one, two, three = judged(car([(50.5, 5.9), (50.5, 5.95), (50.5, 6.05)]))
    assert [one.territory, two.territory, three.territory] == [BE, BE, NL]
    assert [len(j.crossings) for j in (one, two, three)] == [0, 0, 1]
    (crossing,) = three.crossings
    assert (crossing.at, crossing.status) == (fix(0, 0, 15).observed_at, "confirmed")
    assert (crossing.lat, crossing.lon) == pytest.approx((50.5, 6.0))


def test_a_clipped_corner_is_told_though_the_territory_is_the_same_before_and_after() -> None:
    _, after = judged(car([(50.45, 5.95), (50.55, 6.1)]), "corner")
    assert after.territory == BE
    assert [(c.left, c.entered) for c in after.crossings] == [(BE, NL), (NL, BE)]


def test_a_stop_on_the_border_makes_one_crossing_and_turning_back_there_none() -> None:
    over = judged(car([(50.5, 5.9), (50.5, 6.0), (50.5, 6.0), (50.5, 6.1)]))
    assert [j.territory for j in over] == [BE, BE, BE, NL]
    assert [len(j.crossings) for j in over] == [0, 0, 0, 1]
    back = judged(car([(50.5, 5.9), (50.5, 6.0), (50.5, 5.9)]))
    assert [j.crossings for j in back] == [(), (), ()]


def test_a_unit_first_seen_on_the_border_is_on_both_sides_until_it_leaves_one() -> None:
    on_it, off_it = judged(car([(50.5, 6.0), (50.5, 6.1)]))
    assert (on_it.territory, on_it.sure) == (BE | NL, False)
    assert [(c.left, c.entered) for c in off_it.crossings] == [(BE, NOWHERE)]


def test_units_in_one_chunk_do_not_mix() -> None:
    one, two = car([(50.5, 5.9), (50.5, 6.1)], unit="BE/1"), car([(50.5, 6.9), (50.5, 6.8)], unit="NL/2")
    told = judged([one[0], two[0], one[1], two[1]])
    assert [(j.fix.unit, sorted(j.territory), len(j.crossings)) for j in told] == [
        ("BE/1", ["BE"], 0), ("NL/2", ["NL"], 0), ("BE/1", ["NL"], 1), ("NL/2", ["NL"], 0),
    ]  # fmt: skip


def test_an_empty_chunk_changes_nothing() -> None:
    watcher = Watcher()
    assert watcher.see([]) == []
    assert len(watcher.tracks) == 0


def test_what_the_receiver_does_not_say_is_derived_and_said_to_be() -> None:
    silent, telling = fix(50.5, 5.5), replace(fix(50.5, 5.5), accuracy_m=5.0, speed_mps=7.0, course_deg=8.0)
    east = replace(silent, number=1, lon=5.50141, observed_at=fix(0, 0, 10).observed_at)
    seen = observe(Tracks(), Chunk.of([silent, east]), index_of("border_at_six"))
    assert seen.derived.tolist() == [SPEED_DERIVED | COURSE_DERIVED | ACCURACY_DEFAULTED] * 2
    assert np.isnan([seen.speed_mps[0], seen.course_deg[0]]).all()
    assert seen.speed_mps[1] == pytest.approx(10.0, abs=0.01)
    assert (seen.course_deg[1], seen.accuracy_m[1]) == (90.0, 23.0)
    told = observe(Tracks(), Chunk.of([telling]), index_of("border_at_six"))
    assert (told.speed_mps[0], told.course_deg[0], told.accuracy_m[0], told.derived[0]) == (7.0, 8.0, 5.0, 0)


def test_a_new_border_layer_sets_the_territory_anew_without_a_crossing() -> None:
    moved = TerritoryIndex.build({"NL": WORLDS["border_at_six"]["BE"]})
    watcher = Watcher()
    watcher.see([fix(50.5, 5.9)])
    unit = watcher.tracks.unit("BE/CAR", watcher.index)
    assert unit is not None
    assert rebase(unit, moved) == replace(unit, territory=NL)


def test_a_story_that_a_new_border_layer_ends_is_withdrawn() -> None:
    watcher = Watcher()
    watcher.see([fix(50.5, 5.9999), fix(50.5, 6.0001, 1, number=1)])
    unit = watcher.tracks.unit("BE/CAR", watcher.index)
    assert unit is not None
    assert unit.territory == NL
    away = TerritoryIndex.build({"BE": WORLDS["border_at_six"]["BE"].union(WORLDS["border_at_six"]["NL"])})
    after = Watcher(away, tracks=Tracks.of({"BE/CAR": rebase(unit, away)}, away))
    told = after.see([fix(50.5, 6.001, 2, number=2), fix(50.5, 6.003, 10, number=3)])
    assert [one.territory for one in told] == [BE, BE]
    assert [crossing.status for one in told for crossing in one.crossings] == ["withdrawn"]


def test_an_open_crossing_goes_on_under_a_new_border_layer_that_knows_the_same_line() -> None:
    watcher = Watcher()
    (possible,) = [c for one in watcher.see([fix(50.5, 5.998), *_over_by_a_metre()]) for c in one.crossings]
    unit = watcher.tracks.unit("BE/CAR", watcher.index)
    assert unit is not None
    again = TerritoryIndex.build(WORLDS["border_at_six"])
    after = Watcher(again, tracks=Tracks.of({"BE/CAR": rebase(unit, again)}, again))
    (settled,) = [c for one in after.see([fix(50.5, 6.004, 40, number=3)]) for c in one.crossings]
    assert (possible.status, settled.status, settled.id) == ("possible", "confirmed", possible.id)


def _over_by_a_metre() -> list[Fix]:
    return [fix(50.5, 5.999, 10, number=1), fix(50.5, 6.00002, 20, number=2)]


def test_a_unit_near_a_line_that_a_new_layer_moves_is_not_sure_of_its_side() -> None:
    watcher = Watcher()
    watcher.see([fix(50.5, 5.8001)])
    unit = watcher.tracks.unit("BE/CAR", watcher.index)
    assert unit is not None
    assert unit.watch is None
    moved = TerritoryIndex.build({"BE": box(50, 5, 51, 5.8), "NL": box(50, 5.8, 51, 7)})
    after = Watcher(moved, tracks=Tracks.of({"BE/CAR": rebase(unit, moved)}, moved))
    told = after.see([fix(50.5, 5.79, 20, number=1)])
    assert [(one.territory, [c.start_unsure for c in one.crossings]) for one in told] == [(BE, [True])]


# ---------------------------------------------------------------- bad places


BAD = [float("nan"), float("inf"), 90.1, -1e9]


@pytest.mark.parametrize("lat", BAD)
def test_a_fix_that_is_nowhere_is_invalid_and_changes_nothing(lat: float) -> None:
    watcher, good = Watcher(), fix(50.5, 5.9)
    watcher.see([good])
    chunk = Chunk.of([fix(50.5, 5.91, 1, number=1), fix(50.5, 5.92, 2, number=2)])
    chunk.lats[0] = lat
    seen = observe(watcher.tracks, chunk, watcher.index, ANY_SPEED)
    assert [seen.outcome_of(0), seen.outcome_of(1)] == [Outcome.INVALID, Outcome.MOVED]
    assert watcher.index.territories[seen.territory[0]] == BE


def test_a_unit_whose_only_fix_is_nowhere_stays_unknown() -> None:
    watcher, chunk = Watcher(), Chunk.of([fix(50.5, 5.9)])
    chunk.lons[0] = np.nan
    watcher.tracks.adopt(observe(watcher.tracks, chunk, watcher.index).change)
    assert watcher.tracks.unit("BE/CAR", watcher.index) is None
    assert [one.outcome for one in watcher.see([fix(50.5, 5.9)])] == [Outcome.FIRST]


@pytest.mark.parametrize("place", [(90.0, 0.0), (-90.0, 170.0), (0.5, 180.0), (0.5, -180.0), (50.5, 179.9999)])
def test_poles_and_the_antimeridian_are_outside_the_map(place: tuple[float, float]) -> None:
    told = judged(car([place, (place[0], -place[1]), place]))
    assert {(one.outcome in USED, one.territory) for one in told} == {(True, NOWHERE)}


def test_five_hundred_kilometres_in_one_step_are_crossed_exactly() -> None:
    told = judged(car([(50.5, 1.0), (50.5, 8.0)]))
    assert changes(told) == [(NOWHERE, BE), (BE, NL), (NL, NOWHERE)]


# ---------------------------------------------------------------- properties


@given(worlds, streams(), st.data())
def test_any_cutting_of_a_stream_into_chunks_gives_the_same_result(
    world: str, fixes: list[Fix], data: st.DataObject
) -> None:
    whole, cut = Watcher(index_of(world)), Watcher(index_of(world))
    at_once = whole.see(fixes)
    assert [one for chunk in data.draw(chunkings(fixes)) for one in cut.see(chunk)] == at_once
    assert _units(cut) == _units(whole)


@given(worlds, drives(), st.data())
def test_any_cutting_of_a_noisy_drive_into_chunks_gives_the_same_result(
    world: str, fixes: list[Fix], data: st.DataObject
) -> None:
    whole, cut = Watcher(index_of(world)), Watcher(index_of(world))
    at_once = whole.see(fixes)
    assert [one for chunk in data.draw(chunkings(fixes)) for one in cut.see(chunk)] == at_once
    assert _units(cut) == _units(whole)


def _units(watcher: Watcher) -> list[object]:
    return list(watcher.tracks.units(sorted(watcher.tracks.row_of), watcher.index))


@given(worlds, streams() | drives())
def test_a_chunk_changes_nothing_before_it_is_adopted(world: str, fixes: list[Fix]) -> None:
    watcher = Watcher(index_of(world))
    watcher.see(fixes[: len(fixes) // 2])
    before = _units(watcher)
    observe(watcher.tracks, Chunk.of(fixes), watcher.index, ANY_SPEED)
    assert _units(watcher) == before


@given(worlds, st.lists(places | anywhere, max_size=10))
def test_replaying_a_whole_journey_changes_nothing(world: str, visited: list[tuple[float, float]]) -> None:
    watcher, fixes = Watcher(index_of(world)), car(visited)
    watcher.see(fixes)
    before = _units(watcher)
    again = watcher.see(fixes)
    assert {one.outcome for one in again} <= {Outcome.DUPLICATE}
    assert [one.crossings for one in again] == [()] * len(fixes)
    assert _units(watcher) == before


@given(worlds, drives())
def test_replaying_a_noisy_drive_changes_nothing(world: str, fixes: list[Fix]) -> None:
    watcher = Watcher(index_of(world))
    watcher.see(fixes)
    before = _units(watcher)
    assert [one.crossings for one in watcher.see(fixes)] == [()] * len(fixes)
    assert _units(watcher) == before


@given(worlds, streams() | drives())
def test_the_territory_is_always_what_was_entered_less_what_was_left(world: str, fixes: list[Fix]) -> None:
    began: dict[str, frozenset[str]] = {}
    stories: dict[str, dict[str, tuple[frozenset[str], frozenset[str]]]] = {}
    for one in judged(fixes, world):
        unit = one.fix.unit
        if one.outcome is Outcome.FIRST:
            began[unit], stories[unit] = one.territory, {}
        for crossing in one.crossings:
            stories[unit][crossing.id] = (crossing.left, crossing.entered)
            if crossing.status == "withdrawn":
                del stories[unit][crossing.id]
            assert crossing.not_before <= crossing.at <= crossing.not_after
        assert _sum(began[unit], list(stories[unit].values())) == dict.fromkeys(one.territory, 1)


def _sum(began: frozenset[str], story: Sequence[tuple[frozenset[str], frozenset[str]]]) -> dict[str, int]:
    """How often each state was entered more than left."""
    states = {state for left, entered in story for state in left | entered} | began
    counts = {
        state: (state in began) + sum((state in entered) - (state in left) for left, entered in story)
        for state in states
    }
    return {state: count for state, count in counts.items() if count}


@given(worlds, st.lists(places | anywhere, min_size=1, max_size=10), inland)
def test_far_from_the_border_a_unit_holds_the_ground_it_stands_on(
    world: str, visited: list[tuple[float, float]], end: tuple[float, float]
) -> None:
    *_, last = judged(car([*visited, end]), world)
    assert last.territory == index_of(world).territory_at(*end)


@given(worlds, st.lists(inland, min_size=2, max_size=6))
def test_a_track_driven_backwards_swaps_entries_and_exits(world: str, visited: list[tuple[float, float]]) -> None:
    there, back = judged(car(visited), world), judged(car(visited[::-1]), world)
    assert changes(there) == [(entered, left) for left, entered in reversed(changes(back))]


@given(worlds, st.lists(inland, min_size=2, max_size=6), st.floats(0.1, 0.9))
def test_a_fix_more_on_each_way_loses_and_adds_no_crossing(
    world: str, visited: list[tuple[float, float]], share: float
) -> None:
    assert changes(judged(car(visited), world)) == changes(judged(car(_with_one_more(visited, share)), world))


@given(worlds, st.lists(places | anywhere, max_size=6), inland, st.floats(0.1, 0.9))
def test_nor_does_it_change_the_territory_in_the_end_wherever_the_way_led(
    world: str, visited: list[tuple[float, float]], end: tuple[float, float], share: float
) -> None:
    few = judged(car([*visited, end]), world)
    many = judged(car(_with_one_more([*visited, end], share)), world)
    assert few[-1].territory == many[-1].territory


def _with_one_more(visited: list[tuple[float, float]], share: float) -> list[tuple[float, float]]:
    """The same journey with a place more on each way, at that share of it."""
    between = (
        (a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1])) for a, b in pairwise(visited)
    )  # fmt: skip
    return [place for pair in zip(visited, between, strict=False) for place in pair] + visited[-1:]


@given(st.lists(st.floats(-300.0, -110.0), min_size=2, max_size=60), st.sampled_from([1.0, 10.0]))
def test_a_track_that_stays_deeper_than_its_noise_never_crosses(depths_m: list[float], every_s: float) -> None:
    """The default circle is 23 m; five of its standard deviations are 76 m, six are 91 m."""
    west = car([(50.5 + k * 1e-4, 6.0 + depth / 70_900.0) for k, depth in enumerate(depths_m)], every_s=every_s)
    assert [one.crossings for one in judged(west)] == [()] * len(west)


@given(st.permutations(range(8)))
def test_the_order_of_late_reports_does_not_change_the_final_territory(order: list[int]) -> None:
    on_time, late = fix(50.5, 5.9, 100, number=100), car([(50.5, 6.1)] * 4 + [(50.5, 5.9)] * 4)
    watcher = Watcher()
    watcher.see([on_time])
    told: list[Judged] = [one for at in order for one in watcher.see([late[at]])]
    assert {one.outcome for one in told} == {Outcome.LATE}
    assert {one.territory for one in told} == {BE}
