"""Fixes as arrays: what goes in comes out again."""

from collections.abc import Sequence
from dataclasses import fields, replace
from datetime import UTC, datetime, timedelta

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.fix import Fix
from geo.movement import MOVEMENTS
from geo.reading import Chunk, Reading, boot_key, instant, known, micros
from tests.geo.seen import reading_of
from tests.strategies import drives, streams
from tests.worlds import NOON, fix

amounts = st.none() | st.floats(0.0, 360.0)
telling = st.builds(replace, st.just(fix(50.5, 6.0)), accuracy_m=amounts, speed_mps=amounts, course_deg=amounts)
moving = st.builds(lambda one, movement: replace(one, movement=movement), telling, st.sampled_from(MOVEMENTS))


@given(streams() | drives() | st.lists(moving))
def test_a_chunk_gives_back_what_went_in(fixes: Sequence[Fix]) -> None:
    chunk = Chunk.of(fixes)
    assert len(chunk) == len(fixes)
    for reading, one in zip(chunk.readings(np.arange(len(fixes))), fixes, strict=True):
        assert reading.at_us == micros(one.observed_at)
        same = set(Reading._fields) - {"at_us"}
        assert {name: getattr(reading, name) for name in same} == {name: getattr(one, name) for name in same}


def test_a_reading_has_all_that_a_fix_has() -> None:
    assert [field.name.replace("observed_at", "at_us") for field in fields(Fix)] == list(Reading._fields)


def test_what_a_fix_does_not_say_is_no_number() -> None:
    chunk = Chunk.of([fix(50.5, 6.0)])
    assert np.isnan([chunk.accuracy_m[0], chunk.speed_mps[0], chunk.course_deg[0]]).all()
    (reading,) = chunk.readings(np.array([0]))
    assert (reading.accuracy_m, reading.speed_mps, reading.course_deg) == (None, None, None)


def test_nothing_said_is_another_thing_than_zero() -> None:
    reading = reading_of(replace(fix(50.5, 6.0), accuracy_m=0.0, speed_mps=0.0, course_deg=0.0))
    assert (reading.accuracy_m, reading.speed_mps, reading.course_deg) == (0.0, 0.0, 0.0)


def test_when_fixes_arrived_is_told_where_it_is_known() -> None:
    assert Chunk.of([fix(50.5, 6.0)]).arrived_us is None
    arrived = Chunk.of([fix(50.5, 6.0)], [NOON + timedelta(seconds=2)]).arrived_us
    assert arrived is not None
    assert arrived.tolist() == [micros(NOON) + 2_000_000]


def test_no_fix_makes_an_empty_chunk() -> None:
    chunk = Chunk.of([], [])
    assert len(chunk) == 0
    assert (chunk.at_us.dtype.name, chunk.lats.dtype.name) == ("int64", "float64")


@pytest.mark.parametrize("number", [2**53, 2**63 - 1])
def test_numbers_may_be_as_large_as_an_array_takes(number: int) -> None:
    assert reading_of(fix(50.5, 6.0, number=number)).number == number


@given(st.lists(moving, max_size=8), st.data())
def test_some_fixes_of_a_chunk_are_read_in_the_order_asked(fixes: list[Fix], data: st.DataObject) -> None:
    chunk, places = Chunk.of(fixes), st.integers(0, max(len(fixes) - 1, 0))
    which = data.draw(st.lists(places, max_size=8 if fixes else 0))
    asked = chunk.readings(np.array(which, dtype=np.int64))
    assert asked == [reading_of(fixes[at]) for at in which]


@given(st.datetimes(timezones=st.just(UTC)))
def test_instants_are_kept_to_the_microsecond(at: datetime) -> None:
    assert instant(micros(at)) == at
    assert instant(micros(at)).tzinfo is UTC


@pytest.mark.parametrize(
    ("at", "at_us"),
    [
        (datetime(1970, 1, 1, tzinfo=UTC), 0),
        (datetime(1970, 1, 1, 0, 1, 0, 5, tzinfo=UTC), 60_000_005),
        (datetime(1969, 12, 31, 23, 59, 59, 999_999, tzinfo=UTC), -1),
    ],
)
def test_microseconds_are_counted_from_1970(at: datetime, at_us: int) -> None:
    assert (micros(at), instant(at_us)) == (at_us, at)


@pytest.mark.parametrize(
    ("boot", "key"), [("b", -8902839231844102283), ("", -1970711489451281740), ("Zürich", 8103164278749123848)]
)
def test_a_boot_has_the_same_number_for_ever_because_states_are_kept(boot: str, key: int) -> None:
    assert boot_key(boot) == key


@given(st.lists(st.text(max_size=100), unique=True, max_size=50))
def test_other_boots_have_other_numbers_that_fit_an_array(boots: list[str]) -> None:
    keys = [boot_key(boot) for boot in boots]
    assert len(set(np.array(keys, dtype=np.int64).tolist())) == len(boots)


def test_a_value_of_an_array_is_known_where_it_is_a_number() -> None:
    assert [known(0.0), known(15.0), known(float("nan"))] == [0.0, 15.0, None]
