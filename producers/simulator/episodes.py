"""Times that something lasts: street canyons, tunnels, a receiver that has frozen."""

import numpy as np
from numpy.typing import NDArray

from producers.simulator.metres import Floats
from producers.simulator.pace import Range

__all__ = ["during", "episodes"]


def episodes(rng: np.random.Generator, length_s: float, *, per_h: float, lasting_s: Range) -> Floats:
    """When something begins and ends within so many seconds: a row (begin_s, end_s) each, in order; they may overlap.

    Args:
        rng: where chance comes from.
        length_s: how long the course takes.
        per_h: how often on average.
        lasting_s: how long, from least to most.
    """
    count = int(rng.poisson(per_h * length_s / 3600.0))
    begin_s = np.sort(rng.uniform(0.0, length_s, count))
    return np.column_stack((begin_s, begin_s + rng.uniform(*lasting_s, count)))


def during(t_s: Floats, episodes_s: Floats) -> NDArray[np.bool_]:
    """Which of the instants lie in one of the episodes."""
    begun = np.searchsorted(np.sort(episodes_s[:, 0]), t_s, side="right")
    return begun > np.searchsorted(np.sort(episodes_s[:, 1]), t_s, side="left")
