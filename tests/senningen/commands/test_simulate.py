"""The command `senningen simulate`, as a person calls it."""

import json
from datetime import datetime
from pathlib import Path

import geopandas
import pytest
from typer.testing import CliRunner, Result

from geo.track_file import parse_track_file
from senningen.commands import simulate
from tests.worlds import WORLDS

MADE_UP = ("crossing", "beside", "turning", "elsewhere", "parked", "baarle", "street", "rough")
A_TIME = "expected a time such as 2026-01-01T12:00:00Z, with its offset from UTC"

pytestmark = pytest.mark.usefixtures("_straight_border")


@pytest.fixture
def _straight_border(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """An installation whose own border file has Belgium west of 6 degrees and the Netherlands east of it."""
    areas = WORLDS["border_at_six"]
    rows = geopandas.GeoDataFrame({"state": list(areas)}, geometry=list(areas.values()), crs="EPSG:4326")
    rows.to_file(tmp_path / "borders.gpkg")
    monkeypatch.setenv("SENNINGEN_FOLDER", str(tmp_path))
    monkeypatch.setenv("SENNINGEN_BORDERS_FILE", str(tmp_path / "borders.gpkg"))


def _run(out: Path, *arguments: str) -> Result:
    return CliRunner().invoke(simulate.app, ["--out", str(out), *arguments])


def _files(out: Path, *arguments: str) -> tuple[str, str]:
    result = _run(out, *arguments)
    assert result.exit_code == 0, result.output
    return (out / "tracks.csv").read_text(encoding="utf-8"), (out / "truth.jsonl").read_text(encoding="utf-8")


def test_tracks_are_read_as_tracks_and_the_truth_is_one_line_a_crossing(tmp_path: Path) -> None:
    tracks, truth = _files(tmp_path / "out", "--world", "crossing", "--units", "3", "--seed", "7")
    found = parse_track_file(tracks, "tracks.csv")
    lines = [json.loads(line) for line in truth.splitlines()]
    assert len(found) == 3
    assert {line["unit"] for line in lines} == {track.unit for track in found}
    for line in lines:
        (track,) = (track for track in found if track.unit == line["unit"])
        assert track.fixes[0].observed_at < datetime.fromisoformat(line["at"]) < track.fixes[-1].observed_at
        assert line["lon"] == pytest.approx(6.0, abs=1e-6)
        assert {*line["left"], *line["entered"]} == {"BE", "NL"}


def test_one_line_says_what_was_written(tmp_path: Path) -> None:
    result = _run(tmp_path / "out", "--world", "parked", "--units", "2", "--stay-s", "60")
    assert result.exit_code == 0
    out = tmp_path / "out"
    assert result.stdout == (
        f"parked, seed 1: 2 units, 0.0 km in 0.0 h, 122 fixes, 0 true crossings; "
        f"{out / 'tracks.csv'}, {out / 'truth.jsonl'}\n"
    )


def test_the_same_seed_writes_the_same_bytes(tmp_path: Path) -> None:
    asked = ("--world", "rough", "--units", "2")
    first = _files(tmp_path / "a", *asked)
    assert _files(tmp_path / "b", *asked) == first
    assert _files(tmp_path / "c", *asked, "--seed", "2") != first


def test_fixes_tell_no_more_than_asked(tmp_path: Path) -> None:
    tracks, _ = _files(tmp_path / "out", "--world", "turning", "--units", "1", "--no-speed", "--no-accuracy")
    fixes = parse_track_file(tracks, "tracks.csv")[0].fixes
    assert {(fix.accuracy_m, fix.speed_mps, fix.course_deg) for fix in fixes} == {(None, None, None)}
    told, _ = _files(tmp_path / "told", "--world", "turning", "--units", "1", "--noise", "white", "--sigma-m", "10")
    fixes = parse_track_file(told, "tracks.csv")[0].fixes
    assert {fix.accuracy_m for fix in fixes} == {15.1}
    assert all(fix.speed_mps is not None for fix in fixes)


def test_kilometres_are_driven_until_there_are_enough(tmp_path: Path) -> None:
    tracks, truth = _files(tmp_path / "out", "--world", "beside", "--km", "20")
    assert truth == ""
    assert 3 <= len(parse_track_file(tracks, "tracks.csv")) <= 10


def test_a_folder_with_files_is_left_alone_unless_forced(tmp_path: Path) -> None:
    out = tmp_path / "out"
    asked = ("--world", "parked", "--units", "1", "--stay-s", "10")
    _files(out, *asked)
    (out / "tracks.csv").write_text("mine", encoding="utf-8")
    refused = _run(out, *asked)
    assert refused.exit_code == 1
    assert refused.stderr == (
        f"senningen simulate: --out: expected an empty or new folder, got {out} with files in it; "
        "--force writes over them\n"
    )
    assert (out / "tracks.csv").read_text(encoding="utf-8") == "mine"
    assert _files(out, *asked, "--force")[0].startswith("seg,t,lat,lon,unit,")


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        ("--world banana", f"world: expected one of {', '.join(MADE_UP)}, got 'banana'"),
        ("--world parked --seed -1", "seed: expected a number from 0, got -1"),
        ("--world parked --units 0", "--units: expected 1 or more, got 0"),
        ("--world parked --km 0", "--km: expected kilometres above 0, up to a million, got 0.0"),
        ("--world parked --km 1", "--km: expected a world whose units go anywhere, got parked"),
        ("--world parked --stay-s 0", "--stay-s: expected 1 to 86400 seconds, got 0.0"),
        ("--world parked --sigma-m -3", "sigma_m: expected metres from 0 to 1000, got -3.0"),
        ("--world parked --start noon", f"--start: {A_TIME}, got 'noon'"),
        ("--world parked --start 2026-01-01T12:00", f"--start: {A_TIME}, got '2026-01-01T12:00'"),
    ],
)
def test_a_wrong_argument_is_one_line_and_no_folder(tmp_path: Path, arguments: str, complaint: str) -> None:
    result = _run(tmp_path / "out", *arguments.split())
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == f"senningen simulate: {complaint}\n"
    assert not (tmp_path / "out").exists()


def test_an_installation_without_borders_says_how_to_get_them(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("SENNINGEN_BORDERS_FILE")
    result = _run(tmp_path / "out", "--world", "parked")
    assert result.exit_code == 1
    assert "build it with: senningen borders build" in result.stderr
