"""Writes records onto topics and says whether Kafka has them; the producer is made anew after an error."""

import asyncio
from typing import Any

from aiokafka import AIOKafkaProducer
from aiokafka.errors import KafkaError

from streams.kafka_client import dropped, started, stopped
from streams.partition import partition_of
from streams.topics import Profile, Topic

__all__ = ["ACKNOWLEDGED_WITHIN_S", "NotWrittenError", "Writing"]

ACKNOWLEDGED_WITHIN_S = 10.0
_CLOSED_WITHIN_S = 3.0


class NotWrittenError(ConnectionError):
    """Kafka did not acknowledge a record in time; whether it stands there is not known. It may be sent again."""


class Writing:
    """One producer: idempotent, acknowledged by all replicas.

    Args:
        broker: host:port, or several separated by commas.
        profile: which partition count.
    """

    def __init__(self, broker: str, profile: Profile) -> None:
        self._broker, self._profile = broker, profile
        self._producer: Any = None
        self._making = asyncio.Lock()

    async def write(self, topic: Topic, key: str, value: bytes, *, partition_by: str) -> None:
        """Return when Kafka has acknowledged the record.

        Raises:
            NotWrittenError: it did not within 10 s.
        """
        try:
            async with asyncio.timeout(ACKNOWLEDGED_WITHIN_S):
                producer = await self._ready()
                await self._send(
                    producer, topic, key, value, partition_of(partition_by, topic.partitions(self._profile))
                )
        except (KafkaError, OSError, TimeoutError) as error:
            message = f"expected Kafka to acknowledge {key} on {topic.name}, got {error!r}"
            raise NotWrittenError(message) from error

    async def stop(self) -> bool:
        """Close the connection; False when something that Kafka had not taken was given up."""
        producer, self._producer = self._producer, None
        return producer is None or await dropped(producer, within_s=_CLOSED_WITHIN_S)

    async def _ready(self) -> Any:
        async with self._making:
            if self._producer is None:
                producer = AIOKafkaProducer(
                    bootstrap_servers=self._broker,
                    enable_idempotence=True,
                    acks="all",
                    request_timeout_ms=int(ACKNOWLEDGED_WITHIN_S * 1000),
                    client_id="senningen-gateway",
                )
                try:
                    await started(producer)
                except BaseException:
                    await stopped(producer)
                    raise
                self._producer = producer
            return self._producer

    async def _send(self, producer: Any, topic: Topic, key: str, value: bytes, partition: int) -> None:
        try:
            await producer.send_and_wait(topic.name, value, key=key.encode(), partition=partition)
        except KafkaError:
            # After a failed batch an idempotent producer may be unable to go on; a new one surely is.
            if producer is self._producer:
                self._producer = None
                await dropped(producer, within_s=_CLOSED_WITHIN_S)
            raise
