"""When a room had notice: who owns its alert, which console had it, who was called, and whether it was in time."""

from typing import Literal

from msgspec import Struct

from streams.records.parts import Account, Id, Instant, Key

__all__ = ["Acknowledgement", "AtConsole", "Notice", "Telephone"]


class Acknowledgement(Struct, frozen=True, kw_only=True):
    """Who owns the alert, since when, and which revision they saw."""

    by: Account
    revision: int
    at: Instant


class Telephone(Struct, frozen=True, kw_only=True):
    """A room was told by telephone."""

    answered_by: str
    caller: str
    at: Instant
    by: Account
    entered_at: Instant


class AtConsole(Struct, frozen=True, kw_only=True):
    """A console had the alert: which, when by the broker's clock, and which revision."""

    console: str
    at: Instant
    revision: int


class Notice(Struct, frozen=True, kw_only=True):
    """What is known of when a room had notice of an entry; and the verdict: was it no later than the crossing?"""

    room: Id
    crossing: Key | None = None
    crossed_at: Instant | None = None
    not_before: Instant | None = None
    not_after: Instant | None = None
    delivered: AtConsole | None = None
    shown: AtConsole | None = None
    sounded: AtConsole | None = None
    acknowledged: "Acknowledgement | None" = None
    telephone: Telephone | None = None
    """The earliest call."""
    called_at: Instant | None = None
    """When the newest call was."""
    verdict: Literal["not_yet", "in_time", "late", "cannot_be_told"] = "not_yet"
    margin_s: float | None = None
    """How long before the crossing there was notice; negative: after it."""
    reasons: tuple[str, ...] = ()
    from_case: Id | None = None
    """The pursuit of the same car in which the room had it, before that one was taken in here."""
