"""A satellite receiver: what it reads where the unit truly is, with its errors, drifts and silences."""

from dataclasses import dataclass
from typing import Literal

import numpy as np

from producers.simulator.course import EVERY_S, Course
from producers.simulator.episodes import during, episodes
from producers.simulator.metres import Floats
from producers.simulator.readings import Readings
from producers.simulator.setting import require
from producers.simulator.wander import wander

__all__ = ["ACCURACY_PER_SIGMA", "Noise", "Receiver", "received"]

Noise = Literal["white", "correlated", "mixed"]

ACCURACY_PER_SIGMA = 1.515
"""The circle that holds 68.3 % of a two-dimensional normal error of standard deviation 1 an axis."""

_SHARES = {"white": (1.0, 0.0), "correlated": (0.0, 1.0), "mixed": (0.5, 0.5)}
"""Of the variance: what each fix has of its own, and what it has from the fixes before it."""
_URBAN_TIMES = 3.0
_URBAN_S = (30.0, 120.0)
_TUNNEL_S = (20.0, 120.0)
_DOPPLER_MPS = 0.3
_DOPPLER_DEG = 2.0
_STANDS_MPS = 0.5
"""Slower, and a receiver knows no course."""


@dataclass(frozen=True, slots=True)
class Receiver:
    """How good a receiver is, and what it tells.

    Attributes:
        hz: fixes a second, at most 5.
        sigma_m: standard deviation of its error along either axis.
        noise: white (each fix of its own), correlated (Gauss-Markov) or mixed (half the variance each).
        correlation_s: over which a correlated error is forgotten to 1/e.
        urban_per_h: how often the correlated error trebles for 30 to 120 s; the accuracy told is then worse.
        tunnels_per_h: how often there are no fixes for 20 to 120 s.
        tells_accuracy: whether accuracy_m is told.
        tells_motion: whether speed_mps and course_deg are told.

    Raises:
        ValueError: a value out of range: which, what was expected, what came.
    """

    hz: float = 1.0
    sigma_m: float = 15.0
    noise: Noise = "mixed"
    correlation_s: float = 60.0
    urban_per_h: float = 0.0
    tunnels_per_h: float = 0.0
    tells_accuracy: bool = True
    tells_motion: bool = True

    def __post_init__(self) -> None:
        require("hz", self.hz, "more than 0 and at most 5", fits=0.0 < self.hz <= 1.0 / EVERY_S)
        require("sigma_m", self.sigma_m, "metres from 0 to 1000", fits=0.0 <= self.sigma_m <= 1_000.0)
        require("noise", self.noise, " or ".join(_SHARES), fits=self.noise in _SHARES)
        require("correlation_s", self.correlation_s, "seconds above 0", fits=0.0 < self.correlation_s < np.inf)
        require("urban_per_h", self.urban_per_h, "0 to 1000 an hour", fits=0.0 <= self.urban_per_h <= 1_000.0)
        require("tunnels_per_h", self.tunnels_per_h, "0 to 1000 an hour", fits=0.0 <= self.tunnels_per_h <= 1_000.0)


def received(rng: np.random.Generator, course: Course, receiver: Receiver) -> Readings:
    """What the receiver reads along a course; numbers have no holes, tunnels only make them rarer."""
    end_s = float(course.t_s[-1])
    t_s = np.arange(int(end_s * receiver.hz) + 1) / receiver.hz
    tunnels_s = episodes(rng, end_s, per_h=receiver.tunnels_per_h, lasting_s=_TUNNEL_S)
    urban_s = episodes(rng, end_s, per_h=receiver.urban_per_h, lasting_s=_URBAN_S)
    times = np.where(during(t_s, urban_s), _URBAN_TIMES, 1.0)
    true_lat, true_lon = course.at(t_s)
    told_mps, told_deg = _motion(rng, course, t_s, receiver)
    seen = Readings(
        number=np.arange(len(t_s)),
        t_s=t_s,
        lat=true_lat,
        lon=true_lon,
        accuracy_m=_accuracy_m(times, receiver),
        speed_mps=told_mps,
        course_deg=told_deg,
    ).moved(_error_m(rng, times, receiver), _error_m(rng, times, receiver))
    open_sky = seen.rows(~during(t_s, tunnels_s))
    return open_sky.counted()


def _error_m(rng: np.random.Generator, times: Floats, receiver: Receiver) -> Floats:
    """The error along one axis at each fix."""
    white, correlated = (receiver.sigma_m * np.sqrt(share) for share in _SHARES[receiver.noise])
    own = white * rng.standard_normal(len(times))
    lasting = wander(rng, len(times), step=1.0 / receiver.hz, correlation=receiver.correlation_s, sd=correlated)
    error_m: Floats = own + times * lasting
    return error_m


def _accuracy_m(times: Floats, receiver: Receiver) -> Floats:
    if not receiver.tells_accuracy:
        return np.full(len(times), np.nan)
    white, correlated = _SHARES[receiver.noise]
    accuracy_m: Floats = ACCURACY_PER_SIGMA * receiver.sigma_m * np.sqrt(white + correlated * times**2)
    return accuracy_m


def _motion(rng: np.random.Generator, course: Course, t_s: Floats, receiver: Receiver) -> tuple[Floats, Floats]:
    """Speed and course as Doppler tells them; no course where the unit all but stands."""
    true_mps, true_deg = course.velocity_at(t_s)
    told_mps = np.maximum(true_mps + _DOPPLER_MPS * rng.standard_normal(len(t_s)), 0.0)
    told_deg = (true_deg + _DOPPLER_DEG * rng.standard_normal(len(t_s))) % 360.0
    if not receiver.tells_motion:
        return np.full(len(t_s), np.nan), np.full(len(t_s), np.nan)
    return told_mps, np.where(true_mps < _STANDS_MPS, np.nan, told_deg)
