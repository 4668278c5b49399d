"""What can happen in a pursuit: past-tense facts, each with who, when and on what basis."""

from datetime import datetime
from typing import Literal

from msgspec import Struct, field

from streams.pursuit.acts import Act
from streams.pursuit.state import Answer
from streams.records import (
    Account,
    Alarm,
    AlertKind,
    Approach,
    ByHand,
    Crossing,
    Escalation,
    Mode,
    Movement,
    Place,
    Sighting,
    SourcePlace,
    Stay,
)

__all__ = [
    "Acknowledged",
    "AlarmRaised",
    "AlertChanged",
    "AlertPhase",
    "AlertRaised",
    "AlertRevised",
    "ApproachForeseen",
    "ApproachPassedOver",
    "ApproachRefined",
    "ApproachSettled",
    "Closed",
    "CommandAnswered",
    "ContactLost",
    "ContactRegained",
    "CrossingPassedOver",
    "CrossingSettled",
    "DueSet",
    "Escalated",
    "Event",
    "FaultReported",
    "FixesWereRefused",
    "LimitReached",
    "MembershipsRepeated",
    "Notified",
    "Opened",
    "StayBegan",
    "UnitCame",
    "UnitCrossedBorder",
    "UnitDescribed",
    "UnitSeen",
    "UnitWent",
    "VisibilityEnded",
    "VisibilityGranted",
]  # fmt: skip

AlertPhase = Literal[
    "approaching", "entered", "left", "departed", "withdrawn", "fault", "cleared", "overflown", "warned", "alarm"
]


class Opened(Struct, frozen=True, kw_only=True, tag="opened"):
    """A pursuit was opened; its mode never changes."""

    case: str
    mode: Mode
    leading_room: str
    opened_at: datetime
    by: Account
    purpose: str
    guard: SourcePlace
    home_room: str = ""
    """That answers for it at home, where another one leads."""


class UnitCame(Struct, frozen=True, kw_only=True, tag="unit_joined"):
    """A unit joined."""

    unit: str
    at: datetime
    by: Account


class UnitWent(Struct, frozen=True, kw_only=True, tag="unit_left"):
    """A unit's part ended."""

    unit: str
    at: datetime
    by: Account | None = None
    """None: it was on its way home, and is there."""


class UnitSeen(Struct, frozen=True, kw_only=True, tag="unit_seen"):
    """A unit's place became known."""

    unit: str
    seen: Sighting


class UnitDescribed(Struct, frozen=True, kw_only=True, tag="unit_described"):
    """Of which service a unit is, and how it moves, became known."""

    unit: str
    service: str
    movement: Movement


class StayBegan(Struct, frozen=True, kw_only=True, tag="stay_began"):
    """A unit is in a state that is not its own, under this card; or that is told anew, as its crossing is settled."""

    unit: str
    stay: Stay


class LimitReached(Struct, frozen=True, kw_only=True, tag="limit_reached"):
    """A unit comes near to a limit of its card, or has exceeded it."""

    unit: str
    state: str
    reached: Literal["warned", "exceeded"]
    by: Literal["distance", "time"]
    at: datetime


class UnitCrossedBorder(Struct, frozen=True, kw_only=True, tag="crossed"):
    """A unit crossed from one territory to another."""

    unit: str
    crossing: Crossing
    before_opening: bool
    seen: Sighting


class CrossingSettled(Struct, frozen=True, kw_only=True, tag="crossing_settled"):
    """A crossing that was told as possible is confirmed, or withdrawn: it never was."""

    unit: str
    crossing: Crossing
    before_opening: bool
    seen: Sighting


class CrossingPassedOver(Struct, frozen=True, kw_only=True, tag="crossing_passed_over"):
    """A crossing nobody needs to hear of: withdrawn before it was told, or of a trip that was over at the opening."""

    crossing: str


class ApproachForeseen(Struct, frozen=True, kw_only=True, tag="approach_foreseen"):
    """A unit is about to enter a state; its sighting says where from. These rooms are to be told."""

    unit: str
    approach: Approach
    rooms: tuple[str, ...]
    seen: Sighting


class ApproachRefined(Struct, frozen=True, kw_only=True, tag="approach_refined"):
    """What was foreseen is now expected at another time or place, or with another probability."""

    unit: str
    approach: Approach
    rooms: tuple[str, ...]
    seen: Sighting


class ApproachSettled(Struct, frozen=True, kw_only=True, tag="approach_settled"):
    """What was foreseen came about, or the unit turned away."""

    unit: str
    approach: Approach
    seen: Sighting


class ApproachPassedOver(Struct, frozen=True, kw_only=True, tag="approach_passed_over"):
    """An approach nobody needs to hear of: settled before it was told, or of a unit that is there already."""

    approach: str


class ForeseenDropped(Struct, frozen=True, kw_only=True, tag="foreseen_dropped"):
    """What was foreseen of a unit before it was in again counts no longer: what still stands is told anew."""

    unit: str


class ContactLost(Struct, frozen=True, kw_only=True, tag="contact_lost"):
    """No fix of a unit was used for too long, since that of its sighting; `at` is by the broker's clock."""

    unit: str
    at: datetime
    silent_since: datetime
    seen: Sighting


class ContactRegained(Struct, frozen=True, kw_only=True, tag="contact_regained"):
    """A fix of a unit was used again, which had been silent since then; `at` is by the broker's clock."""

    unit: str
    at: datetime
    silent_since: datetime
    seen: Sighting


class AlertRaised(Struct, frozen=True, kw_only=True, tag="alert_raised"):
    """A room must act: its alert begins, or its priority rises and it rings again."""

    room: str
    phase: AlertPhase
    priority: Literal[1, 2, 3]
    at: datetime
    territory_from: tuple[str, ...]
    territory_to: tuple[str, ...]
    crossing: Crossing | None
    before_opening: bool
    since_unknown: bool
    place: Place | None
    area: str | None
    basis: Literal["area", "coordinating", "home"]
    fault: str = ""
    crossing_out: Crossing | None = None
    approach: Approach | None = None
    kind: AlertKind = "border"
    cards: tuple[str, ...] = ()
    crossing_point: str = ""
    by_hand: ByHand | None = None
    by_air: bool = False


class AlertChanged(Struct, frozen=True, kw_only=True, tag="alert_changed"):
    """A quiet revision of a room's alert: it does not ring and keeps its acknowledgement."""

    room: str
    phase: AlertPhase
    priority: Literal[1, 2, 3]
    at: datetime
    crossing_out: Crossing | None = None
    """By which the last unit went, where this ends `entered` or `departed`."""
    because: str = ""
    """Why it is withdrawn, where a person said so."""


class AlertRevised(Struct, frozen=True, kw_only=True, tag="alert_revised"):
    """A quiet revision that also tells anew what the alert rests on: a settled crossing, or what is foreseen."""

    room: str
    phase: AlertPhase
    priority: Literal[1, 2, 3]
    at: datetime
    territory_from: tuple[str, ...]
    territory_to: tuple[str, ...]
    crossing: Crossing | None
    crossing_out: Crossing | None
    before_opening: bool
    since_unknown: bool
    place: Place | None
    approach: Approach | None = None
    elsewhere: bool = False
    kind: AlertKind = "border"
    cards: tuple[str, ...] = ()
    crossing_point: str = ""
    by_air: bool = False
    back_again: bool = False
    """The unit is back at once: its priority rises again, and its acknowledgement stays."""


class AlarmRaised(Struct, frozen=True, kw_only=True, tag="alarm_raised"):
    """Something besides what its alert says needs a person in this room: it rings."""

    room: str
    alarm: Alarm
    priority: Literal[1, 2, 3]


class Escalated(Struct, frozen=True, kw_only=True, tag="escalated"):
    """Nobody has acknowledged a room's alert for so long, or nobody is there: what is done about it now."""

    room: str
    level: Escalation
    at: datetime


class Acknowledged(Struct, frozen=True, kw_only=True, tag="acknowledged"):
    """A person at a desk owns the alert as of the revision they saw."""

    room: str
    revision: int
    by: Account
    at: datetime


class Notified(Struct, frozen=True, kw_only=True, tag="notified"):
    """A console had an alert's revision: delivered, shown or sounded."""

    room: str
    revision: int
    kind: str
    console: str
    at: datetime


class FixesWereRefused(Struct, frozen=True, kw_only=True, tag="fixes_refused"):
    """A door refuses fixes of a unit of the pursuit."""

    unit: str
    id: str
    text: str
    at: datetime
    room: str | None = None
    params: dict[str, str] = field(default_factory=dict)
    """What the text says: code, field, expected, got, count."""


class FaultReported(Struct, frozen=True, kw_only=True, tag="fault"):
    """The system failed on a record of this pursuit: act by telephone."""

    id: str = ""
    unit: str | None
    reason: str
    at: datetime


class VisibilityGranted(Struct, frozen=True, kw_only=True, tag="visibility_granted"):
    """A recipient may see the pursuit from now on."""

    recipient: str


class VisibilityEnded(Struct, frozen=True, kw_only=True, tag="visibility_ended"):
    """A recipient may no longer see the pursuit."""

    recipient: str


class DueSet(Struct, frozen=True, kw_only=True, tag="due_set"):
    """A deadline was set, or, where it is None, taken away."""

    kind: str
    deadline: datetime | None


class MembershipsRepeated(Struct, frozen=True, kw_only=True, tag="memberships_repeated"):
    """The memberships were written again, so that a lost one heals."""


class Closed(Struct, frozen=True, kw_only=True, tag="closed"):
    """The leading room closed the pursuit."""

    by: Account
    reason: str
    at: datetime


class CommandAnswered(Struct, frozen=True, kw_only=True, tag="answered"):
    """A command got its answer; a refused one changed nothing."""

    command: str
    by: Account
    answer: Answer


Event = (
    Opened | UnitCame | UnitWent | UnitSeen | UnitCrossedBorder | CrossingSettled | CrossingPassedOver
    | ApproachForeseen | ApproachRefined | ApproachSettled | ApproachPassedOver | ForeseenDropped
    | ContactLost | ContactRegained | AlertRaised | AlertChanged | AlertRevised | Acknowledged | Notified
    | FixesWereRefused | FaultReported | VisibilityGranted | VisibilityEnded | DueSet | MembershipsRepeated
    | Closed | CommandAnswered | UnitDescribed | StayBegan | LimitReached | AlarmRaised | Escalated | Act
)  # fmt: skip
