"""Deadlines: a due record acts once, on the deadline that stands; a stale one changes nothing."""

from streams.pursuit.deadlines import MEMBERSHIPS, VISIBILITY_END, decide_due, next_memberships
from streams.pursuit.events import DueSet
from streams.records import CaseDue, VisibilityRecord
from tests.streams.pursuit.scene import CAR, CASE, HOME, RULES, Chase, at, inbox, memberships, records


def _opened() -> Chase:
    chase = Chase()
    chase.open()
    return chase


def _closed() -> Chase:
    chase = _opened()
    chase.present(1, "NL")
    chase.close(100)
    return chase


def test_memberships_are_written_again_a_minute_after_the_broker_took_the_report() -> None:
    assert next_memberships(at(0), RULES.settings) == DueSet(kind=MEMBERSHIPS, deadline=at(60))
    assert _opened().pursuit.dues == {MEMBERSHIPS: at(60.1)}


def test_a_due_repeats_the_memberships_under_their_old_number_and_sets_the_next() -> None:
    chase = _opened()
    first = memberships(chase.decisions[-1])
    chase.due(MEMBERSHIPS, at(60.1), arrived=at(60.4))
    assert memberships(chase.decisions[-1]) == first
    assert chase.pursuit.dues == {MEMBERSHIPS: at(120.4)}
    assert list(records(chase.decisions[-1])) == []


def test_a_stale_due_changes_nothing() -> None:
    chase = _opened()
    chase.due(MEMBERSHIPS, at(60.1), arrived=at(60.4))
    chase.due(MEMBERSHIPS, at(60.1), arrived=at(61))
    assert (chase.decisions[-1].events, chase.decisions[-1].outputs) == ((), ())


def test_closing_ends_memberships_at_once_and_visibility_a_set_time_later() -> None:
    chase = _closed()
    assert [(m.unit, m.joined) for m in memberships(chase.decisions[-1]).values()] == [(CAR, False)]
    assert chase.pursuit.dues == {VISIBILITY_END: at(1000.1)}
    assert not inbox(chase.decisions[-1], VisibilityRecord)


def test_the_due_of_a_closed_pursuit_ends_what_every_room_may_see() -> None:
    chase = _closed()
    chase.due(VISIBILITY_END, at(1000.1), arrived=at(1000.5))
    ended = inbox(chase.decisions[-1], VisibilityRecord)
    assert {room: record.granted for room, record in ended.items()} == {
        HOME: False,
        "NL/ROAD": False,
        "NL/SOUTH": False,
    }
    assert chase.pursuit.audience == ()
    assert chase.pursuit.dues == {}
    chase.due(VISIBILITY_END, at(1000.1), arrived=at(1001))
    assert chase.decisions[-1].outputs == ()


def test_a_deadline_of_a_kind_that_is_no_longer_known_is_taken_away() -> None:
    pursuit = _opened().pursuit
    pursuit.dues["moon"] = at(5)
    due = CaseDue(id="d", case=CASE, mode="exercise", happened_at=at(5), kind="moon", deadline=at(5))
    assert decide_due(pursuit, due, at(6), RULES.settings) == (DueSet(kind="moon", deadline=None),)
