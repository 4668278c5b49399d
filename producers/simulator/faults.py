"""Receivers that fail: they freeze, they jump, they say latitude 0 and longitude 0, and their clock is wrong."""

import math
from dataclasses import replace

import numpy as np

from producers.simulator.readings import Readings

__all__ = ["frozen", "jumped", "mistimed", "null_islands"]

_FROZEN_FIXES = (5, 30)
_JUMP_M = (500.0, 50_000.0)


def frozen(rng: np.random.Generator, read: Readings, share: float) -> Readings:
    """With this probability a fix begins a run of 5 to 30 that tell its place, speed and course again and again."""
    source = np.arange(len(read))
    lengths = rng.integers(*_FROZEN_FIXES, len(read), endpoint=True)
    for begin in np.flatnonzero(rng.random(len(read)) < share).tolist():
        source[begin : begin + int(lengths[begin])] = source[begin]
    return replace(read.rows(source), number=read.number, t_s=read.t_s)


def jumped(rng: np.random.Generator, read: Readings, share: float) -> Readings:
    """With this probability a fix is 0.5 to 50 km off in any direction; short jumps are as likely as long ones."""
    off = rng.random(len(read)) < share
    far_m = np.where(off, 1.0, 0.0) * np.exp(rng.uniform(math.log(_JUMP_M[0]), math.log(_JUMP_M[1]), len(read)))
    towards_rad = rng.uniform(0.0, 2 * np.pi, len(read))
    return read.moved(far_m * np.cos(towards_rad), far_m * np.sin(towards_rad))


def null_islands(rng: np.random.Generator, read: Readings, share: float) -> Readings:
    """With this probability a fix says latitude 0, longitude 0."""
    lost = rng.random(len(read)) < share
    return replace(read, lat=np.where(lost, 0.0, read.lat), lon=np.where(lost, 0.0, read.lon))


def mistimed(rng: np.random.Generator, read: Readings, *, offset_s: float, step: float, step_s: float) -> Readings:
    """A clock that is wrong by a normal offset all the way, and with probability `step` is set once on the way.

    Args:
        rng: where chance comes from.
        read: the fixes.
        offset_s: standard deviation of the offset.
        step: probability that the clock is set.
        step_s: by so much at the most, forwards or back.
    """
    wrong_s = offset_s * rng.standard_normal()
    set_from = rng.uniform(0.0, 1.0) * len(read)
    set_s = rng.uniform(-step_s, step_s) if rng.random() < step else 0.0
    return replace(read, t_s=read.t_s + wrong_s + np.where(np.arange(len(read)) >= set_from, set_s, 0.0))
