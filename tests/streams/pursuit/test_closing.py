"""The end of a pursuit: who closes it, what remains to be done, and the question whether it still runs."""

from typing import Any

import pytest

from streams.orders import AddFact, CheckItem, StillRunning, TakeLead, Telephoned, WarnRoom
from streams.pursuit.closing import ITEMS, is_done
from streams.records import Account, VisibilityRecord
from tests.streams.pursuit.scene import (
    CAR,
    HOME,
    OTHER,
    ROAD,
    SECOND,
    SOUTH,
    WEST,
    Chase,
    alert_lines,
    alert_of,
    answer,
    approach,
    at,
    crew,
    desk,
    ended,
    in_nl,
    inbox,
    log_codes,
    opened_at_home,
    possible,
    settled,
    view_of,
)  # fmt: skip

ABROAD = [
    "outcome", "person_handed_over", "objects", "force", "shots", "damage", "injuries", "host_authority",
    "officers_report",
]  # fmt: skip
HOME_ITEMS = ["outcome", "force", "shots", "damage", "injuries"]


def _code(chase: Chase) -> str:
    return answer(chase.decisions[-1]).code


def _items(chase: Chase) -> list[str]:
    return [entry.item for entry in view_of(chase.decisions[-1]).checklist]


def _closed(chase: Chase | None = None) -> Chase:
    chase = chase or in_nl()
    chase.close(100)
    return chase


# ---------------------------------------------------------------- who, and what it leaves


def test_the_room_that_leads_or_answers_at_home_closes_nobody_else() -> None:
    chase = in_nl()
    chase.order(40, StillRunning(), by=desk(SOUTH))
    assert _code(chase) == "wrong_room"
    chase.close(50, by=desk(HOME, "Chief", "commander"))
    assert chase.pursuit.phase == "closed"


def test_a_pursuit_abroad_ends_with_every_item_and_one_at_home_with_five() -> None:
    assert _items(_closed()) == [*ABROAD, "person_held"]
    assert _items(_closed(opened_at_home())) == HOME_ITEMS


def test_that_officers_report_to_the_host_is_due_also_when_they_are_home_again() -> None:
    chase = in_nl()
    chase.crossed(60, "NL", "BE")
    chase.leave(70, CAR)
    assert "officers_report" in _items(_closed(chase))


def test_a_unit_that_came_to_be_abroad_nobody_knows_when_counts_too() -> None:
    chase = Chase()
    chase.open()
    chase.present(1, "NL")
    chase.present(50, "BE")
    assert "officers_report" in _items(_closed(chase))


def test_a_crossing_that_never_was_and_an_approach_that_came_to_nothing_are_no_trip_abroad() -> None:
    chase, told = opened_at_home(), possible("BE", "NL", 30)
    chase.approaching(10, approach("NL", 10))
    chase.approaching(20, ended(approach("NL", 10), "withdrawn", 20))
    chase.told(30, told, "NL")
    chase.told(35, settled(told, "withdrawn"), "BE")
    assert _items(_closed(chase)) == HOME_ITEMS


def test_the_six_hours_are_asked_for_where_a_card_has_them_or_may_have_them_also_after_the_way_home() -> None:
    chase = opened_at_home()
    chase.crossed(30, "BE", "NL")
    chase.told(60, out := possible("NL", "BE", 60), "BE")
    chase.told(65, settled(out, "confirmed"), "BE")
    assert "person_held" in _items(_closed(chase))


def test_closing_ends_every_deadline_but_that_of_visibility() -> None:
    chase = in_nl()
    assert len(chase.pursuit.dues) == 4  # memberships, running, and two rooms that have not acknowledged
    assert list(_closed(chase).pursuit.dues) == ["visibility_end"]


# ---------------------------------------------------------------- item by item


def _do(chase: Chase, item: str, seconds: float = 200, by: Account | None = None, **fields: Any) -> None:
    when = {"at": at(seconds)} if item == "person_handed_over" and "text" not in fields else {}
    chase.order(seconds, CheckItem(item=item, text=fields.pop("text", "done"), **when | fields), by=by)


def test_who_was_handed_over_is_said_with_the_hour_or_that_it_was_nobody() -> None:
    chase = _closed()
    _do(chase, "person_handed_over", text="to the Dutch police")
    refused = answer(chase.decisions[-1])
    assert (refused.code, refused.params["name"], refused.params["expected"]) == ("missing", "person_handed_over", "at")
    _do(chase, "person_handed_over", 201, text="Nobody")
    assert chase.pursuit.checklist["person_handed_over"].done_at == at(201.1)


@pytest.mark.parametrize("called", [True, False])
def test_a_pursuit_without_positions_was_abroad_where_people_told_a_room_abroad(called: bool) -> None:
    chase = Chase()
    chase.open(0)
    if called:
        chase.order(5, Telephoned(room=SOUTH, answered_by="Anna", caller="Bert", at=at(5)))
    else:
        chase.order(5, WarnRoom(to=SOUTH, text="comes your way", place="A2 at Eijsden"))
    chase.close(100)
    assert list(chase.pursuit.checklist) == [*ABROAD, "person_held"]


def test_an_item_is_done_with_who_said_what_and_when_and_the_same_again_is_nothing_new() -> None:
    chase = _closed()
    _do(chase, "shots", text="none", language="en")
    entry = chase.pursuit.checklist["shots"]
    assert (entry.text, entry.language, entry.by, entry.done_at) == ("none", "en", desk(), at(200.1))
    _do(chase, "shots", 201, text="none")
    assert (_code(chase), chase.pursuit.checklist["shots"]) == ("nothing_new", entry)


def test_what_was_said_of_an_item_is_put_right_and_the_log_keeps_both() -> None:
    chase = _closed()
    _do(chase, "shots", text="none")
    _do(chase, "shots", 201, text="two", by=desk(HOME, "Chief", "commander"))
    entry = chase.pursuit.checklist["shots"]
    assert (entry.text, entry.by and entry.by.name, entry.done_at) == ("two", "Chief", at(201.1))
    assert [(line.code, line.params["text"]) for line in chase.pursuit.log[-2:]] == [
        ("item_done", "none"),
        ("item_corrected", "two"),
    ]


@pytest.mark.parametrize(
    ("by", "item", "code"),
    [
        (desk(SOUTH), "shots", "wrong_room"),
        (desk(OTHER), "shots", "unknown_pursuit"),
        (crew(), "shots", "not_allowed"),
        (desk(), "weather", "unknown_item"),
        (desk(), "six_hours", "unknown_item"),
    ],
)
def test_an_item_that_is_not_there_or_not_the_senders_is_refused(by: Account, item: str, code: str) -> None:
    chase = _closed()
    _do(chase, item, by=by)
    assert _code(chase) == code
    assert not [entry for entry in chase.pursuit.checklist.values() if entry.done_at]


def test_before_it_is_closed_there_are_no_items() -> None:
    chase = in_nl()
    _do(chase, "shots")
    assert answer(chase.decisions[-1]).params == {"expected": "", "got": "shots"}


def test_open_items_stay_with_the_rooms_that_must_do_them_until_the_last_is_done() -> None:
    chase = _closed()
    chase.comes_due("visibility_end")
    assert chase.pursuit.audience == (HOME,)
    assert [record.granted for record in inbox(chase.decisions[-1], VisibilityRecord).values()] == [False, False]
    for item in ABROAD:
        _do(chase, item, 2000)
        assert chase.pursuit.audience == (HOME,)
    _do(chase, "person_held", 2001, text="nobody")
    assert is_done(chase.pursuit)
    assert not chase.pursuit.audience


def test_done_before_that_it_is_seen_as_long_as_every_other() -> None:
    chase = _closed(opened_at_home())
    for item in HOME_ITEMS:
        _do(chase, item)
    assert (is_done(chase.pursuit), chase.pursuit.audience) == (True, (HOME,))
    chase.comes_due("visibility_end")
    assert chase.pursuit.audience == ()


def test_nothing_new_is_told_of_a_pursuit_that_is_closed() -> None:
    chase = _closed()
    chase.order(110, AddFact(fact="f", kind="remark", text="x", source="desk"))
    assert _code(chase) == "closed"
    chase.order(111, WarnRoom(to=WEST, text="x"))
    assert _code(chase) == "closed"


# ---------------------------------------------------------------- the six hours


def test_holding_a_person_starts_the_six_hours_and_who_answers_for_them_is_alarmed_when_they_are_over() -> None:
    chase = _closed()  # 13:00 by the clock on the wall there: six hours on are 19:00, seven hours after START
    _do(chase, "person_held", 200, at=at(60))
    due = at(60 + 6 * 3600)
    assert chase.pursuit.checklist["six_hours"].due_at == due
    assert chase.pursuit.dues["item:six_hours"] == due
    assert _items(chase)[-1] == "six_hours"
    chase.comes_due("item:six_hours")
    assert alert_lines(chase.decisions[-1]) == [f"{HOME} 3 cleared P1, rings"]
    assert alert_of(chase, HOME).alarms[-1].params == {"item": "six_hours"}


def test_held_since_another_hour_the_six_hours_run_anew_and_held_by_nobody_no_more() -> None:
    chase = _closed()
    _do(chase, "person_held", 200, at=at(60))
    _do(chase, "person_held", 201, at=at(90))
    assert chase.pursuit.dues["item:six_hours"] == chase.pursuit.checklist["six_hours"].due_at == at(90 + 6 * 3600)
    _do(chase, "person_held", 202, text="nobody")
    assert "item:six_hours" not in chase.pursuit.dues
    assert chase.pursuit.checklist["six_hours"].text == "nobody"
    _do(chase, "person_held", 203, text="he was after all", at=at(60))
    assert chase.pursuit.checklist["six_hours"].done_at is None
    assert chase.pursuit.dues["item:six_hours"] == at(60 + 6 * 3600)


def test_hours_that_somebody_answered_for_stay_answered_when_their_beginning_is_put_right() -> None:
    chase = _closed()
    _do(chase, "person_held", 200, at=at(60))
    _do(chase, "six_hours", 201, text="let go")
    _do(chase, "person_held", 202, at=at(90))
    hours = chase.pursuit.checklist["six_hours"]
    assert (hours.text, hours.done_at, hours.due_at) == ("let go", at(201.1), at(90 + 6 * 3600))
    assert "item:six_hours" not in chase.pursuit.dues


def test_hours_that_by_the_hour_put_right_were_over_before_somebody_answered_ring_once() -> None:
    chase = _closed()
    _do(chase, "person_held", 7 * 3600, at=at(3600))
    _do(chase, "six_hours", 7 * 3600 + 10, text="let go", at=at(7 * 3600 - 60))
    assert not alert_of(chase, HOME).alarms
    for second, held in ((20, 3570), (30, 3500), (40, 3400)):
        _do(chase, "person_held", 7 * 3600 + second, at=at(held))
    assert [alarm.at for alarm in alert_of(chase, HOME).alarms] == [at(7 * 3600 + 30.1)]


def test_the_log_says_until_when_by_now_and_not_that_somebody_answered_again() -> None:
    chase = _closed()
    _do(chase, "person_held", 200, at=at(60))
    _do(chase, "six_hours", 201, text="let go")
    _do(chase, "person_held", 202, at=at(90))
    assert [(line.code, line.params["item"]) for line in chase.pursuit.log[-2:]] == [
        ("item_corrected", "person_held"),
        ("item_due", "six_hours"),
    ]


def test_a_word_put_right_after_the_hours_are_over_does_not_ring_for_them_again() -> None:
    chase = _closed()
    _do(chase, "person_held", 200, at=at(60))
    chase.comes_due("item:six_hours")
    _do(chase, "person_held", 30_000, at=at(60), text="one man, not two")
    assert "item:six_hours" not in chase.pursuit.dues


def test_a_person_found_to_be_held_when_nobody_saw_the_pursuit_any_more_is_seen_again() -> None:
    chase = _closed()
    for item in (*ABROAD, "person_held"):
        _do(chase, item, text="nobody")
    chase.comes_due("visibility_end")
    assert not chase.pursuit.audience
    _do(chase, "person_held", 3000, at=at(60))
    assert chase.pursuit.audience == (HOME,)


def test_with_nobody_held_after_all_the_last_item_ends_the_view_of_it() -> None:
    chase = _closed()
    for item in ABROAD:
        _do(chase, item)
    _do(chase, "person_held", at=at(60))
    chase.comes_due("visibility_end")
    assert chase.pursuit.audience == (HOME,)
    _do(chase, "person_held", 3000, text="nobody")
    assert is_done(chase.pursuit)
    assert not chase.pursuit.audience


def test_that_alarm_escalates_although_the_pursuit_is_over() -> None:
    chase = _closed()
    _do(chase, "person_held", 200, at=at(60))
    chase.comes_due("item:six_hours")
    levels = []
    while f"escalate:{HOME}" in chase.pursuit.dues:
        chase.comes_due(f"escalate:{HOME}")
        levels.append(alert_of(chase, HOME).escalation)
    assert levels == ["louder", "supervisor", "telephone"]


def test_with_the_last_item_that_starts_the_clock_the_rooms_do_not_lose_sight_of_it() -> None:
    chase = _closed()
    for item in ABROAD:
        _do(chase, item)
    chase.comes_due("visibility_end")
    _do(chase, "person_held", 2000, at=at(60))
    assert chase.pursuit.audience == (HOME,)
    _do(chase, "six_hours", 3600, text="freed")
    assert not chase.pursuit.audience


def test_freed_in_time_nobody_is_alarmed() -> None:
    chase = _closed()
    _do(chase, "person_held", 200, at=at(60))
    _do(chase, "six_hours", 3600, text="freed")
    assert "item:six_hours" not in chase.pursuit.dues
    assert chase.pursuit.checklist["six_hours"].due_at == at(60 + 6 * 3600)


def test_who_was_held_must_be_said_with_since_when_or_that_nobody_was() -> None:
    chase = _closed()
    _do(chase, "person_held", text="the driver")
    assert answer(chase.decisions[-1]).params == {"name": "person_held", "expected": "at"}
    _do(chase, "person_held", 201, text="Nobody")
    assert "six_hours" not in chase.pursuit.checklist


def test_nobody_is_held_from_the_future_on() -> None:
    chase = _closed()
    _do(chase, "person_held", 200, at=at(250))
    assert chase.pursuit.checklist["person_held"].at == at(200.1)


def test_entered_too_late_the_alarm_comes_at_once() -> None:
    chase = _closed()
    _do(chase, "person_held", 10 * 3600, at=at(60))
    assert chase.pursuit.dues["item:six_hours"] < at(10 * 3600)


# ---------------------------------------------------------------- does it still run?


def test_a_quarter_of_an_hour_without_a_moving_unit_the_leading_room_is_asked_again_and_again() -> None:
    chase = in_nl()  # moved at 31
    chase.comes_due("running")
    assert (chase.pursuit.asked_at, chase.pursuit.dues["running"]) == (None, at(931))
    for number, second in enumerate((931.1, 1831.1 + 0.1)):
        chase.comes_due("running")
        assert alert_lines(chase.decisions[-1]) == [f"{HOME} {number + 2} departed P3, rings"]
        assert chase.pursuit.asked_at == at(second)
    assert [alarm.code for alarm in alert_of(chase, HOME).alarms] == ["still_running"]
    assert chase.pursuit.phase == "open"
    assert view_of(chase.decisions[-1]).asked_at is not None


def test_the_answer_or_a_unit_that_moves_ends_the_question() -> None:
    chase = in_nl()
    chase.comes_due("running")
    chase.comes_due("running")
    chase.order(940, StillRunning())
    assert (chase.pursuit.asked_at, chase.pursuit.dues["running"]) == (None, at(1840.1))
    assert log_codes(chase)[-2:] == ["still_asked", "still_confirmed"]
    chase.comes_due("running")
    assert chase.pursuit.asked_at is not None
    chase.moved(1850, CAR, 50.2, 6.2)
    assert chase.pursuit.asked_at is None
    chase.comes_due("running")
    assert chase.pursuit.dues["running"] == at(2750)


def test_the_answer_takes_the_question_off_the_alert_and_the_next_one_says_since_when_nothing_moved() -> None:
    chase = in_nl()  # moved at 31
    chase.comes_due("running")
    chase.comes_due("running")
    chase.order(940, StillRunning())
    assert alert_of(chase, HOME).alarms == ()
    chase.comes_due("running")
    assert [alarm.params["since"] for alarm in alert_of(chase, HOME).alarms] == [at(31).isoformat(timespec="seconds")]


def test_who_answers_has_seen_the_question_and_nobody_is_called_for_it() -> None:
    chase = in_nl()
    chase.acknowledge(31, SOUTH, 1)
    chase.order(40, TakeLead(), by=desk(SOUTH))
    for _ in range(2):
        chase.comes_due("running")
    assert alert_of(chase).acknowledged is None
    chase.order(940, StillRunning(), by=desk(SOUTH))
    alert = alert_of(chase)
    assert (alert.alarms, alert.acknowledged is not None, f"escalate:{SOUTH}" in chase.pursuit.dues) == (
        (),
        True,
        False,
    )


def test_what_else_rang_is_still_to_be_seen_by_who_answers_it() -> None:
    chase = in_nl()
    for _ in range(2):
        chase.comes_due("running")
    chase.order(935, AddFact(fact="d", kind="danger", code="armed", source="crew"), by=crew())
    chase.order(940, StillRunning())
    assert [alarm.code for alarm in alert_of(chase, HOME).alarms] == ["danger"]


def test_a_pursuit_into_a_state_of_which_no_room_is_known_was_abroad() -> None:
    chase = Chase()
    chase.open()
    chase.present(0.5, "BE")
    chase.crossed(30, "BE", "CH")
    chase.crossed(60, "CH", "BE")
    _closed(chase)
    assert {"officers_report", "host_authority", "person_handed_over", "person_held"} <= chase.pursuit.checklist.keys()


def test_closing_answers_it_too() -> None:
    chase = in_nl()
    chase.comes_due("running")
    chase.comes_due("running")
    _closed(chase)
    assert chase.pursuit.asked_at is None


@pytest.mark.parametrize(
    ("by", "code"), [(desk(ROAD), "wrong_room"), (desk(WEST), "unknown_pursuit"), (crew(SECOND), "not_allowed")]
)
def test_nobody_else_says_that_it_goes_on(by: Account, code: str) -> None:
    chase = in_nl()
    chase.order(940, StillRunning(), by=by)
    assert _code(chase) == code


def test_every_item_that_can_be_is_listed() -> None:
    assert list(ITEMS) == [*ABROAD, "person_held", "six_hours"]
