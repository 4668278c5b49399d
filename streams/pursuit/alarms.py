"""Alarms: what besides an entry needs a person in a room now, each ringing in that room's one alert."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Literal

from streams.pursuit import events as ev
from streams.records import Alarm, Alert

__all__ = [
    "CODES",
    "NOT_ACKNOWLEDGED",
    "NO_HURRY",
    "SIX_HOURS_OVER",
    "STILL_RUNNING",
    "STOP_UNANSWERED",
    "TAKEN_IN",
    "alarms",
    "is_answered",
    "outlives_the_end",
    "rang_last",
    "rests_on_alarms",
]

NOT_ACKNOWLEDGED = "not_acknowledged_"
"""Begins the codes of alarms that another room does not answer; how far that has gone follows."""
SIX_HOURS_OVER, STOP_UNANSWERED, STILL_RUNNING = "six_hours_over", "stop_unanswered", "still_running"
TAKEN_IN = "taken_in"
CODES: Mapping[str, tuple[str, ...]] = {
    "asked": ("kind", "room", "request"),
    "danger": ("code", "assessment"),
    "danger_withdrawn": ("code", "because"),
    "lead_passed": ("room",),
    "limit_exceeded": ("unit", "state", "by"),
    "limit_warned": ("unit", "state", "by"),
    "no_room": ("state",),
    f"{NOT_ACKNOWLEDGED}supervisor": ("room",),
    f"{NOT_ACKNOWLEDGED}telephone": ("room",),
    "request_unanswered": ("kind", "room", "request"),
    SIX_HOURS_OVER: ("item",),
    STILL_RUNNING: ("since",),
    "stop_given": ("room", "stop"),
    "stop_lifted": ("room", "stop"),
    STOP_UNANSWERED: ("stop", "units"),
    TAKEN_IN: ("case",),
}
"""Every code, and the parameters that come with it."""
NO_HURRY = frozenset(
    {
        "danger_withdrawn", "lead_passed", "limit_warned", "not_acknowledged_supervisor", "request_unanswered",
        STILL_RUNNING, "stop_lifted", TAKEN_IN,
    }
)  # fmt: skip
"""They ring, but whoever owned the alert need not answer within seconds: they begin no escalation."""


def alarms(
    rooms: Iterable[str], code: str, params: Mapping[str, str], at: datetime, *, priority: Literal[1, 2, 3]
) -> tuple[ev.AlarmRaised, ...]:
    """The same alarm in each of these rooms, in the order of their names."""
    alarm = Alarm(code=code, at=at, params=dict(params))
    return tuple(ev.AlarmRaised(room=room, alarm=alarm, priority=priority) for room in sorted(set(rooms)))


def rests_on_alarms(alert: Alert) -> bool:
    """Whether nothing is unseen of it but its alarms: somebody owned it when the first of them rang."""
    last = rang_last(alert)
    return alert.acknowledged is not None or (last is not None and last.owned)


def outlives_the_end(alert: Alert) -> bool:
    """Whether something of it goes on when the pursuit is over: a person held too long, a crew not told to stop."""
    return any(alarm.code in {SIX_HOURS_OVER, STOP_UNANSWERED} for alarm in alert.alarms)


def is_answered(alert: Alert, stop: str) -> bool:
    """Whether nothing of it needs haste once every crew has this stop order, or it is undone."""
    needs = (alarm for alarm in alert.alarms if alarm.code not in NO_HURRY)
    is_of_stop = all(one.code == STOP_UNANSWERED and one.params.get("stop") == stop for one in needs)
    return bool(alert.alarms) and is_of_stop and rests_on_alarms(alert)


def rang_last(alert: Alert) -> Alarm | None:
    """The alarm with which the alert last rang; None where it rang for what it itself says."""
    last = alert.alarms[-1] if alert.alarms else None
    return last if last and last.revision == alert.rang_revision else None
