import logging
import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consumers.language import (
    LANGUAGE_NAMES,
    LANGUAGES,
    age_text,
    date_text,
    distance_text,
    has_words,
    number_text,
    percent_text,
    place_name,
    say,
    span_text,
    spoken_language,
    state_name,
    state_phrase,
    states_text,
    wind_text,
)
from tests.consumers.records import EIJSDEN

LIEGE = EIJSDEN.__class__(
    name="Li\u00e8ge",
    state="BE",
    lat=50.6,
    lon=5.6,
    distance_m=0,
    bearing_deg=0,
    names={"nl": "Luik", "de": "L\u00fcttich"},
)
CODE = "unit-in"


def test_each_language_is_called_by_its_own_name() -> None:
    assert set(LANGUAGE_NAMES) == set(LANGUAGES)
    assert LANGUAGE_NAMES["lb"] == "L\u00ebtzebuergesch"


@pytest.mark.parametrize(("asked", "spoken"), [("fr", "fr"), ("xx", "en"), ("", "en"), (None, "en")])
def test_a_language_without_words_is_english(asked: str | None, spoken: str) -> None:
    assert spoken_language(asked) == spoken


def test_a_text_is_filled_in_in_the_readers_language() -> None:
    said = {language: say(language, CODE, unit="U", states="NL", at="12:00") for language in LANGUAGES}
    assert said == {
        "nl": "U in NL om 12:00", "fr": "U en NL \u00e0 12:00", "de": "U in NL um 12:00", "lb": "U zu NL um 12:00",
        "en": "U in NL at 12:00",
    }  # fmt: skip


def test_luxembourgish_borrows_the_law_from_french() -> None:
    assert not has_words("lb", "law-field-hold")
    assert say("lb", "law-field-hold") == say("fr", "law-field-hold")


def test_a_code_without_a_text_is_shown_as_it_is_and_never_lost(caplog: pytest.LogCaptureFixture) -> None:
    assert say("fr", "no-such-code", unit="U") == "no-such-code unit=U"
    assert "text no-such-code: there is none" in caplog.text


def test_a_text_that_misses_a_parameter_is_said_and_logged(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.ERROR)
    assert say("en", CODE, unit="U", states="NL").startswith("U in NL at ")
    assert "Unknown external: at" in caplog.text


def test_a_parameter_is_text_and_never_a_pattern() -> None:
    assert say("en", "near", place="{ $x } { mode-live }") == "near { $x } { mode-live }"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_count_chooses_singular_and_plural(language: str) -> None:
    one, two = (say(language, "desks-some", room="R", n=n, visible=0, armed=0) for n in (1, 2))
    assert one.replace("1", "2") != two


@pytest.mark.parametrize(
    ("language", "texts"),
    [
        ("en", ("12.5", "87%", "350 m", "2.1 km", "14 km")),
        ("nl", ("12,5", "87%", "350 m", "2,1 km", "14 km")),
        ("fr", ("12,5", "87 %", "350 m", "2,1 km", "14 km")),
        ("de", ("12,5", "87 %", "350 m", "2,1 km", "14 km")),
        ("lb", ("12,5", "87 %", "350 m", "2,1 km", "14 km")),
    ],
)
def test_numbers_are_in_the_readers_form(language: str, texts: tuple[str, ...]) -> None:
    lengths = [distance_text(language, metres) for metres in (354, 2_100, 13_900)]
    said = (number_text(language, 12.5, 1), percent_text(language, 0.87), *lengths)
    assert tuple(re.sub(r"\s", " ", text) for text in said) == texts


@given(st.sampled_from(LANGUAGES), st.floats(0, 1_000_000))
def test_a_length_is_never_said_in_more_than_five_signs(language: str, metres: float) -> None:
    assert len(distance_text(language, metres).split(" ")[0]) <= 5


@pytest.mark.parametrize(
    ("language", "age_s", "text"),
    [("en", -3, "0.0 s"), ("de", 0.14, "0,1 s"), ("nl", 10_800, "3 u"), ("fr", 200_000, "2 j"), ("lb", 600, "10 min")],
)
def test_an_age_is_said_as_people_say_it(language: str, age_s: float, text: str) -> None:
    assert age_text(language, age_s) == text


@pytest.mark.parametrize(
    ("language", "name"),
    [("nl", "Luik / Li\u00e8ge"), ("de", "L\u00fcttich / Li\u00e8ge"), ("fr", "Li\u00e8ge"), ("en", "Li\u00e8ge")],
)
def test_a_place_has_the_readers_name_and_its_local_one(language: str, name: str) -> None:
    assert place_name(language, LIEGE) == name


@pytest.mark.parametrize(
    ("language", "east", "southwest"),
    [("en", "E", "SW"), ("nl", "O", "ZW"), ("fr", "E", "SO"), ("de", "O", "SW"), ("lb", "O", "SW")],
)
def test_a_direction_has_the_letters_of_the_language(language: str, east: str, southwest: str) -> None:
    assert (wind_text(language, 90), wind_text(language, 225)) == (east, southwest)
    assert wind_text(language, 359) == wind_text(language, 0)


def test_a_territory_is_said_by_its_codes() -> None:
    assert states_text("fr", ("DE", "LU")) == "DE/LU"
    assert states_text("fr", ()) == "hors de la carte"


@pytest.mark.parametrize(
    ("language", "into", "of_denmark"),
    [
        ("en", "the Netherlands", "Denmark"),
        ("nl", "Nederland", "Denemarken"),
        ("fr", "aux Pays-Bas", "au Danemark"),
        ("de", "in die Niederlande", "nach D\u00e4nemark"),
        ("lb", "an d'Nidderlanden", "an D\u00e4nemark"),
    ],
)
def test_a_state_stands_in_a_sentence_as_the_language_has_it(language: str, into: str, of_denmark: str) -> None:
    assert state_phrase(language, "into", ("NL",)) == into
    assert state_phrase(language, "into", ("DK",)) == of_denmark


def test_states_have_their_names_and_unknown_ones_their_code() -> None:
    assert state_name("de", "BE") == "Belgien"
    assert state_name("lb", "NL") == "Nidderlanden"
    assert state_name("en", "X9") == "X9"


@pytest.mark.parametrize(
    ("span_s", "said"),
    [
        (2.04, "2,0 s"),
        (59.9, "59,9 s"),
        (60, "1 min 0 s"),
        (3599.6, "1 u 00 min"),
        (11_100, "3 u 05 min"),
        (34_560_060, "400 d 0 u"),
    ],
)
def test_a_span_is_said_in_the_units_that_people_use(span_s: float, said: str) -> None:
    assert span_text("nl", span_s) == said


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("nl", "27 november 2026"),
        ("fr", "27 novembre 2026"),
        ("de", "27. November 2026"),
        ("en", "27 November 2026"),
    ],
)
def test_a_date_is_written_as_the_reader_writes_it(language: str, said: str) -> None:
    assert date_text(language, date(2026, 11, 27)) == said
