"""A pursuit's log: one line for each thing that people will ask about, as a code and its parameters."""

from collections.abc import Mapping
from datetime import UTC, datetime

from streams.pursuit import events as ev
from streams.pursuit.act_log import ACT_CODES, act_entry
from streams.records import LogEntry

__all__ = ["CODES", "log_entry", "with_line"]

CODES: Mapping[str, tuple[str, ...]] = {
    "opened": ("by",),
    "unit_joined": ("unit",),
    "unit_left": ("unit",),
    "crossed": ("unit", "left", "entered"),
    "crossed_late": ("unit", "left", "entered"),
    "crossing_possible": ("unit", "left", "entered"),
    "crossing_confirmed": ("unit", "left", "entered"),
    "crossing_withdrawn": ("unit", "left", "entered"),
    "approaching": ("unit", "entered", "eta"),
    "approach_withdrawn": ("unit", "entered", "eta"),
    "contact_lost": ("unit", "since"),
    "contact_regained": ("unit", "since"),
    "alerted": ("room", "phase"),
    "acknowledged": ("by", "room"),
    "escalated_louder": ("room",),
    "escalated_supervisor": ("room",),
    "escalated_telephone": ("room",),
    "limit_warned": ("unit", "state", "by"),
    "limit_exceeded": ("unit", "state", "by"),
    "fixes_refused": ("unit", "reason"),
    "fault": ("reason",),
    "closed": ("by",),
    **ACT_CODES,
}
"""Every code, and the parameters that come with it; one that nothing is known of is left out."""

_Crossing = ev.UnitCrossedBorder | ev.CrossingSettled
_Approach = ev.ApproachForeseen | ev.ApproachSettled
_Contact = ev.ContactLost | ev.ContactRegained

_KEPT = 40
"""Every room's view carries the log, and a decision every view: what Kafka takes as one record bounds them all."""
_SILENCES_KEPT = 2
"""Of each unit: one that is heard every two minutes is lost and regained all day."""
_OF_CONTACT = ("contact_lost", "contact_regained")


def with_line(log: tuple[LogEntry, ...], line: LogEntry) -> tuple[LogEntry, ...]:
    """The log with one more line: the newest are kept, and for one on contact, older ones of its unit make room."""
    return (*_with_room_for(line, log), line)[-_KEPT:]


def _with_room_for(line: LogEntry, log: tuple[LogEntry, ...]) -> tuple[LogEntry, ...]:
    """What is told again of a silence takes the place of what was; the silence told before it stays, and none older."""
    if line.code not in _OF_CONTACT:
        return log
    of_unit = [one for one in log if one.code in _OF_CONTACT and one.params["unit"] == line.params["unit"]]
    newest_first = dict.fromkeys(one.params["since"] for one in (line, *reversed(of_unit)))
    stay = list(newest_first)[:_SILENCES_KEPT]
    gone = [
        one for one in of_unit if one.params["since"] not in stay or (one.code, one.params) == (line.code, line.params)
    ]
    return tuple(one for one in log if one not in gone)


def log_entry(event: ev.Event) -> LogEntry | None:
    """One line of the pursuit's log; None where the event is not for people."""
    if isinstance(event, _Crossing):
        return _crossing(event)
    if isinstance(event, _Contact):
        return _contact(event)
    return _approach(event) if isinstance(event, _Approach) else _other(event)


def _crossing(event: _Crossing) -> LogEntry:
    crossing = event.crossing
    params = {"unit": event.unit, "left": "+".join(crossing.left), "entered": "+".join(crossing.entered)}
    return LogEntry(at=crossing.at, code=_crossing_code(event), params=params)


def _crossing_code(event: _Crossing) -> str:
    """Code of the log: crossed, crossed_late where nobody saw it at the time, else how sure it is by now."""
    if isinstance(event, ev.UnitCrossedBorder) and event.crossing.status == "confirmed":
        return "crossed_late" if event.crossing.late else "crossed"
    return f"crossing_{event.crossing.status}"


def _approach(event: _Approach) -> LogEntry | None:
    """That it is foreseen, and that it does not come; that it came, its crossing tells."""
    approach = event.approach
    if approach.outcome == "entered":
        return None
    code = "approaching" if approach.outcome == "open" else "approach_withdrawn"
    params = {"unit": event.unit, "entered": "+".join(approach.entered), "eta": _instant(approach.eta)}
    return LogEntry(at=approach.settled_at or approach.announced_at, code=code, params=params)


def _contact(event: _Contact) -> LogEntry:
    code = "contact_lost" if isinstance(event, ev.ContactLost) else "contact_regained"
    return LogEntry(at=event.at, code=code, params={"unit": event.unit, "since": _instant(event.silent_since)})


def _instant(at: datetime) -> str:
    return at.astimezone(UTC).isoformat(timespec="seconds")


def _other(event: ev.Event) -> LogEntry | None:
    match event:
        case ev.UnitCame() | ev.UnitWent():
            code = "unit_joined" if isinstance(event, ev.UnitCame) else "unit_left"
            return LogEntry(at=event.at, code=code, params={"unit": event.unit})
        case ev.AlertRaised():
            return LogEntry(at=event.at, code="alerted", params={"room": event.room, "phase": event.phase})
        case ev.Acknowledged() | ev.Closed():
            code, room = ("closed", {}) if isinstance(event, ev.Closed) else ("acknowledged", {"room": event.room})
            return LogEntry(at=event.at, code=code, params={"by": event.by.name} | room)
        case ev.FixesWereRefused() | ev.FaultReported():
            return _of_system(event)
        case ev.LimitReached() | ev.Escalated():
            return _of_deadline(event)
    return act_entry(event)


def _of_system(event: ev.FixesWereRefused | ev.FaultReported) -> LogEntry:
    if isinstance(event, ev.FaultReported):
        return LogEntry(at=event.at, code="fault", params={"reason": event.reason})
    return LogEntry(at=event.at, code="fixes_refused", params={"unit": event.unit, "reason": event.text})


def _of_deadline(event: ev.LimitReached | ev.Escalated) -> LogEntry:
    if isinstance(event, ev.Escalated):
        return LogEntry(at=event.at, code=f"escalated_{event.level}", params={"room": event.room})
    params = {"unit": event.unit, "state": event.state, "by": event.by}
    return LogEntry(at=event.at, code=f"limit_{event.reached}", params=params)
