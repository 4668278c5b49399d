"""The way from the receiver to the door: fixes are lost, late, out of order, twice; clocks and receivers are wrong."""

from dataclasses import dataclass, fields

import numpy as np

from producers.simulator.faults import frozen, jumped, mistimed, null_islands
from producers.simulator.metres import Floats
from producers.simulator.readings import Readings
from producers.simulator.setting import require

__all__ = ["CLEAN", "ROUGH", "Delivery", "delivered"]

_OVERTAKEN_S = (1.0, 8.0)
_AGAIN_S = (0.1, 30.0)
_PROBABILITIES = ("loss", "reorder", "duplicate", "frozen", "jump", "null_island", "clock_step")


@dataclass(frozen=True, slots=True)
class Delivery:
    """What goes wrong on the way, and how often; nothing by default.

    Attributes:
        loss: probability that a fix never arrives.
        delay_s: median of the time a fix takes.
        delay_spread: standard deviation of that time's logarithm; a fix in its turn does not overtake the one before.
        reorder: probability that a fix is held up 1 to 8 s more and others overtake it.
        duplicate: probability that a fix comes once more, up to 30 s later.
        frozen: probability, for each fix, that the receiver then tells the same place for 5 to 30 fixes.
        jump: probability that a fix is 0.5 to 50 km off, whatever accuracy it tells.
        null_island: probability that a fix says latitude 0, longitude 0.
        clock_offset_s: standard deviation of what a unit's clock is wrong by, the whole way.
        clock_step: probability that a unit's clock is set once on the way.
        clock_step_s: by so much at the most, forwards or back.

    Raises:
        ValueError: a value out of range: which, what was expected, what came.
    """

    loss: float = 0.0
    delay_s: float = 0.0
    delay_spread: float = 0.5
    reorder: float = 0.0
    duplicate: float = 0.0
    frozen: float = 0.0
    jump: float = 0.0
    null_island: float = 0.0
    clock_offset_s: float = 0.0
    clock_step: float = 0.0
    clock_step_s: float = 30.0

    def __post_init__(self) -> None:
        for field in fields(self):
            got, likely = getattr(self, field.name), field.name in _PROBABILITIES
            expected = "a probability within 0..1" if likely else "0 to 3600"
            require(field.name, got, expected, fits=0.0 <= got <= (1.0 if likely else 3_600.0))


CLEAN = Delivery()
"""Every fix at once, in order, once, as the receiver read it."""

ROUGH = Delivery(
    loss=0.02, delay_s=0.5, delay_spread=0.8, reorder=0.01, duplicate=0.01, frozen=0.0005, jump=0.001,
    null_island=0.0005, clock_offset_s=1.0, clock_step=0.2, clock_step_s=30.0,
)  # fmt: skip
"""Everything at once, each about as bad as a bad day."""


def delivered(rng: np.random.Generator, read: Readings, delivery: Delivery) -> tuple[Floats, Readings]:
    """What arrives, in order of arrival, and when: seconds from the start by the true clock."""
    # Each fault has a generator of its own, so that to set one does not change the others.
    frozen_rng, jump_rng, null_rng, clock_rng, way_rng = rng.spawn(5)
    sent = frozen(frozen_rng, read, delivery.frozen)
    sent = jumped(jump_rng, sent, delivery.jump)
    sent = null_islands(null_rng, sent, delivery.null_island)
    sent = mistimed(
        clock_rng, sent, offset_s=delivery.clock_offset_s, step=delivery.clock_step, step_s=delivery.clock_step_s
    )  # fmt: skip
    return _carried(way_rng, read.t_s, sent, delivery)


def _carried(rng: np.random.Generator, sent_s: Floats, sent: Readings, delivery: Delivery) -> tuple[Floats, Readings]:
    count = len(sent)
    shares = (delivery.loss, delivery.reorder, delivery.duplicate)
    lost, overtaken, again = (rng.random(count) < share for share in shares)
    taking_s = delivery.delay_s * np.exp(delivery.delay_spread * rng.standard_normal(count))
    arrival_s = np.maximum.accumulate(sent_s + taking_s) + overtaken * rng.uniform(*_OVERTAKEN_S, count)
    again_s = arrival_s + rng.uniform(*_AGAIN_S, count)
    rows = np.concatenate((np.flatnonzero(~lost), np.flatnonzero(~lost & again)))
    at_s = np.concatenate((arrival_s[~lost], again_s[~lost & again]))
    order = np.argsort(at_s, kind="stable")
    return at_s[order], sent.rows(rows[order])
