"""Crossings between two fixes, on borders that can be solved in the head."""

from collections.abc import Sequence
from datetime import timedelta

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.crossing import Crossing, find_crossings
from geo.stretch import stretches
from geo.territory import Territory
from tests.strategies import anywhere, places, worlds
from tests.worlds import NOON, fix, index_of, sets

Place = tuple[float, float]
Change = tuple[Territory, Territory]


def crossings(world: str, a: Place, b: Place, *, lasting_s: float = 10.0, guess: bool = False) -> tuple[Crossing, ...]:
    """What a car that goes from one place to another shows."""
    return find_crossings(fix(*a), fix(*b, lasting_s, number=1), index_of(world), guess=guess)


def changes(found: Sequence[Crossing]) -> list[Change]:
    return [(crossing.left, crossing.entered) for crossing in found]


def test_a_car_crosses_the_border_at_six_half_way_between_its_fixes() -> None:
    (crossing,) = crossings("border_at_six", (50.5, 5.999), (50.5, 6.001))
    assert crossing == Crossing(
        unit="BE/CAR", boot="b", number=1, place_in_segment=0, left=frozenset({"BE"}), entered=frozenset({"NL"}),
        at=NOON + timedelta(seconds=5), not_before=NOON, not_after=NOON + timedelta(seconds=10),
        lat=50.5, lon=crossing.lon, status="confirmed", confirmed_at=NOON + timedelta(seconds=10), guess=False,
    )  # fmt: skip
    assert crossing.lon == pytest.approx(6.0, abs=1e-12)
    assert crossing.id == "BE/CAR|b|1|crossing|0"


def test_instants_are_told_to_the_microsecond() -> None:
    (crossing,) = crossings("border_at_six", (50.5, 5.9), (50.5, 6.2), lasting_s=0.1)
    assert crossing.at == NOON + timedelta(microseconds=33_333)


def test_a_car_that_clips_a_corner_between_two_fixes_is_still_seen() -> None:
    found = crossings("corner", (50.45, 5.95), (50.55, 6.1), lasting_s=6.0)
    assert changes(found) == [tuple(sets("BE", "NL")), tuple(sets("NL", "BE"))]
    assert [c.at - NOON for c in found] == [timedelta(seconds=2), timedelta(seconds=3)]
    assert [(round(c.lat, 9), round(c.lon, 9)) for c in found] == [(50.483333333, 6.0), (50.5, 6.025)]
    assert [c.id for c in found] == ["BE/CAR|b|1|crossing|0", "BE/CAR|b|1|crossing|1"]


def test_a_whole_enclave_between_two_fixes_is_seen_in_order() -> None:
    assert changes(crossings("enclave", (50.505, 5.99), (50.505, 6.02))) == [
        tuple(sets("BE", "NL")), tuple(sets("NL", "BE")),
    ]  # fmt: skip


def test_into_shared_water_one_enters_without_leaving_and_on_the_far_bank_leaves_without_entering() -> None:
    assert changes(crossings("condominium", (50.5, 5.99), (50.5, 6.02))) == [
        tuple(sets("", "DE")), tuple(sets("LU", "")),
    ]  # fmt: skip


def test_through_the_tripoint_one_comes_from_one_to_the_other_and_never_to_the_third() -> None:
    assert changes(crossings("tripoint", (50.4, 5.9), (50.6, 6.1))) == [tuple(sets("BE", "DE"))]


def test_off_the_map_one_leaves_and_enters_nothing() -> None:
    assert changes(crossings("border_at_six", (50.5, 6.9), (50.5, 7.1))) == [tuple(sets("NL", ""))]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ((50.5, 5.9), (50.5, 6.0)),
        ((50.5, 6.0), (50.5, 5.9)),
        ((50.2, 6.0), (50.8, 6.0)),
        ((50.5, 6.0), (50.5, 6.0)),
        ((50.0, 6.0), (51.0, 6.0)),
    ],
)
def test_to_reach_follow_or_stand_on_the_border_is_no_crossing(a: Place, b: Place) -> None:
    assert crossings("border_at_six", a, b) == ()


def test_a_unit_that_stopped_on_the_border_crosses_where_it_leaves_it_on_the_other_side() -> None:
    on_it, over = fix(50.5, 6.0, 10, number=1), fix(50.5, 6.1, 20, number=2)
    (crossing,) = find_crossings(on_it, over, index_of("border_at_six"), territory=frozenset({"BE"}))
    assert (crossing.at, crossing.lon) == (on_it.observed_at, 6.0)
    assert changes([crossing]) == [tuple(sets("BE", "NL"))]


def test_after_a_gap_only_the_change_that_remains_is_told_and_as_a_guess() -> None:
    assert crossings("enclave", (50.505, 5.99), (50.505, 6.02), guess=True) == ()
    (crossing,) = crossings("border_at_six", (50.5, 4.8), (50.5, 6.2), guess=True)
    assert (crossing.guess, changes([crossing])) == (True, [tuple(sets("", "NL"))])
    assert (crossing.not_before, crossing.not_after) == (NOON, NOON + timedelta(seconds=10))


@given(worlds, places | anywhere, places | anywhere)
def test_the_way_back_swaps_entries_and_exits(world: str, a: Place, b: Place) -> None:
    there, back = crossings(world, a, b), crossings(world, b, a)
    assert changes(there) == [(entered, left) for left, entered in reversed(changes(back))]


@given(worlds, anywhere, anywhere)
def test_the_way_back_crosses_at_the_same_places(world: str, a: Place, b: Place) -> None:
    there, back = crossings(world, a, b), crossings(world, b, a)
    assert len(there) == len(back)
    for one, other in zip(there, reversed(back), strict=True):
        assert (one.lat, one.lon) == pytest.approx((other.lat, other.lon), abs=1e-9)


@given(worlds, places | anywhere, places | anywhere, st.floats(0, 1) | st.sampled_from([0.25, 0.5]))
def test_a_fix_more_on_the_way_loses_and_adds_no_crossing(world: str, a: Place, b: Place, share: float) -> None:
    whole = crossings(world, a, b)
    between = (a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1]))
    index = index_of(world)
    held = stretches(np.array([[*a, *between]]), index).of(0)
    first = crossings(world, a, between)
    second = find_crossings(
        fix(*between), fix(*b, 10.0, number=1), index, territory=index.territories[held[-1][1]] if held else None
    )  # fmt: skip
    assert changes(whole) == changes((*first, *second))


@given(worlds, places | anywhere, places | anywhere, st.booleans())
def test_what_two_fixes_in_order_show_is_never_late(world: str, a: Place, b: Place, guess: bool) -> None:
    found = crossings(world, a, b, guess=guess)
    assert [(crossing.late, crossing.status) for crossing in found] == [(False, "confirmed")] * len(found)
