"""A unit on its way home is in the pursuit until it is surely at home, and has stayed there."""

from streams.orders import GiveStop, Returning
from streams.pursuit.events import DueSet
from streams.pursuit.rules import PursuitSettings
from streams.pursuit.way_home import home_due, way_home
from tests.streams.pursuit.scene import (
    CAR,
    HOME,
    RULES,
    SOUTH,
    Chase,
    alert_of,
    approach,
    at,
    crew,
    desk,
    in_nl,
    log_codes,
    possible,
    settled,
)  # fmt: skip

KIND = f"home:{CAR}"


def _homeward() -> Chase:
    """The car is in NL and on its way home, and its alert is owned."""
    chase = in_nl()
    chase.acknowledge(35, SOUTH, 1)
    chase.order(40, Returning(unit=CAR), by=crew())
    return chase


def _is_in(chase: Chase) -> bool:
    return chase.pursuit.units[CAR].active


def test_its_part_is_over_once_it_has_been_at_home_for_a_while() -> None:
    chase = _homeward()
    chase.crossed(60, "NL", "BE")
    assert (_is_in(chase), chase.pursuit.dues[KIND]) == (True, at(210.1))
    chase.comes_due(KIND)
    assert (_is_in(chase), KIND in chase.pursuit.dues, log_codes(chase)[-1]) == (False, False, "unit_left")
    assert (alert_of(chase).phase, alert_of(chase, HOME).phase) == ("left", "cleared")


def test_while_it_is_at_home_its_time_is_not_begun_anew() -> None:
    chase = _homeward()
    chase.crossed(60, "NL", "BE")
    chase.moved(90, CAR, 50.2, 5.9)
    assert chase.pursuit.dues[KIND] == at(210.1)


def test_a_way_home_that_is_only_possible_ends_nothing_and_withdrawn_it_is_abroad_still() -> None:
    chase, perhaps = _homeward(), possible("NL", "BE", 60)
    chase.told(60, perhaps, "BE")
    assert (_is_in(chase), KIND in chase.pursuit.dues) == (True, False)
    chase.told(65, settled(perhaps, "withdrawn"), "NL")
    assert (_is_in(chase), chase.pursuit.units[CAR].returning, alert_of(chase).phase) == (True, True, "entered")


def test_once_it_is_sure_it_counts() -> None:
    chase, perhaps = _homeward(), possible("NL", "BE", 60)
    chase.told(60, perhaps, "BE")
    chase.told(65, settled(perhaps, "confirmed"), "BE")
    chase.comes_due(KIND)
    assert not _is_in(chase)


def test_through_an_enclave_it_is_in_the_pursuit_and_the_rooms_are_told() -> None:
    chase = _homeward()
    chase.crossed(60, "NL", "BE")
    assert alert_of(chase).phase == "left"
    chase.crossed(75, "BE", "NL")
    assert (_is_in(chase), KIND in chase.pursuit.dues, alert_of(chase).phase) == (True, False, "entered")
    chase.order(80, GiveStop(stop="s", reason="school"), by=desk(SOUTH))
    assert list(chase.pursuit.stops["s"].units) == [CAR]


def test_a_stop_order_reaches_it_until_its_part_is_over() -> None:
    chase = _homeward()
    chase.crossed(60, "NL", "BE")
    chase.order(61, GiveStop(stop="s", reason="school"), by=desk(SOUTH))
    assert list(chase.pursuit.stops["s"].units) == [CAR]


def test_one_that_is_silent_or_about_to_leave_again_is_waited_for() -> None:
    silent = _homeward()
    silent.crossed(60, "NL", "BE")
    silent.contact("lost", 61, 119)
    silent.comes_due(KIND)
    assert (_is_in(silent), silent.pursuit.dues[KIND]) == (True, at(360.2))
    leaving = _homeward()
    leaving.crossed(60, "NL", "BE")
    leaving.approaching(100, approach("NL", 100))
    leaving.comes_due(KIND)
    assert (_is_in(leaving), leaving.pursuit.dues[KIND]) == (True, at(360.2))


def test_the_deadline_of_one_that_is_not_at_home_is_only_taken_away() -> None:
    chase = _homeward()
    assert home_due(chase.pursuit, KIND, at(60), RULES) == (DueSet(kind=KIND, deadline=None),)
    assert way_home(chase.pursuit, CAR, at(60), PursuitSettings()) == ()


def test_one_that_pursues_is_in_at_home_as_abroad() -> None:
    chase = in_nl()
    chase.crossed(60, "NL", "BE")
    assert (_is_in(chase), KIND in chase.pursuit.dues) == (True, False)


def test_a_unit_that_falls_silent_just_over_the_border_is_in_until_it_is_known_to_be_silent() -> None:
    chase = _homeward()
    chase.crossed(60, "NL", "BE")
    chase.contact("lost", 90, now="BE")  # told a minute later
    chase.comes_due(KIND)
    assert _is_in(chase)
    chase.crossed(220, "BE", "NL")
    assert (_is_in(chase), alert_of(chase).phase) == (True, "entered")
    chase.order(230, GiveStop(stop="s", reason="school"), by=desk(SOUTH))
    assert chase.pursuit.stops["s"].units == {CAR: None}


def test_a_unit_that_pursues_again_at_home_stays() -> None:
    chase = _homeward()
    chase.crossed(60, "NL", "BE")
    chase.order(70, Returning(unit=CAR, pursues=True), by=crew())
    assert (_is_in(chase), KIND in chase.pursuit.dues, log_codes(chase)[-1]) == (True, False, "return_ended")
