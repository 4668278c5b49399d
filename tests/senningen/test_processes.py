import shutil
import subprocess
import sys

import psutil
import pytest

from senningen.processes import _setpriv, dies_with_us


def test_a_process_ends_when_its_parent_was_killed() -> None:
    code = (
        "import subprocess, sys; from senningen.processes import dies_with_us\n"
        "p = subprocess.Popen(dies_with_us(['sleep', '600'])); print(p.pid, flush=True); p.wait()"
    )
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE) as parent:
        assert parent.stdout is not None
        child = psutil.Process(int(parent.stdout.readline()))
        parent.kill()
        assert child.wait(timeout=10) is None


def test_where_the_system_has_no_such_means_the_command_is_left_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda _: None)
    _setpriv.cache_clear()
    try:
        assert dies_with_us(["sleep", "1"]) == ("sleep", "1")
    finally:
        _setpriv.cache_clear()
