"""Notice by hand: a room warned from what was seen, with or without positions; and that one was called."""

from typing import Any

import pytest

from streams.orders import TakeLead, Telephoned, WarnRoom, WithdrawCall, WithdrawWarning
from streams.records import Account
from tests.streams.pursuit.scene import (
    HOME,
    JOINT,
    NORTH,
    OTHER,
    ROAD,
    SOUTH,
    WEST,
    Chase,
    alert_lines,
    alert_of,
    answer,
    at,
    crew,
    desk,
    in_nl,
    log_codes,
    opened_at_home,
    view_of,
)  # fmt: skip


def _code(chase: Chase) -> str:
    return answer(chase.decisions[-1]).code


def _warn(chase: Chase, to: str = WEST, seconds: float = 60, by: Account | None = None, **fields: Any) -> None:
    chase.order(seconds, WarnRoom(to=to, text="red van, comes your way", **fields), by=by)


def test_a_pursuit_without_any_position_warns_a_room_by_what_was_said() -> None:
    chase = Chase()
    chase.open()
    _warn(chase, SOUTH, 5, place="at the old bridge", direction="north", speed_mps=40, seen_at=at(2))
    alert = alert_of(chase)
    assert alert_lines(chase.decisions[-1]) == [f"{SOUTH} 1 warned P2, rings"]
    assert (alert.kind, alert.territory_to, alert.place, alert.code) == ("by_hand", ("NL",), None, "warned")
    assert alert.by_hand is not None
    assert (alert.by_hand.by, alert.by_hand.place, alert.by_hand.seen_at) == (desk(), "at the old bridge", at(2))
    assert SOUTH in chase.pursuit.audience


def test_coordinates_are_told_in_words_of_the_warned_rooms_state() -> None:
    chase = opened_at_home()
    _warn(chase, lat=50.2, lon=7.05)
    place = alert_of(chase, WEST).place
    assert place is not None
    assert (place.name, place.distance_m) == ("Westheim", 0.0)


def test_who_is_entered_rings_once_more_and_loses_nothing_it_knew() -> None:
    chase = in_nl()
    chase.acknowledge(40, SOUTH, 1)
    before = alert_of(chase)
    _warn(chase, SOUTH)
    after = alert_of(chase)
    assert alert_lines(chase.decisions[-1]) == [f"{SOUTH} 3 entered P1, rings"]
    assert (after.crossing, after.kind, after.cards) == (before.crossing, "border", before.cards)
    assert after.cards != ()
    assert after.by_hand is not None


def test_a_warned_room_that_is_entered_rings_for_that() -> None:
    chase = opened_at_home()
    _warn(chase, SOUTH, 20)
    chase.crossed(30, "BE", "NL")
    assert f"{SOUTH} 2 entered P1, rings" in alert_lines(chase.decisions[-1])
    assert alert_of(chase).by_hand is not None


def test_a_fault_that_nobody_has_seen_is_neither_lowered_nor_hidden_by_a_warning() -> None:
    chase = opened_at_home()
    _warn(chase, SOUTH, 5)
    chase.fault(10)
    assert alert_of(chase, HOME).phase == "fault"
    _warn(chase, HOME, 15, by=desk(SOUTH))
    assert (alert_of(chase, HOME).phase, alert_of(chase, HOME).priority, alert_of(chase, HOME).fault) == (
        "warned", 1, "broken",
    )  # fmt: skip


def test_nothing_was_seen_in_the_future() -> None:
    chase = opened_at_home()
    _warn(chase, seen_at=at(110))
    by_hand = alert_of(chase, WEST).by_hand
    assert by_hand is not None
    assert by_hand.seen_at == at(60.1)


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"by": desk(OTHER)}, "unknown_pursuit"),
        ({"by": crew()}, "not_allowed"),
        ({"to": "DE/NOWHERE"}, "unknown_room"),
        ({"to": HOME}, "own_room"),
        ({"lat": 50.2}, "bad_place"),
        ({"lon": 7.0}, "bad_place"),
    ],
)
def test_a_warning_that_cannot_be_is_refused(fields: dict[str, Any], code: str) -> None:
    chase = in_nl()
    _warn(chase, **fields)
    assert _code(chase) == code
    assert set(chase.pursuit.alerts) == {HOME, ROAD, SOUTH}


def test_a_joint_centre_that_only_sees_may_warn_too() -> None:
    chase = in_nl()
    chase.crossed(60, "NL", "DE")
    _warn(chase, NORTH, 70, by=desk(JOINT))
    assert alert_lines(chase.decisions[-1]) == [f"{NORTH} 1 warned P2, rings"]


# ---------------------------------------------------------------- by telephone


def _call(chase: Chase, called_s: float, seconds: float = 60, room: str = SOUTH, by: Account | None = None) -> None:
    chase.order(seconds, Telephoned(room=room, answered_by="Anna", caller="Bert", at=at(called_s)), by=by)


def test_a_call_is_written_down_with_who_called_who_answered_and_when_also_later() -> None:
    chase = in_nl()
    _call(chase, 20)
    (notice,) = [one for one in view_of(chase.decisions[-1], SOUTH).notices if one.room == SOUTH]
    assert notice.telephone is not None
    assert (notice.telephone.caller, notice.telephone.at, notice.telephone.entered_at) == ("Bert", at(20), at(60.1))
    assert log_codes(chase)[-1] == "notified_by_telephone"
    assert alert_lines(chase.decisions[-1]) == []


def test_a_room_that_was_called_and_has_no_alert_stands_with_those_that_know() -> None:
    chase = in_nl()
    _call(chase, 55, room=WEST)
    (known,) = [one for one in view_of(chase.decisions[-1]).alerted if one.room == WEST]
    assert (known.phase, known.revision) == ("telephoned", 0)


def test_nobody_was_called_in_the_future() -> None:
    chase = in_nl()
    _call(chase, 110)
    telephone = chase.pursuit.notices[SOUTH].telephone
    assert telephone is not None
    assert telephone.at == at(60.1)


def test_a_call_may_be_written_down_when_the_pursuit_is_over() -> None:
    chase = in_nl()
    chase.close(50)
    _call(chase, 40)
    assert answer(chase.decisions[-1]).accepted


@pytest.mark.parametrize(
    ("by", "room", "code"),
    [(desk(OTHER), SOUTH, "unknown_pursuit"), (crew(), SOUTH, "not_allowed"), (desk(), "NL/NOWHERE", "unknown_room")],
)
def test_a_call_of_nobody_who_has_a_part_or_to_no_room_is_refused(by: Account, room: str, code: str) -> None:
    chase = in_nl()
    _call(chase, 40, by=by, room=room)
    assert _code(chase) == code


def test_a_call_counts_from_an_hour_before_the_pursuit_was_opened_and_no_earlier() -> None:
    chase = in_nl()
    _call(chase, -3600)
    assert _code(chase) == "done"
    _call(chase, -3601)
    record = answer(chase.decisions[-1])
    assert (record.code, record.params) == (
        "early_call",
        {"case": chase.case, "earliest": "2026-01-01 11:00:00Z", "got": "2026-01-01 10:59:59Z"},
    )


def _take_back(chase: Chase, called_s: float, by: Account | None = None, room: str = SOUTH) -> None:
    chase.order(70, WithdrawCall(room=room, called_at=at(called_s), reason="that was another case"), by=by)


def test_a_call_that_was_written_down_wrongly_is_taken_back_and_proves_nothing() -> None:
    chase = in_nl()
    _call(chase, -60)
    assert chase.pursuit.notices[SOUTH].verdict == "in_time"
    _take_back(chase, -60)
    notice = chase.pursuit.notices[SOUTH]
    assert (_code(chase), notice.telephone, notice.called_at, notice.verdict) == ("done", None, None, "cannot_be_told")
    assert log_codes(chase)[-1] == "call_withdrawn"
    assert chase.pursuit.log[-1].params["reason"] == "that was another case"


def test_a_call_at_a_part_of_a_second_is_taken_back_by_its_second() -> None:
    chase = in_nl()
    _call(chase, 110)  # counts as when it came: at 60.1 s
    _take_back(chase, 60)
    assert (_code(chase), chase.pursuit.notices[SOUTH].telephone) == ("done", None)


@pytest.mark.parametrize(
    ("called_s", "by", "room", "code"),
    [
        (41, None, SOUTH, "unknown_call"),
        (40, None, WEST, "unknown_call"),
        (40, desk(ROAD), SOUTH, "wrong_room"),
        (40, desk(OTHER), SOUTH, "unknown_pursuit"),
        (40, crew(), SOUTH, "not_allowed"),
        (40, desk(SOUTH), SOUTH, "done"),
    ],
)
def test_who_wrote_a_call_or_leads_takes_it_back_and_only_one_that_stands(
    called_s: float, by: Account | None, room: str, code: str
) -> None:
    chase = in_nl()
    _call(chase, 40, by=desk(SOUTH))
    _take_back(chase, called_s, by=by, room=room)
    assert _code(chase) == code


def test_a_call_may_be_taken_back_when_the_pursuit_is_over() -> None:
    chase = in_nl()
    _call(chase, 40)
    chase.close(65)
    _take_back(chase, 40)
    assert _code(chase) == "done"


def _warned_wrongly() -> Chase:
    chase = Chase()
    chase.open()
    chase.present(0.5, "BE")
    chase.order(10, WarnRoom(to=SOUTH, text="a red van comes your way"))
    return chase


def _take_warning_back(chase: Chase, seconds: float = 20, by: Account | None = None, room: str = SOUTH) -> str:
    chase.order(seconds, WithdrawWarning(room=room, reason="it was the other road"), by=by)
    return _code(chase)


def test_a_room_that_was_warned_in_error_reads_why_until_somebody_has_seen_it() -> None:
    chase = _warned_wrongly()
    chase.acknowledge(15, SOUTH, 1)
    assert _take_warning_back(chase) == "done"
    alert = alert_of(chase, SOUTH)
    assert (alert.phase, alert.because, alert.priority, alert.acknowledged) == (
        "withdrawn",
        "it was the other road",
        3,
        None,
    )
    assert log_codes(chase)[-1] == "warning_withdrawn"
    assert _take_warning_back(chase, 25) == "no_warning"


@pytest.mark.parametrize(
    ("by", "room", "code"),
    [
        (desk(ROAD), SOUTH, "unknown_pursuit"),
        (desk(SOUTH), SOUTH, "wrong_room"),
        (crew(), SOUTH, "not_allowed"),
        (desk(HOME), WEST, "no_warning"),
        (desk(HOME), SOUTH, "done"),
    ],
)
def test_who_warned_a_room_or_leads_takes_the_warning_back(by: Account, room: str, code: str) -> None:
    assert _take_warning_back(_warned_wrongly(), by=by, room=room) == code


def test_a_room_that_warned_takes_its_own_warning_back() -> None:
    chase = in_nl()
    chase.order(40, WarnRoom(to=WEST, text="comes to you"), by=desk(SOUTH))
    assert _take_warning_back(chase, 41, by=desk(ROAD), room=WEST) == "wrong_room"
    assert _take_warning_back(chase, 42, by=desk(SOUTH), room=WEST) == "done"


def test_an_entry_that_a_room_was_warned_of_besides_is_not_taken_back_with_the_warning() -> None:
    chase = in_nl()
    chase.order(40, WarnRoom(to=SOUTH, text="a red van"))
    before = alert_of(chase, SOUTH)
    assert _take_warning_back(chase, 41) == "no_warning"
    assert alert_of(chase, SOUTH) == before


def test_a_warning_that_was_taken_back_is_no_notice_of_what_comes_later_nor_said_again() -> None:
    chase = _warned_wrongly()
    chase.receipt(11, SOUTH, 1, "shown")
    _call(chase, 12)
    _take_warning_back(chase)
    chase.crossed(200, "BE", "NL")
    alert, notice = alert_of(chase, SOUTH), chase.pursuit.notices[SOUTH]
    assert (alert.phase, alert.by_hand, alert.because) == ("entered", None, "")
    assert (notice.telephone, notice.shown, notice.verdict) == (None, None, "cannot_be_told")


def test_who_was_warned_in_error_does_not_lead() -> None:
    chase = Chase()
    chase.open()
    chase.order(10, WarnRoom(to=SOUTH, text="comes your way"))
    _take_warning_back(chase)
    chase.order(30, TakeLead(), by=desk(SOUTH))
    assert _code(chase) == "not_here"


def test_a_room_that_was_warned_in_error_may_be_warned_anew() -> None:
    chase = _warned_wrongly()
    _take_warning_back(chase)
    chase.order(30, WarnRoom(to=SOUTH, text="it comes after all"))
    alert = alert_of(chase, SOUTH)
    assert (alert.phase, alert.because, alert.by_hand and alert.by_hand.text) == ("warned", "", "it comes after all")
