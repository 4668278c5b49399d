"""The baseline: one bare hop through Kafka, a record produced with acks=all and consumed, as any system needs it."""

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from aiokafka import AIOKafkaConsumer, AIOKafkaProducer, TopicPartition
from aiokafka.admin import AIOKafkaAdminClient, NewTopic

__all__ = ["Hop", "hopping"]

_TOPIC = "bench-hop"
_PARTITIONS = 4
_RECORD = b"x" * 400
"""As long as a fix on `positions`."""


class Hop:
    """A producer and a consumer of one partition, and what their hops took."""

    def __init__(self, producer: AIOKafkaProducer, consumer: AIOKafkaConsumer) -> None:
        self._producer, self._consumer = producer, consumer
        self.took_ms: list[float] = []

    async def once(self) -> None:
        """Send one record and wait until the consumer has it."""
        began_s = time.perf_counter()
        sending = asyncio.ensure_future(self._producer.send_and_wait(_TOPIC, _RECORD, partition=0))
        await self._consumer.getone()
        self.took_ms.append((time.perf_counter() - began_s) * 1000)
        await sending

    async def every(self, pause_s: float) -> None:
        """One hop after the other, with this pause between, for ever."""
        while True:
            await self.once()
            await asyncio.sleep(pause_s)


@asynccontextmanager
async def hopping(broker: str) -> AsyncIterator[Hop]:
    """Both clients on a topic of their own, warm: the first record pays for connections and is not counted."""
    await _make_topic(broker)
    producer = AIOKafkaProducer(bootstrap_servers=broker, acks="all", linger_ms=0)
    consumer = AIOKafkaConsumer(bootstrap_servers=broker, enable_auto_commit=False, auto_offset_reset="latest")
    await producer.start()
    await consumer.start()
    try:
        place = TopicPartition(_TOPIC, 0)
        consumer.assign([place])
        await consumer.position(place)  # before the first record is sent, so that it is not missed
        hop = Hop(producer, consumer)
        await hop.once()
        hop.took_ms.clear()
        yield hop
    finally:
        await consumer.stop()
        await producer.stop()


async def _make_topic(broker: str) -> None:
    admin = AIOKafkaAdminClient(bootstrap_servers=broker)
    await admin.start()
    try:
        await admin.create_topics([NewTopic(_TOPIC, _PARTITIONS, 1)])
    finally:
        await admin.close()
