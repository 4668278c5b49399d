import json
import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import psutil
import pytest

from senningen.commands.up import _sign_ins
from senningen.kafka.ports import free_port
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


def test_a_folder_that_cannot_be_written_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    done = subprocess.run(
        UP, env=os.environ | {"SENNINGEN_FOLDER": str(tmp_path / "file")}, capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert re.fullmatch(rf"senningen up: .*{tmp_path}/file.*\n", done.stderr)


BORDERS = {
    "type": "FeatureCollection",
    "features": [
        {
            "type": "Feature",
            "properties": {"state": state},
            "geometry": {"type": "Polygon", "coordinates": [[[w, 50], [w + 1, 50], [w + 1, 51], [w, 51], [w, 50]]]},
        }
        for state, w in (("BE", 5), ("NL", 6))
    ],
}


def until_ready(lines: Iterable[str]) -> Iterator[str]:
    for line in lines:
        yield line
        if line.startswith("ready up"):
            return


@pytest.mark.kafka
def test_ctrl_c_stops_everything_and_nothing_is_left(tmp_path: Path, jars: Path) -> None:
    (tmp_path / "kafka").mkdir()
    (tmp_path / "kafka" / "jars").symlink_to(jars)
    (tmp_path / "own.geojson").write_text(json.dumps(BORDERS))
    ports = dict.fromkeys(("web_port", "gateway_port", "doors_port", "osmand_port"), 0)
    settings = load_settings({}).model_copy(
        update={"folder": tmp_path, "kafka_port": free_port(), "borders_file": tmp_path / "own.geojson", **ports}
    )
    with psutil.Popen(UP, env={**os.environ, **environment_of(settings)}, stdout=-1, stderr=-2, text=True) as process:
        lines = iter(process.stdout.readline, "")
        told = list(until_ready(lines))
        assert told[-1].startswith("ready up http://127.0.0.1:"), "".join(told)
        children = psutil.Process(process.pid).children(recursive=True)
        process.send_signal(signal.SIGINT)
        told_at_the_end = list(lines)
        assert process.wait(60) == 0
    assert len(children) >= 6
    assert not [child for child in children if child.is_running()]
    assert told_at_the_end == ["stopping ...\n"]
