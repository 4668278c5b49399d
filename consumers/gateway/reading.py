"""Reads some partitions of one topic from a place on, for ever, and says when it has reached the end.

One consumer each, without a group: partitions of a busy topic never hold up the inbox, and a lost connection is simply
begun again where reading stood. Kafka answers a fetch as soon as there is something, so nothing here polls.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence
from typing import Any

from aiokafka import AIOKafkaConsumer, TopicPartition
from aiokafka.errors import KafkaError, OffsetOutOfRangeError

from streams.kafka_client import started, stopped

__all__ = ["Reading", "consumer_of", "from_instant"]

logger = logging.getLogger(__name__)

_WAIT_MS = 1000
_MOST_RECORDS = 500
"""A slice of a long catch-up after which consoles and heartbeats have their turn."""
_AGAIN_S = 1.0

Start = Callable[[Any, Sequence[TopicPartition]], Awaitable[dict[TopicPartition, int]]]
"""Where to begin in each partition, asked of a connected consumer at each (re)start."""


def consumer_of(broker: str) -> Any:
    """A consumer without a group, reading only what it is assigned."""
    return AIOKafkaConsumer(
        bootstrap_servers=broker,
        group_id=None,
        enable_auto_commit=False,
        auto_offset_reset="none",
        fetch_max_wait_ms=_WAIT_MS // 2,
        request_timeout_ms=10_000,
        client_id="senningen-gateway",
    )


def from_instant(instant_ms: Callable[[], int]) -> Start:
    """Begin with the first record whose broker time is not before `instant_ms()` (milliseconds since 1970)."""

    async def start(consumer: Any, partitions: Sequence[TopicPartition]) -> dict[TopicPartition, int]:
        ends = await consumer.end_offsets(list(partitions))
        found = await consumer.offsets_for_times(dict.fromkeys(partitions, instant_ms()))
        return {tp: found[tp].offset if found.get(tp) else ends[tp] for tp in partitions}

    return start


class Reading:
    """One running read; `handle` gets every record once, in order within its partition, and must not raise.

    Args:
        broker: host:port, or several separated by commas.
        topic: its name.
        partitions: which of its partitions.
        start: where to begin; asked again when the place reached is no longer in the log.
        handle: takes one aiokafka record.
    """

    def __init__(
        self, broker: str, topic: str, partitions: Sequence[int], *, start: Start, handle: Callable[[Any], None]
    ) -> None:
        self._broker = broker
        self._partitions = [TopicPartition(topic, partition) for partition in partitions]
        self._start = start
        self._handle = handle
        self._next: dict[TopicPartition, int] = {}
        self._task: asyncio.Task[None] | None = None
        self.caught_up = asyncio.Event()
        """Set once the end, as it stood at the start, was reached."""

    def begin(self, group: asyncio.TaskGroup) -> None:
        """Read from where it stood, anew, as a task of `group`; a running read is given up first."""
        self._cancel()
        self._task = group.create_task(self._for_ever(self._task))

    async def stop(self) -> None:
        """End it."""
        self._cancel()
        if self._task is not None:
            await asyncio.wait([self._task])

    def _cancel(self) -> None:
        if self._task is not None:
            self._task.cancel()

    async def _for_ever(self, before: asyncio.Task[None] | None) -> None:
        if before is not None:
            await asyncio.wait([before])
        while True:
            try:
                await self._read()
            except OffsetOutOfRangeError as error:
                logger.warning(
                    "%s: the place reached is no longer in the log, beginning anew: %s", self._named(), error
                )
                self._next.clear()
                self.caught_up.clear()
            except (KafkaError, OSError) as error:
                logger.debug("%s: the pulse tells when Kafka is away: %r", self._named(), error)
            await asyncio.sleep(_AGAIN_S)

    async def _read(self) -> None:
        consumer = consumer_of(self._broker)
        try:
            await started(consumer)
            places = {**await self._start(consumer, self._partitions), **self._next}
            ends = await consumer.end_offsets(self._partitions)
            consumer.assign(self._partitions)
            for tp, offset in places.items():
                consumer.seek(tp, offset)
            self._next = places
            await self._follow(consumer, ends)
        finally:
            await stopped(consumer)

    async def _follow(self, consumer: Any, ends: dict[TopicPartition, int]) -> None:
        while True:
            if not self.caught_up.is_set() and all(self._next[tp] >= end for tp, end in ends.items()):
                self.caught_up.set()
            batches = await consumer.getmany(timeout_ms=_WAIT_MS, max_records=_MOST_RECORDS)
            for tp, records in batches.items():
                for record in records:
                    self._handle(record)
                self._next[tp] = records[-1].offset + 1
            if batches:
                await asyncio.sleep(0)

    def _named(self) -> str:
        return ", ".join(f"{tp.topic}-{tp.partition}" for tp in self._partitions)
