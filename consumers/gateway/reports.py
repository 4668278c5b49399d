"""Writes what consoles say onto the topic `reports`, and says whether Kafka has it."""

import asyncio
import logging
from typing import Any

from aiokafka import AIOKafkaProducer
from aiokafka.errors import KafkaError

from streams.kafka_client import dropped, started, stopped
from streams.partition import partition_of
from streams.records import Report, encode
from streams.topics import REPORTS, Profile

__all__ = ["ReportNotWrittenError", "Reports"]

logger = logging.getLogger(__name__)

_ACKNOWLEDGED_WITHIN_S = 10.0
_CLOSED_WITHIN_S = 3.0
_AGAIN_S = 1.0
_MOST_WAITING = 10_000
_AT_ONCE = 100


class ReportNotWrittenError(ConnectionError):
    """Kafka did not acknowledge the report in time; whether it stands there is not known. It may be sent again."""


class Reports:
    """The gateway's producer: idempotent, acknowledged by all replicas, made anew after an error.

    Args:
        broker: host:port, or several separated by commas.
        profile: which partition count.
    """

    def __init__(self, broker: str, profile: Profile) -> None:
        self._broker = broker
        self._partitions = REPORTS.partitions(profile)
        self._producer: Any = None
        self._making = asyncio.Lock()
        self._receipts: asyncio.Queue[Report] = asyncio.Queue(_MOST_WAITING)

    async def submit(self, report: Report) -> None:
        """Return when Kafka has acknowledged the report.

        Raises:
            ReportNotWrittenError: it did not within 10 s.
        """
        try:
            async with asyncio.timeout(_ACKNOWLEDGED_WITHIN_S):
                producer = await self._ready()
                await self._send(producer, report)
        except (KafkaError, OSError, TimeoutError) as error:
            message = f"expected Kafka to acknowledge {report.id} within {_ACKNOWLEDGED_WITHIN_S:g} s, got {error!r}"
            raise ReportNotWrittenError(message) from error

    def submit_later(self, report: Report) -> bool:
        """Write a receipt when Kafka takes it, trying until this gateway stops; False when too many already wait."""
        try:
            self._receipts.put_nowait(report)
        except asyncio.QueueFull:
            return False
        return True

    async def run(self) -> None:
        """Write waiting receipts; for ever, until cancelled."""
        while True:
            batch = [await self._receipts.get()]
            while len(batch) < _AT_ONCE and not self._receipts.empty():
                batch.append(self._receipts.get_nowait())
            while batch:
                answers = await asyncio.gather(*(self.submit(report) for report in batch), return_exceptions=True)
                batch = [report for report, answer in zip(batch, answers, strict=True) if _not_written(answer)]
                if batch:
                    await asyncio.sleep(_AGAIN_S)

    async def stop(self) -> None:
        """Close the connection; what Kafka has not taken by then is given up."""
        producer, self._producer = self._producer, None
        if producer is not None and not await dropped(producer, within_s=_CLOSED_WITHIN_S):
            logger.warning("reports still waited for Kafka when the gateway stopped")

    async def _ready(self) -> Any:
        async with self._making:
            if self._producer is None:
                producer = AIOKafkaProducer(
                    bootstrap_servers=self._broker,
                    enable_idempotence=True,
                    acks="all",
                    request_timeout_ms=int(_ACKNOWLEDGED_WITHIN_S * 1000),
                    client_id="senningen-gateway",
                )
                try:
                    await started(producer)
                except BaseException:
                    await stopped(producer)
                    raise
                self._producer = producer
            return self._producer

    async def _send(self, producer: Any, report: Report) -> None:
        try:
            await producer.send_and_wait(
                REPORTS.name,
                encode(report),
                key=report.case.encode(),
                partition=partition_of(report.case, self._partitions),
            )
        except KafkaError:
            # After a failed batch an idempotent producer may be unable to go on; a new one surely is.
            await self._drop(producer)
            raise

    async def _drop(self, producer: Any) -> None:
        if producer is not None and producer is self._producer:
            self._producer = None
            await dropped(producer, within_s=_CLOSED_WITHIN_S)


def _not_written(answer: object) -> bool:
    """Whether to try again; anything but Kafka being away is a fault of ours and must be seen."""
    if isinstance(answer, BaseException) and not isinstance(answer, ReportNotWrittenError):
        raise answer
    return isinstance(answer, ReportNotWrittenError)
