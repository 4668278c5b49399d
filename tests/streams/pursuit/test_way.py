"""What a unit's territory is made of: crossings in order, whatever becomes of each of them, and whenever."""

from itertools import permutations, product
from typing import Literal

import pytest
from msgspec.structs import replace

from streams.pursuit.way import Way, after_crossing, after_settling, after_sighting, is_unsettled, territory_of
from streams.records import Crossing
from tests.streams.pursuit.scene import crossing, possible, settled

AT_HOME = Way(base=("BE",))
OUT, ON, BACK = possible("BE", "NL", 10), possible("NL", "DE", 20), possible("NL", "BE", 20)


def _told(*crossings: Crossing) -> Way:
    way = AT_HOME
    for one in crossings:
        way = after_crossing(way, one)
    return way


def test_a_possible_crossing_counts_at_once_and_is_followed_until_it_is_settled() -> None:
    way = _told(OUT)
    assert (territory_of(way), is_unsettled(way, OUT.id)) == (("NL",), True)
    way = after_settling(way, settled(OUT, "confirmed"))
    assert way == Way(base=("NL",))
    assert not is_unsettled(way, OUT.id)


def test_a_confirmed_crossing_leaves_nothing_to_follow() -> None:
    assert _told(crossing("BE", "NL", 10), crossing("NL", "DE", 20)) == Way(base=("DE",))


def test_a_withdrawn_crossing_takes_the_unit_back() -> None:
    assert after_settling(_told(OUT), settled(OUT, "withdrawn")) == AT_HOME


def test_a_crossing_confirmed_into_another_state_counts_as_confirmed() -> None:
    assert territory_of(after_settling(_told(OUT), settled(OUT, "confirmed", entered=("DE",)))) == ("DE",)


def test_two_crossings_withdrawn_in_any_order_take_the_unit_back_to_where_it_was() -> None:
    for second in (ON, BACK):
        for order in permutations([OUT, second]):
            way = _told(OUT, second)
            for one in order:
                way = after_settling(way, settled(one, "withdrawn"))
            assert way == AT_HOME


FATES: tuple[Literal["confirmed", "withdrawn"], ...] = ("confirmed", "withdrawn")


@pytest.mark.parametrize("fates", [*product(FATES, repeat=3)])
def test_the_territory_is_what_the_crossings_that_happened_make_whatever_the_order_of_settling(
    fates: tuple[Literal["confirmed", "withdrawn"], ...],
) -> None:
    told = (OUT, BACK, possible("BE", "NL", 30))
    ends = [settled(one, fate) for one, fate in zip(told, fates, strict=True)]
    happened = territory_of(_told(*(one for one in ends if one.status == "confirmed")))
    for order in permutations(ends):
        way = _told(*told)
        for one in order:
            way = after_settling(way, one)
        assert way == Way(base=happened)


def test_of_very_many_unsettled_crossings_the_oldest_stand_as_they_were_told() -> None:
    many = [possible(*(("BE", "NL") if n % 2 else ("NL", "BE")), n) for n in range(1, 100)]
    way = _told(*many)
    assert (len(way.told), territory_of(way)) == (20, ("NL",))
    assert not is_unsettled(way, many[0].id)


def test_a_late_visit_is_followed_but_says_nothing_of_where_the_unit_is() -> None:
    late = replace(possible("BE", "NL", 5), late=True)
    way = after_crossing(AT_HOME, late)
    assert (territory_of(way), is_unsettled(way, late.id)) == (("BE",), True)
    assert after_settling(way, settled(late, "confirmed")) == AT_HOME


# ---------------------------------------------------------------- sightings


def test_a_sighting_where_the_unit_is_held_to_be_changes_nothing() -> None:
    assert after_sighting(_told(OUT), ("NL",)) == _told(OUT)


def test_a_sighting_counts_more_than_what_was_told() -> None:
    assert after_sighting(AT_HOME, ("DE",)) == Way(base=("DE",))


def test_what_is_unsettled_can_be_withdrawn_after_a_sighting_elsewhere_too() -> None:
    way = after_sighting(_told(OUT), ("DE", "NL"))
    assert territory_of(way) == ("DE", "NL")
    assert territory_of(after_settling(way, settled(OUT, "withdrawn"))) == ("BE", "DE")


def test_a_sighting_that_knows_nothing_of_the_crossing_is_not_undone_with_it() -> None:
    way = after_sighting(_told(OUT), ("BE",))
    assert territory_of(way) == ("BE",)
    assert is_unsettled(way, OUT.id)
    assert territory_of(after_settling(way, settled(OUT, "withdrawn"))) == ("BE",)
    assert territory_of(after_settling(way, settled(OUT, "confirmed"))) == ("NL",)
