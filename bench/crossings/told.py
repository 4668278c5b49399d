"""What the tracker tells of one unit, as `senningen crossings` does: each crossing as it stands at the end."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from geo.crossing import Crossing, Status
from geo.fix import Fix
from geo.outcome import USED, Outcome
from geo.reading import Chunk
from geo.territory import Territory, TerritoryIndex
from geo.tracker import observe
from geo.tracks import Tracks

__all__ = ["Judged", "Told", "judged"]

_CHUNK = 1000


@dataclass(frozen=True, slots=True)
class Told:
    """One crossing; instants are seconds from the start of the course.

    Attributes:
        left: the states it tells left.
        entered: the states it tells entered.
        at_s: when it happened.
        not_before_s: not before this.
        first_s: when it was told first: the observation of the fix that told it.
        settled_s: when it was confirmed or withdrawn; None while it is open.
        status: how it stands at the end.
        lat: where, degrees.
        lon: where, degrees.
        start_unsure: the unit was first seen near a border.
    """

    left: Territory
    entered: Territory
    at_s: float
    not_before_s: float
    first_s: float
    settled_s: float | None
    status: Status
    lat: float
    lon: float
    start_unsure: bool = False


@dataclass(frozen=True, slots=True)
class Judged:
    """What the tracker said of a unit.

    Attributes:
        told: its crossings, in the order in which they were told first.
        outcomes: what became of its fixes.
        used: the fixes that were used, each with the territory the unit held then, as told.
    """

    told: tuple[Told, ...]
    outcomes: Counter[Outcome]
    used: tuple[tuple[Fix, Territory], ...]


def judged(fixes: Sequence[Fix], index: TerritoryIndex, start: datetime) -> Judged:
    """Run a unit's fixes, in the order they came, through a tracker that does not know it."""
    tracks, outcomes = Tracks(), Counter[Outcome]()
    first_at: dict[str, datetime] = {}
    newest: dict[str, Crossing] = {}
    used: list[tuple[Fix, Territory]] = []
    for begin in range(0, len(fixes), _CHUNK):
        chunk = fixes[begin : begin + _CHUNK]
        seen = observe(tracks, Chunk.of(chunk), index)
        tracks.adopt(seen.change)
        became = [Outcome(code) for code in seen.outcome.tolist()]
        outcomes.update(became)
        held = (index.territories[number] for number in seen.territory.tolist())
        used += [(fix, ground) for fix, ground, outcome in zip(chunk, held, became, strict=True) if outcome in USED]
        for at, crossing in seen.crossings:
            first_at.setdefault(crossing.id, chunk[at].observed_at)
            newest[crossing.id] = crossing
    told = tuple(_told(crossing, first_at[id_], start) for id_, crossing in newest.items())
    return Judged(told, outcomes, tuple(used))


def _told(crossing: Crossing, first_at: datetime, start: datetime) -> Told:
    settled = crossing.confirmed_at
    return Told(
        left=crossing.left,
        entered=crossing.entered,
        at_s=(crossing.at - start).total_seconds(),
        not_before_s=(crossing.not_before - start).total_seconds(),
        first_s=(first_at - start).total_seconds(),
        settled_s=None if settled is None else (settled - start).total_seconds(),
        status=crossing.status,
        lat=crossing.lat,
        lon=crossing.lon,
        start_unsure=bool(getattr(crossing, "start_unsure", False)),
    )
