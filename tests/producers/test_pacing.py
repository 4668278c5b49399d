"""Driving a track again: every fix in its turn, none before its time."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.fix import Fix
from geo.track import Track
from producers.pacing import CommandDue, FixDue, GapDue, paced, shift_of

NOON = datetime(2026, 1, 1, 12, tzinfo=UTC)
NOW = datetime(2026, 6, 1, 15, tzinfo=UTC)


def at(seconds: float) -> datetime:
    return NOON + timedelta(seconds=seconds)


def track(*seconds: float, seg: str = "0") -> Track:
    fixes = [Fix("BE/A", f"seg{seg}", i, True, at(second), 50.0, 5.0) for i, second in enumerate(seconds)]
    return Track("BE/A", seg, tuple(fixes))


def times(tracks: list[Track], *, speed: float, command_at: datetime | None = None) -> list[tuple[str, float]]:
    return [
        (type(due).__name__, due.after_s) for due in paced(tracks, timedelta(0), speed=speed, command_at=command_at)
    ]


def test_at_speed_one_every_fix_is_sent_at_its_own_time() -> None:
    tracks = [track(0, 10, 30)]
    shift = shift_of(tracks, NOW, speed=1, times="live")
    sent = [due for due in paced(tracks, shift, speed=1) if isinstance(due, FixDue)]
    assert [due.fix.observed_at for due in sent] == [NOW + timedelta(seconds=due.after_s) for due in sent]


def test_recorded_times_are_left_as_they_are() -> None:
    tracks = [track(0, 10)]
    shift = shift_of(tracks, NOW, speed=10, times="recorded")
    assert [due.fix.observed_at for due in paced(tracks, shift, speed=10) if isinstance(due, FixDue)] == [at(0), at(10)]


@given(
    st.lists(st.floats(0, 1e5), min_size=1, max_size=20).map(sorted), st.floats(1, 1000) | st.just(0.0)
)  # fmt: skip
def test_live_no_fix_is_sent_before_its_time_and_the_last_one_at_it(seconds: list[float], speed: float) -> None:
    tracks = [track(*seconds)]
    shift = shift_of(tracks, NOW, speed=speed, times="live")
    sent = [due for due in paced(tracks, shift, speed=speed) if isinstance(due, FixDue)]
    early = [due.fix.observed_at - NOW - timedelta(seconds=due.after_s) for due in sent]
    assert max(early) <= timedelta(milliseconds=1)
    assert abs(early[-1]) <= timedelta(milliseconds=1)


def test_ten_times_faster_takes_a_tenth() -> None:
    assert times([track(0, 10, 30)], speed=10) == [("FixDue", 0.0), ("FixDue", 1.0), ("FixDue", 3.0)]


def test_at_speed_zero_all_is_due_at_once() -> None:
    assert {after_s for _, after_s in times([track(0, 10, 30)], speed=0)} == {0.0}


@pytest.mark.parametrize(("second", "place"), [(0, 0), (5, 1), (10, 1), (30, 2), (99, 3), (-5, 0)])
def test_the_button_is_pressed_before_the_first_fix_not_earlier(second: float, place: int) -> None:
    names = [name for name, _ in times([track(0, 10, 30)], speed=1, command_at=at(second))]
    assert names.index("CommandDue") == place
    assert len(names) == 4


def test_the_button_is_pressed_at_its_time_and_says_the_shifted_one() -> None:
    shift = timedelta(hours=1)
    (pressed,) = [due for due in paced([track(0, 10)], shift, speed=2, command_at=at(5)) if isinstance(due, CommandDue)]
    assert pressed == CommandDue(2.5, at(3605))


def test_tracks_follow_each_other_with_a_gap_between() -> None:
    tracks = [track(100, 110, seg="1"), track(0, 10, seg="0")]
    assert [type(due) for due in paced(tracks, timedelta(0), speed=0)] == [FixDue, FixDue, GapDue, FixDue, FixDue]
    assert times(tracks, speed=1)[-1] == ("FixDue", 110.0)


def test_times_that_go_back_do_not_hold_up_what_follows() -> None:
    assert [after_s for _, after_s in times([track(0, 20, 10, 30)], speed=1)] == [0.0, 20.0, 20.0, 30.0]
