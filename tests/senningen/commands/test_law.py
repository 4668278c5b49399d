"""The command `senningen law`, as a person calls it."""

import json
import re
from datetime import UTC, datetime
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from borders.law_page import law_page
from borders.load import load_regimes
from senningen.commands.law import app


@pytest.fixture(autouse=True)
def _wide(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "300")


def _run(*arguments: str) -> Result:
    return CliRunner().invoke(app, list(arguments))


def test_the_card_of_today_is_printed() -> None:
    result = _run("be", "NL")
    today = datetime.now(UTC).astimezone().date()
    assert result.exit_code == 0
    assert result.stdout.startswith(f"BE officers in NL, police, on {today.day} {today:%B %Y}\nNot legal advice")
    assert "benelux-2018/BE-NL: Benelux Police Treaty of 23 July 2018, article: check with" in result.stdout


def test_the_day_and_the_service_choose_the_rows() -> None:
    assert "benelux-1962/BE-NL" in _run("BE", "NL", "--on", "2005-07-01").stdout
    assert "naples-2/BE-NL" in _run("BE", "NL", "--service", "customs").stdout


def test_without_a_basis_it_says_so_and_that_is_no_fault() -> None:
    result = _run("NL", "FR")
    assert result.exit_code == 0
    assert "No known basis: hand over to the host" in result.stdout


def test_json_has_the_card_the_rows_and_their_sources() -> None:
    said = json.loads(_run("DE", "NL", "--on", "2026-01-01", "--json").stdout)
    assert [row["id"] for row in said["pursuit_regimes"]] == ["enschede-12/DE-NL", "enschede-17/DE-NL"]
    assert said["pursuit_regimes"][1]["trigger_params"]["max_km_before_border_in_sending_state"]["value"] == 150.0
    assert said["pursuit_regimes"][0]["hold"]["confidence"] == "verified"
    assert said["card"]["lines"][0]["field"] == "instrument"
    assert said["card"]["version"] == load_regimes().version


def test_list_names_every_row_and_whether_it_holds() -> None:
    lines = _run("--list", "--on", "2024-01-01").stdout.splitlines()
    assert len(lines) == len(load_regimes().regimes)
    assert "BE-NL police  holds   benelux-2018/BE-NL" in lines
    assert "BE-NL police  over    benelux-2004/BE-NL" in lines


def test_markdown_is_the_page() -> None:
    assert _run("--markdown").stdout == law_page(load_regimes())


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (("BE", "XX"), "TO: expected the ISO code of a European state, .* got 'XX'"),
        (("Belgium", "NL"), "FROM: expected the ISO code of a European state, .* got 'Belgium'"),
        (("BE",), "TO: expected the ISO code of a European state, .* got ''"),
        ((), "FROM: expected the ISO code of a European state, .* got ''"),
        (("BE", "be"), "expected two different states, got BE twice"),
        (("BE", "NL", "--on", "2024-02-30"), "--on: expected a day as 2024-05-31, got '2024-02-30'"),
        (("BE", "NL", "--on", "yesterday"), "--on: expected a day as 2024-05-31, got 'yesterday'"),
        (("BE", "NL", "--service", "army"), "'army' is not one of 'police', 'customs'"),
        (("BE", "NL", "FR"), "unexpected extra argument"),
    ],
)
def test_bad_input_is_refused_with_status_2(arguments: tuple[str, ...], expected: str) -> None:
    result = _run(*arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert re.search(expected, result.stderr)


def test_an_own_table_takes_the_place_of_ours(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    own = tmp_path / "own.toml"
    own.write_text("[[regime]]\nid = 'x'\npairs = ['BE-NL']\n", encoding="utf-8")
    monkeypatch.setenv("SENNINGEN_REGIMES_FILE", str(own))
    result = _run("BE", "NL")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith(f"senningen law: {own}, regime x: expected all 46 fields, got no instrument")
    assert result.stderr.count("\n") == 1
