"""One process of the stack: how it is started, how it says that it is ready, where its log is, how it ends."""

import asyncio
import os
import re
import signal
from asyncio.subprocess import DEVNULL, Process
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from senningen.kafka.ports import is_open
from senningen.processes import dies_with_us

__all__ = ["Child", "ChildError", "Finished", "PortOpen", "Ready", "ReadyLine", "Run", "rotate"]

_LOOK_EVERY_S = 0.05
_KEPT_LOGS = 3
_READY = re.compile(rb"^ready\b.*\n", re.MULTILINE)


class ChildError(RuntimeError):
    """A process ended or was not ready in time: how, and its last words."""


@dataclass(frozen=True, slots=True)
class ReadyLine:
    """Ready when it prints a line that begins with `ready`: the custom of every long-running word of ours."""


@dataclass(frozen=True, slots=True)
class PortOpen:
    """Ready when it accepts connections on this port of this machine."""

    port: int


@dataclass(frozen=True, slots=True)
class Finished:
    """Ready when it has ended with status 0: a step, not a service."""


Ready = ReadyLine | PortOpen | Finished


@dataclass(frozen=True, slots=True)
class Child:
    """A process to keep.

    Attributes:
        name: its name, and that of its log.
        command: the command line.
        ready: when others may count on it.
        prepare: runs (in a thread) before every start; may raise OSError or RuntimeError with one clear line.
        start_timeout_s: not ready after this long is a failure.
        stop_timeout_s: after SIGTERM it gets this long, then SIGKILL.
    """

    name: str
    command: tuple[str, ...]
    ready: Ready = ReadyLine()
    prepare: Callable[[], None] | None = None
    start_timeout_s: float = 60.0
    stop_timeout_s: float = 10.0


class Run:
    """One run of a child, from its start to its end."""

    def __init__(self, child: Child, process: Process, log: Path, log_from: int) -> None:
        self._child = child
        self._process = process
        self._log = log
        self._log_from = log_from

    @classmethod
    async def start(cls, child: Child, log: Path, environment: Mapping[str, str]) -> "Run":
        """Start it in a session of its own, so that Ctrl-C reaches the supervisor alone; its output goes to the log.

        Call it in the main thread: the kernel ends the process when the thread that started it is gone.

        Raises:
            OSError: the command cannot be run.
        """
        log.parent.mkdir(parents=True, exist_ok=True)
        with log.open("ab", buffering=0) as output:
            output.write(f"--- {child.name} starts at {datetime.now(UTC):%Y-%m-%dT%H:%M:%SZ}\n".encode())
            log_from = output.tell()
            process = await asyncio.create_subprocess_exec(
                *dies_with_us(child.command),
                stdin=DEVNULL,
                stdout=output,
                stderr=output,
                env=dict(environment),
                start_new_session=True,
            )
        return cls(child, process, log, log_from)

    @property
    def pid(self) -> int:
        """The process id."""
        return self._process.pid

    async def until_ready(self) -> None:
        """Return when it is ready.

        Raises:
            ChildError: it ended before, or took longer than its time.
        """
        try:
            async with asyncio.timeout(self._child.start_timeout_s):
                await self._until_ready()
        except TimeoutError as error:
            message = f"was not ready within {self._child.start_timeout_s:g} s"
            raise ChildError(message) from error

    async def _until_ready(self) -> None:
        while not self._is_ready():
            if self._process.returncode is not None:
                raise ChildError(self.ending())
            await asyncio.sleep(_LOOK_EVERY_S)

    def _is_ready(self) -> bool:
        match self._child.ready:
            case PortOpen(port):
                return self._process.returncode is None and is_open(port)
            case Finished():
                return self._process.returncode == 0
            case ReadyLine():
                return _READY.search(self._output()) is not None

    async def until_ended(self) -> int:
        """Wait for its end, clear away what it may have started, and return its status."""
        status = await self._process.wait()
        self._signal(signal.SIGKILL)
        return status

    async def stop(self) -> None:
        """Ask it to end; after its time, make it."""
        self._signal(signal.SIGTERM)
        try:
            await asyncio.wait_for(self._process.wait(), self._child.stop_timeout_s)
        except TimeoutError:
            await self.kill()

    async def kill(self) -> None:
        """End it at once (SIGKILL), with all it started."""
        self._signal(signal.SIGKILL)
        await self._process.wait()

    def _signal(self, number: signal.Signals) -> None:
        with suppress(ProcessLookupError):
            os.killpg(self._process.pid, number)

    def ending(self) -> str:
        """How it ended, and the last line it printed."""
        status = self._process.returncode
        how = f"by signal {signal.Signals(-status).name}" if status and status < 0 else f"with status {status}"
        lines = self._output().decode(errors="replace").split("\n")
        last = next((line.strip() for line in reversed(lines) if line.strip()), "it printed nothing")
        return f"ended {how}: {last}"

    def _output(self) -> bytes:
        with self._log.open("rb") as log:
            log.seek(self._log_from)
            return log.read()


def rotate(log: Path) -> None:
    """Put the last start's log aside as .1, the one before as .2, and so on; the oldest goes."""
    for number in range(_KEPT_LOGS, 0, -1):
        older = log.with_name(f"{log.name}.{number - 1}") if number > 1 else log
        if older.exists():
            older.replace(log.with_name(f"{log.name}.{number}"))
