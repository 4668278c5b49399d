import numpy as np
import pytest

from producers.simulator.faults import frozen, jumped, mistimed, null_islands
from producers.simulator.readings import Readings
from tests.producers.simulator.made import M_PER_DEGREE_EAST, M_PER_DEGREE_NORTH, chance

MANY = 20_000


def _read() -> Readings:
    numbers = np.arange(MANY)
    t_s = numbers.astype(np.float64)
    lon = np.linspace(5.0, 5.2, MANY)
    return Readings(
        numbers, t_s, np.full(MANY, 50.5), lon, np.full(MANY, 20.0), np.full(MANY, 30.0), np.full(MANY, 90.0)
    )


def test_a_frozen_receiver_tells_one_place_for_five_to_thirty_fixes_while_its_clock_runs() -> None:
    read = frozen(chance(), _read(), 0.001)
    same = np.diff(read.lon) == 0.0
    edges = np.flatnonzero(np.diff(np.concatenate(([False], same, [False])).astype(np.int8)))
    runs = edges[1::2] - edges[::2] + 1
    assert len(runs) == pytest.approx(20, abs=14)
    assert runs.min() >= 5
    assert read.t_s.tolist() == _read().t_s.tolist()
    assert read.number.tolist() == _read().number.tolist()


def test_jumps_are_rare_and_far() -> None:
    read = jumped(chance(), _read(), 0.01)
    off_m = np.hypot((read.lat - 50.5) * M_PER_DEGREE_NORTH, (read.lon - _read().lon) * M_PER_DEGREE_EAST)
    off = off_m > 1e-6
    assert off.mean() == pytest.approx(0.01, abs=0.003)
    assert 490.0 < off_m[off].min() < 700.0
    assert 30_000.0 < off_m[off].max() < 50_600.0


def test_null_island_is_latitude_and_longitude_nought() -> None:
    read = null_islands(chance(), _read(), 0.01)
    lost = (read.lat == 0.0) & (read.lon == 0.0)
    assert lost.mean() == pytest.approx(0.01, abs=0.003)
    assert (read.lat[~lost] == 50.5).all()


def test_a_wrong_clock_is_wrong_all_the_way_and_may_be_set_once() -> None:
    always = mistimed(chance(), _read(), offset_s=10.0, step=0.0, step_s=30.0).t_s - _read().t_s
    assert np.ptp(always) == pytest.approx(0.0, abs=1e-9)
    assert always[0] != 0.0
    once = mistimed(chance(), _read(), offset_s=0.0, step=1.0, step_s=30.0).t_s - _read().t_s
    set_at = np.flatnonzero(np.abs(np.diff(once)) > 1e-6)
    assert len(set_at) == 1
    assert once[0] == 0.0
    assert 0.0 < abs(once[-1]) <= 30.0
    offsets = [mistimed(chance(seed), _read().rows(np.array([0])), offset_s=10.0, step=0.0, step_s=0.0).t_s[0]
               for seed in range(500)]  # fmt: skip
    assert np.std(offsets) == pytest.approx(10.0, rel=0.1)


def test_without_faults_nothing_changes() -> None:
    read = null_islands(chance(), jumped(chance(), frozen(chance(), _read(), 0.0), 0.0), 0.0)
    read = mistimed(chance(), read, offset_s=0.0, step=0.0, step_s=30.0)
    for name in ("number", "t_s", "lat", "lon", "accuracy_m", "speed_mps", "course_deg"):
        assert getattr(read, name).tobytes() == getattr(_read(), name).tobytes()
