"""What a room reads in its view of a pursuit, fact by fact, so that only what is new needs to be noted down."""

from collections.abc import Iterator

from streams.records import (
    AlertedRoom,
    Assistance,
    CheckEntry,
    Fact,
    Notice,
    PursuitRecord,
    StopOrder,
    UnitView,
)

__all__ = ["facts_of"]


def facts_of(view: PursuitRecord) -> dict[str, str]:
    """The facts of a view by name; a name that is gone is no longer so."""
    return dict((*_leading(view), *_where(view), *_known(view), *_to_do(view)))


def _leading(view: PursuitRecord) -> Iterator[tuple[str, str]]:
    ends = {"closed": "closed", "error": "OPENED IN ERROR", "merged": f"goes on as {view.goes_on_as}"}
    if view.phase in ends:
        yield "phase", ends[view.phase]
    yield "lead", f"{view.leading_room} leads"
    if view.home_room != view.leading_room:
        yield "home", f"{view.home_room} answers at home"


def _where(view: PursuitRecord) -> Iterator[tuple[str, str]]:
    for unit in view.units:
        yield from _unit(unit)
    for room in view.alerted:
        yield from _room(room)


def _known(view: PursuitRecord) -> Iterator[tuple[str, str]]:
    for fact in view.facts:
        yield f"fact {fact.id}", _fact(fact)
    if view.target:
        seen = view.target
        yield "target", f"target seen at {seen.lat:g},{seen.lon:g} within {seen.uncertainty_m:g} m ({seen.source})"


def _to_do(view: PursuitRecord) -> Iterator[tuple[str, str]]:
    for request in view.requests:
        yield f"request {request.id}", _request(request)
    for stop in view.stops:
        yield f"stop {stop.id}", _stop(stop)
    for notice in view.notices:
        yield from _notice(notice)
    yield from _checklist(view.checklist)
    if view.asked_at:
        yield "asked", f"asked at {view.asked_at:%H:%M:%S}: still running?"


def _unit(unit: UnitView) -> Iterator[tuple[str, str]]:
    marks = [
        "JOINED IN ERROR" if unit.in_error else "" if unit.active else "out of the pursuit",
        f"in {' and '.join(unit.territory)}" if unit.seen and unit.active else "",
        f"by {unit.movement}" if unit.movement != "road" else "",
        f"silent since {unit.silent_since:%H:%M:%S}" if unit.silent_since else "",
        "its crew lost sight" if unit.lost_sight_at else "",
        "on its way home" if unit.returning and unit.active else "",
    ]
    said = ", ".join(mark for mark in marks if mark)
    if said:
        yield f"unit {unit.unit}", f"{unit.unit} {said}"
    for stay in unit.stays:
        if stay.limits:
            run = f"{(stay.travelled_m or 0) / 1000:.1f} km, {(stay.crow_m or 0) / 1000:.1f} as the crow flies"
            reached = "" if stay.reached == "no" else f", limit {stay.reached} by {stay.by}"
            yield f"stay {unit.unit} {stay.state}", f"{unit.unit} has come {run} into {stay.state}{reached}"


def _room(room: AlertedRoom) -> Iterator[tuple[str, str]]:
    if room.call:
        yield f"call {room.room}", f"CALL {room.room}{f' on {room.telephone}' if room.telephone else ''}"


def _fact(fact: Fact) -> str:
    said = " ".join(
        part for part in (fact.code, fact.plate or "", fact.plate_state or "", _number(fact.number), fact.text) if part
    )
    kind = f"assessment of {fact.kind}" if fact.assessment else fact.kind
    wrong = f", WITHDRAWN because: {fact.withdrawn.reason}" if fact.withdrawn else ""
    return f"{fact.id}: {kind} {said} ({fact.source}){wrong}"


def _number(number: int | None) -> str:
    return "" if number is None else str(number)


def _request(request: Assistance) -> str:
    marks = [
        request.state,
        f"with {request.unit}" if request.unit else "",
        f"if {request.conditions}" if request.conditions else "",
        f"because: {request.reason}" if request.reason else "",
    ]
    return f"{request.id}: {request.room} asks {request.to} to {request.kind}: {' '.join(m for m in marks if m)}"


def _stop(stop: StopOrder) -> str:
    """Who has it, who has not, and who may undo it."""
    units = [f"{unit} {f'{at:%H:%M:%S}' if at else 'NOT YET'}" for unit, at in sorted(stop.units.items())]
    late = ", receipt overdue" if stop.unanswered and None in stop.units.values() else ""
    lifted = f", LIFTED by {stop.lifted.by.room}" if stop.lifted else ""
    return f"stop {stop.id} (held by {', '.join(stop.holders)}): {', '.join(units)}{late}{lifted}"


def _notice(notice: Notice) -> Iterator[tuple[str, str]]:
    if notice.telephone:
        call = notice.telephone
        yield f"call of {notice.room}", f"{notice.room} was called at {call.at:%H:%M:%S}, {call.answered_by} answered"
    if notice.verdict != "not_yet":
        is_sure = notice.verdict != "cannot_be_told" and notice.margin_s is not None
        margin = f" by {abs(notice.margin_s or 0):.0f} s" if is_sure else ""
        reasons = ", ".join(notice.reasons)
        yield f"notice {notice.room}", f"notice of {notice.room}: {notice.verdict}{margin} ({reasons})"


def _checklist(entries: tuple[CheckEntry, ...]) -> Iterator[tuple[str, str]]:
    if not entries:
        return
    names = [
        entry.item + (f" by {entry.due_at:%H:%M:%S}" if entry.due_at else "")
        for entry in entries if entry.done_at is None
    ]  # fmt: skip
    yield "to do", f"to do: {', '.join(names) or 'nothing'}"
    for entry in entries:
        if entry.done_at:
            yield f"done {entry.item}", f"done: {entry.item}: {entry.text}"
