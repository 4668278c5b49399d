"""A request that nobody answers, and an offer of the lead that nobody takes."""

from typing import Literal

import pytest

from streams.orders import Accept, AnswerRequest, AssistanceKind, HandOver, Request, WithdrawRequest
from streams.records import NoticeRecord
from tests.streams.pursuit.scene import HOME, ROAD, SOUTH, Chase, alert_of, answer, at, desk, in_nl, inbox, log_codes


def _asked(kind: AssistanceKind | Literal["hand_over"] = "observe") -> Chase:
    chase = in_nl()
    chase.order(
        40,
        HandOver(request="r", to=SOUTH) if kind == "hand_over" else Request(request="r", kind=kind, to=SOUTH),
    )
    return chase


@pytest.mark.parametrize(
    ("kind", "within_s"), [("observe", 120), ("block_road", 120), ("take_over", 600), ("hand_over", 600)]
)
def test_who_asked_is_told_to_call_when_nobody_has_answered_in_time(
    kind: AssistanceKind | Literal["hand_over"], within_s: float
) -> None:
    chase = _asked(kind)
    assert chase.pursuit.dues["asked:r"] == at(40.1 + within_s)
    chase.comes_due("asked:r")
    alarm = alert_of(chase, HOME).alarms[-1]
    assert (alarm.code, alarm.params) == ("request_unanswered", {"kind": kind, "room": SOUTH, "request": "r"})
    assert alert_of(chase, HOME).rang_revision == alert_of(chase, HOME).revision
    assert "asked:r" not in chase.pursuit.dues


def test_a_request_can_still_be_answered_then() -> None:
    chase = _asked()
    chase.comes_due("asked:r")
    chase.order(300, AnswerRequest(request="r", answer=Accept()), by=desk(SOUTH))
    assert chase.pursuit.requests["r"].state == "accepted"


@pytest.mark.parametrize("kind", ["take_over", "hand_over"])
def test_the_lead_is_not_offered_for_ever(kind: AssistanceKind | Literal["hand_over"]) -> None:
    chase = _asked(kind)
    chase.comes_due("asked:r")
    assert chase.pursuit.requests["r"].state == "expired"
    assert log_codes(chase)[-1] == "request_expired"
    notice = inbox(chase.decisions[-1], NoticeRecord)[SOUTH]
    assert (notice.code, notice.params) == ("request_expired", {"kind": kind, "room": SOUTH})
    chase.order(900, AnswerRequest(request="r", answer=Accept()), by=desk(SOUTH))
    assert answer(chase.decisions[-1]).params == {"name": "r", "answer": "expired"}
    assert chase.pursuit.leading_room == HOME


def test_nobody_waits_for_what_is_answered_withdrawn_or_overtaken() -> None:
    chase = _asked()
    chase.order(50, AnswerRequest(request="r", answer=Accept()), by=desk(SOUTH))
    assert "asked:r" not in chase.pursuit.dues
    chase = _asked()
    chase.order(50, WithdrawRequest(request="r"))
    assert "asked:r" not in chase.pursuit.dues
    chase = _asked("hand_over")
    chase.order(50, HandOver(request="other", to=ROAD))
    assert [name for name in chase.pursuit.dues if name.startswith("asked:")] == ["asked:other"]


def test_of_a_pursuit_that_is_closed_nobody_waits_for_an_answer() -> None:
    chase = _asked()
    chase.close(50)
    assert "asked:r" not in chase.pursuit.dues
