"""The lines that people's acts leave in a pursuit's log: what was done, by whom, and what about."""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

from streams.pursuit import acts
from streams.pursuit.six_hours import SIX_HOURS
from streams.records import Account, LogEntry

__all__ = ["ACT_CODES", "act_entry"]

ACT_CODES: Mapping[str, tuple[str, ...]] = {
    "fact_added": ("by", "kind", "code", "number", "text"),
    "assessment_added": ("by", "kind", "code", "number", "text"),
    "fact_withdrawn": ("by", "reason"),
    "target_seen": ("by", "source"),
    "sight_lost": ("by", "unit"),
    "sight_regained": ("by", "unit"),
    "return_began": ("by", "unit"),
    "return_ended": ("by", "unit"),
    "requested": ("by", "kind", "room"),
    "request_accepted": ("by", "kind", "room", "reason"),
    "request_refused": ("by", "kind", "room", "reason"),
    "request_withdrawn": ("by", "kind", "room", "reason"),
    "request_expired": ("kind", "room"),
    "lead_offered": ("by", "kind", "room"),
    "lead_passed": ("by", "room", "reason"),
    "stop_given": ("by", "reason"),
    "stop_received": ("by", "unit"),
    "stop_unanswered": ("units",),
    "stop_lifted": ("by", "reason"),
    "shelved": ("by", "room", "until", "reason"),
    "unshelved": ("room",),
    "alert_offered": ("by", "room", "to"),
    "offer_over": ("room",),
    "alert_taken": ("by", "room"),
    "notified_by_telephone": ("by", "room", "answered_by", "written"),
    "call_withdrawn": ("by", "room", "at", "reason"),
    "warning_withdrawn": ("by", "room", "reason"),
    "unit_taken_out": ("by", "unit", "reason"),
    "opened_in_error": ("by", "reason"),
    "merge_asked": ("by", "case"),
    "merge_accepted": ("case",),
    "merge_refused": ("case", "code"),
    "merge_taken_in": ("case",),
    "merged": ("case",),
    "split_asked": ("by", "case"),
    "split_accepted": ("case",),
    "split_refused": ("case", "code"),
    "question_given_up": ("by", "case"),
    "split_taken_in": ("case",),
    "item_due": ("item", "due"),
    "item_done": ("by", "item", "text"),
    "item_corrected": ("by", "item", "text"),
    "unserved": ("state",),
    "still_asked": (),
    "still_confirmed": ("by",),
}
"""Every code of an act, and the parameters that come with it; one that nothing was said of is left out."""
_AT_ONCE = timedelta(minutes=2)
"""Whoever writes a call down after it says little of when it was."""
_LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)


def act_entry(act: Any) -> LogEntry | None:
    """One line of the log; None where the act is not for people to read."""
    line = _LINES.get(type(act))
    return line(act) if line else None


def _line(line: str, at: datetime, by: Account | None = None, /, **params: str) -> LogEntry:
    said = {"by": _named(by)} | params if by else params
    return LogEntry(at=at, code=line, params={name: value for name, value in said.items() if value})


def _named(by: Account) -> str:
    return by.unit or f"{by.name} ({by.room})"


def _fact(act: acts.FactAdded) -> LogEntry:
    fact = act.fact
    line = "assessment_added" if fact.assessment else "fact_added"
    number = "" if fact.number is None else str(fact.number)
    said = fact.plate or fact.text[:80]
    return _line(line, fact.at, fact.by, kind=fact.kind, code=fact.code, number=number, text=said)


def _requested(act: acts.Requested) -> LogEntry:
    one = act.request
    line = "lead_offered" if one.kind == "hand_over" else "requested"
    return _line(line, one.at, one.by, kind=one.kind, room=one.to)


def _request_answered(act: acts.RequestAnswered) -> LogEntry:
    one = act.request
    at = one.answered_at or one.at
    return _line(f"request_{one.state}", at, one.answered_by, kind=one.kind, reason=one.reason[:80], room=one.to)


def _stop_given(act: acts.StopGiven) -> LogEntry:
    return _line("stop_given", act.stop.at, act.stop.by, reason=act.stop.reason[:80])


def _shelved(act: acts.AlertShelved) -> LogEntry:
    if act.shelved is None:
        return _line("unshelved", act.at, room=act.room)
    until = act.shelved.until.isoformat(timespec="seconds")
    return _line("shelved", act.at, act.shelved.by, room=act.room, until=until, reason=act.shelved.reason[:80])


def _offered(act: acts.AlertOffered) -> LogEntry:
    if act.offered is None:
        return _line("offer_over", act.at, room=act.room)
    return _line("alert_offered", act.at, act.offered.by, room=act.room, to=act.offered.to)


def _telephoned(act: acts.RoomTelephoned) -> LogEntry:
    """When they spoke; and when somebody wrote it down, where that was not at once."""
    call = act.telephone
    later = call.entered_at - call.at >= _AT_ONCE
    written = call.entered_at.isoformat(timespec="seconds") if later else ""
    said = {"room": act.room, "answered_by": call.answered_by, "written": written}
    return _line("notified_by_telephone", call.at, call.by, **said)


def _call_withdrawn(act: acts.CallWithdrawn) -> LogEntry:
    called_at = act.called_at.isoformat(timespec="seconds")
    return _line("call_withdrawn", act.at, act.by, room=act.room, at=called_at, reason=act.reason[:80])


def _other_case(act: acts.OtherCaseAnswered) -> LogEntry:
    line = f"{act.kind}_accepted" if act.accepted else f"{act.kind}_refused"
    return _line(line, act.at, case=act.other_case, code=act.code)


def _taken_in(act: acts.CaseTakenIn) -> LogEntry | None:
    return _line(f"{act.kind}_taken_in", act.at, case=act.from_case) if act.accepted else None


def _item(act: acts.ItemDone) -> LogEntry:
    entry = act.entry
    if entry.done_at is None:
        return _item_due(entry.item, entry.due_at)
    line = "item_corrected" if act.corrected else "item_done"
    return _line(line, entry.done_at, entry.by, item=entry.item, text=entry.text[:80])


def _item_due(item: str, due_at: datetime | None) -> LogEntry:
    due = due_at.isoformat(timespec="seconds") if due_at else ""
    return _line("item_due", due_at or _LONG_AGO, item=item, due=due)


_LINES: Mapping[type, Callable[[Any], LogEntry | None]] = {
    acts.FactAdded: _fact,
    acts.FactWithdrawn: lambda act: _line("fact_withdrawn", act.at, act.by, reason=act.reason[:80]),
    acts.TargetSeen: lambda act: _line(
        "target_seen", act.sighting.observed_at, act.sighting.by, source=act.sighting.source
    ),
    acts.SightChanged: lambda act: _line("sight_lost" if act.lost else "sight_regained", act.at, act.by, unit=act.unit),
    acts.ReturnBegan: lambda act: _line("return_began", act.at, act.by, unit=act.unit),
    acts.ReturnEnded: lambda act: _line("return_ended", act.at, act.by, unit=act.unit),
    acts.Requested: _requested,
    acts.RequestAnswered: _request_answered,
    acts.LeadPassed: lambda act: _line("lead_passed", act.at, act.by, room=act.to, reason=act.reason[:80]),
    acts.StopGiven: _stop_given,
    acts.StopReceived: lambda act: _line("stop_received", act.at, act.by, unit=act.unit),
    acts.StopUnanswered: lambda act: _line("stop_unanswered", act.at, units=", ".join(act.units)),
    acts.StopLifted: lambda act: _line("stop_lifted", act.at, act.by, reason=act.reason[:80]),
    acts.AlertShelved: _shelved,
    acts.AlertOffered: _offered,
    acts.AlertTaken: lambda act: _line("alert_taken", act.at, act.by, room=act.room),
    acts.RoomTelephoned: _telephoned,
    acts.CallWithdrawn: _call_withdrawn,
    acts.WarningWithdrawn: lambda act: _line(
        "warning_withdrawn", act.at, act.by, room=act.room, reason=act.reason[:80]
    ),
    acts.UnitTakenOut: lambda act: _line("unit_taken_out", act.at, act.by, unit=act.unit, reason=act.reason[:80]),
    acts.OpenedWrongly: lambda act: _line("opened_in_error", act.at, act.by, reason=act.reason[:80]),
    acts.MergeBegan: lambda act: _line("merge_asked", act.at, act.by, case=act.into),
    acts.SplitBegan: lambda act: _line("split_asked", act.at, act.by, case=act.new_case),
    acts.OtherCaseAnswered: _other_case,
    acts.QuestionGivenUp: lambda act: _line("question_given_up", act.at, act.by, case=act.case),
    acts.CaseTakenIn: _taken_in,
    acts.Merged: lambda act: _line("merged", act.at, case=act.into),
    acts.ItemDone: _item,
    acts.HoursMoved: lambda act: _item_due(SIX_HOURS, act.due_at),
    acts.FoundUnserved: lambda act: _line("unserved", act.at, state=act.state),
    acts.StillAsked: lambda act: _line("still_asked", act.at),
    acts.StillConfirmed: lambda act: _line("still_confirmed", act.at, act.by),
}
