"""What people of a pursuit could sensibly order next, and who: drawn from how the pursuit stands."""

from collections.abc import Collection, Iterator

from streams import orders
from streams.ids import owner_of
from streams.orders import Order
from streams.pursuit.refusal import concerned_rooms
from streams.pursuit.state import Pursuit
from streams.records import Account
from tests.streams.pursuit.scene import CASE, DUTCH, HOME, NORTH, OTHER, ROAD, SOUTH, WEST, at, crew, desk

__all__ = ["Choice", "at_the_end", "of_alerts", "of_facts", "of_rooms", "of_stops"]

Choice = tuple[Order, Account]
"""An order and who gives it."""
_ROOMS = (HOME, OTHER, SOUTH, NORTH, ROAD, WEST)


def _crews(pursuit: Pursuit) -> list[tuple[str, Account]]:
    return [
        (name, crew(name, SOUTH if name == DUTCH else HOME))
        for name, view in sorted(pursuit.units.items())
        if view.active
    ]


def _fresh(known: Collection[str], name: str) -> str:
    return f"{name}{len(known) + 1}"


# ---------------------------------------------------------------- facts


def of_facts(pursuit: Pursuit) -> Iterator[Choice]:
    """What crews and desks say of the pursued, and take back."""
    crews, lead = _crews(pursuit), desk(pursuit.leading_room)
    said = [by for _, by in crews] + [lead]
    fact = _fresh(pursuit.facts, "f")
    for by in said:
        yield orders.AddFact(fact=fact, kind="danger", code="armed", source="crew"), by
        yield orders.AddFact(fact=fact, kind="vehicle", plate="1-ABC-123", plate_state="BE", source="anpr"), by
        yield orders.AddFact(fact=fact, kind="suspect", text="about forty", source="witness", assessment=True), by
        yield (
            orders.SeeTarget(lat=50.2, lon=6.1, uncertainty_m=50.0, observed_at=at(30), source="anpr"),
            by,
        )
    for name, one in sorted(pursuit.facts.items()):
        if not one.withdrawn:
            yield orders.WithdrawFact(fact=name, reason="another car"), lead
    for name, by in crews:
        yield orders.Sight(unit=name, lost=pursuit.units[name].lost_sight_at is None), by
        if pursuit.units[name].seen and owner_of(name) not in pursuit.units[name].territory:
            yield orders.Returning(unit=name), by


# ---------------------------------------------------------------- rooms


def of_rooms(pursuit: Pursuit) -> Iterator[Choice]:
    """What rooms ask of each other, answer, and how the lead passes."""
    lead, request = desk(pursuit.leading_room), _fresh(pursuit.requests, "r")
    for room in sorted({*_ROOMS} - {pursuit.leading_room}):
        yield orders.Request(request=request, kind="take_over", to=room), lead
        yield orders.Request(request=request, kind="block_road", to=room), lead
        yield orders.HandOver(request=request, to=room), lead
        yield orders.WarnRoom(to=room, text="towards you", lat=50.2, lon=6.1), lead
        yield orders.Telephoned(room=room, answered_by="Jansen", caller="Maes", at=at(20)), lead
        yield orders.WithdrawCall(room=room, called_at=at(20), reason="another room"), lead
        yield orders.WithdrawWarning(room=room, reason="another room"), lead
        yield orders.TakeLead(), desk(room)
    for name, one in sorted(pursuit.requests.items()):
        if one.state == "open":
            yield orders.AnswerRequest(request=name, answer=orders.Accept(conditions="two cars")), desk(one.to)
            yield orders.AnswerRequest(request=name, answer=orders.Refuse(reason="nobody free")), desk(one.to)
            yield orders.WithdrawRequest(request=name), desk(one.room)


# ---------------------------------------------------------------- stop orders


def of_stops(pursuit: Pursuit) -> Iterator[Choice]:
    """Given by who has a part in it, receipted by crews, undone by who holds it, or tried by who does not."""
    stop = _fresh(pursuit.stops, "s")
    for room in sorted(concerned_rooms(pursuit)):
        yield orders.GiveStop(stop=stop, reason="school is out"), desk(room)
    for name, one in sorted(pursuit.stops.items()):
        if one.lifted is None:
            for unit, by in _crews(pursuit):
                if one.units.get(unit, at(0)) is None:
                    yield orders.ReceiveStop(stop=name), by
            for room in sorted({*one.holders, *concerned_rooms(pursuit)}):
                yield orders.LiftStop(stop=name, reason="clear"), desk(room)


# ---------------------------------------------------------------- alerts


def of_alerts(pursuit: Pursuit) -> Iterator[Choice]:
    """How desks care for their alerts."""
    for room, alert in sorted(pursuit.alerts.items()):
        owner = alert.acknowledged.by.name if alert.acknowledged else "Jansen"
        yield orders.Shelve(revision=alert.revision, minutes=5.0, reason="another one first"), desk(room)
        if alert.shelved:
            yield orders.Unshelve(), desk(room)
        if alert.acknowledged:
            yield orders.HandOverAlert(to="Bakker" if owner != "Bakker" else "Jansen"), desk(room, owner)
        if alert.offered:
            yield orders.TakeAlert(), desk(room, alert.offered.to)


# ---------------------------------------------------------------- the end


def at_the_end(pursuit: Pursuit) -> Iterator[Choice]:
    """Mistakes, other pursuits, whether it goes on, and what is to be done once it is over."""
    lead = desk(pursuit.leading_room)
    yield orders.StillRunning(), lead
    yield orders.Merge(into="BE/2026-2"), lead
    units = [name for name, _ in _crews(pursuit)]
    for name in units:
        yield orders.WithdrawUnit(unit=name, reason="another patrol"), lead
    if len(units) > 1:
        yield orders.Split(new_case=f"{owner_of(CASE)}/2026-3", units=(units[0],)), lead
    for name, entry in sorted(pursuit.checklist.items()):
        if entry.done_at is None:
            yield orders.CheckItem(item=name, text="nobody" if name == "person_held" else "none"), lead
            yield orders.CheckItem(item=name, text="one", at=at(40)), lead
