from datetime import UTC, datetime, timedelta

from msgspec.structs import replace

from senningen.demo import CASE_PREFIX, Played, Rung
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
