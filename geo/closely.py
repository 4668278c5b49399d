"""A close look at the fixes that are not plain: near a border, after a gap, or odd.

Three passes. The first takes each unit's fixes in order and says what becomes of them and how the unit moves; territory
plays no part in that. The second finds the geometry of all of them in a few vectorised calls. The third follows each
unit's story over the borders.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from geo.contact import Contact, contacts_around
from geo.crossing import Crossing
from geo.entry import Anchor
from geo.geodesy import LONGEST_DEGREE_M
from geo.motion import CIRCLE_TO_SIGMA, Motion, begin_motion, follow_motion
from geo.movement import MOVEMENTS, limits_of
from geo.nearest import nearest_border
from geo.outcome import USED, Last, Outcome, Stray, judge, stray_after, taken_in
from geo.passage import Passage, Step, begin_passage, is_sure_of, take_step
from geo.reading import Chunk, Reading
from geo.settings import TrackerSettings
from geo.stretch import CUT, Stretch, Stretches, stretches
from geo.territory import Territory, TerritoryIndex
from geo.tracks import COLUMNS, Gap, Tracks, Watch
from geo.unseen import gaps_after, unseen_visit

__all__ = ["Closely", "look_closely"]

_ALWAYS_NEAR_M = 1.0


@dataclass(frozen=True, slots=True, eq=False)
class Closely:
    """What the closer look found: one entry a fix that was looked at, in order, and the rows it changes.

    Attributes:
        outcome: `Outcome` codes.
        territory: what the unit holds after the fix, as its place in the index's `territories`.
        sure: it is surely there, and nothing is open.
        before: seconds since the fix before, its latitude and longitude; NaN where there is none.
        rows: the rows that change.
        columns: their new values.
        watches: the closer look at a row that goes on; None where it is over.
        crossings: which fix of the chunk told them, and the crossings.
        contacts: which fix of the chunk told it, and that contact was lost or regained.
    """

    outcome: NDArray[np.int8]
    territory: NDArray[np.int32]
    sure: NDArray[np.bool_]
    before: NDArray[np.float64]
    rows: NDArray[np.int64]
    columns: dict[str, NDArray[Any]]
    watches: Mapping[int, Watch | None]
    crossings: tuple[tuple[int, Crossing], ...]
    contacts: tuple[tuple[int, Contact], ...]


class _Unit:
    """A unit while its fixes are looked at."""

    __slots__ = ("gaps", "last", "lost", "motion", "movement", "passage", "row", "stray")

    def __init__(self, row: int, last: Last | None, *, lost: bool, movement: int, watch: Watch | None) -> None:
        self.row = row
        self.last = last
        self.lost = lost
        self.movement = movement
        self.passage: Passage | None = watch.passage if watch else None
        self.motion: Motion | None = watch.motion if watch else None
        self.stray: Stray | None = watch.stray if watch else None
        self.gaps: tuple[Gap, ...] = watch.gaps if watch else ()


class _Came(NamedTuple):
    """How a fix came: its place in the chunk, its boot as a number, and when it arrived, where that is known."""

    at: int
    boot: int
    arrived_us: int | None


@dataclass(slots=True)
class _Look:
    """One fix under the closer look."""

    at: int
    fix: Reading
    unit: _Unit
    outcome: Outcome
    before: Last | None
    motion: Motion | None
    contacts: tuple[Contact, ...]
    near: bool = False
    territory: int = 0
    sure: bool = True
    crossings: tuple[Crossing, ...] = ()

    @property
    def place(self) -> tuple[float, float]:
        """Where the unit is: as the filter sees it, where there is one."""
        return (self.motion.lat, self.motion.lon) if self.motion else (self.fix.lat, self.fix.lon)

    @property
    def sigma_m(self) -> float:
        return self.motion.sigma_m if self.motion else _sigma_m(self.fix)


class _Ground(NamedTuple):
    """What geometry has to say about one used fix."""

    found: Sequence[Stretch]
    territory: int
    border_m: float
    border_east_m: float
    border_north_m: float


def look_closely(
    tracks: Tracks,
    chunk: Chunk,
    rows: NDArray[np.int64],
    which: NDArray[np.int64],
    *,
    index: TerritoryIndex,
    settings: TrackerSettings,
) -> Closely:
    """Look closely at these fixes of a chunk; all of a unit's fixes are among them, or none.

    Args:
        tracks: what is known of the units. Not changed.
        chunk: the chunk.
        rows: the row of each of its fixes.
        which: the fixes to look at, in order.
        index: the borders.
        settings: what an installation chose.
    """
    units = _units(tracks, set(rows[which].tolist()), index)
    looks = []
    inland = index.inland[index.grid.cell(chunk.lats[which], chunk.lons[which])].tolist()
    arrived_us = [None] * len(which) if chunk.arrived_us is None else chunk.arrived_us[which].tolist()
    each = zip(which.tolist(), rows[which].tolist(), chunk.boot_keys[which].tolist(), arrived_us, inland, strict=True)
    for fix, (at, row, boot, arrived, is_inland) in zip(chunk.readings(which), each, strict=True):
        looks.append(_follow(units[row], fix, _Came(at, boot, arrived), near=not is_inland, settings=settings))
    _cross(looks, index, settings)
    return _found(looks, units, index)


def _units(tracks: Tracks, rows: set[int], index: TerritoryIndex) -> dict[int, _Unit]:
    """The units of these rows as they are known; of one without a closer look, that it is surely where it was."""
    known = [row for row in rows if row < len(tracks)]
    units = {row: _Unit(row, None, lost=False, movement=0, watch=None) for row in rows.difference(known)}
    told = (tracks.columns[name][known].tolist() for name in ("lost", "movement", "territory"))
    for row, last, lost, movement, territory in zip(known, tracks.lasts(known), *told, strict=True):
        watch = tracks.watches.get(row)
        unit = units[row] = _Unit(row, last, lost=lost, movement=movement, watch=watch)
        if watch is None and last is not None:
            unit.passage = _surely_at(last, index.territories[territory])
    return units


# ---------------------------------------------------------------- first: in order, without territory


def _follow(unit: _Unit, fix: Reading, came: _Came, *, near: bool, settings: TrackerSettings) -> _Look:
    """Say what becomes of a fix."""
    at, boot, arrived_us = came
    before = unit.last
    came_by = MOVEMENTS[unit.movement] if before else None
    outcome = judge(before, unit.stray, fix, boot, arrived_us=arrived_us, settings=settings, came_by=came_by)
    unit.stray = stray_after(unit.stray, fix, outcome, settings, arrived_us)
    unit.last = taken_in(before, fix, boot, outcome)
    if outcome not in USED:
        return _Look(at, fix, unit, outcome, before, None, ())
    contacts: tuple[Contact, ...] = ()
    if before is not None:
        contacts = contacts_around(
            fix.unit, before.at_us, fix.at_us, before.lat, before.lon, lost=unit.lost, settings=settings
        )
    unit.lost, unit.movement = False, MOVEMENTS.index(fix.movement)
    was_near = unit.motion is not None
    unit.motion = _moved(unit.motion, fix, outcome, before, settings) if near else None
    return _Look(at, fix, unit, outcome, before, unit.motion, contacts, near or was_near)


def _moved(
    motion: Motion | None, fix: Reading, outcome: Outcome, before: Last | None, settings: TrackerSettings
) -> Motion:
    """How the unit moves; where it was not followed before, its last fix inland tells where it comes from."""
    if outcome is not Outcome.MOVED or before is None:
        return begin_motion(fix, fix.at_us)
    if motion is None:
        motion = begin_motion(
            fix._replace(lat=before.lat, lon=before.lon, accuracy_m=before.accuracy_m, speed_mps=None), before.at_us
        )
    return follow_motion(motion, fix, fix.at_us, settings.speed_factor)


# ---------------------------------------------------------------- second: geometry, for all at once


def _cross(looks: Sequence[_Look], index: TerritoryIndex, settings: TrackerSettings) -> None:
    grounds = _grounds([look for look in looks if look.outcome in USED], index, settings)
    for look in looks:
        unit = look.unit
        if look.outcome in USED:
            _pass(look, next(grounds), index, settings)
        elif look.outcome in {Outcome.LATE, Outcome.OUT_OF_ORDER} and unit.gaps:
            look.crossings, unit.gaps = unseen_visit(unit.gaps, look.fix, look.sigma_m, index, settings)
        look.territory = index.number_of(unit.passage.territory) if unit.passage else 0
        look.sure = bool(unit.passage and not unit.passage.told and unit.passage.anchor)


def _grounds(used: Sequence[_Look], index: TerritoryIndex, settings: TrackerSettings) -> Iterator[_Ground]:
    """The geometry of the used fixes, one after the other."""
    if not used:
        return iter(())
    ends = np.array([
        (before.lat, before.lon, look.fix.lat, look.fix.lon) for look in used for before in (look.before or look.fix,)
    ])  # fmt: skip
    places = np.array([look.place for look in used])
    within_m = np.array([look.sigma_m for look in used]) * settings.most_sigmas + _ALWAYS_NEAR_M
    ways = stretches(ends, index)
    nearest = nearest_border(places[:, 0], places[:, 1], within_m, index)
    off_m = np.abs(places - ends[:, 2:]).sum(axis=1) * LONGEST_DEGREE_M
    open_m = np.minimum(nearest.distance_m, within_m) - _ALWAYS_NEAR_M
    arrays = (_territories(places, ways, off_m < open_m, index), nearest.distance_m, nearest.east_m, nearest.north_m)
    return map(_Ground, map(ways.of, range(len(used))), *(values.tolist() for values in arrays))


def _territories(
    places: NDArray[np.float64], ways: Stretches, alike: NDArray[np.bool_], index: TerritoryIndex
) -> NDArray[np.int32]:
    """Whose ground units are on: where no border can lie between a unit and its fix, that on which the way ended."""
    numbers = ways.only.copy()
    for way, found in ways.cut.items():
        numbers[way] = found[-1][1] if found else CUT
    asked = np.flatnonzero(~alike | (numbers == CUT))
    if asked.size:
        numbers[asked] = index.locate(places[asked, 0], places[asked, 1])
    return numbers


# ---------------------------------------------------------------- third: the story over the borders


def _pass(look: _Look, ground: _Ground, index: TerritoryIndex, settings: TrackerSettings) -> None:
    step = _step(look, ground, index)
    unit, before = look.unit, look.before
    if before is None or unit.passage is None:
        sure = is_sure_of(step, settings)
        unit.passage = begin_passage(step.ground, Anchor(look.fix.at_us, *look.place) if sure else None)
        return
    held = unit.passage.territory
    unit.passage, look.crossings = take_step(unit.passage, step, index, settings)
    if step.gap or unit.gaps:
        unit.gaps = gaps_after(
            unit.gaps, before, look.fix, held, unit.passage.territory,
            gap=step.gap, near=look.near, settings=settings,
        )  # fmt: skip


def _step(look: _Look, ground: _Ground, index: TerritoryIndex) -> Step:
    fix, motion = look.fix, look.motion
    before = look.before or fix
    moves = (motion.east_mps, motion.north_mps, motion.velocity_sigma_mps) if motion else (0.0, 0.0, 0.0)
    return Step(
        fix, Anchor(before.at_us, before.lat, before.lon), ground.found, look.outcome is Outcome.GAP, *look.place,
        index.territories[ground.territory], ground.border_m, ground.border_east_m, ground.border_north_m,
        look.sigma_m, *moves, motion, limits_of(fix.movement),
    )  # fmt: skip


def _sigma_m(fix: Reading) -> float:
    """How sure the place is of a unit that is not followed: as sure as its fix."""
    accuracy_m = limits_of(fix.movement).accuracy_m if fix.accuracy_m is None else max(fix.accuracy_m, 1.0)
    return accuracy_m * CIRCLE_TO_SIGMA


def _found(looks: Sequence[_Look], units: Mapping[int, _Unit], index: TerritoryIndex) -> Closely:
    kept = [unit for unit in units.values() if unit.last is not None]
    return Closely(
        outcome=np.array([look.outcome for look in looks], dtype=np.int8),
        territory=np.array([look.territory for look in looks], dtype=np.int32),
        sure=np.array([look.sure for look in looks], dtype=np.bool_),
        before=np.array([_way(look) for look in looks], dtype=np.float64).reshape(-1, 3),
        rows=np.array([unit.row for unit in kept], dtype=np.int64),
        columns=_columns(kept, index),
        watches={unit.row: _watch(unit) for unit in kept},
        crossings=tuple((look.at, crossing) for look in looks for crossing in look.crossings),
        contacts=tuple((look.at, contact) for look in looks for contact in look.contacts),
    )


def _way(look: _Look) -> tuple[float, float, float]:
    if look.before is None:
        return (np.nan, np.nan, np.nan)
    return ((look.fix.at_us - look.before.at_us) / 1e6, look.before.lat, look.before.lon)


def _columns(units: Sequence[_Unit], index: TerritoryIndex) -> dict[str, NDArray[Any]]:
    rows = zip(*(_row(unit, index) for unit in units), strict=True) if units else [()] * len(COLUMNS)
    return {name: np.array(row, dtype=kind) for row, (name, kind) in zip(rows, COLUMNS.items(), strict=True)}


def _row(unit: _Unit, index: TerritoryIndex) -> tuple[object, ...]:
    """The unit's values in the order of `COLUMNS`."""
    last, passage = unit.last, unit.passage
    if last is None or passage is None:
        message = "expected a unit with a fix, got one without"
        raise AssertionError(message)
    return (*last, index.number_of(passage.territory), unit.movement, unit.lost)


def _surely_at(last: Last, territory: Territory) -> Passage:
    """The story of a unit that is surely where it was seen last: nothing that has to be remembered."""
    return begin_passage(territory, Anchor(last.at_us, last.lat, last.lon))


def _watch(unit: _Unit) -> Watch | None:
    """The closer look goes on near a border, while something is open, and where fixes do not fit."""
    last, passage = unit.last, unit.passage
    if last is None or passage is None:
        return None
    followed = unit.motion or unit.stray or unit.gaps
    if not followed and passage == _surely_at(last, passage.held):
        return None
    return Watch(passage, unit.motion, unit.stray, unit.gaps)
