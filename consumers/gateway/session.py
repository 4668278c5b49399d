"""One console's conversation: who it is, which rooms it may hear, what it may order. What is not allowed is denied.

Roles (default deny): an operator or commander hears the rooms of the account and may command for them; a unit hears
its own inbox and sends receipts, its commands go through its door; an administrator may look on in the rooms the
account lists, but neither commands nor counts as a desk that received an alert. Only operators and commanders sit at
desks: of anybody else it is not told whether they are there.
"""

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, get_args

from borders.rooms import Directory, UnknownRoomError
from consumers.gateway.refusal import Refusal, command_in, read_message
from consumers.wording_misfit import misfit_text
from streams.accounts import AccountEntry, Accounts
from streams.console import (
    Command,
    CommandAnswer,
    ConsoleMessage,
    ConsolePlace,
    ErrorMessage,
    Goodbye,
    Hello,
    Language,
    Presence,
    RoomInfo,
    SendReceipt,
    Welcome,
)
from streams.ids import owner_of
from streams.orders import AddFact, ReceiveStop, Returning, SeeTarget, Sight
from streams.records import (
    Acknowledge,
    Close,
    ConsoleKind,
    DeskPresence,
    JoinUnit,
    LeaveUnit,
    Open,
    Ordered,
    Receipt,
    Report,
)

__all__ = ["Effect", "Listen", "Part", "Say", "Session", "Sit", "Submit", "receive"]

_COMMANDING = ("operator", "commander")
_RECEIVING = ("operator", "commander", "unit")
_OF_CREWS = (AddFact, SeeTarget, Sight, Returning, ReceiveStop)
"""What a crew may say here, where it is told of stop orders; all else goes through its door."""
_LANGUAGES: tuple[Language, ...] = get_args(Language)


@dataclass(frozen=True, slots=True)
class Say:
    """Tell the console."""

    message: Welcome | CommandAnswer | ErrorMessage


@dataclass(frozen=True, slots=True)
class Listen:
    """Give the console these rooms' inboxes, each from its place on."""

    rooms: tuple[str, ...]
    places: Mapping[str, ConsolePlace]


@dataclass(frozen=True, slots=True)
class Sit:
    """Say of these desks, one in each room, that this console is there and what a person at it would notice."""

    desks: tuple[DeskPresence, ...]


@dataclass(frozen=True, slots=True)
class Submit:
    """Write this report; then answer the command, where it is one."""

    report: Report
    command: str | None


@dataclass(frozen=True, slots=True)
class Part:
    """Say goodbye and close."""

    goodbye: Goodbye


Effect = Say | Listen | Sit | Submit | Part


@dataclass(frozen=True, slots=True)
class Session:
    """One console as far as the conversation has come.

    Attributes:
        cookie_token: the token of the session cookie, if the page has one.
        heartbeat_s: how often this gateway beats, told at the welcome.
        entry: the account; None until the hello was accepted.
        since: when that was.
        kind: what the console says it is; a page is given its records in words.
        language: the words'.
        page_visible: whether a person can see the page, as the console said last.
        sound_armed: whether a person would hear it.
    """

    cookie_token: str | None = None
    heartbeat_s: float = 2.0
    entry: AccountEntry | None = None
    rooms: tuple[str, ...] = ()
    console: str = ""
    desk: str = ""
    since: datetime | None = None
    kind: ConsoleKind = "other"
    language: Language = "en"
    page_visible: bool = False
    sound_armed: bool = False


def receive(
    session: Session, frame: str | bytes, *, accounts: Accounts, directory: Directory, at: datetime
) -> tuple[Session, tuple[Effect, ...]]:
    """What a frame from the console means: the conversation after it, and what to do.

    A frame that cannot be taken is answered with what was expected, what came and where; nothing else changes. Where it
    is a command, the answer names it.
    """
    message: ConsoleMessage | None = None
    try:
        message = read_message(frame)
        if isinstance(message, Hello):
            return _hello(session, message, accounts, directory, at)
        entry = _signed_in(session, message)
        if isinstance(message, Presence):
            noticed = replace(session, page_visible=message.page_visible, sound_armed=message.sound_armed)
            return noticed, () if noticed == session else _sit(noticed)
        if isinstance(message, SendReceipt):
            return session, (_receipt(session, entry, message),)
        return session, (_command(session, entry, message),)
    except Refusal as refusal:
        return session, (Say(_in_words(session, _refused(refusal, frame, message))),)


def _in_words(session: Session, said: CommandAnswer | ErrorMessage) -> CommandAnswer | ErrorMessage:
    """To a page, what was wrong with a value of its command is said in its language, as all that it is given."""
    if session.kind != "page" or isinstance(said, ErrorMessage):
        return said
    reason = misfit_text(said.reason, session.language) or said.reason
    return CommandAnswer(id=said.id, accepted=said.accepted, code=said.code, reason=reason)


def _refused(refusal: Refusal, frame: str | bytes, message: ConsoleMessage | None) -> CommandAnswer | ErrorMessage:
    if isinstance(message, Command):
        return refusal.answer(message.id)
    command = command_in(frame) if message is None else None
    return refusal.answer(command, "not_understood") if command else refusal.message()


# ---------------------------------------------------------------- hello


def _hello(
    session: Session, hello: Hello, accounts: Accounts, directory: Directory, at: datetime
) -> tuple[Session, tuple[Effect, ...]]:
    if session.entry is not None:
        raise Refusal(code="signed_in", where="type", expected="one hello", got="a second one")
    token = hello.token or session.cookie_token
    entry = accounts.authenticate(token) if token else None
    if entry is None:
        came = "a token of no account" if token else "neither token nor session cookie"
        return session, (Part(Goodbye(code="unknown_token", reason=f"expected the token of an account, got {came}")),)
    rooms = tuple(_room(entry, room, f"rooms[{i}]", directory) for i, room in enumerate(_asked(entry, hello)))
    language = hello.language or _language_of(rooms)
    welcome = Welcome(
        account=entry.name,
        role=entry.role,
        state=entry.state,
        rooms=rooms,
        server_at=at,
        heartbeat_s=session.heartbeat_s,
        language=language,
    )
    ids = tuple(room.id for room in rooms)
    signed_in = replace(
        session,
        entry=entry,
        rooms=ids,
        console=hello.console,
        desk=hello.desk,
        since=at,
        kind=hello.kind,
        language=language,
    )
    listen = Listen(ids, {room: place for room, place in hello.places.items() if room in ids})
    return signed_in, (Say(welcome), listen, *_sit(signed_in))


def _may_hear(entry: AccountEntry) -> tuple[str, ...]:
    """The recipients whose inbox this account may read; a unit its own, not its room's."""
    return (entry.unit,) if entry.role == "unit" and entry.unit else entry.rooms


def _asked(entry: AccountEntry, hello: Hello) -> tuple[str, ...]:
    """The rooms asked for, each once; every one of the account where none is named."""
    return tuple(dict.fromkeys(hello.rooms)) or _may_hear(entry)


def _room(entry: AccountEntry, room: str, where: str, directory: Directory) -> RoomInfo:
    """The room's name and languages, if the account may hear it."""
    if entry.role == "unit" and room == entry.unit:
        return RoomInfo(id=room, name=room, state=owner_of(room), languages=())
    try:
        known = directory.room(room)
    except UnknownRoomError as error:
        raise Refusal(code="unknown_room", where=where, expected="a room of the directory", got=room) from error
    if room not in _may_hear(entry):
        expected = f"a room of {entry.name}: {', '.join(_may_hear(entry)) or 'none'}"
        raise Refusal(code="not_allowed", where=where, expected=expected, got=room)
    return RoomInfo(id=known.id, name=known.name, state=known.state, languages=tuple(known.languages))


def _language_of(rooms: tuple[RoomInfo, ...]) -> Language:
    """The first language of these rooms that there are words for, else English."""
    spoken = (language for room in rooms for language in room.languages)
    return next((language for said in spoken for language in _LANGUAGES if language == said), "en")


# ---------------------------------------------------------------- desks


def _sit(session: Session) -> tuple[Sit, ...]:
    """The console's desk in each of its rooms; none for who sits at no desk."""
    entry, since = session.entry, session.since
    if entry is None or since is None or entry.role not in _COMMANDING:
        return ()
    desks = (
        DeskPresence(
            room=room,
            console=session.console,
            account=entry.name,
            desk=session.desk,
            role=entry.role,
            state=entry.state,
            since=since,
            kind=session.kind,
            page_visible=session.page_visible,
            sound_armed=session.sound_armed,
            at=since,
        )
        for room in session.rooms
    )
    return (Sit(tuple(desks)),)


# ---------------------------------------------------------------- receipts and commands


def _receipt(session: Session, entry: AccountEntry, receipt: SendReceipt) -> Submit:
    if entry.role not in _RECEIVING:
        raise Refusal(
            code="not_allowed", where="type", expected="a receipt from an operator, commander or unit", got=entry.role
        )
    if receipt.kind != "delivered" and session.kind != "page":
        expected = "delivered, for only a page can show or sound an alert to a person"
        raise Refusal(code="not_allowed", where="kind", expected=expected, got=f"{receipt.kind} of a {session.kind}")
    _check_room(session, receipt.room)
    _check_alert(receipt.alert, receipt.case, receipt.room)
    report = Receipt(
        id=_receipt_id(session.console, receipt),
        case=receipt.case,
        mode=receipt.mode,
        happened_at=receipt.at,
        by=entry.signature(room=_home(entry, receipt.room), desk=session.desk or None),
        alert=receipt.alert,
        revision=receipt.revision,
        kind=receipt.kind,
        console=session.console,
    )
    return Submit(report, None)


def _receipt_id(console: str, receipt: SendReceipt) -> str:
    """The same for every resend of one receipt by one console, so that a repeat changes nothing."""
    parts = "\n".join((console, receipt.alert, str(receipt.revision), receipt.kind))
    return "receipt:" + hashlib.sha256(parts.encode()).hexdigest()[:32]


def _command(session: Session, entry: AccountEntry, command: Command) -> Submit:
    by_crew = entry.role == "unit" and isinstance(command.order, _OF_CREWS)
    if entry.role not in _COMMANDING and not by_crew:
        what = _what(command)
        raise Refusal(
            code="not_allowed", where="command", expected=f"{what} from an operator or commander", got=entry.role
        )
    _check_room(session, command.room)
    report = _REPORTS[command.command](command)
    by = entry.signature(room=_home(entry, command.room), desk=session.desk or None)
    common = {"id": command.id, "case": command.case, "mode": command.mode, "happened_at": command.happened_at}
    return Submit(report(**common, by=by), command.id)


def _acknowledge(command: Command) -> Callable[..., Report]:
    alert, revision = _given(command, "alert"), _given(command, "revision")
    _check_alert(alert, command.case, command.room)
    return lambda **common: Acknowledge(alert=alert, revision=revision, **common)


def _open(command: Command) -> Callable[..., Report]:
    state = owner_of(command.room)
    if owner_of(command.case) != state:
        raise Refusal(
            code="not_allowed", where="case", expected=f"a case of {state}, whose room opens it", got=command.case
        )
    return lambda **common: Open(units=command.units, room=command.room, purpose=command.text, **common)


def _join(command: Command) -> Callable[..., Report]:
    unit = _given(command, "unit")
    return lambda **common: JoinUnit(unit=unit, **common)


def _leave(command: Command) -> Callable[..., Report]:
    unit = _given(command, "unit")
    return lambda **common: LeaveUnit(unit=unit, **common)


def _order(command: Command) -> Callable[..., Report]:
    order = _given(command, "order")
    return lambda **common: Ordered(order=order, **common)


def _what(command: Command) -> str:
    return str(command.order.__struct_config__.tag) if command.order else command.command


def _close(command: Command) -> Callable[..., Report]:
    return lambda **common: Close(reason=command.text, **common)


_REPORTS: dict[str, Callable[[Command], Callable[..., Report]]] = {
    "acknowledge": _acknowledge,
    "open": _open,
    "join": _join,
    "leave": _leave,
    "close": _close,
    "order": _order,
}


# ---------------------------------------------------------------- checks


def _home(entry: AccountEntry, recipient: str) -> str:
    """The room that signs: for a unit its home room, for a desk the room it got the alert for."""
    return entry.rooms[0] if entry.role == "unit" else recipient


def _signed_in(session: Session, message: Presence | SendReceipt | Command) -> AccountEntry:
    if session.entry is None:
        raise Refusal(code="not_signed_in", where="type", expected="a hello first", got=message.__struct_config__.tag)
    return session.entry


def _check_room(session: Session, room: str) -> None:
    if room not in session.rooms:
        raise Refusal(
            code="not_allowed",
            where="room",
            expected=f"a room of this console: {', '.join(session.rooms) or 'none'}",
            got=room,
        )


def _check_alert(alert: str, case: str, room: str) -> None:
    """An alert's id is case|room; nobody speaks about the alert of another room."""
    if alert != f"{case}|{room}":
        raise Refusal(code="not_allowed", where="alert", expected=f"the room's own alert {case}|{room}", got=alert)


def _given(command: Command, name: str) -> Any:
    value = getattr(command, name)
    if value is None:
        raise Refusal(code="missing", where=name, expected=f"a value with the command {command.command}", got="none")
    return value
