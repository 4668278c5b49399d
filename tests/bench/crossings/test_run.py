"""One tiny real run: three units that cross, one that drives beside a border and one that is parked on it."""

from functools import cache
from pathlib import Path

import pytest

from bench.crossings import work
from bench.crossings.amounts import Amount, Part, parts
from bench.crossings.goals import figures
from bench.crossings.recorded import recorded_table
from bench.crossings.run import told
from bench.crossings.score import Score, scores_of
from tests.borders.built import FOLDER
from tests.producers.simulator.made import real_ground

AMOUNTS = (
    Amount("crossing", 3, 3, foretold=1),
    Amount("beside", 1, 1, foretold=1),
    Amount("parked", 1, 1, stay_s=60.0),
)


@cache
def scores() -> tuple[Score, ...]:
    work_ = parts(AMOUNTS, ["white", "correlated, motion told"])
    return tuple(score for part in work_ for score in scores_of(part, real_ground()))


def test_every_unit_is_scored_once_and_once_more_for_the_baseline_where_motion_is_not_told() -> None:
    assert [(score.sky, score.teller) for score in scores()].count(("white", "tracker")) == 5
    assert [(score.sky, score.teller) for score in scores()].count(("white", "baseline")) == 5
    assert len(scores()) == 15


def test_what_was_found_and_what_was_missed_are_all_that_is_deep() -> None:
    assert sum(score.deep for score in scores()) > 0
    assert all(len(score.hits) + score.missed == score.deep for score in scores())
    assert all(score.confirmed + score.withdrawn + score.still_open == score.told for score in scores())


def test_another_sky_changes_no_truth() -> None:
    ours = [score for score in scores() if score.teller == "tracker"]
    white, other = ([(s.km, s.deep) for s in ours if (s.sky == "white") == is_white] for is_white in (True, False))
    assert white == other


def test_a_reader_of_bare_fixes_tells_more_of_a_parked_unit_than_the_tracker() -> None:
    tracker, baseline = (
        sum(score.confirmed for score in scores() if (score.world, score.sky, score.teller) == ("parked", "white", who))
        for who in ("tracker", "baseline")
    )
    assert tracker < baseline


def test_the_card_is_printed_drawn_and_held_against_its_goals(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bench.crossings.run.ground_in", lambda _folder: real_ground())
    found = told(scores(), tmp_path)
    printed = capsys.readouterr().out
    assert "| crossing: recall, per mille" in printed
    assert "| motorway: announced, came true, %" in printed
    assert "Missed: a deep crossing without a confirmed crossing" in printed
    assert (tmp_path / "bench-crossings" / "delays.png").stat().st_size > 10_000
    goals = {figure.name: figure.goal for figure in found}
    assert goals["white: deep crossings missed"] == 1.0
    assert goals["correlated, motion told: invented, beside"] == 0.0
    assert {figure.benchmark for figure in found} == {"crossings"}


def test_without_a_deep_crossing_there_are_counts_alone() -> None:
    beside = [score for score in scores() if score.world == "beside"]
    assert {figure.name.split(": ")[1].split(",")[0] for figure in figures({"white": beside})} == {
        "invented",
        "doubled",
        "unfounded",
    }


def test_processes_bring_back_the_scores_in_order() -> None:
    done: list[int] = []
    small = [Part("white", "beside", 1, 1, 60.0), Part("white", "parked", 1, 1, 60.0)]
    found = list(work.all_scores(small, FOLDER, processes=1, progress=done.append))
    assert [(score.world, score.teller) for score in found] == [
        ("beside", "tracker"),
        ("beside", "baseline"),
        ("parked", "tracker"),
        ("parked", "baseline"),
    ]
    assert done == [1, 2]


def test_recorded_tracks_are_told_of_without_a_truth(tmp_path: Path) -> None:
    rows = [f"0,{1_767_254_400 + k},51.0,{5.5 + 0.0005 * k:.6f}" for k in range(900)]
    (tmp_path / "drive.csv").write_text("\n".join(["seg,t,lat,lon", *rows]), encoding="utf-8")
    (tmp_path / "notes.txt").write_text("not a track", encoding="utf-8")
    printed = recorded_table(tmp_path, real_ground().index)
    assert "| drive.csv |      1 |   900 |" in printed
    assert "1 first, 899 moved" in printed
    assert "NL" in printed
