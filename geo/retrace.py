"""The grounds that a way led through, told afterwards: what is certain although every place on it is a little wrong.

A way is first straightened: what lies no farther from a straight line than the error explains is taken to be on it
(Douglas and Peucker, 1973). What remains of the error moves a whole way aside rather than bending it. So the way is
laid over the borders as it is, and again moved aside in eight directions by what the error may be. A ground that it
leads through wherever it lies was visited: a corridor narrower than the error, crossed from side to side, for one. A
ground that it leads through in some of these places only, such as a corner that it clips, was perhaps not.
"""

import math
from collections.abc import Sequence
from functools import reduce
from itertools import pairwise
from typing import NamedTuple

import numpy as np
import shapely
from numpy.typing import NDArray

from geo.entry import Anchor, Entry, entry_between
from geo.geodesy import metres_per_degree
from geo.stretch import stretches
from geo.territory import Territory, TerritoryIndex

__all__ = ["Within", "led_along"]

_ASIDE = ((0.0, 0.0), *((math.sin(k * math.pi / 4), math.cos(k * math.pi / 4)) for k in range(8)))
"""Not moved, and moved to the north, north-east, ... as shares of the distance to the east and to the north."""

_Led = tuple[int, float, Territory]
"""A ground, the piece of the way on which it begins, and at which share of that."""


class Within(NamedTuple):
    """How exactly a way is known, metres.

    Attributes:
        straight_m: what lies no farther from a straight line is on it.
        aside_m: how far all of it may lie aside of where it seems to be.
    """

    straight_m: float
    aside_m: float


def led_along(
    way: Sequence[Anchor], ends: tuple[Territory, Territory], within: Within, index: TerritoryIndex
) -> tuple[Entry, ...] | None:
    """The grounds that a way surely led through, in order, each with the way into it; the first one is left out.

    Args:
        way: places in order, two at least.
        ends: the grounds that it surely began and ended on.
        within: how exactly it is known.
        index: the borders.

    Returns:
        None where the way, as it seems to be, does not begin and end on those grounds.
    """
    held, ground = ends
    pieces = list(pairwise(_straightened(way, within.straight_m)))
    grounds = _grounds(pieces, within.aside_m, index)
    if not _leads(grounds[0], held, ground):
        return None
    fitting = [one for one in (_between(each, held, ground) for each in grounds) if one]
    everywhere = reduce(set.intersection, ({led[2] for led in one} for one in fitting))
    told = min((_only(one, everywhere) for one in fitting), key=len)
    return tuple(
        _timed(entry_between(*pieces[piece], share, territory, guess=False), way)
        for piece, share, territory in told[1:]
    )


def _leads(led: Sequence[_Led], held: Territory, ground: Territory) -> bool:
    return bool(led) and led[0][2] == held and led[-1][2] == ground


def _between(led: Sequence[_Led], held: Territory, ground: Territory) -> list[_Led]:
    """The part of a way from the one ground to the other; empty where it does not lead so: there it cannot lie."""
    on = [territory for _, _, territory in led]
    if held not in on or ground not in on:
        return []
    begin, end = on.index(held), len(on) - on[::-1].index(ground)
    return list(led[begin:end])


def _only(led: Sequence[_Led], grounds: set[Territory]) -> list[_Led]:
    """The way with only these grounds counted; neighbours differ."""
    kept: list[_Led] = []
    for one in led:
        if one[2] in grounds and (not kept or kept[-1][2] != one[2]):
            kept.append(one)
    return kept


def _straightened(way: Sequence[Anchor], within_m: float) -> list[Anchor]:
    """The way with no more bends than it needs to stay that near to its places."""
    if len(way) <= 2:
        return list(way)
    north_m, east_m = metres_per_degree(way[0].lat)
    places = np.array([(place.lon * east_m, place.lat * north_m) for place in way])
    bends = shapely.get_coordinates(shapely.simplify(shapely.linestrings(places), within_m, preserve_topology=False))
    kept, at = [], 0
    for bend in bends:
        at += int(np.argmax((places[at:] == bend).all(axis=1)))
        kept.append(way[at])
    return kept


def _timed(entry: Entry, way: Sequence[Anchor]) -> Entry:
    """The entry with the instant at which the way, as it was gone, came by; a unit may have stopped on it."""
    north_m, east_m = metres_per_degree(entry.lat)
    scale = np.array([north_m, east_m])
    places = np.array([(place.lat, place.lon) for place in way])
    begin, step = (places[:-1] - (entry.lat, entry.lon)) * scale, np.diff(places, axis=0) * scale
    length_2 = np.maximum((step**2).sum(axis=1), 1e-9)
    share = np.clip(-(begin * step).sum(axis=1) / length_2, 0.0, 1.0)
    nearest = int(np.argmin(((begin + share[:, None] * step) ** 2).sum(axis=1)))
    before, after = way[nearest].at_us, way[nearest + 1].at_us
    at_us = before + round(float(share[nearest]) * (after - before))
    return entry._replace(at_us=at_us, not_before_us=way[0].at_us, not_after_us=way[-1].at_us)


def _grounds(pieces: Sequence[tuple[Anchor, Anchor]], aside_m: float, index: TerritoryIndex) -> list[list[_Led]]:
    """What the way leads over, as it is and moved aside each way.

    Moved aside it is made longer at both ends, for to move it along itself must not cut off what it leads to.
    """
    ends = np.array([(begin.lat, begin.lon, end.lat, end.lon) for begin, end in pieces])
    north_m, east_m = metres_per_degree(float(ends[0, 0]))
    longer = _made_longer(ends, aside_m, np.array([north_m, east_m]))
    moves = [(aside_m * north / north_m, aside_m * east / east_m) * 2 for east, north in _ASIDE]
    found = stretches(np.concatenate([ends, *(longer + np.array(move) for move in moves[1:])]), index)
    led = []
    for first in range(0, len(_ASIDE) * len(pieces), len(pieces)):
        each = [found.of(first + piece) for piece in range(len(pieces))]
        led.append(_joined(each, index))
    return led


def _made_longer(ends: NDArray[np.float64], by_m: float, scale: NDArray[np.float64]) -> NDArray[np.float64]:
    """The pieces with the first begun earlier and the last ended later, straight on; `scale` is metres a degree."""
    longer = ends.copy()
    for piece, end, sign in ((0, slice(0, 2), -1.0), (-1, slice(2, 4), 1.0)):
        step = (ends[piece, 2:] - ends[piece, :2]) * scale
        length_m = float(np.sqrt((step**2).sum()))
        if length_m > 0.0:
            longer[piece, end] += sign * by_m / length_m * step / scale
    return longer


def _joined(found: Sequence[Sequence[tuple[float, int]]], index: TerritoryIndex) -> list[_Led]:
    """The stretches of all pieces one after the other; neighbours differ in territory."""
    led: list[_Led] = []
    for piece, parts in enumerate(found):
        for share, number in parts:
            territory = index.territories[number]
            if not led or led[-1][2] != territory:
                led.append((piece, share, territory))
    return led
