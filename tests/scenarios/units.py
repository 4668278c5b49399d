"""What TRACK tells of the units of a written pursuit, as if the unit itself said where it is."""

from datetime import timedelta
from typing import Any

from msgspec.structs import replace

from streams.records import (
    Approach,
    Crossing,
    Sighting,
    UnitApproaching,
    UnitContact,
    UnitCrossed,
    UnitMoved,
    UnitPresent,
)
from tests.scenarios.sentence import Said, Sentence, sentence

__all__ = ["UNITS"]

_SECOND = timedelta(seconds=1)


def _seen(said: Said, where: str | None = None, states: str | None = None, **more: Any) -> Sighting:
    """Where the unit is now: at this place, or where it was seen last; remembered for the next word on it."""
    known = said.world.seen.get(said.who)
    lat, lon = said.world.place(where, states or "") if where else (known.lat, known.lon) if known else (0.0, 0.0)
    territory = tuple(sorted(states.split(" and "))) if states else known.territory if known else ()
    seen = Sighting(
        observed_at=said.world.now, received_at=said.world.now, lat=lat, lon=lon, territory=territory, **more
    )
    said.world.seen[said.who] = seen
    return seen


def _is_in(
    said: Said,
    *,
    states: str,
    where: str,
    movement: Any,
    service: str | None,
    over: str | None,
    spot: str | None,
    time: str | None,
) -> UnitPresent:
    seen = _seen(said, where, states)
    crossings = (_crossing(said, over, states, spot, at=time),) if over and spot else ()
    return UnitPresent(
        **said.head(), unit=said.who, event=1, seen=seen, crossings=crossings, service=service or "police",
        movement=movement or "road",
    )  # fmt: skip


def _crossing(said: Said, left: str, entered: str, spot: str, *, at: str | None = None, **more: Any) -> Crossing:
    when = said.world.at(at) if at else said.world.now
    lat, lon = said.world.place(spot, entered)
    number = int(when.timestamp())  # of a fix: told again, as to a pursuit that the unit joins, it is the same one
    given: dict[str, Any] = {"status": "confirmed", "confirmed_at": when}
    return Crossing(
        id=f"{said.who}|boot|{number}|crossing|0", unit=said.who, left=tuple(sorted(left.split(" and "))),
        entered=tuple(sorted(entered.split(" and "))), at=when, not_before=when - _SECOND, not_after=when, lat=lat,
        lon=lon, received_at=when, **given | more,
    )  # fmt: skip


def _crosses(
    said: Said, *, verb: str, left: str, entered: str, spot: str, now_in: str | None, kilometres: str | None
) -> UnitCrossed:
    odometer_m = float(kilometres) * 1000 if kilometres else None
    over = _crossing(said, left, entered, spot, odometer_m=odometer_m)
    if verb == "may cross":
        over = replace(over, status="possible", confirmed_at=None)
    said.world.crossings[said.who] = over
    seen = _seen(said, spot, now_in or entered, odometer_m=odometer_m)
    return UnitCrossed(**said.head(), unit=said.who, crossing=over, seen=seen)


def _settles(said: Said, verb: str, states: str | None = None) -> UnitCrossed:
    status: Any = "confirmed" if verb == "has crossed" else "withdrawn"
    over = replace(said.world.crossings[said.who], status=status, confirmed_at=said.world.now)
    seen = _seen(said, None, states)
    return UnitCrossed(**said.head(), unit=said.who, crossing=over, seen=seen)


def _nears(said: Said, states: str, spot: str, time: str) -> UnitApproaching:
    lat, lon = said.world.place(spot, states)
    eta = said.world.at(time)
    entered = tuple(sorted(states.split(" and ")))
    coming = Approach(
        id=f"{said.who}|boot|{said.world.identity()}|approach", unit=said.who, to=entered, entered=entered,
        announced_at=said.world.now, eta=eta, eta_from=eta - 20 * _SECOND, eta_to=eta + 20 * _SECOND, lat=lat, lon=lon,
        probability=0.9, outcome="open",
    )  # fmt: skip
    said.world.approaches[said.who] = coming
    return UnitApproaching(**said.head(), unit=said.who, approach=coming, seen=_seen(said))


def _turned_away(said: Said) -> UnitApproaching:
    over = replace(said.world.approaches[said.who], outcome="withdrawn", settled_at=said.world.now)
    return UnitApproaching(**said.head(), unit=said.who, approach=over, seen=_seen(said))


def _drives(
    said: Said, *, where: str, states: str, kilometres: str | None, speed: str | None, course: str | None
) -> UnitMoved:
    more: dict[str, Any] = {
        "odometer_m": float(kilometres) * 1000 if kilometres else None,
        "speed_mps": float(speed) / 3.6 if speed else None,
        "course_deg": float(course) if course else None,
    }
    return UnitMoved(**said.head(), unit=said.who, seen=_seen(said, where, states, **more))


def _contact(said: Said, time: str, kind: Any = "lost") -> UnitContact:
    since = said.world.at(time)
    known = said.world.seen[said.who]
    seen = replace(known, observed_at=since) if kind == "lost" else _seen(said)
    return UnitContact(**said.head(), unit=said.who, kind=kind, silent_since=since, seen=seen)


_STATES = r"[A-Z]{2}(?: and [A-Z]{2})?"
UNITS: tuple[Sentence, ...] = (
    sentence(
        rf"is in (?P<states>{_STATES}) at (?P<where>[^,]+?|[\d.]+,[\d.]+)"
        r"(?:, by (?P<movement>\w+))?(?:, of (?P<service>customs|police))?"
        r"(?:, over from (?P<over>[A-Z]{2}) at (?P<spot>.+?) at (?P<time>[\d:]+))?",
        _is_in,
    ),
    sentence(
        rf"(?P<verb>crosses|may cross) from (?P<left>{_STATES}) to (?P<entered>{_STATES}) at (?P<spot>.+?)"
        rf"(?:, and is in (?P<now_in>{_STATES}))?(?:, odometer (?P<kilometres>[\d.]+) km)?",
        _crosses,
    ),
    sentence(r"(?P<verb>has crossed)", _settles),
    sentence(rf"(?P<verb>never crossed), and is in (?P<states>{_STATES})", _settles),
    sentence(rf"nears (?P<states>{_STATES}) at (?P<spot>.+?), there at (?P<time>[\d:]+)", _nears),
    sentence(r"turned away from the border", _turned_away),
    sentence(
        rf"drives on to (?P<where>.+?) in (?P<states>{_STATES})(?:, odometer (?P<kilometres>[\d.]+) km)?"
        r"(?:, (?P<speed>\d+) km/h towards (?P<course>\d+))?",
        _drives,
    ),
    sentence(r"is silent since (?P<time>[\d:]+)", _contact),
    sentence(
        r"is heard again, after silence since (?P<time>[\d:]+)", lambda said, time: _contact(said, time, "regained")
    ),
)
"""Every sentence of a unit's whereabouts."""
