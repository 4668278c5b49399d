"""How the alerts of a pursuit change when something has happened: each change is a revision of a room's one alert."""

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from typing import Any, Literal

from msgspec.structs import replace

from streams.pursuit import acts
from streams.pursuit import events as ev
from streams.pursuit.alarms import NO_HURRY, STOP_UNANSWERED, rests_on_alarms
from streams.pursuit.noticed import notice_by_console, notice_of_alert, notice_of_person, with_notice
from streams.pursuit.receipts import with_receipt, without_receipts
from streams.pursuit.state import Pursuit
from streams.pursuit.warned import warning_stands
from streams.records import Acknowledgement, Alarm, Alert, Crossing, UnitView

__all__ = ["ALERT_CHANGES"]

_NO_HURRY_KEPT, _ALARMS_KEPT = 6, 30
_OF_PHASE: Mapping[str, Literal[1, 2]] = {"fault": 1, "approaching": 2, "warned": 2}


def _alert_raised(state: Pursuit, event: ev.AlertRaised) -> Pursuit:
    before = state.alerts.get(event.room)
    revision = before.revision + 1 if before else 1
    because = before.because if before and event.phase == "withdrawn" else ""
    alert = Alert(
        id=f"{state.case}|{event.room}",
        case=state.case,
        room=event.room,
        revision=revision,
        rang_revision=revision,
        phase=event.phase,
        kind=event.kind,
        priority=_no_less_than_alarms(state, before.alarms if before else (), event.priority),
        code=f"{event.phase}_because" if because else _code(event),
        mode=state.mode,
        home=state.case.partition("/")[0],
        leading_room=state.leading_room,
        opened_at=state.opened_at,
        opened_by=state.opened_by,
        raised_at=event.at,
        before_opening=event.before_opening,
        since_unknown=event.since_unknown,
        crossing=event.crossing,
        crossing_out=event.crossing_out,
        territory_from=event.territory_from,
        territory_to=event.territory_to,
        place=event.place,
        area=event.area,
        room_basis=event.basis,
        units=_views(state),
        fault=event.fault,
        approach=event.approach,
        cards=event.cards,
        crossing_point=event.crossing_point,
        alarms=before.alarms if before else (),
        by_hand=event.by_hand or (before.by_hand if before and warning_stands(before) else None),
        because=because,
        by_air=event.by_air,
        elsewhere=_is_still_elsewhere(before, event),
    )
    if before and _waits(before) and _waits(alert):
        alert = replace(alert, escalation=before.escalation)
    return _noticed(_with_alert(without_receipts(state, event.room), alert), before, alert)


def _is_still_elsewhere(before: Alert | None, event: ev.AlertRaised) -> bool:
    """What rings besides, a warning or a fault, does not bring the unit to this room's place."""
    return before is not None and before.elsewhere and (before.phase, before.crossing) == (event.phase, event.crossing)


def _with_alert(state: Pursuit, alert: Alert) -> Pursuit:
    return replace(state, alerts={**state.alerts, alert.room: alert})


def _no_less_than_alarms(state: Pursuit, known: Iterable[Alarm], priority: Literal[1, 2, 3]) -> Literal[1, 2, 3]:
    """Alarms that nobody has acknowledged keep their gravity, whatever happens; of a pursuit that never was, none."""
    if state.phase == "error":
        return priority
    return min([priority, *(alarm.priority for alarm in known)])


def _waits(alert: Alert) -> bool:
    """Nobody has acknowledged it: how far it has escalated stays, for a new ring is no answer."""
    return alert.priority == 1 and alert.acknowledged is None


def _noticed(state: Pursuit, before: Alert | None, alert: Alert) -> Pursuit:
    """What is known of the room's notice begins anew with a new entry, and follows its crossing as it is told."""
    known = state.notices.get(alert.room)
    notice = notice_of_alert(known, before, alert)
    if notice is None or notice == known:
        return state
    return replace(state, notices=with_notice(state.notices, notice))


def _revised(state: Pursuit, before: Alert, *, keeps: bool = False, **changes: Any) -> Pursuit:
    """With the next revision of this alert; a rise of its priority takes the acknowledgement, unless it `keeps`."""
    by_hand = before.by_hand if warning_stands(before) else None
    alert = replace(before, revision=before.revision + 1, leading_room=state.leading_room, by_hand=by_hand, **changes)
    alert = replace(alert, priority=_no_less_than_alarms(state, alert.alarms, alert.priority))
    if alert.priority < before.priority and keeps:
        alert = replace(alert, shelved=None, risen_revision=alert.revision)
    elif alert.priority < before.priority:
        alert = _to_be_seen(alert, alert.revised_at or alert.raised_at)
    if alert.rang_revision != before.rang_revision:
        state = without_receipts(state, alert.room)
    return _noticed(_with_alert(state, alert), before, alert)


def _to_be_seen(alert: Alert, at: datetime) -> Alert:
    """It rings: nobody has seen this revision, and no acknowledgement, shelf or offer of an earlier one covers it."""
    return replace(
        alert,
        rang_revision=alert.revision,
        raised_at=at,
        revised_at=None,
        acknowledged=None,
        shelved=None,
        offered=None,
    )


def _alert_changed(state: Pursuit, event: ev.AlertChanged) -> Pursuit:
    """What an edge of an area does to an alert is never worth a new acknowledgement; why it never was, is."""
    before = state.alerts[event.room]
    code = event.phase if event.phase != before.phase else before.code
    changed = _revised(
        state,
        before,
        keeps=before.kind == "area",
        phase=event.phase,
        priority=event.priority,
        code=f"{code}_because" if event.because and not before.because else code,
        crossing_out=_crossing_out(before, event),
        revised_at=event.at,
        units=_views(state),
        because=event.because or before.because,
        alarms=() if state.phase == "error" else before.alarms,
        shelved=None if event.phase == "cleared" else before.shelved,
    )
    if not event.because:
        return changed
    alert = _to_be_seen(changed.alerts[event.room], event.at)
    if alert.approach and alert.approach.outcome == "open":  # nobody waits any more for what never was
        alert = replace(alert, approach=replace(alert.approach, outcome="withdrawn", settled_at=event.at))
    return _with_alert(without_receipts(changed, event.room), alert)


def _crossing_out(before: Alert, event: ev.AlertChanged) -> Crossing | None:
    """What ends an entry or a departure says by which crossing; what comes after that leaves it."""
    ends = before.phase in {"entered", "departed", "overflown"} and event.phase != before.phase
    return event.crossing_out if ends else before.crossing_out


def _alert_revised(state: Pursuit, event: ev.AlertRevised) -> Pursuit:
    return _revised(
        state,
        state.alerts[event.room],
        keeps=event.back_again,
        phase=event.phase,
        kind=event.kind,
        priority=event.priority,
        code=_code(event),
        revised_at=event.at,
        before_opening=event.before_opening,
        since_unknown=event.since_unknown,
        crossing=event.crossing,
        crossing_out=event.crossing_out,
        territory_from=event.territory_from,
        territory_to=event.territory_to,
        place=event.place,
        approach=event.approach,
        elsewhere=event.elsewhere,
        by_air=event.by_air,
        units=_views(state),
        cards=event.cards,
        crossing_point=event.crossing_point,
    )


def _code(event: ev.AlertRaised | ev.AlertRevised) -> str:
    if event.phase == "withdrawn":
        never_was = event.crossing is not None and event.crossing.status == "withdrawn"
        return f"withdrawn_approach_{event.approach.outcome}" if event.approach and not never_was else event.phase
    if event.phase in {"approaching", "overflown", "warned"}:
        return event.phase
    if event.crossing and event.crossing.late:
        return f"{event.phase}_late"
    if event.since_unknown and event.crossing is None:
        return f"{event.phase}_since_unknown"
    return f"{event.phase}_before_opening" if event.before_opening else event.phase


def _alarm_raised(state: Pursuit, event: ev.AlarmRaised) -> Pursuit:
    """The room's alert rings with the alarm; a room that has none gets one for it."""
    before = _without_taken_back(state.alerts.get(event.room) or _blank(state, event), event.alarm)
    revision = before.revision + 1
    # A system fault that a person has acknowledged is over with the next ring; an alert of nothing else is that fault.
    fault = "" if before.acknowledged and before.phase != "fault" else before.fault
    owned = before.revision == 0 or rests_on_alarms(before)
    alarm = replace(event.alarm, revision=revision, priority=event.priority, owned=owned)
    alert = replace(
        before,
        revision=revision,
        fault=fault,
        escalation=before.escalation if _waits(before) else "none",
        priority=min(_without_what_was_seen(before), event.priority),
        alarms=_with_alarm(before.alarms, alarm),
        leading_room=state.leading_room,
        units=_views(state),
    )
    return _with_alert(without_receipts(state, event.room), _to_be_seen(alert, event.alarm.at))


def _without_taken_back(alert: Alert, alarm: Alarm) -> Alert:
    """A danger that is none rings no more; what made the alert as grave as that danger was, is gone with it."""
    if alarm.code != "danger_withdrawn":
        return alert
    kept = tuple(one for one in alert.alarms if not _is_danger(one, alarm.params["code"]))
    if kept == alert.alarms:
        return alert
    own = 1 if alert.fault and alert.acknowledged is None else _own_priority(alert)
    if alert.phase == "cleared" and alert.kind == "border" and alert.acknowledged is None:
        own = alert.priority  # it may be the entry's, which nobody has seen
    return replace(alert, alarms=kept, priority=min([own, *(one.priority for one in kept)]))


def _is_danger(alarm: Alarm, code: str) -> bool:
    return alarm.code == "danger" and alarm.params.get("code") == code


def _alarm_seen(state: Pursuit, event: acts.AlarmSeen) -> Pursuit:
    """Who answers what an alarm asks has seen that alarm, and nothing else of the alert."""
    before = state.alerts[event.room]
    asked = {event.request} - {""}
    kept = tuple(one for one in before.alarms if one.params.get("request") not in asked and one.code != event.code)
    return _revised(state, before, alarms=kept)


def _without_what_was_seen(alert: Alert) -> Literal[1, 2, 3]:
    """The priority of an alert whose alarms somebody has seen: the next question must not ring as that danger did.

    What nobody has acknowledged keeps its priority, whatever rings.
    """
    if alert.acknowledged is None:
        return alert.priority
    return max(alert.priority, _own_priority(alert))


def _own_priority(alert: Alert) -> Literal[1, 2, 3]:
    """Of what the alert itself says, without its alarms."""
    if alert.kind == "copy":
        return 3
    if alert.phase == "entered":
        return 2 if alert.kind == "area" else 1
    return _OF_PHASE.get(alert.phase, 3)


def _with_alarm(known: tuple[Alarm, ...], alarm: Alarm) -> tuple[Alarm, ...]:
    """What is said again takes the place of what was; of too many that need no hurry, the oldest go."""
    others = [one for one in known if one.code != alarm.code or not _is_same(one, alarm)]
    patient = sum(one.code in NO_HURRY for one in (*others, alarm))
    too_many = max(0, patient - _NO_HURRY_KEPT, len(others) + 1 - _ALARMS_KEPT)
    gone = sorted(others, key=lambda one: (one.code not in NO_HURRY, one.revision))[:too_many]
    return (*(one for one in others if one not in gone), alarm)


def _is_same(one: Alarm, alarm: Alarm) -> bool:
    """That nobody has moved is asked again and again; of a stop order the newest says whose receipts are missing."""
    is_of_stop = alarm.code == STOP_UNANSWERED and one.params.get("stop") == alarm.params["stop"]
    return one.params == alarm.params or alarm.code == "still_running" or is_of_stop


def _blank(state: Pursuit, event: ev.AlarmRaised) -> Alert:
    """An alert of a room that has none yet, before its first revision."""
    return Alert(
        id=f"{state.case}|{event.room}",
        case=state.case,
        room=event.room,
        revision=0,
        phase="alarm",
        kind="home" if event.room == state.home_room else "by_hand",
        priority=event.priority,
        code="alarm",
        mode=state.mode,
        home=state.case.partition("/")[0],
        leading_room=state.leading_room,
        opened_at=state.opened_at,
        opened_by=state.opened_by,
        raised_at=event.alarm.at,
        room_basis="home" if event.room == state.home_room else "area",
    )


def _acknowledged(state: Pursuit, event: ev.Acknowledged) -> Pursuit:
    owner = Acknowledgement(by=event.by, revision=event.revision, at=event.at)
    now = _revised(
        state,
        state.alerts[event.room],
        acknowledged=owner,
        escalation="none",
        shelved=None,
        offered=None,
        alarms=(),  # seen; what goes on of them stands with the units, orders and requests
    )
    notice = notice_of_person(now.notices.get(event.room), owner)
    return replace(now, notices=with_notice(now.notices, notice)) if notice else now


def _notified(state: Pursuit, event: ev.Notified) -> Pursuit:
    received = with_receipt(state, event.room, event.revision, event.kind, event.at)
    known = received.notices.get(event.room)
    notice = notice_by_console(known, event)
    return (
        replace(received, notices=with_notice(received.notices, notice)) if notice and notice is not known else received
    )


def _escalated(state: Pursuit, event: ev.Escalated) -> Pursuit:
    return _revised(state, state.alerts[event.room], escalation=event.level)


def _shelved(state: Pursuit, event: acts.AlertShelved) -> Pursuit:
    return _revised(state, state.alerts[event.room], shelved=event.shelved)


def _offered(state: Pursuit, event: acts.AlertOffered) -> Pursuit:
    return _revised(state, state.alerts[event.room], offered=event.offered)


def _taken(state: Pursuit, event: acts.AlertTaken) -> Pursuit:
    """Who takes it over owns it as of the revision the one before had seen."""
    before = state.alerts[event.room]
    seen = before.acknowledged.revision if before.acknowledged else before.revision
    owner = Acknowledgement(by=event.by, revision=seen, at=event.at)
    return _revised(state, before, acknowledged=owner, offered=None)


def _views(state: Pursuit) -> tuple[UnitView, ...]:
    """Which units the alert tells of, and who of them is silent: the rest is the state's, and is told with it."""
    return tuple(
        UnitView(unit=name, joined_at=view.joined_at, active=view.active, silent_since=view.silent_since)
        for name, view in sorted(state.units.items())
    )


ALERT_CHANGES: Mapping[type, Callable[[Pursuit, Any], Pursuit]] = {
    ev.AlertRaised: _alert_raised,
    ev.AlertChanged: _alert_changed,
    ev.AlertRevised: _alert_revised,
    ev.AlarmRaised: _alarm_raised,
    ev.Acknowledged: _acknowledged,
    ev.Notified: _notified,
    ev.Escalated: _escalated,
    acts.AlarmSeen: _alarm_seen,
    acts.AlertShelved: _shelved,
    acts.AlertOffered: _offered,
    acts.AlertTaken: _taken,
}
