"""Tells TRACK which units' fixes a door refuses, so that the room of a unit in a pursuit learns of it."""

import asyncio
import logging
from collections.abc import Sequence
from datetime import UTC, datetime

from producers.outgoing import Outgoing
from producers.outlet import NotNow, Outlet
from producers.reading import Refusal
from producers.tally import RefusalTally
from streams.topics import POSITIONS

__all__ = ["RefusalTeller"]

logger = logging.getLogger(__name__)

_EVERY_S = 1.0


class RefusalTeller:
    """Writes a door's refusals to `positions`, a few at a time.

    Args:
        door: the door's name.
        outlet: the way into Kafka.
    """

    def __init__(self, door: str, outlet: Outlet) -> None:
        self._tally = RefusalTally(door)
        self._outlet = outlet
        self._news = asyncio.Event()

    def add(self, unit: str, refusals: Sequence[Refusal]) -> None:
        """Count refusals of this unit; they are told soon."""
        for refusal in refusals:
            logger.info("refused from %s: %s", unit, refusal)
            self._tally.add(unit, refusal)
        if refusals:
            self._news.set()

    async def run(self) -> None:
        """Tell what is due, for ever; ends by being cancelled."""
        while True:
            await self._tell()
            try:
                async with asyncio.timeout(_EVERY_S):
                    await self._news.wait()
            except TimeoutError:
                continue
            self._news.clear()

    async def _tell(self) -> None:
        told = self._tally.take(datetime.now(UTC))
        if not told:
            return
        try:
            await self._outlet.send([Outgoing(POSITIONS.name, refused.unit, refused) for refused in told])
        except NotNow as later:
            logger.warning("%s refusals are not told to the rooms: %s", len(told), later)
