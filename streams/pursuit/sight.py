"""Who may see a pursuit, and so may speak in it: to anybody else it is as if there were none."""

from collections.abc import Collection

from streams.ids import owner_of
from streams.orders import HandOverAlert, LiftStop, ReceiveStop, TakeAlert
from streams.pursuit.state import Pursuit
from streams.records import Account, Acknowledge, Command, Ordered

__all__ = ["is_known_in", "may_see", "seen_by"]

_OF_ITS_OWN_ALERT = (HandOverAlert, TakeAlert, LiftStop, ReceiveStop)


def seen_by(state: Pursuit | None, command: Command) -> Pursuit | None:
    """The pursuit as the sender of this command may know of it: None where they may not, as where there is none."""
    if state is None:
        return None
    is_known = _crew_may(state, command.by) if command.by.role == "unit" else _desk_may(state, command)
    return state if is_known else None


def may_see(state: Pursuit, room: str) -> bool:
    """Whether the room sees it now, or leads it, or answers for it at home: of those two somebody must, for ever."""
    return room in {state.leading_room, state.home_room, *state.audience}


def is_known_in(state: Pursuit, states: Collection[str]) -> bool:
    """Whether somebody in one of these states may know of it: it is theirs, or a room of theirs sees or leads it."""
    told = {owner_of(room) for room in (state.leading_room, *state.audience)}
    return not told.isdisjoint(states) or owner_of(state.case) in states


def _desk_may(state: Pursuit, command: Command) -> bool:
    """A room that sees it no longer has its own alert still, which stays until a person has seen it."""
    room = command.by.room
    if room is None:
        return False
    return may_see(state, room) or (room in state.alerts and _is_of_its_alert(command))


def _is_of_its_alert(command: Command) -> bool:
    if isinstance(command, Acknowledge):
        return True
    return isinstance(command, Ordered) and isinstance(command.order, _OF_ITS_OWN_ALERT)


def _crew_may(state: Pursuit, by: Account) -> bool:
    """A crew that is or was in it; and one that may join: at home, or where a room of its state sees the pursuit."""
    if by.unit is None:
        return False
    return by.unit in state.units or is_known_in(state, {owner_of(by.unit)})
