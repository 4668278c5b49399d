"""That a room was called: which call is meant, and whether anybody must still call."""

import pytest
from msgspec.structs import replace

from streams.pursuit.called import call_at, was_called
from streams.pursuit.noticed import notice_by_telephone
from streams.records import Notice, Telephone
from tests.streams.pursuit.scene import SOUTH, at, desk, in_nl


def _call(second: float) -> Telephone:
    return Telephone(answered_by="Anna", caller="Bert", at=at(second), by=desk(), entered_at=at(900))


def test_a_call_is_found_by_its_second() -> None:
    notice = notice_by_telephone(notice_by_telephone(Notice(room=SOUTH), SOUTH, _call(50.4)), SOUTH, _call(60))
    assert call_at(notice, at(50)) == _call(50.4)
    assert (call_at(notice, at(51)), call_at(None, at(50))) == (None, None)


def test_the_newest_call_says_whether_anybody_must_still_call() -> None:
    alert = in_nl().pursuit.alerts[SOUTH]  # rang at 30.1
    before = notice_by_telephone(None, SOUTH, _call(20))
    assert not was_called(None, alert)
    assert not was_called(before, alert)
    after = notice_by_telephone(before, SOUTH, _call(40))
    assert was_called(after, alert)
    assert was_called(notice_by_telephone(after, SOUTH, _call(10)), alert)


@pytest.mark.parametrize(
    ("called_s", "written_s", "counts"), [(0, 40, True), (0, 29, False), (1, 40, False), (-60, 40, False)]
)
def test_a_call_written_to_the_minute_may_have_been_any_time_in_it(
    called_s: float, written_s: float, counts: bool
) -> None:
    call = replace(_call(called_s), entered_at=at(written_s))
    assert was_called(notice_by_telephone(None, SOUTH, call), in_nl().pursuit.alerts[SOUTH]) is counts
