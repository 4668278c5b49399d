"""What an installation may choose of the tracker: how long, how far and how surely, each with its unit."""

import math
from dataclasses import dataclass, fields
from functools import lru_cache

from geo.named_numbers import named_numbers

__all__ = ["TrackerSettings"]

_AGREEING_FIXES = 3


@dataclass(frozen=True, slots=True)
class TrackerSettings:
    """The tracker's settings; docs/crossings.md says why each is what it is.

    Attributes:
        gap_after_s: a silence longer than this, by the fixes' own times, is a gap.
        hole_after_s: where fixes are missing by their numbers, a silence longer than this is a gap.
        contact_lost_after_s: a silence longer than this is told as contact lost.
        moved_every_m: a pursuit is told that its unit has moved on each time it has driven so far.
        keep_crossings_s: a unit's crossings are remembered this long, by the fixes' own times.
        keep_gaps_s: a gap in which a unit may have been abroad unseen is remembered this long.
        reorder_s: a fix older than the newest by no more than this was overtaken on its way; beyond, it is late.
        ahead_s: a fix observed later than it arrived by more than this has a wrong clock.
        coarse_m: a circle wider than this places a unit nowhere.
        agreeing_fixes: so many fixes in a row that do not fit, but fit each other, are believed.
        speed_factor: the fastest that is possible, by movement, times this.
        sure_on_course_sigmas: a unit that moves across the border is surely beyond it so many standard deviations deep,
            what it cannot brake any more included.
        sure_moving_sigmas: the same for a unit that moves along it.
        sure_walking_sigmas: the same for one on foot.
        sure_still_sigmas: the same for a unit that stands.
        moving_sigmas: a unit moves that is so many standard deviations from where it was on average in the last minute.
        course_share: it moves across where that part of its speed leads across.
        dwell_s: a unit that stays beyond the border for so long is surely there ...
        dwell_sigmas: ... if it was so many standard deviations deep on average.
        straight_sigmas: what lies no farther from a straight line than so many standard deviations is on it.
        side_sigmas: a state was visited in passing if the way leads through it also when all of it is moved aside by so
            many standard deviations, whichever way, and as far as straightening may have moved it.

    Raises:
        ValueError: a setting below zero, or not finite.
    """

    gap_after_s: float = 30.0
    hole_after_s: float = 5.0
    contact_lost_after_s: float = 60.0
    moved_every_m: float = 500.0
    keep_crossings_s: float = 900.0
    keep_gaps_s: float = 900.0
    reorder_s: float = 5.0
    ahead_s: float = 60.0
    coarse_m: float = 2_000.0
    agreeing_fixes: int = _AGREEING_FIXES
    speed_factor: float = 1.0
    sure_on_course_sigmas: float = 2.0
    sure_moving_sigmas: float = 3.5
    sure_walking_sigmas: float = 2.0
    sure_still_sigmas: float = 6.0
    moving_sigmas: float = 4.5
    course_share: float = 0.3
    dwell_s: float = 600.0
    dwell_sigmas: float = 2.0
    straight_sigmas: float = 1.0
    side_sigmas: float = 2.0

    def __post_init__(self) -> None:
        for field in fields(self):
            value = getattr(self, field.name)
            if not (0.0 <= value < math.inf and value <= 1e12):
                expected = "seconds from 0" if field.name.endswith("_s") else "a number from 0"
                message = f"{field.name}: expected {expected}, got {value}"
                raise ValueError(message)

    @classmethod
    def parse(cls, text: str) -> "TrackerSettings":
        """Settings as a line of `name=value`, with commas between; what is not named keeps its default.

        Raises:
            ValueError: an unknown name, or a value that does not fit: name, expected, got.

        >>> TrackerSettings.parse("gap_after_s=20, dwell_s=300").gap_after_s
        20.0
        """
        given = named_numbers(text, [field.name for field in fields(cls)])
        agreeing = int(given.pop("agreeing_fixes", _AGREEING_FIXES))
        return cls(agreeing_fixes=agreeing, **given)

    @property
    def most_sigmas(self) -> float:
        """So many standard deviations deep a unit is surely on its ground, whatever it does."""
        return max(
            self.sure_on_course_sigmas, self.sure_moving_sigmas, self.sure_walking_sigmas, self.sure_still_sigmas
        )

    @property
    def gap_after_us(self) -> int:
        """`gap_after_s` in microseconds."""
        return _micros(self.gap_after_s)

    @property
    def hole_after_us(self) -> int:
        """`hole_after_s` in microseconds."""
        return _micros(self.hole_after_s)

    @property
    def contact_lost_after_us(self) -> int:
        """`contact_lost_after_s` in microseconds."""
        return _micros(self.contact_lost_after_s)

    @property
    def keep_gaps_us(self) -> int:
        """`keep_gaps_s` in microseconds."""
        return _micros(self.keep_gaps_s)

    @property
    def reorder_us(self) -> int:
        """`reorder_s` in microseconds."""
        return _micros(self.reorder_s)

    @property
    def ahead_us(self) -> int:
        """`ahead_s` in microseconds."""
        return _micros(self.ahead_s)


@lru_cache(maxsize=64)  # asked for with every fix
def _micros(seconds: float) -> int:
    return round(seconds * 1e6)
