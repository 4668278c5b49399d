"""Whether anyone is there, and to whom that may be told."""

from datetime import datetime, timedelta

from consumers.gateway.outbox import Outbox
from consumers.gateway.staffing import Staffing
from streams.console import DeskInfo, DesksMessage, GatewayMessage, RoomDesks
from streams.records import decode
from tests.consumers.records import LEAD, NOON, desk, pursuit

NL, NL2, LU = "NL/ROOM", "NL/ROOM-2", "LU/ROOM"
SECOND = timedelta(seconds=1)


def told(outbox: Outbox, staffing: Staffing, now: datetime = NOON) -> dict[str, RoomDesks] | None:
    """What this console is told by room; None where it is told nothing new."""
    staffing.tell(now)
    message = outbox._take()
    if message is None:
        return None
    desks: DesksMessage = decode(message, GatewayMessage)
    return {room.room: room for room in desks.rooms}


def console(staffing: Staffing, *rooms: str) -> Outbox:
    outbox = Outbox()
    for room in rooms:
        staffing.show(outbox, room)
    return outbox


def test_a_console_is_told_at_once_who_is_in_its_own_rooms() -> None:
    staffing = Staffing()
    staffing.heard(desk(NL, sound_armed=False), NOON)
    named = DeskInfo(name="anna", desk="desk 3", page_visible=True, sound_armed=False, since=NOON)
    assert told(console(staffing, NL, NL2), staffing) == {
        NL: RoomDesks(room=NL, signed_in=1, page_visible=1, sound_armed=0, own=True, desks=(named,)),
        NL2: RoomDesks(room=NL2, signed_in=0, page_visible=0, sound_armed=0, own=True),
    }


def test_of_other_rooms_in_its_pursuit_it_is_told_how_many_and_never_who() -> None:
    staffing = Staffing()
    staffing.neighbours.told(pursuit(NL, NL, LU))
    staffing.heard(desk(LU, console="l1"), NOON)
    staffing.heard(desk(LU, console="l2", page_visible=False, sound_armed=False), NOON)
    rooms = told(console(staffing, NL), staffing)
    assert rooms is not None
    assert rooms.keys() == {NL, LU, LEAD}
    assert rooms[LU] == RoomDesks(room=LU, signed_in=2, page_visible=1, sound_armed=1)
    assert rooms[LEAD] == RoomDesks(room=LEAD, signed_in=0, page_visible=0, sound_armed=0)


def test_of_rooms_outside_its_pursuits_it_is_told_nothing() -> None:
    staffing = Staffing()
    staffing.heard(desk(LU), NOON)
    rooms = told(console(staffing, NL), staffing)
    assert rooms is not None
    assert rooms.keys() == {NL}


def test_it_is_told_when_a_room_becomes_a_neighbour_and_when_it_no_longer_is() -> None:
    staffing = Staffing()
    here = console(staffing, NL)
    told(here, staffing)
    staffing.neighbours.told(pursuit(NL, LU))
    rooms = told(here, staffing)
    assert rooms is not None
    assert LU in rooms
    staffing.neighbours.told(pursuit(NL, LU, event=2, phase="closed"))
    rooms = told(here, staffing)
    assert rooms is not None
    assert LU not in rooms


def test_it_is_told_when_the_last_desk_of_a_neighbour_is_left() -> None:
    staffing = Staffing()
    staffing.neighbours.told(pursuit(NL, LU))
    staffing.heard(desk(LU), NOON)
    here = console(staffing, NL)
    told(here, staffing)
    staffing.heard(desk(LU, left=True), NOON + SECOND)
    rooms = told(here, staffing, NOON + SECOND)
    assert rooms is not None
    assert rooms[LU].signed_in == 0


def test_nothing_new_is_not_told_again() -> None:
    staffing = Staffing()
    here, elsewhere = console(staffing, NL), console(staffing, LU)
    staffing.heard(desk(NL), NOON)
    told(here, staffing)
    told(elsewhere, staffing)
    staffing.heard(desk(NL, at=NOON + SECOND), NOON + SECOND)
    assert told(here, staffing, NOON + SECOND) is None
    staffing.heard(desk(NL, page_visible=False), NOON + 2 * SECOND)
    assert told(here, staffing, NOON + 2 * SECOND) is not None
    assert told(elsewhere, staffing, NOON + 2 * SECOND) is None


def test_a_console_that_left_is_told_nothing() -> None:
    staffing = Staffing()
    here = console(staffing, NL)
    staffing.leave(here)
    assert told(here, staffing) is None


def test_a_desk_of_a_killed_gateway_is_gone_after_its_span_by_the_brokers_clock() -> None:
    staffing = Staffing(gone_after=timedelta(seconds=45))
    staffing.heard(desk(NL), NOON)
    here = console(staffing, NL)
    told(here, staffing)
    assert told(here, staffing, NOON + timedelta(seconds=45)) is None
    rooms = told(here, staffing, NOON + timedelta(seconds=46))
    assert rooms is not None
    assert rooms[NL].signed_in == 0


def test_a_gateway_whose_clock_is_wrong_learns_it_from_what_it_said_itself() -> None:
    staffing = Staffing()
    ours = desk(NL, at=NOON + timedelta(hours=1))  # an hour fast
    staffing.own.sit(1, [ours])
    staffing.heard(ours, NOON)
    staffing.heard(desk(LU), NOON)
    here = console(staffing, LU)
    rooms = told(here, staffing, NOON + timedelta(hours=1, seconds=44))
    assert rooms is not None
    assert rooms[LU].signed_in == 1
    rooms = told(here, staffing, NOON + timedelta(hours=1, seconds=46))
    assert rooms is not None
    assert rooms[LU].signed_in == 0


def test_of_a_crowd_the_first_fifty_are_named_and_all_are_counted() -> None:
    staffing = Staffing()
    for number in range(60):
        staffing.heard(desk(NL, console=f"c{number:02}"), NOON)
    rooms = told(console(staffing, NL), staffing)
    assert rooms is not None
    assert (rooms[NL].signed_in, len(rooms[NL].desks)) == (60, 50)
