"""Who owns an alert: put aside for a while, offered to another person and taken, and what happens if nobody answers."""

from datetime import datetime, timedelta
from typing import Literal

from streams.orders import HandOverAlert, Shelve, TakeAlert, Unshelve
from streams.pursuit import acts
from streams.pursuit import events as ev
from streams.pursuit.alarms import NO_HURRY, NOT_ACKNOWLEDGED, alarms, outlives_the_end, rang_last
from streams.pursuit.arrived import Arrived
from streams.pursuit.called import was_called
from streams.pursuit.deadlines import ESCALATE, OFFER, SHELF
from streams.pursuit.refusal import Refusal, check_revision, own_alert
from streams.pursuit.rules import PursuitSettings, Rules
from streams.pursuit.state import Pursuit
from streams.records import Alert, Escalation, Offered, Shelved

__all__ = [
    "escalation_due", "escalations", "offer_alert", "offer_due", "shelf_due", "shelve", "take_alert", "unshelve",
]  # fmt: skip

_NEXT: dict[str, Escalation] = {"none": "louder", "louder": "supervisor", "supervisor": "telephone"}


# ---------------------------------------------------------------- put aside


def shelve(state: Pursuit, order: Shelve, arrived: Arrived, _rules: Rules) -> tuple[ev.Event, ...]:
    """An alert of priority 2 or 3 is put aside, with a reason and an end; its rise takes it up again."""
    alert = own_alert(state, arrived.report.by)
    if alert.priority == 1:
        raise Refusal(code="priority_1", reason="an alert of priority 1 is never put aside", room=alert.room)
    check_revision(alert, order.revision)
    until = arrived.at + timedelta(minutes=order.minutes)
    shelved = Shelved(by=arrived.report.by, at=arrived.at, until=until, reason=order.reason)
    return (
        acts.AlertShelved(room=alert.room, shelved=shelved, at=arrived.at),
        ev.DueSet(kind=SHELF + alert.room, deadline=until),
    )


def unshelve(state: Pursuit, _order: Unshelve, arrived: Arrived, _rules: Rules) -> tuple[ev.Event, ...]:
    """Taken up again before its time."""
    alert = own_alert(state, arrived.report.by)
    if alert.shelved is None:
        raise Refusal(code="nothing_new", reason=f"the alert of {alert.room} is not put aside", name=alert.room)
    return _up_again(alert.room, arrived.at)


def _up_again(room: str, at: datetime) -> tuple[ev.Event, ...]:
    return (acts.AlertShelved(room=room, shelved=None, at=at), ev.DueSet(kind=SHELF + room, deadline=None))


def shelf_due(state: Pursuit, kind: str, at: datetime) -> tuple[ev.Event, ...]:
    """Its time is over: it stands in the rail again."""
    room = kind.removeprefix(SHELF)
    alert = state.alerts.get(room)
    return _up_again(room, at) if alert and alert.shelved else (ev.DueSet(kind=kind, deadline=None),)


# ---------------------------------------------------------------- from desk to desk


def offer_alert(state: Pursuit, order: HandOverAlert, arrived: Arrived, rules: Rules) -> tuple[ev.Event, ...]:
    """The owner offers it to another person by name; until they take it, it stays with its owner."""
    by = arrived.report.by
    alert = own_alert(state, by)
    owner = _owner(alert)
    if owner != by.name:
        reason = f"only its owner may hand it over: {owner} owns it"
        raise Refusal(code="not_owner", reason=reason, expected=owner, got=by.name)
    if order.to == by.name:
        raise Refusal(code="nothing_new", reason=f"expected another person than {by.name}", name=by.name)
    until = arrived.at + timedelta(seconds=rules.settings.offer_within_s)
    offered = Offered(to=order.to, by=by, at=arrived.at, until=until, note=order.note)
    return (
        acts.AlertOffered(room=alert.room, offered=offered, at=arrived.at),
        ev.DueSet(kind=OFFER + alert.room, deadline=until),
    )


def _owner(alert: Alert) -> str:
    """The name of the person who owns the alert.

    Raises:
        Refusal: nobody has acknowledged it.
    """
    if alert.acknowledged is None:
        reason = f"nobody has acknowledged the alert of {alert.room}"
        raise Refusal(code="not_acknowledged", reason=reason, room=alert.room)
    return alert.acknowledged.by.name


def take_alert(state: Pursuit, _order: TakeAlert, arrived: Arrived, _rules: Rules) -> tuple[ev.Event, ...]:
    """The person it was offered to takes it."""
    by = arrived.report.by
    alert = own_alert(state, by)
    _owner(alert)
    if alert.offered is None:
        reason = f"the alert of {alert.room} is not offered to anybody"
        raise Refusal(code="not_offered", reason=reason, room=alert.room)
    if alert.offered.to != by.name:
        reason = f"it is offered to {alert.offered.to}, not to {by.name}"
        raise Refusal(code="offered_to_other", reason=reason, expected=alert.offered.to, got=by.name)
    return (
        acts.AlertTaken(room=alert.room, by=by, at=arrived.at),
        ev.DueSet(kind=OFFER + alert.room, deadline=None),
    )


def offer_due(state: Pursuit, kind: str, at: datetime) -> tuple[ev.Event, ...]:
    """Nobody took it: it is its owner's, who is told so."""
    room = kind.removeprefix(OFFER)
    alert, over = state.alerts.get(room), ev.DueSet(kind=kind, deadline=None)
    if alert is None or alert.offered is None:
        return (over,)
    return (over, acts.AlertOffered(room=room, offered=None, at=at))


# ---------------------------------------------------------------- nobody answers


def escalations(before: Pursuit | None, after: Pursuit, at: datetime, settings: PursuitSettings) -> list[ev.DueSet]:
    """The deadlines of alerts of priority 1 that rang anew, and of those that somebody acknowledged since."""
    known = before.alerts if before else {}
    if known is after.alerts:
        return []
    changed = (alert for room, alert in sorted(after.alerts.items()) if known.get(room) is not alert)
    dues = (_escalation(after, known.get(alert.room), alert, at, settings) for alert in changed)
    return [due for due in dues if due]


def _escalation(
    after: Pursuit, before: Alert | None, alert: Alert, at: datetime, settings: PursuitSettings
) -> ev.DueSet | None:
    kind = ESCALATE + alert.room
    if alert.acknowledged is not None or not (after.phase == "open" or outlives_the_end(alert)):
        return ev.DueSet(kind=kind, deadline=None) if kind in after.dues else None
    # What rings while it waits already puts nothing off; nor does a car at the edge that is out, and in again.
    if alert.priority != 1 or kind in after.dues or alert.escalation == "telephone":
        return None
    rose = before is None or before.priority != 1
    rang_in_haste = (before is None or before.rang_revision != alert.rang_revision) and _hurries(alert)
    if not (rose or rang_in_haste or after.phase != "open"):
        return None
    return ev.DueSet(kind=kind, deadline=at + timedelta(seconds=settings.louder_after_s))


def _hurries(alert: Alert) -> bool:
    """Whether what rang last must be answered at once: an entry, or an alarm that is as grave."""
    alarm = rang_last(alert)
    return alarm is None or alarm.code not in NO_HURRY


def escalation_due(state: Pursuit, kind: str, at: datetime, settings: PursuitSettings) -> tuple[ev.Event, ...]:
    """One step further: louder, then the supervisor and the rooms that wait for the answer, then the telephone."""
    room = kind.removeprefix(ESCALATE)
    alert = state.alerts.get(room)
    over = ev.DueSet(kind=kind, deadline=None)
    if alert is None or alert.acknowledged or alert.priority != 1 or alert.escalation == "telephone":
        return (over,)
    level = _NEXT[alert.escalation]
    told = alarms(_waiting(state, alert), NOT_ACKNOWLEDGED + level, {"room": room}, at, priority=_gravity(level))
    after_s = {
        "louder": settings.supervisor_after_s - settings.louder_after_s,
        "supervisor": settings.telephone_after_s - settings.supervisor_after_s,
    }.get(level)
    next_due = over if after_s is None else ev.DueSet(kind=kind, deadline=at + timedelta(seconds=after_s))
    escalated = ev.Escalated(room=room, level=level, at=at)
    return (escalated, next_due) if level == "louder" else (escalated, *told, next_due)


def _waiting(state: Pursuit, alert: Alert) -> set[str]:
    """The rooms that wait for the answer; none where it is itself an alarm of no answer: two would ring for ever."""
    alarm = rang_last(alert)
    if alarm and alarm.code.startswith(NOT_ACKNOWLEDGED):
        return set()
    if was_called(state.notices.get(alert.room), alert) or _is_answered_beside(state, alert):
        return set()
    return {state.leading_room, state.home_room} - {alert.room}


def _is_answered_beside(state: Pursuit, alert: Alert) -> bool:
    """Whether another room of the same state owns its alert: somebody there acts, so nobody waits for this one."""
    beside = (one for room, one in state.alerts.items() if room != alert.room and room[:2] == alert.room[:2])
    return any(one.acknowledged is not None and _tells_of(one) == _tells_of(alert) for one in beside)


def _tells_of(alert: Alert) -> tuple[str, str, str | None]:
    """What it is about: another entry, or a copy, is nobody's answer to this one."""
    told = alert.approach if alert.phase == "approaching" else alert.crossing
    return alert.kind, alert.phase, told.id if told else None


def _gravity(level: Escalation) -> Literal[1, 2]:
    """An alert that nobody sees is as grave for those who wait as for those who should act."""
    return 1 if level == "telephone" else 2
