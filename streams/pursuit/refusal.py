"""Why a command is not done, and who may give which: checked against the pursuit, answered with the reason."""

from collections.abc import Collection, Iterable, Mapping
from datetime import UTC, datetime, timedelta

from streams.ids import owner_of
from streams.pursuit.sight import may_see
from streams.pursuit.state import Pursuit
from streams.records import Account, Alert, StopOrder

__all__ = [
    "ANSWER_WITHIN",
    "CODES",
    "Refusal",
    "check_desk",
    "check_desk_of",
    "check_may_end",
    "check_may_speak_for",
    "check_no_stop",
    "check_revision",
    "concerned_rooms",
    "is_desk",
    "own_alert",
    "rooms_of",
    "running",
    "standing_stops",
    "unknown",
]  # fmt: skip

CODES: Mapping[str, tuple[str, ...]] = {
    # of the pursuit and its units
    "unknown_pursuit": ("case",),
    "closed": ("case", "phase"),
    "already_open": ("case", "at", "by"),
    "known_case": ("case",),
    "already_joined": ("case", "unit"),
    "not_joined": ("case", "unit"),
    "not_abroad": ("case", "unit"),
    "too_many_units": ("case", "expected", "got"),
    "all_units": ("case",),
    "same_case": ("case",),
    "wrong_case": ("expected", "got"),
    "pending": ("case", "other"),
    "just_taken_in": ("case", "until"),
    "wrong_mode": ("expected", "got"),
    "nothing_new": ("name",),
    # who may
    "known_command": ("name",),
    "not_allowed": ("expected", "got"),
    "wrong_state": ("expected", "got"),
    "wrong_room": ("expected", "got"),
    "own_room": ("room",),
    "unknown_room": ("room",),
    "wrong_unit": ("expected", "got"),
    "not_leading": ("case", "expected", "got"),
    "not_here": ("case", "room", "state"),
    # alerts
    "unknown_alert": ("case", "room"),
    "already_acknowledged": ("by", "at"),
    "not_acknowledged": ("room",),
    "other_revision": ("expected", "got"),
    "copy_room": ("room",),
    "priority_1": ("room",),
    "not_owner": ("expected", "got"),
    "not_offered": ("room",),
    "offered_to_other": ("expected", "got"),
    "bad_place": ("expected", "got"),
    # facts, requests, stop orders, the checklist
    "bad_fact": ("kind", "expected", "got"),
    "known_fact": ("name",),
    "unknown_fact": ("case", "name"),
    "withdrawn_fact": ("name", "by"),
    "too_many_facts": ("case", "expected"),
    "known_request": ("name",),
    "unknown_request": ("case", "name"),
    "answered": ("name", "answer"),
    "too_many_requests": ("case", "expected"),
    "known_stop": ("name",),
    "unknown_stop": ("case", "name"),
    "lifted": ("name", "at"),
    "too_many_stops": ("case", "expected"),
    "stop_stands": ("case", "name"),
    "unknown_item": ("expected", "got"),
    "missing": ("name", "expected"),
    # instants, calls and warnings
    "bad_instant": ("name", "earliest", "latest", "got"),
    "early_call": ("case", "earliest", "got"),
    "unknown_call": ("room", "got"),
    "no_warning": ("room",),
}
"""Every code, and the parameters that come with it.

`expected` and `got` are ids, names, codes, numbers, instants or names of fields, never words of a language; where there
are several, or none, they are joined by commas.
"""
_DESK_ROLES = ("operator", "commander")
_LONGEST = 200
ANSWER_WITHIN = timedelta(seconds=60)
"""Within this another pursuit answers, or is not waited for: what it still says after that, nothing ends on."""


class Refusal(Exception):  # noqa: N818 - it is an answer, not an error
    """The command cannot be done: a code and its parameters, for any language, and a reason in English."""

    def __init__(self, *, code: str, reason: str, **params: str) -> None:
        super().__init__(reason)
        self.code = code
        self.reason = reason
        self.params = {name: value[:_LONGEST] for name, value in params.items()}


def unknown(case: str) -> Refusal:
    """Why a command about a pursuit is not done that there is not, or that its sender may not see: both read alike."""
    return Refusal(code="unknown_pursuit", reason=f"there is no pursuit {case}", case=case)


def running(state: Pursuit | None, case: str) -> Pursuit:
    """The pursuit, where it is open.

    Raises:
        Refusal: there is none, or it is over.
    """
    if state is None:
        raise unknown(case)
    if state.phase != "open":
        raise Refusal(code="closed", reason=f"{case} is over ({state.phase})", case=case, phase=state.phase)
    return state


# ---------------------------------------------------------------- who


def is_desk(by: Account) -> bool:
    """Whether it is a person at a desk who may command."""
    return by.role in _DESK_ROLES and by.room is not None


def check_desk(by: Account) -> str:
    """The room of a desk that may command.

    Raises:
        Refusal: it is no such desk.
    """
    if not is_desk(by) or by.room is None:
        reason = f"expected an operator or commander of a room, got {by.role}"
        raise Refusal(code="not_allowed", reason=reason, expected=", ".join(_DESK_ROLES), got=by.role)
    return by.room


def check_desk_of(state: Pursuit, by: Account, rooms: Iterable[str], what: str) -> str:
    """The sender's room, which is one of these.

    Raises:
        Refusal: it is not; `what` says what only they may do. Who may not see the pursuit does not read who may.
    """
    room, allowed = check_desk(by), sorted(set(rooms))
    if room in allowed:
        return room
    if not may_see(state, room):
        raise unknown(state.case)
    named = ", ".join(allowed)
    raise Refusal(
        code="wrong_room",
        reason=f"only a desk of {named or 'no room'} may {what}, got {room}",
        expected=named,
        got=room,
    )


def check_may_speak_for(by: Account, unit: str) -> None:
    """A crew speaks for its own unit, a desk for the units of its state.

    Raises:
        Refusal: it is neither.
    """
    if by.role == "unit" and by.unit != unit:
        reason = f"a unit speaks for itself: expected {by.unit}, got {unit}"
        raise Refusal(code="wrong_unit", reason=reason, expected=by.unit or "", got=unit)
    if by.role == "unit":
        return
    check_desk(by)
    if owner_of(unit) != by.state:
        reason = f"{by.role} of {by.state} may not speak for {unit}"
        raise Refusal(code="wrong_state", reason=reason, expected=owner_of(unit), got=by.state)


# ---------------------------------------------------------------- with which part in it


def concerned_rooms(state: Pursuit) -> set[str]:
    """The rooms that have a part in the pursuit: they lead, answer for it, or were told to act."""
    alerted = {room for room, alert in state.alerts.items() if alert.kind != "copy"}
    return {state.leading_room, state.home_room, *alerted}


def rooms_of(state: Pursuit, states: Collection[str]) -> set[str]:
    """The rooms of these states that have a part in the pursuit."""
    return {room for room in concerned_rooms(state) if owner_of(room) in states}


def own_alert(state: Pursuit, by: Account) -> Alert:
    """The alert of the sender's room.

    Raises:
        Refusal: the sender is no desk, or its room has none.
    """
    room = check_desk(by)
    if room not in state.alerts:
        reason = f"{room} has no alert of {state.case}"
        raise Refusal(code="unknown_alert", reason=reason, case=state.case, room=room)
    return state.alerts[room]


def check_revision(alert: Alert, revision: int) -> None:
    """What is done to an alert is done to what its sender saw: what rang, or became graver, after that is not covered.

    Raises:
        Refusal: the revision is older than the last ring or rise, or there is none of this number.
    """
    oldest = max(alert.rang_revision, alert.risen_revision)
    if not oldest <= revision <= alert.revision:
        expected = f"{oldest}-{alert.revision}"
        reason = f"expected a revision from {oldest} to {alert.revision}, got {revision}: look again"
        raise Refusal(code="other_revision", reason=reason, expected=expected, got=str(revision))


def standing_stops(state: Pursuit) -> list[StopOrder]:
    """The stop orders that are not undone."""
    return [stop for _, stop in sorted(state.stops.items()) if stop.lifted is None]


def check_no_stop(state: Pursuit) -> None:
    """Units that are to stop do not go on in another pursuit, where the order would not reach them.

    Raises:
        Refusal: a stop order stands.
    """
    for stop in standing_stops(state):
        reason = f"the stop order {stop.id} stands in {state.case}: whoever gave it must undo it first"
        raise Refusal(code="stop_stands", reason=reason, case=state.case, name=stop.id)


def check_may_end(state: Pursuit, at: datetime) -> None:
    """Nothing ends while another pursuit may be about to end into it, or to take its units: they would be in none.

    Raises:
        Refusal: an answer of another pursuit is waited for, or this one has just said yes to one.
    """
    waiting = sorted(one.case for one in state.pending.values() if not (one.overdue or one.given_up))
    if waiting:
        others = ", ".join(waiting)
        raise Refusal(code="pending", reason=f"{state.case} waits for {others}", case=state.case, other=others)
    if state.took_in_at is not None and at - state.took_in_at < ANSWER_WITHIN:
        until = (state.took_in_at + ANSWER_WITHIN).astimezone(UTC).isoformat(timespec="seconds")
        reason = f"{state.case} has just taken units of another pursuit in: it may end from {until} on"
        raise Refusal(code="just_taken_in", reason=reason, case=state.case, until=until)
