"""A Faust table whose writes can be awaited, so that nothing is acknowledged before its state stands in Kafka."""

import asyncio
from typing import Any

import faust
from faust.types import FutureMessage

__all__ = ["KeptTable"]


class KeptTable(faust.Table[Any, Any]):
    """Faust writes a table's changelog in the background, and commits the input whether or not it got there."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._under_way: list[FutureMessage] = []

    def send_changelog(self, *args: Any, **kwargs: Any) -> FutureMessage:
        """Send one change, and remember that it is under way."""
        sent = super().send_changelog(*args, **kwargs)
        self._under_way.append(sent)
        return sent

    async def written(self) -> None:
        """Return when Kafka has every change made so far.

        Raises:
            KafkaError: it did not take one of them.
        """
        under_way, self._under_way = self._under_way, []
        await asyncio.gather(*under_way)
