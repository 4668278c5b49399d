"""What is known of many units between two chunks: a row of arrays for each, and a closer look at the few that need one.

78 bytes a unit, and its name. Only a unit near a border, or whose fixes do not fit, has a `Watch` besides.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from geo.motion import Motion
from geo.movement import MOVEMENTS, Movement
from geo.outcome import Last, Stray
from geo.passage import Passage
from geo.reading import known
from geo.territory import Territory, TerritoryIndex

__all__ = ["COLUMNS", "NEVER", "Change", "Gap", "Tracks", "UnitTrack", "Watch"]

COLUMNS: Mapping[str, type] = {
    "at_us": np.int64,
    "lat": np.float64,
    "lon": np.float64,
    "accuracy_m": np.float64,
    "boot": np.int64,
    "number": np.int64,
    "counted_to": np.int64,
    "seen": np.uint64,
    "boot_before": np.int64,
    "territory": np.int32,
    "movement": np.int8,
    "lost": np.bool_,
}
"""The arrays of `Tracks`: the fields of `Last`, the territory as told, and whether contact was told to be lost."""

_FIRST_CAPACITY = 64
NEVER = np.iinfo(np.int64).min
"""Instead of an instant: no fix of the unit was ever used."""

Columns = dict[str, NDArray[Any]]


class Gap(NamedTuple):
    """A time in which a unit was not seen and may have been abroad: where it was before and after."""

    from_us: int
    from_lat: float
    from_lon: float
    to_us: int
    to_lat: float
    to_lon: float
    territory: Territory
    territory_after: Territory


class Watch(NamedTuple):
    """A closer look at a unit.

    Attributes:
        passage: its story near a border.
        motion: how it moves; None away from borders.
        stray: the newest fix that did not fit.
        gaps: the last times it was not seen near a border, oldest first.
    """

    passage: Passage
    motion: Motion | None = None
    stray: Stray | None = None
    gaps: tuple[Gap, ...] = ()


@dataclass(frozen=True, slots=True)
class UnitTrack:
    """What is known of one unit, apart from all others: to be kept, and put back with `Tracks.of`.

    Attributes:
        last: its newest used fix.
        territory: the ground it holds, as told: what is only possible counts.
        movement: how it moves.
        lost: contact was told to be lost.
        watch: the closer look, where there is one.
    """

    last: Last
    territory: Territory
    movement: Movement = "road"
    lost: bool = False
    watch: Watch | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Change:
    """What a chunk changes: new units, the rows it touches with their new values, and the closer looks.

    Attributes:
        names: units not known before; their rows follow the last one.
        rows: the rows that change, each once.
        columns: their new values.
        watches: the closer look of a row after the chunk; None where it is over.
    """

    names: tuple[str, ...]
    rows: NDArray[np.int64]
    columns: Columns
    watches: Mapping[int, Watch | None]


@dataclass(slots=True, eq=False)
class Tracks:
    """The units of one partition. Only `adopt` changes it.

    Attributes:
        row_of: the row of each unit.
        columns: the arrays of `COLUMNS`; longer than there are units.
        watches: the closer looks, by row.
    """

    row_of: dict[str, int] = field(default_factory=dict)
    columns: Columns = field(default_factory=lambda: _empty(_FIRST_CAPACITY))
    watches: dict[int, Watch] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self.row_of)

    @classmethod
    def of(cls, units: Mapping[str, UnitTrack], index: TerritoryIndex) -> "Tracks":
        """Tracks that hold these units; a territory that the index does not know is OUTSIDE."""
        tracks = cls()
        rows = [_values(unit, index) for unit in units.values()]
        columns: Columns = {
            name: np.array([row[place] for row in rows], dtype=kind)
            for place, (name, kind) in enumerate(COLUMNS.items())
        }
        watches = {row: unit.watch for row, unit in enumerate(units.values())}
        tracks.adopt(Change(tuple(units), np.arange(len(rows)), columns, watches))
        return tracks

    def unit(self, name: str, index: TerritoryIndex) -> UnitTrack | None:
        """What is known of one unit; None where it is not known."""
        row = self.row_of.get(name)
        last = None if row is None else self.lasts([row])[0]
        if row is None or last is None:
            return None
        return UnitTrack(
            last,
            index.territories[int(self.columns["territory"][row])],
            MOVEMENTS[int(self.columns["movement"][row])],
            bool(self.columns["lost"][row]),
            self.watches.get(row),
        )

    def units(self, names: Sequence[str], index: TerritoryIndex) -> Iterator[tuple[str, UnitTrack]]:
        """What is known of those of these units that are known."""
        return ((name, unit) for name in names if (unit := self.unit(name, index)) is not None)

    def lasts(self, rows: Sequence[int] | NDArray[np.int64]) -> list[Last | None]:
        """The newest used fix of each of these rows; None where none was."""
        values = zip(*(self.columns[name][rows].tolist() for name in Last._fields), strict=True)
        return [
            None if at_us == NEVER else Last(at_us, lat, lon, known(accuracy_m), *numbers)
            for at_us, lat, lon, accuracy_m, *numbers in values
        ]

    def adopt(self, change: Change) -> None:
        """Take in what a chunk changed. A change is made for the tracks as they were, and adopted once."""
        first = len(self.row_of)
        self._grow(first + len(change.names))
        for row, name in enumerate(change.names, start=first):
            self.row_of[name] = row
        for column, values in change.columns.items():
            self.columns[column][change.rows] = values
        for row, watch in change.watches.items():
            if watch is None:
                self.watches.pop(row, None)
            else:
                self.watches[row] = watch

    def _grow(self, needed: int) -> None:
        capacity = len(self.columns["at_us"])
        if needed <= capacity:
            return
        size = max(needed, capacity + capacity // 2)
        for column, values in self.columns.items():
            grown = _empty_column(column, size)
            grown[:capacity] = values
            self.columns[column] = grown


def _values(unit: UnitTrack, index: TerritoryIndex) -> tuple[object, ...]:
    """The unit's values in the order of `COLUMNS`."""
    last = unit.last._replace(accuracy_m=np.nan if unit.last.accuracy_m is None else unit.last.accuracy_m)
    return (*last, index.number_of(unit.territory), MOVEMENTS.index(unit.movement), unit.lost)


def _empty(size: int) -> Columns:
    return {column: _empty_column(column, size) for column in COLUMNS}


def _empty_column(column: str, size: int) -> NDArray[np.generic]:
    """Nothing known yet of any row."""
    return np.full(size, NEVER if column == "at_us" else 0, dtype=COLUMNS[column])
