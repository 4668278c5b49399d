import os
import subprocess
import sys
from pathlib import Path

import pytest

from senningen.commands.up import _sign_ins
from senningen.settings import load_settings
from senningen.stack import environment_of
from streams.accounts import AccountsError

UP = [sys.executable, "-m", "senningen", "up"]


def test_elsewhere_than_on_this_machine_nobody_gets_accounts_unasked(tmp_path: Path) -> None:
    settings = load_settings({"SENNINGEN_FOLDER": str(tmp_path), "SENNINGEN_LISTEN": "0.0.0.0"})
    with pytest.raises(AccountsError, match="add them with `senningen accounts add`"):
        _sign_ins(settings)
    assert list(tmp_path.iterdir()) == []


def test_on_this_machine_there_are_sign_ins_and_the_same_ones_again(tmp_path: Path) -> None:
    settings = load_settings({"SENNINGEN_FOLDER": str(tmp_path)})
    first = _sign_ins(settings)
    assert any("maastricht" in line for line in first)
    assert _sign_ins(settings) == first


def test_a_fault_is_one_line_and_the_exit_is_not_zero(tmp_path: Path, jars: Path) -> None:
    folder = tmp_path / "kafka" / "jars"
    folder.mkdir(parents=True)
    for jar in jars.glob("*.jar"):
        (folder / jar.name).symlink_to(jar)
    (folder / "snakeyaml-2.5.jar").unlink()
    (folder / "snakeyaml-2.5.jar").write_bytes(b"changed")
    settings = load_settings({"SENNINGEN_FOLDER": str(tmp_path), "SENNINGEN_BORDERS_FILE": "own.geojson"})
    done = subprocess.run(
        UP, env={**os.environ, **environment_of(settings)}, capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode == 1
    assert done.stderr.splitlines()[-1].startswith("senningen up: changed jar snakeyaml-2.5.jar: expected sha256")
