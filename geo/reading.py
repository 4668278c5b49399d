"""A chunk of fixes as arrays, one entry a fix, and one of them as the tracker takes it in its hand.

Instants are whole microseconds since 1970: exact, and small enough for an array. What a fix does not say is NaN.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from hashlib import blake2b
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from geo.fix import Fix
from geo.movement import MOVEMENTS, Movement

__all__ = ["Chunk", "Reading", "boot_key", "instant", "known", "micros"]

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)
_CODE_OF = {movement: code for code, movement in enumerate(MOVEMENTS)}


class Reading(NamedTuple):
    """One fix of a chunk; the fields of `geo.fix.Fix`, not checked."""

    unit: str
    boot: str
    number: int
    counted: bool
    at_us: int
    lat: float
    lon: float
    accuracy_m: float | None
    speed_mps: float | None
    course_deg: float | None
    movement: Movement


@dataclass(frozen=True, slots=True, eq=False)
class Chunk:
    """Fixes of any units, each unit's in the order they came.

    Attributes:
        units: whose, one name a fix.
        boots: the boot each number counts within.
        boot_keys: the same as numbers (`boot_key`).
        numbers: the fixes' numbers.
        counted: where numbers are consecutive.
        at_us: when, microseconds since 1970.
        lats: degrees.
        lons: degrees.
        accuracy_m: radius of the circle of 68 %; NaN where the receiver states none.
        speed_mps: reported speed; NaN where none is.
        course_deg: reported course; NaN where none is.
        movement: how the unit moves, as its place in `MOVEMENTS`.
        arrived_us: when the fix arrived here, by a clock that is right; None where nobody knows.
    """

    units: Sequence[str]
    boots: Sequence[str]
    boot_keys: NDArray[np.int64]
    numbers: NDArray[np.int64]
    counted: NDArray[np.bool_]
    at_us: NDArray[np.int64]
    lats: NDArray[np.float64]
    lons: NDArray[np.float64]
    accuracy_m: NDArray[np.float64]
    speed_mps: NDArray[np.float64]
    course_deg: NDArray[np.float64]
    movement: NDArray[np.int8]
    arrived_us: NDArray[np.int64] | None = None

    def __len__(self) -> int:
        return len(self.units)

    @classmethod
    def of(cls, fixes: Sequence[Fix], arrived: Sequence[datetime] | None = None) -> "Chunk":
        """A chunk of these fixes, with the instants at which they arrived where those are known."""
        boots = [fix.boot for fix in fixes]
        return cls(
            units=[fix.unit for fix in fixes],
            boots=boots,
            boot_keys=np.array([boot_key(boot) for boot in boots], dtype=np.int64),
            numbers=np.array([fix.number for fix in fixes], dtype=np.int64),
            counted=np.array([fix.counted for fix in fixes], dtype=np.bool_),
            at_us=np.array([micros(fix.observed_at) for fix in fixes], dtype=np.int64),
            lats=np.array([fix.lat for fix in fixes], dtype=np.float64),
            lons=np.array([fix.lon for fix in fixes], dtype=np.float64),
            accuracy_m=np.array([fix.accuracy_m for fix in fixes], dtype=np.float64),  # None becomes NaN
            speed_mps=np.array([fix.speed_mps for fix in fixes], dtype=np.float64),
            course_deg=np.array([fix.course_deg for fix in fixes], dtype=np.float64),
            movement=np.array([_CODE_OF[fix.movement] for fix in fixes], dtype=np.int8),
            arrived_us=None if arrived is None else np.array([micros(at) for at in arrived], dtype=np.int64),
        )

    def readings(self, which: NDArray[np.int64]) -> list[Reading]:
        """The fixes at these places of the chunk."""
        rows = zip(
            which.tolist(),
            self.numbers[which].tolist(),
            self.counted[which].tolist(),
            self.at_us[which].tolist(),
            self.lats[which].tolist(),
            self.lons[which].tolist(),
            *([known(value) for value in told[which].tolist()] for told in self._told),
            self.movement[which].tolist(),
            strict=True,
        )
        return [
            Reading(
                self.units[at], self.boots[at], number, counted, at_us, lat, lon, accuracy_m, speed_mps, course_deg,
                MOVEMENTS[code],
            )
            for at, number, counted, at_us, lat, lon, accuracy_m, speed_mps, course_deg, code in rows
        ]  # fmt: skip

    @property
    def _told(self) -> tuple[NDArray[np.float64], ...]:
        """What a receiver may leave out."""
        return self.accuracy_m, self.speed_mps, self.course_deg


def micros(at: datetime) -> int:
    """Microseconds since 1970 of an aware instant.

    >>> micros(datetime(1970, 1, 1, 0, 0, 1, tzinfo=UTC))
    1000000
    """
    return (at - _EPOCH) // _MICROSECOND


def instant(at_us: int) -> datetime:
    """The instant, aware and in UTC, of microseconds since 1970."""
    return _EPOCH + timedelta(microseconds=at_us)


@lru_cache(maxsize=65_536)
def boot_key(boot: str) -> int:
    """A boot's name as a number: the same everywhere and always, for states are kept."""
    return int.from_bytes(blake2b(boot.encode(), digest_size=8).digest(), "big", signed=True)


def known(value: float) -> float | None:
    """A value of an array, and None for NaN, which stands there for what nobody said."""
    return None if value != value else value  # noqa: PLR0124 - NaN alone differs from itself
