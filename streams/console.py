"""What a console and the gateway say to each other: JSON over one websocket, each message an object with a `type`.

A console's place in a room's inbox is a Kafka place; it sends back the last one it processed and is given what it
missed, or a fresh snapshot marked as not recovered. Inbox records are keyed by the client by (id, revision): a lower
revision than one already held is ignored.
"""

from typing import Annotated, Literal

from msgspec import Meta, Raw, Struct, field

from streams.expected import TEXT
from streams.orders import Order
from streams.records import ConsoleKind, Id, Instant, Key, Mode, Text

__all__ = [
    "Command", "CommandAnswer", "ConsoleMessage", "ConsolePlace", "DeskInfo", "DesksMessage", "ErrorMessage",
    "GatewayMessage", "Goodbye", "Heartbeat", "Hello", "InboxItem", "Language", "Presence", "RoomDesks", "RoomInfo",
    "Said", "SendReceipt", "Snapshot", "TrailsMessage", "UnitsMessage", "Welcome",
]  # fmt: skip

Language = Literal["nl", "fr", "de", "lb", "en"]
"""The languages there are words for."""


class ConsolePlace(Struct, frozen=True, kw_only=True):
    """One place in a room's inbox: up to here, everything was received."""

    topic_id: str
    partition: int
    offset: int
    at: Instant
    """Broker time of the record at this place."""


# ---------------------------------------------------------------- console to gateway


class Hello(Struct, frozen=True, kw_only=True, tag="hello"):
    """The first message: who, which rooms, and the place in each from which to resume."""

    token: str | None = None
    """Absent where the session cookie carries it."""
    rooms: tuple[Id, ...] = ()
    """Empty: every room of the account."""
    places: dict[str, ConsolePlace] = field(default_factory=dict)
    desk: Annotated[str, Meta(max_length=60)] = ""
    console: Key
    """Names this console; kept through reconnects."""
    kind: ConsoleKind = "other"
    """A page is given its records in words besides."""
    language: Language | None = None
    """None: the first of its rooms' languages that there are words for."""


class Presence(Struct, frozen=True, kw_only=True, tag="presence"):
    """Whether a person at this console can see it and would hear it; until it is said, neither."""

    page_visible: bool
    sound_armed: bool


class SendReceipt(Struct, frozen=True, kw_only=True, tag="receipt"):
    """An alert's revision was delivered, shown or sounded here."""

    room: Id
    case: Id
    alert: Key
    revision: int
    kind: Literal["delivered", "shown", "sounded"]
    mode: Mode
    at: Instant


class Command(Struct, frozen=True, kw_only=True, tag="command"):
    """A person's command; `id` is made once by the console and kept through resends."""

    id: Key
    command: Literal["acknowledge", "open", "join", "leave", "close", "order"]
    room: Id
    """The room the person speaks for."""
    case: Id
    mode: Mode
    happened_at: Instant
    alert: Key | None = None
    revision: int | None = None
    unit: Id | None = None
    units: tuple[Id, ...] = ()
    text: Annotated[Text, Meta(pattern=TEXT)] = ""
    """Purpose of an opening, reason of a close."""
    order: Order | None = None
    """With the command `order`: what is ordered."""


ConsoleMessage = Hello | Presence | SendReceipt | Command

# ---------------------------------------------------------------- gateway to console


class RoomInfo(Struct, frozen=True, kw_only=True):
    """A room this session serves."""

    id: Id
    name: str
    state: str
    languages: tuple[str, ...]


class Welcome(Struct, frozen=True, kw_only=True, tag="welcome"):
    """Signed in: who you are here, and how often the heartbeat beats."""

    account: str
    role: str
    state: str
    rooms: tuple[RoomInfo, ...]
    server_at: Instant
    heartbeat_s: float
    language: Language = "en"
    """In which its records are put in words."""


class Said(Struct, frozen=True, kw_only=True):
    """A record in words: each piece under the name of its place on the screen."""

    language: str
    pieces: dict[str, str] = field(default_factory=dict)
    lists: dict[str, tuple[str, ...]] = field(default_factory=dict)


class InboxItem(Struct, frozen=True, kw_only=True, tag="inbox"):
    """One inbox record (streams.records.InboxRecord, as it stands in Kafka) and the place after it."""

    room: Id
    key: str
    place: ConsolePlace
    record: Raw
    said: Said | None = None
    """The record in the console's language; only for a page, and None where it cannot be put in words."""


class Snapshot(Struct, frozen=True, kw_only=True, tag="snapshot"):
    """What a room's inbox holds (recovered false), or what this console missed (recovered true)."""

    room: Id
    recovered: bool
    reason: str
    """Why it could not be recovered; empty otherwise."""
    place: ConsolePlace | None
    items: tuple[InboxItem, ...]


class TrailsMessage(Struct, frozen=True, kw_only=True, tag="trails"):
    """Fixes of pursuit units this console may see (streams.records.Trail each); latest wins for a slow console."""

    trails: tuple[Raw, ...]


class UnitsMessage(Struct, frozen=True, kw_only=True, tag="units"):
    """Places of the room's own units (streams.records.UnitPlace each)."""

    room: Id
    full: bool
    units: tuple[Raw, ...]


class DeskInfo(Struct, frozen=True, kw_only=True):
    """A person signed in at a desk of one's own room."""

    name: str
    desk: str
    page_visible: bool
    sound_armed: bool
    since: Instant
    """When this console signed in, by its gateway's clock."""


class RoomDesks(Struct, frozen=True, kw_only=True):
    """Whether anyone is at a room's desks: how many consoles are signed in, visible, and would be heard."""

    room: Id
    signed_in: int
    page_visible: int
    sound_armed: int
    own: bool = False
    """A room of this console; else one that is in a pursuit with it."""
    desks: tuple[DeskInfo, ...] = ()
    """Who; of one's own rooms alone."""


class DesksMessage(Struct, frozen=True, kw_only=True, tag="desks"):
    """The desks of every room this console may know of, its own and those of its pursuits; the last one is void."""

    rooms: tuple[RoomDesks, ...]


class CommandAnswer(Struct, frozen=True, kw_only=True, tag="answer"):
    """The command stands in Kafka (accepted), or was refused here and changed nothing. Its effect comes by inbox."""

    id: Key
    accepted: bool
    code: str = ""
    reason: str = ""


class Heartbeat(Struct, frozen=True, kw_only=True, tag="heartbeat"):
    """The gateway lives, and so does its Kafka: age of the newest thing it knows."""

    at: Instant
    kafka: bool
    """False: the gateway cannot reach Kafka; what is shown may be old."""


class ErrorMessage(Struct, frozen=True, kw_only=True, tag="error"):
    """A message the gateway could not take: what was expected, what came, and where. The connection lives on."""

    code: str
    field: str
    expected: str
    got: str


class Goodbye(Struct, frozen=True, kw_only=True, tag="goodbye"):
    """The gateway closes this console, and why (too slow, token removed, gateway stops); it may come back."""

    code: str
    reason: str


GatewayMessage = (
    Welcome | Snapshot | InboxItem | TrailsMessage | UnitsMessage | DesksMessage | CommandAnswer | Heartbeat
    | ErrorMessage | Goodbye
)  # fmt: skip
