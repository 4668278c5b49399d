"""A pursuit as it stands: its units, its alerts, who may see it, and which reports it has already answered."""

from datetime import datetime

from msgspec import Struct, field

from streams.pursuit.way import Way
from streams.records import Alert, Approach, Instant, LogEntry, Mode, Sighting, SourcePlace, UnitView

__all__ = ["Answer", "Foreseen", "Pursuit", "silence_id"]


class Answer(Struct, frozen=True, kw_only=True):
    """The first answer to a command; a repeat of the command gets the same."""

    accepted: bool
    code: str
    reason: str = ""
    number: int = 0
    """The number of the decision that gave it: the oldest answers are forgotten first."""


class Foreseen(Struct, frozen=True, kw_only=True):
    """An approach that has not come about yet, as it was last told.

    Attributes:
        rooms: those that were told of it, sorted.
        seen: where it was foreseen from; what was foreseen before that is older news.
        entered_at: it is said to have come about, but the crossing was not told yet.
    """

    approach: Approach
    rooms: tuple[str, ...]
    seen: Sighting
    entered_at: Instant | None = None


class Pursuit(Struct, frozen=True, kw_only=True):
    """One case between two decisions. Mappings are never changed in place.

    Attributes:
        guard: where the last report that was decided stood; a report at or below it changes nothing.
        number: how many reports were decided; the event number of memberships and views.
        membership_event: the number under which the present memberships were written.
        dues: deadline by kind; the owner of the partition turns each into a due record.
        units: by unit id, units that left included.
        alerts: by room id, one for each room for ever.
        crossings: ids of crossings already told or passed over; one that is not unsettled in a way is final.
        ways: by unit id, where one of the unit's crossings is only possible: what its territory is made of.
        foreseen: by approach id, what units of the pursuit are about to enter.
        approached: ids of approaches that are settled, or that nobody needs to hear of; they are final.
        silences: ids of silences of units that are over; they are final.
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
    ways: dict[str, Way] = field(default_factory=dict)
    foreseen: dict[str, Foreseen] = field(default_factory=dict)
    approached: tuple[str, ...] = ()
    silences: tuple[str, ...] = ()
    heard: tuple[str, ...] = ()
    answered: dict[str, Answer] = field(default_factory=dict)
    receipts: dict[str, datetime] = field(default_factory=dict)
    log: tuple[LogEntry, ...] = ()


def silence_id(unit: str, since: datetime) -> str:
    """Names a silence of a unit by when it began: by the newest fix before it."""
    return f"{unit}|{since.isoformat()}"
