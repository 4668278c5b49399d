"""When a room had notice: who owns its alert, which console had it, who was called, and whether it was in time."""

from typing import Literal

from msgspec import Struct

from streams.records.parts import Account, Id, Instant, Key

__all__ = ["Acknowledgement", "AtConsole", "Entry", "Notice", "Telephone"]


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


class Entry(Struct, frozen=True, kw_only=True):
    """A unit's crossing into the room's state, and between which instants it was."""

    crossing: Key
    unit: Id
    at: Instant
    not_before: Instant
    not_after: Instant


class Notice(Struct, frozen=True, kw_only=True):
    """What is known of when a room had notice of an entry; and the verdict: was it no later than the crossing?"""

    room: Id
    crossing: Key | None = None
    """The earliest of `entries`, of whichever unit; it was within `not_before` and `not_after`."""
    crossing_unit: Id | None = None
    crossed_at: Instant | None = None
    not_before: Instant | None = None
    not_after: Instant | None = None
    entries: tuple[Entry, ...] = ()
    """All crossings of this entry, the earliest first: where one never was, the next one counts."""
    delivered: AtConsole | None = None
    shown: AtConsole | None = None
    sounded: AtConsole | None = None
    acknowledged: "Acknowledgement | None" = None
    telephone: Telephone | None = None
    """The earliest call."""
    called_at: Instant | None = None
    """When the newest call was."""
    newest_call: Telephone | None = None
    """Where it is another than the earliest: it counts for the next entry, if it came after this one ended."""
    since_revision: int = 0
    """The revision of the alert with which this entry, or its approach, began: what a room had of an earlier one says
    nothing of it."""
    since_unknown: bool = False
    """A unit is there, and nobody knows since when: whether anybody was told in time cannot be told."""
    since_at: Instant | None = None
    """When the entry before it ended: a call until then was about that one."""
    ended_at: Instant | None = None
    """When this one ended, where the room has read of an aircraft since."""
    verdict: Literal["not_yet", "in_time", "late", "cannot_be_told"] = "not_yet"
    margin_s: float | None = None
    """How long before the crossing there was notice; negative: after it."""
    reasons: tuple[str, ...] = ()
    from_case: Id | None = None
    """The pursuit of the same car in which the room had it, before that one was taken in here."""
