"""What a room asked of another, or the lead it offered, and nobody answers: nothing waits for ever."""

from datetime import timedelta

from msgspec.structs import replace

from streams.pursuit import acts
from streams.pursuit import events as ev
from streams.pursuit.alarms import alarms
from streams.pursuit.arrived import Arrived
from streams.pursuit.deadlines import ASKED
from streams.pursuit.rules import PursuitSettings
from streams.pursuit.state import Pursuit
from streams.records import Assistance

__all__ = ["OF_THE_LEAD", "answered", "request_due", "wait_for"]

OF_THE_LEAD = {"take_over", "hand_over"}
"""The requests with whose acceptance the lead passes."""


def wait_for(request: Assistance, settings: PursuitSettings) -> ev.DueSet:
    """By when it should be answered."""
    within_s = settings.offer_within_s if request.kind in OF_THE_LEAD else settings.answer_within_s
    return ev.DueSet(kind=ASKED + request.id, deadline=request.at + timedelta(seconds=within_s))


def answered(request: Assistance) -> tuple[ev.Event, ...]:
    """It has its answer, or is over: nobody waits for it any more."""
    return (acts.RequestAnswered(request=request), ev.DueSet(kind=ASKED + request.id, deadline=None))


def request_due(state: Pursuit, kind: str, arrived: Arrived) -> tuple[ev.Event, ...]:
    """The room that asked is told to call; the lead is offered no longer, for nobody may find it hours later."""
    request, over = state.requests.get(kind.removeprefix(ASKED)), ev.DueSet(kind=kind, deadline=None)
    if request is None or request.state != "open" or state.phase != "open":
        return (over,)
    params = {"kind": request.kind, "room": request.to, "request": request.id}
    told = alarms([request.room], "request_unanswered", params, arrived.at, priority=2)
    if request.kind not in OF_THE_LEAD:
        return (over, *told)
    expired = replace(request, state="expired", answered_at=arrived.at)
    return (over, acts.RequestAnswered(request=expired), *told)
