from dataclasses import replace

import pytest

from borders.card import Card, card_for
from borders.places import LANGUAGES
from borders.regimes import Regime
from consumers.reader import terminal_reader
from consumers.wording_law import card_heading, card_lines, card_text, hold_lines
from tests.borders.made_regimes import DAY, regime, table
from tests.consumers.known_records import law_card

PAIRS = [("BE", "NL"), ("NL", "DE"), ("BE", "FR"), ("DE", "DK"), ("BE", "DE"), ("NL", "FR")]


def lines(card: Card, language: str = "en") -> dict[str, str]:
    return dict(line.split(": ", 1) for line in card_lines(card, terminal_reader(language)))


def test_a_card_says_of_whom_where_on_which_day_and_by_which_basis() -> None:
    heading = card_heading(law_card(), terminal_reader("en"))
    assert heading.startswith(
        "LAW on 4 May 2026: police (Belgium) in the Netherlands: Benelux Police Treaty of 23 July 2018"
    )


def test_what_is_not_sure_is_whom_to_check_with() -> None:
    said = lines(law_card())
    assert said["by rail"] == "CHECK with the host's control room"
    assert said["homes excluded"] == "yes (not sure), CHECK with the host's control room - note: assumed"


def test_without_a_basis_nothing_is_allowed_and_it_is_said() -> None:
    unknown = law_card("NL", "FR")
    assert card_text(unknown, terminal_reader("en")).endswith("in France: NO KNOWN LEGAL BASIS, hand over to the host")
    assert card_lines(unknown, terminal_reader("en")) == ()


def test_a_treaty_that_is_not_known_to_be_in_force_grants_nothing() -> None:
    heading = card_heading(law_card("BE", "DE"), terminal_reader("en"))
    assert "not known to be in force, grants nothing: Treaty of Belgium and Germany" in heading


def test_the_stricter_value_stands_first_with_its_basis_and_equal_ones_stand_once() -> None:
    said = lines(law_card("NL", "DE"))
    assert said["stop signal must have been ignored"].startswith("yes - note: for the police check [enschede-17")
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


def short(*rows: Regime) -> str:
    """The terminal's line of rows made up, in English."""
    return card_text(card_for(table(*rows), "BE", "NL", on=DAY, service="police"), terminal_reader("en"))


def test_the_line_names_limits_by_class_of_road_and_not_that_there_is_none() -> None:
    line = short(regime(limit_distance_km="not_applicable", limit_motorway_km=20.0, limit_other_km=10.0))
    assert "distance limit on motorways: 20 km; distance limit on other roads: 10 km" in line
    assert "distance limit:" not in line


def test_the_line_says_from_where_a_distance_counts_and_how_it_goes_with_a_time() -> None:
    measured = {"limit_distance_from": "named_point", "limit_named_point": "end of the link"}
    line = short(regime(limit_distance_km=25.0, limit_time_min=60.0, limit_combine="and", also=measured))
    assert "distance limit: 25 km; measured from: the named point; named point: end of the link; " in line
    assert "time limit: 60 min; distance and time together: both must be reached" in line
    line = short(regime(limit_distance_km=25.0, limit_distance_from="unknown"))
    assert "measured from: CHECK with your own legal service" in line


def test_the_line_says_once_that_nothing_is_known_of_limits_and_nothing_of_what_does_not_arise() -> None:
    names = ("limit_distance_from", "limit_named_point", "limit_motorway_km", "limit_other_km", "limit_combine")
    line = short(regime(limit_distance_km="unknown", also=dict.fromkeys(names, "unknown")))
    assert "distance limit: CHECK with the host's control room; time limit: no limit; holding" in line
    assert "does not apply" not in short(regime())


def test_the_line_names_every_way_and_the_ways_of_one_answer_together() -> None:
    line = short(regime(mode_water="no", mode_sea="no", mode_air="unknown"))
    assert line.endswith(
        "by road, by rail: yes; by inland water, by sea: no; by air: CHECK with the host's control room"
    )


def noted(row: Regime, field: str, note: str) -> Regime:
    return replace(row, provisions={**row.provisions, field: replace(row.provisions[field], note=note)})


def test_a_note_stands_with_its_value_in_full_and_in_the_line_where_it_may_take_leave_back() -> None:
    row = noted(noted(regime(), "trigger", "only at night"), "mode_air", "by day")
    card = card_for(table(row), "BE", "NL", on=DAY, service="police")
    assert lines(card)["may begin when"] == "any pursuit lawfully begun - note: only at night"
    assert lines(card)["by air"] == "yes - note: by day"
    assert "any pursuit lawfully begun - note: only at night;" in short(row)
    assert "by day" not in short(row)
    assert "note" not in short(noted(regime(), "hold", "long " * 30))


def test_a_note_says_its_language_to_who_reads_another() -> None:
    card = card_for(table(noted(regime(), "hold", "at night")), "BE", "NL", on=DAY, service="police")
    assert any(line.endswith("noot: at night [en]") for line in card_lines(card, terminal_reader("nl")))
    assert hold_lines(card, terminal_reader("nl")) == ("de persoon vasthouden: ja",)


def test_whom_nothing_here_rings_is_said_under_whom_to_tell_and_in_the_line() -> None:
    told = lines(law_card("NL", "DE"))
    yourself = "control rooms and joint centres only; TELL YOURSELF: federal police of the district of the crossing"
    assert told["rung from here"].startswith(yourself)
    assert list(told).index("rung from here") == list(told).index("notice goes to") + 1
    assert yourself in card_text(law_card("NL", "DE"), terminal_reader("en"))
    assert "TELL YOURSELF" not in card_text(law_card("NL", "BE"), terminal_reader("en"))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("pair", PAIRS)
def test_every_card_has_words_in_every_language(
    language: str, pair: tuple[str, str], caplog: pytest.LogCaptureFixture
) -> None:
    reader = terminal_reader(language)
    assert card_text(law_card(*pair), reader)
    assert "" not in card_lines(law_card(*pair), reader)
    assert caplog.records == []
