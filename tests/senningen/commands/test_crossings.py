"""The command `senningen crossings`, as a person calls it."""

import json
from itertools import pairwise
from pathlib import Path
from typing import Any

import geopandas
import pytest
from typer.testing import CliRunner, Result

from senningen.commands import crossings
from tests.borders.built import FOLDER, built_layer
from tests.worlds import WORLDS

HEAD = "seg,t,lat,lon\n"


@pytest.fixture
def _straight_border(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """An installation whose own border file has Belgium west of 6 degrees and the Netherlands east of it."""
    areas = WORLDS["border_at_six"]
    rows = geopandas.GeoDataFrame({"state": list(areas)}, geometry=list(areas.values()), crs="EPSG:4326")
    rows.to_file(tmp_path / "borders.gpkg")
    monkeypatch.setenv("SENNINGEN_FOLDER", str(tmp_path))
    monkeypatch.setenv("SENNINGEN_BORDERS_FILE", str(tmp_path / "borders.gpkg"))


def _run(file: Path, *options: str) -> Result:
    return CliRunner().invoke(crossings.app, [str(file), *options])


def _over(tmp_path: Path, text: str, name: str = "tour.csv", *options: str) -> tuple[list[dict[str, Any]], str]:
    """The lines the command prints, and what it says to standard error."""
    file = tmp_path / name
    file.write_text(text, encoding="utf-8")
    result = _run(file, *options)
    assert result.exit_code == 0, result.output
    return [json.loads(line) for line in result.stdout.splitlines()], result.stderr


@pytest.mark.usefixtures("_straight_border")
def test_a_crossing_is_one_line_of_json(tmp_path: Path) -> None:
    lines, said = _over(tmp_path, HEAD + "0,1767225600,50.5,5.99\n0,1767225620,50.5,6.01\n")
    assert lines == [
        {
            "type": "crossing", "unit": "BE/TRACK", "seg": "0", "left": ["BE"], "entered": ["NL"],
            "at": "2026-01-01T00:00:10Z", "not_before": "2026-01-01T00:00:00Z", "not_after": "2026-01-01T00:00:20Z",
            "lat": 50.5, "lon": 6.0, "status": "confirmed", "told_at": "2026-01-01T00:00:20Z",
            "confirmed_at": "2026-01-01T00:00:20Z", "guess": False, "start_unsure": False, "late": False,
        }
    ]  # fmt: skip
    assert said.startswith("2 fixes: 1 first, 1 moved; 1 crossing (1 confirmed); own-")


@pytest.mark.usefixtures("_straight_border")
def test_a_crossing_that_did_not_happen_is_one_line_that_says_so(tmp_path: Path) -> None:
    there = [5.998 + k * 2e-4 for k in range(12)]
    rows = [f"0,{k},50.5,{lon:.4f}\n" for k, lon in enumerate([*there, *there[::-1]])]
    (line,), said = _over(tmp_path, HEAD + "".join(rows))
    assert (line["status"], line["told_at"], line["entered"]) == ("withdrawn", "1970-01-01T00:00:11Z", ["NL"])
    assert "1 crossing (1 withdrawn)" in said


@pytest.mark.usefixtures("_straight_border")
def test_a_state_seen_coming_is_one_line_before_its_crossing(tmp_path: Path) -> None:
    rows = "".join(f"0,{second},50.5,{5.96 + second * 4e-4:.4f}\n" for second in range(120))
    ahead, over = _over(tmp_path, HEAD + rows, "tour.csv", "--forecast")[0]
    assert (ahead["type"], ahead["to"], ahead["outcome"]) == ("approach", ["NL"], "entered")
    assert ahead["announced_at"] < ahead["eta_from"] <= over["at"] <= ahead["eta_to"]
    assert set(ahead) >= {"eta", "lat", "lon", "probability", "settled_at"}


@pytest.mark.usefixtures("_straight_border")
def test_a_silence_is_two_lines_where_they_are_asked_for(tmp_path: Path) -> None:
    rows = "0,0,50.5,5.9\n0,61,50.5,5.9\n"
    lost, back = _over(tmp_path, HEAD + rows, "tour.csv", "--contacts")[0]
    assert (lost["type"], lost["kind"], lost["at"]) == ("contact", "lost", "1970-01-01T00:01:00Z")
    assert (back["kind"], back["at"], back["silent_since"]) == (
        "regained", "1970-01-01T00:01:01Z", "1970-01-01T00:00:00Z",
    )  # fmt: skip
    assert _over(tmp_path, HEAD + rows)[0] == []


@pytest.mark.usefixtures("_straight_border")
def test_what_the_installation_chose_counts_here_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SENNINGEN_TRACKER", "contact_lost_after_s=10, gap_after_s=5")
    lines, said = _over(tmp_path, HEAD + "0,0,50.5,5.9\n0,11,50.5,5.9\n", "tour.csv", "--contacts")
    assert (len(lines), "1 gap" in said) == (2, True)


@pytest.mark.usefixtures("_straight_border")
def test_a_walker_is_known_by_the_column_movement(tmp_path: Path) -> None:
    head, far = "seg,t,lat,lon,movement\n", "0,0,50.5,5.9,{0}\n0,10,50.5,5.906,{0}\n"
    assert "1 moved" in _over(tmp_path, head + far.format("road"))[1]
    assert "1 jump" in _over(tmp_path, head + far.format("foot"))[1]


@pytest.mark.usefixtures("_straight_border")
def test_a_receiver_that_knows_no_place_is_not_believed(tmp_path: Path) -> None:
    lines, said = _over(tmp_path, HEAD + "0,0,50.5,5.9\n0,1,0,0\n0,2,50.5,5.9001\n")
    assert lines == []
    assert said.startswith("3 fixes: 1 first, 1 moved, 1 null island; 0 crossings; ")


@pytest.mark.usefixtures("_straight_border")
def test_crossings_of_several_units_come_in_time_order_and_segments_are_not_joined(tmp_path: Path) -> None:
    belgian = "BE/1,0,20,50.5,5.99\nBE/1,0,40,50.5,6.01\nBE/1,1,41,50.5,5.99\n"
    dutch = "NL/2,0,0,50.5,6.01\nNL/2,0,19,50.5,5.99\n"
    lines, _ = _over(tmp_path, f"unit,{HEAD}{belgian}{dutch}")
    assert [(line["unit"], line["entered"]) for line in lines] == [("NL/2", ["BE"]), ("BE/1", ["NL"])]


@pytest.mark.usefixtures("_straight_border")
def test_after_a_silence_the_crossing_is_a_guess_and_the_counts_say_gap(tmp_path: Path) -> None:
    lines, said = _over(tmp_path, HEAD + "0,0,50.5,5.99\n0,100,50.5,6.01\n0,100,50.5,6.02\n")
    assert [line["guess"] for line in lines] == [True]
    assert said.startswith("3 fixes: 1 first, 1 gap, 1 clock back; 1 crossing (1 confirmed); ")


@pytest.mark.usefixtures("_straight_border")
def test_a_crossing_told_in_one_chunk_and_confirmed_in_the_next_is_one_line(tmp_path: Path) -> None:
    rows = [f"0,{k},50.5,{6.0001 + (k - 999) * 2e-4:.4f}\n" for k in range(1_200)]
    (line,), said = _over(tmp_path, HEAD + "".join(rows))
    assert (line["status"], line["told_at"]) == ("confirmed", "1970-01-01T00:16:39Z")
    assert line["confirmed_at"] > "1970-01-01T00:16:40Z"
    assert said.startswith("1200 fixes: 1 first, 1199 moved; 1 crossing (1 confirmed); ")


@pytest.mark.usefixtures("_straight_border")
def test_a_gpx_is_read_too(tmp_path: Path) -> None:
    point = '<trkpt lat="50.5" lon="{}"><time>2026-01-01T00:00:{}Z</time></trkpt>'
    points = point.format(5.99, "00") + point.format(6.01, "20")
    lines, _ = _over(tmp_path, f"<gpx><trk><trkseg>{points}</trkseg></trk></gpx>", "tour.gpx")
    assert [line["at"] for line in lines] == ["2026-01-01T00:00:10Z"]


@pytest.mark.usefixtures("_straight_border")
@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        (b"seg,t,lat,lon\n0,0,91,5\n", "tour.csv, line 2, lat: expected a latitude within -90..90 degrees, got 91.0"),
        (b"seg,t,lat,lon\n0,0,5\xff,5\n", "tour.csv: expected UTF-8 text, got byte 0xff at 19"),
        (b"", "tour.csv, line 1, header: expected a column seg, got nothing"),
    ],
)
def test_a_file_that_cannot_be_used_is_one_line_and_no_output(tmp_path: Path, content: bytes, complaint: str) -> None:
    file = tmp_path / "tour.csv"
    file.write_bytes(content)
    result = _run(file)
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == f"senningen crossings: {complaint}\n"


def test_a_file_that_is_not_there_is_one_line(tmp_path: Path) -> None:
    result = _run(tmp_path / "none.csv")
    assert result.exit_code == 1
    assert result.stderr.startswith("senningen crossings: ")
    assert "none.csv" in result.stderr


def test_on_the_real_layer_a_walk_through_baarle_changes_country_at_every_enclave(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    built_layer()
    monkeypatch.setenv("SENNINGEN_FOLDER", str(FOLDER))
    lines, said = _over(tmp_path, HEAD + "".join(f"0,{k * 20},51.438,{4.90 + k * 0.002}\n" for k in range(31)))
    assert {(*line["left"], *line["entered"]) for line in lines} == {("BE", "NL"), ("NL", "BE")}
    assert all(a["entered"] == b["left"] for a, b in pairwise(lines))
    assert "OpenStreetMap" in said
