"""Slows down whoever tries tokens: after a few wrong ones from an address, the next must wait."""

from collections import deque
from collections.abc import Callable
from time import monotonic

__all__ = ["SignInLimit"]


class SignInLimit:
    """Counts wrong tokens by address.

    A token has 256 random bits, so this guards no secret: it keeps a broken or curious client from filling the log and
    the processor. Behind a reverse proxy every person may have the same address; the limit is therefore modest.

    Args:
        most: wrong tokens allowed within the window.
        window_s: length of the window in seconds.
        clock: seconds, never going back.
    """

    def __init__(self, most: int = 10, window_s: float = 60.0, clock: Callable[[], float] = monotonic) -> None:
        self._most = most
        self._window_s = window_s
        self._clock = clock
        self._wrong: dict[str, deque[float]] = {}

    def wait_s(self, address: str) -> float:
        """Seconds until this address may try again; 0 when it may now."""
        self._forget()
        wrong = self._wrong.get(address)
        if wrong is None or len(wrong) < self._most:
            return 0.0
        return max(0.0, wrong[0] + self._window_s - self._clock())

    def note_wrong(self, address: str) -> None:
        """A wrong token came from this address."""
        self._wrong.setdefault(address, deque(maxlen=self._most)).append(self._clock())

    def _forget(self) -> None:
        oldest = self._clock() - self._window_s
        for address in list(self._wrong):
            wrong = self._wrong[address]
            while wrong and wrong[0] <= oldest:
                wrong.popleft()
            if not wrong:
                del self._wrong[address]
