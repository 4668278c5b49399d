from typing import Any

import numpy as np
import pytest

from producers.simulator.course import Course
from producers.simulator.metres import Floats
from producers.simulator.readings import Readings
from producers.simulator.receiver import ACCURACY_PER_SIGMA, Noise, Receiver, received
from tests.producers.simulator.made import M_PER_DEGREE_EAST, M_PER_DEGREE_NORTH, chance, eastward

LONG = eastward(5.0, 5.9, lasting_s=20_000.0)


def _errors_m(course: Course, read: Readings) -> tuple[Floats, Floats]:
    lat, lon = course.at(read.t_s)
    return (read.lat - lat) * M_PER_DEGREE_NORTH, (read.lon - lon) * M_PER_DEGREE_EAST


def _likeness(values: Floats, after: int) -> float:
    return float(np.corrcoef(values[:-after], values[after:])[0, 1])


@pytest.mark.parametrize(
    ("noise", "after_1_s", "after_60_s"),
    [("white", 0.0, 0.0), ("correlated", 0.98, 0.37), ("mixed", 0.49, 0.18)],
)
def test_errors_are_fifteen_metres_an_axis_and_as_alike_as_their_kind(
    noise: Noise, after_1_s: float, after_60_s: float
) -> None:
    for error_m in _errors_m(LONG, received(chance(), LONG, Receiver(noise=noise))):
        assert error_m.std() == pytest.approx(15.0, rel=0.12)
        assert _likeness(error_m, 1) == pytest.approx(after_1_s, abs=0.05)
        assert _likeness(error_m, 60) == pytest.approx(after_60_s, abs=0.12)


def test_two_of_three_fixes_are_within_the_accuracy_that_is_told() -> None:
    read = received(chance(), LONG, Receiver(noise="white"))
    assert read.accuracy_m.tolist() == pytest.approx([ACCURACY_PER_SIGMA * 15.0] * len(read))
    assert (np.hypot(*_errors_m(LONG, read)) < read.accuracy_m).mean() == pytest.approx(0.683, abs=0.01)


def test_in_street_canyons_the_error_trebles_and_the_accuracy_says_so() -> None:
    read = received(chance(), LONG, Receiver(noise="correlated", correlation_s=2.0, urban_per_h=20.0))
    urban = read.accuracy_m > 30.0
    assert 0.1 < urban.mean() < 0.6
    north_m, _ = _errors_m(LONG, read)
    assert north_m[urban].std() == pytest.approx(45.0, rel=0.1)
    assert north_m[~urban].std() == pytest.approx(15.0, rel=0.1)
    assert read.accuracy_m[urban] == pytest.approx(np.full(urban.sum(), ACCURACY_PER_SIGMA * 45.0))


def test_tunnels_are_silences_in_which_no_number_is_used_up() -> None:
    read = received(chance(), LONG, Receiver(tunnels_per_h=6.0))
    silences_s = np.diff(read.t_s)[np.diff(read.t_s) > 1.0]
    assert len(silences_s) > 5
    assert silences_s.min() > 19.0
    assert read.number.tolist() == list(range(len(read)))


def test_speed_and_course_are_told_with_little_noise() -> None:
    read = received(chance(), LONG, Receiver())
    true_mps = 0.9 * M_PER_DEGREE_EAST / 20_000.0
    assert (read.speed_mps - true_mps).std() == pytest.approx(0.3, rel=0.05)
    assert (read.course_deg - 90.0).std() == pytest.approx(2.0, rel=0.05)
    assert read.speed_mps.mean() == pytest.approx(true_mps, abs=0.01)


def test_who_stands_has_no_course_and_who_must_not_tell_tells_nothing() -> None:
    standing = received(chance(), eastward(5.0, 5.0), Receiver())
    assert np.isnan(standing.course_deg).all()
    assert (standing.speed_mps >= 0.0).all()
    silent = received(chance(), LONG, Receiver(tells_accuracy=False, tells_motion=False))
    assert np.isnan((silent.accuracy_m, silent.speed_mps, silent.course_deg)).all()


def test_what_is_not_told_changes_no_place() -> None:
    told, silent = (received(chance(), LONG, Receiver(tells_motion=tells)) for tells in (True, False))
    assert told.lat.tobytes() == silent.lat.tobytes()


def test_a_perfect_receiver_at_two_hertz_is_where_the_unit_is() -> None:
    course = eastward(5.0, 5.1, lasting_s=10.0)
    read = received(chance(), course, Receiver(hz=2.0, sigma_m=0.0))
    assert read.t_s.tolist() == [k / 2 for k in range(21)]
    assert read.lon == pytest.approx(np.linspace(5.0, 5.1, 21))


@pytest.mark.parametrize(
    ("given", "complaint"),
    [
        ({"hz": 0.0}, "hz: expected more than 0 and at most 5, got 0.0"),
        ({"sigma_m": -1.0}, "sigma_m: expected metres from 0 to 1000, got -1.0"),
        ({"sigma_m": float("nan")}, "sigma_m: expected metres from 0 to 1000, got nan"),
        ({"noise": "pink"}, "noise: expected white or correlated or mixed, got 'pink'"),
        ({"correlation_s": 0.0}, "correlation_s: expected seconds above 0, got 0.0"),
        ({"tunnels_per_h": -1.0}, "tunnels_per_h: expected 0 to 1000 an hour, got -1.0"),
    ],
)
def test_a_receiver_that_cannot_be_is_refused(given: dict[str, Any], complaint: str) -> None:
    with pytest.raises(ValueError, match=complaint):
        Receiver(**given)
