"""What a gateway cannot take: a frame or message that does not fit, told as expected, got and where."""

import re

import msgspec

from streams.console import CommandAnswer, ConsoleMessage, ErrorMessage
from streams.expected import in_words
from streams.records import Key

__all__ = ["MOST_FRAME_BYTES", "Refusal", "command_in", "read_message"]

MOST_FRAME_BYTES = 64 * 1024
"""No message of a console needs more."""

_WHERE = re.compile(r"^(?P<what>.*?)(?: - at `\$\.?(?P<where>.*)`)?$", re.DOTALL)
_EXPECTED = re.compile(r"^Expected (?P<expected>.*?)(?:, got (?P<got>.*))?$", re.DOTALL)
_MISSING = re.compile(r"^Object missing required field `(?P<field>.*)`$")
_SHOWN = 120


class Refusal(Exception):  # noqa: N818 - it is an answer, not an error
    """A message the gateway does not take; becomes an ErrorMessage, or the answer to the command that it was."""

    def __init__(self, *, code: str, where: str, expected: str, got: object) -> None:
        super().__init__(f"{where}: expected {expected}, got {got}")
        self.code, self.where, self.expected, self.got = code, where, expected, str(got)[:_SHOWN]

    def message(self) -> ErrorMessage:
        """As the console is told."""
        return ErrorMessage(code=self.code, field=self.where, expected=self.expected, got=self.got)

    def answer(self, command: str, code: str = "") -> CommandAnswer:
        """As the console that sent this command is told, so that it does not wait for an answer."""
        return CommandAnswer(id=command, accepted=False, code=code or self.code, reason=str(self))


class _Head(msgspec.Struct):
    """As much of a message as names a command."""

    type: str = ""
    id: Key = ""


def command_in(frame: str | bytes) -> str | None:
    """The id of a command that cannot be taken, where at least that can be read."""
    if isinstance(frame, bytes) or len(frame) > MOST_FRAME_BYTES:
        return None
    try:
        head = msgspec.json.decode(frame.encode(errors="replace"), type=_Head)
    except (msgspec.DecodeError, RecursionError):
        return None
    return head.id if head.type == "command" and head.id else None


def read_message(frame: str | bytes) -> ConsoleMessage:
    """The message in a frame.

    Raises:
        Refusal: a binary frame, one that is too long, no JSON, an unknown type, or a field that does not fit.
    """
    if isinstance(frame, bytes):
        raise Refusal(
            code="binary",
            where="",
            expected="a text frame with one JSON message",
            got=f"a binary frame of {len(frame)} bytes",
        )
    data = frame.encode(errors="replace")
    if len(data) > MOST_FRAME_BYTES:
        raise Refusal(code="too_long", where="", expected=f"at most {MOST_FRAME_BYTES} bytes", got=f"{len(data)} bytes")
    try:
        message: ConsoleMessage = msgspec.json.decode(data, type=ConsoleMessage)
    except msgspec.ValidationError as error:
        raise _misfit(in_words(str(error)), frame) from error
    except (msgspec.DecodeError, RecursionError) as error:
        raise Refusal(code="malformed", where="", expected="JSON", got=f"{frame[:_SHOWN]} ({error})") from error
    return message


def _misfit(error: str, frame: str) -> Refusal:
    """The reader's complaint in our words: which field, what was expected, what came."""
    parts = _WHERE.match(error)
    what, where = (parts["what"], parts["where"] or "") if parts else (error, "")
    missing, expected = _MISSING.match(what), _EXPECTED.match(what)
    if missing:
        field = f"{where}.{missing['field']}".lstrip(".")
        return Refusal(code="missing", where=field, expected=f"the field {missing['field']}", got="none")
    if expected:
        return Refusal(
            code="wrong_field", where=where, expected=expected["expected"], got=expected["got"] or _came(frame, where)
        )
    return Refusal(
        code="wrong_field", where=where, expected="one of the known values", got=what.removeprefix("Invalid ")
    )


def _came(frame: str, where: str) -> str:
    """What stood at a path such as rooms[0] or places[...]; the frame's beginning where the path does not tell."""
    value = msgspec.json.decode(frame)
    try:
        for step in re.findall(r"[^.\[\]]+", where):
            value = value[int(step)] if isinstance(value, list) else value[step]
    except (KeyError, ValueError, IndexError, TypeError):
        return frame[:_SHOWN]
    return str(value)[:_SHOWN]
