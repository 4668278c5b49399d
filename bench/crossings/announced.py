"""The approaches that are announced of one unit, as the tracker's territory and the forecast make them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from geo.approach import Approach, Outcome
from geo.fix import Fix
from geo.lookout import NOT_SEEN_YET, look_out
from geo.reading import micros
from geo.territory import Territory, TerritoryIndex

__all__ = ["Announced", "announced"]


@dataclass(frozen=True, slots=True)
class Announced:
    """One approach as it was announced, and what became of it; instants are seconds from the start of the course.

    Attributes:
        entered: the states about to be entered.
        announced_s: when that was announced.
        eta_s: when they would be entered, as told then.
        eta_from_s: at the earliest.
        eta_to_s: at the latest.
        lat: where, as told then, degrees.
        lon: where, degrees.
        outcome: open at the end, entered or withdrawn.
        settled_s: when; None of an open one.
    """

    entered: Territory
    announced_s: float
    eta_s: float
    eta_from_s: float
    eta_to_s: float
    lat: float
    lon: float
    outcome: Outcome
    settled_s: float | None


def announced(used: Sequence[tuple[Fix, Territory]], index: TerritoryIndex, start: datetime) -> tuple[Announced, ...]:
    """The approaches of a unit, in the order of announcement.

    Args:
        used: its fixes that were used, each with the territory the unit held then, as told.
        index: the borders.
        start: when its course began.
    """
    lookout, first, last = NOT_SEEN_YET, dict[str, Approach](), dict[str, Approach]()
    for fix, held in used:
        lookout, told = look_out(lookout, fix, micros(fix.observed_at), held, index)
        for approach in told:
            first.setdefault(approach.id, approach)
            last[approach.id] = approach
    return tuple(_announced(first[id_], last[id_], micros(start)) for id_ in first)


def _announced(first: Approach, last: Approach, start_us: int) -> Announced:
    def seconds(at_us: int) -> float:
        return (at_us - start_us) / 1e6

    return Announced(
        entered=frozenset(first.entered),
        announced_s=seconds(first.announced_us),
        eta_s=seconds(first.eta_us),
        eta_from_s=seconds(first.eta_from_us),
        eta_to_s=seconds(first.eta_to_us),
        lat=first.lat,
        lon=first.lon,
        outcome=last.outcome,
        settled_s=None if last.settled_us is None else seconds(last.settled_us),
    )
