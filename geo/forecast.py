"""The forecast: which state a unit will enter next, where on the border, when, and how surely.

A fan of courses ahead of the unit is held against the border. Every course that comes on ground of a state the unit
does not hold names that state with its weight; how its speed may change spreads the time of entry. What is not handled:
what the driver knows (that there is a bridge, that the border is guarded), ground narrower than a step of the fan
(some 100 m at the far end of it), and what lies behind the next border.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import NormalDist
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from geo.geodesy import metres_per_degree
from geo.ground_ahead import Ahead, Fan, ForecastSettings, open_ground
from geo.motion import Motion
from geo.territory import Territory, TerritoryIndex

__all__ = ["BESIDE_M", "ForecastSettings", "Outlook", "Prospect", "forecast"]

BESIDE_M = 150.0
"""So near to a border a road may well follow it. Where it is straight, it is seen from 147 m at the latest."""

Numbers = NDArray[np.float64]
Flags = NDArray[np.bool_]
Places = NDArray[np.int32]
"""Whose ground places are on: indices of `TerritoryIndex.territories`."""

_DEFAULTS = ForecastSettings()
_SPEEDS: Numbers = np.array([NormalDist().inv_cdf((k + 0.5) / 9) for k in range(9)])
"""How much later than at its present speed it may come, in standard deviations."""
_QUANTILES = (0.05, 0.5, 0.95)
_EIGHTHS: Numbers = np.array([k / 8 for k in range(1, 8)])
_ROUNDS = 2
"""An eighth of an eighth: the longest step of the fan comes down to 4 m, one near the unit to decimetres."""
_AROUND: Numbers = np.array(
    [[share * turn(k * np.pi / 8.0) for share in (0.5, 1.0) for k in range(16)] for turn in (np.cos, np.sin)]
)
"""To the north and to the east: sixteen directions, near and far, as shares of BESIDE_M."""


@dataclass(frozen=True, slots=True)
class Prospect:
    """One way the next minutes may go.

    Attributes:
        to: the territory entered.
        entered: the states of it that the unit does not hold yet; never empty.
        probability: that these are the states it enters next, within the horizon; 0 to 1.
        earliest_s: it enters before this with a chance of 5 %, if it does; seconds from the instant of the outlook.
        likely_s: the same with a chance of 50 %.
        latest_s: the same with a chance of 95 %.
        lat: where on the border, degrees; the middle of the places where it may cross.
        lon: the same.
        within_m: it crosses not farther from there with a chance of 90 %, if it does; metres.
    """

    to: Territory
    entered: Territory
    probability: float
    earliest_s: float
    likely_s: float
    latest_s: float
    lat: float
    lon: float
    within_m: float


@dataclass(frozen=True, slots=True)
class Outlook:
    """What lies ahead of a unit.

    Attributes:
        at_us: the instant it was made for, microseconds since 1970.
        speed_mps: how fast the unit is.
        beside: whether ground that it would enter lies within BESIDE_M, on whichever side.
        prospects: the likeliest first; never empty, together at most 1.
    """

    at_us: int
    speed_mps: float
    beside: bool
    prospects: tuple[Prospect, ...]


def forecast(
    motion: Motion,
    held: Territory,
    index: TerritoryIndex,
    settings: ForecastSettings = _DEFAULTS,
    ahead: Ahead = open_ground,
) -> Outlook | None:
    """What a unit will enter next; None where it stands, or no state it does not hold lies ahead within the horizon.

    Args:
        motion: how it moves now.
        held: the territory it holds.
        index: the borders.
        settings: how far to look, and what driving is like.
        ahead: where it may drive.
    """
    speed = motion.speed_mps
    if speed < settings.slowest_mps:
        return None
    new = np.array([not territory <= held for territory in index.territories])
    reach_m = min(settings.horizon_m, speed * settings.horizon_s)
    if not _is_border_near(motion, reach_m, new, index):
        return None
    fan = ahead(motion, settings)
    seen, beside = _seen(fan, motion, new, index)
    entries = _entries(fan, seen, new, index)
    if entries is None:
        return None
    return Outlook(motion.at_us, speed, beside, _prospects(entries, motion, held, index, settings))


class _Entries(NamedTuple):
    """Where and when courses come on new ground, one number a course, from left to right."""

    number: Places
    after_s: Numbers
    lats: Numbers
    lons: Numbers
    weights: Numbers

    def only(self, chosen: Flags) -> "_Entries":
        """Some of the courses."""
        return _Entries(
            self.number[chosen], self.after_s[chosen], self.lats[chosen], self.lons[chosen], self.weights[chosen]
        )


def _is_border_near(motion: Motion, reach_m: float, new: Flags, index: TerritoryIndex) -> bool:
    """Whether a cell within reach has a border in it or is new ground; a look at the table of cells alone."""
    north_m, east_m = metres_per_degree(motion.lat)
    reach_m += 3.0 * motion.sigma_m
    lats = motion.lat + np.array([-reach_m, reach_m]) / north_m
    lons = motion.lon + np.array([-reach_m, reach_m]) / east_m
    if lons[0] < -180.0 or lons[1] > 180.0:
        return True
    (south, north), (west, east) = index.grid.row(lats).tolist(), index.grid.column(lons).tolist()
    cells = index.codes.reshape(index.grid.rows, index.grid.columns)[south : north + 1, west : east + 1]
    return bool((cells < 0).any() or new[cells].any())


def _seen(fan: Fan, motion: Motion, new: Flags, index: TerritoryIndex) -> tuple[Places, bool]:
    """The territory of every place of the fan, and whether there is new ground around the unit; asked in one go."""
    north_m, east_m = metres_per_degree(motion.lat)
    lats = np.clip(motion.lat + BESIDE_M / north_m * _AROUND[0], -90.0, 90.0)
    lons = _short_way(motion.lon + BESIDE_M / east_m * _AROUND[1])
    found = index.locate(np.concatenate((fan.lats.ravel(), lats)), np.concatenate((fan.lons.ravel(), lons)))
    return found[: fan.lats.size].reshape(fan.lats.shape), bool(new[found[fan.lats.size :]].any())


def _entries(fan: Fan, seen: Places, new: Flags, index: TerritoryIndex) -> _Entries | None:
    """The first place on each course that is on new ground, found between two steps and then nearly on the border."""
    is_new = new[seen]
    course = np.flatnonzero(is_new.any(axis=1))
    if not course.size:
        return None
    step = is_new[course].argmax(axis=1)
    before = np.maximum(step - 1, 0)
    begin = np.stack((fan.lats[course, before], fan.lons[course, before]))
    way = np.stack((fan.lats[course, step], fan.lons[course, step])) - begin
    way[1] = _short_way(way[1])
    share, number = _first_new(begin, way, seen[course, step], new, index)
    lats, lons = begin + share * way
    after_s, kept = (
        column[course, before] + share * (column[course, step] - column[course, before])
        for column in (fan.after_s, fan.kept)
    )
    return _Entries(number, after_s, lats, _short_way(lons), fan.weights[course] * kept)


def _first_new(
    begin: Numbers, way: Numbers, at_end: Places, new: Flags, index: TerritoryIndex
) -> tuple[Numbers, Places]:
    """How far along each way new ground begins, as a fraction of it, and which; its end is new ground."""
    share, number, width = np.zeros(len(at_end)), at_end, 1.0
    every = np.arange(len(at_end))
    for _ in range(_ROUNDS):
        shares = share[:, None] + width * _EIGHTHS
        lats, lons = begin[:, :, None] + shares * way[:, :, None]
        found = index.locate(lats.ravel(), _short_way(lons.ravel())).reshape(shares.shape)
        is_new = new[found]
        first = np.where(is_new.any(axis=1), is_new.argmax(axis=1), len(_EIGHTHS))
        number = np.where(first < len(_EIGHTHS), found[every, np.minimum(first, len(_EIGHTHS) - 1)], number)
        width /= 8.0
        share = share + first * width
    return share + width, number


def _prospects(
    entries: _Entries, motion: Motion, held: Territory, index: TerritoryIndex, settings: ForecastSettings
) -> tuple[Prospect, ...]:
    """Courses that enter the same states are one prospect."""
    entered = {number: index.territories[number] - held for number in np.unique(entries.number).tolist()}
    prospects = []
    for states in sorted(set(entered.values()), key=sorted):
        numbers = [number for number, new in entered.items() if new == states]
        alike = entries if len(numbers) == len(entered) else entries.only(np.isin(entries.number, numbers))
        prospects.append(_prospect(alike, states, motion, index, settings))
    return tuple(sorted(prospects, key=lambda prospect: -prospect.probability))


def _prospect(
    entries: _Entries, states: Territory, motion: Motion, index: TerritoryIndex, settings: ForecastSettings
) -> Prospect:
    probability = float(entries.weights.sum())
    earliest, likely, latest = _times(entries, motion, settings)
    middle = int(np.searchsorted(np.cumsum(entries.weights), probability / 2))
    lat, lon = float(entries.lats[middle]), float(entries.lons[middle])
    north_m, east_m = metres_per_degree(lat)
    off_m = np.hypot((entries.lats - lat) * north_m, _short_way(entries.lons - lon) * east_m)
    return Prospect(
        to=index.territories[int(entries.number[middle])],
        entered=states,
        probability=min(probability, 1.0),
        earliest_s=earliest,
        likely_s=likely,
        latest_s=latest,
        lat=lat,
        lon=lon,
        within_m=_quantiles(off_m, entries.weights, (0.9,))[0],
    )


def _times(entries: _Entries, motion: Motion, settings: ForecastSettings) -> list[float]:
    """The time of entry: each course's own, spread by how the speed may change and by the error of the place now.

    A speed half as high and one twice as high are taken to be as likely: twice the time, half the time.
    """
    drift = settings.speed_share**2 * -np.expm1(-entries.after_s / settings.speed_memory_s)
    known = motion.velocity_m2ps2 / motion.speed_mps**2
    factor = np.exp(np.sqrt(np.log1p(drift + known))[:, None] * _SPEEDS)
    times = entries.after_s[:, None] * factor + motion.sigma_m / motion.speed_mps * _SPEEDS
    return _quantiles(np.maximum(times, 0.0).ravel(), np.repeat(entries.weights, len(_SPEEDS)), _QUANTILES)


def _quantiles(values: Numbers, weights: Numbers, shares: Sequence[float]) -> list[float]:
    """The least values that these shares of the weight do not exceed."""
    order = np.argsort(values)
    total = np.cumsum(weights[order])
    at = np.searchsorted(total, np.asarray(shares) * total[-1])
    found: list[float] = values[order][np.minimum(at, len(order) - 1)].tolist()
    return found


def _short_way(degrees: Numbers) -> Numbers:
    """A step in longitude, also over the antimeridian."""
    way: Numbers = np.remainder(degrees + 180.0, 360.0) - 180.0
    return way
