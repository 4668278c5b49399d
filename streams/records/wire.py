"""Records as bytes, and bytes as records, or a refusal that says what was expected, what came, and where."""

from typing import Any

import msgspec
from msgspec import Struct

from streams.expected import in_words

__all__ = ["RecordError", "decode", "encode"]

_ENCODER = msgspec.json.Encoder(order="deterministic")


class RecordError(ValueError):
    """A record that does not fit the schema; says what was expected, what came, and where in the record."""


def encode(record: Struct) -> bytes:
    """The record as JSON; equal records give equal bytes."""
    return _ENCODER.encode(record)


def decode(data: bytes, kind: Any) -> Any:
    """Read JSON as a record of this kind.

    Raises:
        RecordError: the bytes are no JSON or nested too deep, or a field is missing, of the wrong type or out of range.
    """
    try:
        return msgspec.json.decode(data, type=kind)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        message = f"{in_words(str(error))}; got {data[:200]!r}"
        raise RecordError(message) from error
