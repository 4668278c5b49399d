"""A pursuit as it stands: its units, its alerts, who may see it, and which reports it has already answered."""

from datetime import datetime
from typing import Literal

from msgspec import Struct, field

from streams.pursuit.way import Way
from streams.records import (
    Account,
    Alert,
    Approach,
    Assistance,
    CheckEntry,
    Fact,
    Instant,
    LogEntry,
    Mode,
    Notice,
    Sighting,
    SourcePlace,
    StopOrder,
    TargetSighting,
    UnitView,
)

__all__ = ["NO_ANSWER", "Answer", "Foreseen", "Pending", "Pursuit", "asked_id", "silence_id"]

NO_ANSWER = "no_answer"
"""The code of an answer of another pursuit that has not come."""


class Answer(Struct, frozen=True, kw_only=True):
    """The first answer to a command; a repeat of the command gets the same."""

    accepted: bool
    code: str
    reason: str = ""
    params: dict[str, str] = field(default_factory=dict)
    number: int = 0
    """The number of the decision that gave it: the oldest answers are forgotten first."""
    sender: str = ""
    """Who may have it again; empty where that was not kept."""


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


class Pending(Struct, frozen=True, kw_only=True):
    """What was asked of another pursuit and is not answered yet: to take this one in, or to begin with its units."""

    kind: Literal["merge", "split"]
    case: str
    command: str
    units: tuple[str, ...]
    by: Account
    since: Instant
    facts: tuple[str, ...] = ()
    """Which facts it was told, by id."""
    notices: tuple[Notice, ...] = ()
    """What rooms had of entries, as it was told."""
    more: tuple[str, ...] = ()
    """What else it was told, in short: by it, what is new since is found."""
    overdue: bool = False
    """The leading room was told that no answer came; one that still comes counts."""
    given_up: bool = False
    """It has asked another one since; a yes that still comes is told, and ends nothing."""


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
        answered: refusals by command id.
        done: marks of the commands that were done, and of who sent them, the oldest first (`streams.pursuit.answered`).
        receipts: room|revision|kind -> instant of the first receipt since the room last rang.
        home_room: the room of the pursuing state that answers for the pursuit there; `leading_room` leads.
        lead_since: since when `leading_room` does.
        facts: by id, withdrawn ones included.
        sightings: the newest of the target itself.
        requests: by id, what rooms asked of each other; the lead that is offered included.
        stops: by id, the stop orders.
        notices: by room, what is known of when it had notice of the entry that its alert is about.
        checklist: by item, once the pursuit is closed.
        pending: by kind and case, what was asked of other pursuits.
        cards: names of the regime cards that its readers were sent, in the order in which they came to hold.
        goes_on_as: the pursuit that took this one in.
        moved_at: broker time of the newest report by which one of its units moved.
        asked_at: since when the question whether it still runs is open.
        confirmed_at: when somebody said last that it does.
        took_in_at: when it said yes last to another pursuit: until that one has heard it, this one must not end.
        took_in_abroad: one of those it took in was abroad; what is to be done after that, is to be done after this one.
        took_in_cards: by which regime cards.
        unserved: by state that was entered and of which no room is known, when somebody was told to call last.
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
    done: str = ""
    receipts: dict[str, datetime] = field(default_factory=dict)
    log: tuple[LogEntry, ...] = ()
    home_room: str = ""
    lead_since: datetime | None = None
    facts: dict[str, Fact] = field(default_factory=dict)
    sightings: tuple[TargetSighting, ...] = ()
    requests: dict[str, Assistance] = field(default_factory=dict)
    stops: dict[str, StopOrder] = field(default_factory=dict)
    notices: dict[str, Notice] = field(default_factory=dict)
    checklist: dict[str, CheckEntry] = field(default_factory=dict)
    pending: dict[str, Pending] = field(default_factory=dict)
    cards: tuple[str, ...] = ()
    goes_on_as: str | None = None
    moved_at: datetime | None = None
    asked_at: datetime | None = None
    confirmed_at: datetime | None = None
    took_in_at: datetime | None = None
    took_in_abroad: bool = False
    took_in_cards: tuple[str, ...] = ()
    unserved: dict[str, datetime] = field(default_factory=dict)


def silence_id(unit: str, since: datetime) -> str:
    """Names a silence of a unit by when it began: by the newest fix before it."""
    return f"{unit}|{since.isoformat()}"


def asked_id(case: str, kind: Literal["merge", "split"], command: str) -> str:
    """Names what a pursuit asks of another by the command that made it ask: the answer says it again."""
    return f"{case}|{kind}|{command}"[:400]
