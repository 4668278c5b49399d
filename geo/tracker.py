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
from geo.stretch import Stretch, stretches
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
    units = {fix.unit: _Unit.taken_from(tracks.get(fix.unit)) for fix in fixes}
    steps = [_step(units[fix.unit], fix, timedelta(seconds=settings.gap_after_s)) for fix in fixes]
    _set_first_territories(steps, index)
    found = stretches(_ways(steps), index)
    keep = timedelta(seconds=settings.keep_crossings_s)
    ways = iter(range(len(found.only)))
    judgements = tuple(
        _judgement(step, () if step.before is None else _told(step, found.of(next(ways)), index), keep)
        for step in steps
    )
    return Observation({name: unit.track() for name, unit in units.items() if unit.changed}, judgements)


def rebase(track: UnitTrack, index: TerritoryIndex) -> UnitTrack:
    """The track under a new border layer: its territory found anew from its last fix, without a crossing."""
    territory = index.territory_at(track.last.lat, track.last.lon)
    return UnitTrack(track.last, territory, track.crossings, track.counted_to)


@dataclass(slots=True)
class _Unit:
    """A unit's track while a chunk is taken in."""

    last: Fix | None
    territory: Territory
    crossings: tuple[Crossing, ...]
    counted_to: int
    changed: bool = False

    @classmethod
    def taken_from(cls, track: UnitTrack | None) -> "_Unit":
        if track is None:
            return cls(None, OUTSIDE, (), -1)
        return cls(track.last, track.territory, track.crossings, track.counted_to)

    def track(self) -> UnitTrack:
        if self.last is None:
            message = "expected a unit with a fix, got one without"
            raise AssertionError(message)
        return UnitTrack(self.last, self.territory, self.crossings, self.counted_to)


@dataclass(slots=True)
class _Step:
    """A fix, its unit, what became of it, and the fix it follows where the way between them is used."""

    fix: Fix
    unit: _Unit
    outcome: Outcome
    before: Fix | None


def _step(unit: _Unit, fix: Fix, gap_after: timedelta) -> _Step:
    """Set a fix behind the unit's last one, if it belongs there."""
    last, outcome = unit.last, _outcome(unit, fix, gap_after)
    if outcome is Outcome.DUPLICATE or outcome is Outcome.LATE:
        return _Step(fix, unit, outcome, None)
    unit.changed, unit.counted_to = True, fix.number
    if outcome is Outcome.CLOCK_BACK:
        return _Step(fix, unit, outcome, None)
    unit.last = fix
    return _Step(fix, unit, outcome, last)


def _outcome(unit: _Unit, fix: Fix, gap_after: timedelta) -> Outcome:
    last = unit.last
    if last is None:
        return Outcome.FIRST
    same_boot = fix.boot == last.boot
    if same_boot and fix.number <= unit.counted_to:
        return Outcome.DUPLICATE if fix.number == last.number else Outcome.LATE
    silence = fix.observed_at - last.observed_at
    if silence <= _NOTHING:
        if same_boot:
            return Outcome.CLOCK_BACK
        return Outcome.DUPLICATE if not silence and (fix.lat, fix.lon) == (last.lat, last.lon) else Outcome.LATE
    hole = same_boot and fix.counted and fix.number > unit.counted_to + 1
    return Outcome.GAP if hole or silence > gap_after else Outcome.MOVED


def _set_first_territories(steps: list[_Step], index: TerritoryIndex) -> None:
    firsts = [step for step in steps if step.outcome is Outcome.FIRST]
    if not firsts:
        return
    numbers = index.locate(
        np.array([step.fix.lat for step in firsts]), np.array([step.fix.lon for step in firsts])
    )  # fmt: skip
    for step, number in zip(firsts, numbers.tolist(), strict=True):
        step.unit.territory = index.territories[number]


def _ways(steps: list[_Step]) -> NDArray[np.float64]:
    """The ways that are used, in order of the steps."""
    ends = [(s.before.lat, s.before.lon, s.fix.lat, s.fix.lon) for s in steps if s.before is not None]
    return np.array(ends, dtype=np.float64).reshape(-1, 4)


def _told(step: _Step, found: tuple[Stretch, ...], index: TerritoryIndex) -> tuple[Crossing, ...]:
    """The crossings on the way to this fix."""
    before, held = step.before, step.unit.territory
    if before is None or (len(found) == 1 and index.territories[found[0][1]] == held):
        return ()
    tell = net_crossing_over if step.outcome is Outcome.GAP else crossings_over
    return tell(before, step.fix, held, found, index)


def _judgement(step: _Step, crossings: tuple[Crossing, ...], keep: timedelta) -> Judgement:
    """Enter the crossings into the unit's track, and say what the fix means."""
    unit, fix = step.unit, step.fix
    for crossing in crossings:
        unit.territory = unit.territory - crossing.left | crossing.entered
    if (crossings or unit.crossings) and step.before is not None:
        recent = fix.observed_at - keep
        unit.crossings = tuple(c for c in (*unit.crossings, *crossings) if c.at >= recent)
    return Judgement(fix, step.outcome, unit.territory, crossings)
