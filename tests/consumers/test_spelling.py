"""A plate is spelled sign by sign and a number digit by digit, in every language, and nothing is lost on the way."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from borders.places import LANGUAGES
from consumers.spelling import ALPHABET, number_said, spelled
from streams.expected import PLATE

DIGITS = {
    "nl": "nul één twee drie vier vijf zes zeven acht negen",
    "fr": "zéro un deux trois quatre cinq six sept huit neuf",
    "de": "null eins zwo drei vier fünf sechs sieben acht neun",
    "lb": "null eent zwee dräi véier fënnef sechs siwen aacht néng",
    "en": "zero one two three four five six seven eight nine",
}


def test_each_letter_has_its_own_word() -> None:
    assert "".join(ALPHABET) == "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    assert len(set(ALPHABET.values())) == 26


@pytest.mark.parametrize("language", LANGUAGES)
def test_digits_are_said_in_the_language(language: str) -> None:
    assert spelled("0123456789", language) == DIGITS[language].replace(" ", ", ")
    assert number_said("0123456789", language) == DIGITS[language]


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "one, dash, Alfa, Bravo, Charlie, dash, two"),
        ("nl", "één, streepje, Alfa, Bravo, Charlie, streepje, twee"),
        ("fr", "un, tiret, Alfa, Bravo, Charlie, tiret, deux"),
        ("de", "eins, Strich, Alfa, Bravo, Charlie, Strich, zwo"),
        ("lb", "eent, Strëch, Alfa, Bravo, Charlie, Strëch, zwee"),
    ],
)
def test_letters_are_said_alike_everywhere_and_the_dash_is_said(language: str, said: str) -> None:
    assert spelled("1-ABC-2", language) == said


def test_a_space_and_an_umlaut_are_said() -> None:
    assert spelled("TÜ A1", "de") == "Tango, Uniform Umlaut, Leerzeichen, Alfa, eins"
    assert spelled("Ä", "en") == "Alfa with two dots"


def test_small_letters_are_letters_and_what_has_no_word_is_left() -> None:
    assert spelled("ač", "en") == "Alfa, Č"


@pytest.mark.parametrize("language", LANGUAGES)
@given(plate=st.from_regex(PLATE.replace(r"\Z", ""), fullmatch=True))
def test_every_sign_of_a_plate_is_spelled_in_its_order(language: str, plate: str) -> None:
    heard = {spelled(sign, language): sign for sign in "ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÜ0123456789 -"}
    assert len(heard) == 41, "no two signs sound alike"
    assert "".join(heard[word] for word in spelled(plate, language).split(", ")) == plate


def test_a_telephone_number_is_said_with_the_pauses_it_is_written_with() -> None:
    assert number_said("+32 4 (340)-30", "en") == "plus three two, four, three four zero, three zero"


@given(number=st.from_regex(r"\+?[0-9][0-9 ()/-]{2,19}", fullmatch=True))
def test_every_digit_of_a_number_is_said_in_its_order(number: str) -> None:
    heard = {word: str(digit) for digit, word in enumerate(DIGITS["fr"].split())} | {"plus": "+"}
    words = number_said(number, "fr").replace(",", "").split()
    assert "".join(heard[word] for word in words) == re.sub(r"[ ()/-]", "", number)
