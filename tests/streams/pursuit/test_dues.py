"""A due record acts once, on the deadline that stands; a stale one changes nothing."""

import pytest

from streams.orders import StillRunning
from streams.pursuit.arrived import Arrived
from streams.pursuit.deadlines import (
    ASKED,
    AT_HOME,
    ESCALATE,
    ITEM,
    MEMBERSHIPS,
    OFFER,
    PENDING,
    RUNNING,
    SHELF,
    STOP,
    VISIBILITY_END,
)
from streams.pursuit.dues import decide_due
from streams.pursuit.events import DueSet
from streams.records import CaseDue, SourcePlace, VisibilityRecord
from tests.streams.pursuit.long_day import long_day
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
    assert _opened().pursuit.dues == {MEMBERSHIPS: at(60.1), RUNNING: at(900.1)}


def test_a_due_repeats_the_memberships_under_their_old_number_and_sets_the_next() -> None:
    chase = _opened()
    first = memberships(chase.decisions[-1])
    chase.due(MEMBERSHIPS, at(60.1), arrived=at(60.4))
    assert memberships(chase.decisions[-1]) == first
    assert chase.pursuit.dues == {MEMBERSHIPS: at(120.4), RUNNING: at(900.1)}
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
        "NL/ROAD": False,
        "NL/SOUTH": False,
    }
    assert chase.pursuit.audience == (HOME,)  # it has items to do
    assert chase.pursuit.dues == {}
    chase.due(VISIBILITY_END, at(1000.1), arrived=at(1001))
    assert chase.decisions[-1].outputs == ()


def test_a_deadline_of_a_kind_that_is_no_longer_known_is_taken_away() -> None:
    pursuit = _opened().pursuit
    pursuit.dues["moon"] = at(5)
    due = CaseDue(id="d", case=CASE, mode="exercise", happened_at=at(5), kind="moon", deadline=at(5))
    arrived = Arrived(due, SourcePlace(topic_id="t", partition=1, offset=9), at(6))
    assert decide_due(pursuit, arrived, RULES) == (DueSet(kind="moon", deadline=None),)


@pytest.mark.parametrize(
    "kind",
    ["moon:BE/X", "shelf:NL/NOWHERE", "offer:NL/NOWHERE", "stop:none", "item:none", "limit:BE/X|NL", "home:BE/X"],
)
def test_a_deadline_of_what_is_not_there_is_taken_away_and_nothing_else_happens(kind: str) -> None:
    chase = _opened()
    chase.pursuit.dues[kind] = at(5)
    chase.due(kind, at(5))
    assert [event["type"] for event in chase.decisions[-1].events] == ["due_set"]
    assert kind not in chase.pursuit.dues


def test_a_deadline_that_was_moved_does_not_act_at_its_old_time() -> None:
    chase = _opened()
    stands = chase.pursuit.dues[RUNNING]
    chase.order(100, StillRunning())
    chase.due(RUNNING, stands)
    assert (chase.decisions[-1].events, chase.pursuit.asked_at) == ((), None)


def test_every_kind_of_deadline_is_decided() -> None:
    """By what a long day sets: a kind that nobody decides would only be taken away."""
    kinds = {
        kind.partition(":")[0] + ":" * (":" in kind)
        for chase in long_day() for decision in chase.decisions for event in decision.events
        if event["type"] == "due_set" and (kind := str(event["kind"]))
    }  # fmt: skip
    assert kinds == {
        MEMBERSHIPS, VISIBILITY_END, RUNNING, PENDING, ESCALATE, SHELF, OFFER, STOP, ITEM, ASKED, AT_HOME,
    }  # fmt: skip
