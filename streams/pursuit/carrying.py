"""What a pursuit hands on to another one with its units, so that nothing begins from nothing there.

Limits run on from where each unit came in, a room that was warned by hand stays warned, what was asked can be answered.
"""

from collections.abc import Collection

from msgspec.structs import replace

from streams.pursuit.acts import MergeBegan, SplitBegan
from streams.pursuit.noticed import judged, of_units
from streams.pursuit.state import Pursuit
from streams.pursuit.unanswered import OF_THE_LEAD
from streams.pursuit.warned import warning_stands
from streams.records import Alert, Assistance, Fact, Notice, TargetSighting, UnitCarried, WarnedRoom

__all__ = [
    "active_units", "carried_units", "in_short", "known_notices", "newest_target", "standing_facts", "told_facts",
    "told_requests", "warned_rooms",
]  # fmt: skip


_WAITS = {"approaching", "warned"}


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


def told_facts(state: Pursuit) -> tuple[Fact, ...]:
    """All of them as they stand: what was wrong here is wrong there."""
    return tuple(fact for _, fact in sorted(state.facts.items()))


def standing_facts(state: Pursuit) -> tuple[Fact, ...]:
    """Those that nobody has withdrawn."""
    return tuple(fact for fact in told_facts(state) if fact.withdrawn is None)


def known_notices(state: Pursuit, units: Collection[str]) -> tuple[Notice, ...]:
    """Of entries of these units that are sure and go on; and calls about what has not come yet.

    Of an entry that is over there is nothing to prove later; one that is not sure, TRACK tells the other one itself.
    """
    sure = {name for name in units if not (name in state.ways and state.ways[name].told)}
    kept = (_kept(state.alerts.get(room), notice, sure) for room, notice in sorted(state.notices.items()))
    return tuple(notice for notice in kept if notice)


def _kept(alert: Alert | None, notice: Notice, units: Collection[str]) -> Notice | None:
    if alert is not None and alert.phase == "entered" and any(entry.unit in units for entry in notice.entries):
        return of_units(notice, units)
    waits = alert is None or alert.phase in _WAITS
    if not waits or notice.telephone is None or notice.entries or notice.since_unknown:
        return None
    bare = Notice(room=notice.room, telephone=notice.telephone, newest_call=notice.newest_call)
    return judged(replace(bare, called_at=notice.called_at))


def _is_warned(alert: Alert) -> bool:
    """Whether it waits for a car that a person warned it of, and that did not come yet."""
    return alert.phase in _WAITS and warning_stands(alert)


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
        if _is_warned(alert) and alert.by_hand is not None
    )


def told_requests(state: Pursuit) -> tuple[Assistance, ...]:
    """What rooms asked of each other, as it stands; who leads this pursuit is asked no more when it is over."""
    return tuple(one for _, one in sorted(state.requests.items()) if one.kind not in OF_THE_LEAD)


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
    requests = (f"request|{one.id}|{one.state}" for one in began.requests)
    wrong = (f"withdrawn|{one.id}" for one in began.facts if one.withdrawn)
    return (*homeward, *target, *requests, *wrong, *(_warned_in_short(one) for one in began.warned))


def _warned_in_short(one: WarnedRoom) -> str:
    known = one.notice or Notice(room=one.room)
    had = (known.delivered, known.shown, known.sounded, known.acknowledged, known.telephone)
    return "|".join(["warned", one.room, str(one.by_hand.at), *(str(told.at) if told else "" for told in had)])
