from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from consumers.gateway.desks import GONE_AFTER, Desks
from tests.consumers.records import NOON, desk

NL, BE = "NL/ROOM", "BE/ROOM"
SECOND = timedelta(seconds=1)


def test_a_desk_is_there_from_the_first_word_of_it() -> None:
    desks = Desks()
    desks.told(desk(NL), NOON)
    assert desks.of(NL) == (desk(NL),)
    assert desks.of(BE) == ()


def test_a_desk_that_was_left_is_gone_at_once() -> None:
    desks = Desks()
    desks.told(desk(NL), NOON)
    desks.told(desk(NL, console="c2"), NOON)
    desks.told(desk(NL, left=True), NOON + SECOND)
    assert [each.console for each in desks.of(NL)] == ["c2"]


def test_a_leave_of_an_unknown_desk_changes_nothing() -> None:
    desks = Desks()
    desks.told(desk(NL, left=True), NOON)
    assert (desks.of(NL), desks.changes) == ((), 0)


@pytest.mark.parametrize(("after", "there"), [(GONE_AFTER, True), (GONE_AFTER + SECOND, False)])
def test_a_desk_of_which_nobody_speaks_any_more_is_gone_after_45_seconds(after: timedelta, *, there: bool) -> None:
    desks = Desks()
    desks.told(desk(NL), NOON)
    desks.forget_unrenewed(NOON + after)
    assert bool(desks.of(NL)) is there


def test_a_desk_that_is_spoken_of_again_stays_whatever_the_clock_of_its_gateway_says() -> None:
    desks = Desks()
    desks.told(desk(NL), NOON)
    desks.told(desk(NL, at=NOON - timedelta(days=1)), NOON + timedelta(seconds=40))
    desks.forget_unrenewed(NOON + timedelta(seconds=80))
    assert len(desks.of(NL)) == 1


def test_saying_the_same_again_is_no_change_and_anything_else_is_one() -> None:
    desks = Desks()
    desks.told(desk(NL), NOON)
    before = desks.changes
    desks.told(desk(NL, at=NOON + SECOND), NOON + SECOND)
    assert desks.changes == before
    desks.told(desk(NL, page_visible=False), NOON + 2 * SECOND)
    assert desks.changes == before + 1
    desks.forget_unrenewed(NOON + timedelta(minutes=2))
    assert desks.changes == before + 2


def test_the_first_that_signed_in_stands_first() -> None:
    desks = Desks()
    desks.told(desk(NL, console="a", since=NOON + SECOND), NOON)
    desks.told(desk(NL, console="z"), NOON)
    assert [each.console for each in desks.of(NL)] == ["z", "a"]


WORDS = st.lists(
    st.tuples(st.sampled_from([NL, BE]), st.sampled_from("xyz"), st.booleans(), st.integers(0, 100)), max_size=30
)


@given(WORDS, st.integers(0, 200))
def test_what_is_there_is_the_newest_word_of_each_desk_that_is_young_enough(
    words: list[tuple[str, str, bool, int]], now_s: int
) -> None:
    desks, newest = Desks(), {}
    for room, console, left, at_s in sorted(words, key=lambda word: word[3]):
        desks.told(desk(room, console=console, left=left), NOON + at_s * SECOND)
        newest[room, console] = (left, at_s)
    desks.forget_unrenewed(NOON + now_s * SECOND)
    there = {place for place, (left, at_s) in newest.items() if not left and now_s - at_s <= 45}
    assert {(each.room, each.console) for room in (NL, BE) for each in desks.of(room)} == there


@given(WORDS)
def test_reading_it_all_once_more_makes_no_difference(words: list[tuple[str, str, bool, int]]) -> None:
    said = [(desk(room, console=console, left=left), NOON + at_s * SECOND) for room, console, left, at_s in words]
    once, twice = Desks(), Desks()
    for presence, stamped in said:
        once.told(presence, stamped)
    for presence, stamped in said + said:
        twice.told(replace(presence), stamped)
    assert [once.of(room) for room in (NL, BE)] == [twice.of(room) for room in (NL, BE)]
