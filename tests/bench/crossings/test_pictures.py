from dataclasses import replace
from pathlib import Path

import pytest

from bench.crossings.foretold import Foretold, Lead
from bench.crossings.hit import hit
from bench.crossings.pictures import draw
from bench.crossings.scene import Scene, scenes_of
from bench.crossings.score import Score
from bench.crossings.truth import deep_changes, visits_of
from bench.crossings.verdict import verdict_on
from tests.bench.crossings.made_up import driving, told
from tests.producers.simulator.made import ground

SEEN = driving(0.0001, [told("BE", "NL", 100.0), told("NL", "BE", 104.0)])
VISITS = visits_of(SEEN.unit, ground())
NOTHING = Score(
    sky="white", teller="tracker", world="crossing", pace="road", km=2.8, deep=1, hits=(), missed=0, plain=1,
    plain_missed=0, never_told=0, invented=0, start_unsure=0, doubled=0, unfounded=0, told=0, confirmed=0,
    withdrawn=0, still_open=0, scenes=(),
)  # fmt: skip


def scenes(seen_told: bool) -> list[Scene]:
    verdict = verdict_on(VISITS, SEEN.told if seen_told else (), SEEN.within_s)
    return list(scenes_of(SEEN, verdict, "white, crossing seed 1"))


def test_a_scene_says_what_went_wrong_and_where_to_find_it_again() -> None:
    (back,) = scenes(seen_told=True)
    assert (back.fault, back.what, back.at_s) == ("unfounded", "NL > BE", 104.0)
    assert back.where == "white, crossing seed 1 BE/SIM-0001 road"
    assert [one.at_s for one in back.told] == [100.0, 104.0]
    assert back.fixes.t_s.min() == pytest.approx(104.0 - 45.0)
    (missed,) = scenes(seen_told=False)
    assert (missed.fault, missed.what) == ("missed", "BE > NL")
    assert missed.at_s == pytest.approx(100.0, abs=0.01)


def test_only_what_there_is_is_drawn(tmp_path: Path) -> None:
    assert list(draw({"white": [NOTHING]}, ground(), tmp_path)) == []


def test_a_picture_of_an_earlier_run_does_not_stay(tmp_path: Path) -> None:
    (tmp_path / "missed.png").write_bytes(b"old")
    assert list(draw({"white": [NOTHING]}, ground(), tmp_path)) == []
    assert not (tmp_path / "missed.png").exists()


def test_maps_delays_and_leads_are_drawn(tmp_path: Path) -> None:
    (change,) = deep_changes(VISITS)
    score = replace(
        NOTHING,
        hits=(hit(change, SEEN.told[0], SEEN, ground()),),
        scenes=(*scenes(seen_told=True), *scenes(seen_told=False)),
        foretold=Foretold(1, 1, 1, (0.1,), 0, 1, (Lead(40.0, 100.0, -3.0, is_within=True, place_m=20.0),)),
    )
    drawn = list(draw({"white": [score], "correlated": [score, score]}, ground(), tmp_path))
    assert [path.name for path in drawn] == ["missed.png", "unfounded.png", "delays.png", "leads.png"]
    assert all(path.read_bytes().startswith(b"\x89PNG") for path in drawn)
