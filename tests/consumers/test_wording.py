from datetime import timedelta
from typing import Any

import pytest
from msgspec import structs

from consumers.wording import age_text, alert_text, mode_word, record_text
from streams.records import (
    Account,
    Acknowledgement,
    Alert,
    AlertRecord,
    AnswerRecord,
    InboxRecord,
    Mode,
    NoticeRecord,
    PursuitRecord,
    Sighting,
    UnitView,
)
from tests.consumers.records import CASE, EIJSDEN, NOON, UNIT, alert, crossing, visibility

ROOM = "NL/ROOM"
OPERATOR = Account(name="jansen", role="operator", state="NL", room=ROOM, desk="desk 3")


def test_an_alert_says_mode_priority_what_which_who_when_where_and_who_owns_it() -> None:
    assert alert_text(alert(ROOM)) == (
        "EXERCISE P1 ENTERED NL  BE/P-1  BE/LIE-21 from BE  at 12:00:00Z  near Eijsden (1.2 km S)  NOT ACKNOWLEDGED"
    )


@pytest.mark.parametrize(("mode", "word"), [("live", "LIVE"), ("exercise", "EXERCISE"), ("test", "TEST")])
def test_the_mode_is_the_first_word(mode: Mode, word: str) -> None:
    assert mode_word(mode) == word
    assert alert_text(alert(ROOM, mode=mode)).startswith(f"{word} P1")


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"phase": "approaching", "priority": 2}, "P2 APPROACHING NL"),
        ({"phase": "left", "priority": 3}, "P3 LEFT NL"),
        ({"phase": "departed", "priority": 3}, "P3 OWN UNITS ABROAD in NL"),
        ({"phase": "cleared"}, "CLEARED NL"),
        ({"phase": "fault", "fault": "no lookup"}, "SYSTEM FAULT, ACT BY TELEPHONE"),
        ({"fault": "no lookup"}, "ENTERED NL SYSTEM FAULT, ACT BY TELEPHONE"),
        ({"fault": "no lookup"}, "fault: no lookup"),
        ({"before_opening": True}, "before the pursuit was opened"),
        ({"since_unknown": True, "crossing": None}, "there since unknown"),
        ({"room_basis": "coordinating"}, "rung as coordinating room: the area is not known"),
        ({"territory_from": ("DE", "LU")}, "from DE/LU"),
        ({"place": structs.replace(EIJSDEN, distance_m=40)}, "near Eijsden  "),
        ({"place": structs.replace(EIJSDEN, bearing_deg=359)}, "(1.2 km N)"),
        ({"place": structs.replace(EIJSDEN, names={"en": "Eysden"})}, "near Eysden"),
        ({"crossing": crossing(status="possible")}, "(possible, not confirmed)"),
        ({"crossing": crossing(status="withdrawn")}, "crossing withdrawn: it did not happen"),
        (
            {"acknowledged": Acknowledgement(by=OPERATOR, revision=1, at=NOON)},
            "acknowledged by jansen (desk 3) at 12:00:00Z",
        ),
        (
            {"units": tuple(UnitView(unit=u, joined_at=NOON, active=a) for u, a in ((UNIT, True), ("BE/X", True)))},
            "BE/LIE-21 from BE (also in pursuit: BE/X)",
        ),
    ],
)
def test_an_alert_says_what_is_special(changes: dict[str, Any], said: str) -> None:
    assert said in alert_text(alert(ROOM, **changes))


def test_a_guess_is_between_two_instants_never_one() -> None:
    guessed = crossing(guess=True, not_before=NOON, not_after=NOON + timedelta(minutes=2))
    text = alert_text(alert(ROOM, crossing=guessed))
    assert "between 12:00:00Z and 12:02:00Z, no fixes meanwhile" in text
    assert "at 12:0" not in text


def test_an_acknowledged_alert_is_not_called_unacknowledged() -> None:
    assert "NOT ACK" not in alert_text(alert(ROOM, acknowledged=Acknowledgement(by=OPERATOR, revision=1, at=NOON)))


def test_a_unit_that_left_the_pursuit_is_not_named_as_in_it() -> None:
    gone = UnitView(unit="BE/GONE", joined_at=NOON, active=False)
    assert "BE/GONE" not in alert_text(alert(ROOM, units=(gone,)))


SEEN = Sighting(observed_at=NOON, lat=50.8, lon=5.7, territory=("NL",), received_at=NOON)
PURSUIT = PursuitRecord(
    recipient=ROOM,
    case=CASE,
    event=1,
    mode="exercise",
    phase="open",
    leading_room="BE/L",
    opened_at=NOON,
    opened_by="L",
    purpose="x",
    units=(
        UnitView(unit=UNIT, joined_at=NOON, active=True, seen=SEEN),
        UnitView(unit="BE/X", joined_at=NOON, active=True),
    ),
    alerted=(),
)


@pytest.mark.parametrize(
    ("record", "text"),
    [
        (AlertRecord(alert=alert(ROOM)), alert_text(alert(ROOM))),
        (visibility(ROOM), "EXERCISE BE/P-1 may be watched"),
        (visibility(ROOM, granted=False), "EXERCISE BE/P-1 may no longer be watched"),
        (
            PURSUIT,
            "EXERCISE PURSUIT BE/P-1 open (x): BE/LIE-21 NL, BE/X not seen yet; opened by L at 12:00:00Z, led by BE/L",
        ),
        (
            AnswerRecord(
                recipient=ROOM, case=CASE, command="c1", accepted=False, code="closed", reason="it is", mode="live"
            ),
            "LIVE BE/P-1 command c1 refused (closed): it is",
        ),
        (
            NoticeRecord(
                recipient=ROOM, id="n", case=CASE, code="x", text="fixes refused", unit=UNIT, at=NOON, mode="test"
            ),
            "TEST NOTICE BE/P-1 BE/LIE-21 fixes refused",
        ),
    ],
)
def test_every_record_of_an_inbox_has_a_line_that_begins_with_its_mode(record: InboxRecord, text: str) -> None:
    assert record_text(record) == text


@pytest.mark.parametrize(
    ("age_s", "text"),
    [(-3, "0.0 s"), (0.14, "0.1 s"), (9.9, "9.9 s"), (45, "45 s"), (600, "10 min"), (10_800, "3 h"), (200_000, "2 d")],
)
def test_an_age_is_said_as_people_say_it(age_s: float, text: str) -> None:
    assert age_text(age_s) == text


def test_every_phase_has_words() -> None:
    phases = Alert.__annotations__["phase"].__args__
    assert all(alert_text(alert(ROOM, phase=phase)) for phase in phases)
