"""What TRACK keeps of a unit: written down, read back, and continued by the tracker."""

import re
from datetime import timedelta, timezone

import pytest
from msgspec.structs import replace

from streams.records import RecordError
from streams.tracking.state import TrackedUnit, decode_unit, encode_unit, geo_fix, territory_codes
from streams.tracking.step import World
from tests.streams.pursuit.scene import at
from tests.streams.tracking.scene import CAR, CASE, OTHER_CASE, WORLD, Partition, fix, membership


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


def test_only_running_pursuits_are_joined() -> None:
    assert _known().joined == (CASE,)


def test_geometry_counts_time_in_utc() -> None:
    summer = replace(fix(5.9, 0), observed_at=at(0).astimezone(timezone(timedelta(hours=2))))
    assert geo_fix(summer) == geo_fix(fix(5.9, 0))
    assert geo_fix(summer).observed_at.utcoffset() == timedelta(0)


def test_territories_are_written_sorted() -> None:
    assert territory_codes({"LU", "DE"}) == ("DE", "LU")
