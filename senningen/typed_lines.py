"""Commands typed at a console in the terminal: each line is checked, sent, and answered where it was typed."""

import asyncio
import sys
import threading
from collections.abc import Callable, Iterator, Sequence, ValuesView
from contextlib import suppress
from datetime import UTC, datetime
from functools import partial
from typing import TextIO
from uuid import uuid4

from consumers.console_client import ConsoleClient
from consumers.language import say as in_language
from consumers.one_line import on_one_line
from consumers.reader import Near, Rooms, no_room, nowhere
from consumers.typed_error import TypedOrderError
from consumers.typed_order import help_lines, typed_order
from consumers.typed_read_out import HELP, WORD, typed_read_out
from consumers.wording_answer import gateway_refusal_text
from streams.console import CommandAnswer
from streams.records import Alert, AlertRecord, InboxRecord, Mode, PursuitRecord

__all__ = ["follow_typed", "known_cases"]

_HELP = ("help", "?")
Say = Callable[[str], None]


async def follow_typed(
    client: ConsoleClient,
    room: str,
    say: Say,
    source: TextIO | None = None,
    *,
    language: str = "en",
    near: Near = nowhere,
    known: Rooms = no_room,
) -> None:
    """Take lines from the keyboard until it is closed; each is sent on its own, so that none waits for another.

    A read-out card is not sent but shown, from what this console holds: also while the link is down.

    Args:
        client: the console that sends.
        room: for which it speaks.
        say: shows a line.
        source: where lines come from; the keyboard if None.
        language: of who types: of answers, and of a read-out card.
        near: the town by which a position is read out.
        known: what the directory has of a room.
    """
    lines = _lines(source or sys.stdin)
    cards = partial(typed_read_out, language=language, near=near, known=known)
    sending: set[asyncio.Task[None]] = set()
    while (line := await lines.get()) is not None:
        if line.strip() in _HELP:
            for one in (*help_lines(), HELP):
                say(one)
        elif line.split()[:1] == [WORD]:
            held = client.state.held.get(room, {}).values()
            _read_out(partial(cards, line, held), say, language)
        elif line.strip():
            task = asyncio.create_task(_send(client, room, line, say, language))
            sending.add(task)
            task.add_done_callback(sending.discard)
    await asyncio.gather(*sending)


def _lines(source: TextIO) -> asyncio.Queue[str | None]:
    """The lines as they are typed, then None; read beside the loop, for a keyboard cannot be waited for in it."""
    queue: asyncio.Queue[str | None] = asyncio.Queue()
    loop = asyncio.get_running_loop()

    def read() -> None:
        with suppress(RuntimeError):  # the loop is closed: nobody listens any more
            for line in _until_closed(source):
                loop.call_soon_threadsafe(queue.put_nowait, line)

    threading.Thread(target=read, name="keyboard", daemon=True).start()
    return queue


def _until_closed(source: TextIO) -> Iterator[str | None]:
    yield from iter(source.readline, "")
    yield None


def _read_out(card: Callable[[], Sequence[str]], say: Say, language: str) -> None:
    try:
        for one in card():
            say(on_one_line(one))
    except TypedOrderError as error:
        say(f"? {error.said(language)}")


async def _send(client: ConsoleClient, room: str, line: str, say: Say, language: str) -> None:
    alerts, modes = known_cases(client.state.held.get(room, {}).values())
    try:
        command = typed_order(
            line, room=room, alerts=alerts, modes=modes, now=datetime.now(UTC), new_id=f"typed-{uuid4().hex[:12]}"
        )
    except TypedOrderError as error:
        say(f"? {error.said(language)}")
        return
    say(on_one_line(_answered(command.id, await client.command(command), language)))


def _answered(identity: str, answer: CommandAnswer, language: str) -> str:
    """What the gateway says of it; whether the pursuit does it comes by the inbox."""
    if answer.accepted:
        return f"> {in_language(language, 'typed-sent', command=identity)}"
    reason = gateway_refusal_text(answer, language)
    return f"? {in_language(language, 'typed-refused', command=identity, reason=reason)}"


def known_cases(held: ValuesView[InboxRecord]) -> tuple[dict[str, Alert], dict[str, Mode]]:
    """The alerts of a room's inbox by case, and the modes of all cases it knows of."""
    alerts = {record.alert.case: record.alert for record in held if isinstance(record, AlertRecord)}
    of_views: dict[str, Mode] = {record.case: record.mode for record in held if isinstance(record, PursuitRecord)}
    return alerts, {case: alert.mode for case, alert in alerts.items()} | of_views
