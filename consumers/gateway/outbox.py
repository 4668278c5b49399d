"""What waits to be sent to one console: inbox records in order and never dropped, dots and desks only as their newest.

A console that reads too slowly never delays another: its queue is bounded, and when inbox records would have to be
dropped it is told goodbye instead. It comes back, names its place and is given what it missed.
"""

import asyncio
from collections import deque
from collections.abc import Mapping
from typing import Literal

from msgspec import Raw

from streams.console import Goodbye, TrailsMessage, UnitsMessage
from streams.records import encode

__all__ = ["Outbox"]


class Outbox:
    """The queue of one console.

    Args:
        most_messages: how many messages may wait, dots not counted.
        most_bytes: how many bytes may wait in them; one message alone may be longer.
    """

    def __init__(self, *, most_messages: int = 1000, most_bytes: int = 16 * 1024 * 1024) -> None:
        self._most_messages = most_messages
        self._most_bytes = most_bytes
        self._waiting: deque[bytes] = deque()
        self._bytes = 0
        self._trails: dict[tuple[str, str], Raw] = {}
        self._units: dict[str, tuple[bool, dict[str, Raw]]] = {}
        self._newest: dict[Literal["beat", "desks"], bytes] = {}
        self._changed = asyncio.Event()
        self.goodbye: Goodbye | None = None
        """Set once the console is to be closed; nothing is taken after it."""
        self.ended = asyncio.Event()

    def put(self, message: bytes) -> None:
        """A message that must arrive, in order; too many of them end the console with `too_slow`."""
        if self.goodbye is not None:
            return
        if self._waiting and (
            len(self._waiting) >= self._most_messages or self._bytes + len(message) > self._most_bytes
        ):
            self.end(Goodbye(code="too_slow", reason=f"{len(self._waiting)} messages ({self._bytes} bytes) wait"))
            return
        self._waiting.append(message)
        self._bytes += len(message)
        self._changed.set()

    def put_beat(self, heartbeat: bytes) -> None:
        """A heartbeat; only the newest waits."""
        if self.goodbye is None:
            self._newest["beat"] = heartbeat
            self._changed.set()

    def put_desks(self, desks: bytes) -> None:
        """Whether anyone is there; only the newest waits."""
        if self.goodbye is None:
            self._newest["desks"] = desks
            self._changed.set()

    def put_trail(self, case: str, dot: str, trail: Raw) -> None:
        """A dot of a pursuit; it replaces the same dot that still waits."""
        self._trails[case, dot] = trail
        self._changed.set()

    def put_units(self, room: str, units: Mapping[str, Raw], *, full: bool) -> None:
        """Places of the room's own units; each replaces one of the same unit that still waits."""
        was_full, waiting = self._units.get(room, (False, {}))
        self._units[room] = (full or was_full, {**waiting, **units})
        self._changed.set()

    def forget_case(self, case: str) -> None:
        """This console may no longer watch the case: its waiting dots are not sent."""
        self._trails = {key: trail for key, trail in self._trails.items() if key[0] != case}

    def end(self, goodbye: Goodbye) -> None:
        """Say goodbye next, and nothing after; the first reason stands."""
        if self.goodbye is None:
            self.goodbye = goodbye
            self._waiting.clear()
            self._trails.clear()
            self._units.clear()
            self._waiting.append(encode(goodbye))
            self._bytes = len(self._waiting[0])
            self.ended.set()
            self._changed.set()

    async def next(self) -> bytes | None:
        """The next message to send, dots last; waits for one; None after the goodbye."""
        while True:
            message = self._take()
            if message is not None:
                return message
            if self.goodbye is not None:
                return None
            self._changed.clear()
            await self._changed.wait()

    def _take(self) -> bytes | None:
        if self._waiting:
            message = self._waiting.popleft()
            self._bytes -= len(message)
            return message
        if self.goodbye is not None:
            return None
        if self._newest:
            return self._newest.pop(next(iter(self._newest)))
        if self._trails:
            trails, self._trails = tuple(self._trails.values()), {}
            return encode(TrailsMessage(trails=trails))
        if self._units:
            room, (full, units) = self._units.popitem()
            return encode(UnitsMessage(room=room, full=full, units=tuple(units.values())))
        return None
