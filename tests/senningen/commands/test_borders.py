"""The command `senningen borders`, as a person calls it."""

import json
import re
from importlib.resources import files
from pathlib import Path

import geopandas
import pytest
from shapely.geometry import box
from typer.testing import CliRunner, Result

from borders.load import load_directory
from senningen.commands.borders import app
from tests.borders.built import FOLDER, built_layer


@pytest.fixture(autouse=True)
def _folder(monkeypatch: pytest.MonkeyPatch) -> None:
    built_layer()
    monkeypatch.setenv("SENNINGEN_FOLDER", str(FOLDER))
    monkeypatch.setenv("COLUMNS", "200")


def _run(*arguments: str) -> Result:
    return CliRunner().invoke(app, list(arguments))


@pytest.mark.parametrize(
    ("lat", "lon", "answer"),
    [
        ("51.4357", "4.9414", "BE"),
        ("50.8483", "5.6889", "NL"),
        ("49.69847", "6.48234", "DE LU"),
        ("51.5", "-0.1", "outside the map"),
        ("-33.9", "-70.5", "outside the map"),
        ("0", "-180", "outside the map"),
    ],
)
def test_where_answers_with_the_states_alone(lat: str, lon: str, answer: str) -> None:
    result = _run("where", lat, lon)
    assert (result.exit_code, result.stdout) == (0, f"{answer}\n")


@pytest.mark.parametrize(
    ("lat", "lon", "expected"),
    [
        ("91", "4", "expected latitude in decimal degrees from -90 to 90, got '91'"),
        ("-90.1", "4", "expected latitude in decimal degrees from -90 to 90, got '-90.1'"),
        ("51", "180.5", "expected longitude in decimal degrees from -180 to 180, got '180.5'"),
        ("51", "-181", "got '-181'"),
        ("nan", "4", "expected latitude .* got 'nan'"),
        ("51", "inf", "expected longitude .* got 'inf'"),
        ("51,4", "4.9", "expected latitude .* got '51,4'"),
        ("51N", "4.9", "expected latitude .* got '51N'"),
        ("", "4.9", "expected latitude .* got ''"),
    ],
)
def test_bad_coordinates_are_refused(lat: str, lon: str, expected: str) -> None:
    result = _run("where", lat, lon)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert re.search(expected, result.stderr)


def test_where_json_says_states_town_rooms_and_where_the_lines_come_from() -> None:
    answer = json.loads(_run("where", "50.7789", "5.7106", "--json").stdout)
    assert answer["states"] == ["NL"]
    assert answer["town"]["name"] == "Eijsden"
    assert answer["town"]["distance_m"] < 1000
    assert answer["rooms"] == {
        "NL": {
            "basis": "area",
            "area": "NL-VR24",
            "ids": ["NL/MK-MAASTRICHT", "NL/LE-DRIEBERGEN"],
            "copies": ["NL/EPICC-KERKRADE"],
            "telephones": {"NL/MK-MAASTRICHT": None, "NL/LE-DRIEBERGEN": None, "NL/EPICC-KERKRADE": None},
            "telephone_only": [],
        }
    }
    assert answer["crossing_point"] is None
    assert answer["version"].startswith("timezonefinder-data-")
    assert "OpenStreetMap" in answer["attribution"]
    assert "GeoNames" in answer["attribution"]


def test_where_json_in_a_condominium_has_the_rooms_of_both_states() -> None:
    answer = json.loads(_run("where", "--json", "49.69847", "6.48234").stdout)
    assert set(answer["rooms"]) == {"DE", "LU"}
    assert answer["rooms"]["LU"]["ids"] == ["LU/CIN"]
    assert answer["rooms"]["DE"]["ids"] == ["DE/RP-TRIER"]


def test_where_json_says_telephones_and_the_crossing_point_of_an_installation_that_has_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    numbers = tmp_path / "telephones.csv"
    numbers.write_text("id,telephone,telephone_only\nNL/MK-MAASTRICHT,+00 11,no\nNL/EPICC-KERKRADE,+00 12,yes\n")
    monkeypatch.setenv("SENNINGEN_TELEPHONES_FILE", str(numbers))
    monkeypatch.setenv("SENNINGEN_CROSSING_POINTS_FILE", str(FOLDER.parent / "docs/examples/crossing_points.csv"))
    answer = json.loads(_run("where", "50.7605", "5.7252", "--json").stdout)
    rooms = answer["rooms"]["NL"]
    assert (rooms["telephones"]["NL/MK-MAASTRICHT"], rooms["telephones"]["NL/LE-DRIEBERGEN"]) == ("+00 11", None)
    assert rooms["telephone_only"] == ["NL/EPICC-KERKRADE"]
    assert answer["crossing_point"] == {
        "name": "Moelingen/Eijsden", "road": "E25", "direction": "BE>NL", "names": {"fr": "Mouland/Eijsden"},
    }  # fmt: skip


def test_check_prints_one_line_per_fact_and_all_are_ok_but_the_telephones_we_do_not_have() -> None:
    result = _run("check")
    lines = result.stdout.splitlines()
    assert result.exit_code == 1
    assert {"OK    areas without a primary room: none", "OK    crossing points away from their border: none"} <= {
        *lines
    }
    (fault,) = [line for line in lines[1:] if not line.startswith(("OK ", "WARN "))]
    warned = [line.partition(":")[0] for line in lines if line.startswith("WARN ")]
    assert warned == [
        "WARN  treaty rows that no legal service has signed off",
        "WARN  treaty rows whose source has no known day",
        "WARN  recipients of treaty rows that nothing here rings",
    ]
    assert fault.startswith("FAULT rooms without a telephone number: expected none, got 68 of 68")
    assert "SENNINGEN_TELEPHONES_FILE" in fault


def test_check_of_an_installation_that_has_entered_its_telephones_is_ok(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    numbers = tmp_path / "telephones.csv"
    rows = [f"{room.id},112" for room in load_directory().rooms]
    numbers.write_text("\n".join(["id,telephone", *rows]))
    monkeypatch.setenv("SENNINGEN_TELEPHONES_FILE", str(numbers))
    result = _run("check")
    assert result.exit_code == 0
    assert "OK    rooms without a telephone number: none" in result.stdout


@pytest.mark.parametrize("name", ["ROOMS", "TELEPHONES", "AREAS", "CROSSING_POINTS"])
def test_a_file_that_is_not_there_is_one_line(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setenv(f"SENNINGEN_{name}_FILE", "nowhere")
    for word in (("check",), ("where", "51", "5", "--json")):
        result = _run(*word)
        assert (result.exit_code, result.stderr.count("\n")) == (1, 1)
        assert "nowhere" in result.stderr


def test_check_of_an_odd_own_file_and_odd_rooms_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    own = tmp_path / "own.gpkg"
    geopandas.GeoDataFrame({"land": ["BE"]}, geometry=[box(5, 50, 6, 51)], crs="EPSG:4326").to_file(own)
    rooms = tmp_path / "rooms.csv"
    rooms.write_text(
        "id,state,name,languages,areas,kind,role,confidence,source,seat,note\nBE/A,BE,A,fr,BE-ZZZ,cic,primary,memory,,,\n"
    )
    monkeypatch.setenv("SENNINGEN_BORDERS_FILE", str(own))
    monkeypatch.setenv("SENNINGEN_BORDERS_STATE_COLUMN", "land")
    monkeypatch.setenv("SENNINGEN_ROOMS_FILE", str(rooms))
    result = _run("check")
    assert result.exit_code == 1
    assert "FAULT the own file: expected no faults, got DE is not in this layer" in result.stdout
    assert "FAULT rooms that serve an unknown area: expected none, got BE/A BE-ZZZ" in result.stdout


def test_check_holds_the_treaty_rows_in_use(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "OK    borders of the map without a treaty row in force: none" in _run("check").stdout
    text = (files("borders") / "data" / "regimes.toml").read_text(encoding="utf-8")
    own = tmp_path / "own.toml"
    own.write_text(text.replace('pairs = ["BE-LU"]', 'pairs = ["BE-CH"]'), encoding="utf-8")
    monkeypatch.setenv("SENNINGEN_REGIMES_FILE", str(own))
    assert "FAULT borders of the map without a treaty row in force: expected none, got BE-LU" in _run("check").stdout
    own.write_text("[regime", encoding="utf-8")
    result = _run("check")
    assert (result.exit_code, result.stderr.count("\n")) == (1, 1)
    assert result.stderr.startswith(f"senningen borders: {own}: expected TOML, got")


@pytest.mark.parametrize("word", [("check",), ("where", "51", "5")])
def test_without_a_layer_one_line_says_how_to_build_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, word: tuple[str, ...]
) -> None:
    monkeypatch.setenv("SENNINGEN_FOLDER", str(tmp_path))
    result = _run(*word)
    assert result.exit_code == 1
    assert result.stderr.count("\n") == 1
    assert "build it with: senningen borders build" in result.stderr


def test_build_says_what_it_built_and_where(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SENNINGEN_FOLDER", str(tmp_path))
    result = _run("build")
    assert result.exit_code == 0
    assert built_layer().version in result.stdout
    assert list((tmp_path / "borders").glob("layer-*.fgb"))
    assert _run("where", "51.4357", "4.9414").stdout == "BE\n"


def test_build_into_a_folder_that_cannot_be_one_is_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("SENNINGEN_FOLDER", str(tmp_path / "file"))
    result = _run("build")
    assert result.exit_code == 1
    assert "senningen borders: " in result.stderr
