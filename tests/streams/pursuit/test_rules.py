"""A place in words: the nearest town of the state entered, how far, and in which direction."""

import pytest

from streams.pursuit.rules import PursuitSettings, place_in_words
from tests.streams.pursuit.scene import RULES


def test_a_place_is_told_from_the_nearest_town_of_that_state_not_of_the_nearest_state() -> None:
    place = place_in_words(RULES, "NL", 50.25, 5.96)
    assert place is not None
    assert (place.name, place.state) == ("Zuidstad", "NL")
    # 0.05 degrees north: 5,562 m; 0.09 degrees west on that parallel: 6,423 m; together 8,500 m to the north-west.
    assert place.distance_m == pytest.approx(8_500, abs=20)
    assert place.bearing_deg == pytest.approx(310.9, abs=0.5)


def test_numbers_are_rounded_so_that_the_same_place_gives_the_same_bytes() -> None:
    place = place_in_words(RULES, "NL", 50.2, 6.05)
    assert place is not None
    assert (place.distance_m, place.names) == (0.0, {"fr": "Sudville"})
    assert place.bearing_deg == round(place.bearing_deg, 1) < 360


def test_a_state_without_towns_has_no_words() -> None:
    assert place_in_words(RULES, "FR", 49.2, 5.5) is None


def test_memberships_repeat_every_minute_and_rooms_see_on_for_a_quarter_of_an_hour_unless_set_otherwise() -> None:
    assert PursuitSettings() == PursuitSettings(memberships_every_s=60, visible_after_close_s=900)
