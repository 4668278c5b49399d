import re
from datetime import timedelta
from typing import Any

import pytest
from msgspec import structs

from borders.places import LANGUAGES
from consumers.wording import age_text, alert_text, details_text, mode_word, record_text
from streams.pursuit.alerting import units_behind
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
from tests.consumers.known_records import full_pursuit, sample_records
from tests.consumers.records import (
    CASE,
    EIJSDEN,
    JOINT_CENTRE,
    LEAD,
    NOON,
    ROOM,
    UNIT,
    alert,
    approach,
    crossing,
    seen,
    small_world,
    visibility,
)
from tests.streams.pursuit.scene import Chase

OUT_AT = NOON + timedelta(minutes=5)
OPERATOR = Account(name="jansen", role="operator", state="NL", room=ROOM, desk="desk 3")


def test_an_alert_says_mode_priority_what_which_who_when_where_and_who_owns_it() -> None:
    assert alert_text(alert(ROOM)) == (
        "EXERCISE P1 ENTERED NL  BE/P-1  BE/LIE-21 from BE  at 12:00:00Z  near Eijsden (1.2 km S)  NOT ACKNOWLEDGED"
    )


def test_a_pre_alert_says_when_the_unit_is_expected_how_surely_and_where() -> None:
    assert alert_text(alert(ROOM, phase="approaching", priority=2, crossing=None, approach=approach())) == (
        "EXERCISE P2 APPROACHING NL  BE/P-1  BE/LIE-21 from BE  "
        "expected at 12:00:00Z (between 11:59:50Z and 12:00:30Z), 87%  near Eijsden (1.2 km S)  NOT ACKNOWLEDGED"
    )


@pytest.mark.parametrize(
    ("age_s", "said"), [(29, "  expected at 12:00:00Z"), (31, "OVERDUE: was expected at 12:00:00Z")]
)
def test_a_pre_alert_whose_unit_should_be_there_by_now_is_overdue(age_s: float, said: str) -> None:
    waits = alert(ROOM, phase="approaching", priority=2, crossing=None, approach=approach())
    assert said in alert_text(waits, NOON + timedelta(seconds=age_s))


def test_a_pre_alert_in_vain_says_that_nobody_comes_and_never_that_somebody_entered() -> None:
    gone = approach(outcome="withdrawn", settled_at=NOON)
    text = alert_text(alert(ROOM, phase="withdrawn", priority=3, crossing=None, approach=gone))
    assert "P3 NO LONGER EXPECTED IN NL  " in text
    assert "  had been expected at 12:00:00Z  " in text
    assert "NOT ACKNOWLEDGED" in text
    assert "ENTERED" not in text.upper()


def test_a_room_that_waited_elsewhere_reads_when_and_where_it_went_in() -> None:
    elsewhere: dict[str, Any] = {
        "phase": "withdrawn",
        "priority": 3,
        "approach": approach(outcome="entered", settled_at=NOON),
    }
    text = alert_text(alert(ROOM, **elsewhere))
    assert "P3 NOT COMING HERE: NL ENTERED ELSEWHERE  " in text
    assert "had been expected at 12:00:00Z; at 12:00:00Z, into NL  near Eijsden" in text
    never = alert_text(alert(ROOM, **elsewhere | {"crossing": crossing(status="withdrawn")}))
    assert "WITHDRAWN: IT DID NOT HAPPEN, NL WAS NOT ENTERED" in never


def test_a_room_that_waits_again_reads_that_it_was_visited_before() -> None:
    visited: dict[str, Any] = {"crossing": crossing(), "crossing_out": crossing(at=OUT_AT)}
    text = alert_text(alert(ROOM, phase="approaching", priority=2, approach=approach(), **visited))
    assert "87%; been here before: at 12:00:00Z; out again at 12:05:00Z" in text
    gone = approach(outcome="withdrawn", settled_at=NOON)
    text = alert_text(alert(ROOM, phase="withdrawn", priority=3, approach=gone, **visited))
    assert "had been expected at 12:00:00Z; been here before: at 12:00:00Z; out again at 12:05:00Z" in text


SILENT = UnitView(unit=UNIT, joined_at=NOON, active=True, silent_since=NOON - timedelta(seconds=20))
SECOND = UnitView(unit="BE/X", joined_at=NOON, active=True)


def test_an_alert_says_of_which_unit_there_is_no_position_and_since_when() -> None:
    assert alert_text(alert(ROOM, units=(SILENT,))) == (
        "EXERCISE P1 ENTERED NL - NO POSITION  BE/P-1  BE/LIE-21 from BE  at 12:00:00Z  near Eijsden (1.2 km S)  "
        "NO POSITION of BE/LIE-21 since 11:59:40Z  NOT ACKNOWLEDGED"
    )
    one_of_two = alert_text(alert(ROOM, units=(SILENT, SECOND)))
    assert "P1 ENTERED NL  BE/P-1" in one_of_two, "the other is heard"
    assert "  NO POSITION of BE/LIE-21 since 11:59:40Z  " in one_of_two


def _said(one: Alert) -> tuple[bool, list[str]]:
    """Whether the headline says that there is no position, and of which units that is told beside it."""
    head, *parts = alert_text(one).split("  ")
    told = next((part for part in parts if part.startswith("NO POSITION of ")), "")
    return "NO POSITION" in head, re.findall(r"(\S+) since 11:59:40Z", told)


ABROAD: dict[str, Any] = {"phase": "departed", "territory_to": ("NL",)}
JOINT: dict[str, Any] = {"territory_to": ("FR",), "crossing": crossing(entered=("FR",))}


@pytest.mark.parametrize(
    ("room", "changes", "units", "said"),
    [
        (ROOM, {}, [seen("BE/A", "NL", silent=True), seen("BE/B", "BE")], (True, ["BE/A"])),
        (ROOM, {}, [seen("BE/A", "NL", silent=True), seen("BE/B", "NL")], (False, ["BE/A"])),
        (ROOM, {}, [seen("BE/A", "NL"), seen("BE/B", "BE", silent=True)], (False, [])),
        (ROOM, {}, [seen("BE/A", "NL", silent=True), seen("NL/C", "NL")], (True, ["BE/A"])),
        (ROOM, {}, [seen("BE/A", "BE", silent=True), seen("BE/B", "BE")], (False, ["BE/A"])),
        (JOINT_CENTRE, JOINT, [seen("BE/A", "FR", silent=True), seen("BE/B", "LU")], (True, ["BE/A"])),
        (LEAD, ABROAD, [seen("BE/A", "NL", silent=True), seen("BE/B", "BE"), seen("NL/C", "NL")], (True, ["BE/A"])),
        (LEAD, ABROAD, [seen("BE/A", "", silent=True), seen("BE/B", "BE", silent=True)], (True, ["BE/A"])),
        (LEAD, ABROAD, [seen("BE/A", "NL"), seen("BE/B", "BE", silent=True)], (False, [])),
        (LEAD, {"phase": "fault"}, [seen("BE/A", "NL", silent=True), seen("BE/B", "BE")], (False, ["BE/A"])),
        (LEAD, {"phase": "fault"}, [seen("BE/A", "NL", silent=True)], (True, ["BE/A"])),
    ],
)
def test_that_there_is_no_position_is_said_of_the_units_that_the_alert_stands_for(
    room: str, changes: dict[str, Any], units: list[UnitView], said: tuple[bool, list[str]]
) -> None:
    assert _said(alert(room, units=tuple(units), **changes)) == said


def test_an_alert_stands_for_the_units_for_which_coordinate_keeps_it_standing() -> None:
    chase = Chase(CASE)
    chase.open()
    for told in small_world():
        one = structs.replace(told, kind="home") if told.phase == "departed" else told
        if one.phase in {"entered", "departed"}:
            pursuit = structs.replace(
                chase.pursuit, leading_room=LEAD, home_room=LEAD, units={view.unit: view for view in one.units}
            )
            behind = units_behind(pursuit, one) or [view for view in one.units if view.active]
            silent = [view.unit for view in behind if view.silent_since]
            assert _said(one) == (behind != [] and len(silent) == len(behind), silent)


def test_that_there_is_no_position_of_another_unit_is_said_where_the_units_are_named() -> None:
    others = (seen(UNIT, "NL"), seen("BE/X", "BE", silent=True), seen("BE/Y", "BE"))
    text = alert_text(alert(ROOM, units=others))
    assert "  BE/LIE-21 from BE (also in pursuit: BE/X NO POSITION since 11:59:40Z, BE/Y)  " in text
    came_back = (seen(UNIT, "BE", silent=True), seen("BE/X", "NL"))
    text = alert_text(alert(ROOM, units=came_back))
    assert "  BE/LIE-21 NO POSITION since 11:59:40Z from BE (also in pursuit: BE/X)  " in text


@pytest.mark.parametrize("phase", ["left", "withdrawn", "cleared"])
def test_of_what_is_over_it_is_not_said_who_was_silent_then(phase: str) -> None:
    assert "NO POSITION" not in alert_text(alert(ROOM, phase=phase, units=(SILENT,)))


def test_a_unit_that_left_the_pursuit_is_not_called_silent() -> None:
    assert "NO POSITION" not in alert_text(alert(ROOM, units=(structs.replace(SILENT, active=False),)))


@pytest.mark.parametrize(
    ("age_s", "said"),
    [
        (29, "  NO POSITION since 11:59:40Z: expected at 12:00:00Z (between 11:59:50Z and 12:00:30Z), 87%  "),
        (31, "  OVERDUE, NO POSITION since 11:59:40Z: was expected at 12:00:00Z (between"),
    ],
)
def test_a_pre_alert_of_a_unit_that_nobody_hears_says_so_with_what_is_expected(age_s: float, said: str) -> None:
    waits = alert(ROOM, phase="approaching", priority=2, crossing=None, approach=approach(), units=(SILENT, SECOND))
    text = alert_text(waits, NOON + timedelta(seconds=age_s))
    assert "P2 APPROACHING NL - NO POSITION  " in text
    assert said in text
    assert text.count("NO POSITION") == 2


def test_a_pre_alert_says_that_another_unit_than_the_expected_one_is_silent_where_it_is_named() -> None:
    other = structs.replace(SILENT, unit="BE/X")
    text = alert_text(alert(ROOM, phase="approaching", crossing=None, approach=approach(), units=(other,)))
    assert "APPROACHING NL  BE/P-1" in text
    assert "(also in pursuit: BE/X NO POSITION since 11:59:40Z)" in text
    assert text.count("NO POSITION") == 1


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
        ({"phase": "cleared", "room_basis": "home", "crossing_out": crossing()}, "OWN UNITS HOME AGAIN  "),
        ({"elsewhere": True}, "ENTERED NL ELSEWHERE  "),
        ({"elsewhere": True}, "confirmed at another place than first told, which other rooms serve"),
        ({"phase": "fault", "fault": "no lookup"}, "SYSTEM FAULT, ACT BY TELEPHONE"),
        ({"fault": "no lookup"}, "ENTERED NL - SYSTEM FAULT, ACT BY TELEPHONE"),
        ({"fault": "no lookup"}, "system fault, act by telephone"),
        ({"before_opening": True}, "before the pursuit was opened"),
        ({"since_unknown": True, "crossing": None}, "there since unknown"),
        ({"room_basis": "coordinating"}, "rung as coordinating room: the area is not known"),
        ({"territory_from": ("DE", "LU")}, "from DE/LU"),
        ({"place": structs.replace(EIJSDEN, distance_m=40)}, "near Eijsden  "),
        ({"place": structs.replace(EIJSDEN, bearing_deg=359)}, "(1.2 km N)"),
        ({"place": structs.replace(EIJSDEN, names={"en": "Eysden"})}, "near Eysden"),
        ({"crossing": crossing(status="possible")}, "P1 AT THE BORDER, MAY HAVE ENTERED NL  "),
        ({"crossing": crossing(status="possible")}, "(possible, not confirmed)"),
        ({"crossing": crossing(status="withdrawn")}, "crossing withdrawn: it did not happen"),
        ({"phase": "withdrawn", "priority": 3}, "P3 WITHDRAWN: IT DID NOT HAPPEN, NL WAS NOT ENTERED"),
        ({"phase": "withdrawn", "room_basis": "home"}, "WITHDRAWN: IT DID NOT HAPPEN, OWN UNITS DID NOT GO ABROAD"),
        ({"phase": "withdrawn", "crossing": crossing(entered=("DE",))}, "at 12:00:00Z, into DE"),
        ({"phase": "left", "crossing_out": crossing(at=OUT_AT)}, "at 12:00:00Z; out again at 12:05:00Z  "),
        (
            {"phase": "left", "crossing_out": crossing(at=OUT_AT, status="possible")},
            "out again at 12:05:00Z (possible, not confirmed)",
        ),
        ({"phase": "cleared", "room_basis": "home", "crossing_out": crossing(at=OUT_AT)}, "home again at 12:05:00Z"),
        ({"crossing_out": crossing(status="withdrawn")}, "STILL THERE: the way out was withdrawn, it did not happen"),
        ({"crossing": crossing(start_unsure=True)}, "at 12:00:00Z, first seen at the border: perhaps there all along"),
        ({"phase": "left", "crossing": crossing(late=True)}, "at 12:00:00Z, told late: nobody saw it at the time"),
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
        (
            structs.replace(PURSUIT, units=(structs.replace(SILENT, seen=SEEN),), purpose="", leading_room="L"),
            (
                "EXERCISE PURSUIT BE/P-1 open: BE/LIE-21 NL NO POSITION since 11:59:40Z; "
                "opened by L at 12:00:00Z, led by L"
            ),
        ),
        (visibility(ROOM), "EXERCISE BE/P-1 may be watched"),
        (visibility(ROOM, granted=False), "EXERCISE BE/P-1 may no longer be watched"),
        (
            PURSUIT,
            "EXERCISE PURSUIT BE/P-1 open (x): BE/LIE-21 NL, BE/X not seen yet; opened by L at 12:00:00Z, led by BE/L",
        ),
        (
            AnswerRecord(
                recipient=ROOM,
                case=CASE,
                command="c1",
                accepted=False,
                code="closed",
                reason="it is",
                mode="live",
                params={"case": CASE, "phase": "merged"},
            ),
            "LIVE BE/P-1 command c1 refused: BE/P-1 is over (merged)",
        ),
        (
            NoticeRecord(
                recipient=ROOM, id="n", case=CASE, code="fixes_refused", text="3 x", unit=UNIT, at=NOON, mode="test"
            ),
            "TEST NOTICE BE/P-1 BE/LIE-21 positions of a unit are being refused: 3 x",
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


@pytest.mark.parametrize(
    ("language", "parts"),
    [
        (
            "nl",
            (
                "P2 NADERT NL",
                " uit BE  verwacht om 12:00:00Z (tussen ",
                ", 87%  bij Eijsden (1,2 km Z)  NIET BEVESTIGD",
            ),
        ),
        (
            "fr",
            ("P2 APPROCHE DU TERRITOIRE NL", " venant de BE  attendue ", "  secteur Eijsden (1,2 km S)  NON ACQ"),
        ),
        (
            "de",
            (
                "P2 N\u00c4HERT SICH NL",
                " aus BE  erwartet um 12:00:00Z (zwi",
                "  bei Eijsden (1,2 km S)  NICHT Q",
            ),
        ),
        (
            "lb",
            (
                "P2 K\u00cbNNT OP NL ZOU",
                " aus BE  erwaart um 12:00:00Z (",
                "  bei Eijsden (1,2 km S)  NET Q",
            ),
        ),
    ],
)
def test_an_alert_is_said_in_every_language(language: str, parts: tuple[str, ...]) -> None:
    waits = alert(ROOM, phase="approaching", priority=2, crossing=None, approach=approach())
    text = alert_text(waits, language=language)
    assert [part for part in parts if part not in text] == []
    assert "BE/LIE-21" in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_record_is_without_words_in_any_language(language: str, caplog: pytest.LogCaptureFixture) -> None:
    for record in sample_records():
        assert record_text(record, NOON, language).split()[0] == mode_word("exercise", language).split()[0]
    for one in small_world():
        assert alert_text(one, NOON, language)
    assert caplog.records == []


def test_what_is_known_of_a_pursuit_has_a_line_for_each_thing() -> None:
    named = ("stay BE/LIE-21 NL", "fact danger", "fact guess", "target", "request r1", "stop s1", "notice NL/ROOM")
    assert set(details_text(full_pursuit())) == {*named, "item outcome", "item six_hours"}


def test_every_phase_has_words() -> None:
    phases = Alert.__annotations__["phase"].__args__
    assert all(alert_text(alert(ROOM, phase=phase)) for phase in phases)
