import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.borders.built import built_layer


def _worker(*arguments: str, **environ: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "senningen", "worker", *arguments],
        capture_output=True, text=True, timeout=60, check=False, env=os.environ | environ,
    )  # fmt: skip


def test_there_are_two_workers_and_no_third() -> None:
    said = _worker("bananas")
    assert said.returncode == 2
    assert "bananas" in said.stderr
    assert "'coordinate'" in said.stderr


@pytest.mark.parametrize("which", ["track", "coordinate"])
def test_a_worker_without_a_border_layer_says_how_to_build_one(which: str, tmp_path: Path) -> None:
    said = _worker(which, SENNINGEN_FOLDER=str(tmp_path))
    assert said.returncode == 1
    assert "senningen borders build" in said.stderr
    assert "Traceback" not in said.stderr


def test_a_worker_without_kafka_says_so() -> None:
    built_layer()
    said = _worker("track", SENNINGEN_KAFKA="127.0.0.1:1")
    assert said.returncode == 1
    assert "127.0.0.1:1" in said.stderr
    assert "Traceback" not in said.stderr
