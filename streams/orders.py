"""What people may order in a pursuit, each with what it needs to say: part of the wire schema of `streams.records`.

An order travels in a console's command and in the report made of it, so both read the same. Who may give which order
is decided by `streams.pursuit` alone; here stands only what an order must look like to be one.
"""

from datetime import datetime
from typing import Annotated, Literal

from msgspec import Meta, Struct

from streams.expected import CALLED, ID, PLATE, SAID, STATE, TEXT, WORD

__all__ = [
    "Accept", "AddFact", "Answer", "AnswerRequest", "AssistanceKind", "CheckItem", "Danger", "FactKind", "GiveStop",
    "HandOver", "HandOverAlert", "LiftStop", "Merge", "OpenedInError", "Order", "ReceiveStop", "Refuse", "Request",
    "Returning", "SeeTarget", "Shelve", "Sight", "Source", "Split", "StillRunning", "TakeAlert", "TakeLead",
    "Telephoned", "Trigger", "Unshelve", "WarnRoom", "WithdrawCall", "WithdrawFact", "WithdrawRequest", "WithdrawUnit",
    "WithdrawWarning",
]  # fmt: skip

_Instant = Annotated[datetime, Meta(tz=True)]
_Id = Annotated[str, Meta(pattern=ID)]
_Key = Annotated[str, Meta(min_length=1, max_length=100, pattern=CALLED)]
"""Made by the console that orders; short, for the pursuit keeps it."""
_Text = Annotated[str, Meta(max_length=500, pattern=TEXT)]
_Said = Annotated[str, Meta(min_length=1, max_length=500, pattern=SAID)]
_Word = Annotated[str, Meta(max_length=60, pattern=WORD)]
_Name = Annotated[str, Meta(min_length=1, max_length=100, pattern=CALLED)]
_Lat = Annotated[float, Meta(ge=-90, le=90)]
_Lon = Annotated[float, Meta(ge=-180, le=180)]
_Plate = Annotated[str, Meta(pattern=PLATE)]
_State = Annotated[str, Meta(pattern=STATE)]
_Language = Literal["nl", "fr", "de", "lb", "en"]

Danger = Literal["armed", "explosives", "hostage", "ramming", "unlit", "wrong_way"]
Trigger = Literal[
    "caught_in_act", "suspected", "escaped_custody", "evaded_border_check", "evaded_police_check", "other_lawful"
]
FactKind = Literal["trigger", "offence", "suspect", "vehicle", "occupants", "danger", "remark"]
Source = Literal["crew", "desk", "witness", "anpr", "aircraft", "register"]
AssistanceKind = Literal["take_over", "block_road", "observe", "stop_person", "helicopter", "deconflict", "other"]

# ---------------------------------------------------------------- what is known of the pursued


class AddFact(Struct, frozen=True, kw_only=True, tag="add_fact", forbid_unknown_fields=True):
    """Something known of the offence, the suspect or the vehicle; `code` for what has one, else `text`.

    trigger: code of `Trigger`; danger: code of `Danger`; occupants: `number`; vehicle: `plate` and its state, or text.
    """

    fact: _Key
    kind: FactKind
    code: _Word = ""
    text: _Text = ""
    plate: _Plate | None = None
    plate_state: _State | None = None
    number: Annotated[int, Meta(ge=0, le=99)] | None = None
    source: Source
    assessment: bool = False
    """An opinion, kept apart from facts (Directive (EU) 2016/680, art. 7)."""
    language: _Language | None = None
    """Of the free text."""


class WithdrawFact(Struct, frozen=True, kw_only=True, tag="withdraw_fact", forbid_unknown_fields=True):
    """It was wrong."""

    fact: _Key
    reason: _Said


class SeeTarget(Struct, frozen=True, kw_only=True, tag="see_target", forbid_unknown_fields=True):
    """The pursued car itself was seen: by people, by a camera that reads plates, from the air."""

    lat: _Lat
    lon: _Lon
    uncertainty_m: Annotated[float, Meta(ge=0, le=100_000)]
    observed_at: _Instant
    source: Source
    course_deg: Annotated[float, Meta(ge=0, le=360)] | None = None
    speed_mps: Annotated[float, Meta(ge=0, le=150)] | None = None
    text: _Text = ""


class Sight(Struct, frozen=True, kw_only=True, tag="sight", forbid_unknown_fields=True):
    """A crew no longer sees the target, or sees it again."""

    unit: _Id
    lost: bool


class Returning(Struct, frozen=True, kw_only=True, tag="returning", forbid_unknown_fields=True):
    """A unit abroad no longer pursues; it drives home by the shortest way, and is followed until it is there."""

    unit: _Id
    pursues: bool = False
    """It pursues again, or it was said of it by mistake."""


# ---------------------------------------------------------------- assistance and who leads


class Request(Struct, frozen=True, kw_only=True, tag="request", forbid_unknown_fields=True):
    """One room asks another for something."""

    request: _Key
    kind: AssistanceKind
    to: _Id
    text: _Text = ""
    language: _Language | None = None


class Accept(Struct, frozen=True, kw_only=True, tag="accept", forbid_unknown_fields=True):
    """Accepted: by whom and when, and on which conditions."""

    unit: _Id | None = None
    at: _Instant | None = None
    conditions: _Text = ""


class Refuse(Struct, frozen=True, kw_only=True, tag="refuse", forbid_unknown_fields=True):
    """Refused, and why."""

    reason: _Said


Answer = Accept | Refuse


class AnswerRequest(Struct, frozen=True, kw_only=True, tag="answer_request", forbid_unknown_fields=True):
    """The room that was asked says yes or no; of `take_over`, yes means that it leads from now on."""

    request: _Key
    answer: Answer


class WithdrawRequest(Struct, frozen=True, kw_only=True, tag="withdraw_request", forbid_unknown_fields=True):
    """The room that asked needs it no more."""

    request: _Key
    reason: _Text = ""


class HandOver(Struct, frozen=True, kw_only=True, tag="hand_over", forbid_unknown_fields=True):
    """The leading room offers the lead to another; until it accepts, the earlier room leads."""

    request: _Key
    to: _Id
    text: _Text = ""


class TakeLead(Struct, frozen=True, kw_only=True, tag="take_lead", forbid_unknown_fields=True):
    """A room of the state that the pursuit is in decides to lead from now on."""

    reason: _Text = ""


class GiveStop(Struct, frozen=True, kw_only=True, tag="give_stop", forbid_unknown_fields=True):
    """Every pursuing unit is to stop pursuing; each must receipt it."""

    stop: _Key
    reason: _Said
    language: _Language | None = None


class ReceiveStop(Struct, frozen=True, kw_only=True, tag="receive_stop", forbid_unknown_fields=True):
    """A crew has the stop order; a desk says so of a unit that it reached by radio."""

    stop: _Key
    unit: _Id | None = None


class LiftStop(Struct, frozen=True, kw_only=True, tag="lift_stop", forbid_unknown_fields=True):
    """The stop order is undone: only by the room that gave it, or that it handed over to."""

    stop: _Key
    reason: _Said


# ---------------------------------------------------------------- alerts


class Shelve(Struct, frozen=True, kw_only=True, tag="shelve", forbid_unknown_fields=True):
    """Put the room's alert aside for a while; never one of priority 1."""

    revision: int
    minutes: Annotated[float, Meta(gt=0, le=30)]
    reason: _Said


class Unshelve(Struct, frozen=True, kw_only=True, tag="unshelve", forbid_unknown_fields=True):
    """Take it up again before its time."""


class HandOverAlert(Struct, frozen=True, kw_only=True, tag="hand_over_alert", forbid_unknown_fields=True):
    """Who owns the room's alert offers it to another person; until they take it, it stays theirs."""

    to: _Name
    note: _Text = ""


class TakeAlert(Struct, frozen=True, kw_only=True, tag="take_alert", forbid_unknown_fields=True):
    """The person it was offered to takes it."""


class WarnRoom(Struct, frozen=True, kw_only=True, tag="warn_room", forbid_unknown_fields=True):
    """An operator warns a room by hand, with what is known of where the pursuit is."""

    to: _Id
    text: _Said
    language: _Language | None = None
    lat: _Lat | None = None
    lon: _Lon | None = None
    place: _Text = ""
    """As it was said, where there are no coordinates."""
    direction: _Text = ""
    speed_mps: Annotated[float, Meta(ge=0, le=150)] | None = None
    seen_at: _Instant | None = None


class Telephoned(Struct, frozen=True, kw_only=True, tag="telephoned", forbid_unknown_fields=True):
    """A room was told by telephone: who called, who answered, when; also entered later."""

    room: _Id
    answered_by: _Name
    caller: _Name
    at: _Instant


class WithdrawCall(Struct, frozen=True, kw_only=True, tag="withdraw_call", forbid_unknown_fields=True):
    """A call was written down wrongly: it proves nothing."""

    room: _Id
    called_at: _Instant
    """As it stands in the proof of notice, to the second."""
    reason: _Said


class WithdrawWarning(Struct, frozen=True, kw_only=True, tag="withdraw_warning", forbid_unknown_fields=True):
    """A room was warned by hand in error: it reads that, and why."""

    room: _Id
    reason: _Said


# ---------------------------------------------------------------- mistakes, several cases, the end


class WithdrawUnit(Struct, frozen=True, kw_only=True, tag="withdraw_unit", forbid_unknown_fields=True):
    """The unit was joined in error: it never was in this pursuit."""

    unit: _Id
    reason: _Said


class OpenedInError(Struct, frozen=True, kw_only=True, tag="opened_in_error", forbid_unknown_fields=True):
    """There was no pursuit."""

    reason: _Said


class Merge(Struct, frozen=True, kw_only=True, tag="merge", forbid_unknown_fields=True):
    """This pursuit is of the same car as another, which goes on with the units of both."""

    into: _Id
    reason: _Text = ""


class Split(Struct, frozen=True, kw_only=True, tag="split", forbid_unknown_fields=True):
    """There are two targets: these units pursue the other one, as a pursuit of its own."""

    new_case: _Id
    units: Annotated[tuple[_Id, ...], Meta(min_length=1)]
    reason: _Text = ""


class StillRunning(Struct, frozen=True, kw_only=True, tag="still_running", forbid_unknown_fields=True):
    """The leading room's answer to the question whether the pursuit goes on: it does."""


class CheckItem(Struct, frozen=True, kw_only=True, tag="check_item", forbid_unknown_fields=True):
    """An item of the closing checklist is done, and what it says; said again otherwise, that puts it right."""

    item: _Word
    text: _Said
    language: _Language | None = None
    at: _Instant | None = None
    """Of `person_held`: since when; it starts the six hours. Of `person_handed_over`: when."""


Order = (
    AddFact | WithdrawFact | SeeTarget | Sight | Returning | Request | AnswerRequest | WithdrawRequest | HandOver
    | TakeLead | GiveStop | ReceiveStop | LiftStop | Shelve | Unshelve | HandOverAlert | TakeAlert | WarnRoom
    | Telephoned | WithdrawCall | WithdrawWarning | WithdrawUnit | OpenedInError | Merge | Split | StillRunning
    | CheckItem
)  # fmt: skip
