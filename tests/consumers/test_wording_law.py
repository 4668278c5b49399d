import pytest

from borders.card import Card
from borders.places import LANGUAGES
from consumers.reader import terminal_reader
from consumers.wording_law import card_heading, card_lines, card_text
from tests.consumers.known_records import law_card

PAIRS = [("BE", "NL"), ("NL", "DE"), ("BE", "FR"), ("DE", "DK"), ("BE", "DE"), ("NL", "FR")]


def lines(card: Card, language: str = "en") -> dict[str, str]:
    return dict(line.split(": ", 1) for line in card_lines(card, terminal_reader(language)))


def test_a_card_says_of_whom_where_on_which_day_and_by_which_basis() -> None:
    heading = card_heading(law_card(), terminal_reader("en"))
    assert heading.startswith(
        "LAW on 2026-05-04: police (Belgium) in the Netherlands: Benelux Police Treaty of 23 July 2018"
    )


def test_what_is_not_sure_is_whom_to_check_with() -> None:
    said = lines(law_card())
    assert said["by air"] == "CHECK with the host's control room"
    assert said["homes excluded"] == "yes (not sure), CHECK with the host's control room"


def test_without_a_basis_nothing_is_allowed_and_it_is_said() -> None:
    unknown = law_card("NL", "FR")
    assert card_text(unknown, terminal_reader("en")).endswith("in France: NO KNOWN LEGAL BASIS, hand over to the host")
    assert card_lines(unknown, terminal_reader("en")) == ()


def test_a_treaty_that_is_not_known_to_be_in_force_grants_nothing() -> None:
    heading = card_heading(law_card("BE", "DE"), terminal_reader("en"))
    assert "not known to be in force, grants nothing: Treaty of Belgium and Germany" in heading


def test_the_stricter_value_stands_first_with_its_basis_and_equal_ones_stand_once() -> None:
    said = lines(law_card("NL", "DE"))
    assert said["stop signal must have been ignored"].startswith("yes [enschede-17")
    assert said["distance limit"] == "no limit"


def test_what_does_not_arise_is_not_listed() -> None:
    assert "named point" not in lines(law_card())


def test_a_hold_that_is_forbidden_is_loud() -> None:
    assert lines(law_card("DE", "DK"))["holding the person"].startswith("NO: the officers may not hold the person")


def test_a_luxembourgish_card_stands_in_french_and_says_so() -> None:
    reader = terminal_reader("lb")
    assert "Text op Frans\u00e9isch" in card_heading(law_card(), reader)
    assert "AUPR\u00c8S" in card_text(law_card(), reader).upper()
    assert card_lines(law_card(), reader) == card_lines(law_card(), terminal_reader("fr"))
    assert "Text" not in card_heading(law_card(), terminal_reader("fr"))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("pair", PAIRS)
def test_every_card_has_words_in_every_language(
    language: str, pair: tuple[str, str], caplog: pytest.LogCaptureFixture
) -> None:
    reader = terminal_reader(language)
    assert card_text(law_card(*pair), reader)
    assert "" not in card_lines(law_card(*pair), reader)
    assert caplog.records == []
