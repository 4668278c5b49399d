"""What a room is told when a unit's part is over: it stands down, or waits for the next one, or for nobody."""

from streams.pursuit.events import UnitWent
from streams.pursuit.evolve import evolve
from streams.pursuit.parting import alerts_without
from tests.streams.pursuit.scene import (
    CAR,
    DUTCH,
    HOME,
    ROAD,
    RULES,
    SECOND,
    SOUTH,
    Chase,
    alert_lines,
    alert_of,
    approach,
    at,
    crew,
    in_nl,
    opened_at_home,
    with_second,
)  # fmt: skip


def test_alerts_that_no_unit_stands_for_are_cleared() -> None:
    assert alert_lines(in_nl().leave(50, CAR)) == [
        f"{HOME} 2 cleared P3",
        f"{ROAD} 2 cleared P1",
        f"{SOUTH} 2 cleared P1",
    ]


def test_those_that_another_unit_stands_for_are_not() -> None:
    assert alert_lines(with_second(in_nl(), "NL").leave(50, CAR)) == []


def test_who_waited_for_it_waits_for_the_next_with_that_ones_law() -> None:
    chase = opened_at_home()
    chase.warn(30, "LU/JOINT")
    chase.join(31, "LU/CAR-1", by=crew("LU/CAR-1", "LU/JOINT"))
    chase.present(32, "BE", "LU/CAR-1")
    chase.approaching(40, approach("NL", 40))
    second = approach("NL", 41, "LU/CAR-1", eta_s=200)
    chase.approaching(41, second)
    assert alert_of(chase).cards == ("BE>NL/police/2026-01-01",)
    chase.leave(50, CAR)
    assert (alert_of(chase).phase, alert_of(chase).approach) == ("approaching", second)
    assert alert_of(chase).cards == ("LU>NL/police/2026-01-01",)


def test_who_waited_for_it_alone_waits_for_nobody() -> None:
    chase = opened_at_home()
    chase.approaching(40, approach("NL", 40))
    chase.leave(50, CAR)
    assert alert_of(chase).phase == "cleared"


def test_nobody_reads_any_more_that_it_is_silent() -> None:
    chase = with_second(in_nl(), "NL")
    chase.contact("lost", 40, now="NL")
    assert [view.silent_since for view in alert_of(chase).units] == [at(40), None]
    chase.leave(120, CAR)
    assert [view.silent_since for view in alert_of(chase).units if view.active] == [None]


def test_a_fault_that_nobody_acknowledged_keeps_ringing_for_it() -> None:
    chase = with_second(opened_at_home())
    chase.approaching(40, approach("NL", 40))
    chase.approaching(41, approach("NL", 41, SECOND))
    chase.fault(45)
    chase.leave(50, CAR)
    assert (alert_of(chase).phase, alert_of(chase).priority, alert_of(chase).fault) == ("approaching", 1, "broken")


def test_it_is_the_same_whoever_says_that_the_part_is_over() -> None:
    chase: Chase = in_nl()
    after = evolve(chase.pursuit, UnitWent(unit=CAR, at=at(50), by=crew()))
    assert after is not None
    assert [event.room for event in alerts_without(after, at(50), RULES)] == [HOME, ROAD, SOUTH]
    assert DUTCH not in after.units
