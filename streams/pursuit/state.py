"""A pursuit as it stands: its units, its alerts, who may see it, and which reports it has already answered."""

from datetime import datetime

from msgspec import Struct, field

from streams.records import Alert, LogEntry, Mode, SourcePlace, UnitView

__all__ = ["Answer", "Pursuit"]


class Answer(Struct, frozen=True, kw_only=True):
    """The first answer to a command; a repeat of the command gets the same."""

    accepted: bool
    code: str
    reason: str = ""
    number: int = 0
    """The number of the decision that gave it: the oldest answers are forgotten first."""


class Pursuit(Struct, frozen=True, kw_only=True):
    """One case between two decisions. Mappings are never changed in place.

    Attributes:
        guard: where the last report that was decided stood; a report at or below it changes nothing.
        number: how many reports were decided; the event number of memberships and views.
        membership_event: the number under which the present memberships were written.
        dues: deadline by kind; the owner of the partition turns each into a due record.
        units: by unit id, units that left included.
        alerts: by room id, one for each room for ever.
        crossings: ids of crossings already told.
        heard: ids of faults and refusals already told.
        answered: first answers by command id.
        receipts: room|revision|kind -> instant of the first receipt since the room last rang.
    """

    case: str
    mode: Mode
    phase: str
    leading_room: str
    opened_at: datetime
    opened_by: str
    purpose: str
    guard: SourcePlace
    number: int = 0
    membership_event: int = 0
    audience: tuple[str, ...] = ()
    dues: dict[str, datetime] = field(default_factory=dict)
    units: dict[str, UnitView] = field(default_factory=dict)
    alerts: dict[str, Alert] = field(default_factory=dict)
    crossings: tuple[str, ...] = ()
    heard: tuple[str, ...] = ()
    answered: dict[str, Answer] = field(default_factory=dict)
    receipts: dict[str, datetime] = field(default_factory=dict)
    log: tuple[LogEntry, ...] = ()
