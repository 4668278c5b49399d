"""The tracker: takes in the fixes of many units, chunk by chunk, and tells what each one means.

The same tracker serves the live stream and `senningen crossings`. It is a pure step: the tracks it is given are not
changed, and any cutting of a stream into chunks gives the same judgements. What it does not do yet: noise. A crossing
is confirmed by the fix that shows it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from enum import Enum

import numpy as np
from numpy.typing import NDArray

from geo.crossing import Crossing, crossings_over, net_crossing_over
from geo.fix import Fix
from geo.stretch import CUT, Stretch, stretches
from geo.territory import OUTSIDE, Territory, TerritoryIndex

__all__ = ["Judgement", "Observation", "Outcome", "TrackerSettings", "UnitTrack", "observe", "rebase"]

_NOTHING = timedelta(0)


@dataclass(frozen=True, slots=True)
class TrackerSettings:
    """What an installation may choose.

    Attributes:
        gap_after_s: a silence longer than this, by the fixes' own times, is a gap.
        keep_crossings_s: a unit's crossings are remembered this long, by the fixes' own times.

    Raises:
        ValueError: a time below zero, or not finite.
    """

    gap_after_s: float = 30.0
    keep_crossings_s: float = 900.0

    def __post_init__(self) -> None:
        for name in ("gap_after_s", "keep_crossings_s"):
            seconds = getattr(self, name)
            if not 0.0 <= seconds <= timedelta.max.total_seconds():
                message = f"{name}: expected seconds from 0, got {seconds}"
                raise ValueError(message)


class Outcome(Enum):
    """What became of a fix."""

    FIRST = "first"
    """The unit was not known: its territory is set, without a crossing."""
    MOVED = "moved"
    """The next fix: crossings on the way are told."""
    GAP = "gap"
    """The next fix after a silence, or after fixes that never came: a change of territory is told as a guess."""
    DUPLICATE = "duplicate"
    """The last fix once more: changes nothing."""
    LATE = "late"
    """Older than the last fix: changes nothing."""
    CLOCK_BACK = "clock back"
    """The next number, but not a later time: the device's clock stood or went back. The place is not used."""


_FIRST, _MOVED, _GAP, _DUPLICATE, _LATE, _CLOCK_BACK = Outcome
# By name, for Python 3.11 takes 0.15 us to find a member of an Enum, and a fix asks for six.


@dataclass(frozen=True, slots=True)
class UnitTrack:
    """What is known of one unit between chunks.

    Attributes:
        last: the newest fix that was used.
        territory: what the unit holds. On a border it still holds the ground it came from.
        crossings: its crossings of the last `keep_crossings_s`, oldest first.
        counted_to: the highest number seen of the boot of `last`.
    """

    last: Fix
    territory: Territory
    crossings: tuple[Crossing, ...]
    counted_to: int


@dataclass(frozen=True, slots=True)
class Judgement:
    """What one fix means.

    Attributes:
        fix: the fix.
        outcome: what became of it.
        territory: what the unit holds after it.
        crossings: what it showed, in order; the territory before - left + entered = `territory`.
    """

    fix: Fix
    outcome: Outcome
    territory: Territory
    crossings: tuple[Crossing, ...]


@dataclass(frozen=True, slots=True)
class Observation:
    """The tracks that a chunk changed, by unit, and a judgement for each of its fixes, in order."""

    tracks: dict[str, UnitTrack]
    judgements: tuple[Judgement, ...]


def observe(
    tracks: Mapping[str, UnitTrack],
    fixes: Sequence[Fix],
    index: TerritoryIndex,
    settings: TrackerSettings = TrackerSettings(),
) -> Observation:
    """Take in a chunk of fixes, of any units, each unit's in the order they came.

    Args:
        tracks: what is known of the units; a unit that is missing is new. Not changed.
        fixes: the chunk; may be empty.
        index: the borders the territories in `tracks` were found with (see `rebase`).
        settings: the tracker's settings.
    """
    units = {name: _Unit(tracks.get(name)) for name in {fix.unit: None for fix in fixes}}
    gap_after, keep = timedelta(seconds=settings.gap_after_s), timedelta(seconds=settings.keep_crossings_s)
    steps = [_step(units[fix.unit], fix, gap_after) for fix in fixes]
    _set_first_territories([step for step in steps if step.outcome is _FIRST], index)
    found = stretches(_ways(steps), index)
    ways = enumerate(found.only.tolist())
    judgements = []
    for step in steps:
        if step.before is not None:
            way, only = next(ways)
            if only == CUT or index.territories[only] != step.unit.territory or step.unit.crossings:
                _take_crossings(step, step.before, found.of(way), index, keep)
        judgements.append(Judgement(step.fix, step.outcome, step.unit.territory, step.crossings))
    return Observation({name: unit.track() for name, unit in units.items() if unit.changed}, tuple(judgements))


def rebase(track: UnitTrack, index: TerritoryIndex) -> UnitTrack:
    """The track under a new border layer: its territory found anew from its last fix, without a crossing."""
    territory = index.territory_at(track.last.lat, track.last.lon)
    return UnitTrack(track.last, territory, track.crossings, track.counted_to)


class _Unit:
    """A unit's track while a chunk is taken in."""

    __slots__ = ("changed", "counted_to", "crossings", "last", "territory")

    def __init__(self, track: UnitTrack | None) -> None:
        self.last = track.last if track else None
        self.territory = track.territory if track else OUTSIDE
        self.crossings = track.crossings if track else ()
        self.counted_to = track.counted_to if track else -1
        self.changed = False

    def track(self) -> UnitTrack:
        if self.last is None:
            message = "expected a unit with a fix, got one without"
            raise AssertionError(message)
        return UnitTrack(self.last, self.territory, self.crossings, self.counted_to)


@dataclass(slots=True)
class _Step:
    """A fix, its unit, what became of it, the fix it follows where that way is used, and what the way showed."""

    fix: Fix
    unit: _Unit
    outcome: Outcome
    before: Fix | None
    crossings: tuple[Crossing, ...] = ()


def _step(unit: _Unit, fix: Fix, gap_after: timedelta) -> _Step:
    """Set a fix behind the unit's last one, if it belongs there."""
    last, outcome = unit.last, _outcome(unit, fix, gap_after)
    if outcome is _DUPLICATE or outcome is _LATE:
        return _Step(fix, unit, outcome, None)
    unit.changed, unit.counted_to = True, fix.number
    if outcome is _CLOCK_BACK:
        return _Step(fix, unit, outcome, None)
    unit.last = fix
    return _Step(fix, unit, outcome, last)


def _outcome(unit: _Unit, fix: Fix, gap_after: timedelta) -> Outcome:
    last = unit.last
    if last is None:
        return _FIRST
    same_boot = fix.boot == last.boot
    if same_boot and fix.number <= unit.counted_to:
        return _DUPLICATE if fix.number == last.number else _LATE
    silence = fix.observed_at - last.observed_at
    if silence <= _NOTHING:
        if same_boot:
            return _CLOCK_BACK
        return _DUPLICATE if not silence and (fix.lat, fix.lon) == (last.lat, last.lon) else _LATE
    hole = same_boot and fix.counted and fix.number > unit.counted_to + 1
    return _GAP if hole or silence > gap_after else _MOVED


def _set_first_territories(firsts: list[_Step], index: TerritoryIndex) -> None:
    if not firsts:
        return
    lats, lons = np.array([(step.fix.lat, step.fix.lon) for step in firsts]).T
    for step, number in zip(firsts, index.locate(lats, lons).tolist(), strict=True):
        step.unit.territory = index.territories[number]


def _ways(steps: list[_Step]) -> NDArray[np.float64]:
    """The ways that are used, in order of the steps."""
    ends = [(s.before.lat, s.before.lon, s.fix.lat, s.fix.lon) for s in steps if s.before is not None]
    return np.array(ends, dtype=np.float64).reshape(-1, 4)


def _take_crossings(
    step: _Step, before: Fix, found: tuple[Stretch, ...], index: TerritoryIndex, keep: timedelta
) -> None:
    """Read the crossings off the way to a fix and enter them into its unit's track; forget the old ones."""
    unit, tell = step.unit, net_crossing_over if step.outcome is _GAP else crossings_over
    step.crossings = tell(before, step.fix, unit.territory, found, index)
    for crossing in step.crossings:
        unit.territory = unit.territory - crossing.left | crossing.entered
    since = step.fix.observed_at - keep
    unit.crossings = tuple(c for c in (*unit.crossings, *step.crossings) if c.at >= since)
