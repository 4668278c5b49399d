"""How far a unit has driven along its track: an odometer, read off fixes that are each a little wrong.

The track is measured in legs. One ends where the unit is surely away from where it began: a parked car's fixes wander
about their mark and add nothing. Its length is what the receiver's speeds say of the way, where they and the straight
line bear each other out; they count corners, and know nothing of the error of a place. Otherwise it is the straight
line (the geodesic). Only fixes that are used count. After a silence the straight line does, for nobody saw the way; and
where the track is taken up at a place that nothing can have driven to, nothing does.

Metres count from when TRACK first knew the unit, and from 0 again should it lose its state: only differences mean
something. The odometer is behind by what of the present leg is not surely driven, and never falls.
"""

from typing import NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from geo.entry import Anchor
from geo.geodesy import LONGEST_DEGREE_M, distance_m
from geo.movement import limits_of
from geo.outcome import jumps
from geo.reading import Reading, micros
from geo.settings import TrackerSettings
from streams.records import Fix

__all__ = ["Mark", "Odometer", "begin_odometer", "drive_on", "driven_at", "with_last_marks"]

_LEAST_M = 25.0
"""No leg is shorter."""
_SURELY_AWAY = 5.0
"""So many circles of 68 % away, a unit has surely moved. With four, one parked car in twelve gains over 200 m in 8 h
where the errors of its receiver last."""
_AWAY_BY_SPEED = 2.0
"""So many are enough where its speeds say that it drove there."""
_BORNE_OUT = 2.0
"""Speeds and straight line bear each other out where neither is more than so many times the other."""
_STANDS_MPS = 0.7
"""A receiver that stands says up to so much of its speed."""
_NEXT_WITHIN_S = 10.0
"""Speeds say nothing of the way between two fixes that are farther apart."""
_MARKS_SURE, _MARKS_KEPT = 2, 16


class Mark(NamedTuple):
    """Where a leg ended and the next began: microseconds since 1970, degrees, the circle of 68 %, and the odometer."""

    at_us: int
    lat: float
    lon: float
    accuracy_m: float
    driven_m: float


class Odometer(Struct, frozen=True, kw_only=True):
    """A unit's odometer.

    Attributes:
        marks: the last ends of legs, oldest first; on the newest the present leg begins.
        by_speed_m: how long the present leg is up to the newest fix, by the receiver's speeds; None where they do not
            say.
    """

    marks: tuple[Mark, ...]
    by_speed_m: float | None = 0.0

    @property
    def driven_m(self) -> float:
        """Metres driven up to the newest mark."""
        return self.marks[-1].driven_m


def begin_odometer(fix: Fix) -> Odometer:
    """The odometer of a unit that is first known by this fix: 0."""
    return Odometer(marks=(_mark(fix, 0.0),))


def drive_on(odometer: Odometer, before: Fix, fix: Fix, *, gap: bool, settings: TrackerSettings) -> Odometer:
    """The odometer after one more fix that is used.

    Args:
        odometer: as it was.
        before: the used fix before it.
        fix: the fix.
        gap: the way between the two is not known.
        settings: how fast units may be.
    """
    if gap and _leapt(before, fix, settings):
        return Odometer(marks=(_mark(fix, odometer.driven_m),))
    by_speed_m = None if gap else _by_speed_m(odometer.by_speed_m, before, fix)
    leg_m = _leg_m(odometer.marks[-1], fix, by_speed_m)
    if leg_m is None:
        return odometer if by_speed_m == odometer.by_speed_m else replace(odometer, by_speed_m=by_speed_m)
    return Odometer(marks=(*_thinned(odometer.marks), _mark(fix, odometer.driven_m + leg_m)))


def driven_at(odometer: Odometer, at_us: int, lat: float, lon: float) -> float:
    """The odometer as it stood at a place on the unit's way: straight from the mark before it, metres.

    Before the oldest mark that is kept it is straight back from that.

    Args:
        odometer: the odometer, now.
        at_us: when the unit was there, microseconds since 1970.
        lat: degrees.
        lon: degrees.
    """
    passed = sum(mark.at_us <= at_us for mark in odometer.marks)
    mark = odometer.marks[max(passed - 1, 0)]
    away_m = distance_m(mark.lat, mark.lon, lat, lon)
    if not passed:
        return max(mark.driven_m - away_m, 0.0)
    at_most_m = [mark.driven_m for mark in odometer.marks[passed : passed + 1]]
    return min([mark.driven_m + away_m, *at_most_m])


def with_last_marks(odometer: Odometer) -> Odometer:
    """The odometer of a unit that is surely where it is: no crossing of before can be told any more but by its fix."""
    return odometer if len(odometer.marks) <= _MARKS_SURE else replace(odometer, marks=odometer.marks[-_MARKS_SURE:])


def _mark(fix: Fix, driven_m: float) -> Mark:
    return Mark(micros(fix.observed_at), fix.lat, fix.lon, _accuracy_m(fix), driven_m)


def _accuracy_m(fix: Fix) -> float:
    return limits_of(fix.movement).accuracy_m if fix.accuracy_m is None else fix.accuracy_m


def _thinned(marks: tuple[Mark, ...]) -> tuple[Mark, ...]:
    """A unit that is long in doubt keeps every second mark of those that are too many, and the newest."""
    return marks if len(marks) < _MARKS_KEPT else (*marks[:-1:2], marks[-1])


def _by_speed_m(so_far_m: float | None, before: Fix, fix: Fix) -> float | None:
    if so_far_m is None or before.speed_mps is None or fix.speed_mps is None:
        return None
    seconds = (fix.observed_at - before.observed_at).total_seconds()
    if not 0.0 < seconds <= _NEXT_WITHIN_S:
        return None
    speed_mps = (before.speed_mps + fix.speed_mps) / 2.0
    return so_far_m + speed_mps * seconds if speed_mps >= _STANDS_MPS else so_far_m


def _leg_m(begin: Mark, fix: Fix, by_speed_m: float | None) -> float | None:
    """How long the leg from the mark to the fix is; None where the unit is not surely away from the mark."""
    circle_m = max(begin.accuracy_m, _accuracy_m(fix))
    surely_m = max(_LEAST_M, _SURELY_AWAY * circle_m)
    by_speed_away_m = surely_m if by_speed_m is None else max(_LEAST_M, _AWAY_BY_SPEED * circle_m)
    if (abs(fix.lat - begin.lat) + abs(fix.lon - begin.lon)) * LONGEST_DEGREE_M <= by_speed_away_m:
        return None
    straight_m = distance_m(begin.lat, begin.lon, fix.lat, fix.lon)
    borne_out = by_speed_m is not None and straight_m / _BORNE_OUT <= by_speed_m <= straight_m * _BORNE_OUT
    if borne_out and straight_m > by_speed_away_m:
        return by_speed_m
    return straight_m if straight_m > surely_m else None


def _leapt(before: Fix, fix: Fix, settings: TrackerSettings) -> bool:
    """Whether nothing that moves like this comes from one fix to the other: one of the two was never true."""
    reading = Reading(
        fix.unit, fix.boot, fix.n, fix.counted, micros(fix.observed_at), fix.lat, fix.lon, fix.accuracy_m,
        fix.speed_mps, fix.course_deg, fix.movement,
    )  # fmt: skip
    was = Anchor(micros(before.observed_at), before.lat, before.lon)
    return jumps(was, reading, before.accuracy_m, settings, before.movement)
