"""The one alert of a pursuit for a room, and what it carries besides its phase."""

from typing import Literal

from msgspec import Struct, field

from streams.records.moves import Approach, Crossing
from streams.records.notice import Acknowledgement
from streams.records.parts import Account, Id, Instant, Key, Lat, Lon, Mode, NotNegative, Place, States, Text
from streams.records.unit import UnitView

__all__ = ["Alarm", "Alert", "AlertKind", "ByHand", "Escalation", "Offered", "Shelved"]


class Alarm(Struct, frozen=True, kw_only=True):
    """Something besides the alert's phase that needs a person: a limit exceeded, a stop order without a receipt."""

    code: str
    at: Instant
    params: dict[str, str] = field(default_factory=dict)
    revision: int = 0
    """Of its alert, with which it rang."""
    priority: Literal[1, 2, 3] = 3
    """The alert is no less grave until a person has acknowledged this."""
    owned: bool = False
    """Whether somebody owned the alert when it rang: then alarms alone are what nobody has seen of it."""


class Shelved(Struct, frozen=True, kw_only=True):
    """Put aside by a person, until when and why."""

    by: Account
    at: Instant
    until: Instant
    reason: Text


class Offered(Struct, frozen=True, kw_only=True):
    """The owner of an alert offers it to another person, who has until then to take it."""

    to: str
    by: Account
    at: Instant
    until: Instant
    note: Text = ""


class ByHand(Struct, frozen=True, kw_only=True):
    """What an operator said when they warned a room by hand."""

    by: Account
    at: Instant
    text: Text
    language: str | None = None
    lat: Lat | None = None
    lon: Lon | None = None
    place: Text = ""
    direction: Text = ""
    speed_mps: NotNegative | None = None
    seen_at: Instant | None = None


AlertKind = Literal["border", "area", "home", "copy", "by_hand"]


Escalation = Literal["none", "louder", "supervisor", "telephone"]


class Alert(Struct, frozen=True, kw_only=True):
    """The one alert of a pursuit for a room; each revision replaces the one before."""

    id: Key
    """case|room"""
    case: Id
    room: Id
    revision: int
    phase: Literal[
        "approaching", "entered", "left", "departed", "withdrawn", "fault", "cleared", "overflown", "warned", "alarm"
    ]
    """approaching: foreseen to enter the room's state; entered: pursued into it; left: out again; departed: own units
    abroad; withdrawn: it never was, or does not come; overflown: by aircraft alone; warned: by hand; alarm: see there.
    """
    kind: AlertKind = "border"
    """border: the pursuit comes into the room's state; area: into its area, inside its state; home: it is the room's
    own; copy: for a joint centre, to know; by_hand: an operator warned it."""
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
    """A unit is known to be here, but not since when; with a crossing, that is of another unit."""
    by_air: bool = False
    """It tells of an aircraft alone: what comes by road is another matter, and rings."""
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
    risen_revision: int = 0
    """The last revision that became graver without a ring; an acknowledgement of an earlier one does not cover it."""
    acknowledged: Acknowledgement | None = None
    fault: Text = ""
    cards: tuple[Key, ...] = ()
    """The regime cards that hold for the units here; each names a `CardRecord`."""
    alarms: tuple[Alarm, ...] = ()
    escalation: Escalation = "none"
    """How far it has gone since nobody acknowledged it."""
    shelved: Shelved | None = None
    offered: Offered | None = None
    by_hand: ByHand | None = None
    because: Text = ""
    """Why it was withdrawn, where a person said so."""
    off_road: dict[str, Literal["no", "unknown", "yes"]] = field(default_factory=dict)
    """By unit, of each that is not on the road: whether its cards let it come as it does, the strictest of them."""
    crossing_point: str = ""
    """The spoken name of the crossing, where one is configured."""
