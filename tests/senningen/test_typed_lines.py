"""Lines typed at a terminal: sent one by one, refused where they are no commands, answered by the gateway."""

import asyncio
import io
from datetime import UTC, datetime

from consumers.console_client import ConsoleClient
from consumers.reader import Rooms, no_room
from senningen.typed_lines import follow_typed, known_cases
from streams.console import Command, CommandAnswer
from streams.records import Alert, AlertRecord, InboxRecord, PursuitRecord
from tests.consumers.known_records import known_room
from tests.consumers.records import LEAD

ROOM, CASE = "NL/MK-MAASTRICHT", "BE/2026-1"
AT = datetime(2026, 1, 1, tzinfo=UTC)
ALERT = Alert(
    id=f"{CASE}|{ROOM}", case=CASE, room=ROOM, revision=3, phase="entered", priority=1, code="entered", mode="exercise",
    home="BE", leading_room="BE/CIC-LIEGE", opened_at=AT, opened_by="BE/LIE-21", raised_at=AT,
)  # fmt: skip
HELD: dict[str, InboxRecord] = {"key": AlertRecord(alert=ALERT)}


class Desk(ConsoleClient):
    """A console that keeps what it is told to send."""

    def __init__(self, answer: CommandAnswer, held: dict[str, InboxRecord]) -> None:
        super().__init__("ws://127.0.0.1:9/console", "token", rooms=(ROOM,))
        self.state.held[ROOM] = held
        self.sent: list[Command] = []
        self._says = answer

    async def command(self, command: Command) -> CommandAnswer:
        self.sent.append(command)
        return self._says


def typed(
    lines: str,
    answer: CommandAnswer | None = None,
    *,
    held: dict[str, InboxRecord] = HELD,
    language: str = "en",
    known: Rooms = no_room,
) -> tuple[list[Command], list[str]]:
    """What these lines send, and what is shown."""
    desk, shown = Desk(answer or CommandAnswer(id="x", accepted=True), held), list[str]()
    asyncio.run(follow_typed(desk, ROOM, shown.append, io.StringIO(lines), language=language, known=known))
    return desk.sent, shown


def test_a_line_is_sent_and_the_answer_shown() -> None:
    sent, shown = typed(f"acknowledge {CASE}\n\n")
    assert [(command.command, command.revision, command.mode) for command in sent] == [("acknowledge", 3, "exercise")]
    assert shown == [f"> {sent[0].id} sent"]


def test_what_is_no_command_is_not_sent() -> None:
    sent, shown = typed("dance BE/1\n")
    assert sent == []
    assert shown[0].startswith("? expected one of acknowledge")


def test_a_refusal_of_the_gateway_is_shown() -> None:
    _, shown = typed(f"take_lead {CASE}", CommandAnswer(id="x", accepted=False, code="not_allowed", reason="no"))
    assert shown[0].endswith("not_allowed: no")


def test_answers_are_in_the_language_of_who_types() -> None:
    sent, shown = typed(f"acknowledge {CASE}\n", language="nl")
    assert shown == [f"> {sent[0].id} verzonden"]
    _, shown = typed(f"shelve {CASE} minutes=lang reason=x\n", language="fr")
    assert shown == ["? minutes\u00a0: attendu un nombre, reçu lang"]
    away = CommandAnswer(id="x", accepted=False, code="kafka_away", reason="no broker")
    sent, shown = typed(f"acknowledge {CASE}\n", away, language="de")
    said = f"{sent[0].id} nicht weitergeleitet: der Server erreicht seine Daten nicht"
    assert shown == [f"? {said}"]


def test_help_lists_the_commands() -> None:
    _, shown = typed("help\n")
    assert "acknowledge CASE" in shown


def test_a_read_out_card_is_shown_and_nothing_is_sent() -> None:
    view = PursuitRecord(
        recipient=ROOM, case=CASE, event=1, mode="exercise", phase="open", leading_room=ROOM, opened_at=AT,
        opened_by="BE/LIE-21", purpose="", units=(), alerted=(),
    )  # fmt: skip
    sent, shown = typed(f"read_out {CASE} BE/CIC-LIEGE languages=fr\n", held={"view": view, **HELD}, language="nl")
    assert sent == []
    assert shown[0] == "[nl] Bel BE/CIC-LIEGE: het nummer is hier niet bekend."
    assert any(line.startswith("[fr] ") for line in shown)
    _, shown = typed(f"read_out {CASE} {LEAD}\n", held={"view": view, **HELD}, known=known_room)
    assert shown[0] == "[en] Call CIC Liège: +32 4 340."


def test_a_card_that_cannot_be_read_out_says_why() -> None:
    sent, shown = typed(f"read_out {CASE} BE/CIC-LIEGE\n")
    assert sent == []
    assert shown == [f"? read_out: expected a pursuit that this room may see: -; got {CASE}"]


def test_help_names_the_read_out_card() -> None:
    _, shown = typed("?\n")
    assert shown[-1].startswith("read_out CASE ROOM ")


def test_each_line_has_an_id_of_its_own() -> None:
    sent, _ = typed(f"take_lead {CASE}\ntake_lead {CASE}\n")
    assert len({command.id for command in sent}) == 2


def test_the_cases_that_a_room_knows() -> None:
    assert known_cases(HELD.values()) == ({CASE: ALERT}, {CASE: "exercise"})


def test_what_others_wrote_is_shown_without_what_a_terminal_obeys() -> None:
    _, shown = typed(f"take_lead {CASE}", CommandAnswer(id="x", accepted=False, code="odd", reason="no\x1b[2J\nway"))
    assert shown[0].endswith("odd: no[2J / way")
