"""Chance that remembers: a value that wanders about zero, for a driver's speed, a road's bends or a receiver's error.

The rough kind is the Ornstein-Uhlenbeck process (Gauss-Markov of first order); the smooth kind is the same passed
through a second filter of equal length, so that it has no kinks.
"""

from itertools import accumulate

import numpy as np

from producers.simulator.metres import Floats

__all__ = ["smooth_wander", "wander"]

_WARM_UP = 10
"""Correlation lengths after which nothing is left of how it began."""


def wander(rng: np.random.Generator, count: int, *, step: float, correlation: float, sd: float) -> Floats:
    """So many values, `step` apart, whose likeness falls to 1/e within `correlation` (both in s, or both in m).

    Args:
        rng: where chance comes from.
        count: how many.
        step: between two values.
        correlation: how long a value is remembered.
        sd: the standard deviation.
    """
    keep = np.exp(-step / correlation)
    pushes = sd * np.sqrt(1.0 - keep**2) * rng.standard_normal(count)
    pushes[:1] *= 1.0 / np.sqrt(1.0 - keep**2)
    return _remembered(pushes, float(keep))


def smooth_wander(rng: np.random.Generator, count: int, *, step: float, correlation: float, sd: float) -> Floats:
    """As `wander`, without kinks: the slope has the standard deviation 2 * sd / correlation."""
    keep = float(np.exp(-2.0 * step / correlation))
    early = int(np.ceil(_WARM_UP * correlation / 2.0 / step))
    rough = _remembered(rng.standard_normal(early + count), keep)
    # The variance of white noise of size 1 after both filters.
    variance = (1.0 + keep**2) / (1.0 - keep**2) ** 3
    values: Floats = sd / np.sqrt(variance) * _remembered(rough, keep)[early:]
    return values


def _remembered(pushes: Floats, keep: float) -> Floats:
    return np.fromiter(accumulate(pushes.tolist(), lambda held, push: keep * held + push), np.float64, len(pushes))
