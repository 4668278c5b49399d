"""The local stack as data: which processes, in which order, with which command line; and how to run it."""

import asyncio
import os
import sys
from collections.abc import AsyncIterator, Callable, Collection, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from senningen.child import Child, Finished, PortOpen, Ready, ReadyLine
from senningen.kafka.broker import LocalKafka
from senningen.kafka.jars import fetch_jars
from senningen.kafka.ports import free_port
from senningen.only_one import only_one
from senningen.settings import Settings
from senningen.supervise import PATIENT, Patience, Supervisor

__all__ = ["KAFKA", "PARTS", "Part", "Stack", "UnknownPartError", "environment_of", "running_stack"]

KAFKA = "kafka"
_PREFIX = "SENNINGEN_"
_PORTS = ("web_port", "gateway_port", "doors_port", "osmand_port")
_EVERYWHERE = {"0.0.0.0": "127.0.0.1", "::": "[::1]"}  # noqa: S104 - an address to recognise, not to listen on


class UnknownPartError(ValueError):
    """A name that is no part of the stack: expected, got."""


@dataclass(frozen=True, slots=True)
class Part:
    """One of our own words as a process of the stack.

    Attributes:
        name: what it is called in the stack, and what its log is called.
        words: the arguments of `senningen`.
        stage: parts of one stage start together, when those of the stage before are ready.
        once: a step that ends, not a service.
    """

    name: str
    words: tuple[str, ...]
    stage: int
    once: bool = False


BORDERS = Part("borders", ("borders", "build"), stage=0, once=True)
"""Beside Kafka's start, and only when the layer is not built yet."""

PARTS = (
    Part("topics", ("topics",), stage=1, once=True),
    Part("track", ("worker", "track"), stage=2),
    Part("coordinate", ("worker", "coordinate"), stage=2),
    Part("doors", ("doors",), stage=2),
    Part("gateway", ("gateway",), stage=2),
    Part("web", ("web",), stage=2),
)


class Stack:
    """A stack that runs: what it is made of, and what an operator could do to it."""

    def __init__(self, settings: Settings, supervisor: Supervisor) -> None:
        self.settings = settings
        """The settings in force: every port that was 0 has its number."""
        self._supervisor = supervisor

    @property
    def address(self) -> str:
        """Where the page is."""
        host = _EVERYWHERE.get(self.settings.listen, self.settings.listen)
        return f"http://{host}:{self.settings.web_port}/"

    @property
    def names(self) -> tuple[str, ...]:
        """The parts that run, in the order of starting."""
        return self._supervisor.names

    def log_path(self, name: str) -> Path:
        """Where the output of this part goes."""
        return self._supervisor.log_path(name)

    def pid(self, name: str) -> int | None:
        """The process id of this part; None while it does not run."""
        return self._supervisor.pid(name)

    async def restart(self, name: str) -> None:
        """Stop this part in good order, start it, and return when it is ready."""
        await self._supervisor.restart(name)

    async def halt(self, name: str) -> None:
        """Stop this part and leave it so."""
        await self._supervisor.halt(name)

    async def resume(self, name: str) -> None:
        """Start a halted part and return when it is ready."""
        await self._supervisor.resume(name)

    async def kill(self, name: str) -> None:
        """End it as a failure would (kill -9); the stack starts it again by itself, and `until_ready` tells when."""
        await self._supervisor.kill(name)

    async def until_ready(self, name: str) -> None:
        """Wait until this part is ready (again)."""
        await self._supervisor.until_ready(name)

    async def failed(self) -> None:
        """Wait for a part to be given up, and raise SupervisorError then; never return otherwise."""
        await self._supervisor.failed()


@asynccontextmanager
async def running_stack(
    settings: Settings,
    *,
    only: Collection[str] | None = None,
    without: Collection[str] = (),
    progress: Callable[[str], None] = print,
    patience: Patience = PATIENT,
) -> AsyncIterator[Stack]:
    """Run the local stack while the block runs: fetch, build and start what is needed, and stop it all at the end.

    Ports that are 0 in the settings are chosen here. An accounts file is not made here.

    Args:
        settings: with `kafka` set, no local Kafka is started.
        only: these parts alone (kafka, borders, topics, track, coordinate, doors, gateway, web); all when None.
        without: not these.
        progress: gets a line for every long step, and for everything that goes wrong later.
        patience: how often what dies is started again.

    Raises:
        AlreadyRunningError: another stack runs in this folder.
        JarError, SupervisorError: what is missing, or which part will not run and why, with its log's path.
        UnknownPartError: `only` or `without` names no part.
    """
    settings = _with_ports(settings)
    chosen = _chosen(only, without)
    with only_one(settings.folder):
        stages = await asyncio.to_thread(_stages, settings, chosen, progress)
        supervisor = Supervisor(
            stages,
            logs=settings.folder / "logs",
            environment=_environment(settings),
            say=progress,
            patience=patience,
        )
        try:
            await supervisor.start()
            yield Stack(settings, supervisor)
        finally:
            progress("stopping ...")
            await supervisor.stop()


def _chosen(only: Collection[str] | None, without: Collection[str]) -> set[str]:
    every = {KAFKA, BORDERS.name, *(part.name for part in PARTS)}
    unknown = sorted({*(only or ()), *without} - every)
    if unknown:
        message = f"expected parts out of {', '.join(sorted(every))}, got {', '.join(unknown)}"
        raise UnknownPartError(message)
    return set(every if only is None else only) - set(without)


def _stages(settings: Settings, chosen: Collection[str], progress: Callable[[str], None]) -> list[list[Child]]:
    parts = [part for part in PARTS if part.name in chosen]
    if BORDERS.name in chosen and _layer_is_missing(settings):
        progress("building the border layer (about 10 s, once) ...")
        parts.append(BORDERS)
    stages = [[_child(part) for part in parts if part.stage == stage] for stage in range(3)]
    if KAFKA in chosen and settings.kafka is None:
        stages[0].insert(0, _kafka(settings, progress))
        progress(f"starting Kafka at {settings.broker} ...")
    return [stage for stage in stages if stage]


def _layer_is_missing(settings: Settings) -> bool:
    from borders.load import cached_layer_path  # noqa: PLC0415 - half a second

    return settings.borders_file is None and not cached_layer_path(settings.folder).exists()


def _child(part: Part) -> Child:
    ready: Ready = Finished() if part.once else ReadyLine()
    return Child(name=part.name, command=(sys.executable, "-m", "senningen", *part.words), ready=ready)


def _kafka(settings: Settings, progress: Callable[[str], None]) -> Child:
    jars = fetch_jars(settings.folder, progress)
    broker = LocalKafka(
        settings.folder / KAFKA,
        port=settings.kafka_port,
        heap_mb=settings.kafka_heap_mb,
        jars=jars,
        log_path=settings.folder / "logs" / f"{KAFKA}.log",
    )
    return Child(
        name=KAFKA,
        command=broker.command,
        ready=PortOpen(settings.kafka_port),
        prepare=broker.prepare,
        stop_timeout_s=20.0,
    )


def _with_ports(settings: Settings) -> Settings:
    """The settings with a number for every port that was left to us: the parts must know each other's."""
    return settings.model_copy(update={name: free_port() for name in _PORTS if getattr(settings, name) == 0})


def environment_of(settings: Settings) -> dict[str, str]:
    """The SENNINGEN_* variables that say the same as these settings."""
    values = {name: getattr(settings, name) for name in Settings.model_fields}
    return {f"{_PREFIX}{name.upper()}": str(value) for name, value in values.items() if value is not None}


def _environment(settings: Settings, inherited: Mapping[str, str] = os.environ) -> dict[str, str]:
    ours = {name: value for name, value in inherited.items() if not name.startswith(_PREFIX)}
    return {**ours, **environment_of(settings), "PYTHONUNBUFFERED": "1"}
