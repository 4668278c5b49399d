"""What people say in a written pursuit: crews and desks, as the table's third column has it."""

from typing import Any

from streams import orders
from streams.records import Acknowledge, Close, JoinUnit, LeaveUnit, Open, Receipt
from tests.scenarios.sentence import Said, Sentence, ordered, sentence

__all__ = ["PEOPLE"]

_KINDS = {"has": "delivered", "shows": "shown", "sounds": "sounded"}
_PLATE = "vehicle"


# ---------------------------------------------------------------- the pursuit and its units


def _starts(said: Said, room: str, purpose: str) -> Open:
    said.world.homes[said.who] = room
    return Open(**said.head(), by=said.account, units=(said.who,), room=room, purpose=purpose)


def _opens(said: Said, units: str, purpose: str) -> Open:
    names = tuple(units.split())
    said.world.homes.update(dict.fromkeys(names, said.who))
    return Open(**said.head(), by=said.account, units=names, room=said.who, purpose=purpose)


def _joins(said: Said, room: str) -> JoinUnit:
    said.world.homes[said.who] = room
    return JoinUnit(**said.head(), by=said.account, unit=said.who)


def _lets_join(said: Said, unit: str) -> JoinUnit:
    said.world.homes[unit] = said.who
    return JoinUnit(**said.head(), by=said.account, unit=unit)


def _leaves(said: Said, unit: str | None = None) -> LeaveUnit:
    return LeaveUnit(**said.head(), by=said.account, unit=unit or said.who)


def _closes(said: Said, reason: str) -> Close:
    return Close(**said.head(), by=said.account, reason=reason)


# ---------------------------------------------------------------- alerts


def _revision(said: Said, revision: str | None) -> int:
    alert = said.case.pursuit.alerts.get(said.who)
    return int(revision or (alert.revision if alert else 1))


def _acknowledges(said: Said, revision: str | None = None) -> Acknowledge:
    alert = f"{said.case.name}|{said.who}"
    return Acknowledge(**said.head(), by=said.account, alert=alert, revision=_revision(said, revision))


def _console(said: Said, verb: str, revision: str | None = None) -> Receipt:
    kind: Any = _KINDS[verb]
    alert = f"{said.case.name}|{said.who}"
    return Receipt(
        **said.head(), by=said.account, alert=alert, revision=_revision(said, revision), kind=kind, console="console-1"
    )


def _warns(_said: Said, room: str, place: str | None, direction: str | None, text: str) -> orders.Order:
    return orders.WarnRoom(to=room, text=text, place=place or "", direction=direction or "")


def _telephoned(said: Said, room: str, time: str, answered_by: str) -> orders.Order:
    return orders.Telephoned(room=room, at=said.world.at(time), answered_by=answered_by, caller=said.account.name)


def _shelves(said: Said, minutes: str, reason: str) -> orders.Order:
    return orders.Shelve(revision=_revision(said, None), minutes=float(minutes), reason=reason)


# ---------------------------------------------------------------- what is known


def _fact(_said: Said, verb: str, fact: str, kind: Any, what: str, source: Any = None) -> orders.Order:
    given: dict[str, Any] = {"text": what}
    if kind in {"danger", "trigger"}:
        given = {"code": what}
    elif kind == "occupants":
        given = {"number": int(what)}
    elif kind == _PLATE:
        plate, _, state = what.partition(" of ")
        given = {"plate": plate, "plate_state": state} if state else {"text": what}
    return orders.AddFact(fact=fact, kind=kind, source=source or "desk", assessment=verb == "supposes", **given)


def _target(said: Said, where: str, metres: str, source: Any) -> orders.Order:
    lat, lon = said.world.place(where, "")
    return orders.SeeTarget(lat=lat, lon=lon, uncertainty_m=float(metres), observed_at=said.world.now, source=source)


def _check(said: Said, item: str, time: str | None, text: str) -> orders.Order:
    return orders.CheckItem(item=item, text=text, at=said.world.at(time) if time else None)


# ---------------------------------------------------------------- assistance


def _accepts(said: Said, request: str, unit: str | None, time: str | None, conditions: str | None) -> orders.Order:
    at = said.world.at(time) if time else None
    answer = orders.Accept(unit=unit, at=at, conditions=conditions or "")
    return orders.AnswerRequest(request=request, answer=answer)


_ACCEPTS = r"accepts (?P<request>\S+?)(?: with (?P<unit>\S+?)(?: at (?P<time>[\d:]+))?)?(?: if (?P<conditions>.+))?"
_WARNS = r"warns (?P<room>\S+)(?: of (?P<place>.+?) towards (?P<direction>.+?))?: (?P<text>.+)"

PEOPLE: tuple[Sentence, ...] = (
    sentence(r"starts for (?P<room>\S+): (?P<purpose>.+)", _starts),
    sentence(r"opens for (?P<units>[^:]+): (?P<purpose>.+)", _opens),
    sentence(r"joins for (?P<room>\S+)", _joins),
    sentence(r"lets (?P<unit>\S+) join", _lets_join),
    sentence(r"leaves", _leaves),
    sentence(r"lets (?P<unit>\S+) leave", _leaves),
    sentence(r"closes: (?P<reason>.+)", _closes),
    sentence(r"acknowledges(?: revision (?P<revision>\d+))?", _acknowledges),
    sentence(r"its console (?P<verb>has|shows|sounds) it(?: \(revision (?P<revision>\d+)\))?", _console),
    ordered(r"(?P<verb>says|supposes) (?P<fact>\w+): (?P<kind>\w+) (?P<what>.+?)(?: by (?P<source>\w+))?", _fact),
    ordered(
        r"takes (?P<fact>\w+) back: (?P<reason>.+)",
        lambda _, fact, reason: orders.WithdrawFact(fact=fact, reason=reason),
    ),
    ordered(r"sees the target at (?P<where>.+?) within (?P<metres>\d+) m by (?P<source>\w+)", _target),
    ordered(r"has lost sight", lambda said: orders.Sight(unit=said.who, lost=True)),
    ordered(r"sees it again", lambda said: orders.Sight(unit=said.who, lost=False)),
    ordered(r"turns for home", lambda said: orders.Returning(unit=said.who)),
    ordered(
        r"asks (?P<to>\S+) to (?P<kind>\w+) \((?P<request>\w+)\)(?:: (?P<text>.+))?",
        lambda _, to, kind, request, text: orders.Request(request=request, kind=kind, to=to, text=text or ""),
    ),
    ordered(_ACCEPTS, _accepts),
    ordered(
        r"refuses (?P<request>\S+): (?P<reason>.+)",
        lambda _, request, reason: orders.AnswerRequest(request=request, answer=orders.Refuse(reason=reason)),
    ),
    ordered(r"needs (?P<request>\S+) no more", lambda _, request: orders.WithdrawRequest(request=request)),
    ordered(
        r"offers the lead to (?P<to>\S+) \((?P<request>\w+)\)",
        lambda _, to, request: orders.HandOver(request=request, to=to),
    ),
    ordered(r"takes the lead", lambda _: orders.TakeLead()),
    ordered(
        r"stops everybody \((?P<stop>\w+)\): (?P<reason>.+)",
        lambda _, stop, reason: orders.GiveStop(stop=stop, reason=reason),
    ),
    ordered(r"has received (?P<stop>\w+)", lambda _, stop: orders.ReceiveStop(stop=stop)),
    ordered(r"lifts (?P<stop>\w+): (?P<reason>.+)", lambda _, stop, reason: orders.LiftStop(stop=stop, reason=reason)),
    ordered(r"puts it aside for (?P<minutes>[\d.]+) min: (?P<reason>.+)", _shelves),
    ordered(r"takes it up again", lambda _: orders.Unshelve()),
    ordered(r"offers its alert to (?P<to>.+)", lambda _, to: orders.HandOverAlert(to=to)),
    ordered(r"takes the alert over", lambda _: orders.TakeAlert()),
    ordered(_WARNS, _warns),
    ordered(r"telephoned (?P<room>\S+) at (?P<time>[\d:]+), (?P<answered_by>.+) answered", _telephoned),
    ordered(
        r"takes (?P<unit>\S+/\S+) out: (?P<reason>.+)",
        lambda _, unit, reason: orders.WithdrawUnit(unit=unit, reason=reason),
    ),
    ordered(r"opened it in error: (?P<reason>.+)", lambda _, reason: orders.OpenedInError(reason=reason)),
    ordered(r"merges it into (?P<into>\S+)", lambda _, into: orders.Merge(into=into)),
    ordered(
        r"splits off (?P<units>.+) as (?P<new_case>\S+)",
        lambda _, units, new_case: orders.Split(new_case=new_case, units=tuple(units.split())),
    ),
    ordered(r"says it goes on", lambda _: orders.StillRunning()),
    ordered(r"notes (?P<item>\w+)(?: \((?P<time>[\d:+]+)\))?: (?P<text>.+)", _check),
)
"""Every sentence of a crew or a desk; the first that fits is meant."""
