"""A console's places on the disk, so that it gets what it missed also after its own restart."""

import logging
from pathlib import Path

from msgspec import Struct

from streams.console import ConsolePlace
from streams.records import RecordError, decode, encode

__all__ = ["read_places", "write_places"]

logger = logging.getLogger(__name__)


class _Places(Struct, frozen=True):
    """What stands in the file: a place for each room."""

    places: dict[str, ConsolePlace]


def read_places(path: Path) -> dict[str, ConsolePlace]:
    """The places; none without a file, or (with a warning) when it cannot be read: the gateway then gives all."""
    try:
        read: _Places = decode(path.read_bytes(), _Places)
    except FileNotFoundError:
        return {}
    except (OSError, RecordError) as error:
        logger.warning("%s: expected a console's places, got %s; beginning with a fresh snapshot", path, error)
        return {}
    return read.places


def write_places(path: Path, places: dict[str, ConsolePlace]) -> None:
    """Replace the file, whole or not at all."""
    draft = path.with_name(path.name + ".draft")
    draft.write_bytes(encode(_Places(places)))
    draft.replace(path)
