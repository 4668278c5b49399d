"""How a pursuit changes when something has happened: one event in, the next state out."""

from collections.abc import Callable
from functools import reduce
from typing import Any

from msgspec.structs import replace

from streams.pursuit import events as ev
from streams.pursuit.act_changes import ACT_CHANGES
from streams.pursuit.alert_changes import ALERT_CHANGES
from streams.pursuit.answered import with_answer
from streams.pursuit.log import log_entry, with_line
from streams.pursuit.noticed import notices_of_crossing
from streams.pursuit.state import Foreseen, Pursuit, silence_id
from streams.pursuit.stays import first_stays, going_on, measured, of_territory
from streams.pursuit.way import Way, after_crossing, after_settling, after_sighting, territory_of
from streams.records import Crossing, LogEntry, Sighting, StopOrder, UnitView

__all__ = ["evolve", "evolve_all"]

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
    if isinstance(event, _WITH_CARDS):
        changed = _with_cards(changed, event)
    entry = log_entry(event)
    return replace(changed, log=with_line(changed.log, entry)) if entry else changed


_WITH_CARDS = (ev.AlertRaised, ev.AlertRevised, ev.StayBegan)


def _with_cards(state: Pursuit, event: ev.AlertRaised | ev.AlertRevised | ev.StayBegan) -> Pursuit:
    named = (event.stay.card,) if isinstance(event, ev.StayBegan) else event.cards
    new = tuple(name for name in named if name not in state.cards)
    return replace(state, cards=(*state.cards, *new)) if new else state


def _opened(event: ev.Opened) -> Pursuit:
    return Pursuit(
        case=event.case,
        mode=event.mode,
        phase="open",
        leading_room=event.leading_room,
        home_room=event.home_room or event.leading_room,
        lead_since=event.opened_at,
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
        view = replace(known, active=True, seen=None, territory=(), stays=(), returning=False, in_error=False)
    else:
        view = UnitView(unit=event.unit, joined_at=event.at, active=True)
    ways = {name: way for name, way in state.ways.items() if name != event.unit}
    stops = {name: _also_for(stop, event.unit) for name, stop in state.stops.items()}
    return replace(state, units={**state.units, event.unit: view}, ways=ways, stops=stops)


def _also_for(stop: StopOrder, unit: str) -> StopOrder:
    """A stop order that stands is given to who joins after it, too, and must be receipted anew by who comes back."""
    return stop if stop.lifted else replace(stop, units={**stop.units, unit: None}, unanswered=False)


def _unit_went(state: Pursuit, event: ev.UnitWent) -> Pursuit:
    """Nothing is told of it any more; what it was about to enter, or that it is silent, TRACK tells when it is back."""
    left = _with_unit(state, event.unit, active=False, silent_since=None, stays=(), lost_sight_at=None)
    return _dropped(left, event)


def _dropped(state: Pursuit, event: ev.UnitWent | ev.ForeseenDropped) -> Pursuit:
    """Not final: what of it still stands counts when it is told again."""
    foreseen = {name: one for name, one in state.foreseen.items() if one.approach.unit != event.unit}
    return replace(state, foreseen=foreseen)


def _unit_seen(state: Pursuit, event: ev.UnitSeen) -> Pursuit:
    way = after_sighting(_way(state, event.unit), event.seen.territory)
    seen = _moved(_with_way(_with_unit(state, event.unit, seen=event.seen), event.unit, way), event.seen)
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
    way = after_crossing(_way_before(state, view, crossing), crossing)
    return _noticed(_moved(_with_way(told, event.unit, way, crossing), event.seen), view, crossing)


def _noticed(state: Pursuit, view: UnitView, crossing: Crossing) -> Pursuit:
    """What rooms knew is measured against the first guest that came in on the ground since it joined the pursuit."""
    if not state.notices:
        return state
    return replace(state, notices=notices_of_crossing(state.notices, state.alerts, crossing, view))


def _moved(state: Pursuit, seen: Sighting) -> Pursuit:
    """Something was heard of a unit that drives: the question whether the pursuit still runs is answered."""
    known = state.moved_at
    if known is not None and known >= seen.received_at:
        return state
    return replace(state, moved_at=seen.received_at, asked_at=None)


def _settled(state: Pursuit, event: ev.CrossingSettled) -> Pursuit:
    view, crossing = state.units[event.unit], event.crossing
    last = crossing if view.last_crossing and view.last_crossing.id == crossing.id else view.last_crossing
    seen = _newer(view.seen, event.seen)
    told = _with_unit(_knowing(state, crossing.id), event.unit, seen=seen, last_crossing=last)
    settled = _with_way(told, event.unit, after_settling(_way(state, event.unit), crossing), crossing)
    return _noticed(settled, view, crossing)


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


def _with_way(state: Pursuit, unit: str, way: Way, told: Crossing | None = None) -> Pursuit:
    """Where the unit is by its way, which is kept while something of it is unsettled; `told` is what was told of it.

    So are its stays abroad: where it never was out, its limits run on from when it came in.
    """
    territory, known, view = territory_of(way), state.ways.get(unit), state.units[unit]
    if not way.told and known is None and territory == view.territory and not state.foreseen:
        return state
    stays = first_stays(known.stays if known else (), view.stays, told)
    way = replace(way, stays=stays)
    # What came with a unit from another pursuit counts from when it is known where the unit is.
    waits = way.told or (known is not None and not known.told and not territory)
    ways = {name: kept for name, kept in state.ways.items() if name != unit} | ({unit: way} if waits else {})
    reached = [
        name for name, one in state.foreseen.items()
        if one.approach.unit == unit and set(one.approach.entered) & set(territory)
    ]  # fmt: skip
    now = going_on(view.stays, stays, told)
    return _with_unit(_without_foreseen(replace(state, ways=ways), reached), unit, territory=territory, stays=now)


def _with_unit(state: Pursuit, unit: str, **changes: Any) -> Pursuit:
    """The unit changed; its stays abroad end where it is no longer, and are measured from where it was seen last."""
    view = replace(state.units[unit], **changes)
    if view.stays and ("territory" in changes or "seen" in changes):
        view = replace(view, stays=measured(of_territory(view.stays, view.territory), view.seen))
    return replace(state, units={**state.units, unit: view})


def _described(state: Pursuit, event: ev.UnitDescribed) -> Pursuit:
    return _with_unit(state, event.unit, service=event.service, movement=event.movement)


def _stay_began(state: Pursuit, event: ev.StayBegan) -> Pursuit:
    view = state.units[event.unit]
    others = (stay for stay in view.stays if stay.state != event.stay.state)
    stays = sorted((*others, event.stay), key=lambda stay: stay.state)
    return _with_unit(state, event.unit, stays=measured(tuple(stays), view.seen))


def _limit_reached(state: Pursuit, event: ev.LimitReached) -> Pursuit:
    stays = tuple(
        replace(stay, reached=event.reached, by=event.by) if stay.state == event.state else stay
        for stay in state.units[event.unit].stays
    )
    return _with_unit(state, event.unit, stays=stays)


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


def _granted(state: Pursuit, event: ev.VisibilityGranted) -> Pursuit:
    return replace(state, audience=tuple(sorted({*state.audience, event.recipient})))


def _ended(state: Pursuit, event: ev.VisibilityEnded) -> Pursuit:
    return replace(state, audience=tuple(room for room in state.audience if room != event.recipient))


def _due_set(state: Pursuit, event: ev.DueSet) -> Pursuit:
    others = {kind: at for kind, at in state.dues.items() if kind != event.kind}
    return replace(state, dues=others if event.deadline is None else {**others, event.kind: event.deadline})


def _closed(state: Pursuit, _event: ev.Closed) -> Pursuit:
    """What is coming, and who is silent, is not told any more, so it is not said; nor is anything asked."""
    units = {name: replace(view, silent_since=None) for name, view in state.units.items()}
    return replace(state, phase="closed", foreseen={}, units=units, asked_at=None)


def _answered(state: Pursuit, event: ev.CommandAnswered) -> Pursuit:
    return with_answer(state, event.command, event.answer)


def _heard(state: Pursuit, event: ev.FaultReported | ev.FixesWereRefused) -> Pursuit:
    return replace(state, heard=(*state.heard, event.id)[-_IDS_KEPT:])


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
    ev.VisibilityGranted: _granted,
    ev.VisibilityEnded: _ended,
    ev.DueSet: _due_set,
    ev.Closed: _closed,
    ev.CommandAnswered: _answered,
    ev.FaultReported: _heard,
    ev.FixesWereRefused: _heard,
    ev.UnitDescribed: _described,
    ev.StayBegan: _stay_began,
    ev.LimitReached: _limit_reached,
    **ALERT_CHANGES,
    **ACT_CHANGES,
}
