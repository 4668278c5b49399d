"""A fix: where a patrol unit was, and when, as one report of its receiver says.

Positions are WGS 84, latitude before longitude, in degrees. A fix is checked when it is made, so that nothing behind it
has to ask again.
"""

import math
from dataclasses import dataclass
from datetime import datetime, timedelta

from geo.movement import MOVEMENTS, Movement

__all__ = ["Fix", "InvalidFixError"]

_NO_OFFSET = timedelta(0)


class InvalidFixError(ValueError):
    """A fix that cannot be true: which field, what was expected, what came."""

    def __init__(self, *, field: str, expected: str, got: object) -> None:
        super().__init__(f"{field}: expected {expected}, got {got!r}")
        self.field = field
        self.expected = expected
        self.got = got


@dataclass(frozen=True, slots=True)
class Fix:
    """One report of a unit's position.

    Attributes:
        unit: the unit's id; not empty, otherwise not judged here.
        boot: names one run of the unit's sender; numbers count within it.
        number: the fix's number within its boot, from 0.
        counted: True where numbers are consecutive, so that a hole in them is a gap.
        observed_at: when the unit was there, aware and in UTC.
        lat: degrees, -90 to 90.
        lon: degrees, -180 to 180.
        accuracy_m: radius of the circle the receiver believes it is in, where it says so; phones mean 68 %.
        speed_mps: metres per second over ground, where known.
        course_deg: degrees clockwise from north, 0 to 360, where known.
        movement: how the unit moves.

    Raises:
        InvalidFixError: a field out of range; NaN and infinities are out of every range.
    """

    unit: str
    boot: str
    number: int
    counted: bool
    observed_at: datetime
    lat: float
    lon: float
    accuracy_m: float | None = None
    speed_mps: float | None = None
    course_deg: float | None = None
    movement: Movement = "road"

    def __post_init__(self) -> None:
        # Comparisons with NaN are false, so "within" refuses NaN without asking for it.
        if not -90.0 <= self.lat <= 90.0:
            raise InvalidFixError(field="lat", expected="a latitude within -90..90 degrees", got=self.lat)
        if not -180.0 <= self.lon <= 180.0:
            raise InvalidFixError(field="lon", expected="a longitude within -180..180 degrees", got=self.lon)
        if self.observed_at.utcoffset() != _NO_OFFSET:
            raise InvalidFixError(field="observed_at", expected="an instant in UTC", got=self.observed_at.isoformat())
        if self.number < 0:
            raise InvalidFixError(field="number", expected="a number from 0", got=self.number)
        if not (self.unit and self.boot):
            raise InvalidFixError(field="unit" if self.boot else "boot", expected="a name", got="")
        _check_optional(self)


def _check_optional(fix: Fix) -> None:
    if fix.accuracy_m is not None and not 0.0 <= fix.accuracy_m < math.inf:
        raise InvalidFixError(field="accuracy_m", expected="metres from 0", got=fix.accuracy_m)
    if fix.speed_mps is not None and not 0.0 <= fix.speed_mps < math.inf:
        raise InvalidFixError(field="speed_mps", expected="metres per second from 0", got=fix.speed_mps)
    if fix.course_deg is not None and not 0.0 <= fix.course_deg <= 360.0:
        raise InvalidFixError(field="course_deg", expected="degrees within 0..360", got=fix.course_deg)
    if fix.movement not in MOVEMENTS:
        raise InvalidFixError(field="movement", expected=f"one of {', '.join(MOVEMENTS)}", got=fix.movement)
