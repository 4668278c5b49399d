"""How a pursuit changes when people have done something: one act in, the next state out."""

from collections.abc import Callable, Mapping
from typing import Any, Literal

from msgspec.structs import replace

from streams.ids import owner_of
from streams.pursuit import acts
from streams.pursuit.answered import with_answer
from streams.pursuit.carrying import in_short
from streams.pursuit.noticed import (
    judged,
    notice_by_telephone,
    notices_without_unit,
    with_notice,
    without_call,
    without_crossing,
)
from streams.pursuit.six_hours import SIX_HOURS
from streams.pursuit.state import NO_ANSWER, Answer, Pending, Pursuit
from streams.pursuit.stays import earlier_stay
from streams.pursuit.way import Way
from streams.records import StopOrder, UnitView, Withdrawn

__all__ = ["ACT_CHANGES"]

_SIGHTINGS_KEPT = 5
_STOPS_KEPT = 10
_REQUESTS_KEPT = 40
"""That are undone or stand; of those that stand, every one."""


def _fact_added(state: Pursuit, event: acts.FactAdded) -> Pursuit:
    return replace(state, facts={**state.facts, event.fact.id: event.fact})


def _fact_withdrawn(state: Pursuit, event: acts.FactWithdrawn) -> Pursuit:
    withdrawn = Withdrawn(by=event.by, at=event.at, reason=event.reason)
    return replace(state, facts={**state.facts, event.fact: replace(state.facts[event.fact], withdrawn=withdrawn)})


def _target_seen(state: Pursuit, event: acts.TargetSeen) -> Pursuit:
    """In the order of seeing: what is told late does not become the newest."""
    all_ = sorted((*state.sightings, event.sighting), key=lambda one: (one.observed_at, one.at))
    return replace(state, sightings=tuple(all_[-_SIGHTINGS_KEPT:]))


def _with_unit(state: Pursuit, unit: str, **changes: Any) -> Pursuit:
    return replace(state, units={**state.units, unit: replace(state.units[unit], **changes)})


def _sight_changed(state: Pursuit, event: acts.SightChanged) -> Pursuit:
    return _with_unit(state, event.unit, lost_sight_at=event.at if event.lost else None)


def _return_began(state: Pursuit, event: acts.ReturnBegan) -> Pursuit:
    return _with_unit(state, event.unit, returning=True)


def _return_ended(state: Pursuit, event: acts.ReturnEnded) -> Pursuit:
    return _with_unit(state, event.unit, returning=False)


def _requested(state: Pursuit, event: acts.Requested) -> Pursuit:
    """With one more; so that there is always room to ask, the oldest answered ones are forgotten."""
    answered = sorted((one for one in state.requests.values() if one.state != "open"), key=lambda one: (one.at, one.id))
    too_many = max(0, len(state.requests) + 1 - _REQUESTS_KEPT)
    gone = {one.id for one in answered[:too_many]}
    kept = {name: one for name, one in state.requests.items() if name not in gone}
    return replace(state, requests={**kept, event.request.id: event.request})


def _request_answered(state: Pursuit, event: acts.RequestAnswered) -> Pursuit:
    return replace(state, requests={**state.requests, event.request.id: event.request})


def _lead_passed(state: Pursuit, event: acts.LeadPassed) -> Pursuit:
    """With a lead that is handed over go the stop orders of who handed it over, so that the new room may undo them.

    Inside the pursuing state, the new room also answers for the pursuit at home.
    """
    stops = {name: _handed_over(state, stop, event) for name, stop in state.stops.items()}
    at_home = owner_of(event.to) == owner_of(state.case)
    return replace(
        state,
        leading_room=event.to,
        home_room=event.to if at_home else state.home_room,
        lead_since=event.at,
        stops=stops,
    )


def _handed_over(state: Pursuit, stop: StopOrder, event: acts.LeadPassed) -> StopOrder:
    goes_along = event.handed_over and stop.lifted is None and state.leading_room in stop.holders
    return replace(stop, holders=(*stop.holders, event.to)) if goes_along and event.to not in stop.holders else stop


def _stop(state: Pursuit, stop: StopOrder) -> Pursuit:
    return replace(state, stops={**state.stops, stop.id: stop})


def _stop_given(state: Pursuit, event: acts.StopGiven) -> Pursuit:
    """Of those that are undone, the oldest make room; one that stands never does."""
    undone = sorted((stop for stop in state.stops.values() if stop.lifted), key=lambda stop: (stop.at, stop.id))
    too_many = {stop.id for stop in undone[: max(0, len(state.stops) + 1 - _STOPS_KEPT)]}
    kept = {name: stop for name, stop in state.stops.items() if name not in too_many}
    return replace(state, stops={**kept, event.stop.id: event.stop})


def _stop_received(state: Pursuit, event: acts.StopReceived) -> Pursuit:
    stop = state.stops[event.stop]
    return _stop(state, replace(stop, units={**stop.units, event.unit: event.at}))


def _stop_unanswered(state: Pursuit, event: acts.StopUnanswered) -> Pursuit:
    return _stop(state, replace(state.stops[event.stop], unanswered=True))


def _stop_lifted(state: Pursuit, event: acts.StopLifted) -> Pursuit:
    lifted = Withdrawn(by=event.by, at=event.at, reason=event.reason)
    return _stop(state, replace(state.stops[event.stop], lifted=lifted))


def _room_telephoned(state: Pursuit, event: acts.RoomTelephoned) -> Pursuit:
    notice = notice_by_telephone(state.notices.get(event.room), event.room, event.telephone)
    return replace(state, notices=with_notice(state.notices, notice))


def _call_withdrawn(state: Pursuit, event: acts.CallWithdrawn) -> Pursuit:
    notice = without_call(state.notices[event.room], event.called_at)
    return replace(state, notices=with_notice(state.notices, notice))


def _unit_taken_out(state: Pursuit, event: acts.UnitTakenOut) -> Pursuit:
    """Nothing of it counts any more; its name stays, so that everyone reads that it was an error."""
    view = UnitView(unit=event.unit, joined_at=state.units[event.unit].joined_at, active=False, in_error=True)
    return replace(
        state,
        notices=notices_without_unit(state.notices, event.unit),
        units={**state.units, event.unit: view},
        ways={name: way for name, way in state.ways.items() if name != event.unit},
        foreseen={name: one for name, one in state.foreseen.items() if one.approach.unit != event.unit},
    )


def _ended(state: Pursuit, phase: str) -> Pursuit:
    units = {name: replace(view, silent_since=None, stays=()) for name, view in state.units.items()}
    return replace(state, phase=phase, foreseen={}, units=units, asked_at=None)


def _opened_wrongly(state: Pursuit, _event: acts.OpenedWrongly) -> Pursuit:
    """No border was crossed in it: nothing is judged."""
    notices = {room: judged(without_crossing(notice)) for room, notice in state.notices.items()}
    return replace(_ended(state, "error"), notices=notices)


def _merged(state: Pursuit, event: acts.Merged) -> Pursuit:
    return replace(_ended(state, "merged"), goes_on_as=event.into)


def _notice_taken_over(state: Pursuit, event: acts.NoticeTakenOver) -> Pursuit:
    return replace(state, notices=with_notice(state.notices, event.notice))


def _unit_taken_over(state: Pursuit, event: acts.UnitTakenOver) -> Pursuit:
    """Where the unit is now is not known before TRACK says so: until then its stays wait beside its way."""
    one, view = event.carried, state.units[event.carried.unit]
    sight = {"returning": view.returning or one.returning, "lost_sight_at": view.lost_sight_at or one.lost_sight_at}
    if view.seen is not None:
        stays = tuple(earlier_stay(stay, one.stays) for stay in view.stays)
        last = view.last_crossing or (one.last_crossing if stays != view.stays else None)
        return _with_unit(state, one.unit, **sight, stays=stays, last_crossing=last)
    came = _with_unit(state, one.unit, **sight, last_crossing=one.last_crossing or view.last_crossing)
    return replace(came, ways={**came.ways, one.unit: Way(base=view.territory, stays=one.stays)})


def _merge_began(state: Pursuit, event: acts.MergeBegan) -> Pursuit:
    return _waiting(state, "merge", event.into, event)


def _split_began(state: Pursuit, event: acts.SplitBegan) -> Pursuit:
    return _waiting(state, "split", event.new_case, event)


def _waiting(
    state: Pursuit, kind: Literal["merge", "split"], case: str, event: acts.MergeBegan | acts.SplitBegan
) -> Pursuit:
    pending = Pending(
        kind=kind,
        case=case,
        command=event.command,
        units=event.units,
        by=event.by,
        since=event.at,
        facts=tuple(fact.id for fact in event.facts),
        notices=event.notices,
        more=in_short(event),
    )
    return replace(state, pending={**state.pending, f"{kind}|{case}": pending})


def _case_taken_in(state: Pursuit, event: acts.CaseTakenIn) -> Pursuit:
    answer = Answer(accepted=event.accepted, code=event.code or "done", number=state.number + 1, sender=event.from_case)
    told = with_answer(state, event.asked, answer)
    if not event.accepted:
        return told
    return replace(
        told,
        took_in_at=event.at,
        took_in_abroad=told.took_in_abroad or event.abroad,
        took_in_cards=tuple(sorted({*told.took_in_cards, *event.cards})),
    )


def _other_case_answered(state: Pursuit, event: acts.OtherCaseAnswered) -> Pursuit:
    asked = f"{event.kind}|{event.other_case}"
    others = {name: one for name, one in state.pending.items() if name != asked}
    if event.code == NO_ANSWER and asked in state.pending:
        return replace(state, pending={**others, asked: replace(state.pending[asked], overdue=True)})
    return replace(state, pending=others)


def _given_up(state: Pursuit, event: acts.QuestionGivenUp) -> Pursuit:
    asked = f"{event.kind}|{event.case}"
    return replace(state, pending={**state.pending, asked: replace(state.pending[asked], given_up=True)})


def _checklist(state: Pursuit, event: acts.ChecklistOpened) -> Pursuit:
    return replace(state, checklist={**state.checklist, **{entry.item: entry for entry in event.items}})


def _item_done(state: Pursuit, event: acts.ItemDone) -> Pursuit:
    return replace(state, checklist={**state.checklist, event.entry.item: event.entry})


def _hours_moved(state: Pursuit, event: acts.HoursMoved) -> Pursuit:
    hours = replace(state.checklist[SIX_HOURS], due_at=event.due_at)
    return replace(state, checklist={**state.checklist, SIX_HOURS: hours})


def _found_unserved(state: Pursuit, event: acts.FoundUnserved) -> Pursuit:
    return replace(state, unserved={**state.unserved, event.state: event.at})


def _still_asked(state: Pursuit, event: acts.StillAsked) -> Pursuit:
    return replace(state, asked_at=event.at)


def _still_confirmed(state: Pursuit, event: acts.StillConfirmed) -> Pursuit:
    return replace(state, asked_at=None, confirmed_at=event.at)


ACT_CHANGES: Mapping[type, Callable[[Pursuit, Any], Pursuit]] = {
    acts.FactAdded: _fact_added,
    acts.FactWithdrawn: _fact_withdrawn,
    acts.TargetSeen: _target_seen,
    acts.SightChanged: _sight_changed,
    acts.ReturnBegan: _return_began,
    acts.ReturnEnded: _return_ended,
    acts.Requested: _requested,
    acts.RequestAnswered: _request_answered,
    acts.LeadPassed: _lead_passed,
    acts.StopGiven: _stop_given,
    acts.StopReceived: _stop_received,
    acts.StopUnanswered: _stop_unanswered,
    acts.StopLifted: _stop_lifted,
    acts.RoomTelephoned: _room_telephoned,
    acts.CallWithdrawn: _call_withdrawn,
    acts.UnitTakenOut: _unit_taken_out,
    acts.OpenedWrongly: _opened_wrongly,
    acts.Merged: _merged,
    acts.MergeBegan: _merge_began,
    acts.NoticeTakenOver: _notice_taken_over,
    acts.UnitTakenOver: _unit_taken_over,
    acts.SplitBegan: _split_began,
    acts.OtherCaseAnswered: _other_case_answered,
    acts.QuestionGivenUp: _given_up,
    acts.CaseTakenIn: _case_taken_in,
    acts.ChecklistOpened: _checklist,
    acts.ItemDone: _item_done,
    acts.HoursMoved: _hours_moved,
    acts.FoundUnserved: _found_unserved,
    acts.StillAsked: _still_asked,
    acts.StillConfirmed: _still_confirmed,
}
