"""The doors' way into Kafka: a record counts as accepted only when the brokers have acknowledged it.

When Kafka is away a door says so within ten seconds and takes nothing; it comes back by itself. A record whose
acknowledgement came too late may stand in Kafka all the same: the unit sends it again under the same number or id,
and who reads it knows it by that.
"""

import asyncio
import contextlib
import functools
import logging
from collections.abc import Sequence
from typing import Any

from aiokafka import AIOKafkaProducer
from aiokafka.errors import KafkaError

from producers.outgoing import Outgoing
from streams.kafka_client import dropped
from streams.records import encode

__all__ = ["NotNow", "Outlet"]

logger = logging.getLogger(__name__)

_LINGER_MS = 1
_BATCH_BYTES = 256 * 1024
_SENDS_AT_A_TIME = 128
_CONNECT_WITHIN_S = 10.0
_FIRST_PAUSE_S, _LONGEST_PAUSE_S = 0.25, 5.0

_Acknowledgement = asyncio.Future[Any]


class NotNow(Exception):  # noqa: N818 - an answer, not a fault: keep it and come again
    """Kafka did not acknowledge; says why."""


class Outlet:
    """One producer for all units of a process.

    Args:
        broker: host:port, several separated by commas.
        give_up_s: how long a unit waits for the acknowledgement before it is told to keep its records.
    """

    def __init__(self, broker: str, *, give_up_s: float = 8.0) -> None:
        self._broker = broker
        self._give_up_s = give_up_s
        self._producer: Any = None
        self._late: set[_Acknowledgement] = set()
        self._turns = asyncio.Semaphore(_SENDS_AT_A_TIME)
        self._connecting: asyncio.Task[None] | None = None
        self._connected = asyncio.Event()
        self._stopping = asyncio.Event()
        self._said_away = False

    def start(self) -> None:
        """Begin to connect, and keep trying; does not wait for Kafka."""
        self._connecting = asyncio.create_task(self._connect(None), name="outlet connects")

    async def connected(self) -> None:
        """Return when Kafka is there for the first time, or again."""
        await self._connected.wait()

    async def stop(self) -> None:
        """Let what is under way finish, for as long as a unit would wait, then close."""
        self._stopping.set()
        if self._connecting is not None:
            await self._connecting  # not cancelled: aiokafka would leave a connection it is opening to nobody
        producer, self._producer = self._producer, None
        if producer is not None:
            await dropped(producer, within_s=self._give_up_s)

    async def send(self, records: Sequence[Outgoing]) -> None:
        """Write the records, in order for each key, and return when all are acknowledged.

        Raises:
            NotNow: they are not, or not yet; some may be.
        """
        producer = self._producer
        if producer is None or self._late:
            message = "Kafka is away"
            raise NotNow(message)
        sent: list[_Acknowledgement] = []
        try:
            async with asyncio.timeout(self._give_up_s), self._turns:
                for record in records:
                    sent += [await producer.send(record.topic, encode(record.record), record.key.encode())]
                await asyncio.wait(sent)  # unlike gather, does not cancel what it waits for
        except TimeoutError as error:
            self._give_up(producer, sent)
            message = f"Kafka did not acknowledge within {self._give_up_s:g} s"
            raise NotNow(message) from error
        except KafkaError as error:
            self._broken(producer, error)
            message = f"Kafka refused it: {error}"
            raise NotNow(message) from error
        self._check(producer, sent)

    def _check(self, producer: Any, sent: list[_Acknowledgement]) -> None:
        failed = [error for error in (acknowledgement.exception() for acknowledgement in sent) if error is not None]
        if failed:
            self._broken(producer, failed[0])
            message = f"Kafka refused it: {failed[0]}"
            raise NotNow(message) from failed[0]

    def _give_up(self, producer: Any, sent: list[_Acknowledgement]) -> None:
        """Take nothing more until what is in the producer's hands was acknowledged after all: Kafka is back then."""
        for acknowledgement in sent:
            if not acknowledgement.done():
                self._late.add(acknowledgement)
                acknowledgement.add_done_callback(functools.partial(self._came_late, producer))
        self._say_away("it does not acknowledge")

    def _came_late(self, producer: Any, acknowledgement: _Acknowledgement) -> None:
        self._late.discard(acknowledgement)
        error = None if acknowledgement.cancelled() else acknowledgement.exception()
        if error is not None:
            self._broken(producer, error)
        elif not self._late and self._producer is producer:
            self._say_back()

    def _broken(self, producer: Any, error: BaseException) -> None:
        """Replace a producer that Kafka will not hear any more, such as one it has forgotten."""
        if self._producer is not producer or self._stopping.is_set():
            return
        self._producer = None
        self._connected.clear()
        self._say_away(error)
        self._connecting = asyncio.create_task(self._connect(producer), name="outlet connects")

    async def _connect(self, old: Any) -> None:
        if old is not None:
            await dropped(old, within_s=0)
        pause_s = _FIRST_PAUSE_S
        while (producer := await self._producer_or_none()) is None:
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(pause_s):
                    await self._stopping.wait()
                return
            pause_s = min(2 * pause_s, _LONGEST_PAUSE_S)
        self._producer = producer
        self._connected.set()
        self._say_back()

    async def _producer_or_none(self) -> Any:
        producer = AIOKafkaProducer(
            bootstrap_servers=self._broker, acks="all", enable_idempotence=True,
            linger_ms=_LINGER_MS, max_batch_size=_BATCH_BYTES,
        )  # fmt: skip
        try:
            async with asyncio.timeout(_CONNECT_WITHIN_S):
                await producer.start()
        except (KafkaError, OSError, TimeoutError) as error:
            await dropped(producer, within_s=0)
            self._say_away(error)
            return None
        return producer

    def _say_away(self, why: object) -> None:
        if not self._said_away:
            self._said_away = True
            logger.error("Kafka at %s is away (%s); units keep their fixes until it is back", self._broker, why)

    def _say_back(self) -> None:
        if self._said_away:
            self._said_away = False
            logger.warning("Kafka at %s is back", self._broker)
