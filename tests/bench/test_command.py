import os
import sys
from pathlib import Path

import pytest

from bench.command import CommandEndedError, running, words_of


@pytest.mark.parametrize(
    ("command_line", "name"),
    [
        (["python", "-m", "senningen", "worker", "coordinate"], "coordinate"),
        (["python", "-m", "senningen", "doors"], "doors"),
        (["/x/.venv/bin/python", "/x/.venv/bin/senningen", "gateway"], "gateway"),
        (["java", "-Xmx256m", "kafka.Kafka", "server.properties"], "kafka"),
        (["sleep", "60"], "sleep 60"),
    ],
)
def test_a_process_is_called_what_the_stack_calls_it(command_line: list[str], name: str) -> None:
    assert words_of(command_line) == name


async def test_a_command_that_ends_before_it_says_what_was_waited_for_is_told_with_its_last_lines() -> None:
    async with running(("crossings", "no-such-file.csv"), os.environ) as command:
        with pytest.raises(CommandEndedError, match=r"expected a line with 'ready'.*no-such-file"):
            await command.until("ready", within_s=60)


async def test_lines_are_heard_as_they_come_and_processes_have_names(tmp_path: Path) -> None:
    (tmp_path / "senningen.py").write_text(
        "import signal, subprocess, sys, time\n"
        "signal.signal(signal.SIGINT, signal.default_int_handler)  # a run in the background ignores it otherwise\n"
        "child = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(60)', '-m senningen web'])\n"
        "try:\n    print('web: ready after 0.1 s', flush=True)\n    time.sleep(60)\n"
        "except KeyboardInterrupt:\n    child.kill(); child.wait(); print('stopped', flush=True)\n"
    )
    async with running((), {"PATH": os.environ["PATH"]}, python=sys.executable, folder=tmp_path) as command:
        assert await command.until("web", within_s=60) == "web: ready after 0.1 s"
        assert set(command.processes()) == {"supervisor", "web"}
    assert command.lines[-1] == "stopped"
    assert command.process.returncode == 0
