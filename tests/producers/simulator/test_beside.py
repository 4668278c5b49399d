import numpy as np
import pytest

from producers.simulator.beside import beside, longest_within, shifted
from producers.simulator.ground import Spot
from producers.simulator.metres import to_degrees
from tests.producers.simulator.made import ground, straight


@pytest.mark.parametrize("offset_m", [-60.0, 60.0])
def test_a_way_beside_a_straight_border_keeps_its_distance_on_its_side(offset_m: float) -> None:
    way_m = beside(ground(), Spot(0, 50_000.0), length_m=2_000.0, offset_m=offset_m, step_m=5.0, round_m=30.0)
    assert ground().distance_m(way_m) == pytest.approx(np.full(len(way_m), 60.0), abs=0.1)
    sides = np.sign(to_degrees(way_m)[1] - 6.0)
    assert (sides == sides[0]).all()
    other = beside(ground(), Spot(0, 50_000.0), length_m=2_000.0, offset_m=-offset_m, step_m=5.0, round_m=30.0)
    assert np.sign(to_degrees(other)[1] - 6.0)[0] == -sides[0]


def test_inside_a_small_enclave_there_is_no_way_beside_its_border() -> None:
    (ring,) = ground("enclave").lines
    middle = Spot(0, float(ring.along_m[-1]) / 2)
    lengths = [
        len(beside(ground("enclave"), middle, length_m=9_000.0, offset_m=side * 600.0, step_m=5.0, round_m=30.0))
        for side in (-1.0, 1.0)
    ]
    assert min(lengths) == 0
    assert max(lengths) > 500


def test_without_an_offset_the_way_is_the_line() -> None:
    way_m = beside(ground(), Spot(0, 50_000.0), length_m=2_000.0, offset_m=0.0, step_m=5.0, round_m=10.0)
    assert ground().distance_m(way_m).max() < 0.05
    # Rounding takes 30 m off either end.
    assert np.hypot(*np.diff(way_m, axis=0).T).sum() == pytest.approx(1_940.0, abs=6.0)


def test_a_way_is_shifted_to_its_left() -> None:
    moved_m = shifted(straight(100.0, 5.0), np.full(21, 7.0)) - straight(100.0, 5.0)
    assert moved_m == pytest.approx(np.tile([0.0, 7.0], (21, 1)))


def test_the_longest_part_within_bounds_is_kept_and_cut() -> None:
    line = ground().lines[0].at(np.arange(0.0, 3_000.0, 5.0) + 50_000.0)
    east_m = np.where(np.arange(600) < 100, 50.0, np.where(np.arange(600) < 200, 150.0, 60.0))
    way_m = line + np.column_stack((east_m, np.zeros(600)))
    kept = longest_within(ground(), way_m, (20.0, 100.0), most_m=10_000.0, step_m=5.0)
    assert kept.tolist() == way_m[200:].tolist()
    assert longest_within(ground(), way_m, (20.0, 100.0), most_m=500.0, step_m=5.0).tolist() == way_m[200:301].tolist()
    assert len(longest_within(ground(), way_m, (70.0, 100.0), most_m=500.0, step_m=5.0)) == 0
