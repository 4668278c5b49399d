"""How long from `senningen demo` to the alert on the neighbour's console, and which part of it takes how long."""

import asyncio
import json
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from statistics import median

import psutil

from bench.command import Command, CommandEndedError, running
from bench.figure import Figure, machine, table
from bench.ground import CHECKOUT, base_map_ready, empty_folder, environment, furnished_folder, own_settings

__all__ = ["PartReady", "Started", "again", "clone", "fresh", "part_ready", "start_once"]

_ALERT_WITHIN_S, _FRESH_WITHIN_S = 120.0, 600.0
_MOST_FIX_TO_CONSOLE_MS = 5_000.0
_GOAL_AGAIN_S, _GOAL_CLONE_S = 30.0, 180.0
_READY = re.compile(r"(?P<part>[a-z]+): (?:ready|done) after (?P<took>[0-9.]+) s")
_NO_CACHE = {"UV_NO_CACHE": "1", "PIP_NO_CACHE_DIR": "1"}


@dataclass(frozen=True, slots=True)
class PartReady:
    """A part of the stack said that it is ready.

    Attributes:
        at_s: seconds after the command was started.
        took_s: after its own start, as the supervisor printed it.
        cpu_s: CPU time it had used by then; None where it has ended (a step, not a service).
    """

    at_s: float
    took_s: float
    cpu_s: float | None


@dataclass(frozen=True, slots=True)
class Started:
    """One start, from the command to the alert."""

    parts: dict[str, PartReady]
    alert_at_s: float
    fix_to_console_ms: float
    cpu_s: float
    """Of all its processes together, by the alert."""


def again() -> list[Figure]:
    """The second start: everything is cached, the topics and the data of an earlier start are there; three runs."""
    with furnished_folder() as folder:
        asyncio.run(_prepare(folder))
        runs = [_start_of_copy(folder) for _ in range(3)]
    _print_parts("Second start to the alert", runs)
    return [
        Figure("start", "second start to alert, median", median(run.alert_at_s for run in runs), "s", _GOAL_AGAIN_S),
        Figure("start", "second start to alert, longest", max(run.alert_at_s for run in runs), "s", _GOAL_AGAIN_S),
        Figure("start", "second start: CPU of all processes until the alert", median(run.cpu_s for run in runs), "s"),
        *_part_figures("second start", runs),
    ]


def fresh() -> list[Figure]:
    """The first start in an empty folder: jars are fetched, the border layer is built; packages are there already."""
    with empty_folder() as folder:
        run = asyncio.run(start_once(environment(own_settings(folder)), within_s=_FRESH_WITHIN_S))
    _print_parts("First start to the alert: empty folder, jars fetched, border layer built", [run])
    return [Figure("fresh", "first start to alert", run.alert_at_s, "s"), *_part_figures("first start", [run])]


def clone() -> list[Figure]:
    """A clone of what is committed here, installed with pip's and uv's caches switched off, to the first alert."""
    with empty_folder() as folder:
        began_s = time.monotonic()
        _quietly("git", "clone", "--quiet", str(CHECKOUT), str(folder / "senningen"))
        cloned_s = time.monotonic()
        _quietly("make", "setup", cwd=folder / "senningen", more=_NO_CACHE)
        installed_s = time.monotonic()
        own = environment(own_settings(folder / "senningen" / ".senningen"))
        python = str(folder / "senningen" / ".venv" / "bin" / "python")
        run = asyncio.run(
            start_once(own, within_s=_FRESH_WITHIN_S, python=python, folder=folder / "senningen")
        )  # fmt: skip
    whole_s = installed_s - began_s + run.alert_at_s
    rows = [
        ("git clone, from this disk", cloned_s - began_s),
        ("make setup, nothing cached", installed_s - cloned_s),
        ("senningen demo to the alert", run.alert_at_s),
        ("whole", whole_s),
    ]
    print(table(f"Clone to the first alert ({machine()})", ("", "s"), rows))
    _print_parts("Its first start", [run])
    return [
        Figure("clone", "make setup, nothing cached", installed_s - cloned_s, "s"),
        Figure("clone", "clone to first alert", whole_s, "s", _GOAL_CLONE_S),
    ]


async def start_once(
    own: Mapping[str, str], *, within_s: float = _ALERT_WITHIN_S, python: str = sys.executable, folder: Path = CHECKOUT
) -> Started:
    """Run `senningen demo --exit-after-alert` with this environment and take its times.

    Raises:
        CommandEndedError: it ended without an alert, or with that of an earlier chase.
        TimeoutError: no alert in time.
    """
    began_s = time.monotonic()
    parts: dict[str, PartReady] = {}
    async with (
        asyncio.timeout(within_s),
        running(("demo", "--exit-after-alert"), own, python=python, folder=folder) as command,
    ):
        async for line in command.heard():
            at_s = time.monotonic() - began_s
            if found := part_ready(line):
                name, took_s = found
                parts[name] = PartReady(at_s, took_s, _cpu_of(command, name))
            elif line.startswith("{"):
                return Started(parts, at_s, _own_alert_ms(line), _cpu_of_all(command))
    message = f"expected an alert, got the end after: {' | '.join(command.lines[-3:])}"
    raise CommandEndedError(message)


def _start_of_copy(prepared: Path) -> Started:
    """Start from a copy, so that no run meets the cars of the run before, which crossed the border just now."""
    with empty_folder() as folder:
        shutil.copytree(prepared, folder, symlinks=True, dirs_exist_ok=True)
        return asyncio.run(start_once(environment(own_settings(folder))))


async def _prepare(folder: Path) -> None:
    """A first start that is left alone until everything a first start does is done."""
    async with running(("up",), environment(own_settings(folder))) as command:
        await command.until("ready up", _ALERT_WITHIN_S)
        await base_map_ready(folder)


def part_ready(line: str) -> tuple[str, float] | None:
    """The part and its seconds, when the supervisor says that a part is ready.

    >>> part_ready("kafka: ready after 4.2 s")
    ('kafka', 4.2)
    """
    found = _READY.fullmatch(line)
    return (found["part"], float(found["took"])) if found else None


def _own_alert_ms(line: str) -> float:
    """From fix to console, as the demo's last line says.

    Raises:
        CommandEndedError: the fix is older than this start can be late: the cars of an earlier chase rang.
    """
    fix_to_console_ms = float(json.loads(line)["fix_to_console_ms"])
    if fix_to_console_ms > _MOST_FIX_TO_CONSOLE_MS:
        message = (
            f"expected the alert of this chase, got one {fix_to_console_ms:.0f} ms after its fix: an earlier chase"
        )
        raise CommandEndedError(message)
    return fix_to_console_ms


def _cpu_of(command: Command, name: str) -> float | None:
    process = command.processes().get(name)
    return _cpu_s(process) if process else None


def _cpu_of_all(command: Command) -> float:
    """Of the processes that live, and of those that ended before them."""
    living = command.processes()
    ended_s = 0.0
    with suppress(psutil.NoSuchProcess, KeyError):
        times = living["supervisor"].cpu_times()
        ended_s = float(times.children_user + times.children_system)
    return ended_s + sum(_cpu_s(process) or 0.0 for process in living.values())


def _cpu_s(process: psutil.Process) -> float | None:
    with suppress(psutil.NoSuchProcess):
        times = process.cpu_times()
        return float(times.user + times.system)
    return None


def _print_parts(title: str, runs: Sequence[Started]) -> None:
    columns = ("part", "ready at, s", "own start, s", "CPU used by then, s")
    rows: list[tuple[str | float, ...]] = []
    for name in runs[0].parts:
        ready = [run.parts[name] for run in runs]
        cpu = [part.cpu_s for part in ready if part.cpu_s is not None]
        rows.append(
            (name, median(p.at_s for p in ready), median(p.took_s for p in ready), median(cpu) if cpu else "ended")
        )
    alerts = [run.alert_at_s for run in runs]
    rows.append(("alert", median(alerts), "", median(run.cpu_s for run in runs)))
    every = ", ".join(f"{alert:.1f}" for alert in alerts)
    print(table(f"{title}; median of {len(runs)} (alerts at {every} s; {machine()})", columns, rows))


def _part_figures(what: str, runs: Sequence[Started]) -> list[Figure]:
    return [
        Figure("start", f"{what}: {name} ready at", median(run.parts[name].at_s for run in runs), "s")
        for name in runs[0].parts
    ]


def _quietly(*words: str, cwd: Path | None = None, more: Mapping[str, str] | None = None) -> None:
    """Run it; what it prints is shown only when it fails.

    Raises:
        CommandEndedError: it failed.
    """
    done = subprocess.run(
        words, cwd=cwd, env={**os.environ, **(more or {})}, capture_output=True, text=True, check=False
    )
    if done.returncode != 0:
        last = (done.stderr or done.stdout).strip()[-500:]
        message = f"{' '.join(words)} ended with status {done.returncode}: {last}"
        raise CommandEndedError(message)
