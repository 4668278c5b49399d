"""One made-up unit that was watched: what it truly did, what it reported, and what was told of it."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from bench.crossings.told import Told
from geo.reading import micros
from producers.simulator.fleet import START, SimulatedUnit
from producers.simulator.metres import Floats

__all__ = ["TOLERANCE_S", "Fixes", "Watched", "watched"]

TOLERANCE_S = {"motorway": 15.0, "road": 30.0, "foot": 120.0}
"""How far off an instant may be, by pace."""

_START_US = micros(START)


@dataclass(frozen=True, slots=True, eq=False)
class Fixes:
    """What a unit reported, in the order of observation: instants in seconds from the start, and places in degrees."""

    t_s: Floats
    lat: Floats
    lon: Floats

    def about(self, at_s: float, within_s: float) -> "Fixes":
        """Those of about then."""
        near = np.abs(self.t_s - at_s) <= within_s
        return Fixes(self.t_s[near], self.lat[near], self.lon[near])


@dataclass(frozen=True, slots=True, eq=False)
class Watched:
    """A unit, its fixes, and the crossings told of it."""

    unit: SimulatedUnit
    fixes: Fixes
    told: tuple[Told, ...]

    @property
    def within_s(self) -> float:
        """How far off an instant may be."""
        return TOLERANCE_S[self.unit.pace]


def watched(unit: SimulatedUnit, told: Sequence[Told]) -> Watched:
    """A unit and what was told of it."""
    rows = sorted((micros(fix.observed_at) - _START_US, fix.lat, fix.lon) for _, fix in unit.fixes)
    at_us, lat, lon = np.array(rows).T
    return Watched(unit, Fixes(at_us / 1e6, lat, lon), tuple(told))
