import importlib
import json

import pytest

import bench.__main__ as bench_main
from bench.__main__ import BENCHMARKS, main
from bench.figure import Figure


@pytest.mark.parametrize("name", sorted(BENCHMARKS))
def test_every_benchmark_that_is_named_is_there(name: str) -> None:
    module, function, _ = BENCHMARKS[name]
    assert callable(getattr(importlib.import_module(module), function))


def test_an_unknown_name_is_refused_with_the_known_ones(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["speed"])
    assert "expected names out of locate, decided, gateway, line" in capsys.readouterr().err


def test_the_figures_come_last_one_json_line_each_and_a_missed_goal_is_said(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    figures = [Figure("line", "p50", 160.0, "ms", 150.0), Figure("line", "p99", 400.0, "ms")]
    monkeypatch.setattr(bench_main, "_measured", lambda _name: figures)
    main(["line"])
    told = capsys.readouterr()
    assert [json.loads(line)["figure"] for line in told.out.strip().splitlines()] == ["p50", "p99"]
    assert told.err.strip() == "over its goal of 150 ms: p50: 160.0"
