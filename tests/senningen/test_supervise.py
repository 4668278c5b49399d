import asyncio
import os
import signal
import sys
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import psutil
import pytest

from senningen.child import Child, Finished
from senningen.supervise import Patience, Supervisor, SupervisorError

SERVE = "print('ready', flush=True); import time; time.sleep(600)"
QUICK = Patience(first_s=0.01, longest_s=0.02)


def python(name: str, code: str, **more: Any) -> Child:
    return Child(name=name, command=(sys.executable, "-S", "-c", code), **more)


class Said:
    """What the supervisor said, and a way to wait for it."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self._more = asyncio.Event()

    def __call__(self, line: str) -> None:
        self.lines.append(line)
        self._more.set()

    async def until(self, fits: Callable[[str], bool]) -> str:
        async with asyncio.timeout(20):
            while not (found := [line for line in self.lines if fits(line)]):
                self._more.clear()
                await self._more.wait()
        return found[0]


@asynccontextmanager
async def supervised(
    folder: Path, *stages: list[Child], said: Said | None = None, patience: Patience = QUICK
) -> AsyncIterator[Supervisor]:
    supervisor = Supervisor(stages, logs=folder / "logs", environment=os.environ, say=said or Said(), patience=patience)
    try:
        await supervisor.start()
        yield supervisor
    finally:
        await supervisor.stop()


async def test_a_stage_starts_when_the_stage_before_is_ready(tmp_path: Path) -> None:
    mark = tmp_path / "mark"
    first = python("first", f"open({str(mark)!r}, 'w').close(); {SERVE}")
    second = python("second", f"import os; assert os.path.exists({str(mark)!r}); {SERVE}")
    async with supervised(tmp_path, [first], [second], patience=Patience(before_ready=1)) as supervisor:
        assert supervisor.names == ("first", "second")


async def test_children_of_one_stage_start_together(tmp_path: Path) -> None:
    def meeting(own: str, other: str) -> str:
        return (
            f"import os, time; open({str(tmp_path / own)!r}, 'w').close()\n"
            f"while not os.path.exists({str(tmp_path / other)!r}): time.sleep(0.01)\n{SERVE}"
        )

    stage = [python("one", meeting("a", "b")), python("two", meeting("b", "a"))]
    async with supervised(tmp_path, stage) as supervisor:
        assert supervisor.pid("one") != supervisor.pid("two")


async def test_what_dies_is_started_again_and_said_with_the_log(tmp_path: Path) -> None:
    said = Said()
    async with supervised(tmp_path, [python("worker", SERVE)], said=said) as supervisor:
        before = supervisor.pid("worker")
        await supervisor.kill("worker")
        await supervisor.until_ready("worker")
        assert supervisor.pid("worker") not in (before, None)
    log = tmp_path / "logs" / "worker.log"
    assert f"worker ended by signal SIGKILL: ready; log: {log}; starts again in 0.01 s" in said.lines


async def test_what_never_becomes_ready_is_given_up_with_its_last_words(tmp_path: Path) -> None:
    said = Said()
    child = python("worker", "print('no topics here'); raise SystemExit(3)")
    with pytest.raises(SupervisorError) as caught:
        async with supervised(tmp_path, [child], said=said):
            pass
    log = tmp_path / "logs" / "worker.log"
    assert str(caught.value) == f"worker ended with status 3: no topics here; log: {log}; given up after 3 attempts"
    assert len(said.lines) == 2


async def test_what_is_not_ready_in_time_is_a_failure(tmp_path: Path) -> None:
    child = python("worker", "import time; time.sleep(600)", start_timeout_s=0.3)
    with pytest.raises(SupervisorError, match=r"worker was not ready within 0\.3 s"):
        async with supervised(tmp_path, [child], patience=Patience(before_ready=1)):
            pass


async def test_one_that_was_ready_once_is_given_more_patience(tmp_path: Path) -> None:
    mark = tmp_path / "mark"
    code = f"import os\nif os.path.exists({str(mark)!r}): raise SystemExit('gone')\nopen({str(mark)!r}, 'w')\n{SERVE}"
    patience = Patience(first_s=0.01, longest_s=0.01, before_ready=1, after_ready=4)
    async with supervised(tmp_path, [python("worker", code)], patience=patience) as supervisor:
        await supervisor.kill("worker")
        with pytest.raises(SupervisorError, match=r"gone; .* given up after 4 attempts"):
            await supervisor.failed()


async def test_a_preparation_that_fails_is_told_at_once_in_its_own_words(tmp_path: Path) -> None:
    def prepare() -> None:
        message = "kafka cannot start: port 29092 is in use"
        raise OSError(message)

    began = time.monotonic()
    with pytest.raises(SupervisorError) as caught:
        async with supervised(tmp_path, [python("kafka", SERVE, prepare=prepare)], patience=Patience()):
            pass
    assert str(caught.value) == "kafka cannot start: port 29092 is in use"
    assert time.monotonic() - began < 5


async def test_a_command_that_does_not_exist_is_told(tmp_path: Path) -> None:
    with pytest.raises(SupervisorError, match="nosuchcommand"):
        async with supervised(tmp_path, [Child(name="x", command=("/nosuchcommand",))]):
            pass


async def test_a_step_that_ends_well_is_not_started_again(tmp_path: Path) -> None:
    count = tmp_path / "count"
    step = python("topics", f"open({str(count)!r}, 'a').write('x')", ready=Finished())
    async with supervised(tmp_path, [step], [python("worker", SERVE)]) as supervisor:
        assert supervisor.pid("topics") is None
    assert count.read_text() == "x"


async def test_a_failed_step_stops_the_start(tmp_path: Path) -> None:
    step = python("topics", "raise SystemExit('inbox: expected the topic, got none')", ready=Finished())
    later = python("worker", f"open({str(tmp_path / 'started')!r}, 'w'); {SERVE}")
    with pytest.raises(SupervisorError, match="inbox: expected the topic, got none"):
        async with supervised(tmp_path, [step], [later]):
            pass
    assert not (tmp_path / "started").exists()


async def test_stages_are_stopped_in_reverse_order(tmp_path: Path) -> None:
    order = tmp_path / "order"

    def leaving(name: str) -> Child:
        code = (
            "import signal, sys, time\n"
            f"def leave(*_): open({str(order)!r}, 'a').write({name + ' '!r}); sys.exit(0)\n"
            f"signal.signal(signal.SIGTERM, leave)\n{SERVE}"
        )
        return python(name, code)

    async with supervised(tmp_path, [leaving("kafka")], [leaving("worker")], [leaving("web")]):
        pass
    assert order.read_text().split() == ["web", "worker", "kafka"]


async def test_one_that_will_not_stop_is_made_to_within_its_time(tmp_path: Path) -> None:
    code = f"import signal; signal.signal(signal.SIGTERM, signal.SIG_IGN); {SERVE}"
    async with supervised(tmp_path, [python("deaf", code, stop_timeout_s=0.3)]) as supervisor:
        pid = supervisor.pid("deaf")
        began = time.monotonic()
    assert time.monotonic() - began < 5
    assert pid is not None
    assert not psutil.pid_exists(pid)


async def test_what_a_child_started_ends_with_it(tmp_path: Path) -> None:
    mark = tmp_path / "pid"
    code = f"import subprocess as s; p = s.Popen(['sleep', '600']); open({str(mark)!r}, 'w').write(str(p.pid)); {SERVE}"
    async with supervised(tmp_path, [python("parent", code)]) as supervisor:
        grandchild = psutil.Process(int(mark.read_text()))
        await supervisor.kill("parent")
        await supervisor.until_ready("parent")
        assert grandchild.wait(timeout=10) is None


async def test_restart_halt_and_resume_are_no_failures(tmp_path: Path) -> None:
    said = Said()
    async with supervised(tmp_path, [python("worker", SERVE)], said=said) as supervisor:
        first = supervisor.pid("worker")
        await supervisor.restart("worker")
        second = supervisor.pid("worker")
        assert second not in (first, None)
        await supervisor.halt("worker")
        assert supervisor.pid("worker") is None
        await supervisor.resume("worker")
        assert supervisor.pid("worker") not in (second, None)
    assert all("ready after" in line for line in said.lines)


async def test_the_logs_of_the_last_starts_are_kept(tmp_path: Path) -> None:
    for word in ("first", "second"):
        async with supervised(tmp_path, [python("worker", f"print({word!r}); {SERVE}")]) as supervisor:
            log = supervisor.log_path("worker")
    assert "second" in log.read_text()
    assert "first" in log.with_name("worker.log.1").read_text()


async def test_stopping_while_something_is_still_starting_ends_it(tmp_path: Path) -> None:
    loop, preparing = asyncio.get_running_loop(), asyncio.Event()
    mark = str(tmp_path)
    slow = python("slow", f"{mark!r}; {SERVE}", prepare=lambda: loop.call_soon_threadsafe(preparing.set) and None)
    supervisor = Supervisor([[slow]], logs=tmp_path, environment=os.environ, say=Said())
    starting = asyncio.create_task(supervisor.start())
    await preparing.wait()
    starting.cancel()
    await supervisor.stop()
    assert not [child for child in psutil.Process().children(recursive=True) if mark in " ".join(child.cmdline())]


def test_the_children_of_a_supervisor_that_is_killed_end_too(tmp_path: Path) -> None:
    code = f"""
import asyncio, os, sys
from pathlib import Path
from typing import Any
from senningen.child import Child
from senningen.supervise import Supervisor
async def main():
    child = Child(name="child", command=(sys.executable, "-S", "-c", {SERVE!r}))
    supervisor = Supervisor([[child]], logs=Path({str(tmp_path)!r}), environment=os.environ, say=lambda line: None)
    await supervisor.start()
    print(supervisor.pid("child"), flush=True)
    await asyncio.sleep(600)
asyncio.run(main())
"""
    with psutil.Popen([sys.executable, "-c", code], stdout=-1) as supervisor:
        child = psutil.Process(int(supervisor.stdout.readline()))
        supervisor.send_signal(signal.SIGKILL)
        assert child.wait(timeout=10) is None
