"""What becomes of a fix: does it carry the unit on, or is it late, a repeat, or not to be believed?

Each fix gets one named outcome, and a count of each is kept by whoever asks. Only a fix that is used changes where the
unit is held to be. A fix that does not fit is set aside, not forgotten: when several of them in a row agree with each
other, it was the older one that was wrong, and the unit is taken up there, as after a gap.
"""

import math
from enum import IntEnum
from typing import NamedTuple

from geo.entry import Anchor
from geo.geodesy import LONGEST_DEGREE_M, metres_per_degree
from geo.movement import Movement, limits_of
from geo.reading import Reading
from geo.settings import TrackerSettings

__all__ = ["LAST_US", "USED", "Last", "Outcome", "Stray", "judge", "jumps", "stray_after", "taken_in"]

_NULL_ISLAND_DEG = 0.01
_FROZEN_MPS = 3.0
_SEEN_KEPT = 64
LAST_US = 7_258_118_400_000_000
"""The year 2200: an instant before 1970 or after this was made by no receiver."""


class Outcome(IntEnum):
    """What became of a fix."""

    FIRST = 0
    """The unit was not known: its territory is set, without a crossing."""
    MOVED = 1
    """The next fix: crossings on the way are told."""
    GAP = 2
    """The next fix after a silence, or after fixes that never came: a change of territory is told as a guess."""
    DUPLICATE = 3
    """A fix that was taken in before: changes nothing."""
    OUT_OF_ORDER = 4
    """Overtaken on its way by a newer one: changes nothing but what it proves of the time before."""
    LATE = 5
    """Older than the newest by more than a few seconds: the same."""
    CLOCK_BACK = 6
    """The next number, but not a later time: the device's clock stood or went back. Not used."""
    CLOCK_AHEAD = 7
    """Observed later than it arrived: the device's clock is wrong. Not used."""
    FROZEN = 8
    """The same place once more while the receiver says it is driving: it has stopped measuring. Not used."""
    JUMP = 9
    """Farther from the last fix than anything that moves like this can go. Not used."""
    NULL_ISLAND = 10
    """At 0, 0, where receivers are that know no place. Not used."""
    COARSE = 11
    """A circle so wide that it places the unit nowhere. Not used."""
    INVALID = 12
    """Not a place on Earth, not a number, or an instant before 1970. Not used."""

    @property
    def label(self) -> str:
        """Its name in words."""
        return self.name.lower().replace("_", " ")


USED = frozenset({Outcome.FIRST, Outcome.MOVED, Outcome.GAP})
"""Outcomes whose fix becomes the unit's newest."""


class Last(NamedTuple):
    """The newest fix that was used of a unit, and which numbers came.

    Attributes:
        at_us: when, microseconds since 1970.
        lat: degrees.
        lon: degrees.
        accuracy_m: its circle, where it stated one.
        boot: the boot of `number` and `counted_to`.
        number: its number.
        counted_to: the highest number seen of that boot.
        seen: bit k is set where number `counted_to - k` came.
        boot_before: the boot before that one; 0 where none is known.
    """

    at_us: int
    lat: float
    lon: float
    accuracy_m: float | None
    boot: int
    number: int
    counted_to: int
    seen: int
    boot_before: int = 0


class Stray(NamedTuple):
    """The newest fix that did not fit, when it arrived where that is known, and how many in a row agree so far."""

    at_us: int
    lat: float
    lon: float
    number: int
    agree: int
    arrived_us: int | None = None


def judge(
    last: Last | None,
    stray: Stray | None,
    fix: Reading,
    boot: int,
    *,
    arrived_us: int | None,
    settings: TrackerSettings,
    came_by: Movement | None = None,
) -> Outcome:
    """What becomes of a fix.

    Args:
        last: the unit's newest used fix; None where it is not known.
        stray: the newest fix that did not fit, since then.
        fix: the fix.
        boot: its boot, as a number.
        arrived_us: when it came in by a clock that is right, where known.
        settings: what an installation chose.
        came_by: how the unit moved before, where that is known: who gets out of a car may have driven until just now.
    """
    spoilt = _spoilt(fix, arrived_us, settings)
    if spoilt is not None:
        return spoilt
    if last is None:
        return Outcome.FIRST
    old = _old(last, fix, boot, settings)
    if old is not None:
        return old
    odd = _odd(last, fix, came_by or fix.movement, settings)
    if odd is not None:
        return Outcome.GAP if _agree(stray, fix, arrived_us, settings) >= settings.agreeing_fixes else odd
    if (fix.lat, fix.lon) == (last.lat, last.lon) and (fix.speed_mps or 0.0) >= _FROZEN_MPS:
        return Outcome.FROZEN
    silent_us = fix.at_us - last.at_us
    hole = boot == last.boot and fix.counted and fix.number > last.counted_to + 1
    gap = silent_us > settings.gap_after_us or (hole and silent_us > settings.hole_after_us)
    return Outcome.GAP if gap else Outcome.MOVED


def stray_after(
    stray: Stray | None, fix: Reading, outcome: Outcome, settings: TrackerSettings, arrived_us: int | None = None
) -> Stray | None:
    """The stray fix to remember after this one."""
    if outcome in USED:
        return None
    if outcome is Outcome.JUMP or outcome is Outcome.CLOCK_BACK:
        agree = _agree(stray, fix, arrived_us, settings)
        return Stray(fix.at_us, fix.lat, fix.lon, fix.number, agree, arrived_us)
    return stray


def taken_in(last: Last | None, fix: Reading, boot: int, outcome: Outcome) -> Last | None:
    """The newest used fix and the numbers seen after this one."""
    if outcome in USED:
        counted_to, seen = _seen(last, fix, boot)
        before = 0 if last is None else last.boot_before if boot == last.boot else last.boot
        return Last(fix.at_us, fix.lat, fix.lon, fix.accuracy_m, boot, fix.number, counted_to, seen, before)
    if last is None or boot != last.boot:
        return last
    counted_to, seen = _seen(last, fix, boot)
    return last._replace(counted_to=counted_to, seen=seen)


def _spoilt(fix: Reading, arrived_us: int | None, settings: TrackerSettings) -> Outcome | None:
    """Outcomes that the fix shows by itself."""
    # Comparisons with NaN are false.
    if not (-90.0 <= fix.lat <= 90.0 and -180.0 <= fix.lon <= 180.0 and 0 <= fix.at_us <= LAST_US):
        return Outcome.INVALID
    if fix.accuracy_m is not None and not 0.0 <= fix.accuracy_m < math.inf:
        return Outcome.INVALID
    if abs(fix.lat) < _NULL_ISLAND_DEG and abs(fix.lon) < _NULL_ISLAND_DEG:
        return Outcome.NULL_ISLAND
    if fix.accuracy_m is not None and fix.accuracy_m > settings.coarse_m:
        return Outcome.COARSE
    if arrived_us is not None and fix.at_us > arrived_us + settings.ahead_us:
        return Outcome.CLOCK_AHEAD
    return None


def _old(last: Last, fix: Reading, boot: int, settings: TrackerSettings) -> Outcome | None:
    """Outcomes of fixes that came before, or are older than the newest."""
    behind_us = last.at_us - fix.at_us
    older = Outcome.OUT_OF_ORDER if 0 <= behind_us <= settings.reorder_us else Outcome.LATE
    if boot == last.boot and fix.number <= last.counted_to:
        step = last.counted_to - fix.number
        came = step < _SEEN_KEPT and last.seen >> step & 1
        return Outcome.DUPLICATE if came else older
    if boot == last.boot or behind_us < 0:
        return None
    if behind_us == 0 and (fix.lat, fix.lon) == (last.lat, last.lon):
        return Outcome.DUPLICATE
    # What the device sent before it was started anew comes late; a boot that was never heard has another clock.
    return older if boot == last.boot_before or behind_us <= settings.reorder_us else None


def _odd(last: Last, fix: Reading, came_by: Movement, settings: TrackerSettings) -> Outcome | None:
    """Outcomes of fixes that do not fit the newest one, though they are meant to follow it."""
    if fix.at_us <= last.at_us:
        return Outcome.CLOCK_BACK
    return Outcome.JUMP if jumps(last, fix, last.accuracy_m, settings, came_by) else None


def jumps(
    other: Last | Stray | Anchor,
    fix: Reading,
    accuracy_m: float | None,
    settings: TrackerSettings,
    came_by: Movement | None = None,
) -> bool:
    """Whether nothing that moves like this comes from one place to a fix, or back, whatever the two circles hide.

    Args:
        other: the place, and when the unit was there: before the fix or after it.
        fix: the fix.
        accuracy_m: the circle of the place, where it is known.
        settings: how much faster than usual units may be.
        came_by: how the unit moved at the place, where that is known; the faster of the two counts.
    """
    limits = limits_of(fix.movement)
    fastest_mps = max(limits.fastest_mps, limits_of(came_by or fix.movement).fastest_mps)
    circle_m = limits.accuracy_m if accuracy_m is None else accuracy_m
    to_circle_m = limits.accuracy_m if fix.accuracy_m is None else fix.accuracy_m
    way_m = fastest_mps * settings.speed_factor * abs(fix.at_us - other.at_us) / 1e6
    possible_m = 2.0 * (circle_m + to_circle_m) + way_m
    up, aside = abs(fix.lat - other.lat), abs(fix.lon - other.lon)
    if (up + aside) * LONGEST_DEGREE_M <= possible_m:
        return False
    north_m, east_m = metres_per_degree((other.lat + fix.lat) / 2.0)
    return math.hypot(up * north_m, min(aside, 360.0 - aside) * east_m) > possible_m


def _agree(stray: Stray | None, fix: Reading, arrived_us: int | None, settings: TrackerSettings) -> int:
    """How many in a row agree, up to and with this fix; what arrives faster than it was observed is a backlog."""
    if stray is None or fix.at_us <= stray.at_us:
        return 1
    waited_us = None if arrived_us is None or stray.arrived_us is None else arrived_us - stray.arrived_us
    if waited_us is not None and 2 * waited_us < fix.at_us - stray.at_us:
        return 1
    return 1 if jumps(stray, fix, None, settings) else stray.agree + 1


def _seen(last: Last | None, fix: Reading, boot: int) -> tuple[int, int]:
    if last is None or boot != last.boot:
        return fix.number, 1
    step = fix.number - last.counted_to
    if step > 0:
        kept = last.seen << step & (1 << _SEEN_KEPT) - 1 if step < _SEEN_KEPT else 0
        return fix.number, kept | 1
    return last.counted_to, last.seen | 1 << -step if -step < _SEEN_KEPT else last.seen
