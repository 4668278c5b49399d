"""The whole local stack, running beside the tests in a thread of its own."""

import asyncio
import threading
from collections.abc import Coroutine
from pathlib import Path
from typing import Any, Self, TypeVar

from senningen.commands.accounts import add_account, ensure_demo_accounts
from senningen.kafka.ports import free_port
from senningen.settings import load_settings
from senningen.stack import Stack, running_stack

_T = TypeVar("_T")
_START_WITHIN_S = 90.0
_UNITS = 40


class StackThread:
    """Runs the stack while the block runs; `do` hands it an operator's action and waits until that is done."""

    def __init__(self, folder: Path) -> None:
        ports = {f"SENNINGEN_{name}_PORT": "0" for name in ("WEB", "GATEWAY", "DOORS", "OSMAND")}
        self.settings = load_settings(
            {"SENNINGEN_FOLDER": str(folder), "SENNINGEN_KAFKA_PORT": str(free_port()), **ports}
        )
        self.tokens = ensure_demo_accounts(self.settings.accounts_file)
        for number in range(1, _UNITS + 1):
            unit = f"BE/TEST-{number}"
            self.tokens[unit] = add_account(
                self.settings.accounts_file, unit, role="unit", rooms=("BE/CIC-LIEGE",), unit=unit
            )
        self._units = iter(range(1, _UNITS + 1))
        self.lines: list[str] = []
        self._started = threading.Event()
        self._loop = asyncio.new_event_loop()
        self._stop: asyncio.Event | None = None
        self._trouble: BaseException | None = None
        self._thread = threading.Thread(target=self._run, name="stack", daemon=True)
        self.stack: Stack

    def __enter__(self) -> Self:
        self._thread.start()
        assert self._started.wait(_START_WITHIN_S), f"the stack did not start: {self.lines}"
        if self._trouble is not None:
            raise self._trouble
        self.settings = self.stack.settings
        return self

    def __exit__(self, *_: object) -> None:
        if self._stop is not None:
            self._loop.call_soon_threadsafe(self._stop.set)
        self._thread.join(60.0)

    @property
    def doors(self) -> str:
        return f"ws://127.0.0.1:{self.settings.doors_port}/unit"

    @property
    def osmand(self) -> str:
        return f"http://127.0.0.1:{self.settings.osmand_port}/"

    @property
    def gateway(self) -> str:
        return f"ws://127.0.0.1:{self.settings.gateway_port}/console"

    def new_unit(self) -> str:
        """A patrol unit of Liège that no test has used."""
        return f"BE/TEST-{next(self._units)}"

    def do(self, action: Coroutine[Any, Any, _T], within_s: float = 60.0) -> _T:
        """Run an action of the stack (`stack.kill("track")`) and wait for it."""
        return asyncio.run_coroutine_threadsafe(action, self._loop).result(within_s)

    def _run(self) -> None:
        asyncio.set_event_loop(self._loop)
        try:
            self._loop.run_until_complete(self._serve())
        except BaseException as error:  # noqa: BLE001 - handed to the test's thread
            self._trouble = error
        finally:
            self._started.set()
            self._loop.close()

    async def _serve(self) -> None:
        self._stop = asyncio.Event()
        async with running_stack(self.settings, progress=self.lines.append) as stack:
            self.stack = stack
            self._started.set()
            await self._stop.wait()
