"""Whoever looks for deadlines before a table is recovered sees what is there, and keeps nothing of it."""

from datetime import timedelta
from itertools import count
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, cast

from faust.types import TP

from streams.apps.configure import AppSettings
from streams.apps.coordinate import Coordinate
from streams.apps.glimpse import Glimpse
from streams.apps.track import Track
from streams.pursuit.store import split_parts
from streams.topics import POSITIONS, REPORTS
from streams.tracking.state import encode_unit
from tests.streams.pursuit.scene import CASE, RULES, at
from tests.streams.pursuit.scene import Chase as Case
from tests.streams.tracking.scene import CAR, WORLD, Partition, fix, membership

if TYPE_CHECKING:
    import faust

LATER = at(86_400)
SETTINGS = AppSettings("broker", {POSITIONS.name: "p", REPORTS.name: "r"}, 4, 6.0, 30.0, None, Path("unused"))


class FillingTable(dict[bytes, bytes]):
    """A table as an agent holds it, which recovery fills entry by entry."""

    @property
    def app(self) -> "faust.App":
        """An app of which nothing is asked but this table."""
        return cast("faust.App", SimpleNamespace(Table=lambda *_args, **_kwargs: self))


def test_all_is_read_at_once_and_anew_after_ten_seconds_when_the_clock_was_put_back_and_when_it_was_forgotten() -> None:
    numbers = count(1)
    glimpse = Glimpse[int](lambda: {2: next(numbers), 3: 0})
    assert [glimpse.of(2, at(seconds)) for seconds in (0, 9.9, 10, 10, -3_600, -3_599)] == [1, 1, 2, 2, 3, 3]
    assert (glimpse.of(3, at(-3_599)), glimpse.of(4, at(-3_599))) == (0, None)
    glimpse.forget()
    assert glimpse.of(2, at(-3_599)) == 4


def test_track_knows_every_unit_that_was_recovered_though_somebody_looked_before() -> None:
    table, partition = FillingTable(), Partition()
    partition.feed(fix(5.9, 0), membership())
    track = Track(table.app, SETTINGS, WORLD, {})
    track.forget({TP(POSITIONS.name, 2)})
    assert list(track._dues(2, LATER)) == []
    table[CAR.encode()] = encode_unit(partition.units[CAR])
    assert [due.key for due in track._dues(2, LATER + timedelta(seconds=10))] == [CAR]
    assert track._units_of(2) == partition.units


def test_coordinate_knows_every_pursuit_that_was_recovered_though_somebody_looked_when_a_part_was_missing() -> None:
    table, chase = FillingTable(), Case()
    chase.open()
    coordinate = Coordinate(table.app, SETTINGS, RULES, {})
    core, *others = split_parts(None, chase.pursuit).items()
    table |= dict(others)
    assert list(coordinate._dues(1, LATER)) == []
    table |= dict([core])
    assert {due.case for due in coordinate._dues(1, LATER + timedelta(seconds=10))} == {CASE}
    assert coordinate.cases_of(1) == {CASE: chase.pursuit}
