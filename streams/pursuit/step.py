"""One report in, one decision out: the state after it and everything it sends."""

from dataclasses import dataclass

import msgspec
from msgspec.structs import replace

from streams.pursuit.announce import announce, changes_memberships
from streams.pursuit.arrived import Arrived
from streams.pursuit.decide import decide
from streams.pursuit.rules import Rules
from streams.pursuit.state import Pursuit
from streams.records import Decision

__all__ = ["Decided", "step"]


@dataclass(frozen=True, slots=True)
class Decided:
    """The pursuit after a report (None: there is none), and the decision as it is recorded."""

    state: Pursuit | None
    decision: Decision


def step(state: Pursuit | None, arrived: Arrived, rules: Rules) -> Decided | None:
    """Decide a report; None where the state has it already.

    Same state, same report, same rules: same bytes.
    """
    if state is not None and state.guard.covers(arrived.place):
        return None
    report = arrived.report
    events, after = decide(state, arrived, rules)
    if after is not None:
        number = after.number + 1
        membership_event = number if changes_memberships(events) else after.membership_event
        after = replace(after, number=number, membership_event=membership_event, guard=arrived.place)
    decision = Decision(
        case=report.case,
        report_id=report.id,
        report=arrived.place,
        happened_at=report.happened_at,
        arrived_at=arrived.at,
        mode=after.mode if after else report.mode,
        events=tuple(msgspec.to_builtins(event) for event in events),
        outputs=announce(state, after, events, case=report.case, mode=report.mode, rules=rules),
        versions=rules.versions,
    )
    return Decided(after, decision)
