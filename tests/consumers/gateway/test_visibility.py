from consumers.gateway.visibility import Visibility
from streams.records import VisibilityRecord
from tests.consumers.records import CASE, trail, visibility

NL, LU = "NL/ROOM", "LU/ROOM"


def told(*records: VisibilityRecord) -> Visibility:
    seen = Visibility()
    for record in records:
        seen.told(record)
    return seen


def test_nothing_is_visible_that_was_not_granted() -> None:
    assert told().sees(NL, CASE) is False


def test_a_dot_is_shown_only_to_a_room_of_its_audience_whose_inbox_granted_it() -> None:
    seen = told(visibility(NL))
    assert seen.watchers(trail(NL, LU), [NL, LU]) == [NL]
    assert seen.watchers(trail(LU), [NL, LU]) == []


def test_a_visibility_that_ended_stays_ended_when_the_grant_comes_again() -> None:
    seen = told(visibility(NL, event=1), visibility(NL, granted=False, event=5), visibility(NL, event=1))
    assert seen.sees(NL, CASE) is False


def test_a_grant_is_for_one_case_and_one_room() -> None:
    seen = told(visibility(NL))
    assert (seen.sees(NL, "BE/P-2"), seen.sees(LU, CASE)) == (False, False)


def test_a_room_whose_inbox_is_no_longer_read_sees_nothing() -> None:
    seen = told(visibility(NL))
    seen.forget(NL)
    assert seen.sees(NL, CASE) is False
