"""What is known of many units: kept in arrays, taken apart unit by unit, put back, and written down."""

import gc
import tracemalloc
from collections.abc import Mapping
from dataclasses import replace
from itertools import pairwise
from typing import Any

import msgspec
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.fix import Fix
from geo.outcome import Last
from geo.tracks import COLUMNS, NEVER, Change, Tracks, UnitTrack, Watch
from streams.records import SourcePlace
from streams.tracking.state import TrackedUnit, decode_unit, encode_unit
from tests.geo.seen import Watcher
from tests.strategies import drives, streams, worlds
from tests.worlds import away, car, fix, index_of

NEAR, INLAND = away(20.0), (50.5, 5.5)
SIX = index_of("border_at_six")
LAST = Last(1_000_000, 50.5, 5.5, None, -(2**63), 7, 2**63 - 1, 2**64 - 1)


def known(watcher: Watcher) -> dict[str, UnitTrack]:
    """Every unit that is known."""
    return dict(watcher.tracks.units(sorted(watcher.tracks.row_of), watcher.index))


def written_and_read(units: Mapping[str, UnitTrack]) -> dict[str, UnitTrack]:
    """The units as they come back from the table that keeps them."""
    read = {}
    for name, track in units.items():
        place = SourcePlace(topic_id="t", partition=0, offset=1)
        state = TrackedUnit(unit=name, guard=place, track=track)
        back = decode_unit(encode_unit(state))
        assert back.track == track
        assert encode_unit(back) == encode_unit(state)
        read[name] = track if back.track is None else back.track
    return read


# ---------------------------------------------------------------- taken apart and put back


def test_what_is_not_known_is_none() -> None:
    tracks = Tracks()
    assert (len(tracks), tracks.unit("BE/CAR", SIX), dict(tracks.units(["BE/CAR"], SIX))) == (0, None, {})


def test_a_unit_is_put_back_as_it_was_taken_out() -> None:
    unit = UnitTrack(LAST, frozenset({"NL"}), "air", lost=True)
    assert Tracks.of({"BE/HELI": unit}, SIX).unit("BE/HELI", SIX) == unit


@pytest.mark.parametrize("accuracy_m", [None, 0.0, 23.5])
def test_a_circle_that_was_not_stated_is_another_thing_than_none_at_all(accuracy_m: float | None) -> None:
    unit = UnitTrack(LAST._replace(accuracy_m=accuracy_m), frozenset())
    assert Tracks.of({"BE/CAR": unit}, SIX).unit("BE/CAR", SIX) == unit
    assert written_and_read({"BE/CAR": unit}) == {"BE/CAR": unit}


def test_ground_that_the_borders_do_not_know_is_outside() -> None:
    unit = UnitTrack(LAST, frozenset({"CH"}))
    assert Tracks.of({"BE/CAR": unit}, SIX).unit("BE/CAR", SIX) == replace(unit, territory=frozenset())


@given(worlds, streams() | drives())
def test_taking_apart_and_putting_back_changes_nothing(world: str, fixes: list[Fix]) -> None:
    watcher = Watcher(index_of(world))
    watcher.see(fixes)
    before = known(watcher)
    assert known(Watcher(watcher.index, tracks=Tracks.of(before, watcher.index))) == before


@given(worlds, streams() | drives(), st.integers(0, 40))
def test_a_tracker_goes_on_after_it_was_written_down_and_read_as_if_nothing_had_been(
    world: str, fixes: list[Fix], at: int
) -> None:
    watcher = Watcher(index_of(world))
    watcher.see(fixes[:at])
    again = Watcher(watcher.index, tracks=Tracks.of(written_and_read(known(watcher)), watcher.index))
    assert again.see(fixes[at:]) == watcher.see(fixes[at:])
    assert known(again) == known(watcher)


def test_a_whole_story_is_written_down_and_read() -> None:
    """Near the border with a crossing open, a gap remembered and a stray fix: every part of a watch is there."""
    watcher = Watcher()
    gap = [fix(*away(-60.0)), fix(*away(-60.0), 100, number=1)]
    doubt = [fix(*NEAR, 101, number=2), fix(*away(30.0), 102, number=3), fix(*NEAR, 101, number=9)]
    watcher.see([*gap, *doubt])
    (unit,) = known(watcher).values()
    assert unit.watch is not None
    assert all((unit.watch.motion, unit.watch.gaps, unit.watch.stray, unit.watch.passage.told))
    assert written_and_read({"BE/CAR": unit}) == {"BE/CAR": unit}


def test_every_column_goes_through_json() -> None:
    unit = UnitTrack(LAST, frozenset({"BE", "NL"}), "water", lost=True)
    assert msgspec.json.decode(msgspec.json.encode(unit), type=UnitTrack) == unit


# ---------------------------------------------------------------- changes


def change(names: tuple[str, ...], rows: list[int], watches: Mapping[int, Watch | None] | None = None) -> Change:
    """A change that writes its row number into every column of the rows, where it fits."""
    columns: dict[str, Any] = {name: np.array(rows).astype(kind) for name, kind in COLUMNS.items()}
    return Change(names, np.array(rows, dtype=np.int64), columns, watches or {})


def test_new_units_get_the_rows_after_the_last() -> None:
    tracks = Tracks()
    tracks.adopt(change(("A", "B"), [0, 1]))
    tracks.adopt(change(("C",), [2]))
    assert tracks.row_of == {"A": 0, "B": 1, "C": 2}
    assert [tracks.columns[name][:3].tolist() for name in ("at_us", "number", "lat")] == [[0, 1, 2]] * 3


def test_a_new_unit_whose_fixes_were_all_spoilt_is_a_row_without_a_fix() -> None:
    tracks = Tracks()
    tracks.adopt(change(("A", "B"), [1]))
    assert (len(tracks), tracks.lasts([0]), tracks.unit("A", SIX)) == (2, [None], None)
    assert list(dict(tracks.units(["A", "B"], SIX))) == ["B"]


@pytest.mark.parametrize("count", [63, 64, 65, 1_000])
def test_the_arrays_grow_and_lose_nothing(count: int) -> None:
    tracks = Tracks()
    for row in range(count):
        tracks.adopt(change((f"U{row}",), [row]))
    assert tracks.columns["number"][:count].tolist() == list(range(count))
    assert len(tracks.columns["number"]) <= max(64, 1.5 * count)
    assert {len(values) for values in tracks.columns.values()} == {len(tracks.columns["at_us"])}
    assert (tracks.columns["at_us"][count:] == NEVER).all()
    assert {name: values.dtype for name, values in tracks.columns.items()} == dict(COLUMNS)


def test_a_chunk_changes_no_row_but_those_of_its_units() -> None:
    watcher = Watcher()
    watcher.see([fix(*NEAR, unit="A"), fix(*INLAND, unit="B"), fix(*NEAR, unit="C")])
    before = known(watcher)
    watcher.see([fix(*away(30.0), 1, number=1, unit="A")])
    after = known(watcher)
    assert {name for name in after if after[name] != before[name]} == {"A"}


def test_a_watch_begins_goes_on_and_is_over() -> None:
    watcher = Watcher()
    seen = []
    for one in car([INLAND, NEAR, away(25.0), (50.5, 6.4), (50.5, 6.41)]):
        watcher.see([one])
        seen.append(0 in watcher.tracks.watches)
    assert seen == [False, True, True, False, False]


@given(worlds, streams())
def test_what_is_known_is_the_newest_used_fix_and_the_territory_told(world: str, fixes: list[Fix]) -> None:
    watcher = Watcher(index_of(world))
    told = watcher.see(fixes)
    for name, unit in known(watcher).items():
        *_, last = (one for one in told if one.fix.unit == name)
        assert unit.territory == last.territory
        assert (unit.last.lat, unit.last.lon) in {(one.fix.lat, one.fix.lon) for one in told if one.fix.unit == name}


# ---------------------------------------------------------------- how much it takes

_UNITS = 100_000


@pytest.mark.parametrize("chunk", [_UNITS, 7_000])
def test_a_hundred_thousand_units_take_at_most_300_bytes_each(chunk: int) -> None:
    """Names, the dictionary of rows and the room to grow included."""
    tracemalloc.start()
    try:
        gc.collect()
        before, _ = tracemalloc.get_traced_memory()
        tracks = Tracks()
        for first, end in pairwise([*range(0, _UNITS, chunk), _UNITS]):
            tracks.adopt(change(tuple(f"BE/PATROL-{row:06d}" for row in range(first, end)), list(range(first, end))))
        gc.collect()
        taken, _ = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert len(tracks) == _UNITS
    assert (taken - before) / _UNITS <= 300.0
