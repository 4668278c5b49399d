"""What a report of an approach says that the pursuit did not know: a new one, a better estimate, or its end."""

from datetime import datetime, timedelta

from streams.ids import owner_of
from streams.pursuit import events as ev
from streams.pursuit.rules import Rules
from streams.pursuit.state import Foreseen, Pursuit
from streams.records import Approach, UnitApproaching

__all__ = ["ForeseenFact", "facts_of_approach", "flies", "foreign_states", "foreseen_for", "leads_at_home"]

ForeseenFact = ev.ApproachForeseen | ev.ApproachRefined | ev.ApproachSettled | ev.ApproachPassedOver

_MOVED_BY = timedelta(seconds=5)
_SURER_BY = 0.1
_MOVED_DEG = 0.005
"""Some 500 m. What an estimate changes by less than these is no news: rooms read times, not their noise."""


def facts_of_approach(state: Pursuit, report: UnitApproaching, rules: Rules) -> tuple[ForeseenFact, ...]:
    """The events of a report of a unit that is in the open pursuit; none where it says nothing new.

    An approach that is settled stays settled. One into the pursuit's own state, or the unit's, is nobody's business.
    """
    approach, known = report.approach, state.foreseen.get(report.approach.id)
    if approach.id in state.approached:
        return ()
    if approach.outcome != "open":
        settled = ev.ApproachSettled(unit=report.unit, approach=approach, seen=report.seen)
        return (settled,) if known else (ev.ApproachPassedOver(approach=approach.id),)
    if not foreign_states(state, approach):
        return ()
    if known is None:
        return (_foreseen(state, report, rules),)
    rooms = tuple(sorted({*known.rooms, *_rooms(state, approach, rules)}))
    older = report.seen.observed_at < known.seen.observed_at
    if older or (rooms == known.rooms and not _is_news(known.approach, approach)):
        return ()
    return (ev.ApproachRefined(unit=report.unit, approach=approach, rooms=rooms, seen=report.seen),)


def foreign_states(state: Pursuit, approach: Approach) -> list[str]:
    """The states whose rooms are told: not the unit's, nor the pursuing one while it leads."""
    home = {owner_of(state.case)} if leads_at_home(state) else set()
    return sorted(set(approach.entered) - {owner_of(approach.unit)} - home)


def foreseen_for(state: Pursuit) -> dict[str, Foreseen]:
    """By room, what it must know of: what is expected first, and on the ground before what flies."""
    first: dict[str, Foreseen] = {}
    for one in sorted(state.foreseen.values(), key=lambda one: _first_on_ground(state, one.approach), reverse=True):
        first |= dict.fromkeys(one.rooms, one)
    return first


def _first_on_ground(state: Pursuit, approach: Approach) -> tuple[bool, datetime, str]:
    return flies(state, approach), approach.eta, approach.id


def flies(state: Pursuit, approach: Approach) -> bool:
    """Whether it is an aircraft's."""
    return state.units[approach.unit].movement == "air"


def _foreseen(state: Pursuit, report: UnitApproaching, rules: Rules) -> ForeseenFact:
    """A new approach takes the place of an older one of the same unit into the same states, with its rooms."""
    approach = report.approach
    same = [
        one for one in state.foreseen.values()
        if (one.approach.unit, one.approach.entered) == (approach.unit, approach.entered)
    ]  # fmt: skip
    is_there = set(state.units[approach.unit].territory) & set(approach.entered)
    if is_there or any(one.approach.announced_at > approach.announced_at for one in same):
        return ev.ApproachPassedOver(approach=approach.id)
    rooms = {*_rooms(state, approach, rules), *(room for one in same for room in one.rooms)}
    return ev.ApproachForeseen(unit=report.unit, approach=approach, rooms=tuple(sorted(rooms)), seen=report.seen)


def _rooms(state: Pursuit, approach: Approach, rules: Rules) -> set[str]:
    """The rooms that serve the place, and those that get a copy, but who leads at home: it knows what its units do."""
    found = (rules.directory.rooms_at(one, approach.lat, approach.lon) for one in foreign_states(state, approach))
    knowing = {state.leading_room, state.home_room} if leads_at_home(state) else set()
    return {room.id for at_place in found for room in (*at_place.rooms, *at_place.copies)} - knowing


def leads_at_home(state: Pursuit) -> bool:
    """Whether the pursuing state leads: what its units do, its rooms know."""
    return owner_of(state.leading_room) == owner_of(state.case)


def _is_news(known: Approach, now: Approach) -> bool:
    moved = any(abs(after - before) >= _MOVED_BY for before, after in zip(_times(known), _times(now), strict=True))
    elsewhere = max(abs(now.lat - known.lat), abs(now.lon - known.lon)) >= _MOVED_DEG
    return moved or elsewhere or abs(now.probability - known.probability) >= _SURER_BY


def _times(approach: Approach) -> tuple[datetime, ...]:
    return approach.eta, approach.eta_from, approach.eta_to
