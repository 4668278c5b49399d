import numpy as np
import pytest

from producers.simulator.readings import Readings
from tests.producers.simulator.made import M_PER_DEGREE_EAST, M_PER_DEGREE_NORTH


def _three() -> Readings:
    none = np.full(3, np.nan)
    return Readings(np.array([0, 1, 2]), np.array([0.0, 1.0, 2.0]), np.full(3, 50.5), np.full(3, 5.0), none, none, none)


def test_rows_are_picked_and_counted_anew() -> None:
    picked = _three().rows(np.array([2, 0]))
    assert len(picked) == 2
    assert picked.t_s.tolist() == [2.0, 0.0]
    assert picked.number.tolist() == [2, 0]
    assert picked.counted().number.tolist() == [0, 1]


def test_fixes_are_moved_by_metres() -> None:
    moved = _three().moved(
        np.array([0.0, M_PER_DEGREE_NORTH / 1_000.0, 0.0]), np.array([0.0, 0.0, -M_PER_DEGREE_EAST / 1_000.0])
    )
    assert moved.lat.tolist() == pytest.approx([50.5, 50.501, 50.5], abs=1e-7)
    assert moved.lon.tolist() == pytest.approx([5.0, 5.0, 4.999], abs=1e-7)
