import os
import subprocess
import sys

import pytest

from senningen.cli import WORDS


def senningen(*arguments: str, **environ: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "senningen", *arguments],
        capture_output=True, text=True, timeout=60, check=False, env=os.environ | environ,
    )  # fmt: skip


def test_help_lists_every_word() -> None:
    said = senningen("--help")
    assert said.returncode == 0
    assert all(word in said.stdout for word in WORDS)


def test_an_unknown_word_is_refused() -> None:
    said = senningen("bananas")
    assert said.returncode == 2
    assert "bananas" in said.stderr


@pytest.mark.parametrize("word", ["borders", "crossings", "push", "watch", "demo"])
def test_every_word_explains_itself(word: str) -> None:
    said = senningen(word, "--help")
    assert said.returncode == 0
    assert "Usage" in said.stdout


def test_a_bad_setting_is_one_line_and_no_traceback() -> None:
    said = senningen("topics", SENNINGEN_KAFKA_PORT="banana")
    assert said.returncode == 1
    assert said.stderr.startswith("senningen: setting SENNINGEN_KAFKA_PORT: expected")
    assert "Traceback" not in said.stderr
