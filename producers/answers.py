"""What a door says to a unit on the websocket, message by message; in words in docs/units.md."""

from typing import Literal

import msgspec
from msgspec import Struct

from producers.reading import Refusal
from streams.records import Instant, Mode

__all__ = ["Accepted", "Answer", "CommandAnswer", "ErrorAnswer", "FixRefused", "Later", "Welcome", "error_of"]


class Welcome(Struct, frozen=True, kw_only=True, tag="welcome"):
    """Signed in: who the door knows you as, and what one message may hold."""

    unit: str
    room: str
    mode: Mode
    server_at: Instant
    max_fixes: int
    max_bytes: int


class Accepted(Struct, frozen=True, kw_only=True, tag="accepted"):
    """A `fixes` message is settled: what was not refused by number stands in Kafka.

    `up_to` is the greatest number settled on this connection. Every fix sent on it with a number up to there is
    settled, stored or refused, and need not be sent again. None: no number could be read yet.
    """

    up_to: int | None
    count: int
    """Fixes of this message that were stored."""
    refused: int
    """Fixes of this message that were refused; each was told before."""
    clock_offset_s: float
    """Seconds this unit's clock is behind ours (ahead: negative), as corrected; 0: trusted."""


class FixRefused(Struct, frozen=True, kw_only=True, tag="refused"):
    """One fix was refused; the others of its message are taken all the same. Sending it again will not help."""

    n: int | None
    """Its number, where that could be read."""
    index: int
    """Its place in the message's list, from 0."""
    code: str
    field: str
    expected: str
    got: str


class CommandAnswer(Struct, frozen=True, kw_only=True, tag="answer"):
    """A command stands in Kafka (its effect is decided there), or was refused here and changed nothing."""

    id: str
    accepted: bool
    code: str = ""
    reason: str = ""
    clock_offset_s: float = 0.0


class Later(Struct, frozen=True, kw_only=True, tag="later"):
    """Not now: keep it and send it again. For a `fixes` message `from_n`, for a command `id` says what."""

    reason: str
    retry_after_s: float
    from_n: int | None = None
    """Send again from this number on; what comes after it is answered `later` too until it does."""
    id: str | None = None


class ErrorAnswer(Struct, frozen=True, kw_only=True, tag="error"):
    """The message as a whole was not taken. The connection lives on, unless it is closed with a reason."""

    code: str
    field: str
    expected: str
    got: str


Answer = Welcome | Accepted | FixRefused | CommandAnswer | Later | ErrorAnswer

CloseCode = Literal[1001, 4401, 4403, 4408]
"""1001 the door closes; 4401 token missing, unknown or no unit's; 4403 account removed or changed; 4408 no hello."""


def error_of(refusal: Refusal) -> ErrorAnswer:
    """The refusal of a whole message, as the unit reads it."""
    return ErrorAnswer(code=refusal.code, field=refusal.field, expected=refusal.expected, got=refusal.got)


def encode_answer(answer: Answer) -> str:
    """The answer as the text of one websocket message."""
    return msgspec.json.encode(answer).decode()


def decode_answer(text: str | bytes) -> Answer:
    """Read a door's message, as a unit does.

    Raises:
        msgspec.DecodeError: the text is none of ours.
    """
    answer: Answer = msgspec.json.decode(text, type=Answer)
    return answer
