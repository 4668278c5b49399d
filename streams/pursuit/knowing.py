"""What people tell of the pursued: facts, apart from assessments, where the car itself was seen, who sees it now."""

from collections.abc import Mapping
from datetime import datetime
from typing import Literal, get_args

from streams.ids import owner_of
from streams.orders import AddFact, Danger, Returning, SeeTarget, Sight, Trigger, WithdrawFact
from streams.pursuit import acts
from streams.pursuit import events as ev
from streams.pursuit.alarms import alarms
from streams.pursuit.arrived import Arrived
from streams.pursuit.deadlines import AT_HOME
from streams.pursuit.refusal import Refusal, check_desk, check_desk_of, check_may_speak_for, concerned_rooms, unknown
from streams.pursuit.rules import Rules
from streams.pursuit.sight import may_see
from streams.pursuit.state import Pursuit
from streams.records import Account, Fact, TargetSighting, UnitView

__all__ = [
    "FACTS_AT_MOST", "add_fact", "begin_return", "change_sight", "check_may_tell", "danger_taken_off", "see_target",
    "withdraw_fact",
]  # fmt: skip

_CODES = {"trigger": get_args(Trigger), "danger": get_args(Danger)}
_CLASSES: Mapping[str, Literal["suspect", "vehicle"]] = {
    "suspect": "suspect",
    "vehicle": "vehicle",
    "occupants": "suspect",
}
"""Of what kind of personal data a fact is; all others are operational."""
_NEEDED: Mapping[str, tuple[str, ...]] = {
    "occupants": ("number",),
    "vehicle": ("plate", "text"),
    "suspect": ("text",),
    "remark": ("text",),
    "offence": ("code", "text"),
}
"""Of which fields each kind has at least one."""
FACTS_AT_MOST = (40, 20)
"""In a pursuit: besides dangers, and dangers, which many remarks must not keep out."""


def add_fact(state: Pursuit, order: AddFact, arrived: Arrived, _rules: Rules) -> tuple[ev.Event, ...]:
    """A fact or an assessment; a danger rings in every room that has a part in the pursuit, but the sender's."""
    by = arrived.report.by
    check_may_tell(state, by)
    if order.fact in state.facts:
        raise Refusal(code="known_fact", reason=f"a fact {order.fact} is known already", name=order.fact)
    at_most = FACTS_AT_MOST[order.kind == "danger"]
    if sum((fact.kind == "danger") == (order.kind == "danger") for fact in state.facts.values()) >= at_most:
        what = "dangers" if order.kind == "danger" else "facts besides dangers"
        reason = f"expected at most {at_most} {what} in {state.case}"
        raise Refusal(code="too_many_facts", reason=reason, case=state.case, expected=str(at_most))
    _check_fact(order)
    fact = Fact(
        id=order.fact,
        kind=order.kind,
        code=order.code,
        text=order.text,
        plate=order.plate,
        plate_state=order.plate_state,
        number=order.number,
        source=order.source,
        assessment=order.assessment,
        language=order.language,
        by=by,
        at=arrived.at,
        data_class=_CLASSES.get(order.kind, "operational"),
    )
    added = acts.FactAdded(fact=fact)
    if order.kind != "danger":
        return (added,)
    rooms = concerned_rooms(state) - ({by.room} if by.role != "unit" else set())
    # An assessment rings as loudly: who waits for certainty may be shot. It is read as what it is.
    params = {"code": order.code} | ({"assessment": "yes"} if order.assessment else {})
    return (added, *alarms(rooms, "danger", params, arrived.at, priority=1))


def _check_fact(order: AddFact) -> None:
    """Each kind has its own field, and says something in it.

    Raises:
        Refusal: says what was expected of this kind, and what came.
    """
    codes = _CODES.get(order.kind)
    if codes and order.code not in codes:
        reason = f"{order.kind}: expected one of {', '.join(codes)}, got {order.code!r}"
        raise Refusal(code="bad_fact", reason=reason, kind=order.kind, expected=", ".join(codes), got=order.code)
    if order.kind == "vehicle" and order.plate and not order.plate_state:
        reason = f"vehicle: expected the state of the plate {order.plate}, got none"
        raise Refusal(code="bad_fact", reason=reason, kind="vehicle", expected="plate_state", got=order.plate)
    needed = _NEEDED.get(order.kind, ())
    if needed and not any(_says(getattr(order, name)) for name in needed):
        reason = f"{order.kind}: expected {' or '.join(needed)}, got none"
        raise Refusal(code="bad_fact", reason=reason, kind=order.kind, expected=", ".join(needed), got="")


def _says(value: str | int | None) -> bool:
    return value is not None and str(value).strip() != ""


def check_may_tell(state: Pursuit, by: Account) -> None:
    """A crew that is in the pursuit, or a desk of a room that may see it.

    Raises:
        Refusal: it is neither.
    """
    if by.role == "unit":
        view = state.units.get(by.unit or "")
        if view is None or not view.active:
            raise _not_joined(state, by.unit or by.name)
    elif not may_see(state, check_desk(by)):
        raise unknown(state.case)


def _not_joined(state: Pursuit, unit: str) -> Refusal:
    return Refusal(code="not_joined", reason=f"{unit} is not in {state.case}", case=state.case, unit=unit)


def withdraw_fact(state: Pursuit, order: WithdrawFact, arrived: Arrived, _rules: Rules) -> tuple[ev.Event, ...]:
    """Who said it, or the leading room, says that it was wrong; every room that may see the pursuit reads that."""
    by, fact = arrived.report.by, state.facts.get(order.fact)
    if fact is None:
        reason = f"{state.case} has no fact {order.fact}"
        raise Refusal(code="unknown_fact", reason=reason, case=state.case, name=order.fact)
    if fact.withdrawn:
        reason = f"{order.fact} was withdrawn by {fact.withdrawn.by.name}"
        raise Refusal(code="withdrawn_fact", reason=reason, name=order.fact, by=fact.withdrawn.by.name)
    is_its_crew = by.role == "unit" and by.unit is not None and fact.by.unit == by.unit
    if not is_its_crew:
        said_by = {fact.by.room} if fact.by.room else set()
        check_desk_of(state, by, {state.leading_room, state.home_room} | said_by, "withdraw this fact")
    gone = acts.FactWithdrawn(fact=order.fact, by=by, at=arrived.at, reason=order.reason)
    return (gone, *danger_taken_off(state, fact, order.reason, arrived.at))


def danger_taken_off(state: Pursuit, fact: Fact, because: str, at: datetime) -> tuple[ev.AlarmRaised, ...]:
    """Every room that was rung for the danger reads that it is none, and why; its alarm rings no more."""
    same = (one for one in state.facts.values() if (one.kind, one.code) == ("danger", fact.code))
    if fact.kind != "danger" or any(one.id != fact.id and one.withdrawn is None for one in same):
        return ()
    rooms = {room for room in concerned_rooms(state) if state.phase == "open" or _rings_of(state, room, fact.code)}
    return alarms(rooms, "danger_withdrawn", {"code": fact.code, "because": because}, at, priority=3)


def _rings_of(state: Pursuit, room: str, code: str) -> bool:
    """Whether nobody in the room has acknowledged that danger yet."""
    alert = state.alerts.get(room)
    return alert is not None and any((one.code, one.params.get("code")) == ("danger", code) for one in alert.alarms)


def see_target(state: Pursuit, order: SeeTarget, arrived: Arrived, _rules: Rules) -> tuple[ev.Event, ...]:
    """The car itself was seen; never in the future."""
    by = arrived.report.by
    check_may_tell(state, by)
    sighting = TargetSighting(
        lat=order.lat,
        lon=order.lon,
        uncertainty_m=order.uncertainty_m,
        observed_at=min(order.observed_at, arrived.at),
        source=order.source,
        course_deg=order.course_deg,
        speed_mps=order.speed_mps,
        text=order.text,
        by=by,
        at=arrived.at,
    )
    return (acts.TargetSeen(sighting=sighting),)


def change_sight(state: Pursuit, order: Sight, arrived: Arrived, _rules: Rules) -> tuple[ev.Event, ...]:
    """A crew lost sight of the target, or sees it again: another thing than that its receiver is silent."""
    lost_at = _lost_sight_at(state, arrived.report.by, order.unit)
    if (lost_at is not None) == order.lost:
        what = "lost sight already" if order.lost else "sees the target"
        raise Refusal(code="nothing_new", reason=f"{order.unit} {what}", name=order.unit)
    return (acts.SightChanged(unit=order.unit, lost=order.lost, by=arrived.report.by, at=arrived.at),)


def _lost_sight_at(state: Pursuit, by: Account, unit: str) -> datetime | None:
    """Since when the unit, for which the sender may speak, has lost sight.

    Raises:
        Refusal: the sender may not speak for it, or it is not in the pursuit.
    """
    check_may_speak_for(by, unit)
    view = state.units.get(unit)
    if view is None or not view.active:
        raise _not_joined(state, unit)
    return view.lost_sight_at


def begin_return(state: Pursuit, order: Returning, arrived: Arrived, _rules: Rules) -> tuple[ev.Event, ...]:
    """A unit abroad pursues no longer and drives home: it is followed until it is there. Or it pursues again."""
    _lost_sight_at(state, arrived.report.by, order.unit)
    view = state.units[order.unit]
    if order.pursues:
        return _end_return(state, view, arrived)
    if view.returning:
        raise Refusal(code="nothing_new", reason=f"{order.unit} is on its way home already", name=order.unit)
    if view.seen is None or owner_of(order.unit) in view.territory:
        reason = f"{order.unit} is not known to be abroad: it may leave the pursuit"
        raise Refusal(code="not_abroad", reason=reason, case=state.case, unit=order.unit)
    return (acts.ReturnBegan(unit=order.unit, by=arrived.report.by, at=arrived.at),)


def _end_return(state: Pursuit, view: UnitView, arrived: Arrived) -> tuple[ev.Event, ...]:
    if not view.returning:
        raise Refusal(code="nothing_new", reason=f"{view.unit} is not on its way home", name=view.unit)
    ended, kind = acts.ReturnEnded(unit=view.unit, by=arrived.report.by, at=arrived.at), AT_HOME + view.unit
    return (ended, ev.DueSet(kind=kind, deadline=None)) if kind in state.dues else (ended,)
