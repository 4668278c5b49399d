"""Who is told what: the records that a decision sends, built from its events and the states around them."""

from collections.abc import Iterator, Mapping

from msgspec.structs import replace

from streams.pursuit import acts
from streams.pursuit import events as ev
from streams.pursuit.evolve import evolve
from streams.pursuit.off_road import off_road
from streams.pursuit.outputs import asked_of_others, cards_for_readers, removed, stops_for_units, to_inbox, to_many
from streams.pursuit.rules import Rules
from streams.pursuit.state import Pursuit
from streams.pursuit.view import for_crews, for_crews_out, view
from streams.records import (
    Alert,
    AlertRecord,
    AnswerRecord,
    Membership,
    Mode,
    NoticeRecord,
    Output,
    UnitView,
    VisibilityRecord,
    encode,
)
from streams.topics import POSITIONS

__all__ = ["NOTICES", "announce", "answers", "changes_memberships"]

NOTICES: Mapping[str, tuple[str, ...]] = {
    "fixes_refused": ("code", "field", "expected", "got", "count"),
    "request_accepted": ("kind", "room", "unit", "conditions"),
    "request_refused": ("kind", "room", "reason"),
    "request_withdrawn": ("kind", "room", "reason"),
    "request_expired": ("kind", "room"),
    "merge_accepted": ("case",),
    "merge_refused": ("case", "code"),
    "split_accepted": ("case",),
    "split_refused": ("case", "code"),
}
"""The codes of notices, and the parameters that come with each; one that nothing was said of is left out."""
_ALERTING = (
    ev.AlertRaised, ev.AlertChanged, ev.AlertRevised, ev.Acknowledged, ev.AlarmRaised, ev.Escalated,
    acts.AlertShelved, acts.AlertOffered, acts.AlertTaken, acts.AlarmSeen,
)  # fmt: skip
_MEMBERSHIP = (
    ev.UnitCame, ev.UnitWent, ev.VisibilityGranted, ev.VisibilityEnded, ev.MembershipsRepeated, ev.Closed,
    acts.UnitTakenOut, acts.OpenedWrongly, acts.Merged,
)  # fmt: skip
_UNSEEN = (
    ev.CrossingPassedOver, ev.ApproachPassedOver, ev.ForeseenDropped,
    ev.DueSet, ev.MembershipsRepeated, ev.CommandAnswered, ev.UnitDescribed,
)  # fmt: skip


_ONLY_SEEN = (ev.UnitSeen, ev.DueSet)
"""Events of which nobody is told but by the view of the pursuit."""


def changes_memberships(events: tuple[ev.Event, ...]) -> bool:
    """Whether the units' memberships must be told under a new event number."""
    return any(isinstance(event, _MEMBERSHIP) and not isinstance(event, ev.MembershipsRepeated) for event in events)


def announce(
    before: Pursuit | None, after: Pursuit | None, events: tuple[ev.Event, ...], *, case: str, mode: Mode, rules: Rules
) -> tuple[Output, ...]:
    """Every record this decision sends, in the order of sending: alerts first, for they are what lives hang on.

    `mode` is the report's, for the answer to a command where there is no pursuit.
    """
    if after is None:
        return (*asked_of_others(events, case, mode), *answers(events, case, mode))
    if all(isinstance(event, _ONLY_SEEN) for event in events):  # of most reports nothing else is to be told
        return tuple(_views(before, after, events, rules))
    return (
        *_alerts(before, events, rules),
        *stops_for_units(after, events),
        *_memberships(after, events),
        *_visibility(after, events),
        *cards_for_readers(before, after, events, rules),
        *_views(before, after, events, rules),
        *_removed(before, after, events),
        *_notices(after, events),
        *asked_of_others(events, case, after.mode),
        *answers(events, case, after.mode),
    )


def answers(events: tuple[ev.Event, ...], case: str, mode: Mode) -> Iterator[Output]:
    """What the senders of commands are answered."""
    for event in events:
        if isinstance(event, ev.CommandAnswered) and (recipient := event.by.unit or event.by.room):
            record = AnswerRecord(
                recipient=recipient,
                case=case,
                command=event.command,
                accepted=event.answer.accepted,
                code=event.answer.code,
                reason=event.answer.reason[:500],
                params=event.answer.params,
                mode=mode,
            )
            yield to_inbox(recipient, "answer", event.command, record)


def _alerts(before: Pursuit | None, events: tuple[ev.Event, ...], rules: Rules) -> Iterator[Output]:
    """One record for every revision, also where one decision makes several: none is skipped."""
    if not any(isinstance(event, _ALERTING) for event in events):
        return
    state = before
    for event in events:
        state = evolve(state, event)
        if isinstance(event, _ALERTING) and state is not None:
            alert = _with_units(state.alerts[event.room], state, rules)
            yield to_inbox(event.room, "alert", alert.case, AlertRecord(alert=alert))


def _with_units(alert: Alert, state: Pursuit, rules: Rules) -> Alert:
    """With all that is known of its units; which they are, and who of them is silent, is what the alert says."""
    known = replace(alert, units=tuple(_told_with(state.units[told.unit], told) for told in alert.units))
    return replace(known, off_road=off_road(known, rules))


def _told_with(known: UnitView, told: UnitView) -> UnitView:
    """One that was joined in error is in no pursuit, whatever was told of it before."""
    return replace(known, active=told.active and not known.in_error, silent_since=told.silent_since)


def _memberships(after: Pursuit, events: tuple[ev.Event, ...]) -> Iterator[Output]:
    if not any(isinstance(event, _MEMBERSHIP) for event in events):
        return
    for unit in sorted(after.units):
        membership = Membership(
            unit=unit,
            case=after.case,
            joined=after.units[unit].active and after.phase == "open",
            event=after.membership_event,
            opened_at=after.opened_at,
            audience=after.audience,
            mode=after.mode,
        )
        yield Output(topic=POSITIONS.name, key=unit, partition_by=unit, value=encode(membership).decode())


def _visibility(after: Pursuit, events: tuple[ev.Event, ...]) -> Iterator[Output]:
    for event in events:
        if isinstance(event, ev.VisibilityGranted | ev.VisibilityEnded):
            record = VisibilityRecord(
                recipient=event.recipient,
                case=after.case,
                granted=isinstance(event, ev.VisibilityGranted),
                event=after.number,
                mode=after.mode,
            )
            yield to_inbox(event.recipient, "visibility", after.case, record)


def _views(before: Pursuit | None, after: Pursuit, events: tuple[ev.Event, ...], rules: Rules) -> Iterator[Output]:
    """The pursuit as each room that may see it, and each of its units, reads it: encoded once for all of a kind."""
    is_noticed = before is not None and before.notices is not after.notices
    if not is_noticed and not any(_seen_by_rooms(event) for event in events):
        return
    of_rooms = view(after, rules)
    if after.audience:
        yield to_many(after.audience, "pursuit", after.case, of_rooms)
    if crews := tuple(sorted(_crews(after))):
        yield to_many(crews, "pursuit", after.case, for_crews(of_rooms))
    if out := _crews_out(before, after):
        yield to_many(out, "pursuit", after.case, for_crews_out(of_rooms))


def _removed(before: Pursuit | None, after: Pursuit, events: tuple[ev.Event, ...]) -> Iterator[Output]:
    """Who may not see the pursuit any more keeps nothing of it but what was said to themselves alone."""
    rooms = tuple(event.recipient for event in events if isinstance(event, ev.VisibilityEnded))
    if rooms:
        yield removed((*rooms, *sorted(after.units)), "pursuit", after.case)
    if without := (*rooms, *_crews_out(before, after)):
        yield from (removed(without, "card", f"{after.case}|{name}") for name in sorted(after.cards))
    if rooms:
        yield from _stops_removed(after)


def _stops_removed(after: Pursuit) -> Iterator[Output]:
    """Of an order that a crew has receipted, or that is undone, nothing is left with it; one that it has not, stays."""
    for name, stop in sorted(after.stops.items()):
        if units := tuple(unit for unit, at in sorted(stop.units.items()) if at is not None or stop.lifted):
            yield removed(units, "stop", f"{after.case}|{name}")


def _crews_out(before: Pursuit | None, after: Pursuit) -> tuple[str, ...]:
    """The units whose crews read last that they are out, or that it is over, and nothing after it."""
    return tuple(sorted(_crews(before) - _crews(after)))


def _crews(state: Pursuit | None) -> set[str]:
    """The units whose crews read it."""
    if state is None or state.phase != "open":
        return set()
    return {name for name, unit in state.units.items() if unit.active}


def _seen_by_rooms(event: ev.Event) -> bool:
    """Whether the event changes what a room reads in its view of the pursuit."""
    if isinstance(event, ev.Notified):
        return event.kind == "delivered"
    return not isinstance(event, _UNSEEN)


def _notices(after: Pursuit, events: tuple[ev.Event, ...]) -> Iterator[Output]:
    """That fixes are refused, to the leading room and to the unit's own; and what another room or pursuit answered."""
    for event in events:
        if isinstance(event, acts.RequestAnswered | acts.OtherCaseAnswered):
            yield from _answer_notice(after, event)
        if isinstance(event, ev.FixesWereRefused):
            for recipient in sorted({after.leading_room, event.room or after.leading_room}):
                notice = NoticeRecord(
                    recipient=recipient,
                    id=event.id,
                    case=after.case,
                    code="fixes_refused",
                    text=event.text,
                    unit=event.unit,
                    at=event.at,
                    mode=after.mode,
                    params=event.params,
                )
                yield to_inbox(recipient, "notice", f"{after.case}|{event.id}", notice)


def _answer_notice(after: Pursuit, event: acts.RequestAnswered | acts.OtherCaseAnswered) -> Iterator[Output]:
    """Who asked reads the answer; what a room withdrew itself, or is told to call for, is news to the one it asked."""
    if isinstance(event, acts.OtherCaseAnswered):
        code = f"{event.kind}_{'accepted' if event.accepted else 'refused'}"
        identity, recipient, at = f"{code}|{event.other_case}|{after.number}", after.leading_room, event.at
        params = {"case": event.other_case, "code": event.code}
    else:
        one = event.request
        code, identity, at = f"request_{one.state}", f"{one.id}|{one.state}", one.answered_at or one.at
        recipient = one.to if one.state in {"withdrawn", "expired"} else one.room
        params = {
            "kind": one.kind,
            "room": one.to,
            "unit": one.unit or "",
            "conditions": one.conditions,
            "reason": one.reason,
        }
    notice = NoticeRecord(
        recipient=recipient,
        id=f"{after.case}|{identity}",
        case=after.case,
        code=code,
        text="",
        params={name: value for name, value in params.items() if value},
        unit=None,
        at=at,
        mode=after.mode,
    )
    yield to_inbox(recipient, "notice", notice.id, notice)
