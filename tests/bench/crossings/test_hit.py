"""A car drives due east over the border at 6 degrees east, 14.2 m a second, and reports where it is once a second."""

import pytest

from bench.crossings.hit import Hit, hit
from bench.crossings.truth import deep_changes, visits_of
from bench.crossings.watched import Watched
from tests.bench.crossings.made_up import SPEED_MPS, driving, told
from tests.producers.simulator.made import ground


def measured(seen: Watched, at_s: float) -> Hit:
    """Told two seconds later, and confirmed five."""
    (change,) = deep_changes(visits_of(seen.unit, ground()))
    return hit(change, told("BE", "NL", at_s), seen, ground())


def test_delays_count_from_the_true_crossing() -> None:
    found = measured(driving(), 100.0)
    assert (found.pace, found.is_plain) == ("road", True)
    assert found.angle_deg == pytest.approx(90.0, abs=0.1)
    assert found.confirmed_after_s == pytest.approx(5.0, abs=0.01)
    assert found.beyond_m == pytest.approx(5.0 * SPEED_MPS, rel=0.01)
    assert found.instant_s == pytest.approx(0.0, abs=0.01)
    assert found.place_m == pytest.approx(0.0, abs=0.01)


def test_an_instant_four_seconds_early_is_four_seconds_off_and_was_told_that_much_sooner() -> None:
    found = measured(driving(), 96.0)
    assert found.instant_s == pytest.approx(4.0, abs=0.01)
    assert found.possible_after_truth_s == pytest.approx(-2.0, abs=1.01)
    assert found.confirmed_after_s == pytest.approx(1.0, abs=0.01)


def test_the_ground_beyond_is_counted_below_zero_where_the_unit_is_not_there() -> None:
    assert measured(driving(), 94.0).beyond_m == pytest.approx(-SPEED_MPS, rel=0.02)


def test_fixes_that_are_reported_five_seconds_ahead_tell_of_the_crossing_five_seconds_sooner() -> None:
    even, ahead = measured(driving(1e-9), 100.0), measured(driving(0.001 + 1e-9), 100.0)
    assert even.possible_after_fix_s is not None
    assert ahead.possible_after_fix_s == pytest.approx(even.possible_after_fix_s + 5.0)
    assert even.possible_after_truth_s == ahead.possible_after_truth_s


def test_no_fix_beyond_is_no_delay() -> None:
    assert measured(driving(-0.01), 100.0).possible_after_fix_s is None
