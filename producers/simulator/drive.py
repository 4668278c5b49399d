"""Driving a planned way: as fast as the pace is, slower in bends, never thrown sideways by more than 3 m/s2."""

import numpy as np

from producers.simulator.course import EVERY_S, Course, course_through
from producers.simulator.metres import Floats, Places
from producers.simulator.pace import Pace
from producers.simulator.wander import smooth_wander

__all__ = ["driven", "halts"]

_SIDEWAYS_MPS2 = 2.4
"""Below 3, as the samples cut the bends a little."""
_SPEED_SD = 0.08
_SPEED_S = 30.0
_SLOWEST_SHARE = 0.5
_HALTING_SHARE = 0.15


def driven(rng: np.random.Generator, places_m: Places, pace: Pace) -> Course:
    """The course of who drives along these places of the flat map, from standing at its pace to the last place."""
    pieces = np.diff(places_m, axis=0)
    pieces_m = np.hypot(*pieces.T)
    along_m = np.concatenate(([0.0], np.cumsum(pieces_m)))
    speed_mps = _braked(np.minimum(_free(rng, along_m, pace), _in_bends(pieces, pieces_m)), along_m, pace.brake_mps2)
    t_s = np.concatenate(([0.0], np.cumsum(2 * pieces_m / (speed_mps[1:] + speed_mps[:-1]))))
    return course_through(places_m, t_s)


def halts(course: Course, pace: Pace) -> bool:
    """Whether a bend was so sharp that it was all but turned on the spot: a way no road has."""
    return bool(course.moves_m.min() < _HALTING_SHARE * pace.speed_mps * EVERY_S)


def _free(rng: np.random.Generator, along_m: Floats, pace: Pace) -> Floats:
    """The speed where the way is straight: it wanders by 8 % over 30 s."""
    count = int(along_m[-1] / pace.step_m) + 2
    share = smooth_wander(rng, count, step=pace.step_m, correlation=_SPEED_S * pace.speed_mps, sd=_SPEED_SD)
    speed_mps = pace.speed_mps * np.maximum(1.0 + share, _SLOWEST_SHARE)
    return np.interp(along_m, np.arange(count) * pace.step_m, speed_mps)


def _in_bends(pieces: Places, pieces_m: Floats) -> Floats:
    """The speed each vertex of the way allows."""
    bearings_rad = np.arctan2(pieces[:, 0], pieces[:, 1])
    turned_rad = np.abs((np.diff(bearings_rad) + np.pi) % (2 * np.pi) - np.pi)
    bent = turned_rad / ((pieces_m[1:] + pieces_m[:-1]) / 2)
    allowed = np.sqrt(_SIDEWAYS_MPS2 / np.maximum(bent, 1e-9))
    return np.concatenate(([np.inf], allowed, [np.inf]))


def _braked(speed_mps: Floats, along_m: Floats, brake_mps2: float) -> Floats:
    """No faster anywhere than what is left after speeding up from behind, or slowing down for what is ahead."""
    gained = 2 * brake_mps2 * along_m
    squared = np.minimum.accumulate(speed_mps**2 - gained) + gained
    squared = np.minimum.accumulate((squared + gained)[::-1])[::-1] - gained
    return np.sqrt(squared)
