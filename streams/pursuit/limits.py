"""How far and how long each unit may pursue in a state that is not its own: begun at its crossing, told ahead, alarmed.

Every unit is under its own card: by its own state, service and the day of its crossing, never by where the chase began.
A limit of which it is not known how it is measured is taken as the one that is reached first; where it is not known
when a unit came in, its limits run from when it was first seen there at the latest.
"""

from datetime import date, datetime, timedelta
from typing import Literal

from msgspec.structs import replace

from borders.card import Limit, limits
from streams.ids import owner_of
from streams.pursuit import events as ev
from streams.pursuit.alarms import alarms
from streams.pursuit.deadlines import LIMIT
from streams.pursuit.refusal import rooms_of
from streams.pursuit.rules import Rules, card_id, service_of_card, treaty_service
from streams.pursuit.state import Pursuit
from streams.records import Crossing, Stay, UnitView

__all__ = ["limit_due", "limits_reached", "stays_begun"]

_RANK = {"no": 0, "warned": 1, "exceeded": 2}
_BY_THE_WAY = {"along_track", "crow_flies_from_named_point"}


def stays_begun(state: Pursuit, unit: str, at: datetime, rules: Rules) -> tuple[ev.Event, ...]:
    """The stays of a unit in states that are not its own, where one is not told yet, or its crossing is told anew."""
    view = state.units.get(unit)
    if view is None or not view.active:
        return ()
    known = {stay.state: stay for stay in view.stays}
    foreign = (one for one in view.territory if one != owner_of(unit))
    found = (_stay(view, one, known.get(one), at, rules) for one in foreign)
    events: list[ev.Event] = []
    for stay in found:
        is_told = stay == known.get(stay.state) and stay.card in state.cards
        events += [] if is_told else [ev.StayBegan(unit=unit, stay=stay)]
        if not is_told or _kind(unit, stay) not in state.dues:
            events += _deadline(state, unit, stay, at, rules)
    return tuple(events)


def _stay(view: UnitView, state: str, known: Stay | None, at: datetime, rules: Rules) -> Stay:
    crossing, known = _way_in(view, state), _by_service(known, view, rules) if known else None
    if known and crossing is None:
        return known if known.since else _first_seen(known, view)
    if known and crossing and known.crossing == crossing.id:
        return _anew(known, crossing)
    name = card_id(owner_of(view.unit), state, view.service, (crossing.at if crossing else at).date())
    card = rules.card(name)
    stay = Stay(state=state, card=name, known=card.known, limits=limits(card))
    return _first_seen(stay, view) if crossing is None else _anew(_going_on(stay, known, crossing), crossing)


def _by_service(known: Stay, view: UnitView, rules: Rules) -> Stay:
    """Under the card of its service as it is known now: a customs car taken for police was under another treaty."""
    if service_of_card(known.card) == treaty_service(view.service):
        return known
    on = date.fromisoformat(known.card.rpartition("/")[2])
    name = card_id(owner_of(view.unit), known.state, view.service, on)
    card = rules.card(name)
    return replace(known, card=name, known=card.known, limits=limits(card))


def _first_seen(stay: Stay, view: UnitView) -> Stay:
    """It is there for so long and has come so far at least."""
    seen = view.seen
    if seen is None:
        return stay
    return replace(stay, since=seen.observed_at, lat=seen.lat, lon=seen.lon, odometer_m=seen.odometer_m)


def _going_on(stay: Stay, known: Stay | None, crossing: Crossing) -> Stay:
    """What was told of a stay before it was known when it began is not told again."""
    if known is None or known.crossing is not None or known.since is None or known.since < crossing.at:
        return stay
    return replace(stay, reached=known.reached, by=known.by, travelled_m=known.travelled_m)


def _way_in(view: UnitView, state: str) -> Crossing | None:
    last = view.last_crossing
    is_way_in = last is not None and state in last.entered and last.status != "withdrawn" and not last.late
    return last if is_way_in else None


def _anew(stay: Stay, crossing: Crossing) -> Stay:
    return replace(
        stay,
        crossing=crossing.id,
        since=crossing.at,
        lat=crossing.lat,
        lon=crossing.lon,
        odometer_m=crossing.odometer_m,
    )


# ---------------------------------------------------------------- how far they have run


def limits_reached(state: Pursuit, unit: str, at: datetime, rules: Rules) -> tuple[ev.Event, ...]:
    """That a limit is near, to those who answer for the unit; that it is exceeded, to both sides."""
    view = state.units.get(unit)
    if view is None or not view.active:
        return ()
    return tuple(event for stay in view.stays for event in _reached(state, view, stay, at, rules))


def _reached(state: Pursuit, view: UnitView, stay: Stay, at: datetime, rules: Rules) -> tuple[ev.Event, ...]:
    share, by = max((_share(limit, stay, at) for limit in stay.limits), default=(0.0, "distance"))
    now: Literal["no", "warned", "exceeded"] = (
        "exceeded" if share >= 1 else "warned" if share >= rules.settings.warned_at else "no"
    )
    if _RANK[now] <= _RANK[stay.reached] or now == "no":
        return ()
    reached = ev.LimitReached(unit=view.unit, state=stay.state, reached=now, by=by, at=at)
    params = {"unit": view.unit, "state": stay.state, "by": by}
    own = {state.leading_room, state.home_room, *rooms_of(state, {owner_of(view.unit)})}
    if now == "warned":
        return (reached, *alarms(own, "limit_warned", params, at, priority=2))
    return (reached, *alarms(own | _hosts(state, stay.state), "limit_exceeded", params, at, priority=1))


def _hosts(state: Pursuit, host: str) -> set[str]:
    """The rooms that were told to act in the state that the unit is in: its own, or a joint centre in their place."""
    acting = {room: alert for room, alert in state.alerts.items() if alert.kind != "copy"}
    return {
        room for room, alert in acting.items()
        if owner_of(room) == host or (alert.kind == "border" and host in alert.territory_to)
    }  # fmt: skip


def _share(limit: Limit, stay: Stay, at: datetime) -> tuple[float, Literal["distance", "time"]]:
    """How much of a limit is used up, and by what; with both, of `and` the lesser counts, else the greater."""
    shares: list[tuple[float, Literal["distance", "time"]]] = []
    if limit.distance_m:
        shares.append((_come_m(limit, stay) / limit.distance_m, "distance"))
    if limit.time_s:
        elapsed_s = (at - stay.since).total_seconds() if stay.since else 0.0
        shares.append((elapsed_s / limit.time_s, "time"))
    choose = min if limit.combine == "and" else max
    return choose(shares) if shares else (0.0, "distance")


def _come_m(limit: Limit, stay: Stay) -> float:
    """How far the unit has come, as the rule measures it.

    From the border it is no farther than from the crossing: that is what is measured. Where a named point is, nobody
    here knows: what was driven counts. A zone is not measured here.
    """
    if limit.measured == "zone":
        return 0.0
    along, crow = stay.travelled_m or 0.0, stay.crow_m or 0.0
    return max(along, crow) if limit.measured in _BY_THE_WAY else crow


def _kind(unit: str, stay: Stay) -> str:
    return f"{LIMIT}{unit}|{stay.state}"


def _deadline(state: Pursuit, unit: str, stay: Stay, at: datetime, rules: Rules) -> tuple[ev.DueSet, ...]:
    """The next one of its limits in time; none where there is none and none was set."""
    kind, coming = _kind(unit, stay), _coming(stay, at, rules)
    return (ev.DueSet(kind=kind, deadline=coming),) if coming or kind in state.dues else ()


def _coming(stay: Stay, at: datetime, rules: Rules) -> datetime | None:
    """The next instant at which one of the stay's limits in time is near, or over."""
    if stay.since is None:
        return None
    spans_s = [limit.time_s for limit in stay.limits if limit.time_s]
    if not spans_s:
        return None
    instants = (
        stay.since + timedelta(seconds=s) for span_s in spans_s for s in (span_s * rules.settings.warned_at, span_s)
    )
    return min((instant for instant in instants if instant > at), default=None)


def limit_due(state: Pursuit, kind: str, at: datetime, rules: Rules) -> tuple[ev.Event, ...]:
    """Time has run: told ahead, and again when it is over."""
    unit, _, host = kind.removeprefix(LIMIT).partition("|")
    view, over = state.units.get(unit), ev.DueSet(kind=kind, deadline=None)
    stay = next((one for one in view.stays if one.state == host), None) if view and view.active else None
    if stay is None or stay.since is None or state.phase != "open":
        return (over,)
    return (*limits_reached(state, unit, at, rules), *_deadline(state, unit, stay, at, rules))
