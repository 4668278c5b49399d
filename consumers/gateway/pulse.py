"""Whether Kafka is there, and whether the inboxes are read to their end: asked every second.

An inbox that lags may hold a visibility that ended; after `LATE_AFTER_S` its rooms get no more dots until it is read.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from time import monotonic
from typing import Any

from aiokafka import TopicPartition
from aiokafka.errors import KafkaError

from consumers.gateway.reading import consumer_of
from streams.kafka_client import started, stopped

__all__ = ["LATE_AFTER_S", "Lateness", "Pulse"]

logger = logging.getLogger(__name__)

LATE_AFTER_S = 5.0
_EVERY_S = 1.0
_ANSWER_WITHIN_S = 5.0


@dataclass(frozen=True, slots=True)
class Lateness:
    """Up to when a partition is known to have been read to its end (seconds of one monotonic clock).

    Attributes:
        read_until: everything that stood in the log at this instant was read.
        asked_at: when the end was last asked for and not yet reached.
        end: that end.
    """

    read_until: float
    asked_at: float = 0.0
    end: int | None = None

    def reached(self, next_offset: int) -> "Lateness":
        """After reading up to (not including) `next_offset`."""
        return Lateness(self.asked_at) if self.end is not None and next_offset >= self.end else self

    def asked(self, now: float, end: int) -> "Lateness":
        """After the log's end was asked for; an end that is still to be reached stands."""
        return self if self.end is not None else Lateness(self.read_until, now, end)

    def late(self, now: float) -> bool:
        """Whether this lags more than is safe for dots."""
        return now - self.read_until > LATE_AFTER_S


class Pulse:
    """Asks Kafka for the ends of the inbox partitions in use; says once when it goes away, and once when it is back.

    Args:
        broker: host:port, or several separated by commas.
        partitions: the partitions to ask about, at least one.
        told: called with every answer: partition -> end of its log.
        back: called when Kafka answers again after it was away.
    """

    def __init__(
        self,
        broker: str,
        *,
        partitions: Callable[[], list[TopicPartition]],
        told: Callable[[dict[TopicPartition, int]], None],
        back: Callable[[], Awaitable[None]],
    ) -> None:
        self._broker = broker
        self._partitions = partitions
        self._told = told
        self._back = back
        self._consumer: Any = None
        self.up = False
        """False while Kafka does not answer."""
        self._was_away = False

    async def run(self) -> None:
        """For ever, until cancelled."""
        try:
            while True:
                began = monotonic()
                await self._beat()
                await asyncio.sleep(max(0.05, _EVERY_S - (monotonic() - began)))
        finally:
            await self._drop()

    async def _beat(self) -> None:
        try:
            async with asyncio.timeout(_ANSWER_WITHIN_S):
                ends = await self._ask()
        except (KafkaError, OSError, TimeoutError) as error:
            await self._away(error)
            return
        if self._was_away:
            self._was_away = False
            logger.warning("Kafka at %s is back", self._broker)
            await self._back()
        self.up = True
        self._told(ends)

    async def _ask(self) -> dict[TopicPartition, int]:
        if self._consumer is None:
            self._consumer = consumer_of(self._broker)
            await started(self._consumer)
        ends: dict[TopicPartition, int] = await self._consumer.end_offsets(self._partitions())
        return ends

    async def _away(self, error: Exception) -> None:
        if not self._was_away:
            logger.error(
                "Kafka at %s does not answer (%s); consoles stay connected", self._broker, type(error).__name__
            )
        self.up, self._was_away = False, True
        await self._drop()

    async def _drop(self) -> None:
        """Give the connection up: the next question makes a new one, which is surer than mending the old."""
        consumer, self._consumer = self._consumer, None
        if consumer is not None:
            await stopped(consumer)
