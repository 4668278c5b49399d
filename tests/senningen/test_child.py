import os
import signal
import sys
from pathlib import Path

import psutil
import pytest

from senningen.child import Child, ChildError, Finished, PortOpen, Ready, ReadyLine, Run, rotate
from senningen.kafka.ports import free_port


async def started(folder: Path, code: str, ready: Ready, start_timeout_s: float = 20.0) -> Run:
    command = (sys.executable, "-S", "-c", code)
    child = Child("child", command, ready, start_timeout_s=start_timeout_s, stop_timeout_s=0.3)
    return await Run.start(child, folder / "child.log", os.environ)


async def test_it_is_ready_when_it_prints_a_line_that_begins_with_ready(tmp_path: Path) -> None:
    run = await started(tmp_path, "print('ready web', flush=True); import time; time.sleep(600)", ReadyLine())
    await run.until_ready()
    await run.kill()


async def test_a_line_that_only_speaks_of_ready_does_not_count(tmp_path: Path) -> None:
    run = await started(tmp_path, "print('not ready'); print('readying')", ReadyLine())
    with pytest.raises(ChildError, match="ended with status 0: readying"):
        await run.until_ready()
    await run.kill()


async def test_the_ready_line_of_an_earlier_run_does_not_count(tmp_path: Path) -> None:
    first = await started(tmp_path, "print('ready')", ReadyLine())
    await first.until_ended()
    second = await started(tmp_path, "print('no')", ReadyLine())
    with pytest.raises(ChildError, match="ended with status 0: no"):
        await second.until_ready()
    await second.kill()


async def test_it_is_ready_when_its_port_is_open(tmp_path: Path) -> None:
    port = free_port()
    code = f"import socket, time; s = socket.create_server(('127.0.0.1', {port})); time.sleep(600)"
    run = await started(tmp_path, code, PortOpen(port))
    await run.until_ready()
    await run.kill()


async def test_a_step_is_ready_when_it_has_ended_well(tmp_path: Path) -> None:
    run = await started(tmp_path, "pass", Finished())
    await run.until_ready()
    assert await run.until_ended() == 0


async def test_one_that_prints_nothing_says_so(tmp_path: Path) -> None:
    run = await started(tmp_path, "raise SystemExit(2)", Finished())
    with pytest.raises(ChildError, match="ended with status 2: it printed nothing"):
        await run.until_ready()
    await run.kill()


async def test_one_that_takes_too_long_says_so(tmp_path: Path) -> None:
    run = await started(tmp_path, "import time; time.sleep(600)", ReadyLine(), start_timeout_s=0.2)
    with pytest.raises(ChildError, match=r"was not ready within 0\.2 s"):
        await run.until_ready()
    await run.kill()


async def test_it_lives_in_a_session_of_its_own_so_that_ctrl_c_does_not_reach_it(tmp_path: Path) -> None:
    run = await started(tmp_path, "print('ready', flush=True); import time; time.sleep(600)", ReadyLine())
    await run.until_ready()
    assert os.getsid(run.pid) == run.pid != os.getsid(0)
    await run.kill()


async def test_one_that_is_deaf_to_sigterm_is_ended_after_its_time(tmp_path: Path) -> None:
    code = "import signal, time; signal.signal(15, signal.SIG_IGN); print('ready', flush=True); time.sleep(600)"
    run = await started(tmp_path, code, ReadyLine())
    await run.until_ready()
    await run.stop()
    assert not psutil.pid_exists(run.pid)
    assert run.ending() == f"ended by signal {signal.SIGKILL.name}: ready"


def test_rotating_keeps_three_logs_of_earlier_starts(tmp_path: Path) -> None:
    log = tmp_path / "web.log"
    for start in range(6):
        rotate(log)
        log.write_text(str(start))
    kept = {path.name: path.read_text() for path in tmp_path.iterdir()}
    assert kept == {"web.log": "5", "web.log.1": "4", "web.log.2": "3", "web.log.3": "2"}


def test_rotating_without_a_log_does_nothing(tmp_path: Path) -> None:
    rotate(tmp_path / "web.log")
    assert list(tmp_path.iterdir()) == []
