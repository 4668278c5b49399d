"""What a receiver reads, before it is sent: columns of numbers, one row for each fix."""

from dataclasses import dataclass, fields, replace
from typing import Self

import numpy as np
from numpy.typing import NDArray

from producers.simulator.metres import Floats, radii_m

__all__ = ["Readings"]


@dataclass(frozen=True, slots=True, eq=False)
class Readings:
    """Fixes as columns; NaN stands for what the receiver does not tell.

    Attributes:
        number: counts from 0.
        t_s: seconds from the start, by the receiver's own clock.
        lat: degrees.
        lon: degrees.
        accuracy_m: radius that holds the truth in 68 of 100 cases.
        speed_mps: over ground.
        course_deg: clockwise from north.
    """

    number: NDArray[np.int64]
    t_s: Floats
    lat: Floats
    lon: Floats
    accuracy_m: Floats
    speed_mps: Floats
    course_deg: Floats

    def __len__(self) -> int:
        return len(self.number)

    def rows(self, which: NDArray[np.int64] | NDArray[np.bool_]) -> Self:
        """These rows only, in this order."""
        return replace(self, **{field.name: getattr(self, field.name)[which] for field in fields(self)})

    def counted(self) -> Self:
        """The same fixes, numbered anew from 0."""
        return replace(self, number=np.arange(len(self)))

    def moved(self, north_m: Floats, east_m: Floats) -> Self:
        """The same fixes, each so many metres farther north and east."""
        to_north, to_east = radii_m(self.lat)
        return replace(
            self, lat=self.lat + np.degrees(north_m / to_north), lon=self.lon + np.degrees(east_m / to_east)
        )  # fmt: skip
