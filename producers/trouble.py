"""A door's trouble as a unit's side tells it: once when it begins or changes, and once when it is over."""

import logging

__all__ = ["Trouble"]

logger = logging.getLogger(__name__)


class Trouble:
    """What stands between a unit and its door; each send that fails for the same reason is not said again.

    Args:
        url: which door, for the log.
    """

    def __init__(self, url: str) -> None:
        self._url = url
        self._what: str | None = None

    def tell(self, what: str, *, waiting: int) -> None:
        """The door does not take what we send: why, and how much waits."""
        if what != self._what:
            logger.warning("door at %s: %s; %s to send", self._url, what, waiting)
        self._what = what

    def over(self) -> None:
        """The door takes again."""
        if self._what is not None:
            logger.warning("door at %s takes again", self._url)
        self._what = None
