"""Puts inbox records in a page's own language: each once for all consoles that read it, as long as it is remembered."""

import logging
from collections import OrderedDict
from collections.abc import Callable

from msgspec.structs import replace

from consumers.said import said_of
from streams.console import InboxItem, Said, Snapshot
from streams.records import InboxRecord, decode

__all__ = ["Sayings"]

logger = logging.getLogger(__name__)

_REMOVED = b"null"
_Written = tuple[str, int, int, str]
"""Topic id, partition and offset of a record, and the language."""


class Sayings:
    """The words of the records that were asked for last.

    Args:
        said_of: puts a record in the words of a language.
        most: how many are remembered, each of some 2 kB; more than any one room's inbox holds.
    """

    def __init__(self, said_of: Callable[[InboxRecord, str], Said] = said_of, *, most: int = 20_000) -> None:
        self._said_of = said_of
        self._most = most
        self._remembered: OrderedDict[_Written, Said | None] = OrderedDict()

    def item(self, item: InboxItem, language: str | None) -> InboxItem:
        """The item with its record in words; as it is without a language, and where it cannot be put in words."""
        if language is None or bytes(item.record) == _REMOVED:
            return item
        return replace(item, said=self._said(item, language))

    def snapshot(self, snapshot: Snapshot, language: str | None) -> Snapshot:
        """The snapshot with each of its items in words."""
        if language is None:
            return snapshot
        return replace(snapshot, items=tuple(self.item(item, language) for item in snapshot.items))

    def remembers(self, item: InboxItem, language: str) -> bool:
        """Whether the words are ready."""
        return _written(item, language) in self._remembered

    def _said(self, item: InboxItem, language: str) -> Said | None:
        written = _written(item, language)
        if written in self._remembered:
            self._remembered.move_to_end(written)
            return self._remembered[written]
        said = self._remembered[written] = self._put_in_words(item, language)
        if len(self._remembered) > self._most:
            self._remembered.popitem(last=False)
        return said

    def _put_in_words(self, item: InboxItem, language: str) -> Said | None:
        try:
            return self._said_of(decode(bytes(item.record), InboxRecord), language)
        except Exception:  # whatever is wrong with the words, the record itself must reach the console
            logger.exception("%s: not put in words in %s; the console gets the record alone", item.key, language)
            return None


def _written(item: InboxItem, language: str) -> _Written:
    return (item.place.topic_id, item.place.partition, item.place.offset, language)
