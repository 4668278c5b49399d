import pytest

from consumers.gateway.neighbours import Neighbours
from tests.consumers.records import LEAD, pursuit

NL, LU = "NL/ROOM", "LU/ROOM"


def test_the_rooms_of_a_pursuit_are_who_leads_it_and_who_was_alerted() -> None:
    neighbours = Neighbours()
    neighbours.told(pursuit(NL, NL, LU))
    assert neighbours.of(NL) == {LEAD, NL, LU}


def test_another_room_learns_nothing_of_it() -> None:
    neighbours = Neighbours()
    neighbours.told(pursuit(NL, NL, LU))
    assert neighbours.of(LU) == frozenset()


def test_the_rooms_of_several_pursuits_are_all_told() -> None:
    neighbours = Neighbours()
    neighbours.told(pursuit(NL, NL))
    neighbours.told(pursuit(NL, LU, case="BE/P-2"))
    assert neighbours.of(NL) == {LEAD, NL, LU}


def test_a_room_that_joins_later_is_a_neighbour_from_then_on_and_old_news_takes_none_away() -> None:
    neighbours = Neighbours()
    neighbours.told(pursuit(NL, NL))
    neighbours.told(pursuit(NL, NL, LU, event=3))
    neighbours.told(pursuit(NL, NL, event=2))
    assert LU in neighbours.of(NL)


@pytest.mark.parametrize("phase", ["closed", "merged", "error"])
def test_with_the_pursuit_the_neighbourhood_ends(phase: str) -> None:
    neighbours = Neighbours()
    neighbours.told(pursuit(NL, LU))
    neighbours.told(pursuit(NL, LU, event=2, phase=phase))
    assert neighbours.of(NL) == frozenset()


def test_an_inbox_that_is_no_longer_read_takes_its_neighbours_with_it() -> None:
    neighbours = Neighbours()
    neighbours.told(pursuit(NL, LU))
    neighbours.forget(NL)
    assert neighbours.of(NL) == frozenset()
    neighbours.told(pursuit(NL, LU))
    assert LU in neighbours.of(NL)


def test_only_other_rooms_are_a_change() -> None:
    neighbours = Neighbours()
    neighbours.told(pursuit(NL, LU))
    before = neighbours.changes
    neighbours.told(pursuit(NL, LU, event=2, purpose="theft"))
    assert neighbours.changes == before
    neighbours.told(pursuit(NL, event=3))
    assert neighbours.changes == before + 1
