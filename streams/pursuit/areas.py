"""The next room inside the same state: as a pursuit moves on there, the rooms of the areas ahead are told and joined.

They read it at priority 2: nothing is asked of them by a treaty, and until a hand-over is accepted the earlier room
leads. An area's edge is not a border: where towns tell the area it is a guess of some kilometres, so a room that was
told once is told quietly what comes after.
"""

import math
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Literal

from msgspec import Struct

from borders.rooms import RoomsAt
from geo.geodesy import metres_per_degree
from streams.ids import owner_of
from streams.pursuit import events as ev
from streams.pursuit.alerting import is_pursuing
from streams.pursuit.rules import Rules, place_in_words
from streams.pursuit.state import Pursuit
from streams.records import Alert, Sighting, UnitView

__all__ = ["alerts_on_areas"]

_DRIVES_MPS = 5.0
_ACT_IN_AREA = {"primary", "second"}
"""Roles of rooms that are told inside their state; a motorway's is not: on which road a car is, nobody says."""
_OVER = {"left", "withdrawn"}
_Alerting = ev.AlertRaised | ev.AlertChanged
_Phase = Literal["entered", "approaching"]


class _Wanted(Struct, frozen=True):
    """Why a room is concerned: a unit is in its area, or about to come into it; where; and whether it flies."""

    phase: _Phase
    state: str
    lat: float
    lon: float
    found: RoomsAt
    by_air: bool

    @property
    def rank(self) -> tuple[bool, bool]:
        """The least is what the room reads: an aircraft is not the pursuit, who is there is graver than who comes."""
        return self.by_air, self.phase == "approaching"


def alerts_on_areas(state: Pursuit, at: datetime, rules: Rules) -> tuple[_Alerting, ...]:
    """What every room must be told so that it knows whether a unit is in its area, or about to come into it."""
    if state.phase != "open":
        return ()
    wanted: dict[str, _Wanted] = {}
    for view in (one for _, one in sorted(state.units.items()) if is_pursuing(one)):
        for why in _reasons(state, view, rules):
            for room in _of_area(state, why.found):
                known = wanted.get(room)
                if known is None or why.rank < known.rank:
                    wanted[room] = why
    told = [_told(state.alerts.get(room), room, why, at, rules) for room, why in sorted(wanted.items())]
    gone = [_gone(alert, at) for room, alert in sorted(state.alerts.items()) if room not in wanted]
    return tuple([event for event in (*told, *gone) if event])


def _reasons(state: Pursuit, view: UnitView, rules: Rules) -> Iterator[_Wanted]:
    """The area that the unit is in, and the one ahead, in states where the pursuit is known."""
    seen = view.seen
    if seen is None:
        return
    by_air = view.movement == "air"
    for here in (one for one in view.territory if _is_known_in(state, one)):
        found = rules.directory.rooms_at(here, seen.lat, seen.lon)
        yield _Wanted("entered", here, seen.lat, seen.lon, found, by_air)
        ahead = _ahead(state, view, seen, rules.settings.area_ahead_s)
        if ahead:
            there = rules.directory.rooms_at(here, *ahead)
            if there.area != found.area:
                yield _Wanted("approaching", here, *ahead, there, by_air)


def _is_known_in(state: Pursuit, here: str) -> bool:
    """Whether the state leads, pursues, or was told of an entry."""
    if here in {owner_of(state.leading_room), owner_of(state.home_room)}:
        return True
    told = (one for room, one in state.alerts.items() if owner_of(room) == here)
    return any(one.kind == "border" and one.phase == "entered" for one in told)


def _ahead(state: Pursuit, view: UnitView, seen: Sighting, ahead_s: float) -> tuple[float, float] | None:
    """Where the unit is soon, if it drives on; None where it stands, or is foreseen to leave the state."""
    leaves = any(one.approach.unit == view.unit for one in state.foreseen.values())
    if leaves or seen.course_deg is None or (seen.speed_mps or 0.0) < _DRIVES_MPS:
        return None
    way_m, course = (seen.speed_mps or 0.0) * ahead_s, math.radians(seen.course_deg)
    north_m, east_m = metres_per_degree(seen.lat)
    return seen.lat + way_m * math.cos(course) / north_m, seen.lon + way_m * math.sin(course) / east_m


def _of_area(state: Pursuit, found: RoomsAt) -> list[str]:
    """The area's own rooms; where no area is known, the coordinating one: somebody must know whose ground it is.

    Where the area's first room leads, or answers at home, whom to tell beside it in its own area is for it to say.
    """
    known = [room for room in (state.leading_room, state.home_room) if not _follows(state.alerts.get(room))]
    if found.basis != "area":
        return [room.id for room in found.rooms if room.id not in known]
    if any(room.role == "primary" and room.id in known for room in found.rooms):
        return []
    return [room.id for room in found.rooms if room.role in _ACT_IN_AREA and room.id not in known]


def _follows(alert: Alert | None) -> bool:
    """Whether a room that leads by now was told of a unit in its area before: its alert stays true, quietly."""
    return alert is not None and alert.kind == "area" and alert.phase != "cleared"


def _told(alert: Alert | None, room: str, why: _Wanted, at: datetime, rules: Rules) -> _Alerting | None:
    """A ring for who knows nothing of it; a quiet word for who was told before; nothing for who has graver news."""
    if alert is None or _is_over(alert, why) or _is_another_matter(alert, why, at, rules):
        return _raised(room, why, at, rules)
    if alert.kind == "area" and why.by_air and not alert.by_air:
        return _gone(alert, at)  # the car is gone; that an aircraft stays is no visit
    if alert.kind != "area" or alert.phase == why.phase or (alert.phase, why.phase) == ("entered", "approaching"):
        return None
    if alert.phase not in {"entered", "approaching", "left", "withdrawn"}:
        return None
    return ev.AlertChanged(room=room, phase=why.phase, priority=_priority(why), at=at)


def _priority(why: _Wanted) -> Literal[2, 3]:
    return 3 if why.by_air else 2


def _is_another_matter(alert: Alert, why: _Wanted, at: datetime, rules: Rules) -> bool:
    """Whether it comes so long after the last visit that nobody thinks of it, or by road after what only flew."""
    if alert.kind != "area":
        return False
    if alert.by_air and not why.by_air:
        return True
    known_at = alert.revised_at or alert.raised_at
    is_old = at - known_at > timedelta(seconds=rules.settings.reentry_within_s)
    return is_old and alert.phase in _OVER


def _is_over(alert: Alert, why: _Wanted) -> bool:
    """Whether what the room knew has ended, so that a unit in its area is another matter."""
    if alert.phase in {"cleared", "alarm", "overflown"} or alert.kind == "copy":
        return True
    if alert.phase == "warned":
        return why.phase == "entered" and not why.by_air
    return alert.kind in {"border", "by_hand"} and alert.phase in {"left", "withdrawn"} and why.phase == "entered"


def _raised(room: str, why: _Wanted, at: datetime, rules: Rules) -> ev.AlertRaised:
    return ev.AlertRaised(
        room=room,
        phase=why.phase,
        kind="area",
        priority=_priority(why),
        at=at,
        territory_from=(),
        territory_to=(why.state,),
        crossing=None,
        before_opening=False,
        since_unknown=False,
        place=place_in_words(rules, why.state, why.lat, why.lon),
        area=why.found.area,
        basis=why.found.basis,
        by_air=why.by_air,
    )


def _gone(alert: Alert, at: datetime) -> ev.AlertChanged | None:
    """No unit is in the room's area any more, nor comes into it."""
    if alert.kind != "area" or alert.phase not in {"entered", "approaching"}:
        return None
    phase: ev.AlertPhase = "left" if alert.phase == "entered" else "withdrawn"
    return ev.AlertChanged(room=alert.room, phase=phase, priority=3, at=at)
