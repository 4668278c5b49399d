"""A close look at the fixes that are not plain: near a border, after a gap, or odd.

Three passes. The first takes each unit's fixes in order and says what becomes of them and how the unit moves; territory
plays no part in that. The second finds the geometry of all of them in a few vectorised calls. The third follows each
unit's story over the borders.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from geo.contact import Contact, contacts_around
from geo.crossing import Crossing
from geo.entry import Anchor
from geo.motion import CIRCLE_TO_SIGMA, Motion, begin_motion, follow_motion
from geo.movement import MOVEMENTS, MovementLimits, limits_of
from geo.nearest import Nearest, nearest_border
from geo.outcome import USED, Last, Outcome, Stray, judge, stray_after, taken_in
from geo.passage import Passage, Step, begin_passage, is_sure_of, take_step
from geo.reading import Chunk, Reading
from geo.settings import TrackerSettings
from geo.stretch import Stretches, stretches
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

    __slots__ = ("gaps", "last", "lost", "motion", "movement", "passage", "row", "stray", "territory")

    def __init__(self, tracks: Tracks, row: int, index: TerritoryIndex) -> None:
        self.row = row
        self.last: Last | None = None
        self.lost, self.movement = False, 0
        watch: Watch | None = None
        self.territory = 0
        if row < len(tracks) and (last := tracks.last(row)) is not None:
            self.last = last
            self.lost, self.movement = bool(tracks.columns["lost"][row]), int(tracks.columns["movement"][row])
            self.territory = int(tracks.columns["territory"][row])
            watch = tracks.watches.get(row)
        self.motion: Motion | None = watch.motion if watch else None
        self.stray: Stray | None = watch.stray if watch else None
        self.gaps: tuple[Gap, ...] = watch.gaps if watch else ()
        self.passage: Passage | None = watch.passage if watch else self._inland(index)

    def _inland(self, index: TerritoryIndex) -> Passage | None:
        """A unit without a closer look is surely where it was seen last."""
        if self.last is None:
            return None
        return begin_passage(index.territories[self.territory], Anchor(self.last.at_us, self.last.lat, self.last.lon))


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
    def limits(self) -> MovementLimits:
        return limits_of(self.fix.movement)

    @property
    def place(self) -> tuple[float, float]:
        """Where the unit is: as the filter sees it, where there is one."""
        return (self.motion.lat, self.motion.lon) if self.motion else (self.fix.lat, self.fix.lon)

    @property
    def sigma_m(self) -> float:
        if self.motion:
            return self.motion.sigma_m
        accuracy_m = self.limits.accuracy_m if self.fix.accuracy_m is None else max(self.fix.accuracy_m, 1.0)
        return accuracy_m * CIRCLE_TO_SIGMA


@dataclass(frozen=True, slots=True)
class _Ground:
    """The geometry of all used fixes: one entry each."""

    ways: Stretches
    territory: NDArray[np.int32]
    nearest: Nearest
    number_of: dict[int, int] = field(default_factory=dict)


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
    units: dict[int, _Unit] = {}
    looks = []
    near = _near_borders(chunk, which, index).tolist()
    for at, row, fix, is_near in zip(which.tolist(), rows[which].tolist(), chunk.readings(which), near, strict=True):
        unit = units.get(row) or units.setdefault(row, _Unit(tracks, row, index))
        looks.append(_follow(unit, fix, (chunk, at), near=is_near, settings=settings))
    _cross(looks, index, settings)
    return _found(looks, units, index)


def _near_borders(chunk: Chunk, which: NDArray[np.int64], index: TerritoryIndex) -> NDArray[np.bool_]:
    # What is nowhere on Earth is judged before anybody asks what is near.
    lats, lons = (np.clip(np.nan_to_num(degrees[which]), -180.0, 180.0) for degrees in (chunk.lats, chunk.lons))
    near: NDArray[np.bool_] = ~index.inland[index.grid.cell(lats, lons)]
    return near


# ---------------------------------------------------------------- first: in order, without territory


def _follow(unit: _Unit, fix: Reading, place: tuple[Chunk, int], *, near: bool, settings: TrackerSettings) -> _Look:
    """Say what becomes of a fix, which stands at that place of the chunk."""
    chunk, at = place
    boot, before = int(chunk.boot_keys[at]), unit.last
    arrived_us = None if chunk.arrived_us is None else int(chunk.arrived_us[at])
    outcome = judge(before, unit.stray, fix, boot, arrived_us=arrived_us, settings=settings)
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
    used = [look for look in looks if look.outcome in USED]
    ground = _ground(used, index, settings)
    numbers = {territory: number for number, territory in enumerate(index.territories)}
    for look in looks:
        unit = look.unit
        if look.outcome in USED:
            _pass(look, ground, ground.number_of[look.at], index, settings)
        elif look.outcome in {Outcome.LATE, Outcome.OUT_OF_ORDER} and unit.gaps:
            look.crossings, unit.gaps = unseen_visit(unit.gaps, look.fix, look.sigma_m, index, settings)
        look.territory = numbers[unit.passage.territory] if unit.passage else 0
        look.sure = bool(unit.passage and not unit.passage.told and unit.passage.anchor)


def _ground(used: Sequence[_Look], index: TerritoryIndex, settings: TrackerSettings) -> _Ground:
    ends = [
        (before.lat, before.lon, look.fix.lat, look.fix.lon) for look in used for before in (look.before or look.fix,)
    ]
    lats, lons = np.array([look.place for look in used], dtype=np.float64).reshape(-1, 2).T
    within_m = np.array([settings.most_sigmas * look.sigma_m + _ALWAYS_NEAR_M for look in used], dtype=np.float64)
    return _Ground(
        stretches(np.array(ends, dtype=np.float64).reshape(-1, 4), index),
        index.locate(lats, lons),
        nearest_border(lats, lons, within_m, index),
        {look.at: number for number, look in enumerate(used)},
    )


# ---------------------------------------------------------------- third: the story over the borders


def _pass(look: _Look, ground: _Ground, number: int, index: TerritoryIndex, settings: TrackerSettings) -> None:
    step = _step(look, ground, number, index)
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


def _step(look: _Look, ground: _Ground, number: int, index: TerritoryIndex) -> Step:
    fix, motion, before = look.fix, look.motion, look.before
    lat, lon = look.place
    return Step(
        fix=fix,
        before=Anchor(before.at_us, before.lat, before.lon) if before else Anchor(fix.at_us, fix.lat, fix.lon),
        found=ground.ways.of(number),
        gap=look.outcome is Outcome.GAP,
        lat=lat,
        lon=lon,
        ground=index.territories[int(ground.territory[number])],
        border_m=float(ground.nearest.distance_m[number]),
        border_east_m=float(ground.nearest.east_m[number]),
        border_north_m=float(ground.nearest.north_m[number]),
        sigma_m=look.sigma_m,
        east_mps=motion.east_mps if motion else 0.0,
        north_mps=motion.north_mps if motion else 0.0,
        velocity_sigma_mps=motion.velocity_sigma_mps if motion else 0.0,
        motion=motion,
        limits=look.limits,
    )


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
    numbers = {territory: number for number, territory in enumerate(index.territories)}
    rows = [_row(unit, numbers) for unit in units]
    return {
        name: np.array([row[place] for row in rows], dtype=kind) for place, (name, kind) in enumerate(COLUMNS.items())
    }


def _row(unit: _Unit, numbers: Mapping[Territory, int]) -> tuple[object, ...]:
    """The unit's values in the order of `COLUMNS`."""
    last, passage = unit.last, unit.passage
    if last is None or passage is None:
        message = "expected a unit with a fix, got one without"
        raise AssertionError(message)
    accuracy_m = np.nan if last.accuracy_m is None else last.accuracy_m
    territory = numbers[passage.territory]
    return (*last._replace(accuracy_m=accuracy_m), territory, unit.movement, unit.lost)


def _surely_at(last: Last | None, passage: Passage) -> Passage | None:
    """The story of a unit that is surely where it was seen last: nothing that has to be remembered."""
    return None if last is None else begin_passage(passage.held, Anchor(last.at_us, last.lat, last.lon))


def _watch(unit: _Unit) -> Watch | None:
    """The closer look goes on near a border, while something is open, and where fixes do not fit."""
    passage = unit.passage
    if passage is None:
        return None
    if unit.motion is None and unit.stray is None and not unit.gaps and passage == _surely_at(unit.last, passage):
        return None
    return Watch(passage, unit.motion, unit.stray, unit.gaps)
