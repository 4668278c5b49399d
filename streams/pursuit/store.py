"""A pursuit's state in the table: kept in parts, so that a decision writes only the parts it changed."""

from collections.abc import Mapping

import msgspec

from streams.pursuit.state import Pursuit
from streams.records import RecordError

__all__ = ["case_of_part", "join_parts", "split_parts"]

_SEPARATOR = b"#"
_OWN_PART = frozenset({"units", "alerts", "crossings", "answered", "receipts", "log"})
_ENCODER = msgspec.json.Encoder(order="deterministic")


def split_parts(before: Pursuit | None, after: Pursuit) -> dict[bytes, bytes]:
    """The table entries that differ between two states of one case: key `case#part`, value JSON."""
    old = _parts(before) if before is not None else {}
    return {key: value for key, value in _parts(after).items() if old.get(key) != value}


def _parts(state: Pursuit) -> dict[bytes, bytes]:
    fields = {name: getattr(state, name) for name in state.__struct_fields__}
    core = {name: value for name, value in fields.items() if name not in _OWN_PART}
    parts = {"core": core} | {name: fields[name] for name in sorted(_OWN_PART)}
    return {state.case.encode() + _SEPARATOR + name.encode(): _ENCODER.encode(part) for name, part in parts.items()}


def case_of_part(key: bytes) -> str:
    """The case a table entry belongs to."""
    return key.partition(_SEPARATOR)[0].decode()


def join_parts(parts: Mapping[bytes, bytes]) -> Pursuit:
    """The pursuit its parts make up.

    Raises:
        RecordError: a part is missing or cannot be read.
    """
    try:
        named = {key.partition(_SEPARATOR)[2].decode(): msgspec.json.decode(value) for key, value in parts.items()}
        whole = {**named.pop("core"), **named}
        return msgspec.convert(whole, type=Pursuit)
    except (KeyError, msgspec.DecodeError, msgspec.ValidationError) as error:
        message = f"state of a pursuit: {error!r}; parts {sorted(parts)}"
        raise RecordError(message) from error
