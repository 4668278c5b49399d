import shutil
import subprocess
import sys
import time

import psutil
import pytest

from senningen.processes import _setpriv, dies_with_us


def _wait_for_command(process: psutil.Process, name: str) -> None:
    """Until the kernel was told whose death ends it, just before it becomes the command."""
    deadline = time.monotonic() + 10
    while process.name() != name:
        assert time.monotonic() < deadline, process.cmdline()
        time.sleep(0.01)


def test_a_process_ends_when_its_parent_was_killed() -> None:
    code = (
        "import subprocess, sys; from senningen.processes import dies_with_us\n"
        "p = subprocess.Popen(dies_with_us(['sleep', '600'])); print(p.pid, flush=True); p.wait()"
    )
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE) as parent:
        assert parent.stdout is not None
        child = psutil.Process(int(parent.stdout.readline()))
        _wait_for_command(child, "sleep")
        parent.kill()
        assert child.wait(timeout=10) is None


def test_where_the_system_has_no_such_means_the_command_is_left_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda _: None)
    _setpriv.cache_clear()
    try:
        assert dies_with_us(["sleep", "1"]) == ("sleep", "1")
    finally:
        _setpriv.cache_clear()
