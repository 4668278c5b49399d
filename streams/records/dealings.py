"""What rooms ask of each other, the order to stop, and what is left to do when a pursuit is over."""

from typing import Literal

from msgspec import Struct, field

from streams.orders import AssistanceKind
from streams.records.parts import Account, Id, Instant, Key, Text
from streams.records.pursued import Withdrawn

__all__ = ["Assistance", "CheckEntry", "StopOrder"]


class Assistance(Struct, frozen=True, kw_only=True):
    """One room asked another for something, or offered it the lead; and what it answered."""

    id: Key
    kind: AssistanceKind | Literal["hand_over"]
    by: Account
    room: Id
    to: Id
    at: Instant
    text: Text = ""
    language: str | None = None
    state: Literal["open", "accepted", "refused", "withdrawn", "expired"] = "open"
    """`expired`: the lead was offered, or asked to be taken, and nobody answered in time."""
    answered_by: Account | None = None
    answered_at: Instant | None = None
    unit: Id | None = None
    unit_at: Instant | None = None
    conditions: Text = ""
    reason: Text = ""


class StopOrder(Struct, frozen=True, kw_only=True):
    """Every pursuing unit is to stop; who has receipted it."""

    id: Key
    by: Account
    holders: tuple[Id, ...]
    """The rooms that may undo it: the one that gave it, and those it handed over to."""
    at: Instant
    reason: Text
    language: str | None = None
    units: dict[str, Instant | None] = field(default_factory=dict)
    """When each unit receipted it; None: not yet."""
    unanswered: bool = False
    """A receipt was missing after the set time."""
    lifted: Withdrawn | None = None


class CheckEntry(Struct, frozen=True, kw_only=True):
    """One item of the closing checklist."""

    item: str
    due_at: Instant | None = None
    text: Text = ""
    language: str | None = None
    by: Account | None = None
    done_at: Instant | None = None
    """None: still open."""
    at: Instant | None = None
    """The instant the item itself names, as of holding a person."""
