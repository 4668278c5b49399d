"""What stands on `desks`, by room: which consoles are signed in, and whether a person would notice an alert."""

from typing import Literal

from msgspec import Struct

from streams.records.parts import Id, Instant, Key

__all__ = ["ConsoleKind", "DeskPresence"]

ConsoleKind = Literal["page", "terminal", "other"]


class DeskPresence(Struct, frozen=True, kw_only=True, tag="desk"):
    """A console of a room is signed in, and what a person at it would notice; its gateway says so again and again."""

    room: Id
    console: Key
    account: str
    desk: str
    role: Literal["unit", "operator", "commander", "administrator"]
    state: str
    since: Instant
    """When it signed in, by its gateway's clock."""
    kind: ConsoleKind
    page_visible: bool
    sound_armed: bool
    left: bool = False
    """It is signed in no longer."""
    at: Instant
    """When this was said, by its gateway's clock."""
