"""A position is told by the nearest town: of any state, or of one."""

from borders.places import Town, Towns
from streams.near_town import near_town

TOWNS = Towns((Town("Zuidstad", "NL", 50.2, 6.0, 1, {"fr": "Sudville"}), Town("Nordheim", "DE", 50.2, 6.1, 1)))


def test_the_nearest_of_any_state_or_of_one() -> None:
    near, own = near_town(TOWNS, 50.2, 6.09), near_town(TOWNS, 50.2, 6.09, "NL")
    assert near is not None
    assert own is not None
    assert (near.name, near.state, near.names) == ("Nordheim", "DE", {})
    assert (own.name, own.names) == ("Zuidstad", {"fr": "Sudville"})
    assert 6_400 < own.distance_m < 6_450  # 0.09 degrees on that parallel
    assert abs(own.bearing_deg - 90) < 0.1


def test_where_no_town_is_known_there_are_no_words() -> None:
    assert near_town(TOWNS, 50.2, 6.0, "FR") is None
    assert near_town(Towns(()), 50.2, 6.0) is None
