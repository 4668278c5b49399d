"""A pursuit's state in the table: kept in parts, so that a decision writes only the parts it changed.

A process may be killed between two parts, and half a decision must never come back. So the core goes first and carries
the parts that the decision changed: that one record is the whole change. The parts after it only free the next core
from carrying them too.
"""

from collections.abc import Mapping

import msgspec

from streams.pursuit.state import Pursuit
from streams.records import RecordError

__all__ = ["case_of_part", "join_parts", "split_parts"]

_SEPARATOR = b"#"
_CORE = "core"
_CHANGED = "changed"
_OWN_PART = (
    "alerts", "answered", "approached", "checklist", "crossings", "done", "facts", "foreseen", "heard", "log",
    "notices", "receipts", "requests", "sightings", "silences", "stops", "units", "ways",
)  # fmt: skip
_ENCODER = msgspec.json.Encoder(order="deterministic")


def split_parts(before: Pursuit | None, after: Pursuit) -> dict[bytes, bytes]:
    """The table entries that differ between two states of one case, in the order of writing.

    Key `case#part`, value JSON; the first is the core with everything that changed. `before` is None where it is not
    known that every part of it was written: then all are.
    """
    if before == after:
        return {}
    changed = {name: getattr(after, name) for name in _OWN_PART if _differs(before, after, name)}
    core = {name: getattr(after, name) for name in after.__struct_fields__ if name not in _OWN_PART}
    entries = {_CORE: {**core, _CHANGED: changed}, **changed}
    return {_key(after.case, name): _ENCODER.encode(entry) for name, entry in entries.items()}


def _differs(before: Pursuit | None, after: Pursuit, part: str) -> bool:
    return before is None or getattr(before, part) != getattr(after, part)


def _key(case: str, part: str) -> bytes:
    return case.encode() + _SEPARATOR + part.encode()


def case_of_part(key: bytes) -> str:
    """The case a table entry belongs to."""
    return key.partition(_SEPARATOR)[0].decode()


def join_parts(parts: Mapping[bytes, bytes]) -> Pursuit:
    """The pursuit its parts make up.

    A part that the core carries counts as the core has it: the entry of its own may be older.

    Raises:
        RecordError: the core is missing, or a part cannot be read.
    """
    try:
        named = {key.partition(_SEPARATOR)[2].decode(): msgspec.json.decode(value) for key, value in parts.items()}
        core = named.pop(_CORE)
        changed = core.pop(_CHANGED, {})
        return msgspec.convert({**named, **core, **changed}, type=Pursuit)
    except (KeyError, msgspec.DecodeError, msgspec.ValidationError) as error:
        message = f"state of a pursuit: {error!r}; parts {sorted(parts)}"
        raise RecordError(message) from error
