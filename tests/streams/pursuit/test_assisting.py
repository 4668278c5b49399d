"""What rooms ask of each other, who leads, and the order to stop."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from streams.orders import (
    Accept,
    AddFact,
    AnswerRequest,
    GiveStop,
    HandOver,
    LiftStop,
    ReceiveStop,
    Refuse,
    Request,
    TakeLead,
    WarnRoom,
    WithdrawRequest,
    WithdrawUnit,
)
from streams.records import Account, NoticeRecord, StopOrder, StopRecord
from tests.streams.pursuit.scene import (
    CAR,
    COPY,
    DUTCH,
    HOME,
    NORTH,
    OTHER,
    ROAD,
    RULES_WITH_COPY,
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
    in_nl,
    inbox,
    log_codes,
    opened_at_home,
    view_of,
)  # fmt: skip

YES = Accept(unit=DUTCH, at=at(300), conditions="to the ring road")


def _code(chase: Chase) -> str:
    return answer(chase.decisions[-1]).code


def _ask(chase: Chase, kind: Any = "block_road", to: str = SOUTH, by: Account | None = None, name: str = "r") -> None:
    chase.order(40, Request(request=name, kind=kind, to=to), by=by)


def _reply(chase: Chase, room: str = SOUTH, reply: Accept | Refuse = YES, name: str = "r") -> None:
    chase.order(45, AnswerRequest(request=name, answer=reply), by=desk(room))


# ---------------------------------------------------------------- requests


def test_a_request_rings_the_room_that_is_asked_and_stands_open() -> None:
    chase = in_nl()
    _ask(chase)
    assert alert_lines(chase.decisions[-1]) == [f"{SOUTH} 2 entered P1, rings"]
    request = chase.pursuit.requests["r"]
    assert (request.room, request.to, request.kind, request.state) == (HOME, SOUTH, "block_road", "open")
    assert alert_of(chase).alarms[-1].params == {"kind": "block_road", "room": HOME, "request": "r"}


def test_a_room_that_knew_nothing_gets_an_alert_for_it_and_may_see_the_pursuit() -> None:
    chase = in_nl()
    _ask(chase, "helicopter", WEST)
    assert alert_lines(chase.decisions[-1]) == [f"{WEST} 1 alarm P2, rings"]
    assert WEST in chase.pursuit.audience


def test_the_answer_is_read_by_who_asked() -> None:
    chase = in_nl()
    _ask(chase)
    _reply(chase)
    request = chase.pursuit.requests["r"]
    assert (request.state, request.unit, request.unit_at, request.answered_by) == (
        "accepted", DUTCH, at(300), desk(SOUTH),
    )  # fmt: skip
    notice = inbox(chase.decisions[-1], NoticeRecord)[HOME]
    assert notice.code == "request_accepted"
    assert notice.params == {"kind": "block_road", "room": SOUTH, "unit": DUTCH, "conditions": "to the ring road"}
    assert chase.pursuit.leading_room == HOME


def test_a_refusal_says_why() -> None:
    chase = in_nl()
    _ask(chase)
    _reply(chase, reply=Refuse(reason="no car free"))
    assert inbox(chase.decisions[-1], NoticeRecord)[HOME].params["reason"] == "no car free"
    _reply(chase)
    assert answer(chase.decisions[-1]).params == {"name": "r", "answer": "refused"}


def test_a_request_that_is_withdrawn_is_read_by_who_was_asked() -> None:
    chase = in_nl()
    _ask(chase)
    chase.order(42, WithdrawRequest(request="r", reason="caught"), by=desk(SOUTH))
    assert _code(chase) == "wrong_room"
    chase.order(43, WithdrawRequest(request="r", reason="caught"))
    assert list(inbox(chase.decisions[-1], NoticeRecord)) == [SOUTH]
    chase.order(44, WithdrawRequest(request="r"))
    assert _code(chase) == "answered"


@pytest.mark.parametrize(
    ("by", "order", "code"),
    [
        (crew(), Request(request="r", kind="observe", to=SOUTH), "not_allowed"),
        (desk(OTHER), Request(request="r", kind="observe", to=SOUTH), "unknown_pursuit"),
        (desk(), Request(request="r", kind="observe", to=HOME), "own_room"),
        (desk(), Request(request="r", kind="observe", to="NL/NOWHERE"), "unknown_room"),
        (desk(), Request(request="known", kind="observe", to=SOUTH), "known_request"),
        (desk(SOUTH), Request(request="r", kind="take_over", to=NORTH), "not_leading"),
        (desk(SOUTH), AnswerRequest(request="r", answer=YES), "unknown_request"),
        (desk(ROAD), AnswerRequest(request="known", answer=YES), "wrong_room"),
        (crew(DUTCH, SOUTH), AnswerRequest(request="known", answer=YES), "not_allowed"),
        (desk(), WithdrawRequest(request="r"), "unknown_request"),
    ],
)
def test_a_request_or_answer_that_cannot_be_is_refused(by: Account, order: Any, code: str) -> None:
    chase = in_nl()
    _ask(chase, name="known")
    before = chase.pursuit
    chase.order(41, order, by=by)
    assert _code(chase) == code
    assert (chase.pursuit.requests, chase.pursuit.alerts) == (before.requests, before.alerts)


def test_a_pursuit_has_forty_requests() -> None:
    chase = in_nl()
    for number in range(41):
        _ask(chase, name=f"r{number}")
    assert (_code(chase), len(chase.pursuit.requests)) == ("too_many_requests", 40)


def test_answered_requests_never_stand_in_the_way_of_the_next_and_the_newest_are_kept() -> None:
    chase = in_nl()
    for number in range(41):
        _ask(chase, name=f"r{number}")
        chase.order(41, AnswerRequest(request=f"r{number}", answer=Refuse(reason="no")), by=desk(SOUTH))
    assert (_code(chase), len(chase.pursuit.requests)) == ("done", 40)
    assert {"r0", "r1"} & chase.pursuit.requests.keys() == {"r1"}
    _ask(chase, "take_over")
    _reply(chase)
    assert chase.pursuit.leading_room == SOUTH


# ---------------------------------------------------------------- who leads


def test_a_host_that_accepts_to_take_over_leads_from_that_instant() -> None:
    chase = in_nl()
    _ask(chase, "take_over")
    assert chase.pursuit.leading_room == HOME
    _reply(chase)
    assert (chase.pursuit.leading_room, chase.pursuit.lead_since) == (SOUTH, at(45.1))
    assert chase.pursuit.home_room == HOME
    assert alert_of(chase, HOME).alarms[-1].params == {"room": SOUTH}
    assert alert_of(chase, HOME).leading_room == SOUTH
    assert log_codes(chase)[-3:] == ["request_accepted", "acknowledged", "lead_passed"]


def test_who_answers_the_request_that_rang_last_has_seen_the_alert() -> None:
    chase = in_nl()
    chase.acknowledge(35, SOUTH, 1)
    _ask(chase)
    _reply(chase)
    owner = alert_of(chase).acknowledged
    assert owner is not None
    assert (owner.by, owner.revision) == (desk(SOUTH), 3)


@pytest.mark.parametrize("danger", [True, False])
def test_who_answers_has_seen_the_question_and_not_the_entry_or_the_danger(danger: bool) -> None:
    chase = in_nl()
    if danger:
        chase.acknowledge(35, SOUTH, 1)
        chase.order(38, AddFact(fact="f", kind="danger", code="armed", source="crew"), by=crew())
    _ask(chase)
    _reply(chase, reply=Refuse(reason="no"))
    alert = alert_of(chase)
    assert (alert.acknowledged, alert.priority) == (None, 1)
    assert [alarm.code for alarm in alert.alarms] == ["danger"] * danger
    assert f"escalate:{SOUTH}" in chase.pursuit.dues


def test_who_takes_the_lead_has_seen_the_entry_too() -> None:
    chase = in_nl()
    _ask(chase, "take_over")
    _reply(chase)
    assert alert_of(chase).acknowledged is not None


def test_who_answers_an_older_request_has_not_seen_what_rang_since() -> None:
    chase = in_nl()
    _ask(chase)
    chase.order(41, GiveStop(stop="s", reason="school"))
    _reply(chase)
    assert alert_of(chase).acknowledged is None


def test_an_offer_leaves_the_lead_where_it_is_until_it_is_accepted() -> None:
    chase = in_nl()
    chase.order(40, HandOver(request="h", to=SOUTH))
    assert chase.pursuit.leading_room == HOME
    _reply(chase, reply=Refuse(reason="no"), name="h")
    assert chase.pursuit.leading_room == HOME
    chase.order(50, HandOver(request="h2", to=SOUTH))
    _reply(chase, name="h2")
    assert chase.pursuit.leading_room == SOUTH


def test_one_offer_of_the_lead_stands_at_a_time() -> None:
    chase = in_nl()
    _ask(chase, "take_over", ROAD)
    chase.order(41, HandOver(request="h1", to=SOUTH))
    chase.order(42, HandOver(request="h2", to=ROAD))
    states = {name: request.state for name, request in chase.pursuit.requests.items()}
    assert states == {"r": "withdrawn", "h1": "withdrawn", "h2": "open"}


def test_inside_the_pursuing_state_the_room_that_takes_over_also_answers_at_home() -> None:
    chase = in_nl()
    chase.order(40, HandOver(request="h", to=OTHER))
    _reply(chase, OTHER, name="h")
    assert (chase.pursuit.leading_room, chase.pursuit.home_room) == (OTHER, OTHER)


def test_only_who_leads_may_offer_the_lead_and_what_it_asked_before_it_passed_is_void() -> None:
    chase = in_nl()
    chase.order(39, HandOver(request="h", to=SOUTH), by=desk(SOUTH))
    assert _code(chase) == "wrong_room"
    _ask(chase, "take_over", ROAD)
    chase.order(42, TakeLead(), by=desk(SOUTH))
    assert chase.pursuit.requests["r"].state == "withdrawn"
    _reply(chase, ROAD)
    assert (_code(chase), chase.pursuit.leading_room) == ("answered", SOUTH)


def test_a_room_of_the_state_that_a_unit_is_in_may_take_the_lead() -> None:
    chase = in_nl()
    chase.order(40, TakeLead(reason="our motorway"), by=desk(SOUTH))
    assert chase.pursuit.leading_room == SOUTH
    chase.order(41, TakeLead(), by=desk(SOUTH))
    assert _code(chase) == "nothing_new"


@pytest.mark.parametrize(
    ("by", "code"),
    [(desk(WEST), "not_here"), (desk(NORTH), "unknown_pursuit"), (crew(), "not_allowed"), (desk(OTHER), "not_here")],
)
def test_no_other_room_takes_it(by: Account, code: str) -> None:
    chase = in_nl()
    chase.warn(35, WEST)
    chase.warn(36, OTHER)
    chase.order(40, TakeLead(), by=by)
    assert (_code(chase), chase.pursuit.leading_room) == (code, HOME)


def _with_copy() -> Chase:
    chase = Chase(rules=RULES_WITH_COPY)
    chase.open()
    chase.present(0.5, "BE")
    chase.crossed(30, "BE", "NL")
    assert alert_of(chase, COPY).kind == "copy"
    return chase


def test_a_room_that_has_a_copy_does_not_take_it_nor_give_a_stop_order() -> None:
    chase = _with_copy()
    chase.order(61, TakeLead(), by=desk(COPY))
    assert _code(chase) == "not_here"
    chase.order(62, GiveStop(stop="s", reason="school"), by=desk(COPY))
    assert (_code(chase), chase.pursuit.stops) == ("wrong_room", {})


def test_when_the_unit_is_out_again_its_room_may_not_take_the_lead_any_more() -> None:
    chase = in_nl()
    chase.crossed(60, "NL", "BE")
    chase.order(61, TakeLead(), by=desk(SOUTH))
    assert answer(chase.decisions[-1]).params == {"case": "BE/2026-1", "room": SOUTH, "state": "NL"}


# ---------------------------------------------------------------- the stop order


def _stopped(room: str = SOUTH) -> Chase:
    chase = in_nl()
    chase.order(40, GiveStop(stop="s", reason="school"), by=desk(room))
    return chase


def _stop(chase: Chase) -> StopOrder:
    return chase.pursuit.stops["s"]


def test_a_stop_order_reaches_every_pursuing_unit_and_rings_in_every_other_room() -> None:
    chase = in_nl()
    chase.join(31, SECOND)
    chase.join(32, DUTCH, by=crew(DUTCH, SOUTH))
    chase.leave(33, DUTCH, by=crew(DUTCH, SOUTH))
    chase.order(40, GiveStop(stop="s", reason="school"), by=desk(SOUTH))
    assert set(inbox(chase.decisions[-1], StopRecord)) == {CAR, SECOND}
    assert _stop(chase).units == {CAR: None, SECOND: None}
    assert [line.split()[0] for line in alert_lines(chase.decisions[-1])] == [HOME, ROAD]
    assert chase.pursuit.dues["stop:s"] == at(70.1)


def test_a_crew_receipts_it_once_and_nobody_for_it() -> None:
    chase = _stopped()
    in_the_units_name = Account(name="x", role="operator", state="BE", room=HOME, unit=CAR)
    for by in (desk(), crew(SECOND), in_the_units_name):
        chase.order(41, ReceiveStop(stop="s"), by=by)
        assert _code(chase) == "wrong_unit"
    chase.order(42, ReceiveStop(stop="s"), by=crew())
    assert _stop(chase).units == {CAR: at(42.1)}
    assert "stop:s" not in chase.pursuit.dues
    chase.order(43, ReceiveStop(stop="s"), by=crew())
    assert _code(chase) == "nothing_new"
    chase.order(44, ReceiveStop(stop="other"), by=crew())
    assert _code(chase) == "unknown_stop"


def test_a_missing_receipt_alarms_who_gave_it_who_leads_and_who_answers_for_the_unit() -> None:
    chase = _stopped()
    chase.comes_due("stop:s")
    assert [line.split()[0] for line in alert_lines(chase.decisions[-1])] == [HOME, SOUTH]
    assert alert_of(chase).alarms[-1].params == {"stop": "s", "units": CAR}
    assert _stop(chase).unanswered
    chase.order(80, ReceiveStop(stop="s"), by=crew())
    assert _stop(chase).units == {CAR: at(80.1)}


def test_that_it_left_or_the_pursuit_is_over_tells_no_crew_to_stop() -> None:
    for closes in (False, True):
        chase = _stopped()
        chase.close(50) if closes else chase.leave(50, CAR)
        chase.comes_due("stop:s")
        assert alert_of(chase, SOUTH).alarms[-1].params == {"stop": "s", "units": CAR}
        assert alert_of(chase, SOUTH).priority == 1
        assert f"escalate:{SOUTH}" in chase.pursuit.dues


def test_a_unit_that_is_to_stop_is_not_said_to_have_been_joined_in_error_before_it_knows() -> None:
    chase = _stopped()
    chase.order(50, WithdrawUnit(unit=CAR, reason="other car"))
    assert (_code(chase), chase.pursuit.units[CAR].active) == ("stop_stands", True)
    chase.order(51, ReceiveStop(stop="s"), by=crew())
    chase.order(52, WithdrawUnit(unit=CAR, reason="other car"))
    assert answer(chase.decisions[-1]).accepted


def test_the_lead_is_not_offered_to_a_room_that_only_reads_along() -> None:
    chase = Chase(rules=RULES_WITH_COPY)
    chase.open(0)
    for order in (HandOver(request="h", to=COPY), Request(request="t", kind="take_over", to=COPY)):
        chase.order(40, order)
        assert (_code(chase), chase.pursuit.requests) == ("copy_room", {})


def test_after_the_end_it_may_still_be_receipted_and_undone() -> None:
    chase = _stopped()
    chase.close(50)
    chase.order(51, ReceiveStop(stop="s"), by=crew())
    assert answer(chase.decisions[-1]).accepted
    assert "stop:s" not in chase.pursuit.dues


def test_a_desk_of_the_units_state_receipts_it_for_a_crew_that_it_reached_by_radio() -> None:
    chase = _stopped()
    chase.order(45, ReceiveStop(stop="s", unit=CAR), by=desk(WEST))
    assert _code(chase) in {"unknown_pursuit", "wrong_room"}
    chase.order(46, ReceiveStop(stop="s"), by=desk())
    assert _code(chase) == "wrong_unit"
    chase.order(47, ReceiveStop(stop="s", unit=CAR), by=desk())
    assert answer(chase.decisions[-1]).accepted
    assert chase.pursuit.stops["s"].units[CAR] == at(47.1)
    assert log_codes(chase)[-1] == "stop_received"


def test_the_hosts_own_car_at_home_gives_it_no_lead_of_a_pursuit_that_is_not_there() -> None:
    chase = opened_at_home()
    chase.approaching(20, approach("NL", 60))
    chase.join(25, DUTCH, by=desk(SOUTH))
    chase.present(26, "NL", DUTCH)
    chase.order(30, TakeLead(reason="ours"), by=desk(SOUTH))
    assert _code(chase) == "not_here"
    chase.crossed(60, "BE", "NL")
    chase.order(61, TakeLead(reason="ours"), by=desk(SOUTH))
    assert chase.pursuit.leading_room == SOUTH


@pytest.mark.parametrize("heard", [True, False])
def test_a_room_warned_by_hand_may_lead_where_no_receiver_tells_where_the_pursuit_is(heard: bool) -> None:
    chase = opened_at_home() if heard else Chase()
    if not heard:
        chase.open(0)
    chase.order(20, WarnRoom(to=SOUTH, text="is in your town", place="Zuidstad"))
    assert alert_of(chase, SOUTH).cards == ("BE>NL/police/2026-01-01",)
    chase.order(30, TakeLead(reason="ours"), by=desk(SOUTH))
    assert (chase.pursuit.leading_room == SOUTH) is not heard


def test_who_joins_while_it_stands_gets_it_and_has_as_long_to_receipt_it() -> None:
    chase = _stopped()
    chase.order(42, ReceiveStop(stop="s"), by=crew())
    chase.join(50, SECOND)
    assert set(inbox(chase.decisions[-1], StopRecord)) == {SECOND}
    assert chase.pursuit.dues["stop:s"] == at(80.1)
    chase.comes_due("stop:s")
    assert alert_of(chase).alarms[-1].params == {"stop": "s", "units": SECOND}


def test_who_comes_back_must_receipt_it_anew() -> None:
    chase = _stopped()
    chase.order(42, ReceiveStop(stop="s"), by=crew())
    chase.leave(50, CAR)
    chase.join(55, CAR)
    assert _stop(chase).units == {CAR: None}


def test_only_a_room_that_gave_it_or_was_handed_it_undoes_it() -> None:
    chase = _stopped()
    for by, code in (
        (desk(), "wrong_room"),
        (desk(ROAD), "wrong_room"),
        (desk(OTHER), "unknown_pursuit"),
        (crew(), "not_allowed"),
    ):
        chase.order(50, LiftStop(stop="s", reason="no"), by=by)
        assert _code(chase) == code
        assert _stop(chase).lifted is None
    chase.order(60, LiftStop(stop="s", reason="over"), by=desk(SOUTH, "another of the same room"))
    assert _stop(chase).lifted is not None
    assert set(inbox(chase.decisions[-1], StopRecord)) == {CAR}
    assert "stop:s" not in chase.pursuit.dues
    chase.order(61, LiftStop(stop="s", reason="over"), by=desk(SOUTH))
    assert (_code(chase), answer(chase.decisions[-1]).params) == ("lifted", {"name": "s", "at": at(60.1).isoformat()})


def test_with_a_lead_that_is_handed_over_go_the_stop_orders_of_who_hands_it_over() -> None:
    chase = _stopped(HOME)
    chase.order(50, HandOver(request="h", to=SOUTH))
    _reply(chase, name="h")
    assert _stop(chase).holders == (HOME, SOUTH)
    chase.order(60, LiftStop(stop="s", reason="over"), by=desk(SOUTH))
    assert _stop(chase).lifted is not None


def test_a_room_that_takes_the_lead_itself_undoes_nobody_elses_stop_order() -> None:
    chase = _stopped(HOME)
    chase.order(50, TakeLead(), by=desk(SOUTH))
    assert chase.pursuit.leading_room == SOUTH
    chase.order(60, LiftStop(stop="s", reason="mine now"), by=desk(SOUTH))
    assert (_code(chase), _stop(chase).lifted) == ("wrong_room", None)


def test_the_stop_order_of_a_room_that_does_not_lead_goes_with_nobodys_lead() -> None:
    chase = _stopped(ROAD)
    chase.order(50, HandOver(request="h", to=SOUTH))
    _reply(chase, name="h")
    assert _stop(chase).holders == (ROAD,)


def test_a_stop_order_is_always_possible_however_many_were_undone() -> None:
    chase = in_nl()
    for number in range(25):
        chase.order(40 + number, GiveStop(stop=f"s{number}", reason="x"), by=desk(SOUTH))
        assert answer(chase.decisions[-1]).accepted
        chase.order(40.5 + number, LiftStop(stop=f"s{number}", reason="x"), by=desk(SOUTH))
    assert len(chase.pursuit.stops) == 10
    for number in range(11):
        chase.order(80 + number, GiveStop(stop=f"t{number}", reason="x"), by=desk(SOUTH))
    assert (_code(chase), sorted(chase.pursuit.stops)) == ("too_many_stops", sorted(f"t{n}" for n in range(10)))
    chase.order(99, GiveStop(stop="t1", reason="x"), by=desk(SOUTH))
    assert _code(chase) == "known_stop"


_ROOMS = st.sampled_from([HOME, OTHER, SOUTH, ROAD])
_MOVES = st.lists(
    st.tuples(st.sampled_from(["give", "lift", "offer", "accept", "take", "refuse"]), _ROOMS, _ROOMS), max_size=25
)


@given(_MOVES)
def test_whatever_rooms_do_a_stop_order_is_undone_by_a_holder_alone(moves: list[tuple[str, str, str]]) -> None:
    """A holder: who gave it, or whom a holder that led has handed the lead over to."""
    chase = in_nl()
    holders: dict[str, set[str]] = {}
    offer = ""
    for number, (what, room, to) in enumerate(moves, 40):
        leading, standing = chase.pursuit.leading_room, chase.pursuit.stops.get("s0")
        if what == "give" and not holders:
            chase.order(number, GiveStop(stop="s0", reason="x"), by=desk(room))
            holders = {"s0": {room}} if answer(chase.decisions[-1]).accepted else {}
        elif what == "lift":
            chase.order(number, LiftStop(stop="s0", reason="x"), by=desk(room))
            may = standing is not None and standing.lifted is None and room in holders["s0"]
            assert answer(chase.decisions[-1]).accepted is may
        elif what == "offer":
            chase.order(number, HandOver(request=f"h{number}", to=to), by=desk(room))
            offer = f"h{number}" if answer(chase.decisions[-1]).accepted else offer
        elif what in {"accept", "refuse"}:
            reply = YES if what == "accept" else Refuse(reason="x")
            chase.order(number, AnswerRequest(request=offer or "none", answer=reply), by=desk(room))
            if chase.pursuit.leading_room != leading and leading in holders.get("s0", set()):
                holders["s0"].add(room)
        else:
            chase.order(number, TakeLead(), by=desk(room))
    assert {name: set(stop.holders) >= {stop.by.room} for name, stop in chase.pursuit.stops.items()} == dict.fromkeys(
        holders, True
    )


def _all_dues(chase: Chase, until_s: float) -> None:
    """Every deadline up to then is told, in order."""
    while coming := sorted((due, kind) for kind, due in chase.pursuit.dues.items() if due <= at(until_s)):
        due, kind = coming[0]
        chase.due(kind, due)


def _alarmed() -> Chase:
    """Every room owns its alert; the southern room's stop order was not receipted in time."""
    chase = in_nl()
    for room in (SOUTH, ROAD, HOME):
        chase.acknowledge(31, room, 1)
    chase.order(40, GiveStop(stop="s", reason="school"), by=desk(SOUTH))
    for room in (ROAD, HOME):
        chase.acknowledge(41, room, alert_of(chase, room).revision)
    _all_dues(chase, 71)
    return chase


@pytest.mark.parametrize("over", [ReceiveStop(stop="s", unit=CAR), LiftStop(stop="s", reason="clear road")])
def test_once_every_crew_has_it_or_it_is_undone_nobody_is_called_for_a_receipt(over: ReceiveStop | LiftStop) -> None:
    chase = _alarmed()
    assert f"escalate:{SOUTH}" in chase.pursuit.dues
    chase.order(72, over, by=desk(SOUTH) if isinstance(over, LiftStop) else desk(HOME))
    assert _code(chase) == "done"
    _all_dues(chase, 600)
    assert {alert_of(chase, room).escalation for room in (SOUTH, HOME)} == {"none"}


def test_who_has_not_seen_the_entry_is_called_on() -> None:
    chase = in_nl()
    chase.order(40, GiveStop(stop="s", reason="school"), by=desk(SOUTH))
    _all_dues(chase, 71)
    chase.order(72, ReceiveStop(stop="s"), by=crew())
    _all_dues(chase, 600)
    assert alert_of(chase).escalation == "telephone"


def test_of_one_order_the_newest_alarm_says_whose_receipts_are_missing() -> None:
    chase = in_nl()
    chase.join(35, SECOND)
    chase.present(36, "BE", SECOND)
    chase.order(40, GiveStop(stop="s", reason="school"), by=desk(SOUTH))
    _all_dues(chase, 71)
    chase.order(76, ReceiveStop(stop="s"), by=crew())
    chase.leave(77, SECOND)
    chase.join(80, SECOND)
    _all_dues(chase, 112)
    told = [alarm.params for alarm in alert_of(chase).alarms if alarm.code == "stop_unanswered"]
    assert told == [{"stop": "s", "units": SECOND}]


def test_a_missing_receipt_is_followed_to_the_telephone_when_it_is_over_whatever_rings_besides() -> None:
    chase = in_nl()
    chase.acknowledge(31, SOUTH, 1)
    chase.order(40, GiveStop(stop="s", reason="school"), by=desk(SOUTH))
    chase.close(50)
    _all_dues(chase, 600)
    assert {alert_of(chase, room).escalation for room in (SOUTH, HOME)} == {"telephone"}
    assert {told.room for told in view_of(chase.decisions[-1]).alerted if told.call} == {SOUTH, HOME}


def test_a_missing_receipt_is_followed_when_it_is_over_though_something_without_hurry_rang_since() -> None:
    chase = _alarmed()
    chase.order(72, Request(request="r", kind="observe", to=WEST), by=desk(SOUTH))
    chase.due("asked:r", chase.pursuit.dues["asked:r"], arrived=at(74))
    assert alert_of(chase).alarms[-1].code == "request_unanswered"
    chase.close(75)
    _all_dues(chase, 600)
    assert alert_of(chase).escalation == "telephone"
