"""The demo as a new user runs it, and what it says when it cannot."""

import json
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from senningen.commands.accounts import ensure_demo_accounts, remove_account
from senningen.kafka.ports import free_port
from tests.borders.built import FOLDER, built_layer

pytestmark = [pytest.mark.kafka, pytest.mark.timeout(240)]


@pytest.fixture(scope="module")
def folder(jars: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of its own, with the jars and the border layer that are there already."""
    built_layer()
    folder = tmp_path_factory.mktemp("demo")
    shutil.copytree(FOLDER / "borders", folder / "borders")
    (folder / "kafka").mkdir()
    (folder / "kafka" / "jars").symlink_to(jars, target_is_directory=True)
    return folder


def _ports() -> dict[str, str]:
    return {f"SENNINGEN_{name}_PORT": str(free_port()) for name in ("KAFKA", "WEB", "GATEWAY", "DOORS", "OSMAND")}


def _demo(folder: Path, **environ: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "senningen", "demo", "--exit-after-alert"],
        capture_output=True, text=True, timeout=150, check=False,
        env=os.environ | {"SENNINGEN_FOLDER": str(folder)} | _ports() | environ,
    )  # fmt: skip


def test_the_demo_rings_the_neighbour_and_prints_the_times(folder: Path) -> None:
    played = _demo(folder)
    assert played.returncode == 0, played.stderr
    said = json.loads(played.stdout)
    assert (said["room"], said["phase"], said["priority"]) == ("NL/MK-MAASTRICHT", "entered", 1)
    assert said["mode"] == "exercise"
    assert 50.760 < said["lat"] < 50.7605
    assert said["fix_to_console_ms"] > 0
    assert "#token=" in played.stderr


def test_a_demo_whose_worker_cannot_start_says_why_within_60_s(folder: Path, tmp_path: Path) -> None:
    broken = tmp_path / "borders.fgb"
    broken.write_text("no border layer")
    began_s = time.monotonic()
    played = _demo(folder, SENNINGEN_BORDERS_FILE=str(broken))
    assert played.returncode != 0
    assert time.monotonic() - began_s < 60
    assert "borders.fgb" in played.stderr
    assert "Traceback" not in played.stderr.splitlines()[-1]


def test_a_demo_that_is_told_to_stop_before_the_alert_does_not_end_as_if_it_had_rung(folder: Path) -> None:
    command = [sys.executable, "-m", "senningen", "demo", "--exit-after-alert"]
    environ = os.environ | _ports() | {"SENNINGEN_FOLDER": str(folder)}
    with subprocess.Popen(command, env=environ, stdout=-1, stderr=-1, text=True) as process:
        assert process.stderr is not None
        assert any("starting Kafka" in line for line in process.stderr)
        process.terminate()
        told, complaints = process.communicate(timeout=60)
    assert (process.returncode, told) == (1, "")
    assert complaints.splitlines()[-1] == "senningen demo: told to stop before the neighbour's console had its alert"


def test_a_demo_prints_no_sign_ins_to_the_world(folder: Path) -> None:
    played = _demo(folder, SENNINGEN_LISTEN="0.0.0.0")
    assert played.returncode == 1
    assert "loopback only" in played.stderr
    assert "#token=" not in played.stderr


def test_accounts_that_the_demo_did_not_make_are_left_alone(folder: Path, tmp_path: Path) -> None:
    accounts = tmp_path / "accounts.toml"
    accounts.write_text("")
    played = _demo(folder, SENNINGEN_ACCOUNTS=str(accounts))
    assert played.returncode == 1
    assert "was not made by the demo" in played.stderr
    assert accounts.read_text() == ""


def test_a_demo_without_one_of_its_accounts_says_which_and_what_to_do(folder: Path, tmp_path: Path) -> None:
    accounts = tmp_path / "accounts.toml"
    ensure_demo_accounts(accounts)
    remove_account(accounts, "maastricht")
    played = _demo(folder, SENNINGEN_ACCOUNTS=str(accounts))
    assert played.returncode == 1
    assert "were removed (maastricht)" in played.stderr
    assert "Traceback" not in played.stderr
    accounts.unlink()
    assert "maastricht" in ensure_demo_accounts(accounts)
