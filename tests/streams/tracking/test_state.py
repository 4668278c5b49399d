"""What TRACK keeps of a unit: written down, read back, and continued by the tracker."""

import re
from datetime import timedelta, timezone

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from geo.fix import Fix as GeoFix
from geo.settings import TrackerSettings
from geo.tracks import Tracks
from streams.records import RecordError, SourcePlace
from streams.tracking.state import TrackedUnit, decode_unit, encode_unit, geo_fix, territory_codes
from streams.tracking.step import World
from tests.geo.seen import Watcher
from tests.strategies import drives
from tests.streams.pursuit.scene import at
from tests.streams.tracking.scene import CAR, CASE, OTHER_CASE, WORLD, Partition, fix, membership
from tests.worlds import index_of

PLACE = SourcePlace(topic_id="t", partition=0, offset=0)


def _known() -> TrackedUnit:
    partition = Partition()
    partition.feed(fix(5.98, 0), membership(), fix(6.02, 10), membership(2, joined=False, case=OTHER_CASE))
    return partition.units[CAR]


def test_a_state_written_down_reads_back_equal_and_gives_the_same_bytes() -> None:
    unit = _known()
    assert decode_unit(encode_unit(unit)) == unit
    assert encode_unit(decode_unit(encode_unit(unit))) == encode_unit(unit)


def test_the_order_in_which_memberships_came_is_not_written() -> None:
    unit = _known()
    turned = replace(unit, cases=dict(reversed(unit.cases.items())))
    assert encode_unit(turned) == encode_unit(unit)


def test_bytes_that_are_no_state_are_refused() -> None:
    with pytest.raises(RecordError, match=re.escape("state of a unit: ") + ".*got b'{}'"):
        decode_unit(b"{}")


def test_the_tracker_continues_from_the_last_fix_and_its_territory() -> None:
    track = _known().track
    assert track is not None
    assert (track.last.lon, track.territory, track.last.counted_to) == (6.02, frozenset({"NL"}), 10)


def test_a_state_in_doubt_is_written_down_with_its_open_crossing() -> None:
    partition = Partition(World(index=WORLD.index, layer=WORLD.layer))
    partition.feed(fix(5.998, 0), *(fix(5.998 + k * 2e-4, k) for k in range(1, 12)))
    unit = partition.units[CAR]
    assert unit.track is not None
    assert unit.track.watch is not None
    assert [crossing.status for crossing in unit.track.watch.passage.told] == ["possible"]
    assert decode_unit(encode_unit(unit)) == unit


def test_a_state_of_before_odometers_were_kept_reads_as_one_without() -> None:
    written = msgspec.json.decode(encode_unit(_known()))
    del written["odometer"], written["cases"][CASE]["told_at_m"]
    read = decode_unit(msgspec.json.encode(written))
    assert (read.odometer, read.cases[CASE].told_at_m) == (None, None)


def test_only_running_pursuits_are_joined() -> None:
    assert _known().joined == (CASE,)


def test_geometry_counts_time_in_utc() -> None:
    summer = replace(fix(5.9, 0), observed_at=at(0).astimezone(timezone(timedelta(hours=2))))
    assert geo_fix(summer) == geo_fix(fix(5.9, 0))
    assert geo_fix(summer).observed_at.utcoffset() == timedelta(0)


def test_territories_are_written_sorted() -> None:
    assert territory_codes({"LU", "DE"}) == ("DE", "LU")


@given(drives(), st.data())
def test_a_state_written_down_between_any_two_fixes_goes_on_as_if_it_had_not_been(
    drive: list[GeoFix], data: st.DataObject
) -> None:
    index, cut = index_of("border_at_six"), data.draw(st.integers(0, len(drive)))
    whole = Watcher(index, TrackerSettings())
    at_once = whole.see(drive)
    first = Watcher(index, TrackerSettings())
    told = first.see(drive[:cut])
    kept = {
        name: decode_unit(encode_unit(TrackedUnit(unit=name, guard=PLACE, track=track))).track
        for name, track in first.tracks.units(sorted(first.tracks.row_of), index)
    }
    restored = Tracks.of({name: track for name, track in kept.items() if track is not None}, index)
    told += Watcher(index, TrackerSettings(), restored).see(drive[cut:])
    assert told == at_once
