"""Two pursuits of one car become one, and one pursuit of two cars becomes two: each asks the other, and waits for it.

A case tells another only by a report. So nothing ends here before the other pursuit has said that it has the units:
there is no moment in which nobody pursues with them. An answer that comes again says nothing new.
"""

from collections.abc import Iterable
from datetime import timedelta

from msgspec.structs import replace

from streams.ids import owner_of
from streams.orders import Merge, Split
from streams.pursuit import acts
from streams.pursuit import events as ev
from streams.pursuit.alarms import alarms
from streams.pursuit.alerting import alerts_on_close
from streams.pursuit.arrived import Arrived
from streams.pursuit.deadlines import PENDING, dues_at_the_end, next_memberships, next_question
from streams.pursuit.evolve import evolve_all
from streams.pursuit.knowing import FACTS_AT_MOST
from streams.pursuit.noticed import notice_from
from streams.pursuit.parting import alerts_without
from streams.pursuit.refusal import Refusal, check_desk_of, check_no_stop, concerned_rooms, standing_stops
from streams.pursuit.rules import Rules
from streams.pursuit.state import NO_ANSWER, Pending, Pursuit, asked_id
from streams.records import Alert, CaseAnswered, Fact, MergeAsked, Notice, SplitAsked

__all__ = [
    "ANSWERS", "UNITS_AT_MOST", "answered_by_other", "merge", "merge_asked", "pending_due", "split", "split_asked",
]  # fmt: skip

ANSWERS = (
    "already_open", "closed", NO_ANSWER, "pending", "stop_stands", "too_many_facts", "too_many_units",
    "unknown_pursuit", "wrong_mode",
)  # fmt: skip
"""Why another pursuit does not take part: the codes of its answers."""
_ANSWER_WITHIN = timedelta(seconds=60)
_COMMAND_KEPT = 300
_AGAIN = "+"
_FACTS_AT_MOST = 2 * sum(FACTS_AT_MOST)
"""With those of the pursuits that it took in."""
UNITS_AT_MOST = 20
"""A decision carries a view of all units for each of them: beyond, it would be more than Kafka takes as one record."""


def merge(state: Pursuit, order: Merge, arrived: Arrived, _rules: Rules) -> tuple[ev.Event, ...]:
    """The leading room asks the other pursuit to go on with the units and facts of this one."""
    check_desk_of(state, arrived.report.by, [state.leading_room], f"merge {state.case}")
    if order.into == state.case:
        raise Refusal(code="same_case", reason=f"expected another pursuit than {state.case}", case=state.case)
    _check_may_ask(state, "merge", order.into)
    began = acts.MergeBegan(
        into=order.into,
        command=arrived.report.id[:_COMMAND_KEPT],
        units=_active(state),
        facts=_standing(state),
        notices=_known(state),
        by=arrived.report.by,
        at=arrived.at,
    )
    return (began, ev.DueSet(kind=PENDING, deadline=arrived.at + _ANSWER_WITHIN))


def split(state: Pursuit, order: Split, arrived: Arrived, _rules: Rules) -> tuple[ev.Event, ...]:
    """The leading room asks for a pursuit of its own for the second target; both go on with their units."""
    check_desk_of(state, arrived.report.by, [state.leading_room], f"split {state.case}")
    owner = owner_of(state.case)
    if owner_of(order.new_case) != owner or order.new_case == state.case:
        reason = f"expected a new case of {owner}, got {order.new_case}"
        raise Refusal(code="wrong_case", reason=reason, expected=owner, got=order.new_case)
    _check_may_ask(state, "split", order.new_case)
    strangers = ", ".join(sorted(set(order.units) - set(_active(state))))
    if strangers:
        raise Refusal(code="not_joined", reason=f"not in {state.case}: {strangers}", case=state.case, unit=strangers)
    if set(order.units) == set(_active(state)):
        reason = f"expected some of the units, for {state.case} goes on with the others"
        raise Refusal(code="all_units", reason=reason, case=state.case)
    began = acts.SplitBegan(
        new_case=order.new_case,
        command=arrived.report.id[:_COMMAND_KEPT],
        units=tuple(sorted(set(order.units))),
        facts=_standing(state),
        room=state.home_room,
        purpose=state.purpose,
        by=arrived.report.by,
        at=arrived.at,
    )
    return (began, ev.DueSet(kind=PENDING, deadline=arrived.at + _ANSWER_WITHIN))


def _check_may_ask(state: Pursuit, kind: str, case: str) -> None:
    """One question to another pursuit at a time, and none while units are to stop.

    What is overdue may be asked again; nothing else may be asked, for two that say yes would both have the units.
    """
    check_no_stop(state)
    waiting = sorted(one.case for name, one in state.pending.items() if not one.overdue or name != f"{kind}|{case}")
    if waiting:
        others = ", ".join(waiting)
        raise Refusal(code="pending", reason=f"{state.case} waits for {others}", case=state.case, other=others)


def _active(state: Pursuit) -> tuple[str, ...]:
    return tuple(name for name, view in sorted(state.units.items()) if view.active)


def _standing(state: Pursuit) -> tuple[Fact, ...]:
    return tuple(fact for _, fact in sorted(state.facts.items()) if fact.withdrawn is None)


def _known(state: Pursuit) -> tuple[Notice, ...]:
    """Of entries that are sure and go on: of any other, the pursuit that goes on has nothing to prove."""
    return tuple(
        notice
        for room, notice in sorted(state.notices.items())
        if notice.crossing and room in state.alerts and _goes_on(state.alerts[room], notice.crossing)
    )


def _goes_on(alert: Alert, crossing: str) -> bool:
    told = alert.crossing
    return alert.phase == "entered" and told is not None and (told.id, told.status) == (crossing, "confirmed")


# ---------------------------------------------------------------- asked by another pursuit


def merge_asked(state: Pursuit | None, arrived: Arrived, _rules: Rules) -> tuple[ev.Event, ...]:
    """Another pursuit asks this one to go on with its units: they join, and its facts are known here too.

    A danger that was not known here rings, as if it had been told here.
    """
    report: MergeAsked = arrived.report
    first = _first_answer(state, arrived)
    if first:
        return (first,)
    no = _why_not(state, report)
    if state is None or no:
        return (_answer(arrived, accepted=False, code=no),)
    came = [unit for unit in report.units if unit not in state.units or not state.units[unit].active]
    facts = [fact for fact in report.facts if fact.id not in state.facts]
    new = sorted(_dangers(facts) - _dangers(_standing(state)))
    rung = (alarms(concerned_rooms(state), "danger", {"code": code}, arrived.at, priority=1) for code in new)
    return (
        *(ev.UnitCame(unit=unit, at=arrived.at, by=report.by) for unit in came),
        *(acts.FactAdded(fact=fact) for fact in facts),
        *_taken_over(state, report),
        *(alarm for of_code in rung for alarm in of_code),
        _answer(arrived, accepted=True),
    )


def _taken_over(state: Pursuit, report: MergeAsked) -> tuple[acts.NoticeTakenOver, ...]:
    """What rooms knew of the car by the other pursuit, they knew in time or late also for this one."""
    notices = (notice_from(state.notices.get(one.room), one, report.from_case) for one in report.notices)
    return tuple(acts.NoticeTakenOver(notice=notice) for notice in notices if notice)


def _dangers(facts: Iterable[Fact]) -> set[str]:
    return {fact.code for fact in facts if fact.kind == "danger"}


def _first_answer(state: Pursuit | None, arrived: Arrived) -> acts.CaseTakenIn | None:
    """What was asked before is answered as it was; None where it is new."""
    first = state.answered.get(arrived.report.id) if state else None
    if first is None:
        return None
    return _answer(arrived, accepted=first.accepted, code="" if first.accepted else first.code)


def _why_not(state: Pursuit | None, report: MergeAsked) -> str:
    if state is None:
        return "unknown_pursuit"
    if state.phase != "open":
        return "closed"
    if state.mode != report.mode:
        return "wrong_mode"
    if f"merge|{report.from_case}" in state.pending:
        return "pending"  # each asks the other: neither may end
    if len({*state.units, *report.units}) > UNITS_AT_MOST:
        return "too_many_units"
    return "too_many_facts" if len({*state.facts, *(fact.id for fact in report.facts)}) > _FACTS_AT_MOST else ""


def split_asked(state: Pursuit | None, arrived: Arrived, rules: Rules) -> tuple[ev.Event, ...]:
    """A pursuit is opened for the second target, with units and facts of the one that split."""
    report: SplitAsked = arrived.report
    first = _first_answer(state, arrived)
    if first:
        return (first,)
    if state is not None:
        return (_answer(arrived, accepted=False, code="already_open"),)
    opened = ev.Opened(
        case=report.case,
        mode=report.mode,
        leading_room=report.room,
        opened_at=arrived.at,
        by=report.by,
        purpose=report.purpose,
        guard=arrived.place,
    )
    return (
        opened,
        *(ev.UnitCame(unit=unit, at=arrived.at, by=report.by) for unit in report.units),
        *(acts.FactAdded(fact=fact) for fact in report.facts),
        next_memberships(arrived.at, rules.settings),
        next_question(arrived.at, rules.settings),
        _answer(arrived, accepted=True),
    )


def _answer(arrived: Arrived, *, accepted: bool, code: str = "") -> acts.CaseTakenIn:
    report: MergeAsked | SplitAsked = arrived.report
    return acts.CaseTakenIn(
        from_case=report.from_case,
        asked=report.id,
        kind="merge" if isinstance(report, MergeAsked) else "split",
        accepted=accepted,
        code=code,
        units=report.units,
        at=arrived.at,
    )


# ---------------------------------------------------------------- its answer


def answered_by_other(state: Pursuit | None, arrived: Arrived, rules: Rules) -> tuple[ev.Event, ...]:
    """The other pursuit has the units, so they go from here; or it said no, and nothing changes."""
    report: CaseAnswered = arrived.report
    pending = state.pending.get(f"{report.kind}|{report.other_case}") if state else None
    if state is None or pending is None or report.asked != asked_id(state.case, pending.kind, pending.command):
        return ()
    answered, over = _heard(state, arrived), _no_longer_due(pending)
    if not answered.accepted or state.phase != "open":
        return (answered, *over)
    if pending.overdue and report.kind == "split":
        return (replace(answered, accepted=False, code="already_open"),)
    if report.kind == "split":
        return (answered, *over, *_gone(state, pending, arrived, rules))
    if pending.overdue or _is_more_than(state, pending):
        return (
            answered,
            _again(state, pending, arrived),
            ev.DueSet(kind=PENDING, deadline=arrived.at + _ANSWER_WITHIN),
        )
    return (
        answered,
        acts.Merged(into=report.other_case, at=arrived.at),
        *alerts_on_close(state, arrived.at),
        *dues_at_the_end(state, arrived.at, rules.settings),
    )


def _is_more_than(state: Pursuit, pending: Pending) -> bool:
    """Whether the other pursuit was not told all that stands here by now."""
    units, facts = set(_active(state)), {fact.id for fact in _standing(state)}
    return bool(units - set(pending.units) or facts - set(pending.facts) or set(_known(state)) - set(pending.notices))


def _no_longer_due(pending: Pending) -> tuple[ev.DueSet, ...]:
    """The deadline is that of the question that is waited for; an answer to one before leaves it."""
    return () if pending.overdue else (ev.DueSet(kind=PENDING, deadline=None),)


def _heard(state: Pursuit, arrived: Arrived) -> acts.OtherCaseAnswered:
    """The answer as it counts here: units that were told to stop meanwhile do not go, whatever the other said."""
    report: CaseAnswered = arrived.report
    stands = report.accepted and bool(standing_stops(state))
    return acts.OtherCaseAnswered(
        other_case=report.other_case,
        kind=report.kind,
        accepted=report.accepted and not stands,
        code="stop_stands" if stands else report.code,
        reason=report.reason,
        at=arrived.at,
    )


def _again(state: Pursuit, pending: Pending, arrived: Arrived) -> acts.MergeBegan:
    """Who joined, what became known or who was told since the other was asked is not there: it is asked again."""
    return acts.MergeBegan(
        into=pending.case,
        command=f"{pending.command.partition(_AGAIN)[0]}{_AGAIN}{state.number}",
        units=_active(state),
        facts=_standing(state),
        notices=_known(state),
        by=pending.by,
        at=arrived.at,
    )


def _gone(state: Pursuit, pending: Pending, arrived: Arrived, rules: Rules) -> tuple[ev.Event, ...]:
    """The units go on in the other pursuit; what rests on them alone here is over."""
    units = [unit for unit in pending.units if unit in state.units and state.units[unit].active]
    went: tuple[ev.Event, ...] = tuple(ev.UnitWent(unit=unit, at=arrived.at, by=pending.by) for unit in units)
    return (*went, *alerts_without(evolve_all(state, went) or state, arrived.at, rules))


def pending_due(state: Pursuit, kind: str, arrived: Arrived) -> tuple[ev.Event, ...]:
    """The other pursuit has not answered: the leading room is told, and both go on as they are.

    A yes that still comes may be old, its units gone from there: this pursuit asks again, and never ends on it. After a
    late yes to a split the units are in both, for better in both than in none; both rooms are told.
    """
    answers = tuple(
        acts.OtherCaseAnswered(
            other_case=one.case, kind=one.kind, accepted=False, code=NO_ANSWER, reason="", at=arrived.at
        )
        for _, one in sorted(state.pending.items())
        if not one.overdue
    )
    return (*answers, ev.DueSet(kind=kind, deadline=None))
