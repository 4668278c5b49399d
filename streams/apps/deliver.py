"""Send records and wait until Kafka has them; what cannot be sent in time ends the process before anything is lost."""

import asyncio
import logging
import os
from collections.abc import Awaitable, Coroutine, Sequence
from typing import Any, NoReturn

import faust
from aiokafka.errors import KafkaError
from faust.exceptions import ProducerSendError

from streams.addressed import addressed
from streams.partition import partition_of
from streams.records import REMOVED, Output

__all__ = ["Deliverer", "carry_through", "exit_without_commit"]

logger = logging.getLogger(__name__)

_FIRST_PAUSE_S = 0.1
_LONGEST_PAUSE_S = 3.0
EXIT_STALLED = 75
"""EX_TEMPFAIL: the supervisor starts the worker anew."""


def exit_without_commit(reason: str) -> NoReturn:
    """End the process at once, so that nothing is committed that was not done; the next start does it again."""
    logger.critical("%s: exiting without a commit", reason)
    logging.shutdown()
    os._exit(EXIT_STALLED)


async def carry_through(work: Coroutine[Any, Any, None], what: str, stall_s: float) -> None:
    """Do one input's work to its end, also where the agent is cancelled meanwhile.

    Faust acknowledges an input whose work failed or was cancelled, and it would be lost. So work that fails, or that
    is not done after `stall_s`, ends the process before anything is committed.
    """
    done = asyncio.create_task(_done_or_exit(work, what, stall_s))
    try:
        await asyncio.shield(done)
    except asyncio.CancelledError:
        await asyncio.wait([done])
        raise


async def _done_or_exit(work: Coroutine[Any, Any, None], what: str, stall_s: float) -> None:
    try:
        await asyncio.wait_for(work, stall_s)
    except TimeoutError:
        exit_without_commit(f"{what}: nothing moved for {stall_s:g} s")
    except Exception:
        logger.exception("%s: the shell itself failed", what)
        exit_without_commit(f"{what}: a fault outside the step")


class Deliverer:
    """Sends outputs through an app's producer, in order per partition, and returns when Kafka acknowledged all."""

    def __init__(self, app: faust.App, partitions: dict[str, int]) -> None:
        self._app = app
        self._partitions = partitions
        self._away = False

    async def deliver(self, outputs: Sequence[Output]) -> None:
        """Send all; a failing broker is tried again until the caller's time is up. A repeat has the same ids."""
        pause_s = _FIRST_PAUSE_S
        while outputs:
            try:
                await self._send_all(outputs)
            except (KafkaError, ProducerSendError) as error:
                self._say_away(error)
                await asyncio.sleep(pause_s)
                pause_s = min(pause_s * 2, _LONGEST_PAUSE_S)
            else:
                self._say_back()
                return

    def _say_away(self, error: Exception) -> None:
        if not self._away:
            self._away = True
            logger.warning("kafka does not take our records, trying again until it does: %r", error)

    def _say_back(self) -> None:
        if self._away:
            self._away = False
            logger.warning("kafka takes our records again")

    async def _send_all(self, outputs: Sequence[Output]) -> None:
        acknowledgements = [await self._send(output) for output in addressed(outputs)]
        await asyncio.gather(*acknowledgements)

    async def _send(self, output: Output) -> Awaitable[object]:
        partition = partition_of(output.partition_by, self._partitions[output.topic])
        producer = self._app.producer
        value = None if output.value == REMOVED else output.value.encode()
        return await producer.send(output.topic, output.key.encode(), value, partition, None, None)
