"""The end of a pursuit: who may close it, and what remains to be done, item by item, until it is done."""

from datetime import datetime, timedelta

from msgspec.structs import replace

from borders.card import six_hour_rule
from streams.ids import owner_of
from streams.orders import CheckItem, StillRunning
from streams.pursuit import acts
from streams.pursuit import events as ev
from streams.pursuit.alarms import SIX_HOURS_OVER, STILL_RUNNING, alarms, rests_on_alarms
from streams.pursuit.alerting import alerts_on_close
from streams.pursuit.arrived import Arrived
from streams.pursuit.deadlines import ITEM, RUNNING, VISIBILITY_END, dues_at_the_end, next_question
from streams.pursuit.refusal import Refusal, check_desk_of, check_may_end
from streams.pursuit.rules import Rules, state_of_card
from streams.pursuit.six_hours import SIX_HOURS, six_hours_after
from streams.pursuit.state import Pursuit
from streams.records import Account, Alert, CheckEntry

__all__ = [
    "HELD",
    "ITEMS",
    "NOBODY",
    "cards_of",
    "check_item",
    "close",
    "is_done",
    "item_due",
    "running_due",
    "still_running",
    "was_abroad",
]

HELD, HANDED_OVER = "person_held", "person_handed_over"
ITEMS = (
    "outcome", HANDED_OVER, "objects", "force", "shots", "damage", "injuries", "host_authority",
    "officers_report", HELD, SIX_HOURS,
)  # fmt: skip
"""What a pursuit may end with, in the order of reading.

Every one that was abroad has all but the last two. That officers report to the host is due even if nobody was caught.
"""
_AT_HOME = ("outcome", "force", "shots", "damage", "injuries")
NOBODY_CODE = "nobody"
NOBODY = {"no", NOBODY_CODE}
"""What stands in the place of an instant where no person was held.

A code, not a word: a console writes it in whatever language its person reads.
"""


def close(state: Pursuit, by: Account, reason: str, arrived: Arrived, rules: Rules) -> tuple[ev.Event, ...]:
    """The leading room ends it: a crew's END ends its own part.

    Once no unit is in it the room that answers for it at home may too: a lead abroad that forgot it keeps it open for
    ever else.
    """
    is_empty = not any(view.active for view in state.units.values())
    may = {state.leading_room, state.home_room} if is_empty else {state.leading_room}
    check_desk_of(state, by, may, f"close {state.case}")
    check_may_end(state, arrived.at)
    items = [*_items(state), *([HELD] if _has_six_hours(state, rules) else [])]
    return (
        ev.Closed(by=by, reason=reason, at=arrived.at),
        *alerts_on_close(state, arrived.at),
        acts.ChecklistOpened(items=tuple(CheckEntry(item=item) for item in items)),
        *dues_at_the_end(state, arrived.at, rules.settings),
    )


def _items(state: Pursuit) -> tuple[str, ...]:
    return tuple(item for item in ITEMS if item not in {HELD, SIX_HOURS}) if was_abroad(state) else _AT_HOME


def was_abroad(state: Pursuit) -> bool:
    """Whether a room of another state was told of an entry that truly was, or a unit is in a state not its own.

    Where receivers told nothing, people did: a room abroad that was warned by hand, or called, was told of an entry.
    """
    entered = any(alert.kind in {"border", "by_hand"} and _tells_of_entry(alert) for alert in state.alerts.values())
    by_itself = bool(state.unserved) or state.took_in_abroad  # where no room is known, or in a pursuit that came here
    return entered or by_itself or bool(_told_by_people(state)) or any(view.stays for view in state.units.values())


def _told_by_people(state: Pursuit) -> set[str]:
    """The rooms of other states that were warned by hand or called."""
    warned = {room for room, alert in state.alerts.items() if alert.by_hand is not None and not alert.because}
    called = {room for room, notice in state.notices.items() if notice.telephone is not None}
    return {room for room in warned | called if owner_of(room) != owner_of(state.case)}


def _tells_of_entry(alert: Alert) -> bool:
    return alert.since_unknown or (alert.crossing is not None and alert.crossing.status != "withdrawn")


def _has_six_hours(state: Pursuit, rules: Rules) -> bool:
    """Whether a card of the pursuit has the rule, or it is not known that it has not: then it is asked for."""
    names = cards_of(state)
    if not names and _told_by_people(state):
        return True
    return any(six_hour_rule(rules.card(name)).applies != "no" for name in names)


def cards_of(state: Pursuit) -> set[str]:
    """The names of the cards by which there is something to do."""
    names = {stay.card for view in state.units.values() for stay in view.stays}
    names |= {name for alert in state.alerts.values() for name in alert.cards}
    return names | {name for name in state.cards if state_of_card(name) in state.unserved} | set(state.took_in_cards)


def check_item(state: Pursuit, order: CheckItem, arrived: Arrived, _rules: Rules) -> tuple[ev.Event, ...]:
    """An item is done, or what it says is put right; holding a person starts the six hours."""
    by = arrived.report.by
    check_desk_of(state, by, {state.leading_room, state.home_room}, f"fill in the checklist of {state.case}")
    entry = state.checklist.get(order.item)
    if entry is None:
        items = ", ".join(sorted(state.checklist))
        reason = f"expected one of the items of {state.case} ({items or 'none before it is closed'}), got {order.item}"
        raise Refusal(code="unknown_item", reason=reason, expected=items, got=order.item)
    at = min(order.at, arrived.at) if order.at else None
    if entry.done_at is not None and (entry.text, entry.at) == (order.text, at):
        reason = f"{order.item} was done at {entry.done_at.isoformat()}"
        raise Refusal(code="nothing_new", reason=reason, name=order.item)
    if order.item == HELD and at is None and order.text.strip().lower() not in NOBODY:
        reason = "person_held: expected since when (at), or the text nobody"
        raise Refusal(code="missing", reason=reason, name=HELD, expected="at")
    if order.item == HANDED_OVER and at is None and order.text.strip().lower() not in NOBODY:
        reason = "person_handed_over: expected when (at) and to whom, or the text nobody"
        raise Refusal(code="missing", reason=reason, name=HANDED_OVER, expected="at")
    done = replace(entry, text=order.text, language=order.language, by=by, done_at=arrived.at, at=at)
    corrected = entry.done_at is not None
    return (
        acts.ItemDone(entry=done, corrected=corrected),
        *_six_hours(state, done, arrived.at),
        *_seen_to_the_end(state, done),
    )


def _six_hours(state: Pursuit, done: CheckEntry, at: datetime) -> tuple[ev.Event, ...]:
    """They run from when a person is held; where that was put right, anew, or no more."""
    if done.item == SIX_HOURS:
        return (ev.DueSet(kind=ITEM + SIX_HOURS, deadline=None),)
    if done.item != HELD:
        return ()
    return _clock_off(state, done) if done.at is None else _clock_on(state, six_hours_after(done.at), at)


def _clock_on(state: Pursuit, due: datetime, at: datetime) -> tuple[ev.Event, ...]:
    known = state.checklist.get(SIX_HOURS) or CheckEntry(item=SIX_HOURS)
    answered_for = known.done_at is not None and known.text.strip().lower() not in NOBODY
    if known.due_at == due and (answered_for or known.done_at is None):
        return ()  # the hour is as it was: a word of it was put right, and what rang rings no more
    if answered_for:
        return (acts.HoursMoved(due_at=due), *_were_over(state, known, due, at))
    again = {state.leading_room, state.home_room} - set(state.audience)
    return (
        acts.ItemDone(entry=CheckEntry(item=SIX_HOURS, due_at=due)),
        ev.DueSet(kind=ITEM + SIX_HOURS, deadline=due),
        *(ev.VisibilityGranted(recipient=room) for room in sorted(again)),
    )


def _were_over(state: Pursuit, known: CheckEntry, due: datetime, at: datetime) -> tuple[ev.Event, ...]:
    """By the hour as it is now the person was seen to too late; as it was before, nobody could tell."""
    seen_to_at = known.at or known.done_at
    if seen_to_at is None or seen_to_at <= due or (known.due_at and known.due_at < seen_to_at):
        return ()
    return alarms({state.leading_room, state.home_room}, SIX_HOURS_OVER, {"item": SIX_HOURS}, at, priority=1)


def _clock_off(state: Pursuit, done: CheckEntry) -> tuple[ev.Event, ...]:
    """Nobody was held after all."""
    known = state.checklist.get(SIX_HOURS)
    if known is None or known.done_at is not None:
        return ()
    over = replace(known, text=NOBODY_CODE, by=done.by, done_at=done.done_at)
    return (acts.ItemDone(entry=over), ev.DueSet(kind=ITEM + SIX_HOURS, deadline=None))


def _seen_to_the_end(state: Pursuit, done: CheckEntry) -> tuple[ev.Event, ...]:
    """With the last item the rooms that kept it in view for its sake need it no more."""
    starts_clock = done.item == HELD and done.at is not None
    itself = {done.item, SIX_HOURS} if done.item == HELD else {done.item}  # with nobody held, the hours are over too
    others = (entry for name, entry in state.checklist.items() if name not in itself)
    if starts_clock or not all(entry.done_at for entry in others) or VISIBILITY_END in state.dues:
        return ()
    return tuple(ev.VisibilityEnded(recipient=room) for room in state.audience)


def is_done(state: Pursuit) -> bool:
    """Whether nothing of the checklist is open."""
    return all(entry.done_at for entry in state.checklist.values())


def item_due(state: Pursuit, kind: str, at: datetime) -> tuple[ev.Event, ...]:
    """The six hours are over: the rooms that answer for the held person are alarmed."""
    entry, over = state.checklist.get(kind.removeprefix(ITEM)), ev.DueSet(kind=kind, deadline=None)
    if entry is None or entry.done_at is not None:
        return (over,)
    rooms = {state.leading_room, state.home_room}
    return (over, *alarms(rooms, SIX_HOURS_OVER, {"item": entry.item}, at, priority=1))


# ---------------------------------------------------------------- still running?


def running_due(state: Pursuit, at: datetime, rules: Rules) -> tuple[ev.Event, ...]:
    """No unit moved for long: the leading room is asked, again and again; nothing closes itself."""
    if state.phase != "open":
        return (ev.DueSet(kind=RUNNING, deadline=None),)
    since = state.moved_at or state.opened_at
    known = max(since, state.confirmed_at or since)
    if at - known < timedelta(seconds=rules.settings.still_running_after_s):
        return (next_question(known, rules.settings),)
    asked = alarms([state.leading_room], STILL_RUNNING, {"since": since.isoformat(timespec="seconds")}, at, priority=3)
    return (acts.StillAsked(at=at), *asked, next_question(at, rules.settings))


def still_running(state: Pursuit, _order: StillRunning, arrived: Arrived, rules: Rules) -> tuple[ev.Event, ...]:
    """It goes on."""
    by, may = arrived.report.by, {state.leading_room, state.home_room}
    check_desk_of(state, by, may, f"say that {state.case} goes on")
    seen = _question_seen(state, by, arrived.at)
    return (acts.StillConfirmed(by=by, at=arrived.at), *seen, next_question(arrived.at, rules.settings))


def _question_seen(state: Pursuit, by: Account, at: datetime) -> tuple[ev.Acknowledged | acts.AlarmSeen, ...]:
    """Who answers has seen the question in their own room; what else rang there is still to be seen."""
    alert = state.alerts.get(by.room or "")
    if alert is None or alert.acknowledged or not _asks(alert):
        return ()
    is_all = all(alarm.code == STILL_RUNNING for alarm in alert.alarms) and rests_on_alarms(alert)
    if is_all:
        return (ev.Acknowledged(room=alert.room, revision=alert.rang_revision, by=by, at=at),)
    return (acts.AlarmSeen(room=alert.room, code=STILL_RUNNING, by=by, at=at),)


def _asks(alert: Alert) -> bool:
    return any(alarm.code == STILL_RUNNING for alarm in alert.alarms)
