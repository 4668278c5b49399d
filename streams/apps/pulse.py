"""Says once that Kafka does not answer, and once that it answers again; asks every two seconds."""

import asyncio
import logging
import time

__all__ = ["Pulse"]

logger = logging.getLogger(__name__)

_EVERY_S = 2.0
_ANSWER_WITHIN_S = 2.0


class Pulse:
    """Watches a broker's port: the client beneath Faust tries on by itself, but says so twenty times a second.

    Args:
        broker: host:port, or several separated by commas; one that answers is enough.
        every_s: seconds between two questions.
    """

    def __init__(self, broker: str, every_s: float = _EVERY_S) -> None:
        self._addresses = [address.strip().rpartition(":") for address in broker.split(",")]
        self._broker = broker
        self._every_s = every_s
        self._away_since: float | None = None

    async def watch(self) -> None:
        """Ask for ever."""
        while True:
            self._note(answers=await self._answers())
            await asyncio.sleep(self._every_s)

    def _note(self, *, answers: bool) -> None:
        if not answers and self._away_since is None:
            self._away_since = time.monotonic()
            logger.warning("kafka at %s does not answer; waiting until it does", self._broker)
        elif answers and self._away_since is not None:
            logger.warning("kafka at %s answers again after %.0f s", self._broker, time.monotonic() - self._away_since)
            self._away_since = None

    async def _answers(self) -> bool:
        for host, _, port in self._addresses:
            try:
                _, writer = await asyncio.wait_for(asyncio.open_connection(host, int(port)), _ANSWER_WITHIN_S)
            except OSError:  # a timeout is one too
                continue
            writer.close()
            return True
        return False
