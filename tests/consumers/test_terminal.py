from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest

from consumers.console_client import Linked, Lost
from consumers.console_state import ConsoleState, Fresh, How, Received, Removed, Resumed
from consumers.terminal import Line, Terminal, latency_s, rings
from streams.console import DesksMessage, ErrorMessage, Goodbye, Heartbeat, RoomDesks, RoomInfo, TrailsMessage, Welcome
from streams.records import Account, Acknowledgement, Alarm, ByHand, InboxRecord, Shelved
from tests.consumers.known_records import DESK, full_pursuit, request
from tests.consumers.records import NOON, alert, alert_record, approach, crossing, key_of, visibility
from tests.consumers.test_wording import PURSUIT, SILENT

ROOM = "NL/ROOM"
NOW = NOON + timedelta(seconds=3)
SHELVED = Shelved(by=DESK, at=NOON, until=NOON, reason="known")
OWNED = Acknowledgement(by=Account(name="jansen", role="operator", state="NL"), revision=1, at=NOON)


def received(record: InboxRecord, how: How = "live") -> Received:
    return Received(ROOM, key_of(record), record, NOON, how)


def terminal(*held: InboxRecord) -> Terminal:
    state = ConsoleState()
    state.held[ROOM] = {key_of(record): record for record in held}
    return Terminal(state)


def test_an_alert_is_a_line_with_its_age_and_the_bell() -> None:
    (line,) = terminal().lines(received(alert_record(ROOM)), NOW)
    assert line.text.startswith("EXERCISE P1 ENTERED NL")
    assert line.text.endswith("[2.0 s after the fix]")
    assert line.bell


def test_an_alert_that_was_missed_says_when_it_was_written() -> None:
    (line,) = terminal().lines(received(alert_record(ROOM), "resumed"), NOON + timedelta(minutes=3))
    assert line.text.endswith("[written 3 min ago]")


def test_the_bell_rings_once_for_a_revision_that_rings_and_again_after_a_rise() -> None:
    shown = terminal()
    revisions = (
        alert_record(ROOM, revision=1, phase="approaching", priority=2),
        alert_record(ROOM, revision=2, rang_revision=2),
        alert_record(ROOM, revision=3, rang_revision=2),
        alert_record(ROOM, revision=4, rang_revision=2, acknowledged=OWNED),
        alert_record(ROOM, revision=5, rang_revision=5),
        alert_record(ROOM, revision=6, rang_revision=5, phase="left", priority=3),
        alert_record(ROOM, revision=7, rang_revision=5, phase="withdrawn", priority=3),
    )
    assert [shown.lines(received(record), NOW)[0].bell for record in revisions] == [
        True, True, False, False, True, False, False,
    ]  # fmt: skip


def test_a_pre_alert_rings_once_then_its_entry_rings_again_and_turning_away_is_quiet() -> None:
    shown = terminal()
    waits: dict[str, Any] = {"phase": "approaching", "priority": 2, "crossing": None}
    gone: dict[str, Any] = {
        "phase": "withdrawn",
        "priority": 3,
        "crossing": None,
        "approach": approach(outcome="withdrawn"),
    }
    revisions = (
        alert_record(ROOM, **waits, approach=approach()),
        alert_record(ROOM, revision=2, **waits, approach=approach(eta=NOON + timedelta(seconds=9))),
        alert_record(ROOM, revision=3, **gone),
        alert_record(ROOM, revision=4, rang_revision=4, **waits, approach=approach()),
        alert_record(ROOM, revision=5, rang_revision=5),
    )
    lines = [shown.lines(received(record), NOW)[0] for record in revisions]
    assert [line.bell for line in lines] == [True, False, False, True, True]
    assert "expected at 12:00:00Z" in lines[0].text
    assert "expected at 12:00:09Z" in lines[1].text
    assert "NO LONGER EXPECTED" in lines[2].text
    assert "after the fix" not in lines[3].text


def test_that_nobody_hears_a_unit_is_a_line_without_the_bell_and_so_is_that_it_is_back() -> None:
    shown = terminal()
    revisions = (
        alert_record(ROOM),
        alert_record(ROOM, revision=2, units=(SILENT,)),
        alert_record(ROOM, revision=3),
    )
    lines = [shown.lines(received(record), NOW)[0] for record in revisions]
    assert [line.bell for line in lines] == [True, False, False]
    assert ["NO POSITION of BE/LIE-21 since 11:59:40Z" in line.text for line in lines] == [False, True, False]


def test_a_possible_crossing_is_told_as_such_then_confirmed_or_withdrawn_without_the_bell() -> None:
    shown = terminal()
    revisions = (
        alert_record(ROOM, crossing=crossing(status="possible")),
        alert_record(ROOM, revision=2),
        alert_record(ROOM, revision=3, phase="withdrawn", priority=3, crossing=crossing(status="withdrawn")),
    )
    possible, confirmed, withdrawn = (shown.lines(received(record), NOW)[0] for record in revisions)
    assert "(possible, not confirmed)" in possible.text
    assert "possible" not in confirmed.text
    assert "WITHDRAWN: IT DID NOT HAPPEN" in withdrawn.text
    assert "NOT ACKNOWLEDGED" in withdrawn.text
    assert [line.bell for line in (possible, confirmed, withdrawn)] == [True, False, False]


def test_only_an_alarm_that_nobody_owns_calls_for_a_person() -> None:
    assert rings(alert(ROOM))
    assert rings(alert(ROOM, phase="approaching", priority=2))
    assert not rings(alert(ROOM, phase="approaching", priority=2, acknowledged=OWNED))
    assert not rings(alert(ROOM, acknowledged=OWNED))
    assert not rings(alert(ROOM, phase="cleared"))
    assert rings(alert(ROOM, priority=2)), "the next room inside the state"
    assert rings(alert(ROOM, phase="warned", priority=2)), "warned by hand"
    assert not rings(alert(ROOM, priority=3))
    assert not rings(alert(ROOM, phase="departed", priority=2))
    for phase in ("departed", "left"):
        assert rings(alert(ROOM, phase=phase, fault="broken")), "act by telephone"
    assert not rings(alert(ROOM, phase="cleared", fault="broken"))


def test_the_latency_is_from_the_doors_receipt_of_the_fix() -> None:
    assert latency_s(alert(ROOM), NOW) == 2.0
    assert latency_s(alert(ROOM, crossing=None), NOW) is None


def test_a_view_of_a_pursuit_is_shown_only_when_its_words_change() -> None:
    shown = terminal()
    assert len(shown.lines(received(PURSUIT), NOW)) == 1
    assert shown.lines(received(PURSUIT), NOW) == []


def test_what_is_known_of_a_pursuit_is_a_line_each_and_again_only_when_it_changes() -> None:
    shown = terminal()
    lines = [line.text for line in shown.lines(received(full_pursuit()), NOW)]
    assert len(lines) == 10
    assert all(line.startswith("EXERCISE ") for line in lines)
    assert "EXERCISE   BE/P-1 DANGER: armed (crew, LIE-21, 12:00:00Z)" in lines
    assert shown.lines(received(full_pursuit()), NOW) == []
    answered = full_pursuit(event=10, requests=(request(state="refused", answered_by=DESK, reason="no car"),))
    (line,) = shown.lines(received(answered), NOW)
    assert "TAKE OVER the pursuit" in line.text
    assert "REFUSED by jansen (desk 3)" in line.text


def test_a_terminal_speaks_the_language_it_was_asked_to() -> None:
    shown = Terminal(ConsoleState(), "fr")
    (line,) = shown.lines(received(alert_record(ROOM)), NOW)
    assert line.text.startswith("EXERCICE P1 ENTR\u00c9E SUR LE TERRITOIRE NL  ")
    assert line.text.endswith("[2,0 s apr\u00e8s la position]")
    (lost,) = shown.lines(Lost("gone", 0.4), NOW)
    assert lost.text.startswith("LIAISON PERDUE\u00a0: gone\u00a0; nouveaux essais")
    proved = [one.text for one in shown.lines(received(full_pursuit()), NOW)]
    assert any("AVIS \u00c0 NL/ROOM\u00a0: \u00c0 TEMPS, 40,0 s avant le franchissement" in text for text in proved)


@pytest.mark.parametrize(("changes", "calls"), [({}, True), ({"shelved": SHELVED}, False)])
def test_what_a_person_has_put_aside_is_quiet(changes: dict[str, Any], calls: bool) -> None:
    assert rings(alert(ROOM, phase="approaching", priority=2, **changes)) == calls


def test_an_alarm_calls_in_every_phase_but_the_last() -> None:
    over = Alarm(code="limit_exceeded", at=NOON, revision=1)
    assert rings(alert(ROOM, phase="left", alarms=(over,)))
    assert rings(alert(ROOM, phase="left", priority=2, alarms=(over,))), "asked for something"
    assert not rings(alert(ROOM, phase="left", priority=3, alarms=(over,)))
    assert not rings(alert(ROOM, phase="cleared", alarms=(over,)))


def test_what_the_server_no_longer_holds_is_said() -> None:
    (line,) = terminal().lines(Removed(ROOM, "k", alert_record(ROOM)), NOW)
    assert line.text.startswith("EXERCISE P1")
    assert line.text.endswith("NO LONGER HELD BY THE SERVER")


def test_of_a_pursuit_that_may_not_be_seen_any_more_nothing_is_repeated_or_kept() -> None:
    shown, pursuit = terminal(), full_pursuit()
    key = key_of(pursuit)
    said = [line.text for line in shown.lines(received(pursuit), NOW)]
    (line,) = shown.lines(Removed(ROOM, key, pursuit), NOW)
    assert line.text == f"EXERCISE   {pursuit.case} NO LONGER HELD BY THE SERVER"
    assert [again.text for again in shown.lines(received(pursuit), NOW)] == said, "seen again it is told anew"
    shown.lines(Removed(ROOM, key[:-1], pursuit), NOW)
    assert shown.lines(received(pursuit), NOW) == [], "of a case whose number begins alike nothing is forgotten"


def test_link_lines_name_the_modes_of_what_is_open() -> None:
    lost = Lost("silent", 0.4)
    assert terminal().lines(lost, NOW) == [Line("LINK LOST: silent; trying again until it is back, first in 0.4 s")]
    assert terminal(alert_record(ROOM)).lines(lost, NOW)[0].text.startswith("EXERCISE LINK LOST")
    assert terminal(PURSUIT).lines(lost, NOW)[0].text.startswith("EXERCISE LINK LOST")
    closed = alert_record(ROOM, phase="cleared"), visibility(ROOM)
    assert terminal(*closed).lines(lost, NOW)[0].text.startswith("LINK LOST")


def test_the_link_says_who_is_connected_what_was_resumed_and_what_was_not() -> None:
    room = RoomInfo(id=ROOM, name="Meldkamer", state="NL", languages=("nl",))
    welcome = Welcome(account="nl", role="operator", state="NL", rooms=(room,), server_at=NOON, heartbeat_s=2)
    said = [
        terminal().lines(event, NOW)[0].text
        for event in (
            Linked(welcome),
            Resumed(ROOM, 3),
            Fresh(ROOM, 2, lost=False, reason=""),
            Fresh(ROOM, 2, lost=True, reason="too old"),
            ErrorMessage(code="x", field="room", expected="a room", got="none"),
            Goodbye(code="too_slow", reason="9 wait"),
        )
    ]
    assert said == [
        "LINK connected as nl, operator, for NL/ROOM (Meldkamer)",
        "LINK back: resumed, 3 records were missed in NL/ROOM",
        "LINK NL/ROOM: snapshot of 2 records",
        "LINK NOT RECOVERED in NL/ROOM: too old; fresh snapshot of 2 records",
        "LINK the gateway refused a message: room: expected a room, got none",
        "LINK the gateway says goodbye: 9 wait (too_slow)",
    ]


def test_a_lost_line_is_said_once_until_it_is_back() -> None:
    shown = terminal()
    welcome = Welcome(account="nl", role="operator", state="NL", rooms=(), server_at=NOON, heartbeat_s=2)
    events = (Lost("gone", 0.4), Lost("still gone", 0.9), Linked(welcome), Lost("again", 0.3))
    assert [len(shown.lines(event, NOW)) for event in events] == [1, 0, 1, 1]


def test_kafka_away_is_said_once_and_once_when_it_is_back() -> None:
    shown = terminal()
    beats = [Heartbeat(at=NOON, kafka=kafka) for kafka in (True, False, False, True)]
    said = [[line.text for line in shown.lines(beat, NOW)] for beat in beats]
    assert said == [
        [],
        ["LINK THE GATEWAY CANNOT REACH KAFKA: what is shown may be old"],
        [],
        ["LINK the gateway reaches Kafka again"],
    ]


def test_moving_dots_are_not_shown_in_a_terminal() -> None:
    assert terminal().lines(TrailsMessage(trails=()), NOW) == []


def test_that_nobody_is_there_any_more_in_a_room_of_the_pursuit_is_a_line_said_once() -> None:
    shown = terminal(alert_record(ROOM))
    away = DesksMessage(rooms=(RoomDesks(room="LU/ROOM", signed_in=0, page_visible=0, sound_armed=0),))
    assert shown.lines(away, NOW) == [Line("EXERCISE DESKS LU/ROOM: NOBODY IS SIGNED IN, act by telephone")]
    assert shown.lines(away, NOW) == []


# ---------------------------------------------------------------- whatever comes


def test_a_line_that_another_state_wrote_is_one_line_that_a_terminal_does_not_obey() -> None:
    warned = ByHand(by=DESK, at=NOON, text="red van\nLIVE P1 ENTERED NL\x07\x1b[2J")
    (line,) = terminal().lines(received(alert_record(ROOM, by_hand=warned)), NOW)
    assert "red van / LIVE P1 ENTERED NL[2J" in line.text
    assert line.text.isprintable()


def test_any_instant_in_a_record_leaves_the_terminal_alive() -> None:
    shown, never = terminal(), datetime.min.replace(tzinfo=timezone(timedelta(hours=14)))
    warned = ByHand(by=DESK, at=never, text="red van", seen_at=never)
    (line,) = shown.lines(received(alert_record(ROOM, by_hand=warned)), NOW)
    assert "red van" in line.text
    far = Received(ROOM, "k", alert_record(ROOM), never, "snapshot")
    assert shown.lines(far, datetime.max.replace(tzinfo=UTC))


def test_what_cannot_be_put_in_words_is_told_by_what_it_is_and_rings(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(*_: object) -> str:
        message = "no words"
        raise OverflowError(message)

    monkeypatch.setattr("consumers.terminal.record_text", broken)
    shown = terminal()
    (line,) = shown.lines(received(alert_record(ROOM)), NOW)
    assert line == Line("EXERCISE NL/ROOM|alert|BE/P-1", bell=True)
    assert [line.bell for line in shown.lines(received(alert_record(ROOM)), NOW)] == [False]
    assert "not put in words" in caplog.text
    monkeypatch.undo()
    assert "ENTERED NL" in shown.lines(received(alert_record(ROOM, revision=2, rang_revision=2)), NOW)[0].text
