"""How a pursuit changes when something has happened: one event in, the next state out."""

from collections.abc import Callable
from functools import reduce
from typing import Any

from msgspec.structs import replace

from streams.pursuit import events as ev
from streams.pursuit.state import Pursuit
from streams.records import Acknowledgement, Alert, LogEntry, UnitView

__all__ = ["evolve", "evolve_all"]

_ANSWERS_KEPT = 500
_IDS_KEPT = 500
_LOG_KEPT = 40
"""Every room's view carries the log, and a decision every view: what Kafka takes as one record bounds them all."""


def evolve_all(state: Pursuit | None, events: tuple[ev.Event, ...]) -> Pursuit | None:
    """The state after all these events, in order."""
    return reduce(evolve, events, state)


def evolve(state: Pursuit | None, event: ev.Event) -> Pursuit | None:
    """The state after this event; only `Opened` makes one where none is."""
    if isinstance(event, ev.Opened):
        return _opened(event)
    if state is None:
        return None
    change = _CHANGES.get(type(event))
    changed: Pursuit = change(state, event) if change else state
    entry = _log_entry(event)
    return replace(changed, log=(*changed.log, entry)[-_LOG_KEPT:]) if entry else changed


def _opened(event: ev.Opened) -> Pursuit:
    return Pursuit(
        case=event.case,
        mode=event.mode,
        phase="open",
        leading_room=event.leading_room,
        opened_at=event.opened_at,
        opened_by=event.by.unit or event.by.name,
        purpose=event.purpose,
        guard=event.guard,
        log=(LogEntry(at=event.opened_at, code="opened", params={"by": event.by.unit or event.by.name}),),
    )


def _unit_came(state: Pursuit, event: ev.UnitCame) -> Pursuit:
    """Where a unit that comes back is now is not known until TRACK answers; where it was says nothing."""
    known = state.units.get(event.unit)
    if known:
        view = replace(known, active=True, seen=None, territory=())
    else:
        view = UnitView(unit=event.unit, joined_at=event.at, active=True)
    return replace(state, units={**state.units, event.unit: view})


def _unit_went(state: Pursuit, event: ev.UnitWent) -> Pursuit:
    return _with_unit(state, event.unit, active=False)


def _unit_seen(state: Pursuit, event: ev.UnitSeen) -> Pursuit:
    return _with_unit(state, event.unit, seen=event.seen, territory=event.seen.territory)


def _crossed(state: Pursuit, event: ev.UnitCrossedBorder) -> Pursuit:
    told = replace(state, crossings=(*state.crossings, event.crossing.id)[-_IDS_KEPT:])
    territory = (set(state.units[event.unit].territory) - set(event.crossing.left)) | set(event.crossing.entered)
    seen, crossing = event.seen, event.crossing
    return _with_unit(told, event.unit, seen=seen, last_crossing=crossing, territory=tuple(sorted(territory)))


def _with_unit(state: Pursuit, unit: str, **changes: Any) -> Pursuit:
    return replace(state, units={**state.units, unit: replace(state.units[unit], **changes)})


def _alert_raised(state: Pursuit, event: ev.AlertRaised) -> Pursuit:
    before = state.alerts.get(event.room)
    revision = before.revision + 1 if before else 1
    alert = Alert(
        id=f"{state.case}|{event.room}",
        case=state.case,
        room=event.room,
        revision=revision,
        rang_revision=revision,
        phase=event.phase,
        priority=event.priority,
        code=_code(event),
        mode=state.mode,
        home=state.case.partition("/")[0],
        leading_room=state.leading_room,
        opened_at=state.opened_at,
        opened_by=state.opened_by,
        raised_at=event.at,
        before_opening=event.before_opening,
        since_unknown=event.since_unknown,
        crossing=event.crossing,
        territory_from=event.territory_from,
        territory_to=event.territory_to,
        place=event.place,
        area=event.area,
        room_basis=event.basis,
        units=_views(state),
        fault=event.fault,
    )
    receipts = {what: at for what, at in state.receipts.items() if not what.startswith(f"{event.room}|")}
    return replace(state, alerts={**state.alerts, event.room: alert}, receipts=receipts)


def _alert_changed(state: Pursuit, event: ev.AlertChanged) -> Pursuit:
    before = state.alerts[event.room]
    alert = replace(
        before,
        revision=before.revision + 1,
        phase=event.phase,
        priority=event.priority,
        code=event.phase if event.phase != before.phase else before.code,
        raised_at=event.at,
        units=_views(state),
    )
    return replace(state, alerts={**state.alerts, event.room: alert})


def _code(event: ev.AlertRaised) -> str:
    if event.since_unknown:
        return f"{event.phase}_since_unknown"
    return f"{event.phase}_before_opening" if event.before_opening else event.phase


def _acknowledged(state: Pursuit, event: ev.Acknowledged) -> Pursuit:
    before = state.alerts[event.room]
    owner = Acknowledgement(by=event.by, revision=event.revision, at=event.at)
    alert = replace(before, revision=before.revision + 1, acknowledged=owner)
    return replace(state, alerts={**state.alerts, event.room: alert})


def _notified(state: Pursuit, event: ev.Notified) -> Pursuit:
    return replace(state, receipts={**state.receipts, f"{event.room}|{event.revision}|{event.kind}": event.at})


def _granted(state: Pursuit, event: ev.VisibilityGranted) -> Pursuit:
    return replace(state, audience=tuple(sorted({*state.audience, event.recipient})))


def _ended(state: Pursuit, event: ev.VisibilityEnded) -> Pursuit:
    return replace(state, audience=tuple(room for room in state.audience if room != event.recipient))


def _due_set(state: Pursuit, event: ev.DueSet) -> Pursuit:
    others = {kind: at for kind, at in state.dues.items() if kind != event.kind}
    return replace(state, dues=others if event.deadline is None else {**others, event.kind: event.deadline})


def _closed(state: Pursuit, _event: ev.Closed) -> Pursuit:
    return replace(state, phase="closed")


def _answered(state: Pursuit, event: ev.CommandAnswered) -> Pursuit:
    answered = {**state.answered, event.command: event.answer}
    newest_first = sorted(answered, key=lambda command: (-answered[command].number, command))
    return replace(state, answered={command: answered[command] for command in newest_first[:_ANSWERS_KEPT]})


def _heard(state: Pursuit, event: ev.FaultReported | ev.FixesWereRefused) -> Pursuit:
    return replace(state, heard=(*state.heard, event.id)[-_IDS_KEPT:])


def _views(state: Pursuit) -> tuple[UnitView, ...]:
    return tuple(state.units[unit] for unit in sorted(state.units))


_CHANGES: dict[type, Callable[[Pursuit, Any], Pursuit]] = {
    ev.UnitCame: _unit_came,
    ev.UnitWent: _unit_went,
    ev.UnitSeen: _unit_seen,
    ev.UnitCrossedBorder: _crossed,
    ev.AlertRaised: _alert_raised,
    ev.AlertChanged: _alert_changed,
    ev.Acknowledged: _acknowledged,
    ev.Notified: _notified,
    ev.VisibilityGranted: _granted,
    ev.VisibilityEnded: _ended,
    ev.DueSet: _due_set,
    ev.Closed: _closed,
    ev.CommandAnswered: _answered,
    ev.FaultReported: _heard,
    ev.FixesWereRefused: _heard,
}


def _log_entry(event: ev.Event) -> LogEntry | None:
    """One line of the pursuit's log; None where the event is not for people."""
    match event:
        case ev.UnitCrossedBorder(crossing=crossing):
            params = {"unit": event.unit, "left": "+".join(crossing.left), "entered": "+".join(crossing.entered)}
            return LogEntry(at=crossing.at, code="crossed", params=params)
        case ev.UnitCame() | ev.UnitWent():
            code = "unit_joined" if isinstance(event, ev.UnitCame) else "unit_left"
            return LogEntry(at=event.at, code=code, params={"unit": event.unit})
        case ev.AlertRaised():
            return LogEntry(at=event.at, code="alerted", params={"room": event.room, "phase": event.phase})
        case ev.Acknowledged() | ev.Closed():
            code, room = ("acknowledged", event.room) if isinstance(event, ev.Acknowledged) else ("closed", "")
            return LogEntry(at=event.at, code=code, params={"by": event.by.name, "room": room})
        case ev.FixesWereRefused() | ev.FaultReported():
            reason = event.text if isinstance(event, ev.FixesWereRefused) else event.reason
            return LogEntry(at=event.at, code=str(event.__struct_config__.tag), params={"reason": reason})
    return None
