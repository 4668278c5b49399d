"""Keeps processes running: starts them in order, starts again what dies and says so, and stops all of them in time."""

import asyncio
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from senningen.child import Child, ChildError, Finished, Run, rotate

__all__ = ["PATIENT", "Patience", "Supervisor", "SupervisorError"]


class SupervisorError(RuntimeError):
    """A process that will not run: which, why, and where its log is."""


@dataclass(frozen=True, slots=True)
class Patience:
    """How often and how fast a process that dies is started again.

    Attributes:
        first_s: wait before the first new start; doubled for each that follows.
        longest_s: the longest wait.
        fast_s: a run shorter than this is a fast failure; a longer one starts the count anew.
        before_ready: so many fast failures in a row, and one that never was ready is given up.
        after_ready: the same for one that was ready before: it may only be waiting for Kafka to come back.
    """

    first_s: float = 0.5
    longest_s: float = 30.0
    fast_s: float = 10.0
    before_ready: int = 3
    after_ready: int = 30

    def wait_s(self, failures: int) -> float:
        """How long to wait before the next start, after so many fast failures in a row.

        >>> [Patience().wait_s(n) for n in (1, 2, 3, 20)]
        [0.5, 1.0, 2.0, 30.0]
        """
        return float(min(self.longest_s, self.first_s * 2 ** min(failures - 1, 16)))


PATIENT = Patience()


class Supervisor:
    """Children in stages: a stage starts when the stage before is ready, and is stopped before it.

    Args:
        stages: the children; those of one stage start together.
        logs: folder of their logs, one file each; those of the last starts are kept as .1, .2, .3.
        environment: what every child gets.
        say: gets one line for everything worth telling.
        patience: how often what dies is started again.
    """

    def __init__(
        self,
        stages: Sequence[Sequence[Child]],
        *,
        logs: Path,
        environment: Mapping[str, str],
        say: Callable[[str], None],
        patience: Patience = PATIENT,
    ) -> None:
        self._failure: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._stages = [
            [
                _Keeper(
                    child, logs / f"{child.name}.log", environment, say=say, patience=patience, give_up=self._give_up
                )
                for child in stage
            ]
            for stage in stages
        ]
        self._keepers = {keeper.child.name: keeper for stage in self._stages for keeper in stage}

    @property
    def names(self) -> tuple[str, ...]:
        """Every child, in the order of starting."""
        return tuple(self._keepers)

    def log_path(self, name: str) -> Path:
        """Where this child's output goes."""
        return self._keepers[name].log

    def pid(self, name: str) -> int | None:
        """The process id of the child's present run; None while it does not run."""
        return self._keepers[name].pid

    async def start(self) -> None:
        """Start everything, stage by stage.

        Raises:
            SupervisorError: one of them will not run; what runs must still be stopped.
        """
        for keeper in self._keepers.values():
            rotate(keeper.log)
        for stage in self._stages:
            for keeper in stage:
                keeper.begin()
            for keeper in stage:
                await self.until_ready(keeper.child.name)

    async def stop(self) -> None:
        """Stop everything, last stage first; each child has its own time, so this ends."""
        for stage in reversed(self._stages):
            await asyncio.gather(*(keeper.end() for keeper in stage))
        if self._failure.done():
            self._failure.exception()  # it was told already, where it was waited for
        self._failure.cancel()

    async def failed(self) -> None:
        """Wait until a child is given up; return never otherwise.

        Raises:
            SupervisorError: which child, why, and where its log is.
        """
        await asyncio.shield(self._failure)

    async def until_ready(self, name: str) -> None:
        """Wait until this child is ready.

        Raises:
            SupervisorError: this or another child was given up meanwhile.
        """
        ready = asyncio.ensure_future(self._keepers[name].ready.wait())
        first: set[asyncio.Future[Any]] = {ready, self._failure}
        try:
            await asyncio.wait(first, return_when=asyncio.FIRST_COMPLETED)
        finally:
            ready.cancel()
        if self._failure.done():
            self._failure.result()

    async def restart(self, name: str) -> None:
        """Stop this child in good order, start it again, and return when it is ready.

        Raises:
            SupervisorError: it will not run again.
        """
        await self.halt(name)
        await self.resume(name)

    async def halt(self, name: str) -> None:
        """Stop this child and leave it so."""
        await self._keepers[name].end()

    async def resume(self, name: str) -> None:
        """Start a halted child and return when it is ready.

        Raises:
            SupervisorError: it will not run.
        """
        self._keepers[name].begin()
        await self.until_ready(name)

    async def kill(self, name: str) -> None:
        """End this child's process as a failure would (SIGKILL); it is started again like anything that dies."""
        await self._keepers[name].kill()

    def _give_up(self, error: SupervisorError) -> None:
        if not self._failure.done():
            self._failure.set_exception(error)


class _Keeper:
    """Keeps one child running until it is told to end."""

    def __init__(
        self,
        child: Child,
        log: Path,
        environment: Mapping[str, str],
        *,
        say: Callable[[str], None],
        patience: Patience,
        give_up: Callable[[SupervisorError], None],
    ) -> None:
        self.child = child
        self.log = log
        self.ready = asyncio.Event()
        self._environment = environment
        self._say = say
        self._patience = patience
        self._give_up = give_up
        self._ending = asyncio.Event()
        self._run: Run | None = None
        self._task: asyncio.Task[None] | None = None
        self._was_ready = False

    @property
    def pid(self) -> int | None:
        return self._run.pid if self._run else None

    def begin(self) -> None:
        self._ending.clear()
        self._task = asyncio.create_task(self._keep(), name=f"keep {self.child.name}")
        self._task.add_done_callback(self._told_of_end)

    async def end(self) -> None:
        """Stop the present run, if any, and start no other."""
        self._ending.set()
        if self._run:
            await self._run.stop()
        if self._task:
            await self._task
        self.ready.clear()

    async def kill(self) -> None:
        self.ready.clear()
        if self._run:
            await self._run.kill()

    def _told_of_end(self, task: asyncio.Task[None]) -> None:
        """A fault of our own must not look like a child that is still starting."""
        if not task.cancelled() and (error := task.exception()):
            self._give_up(SupervisorError(f"{self.child.name} is no longer watched: {error!r}"))

    async def _keep(self) -> None:
        failures = 0
        while not self._ending.is_set():
            began = time.monotonic()
            told = await self._run_once()
            if told is None or self._ending.is_set():
                return
            failures = failures + 1 if time.monotonic() - began < self._patience.fast_s else 1
            if not await self._may_try_again(told, failures):
                return

    async def _run_once(self) -> str | None:
        """Start it, wait for its end, and tell how it ended; None when there is nothing to be done about it."""
        try:
            if self.child.prepare:
                await asyncio.to_thread(self.child.prepare)
            run = await Run.start(self.child, self.log, self._environment)
        except (OSError, RuntimeError) as error:
            if self._was_ready:
                return str(error)
            self._give_up(SupervisorError(str(error)))  # it would say the same the next time
            return None
        self._run = run
        try:
            if self._ending.is_set():  # told to end while it was starting
                await run.stop()
            return await self._watch(run)
        finally:
            self._run = None
            await run.kill()

    async def _watch(self, run: Run) -> str | None:
        began = time.monotonic()
        try:
            await run.until_ready()
        except ChildError as error:
            return self._told(str(error))
        done = "done" if self.child.ready == Finished() else "ready"
        self._say(f"{self.child.name}: {done} after {time.monotonic() - began:.1f} s")
        self._was_ready = True
        self.ready.set()
        await run.until_ended()
        if self.child.ready == Finished():
            return None
        self.ready.clear()
        return self._told(run.ending())

    def _told(self, how: str) -> str:
        return f"{self.child.name} {how}; log: {self.log}"

    async def _may_try_again(self, told: str, failures: int) -> bool:
        """Say what happened, and wait; False when it is given up or told to end meanwhile."""
        if failures >= (self._patience.after_ready if self._was_ready else self._patience.before_ready):
            self._give_up(SupervisorError(f"{told}; given up after {failures} attempts"))
            return False
        wait_s = self._patience.wait_s(failures)
        self._say(f"{told}; starts again in {wait_s:g} s")
        try:
            await asyncio.wait_for(self._ending.wait(), wait_s)
        except TimeoutError:
            return True
        return False
