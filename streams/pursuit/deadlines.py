"""The kinds of deadlines, what those about its memberships and visibility do, and which go on when it ends."""

from datetime import datetime, timedelta

from streams.pursuit import events as ev
from streams.pursuit.rules import PursuitSettings
from streams.pursuit.state import Pursuit

__all__ = [
    "ASKED", "AT_HOME", "ESCALATE", "ITEM", "LIMIT", "MEMBERSHIPS", "OFFER", "PENDING", "RUNNING", "SHELF", "STOP",
    "VISIBILITY_END", "dues_at_the_end", "memberships_due", "next_memberships", "next_question", "visibility_due",
]  # fmt: skip

MEMBERSHIPS = "memberships"
VISIBILITY_END = "visibility_end"
RUNNING = "running"
PENDING = "pending"
ESCALATE, SHELF, OFFER, STOP, LIMIT, ITEM = "escalate:", "shelf:", "offer:", "stop:", "limit:", "item:"
ASKED, AT_HOME = "asked:", "home:"
"""Begin the kinds of deadlines of one alert, stop order, unit, item or request; its name follows."""
_GO_ON = (SHELF, OFFER, STOP)
"""What a person put aside or offered comes back also when the pursuit is over: an alert stays until it is seen. And
that a crew must stop is not receipted by the end of the pursuit."""


def next_memberships(at: datetime, settings: PursuitSettings) -> ev.DueSet:
    """The next time the memberships are written again."""
    return ev.DueSet(kind=MEMBERSHIPS, deadline=at + timedelta(seconds=settings.memberships_every_s))


def next_question(since: datetime, settings: PursuitSettings) -> ev.DueSet:
    """When the leading room is asked whether the pursuit still runs, if no unit has moved since."""
    return ev.DueSet(kind=RUNNING, deadline=since + timedelta(seconds=settings.still_running_after_s))


def memberships_due(at: datetime, settings: PursuitSettings) -> tuple[ev.Event, ...]:
    """They are written again, so that a lost one heals."""
    return (ev.MembershipsRepeated(), next_memberships(at, settings))


def dues_at_the_end(state: Pursuit, at: datetime, settings: PursuitSettings) -> tuple[ev.DueSet, ...]:
    """The pursuit is over: what is only for an open one is taken away, and the rooms see it a while longer."""
    over = (kind for kind in sorted(state.dues) if not kind.startswith(_GO_ON))
    end = at + timedelta(seconds=settings.visible_after_close_s)
    return (
        *(ev.DueSet(kind=kind, deadline=None) for kind in over),
        ev.DueSet(kind=VISIBILITY_END, deadline=end),
    )


def visibility_due(state: Pursuit) -> tuple[ev.Event, ...]:
    """The pursuit is long over: nobody sees it any more, but those who have items of its checklist to do."""
    is_open = any(entry.done_at is None for entry in state.checklist.values())
    stay = {state.leading_room, state.home_room} if is_open else set()
    ended = tuple(ev.VisibilityEnded(recipient=room) for room in state.audience if room not in stay)
    return (*ended, ev.DueSet(kind=VISIBILITY_END, deadline=None))
