"""What stands on `reports`, by case: what a unit did, what a person or another case said, and deadlines."""

from typing import Literal

from msgspec import Struct

from streams.orders import Order
from streams.records.carried import UnitCarried, WarnedRoom
from streams.records.dealings import Assistance
from streams.records.moves import Approach, Crossing, Sighting
from streams.records.notice import Notice
from streams.records.parts import Account, Id, Instant, Key, Mode, Movement, SourcePlace, Text
from streams.records.positions import FixesRefused
from streams.records.pursued import Fact, TargetSighting

__all__ = [
    "Acknowledge",
    "CaseAnswered",
    "CaseDue",
    "Close",
    "Command",
    "Fault",
    "JoinUnit",
    "LeaveUnit",
    "MergeAsked",
    "Open",
    "Ordered",
    "Receipt",
    "Report",
    "SplitAsked",
    "UnitApproaching",
    "UnitContact",
    "UnitCrossed",
    "UnitFixesRefused",
    "UnitMoved",
    "UnitPresent",
]


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
    service: str = ""
    """Of its last fix; empty where none is known."""
    movement: Movement = "road"


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


class UnitMoved(_ReportRecord, frozen=True, kw_only=True, tag="unit_moved"):
    """A unit of the pursuit has driven on by some hundred metres since anything was told of it."""

    unit: Id
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


class Ordered(_ReportRecord, frozen=True, kw_only=True, tag="ordered"):
    """A person orders something; see `streams.orders`."""

    by: Account
    order: Order


class MergeAsked(_ReportRecord, frozen=True, kw_only=True, tag="merge_asked"):
    """Another pursuit, of the same car, asks to be taken in, with its units, facts and proofs of notice.

    `case` is the one that goes on.
    """

    by: Account
    from_case: Id
    units: tuple[Id, ...]
    facts: tuple["Fact", ...] = ()
    notices: tuple[Notice, ...] = ()
    carried: tuple[UnitCarried, ...] = ()
    """Of which units more is known than their names."""
    target: TargetSighting | None = None
    """The newest."""
    warned: tuple[WarnedRoom, ...] = ()
    requests: tuple[Assistance, ...] = ()
    """That are open or accepted, but for those of the lead."""
    rooms: tuple[Id, ...] = ()
    """That lead it and answer for it at home: they go on seeing its units."""
    abroad: bool = False
    """It was abroad: what is to be done after that is to be done in the one that goes on."""
    cards: tuple[Key, ...] = ()
    """The regime cards by which that is to be done."""


class SplitAsked(_ReportRecord, frozen=True, kw_only=True, tag="split_asked"):
    """Another pursuit splits: `case` is to be opened for the second target, with these of its units and its facts."""

    by: Account
    from_case: Id
    room: Id
    units: tuple[Id, ...]
    purpose: Text
    facts: tuple["Fact", ...] = ()
    notices: tuple[Notice, ...] = ()
    """Of entries of these units."""
    carried: tuple[UnitCarried, ...] = ()
    """Of which units more is known than their names."""
    home: Id | None = None
    """The room that answers for it at home; `room` leads."""
    warned: tuple[WarnedRoom, ...] = ()


class CaseAnswered(_ReportRecord, frozen=True, kw_only=True, tag="case_answered"):
    """The other pursuit's answer to a merging or a split that `case` asked for."""

    other_case: Id
    asked: Key
    kind: Literal["merge", "split"]
    accepted: bool
    code: str = ""
    reason: Text = ""
    units: tuple[Id, ...] = ()


Command = Open | JoinUnit | LeaveUnit | Acknowledge | Close | Ordered
"""What a person orders: each is answered."""


Report = (
    UnitPresent | UnitCrossed | UnitApproaching | UnitMoved | UnitContact | UnitFixesRefused | Fault
    | Open | JoinUnit | LeaveUnit | Acknowledge | Receipt | Close | CaseDue
    | Ordered | MergeAsked | SplitAsked | CaseAnswered
)  # fmt: skip
