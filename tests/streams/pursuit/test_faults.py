"""A fault rings every room concerned, and is neither lowered nor hidden before somebody acknowledged it."""

from msgspec.structs import replace

from streams.pursuit.faults import alerts_on_fault
from tests.streams.pursuit.scene import (
    HOME,
    NORTH,
    ROAD,
    SOUTH,
    Chase,
    alert_lines,
    alert_of,
    approach,
    at,
    crossing,
    ended,
    in_nl,
    opened_at_home,
    possible,
    settled,
)  # fmt: skip

_TOLD = (1, "broken")


def _opened() -> Chase:
    chase = Chase()
    chase.open()
    chase.present(1, "BE")
    return chase


def _fault_of(chase: Chase, room: str) -> tuple[int, str]:
    return alert_of(chase, room).priority, alert_of(chase, room).fault


def test_a_fault_outlives_the_crossing_that_never_was() -> None:
    chase, told = _opened(), possible("BE", "NL", 60)
    chase.told(60, told, "NL")
    chase.fault(65)
    chase.told(70, settled(told, "withdrawn"), "BE")
    for room in (HOME, SOUTH):
        assert (alert_of(chase, room).phase, _fault_of(chase, room)) == ("withdrawn", _TOLD)
        assert alert_of(chase, room).rang_revision == 2


def test_a_fault_outlives_the_way_out() -> None:
    chase = _opened()
    chase.crossed(60, "BE", "NL")
    chase.fault(65)
    chase.crossed(90, "NL", "BE")
    assert (alert_of(chase, SOUTH).phase, _fault_of(chase, SOUTH)) == ("left", _TOLD)
    assert (alert_of(chase, HOME).phase, _fault_of(chase, HOME)) == ("cleared", _TOLD)


def test_a_fault_is_told_again_when_a_late_visit_rings() -> None:
    chase, foreseen = _opened(), approach("NL", 10)
    chase.approaching(10, foreseen)
    chase.approaching(20, ended(foreseen, "withdrawn", 20))
    chase.fault(22)
    chase.told(25, replace(crossing("BE", "NL", 15), late=True), "BE")
    chase.told(26, replace(crossing("NL", "BE", 17), late=True), "BE")
    assert (alert_of(chase, SOUTH).phase, _fault_of(chase, SOUTH)) == ("left", _TOLD)


def test_a_fault_is_told_again_when_the_way_out_never_was() -> None:
    chase, out = _opened(), possible("NL", "BE", 90)
    chase.crossed(60, "BE", "NL")
    chase.told(90, out, "BE")
    chase.fault(92)
    chase.told(95, settled(out, "withdrawn"), "NL")
    assert (alert_of(chase, HOME).phase, _fault_of(chase, HOME)) == ("departed", _TOLD)
    assert (alert_of(chase, SOUTH).phase, _fault_of(chase, SOUTH)) == ("entered", _TOLD)


def test_a_fault_of_before_is_told_again_when_the_way_home_never_was() -> None:
    chase, out = _opened(), possible("NL", "BE", 90)
    chase.crossed(60, "BE", "NL")
    chase.fault(80)
    chase.told(90, out, "BE")
    chase.told(95, settled(out, "withdrawn"), "NL")
    assert (alert_of(chase, HOME).phase, _fault_of(chase, HOME)) == ("departed", _TOLD)


def test_a_fault_that_a_person_acknowledged_is_over_with_the_next_ring() -> None:
    chase = _opened()
    chase.crossed(60, "BE", "NL")
    chase.fault(65)
    chase.acknowledge(70, SOUTH, alert_of(chase, SOUTH).revision)
    chase.crossed(90, "NL", "BE")
    assert (alert_of(chase, SOUTH).phase, alert_of(chase, SOUTH).priority) == ("left", 3)
    chase.crossed(420, "BE", "NL")
    assert _fault_of(chase, SOUTH) == (1, "")


def test_a_fault_that_was_cleared_is_not_told_with_the_next_trip_abroad() -> None:
    chase = _opened()
    chase.crossed(60, "BE", "NL")
    chase.fault(65)
    chase.crossed(90, "NL", "BE")
    chase.crossed(120, "BE", "NL", place=(50.8, 6.0))
    assert (alert_of(chase, HOME).phase, _fault_of(chase, HOME)) == ("departed", (3, ""))
    assert _fault_of(chase, NORTH) == (1, "")


# ---------------------------------------------------------------- who is told


def test_a_fault_rings_every_room_concerned_at_priority_one_and_keeps_the_phase() -> None:
    chase = in_nl()
    chase.acknowledge(35, SOUTH, 1)
    chase.fault(40)
    assert alert_lines(chase.decisions[-1]) == [
        f"{HOME} 2 departed P1, rings, fault broken",
        f"{ROAD} 2 entered P1, rings, fault broken",
        f"{SOUTH} 3 entered P1, rings, fault broken",
    ]


def test_a_fault_before_any_crossing_rings_the_leading_room_alone() -> None:
    chase = opened_at_home()
    chase.fault(10)
    assert alert_lines(chase.decisions[-1]) == [f"{HOME} 1 fault P1, rings, fault broken"]


def test_units_that_go_abroad_after_a_fault_ring_the_leading_room_again() -> None:
    chase = opened_at_home()
    chase.fault(10)
    chase.crossed(30, "BE", "NL")
    assert alert_lines(chase.decisions[-1])[-1] == f"{HOME} 2 departed P1, rings, fault broken"


def test_a_fault_after_the_units_came_back_is_a_fault_and_no_longer_cleared() -> None:
    chase = in_nl()
    chase.crossed(60, "NL", "BE")
    chase.fault(70)
    assert alert_lines(chase.decisions[-1])[0] == f"{HOME} 3 fault P1, rings, fault broken"


def test_a_faults_priority_is_not_lowered_by_the_next_move() -> None:
    chase = in_nl()
    chase.fault(40)
    chase.crossed(60, "NL", "DE")
    assert alert_lines(chase.decisions[-1])[-1] == f"{HOME} 3 departed P1, fault broken"


def test_a_fault_told_twice_rings_once() -> None:
    chase = in_nl()
    chase.fault(40)
    chase.fault(41)
    assert alert_lines(chase.decisions[-1]) == []


def test_a_closed_pursuit_rings_nobody_for_a_fault() -> None:
    chase = in_nl()
    chase.close(50)
    assert alerts_on_fault(chase.pursuit, "broken", at(60)) == ()
