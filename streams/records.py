"""The one wire schema: what every record on every topic says, field by field.

Records are JSON objects with a `type`. Instants are RFC 3339 text in UTC, ids start with their owner (`streams.ids`),
units of measure stand in the names. Unknown fields are ignored, so that a newer writer does not stop an older reader;
a missing field, a wrong type or a number out of range is refused with what was expected, what came and where.
Encoding is deterministic: the same record gives the same bytes.
"""

from datetime import datetime
from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta, Struct, field

from streams.expected import ID, in_words

__all__ = [
    "Account", "Acknowledge", "Acknowledgement", "Alert", "AlertRecord", "AlertedRoom", "AnswerRecord", "Approach",
    "CaseDue", "Close", "Crossing", "Decision", "Due", "Fault", "Fix", "FixesRefused", "InboxRecord", "JoinUnit",
    "Judged", "LeaveUnit", "LogEntry", "Membership", "Mode", "NoticeRecord", "Open", "Output", "Place",
    "PositionsRecord", "PursuitRecord", "Receipt", "RecordError", "Reject", "Report", "Sighting", "SourcePlace",
    "Trail", "UnitApproaching", "UnitContact", "UnitCrossed", "UnitFixesRefused", "UnitPlace", "UnitPresent",
    "UnitView", "UnitsPicture", "VersionsUsed", "VisibilityRecord", "decode", "encode",
]  # fmt: skip

Mode = Literal["live", "exercise", "test"]
Movement = Literal["road", "foot", "rail", "water", "air"]
Lat = Annotated[float, Meta(ge=-90, le=90)]
Lon = Annotated[float, Meta(ge=-180, le=180)]
NotNegative = Annotated[float, Meta(ge=0)]
Bearing = Annotated[float, Meta(ge=0, le=360)]
Probability = Annotated[float, Meta(ge=0, le=1)]
Instant = Annotated[datetime, Meta(tz=True)]
Id = Annotated[str, Meta(pattern=ID)]
Key = Annotated[str, Meta(min_length=1, max_length=400)]
"""An id made by a record's origin; kept through resends."""
Text = Annotated[str, Meta(max_length=500)]
States = tuple[str, ...]
"""ISO 3166 codes, sorted; empty means outside the map."""


class Place(Struct, frozen=True, kw_only=True):
    """A position in words: the nearest town of the state entered, and how far and in which direction from it."""

    name: str
    state: str
    lat: Lat
    lon: Lon
    distance_m: NotNegative
    bearing_deg: Bearing
    """From the town to the position, degrees clockwise from north."""
    names: dict[str, str] = field(default_factory=dict)
    """The town's name by language (nl, fr, de, lb, en) where it differs."""


class SourcePlace(Struct, frozen=True, kw_only=True):
    """Where an input stood in Kafka: the guard of a state, and the provenance of a decision."""

    topic_id: str
    partition: int
    offset: int

    def covers(self, other: "SourcePlace") -> bool:
        """Whether a state whose last input stood here has already taken in an input that stands at `other`.

        Another topic id, or another partition, is another log: its offsets say nothing about ours.
        """
        return self.topic_id == other.topic_id and self.partition == other.partition and other.offset <= self.offset


# ---------------------------------------------------------------- positions: by unit


class Fix(Struct, frozen=True, kw_only=True, tag="fix"):
    """A fix as a door accepted it."""

    unit: Id
    boot: Annotated[str, Meta(min_length=1, max_length=100)]
    """Names one run of the unit's sender; fix numbers count within it. Short, for ids are made of it."""
    n: Annotated[int, Meta(ge=0, le=2**53 - 1)]
    counted: bool
    """True where numbers are consecutive, so that a hole is a gap; False where the door made them from the time."""
    observed_at: Instant
    """When the unit was there: the device's clock, corrected by `clock_offset_s`."""
    device_at: Instant
    clock_offset_s: float
    """Seconds added to the device's clock by the door; 0 where it was trusted."""
    received_at: Instant
    lat: Lat
    lon: Lon
    accuracy_m: NotNegative | None = None
    speed_mps: NotNegative | None = None
    course_deg: Bearing | None = None
    altitude_m: float | None = None
    movement: Movement = "road"
    """How the unit moves: what is a jump of its receiver, and how surely it is beyond a border, depends on it."""
    door: str
    room: Id
    """The unit's home room."""
    service: str
    mode: Mode


class Membership(Struct, frozen=True, kw_only=True, tag="membership"):
    """This unit is in this pursuit, or no longer; written by COORDINATE into the unit's partition."""

    unit: Id
    case: Id
    joined: bool
    event: int
    """The pursuit's event number: a lower one than known is old news."""
    opened_at: Instant
    audience: tuple[Id, ...]
    mode: Mode


class FixesRefused(Struct, frozen=True, kw_only=True, tag="fixes_refused"):
    """A door refused fixes of this unit; TRACK tells the unit's pursuits, if it is in one."""

    unit: Id
    id: Key
    code: str
    field: str
    expected: Text
    got: Text
    count: int
    at: Instant
    door: str


class Due(Struct, frozen=True, kw_only=True, tag="due"):
    """A deadline came due; written by the owner of the partition into the agent's own input topic."""

    id: Key
    """key:kind:deadline"""
    key: Id
    """The unit or case whose deadline it is."""
    kind: str
    deadline: Instant


PositionsRecord = Fix | Membership | FixesRefused | Due

# ---------------------------------------------------------------- reports: by case


class Crossing(Struct, frozen=True, kw_only=True):
    """A unit's change of territory between two of its fixes."""

    id: Key
    unit: Id
    left: States
    entered: States
    at: Instant
    """Interpolated on the segment; a guess where `guess` is set."""
    not_before: Instant
    not_after: Instant
    lat: Lat
    lon: Lon
    status: Literal["possible", "confirmed", "withdrawn"]
    """possible at once; settled later under the same id, at `confirmed_at`: confirmed, or withdrawn, it never was."""
    confirmed_at: Instant | None = None
    guess: bool = False
    """The line between the two fixes is a guess: there was a gap."""
    start_unsure: bool = False
    """The unit was first seen so near the border that it may have been on this side all along."""
    late: bool = False
    """A late fix proved it: one half of a visit, out and back, that nobody saw at the time; the unit is gone again."""
    received_at: Instant
    """When the door received the fix that showed it."""


class Approach(Struct, frozen=True, kw_only=True):
    """A unit's entry into a state, foreseen before it happens, under one id from the first word on it to the last."""

    id: Key
    unit: Id
    to: States
    """The territory foreseen."""
    entered: States
    """The states of it that the unit does not hold: whose rooms are told."""
    announced_at: Instant
    eta: Instant
    """When it is expected at the border; at `eta_from` at the earliest, at `eta_to` at the latest."""
    eta_from: Instant
    eta_to: Instant
    lat: Lat
    lon: Lon
    """Where on the border."""
    probability: Probability
    outcome: Literal["open", "entered", "withdrawn"]
    """open until it is settled, at `settled_at`: it came about, or the unit turned away."""
    settled_at: Instant | None = None


class Sighting(Struct, frozen=True, kw_only=True):
    """Where a unit was last known to be."""

    observed_at: Instant
    lat: Lat
    lon: Lon
    territory: States
    received_at: Instant


class Account(Struct, frozen=True, kw_only=True):
    """Who said it."""

    name: str
    role: Literal["unit", "operator", "commander", "administrator"]
    state: str
    room: Id | None = None
    unit: Id | None = None
    desk: str | None = None


class _ReportRecord(Struct, frozen=True, kw_only=True):
    """What every report carries: its origin's id, its case, its mode, and when it happened by its origin's clock."""

    id: Key
    case: Id
    mode: Mode
    happened_at: Instant


class UnitPresent(_ReportRecord, frozen=True, kw_only=True, tag="unit_present"):
    """TRACK's answer to a membership: where the unit is, how surely, and its crossings of the last 15 minutes."""

    unit: Id
    event: int
    seen: Sighting | None
    """None: nothing known of this unit."""
    crossings: tuple[Crossing, ...] = ()


class UnitCrossed(_ReportRecord, frozen=True, kw_only=True, tag="unit_crossed"):
    """A unit of the pursuit changed territory, or a possible crossing is settled: the id then ends with its status."""

    unit: Id
    crossing: Crossing
    seen: Sighting


class UnitApproaching(_ReportRecord, frozen=True, kw_only=True, tag="unit_approaching"):
    """A unit is foreseen to enter a state, or what was foreseen is told anew or settled: the id then says which."""

    unit: Id
    approach: Approach
    seen: Sighting


class UnitContact(_ReportRecord, frozen=True, kw_only=True, tag="unit_contact"):
    """Contact with a unit of the pursuit is lost: no usable position of it comes; or regained.

    A silence is told apart by when it began. When it was lost or regained is by the broker's clock.
    """

    unit: Id
    kind: Literal["lost", "regained"]
    silent_since: Instant
    """The newest used fix before the silence, by the unit's clock."""
    seen: Sighting
    """Lost: where it was by that fix. Regained: where it is."""


class UnitFixesRefused(_ReportRecord, frozen=True, kw_only=True, tag="unit_fixes_refused"):
    """A door refuses fixes of a unit that is in the pursuit."""

    unit: Id
    refused: FixesRefused
    room: Id | None = None
    """The unit's home room, as its last fix said it; None where no fix of it is known."""


class Fault(_ReportRecord, frozen=True, kw_only=True, tag="fault"):
    """A readable record made a step fail: act by telephone."""

    unit: Id | None
    reason: Text
    place: SourcePlace


class Open(_ReportRecord, frozen=True, kw_only=True, tag="open"):
    """START: a pursuit is opened by a crew or an operator."""

    by: Account
    units: tuple[Id, ...]
    room: Id
    """The home room, which leads."""
    purpose: Text = ""


class JoinUnit(_ReportRecord, frozen=True, kw_only=True, tag="join"):
    """A unit joins the pursuit."""

    by: Account
    unit: Id


class LeaveUnit(_ReportRecord, frozen=True, kw_only=True, tag="leave"):
    """A unit's part in the pursuit ends."""

    by: Account
    unit: Id


class Acknowledge(_ReportRecord, frozen=True, kw_only=True, tag="acknowledge"):
    """A person at a desk has seen this revision of this alert and owns it."""

    by: Account
    alert: Key
    revision: int


class Receipt(_ReportRecord, frozen=True, kw_only=True, tag="receipt"):
    """A console got an alert's revision: delivered, shown (page visible) or sounded. Never makes a revision."""

    by: Account
    alert: Key
    revision: int
    kind: Literal["delivered", "shown", "sounded"]
    console: Key


class Close(_ReportRecord, frozen=True, kw_only=True, tag="close"):
    """The leading room closes the pursuit."""

    by: Account
    reason: Text = ""


class CaseDue(_ReportRecord, frozen=True, kw_only=True, tag="due"):
    """A deadline of the case came due."""

    kind: str
    deadline: Instant


Report = (
    UnitPresent | UnitCrossed | UnitApproaching | UnitContact | UnitFixesRefused | Fault
    | Open | JoinUnit | LeaveUnit | Acknowledge | Receipt | Close | CaseDue
)  # fmt: skip

# ---------------------------------------------------------------- inbox: by recipient


class UnitView(Struct, frozen=True, kw_only=True):
    """One unit of a pursuit, as a room may know it."""

    unit: Id
    joined_at: Instant
    active: bool
    territory: States = ()
    """Where the unit is by the newest told crossing or sighting; unknown while `seen` is None."""
    seen: Sighting | None = None
    last_crossing: Crossing | None = None
    silent_since: Instant | None = None
    """Contact is lost, no usable position of it comes: its newest used fix. None while there is contact."""


class Acknowledgement(Struct, frozen=True, kw_only=True):
    """Who owns the alert, since when, and which revision they saw."""

    by: Account
    revision: int
    at: Instant


class Alert(Struct, frozen=True, kw_only=True):
    """The one alert of a pursuit for a room; each revision replaces the one before."""

    id: Key
    """case|room"""
    case: Id
    room: Id
    revision: int
    phase: Literal["approaching", "entered", "left", "departed", "withdrawn", "fault", "cleared"]
    """approaching: foreseen to enter the room's state; entered: pursued into it; left: out again; departed: own units
    abroad; withdrawn: it never was, or does not come."""
    priority: Literal[1, 2, 3]
    code: str
    """What the text says, by catalogue: with the fields of this record as its parameters."""
    mode: Mode
    home: str
    """The state that pursues."""
    leading_room: Id
    opened_at: Instant
    opened_by: str
    raised_at: Instant
    """Broker time of the report that rang last: of `rang_revision`."""
    revised_at: Instant | None = None
    """Broker time of the report that has quietly changed it since; an acknowledgement changes nothing."""
    before_opening: bool = False
    """The border was crossed before the pursuit was opened."""
    since_unknown: bool = False
    """A unit is known to be here, but not since when."""
    crossing: Crossing | None = None
    """The first crossing into the room's state, as last told."""
    crossing_out: Crossing | None = None
    """By which the last unit left again, or came home. Withdrawn: it did not, and the room was rung anew."""
    approach: Approach | None = None
    """What is foreseen; settled where the alert is withdrawn for it: it turned away, or entered elsewhere."""
    territory_from: States = ()
    territory_to: States = ()
    place: Place | None = None
    area: str | None = None
    elsewhere: bool = False
    """The crossing was confirmed at a place that this room does not serve: the rooms there rang for it."""
    room_basis: Literal["area", "coordinating", "home"] = "area"
    """Why this room: it serves the area, no area is known, or its own units are concerned."""
    units: tuple[UnitView, ...] = ()
    rang_revision: int = 1
    """The last revision that rang; an acknowledgement of an earlier one does not cover it."""
    acknowledged: Acknowledgement | None = None
    fault: Text = ""


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
    phase: Literal["open", "closed"]
    leading_room: Id
    opened_at: Instant
    opened_by: str
    purpose: Text
    units: tuple[UnitView, ...]
    alerted: tuple[AlertedRoom, ...]
    """Every room that was alerted, and whether a person there owns the alert."""
    log: tuple[LogEntry, ...] = ()


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
    mode: Mode


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


InboxRecord = AlertRecord | PursuitRecord | VisibilityRecord | AnswerRecord | NoticeRecord

# ---------------------------------------------------------------- pursuits, trails, units, rejects


class VersionsUsed(Struct, frozen=True, kw_only=True):
    """What a decision rested on."""

    code: str
    rooms: str
    borders: str
    settings: str


class Output(Struct, frozen=True, kw_only=True):
    """One record a decision sends: where to, under which key, and its bytes as text."""

    topic: str
    key: str
    partition_by: str
    value: str


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


class Judged(Struct, frozen=True, kw_only=True):
    """How TRACK judged a fix."""

    outcome: str
    territory: States
    sure: bool = True
    """False while a crossing is only possible, or the side of a border the unit is on cannot be told."""


class Trail(Struct, frozen=True, kw_only=True, tag="trail"):
    """A fix of a unit in a pursuit: as received, as judged, and who may see it."""

    case: Id
    fix: Fix
    judged: Judged
    audience: tuple[Id, ...]
    mode: Mode


class UnitPlace(Struct, frozen=True, kw_only=True):
    """Where one unit is, for its own room's map."""

    unit: Id
    observed_at: Instant
    received_at: Instant
    lat: Lat
    lon: Lon
    accuracy_m: NotNegative | None
    speed_mps: NotNegative | None
    course_deg: Bearing | None
    territory: States
    clock_offset_s: float
    cases: tuple[Id, ...]
    mode: Mode


class UnitsPicture(Struct, frozen=True, kw_only=True, tag="units"):
    """The places of many units of one home room."""

    room: Id
    full: bool
    """True: every unit of the room that this partition knows; False: those that moved. Neither removes a unit."""
    units: tuple[UnitPlace, ...]


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


# ---------------------------------------------------------------- bytes

_ENCODER = msgspec.json.Encoder(order="deterministic")


class RecordError(ValueError):
    """A record that does not fit the schema; says what was expected, what came, and where in the record."""


def encode(record: Struct) -> bytes:
    """The record as JSON; equal records give equal bytes."""
    return _ENCODER.encode(record)


def decode(data: bytes, kind: Any) -> Any:
    """Read JSON as a record of this kind.

    Raises:
        RecordError: the bytes are no JSON or nested too deep, or a field is missing, of the wrong type or out of range.
    """
    try:
        return msgspec.json.decode(data, type=kind)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        message = f"{in_words(str(error))}; got {data[:200]!r}"
        raise RecordError(message) from error
