"""Send records and wait until Kafka has them; what cannot be sent in time ends the process before anything is lost."""

import asyncio
import logging
import os
from collections.abc import Awaitable, Sequence

import faust
from aiokafka.errors import KafkaError
from faust.exceptions import ProducerSendError

from streams.partition import partition_of
from streams.records import Output

__all__ = ["Deliverer", "exit_without_commit"]

logger = logging.getLogger(__name__)

_FIRST_PAUSE_S = 0.1
_LONGEST_PAUSE_S = 3.0
EXIT_STALLED = 75
"""EX_TEMPFAIL: the supervisor starts the worker anew."""


def exit_without_commit(reason: str) -> None:
    """End the process at once, so that nothing is committed that was not done; the next start does it again."""
    logger.critical("%s: exiting without a commit", reason)
    logging.shutdown()
    os._exit(EXIT_STALLED)


class Deliverer:
    """Sends outputs through an app's producer, in order per partition, and returns when Kafka acknowledged all."""

    def __init__(self, app: faust.App, partitions: dict[str, int]) -> None:
        self._app = app
        self._partitions = partitions

    async def deliver(self, outputs: Sequence[Output]) -> None:
        """Send all; a failing broker is tried again until the caller's time is up. A repeat has the same ids."""
        pause_s = _FIRST_PAUSE_S
        while outputs:
            try:
                await self._send_all(outputs)
            except (KafkaError, ProducerSendError) as error:
                logger.warning(
                    "kafka did not take %d records, trying again in %.1f s: %r", len(outputs), pause_s, error
                )
                await asyncio.sleep(pause_s)
                pause_s = min(pause_s * 2, _LONGEST_PAUSE_S)
            else:
                return

    async def _send_all(self, outputs: Sequence[Output]) -> None:
        acknowledgements = [await self._send(output) for output in outputs]
        await asyncio.gather(*acknowledgements)

    async def _send(self, output: Output) -> Awaitable[object]:
        partition = partition_of(output.partition_by, self._partitions[output.topic])
        producer = self._app.producer
        return await producer.send(output.topic, output.key.encode(), output.value.encode(), partition, None, None)
