"""The way between two fixes, cut where it meets a border: stretches of open ground, each within one territory.

The way is the straight line between the fixes in latitude and longitude, as the pieces of a border are. It leaves the
shortest way on the ellipsoid by about 2 cm on one kilometre and 2 m on ten, at 50 degrees of latitude; what is longer
comes after a gap and is a guess in any case. Between longitudes 179 and -179 it takes the short way.

Only open ground counts. To touch a border and turn back, to stop on it or to follow it exactly, cuts no stretch of
another territory; a border nearer than a micrometre is met.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from geo.cells import cut_short, distinct
from geo.territory import TerritoryIndex

__all__ = ["CUT", "Stretch", "Stretches", "stretches"]

Degrees = NDArray[np.float64]
Numbers = NDArray[np.int64]

Stretch = tuple[float, int]
"""Where the stretch begins, as a fraction of the way from 0 to 1, and the index of its territory."""

CUT = -1
"""Stands in `Stretches.only` for a way that comes near a border: look into `Stretches.cut`."""

_TOUCH_DEG = 1e-11
"""A micrometre."""
_APART_DEG = 1e-9
"""Boxes a tenth of a millimetre apart have nothing that meets."""


@dataclass(frozen=True, slots=True)
class Stretches:
    """What ways lead over, one number a way; `of(k)` reads the k-th.

    Attributes:
        only: the territory a way stays in from end to end, or CUT.
        cut: the stretches of the ways marked CUT, in order; none where it follows a border, or has no length.
    """

    only: NDArray[np.int32]
    cut: Mapping[int, tuple[Stretch, ...]]

    def of(self, way: int) -> tuple[Stretch, ...]:
        """The stretches of one way, in order; neighbours differ in territory."""
        only = int(self.only[way])
        return self.cut[way] if only == CUT else ((0.0, only),)


def stretches(ways: Degrees, index: TerritoryIndex) -> Stretches:
    """Cut ways at the borders, all in one go.

    Args:
        ways: a row (lat, lon, to_lat, to_lon) for each, degrees.
        index: the borders.
    """
    over = np.flatnonzero(np.abs(ways[:, 3] - ways[:, 1]) > 180.0)
    if over.size:
        return _over_the_antimeridian(ways, over, index)
    only, near = _first_look(ways, index)
    at = np.flatnonzero(only == CUT)
    if not at.size:
        return Stretches(only, {})
    near = _that_lead_somewhere(ways, near)
    pieces = _pieces(ways, at, _meetings(ways, near, index))
    return Stretches(only, _joined(at, pieces, _located(ways, pieces, index)))


@dataclass(frozen=True, slots=True)
class _Near:
    """Which cells with a border each way comes through: two arrays side by side."""

    way: Numbers
    cell: Numbers


@dataclass(frozen=True, slots=True)
class _Meetings:
    """Where ways meet borders, as fractions of the way; and from where to where they follow one."""

    way: Numbers
    fraction: Degrees
    along_way: Numbers
    along: Degrees


@dataclass(frozen=True, slots=True)
class _Pieces:
    """Parts of ways between two meetings, in order: on open ground, and longer than a touch."""

    way: Numbers
    begin: Degrees
    end: Degrees


def _first_look(ways: Degrees, index: TerritoryIndex) -> tuple[NDArray[np.int32], _Near]:
    """The territory of every way that no cell with a border lies on, and those cells for the others.

    Half a cell long, a piece of way lies in the two by two cells around its ends.
    """
    grid = index.grid
    way_of, lat, lon, to_lat, to_lon = cut_short(ways, grid.cell_deg / 2)
    rows, columns = (grid.row(lat), grid.row(to_lat)), (grid.column(lon), grid.column(to_lon))
    codes = np.stack([index.codes[row * grid.columns + column] for row in rows for column in columns])
    begins = np.searchsorted(way_of, np.arange(len(ways)))
    only: NDArray[np.int32] = codes[0][begins]
    corner, piece = np.nonzero(codes < 0)
    way = way_of[piece]
    only[way] = CUT
    cells = len(index.edge_starts)
    near = np.divmod(distinct(way * cells - 1 - codes[corner, piece]), cells)
    return only, _Near(*near)


def _that_lead_somewhere(ways: Degrees, near: _Near) -> _Near:
    """Leave out the ways without length: they meet nothing."""
    step = ways[:, 2:] - ways[:, :2]
    keep = (_length(step) > _TOUCH_DEG)[near.way]
    return near if keep.all() else _Near(near.way[keep], near.cell[keep])


def _meetings(ways: Degrees, near: _Near, index: TerritoryIndex) -> _Meetings:
    """Hold every way against every piece of border in its cells."""
    way, edge = _side_by_side(ways, near, index)
    line = ways[way]
    begin, step = line[:, :2], line[:, 2:] - line[:, :2]
    length = np.maximum(_length(step), _TOUCH_DEG)
    aside, along = _seen_from(begin, step, length, edge[:, :2])
    to_aside, to_along = _seen_from(begin, step, length, edge[:, 2:])
    follows = (aside == 0) & (to_aside == 0)
    meets = (np.sign(aside) * np.sign(to_aside) <= 0) & ~follows
    share = aside[meets] / (aside[meets] - to_aside[meets])
    return _Meetings(
        way=np.concatenate((way[meets], way[follows], way[follows])),
        fraction=np.concatenate(
            (along[meets] + share * (to_along[meets] - along[meets]), along[follows], to_along[follows])
        ),
        along_way=way[follows],
        along=np.sort(np.column_stack((along[follows], to_along[follows])), axis=1),
    )


def _side_by_side(ways: Degrees, near: _Near, index: TerritoryIndex) -> tuple[Numbers, Degrees]:
    """Each way beside each piece of border in its cells, less those that lie in boxes apart."""
    starts = index.edge_starts[near.cell].astype(np.int64)
    counts = index.edge_starts[near.cell + 1] - starts
    place = np.arange(counts.sum()) - np.repeat(np.cumsum(counts) - counts, counts)
    way = np.repeat(near.way, counts)
    edge = index.edges[index.edge_numbers[np.repeat(starts, counts) + place]]
    beside = np.ones(len(way), dtype=np.bool_)
    for end, to_end in ((0, 2), (1, 3)):
        low, high = np.minimum(ways[:, end], ways[:, to_end]), np.maximum(ways[:, end], ways[:, to_end])
        beside &= np.minimum(edge[:, end], edge[:, to_end]) <= (high + _APART_DEG)[way]
        beside &= np.maximum(edge[:, end], edge[:, to_end]) >= (low - _APART_DEG)[way]
    together = np.flatnonzero(beside)
    return way[together], edge[together]


def _seen_from(begin: Degrees, step: Degrees, length: Degrees, places: Degrees) -> tuple[Degrees, Degrees]:
    """How far aside of each way a place lies, in degrees (0 within a touch), and how far along it, as a fraction.

    A vertex that two pieces of border share gets the same answer for both, so that no way slips through between them.
    """
    to_place = places - begin
    aside = (step[:, 0] * to_place[:, 1] - step[:, 1] * to_place[:, 0]) / length
    along = (step[:, 0] * to_place[:, 0] + step[:, 1] * to_place[:, 1]) / length**2
    return np.where(np.abs(aside) <= _TOUCH_DEG, 0.0, aside), along


def _length(step: Degrees) -> Degrees:
    # Not hypot: a square root is rounded alike at every place of an array, so that chunks do not matter.
    return np.sqrt(step[:, 0] ** 2 + step[:, 1] ** 2)


def _pieces(ways: Degrees, at: Numbers, met: _Meetings) -> _Pieces:
    inner = (met.fraction > 0.0) & (met.fraction < 1.0)
    way = np.concatenate((at, met.way[inner], at))
    cut = np.concatenate((np.zeros(len(at)), met.fraction[inner], np.ones(len(at))))
    order = np.lexsort((cut, way))
    way, cut = way[order], cut[order]
    length = _length(ways[way[:-1], 2:] - ways[way[:-1], :2])
    keep = (way[1:] == way[:-1]) & (np.diff(cut) * length > _TOUCH_DEG)
    pieces = _Pieces(way[:-1][keep], cut[:-1][keep], cut[1:][keep])
    return _off_the_line(pieces, met) if met.along_way.size else pieces


def _off_the_line(pieces: _Pieces, met: _Meetings) -> _Pieces:
    """Leave out the pieces that follow a border: they are on no side of it."""
    middle = (pieces.begin + pieces.end) / 2
    follows = np.zeros(len(middle), dtype=np.bool_)
    for way, (begin, end) in zip(met.along_way.tolist(), met.along.tolist(), strict=True):
        follows |= (pieces.way == way) & (begin <= middle) & (middle <= end)
    return _Pieces(pieces.way[~follows], pieces.begin[~follows], pieces.end[~follows])


def _located(ways: Degrees, pieces: _Pieces, index: TerritoryIndex) -> NDArray[np.int32]:
    """The territory of each piece: that of its middle, where it is clear of the borders at its ends."""
    middle = (pieces.begin + pieces.end) / 2
    begin, end = ways[pieces.way, :2], ways[pieces.way, 2:]
    lats, lons = (begin + middle[:, None] * (end - begin)).T
    return index.locate(lats, lons)


def _joined(at: Numbers, pieces: _Pieces, territory: NDArray[np.int32]) -> dict[int, tuple[Stretch, ...]]:
    """Pieces of one way that follow each other in one territory are one stretch."""
    cut: dict[int, list[Stretch]] = {way: [] for way in at.tolist()}
    for way, begin, over in zip(pieces.way.tolist(), pieces.begin.tolist(), territory.tolist(), strict=True):
        _append(cut[way], (begin, over))
    return {way: tuple(found) for way, found in cut.items()}


def _append(found: list[Stretch], stretch: Stretch) -> None:
    if not found or found[-1][1] != stretch[1]:
        found.append(stretch)


def _over_the_antimeridian(ways: Degrees, over: Numbers, index: TerritoryIndex) -> Stretches:
    """Cut such ways in two at the antimeridian, and join what each half leads over."""
    side = np.copysign(180.0, ways[over, 1])
    to_go = ways[over, 3] + 2 * side - ways[over, 1]
    share = np.divide(side - ways[over, 1], to_go, out=np.zeros_like(to_go), where=to_go != 0)
    lat = ways[over, 0] + share * (ways[over, 2] - ways[over, 0])
    firsts, seconds = ways.copy(), ways[over].copy()
    firsts[over, 2], firsts[over, 3] = lat, side
    seconds[:, 0], seconds[:, 1] = lat, -side
    first, second = stretches(firsts, index), stretches(seconds, index)
    cut = dict(first.cut)
    for number, (way, part) in enumerate(zip(over.tolist(), share.tolist(), strict=True)):
        found = [(begin * part, territory) for begin, territory in first.of(way)]
        for begin, territory in second.of(number):
            _append(found, (part + begin * (1 - part), territory))
        cut[way] = tuple(found)
    only = first.only.copy()
    only[over] = CUT
    return Stretches(only, cut)
