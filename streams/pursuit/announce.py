"""Who is told what: the records that a decision sends, built from its events and the states around them."""

from collections.abc import Iterator

from streams.pursuit import events as ev
from streams.pursuit.evolve import evolve
from streams.pursuit.state import Pursuit
from streams.records import (
    Account,
    AlertedRoom,
    AlertRecord,
    AnswerRecord,
    Membership,
    Mode,
    NoticeRecord,
    Output,
    PursuitRecord,
    VisibilityRecord,
    encode,
)
from streams.topics import INBOX, POSITIONS

__all__ = ["announce", "changes_memberships"]

_ALERTING = (ev.AlertRaised, ev.AlertChanged, ev.AlertRevised, ev.Acknowledged)
_MEMBERSHIP = (ev.UnitCame, ev.UnitWent, ev.VisibilityGranted, ev.VisibilityEnded, ev.MembershipsRepeated, ev.Closed)
_UNSEEN = (
    ev.CrossingPassedOver, ev.ApproachPassedOver, ev.ForeseenDropped,
    ev.DueSet, ev.MembershipsRepeated, ev.CommandAnswered,
)  # fmt: skip


def changes_memberships(events: tuple[ev.Event, ...]) -> bool:
    """Whether the units' memberships must be told under a new event number."""
    return any(isinstance(event, _MEMBERSHIP) and not isinstance(event, ev.MembershipsRepeated) for event in events)


def announce(
    before: Pursuit | None, after: Pursuit | None, events: tuple[ev.Event, ...], case: str, mode: Mode
) -> tuple[Output, ...]:
    """Every record this decision sends, in the order of sending: alerts first, for they are what lives hang on.

    `mode` is the report's, for the answer to a command where there is no pursuit.
    """
    return (
        *_alerts(before, events),
        *_memberships(after, events),
        *_visibility(after, events),
        *_views(after, events),
        *_notices(after, events),
        *_answers(events, case, after.mode if after else mode),
    )


def _inbox(recipient: str, kind: str, identity: str, value: bytes) -> Output:
    key = f"{recipient}|{kind}|{identity}"
    return Output(topic=INBOX.name, key=key, partition_by=recipient, value=value.decode())


def _alerts(before: Pursuit | None, events: tuple[ev.Event, ...]) -> Iterator[Output]:
    """One record for every revision, also where one decision makes several: none is skipped."""
    state = before
    for event in events:
        state = evolve(state, event)
        if isinstance(event, _ALERTING) and state is not None:
            alert = state.alerts[event.room]
            yield _inbox(event.room, "alert", alert.case, encode(AlertRecord(alert=alert)))


def _memberships(after: Pursuit | None, events: tuple[ev.Event, ...]) -> Iterator[Output]:
    if after is None or not any(isinstance(event, _MEMBERSHIP) for event in events):
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


def _visibility(after: Pursuit | None, events: tuple[ev.Event, ...]) -> Iterator[Output]:
    for event in events:
        if isinstance(event, ev.VisibilityGranted | ev.VisibilityEnded) and after is not None:
            record = VisibilityRecord(
                recipient=event.recipient,
                case=after.case,
                granted=isinstance(event, ev.VisibilityGranted),
                event=after.number,
                mode=after.mode,
            )
            yield _inbox(event.recipient, "visibility", after.case, encode(record))


def _views(after: Pursuit | None, events: tuple[ev.Event, ...]) -> Iterator[Output]:
    """The pursuit as each room that may see it, and each of its units, reads it."""
    if after is None or not any(_seen_by_rooms(event) for event in events):
        return
    for recipient in (*after.audience, *sorted(after.units)):
        yield _inbox(recipient, "pursuit", after.case, encode(_view(after, recipient)))


def _seen_by_rooms(event: ev.Event) -> bool:
    """Whether the event changes what a room reads in its view of the pursuit."""
    if isinstance(event, ev.Notified):
        return event.kind == "delivered"
    return not isinstance(event, _UNSEEN)


def _view(state: Pursuit, recipient: str) -> PursuitRecord:
    """What this recipient reads; the log is for the rooms, a crew at the wheel reads who is where and who knows."""
    return PursuitRecord(
        recipient=recipient,
        case=state.case,
        event=state.number,
        mode=state.mode,
        phase="open" if state.phase == "open" else "closed",
        leading_room=state.leading_room,
        opened_at=state.opened_at,
        opened_by=state.opened_by,
        purpose=state.purpose,
        units=tuple(state.units[unit] for unit in sorted(state.units)),
        alerted=tuple(_alerted(state, room) for room in sorted(state.alerts)),
        log=() if recipient in state.units else state.log,
    )


def _alerted(state: Pursuit, room: str) -> AlertedRoom:
    """How far the room is with what last rang there: a receipt of an earlier revision says nothing about it."""
    alert = state.alerts[room]
    revisions = range(alert.rang_revision, alert.revision + 1)
    delivered = (state.receipts.get(f"{room}|{revision}|delivered") for revision in revisions)
    return AlertedRoom(
        room=room,
        phase=alert.phase,
        revision=alert.revision,
        delivered_at=min((at for at in delivered if at is not None), default=None),
        acknowledged=alert.acknowledged,
    )


def _notices(after: Pursuit | None, events: tuple[ev.Event, ...]) -> Iterator[Output]:
    """That fixes are refused, to the leading room and to the unit's own."""
    for event in events:
        if isinstance(event, ev.FixesWereRefused) and after is not None:
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
                )
                yield _inbox(recipient, "notice", f"{after.case}|{event.id}", encode(notice))


def _answers(events: tuple[ev.Event, ...], case: str, mode: Mode) -> Iterator[Output]:
    for event in events:
        if isinstance(event, ev.CommandAnswered) and (recipient := _sender(event.by)):
            record = AnswerRecord(
                recipient=recipient,
                case=case,
                command=event.command,
                accepted=event.answer.accepted,
                code=event.answer.code,
                reason=event.answer.reason[:500],
                mode=mode,
            )
            yield _inbox(recipient, "answer", event.command, encode(record))


def _sender(by: Account) -> str | None:
    return by.unit or by.room
