"""What a pursuit hands on to another one with its units, so that nothing begins from nothing there.

Limits run on from where each unit came in, a room that was warned by hand stays warned, what was asked can be answered.
"""

from collections.abc import Collection

from streams.pursuit.acts import MergeBegan, SplitBegan
from streams.pursuit.noticed import of_units
from streams.pursuit.state import Pursuit
from streams.pursuit.unanswered import OF_THE_LEAD
from streams.records import Alert, Assistance, Fact, Notice, TargetSighting, UnitCarried, WarnedRoom

__all__ = [
    "active_units", "carried_units", "in_short", "known_notices", "newest_target", "open_requests", "standing_facts",
    "warned_rooms",
]  # fmt: skip


def active_units(state: Pursuit) -> tuple[str, ...]:
    """Those that are in the pursuit now."""
    return tuple(name for name, view in sorted(state.units.items()) if view.active)


def carried_units(state: Pursuit, units: Collection[str]) -> tuple[UnitCarried, ...]:
    """What is known of each of these units, where there is anything that must go on."""
    found = (_carried(state, name) for name in sorted(units) if name in state.units)
    return tuple(one for one in found if one != UnitCarried(unit=one.unit))


def _carried(state: Pursuit, unit: str) -> UnitCarried:
    """A crossing that is not settled yet is so fresh that TRACK tells it to the other pursuit itself."""
    view, way = state.units[unit], state.ways.get(unit)
    last = view.last_crossing
    is_sure = last is not None and last.status == "confirmed" and not last.late and view.seen is not None
    return UnitCarried(
        unit=unit,
        stays=view.stays or (way.stays if way else ()),
        last_crossing=last if is_sure else None,
        returning=view.returning,
        lost_sight_at=view.lost_sight_at,
    )


def standing_facts(state: Pursuit) -> tuple[Fact, ...]:
    """Those that nobody has withdrawn."""
    return tuple(fact for _, fact in sorted(state.facts.items()) if fact.withdrawn is None)


def known_notices(state: Pursuit, units: Collection[str]) -> tuple[Notice, ...]:
    """Of entries of these units that are sure and go on: of any other, there is nothing to prove later."""
    return tuple(
        of_units(notice, units)
        for room, notice in sorted(state.notices.items())
        if room in state.alerts and _goes_on(state.alerts[room], notice, units)
    )


def _goes_on(alert: Alert, notice: Notice, units: Collection[str]) -> bool:
    told = alert.crossing
    if alert.phase != "entered" or told is None or told.unit not in units:
        return False
    return told.status == "confirmed" and told.id in {entry.crossing for entry in notice.entries}


def warned_rooms(state: Pursuit) -> tuple[WarnedRoom, ...]:
    """Rooms that were warned by hand and wait for the car: for them it comes still, with what they had of it."""
    return tuple(
        WarnedRoom(
            room=room,
            by_hand=alert.by_hand,
            territory_from=alert.territory_from,
            place=alert.place,
            notice=state.notices.get(room),
        )
        for room, alert in sorted(state.alerts.items())
        if alert.phase == "warned" and alert.by_hand is not None
    )


def open_requests(state: Pursuit) -> tuple[Assistance, ...]:
    """What rooms still wait for; who leads this pursuit is asked no more when it is over."""
    found = (one for _, one in sorted(state.requests.items()) if one.state == "open")
    return tuple(one for one in found if one.kind not in OF_THE_LEAD)


def newest_target(state: Pursuit) -> TargetSighting | None:
    """Where the car itself was seen last."""
    return state.sightings[-1] if state.sightings else None


def in_short(began: MergeBegan | SplitBegan) -> tuple[str, ...]:
    """What another pursuit is told besides units, facts and entries, as short words that differ where it does.

    How far limits have run is not among them: that changes with every report, and TRACK tells the other of it, too.
    """
    homeward = (f"unit|{one.unit}|{one.returning}|{one.lost_sight_at}" for one in began.carried)
    if isinstance(began, SplitBegan):
        return tuple(homeward)
    target = (f"target|{began.target.observed_at}|{began.target.at}",) if began.target else ()
    requests = (f"request|{one.id}" for one in began.requests)
    return (*homeward, *target, *requests, *(_warned_in_short(one) for one in began.warned))


def _warned_in_short(one: WarnedRoom) -> str:
    known = one.notice or Notice(room=one.room)
    had = (known.delivered, known.shown, known.sounded, known.acknowledged, known.telephone)
    return "|".join(["warned", one.room, str(one.by_hand.at), *(str(told.at) if told else "" for told in had)])
