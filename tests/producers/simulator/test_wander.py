import numpy as np
import pytest

from producers.simulator.metres import Floats
from producers.simulator.wander import smooth_wander, wander
from tests.producers.simulator.made import chance

LONG = 200_000


def _likeness(values: Floats, after: int) -> float:
    return float(np.corrcoef(values[:-after], values[after:])[0, 1])


def test_it_wanders_as_far_as_asked_and_forgets_as_fast() -> None:
    values = wander(chance(), LONG, step=1.0, correlation=60.0, sd=15.0)
    assert values.std() == pytest.approx(15.0, rel=0.05)
    assert _likeness(values, 60) == pytest.approx(np.exp(-1.0), abs=0.05)


def test_it_is_as_wide_at_its_beginning_as_later() -> None:
    first = [wander(chance(seed), 1, step=1.0, correlation=60.0, sd=15.0)[0] for seed in range(2_000)]
    assert np.std(first) == pytest.approx(15.0, rel=0.06)
    smooth = [smooth_wander(chance(seed), 1, step=1.0, correlation=10.0, sd=15.0)[0] for seed in range(2_000)]
    assert np.std(smooth) == pytest.approx(15.0, rel=0.06)


def test_the_smooth_kind_is_as_wide_and_its_slope_is_known() -> None:
    values = smooth_wander(chance(), LONG, step=1.0, correlation=100.0, sd=3.0)
    assert values.std() == pytest.approx(3.0, rel=0.1)
    assert np.diff(values).std() == pytest.approx(2 * 3.0 / 100.0, rel=0.05)


def test_the_same_seed_wanders_the_same_way() -> None:
    one, other = (wander(chance(7), 100, step=1.0, correlation=5.0, sd=1.0) for _ in range(2))
    assert one.tobytes() == other.tobytes()
    assert one.tobytes() != wander(chance(8), 100, step=1.0, correlation=5.0, sd=1.0).tobytes()


def test_none_asked_for_is_none() -> None:
    assert len(wander(chance(), 0, step=1.0, correlation=5.0, sd=1.0)) == 0
    assert len(smooth_wander(chance(), 0, step=1.0, correlation=5.0, sd=1.0)) == 0
