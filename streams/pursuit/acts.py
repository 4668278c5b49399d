"""What people did in a pursuit besides driving: past-tense facts, each with who, when and on what basis."""

from datetime import datetime
from typing import Literal

from msgspec import Struct

from streams.records import (
    Account,
    Assistance,
    CheckEntry,
    Fact,
    Notice,
    Offered,
    Shelved,
    StopOrder,
    TargetSighting,
    Telephone,
    UnitCarried,
    WarnedRoom,
)

__all__ = [
    "Act",
    "AlarmSeen",
    "AlertOffered",
    "AlertShelved",
    "AlertTaken",
    "CallWithdrawn",
    "CaseTakenIn",
    "ChecklistOpened",
    "FactAdded",
    "FactWithdrawn",
    "FoundUnserved",
    "HoursMoved",
    "ItemDone",
    "LeadPassed",
    "MergeBegan",
    "Merged",
    "NoticeTakenOver",
    "OpenedWrongly",
    "OtherCaseAnswered",
    "QuestionGivenUp",
    "RequestAnswered",
    "Requested",
    "ReturnBegan",
    "ReturnEnded",
    "RoomTelephoned",
    "SightChanged",
    "SplitBegan",
    "StillAsked",
    "StillConfirmed",
    "StopGiven",
    "StopLifted",
    "StopReceived",
    "StopUnanswered",
    "TargetSeen",
    "UnitTakenOut",
    "UnitTakenOver",
    "WarningWithdrawn",
]  # fmt: skip


class FactAdded(Struct, frozen=True, kw_only=True, tag="fact_added"):
    """Something is known of the offence, the suspect or the vehicle."""

    fact: Fact


class FactWithdrawn(Struct, frozen=True, kw_only=True, tag="fact_withdrawn"):
    """It was wrong."""

    fact: str
    by: Account
    at: datetime
    reason: str


class TargetSeen(Struct, frozen=True, kw_only=True, tag="target_seen"):
    """The pursued car itself was seen."""

    sighting: TargetSighting


class SightChanged(Struct, frozen=True, kw_only=True, tag="sight_changed"):
    """A crew lost sight of the target, or sees it again."""

    unit: str
    lost: bool
    by: Account
    at: datetime


class ReturnBegan(Struct, frozen=True, kw_only=True, tag="return_began"):
    """A unit abroad pursues no longer and drives home."""

    unit: str
    by: Account
    at: datetime


class ReturnEnded(Struct, frozen=True, kw_only=True, tag="return_ended"):
    """A unit on its way home pursues again, or never turned."""

    unit: str
    by: Account
    at: datetime


class Requested(Struct, frozen=True, kw_only=True, tag="requested"):
    """A room asked another for something, or offered it the lead."""

    request: Assistance


class RequestAnswered(Struct, frozen=True, kw_only=True, tag="request_answered"):
    """It was accepted or refused, or withdrawn by who asked: as it now stands."""

    request: Assistance


class LeadPassed(Struct, frozen=True, kw_only=True, tag="lead_passed"):
    """From now on another room leads."""

    to: str
    by: Account
    at: datetime
    reason: str = ""
    handed_over: bool = False
    """By the room that led; else the other took the lead itself, and stop orders stay with who gave them."""


class StopGiven(Struct, frozen=True, kw_only=True, tag="stop_given"):
    """Every pursuing unit is to stop."""

    stop: StopOrder


class StopReceived(Struct, frozen=True, kw_only=True, tag="stop_received"):
    """A crew has receipted it."""

    stop: str
    unit: str
    by: Account
    at: datetime


class StopUnanswered(Struct, frozen=True, kw_only=True, tag="stop_unanswered"):
    """These crews have not receipted it in time."""

    stop: str
    units: tuple[str, ...]
    at: datetime


class StopLifted(Struct, frozen=True, kw_only=True, tag="stop_lifted"):
    """It is undone."""

    stop: str
    by: Account
    at: datetime
    reason: str


class AlertShelved(Struct, frozen=True, kw_only=True, tag="alert_shelved"):
    """A room's alert was put aside for a while; None: it was taken up again."""

    room: str
    shelved: Shelved | None
    at: datetime


class AlertOffered(Struct, frozen=True, kw_only=True, tag="alert_offered"):
    """The owner of an alert offers it to another person; None: the offer is over, it stays with its owner."""

    room: str
    offered: Offered | None
    at: datetime


class AlarmSeen(Struct, frozen=True, kw_only=True, tag="alarm_seen"):
    """What an alarm of the room's alert asks was answered; of the alert itself it may have seen nothing."""

    room: str
    request: str = ""
    """Which one, where a room asked."""
    code: str = ""
    """Of the alarm, where the system asked."""
    by: Account
    at: datetime


class AlertTaken(Struct, frozen=True, kw_only=True, tag="alert_taken"):
    """The person it was offered to owns it now."""

    room: str
    by: Account
    at: datetime


class RoomTelephoned(Struct, frozen=True, kw_only=True, tag="notified_by_telephone"):
    """A room was told by telephone."""

    room: str
    telephone: Telephone


class CallWithdrawn(Struct, frozen=True, kw_only=True, tag="call_withdrawn"):
    """A call was written down wrongly; the one that stands proves what it proves."""

    room: str
    called_at: datetime
    by: Account
    at: datetime
    reason: str


class WarningWithdrawn(Struct, frozen=True, kw_only=True, tag="warning_withdrawn"):
    """A room was warned by hand in error."""

    room: str
    by: Account
    at: datetime
    reason: str


class UnitTakenOut(Struct, frozen=True, kw_only=True, tag="unit_taken_out"):
    """A unit was joined in error: it never was in this pursuit."""

    unit: str
    by: Account
    at: datetime
    reason: str


class OpenedWrongly(Struct, frozen=True, kw_only=True, tag="opened_in_error"):
    """There was no pursuit."""

    by: Account
    at: datetime
    reason: str


class MergeBegan(Struct, frozen=True, kw_only=True, tag="merge_began"):
    """Another pursuit was asked to take this one in."""

    into: str
    command: str
    units: tuple[str, ...]
    facts: tuple[Fact, ...]
    notices: tuple[Notice, ...] = ()
    carried: tuple[UnitCarried, ...] = ()
    target: TargetSighting | None = None
    warned: tuple[WarnedRoom, ...] = ()
    requests: tuple[Assistance, ...] = ()
    rooms: tuple[str, ...] = ()
    abroad: bool = False
    cards: tuple[str, ...] = ()
    by: Account
    at: datetime


class UnitTakenOver(Struct, frozen=True, kw_only=True, tag="unit_taken_over"):
    """What the pursuit that a unit came from knew of it: its limits run on."""

    carried: UnitCarried


class NoticeTakenOver(Struct, frozen=True, kw_only=True, tag="notice_taken_over"):
    """A room had notice in the pursuit that was taken in: it counts here."""

    notice: Notice


class SplitBegan(Struct, frozen=True, kw_only=True, tag="split_began"):
    """A new pursuit was asked for, with these units, for a second target."""

    new_case: str
    command: str
    units: tuple[str, ...]
    facts: tuple[Fact, ...]
    notices: tuple[Notice, ...] = ()
    carried: tuple[UnitCarried, ...] = ()
    warned: tuple[WarnedRoom, ...] = ()
    room: str
    home: str | None = None
    purpose: str
    by: Account
    at: datetime


class QuestionGivenUp(Struct, frozen=True, kw_only=True, tag="question_given_up"):
    """Another pursuit has not answered for too long, and is waited for no more: another one is asked."""

    kind: Literal["merge", "split"]
    case: str
    by: Account
    at: datetime


class OtherCaseAnswered(Struct, frozen=True, kw_only=True, tag="other_case_answered"):
    """The other pursuit said no, and nothing changes here; a yes is followed by what it means."""

    other_case: str
    kind: Literal["merge", "split"]
    accepted: bool
    code: str
    reason: str
    at: datetime


class CaseTakenIn(Struct, frozen=True, kw_only=True, tag="case_taken_in"):
    """Another pursuit asked this one for something, and this is the answer: accepted or not, and why."""

    from_case: str
    asked: str
    kind: Literal["merge", "split"]
    accepted: bool
    code: str = ""
    reason: str = ""
    units: tuple[str, ...] = ()
    abroad: bool = False
    cards: tuple[str, ...] = ()
    """Of one that was abroad: by these cards is to be done, after this one, what is to be done after that one."""
    at: datetime


class Merged(Struct, frozen=True, kw_only=True, tag="merged"):
    """This pursuit goes on as another one."""

    into: str
    at: datetime


class ChecklistOpened(Struct, frozen=True, kw_only=True, tag="checklist_opened"):
    """The pursuit is closed; these items are to be done."""

    items: tuple[CheckEntry, ...]


class ItemDone(Struct, frozen=True, kw_only=True, tag="item_done"):
    """An item of the checklist is done, or another became due by it; or what was said of it is put right."""

    entry: CheckEntry
    corrected: bool = False


class HoursMoved(Struct, frozen=True, kw_only=True, tag="hours_moved"):
    """The six hours, which somebody has answered for, end at another instant: their beginning was put right."""

    due_at: datetime


class FoundUnserved(Struct, frozen=True, kw_only=True, tag="found_unserved"):
    """A state was entered of which no room is known: the rooms that lead and answer at home are told to call."""

    state: str
    at: datetime


class StillAsked(Struct, frozen=True, kw_only=True, tag="still_asked"):
    """No unit has moved for long: the leading room is asked whether the pursuit goes on."""

    at: datetime


class StillConfirmed(Struct, frozen=True, kw_only=True, tag="still_confirmed"):
    """It goes on."""

    by: Account
    at: datetime


Act = (
    FactAdded | FactWithdrawn | TargetSeen | SightChanged | ReturnBegan | ReturnEnded | Requested | RequestAnswered
    | LeadPassed | StopGiven | StopReceived | StopUnanswered | StopLifted | AlertShelved | AlertOffered | AlertTaken
    | RoomTelephoned | UnitTakenOut | OpenedWrongly | MergeBegan | NoticeTakenOver | UnitTakenOver | SplitBegan
    | OtherCaseAnswered | CaseTakenIn | Merged | ChecklistOpened | ItemDone | StillAsked | StillConfirmed
    | FoundUnserved | HoursMoved | AlarmSeen | QuestionGivenUp | CallWithdrawn | WarningWithdrawn
)  # fmt: skip
