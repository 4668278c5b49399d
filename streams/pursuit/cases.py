"""Two pursuits of one car become one, and one pursuit of two cars becomes two: each asks the other, and waits for it.

A case tells another only by a report. So nothing ends here before the other pursuit has said that it has the units:
there is no moment in which nobody pursues with them. An answer that comes again says nothing new.
"""

from msgspec.structs import replace

from streams.ids import owner_of
from streams.orders import Merge, Split
from streams.pursuit import acts
from streams.pursuit import events as ev
from streams.pursuit.alerting import alerts_on_close
from streams.pursuit.answered import first_answer
from streams.pursuit.arrived import Arrived
from streams.pursuit.assisting import REQUESTS_AT_MOST
from streams.pursuit.carrying import (
    active_units,
    carried_units,
    in_short,
    known_notices,
    newest_target,
    standing_facts,
    told_facts,
    told_requests,
    warned_rooms,
)
from streams.pursuit.closing import cards_of, was_abroad
from streams.pursuit.deadlines import PENDING, dues_at_the_end, next_memberships, next_question
from streams.pursuit.evolve import evolve_all
from streams.pursuit.knowing import FACTS_AT_MOST
from streams.pursuit.parting import alerts_without
from streams.pursuit.refusal import ANSWER_WITHIN, Refusal, check_desk_of, check_no_stop, standing_stops
from streams.pursuit.rules import Rules
from streams.pursuit.sight import is_known_in
from streams.pursuit.state import NO_ANSWER, Pending, Pursuit, asked_id
from streams.pursuit.taking_in import (
    new_facts,
    new_requests,
    notices_taken_over,
    taken_over,
    units_taken_over,
    warned_anew,
)
from streams.pursuit.unanswered import OF_THE_LEAD, answered
from streams.records import Account, CaseAnswered, MergeAsked, SplitAsked

__all__ = [
    "ANSWERS", "UNITS_AT_MOST", "answered_by_other", "merge", "merge_asked", "pending_due", "split", "split_asked",
]  # fmt: skip

ANSWERS = (
    "already_open", "closed", "lead_passed", NO_ANSWER, "pending", "stop_stands", "too_many_facts", "too_many_requests",
    "too_many_units",
    "unknown_pursuit", "wrong_mode",
)  # fmt: skip
"""Why another pursuit does not take part: the codes of its answers."""
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
    over = _check_may_ask(state, "merge", order.into, arrived)
    began = _merge_began(state, order.into, arrived.report.id[:_COMMAND_KEPT], arrived.report.by, arrived)
    return (*over, began, ev.DueSet(kind=PENDING, deadline=arrived.at + ANSWER_WITHIN))


def split(state: Pursuit, order: Split, arrived: Arrived, _rules: Rules) -> tuple[ev.Event, ...]:
    """The leading room asks for a pursuit of its own for the second target; both go on with their units."""
    check_desk_of(state, arrived.report.by, [state.leading_room], f"split {state.case}")
    owner = owner_of(state.case)
    if owner_of(order.new_case) != owner or order.new_case == state.case:
        reason = f"expected a new case of {owner}, got {order.new_case}"
        raise Refusal(code="wrong_case", reason=reason, expected=owner, got=order.new_case)
    over = _check_may_ask(state, "split", order.new_case, arrived)
    strangers = ", ".join(sorted(set(order.units) - set(active_units(state))))
    if strangers:
        raise Refusal(code="not_joined", reason=f"not in {state.case}: {strangers}", case=state.case, unit=strangers)
    if set(order.units) == set(active_units(state)):
        reason = f"expected some of the units, for {state.case} goes on with the others"
        raise Refusal(code="all_units", reason=reason, case=state.case)
    began = acts.SplitBegan(
        new_case=order.new_case,
        command=arrived.report.id[:_COMMAND_KEPT],
        units=tuple(sorted(set(order.units))),
        facts=standing_facts(state),
        notices=known_notices(state, order.units),
        carried=carried_units(state, order.units),
        warned=warned_rooms(state),
        room=state.leading_room,
        home=state.home_room,
        purpose=state.purpose,
        by=arrived.report.by,
        at=arrived.at,
    )
    return (*over, began, ev.DueSet(kind=PENDING, deadline=arrived.at + ANSWER_WITHIN))


def _check_may_ask(state: Pursuit, kind: str, case: str, arrived: Arrived) -> tuple[acts.QuestionGivenUp, ...]:
    """One question to another pursuit at a time, and none while units are to stop.

    What is overdue may be asked again, or is given up by who asks another: for one that never answers, a pursuit must
    not be bound for ever. Should that one say yes all the same, the units are in both, and the leading room reads it.
    """
    check_no_stop(state)
    waiting = sorted(one.case for one in state.pending.values() if not one.overdue)
    if waiting:
        others = ", ".join(waiting)
        raise Refusal(code="pending", reason=f"{state.case} waits for {others}", case=state.case, other=others)
    others_asked = (one for name, one in sorted(state.pending.items()) if name != f"{kind}|{case}")
    by, at = arrived.report.by, arrived.at
    return tuple(
        acts.QuestionGivenUp(kind=one.kind, case=one.case, by=by, at=at) for one in others_asked if not one.given_up
    )


def _merge_began(state: Pursuit, into: str, command: str, by: Account, arrived: Arrived) -> acts.MergeBegan:
    """All that the other pursuit must have before this one may end."""
    return acts.MergeBegan(
        into=into,
        command=command,
        units=active_units(state),
        facts=told_facts(state),
        notices=known_notices(state, state.units),
        carried=carried_units(state, active_units(state)),
        target=newest_target(state),
        warned=warned_rooms(state),
        requests=told_requests(state),
        rooms=tuple(sorted({state.leading_room, state.home_room})),
        abroad=was_abroad(state),
        cards=tuple(sorted(cards_of(state))) if was_abroad(state) else (),
        by=by,
        at=arrived.at,
    )


# ---------------------------------------------------------------- asked by another pursuit


def merge_asked(state: Pursuit | None, arrived: Arrived, rules: Rules) -> tuple[ev.Event, ...]:
    """Another pursuit asks this one to go on with its units: they join, with all that it hands on."""
    report: MergeAsked = arrived.report
    first = _first_answer(state, arrived)
    if first:
        return (first,)
    no = _why_not(state, report)
    if state is None or no:
        return (_answer(arrived, accepted=False, code=no),)
    new = (unit for unit in report.units if unit not in state.units or not state.units[unit].active)
    came = tuple(ev.UnitCame(unit=unit, at=arrived.at, by=report.by) for unit in new)
    after = evolve_all(state, came) or state
    return (*came, *taken_over(after, report, arrived, rules), _answer(arrived, accepted=True))


def _first_answer(state: Pursuit | None, arrived: Arrived) -> acts.CaseTakenIn | None:
    """What was asked before is answered as it was; None where it is new."""
    report: MergeAsked | SplitAsked = arrived.report
    first = first_answer(state, report.id, report.from_case) if state else None
    if first is None:
        return None
    return _answer(arrived, accepted=first.accepted, code="" if first.accepted else first.code)


def _why_not(state: Pursuit | None, report: MergeAsked) -> str:
    if state is None or not is_known_in(state, {report.by.state, owner_of(report.from_case)}):
        return "unknown_pursuit"
    if state.phase != "open":
        return "closed"
    if state.mode != report.mode:
        return "wrong_mode"
    if any(one.kind == "merge" and not one.given_up for one in state.pending.values()):
        return "pending"  # it may itself end soon; in a ring all would
    return _too_many(state, report)


def _too_many(state: Pursuit, report: MergeAsked) -> str:
    """What would be more than this pursuit can tell its rooms."""
    if len({*state.units, *report.units}) > UNITS_AT_MOST:
        return "too_many_units"
    requests = (*state.requests.values(), *new_requests(state, report))
    if sum(one.state == "open" for one in requests) > REQUESTS_AT_MOST:
        return "too_many_requests"
    return "too_many_facts" if len(state.facts) + len(new_facts(state, report)) > _FACTS_AT_MOST else ""


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
        home_room=report.home or "",
        opened_at=arrived.at,
        by=report.by,
        purpose=report.purpose,
        guard=arrived.place,
    )
    came: tuple[ev.Event, ...] = (
        opened,
        *(ev.UnitCame(unit=unit, at=arrived.at, by=report.by) for unit in report.units),
    )
    after = evolve_all(None, came)
    return (
        *came,
        *(units_taken_over(after, report) if after else ()),
        *(acts.FactAdded(fact=fact) for fact in report.facts),
        *(notices_taken_over(after, report) if after else ()),
        *(warned_anew(after, report, arrived) if after else ()),
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
        abroad=report.abroad if isinstance(report, MergeAsked) and accepted else False,
        cards=report.cards if isinstance(report, MergeAsked) and accepted else (),
        at=arrived.at,
    )


# ---------------------------------------------------------------- its answer


def answered_by_other(state: Pursuit | None, arrived: Arrived, rules: Rules) -> tuple[ev.Event, ...]:
    """The other pursuit has the units, so they go from here; or it said no, and nothing changes."""
    report: CaseAnswered = arrived.report
    pending = state.pending.get(f"{report.kind}|{report.other_case}") if state else None
    if state is None or pending is None or report.asked != asked_id(state.case, pending.kind, pending.command):
        return ()
    heard = _heard(state, arrived)
    if not heard.accepted or state.phase != "open":
        return (heard, *_no_longer_due(pending))
    after_yes = _after_yes_to_merge if report.kind == "merge" else _after_yes_to_split
    return after_yes(state, pending, heard, arrived, rules)


def _after_yes_to_split(
    state: Pursuit, pending: Pending, heard: acts.OtherCaseAnswered, arrived: Arrived, rules: Rules
) -> tuple[ev.Event, ...]:
    if pending.overdue:
        return (replace(heard, accepted=False, code="already_open"),)
    return (heard, *_no_longer_due(pending), *_gone(state, pending, arrived, rules))


def _after_yes_to_merge(
    state: Pursuit, pending: Pending, heard: acts.OtherCaseAnswered, arrived: Arrived, rules: Rules
) -> tuple[ev.Event, ...]:
    if pending.given_up:
        return (heard,)
    if pending.by.room != state.leading_room:
        return (replace(heard, accepted=False, code="lead_passed"), *_no_longer_due(pending))
    if pending.overdue or _is_more_than(state, pending, arrived):
        wait = ev.DueSet(kind=PENDING, deadline=arrived.at + ANSWER_WITHIN)
        return (heard, _again(state, pending, arrived), wait)
    return (
        heard,
        *_asked_no_more(state, pending, arrived),
        acts.Merged(into=pending.case, at=arrived.at),
        *alerts_on_close(state, arrived.at),
        *dues_at_the_end(state, arrived.at, rules.settings),
    )


def _is_more_than(state: Pursuit, pending: Pending, arrived: Arrived) -> bool:
    """Whether the other pursuit was not told all that stands here by now."""
    now = _merge_began(state, pending.case, pending.command, pending.by, arrived)
    facts = {fact.id for fact in now.facts if fact.withdrawn is None} - set(pending.facts)
    others = set(now.notices) - set(pending.notices) or set(in_short(now)) - set(pending.more)
    return bool(set(now.units) - set(pending.units) or facts or others)


def _asked_no_more(state: Pursuit, pending: Pending, arrived: Arrived) -> tuple[ev.Event, ...]:
    """Who may lead this pursuit is no question any more."""
    of_the_lead = (one for _, one in sorted(state.requests.items()) if one.state == "open" and one.kind in OF_THE_LEAD)
    over = (replace(one, state="withdrawn", answered_by=pending.by, answered_at=arrived.at) for one in of_the_lead)
    return tuple(event for one in over for event in answered(one))


def _no_longer_due(pending: Pending) -> tuple[ev.DueSet, ...]:
    """The deadline is that of the question that is waited for; an answer to one before leaves it."""
    return () if pending.overdue else (ev.DueSet(kind=PENDING, deadline=None),)


def _heard(state: Pursuit, arrived: Arrived) -> acts.OtherCaseAnswered:
    """The answer as it counts here: units that were told to stop meanwhile do not go, whatever the other said."""
    report: CaseAnswered = arrived.report
    stands = report.accepted and bool(standing_stops(state))
    over = report.accepted and state.phase != "open"
    return acts.OtherCaseAnswered(
        other_case=report.other_case,
        kind=report.kind,
        accepted=report.accepted and not stands and not over,
        code="stop_stands" if stands else "closed" if over else report.code,
        reason=report.reason,
        at=arrived.at,
    )


def _again(state: Pursuit, pending: Pending, arrived: Arrived) -> acts.MergeBegan:
    """Who joined, what became known or who was told since the other was asked is not there: it is asked again."""
    command = f"{pending.command.partition(_AGAIN)[0]}{_AGAIN}{state.number}"
    return _merge_began(state, pending.case, command, pending.by, arrived)


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
