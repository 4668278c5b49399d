"""Two pursuits of one car become one, one pursuit of two cars becomes two: each asks the other, and waits for it."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from streams.orders import AddFact, GiveStop, LiftStop, Merge, OpenedInError, Split, TakeLead, WithdrawFact
from streams.pursuit.cases import ANSWERS
from streams.pursuit.noticed import judged
from streams.pursuit.refusal import CODES
from streams.records import Account, CaseAnswered, Decision, MergeAsked, NoticeRecord, SplitAsked
from tests.streams.pursuit.scene import (
    CAR,
    CASE,
    HOME,
    NORTH,
    OTHER,
    SECOND,
    SOUTH,
    WEST,
    Chase,
    alert_of,
    answer,
    approach,
    asked,
    at,
    crew,
    desk,
    in_nl,
    inbox,
    log_codes,
    memberships,
    opened_at_home,
    possible,
    sent_alerts,
    view_of,
    with_second,
)  # fmt: skip

GOES_ON = "BE/2026-2"
THIRD = "BE/CAR-3"


def _other(case: str = GOES_ON, unit: str = THIRD) -> Chase:
    """A second pursuit of the same car."""
    chase = Chase(case)
    chase.open(0, unit, by=desk())
    chase.present(1, "BE", unit)
    return chase


def _code(chase: Chase) -> str:
    return answer(chase.decisions[-1]).code


def _bring(decision: Decision, to: Chase) -> Decision:
    """What this decision asks of the other pursuit, or answers it, arrives there."""
    (report,) = asked(decision)
    assert report.case == to.case
    return to.take(report)


def _merge(chase: Chase, seconds: float = 50, into: str = GOES_ON, by: Account | None = None) -> Decision:
    return chase.order(seconds, Merge(into=into, reason="same car"), by=by)


def _fact(name: str, code: str = "") -> AddFact:
    return AddFact(fact=name, kind="danger" if code else "remark", code=code, text="red van", source="crew")


# ---------------------------------------------------------------- one of two


def test_the_other_pursuit_takes_in_units_and_facts_and_only_then_this_one_ends() -> None:
    chase, other = in_nl(), _other()
    chase.order(40, _fact("f"), by=crew())
    question = _merge(chase)
    assert (chase.pursuit.phase, chase.pursuit.dues["pending"]) == ("open", at(110.1))
    reply = _bring(question, other)
    assert other.pursuit.units[CAR].active
    assert list(other.pursuit.facts) == ["f"]
    assert [m.joined for m in memberships(reply).values()] == [True, True]
    assert chase.pursuit.phase == "open"
    end = _bring(reply, chase)
    assert (chase.pursuit.phase, chase.pursuit.goes_on_as, chase.pursuit.pending) == ("merged", GOES_ON, {})
    assert not memberships(end)[CAR].joined
    assert {alert.phase for alert in sent_alerts(end)} == {"cleared"}
    assert inbox(end, NoticeRecord)[HOME].params == {"case": GOES_ON}
    assert list(chase.pursuit.dues) == ["visibility_end"]
    assert (log_codes(other)[-1], log_codes(chase)[-2:]) == ("merge_taken_in", ["merge_accepted", "merged"])


def test_a_danger_that_the_other_pursuit_did_not_know_rings_there() -> None:
    chase, other = in_nl(), _other()
    other.order(30, _fact("known", "unlit"), by=desk())
    for name, code in (("a", "armed"), ("u", "unlit"), ("w", "hostage")):
        chase.order(40, _fact(name, code), by=crew())
    chase.order(45, WithdrawFact(fact="w", reason="no"))
    _bring(_merge(chase), other)
    assert [alarm.params for alarm in alert_of(other, HOME).alarms] == [{"code": "armed"}]


def _known_in_time() -> tuple[Chase, Chase]:
    """The southern room has seen the pre-alert of the one, whose car has crossed; the other knows of no entry."""
    chase = opened_at_home()
    chase.approaching(20, approach("NL", 30))
    chase.receipt(21, SOUTH, 1, "shown")
    chase.crossed(30, "BE", "NL")
    return chase, _other()


def _verdict(chase: Chase, room: str = SOUTH) -> tuple[str, float | None, tuple[str, ...]]:
    judged_ = judged(chase.pursuit.notices[room])
    return judged_.verdict, judged_.margin_s, judged_.reasons


def test_what_a_room_knew_by_the_pursuit_that_was_taken_in_counts_in_the_one_that_goes_on() -> None:
    chase, other = _known_in_time()
    over = chase.pursuit.units[CAR].last_crossing
    assert over is not None
    _bring(_bring(_merge(chase), other), chase)
    assert [one.room for one in view_of(other.decisions[-1], HOME).alerted] == []
    other.told(52, over, "NL")
    assert _verdict(chase) == ("in_time", 8.9, ("shown",))
    assert _verdict(other) == ("in_time", 8.9, ("shown", "other_case"))
    assert other.pursuit.notices[SOUTH].from_case == CASE


def test_it_counts_for_that_entry_alone() -> None:
    chase, other = _known_in_time()
    _bring(_bring(_merge(chase), other), chase)
    other.present(52, "BE", CAR)
    other.crossed(7200, "BE", "NL")
    assert _verdict(other)[0] == "cannot_be_told"


def test_what_is_only_foreseen_or_not_sure_is_not_carried() -> None:
    chase, other = opened_at_home(), _other()
    chase.approaching(20, approach("NL", 30))
    chase.receipt(21, SOUTH, 1, "shown")
    chase.told(30, possible("BE", "NL", 30), "NL")
    _bring(_merge(chase), other)
    assert not other.pursuit.notices


def test_of_a_visit_that_is_over_nothing_counts_for_the_next_in_the_pursuit_that_goes_on() -> None:
    chase, other = opened_at_home(), _other()
    chase.approaching(20, approach("NL", 30))
    chase.receipt(21, SOUTH, 1, "shown")
    chase.crossed(30, "BE", "NL")
    chase.crossed(40, "NL", "BE")
    _bring(_bring(_merge(chase), other), chase)
    assert not other.pursuit.notices
    other.present(52, "BE", CAR)
    other.crossed(900, "BE", "NL", place=(50.8, 6.0))
    of_the_next = judged(other.pursuit.notices[NORTH])
    assert of_the_next.verdict == "cannot_be_told"


def test_who_joined_or_what_became_known_while_the_other_was_asked_is_not_left_behind() -> None:
    chase, other = in_nl(), _other()
    question = _merge(chase)
    chase.join(51, SECOND)
    chase.order(52, _fact("late", "armed"), by=crew())
    again = _bring(_bring(question, other), chase)
    assert chase.pursuit.phase == "open"
    end = _bring(_bring(again, other), chase)
    assert chase.pursuit.phase == "merged"
    assert other.pursuit.units[SECOND].active
    assert "late" in other.pursuit.facts
    assert asked(end) == []


def test_what_became_known_alone_is_asked_for_again_too() -> None:
    chase, other = in_nl(), _other()
    question = _merge(chase)
    chase.order(52, _fact("late", "armed"), by=crew())
    again = _bring(_bring(question, other), chase)
    _bring(_bring(again, other), chase)
    assert ("late" in other.pursuit.facts, chase.pursuit.phase) == (True, "merged")


def test_what_a_room_did_while_the_other_was_asked_counts_there_too() -> None:
    chase, other = in_nl(), _other()
    question = _merge(chase)
    over = chase.pursuit.units[CAR].last_crossing
    assert over is not None
    reply = _bring(question, other)
    other.told(51, over, "NL")
    other.receipt(53, SOUTH, alert_of(other, SOUTH).revision, "delivered")
    chase.receipt(52, SOUTH, alert_of(chase, SOUTH).revision, "shown")
    again = _bring(reply, chase)
    assert chase.pursuit.phase == "open"
    _bring(_bring(again, other), chase)
    assert chase.pursuit.phase == "merged"
    notice = other.pursuit.notices[SOUTH]
    assert notice.shown is not None
    assert notice.delivered is not None
    assert (notice.shown.at, notice.delivered.at) == (at(52.1), at(53.1))


def test_a_question_that_comes_again_is_answered_as_before_and_takes_nobody_in_who_has_left_since() -> None:
    chase, other = in_nl(), _other()
    (question,) = asked(_merge(chase))
    first = asked(other.take(question))
    other.leave(60, CAR)
    again = other.take(question)
    assert asked(again)[0].accepted is first[0].accepted is True
    assert not other.pursuit.units[CAR].active
    assert [event["type"] for event in again.events] == ["case_taken_in"]


def test_an_answer_that_comes_again_says_nothing_new() -> None:
    chase, other = in_nl(), _other()
    question = _merge(chase)
    chase.join(51, SECOND)
    reply = _bring(question, other)
    _bring(reply, chase)
    again = _bring(reply, chase)  # the answer to the first question is none to the second
    assert (again.events, again.outputs) == ((), ())
    assert (chase.pursuit.phase, list(chase.pursuit.pending)) == ("open", [f"merge|{GOES_ON}"])


@pytest.mark.parametrize("why", ["unknown_pursuit", "closed", "wrong_mode", "pending", "too_many_units"])
def test_a_pursuit_that_cannot_take_it_in_says_why_and_nothing_changes_here(why: str) -> None:
    chase, other = in_nl(), Chase(GOES_ON)
    if why == "wrong_mode":
        other = Chase(GOES_ON, mode="live")
    if why == "too_many_units":
        other.open(0, *(f"BE/UNIT-{number}" for number in range(20)), by=desk())
    elif why != "unknown_pursuit":
        other.open(0, THIRD, by=desk())
    if why == "closed":
        other.close(10)
    if why == "pending":
        _merge(other, into=CASE)
    before = other.state
    reply = _bring(_merge(chase), other)
    assert (other.state and other.state.units) == (before and before.units)
    end = _bring(reply, chase)
    assert chase.pursuit.phase == "open"
    assert inbox(end, NoticeRecord)[HOME].params == {"case": GOES_ON, "code": why}
    assert chase.pursuit.pending == {}
    assert why in ANSWERS


@pytest.mark.parametrize(("case", "room", "known"), [("DE/2026-1", WEST, False), ("NL/2026-1", NORTH, True)])
def test_a_pursuit_of_a_state_that_may_know_nothing_of_it_is_answered_as_where_there_is_none(
    case: str, room: str, known: bool
) -> None:
    own, unit = Chase(case), f"{case[:2]}/CAR-7"
    own.open(0, unit, by=desk(room))
    question, chase = _merge(own, into=CASE, by=desk(room)), in_nl()
    (reply,), (none,) = asked(_bring(question, chase)), asked(_bring(question, Chase()))
    assert (reply.accepted, reply == none, unit in chase.pursuit.units) == (known, not known, known)


def test_a_pursuit_takes_in_no_more_facts_than_it_can_tell_its_rooms() -> None:
    chase, other = in_nl(), _other()
    chase.order(40, _fact("f"), by=crew())
    (question,) = asked(_merge(chase))
    for many, code in ((121, "too_many_facts"), (120, "")):
        facts = tuple(replace(question.facts[0], id=f"f{number}") for number in range(many))
        (reply,) = asked(other.take(replace(question, id=f"{many} facts", facts=facts)))
        assert (reply.accepted, reply.code) == (not code, code)
    assert len(other.pursuit.facts) == 120


def test_an_answer_to_a_question_before_leaves_the_next_one_its_deadline() -> None:
    chase, other = in_nl(), _other()
    question = _merge(chase)
    chase.comes_due("pending")
    _merge(chase, 120)
    _bring(_bring(question, other), chase)
    assert chase.pursuit.dues["pending"] == at(180.1)


def test_a_question_that_is_overdue_is_given_up_by_who_asks_another_pursuit() -> None:
    chase, other, third = in_nl(), _other(), _other("BE/2026-3", "BE/CAR-4")
    yes = _bring(_merge(chase), other)
    _merge(chase, 60, into=third.case)
    assert _code(chase) == "pending"
    chase.comes_due("pending")
    question = _merge(chase, 120, into=third.case)
    assert (_code(chase), log_codes(chase)[-2:]) == ("done", ["question_given_up", "merge_asked"])
    told = _bring(yes, chase)
    assert (chase.pursuit.phase, asked(told)) == ("open", [])
    assert inbox(told, NoticeRecord)[HOME].code == "merge_accepted"
    _bring(_bring(question, third), chase)
    assert (chase.pursuit.phase, chase.pursuit.goes_on_as, chase.pursuit.pending) == ("merged", third.case, {})


def test_what_was_given_up_may_be_asked_again_and_may_itself_be_taken_in() -> None:
    chase, other = with_second(in_nl()), _other()
    _merge(chase)
    chase.comes_due("pending")
    _split(chase, case="BE/2026-3")
    assert chase.pursuit.pending[f"merge|{GOES_ON}"].given_up
    assert asked(_bring(_merge(other, 55, into=CASE), chase))[0].accepted
    chase.comes_due("pending")
    _merge(chase, 200)
    assert (_code(chase), chase.pursuit.pending[f"merge|{GOES_ON}"].given_up) == ("done", False)


def test_where_no_answer_comes_within_a_minute_both_go_on_and_may_ask_again() -> None:
    chase, other = in_nl(), _other()
    question = _merge(chase)
    chase.comes_due("pending")
    assert (chase.pursuit.phase, "pending" in chase.pursuit.dues) == ("open", False)
    assert log_codes(chase)[-1] == "merge_refused"
    again = _merge(chase, 200)
    late = _bring(_bring(question, other), chase)
    assert late.events == ()
    _bring(_bring(again, other), chase)
    assert chase.pursuit.phase == "merged"


def test_a_yes_to_a_merge_that_comes_late_is_asked_for_again_so_that_no_unit_is_pursued_nowhere() -> None:
    chase, other = in_nl(), _other()
    yes = _bring(_merge(chase), other)
    chase.comes_due("pending")
    other.leave(115, CAR, by=desk())
    again = _bring(yes, chase)
    assert (chase.pursuit.phase, chase.pursuit.units[CAR].active) == ("open", True)
    _bring(_bring(again, other), chase)
    assert (chase.pursuit.phase, chase.pursuit.pending, other.pursuit.units[CAR].active) == ("merged", {}, True)


def test_a_yes_to_a_merge_that_comes_late_from_a_pursuit_that_is_closed_by_now_ends_nothing() -> None:
    chase, other = in_nl(), _other()
    yes = _bring(_merge(chase), other)
    chase.comes_due("pending")
    other.close(115)
    _bring(_bring(_bring(yes, chase), other), chase)
    assert (chase.pursuit.phase, chase.pursuit.pending, chase.pursuit.units[CAR].active) == ("open", {}, True)


def test_after_a_late_yes_to_a_split_the_units_go_on_in_both() -> None:
    chase, new = with_second(in_nl()), Chase("BE/2026-3")
    question = chase.order(50, Split(new_case=new.case, units=(SECOND,)))
    chase.comes_due("pending")
    end = _bring(_bring(question, new), chase)
    assert (chase.pursuit.units[SECOND].active, new.pursuit.units[SECOND].active) == (True, True)
    assert inbox(end, NoticeRecord)[HOME].params == {"case": new.case, "code": "already_open"}
    assert chase.pursuit.pending == {}


@pytest.mark.parametrize(
    ("by", "into", "code"),
    [
        (desk(SOUTH), GOES_ON, "wrong_room"),
        (desk(OTHER), GOES_ON, "unknown_pursuit"),
        (crew(), GOES_ON, "not_allowed"),
        (desk(), CASE, "same_case"),
    ],
)
def test_only_who_leads_merges_it_into_another_one(by: Account, into: str, code: str) -> None:
    chase = in_nl()
    decision = _merge(chase, into=into, by=by)
    assert (_code(chase), asked(decision), chase.pursuit.pending) == (code, [], {})


def test_one_question_is_asked_at_a_time() -> None:
    chase = with_second(in_nl())
    _merge(chase)
    for order in (Merge(into="BE/2026-3"), Split(new_case="BE/2026-3", units=(SECOND,))):
        chase.order(51, order)
        assert answer(chase.decisions[-1]).params == {"case": CASE, "other": GOES_ON}


def test_a_merged_pursuit_takes_no_orders() -> None:
    chase, other = in_nl(), _other()
    _bring(_bring(_merge(chase), other), chase)
    chase.order(60, TakeLead(), by=desk(SOUTH))
    assert answer(chase.decisions[-1]).params == {"case": CASE, "phase": "merged"}


# ---------------------------------------------------------------- units that are to stop


@pytest.mark.parametrize("order", [Merge(into=GOES_ON), Split(new_case=GOES_ON, units=(SECOND,))])
def test_units_that_are_to_stop_do_not_go_on_in_another_pursuit(order: Any) -> None:
    chase = with_second(in_nl())
    chase.order(40, GiveStop(stop="s", reason="school"), by=desk(SOUTH))
    chase.order(50, order)
    assert answer(chase.decisions[-1]).params == {"case": CASE, "name": "s"}
    chase.order(55, LiftStop(stop="s", reason="over"), by=desk(SOUTH))
    chase.order(60, order)
    assert answer(chase.decisions[-1]).accepted


@pytest.mark.parametrize("kind", ["merge", "split"])
def test_a_stop_order_that_is_given_before_the_other_answers_keeps_them_here(kind: str) -> None:
    chase, other = with_second(in_nl()), _other() if kind == "merge" else Chase(GOES_ON)
    question = _merge(chase) if kind == "merge" else chase.order(50, Split(new_case=GOES_ON, units=(SECOND,)))
    chase.order(51, GiveStop(stop="s", reason="school"), by=desk(SOUTH))
    end = _bring(_bring(question, other), chase)
    assert (chase.pursuit.phase, chase.pursuit.units[SECOND].active) == ("open", True)
    assert inbox(end, NoticeRecord)[HOME].params == {"case": GOES_ON, "code": "stop_stands"}


# ---------------------------------------------------------------- two of one


def _split(chase: Chase, *units: str, case: str = GOES_ON, by: Account | None = None) -> Decision:
    return chase.order(50, Split(new_case=case, units=units or (SECOND,)), by=by)


def test_a_pursuit_is_opened_for_the_second_target_and_its_units_go_there() -> None:
    chase, new = with_second(in_nl(), "NL"), Chase(GOES_ON)
    chase.order(40, _fact("f"), by=crew())
    reply = _bring(_split(chase), new)
    state = new.pursuit
    assert (state.leading_room, state.home_room, state.purpose, list(state.units)) == (HOME, HOME, "robbery", [SECOND])
    assert (list(state.facts), state.opened_at) == (["f"], at(50.2))
    assert set(state.dues) == {"memberships", "running"}
    assert new.pursuit.audience == (HOME,)
    _bring(reply, chase)
    assert (chase.pursuit.phase, chase.pursuit.units[SECOND].active, chase.pursuit.units[CAR].active) == (
        "open", False, True,
    )  # fmt: skip
    assert alert_of(chase).phase == "entered"


def test_a_room_that_was_told_of_them_in_time_was_so_in_the_new_pursuit_too() -> None:
    chase, new = with_second(opened_at_home()), Chase(GOES_ON)
    chase.approaching(33, approach("NL", 33))
    chase.receipt(34, SOUTH, 1, "shown")
    chase.crossed(60, "BE", "NL")
    _bring(chase.order(70, Split(new_case=new.case, units=(CAR,))), new)
    over = chase.pursuit.units[CAR].last_crossing
    assert over is not None
    new.present(72, "NL", CAR, (over,))
    new.receipt(75, SOUTH, 1, "shown")
    assert _verdict(chase) == ("in_time", 25.9, ("shown",))
    assert _verdict(new) == ("in_time", 25.9, ("shown", "other_case"))
    assert alert_of(new).rang_revision == 1


def test_what_rests_on_the_units_that_go_is_over_here() -> None:
    chase, new = with_second(in_nl()), Chase(GOES_ON)
    chase.crossed(45, "NL", "BE")
    chase.crossed(46, "BE", "DE", SECOND)
    _bring(_bring(_split(chase), new), chase)
    assert (alert_of(chase, WEST).phase, alert_of(chase, HOME).phase) == ("cleared", "cleared")


def test_a_case_of_that_name_that_is_there_already_is_not_opened_again_but_answered_as_before() -> None:
    chase, new = with_second(in_nl()), Chase(GOES_ON)
    (question,) = asked(_split(chase))
    new.take(question)
    again = new.take(question)
    assert asked(again)[0].accepted
    other = with_second(in_nl())
    (another,) = asked(other.order(60, Split(new_case=GOES_ON, units=(SECOND,)), identity="another"))
    (no,) = asked(new.take(another))
    assert (no.accepted, no.code) == (False, "already_open")
    other.take(no)
    assert other.pursuit.units[SECOND].active


@pytest.mark.parametrize(
    ("units", "case", "by", "code"),
    [
        ((THIRD,), GOES_ON, desk(), "not_joined"),
        ((CAR, SECOND), GOES_ON, desk(), "all_units"),
        ((SECOND,), "NL/2026-2", desk(), "wrong_case"),
        ((SECOND,), CASE, desk(), "wrong_case"),
        ((SECOND,), GOES_ON, desk(SOUTH), "wrong_room"),
        ((SECOND,), GOES_ON, crew(), "not_allowed"),
    ],
)
def test_a_split_that_cannot_be_is_refused(units: tuple[str, ...], case: str, by: Account, code: str) -> None:
    chase = with_second(in_nl())
    decision = _split(chase, *units, case=case, by=by)
    assert (_code(chase), asked(decision)) == (code, [])


# ---------------------------------------------------------------- between them


def test_every_code_of_an_answer_but_that_there_was_none_is_one_of_a_refusal() -> None:
    assert set(ANSWERS) - set(CODES) == {"no_answer", "lead_passed"}


def test_what_is_asked_and_answered_names_both_pursuits_and_the_question() -> None:
    chase, other = with_second(in_nl()), _other()
    (merge,) = asked(_merge(chase))
    assert isinstance(merge, MergeAsked)
    assert (merge.case, merge.from_case, merge.units, merge.by) == (GOES_ON, CASE, (CAR, SECOND), desk())
    (reply,) = asked(other.take(merge))
    assert isinstance(reply, CaseAnswered)
    assert (reply.case, reply.other_case, reply.asked, reply.kind) == (CASE, GOES_ON, merge.id, "merge")
    split = with_second(in_nl())
    (question,) = asked(_split(split))
    assert isinstance(question, SplitAsked)
    assert (question.room, question.units, question.mode) == (HOME, (SECOND,), "exercise")


def test_a_command_with_the_longest_id_asks_questions_that_differ() -> None:
    chase, other = in_nl(), _other()
    question = chase.order(50, Merge(into=GOES_ON), identity="x" * 400)
    chase.join(51, SECOND)
    again = _bring(_bring(question, other), chase)
    assert asked(again)[0].id != asked(question)[0].id
    _bring(_bring(again, other), chase)
    assert (chase.pursuit.phase, other.pursuit.units[SECOND].active) == ("merged", True)


# ---------------------------------------------------------------- nothing ends where nobody goes on


def test_three_pursuits_that_ask_each_other_in_a_ring_all_go_on() -> None:
    one, two, three = opened_at_home(), _other(), _other("BE/2026-3", SECOND)
    questions = [_merge(one), _merge(two, into=three.case), _merge(three, into=one.case)]
    replies = [_bring(questions[0], two), _bring(questions[1], three), _bring(questions[2], one)]
    for reply, asking in zip(replies, (one, two, three), strict=True):
        _bring(reply, asking)
    assert [chase.pursuit.phase for chase in (one, two, three)] == ["open"] * 3
    assert inbox(one.decisions[-1], NoticeRecord)[HOME].params["code"] == "pending"


@pytest.mark.parametrize("end", ["close", "error"])
def test_neither_who_asks_nor_who_has_just_said_yes_ends_before_the_other_has_heard(end: str) -> None:
    def ended(chase: Chase, seconds: float) -> str:
        if end == "close":
            chase.close(seconds)
        else:
            chase.order(seconds, OpenedInError(reason="a drill"))
        return _code(chase)

    chase, other = in_nl(), _other()
    question = _merge(chase, 50)
    assert ended(chase, 51) == "pending"
    reply = _bring(question, other)  # a second after it was asked
    assert ended(other, 60) == "just_taken_in"
    _bring(reply, chase)
    assert ended(other, 120) == "done"


def test_when_the_question_is_overdue_it_may_end_and_a_yes_that_comes_then_is_none() -> None:
    chase, other = in_nl(), _other()
    question = _merge(chase, 50)
    chase.comes_due("pending")
    chase.close(115)
    assert _code(chase) == "done"
    notice = inbox(_bring(_bring(question, other), chase), NoticeRecord)[HOME]
    assert (notice.code, notice.params["code"]) == ("merge_refused", "closed")


def test_a_lead_that_has_passed_since_makes_the_question_void() -> None:
    chase, other = in_nl(), _other()
    question = _merge(chase)
    chase.order(51, TakeLead(), by=desk(SOUTH))
    notice = inbox(_bring(_bring(question, other), chase), NoticeRecord)[SOUTH]
    assert (chase.pursuit.phase, notice.code, notice.params["code"]) == ("open", "merge_refused", "lead_passed")


def test_who_led_a_pursuit_that_is_taken_in_goes_on_seeing_its_crews_and_both_leaders_are_told() -> None:
    chase, other = opened_at_home(), Chase(GOES_ON)
    other.open(0, THIRD, by=desk(OTHER))
    other.present(1, "BE", THIRD)
    _bring(_bring(_merge(chase), other), chase)
    told = {room: [alarm.code for alarm in alert_of(other, room).alarms] for room in (HOME, OTHER)}
    assert told == {HOME: ["taken_in"], OTHER: ["taken_in"]}
    other.leave(60, CAR, by=desk(HOME))
    assert _code(other) == "done"


def test_who_leads_and_splits_leads_both() -> None:
    chase, new = with_second(in_nl()), Chase("BE/2026-9")
    chase.order(40, TakeLead(), by=desk(SOUTH))
    _bring(chase.order(50, Split(new_case=new.case, units=(SECOND,)), by=desk(SOUTH)), new)
    assert (new.pursuit.leading_room, new.pursuit.home_room) == (SOUTH, HOME)
    assert {SOUTH, HOME} <= set(new.pursuit.audience)


_MOVES = st.lists(
    st.tuples(st.sampled_from(["merge", "bring", "bring", "wait"]), st.integers(0, 2), st.integers(0, 2)), max_size=30
)


@given(st.permutations(range(3)), _MOVES)
def test_whatever_three_pursuits_ask_each_other_every_crew_is_in_one_that_goes_on(
    asked_first: list[int], moves: list[tuple[str, int, int]]
) -> None:
    """Reports arrive in each pursuit's own order, and however late."""
    chases = [opened_at_home(), _other(), _other("BE/2026-3", SECOND)]
    mail: dict[str, list[Any]] = {chase.case: [] for chase in chases}

    def post(decision: Decision) -> None:
        for report in asked(decision):
            mail[report.case].append(report)

    for one, two in enumerate(asked_first):
        post(_merge(chases[one], 5, into=chases[two].case))
    for number, (move, one, two) in enumerate(moves):
        chase, now_s = chases[one], 10.0 + 5 * number
        if move == "merge":
            post(_merge(chase, now_s, into=chases[two].case))
        elif move == "wait" and "pending" in chase.pursuit.dues:
            due = chase.pursuit.dues["pending"]
            post(chase.due("pending", due, arrived=max(due, at(now_s))))
        elif move == "bring" and mail[chase.case]:
            post(chase.take(mail[chase.case].pop(0), arrived=at(now_s)))
    for turn in range(300):
        chase = chases[turn % 3]
        if mail[chase.case]:
            post(chase.take(mail[chase.case].pop(0), arrived=at(1000)))
    assert not any(mail.values()), "nothing is asked for ever"
    followed = {
        name
        for chase in chases
        if chase.pursuit.phase == "open"
        for name, view in chase.pursuit.units.items()
        if view.active
    }
    assert followed == {CAR, SECOND, THIRD}
