"""Whom nothing reaches by itself: rooms that have only a telephone, and crews that joined after a stop order."""

from datetime import datetime, timedelta

from borders.rooms import UnknownRoomError
from streams.pursuit import events as ev
from streams.pursuit.alarms import rang_last
from streams.pursuit.deadlines import STOP
from streams.pursuit.rules import PursuitSettings, Rules
from streams.pursuit.state import Pursuit
from streams.records import Alert

__all__ = ["calls_for", "is_telephone_only", "stops_for_all"]

_TO_ACT = {"approaching", "entered", "warned", "fault"}


def calls_for(before: Pursuit | None, after: Pursuit, at: datetime, rules: Rules) -> tuple[ev.Escalated, ...]:
    """Rooms that have no console and rang now: they must be called at once, at the pre-alert already."""
    known = before.alerts if before else {}
    if known is after.alerts:
        return ()
    rang = (alert for room, alert in sorted(after.alerts.items()) if known.get(room) is not alert and _must_act(alert))
    return tuple(
        ev.Escalated(room=alert.room, level="telephone", at=at)
        for alert in rang
        if alert.acknowledged is None and alert.escalation != "telephone" and is_telephone_only(rules, alert.room)
    )


def _must_act(alert: Alert) -> bool:
    """Whether it tells of something to be done: an entry, now or soon, or an alarm."""
    return alert.kind != "copy" and (alert.phase in _TO_ACT or rang_last(alert) is not None)


def is_telephone_only(rules: Rules, room: str) -> bool:
    """Whether the directory says that nothing reaches the room but a call."""
    try:
        return rules.directory.room(room).telephone_only
    except UnknownRoomError:
        return False


def stops_for_all(state: Pursuit, at: datetime, settings: PursuitSettings) -> tuple[ev.DueSet, ...]:
    """A standing stop order that a crew has still to receipt has a deadline: also for one that joined after it."""
    if state.phase != "open" or not state.stops:
        return ()
    waiting = (
        stop for _, stop in sorted(state.stops.items())
        if stop.lifted is None and STOP + stop.id not in state.dues and not stop.unanswered
        and any(at_ is None and name in state.units and state.units[name].active for name, at_ in stop.units.items())
    )  # fmt: skip
    deadline = at + timedelta(seconds=settings.receipt_within_s)
    return tuple(ev.DueSet(kind=STOP + stop.id, deadline=deadline) for stop in waiting)
