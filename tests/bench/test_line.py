import pytest

from bench.ground import furnished_folder
from bench.line import measure
from bench.way import STEPS

pytestmark = [pytest.mark.kafka, pytest.mark.timeout(180)]


async def test_two_crossings_on_the_whole_stack_give_every_figure(capsys: pytest.CaptureFixture[str]) -> None:
    with furnished_folder() as folder:
        figures = {figure.name: figure for figure in await measure(folder, crossings=2, every_s=0.2, base_map=False)}
    assert figures["fix to console p50"].goal == 150.0
    assert figures["fix to console max"].value >= figures["door to console max"].value > 0
    assert figures["one hop p50"].value > 0
    assert all(f"{step} p50" in figures for step in STEPS)
    assert "Where the time goes" in capsys.readouterr().out
