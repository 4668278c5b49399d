"""A way drawn beside a border line, or on it, and cut to the part that keeps its distance."""

import numpy as np
import shapely

from producers.simulator.ground import Ground, Spot
from producers.simulator.metres import Floats, Places
from producers.simulator.pace import Range
from producers.simulator.road import resampled, smoothed

__all__ = ["beside", "longest_within", "shifted"]

_AS_DRAWN_M = 2.0
"""Corners of the line smaller than this are not followed."""
_LOOK_M = 5.0
"""So often the distance from the border is measured."""


def beside(ground: Ground, spot: Spot, *, length_m: float, offset_m: float, step_m: float, round_m: float) -> Places:
    """A way of about this length about the spot, at this offset from the line (left of it, or right where negative).

    Args:
        ground: the borders.
        spot: the middle of the way.
        length_m: of border that is followed.
        offset_m: how far aside.
        step_m: between places of the way.
        round_m: over which its corners are rounded.
    """
    line_m = ground.lines[spot.line].part(spot.along_m - length_m / 2, spot.along_m + length_m / 2)
    line = shapely.simplify(shapely.linestrings(line_m), _AS_DRAWN_M)
    parts = shapely.get_parts(shapely.offset_curve(line, offset_m) if offset_m else line)
    if not shapely.length(parts).sum() > 0.0:  # on the inside of a ring smaller than the offset there is no way
        return np.empty((0, 2))
    longest = parts[int(np.argmax(shapely.length(parts)))]
    return smoothed(resampled(shapely.get_coordinates(longest), step_m), round_m / step_m)


def shifted(places_m: Places, left_m: Floats) -> Places:
    """The way moved aside by so much at each place; two at the least."""
    along = np.gradient(places_m, axis=0)
    length = np.maximum(np.hypot(*along.T), 1e-9)
    left: Places = np.column_stack((-along[:, 1], along[:, 0])) / length[:, None]
    return places_m + left_m[:, None] * left


def longest_within(ground: Ground, places_m: Places, bounds_m: Range, *, most_m: float, step_m: float) -> Places:
    """The longest part of the way whose true distance from the nearest border keeps within bounds, cut to `most_m`."""
    distances_m = _distances_m(ground, places_m, max(int(_LOOK_M / step_m), 1))
    inside = (distances_m >= bounds_m[0]) & (distances_m <= bounds_m[1])
    edges = np.flatnonzero(np.diff(np.concatenate(([False], inside, [False])).astype(np.int8)))
    if not edges.size:
        return places_m[:0]
    begins, ends = edges[::2], edges[1::2]
    longest = int(np.argmax(ends - begins))
    begin = int(begins[longest])
    return places_m[begin : min(int(ends[longest]), begin + int(most_m / step_m) + 1)]


def _distances_m(ground: Ground, places_m: Places, every: int) -> Floats:
    """Distances from the nearest border, asked for at every so-manieth place and read off in between."""
    numbers = np.arange(len(places_m))
    return np.interp(numbers, numbers[::every], ground.distance_m(places_m[::every]))
