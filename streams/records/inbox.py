"""What stands in `inbox`, by recipient: everything a room or unit may know but moving dots."""

from typing import Literal

from msgspec import Struct, field

from borders.card import Card
from streams.records.alert import Alert, AlertKind, ByHand, Escalation
from streams.records.dealings import Assistance, CheckEntry, StopOrder
from streams.records.notice import Acknowledgement, Notice
from streams.records.parts import Id, Instant, Key, Mode, Place, Text
from streams.records.pursued import Fact, TargetSighting
from streams.records.unit import UnitView

__all__ = [
    "AlertRecord",
    "AlertedRoom",
    "AnswerRecord",
    "CardRecord",
    "InboxRecord",
    "LogEntry",
    "NoticeRecord",
    "PursuitRecord",
    "StopRecord",
    "VisibilityRecord",
]


class AlertRecord(Struct, frozen=True, kw_only=True, tag="alert"):
    """An alert revision in a room's inbox."""

    alert: Alert


class AlertedRoom(Struct, frozen=True, kw_only=True):
    """How far a room is with its alert, as the other rooms may see it."""

    room: Id
    phase: str
    revision: int
    delivered_at: Instant | None
    acknowledged: Acknowledgement | None
    kind: AlertKind = "border"
    escalation: Escalation = "none"
    name: str = ""
    languages: tuple[str, ...] = ()
    """What is spoken there, first language first."""
    telephone: str = ""
    telephone_only: bool = False
    """The room has no console: it must be called."""
    call: bool = False
    """Call it now: nobody there has the alert, or acknowledged it in time."""
    expected_at: Instant | None = None
    """When its alert says that the pursuit is foreseen there; with `place`, of the same approach."""
    place_of: Key | None = None
    """Of which crossing, or approach, `place` is."""
    place: Place | None = None
    """Where its alert says that the pursuit comes, or came, in: to be said by telephone."""
    crossing_point: str = ""
    """The crossing's own name, where it has one."""
    by_hand: ByHand | None = None
    """What it was warned with by hand: to be said by telephone."""


class LogEntry(Struct, frozen=True, kw_only=True):
    """One line of a pursuit's log, as a code and its parameters: the reader's language makes the words."""

    at: Instant
    code: str
    params: dict[str, str] = field(default_factory=dict)


class PursuitRecord(Struct, frozen=True, kw_only=True, tag="pursuit"):
    """A room's or unit's view of a pursuit."""

    recipient: Id
    case: Id
    event: int
    mode: Mode
    phase: Literal["open", "closed", "merged", "error"]
    """error: it was opened in error, there was no pursuit; merged: it goes on as another one."""
    leading_room: Id
    opened_at: Instant
    opened_by: str
    purpose: Text
    units: tuple[UnitView, ...]
    alerted: tuple[AlertedRoom, ...]
    """Every room that was alerted, and whether a person there owns the alert."""
    log: tuple[LogEntry, ...] = ()
    home_room: Id | None = None
    """The room of the pursuing state that answers for it; it leads until it hands over."""
    lead_since: Instant | None = None
    facts: tuple[Fact, ...] = ()
    target: TargetSighting | None = None
    """Where the pursued car was seen last."""
    requests: tuple[Assistance, ...] = ()
    stops: tuple[StopOrder, ...] = ()
    notices: tuple[Notice, ...] = ()
    checklist: tuple[CheckEntry, ...] = ()
    goes_on_as: Id | None = None
    asked_at: Instant | None = None
    """No unit has moved for long: the leading room was asked whether it goes on."""


class VisibilityRecord(Struct, frozen=True, kw_only=True, tag="visibility"):
    """The recipient may see the moving dots of this case, or no longer."""

    recipient: Id
    case: Id
    granted: bool
    event: int
    mode: Mode


class AnswerRecord(Struct, frozen=True, kw_only=True, tag="answer"):
    """A command was refused, with the reason; it changed nothing."""

    recipient: Id
    case: Id
    command: Key
    accepted: bool
    code: str
    reason: Text
    """In English; `code` and `params` say it in any language."""
    mode: Mode
    params: dict[str, str] = field(default_factory=dict)


class NoticeRecord(Struct, frozen=True, kw_only=True, tag="notice"):
    """Something the room should read that is no alert: fixes of its unit are being refused."""

    recipient: Id
    id: Key
    case: Id
    code: str
    text: Text
    unit: Id | None
    at: Instant
    mode: Mode
    params: dict[str, str] = field(default_factory=dict)


class CardRecord(Struct, frozen=True, kw_only=True, tag="card"):
    """What the law is known to say for a unit of one state in another: a regime card, sent once to each reader."""

    recipient: Id
    case: Id
    id: Key
    card: Card
    mode: Mode


class StopRecord(Struct, frozen=True, kw_only=True, tag="stop"):
    """A stop order, to a unit: it must be receipted; or that it is lifted."""

    recipient: Id
    case: Id
    stop: StopOrder
    event: int
    mode: Mode


InboxRecord = AlertRecord | PursuitRecord | VisibilityRecord | AnswerRecord | NoticeRecord | CardRecord | StopRecord
