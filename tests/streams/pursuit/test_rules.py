"""A place in words: the nearest town of the state entered, how far, and in which direction."""

from datetime import date

import pytest

from streams.pursuit.rules import PursuitSettings, card_id, place_in_words
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


# ---------------------------------------------------------------- the law


def test_a_card_is_named_by_pair_service_and_day_and_found_again_by_its_name() -> None:
    name = card_id("BE", "NL", "police", date(2026, 1, 1))
    card = RULES.card(name)
    assert name == "BE>NL/police/2026-01-01"
    assert (card.from_state, card.to_state, card.service, card.on) == ("BE", "NL", "police", date(2026, 1, 1))
    assert RULES.card(name) is card


def test_treaties_know_police_and_customs_and_what_is_not_customs_is_police() -> None:
    assert card_id("BE", "NL", "customs", date(2026, 1, 1)) == "BE>NL/customs/2026-01-01"
    assert card_id("BE", "NL", "marechaussee", date(2026, 1, 1)) == "BE>NL/police/2026-01-01"
    assert card_id("BE", "NL", "", date(2026, 1, 1)) == "BE>NL/police/2026-01-01"


def test_another_day_may_have_another_law() -> None:
    then, now = (RULES.card(card_id("BE", "NL", "police", date(year, 6, 1))) for year in (2005, 2024))
    assert {basis.id for basis in then.bases} != {basis.id for basis in now.bases}


# ---------------------------------------------------------------- settings


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"receipt_within_s": 0}, "receipt_within_s: expected a number above 0, got 0"),
        ({"warned_at": float("nan")}, "warned_at: expected a number above 0, got nan"),
        ({"offer_within_s": float("inf")}, "offer_within_s"),
        ({"louder_after_s": 60}, "louder_after_s below supervisor_after_s below telephone_after_s, got 60, 60, 120"),
        ({"telephone_after_s": 30}, "got 20, 60, 30"),
    ],
)
def test_settings_that_cannot_be_are_refused_with_what_was_expected(fields: dict[str, float], expected: str) -> None:
    with pytest.raises(ValueError, match="expected") as refused:
        PursuitSettings(**fields)
    assert expected in str(refused.value)


def test_settings_are_read_from_one_line_and_say_themselves_in_one() -> None:
    assert PursuitSettings.parse("receipt_within_s=20, warned_at=0.9") == PursuitSettings(
        receipt_within_s=20, warned_at=0.9
    )
    assert PursuitSettings.parse(str(PursuitSettings(offer_within_s=5))) == PursuitSettings(offer_within_s=5)
    with pytest.raises(ValueError, match="moon"):
        PursuitSettings.parse("moon=1")
