"""HTTP for phones that must come to the point: a connection that does not finish asking in time is closed.

uvicorn waits for ever for the rest of a request. A few thousand such connections, meant or not, would use up the
process's file descriptors and shut both doors.
"""

import asyncio

from uvicorn.protocols.http.h11_impl import H11Protocol

__all__ = ["ASK_WITHIN_S", "PromptHttp"]

ASK_WITHIN_S = 10.0
"""How long a connection may take for one whole request, and may wait with its first."""


class PromptHttp(H11Protocol):
    """uvicorn's own protocol with a limit on the time a request takes to come in."""

    _asking: asyncio.TimerHandle | None = None
    _answered: object = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]  # as in uvicorn itself
        """A connection: its first request has to come."""
        super().connection_made(transport)
        self._expect()

    def data_received(self, data: bytes) -> None:
        """A part of a request; the limit ends with its last part and begins with the first of the next."""
        super().data_received(data)
        asked = self.cycle is not None and self.cycle is not self._answered and not self.cycle.more_body
        if asked:
            self._expect_no_more()
        elif self._asking is None:
            self._expect()

    def on_response_complete(self) -> None:
        """The request was answered; from here uvicorn limits how long the connection may lie idle."""
        self._answered = self.cycle
        super().on_response_complete()

    def connection_lost(self, exc: Exception | None) -> None:
        """The connection is gone."""
        self._expect_no_more()
        super().connection_lost(exc)

    def _expect(self) -> None:
        self._asking = self.loop.call_later(ASK_WITHIN_S, self.transport.close)

    def _expect_no_more(self) -> None:
        if self._asking is not None:
            self._asking.cancel()
            self._asking = None
