"""What one patrol unit and its door say to each other: sign in, fixes, commands, and an answer to each.

Pure: a step takes the session, one message and the time it was received, and says what to answer at once, what to
write to Kafka, what to answer when that stands there, and what to answer when it cannot. The shell around it
(`producers.websocket_door`) takes one message of a unit at a time, so that its order is the order in Kafka.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any

import orjson

from producers.answers import Accepted, Answer, CommandAnswer, FixRefused, Later, Welcome, error_of
from producers.clock import FUTURE_S, DeviceClock
from producers.command import read_command
from producers.outgoing import Outgoing
from producers.reading import (
    Reading,
    Refusal,
    Refused,
    check_unit,
    fix_of,
    read_instant,
    read_reading,
    refuse,
)  # fmt: skip
from streams.accounts import AccountEntry
from streams.records import Mode
from streams.topics import POSITIONS

__all__ = ["MAX_BYTES", "MAX_FIXES", "MAX_FRAME_BYTES", "Close", "Step", "UnitSession", "take"]

MAX_BYTES = 256 * 1024
"""What one message may hold; a larger one is refused."""
MAX_FRAME_BYTES = 1024 * 1024
"""Where even the reading of it ends: the connection is closed with 1009."""
MAX_FIXES = 1000
DOOR = "websocket"
RETRY_AFTER_S = 2.0

Authenticate = Callable[[str], AccountEntry | None]


@dataclass(frozen=True, slots=True)
class Close:
    """Close the connection: the code and the reason a unit is told."""

    code: int
    reason: str


@dataclass(frozen=True, slots=True)
class UnitSession:
    """Where the conversation stands.

    Attributes:
        account: whose it is; None before a good hello.
        boot: one run of the unit's sender.
        mode: what its records say.
        clock: what is known of the device's clock.
        up_to: the greatest number settled on this connection.
        owed: the first number that was answered `later` and has not come again.
    """

    account: AccountEntry | None = None
    boot: str = ""
    mode: Mode = "live"
    clock: DeviceClock = field(default_factory=DeviceClock)
    up_to: int | None = None
    owed: int | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """What follows from one message.

    Attributes:
        session: the session if all goes well.
        replies: said at once, in order.
        records: to be written, all or none acknowledged.
        receipt: said when the records stand in Kafka.
        otherwise: said when they do not; `lost` is then the session.
        refusals: to be counted for the unit's room.
        close: close the connection after the replies.
    """

    session: UnitSession
    replies: tuple[Answer, ...] = ()
    records: tuple[Outgoing, ...] = ()
    receipt: Answer | None = None
    otherwise: Later | None = None
    lost: UnitSession | None = None
    refusals: tuple[Refusal, ...] = ()
    close: Close | None = None


def take(session: UnitSession, message: str | bytes, received_at: datetime, authenticate: Authenticate) -> Step:
    """One message of the unit; nothing it holds raises out of here."""
    try:
        raw = _parsed(message)
        kind = raw.get("type")
        if kind == "hello":
            return _hello(session, raw, received_at, authenticate)
        if session.account is None:
            raise refuse(kind, "hello_first", "type", "hello, with token, unit and boot, as the first message")
        if kind == "fixes":
            return _fixes(session, raw, received_at)
        if kind == "command":
            return _command(session, session.account, raw, received_at)
        raise refuse(kind, "unknown_type", "type", "hello, fixes or command")
    except Refused as refused:
        return Step(session, replies=(error_of(refused.refusal),), refusals=(refused.refusal,))


def _parsed(message: str | bytes) -> Mapping[str, Any]:
    if isinstance(message, bytes):
        raise refuse(message, "binary", "", "text messages of JSON")
    size = len(message.encode(errors="surrogatepass"))
    if size > MAX_BYTES:
        raise Refused(Refusal("too_large", "", f"a message of at most {MAX_BYTES} bytes", f"{size} bytes"))
    try:
        raw = orjson.loads(message)
    except orjson.JSONDecodeError as error:
        raw = _parsed_with_nan(message, str(error))
    if not isinstance(raw, Mapping):
        raise refuse(raw, "type", "", "a JSON object with a type")
    return raw


def _parsed_with_nan(message: str, why: str) -> Any:
    """Read what JSON forbids but many senders write, NaN, so that one bad number refuses its own fix only."""
    try:
        raw = json.loads(message)
        json.dumps(raw, ensure_ascii=False).encode()  # half a surrogate pair is no text and goes into no record
    except (ValueError, RecursionError):
        raise Refused(Refusal("malformed", "", "JSON", why[:200])) from None
    return raw


def _hello(session: UnitSession, raw: Mapping[str, Any], received_at: datetime, authenticate: Authenticate) -> Step:
    if session.account is not None:
        raise refuse(raw["type"], "hello_twice", "type", "one hello on a connection")
    token = raw.get("token")
    account = authenticate(token) if isinstance(token, str) else None
    if account is None or account.unit is None:
        got = "nothing" if token is None else "another role's" if account else "one that is unknown or was removed"
        refusal = Refusal("token", "token", "the token of a unit's account", got)
        return Step(session, replies=(error_of(refusal),), close=Close(4401, f"token: {got}"))
    check_unit(raw, account)
    boot = raw.get("boot")
    if not isinstance(boot, str) or not 0 < len(boot) <= 100:
        raise refuse(boot, "missing" if boot is None else "type", "boot", "1 to 100 signs that name this run")
    mode = raw.get("mode", account.mode)
    if mode not in (account.mode, "exercise", "test"):
        raise refuse(mode, "mode", "mode", f"exercise, test or the account's own, {account.mode}")
    welcome = Welcome(
        unit=account.unit, room=account.rooms[0], mode=mode, server_at=received_at,
        max_fixes=MAX_FIXES, max_bytes=MAX_BYTES,
    )  # fmt: skip
    return Step(UnitSession(account=account, boot=boot, mode=mode), replies=(welcome,))


def _fixes(session: UnitSession, raw: Mapping[str, Any], received_at: datetime) -> Step:
    account = session.account
    if account is None:
        raise AssertionError
    check_unit(raw, account)
    fixes = raw.get("fixes")
    if not isinstance(fixes, list) or not 0 < len(fixes) <= MAX_FIXES:
        code = "missing" if fixes is None else "too_many" if isinstance(fixes, list) and fixes else "type"
        raise refuse(fixes, code, "fixes", f"a list of 1 to {MAX_FIXES} fixes")
    sent_at = read_instant(raw, "sent_at")
    clock = session.clock.heard(sent_at, received_at)
    read = _without_strays([read_reading(fix, account) for fix in fixes], sent_at)
    readings = [reading for reading in read if isinstance(reading, Reading)]
    if readings:
        clock = clock.not_in_future(max(reading.device_at for reading in readings), received_at)
    session = replace(session, clock=clock)
    return _fixes_step(session, read, readings, received_at)


def _without_strays(read: list[Reading | Refusal], sent_at: datetime) -> list[Reading | Refusal]:
    """Refuse fixes that are later than their own message, unless all are: those come from a clock of their own."""
    latest = sent_at + timedelta(seconds=FUTURE_S)
    if all(found.device_at > latest for found in read if isinstance(found, Reading)):
        return read
    return [
        Refusal("time", "t", f"a time not after sent_at, {sent_at.isoformat()}", found.device_at.isoformat(), found.n)
        if isinstance(found, Reading) and found.device_at > latest
        else found
        for found in read
    ]


def _fixes_step(
    session: UnitSession, read: list[Reading | Refusal], readings: list[Reading], received_at: datetime
) -> Step:
    numbers = [found.n for found in read if found.n is not None]
    if session.owed is not None and numbers and min(numbers) > session.owed:
        later = Later(reason="an earlier fix is not stored yet", retry_after_s=RETRY_AFTER_S, from_n=session.owed)
        return Step(session, replies=(later,))
    refused = tuple(
        FixRefused(n=found.n, index=i, code=found.code, field=found.field, expected=found.expected, got=found.got)
        for i, found in enumerate(read)
        if isinstance(found, Refusal)
    )
    known = [number for number in (session.up_to, *numbers) if number is not None]
    done = replace(session, up_to=max(known, default=None), owed=None)
    accepted = Accepted(
        up_to=done.up_to, count=len(readings), refused=len(refused), clock_offset_s=session.clock.offset_s
    )
    if not readings:
        return Step(done, replies=(*refused, accepted), refusals=_refusals(read))
    first = min(numbers) if session.owed is None else min(*numbers, session.owed)
    return Step(
        done,
        replies=refused,
        records=tuple(_outgoing(session, reading, received_at) for reading in readings),
        receipt=accepted,
        otherwise=Later(reason="Kafka is away", retry_after_s=RETRY_AFTER_S, from_n=first),
        lost=replace(session, owed=first),
        refusals=_refusals(read),
    )


def _outgoing(session: UnitSession, reading: Reading, received_at: datetime) -> Outgoing:
    if session.account is None:
        raise AssertionError
    fix = fix_of(
        reading, session.account, boot=session.boot, counted=True, door=DOOR, mode=session.mode,
        offset_s=session.clock.offset_s, received_at=received_at,
    )  # fmt: skip
    return Outgoing(POSITIONS.name, fix.unit, fix)


def _refusals(read: list[Reading | Refusal]) -> tuple[Refusal, ...]:
    return tuple(found for found in read if isinstance(found, Refusal))


def _command(session: UnitSession, account: AccountEntry, raw: Mapping[str, Any], received_at: datetime) -> Step:
    identity = raw.get("id")
    if not isinstance(identity, str) or not 0 < len(identity) <= 200:
        raise refuse(identity, "missing" if identity is None else "type", "id", "1 to 200 signs, new for each command")
    try:
        clock = session.clock.heard(read_instant(raw, "sent_at"), received_at)
        outgoing = read_command(
            raw, account, identity=identity, mode=session.mode, offset_s=clock.offset_s, received_at=received_at
        )
    except Refused as refused:
        code = refused.refusal.code
        return Step(session, replies=(CommandAnswer(id=identity, accepted=False, code=code, reason=str(refused)),))
    session = replace(session, clock=clock)
    return Step(
        session,
        records=(outgoing,),
        receipt=CommandAnswer(id=identity, accepted=True, clock_offset_s=clock.offset_s),
        otherwise=Later(reason="Kafka is away", retry_after_s=RETRY_AFTER_S, id=identity),
        lost=session,
    )
