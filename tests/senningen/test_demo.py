from datetime import UTC, datetime, timedelta
from pathlib import Path

import msgspec
import pytest
from msgspec.structs import replace
from websockets.asyncio.server import ServerConnection, serve

from senningen.demo import CASE_PREFIX, CAST, ChaseError, Played, Rung, play_chase
from senningen.settings import load_settings
from senningen.stack import Stack
from senningen.supervise import Supervisor
from streams.console import Goodbye
from streams.records import Alert, Crossing

AT = datetime(2026, 1, 1, tzinfo=UTC)
CASE = f"{CASE_PREFIX}1"
CROSSING = Crossing(
    id="x", unit="BE/LIE-21", left=("BE",), entered=("NL",), at=AT, not_before=AT, not_after=AT, lat=50.76, lon=5.73,
    status="confirmed", received_at=AT,
)  # fmt: skip
ALERT = Alert(
    id=f"{CASE}|NL/MK-MAASTRICHT", case=CASE, room="NL/MK-MAASTRICHT", revision=1, phase="entered", priority=1,
    code="entered", mode="exercise", home="BE", leading_room="BE/CIC-LIEGE", opened_at=AT, opened_by="BE/LIE-21",
    raised_at=AT, crossing=CROSSING, territory_from=("BE",), territory_to=("NL",),
)  # fmt: skip


def _rung(alert: Alert, room: str = "NL/MK-MAASTRICHT") -> Rung:
    return Rung(room, alert, AT + timedelta(milliseconds=80))


async def test_the_time_from_fix_to_console_is_said_with_the_first_ring() -> None:
    lines: list[str] = []
    played = Played(CASE, lines.append)
    played.hear(_rung(ALERT))
    assert "[fix to console 80 ms]" in lines[0]
    assert "EXERCISE" in lines[0]
    assert played.neighbour_rang.result().alert == ALERT


async def test_another_pursuit_is_not_this_chase() -> None:
    lines: list[str] = []
    played = Played(CASE, lines.append)
    played.hear(_rung(replace(ALERT, case="BE/OTHER")))
    assert lines == []
    assert not played.neighbour_rang.done()


async def test_the_leading_rooms_card_is_not_the_neighbours_ring() -> None:
    played = Played(CASE, lambda _line: None)
    own = replace(ALERT, room="BE/CIC-LIEGE", phase="departed", priority=3)
    played.hear(_rung(own, "BE/CIC-LIEGE"))
    assert not played.neighbour_rang.done()


def test_an_alert_without_a_crossing_has_no_such_time() -> None:
    assert _rung(replace(ALERT, crossing=None)).fix_to_console_s is None


async def _turned_away(console: ServerConnection) -> None:
    await console.recv()
    await console.send(msgspec.json.encode(Goodbye(code="unknown_token", reason="a token of no account")).decode())


async def test_a_chase_that_is_turned_away_says_why_in_one_line(tmp_path: Path) -> None:
    async with serve(_turned_away, "127.0.0.1", 0) as server:
        port = str(next(iter(server.sockets)).getsockname()[1])
        settings = load_settings(
            {"SENNINGEN_FOLDER": str(tmp_path), "SENNINGEN_GATEWAY_PORT": port, "SENNINGEN_DOORS_PORT": port}
        )
        stack = Stack(settings, Supervisor([], logs=tmp_path, environment={}, say=lambda _line: None))
        tokens = dict.fromkeys(CAST, "token")
        with pytest.raises(ChaseError, match=r"^the chase broke off: a token of no account$"):
            await play_chase(stack, tokens, Played(CASE, lambda _line: None))
