"""Roads that bend as roads do, drawn on the flat map."""

import numpy as np

from producers.simulator.metres import Floats, Places
from producers.simulator.pace import Pace
from producers.simulator.wander import smooth_wander

__all__ = ["bends", "laid", "resampled", "smoothed", "turn"]


def bends(rng: np.random.Generator, pace: Pace, length_m: float) -> Floats:
    """Directions of a road's pieces, `pace.step_m` each, in radians about the main one, which is 0."""
    count = max(int(length_m / pace.step_m), 2)
    sd = float(np.radians(pace.bend_deg))
    return smooth_wander(rng, count, step=pace.step_m, correlation=pace.bend_m, sd=sd)


def turn(count: int, *, after: int, by_rad: float, radius_m: float, step_m: float) -> Floats:
    """What a turn on a circle adds to the directions of `count` pieces, from piece `after` on."""
    turned_rad: Floats = np.clip((np.arange(count) - after) * step_m / radius_m, 0.0, abs(by_rad)) * np.sign(by_rad)
    return turned_rad


def laid(bearings_rad: Floats, step_m: float, *, through_m: Places, vertex: int) -> Places:
    """A way of pieces in these directions, clockwise from north, with one vertex at a given place."""
    steps = step_m * np.column_stack((np.sin(bearings_rad), np.cos(bearings_rad)))
    way = np.concatenate((np.zeros((1, 2)), np.cumsum(steps, axis=0)))
    placed: Places = way - way[vertex] + through_m
    return placed


def resampled(places_m: Places, step_m: float) -> Places:
    """The same way with a place every `step_m`, from its first on."""
    pieces_m = np.hypot(*np.diff(places_m, axis=0).T)
    along_m = np.concatenate(([0.0], np.cumsum(pieces_m)))
    at_m = np.arange(int(along_m[-1] / step_m) + 1) * step_m
    return np.column_stack([np.interp(at_m, along_m, places_m[:, axis]) for axis in (0, 1)])


def smoothed(places_m: Places, spread: float) -> Places:
    """The way with its corners rounded: each place the Gaussian mean of those about it.

    Args:
        places_m: evenly spaced.
        spread: standard deviation, in places; three times as many are lost at either end.
    """
    reach = int(np.ceil(3 * spread))
    if len(places_m) <= 2 * reach:
        return places_m[:0]
    weights = np.exp(-0.5 * (np.arange(-reach, reach + 1) / spread) ** 2)
    weights /= weights.sum()
    return np.column_stack([np.convolve(places_m[:, axis], weights, mode="valid") for axis in (0, 1)])
