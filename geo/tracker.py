"""The tracker: takes in the fixes of many units, chunk by chunk, and tells what each one means.

The same tracker serves the live stream and `senningen crossings`. It is a pure step: the tracks it is given are not
changed, and any cutting of a stream into chunks gives the same judgements. Most fixes are plain: the next one of a unit
that drives about inland, far from any border. Those are judged all at once (`geo.plain`); the others one by one
(`geo.closely`), with their geometry found for all of them together.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from geo.closely import Closely, look_closely
from geo.contact import Contact
from geo.crossing import Crossing
from geo.geodesy import metres_per_degrees
from geo.movement import MOVEMENTS, limits_of
from geo.outcome import Outcome
from geo.passage import Passage, begin_passage
from geo.plain import judge_plainly
from geo.reading import Chunk
from geo.settings import TrackerSettings
from geo.territory import Territory, TerritoryIndex
from geo.tracks import COLUMNS, Change, Tracks, UnitTrack, Watch

__all__ = ["ACCURACY_DEFAULTED", "COURSE_DERIVED", "SPEED_DERIVED", "Observation", "observe", "rebase"]

SPEED_DERIVED, COURSE_DERIVED, ACCURACY_DEFAULTED = np.uint8(1), np.uint8(2), np.uint8(4)
"""Bits of `Observation.derived`."""

_DEFAULTS = TrackerSettings()
_DEFAULT_ACCURACY_M = np.array([limits_of(movement).accuracy_m for movement in MOVEMENTS])


@dataclass(frozen=True, slots=True, eq=False)
class Observation:
    """What a chunk means: one entry a fix, in the order of the chunk, and what it changes.

    Attributes:
        outcome: `Outcome` codes.
        territory: what the unit holds after each fix, as its place in the index's `territories`; what is only possible
            counts.
        sure: the unit is surely there, and nothing is open.
        speed_mps: reported, or derived from the way to the fix; NaN where neither is known.
        course_deg: the same.
        accuracy_m: reported, or the default of how the unit moves.
        derived: which of the three were not reported: SPEED_DERIVED, COURSE_DERIVED, ACCURACY_DEFAULTED.
        crossings: which fix told them, and the crossings, in order; one that was told before comes again with its new
            status and the same id.
        contacts: which fix told it, and that contact was lost or regained.
        change: what it changes of the tracks, for `Tracks.adopt`.
    """

    outcome: NDArray[np.int8]
    territory: NDArray[np.int32]
    sure: NDArray[np.bool_]
    speed_mps: NDArray[np.float64]
    course_deg: NDArray[np.float64]
    accuracy_m: NDArray[np.float64]
    derived: NDArray[np.uint8]
    crossings: tuple[tuple[int, Crossing], ...]
    contacts: tuple[tuple[int, Contact], ...]
    change: Change

    def outcome_of(self, fix: int) -> Outcome:
        """What became of one fix."""
        return Outcome(int(self.outcome[fix]))


def observe(tracks: Tracks, chunk: Chunk, index: TerritoryIndex, settings: TrackerSettings = _DEFAULTS) -> Observation:
    """Take in a chunk of fixes, of any units, each unit's in the order they came.

    Args:
        tracks: what is known of the units; a unit that is missing is new. Not changed.
        chunk: the fixes; may be empty.
        index: the borders the territories in `tracks` were found with (see `rebase`).
        settings: the tracker's settings.
    """
    names, rows = _rows(tracks, chunk)
    plain = judge_plainly(tracks, chunk, rows, index, settings)
    close = look_closely(tracks, chunk, rows, plain.others, index=index, settings=settings)
    outcome, territory, sure = plain.outcome, plain.territory, np.ones(len(chunk), dtype=np.bool_)
    outcome[plain.others], territory[plain.others], sure[plain.others] = close.outcome, close.territory, close.sure
    before = plain.before
    before[plain.others] = close.before
    speed_mps, course_deg, accuracy_m, derived = _derived(chunk, before)
    change = Change(names, *_joined(plain.rows, plain.columns, close), close.watches)
    return Observation(
        outcome, territory, sure, speed_mps, course_deg, accuracy_m, derived, close.crossings, close.contacts, change
    )


def rebase(unit: UnitTrack, index: TerritoryIndex) -> UnitTrack:
    """The track under a new border layer: its territory found anew from its last fix, without a crossing.

    A crossing that is still open stays so where the new layer knows both its sides there; otherwise it is forgotten.
    """
    territory = index.territory_at(unit.last.lat, unit.last.lon)
    cell = index.grid.cell(np.array([unit.last.lat]), np.array([unit.last.lon]))
    if unit.watch is None and index.inland[cell[0]]:
        return UnitTrack(unit.last, territory, unit.movement, unit.lost)
    watch = unit.watch or Watch(begin_passage(territory, None))
    passage = _rebased(watch.passage, territory)
    return UnitTrack(unit.last, passage.territory, unit.movement, unit.lost, Watch(passage, watch.motion, watch.stray))


def _rebased(passage: Passage, territory: Territory) -> Passage:
    """The story told on the new ground: nothing is sure there yet."""
    if territory not in (passage.held, passage.territory):
        return begin_passage(territory, None)
    return begin_passage(passage.held, None)._replace(ground=territory, told=passage.told, unsure=passage.unsure)


def _rows(tracks: Tracks, chunk: Chunk) -> tuple[tuple[str, ...], NDArray[np.int64]]:
    """New units, and the row of each fix; new units get the rows after the last."""
    known = list(map(tracks.row_of.get, chunk.units))
    fresh: dict[str, int] = {}
    rows = [
        fresh.setdefault(name, len(tracks) + len(fresh)) if row is None else row
        for name, row in zip(chunk.units, known, strict=True)
    ] if None in known else known  # fmt: skip
    return tuple(fresh), np.array(rows, dtype=np.int64)


def _joined(
    rows: NDArray[np.int64], columns: dict[str, NDArray[Any]], close: Closely
) -> tuple[NDArray[np.int64], dict[str, NDArray[Any]]]:
    if not len(close.rows):
        return rows, columns
    return np.concatenate((rows, close.rows)), {
        name: np.concatenate((columns[name], close.columns[name])) for name in COLUMNS
    }


def _derived(
    chunk: Chunk, before: NDArray[np.float64]
) -> tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.float64], NDArray[np.uint8]]:
    """Speed and course from the way to each fix, and the accuracy of its kind, where the receiver says nothing."""
    speed, course, accuracy = chunk.speed_mps, chunk.course_deg, chunk.accuracy_m
    no_speed, no_course, no_accuracy = np.isnan(speed), np.isnan(course), np.isnan(accuracy)
    derived = no_speed * SPEED_DERIVED | no_course * COURSE_DERIVED | no_accuracy * ACCURACY_DEFAULTED
    if no_speed.any() or no_course.any():
        with np.errstate(invalid="ignore"):  # what is not known stays NaN; invalid fixes too
            north_m, east_m = metres_per_degrees(np.clip(chunk.lats, -90.0, 90.0))
            lon_step = (chunk.lons - before[:, 2] + 180.0) % 360.0 - 180.0
            north, east = (chunk.lats - before[:, 1]) * north_m, lon_step * east_m
            seconds = np.where(before[:, 0] > 0, before[:, 0], np.nan)
            way_m = np.sqrt(north**2 + east**2)
            speed = np.where(no_speed, way_m / seconds, speed)
            course = np.where(no_course & (way_m > 0), np.degrees(np.arctan2(east, north)) % 360.0, course)
    return speed, course, np.where(no_accuracy, _DEFAULT_ACCURACY_M[chunk.movement], accuracy), derived
