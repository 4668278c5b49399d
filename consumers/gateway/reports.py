"""Writes what consoles say onto the topic `reports`, and says whether Kafka has it."""

import asyncio
import logging

from consumers.gateway.writing import ACKNOWLEDGED_WITHIN_S, NotWrittenError, Writing
from streams.records import Report, encode
from streams.topics import REPORTS, Profile

__all__ = ["ReportNotWrittenError", "Reports"]

logger = logging.getLogger(__name__)

_AGAIN_S = 1.0
_MOST_WAITING = 10_000
_AT_ONCE = 100


class ReportNotWrittenError(ConnectionError):
    """Kafka did not acknowledge the report in time; whether it stands there is not known. It may be sent again."""


class Reports:
    """What this gateway's consoles say, on its way to Kafka.

    Args:
        broker: host:port, or several separated by commas.
        profile: which partition count.
    """

    def __init__(self, broker: str, profile: Profile) -> None:
        self._writing = Writing(broker, profile)
        self._receipts: asyncio.Queue[Report] = asyncio.Queue(_MOST_WAITING)

    async def submit(self, report: Report) -> None:
        """Return when Kafka has acknowledged the report.

        Raises:
            ReportNotWrittenError: it did not within 10 s.
        """
        try:
            await self._writing.write(REPORTS, report.case, encode(report), partition_by=report.case)
        except NotWrittenError as error:
            message = f"expected Kafka to acknowledge {report.id} within {ACKNOWLEDGED_WITHIN_S:g} s, got {error}"
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
        if not await self._writing.stop():
            logger.warning("reports still waited for Kafka when the gateway stopped")


def _not_written(answer: object) -> bool:
    """Whether to try again; anything but Kafka being away is a fault of ours and must be seen."""
    if isinstance(answer, BaseException) and not isinstance(answer, ReportNotWrittenError):
        raise answer
    return isinstance(answer, ReportNotWrittenError)
