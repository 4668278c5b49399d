"""A device's clock: steadily wrong is corrected, late is not, and nothing comes from the future."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from producers.clock import FUTURE_S, DeviceClock

NOON = datetime(2026, 1, 1, 12, tzinfo=UTC)


def at(seconds: float) -> datetime:
    return NOON + timedelta(seconds=seconds)


def saw(deltas: list[tuple[float, float]]) -> DeviceClock:
    """Fixes of a device that never says what its clock shows: (received, received minus device) in seconds."""
    clock = DeviceClock()
    for received_s, delta_s in deltas:
        clock = clock.saw(at(received_s - delta_s), at(received_s))
    return clock


# ---------------------------------------------------------------- a device that says what its clock shows


@pytest.mark.parametrize("offset_s", [-3600.0, -60.0, -2.5, 2.5, 60.0, 86_400.0])
def test_a_device_that_tells_its_clock_is_put_right_at_once(offset_s: float) -> None:
    assert DeviceClock().heard(at(-offset_s), at(0)).offset_s == offset_s


@pytest.mark.parametrize("offset_s", [-2.0, -0.3, 0.0, 0.2, 2.0])
def test_a_clock_that_is_nearly_right_is_trusted(offset_s: float) -> None:
    assert DeviceClock().heard(at(-offset_s), at(0)).offset_s == 0.0


def test_a_message_held_up_on_the_way_does_not_turn_the_clock() -> None:
    clock = DeviceClock().heard(at(0), at(0.1))
    for _ in range(3):  # three messages in one burst, sent 60, 59 and 58 s ago
        clock = clock.heard(at(1), at(61)).heard(at(2), at(61)).heard(at(3), at(61))
    assert clock.offset_s == 0.0


def test_a_first_message_that_was_held_up_is_corrected_by_a_quicker_one() -> None:
    clock = DeviceClock().heard(at(-60), at(30))
    assert clock.offset_s == 90.0
    assert clock.heard(at(-20), at(40.2)).offset_s == 60.2


def test_a_clock_that_is_set_right_on_the_way_is_believed_with_the_next_message() -> None:
    clock = DeviceClock()
    for second in range(20):
        clock = clock.heard(at(second + 3600), at(second))
    assert clock.offset_s == -3600.0
    clock = clock.heard(at(20), at(20.1))
    assert clock.offset_s == -3600.0
    assert clock.heard(at(21), at(21.1)).offset_s == 0.0


def test_a_clock_that_was_wrong_in_one_message_alone_is_believed_at_once() -> None:
    clock = DeviceClock().heard(at(0), at(0)).heard(at(3600), at(1))
    assert clock.offset_s == -3599.0
    assert clock.heard(at(2), at(2.1)).offset_s == 0.0


@given(
    offset_s=st.floats(-1e6, 1e6).filter(lambda s: abs(s) > 5),
    ways_s=st.lists(st.floats(0, 1.5), min_size=1, max_size=30),
)
def test_the_estimate_is_never_further_off_than_the_way_took(offset_s: float, ways_s: list[float]) -> None:
    clock = DeviceClock()
    for second, way_s in enumerate(ways_s):
        clock = clock.heard(at(second - offset_s), at(second + way_s))
        assert abs(clock.offset_s - offset_s) <= 1.5 + 0.002


def test_an_offset_that_would_put_a_fix_into_the_future_is_not_that_clocks() -> None:
    # The telephone's clock is an hour slow, but its fixes carry the satellites' time.
    clock = DeviceClock().heard(at(-3600), at(0)).not_in_future(at(-0.5), at(0))
    assert clock.offset_s == 0.0


def test_a_fix_from_the_future_of_its_own_message_shows_a_clock_ahead() -> None:
    clock = DeviceClock().heard(at(0), at(0)).not_in_future(at(120), at(0))
    assert clock.offset_s == -120.0


def test_a_backlog_sent_with_a_wrong_clock_is_shifted_not_squeezed() -> None:
    clock = DeviceClock().heard(at(3600), at(0)).not_in_future(at(3600 - 300), at(0))
    assert clock.offset_s == -3600.0


# ---------------------------------------------------------------- a device that does not


@pytest.mark.parametrize("offset_s", [11.0, 60.0, 3600.0, 20_000_000.0])
def test_a_clock_steadily_behind_is_put_right_after_five_fixes_in_ten_seconds(offset_s: float) -> None:
    fixes = [(float(second), offset_s + 0.2 * (second % 3)) for second in range(11)]
    assert saw(fixes[:10]).offset_s == 0.0
    assert saw(fixes).offset_s == offset_s


def test_a_clock_ahead_is_put_right_at_once() -> None:
    assert saw([(0.0, -30.0)]).offset_s == -30.0


def test_a_fix_a_few_seconds_ahead_is_let_be() -> None:
    assert saw([(0.0, -FUTURE_S)]).offset_s == 0.0


def test_a_steady_short_delay_is_the_way_not_the_clock() -> None:
    assert saw([(float(second), 9.0) for second in range(30)]).offset_s == 0.0


def test_a_backlog_that_drains_is_not_corrected() -> None:
    # Ten minutes of fixes, one a second, sent ten times as fast.
    assert all(saw([(i / 10, 600 - i + i / 10) for i in range(n)]).offset_s == 0.0 for n in range(0, 600, 50))


def test_a_backlog_from_a_clock_that_was_found_wrong_keeps_its_correction() -> None:
    steady = [(float(second), 60.0) for second in range(12)]
    backlog = [(300 + i / 10, 60.0 + 280 - i) for i in range(280)]
    assert saw(steady + backlog).offset_s == 60.0


def test_a_steady_delay_that_ends_was_a_backlog_and_is_no_longer_corrected() -> None:
    assert saw([(float(second), 60.0) for second in range(12)] + [(13.0, 30.0)]).offset_s == 0.0


def test_the_same_fix_sent_again_says_nothing() -> None:
    assert saw([(float(second), float(60 + second)) for second in range(0, 60, 2)]).offset_s == 0.0


def test_five_fixes_at_once_prove_nothing() -> None:
    assert saw([(0.1 * i, 60.0) for i in range(20)]).offset_s == 0.0


def test_a_clock_ahead_that_is_set_right_is_believed_with_the_second_fix() -> None:
    ahead = [(float(second), -3600.0) for second in range(20)]
    assert saw([*ahead, (20.0, 0.2)]).offset_s == -3600.0
    assert saw([*ahead, (20.0, 0.2), (21.0, 0.3)]).offset_s == 0.0


def test_one_fix_with_a_time_of_next_year_does_not_turn_the_clock_for_those_after_it() -> None:
    right = [(float(second), 0.2) for second in range(20)]
    assert saw([*right, (20.0, -31_536_000.0)]).offset_s == -31_536_000.0
    assert saw([*right, (20.0, -31_536_000.0), (21.0, 0.2)]).offset_s == 0.0


def test_a_backlog_from_a_clock_ahead_that_passes_our_time_keeps_its_correction() -> None:
    ahead = [(float(second), -60.0) for second in range(12)]
    backlog = [(300 + i / 10, 220.0 - i) for i in range(280)]
    assert saw(ahead + backlog).offset_s == -60.0


@given(st.lists(st.tuples(st.floats(0, 5), st.floats(-1e5, 1e5)), max_size=40))
def test_whatever_comes_no_fix_is_put_into_the_future(steps: list[tuple[float, float]]) -> None:
    clock, now_s = DeviceClock(), 0.0
    for wait_s, delta_s in steps:
        now_s += wait_s
        clock = clock.saw(at(now_s - delta_s), at(now_s))
        assert clock.offset_s - delta_s <= FUTURE_S
