"""What the whole local stack holds in memory: every process, at rest and while the demo plays."""

import asyncio
from pathlib import Path

import psutil

from bench.command import Command, running
from bench.figure import Figure, machine, table
from bench.ground import base_map_ready, environment, furnished_folder, own_settings

__all__ = ["Held", "held_by", "measure", "run"]

_REST_S, _PLAY_S = 60.0, 20.0
_READY_WITHIN_S, _ALERT_WITHIN_S = 120.0, 120.0
_GOAL_MB = 1200.0
_ALERT = "NL/MK-MAASTRICHT:"

Held = dict[str, tuple[float, float | None]]
"""Process -> resident MB (RSS), and its share of what it has in common with others (PSS), None where not readable."""


def run() -> list[Figure]:
    """Two starts of a new folder, a minute of rest in each; then the demo. About five minutes."""
    with furnished_folder() as folder:
        return asyncio.run(measure(folder))


async def measure(folder: Path, *, rest_s: float = _REST_S, play_s: float = _PLAY_S) -> list[Figure]:
    """Start the stack in this folder twice and the demo once, and print what each process holds.

    Args:
        folder: of the stack; new, so that the first start also computes the base map.
        rest_s: after everything is ready, nobody connected.
        play_s: after the demo's alert, its cars still driving and its three consoles listening.
    """
    held = {
        "first start, at rest": await _at_rest(folder, rest_s),
        "second start, at rest": await _at_rest(folder, rest_s),
        "demo playing": await _playing(folder, play_s),
    }
    figures = []
    for when, processes in held.items():
        print(_table(when, processes))
        goal = _GOAL_MB if "rest" in when else None
        figures += [Figure("memory", f"{when}: {name} RSS", rss, "MB") for name, (rss, _) in processes.items()]
        figures += [Figure("memory", f"{when}: sum RSS", sum(rss for rss, _ in processes.values()), "MB", goal)]
        figures += [Figure("memory", f"{when}: sum PSS", _pss_sum(processes), "MB")]
    return figures


async def _at_rest(folder: Path, rest_s: float) -> Held:
    async with running(("up",), environment(own_settings(folder))) as command:
        await command.until("ready up", _READY_WITHIN_S)
        await base_map_ready(folder)
        await asyncio.sleep(rest_s)
        return held_by(command)


async def _playing(folder: Path, play_s: float) -> Held:
    async with running(("demo",), environment(own_settings(folder))) as command:
        await command.until(_ALERT, _ALERT_WITHIN_S)
        await asyncio.sleep(play_s)
        return held_by(command)


def held_by(command: Command) -> Held:
    """What this command and each of its children hold now, MB (10^6 bytes)."""
    return {name: (process.memory_info().rss / 1e6, _pss_mb(process)) for name, process in command.processes().items()}


def _pss_mb(process: psutil.Process) -> float | None:
    """The proportional share; Linux only, and only of one's own processes."""
    try:
        return float(process.memory_full_info().pss) / 1e6
    except (psutil.AccessDenied, AttributeError):
        return None


def _pss_sum(held: Held) -> float:
    return sum(pss or 0.0 for _, pss in held.values())


def _table(when: str, held: Held) -> str:
    rows: list[tuple[str, str | float, str | float]] = [
        (name, rss, "not readable" if pss is None else pss) for name, (rss, pss) in held.items()
    ]
    rows.append(("sum", sum(rss for rss, _ in held.values()), _pss_sum(held)))
    return table(f"Memory, {when}, MB ({machine()})", ("process", "RSS", "PSS"), rows)
