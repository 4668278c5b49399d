"""What a pursuit does when a deadline comes due; only a due record acts, so that a replay has it too."""

from datetime import datetime, timedelta

from streams.pursuit import events as ev
from streams.pursuit.rules import PursuitSettings
from streams.pursuit.state import Pursuit
from streams.records import CaseDue

__all__ = ["MEMBERSHIPS", "VISIBILITY_END", "decide_due", "next_memberships"]

MEMBERSHIPS = "memberships"
VISIBILITY_END = "visibility_end"


def next_memberships(at: datetime, settings: PursuitSettings) -> ev.DueSet:
    """The next time the memberships are written again."""
    return ev.DueSet(kind=MEMBERSHIPS, deadline=at + timedelta(seconds=settings.memberships_every_s))


def decide_due(state: Pursuit, due: CaseDue, at: datetime, settings: PursuitSettings) -> tuple[ev.Event, ...]:
    """The events of a deadline that came due; none where it is no longer the one that stands."""
    if state.dues.get(due.kind) != due.deadline:
        return ()
    if due.kind == MEMBERSHIPS:
        return (ev.MembershipsRepeated(), next_memberships(at, settings))
    if due.kind == VISIBILITY_END:
        ended = tuple(ev.VisibilityEnded(recipient=room) for room in state.audience)
        return (*ended, ev.DueSet(kind=VISIBILITY_END, deadline=None))
    return (ev.DueSet(kind=due.kind, deadline=None),)
