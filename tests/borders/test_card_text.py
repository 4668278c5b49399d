"""The card in a terminal: readable, and never leave where something is not known."""

from datetime import date

import pytest
from hypothesis import given

from borders.card import card_for
from borders.card_text import card_text
from borders.regime_fields import UNKNOWN, Value
from borders.regimes import Regime
from tests.borders.made_regimes import DAY, holding_rows, regime, table


def _text(*rows: Regime, to: str = "NL") -> str:
    return card_text(card_for(table(*rows), "BE", to, on=DAY, service="police"))


def _line(text: str, label: str) -> str:
    return next(line for line in text.splitlines() if line.startswith(label)).removeprefix(label).strip()


def test_a_line_says_value_confidence_and_source() -> None:
    text = _text(regime(limit_distance_km=10.0))
    assert text.startswith("BE officers in NL, police, on 1 January 2026\nNot legal advice")
    assert "treaty/BE-NL: Treaty of Nowhere, Art. 1, in force, since 2000-01-01" in text
    assert _line(text, "Distance limit") == "10 km (read in the text: SRC)"


def test_what_is_not_known_is_whom_to_check_with() -> None:
    text = _text(regime(hold="unknown", unsure=("mode_air", "homes_excluded"), homes_excluded="yes", article="unknown"))
    assert _line(text, "May hold the person") == "check with the host's control room (unsure: SRC)"
    assert _line(text, "By air") == "check with the host's control room (unsure: SRC)"
    assert _line(text, "Homes are closed").endswith("yes, but check with the host's control room (unsure: SRC)")
    assert "Treaty of Nowhere, article: check with your own legal service, in force" in text


def test_of_two_bases_the_stricter_stands_first_each_with_its_id_and_what_both_say_once() -> None:
    lines = _text(regime("a/BE-NL"), regime("b/BE-NL", hold="none")).splitlines()
    at = next(number for number, line in enumerate(lines) if line.startswith("May hold the person"))
    assert lines[at].endswith("no (read in the text: SRC) [b/BE-NL]")
    assert lines[at + 1].strip() == "yes (read in the text: SRC) [a/BE-NL]"
    assert _line("\n".join(lines), "By air") == "yes (read in the text: SRC)"


def test_no_basis_and_a_pending_one_grant_nothing() -> None:
    assert "No known basis: hand over to the host" in _text(to="FR")
    text = _text(regime(status="signed_not_in_force"))
    assert "No known basis" in text
    assert "treaty/BE-NL: NOT KNOWN TO HOLD on this day, grants nothing: Treaty of Nowhere" in text
    assert "May hold" not in text


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        (date(2006, 6, 1), date(2030, 9, 30), "in force 2006-06-01 to 2030-09-30, since repealed"),
        (UNKNOWN, date(2030, 9, 30), "in force from a day not known to 2030-09-30, since repealed"),
        (date(2006, 6, 1), UNKNOWN, "in force 2006-06-01 to a day not known, since repealed"),
    ],
)
def test_what_was_repealed_later_was_in_force_on_the_day(first: Value, last: Value, said: str) -> None:
    text = _text(regime(status="repealed", valid_from=first, valid_to=last))
    assert f"Treaty of Nowhere, Art. 1, {said}\n" in f"{text}\n"


def test_what_does_not_arise_and_what_the_head_says_is_left_out() -> None:
    text = _text(regime(valid_to=date(2030, 1, 1)))
    assert "Named point" not in text
    assert "Legal basis" not in text
    assert "until 2030-01-01" in text


def test_whom_nothing_here_rings_stands_under_whom_to_tell() -> None:
    told = (
        "control_room/by_crossing_district",
        "federal_police/by_crossing_district",
        "prosecutor/by_crossing_district",
    )
    lines = _text(regime(notify_recipients=told)).splitlines()
    at = next(number for number, line in enumerate(lines) if line.startswith("Whom to tell"))
    assert lines[at + 1].strip() == (
        "rung from here: control rooms and joint centres only; tell yourself: "
        "federal police (by crossing district); prosecutor (by crossing district)"
    )
    assert "tell yourself" not in _text(regime(notify_recipients=told[:1]))


@given(row=holding_rows("a/BE-NL"))
def test_no_line_that_is_unsure_lacks_whom_to_check_with(row: Regime) -> None:
    for line in _text(row).splitlines():
        assert ("(unsure" in line) == ("check with" in line.partition("(unsure")[0]) or line.startswith("a/BE-NL")
