"""Where a unit really is and how it moves, read from fixes that are each a little wrong.

A Kalman filter of place and velocity (continuous white noise acceleration; Bar-Shalom, Li, Kirubarajan, Estimation with
Applications to Tracking and Navigation, 6.2.2), alike along both axes. What a receiver calls its accuracy is two errors
in one: a white part, that two fixes a second apart do not share and that the filter takes out, and a part that stays
for a minute (reflections, satellites, atmosphere), that no filter sees. The white part is measured from how far fixes
fall from where they were expected; all the rest stays in `sigma_m`.
"""

import math
from typing import NamedTuple, Protocol

from geo.geodesy import metres_per_degree
from geo.movement import Movement, MovementLimits, limits_of

__all__ = ["CIRCLE_TO_SIGMA", "Motion", "begin_motion", "follow_motion"]

CIRCLE_TO_SIGMA = 1.0 / math.sqrt(-2.0 * math.log(1.0 - 0.68))
"""A circle holds 68 % of the fixes where its radius is 1.51 times the standard deviation along each axis."""

_NOISE_MEMORY = 1.0 / 15.0
"""Share of the newest fix in the measured white part."""
_LEAST_WHITE = 0.01
"""The white part is taken for at least so much of the whole variance, and for at most 9 times the whole."""
_MOST_WHITE = 9.0
_SURPRISE = 64.0
"""A fix eight standard deviations off is no noise."""
_DOPPLER_SIGMA_MPS = 1.0
"""Standard deviation of a velocity that the receiver reports, along each axis."""
_DOPPLER_GATE = 25.0
"""A reported velocity more than five standard deviations off is not believed."""
_SLOWEST_COURSE_MPS = 1.5
"""A receiver that stands reports any course."""
_UNKNOWN_SPEED_MPS = 15.0
_SLOW_S = 60.0


class Measured(Protocol):
    """What the filter reads of a fix; `geo.fix.Fix` and `geo.reading.Reading` have it."""

    @property
    def lat(self) -> float: ...
    @property
    def lon(self) -> float: ...
    @property
    def accuracy_m(self) -> float | None: ...
    @property
    def speed_mps(self) -> float | None: ...
    @property
    def course_deg(self) -> float | None: ...
    @property
    def movement(self) -> Movement: ...


class Motion(NamedTuple):
    """A unit's place and velocity at the instant of its newest fix.

    Attributes:
        at_us: that instant, microseconds since 1970.
        lat: degrees.
        lon: degrees.
        east_mps: velocity to the east.
        north_mps: velocity to the north.
        place_m2: variance of the place along each axis, of what the filter sees.
        cross_m2ps: covariance of place and velocity.
        velocity_m2ps2: variance of the velocity along each axis.
        white_m2: the white part of the receiver's noise, variance along each axis.
        sigma_m: standard deviation of the place along each axis, what no filter sees included.
        slow_lat: where it was on average in the last minute, degrees.
        slow_lon: the same.
        slow_m2: how much of the first fix's error is still in that average, variance along each axis.
        turn_degps: how fast its course turns, clockwise, on average of the last five seconds.
    """

    at_us: int
    lat: float
    lon: float
    east_mps: float
    north_mps: float
    place_m2: float
    cross_m2ps: float
    velocity_m2ps2: float
    white_m2: float
    sigma_m: float
    slow_lat: float
    slow_lon: float
    slow_m2: float
    turn_degps: float

    @property
    def speed_mps(self) -> float:
        """How fast it goes over ground."""
        return math.sqrt(self.east_mps * self.east_mps + self.north_mps * self.north_mps)

    @property
    def velocity_sigma_mps(self) -> float:
        """Standard deviation of the velocity along each axis."""
        return math.sqrt(self.velocity_m2ps2)

    def is_moving(self, sigmas: float) -> bool:
        """Whether it is farther from where it was on average in the last minute than its noise explains."""
        north_m, east_m = metres_per_degree(self.lat)
        away_m = math.hypot((self.lat - self.slow_lat) * north_m, (self.lon - self.slow_lon) * east_m)
        return away_m >= sigmas * math.sqrt(self.sigma_m * self.sigma_m + self.slow_m2)


def begin_motion(fix: Measured, at_us: int) -> Motion:
    """The motion of a unit that was not followed before: nothing known but what the fix says."""
    claimed_m2 = _claimed_m2(fix, limits_of(fix.movement))
    velocity = _reported_velocity(fix)
    east, north = velocity or (0.0, 0.0)
    velocity_m2ps2 = _DOPPLER_SIGMA_MPS**2 if velocity else _UNKNOWN_SPEED_MPS**2
    return Motion(
        at_us, fix.lat, fix.lon, east, north, claimed_m2, 0.0, velocity_m2ps2, claimed_m2, math.sqrt(claimed_m2),
        fix.lat, fix.lon, claimed_m2, 0.0,
    )  # fmt: skip


def follow_motion(motion: Motion, fix: Measured, at_us: int, speed_factor: float = 1.0) -> Motion:
    """The motion after one more fix, which must be newer than the motion.

    A fix much farther off than the unit can have gone is not averaged in: the motion begins anew there, and is unsure
    until more fixes agree.

    Args:
        motion: the motion so far.
        fix: what the receiver reports.
        at_us: when, microseconds since 1970.
        speed_factor: how much faster than usual units of its kind may be.
    """
    seconds = (at_us - motion.at_us) / 1e6
    limits = limits_of(fix.movement)
    place_m2, cross_m2ps, velocity_m2ps2 = _spread_after(motion, seconds, limits.unrest_mps * speed_factor)
    east_m, north_m = _off(motion, fix, seconds)
    claimed_m2 = _claimed_m2(fix, limits)
    seen_m2 = (east_m * east_m + north_m * north_m) / 2.0 - place_m2
    if seen_m2 > _SURPRISE * (place_m2 + max(motion.white_m2, claimed_m2)):
        return begin_motion(fix, at_us)._replace(place_m2=seen_m2, sigma_m=math.sqrt(seen_m2))
    white_m2 = motion.white_m2 + _NOISE_MEMORY * (seen_m2 - motion.white_m2)
    white_m2 = min(max(white_m2, _LEAST_WHITE * claimed_m2), _MOST_WHITE * claimed_m2)
    estimate = _corrected(motion, (east_m, north_m), (place_m2, cross_m2ps, velocity_m2ps2), white_m2)
    reported = _reported_velocity(fix)
    if reported is not None:
        estimate = _heard(estimate, reported)
    return _moved_on(motion, fix, at_us, estimate, (white_m2, claimed_m2))


# Plain tuples: each fix near a border makes several.
_Spread = tuple[float, float, float]
"""How unsure place and velocity are along each axis: variance of the place, covariance, variance of the velocity."""
_Off = tuple[float, float]
"""How far a fix is from where it was expected, metres to the east and north."""
_Estimate = tuple[float, float, float, float, _Spread]
"""Where the unit is, in metres to the east and north of the fix, how fast it moves there, and how unsure that is."""


def _spread_after(motion: Motion, seconds: float, unrest_mps: float) -> _Spread:
    """How unsure the motion has become when nothing was heard for so long."""
    diffusion = unrest_mps * unrest_mps
    place = motion.place_m2 + seconds * (
        2.0 * motion.cross_m2ps + seconds * (motion.velocity_m2ps2 + seconds * diffusion / 3.0)
    )
    cross = motion.cross_m2ps + seconds * (motion.velocity_m2ps2 + seconds * diffusion / 2.0)
    return place, cross, motion.velocity_m2ps2 + seconds * diffusion


def _off(motion: Motion, fix: Measured, seconds: float) -> _Off:
    north_m, east_m = metres_per_degree(fix.lat)
    return (
        _short_way(fix.lon - motion.lon) * east_m - motion.east_mps * seconds,
        (fix.lat - motion.lat) * north_m - motion.north_mps * seconds,
    )


def _corrected(motion: Motion, off: _Off, spread: _Spread, white_m2: float) -> _Estimate:
    """The expected place and the fix, weighed against each other."""
    (east_m, north_m), (place, cross, velocity) = off, spread
    gain, velocity_gain = place / (place + white_m2), cross / (place + white_m2)
    return (
        -(1.0 - gain) * east_m,
        -(1.0 - gain) * north_m,
        motion.east_mps + velocity_gain * east_m,
        motion.north_mps + velocity_gain * north_m,
        (place * (1.0 - gain), cross * (1.0 - gain), velocity - velocity_gain * cross),
    )


def _heard(estimate: _Estimate, reported: tuple[float, float]) -> _Estimate:
    """The velocity that the receiver reports, weighed in; one that cannot be is not believed."""
    behind_east, behind_north, east_mps, north_mps, (place, cross, velocity) = estimate
    east, north = reported[0] - east_mps, reported[1] - north_mps
    total = velocity + _DOPPLER_SIGMA_MPS**2
    if (east * east + north * north) / 2.0 > _DOPPLER_GATE * total:
        return estimate
    gain, velocity_gain = cross / total, velocity / total
    return (
        behind_east + gain * east,
        behind_north + gain * north,
        east_mps + velocity_gain * east,
        north_mps + velocity_gain * north,
        (place - gain * cross, cross * (1.0 - velocity_gain), velocity * (1.0 - velocity_gain)),
    )


def _moved_on(motion: Motion, fix: Measured, at_us: int, estimate: _Estimate, noise: tuple[float, float]) -> Motion:
    """The motion with the new estimate; `noise` is the white part of the receiver's variance, and all of it."""
    north_m, east_m = metres_per_degree(fix.lat)
    behind_east, behind_north, east_mps, north_mps, (place, cross, velocity) = estimate
    lat, lon = fix.lat + behind_north / north_m, fix.lon + behind_east / east_m
    seconds = (at_us - motion.at_us) / 1e6
    share = 1.0 - math.exp(-seconds / _SLOW_S)
    white_m2, claimed_m2 = noise
    return Motion(
        at_us,
        lat,
        lon,
        east_mps,
        north_mps,
        place,
        cross,
        velocity,
        white_m2,
        math.sqrt(place + max(claimed_m2 - white_m2, 0.0)),
        motion.slow_lat + share * (lat - motion.slow_lat),
        motion.slow_lon + share * _short_way(lon - motion.slow_lon),
        motion.slow_m2 * (1.0 - share) ** 2,
        _turn(motion, east_mps, north_mps, seconds),
    )


def _claimed_m2(fix: Measured, limits: MovementLimits) -> float:
    """The variance along each axis that the receiver states, or is taken to have."""
    accuracy_m = limits.accuracy_m if fix.accuracy_m is None else max(fix.accuracy_m, 1.0)
    return (accuracy_m * CIRCLE_TO_SIGMA) ** 2


def _reported_velocity(fix: Measured) -> tuple[float, float] | None:
    """Velocity to the east and north as the receiver reports it, where it can be believed."""
    if fix.speed_mps is None or fix.speed_mps > limits_of(fix.movement).fastest_mps:
        return None
    if fix.speed_mps < _SLOWEST_COURSE_MPS and fix.course_deg is None:
        return 0.0, 0.0
    if fix.course_deg is None:
        return None
    course = math.radians(fix.course_deg)
    return fix.speed_mps * math.sin(course), fix.speed_mps * math.cos(course)


def _turn(motion: Motion, east: float, north: float, dt: float) -> float:
    """Degrees a second, smoothed; a unit that hardly moves does not turn."""
    if motion.speed_mps < _SLOWEST_COURSE_MPS or math.hypot(east, north) < _SLOWEST_COURSE_MPS:
        return 0.0
    side = motion.north_mps * east - motion.east_mps * north
    along = motion.east_mps * east + motion.north_mps * north
    turned = math.degrees(math.atan2(side, along)) / dt
    return motion.turn_degps + (1.0 - math.exp(-dt / 5.0)) * (turned - motion.turn_degps)


def _short_way(degrees: float) -> float:
    """A step in longitude, also over the antimeridian."""
    return degrees - 360.0 if degrees > 180.0 else degrees + 360.0 if degrees < -180.0 else degrees
