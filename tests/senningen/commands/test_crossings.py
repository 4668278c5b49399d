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


def _run(file: Path) -> Result:
    return CliRunner().invoke(crossings.app, [str(file)])


def _over(tmp_path: Path, text: str, name: str = "tour.csv") -> tuple[list[dict[str, Any]], str]:
    """The lines the command prints, and what it says to standard error."""
    file = tmp_path / name
    file.write_text(text, encoding="utf-8")
    result = _run(file)
    assert result.exit_code == 0, result.output
    return [json.loads(line) for line in result.stdout.splitlines()], result.stderr


@pytest.mark.usefixtures("_straight_border")
def test_a_crossing_is_one_line_of_json(tmp_path: Path) -> None:
    lines, said = _over(tmp_path, HEAD + "0,1767225600,50.5,5.9\n0,1767225610,50.5,6.1\n")
    assert lines == [
        {
            "unit": "BE/TRACK", "seg": "0", "left": ["BE"], "entered": ["NL"], "at": "2026-01-01T00:00:05Z",
            "not_before": "2026-01-01T00:00:00Z", "not_after": "2026-01-01T00:00:10Z", "lat": 50.5, "lon": 6.0,
            "status": "confirmed", "confirmed_at": "2026-01-01T00:00:10Z", "guess": False,
        }
    ]  # fmt: skip
    assert said.startswith("2 fixes: 1 first, 1 moved; 1 crossing; own-")


@pytest.mark.usefixtures("_straight_border")
def test_crossings_of_several_units_come_in_time_order_and_segments_are_not_joined(tmp_path: Path) -> None:
    belgian = "BE/1,0,10,50.5,5.9\nBE/1,0,20,50.5,6.1\nBE/1,1,21,50.5,5.9\n"
    dutch = "NL/2,0,0,50.5,6.1\nNL/2,0,9,50.5,5.9\n"
    lines, _ = _over(tmp_path, f"unit,{HEAD}{belgian}{dutch}")
    assert [(line["unit"], line["entered"]) for line in lines] == [("NL/2", ["BE"]), ("BE/1", ["NL"])]


@pytest.mark.usefixtures("_straight_border")
def test_after_a_silence_the_crossing_is_a_guess_and_the_counts_say_gap(tmp_path: Path) -> None:
    lines, said = _over(tmp_path, HEAD + "0,0,50.5,5.9\n0,100,50.5,6.1\n0,100,50.5,6.2\n")
    assert [line["guess"] for line in lines] == [True]
    assert said.startswith("3 fixes: 1 first, 1 gap, 1 clock back; 1 crossing; ")


@pytest.mark.usefixtures("_straight_border")
def test_a_long_track_is_the_same_in_chunks(tmp_path: Path) -> None:
    rows = [f"0,{k},50.5,{5.9 + 0.2 * (k % 2)}" for k in range(2_500)]
    lines, said = _over(tmp_path, HEAD + "\n".join(rows))
    assert len(lines) == 2_499
    assert all(a["at"] < b["at"] and a["entered"] == b["left"] for a, b in pairwise(lines))
    assert "2499 crossings" in said


@pytest.mark.usefixtures("_straight_border")
def test_a_gpx_is_read_too(tmp_path: Path) -> None:
    point = '<trkpt lat="50.5" lon="{}"><time>2026-01-01T00:00:{}Z</time></trkpt>'
    points = point.format(5.9, "00") + point.format(6.1, "10")
    lines, _ = _over(tmp_path, f"<gpx><trk><trkseg>{points}</trkseg></trk></gpx>", "tour.gpx")
    assert [line["at"] for line in lines] == ["2026-01-01T00:00:05Z"]


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
