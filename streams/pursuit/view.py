"""A pursuit as those who may see it read it: who is where, who knows, who leads, what is known, asked, to be done."""

from collections.abc import Mapping
from datetime import datetime
from typing import Literal

from msgspec.structs import replace

from borders.rooms import Room
from streams.addressed import ANYBODY
from streams.pursuit.alarms import outlives_the_end
from streams.pursuit.called import was_called
from streams.pursuit.closing import ITEMS
from streams.pursuit.noticed import judged
from streams.pursuit.receipts import delivered_at
from streams.pursuit.rules import Rules
from streams.pursuit.state import Pursuit
from streams.records import Alert, AlertedRoom, Assistance, Fact, Notice, PursuitRecord, StopOrder

__all__ = ["for_crews", "for_crews_out", "view"]


def view(state: Pursuit, rules: Rules) -> PursuitRecord:
    """What a room reads, not addressed yet."""
    delivered = delivered_at(state)
    return PursuitRecord(
        recipient=ANYBODY,
        case=state.case,
        event=state.number,
        mode=state.mode,
        phase=_phase(state),
        leading_room=state.leading_room,
        home_room=state.home_room,
        lead_since=state.lead_since,
        opened_at=state.opened_at,
        opened_by=state.opened_by,
        purpose=state.purpose,
        units=tuple(state.units[unit] for unit in sorted(state.units)),
        alerted=tuple(_alerted(state, room, delivered.get(room), rules) for room in sorted(_told_rooms(state))),
        facts=tuple(sorted(state.facts.values(), key=_by_time)),
        target=state.sightings[-1] if state.sightings else None,
        requests=tuple(sorted(state.requests.values(), key=_by_time)),
        stops=tuple(sorted(state.stops.values(), key=_by_time)),
        notices=tuple(_with_verdict(state.notices[room]) for room in sorted(state.notices)),
        checklist=tuple(sorted(state.checklist.values(), key=lambda one: ITEMS.index(one.item))),
        goes_on_as=state.goes_on_as,
        asked_at=state.asked_at,
        log=state.log,
    )


def for_crews(view: PursuitRecord) -> PursuitRecord:
    """What a crew reads of it: who is where, who knows, what is known of the pursued, and what it is told to do.

    The log, the notices, the requests and the checklist are for the rooms.
    """
    return replace(view, requests=(), notices=(), checklist=(), log=())


def for_crews_out(view: PursuitRecord) -> PursuitRecord:
    """What a crew reads last: that it is out, or that it is over; nothing of the pursued or of who knows any more."""
    return replace(for_crews(view), alerted=(), facts=(), target=None)


def _with_verdict(notice: Notice) -> Notice:
    """As it is kept; one that was kept before verdicts were has no reasons yet."""
    return notice if notice.reasons else judged(notice)


def _told_rooms(state: Pursuit) -> set[str]:
    """Those that were alerted, and those that were called; what is only known of before counts with the alert."""
    return {*state.alerts, *(room for room, notice in state.notices.items() if notice.telephone)}


def _by_time(one: Fact | Assistance | StopOrder) -> tuple[datetime, str]:
    """The order of reading: a table gives its entries in another order than they were made in."""
    return one.at, one.id


def _phase(state: Pursuit) -> Literal["open", "closed", "merged", "error"]:
    known: Mapping[str, Literal["open", "closed", "merged", "error"]] = {
        "open": "open",
        "merged": "merged",
        "error": "error",
    }
    return known.get(state.phase, "closed")


def _alerted(state: Pursuit, room: str, delivered: datetime | None, rules: Rules) -> AlertedRoom:
    """How far the room is with what last rang there: a receipt of an earlier revision says nothing about it."""
    alert, known = state.alerts.get(room), rules.directory.find(room)
    if alert is None:
        return _called(room, known)
    return AlertedRoom(
        room=room,
        phase=alert.phase,
        kind=alert.kind,
        revision=alert.revision,
        delivered_at=delivered,
        acknowledged=alert.acknowledged,
        escalation=alert.escalation,
        call=_must_be_called(state, alert),
        name=known.name if known else "",
        languages=known.languages if known else (),
        telephone=known.telephone if known else "",
        telephone_only=known.telephone_only if known else False,
        expected_at=_expected_at(alert),
        place_of=_place_of(alert),
        place=alert.place,
        crossing_point=alert.crossing_point,
        by_hand=alert.by_hand,
    )


def _called(room: str, known: Room | None) -> AlertedRoom:
    """A room without an alert was told by telephone alone."""
    return AlertedRoom(
        room=room,
        phase="telephoned",
        kind="border",
        revision=0,
        delivered_at=None,
        acknowledged=None,
        escalation="none",
        name=known.name if known else "",
        languages=known.languages if known else (),
        telephone=known.telephone if known else "",
        telephone_only=known.telephone_only if known else False,
    )


def _must_be_called(state: Pursuit, alert: Alert) -> bool:
    """Whether nothing but a call is left, and nobody made one."""
    goes_on = state.phase == "open" or outlives_the_end(alert)
    is_left = goes_on and alert.escalation == "telephone" and alert.acknowledged is None
    return is_left and not was_called(state.notices.get(alert.room), alert)


def _expected_at(alert: Alert) -> datetime | None:
    return alert.approach.eta if alert.phase == "approaching" and alert.approach else None


def _place_of(alert: Alert) -> str | None:
    """A pre-alert's place is where it is foreseen; any other's, where it crossed."""
    if alert.phase == "approaching":
        return alert.approach.id if alert.approach else None
    return alert.crossing.id if alert.crossing else None
