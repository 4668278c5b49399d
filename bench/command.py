"""A `senningen` command as a process of its own, heard line by line, with the processes that belong to it."""

import asyncio
import os
import re
import signal
import sys
from asyncio.subprocess import PIPE, STDOUT, Process
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

import psutil

from bench.ground import CHECKOUT

__all__ = ["Command", "CommandEndedError", "running", "words_of"]

_STOPS_WITHIN_S = 60.0
_OURS = re.compile(r"-m senningen (?P<words>[a-z ]+)|bin/senningen (?P<script>[a-z ]+)")


class CommandEndedError(RuntimeError):
    """The command ended before it said what was waited for: its last lines."""


@dataclass(slots=True)
class Command:
    """A running command and every line it printed so far."""

    process: Process
    lines: list[str] = field(default_factory=list)

    async def until(self, wanted: str, within_s: float) -> str:
        """The next line that has this in it.

        Raises:
            CommandEndedError: it ended before.
            TimeoutError: it did not say it in time.
        """
        async with asyncio.timeout(within_s):
            async for line in self.heard():
                if wanted in line:
                    return line
        message = f"expected a line with {wanted!r}, got the end after: {' | '.join(self.lines[-3:])}"
        raise CommandEndedError(message)

    async def heard(self) -> AsyncIterator[str]:
        """Its lines as they come, until it ends."""
        assert self.process.stdout is not None
        async for line in self.process.stdout:
            self.lines.append(line.decode(errors="replace").rstrip())
            yield self.lines[-1]

    def processes(self) -> dict[str, psutil.Process]:
        """The command itself, as `supervisor`, and its children by name: kafka, track, doors, ...; those that live."""
        named: dict[str, psutil.Process] = {}
        with suppress(psutil.NoSuchProcess):
            named["supervisor"] = psutil.Process(self.process.pid)
            for child in named["supervisor"].children(recursive=True):
                with suppress(psutil.NoSuchProcess):
                    named[words_of(child.cmdline())] = child
        return named


def words_of(command_line: list[str]) -> str:
    """What the stack calls the process with this command line.

    >>> words_of(["python", "-m", "senningen", "worker", "track"])
    'track'
    >>> words_of(["java", "-Xmx256m", "kafka.Kafka", "server.properties"])
    'kafka'
    """
    if "kafka.Kafka" in command_line:
        return "kafka"
    found = _OURS.search(" ".join(command_line))
    return (found["words"] or found["script"]).split()[-1] if found else " ".join(command_line)[:40]


@asynccontextmanager
async def running(
    words: tuple[str, ...], environment: Mapping[str, str], *, python: str = sys.executable, folder: Path = CHECKOUT
) -> AsyncIterator[Command]:
    """Run `senningen WORDS` while the block runs; then Ctrl-C, and wait for its end."""
    process = await asyncio.create_subprocess_exec(
        python, "-m", "senningen", *words, env=dict(environment), cwd=folder, stdout=PIPE, stderr=STDOUT
    )
    command = Command(process)
    try:
        yield command
    finally:
        with suppress(ProcessLookupError):
            os.kill(process.pid, signal.SIGINT)  # Popen's own would collect its status, which asyncio waits for
        async with asyncio.timeout(_STOPS_WITHIN_S):
            async for _ in command.heard():  # an unread pipe would stop it from stopping
                pass
            await process.wait()
