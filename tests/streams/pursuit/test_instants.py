"""Instants that nobody can mean are refused, whatever order says them; a clock that is far off stops no command."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from streams.orders import (
    Accept,
    AnswerRequest,
    CheckItem,
    GiveStop,
    Order,
    SeeTarget,
    Telephoned,
    WarnRoom,
    WithdrawCall,
)
from streams.pursuit.instants import AGO, AHEAD, CLOCK_OFF, CLOCKS_APART, check_instants, given_at
from streams.pursuit.refusal import Refusal
from streams.records import Acknowledge, Open, Ordered
from tests.streams.pursuit.scene import CAR, HOME, SOUTH, WEST, Chase, answer, at, crew, desk, in_nl

NOW = at(100)
ANY = st.datetimes(timezones=st.integers(-1439, 1439).map(lambda minutes: timezone(timedelta(minutes=minutes))))
SAYING: dict[str, Callable[[datetime], Order]] = {
    "at": lambda when: Telephoned(room=SOUTH, answered_by="Anna", caller="Bert", at=when),
    "called_at": lambda when: WithdrawCall(room=SOUTH, called_at=when, reason="x"),
    "seen_at": lambda when: WarnRoom(to=WEST, text="red van", seen_at=when),
    "observed_at": lambda when: SeeTarget(lat=50, lon=6, uncertainty_m=9, observed_at=when, source="desk"),
    "at of the answer": lambda when: AnswerRequest(request="r", answer=Accept(at=when)),
    "at of the checklist": lambda when: CheckItem(item="person_held", text="one man", at=when),
}


FORESEEN = "at of the answer"
A_SECOND = timedelta(seconds=1)


def latest(said: str) -> datetime:
    """Until when what is said here may lie."""
    return NOW + (AHEAD if said == FORESEEN else CLOCKS_APART)


@pytest.mark.parametrize("said", SAYING)
@pytest.mark.parametrize("is_early", [True, False])
def test_an_instant_that_is_too_far_away_is_refused_with_its_field_and_what_was_expected(
    said: str, is_early: bool
) -> None:
    when = NOW - AGO - A_SECOND if is_early else latest(said) + A_SECOND
    with pytest.raises(Refusal) as refused:
        check_instants(SAYING[said](when), NOW)
    assert refused.value.code == "bad_instant"
    assert refused.value.params == {
        "name": said.partition(" ")[0],
        "earliest": (NOW - AGO).isoformat(),
        "latest": latest(said).isoformat(),
        "got": when.isoformat(),
    }


@pytest.mark.parametrize("said", SAYING)
def test_one_that_can_be_meant_is_taken(said: str) -> None:
    for when in (NOW - AGO, NOW, latest(said)):
        check_instants(SAYING[said](when), NOW)


def test_what_lies_ahead_is_not_written_down_as_happened() -> None:
    chase = in_nl()
    chase.order(60, Telephoned(room=SOUTH, answered_by="Anna", caller="Bert", at=at(3600)), desk(SOUTH))
    assert answer(chase.decisions[-1]).code == "bad_instant"
    assert not chase.pursuit.notices[SOUTH].telephone


def test_who_says_no_instant_says_none_that_is_wrong() -> None:
    check_instants(WarnRoom(to=WEST, text="red van"), NOW)


@pytest.mark.parametrize("said", [name for name in SAYING if name != "at of the checklist"])
@given(when=ANY)
def test_whatever_instant_a_person_sends_the_pursuit_answers_and_goes_on(said: str, when: datetime) -> None:
    chase = in_nl()
    chase.order(60, SAYING[said](when))
    assert answer(chase.decisions[-1]).code
    chase.crossed(90, "NL", "BE")
    chase.crossed(900, "BE", "NL")
    assert chase.pursuit.alerts[SOUTH].phase == "entered"


@given(when=ANY)
def test_whatever_instant_a_person_is_said_to_be_held_since_the_checklist_goes_on(when: datetime) -> None:
    chase = in_nl()
    chase.close(50)
    chase.order(60, CheckItem(item="person_held", text="one man", at=when))
    chase.order(61, CheckItem(item="outcome", text="caught"))
    assert answer(chase.decisions[-1]).accepted


# ---------------------------------------------------------------- the clock of who commands


@given(when=ANY)
def test_a_crew_with_any_clock_opens_a_pursuit_that_goes_on(when: datetime) -> None:
    chase = Chase()
    _opened(chase, when)
    chase.present(1, "BE")
    chase.crossed(30, "BE", "NL")
    assert at(0) - CLOCK_OFF <= chase.pursuit.opened_at <= at(0)
    assert chase.pursuit.alerts[SOUTH].phase == "entered"


def _opened(chase: Chase, when: datetime) -> None:
    opened = Open(
        id="o", case=chase.case, mode="exercise", happened_at=when, by=crew(), units=(CAR,), room=HOME,
        purpose="robbery",
    )  # fmt: skip
    chase.take(opened, arrived=at(0))


@pytest.mark.parametrize(
    ("said", "counts"),
    [
        (at(90), at(90)),
        (at(90).astimezone(timezone(timedelta(hours=2))), at(90)),
        (at(101), NOW),
        (NOW - CLOCK_OFF, NOW - CLOCK_OFF),
        (NOW - CLOCK_OFF - timedelta(seconds=1), NOW),
        (datetime.min.replace(tzinfo=timezone(timedelta(hours=14))), NOW),
        (datetime.max.replace(tzinfo=timezone(timedelta(hours=-14))), NOW),
    ],
)
def test_a_clock_that_is_ahead_or_far_behind_is_not_believed(said: datetime, counts: datetime) -> None:
    assert given_at(said, NOW) == counts
    assert given_at(said, NOW).tzinfo is UTC


def test_a_desk_with_a_clock_of_the_year_one_may_still_acknowledge_and_stop() -> None:
    chase, wrong = in_nl(), datetime.min.replace(tzinfo=timezone(timedelta(hours=14)))
    head: dict[str, Any] = {"case": chase.case, "mode": "exercise", "happened_at": wrong, "by": desk(SOUTH)}
    seen = Acknowledge(id="a", alert=f"{chase.case}|{SOUTH}", revision=1, **head)
    stop = Ordered(id="s", order=GiveStop(stop="s", reason="school"), **head)
    for report in (seen, stop):
        assert answer(chase.take(report, arrived=at(60))).accepted
