"""The command `senningen rooms`, as an administrator calls it."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from senningen.commands.rooms import app


def _run(*arguments: str) -> Result:
    return CliRunner().invoke(app, list(arguments))


@pytest.fixture
def _told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    numbers = tmp_path / "telephones.csv"
    numbers.write_text("id,telephone,telephone_only\nLU/CIN,+00 11,yes\n")
    monkeypatch.setenv("SENNINGEN_TELEPHONES_FILE", str(numbers))


@pytest.mark.usefixtures("_told")
def test_a_states_rooms_are_listed_with_how_sure_they_are_and_how_they_are_reached() -> None:
    result = _run("LU")
    centre, national = result.stdout.splitlines()
    assert result.exit_code == 0
    assert centre.split()[:4] == ["LU/CCPD-LUXEMBOURG", "coordination", "verified", "-"]
    assert national.startswith("LU/CIN ")
    assert "+00 11 (telephone only) Centre d'intervention national" in national


def test_without_a_state_all_rooms_are_listed() -> None:
    lines = _run().stdout.splitlines()
    assert len(lines) == 68
    assert sum(" memory " in line for line in lines) == 6


@pytest.mark.usefixtures("_told")
def test_json_says_all_that_is_known_of_each_room() -> None:
    centre, national = map(json.loads, _run("LU", "--json").stdout.splitlines())
    assert (national["telephone"], national["telephone_only"], centre["telephone"]) == ("+00 11", True, None)
    assert (centre["confidence"], centre["role"], centre["languages"]) == ("verified", "coordination", ["fr", "de"])
    assert "BE-WLX" in centre["areas"]
    assert "Eupen" in centre["note"]


@pytest.mark.parametrize("state", ["XX", "lu", ""])
def test_a_state_without_rooms_is_refused_with_those_that_have_some(state: str) -> None:
    result = _run(state)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "BE, DE, FR, LU" in result.stderr


def test_rooms_that_cannot_be_read_are_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SENNINGEN_ROOMS_FILE", "nowhere.csv")
    result = _run()
    assert (result.exit_code, result.stderr.count("\n")) == (1, 1)
    assert result.stderr.startswith("senningen rooms: expected a rooms file in UTF-8 at nowhere.csv")
