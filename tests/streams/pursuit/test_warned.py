"""What a person warned a room of stands until the car has come and gone, or a person takes it back."""

import pytest
from msgspec.structs import replace

from streams.orders import WithdrawWarning
from streams.pursuit.warned import warning_stands
from tests.streams.pursuit.scene import (
    CAR,
    SECOND,
    SOUTH,
    Chase,
    alert_of,
    approach,
    at,
    crossing,
    ended,
    opened_at_home,
    possible,
    settled,
    with_second,
)  # fmt: skip


def _warned() -> Chase:
    chase = opened_at_home()
    chase.warn(5, SOUTH)
    return chase


def _foreseen_in_vain(chase: Chase, seconds: float, unit: str = CAR) -> None:
    foreseen = approach("NL", seconds, unit)
    chase.approaching(seconds, foreseen)
    chase.approaching(seconds + 30, ended(foreseen, "withdrawn", seconds + 30))


def test_it_stands_until_the_visit_that_it_was_of_is_over() -> None:
    chase = _warned()
    assert warning_stands(alert_of(chase))
    chase.crossed(60, "BE", "NL")
    assert warning_stands(alert_of(chase))
    chase.crossed(200, "NL", "BE")
    assert not warning_stands(alert_of(chase))


def test_no_room_without_one_and_none_whose_warning_was_taken_back() -> None:
    chase = opened_at_home()
    chase.crossed(60, "BE", "NL")
    assert not warning_stands(alert_of(chase))
    again = _warned()
    again.order(10, WithdrawWarning(room=SOUTH, reason="other road"))
    assert not warning_stands(alert_of(again))


@pytest.mark.parametrize("back_s", [220, 1000])
def test_one_given_after_a_visit_is_of_the_next(back_s: float) -> None:
    chase = opened_at_home()
    chase.crossed(30, "BE", "NL")
    chase.crossed(200, "NL", "BE")
    foreseen = approach("NL", back_s)
    chase.approaching(back_s, foreseen)
    chase.warn(back_s + 10, SOUTH)
    chase.approaching(back_s + 30, ended(foreseen, "withdrawn", back_s + 30))
    assert (alert_of(chase).phase, alert_of(chase).by_hand is not None) == ("warned", True)


def test_a_crossing_that_never_was_does_not_end_it() -> None:
    chase = _warned()
    never = possible("BE", "NL", 60)
    chase.told(60, never, "NL")
    chase.told(65, settled(never, "withdrawn"), "BE")
    _foreseen_in_vain(chase, 100)
    assert (alert_of(chase).phase, alert_of(chase).by_hand is not None) == ("warned", True)


def test_nor_does_a_crew_that_leaves_on_its_way() -> None:
    chase = with_second(_warned())
    chase.approaching(40, approach("NL", 40))
    chase.leave(50, CAR)
    _foreseen_in_vain(chase, 60, SECOND)
    assert alert_of(chase).phase == "warned"


def test_nor_an_aircraft() -> None:
    chase = _warned()
    chase.join(6, "BE/HELI-1")
    chase.present(7, "BE", "BE/HELI-1", movement="air")
    chase.crossed(30, "BE", "NL", "BE/HELI-1")
    chase.crossed(60, "NL", "BE", "BE/HELI-1")
    assert (alert_of(chase).phase, warning_stands(alert_of(chase))) == ("warned", True)


def test_a_visit_to_its_area_ends_it_too() -> None:
    chase = opened_at_home()
    chase.crossed(10, "BE", "NL", place=(50.8, 6.0))
    chase.warn(20, SOUTH)
    chase.moved(100, CAR, 50.2, 6.1)
    assert alert_of(chase).kind == "area"
    assert warning_stands(alert_of(chase))
    chase.moved(200, CAR, 50.8, 6.1)
    assert (alert_of(chase).phase, warning_stands(alert_of(chase))) == ("left", False)


def test_where_it_is_only_known_that_a_unit_was_there_it_ends_when_that_is_over() -> None:
    chase = Chase()
    chase.open()
    chase.warn(1, SOUTH)
    chase.present(2, "NL")
    chase.told(60, crossing("NL", "BE", 60), "BE")
    assert not warning_stands(alert_of(chase))


def test_once_it_is_over_no_later_word_brings_it_back() -> None:
    chase = _warned()
    chase.join(6, "BE/HELI-1")
    chase.present(7, "BE", "BE/HELI-1", movement="air")
    chase.crossed(60, "BE", "NL")
    chase.crossed(200, "NL", "BE")
    chase.crossed(250, "BE", "NL", "BE/HELI-1")
    chase.crossed(280, "NL", "BE", "BE/HELI-1")
    _foreseen_in_vain(chase, 1000)
    assert (alert_of(chase).phase, alert_of(chase).by_hand) == ("withdrawn", None)


def test_nor_where_the_visit_was_to_its_area_and_the_crew_left_after_it() -> None:
    chase = with_second(opened_at_home())
    chase.crossed(40, "BE", "NL", place=(50.8, 6.0))
    chase.warn(45, SOUTH)
    chase.moved(100, CAR, 50.2, 6.1)
    chase.moved(200, CAR, 50.8, 6.1)
    chase.leave(210, CAR)
    _foreseen_in_vain(chase, 300, SECOND)
    assert (alert_of(chase).phase, alert_of(chase).by_hand) == ("withdrawn", None)


def test_one_given_after_a_visit_whose_way_out_is_not_known_outlives_finer_estimates() -> None:
    chase = opened_at_home()
    chase.crossed(60, "BE", "NL")
    chase.present(200, "BE")
    foreseen = approach("NL", 1000)
    chase.approaching(1000, foreseen)
    chase.warn(1010, SOUTH)
    chase.approaching(1020, replace(foreseen, eta=at(1200), eta_from=at(1190), eta_to=at(1210)))
    chase.approaching(1030, ended(foreseen, "withdrawn", 1030))
    assert (alert_of(chase).phase, alert_of(chase).by_hand is not None) == ("warned", True)
