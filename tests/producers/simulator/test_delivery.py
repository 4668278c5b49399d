from typing import Any

import numpy as np
import pytest

from producers.simulator.delivery import CLEAN, ROUGH, Delivery, delivered
from producers.simulator.readings import Readings
from producers.simulator.receiver import Receiver, received
from tests.producers.simulator.made import chance, eastward


def _read(lasting_s: float = 20_000.0) -> Readings:
    return received(chance(), eastward(5.0, 5.9, lasting_s=lasting_s), Receiver())


def test_a_clean_delivery_brings_every_fix_at_once_and_in_order() -> None:
    arrival_s, came = delivered(chance(), _read(), CLEAN)
    assert arrival_s.tolist() == _read().t_s.tolist()
    assert came.number.tolist() == _read().number.tolist()
    assert came.lat.tobytes() == _read().lat.tobytes()


def test_lost_fixes_leave_holes_in_the_numbers() -> None:
    _, came = delivered(chance(), _read(), Delivery(loss=0.1))
    assert len(came) / 20_001 == pytest.approx(0.9, abs=0.01)
    assert (np.diff(came.number) >= 1).all()
    assert (np.diff(came.number) > 1).any()


def test_delay_has_its_median_and_lets_nothing_overtake() -> None:
    arrival_s, came = delivered(chance(), _read(), Delivery(delay_s=0.2, delay_spread=0.3))
    assert np.median(arrival_s - came.t_s) == pytest.approx(0.2, rel=0.05)
    assert (np.diff(came.number) == 1).all()


def test_reordered_fixes_are_overtaken_and_arrivals_stay_in_order() -> None:
    arrival_s, came = delivered(chance(), _read(), Delivery(reorder=0.05))
    assert (np.diff(arrival_s) >= 0.0).all()
    assert (np.diff(came.number) < 0).mean() == pytest.approx(0.05, abs=0.02)
    assert sorted(came.number.tolist()) == list(range(20_001))


def test_duplicates_come_later_and_are_the_same_fix() -> None:
    arrival_s, came = delivered(chance(), _read(), Delivery(duplicate=0.1))
    numbers, counts = np.unique(came.number, return_counts=True)
    assert set(counts.tolist()) == {1, 2}
    assert (counts == 2).mean() == pytest.approx(0.1, abs=0.01)
    twice = np.flatnonzero(came.number == numbers[counts == 2][0])
    assert came.lat[twice[0]] == came.lat[twice[1]]
    assert 0.1 <= arrival_s[twice[1]] - arrival_s[twice[0]] <= 30.0


def test_to_set_one_fault_leaves_the_others_as_they_were() -> None:
    _, one = delivered(chance(), _read(), Delivery(jump=0.01))
    _, both = delivered(chance(), _read(), Delivery(jump=0.01, null_island=0.001, clock_offset_s=3.0))
    shown = both.lat != 0.0
    assert (one.lat[shown] == both.lat[shown]).all()


def test_a_rough_delivery_has_everything() -> None:
    arrival_s, came = delivered(chance(), _read(), ROUGH)
    steps = np.diff(came.number)
    assert (steps > 1).any()
    assert (steps < 0).any()
    assert len(np.unique(came.number)) < len(came)
    assert (came.lat == 0.0).any()
    assert (arrival_s - came.t_s).std() > 0.1


@pytest.mark.parametrize(
    ("given", "complaint"),
    [
        ({"loss": 1.5}, "loss: expected a probability within 0..1, got 1.5"),
        ({"jump": -0.1}, "jump: expected a probability within 0..1, got -0.1"),
        ({"delay_s": -1.0}, "delay_s: expected 0 to 3600, got -1.0"),
        ({"clock_step_s": float("nan")}, "clock_step_s: expected 0 to 3600, got nan"),
    ],
)
def test_a_delivery_that_cannot_be_is_refused(given: dict[str, Any], complaint: str) -> None:
    with pytest.raises(ValueError, match=complaint):
        Delivery(**given)
