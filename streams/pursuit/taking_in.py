"""What another pursuit hands on, taken over by this one: nothing of it is lost, and who must know of it is rung."""

from collections.abc import Collection, Iterable, Mapping
from hashlib import sha256
from typing import TypeVar

from msgspec.structs import replace

from streams.ids import owner_of
from streams.pursuit import acts
from streams.pursuit import events as ev
from streams.pursuit.alarms import TAKEN_IN, alarms
from streams.pursuit.arrived import Arrived
from streams.pursuit.carrying import newest_target, standing_facts
from streams.pursuit.evolve import evolve, evolve_all
from streams.pursuit.faults import keeping_faults
from streams.pursuit.knowing import danger_taken_off
from streams.pursuit.noticed import notice_from
from streams.pursuit.refusal import concerned_rooms
from streams.pursuit.rules import Rules
from streams.pursuit.state import Pursuit
from streams.pursuit.stays import earlier_stay
from streams.pursuit.unanswered import answered, wait_for
from streams.records import Alert, Assistance, Fact, MergeAsked, SplitAsked, Stay, UnitCarried, UnitView, WarnedRoom

__all__ = ["new_facts", "new_requests", "notices_taken_over", "taken_over", "units_taken_over", "warned_anew"]

_NAME_AT_MOST, _MARK = 100, 16
"""An order takes no longer name; what must be cut off is told apart by a mark."""
_WAITS = {"approaching", "entered", "departed"}
_Asked = MergeAsked | SplitAsked
_Told = TypeVar("_Told", Fact, Assistance)


def taken_over(state: Pursuit, report: MergeAsked, arrived: Arrived, rules: Rules) -> tuple[ev.Event, ...]:
    """All that comes with the units of a pursuit that is taken in; `state` is this one once they came."""
    facts, warned = new_facts(state, report), warned_anew(state, report, arrived)
    return (
        *_told_of_it(state, report, arrived),
        *units_taken_over(state, report),
        *(acts.FactAdded(fact=fact) for fact in facts),
        *_taken_back(state, report, arrived),
        *_target(state, report),
        *warned,
        *notices_taken_over(evolve_all(state, warned) or state, report),
        *_requests(state, report, arrived, rules),
        *_dangers(state, facts, arrived),
        *_limits(state, report, arrived),
    )


def _told_of_it(state: Pursuit, report: MergeAsked, arrived: Arrived) -> tuple[ev.AlarmRaised, ...]:
    """Who leads here answers for those crews now; who led them, and answers for them at home, goes on seeing them."""
    rooms = ({state.leading_room, state.home_room} - {report.by.room}) | (set(report.rooms) - set(state.audience))
    told = {room for room, alert in state.alerts.items() if _tells(alert, report.from_case)}
    return alarms(rooms - told, TAKEN_IN, {"case": report.from_case}, arrived.at, priority=3)


def _tells(alert: Alert, case: str) -> bool:
    return any(alarm.code == TAKEN_IN and alarm.params["case"] == case for alarm in alert.alarms)


# ---------------------------------------------------------------- units


def units_taken_over(state: Pursuit, report: _Asked) -> tuple[acts.UnitTakenOver, ...]:
    """What was known of the units that came; of one that was here before, what is not known here."""
    active = (one for one in report.carried if one.unit in state.units and state.units[one.unit].active)
    here = (_as_known_here(state, one) for one in active)
    return tuple(acts.UnitTakenOver(carried=one) for one in here if _is_news(state, one))


def _as_known_here(state: Pursuit, one: UnitCarried) -> UnitCarried:
    """Who is known here to be at home has come there already: it is on its way no more."""
    view = state.units[one.unit]
    is_at_home = view.seen is not None and owner_of(one.unit) in view.territory
    return replace(one, returning=False) if is_at_home else one


def _is_news(state: Pursuit, one: UnitCarried) -> bool:
    view = state.units[one.unit]
    if view.seen is None:
        return True
    runs_longer = any(earlier_stay(stay, one.stays) != stay for stay in view.stays)
    return runs_longer or (one.returning and not view.returning) or bool(one.lost_sight_at and not view.lost_sight_at)


def _limits(state: Pursuit, report: MergeAsked, arrived: Arrived) -> tuple[ev.AlarmRaised, ...]:
    """What was told of limits of units that came is told to who answers for them here: it is not told a second time."""
    rooms = {state.leading_room, state.home_room} - {report.by.room}
    known = [(one, state.units[one.unit]) for one in report.carried if one.unit in state.units]
    new = ((one.unit, stay) for one, view in known for stay in one.stays if _runs_longer(view, stay))
    return tuple(alarm for unit, stay in new for alarm in _limit(rooms, unit, stay, arrived))


def _runs_longer(view: UnitView, stay: Stay) -> bool:
    """Whether nobody here has told of this stay, or of as early a way in."""
    return view.seen is None or any(earlier_stay(here, (stay,)) != here for here in view.stays)


def _limit(rooms: Collection[str], unit: str, stay: Stay, arrived: Arrived) -> tuple[ev.AlarmRaised, ...]:
    params = {"unit": unit, "state": stay.state, "by": stay.by}
    if stay.reached == "exceeded":
        return alarms(rooms, "limit_exceeded", params, arrived.at, priority=1)
    return alarms(rooms, "limit_warned", params, arrived.at, priority=2) if stay.reached == "warned" else ()


# ---------------------------------------------------------------- what is known


def new_facts(state: Pursuit, report: MergeAsked) -> tuple[Fact, ...]:
    """Those that stand and are not known here; one whose name something else has here gets a name of its own."""
    return _new((fact for fact in report.facts if fact.withdrawn is None), report.from_case, _as_said(state))


def _as_said(state: Pursuit) -> dict[str, Fact]:
    return {name: replace(fact, withdrawn=None) for name, fact in state.facts.items()}


def _taken_back(state: Pursuit, report: MergeAsked, arrived: Arrived) -> tuple[ev.Event, ...]:
    """What was told here before and turned out to be wrong there, is wrong here."""
    events: tuple[ev.Event, ...] = ()
    for fact in report.facts:
        known = state.facts.get(_named(replace(fact, withdrawn=None), report.from_case, _as_said(state)).id)
        if fact.withdrawn is None or known is None or known.withdrawn is not None:
            continue
        wrong = fact.withdrawn
        gone = acts.FactWithdrawn(fact=known.id, by=wrong.by, at=wrong.at, reason=wrong.reason)
        events += (gone, *danger_taken_off(state, known, wrong.reason, arrived.at))
        state = evolve(state, gone) or state
    return events


def _new(told: Iterable[_Told], case: str, known: Mapping[str, _Told]) -> tuple[_Told, ...]:
    found = (_named(one, case, known) for one in told)
    return tuple(one for one in found if one.id not in known)


def _named(one: _Told, case: str, known: Mapping[str, _Told]) -> _Told:
    """Two pursuits may have given the same name to two things: none of them may be lost."""
    while known.get(one.id, one) != one:
        own = f"{case}|{one.id}"
        if len(own) > _NAME_AT_MOST:
            own = f"{own[: _NAME_AT_MOST - _MARK - 1]}|{sha256(own.encode()).hexdigest()[:_MARK]}"
        one = replace(one, id=own)
    return one


def _dangers(state: Pursuit, facts: Iterable[Fact], arrived: Arrived) -> tuple[ev.AlarmRaised, ...]:
    """A danger that was not known here rings, as if it had been told here; so does one that was only suspected here."""
    known = {(fact.code, fact.assessment) for fact in standing_facts(state) if fact.kind == "danger"}
    told = {(fact.code, fact.assessment) for fact in facts if fact.kind == "danger"} - known
    sure = {code for code, suspected in known | told if not suspected}
    new = [(code, suspected) for code, suspected in sorted(told) if not suspected or code not in sure]
    rung = (
        alarms(concerned_rooms(state), "danger", _danger(code, suspected=suspected), arrived.at, priority=1)
        for code, suspected in new
    )
    return tuple(alarm for of_code in rung for alarm in of_code)


def _danger(code: str, *, suspected: bool) -> dict[str, str]:
    return {"code": code} | ({"assessment": "yes"} if suspected else {})


def _target(state: Pursuit, report: MergeAsked) -> tuple[acts.TargetSeen, ...]:
    """Where the car was seen last, if nobody here has seen it since."""
    known, other = newest_target(state), report.target
    if other is None or (known is not None and known.observed_at >= other.observed_at):
        return ()
    return (acts.TargetSeen(sighting=other),)


# ---------------------------------------------------------------- rooms


def notices_taken_over(state: Pursuit, report: _Asked) -> tuple[acts.NoticeTakenOver, ...]:
    """What rooms knew of the car by the other pursuit, they knew in time or late also for this one."""
    notices = (notice_from(state.notices.get(one.room), one, report.from_case) for one in report.notices)
    return tuple(acts.NoticeTakenOver(notice=notice) for notice in notices if notice)


def warned_anew(state: Pursuit, report: _Asked, arrived: Arrived) -> tuple[ev.Event, ...]:
    """Rooms that were warned by hand are rung: the car comes still, in this pursuit now.

    Who owned the alert there has not seen this one. What the room had of the warning counts as notice of the entry.
    """
    to_ring = [one for one in report.warned if _must_be_warned(state, one)]
    rung = keeping_faults(state, [_warning(one, arrived) for one in to_ring])
    after = evolve_all(state, rung) or state
    notices = (
        notice_from(after.notices.get(one.room), one.notice, report.from_case)
        for one in report.warned
        if one.notice and one.room in after.alerts and after.alerts[one.room].phase == "warned"
    )
    return (*rung, *(acts.NoticeTakenOver(notice=notice) for notice in notices if notice))


def _must_be_warned(state: Pursuit, one: WarnedRoom) -> bool:
    """Whether the room does not wait for the car here already; the one that leads knows of it."""
    alert = state.alerts.get(one.room)
    if one.room == state.leading_room or (alert is not None and alert.phase in _WAITS):
        return False
    if alert is None or alert.phase != "warned":
        return True
    return alert.by_hand is None or alert.by_hand.at < one.by_hand.at


def _warning(one: WarnedRoom, arrived: Arrived) -> ev.AlertRaised:
    return ev.AlertRaised(
        room=one.room,
        phase="warned",
        kind="by_hand",
        priority=2,
        at=arrived.at,
        territory_from=one.territory_from,
        territory_to=(owner_of(one.room),),
        crossing=None,
        before_opening=False,
        since_unknown=False,
        place=one.place,
        area=None,
        basis="area",
        by_hand=one.by_hand,
    )


def new_requests(state: Pursuit, report: MergeAsked) -> tuple[Assistance, ...]:
    """What rooms wait for, or were promised, and nobody was asked here yet."""
    told = (one for one in report.requests if one.state in {"open", "accepted"})
    return tuple(one for one in told if _here(state, one, report.from_case) not in state.requests)


def _here(state: Pursuit, one: Assistance, case: str) -> str:
    """The name that it has here, or gets."""
    return _named(_as_asked(one), case, {name: _as_asked(known) for name, known in state.requests.items()}).id


def _as_asked(one: Assistance) -> Assistance:
    return replace(
        one, state="open", answered_by=None, answered_at=None, unit=None, unit_at=None, conditions="", reason=""
    )


def _requests(state: Pursuit, report: MergeAsked, arrived: Arrived, rules: Rules) -> tuple[ev.Event, ...]:
    """The rooms that were asked ring here, too, and the time for the answer begins anew; what was answered, is."""
    new = (replace(one, id=_here(state, one, report.from_case)) for one in new_requests(state, report))
    known = ((state.requests.get(_here(state, one, report.from_case)), one) for one in report.requests)
    return (
        *(event for one in new for event in _request(one, arrived, rules)),
        *(
            event
            for here, told in known
            if here is not None and here.state == "open" and told.state != "open"
            for event in answered(replace(told, id=here.id))
        ),
    )


def _request(one: Assistance, arrived: Arrived, rules: Rules) -> tuple[ev.Event, ...]:
    params = {"kind": one.kind, "room": one.room, "request": one.id}
    if one.state != "open":
        return (acts.Requested(request=one),)
    return (
        acts.Requested(request=one),
        *alarms([one.to], "asked", params, arrived.at, priority=2),
        wait_for(replace(one, at=arrived.at), rules.settings),
    )
