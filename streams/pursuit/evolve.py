"""How a pursuit changes when something has happened: one event in, the next state out."""

from collections.abc import Callable
from functools import reduce
from typing import Any

from msgspec.structs import replace

from streams.pursuit import events as ev
from streams.pursuit.log import log_entry, with_line
from streams.pursuit.state import Foreseen, Pursuit, silence_id
from streams.pursuit.way import Way, after_crossing, after_settling, after_sighting, territory_of
from streams.records import Acknowledgement, Alert, Crossing, LogEntry, Sighting, UnitView

__all__ = ["evolve", "evolve_all"]

_ANSWERS_KEPT = 500
_IDS_KEPT = 500
_APPROACHES_FOLLOWED = 8
"""Of one unit, each into other states; of more, the oldest is not followed any longer."""


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
    entry = log_entry(event)
    return replace(changed, log=with_line(changed.log, entry)) if entry else changed


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
    """Where a unit that comes back is now is not known until TRACK answers; where it was says nothing.

    Nor does what was unsettled then: what of it still counts, TRACK tells with its answer.
    """
    known = state.units.get(event.unit)
    if known:
        view = replace(known, active=True, seen=None, territory=())
    else:
        view = UnitView(unit=event.unit, joined_at=event.at, active=True)
    ways = {name: way for name, way in state.ways.items() if name != event.unit}
    return replace(state, units={**state.units, event.unit: view}, ways=ways)


def _unit_went(state: Pursuit, event: ev.UnitWent) -> Pursuit:
    """Nothing is told of it any more; what it was about to enter, or that it is silent, TRACK tells when it is back."""
    return _dropped(_with_unit(state, event.unit, active=False, silent_since=None), event)


def _dropped(state: Pursuit, event: ev.UnitWent | ev.ForeseenDropped) -> Pursuit:
    """Not final: what of it still stands counts when it is told again."""
    foreseen = {name: one for name, one in state.foreseen.items() if one.approach.unit != event.unit}
    return replace(state, foreseen=foreseen)


def _unit_seen(state: Pursuit, event: ev.UnitSeen) -> Pursuit:
    way = after_sighting(_way(state, event.unit), event.seen.territory)
    seen = _with_way(_with_unit(state, event.unit, seen=event.seen), event.unit, way)
    not_there = [
        name for name, one in seen.foreseen.items()
        if one.approach.unit == event.unit and one.entered_at and one.entered_at < event.seen.observed_at
    ]  # fmt: skip
    return _without_foreseen(seen, not_there)


def _crossed(state: Pursuit, event: ev.UnitCrossedBorder) -> Pursuit:
    view, crossing = state.units[event.unit], event.crossing
    known = view.last_crossing
    last = known if crossing.late and known and known.at > crossing.at else crossing
    told = _with_unit(_knowing(state, crossing.id), event.unit, seen=event.seen, last_crossing=last)
    return _with_way(told, event.unit, after_crossing(_way_before(state, view, crossing), crossing))


def _settled(state: Pursuit, event: ev.CrossingSettled) -> Pursuit:
    view, crossing = state.units[event.unit], event.crossing
    last = crossing if view.last_crossing and view.last_crossing.id == crossing.id else view.last_crossing
    seen = _newer(view.seen, event.seen)
    told = _with_unit(_knowing(state, crossing.id), event.unit, seen=seen, last_crossing=last)
    return _with_way(told, event.unit, after_settling(_way(state, event.unit), crossing))


def _passed_over(state: Pursuit, event: ev.CrossingPassedOver) -> Pursuit:
    return _knowing(state, event.crossing)


def _knowing(state: Pursuit, crossing: str) -> Pursuit:
    """With this crossing as the one heard of last."""
    others = (known for known in state.crossings if known != crossing)
    return replace(state, crossings=(*others, crossing)[-_IDS_KEPT:])


def _newer(known: Sighting | None, seen: Sighting) -> Sighting:
    return known if known and known.observed_at > seen.observed_at else seen


def _way(state: Pursuit, unit: str) -> Way:
    return state.ways.get(unit) or Way(base=state.units[unit].territory)


def _way_before(state: Pursuit, view: UnitView, crossing: Crossing) -> Way:
    """Of a unit whose place is not known yet, the crossing itself says where it was before."""
    unknown = view.seen is None and not view.territory and not crossing.late
    return Way(base=crossing.left) if unknown else _way(state, view.unit)


def _with_way(state: Pursuit, unit: str, way: Way) -> Pursuit:
    """Where the unit is by its way, which is kept while something of it is unsettled."""
    ways = {name: kept for name, kept in state.ways.items() if name != unit} | ({unit: way} if way.told else {})
    territory = territory_of(way)
    reached = [
        name for name, one in state.foreseen.items()
        if one.approach.unit == unit and set(one.approach.entered) & set(territory)
    ]  # fmt: skip
    return _with_unit(_without_foreseen(replace(state, ways=ways), reached), unit, territory=territory)


def _with_unit(state: Pursuit, unit: str, **changes: Any) -> Pursuit:
    return replace(state, units={**state.units, unit: replace(state.units[unit], **changes)})


def _foreseen(state: Pursuit, event: ev.ApproachForeseen) -> Pursuit:
    """It takes the place of what was foreseen of the same unit into the same states."""
    approach = event.approach
    of_unit = [one.approach for one in state.foreseen.values() if one.approach.unit == event.unit]
    same = [one.id for one in of_unit if one.entered == approach.entered]
    others = sorted((one for one in of_unit if one.id not in same), key=lambda one: (one.announced_at, one.id))
    too_many = [one.id for one in others[: max(0, len(others) + 1 - _APPROACHES_FOLLOWED)]]
    return _with_foreseen(_without_foreseen(state, [*same, *too_many]), event)


def _with_foreseen(state: Pursuit, event: ev.ApproachForeseen | ev.ApproachRefined) -> Pursuit:
    one = Foreseen(approach=event.approach, rooms=event.rooms, seen=event.seen)
    return replace(_seen_on_the_way(state, event), foreseen={**state.foreseen, event.approach.id: one})


def _approach_settled(state: Pursuit, event: ev.ApproachSettled) -> Pursuit:
    """One that came about stands until its crossing is told, which says where: whichever of the two comes first."""
    approach, now = event.approach, _seen_on_the_way(state, event)
    if approach.outcome == "withdrawn":
        return _without_foreseen(now, [approach.id])
    entered_at = approach.settled_at or event.seen.observed_at
    one = replace(state.foreseen[approach.id], entered_at=entered_at)
    return _approached(replace(now, foreseen={**state.foreseen, approach.id: one}), [approach.id])


def _approach_passed_over(state: Pursuit, event: ev.ApproachPassedOver) -> Pursuit:
    return _approached(state, [event.approach])


def _without_foreseen(state: Pursuit, over: list[str]) -> Pursuit:
    """These approaches are final: what is told of them later says nothing new."""
    foreseen = {name: one for name, one in state.foreseen.items() if name not in over}
    return _approached(replace(state, foreseen=foreseen), over) if over else state


def _approached(state: Pursuit, over: list[str]) -> Pursuit:
    others = (known for known in state.approached if known not in over)
    return replace(state, approached=(*others, *over)[-_IDS_KEPT:])


def _seen_on_the_way(
    state: Pursuit,
    event: ev.ApproachForeseen | ev.ApproachRefined | ev.ApproachSettled | ev.ContactLost | ev.ContactRegained,
) -> Pursuit:
    """A newer sighting of the unit where it is known to be; that it is elsewhere, its crossings tell."""
    view = state.units[event.unit]
    if view.seen is None or view.territory != event.seen.territory:
        return state
    return _with_unit(state, event.unit, seen=_newer(view.seen, event.seen))


def _contact_lost(state: Pursuit, event: ev.ContactLost) -> Pursuit:
    return _with_unit(_seen_on_the_way(state, event), event.unit, silent_since=event.silent_since)


def _contact_regained(state: Pursuit, event: ev.ContactRegained) -> Pursuit:
    """This silence is over, and whatever began before it; one that is known to have begun later goes on."""
    since = state.units[event.unit].silent_since
    goes_on = since if since and since > event.silent_since else None
    over = silence_id(event.unit, event.silent_since)
    heard = replace(_seen_on_the_way(state, event), silences=(*state.silences, over)[-_IDS_KEPT:])
    return _with_unit(heard, event.unit, silent_since=goes_on)


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
        crossing_out=event.crossing_out,
        territory_from=event.territory_from,
        territory_to=event.territory_to,
        place=event.place,
        area=event.area,
        room_basis=event.basis,
        units=_views(state),
        fault=event.fault,
        approach=event.approach,
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
        crossing_out=_crossing_out(before, event),
        revised_at=event.at,
        units=_views(state),
    )
    return replace(state, alerts={**state.alerts, event.room: alert})


def _crossing_out(before: Alert, event: ev.AlertChanged) -> Crossing | None:
    """What ends an entry or a departure says by which crossing; what comes after that leaves it."""
    ends = before.phase in {"entered", "departed"} and event.phase != before.phase
    return event.crossing_out if ends else before.crossing_out


def _alert_revised(state: Pursuit, event: ev.AlertRevised) -> Pursuit:
    before = state.alerts[event.room]
    alert = replace(
        before,
        revision=before.revision + 1,
        phase=event.phase,
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
        units=_views(state),
    )
    return replace(state, alerts={**state.alerts, event.room: alert})


def _code(event: ev.AlertRaised | ev.AlertRevised) -> str:
    if event.phase == "withdrawn":
        never_was = event.crossing is not None and event.crossing.status == "withdrawn"
        return f"withdrawn_approach_{event.approach.outcome}" if event.approach and not never_was else event.phase
    if event.phase == "approaching":
        return event.phase
    if event.crossing and event.crossing.late:
        return f"{event.phase}_late"
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
    """What is coming, and who is silent, is not told any more, so it is not said."""
    units = {name: replace(view, silent_since=None) for name, view in state.units.items()}
    return replace(state, phase="closed", foreseen={}, units=units)


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
    ev.CrossingSettled: _settled,
    ev.CrossingPassedOver: _passed_over,
    ev.ApproachForeseen: _foreseen,
    ev.ApproachRefined: _with_foreseen,
    ev.ApproachSettled: _approach_settled,
    ev.ApproachPassedOver: _approach_passed_over,
    ev.ForeseenDropped: _dropped,
    ev.ContactLost: _contact_lost,
    ev.ContactRegained: _contact_regained,
    ev.AlertRaised: _alert_raised,
    ev.AlertChanged: _alert_changed,
    ev.AlertRevised: _alert_revised,
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
