"""The tracker: every fix gets a named outcome, and nothing but a crossing changes whose land a unit is on."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.crossing import find_crossings
from geo.fix import Fix
from geo.territory import TerritoryIndex
from geo.tracker import Judgement, Outcome, TrackerSettings, UnitTrack, observe, rebase
from tests.strategies import anywhere, chunkings, places, streams, worlds
from tests.worlds import WORLDS, car, fix, index_of, sets

BE, NL, NOWHERE = sets("BE", "NL", "")


def judged(fixes: Sequence[Fix], world: str = "border_at_six") -> tuple[Judgement, ...]:
    """What the tracker says of fixes that come in one chunk, to units not known before."""
    return observe({}, fixes, index_of(world)).judgements


def outcomes(fixes: Sequence[Fix]) -> list[Outcome]:
    return [judgement.outcome for judgement in judged(fixes)]


def test_the_first_fix_sets_the_territory_without_a_crossing() -> None:
    (first,) = judged([fix(50.5, 6.5)])
    assert (first.outcome, first.territory, first.crossings) == (Outcome.FIRST, NL, ())


def test_a_car_that_drives_over_the_border_shows_one_crossing() -> None:
    one, two, three = judged(car([(50.5, 5.9), (50.5, 5.95), (50.5, 6.05)]))
    assert [one.territory, two.territory, three.territory] == [BE, BE, NL]
    assert [len(j.crossings) for j in (one, two, three)] == [0, 0, 1]
    assert three.crossings[0].at == fix(0, 0, 15).observed_at


def test_a_crossing_is_forgotten_after_its_time_though_no_border_is_near_any_more() -> None:
    index, settings = index_of("border_at_six"), TrackerSettings(keep_crossings_s=60)
    crossed = observe({}, car([(50.5, 5.99), (50.5, 6.01)]), index, settings).tracks
    kept = observe(crossed, [fix(50.5, 6.5, 60, number=2)], index, settings).tracks
    forgotten = observe(kept, [fix(50.5, 6.51, 70, number=3)], index, settings).tracks
    assert [len(tracks["BE/CAR"].crossings) for tracks in (crossed, kept, forgotten)] == [1, 1, 0]


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
    assert on_it.territory == BE | NL
    assert [(c.left, c.entered) for c in off_it.crossings] == [(BE, NOWHERE)]


def test_the_same_fix_again_is_a_duplicate_and_changes_nothing() -> None:
    first = fix(50.5, 5.9, number=3)
    again = observe(observe({}, [first], index_of("border_at_six")).tracks, [first], index_of("border_at_six"))
    assert again.tracks == {}
    assert [(j.outcome, j.territory) for j in again.judgements] == [(Outcome.DUPLICATE, BE)]


def test_the_same_place_and_instant_under_another_boot_is_a_duplicate() -> None:
    assert outcomes([fix(50.5, 5.9), fix(50.5, 5.9, boot="other")]) == [Outcome.FIRST, Outcome.DUPLICATE]


def test_an_older_fix_is_late_and_changes_nothing() -> None:
    new, old, older_boot = fix(50.5, 5.9, 20, number=5), fix(50.5, 6.1, 10, number=4), fix(50.5, 6.1, 10, boot="old")
    told = judged([new, old, older_boot])
    assert [j.outcome for j in told] == [Outcome.FIRST, Outcome.LATE, Outcome.LATE]
    assert told[2].territory == BE
    assert observe({}, [new, old], index_of("border_at_six")).tracks["BE/CAR"].last == new


def test_a_lower_number_is_late_whatever_its_clock_says() -> None:
    assert outcomes([fix(50.5, 5.9, 0, number=5), fix(50.5, 5.9, 10, number=4)]) == [Outcome.FIRST, Outcome.LATE]


def test_a_clock_that_stands_or_goes_back_is_named_and_makes_no_hole_in_the_numbers() -> None:
    fixes = [fix(50.5, 5.9, at_s, number=number) for number, at_s in enumerate([0, 10, 10, 5, 11])]
    assert outcomes(fixes) == [Outcome.FIRST, Outcome.MOVED, Outcome.CLOCK_BACK, Outcome.CLOCK_BACK, Outcome.MOVED]
    assert outcomes([*fixes, fixes[3]])[-1] is Outcome.LATE


def test_a_hole_in_consecutive_numbers_is_a_gap_and_its_crossing_a_guess() -> None:
    _, after = judged([fix(50.5, 5.9, 0, number=0), fix(50.5, 6.1, 10, number=2)])
    assert after.outcome is Outcome.GAP
    assert [(c.left, c.entered, c.guess) for c in after.crossings] == [(BE, NL, True)]
    assert (after.crossings[0].not_before, after.crossings[0].not_after) == (
        fix(0, 0, 0).observed_at, fix(0, 0, 10).observed_at,
    )  # fmt: skip


def test_numbers_that_are_not_counted_and_a_new_boot_make_no_gap() -> None:
    uncounted = [replace(f, counted=False) for f in (fix(50.5, 5.9, 0, number=0), fix(50.5, 6.1, 10, number=700))]
    assert outcomes(uncounted) == [Outcome.FIRST, Outcome.MOVED]
    assert outcomes([fix(50.5, 5.9, 0), fix(50.5, 6.1, 10, number=40, boot="new")]) == [Outcome.FIRST, Outcome.MOVED]


@pytest.mark.parametrize(("silent_s", "outcome"), [(30.0, Outcome.MOVED), (30.000001, Outcome.GAP)])
def test_a_silence_longer_than_the_setting_is_a_gap(silent_s: float, outcome: Outcome) -> None:
    assert outcomes([fix(50.5, 5.9, 0), fix(50.5, 5.9, silent_s, number=1)])[-1] is outcome


def test_an_enclave_on_the_line_over_a_gap_is_not_told() -> None:
    over = judged([fix(50.505, 5.99, 0), fix(50.505, 6.02, 60, number=1)], "enclave")[-1]
    assert (over.outcome, over.territory, over.crossings) == (Outcome.GAP, BE, ())


def test_crossings_are_remembered_for_fifteen_minutes_by_the_fixes_own_time() -> None:
    index = index_of("border_at_six")
    there = observe({}, [fix(50.5, 5.999, 0), fix(50.5, 6.001, 10, number=1)], index).tracks
    assert [c.entered for c in there["BE/CAR"].crossings] == [NL]
    still = observe(there, [fix(50.5, 6.001, 905, number=2)], index).tracks
    assert len(still["BE/CAR"].crossings) == 1
    gone = observe(still, [fix(50.5, 6.001, 905.000001, number=3)], index).tracks
    assert gone["BE/CAR"].crossings == ()


def test_units_in_one_chunk_do_not_mix() -> None:
    one, two = car([(50.5, 5.9), (50.5, 6.1)], unit="BE/1"), car([(50.5, 6.9), (50.5, 6.8)], unit="NL/2")
    told = judged([one[0], two[0], one[1], two[1]])
    assert [(j.fix.unit, sorted(j.territory), len(j.crossings)) for j in told] == [
        ("BE/1", ["BE"], 0), ("NL/2", ["NL"], 0), ("BE/1", ["NL"], 1), ("NL/2", ["NL"], 0),
    ]  # fmt: skip


def test_an_empty_chunk_changes_nothing() -> None:
    assert observe({}, [], index_of("border_at_six")).tracks == {}


def test_a_new_border_layer_sets_the_territory_anew_without_a_crossing() -> None:
    moved = TerritoryIndex.build({"NL": WORLDS["border_at_six"]["BE"]})
    track = observe({}, [fix(50.5, 5.9)], index_of("border_at_six")).tracks["BE/CAR"]
    assert rebase(track, moved) == replace(track, territory=NL)


@pytest.mark.parametrize("seconds", [-1.0, float("nan"), float("inf")])
def test_a_setting_that_is_no_time_is_refused(seconds: float) -> None:
    with pytest.raises(ValueError, match="gap_after_s: expected seconds from 0, got"):
        TrackerSettings(gap_after_s=seconds)


@given(worlds, streams(), st.data())
def test_any_cutting_of_a_stream_into_chunks_gives_the_same_result(
    world: str, fixes: list[Fix], data: st.DataObject
) -> None:
    whole = observe({}, fixes, index_of(world))
    known: dict[str, UnitTrack] = {}
    told: list[Judgement] = []
    for chunk in data.draw(chunkings(fixes)):
        before = dict(known)
        seen = observe(known, chunk, index_of(world))
        assert known == before
        known |= seen.tracks
        told += seen.judgements
    assert (known, tuple(told)) == (whole.tracks, whole.judgements)


@given(worlds, streams())
def test_replaying_a_stream_changes_nothing(world: str, fixes: list[Fix]) -> None:
    tracks = observe({}, fixes, index_of(world)).tracks
    newest = [fix for unit in tracks for fix in fixes if fix == tracks[unit].last]
    again = observe(tracks, newest, index_of(world))
    assert again.tracks == {}
    assert {j.outcome for j in again.judgements} <= {Outcome.DUPLICATE}


@given(worlds, st.lists(places | anywhere, max_size=10))
def test_replaying_a_whole_journey_changes_nothing(world: str, visited: list[tuple[float, float]]) -> None:
    fixes = car(visited)
    tracks = observe({}, fixes, index_of(world)).tracks
    again = observe(tracks, fixes, index_of(world))
    assert again.tracks == {}
    assert [j.crossings for j in again.judgements] == [()] * len(fixes)


@given(worlds, streams())
def test_the_territory_is_always_the_one_before_less_what_was_left_plus_what_was_entered(
    world: str, fixes: list[Fix]
) -> None:
    held: dict[str, frozenset[str]] = {}
    for judgement in judged(fixes, world):
        territory = held.get(judgement.fix.unit, judgement.territory)
        for crossing in judgement.crossings:
            assert crossing.left <= territory
            assert not crossing.entered & territory
            assert crossing.not_before <= crossing.at <= crossing.not_after
            territory = territory - crossing.left | crossing.entered
        assert territory == judgement.territory
        held[judgement.fix.unit] = territory


@given(worlds, st.lists(places | anywhere, min_size=1, max_size=10), anywhere)
def test_off_the_border_a_unit_holds_the_ground_it_stands_on(
    world: str, visited: list[tuple[float, float]], end: tuple[float, float]
) -> None:
    *_, last = judged(car([*visited, end]), world)
    assert last.territory == index_of(world).territory_at(*end)


@given(worlds, anywhere, anywhere)
def test_the_tracker_tells_what_the_way_between_two_fixes_tells(
    world: str, a: tuple[float, float], b: tuple[float, float]
) -> None:
    before, after = car([a, b])
    assert judged([before, after], world)[1].crossings == find_crossings(before, after, index_of(world))


@given(worlds, st.lists(places | anywhere, min_size=2, max_size=6), st.floats(0.1, 0.9))
def test_a_fix_more_on_each_way_loses_and_adds_no_crossing(
    world: str, visited: list[tuple[float, float]], share: float
) -> None:
    def between(a: tuple[float, float], b: tuple[float, float]) -> tuple[float, float]:
        return (a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1]))

    more = [place for a, b in pairwise(visited) for place in (a, between(a, b))]
    few, many = judged(car(visited), world), judged(car([*more, visited[-1]]), world)
    assert [(c.left, c.entered) for j in few for c in j.crossings] == [
        (c.left, c.entered) for j in many for c in j.crossings
    ]


def test_the_last_fix_of_a_track_is_the_newest_not_the_last_to_come() -> None:
    fixes = car([(50.5, 5.9), (50.5, 5.8), (50.5, 5.7)])
    track = observe({}, [fixes[0], fixes[2], fixes[1]], index_of("border_at_six")).tracks["BE/CAR"]
    assert (track.last, track.counted_to) == (fixes[2], 2)
    assert track.last.observed_at - fixes[0].observed_at == timedelta(seconds=20)
