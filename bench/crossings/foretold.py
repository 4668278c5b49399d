"""The score of the forecast on one unit: which announcements came true, and which crossings were announced in time.

Definitions: `bench.crossings`.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from bench.crossings.announced import Announced
from bench.crossings.borne_out import entered_in_time, eta_off
from bench.crossings.pairs import pairs
from bench.crossings.truth import Change, Visit, all_changes, deep_changes
from geo.geodesy import distance_m
from geo.territory import Territory

__all__ = ["Foretold", "Lead", "foretold"]


@dataclass(frozen=True, slots=True)
class Lead:
    """A deep crossing that was announced.

    Attributes:
        lead_s: so long before.
        driven_s: how long the unit had been on the ground it left, or driven at all.
        eta_off_s: the time of entry told then, less the true one.
        is_within: the true one lies between the earliest and the latest told then.
        place_m: how far off the place told then is.
    """

    lead_s: float
    driven_s: float
    eta_off_s: float
    is_within: bool
    place_m: float


@dataclass(frozen=True, slots=True)
class Foretold:
    """One unit's score.

    Attributes:
        announced: approaches announced.
        right: those that came true.
        in_time: those that came true between the earliest and the latest time told first, widened by half of that span.
        eta_off: of each of these, how far the time told first was off, as a share of what then remained.
        still_open: those that had not when the course ended, and were not withdrawn either.
        entries: deep crossings into a state.
        leads: those of them that were announced before.
    """

    announced: int
    right: int
    in_time: int
    eta_off: tuple[float, ...]
    still_open: int
    entries: int
    leads: tuple[Lead, ...]

    @property
    def wrong(self) -> int:
        """Announced, and did not come true."""
        return self.announced - self.right - self.still_open


def foretold(visits: Sequence[Visit], approaches: Sequence[Announced], within_s: float) -> Foretold:
    """Hold what was announced against the visits.

    Args:
        visits: the unit's true visits.
        approaches: what was announced.
        within_s: how far off the tracker's instants may be.
    """
    entries = [change for change in deep_changes(visits) if change.entered]
    came_true = [_comes_true(approach, visits, within_s) for approach in approaches]
    waiting = [
        approach
        for approach, came in zip(approaches, came_true, strict=True)
        if approach.outcome == "open" and not came
    ]
    before = {
        (number, place): change.at_s - approach.announced_s
        for number, change in enumerate(entries)
        for place, approach in enumerate(approaches)
        if _announces(approach, change, within_s)
    }
    entered = [(approach, at_s) for approach in approaches for at_s in entered_in_time(approach, _entries(visits))]
    return Foretold(
        announced=len(approaches),
        right=sum(came_true),
        in_time=len(entered),
        eta_off=tuple(eta_off(approach, at_s) for approach, at_s in entered),
        still_open=len(waiting),
        entries=len(entries),
        leads=tuple(_lead(entries[number], approaches[place]) for number, place in pairs(before).items()),
    )


def _entries(visits: Sequence[Visit]) -> list[tuple[float, Territory]]:
    return [(change.at_s, change.entered) for change in all_changes(visits) if change.entered]


def _comes_true(approach: Announced, visits: Sequence[Visit], within_s: float) -> bool:
    """Whether the unit comes into one of the states while the approach is open, however shallow."""
    end_s = float("inf") if approach.settled_s is None else approach.settled_s + within_s
    return any(
        approach.announced_s - within_s <= change.at_s <= end_s and not approach.entered.isdisjoint(change.entered)
        for change in all_changes(visits)
    )


def _announces(approach: Announced, change: Change, within_s: float) -> bool:
    """Whether it was open when the crossing happened; the tracker may find it entered a little sooner."""
    early_s = within_s if approach.outcome == "entered" else 0.0
    is_open = approach.settled_s is None or change.at_s <= approach.settled_s + early_s
    return approach.announced_s < change.at_s and is_open and not approach.entered.isdisjoint(change.entered)


def _lead(change: Change, approach: Announced) -> Lead:
    true = change.crossing
    return Lead(
        lead_s=change.at_s - approach.announced_s,
        driven_s=change.at_s - max(change.since_s, 0.0),
        eta_off_s=approach.eta_s - change.at_s,
        is_within=approach.eta_from_s <= change.at_s <= approach.eta_to_s,
        place_m=distance_m(approach.lat, approach.lon, true.lat, true.lon),
    )
