"""The kinds of deadlines: what those about memberships and visibility do, and which go on when it ends."""

from streams.orders import HandOverAlert, Shelve
from streams.pursuit.deadlines import (
    MEMBERSHIPS,
    RUNNING,
    VISIBILITY_END,
    dues_at_the_end,
    memberships_due,
    next_memberships,
    next_question,
    visibility_due,
)
from streams.pursuit.events import DueSet, MembershipsRepeated, VisibilityEnded
from tests.streams.pursuit.scene import HOME, ROAD, RULES, SOUTH, Chase, approach, at, desk, in_nl, opened_at_home

SETTINGS = RULES.settings


def test_memberships_are_written_again_every_minute() -> None:
    assert next_memberships(at(0), SETTINGS) == DueSet(kind=MEMBERSHIPS, deadline=at(60))
    assert memberships_due(at(61), SETTINGS) == (
        MembershipsRepeated(), DueSet(kind=MEMBERSHIPS, deadline=at(121)),
    )  # fmt: skip


def test_the_leading_room_is_asked_a_quarter_of_an_hour_after_a_unit_moved() -> None:
    assert next_question(at(10), SETTINGS) == DueSet(kind=RUNNING, deadline=at(910))


def _with_shelf_and_offer() -> Chase:
    chase = opened_at_home()
    chase.approaching(10, approach("NL", 10))
    chase.order(12, Shelve(revision=1, minutes=10, reason="x"), by=desk(SOUTH))
    chase.acknowledge(13, ROAD, 1, by=desk(ROAD, "Anna"))
    chase.order(14, HandOverAlert(to="Bert"), by=desk(ROAD, "Anna"))
    return chase


def test_at_the_end_everything_is_taken_away_but_what_people_put_aside_or_offered() -> None:
    chase = _with_shelf_and_offer()
    assert set(chase.pursuit.dues) == {MEMBERSHIPS, RUNNING, f"shelf:{SOUTH}", f"offer:{ROAD}"}
    assert dues_at_the_end(chase.pursuit, at(20), SETTINGS) == (
        DueSet(kind=MEMBERSHIPS, deadline=None),
        DueSet(kind=RUNNING, deadline=None),
        DueSet(kind=VISIBILITY_END, deadline=at(920)),
    )


def test_nobody_sees_it_any_more_but_who_has_items_to_do() -> None:
    chase = in_nl()
    assert visibility_due(chase.pursuit) == (
        VisibilityEnded(recipient=HOME), VisibilityEnded(recipient=ROAD), VisibilityEnded(recipient=SOUTH),
        DueSet(kind=VISIBILITY_END, deadline=None),
    )  # fmt: skip
    chase.close(50)
    assert VisibilityEnded(recipient=HOME) not in visibility_due(chase.pursuit)
