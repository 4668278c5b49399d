"""Lets each complaint of the Kafka client through once a minute: it repeats itself for as long as Kafka is away."""

import logging
import time

__all__ = ["OnceAMinute"]

_MINUTE_S = 60.0


class OnceAMinute(logging.Filter):
    """For a log handler: records of a library, each wording at most once a minute; of all others every one.

    Args:
        library: the name its loggers begin with.
    """

    def __init__(self, library: str) -> None:
        super().__init__()
        self._library = library
        self._said_at: dict[tuple[str, str], float] = {}

    def filter(self, record: logging.LogRecord) -> bool:
        """Whether the record is to be logged."""
        if record.name.partition(".")[0] != self._library:
            return True
        wording, now = (record.name, str(record.msg)), time.monotonic()
        last = self._said_at.get(wording)
        if last is not None and now - last < _MINUTE_S:
            return False
        self._said_at[wording] = now
        return True
