"""How much is driven for the scorecard: which worlds, how many units, and under which skies."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from producers.simulator.receiver import Noise, Receiver

__all__ = ["AMOUNTS", "SKIES", "Amount", "Part", "parts", "smaller"]


@dataclass(frozen=True, slots=True)
class Amount:
    """How many units of a world.

    Attributes:
        world: its name in the simulator.
        units: how many.
        at_a_time: so many are made up from one seed, by one process.
        foretold: in so many parts the forecast is scored too, which takes long; where motion is not told.
        stay_s: how long a parked unit stands.
    """

    world: str
    units: int
    at_a_time: int
    foretold: int = 0
    stay_s: float = 600.0


AMOUNTS = (
    Amount("parked", 10, 2, stay_s=8 * 3_600.0),
    Amount("crossing", 1_860, 60, foretold=4),
    Amount("elsewhere", 280, 28, foretold=5),
    Amount("beside", 400, 50, foretold=2),
    Amount("turning", 120, 60, foretold=2),
    Amount("street", 20, 10),
    Amount("baarle", 10, 5),
)
"""For each sky: over 3,000 deep crossings, 8,000 km elsewhere, 2,000 km beside a border and 1,000 km turning off."""

_NOISES: tuple[Noise, ...] = ("white", "correlated")

SKIES: Mapping[str, Receiver] = {
    f"{noise}{', motion told' if tells_motion else ''}": Receiver(noise=noise, tells_motion=tells_motion)
    for tells_motion in (False, True)
    for noise in _NOISES
}
"""What the units read with: name -> receiver."""


@dataclass(frozen=True, slots=True)
class Part:
    """What one process does in one go: some units of a world, made up from a seed of their own."""

    sky: str
    world: str
    seed: int
    units: int
    stay_s: float
    foretells: bool = False

    @property
    def name(self) -> str:
        """To find its units again."""
        return f"{self.sky}, {self.world} seed {self.seed}"


def parts(amounts: Sequence[Amount], skies: Sequence[str]) -> list[Part]:
    """Cut the work into parts; the same units under every sky."""
    return [
        Part(
            sky=sky,
            world=amount.world,
            seed=seed,
            units=min(amount.at_a_time, amount.units - begin),
            stay_s=amount.stay_s,
            foretells=seed <= amount.foretold and not SKIES[sky].tells_motion,
        )
        for amount in amounts
        for sky in skies
        for seed, begin in enumerate(range(0, amount.units, amount.at_a_time), start=1)
    ]


def smaller(amounts: Sequence[Amount], share: float) -> tuple[Amount, ...]:
    """That share of each amount, but at least one unit."""
    return tuple(replace(amount, units=max(1, math.ceil(amount.units * share))) for amount in amounts)
