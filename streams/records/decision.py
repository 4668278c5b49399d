"""What a decision is: the record that is the truth, what it rested on and sends; and what could not be read."""

from msgspec import Struct

from streams.records.parts import Id, Instant, Key, Mode, SourcePlace, Text

__all__ = ["REMOVED", "Decision", "Output", "Reject", "VersionsUsed"]

REMOVED = "null"
"""The value of an output that leaves nothing under its key: Kafka is given none, and forgets what stood there."""


class VersionsUsed(Struct, frozen=True, kw_only=True):
    """What a decision rested on."""

    code: str
    rooms: str
    borders: str
    settings: str
    regimes: str = ""


class Output(Struct, frozen=True, kw_only=True):
    """One record a decision sends: where to, under which key, and its bytes as text; `REMOVED`: the key goes."""

    topic: str
    key: str
    partition_by: str
    value: str
    to: tuple[str, ...] = ()
    """Its readers, where it is one record for many: see `streams.addressed`. Its partition is then by reader."""


class Decision(Struct, frozen=True, kw_only=True, tag="decision"):
    """One record per decided report: the truth. Its outputs are sent after it, and again by a new owner."""

    case: Id
    report_id: Key
    report: SourcePlace
    happened_at: Instant
    arrived_at: Instant
    mode: Mode
    events: tuple[dict[str, object], ...]
    outputs: tuple[Output, ...]
    versions: VersionsUsed


class Reject(Struct, frozen=True, kw_only=True, tag="reject"):
    """A record that could not be read or made a step fail: its bytes and the reason."""

    topic: str
    partition: int
    offset: int
    key_hex: str
    value_hex: str
    """Of a record that is too long to be set aside whole, its beginning."""
    value_bytes: int = 0
    """How long the value was; more than `value_hex` holds where it was cut."""
    reason: Text
