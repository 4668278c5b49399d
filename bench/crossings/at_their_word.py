"""The baseline of the scorecard: every way between two fixes taken at its word, each change on it confirmed at once."""

from collections.abc import Sequence
from datetime import datetime
from itertools import pairwise

import numpy as np

from bench.crossings.told import Told
from geo.fix import Fix
from geo.stretch import CUT, stretches
from geo.territory import Territory, TerritoryIndex

__all__ = ["at_their_word"]


def at_their_word(fixes: Sequence[Fix], index: TerritoryIndex, start: datetime) -> tuple[Told, ...]:
    """The crossings of a unit's fixes, as if there were no noise."""
    if len(fixes) < 2:
        return ()
    ways = np.array([(a.lat, a.lon, b.lat, b.lon) for a, b in pairwise(fixes)])
    found = stretches(ways, index)
    told: list[Told] = []
    held: Territory | None = None
    for way in range(len(ways)):
        only = int(found.only[way])
        if only != CUT and index.territories[only] == held:
            continue
        for share, number in found.of(way):
            territory = index.territories[number]
            if held is not None and territory != held:
                told.append(_told(fixes[way : way + 2], share, held, territory, start))
            held = territory
    return tuple(told)


def _told(way: Sequence[Fix], share: float, left: Territory, entered: Territory, start: datetime) -> Told:
    begin, end = way
    not_before_s, settled_s = ((fix.observed_at - start).total_seconds() for fix in way)
    return Told(
        left=left - entered,
        entered=entered - left,
        at_s=not_before_s + share * (settled_s - not_before_s),
        not_before_s=not_before_s,
        first_s=settled_s,
        settled_s=settled_s,
        status="confirmed",
        lat=begin.lat + share * (end.lat - begin.lat),
        lon=begin.lon + share * (end.lon - begin.lon),
    )
