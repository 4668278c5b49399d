"""Made-up truths and made-up tellings, short enough to be scored by hand."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from bench.crossings.told import Told
from bench.crossings.truth import Visit, visited
from bench.crossings.watched import Watched, watched
from geo.crossing import Status
from geo.territory import Territory
from producers.simulator.fleet import START, SimulatedUnit
from producers.simulator.truth import TrueCrossing, true_crossings
from tests.producers.simulator.made import M_PER_DEGREE_EAST, eastward, ground
from tests.worlds import fix, sets

__all__ = ["COURSE", "SPEED_MPS", "confirmed", "driving", "told", "visits"]


def visits(first: str, *then: tuple[float, str, float]) -> tuple[Visit, ...]:
    """A unit that starts in `first` and comes at each instant into a territory, so deep."""
    (territory,) = sets(first)
    crossings = []
    for at_s, name, depth_m in then:
        (following,) = sets(name)
        crossings.append(_crossing(at_s, territory, following, depth_m))
        territory = following
    return visited(sets(first)[0], 900.0, crossings)


def _crossing(at_s: float, before: Territory, after: Territory, depth_m: float) -> TrueCrossing:
    return TrueCrossing(
        unit="BE/SIM-0001", at_s=at_s, lat=50.5, lon=6.0, left=before - after, entered=after - before,
        speed_mps=14.0, angle_deg=90.0, depth_m=depth_m,
    )  # fmt: skip


def told(left: str, entered: str, at_s: float, status: Status = "confirmed", *, start_unsure: bool = False) -> Told:
    """A crossing told two seconds after it happened, and settled three seconds after that."""
    return Told(
        left=sets(left)[0], entered=sets(entered)[0], at_s=at_s, not_before_s=at_s - 1.0, first_s=at_s + 2.0,
        settled_s=None if status == "possible" else at_s + 5.0, status=status, lat=50.5, lon=6.0,
        start_unsure=start_unsure,
    )  # fmt: skip


def confirmed(*tellings: tuple[str, str, float]) -> list[Told]:
    """Confirmed crossings: left, entered, when."""
    return [told(*telling) for telling in tellings]


# ---------------------------------------------------------------- a drive

COURSE = eastward(5.98, 6.02, lasting_s=200.0)
"""At the border after 100 s."""

SPEED_MPS = 0.0002 * M_PER_DEGREE_EAST


def driving(reported_east_deg: float = 0.0, tellings: Sequence[Told] = ()) -> Watched:
    """Each fix that far to the east of the truth, and what is told of it."""
    fixes = [
        replace(
            fix(50.5, 5.98 + 0.0002 * k + reported_east_deg, number=k), observed_at=START + timedelta(seconds=k)
        )
        for k in range(200)
    ]  # fmt: skip
    unit = SimulatedUnit(
        unit="BE/SIM-0001", kind="cross", pace="road", movement="road", course=COURSE,
        crossings=true_crossings("BE/SIM-0001", COURSE, ground()), fixes=tuple(enumerate(fixes)),
    )  # fmt: skip
    return watched(unit, tellings)
