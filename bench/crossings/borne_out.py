"""How well approaches of a recorded unit were borne out: by its confirmed crossings, for nobody knows the truth.

Right: one of its states was entered between the earliest and the latest time told first, widened by half of that span.
Announced before: an approach of one of the states entered was open when the unit came in. Entries within a minute of
the start, which nobody could announce in time, are left out.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bench.crossings.announced import Announced
from bench.crossings.told import Told
from geo.territory import Territory

__all__ = ["BorneOut", "borne_out", "entered_in_time", "eta_off"]

_EARLY_S = 60.0


@dataclass(frozen=True, slots=True)
class BorneOut:
    """The score of one recorded unit.

    Attributes:
        announced: approaches announced.
        leads_s: of each that was right, how long before the entry.
        eta_off: of each that was right, how far the time told was off, as a share of what then remained.
        entries: confirmed entries into a state.
        before: how many of them were announced before.
    """

    announced: int
    leads_s: tuple[float, ...]
    eta_off: tuple[float, ...]
    entries: int
    before: int


def borne_out(approaches: Sequence[Announced], told: Sequence[Told]) -> BorneOut:
    """Hold what was announced of a unit against its crossings."""
    entries = sorted(
        (one for one in told if one.status == "confirmed" and one.entered and not one.start_unsure),
        key=lambda one: one.at_s,
    )
    came = [(entry.at_s, entry.entered) for entry in entries]
    right = [(approach, at_s) for approach in approaches for at_s in entered_in_time(approach, came)]
    counted = [entry for entry in entries if entry.at_s >= _EARLY_S]
    return BorneOut(
        announced=len(approaches),
        leads_s=tuple(at_s - approach.announced_s for approach, at_s in right),
        eta_off=tuple(eta_off(approach, at_s) for approach, at_s in right),
        entries=len(counted),
        before=sum(any(_announces(approach, entry) for approach in approaches) for entry in counted),
    )


def eta_off(approach: Announced, at_s: float) -> float:
    """How far the time told first was off, as a share of what then remained."""
    return abs(approach.eta_s - at_s) / max(at_s - approach.announced_s, 0.5)


def entered_in_time(approach: Announced, entries: Sequence[tuple[float, Territory]]) -> Iterator[float]:
    """When what it announced came, if it came in time: the first entry since into one of its states.

    `entries` are when, and which states were entered, in order of time.
    """
    first = next((at_s for at_s, into in entries if at_s >= approach.announced_s and into & approach.entered), None)
    slack_s = (approach.eta_to_s - approach.eta_from_s) / 2.0
    if first is not None and approach.eta_from_s - slack_s <= first <= approach.eta_to_s + slack_s:
        yield first


def _announces(approach: Announced, entry: Told) -> bool:
    is_open = approach.settled_s is None or entry.at_s <= approach.settled_s
    return bool(approach.entered & entry.entered) and approach.announced_s < entry.at_s and is_open
