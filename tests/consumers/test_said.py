import re
from typing import Any

import pytest

from borders.places import LANGUAGES
from consumers.said import said_of
from consumers.wording import alert_text
from streams.console import Said
from streams.records import Acknowledgement, AlertRecord, CardRecord, InboxRecord, StopRecord, Withdrawn
from tests.consumers.known_records import (
    DESK,
    alerted,
    answer,
    fact,
    full_pursuit,
    known_room,
    law_card,
    notice,
    sample_records,
    stop,
)
from tests.consumers.records import CASE, LEAD, NOON, ROOM, UNIT, alert_record, approach, seen, small_world, visibility

AT = "{$at 2026-05-04T12:00:00Z}"


def test_an_alert_is_said_piece_by_piece() -> None:
    said = said_of(alert_record(ROOM, area="NL-LI", units=(seen(UNIT, "NL"),)), "en")
    assert said.pieces == {
        "mode": "EXERCISE",
        "headline": "ENTERED NL",
        "spoken": "EXERCISE. Priority 1. Pursuit BE/P-1 entered the Netherlands near Eijsden.",
        "where": "1.2 km S of Eijsden (NL)",
        "when": f"Crossed at {AT}",
        "owned": "",
        "from_to": "BE \u2192 NL",
        "pursuit": "BE/P-1 (Belgium)",
        "opened": "{$at 2026-05-04T11:55:00Z} by LIE-21",
        "room": "{$room}: serves NL-LI",
    }
    assert said.lists == {"warnings": (), "units": ("BE/LIE-21 in NL at {$clock 2026-05-04T12:00:00Z}",)}


def test_from_where_somebody_comes_who_was_only_warned_of_is_not_known() -> None:
    by_hand: dict[str, Any] = {"kind": "by_hand", "phase": "warned", "crossing": None, "territory_from": ()}
    assert said_of(alert_record(ROOM, **by_hand), "en").pieces["from_to"] == "not known \u2192 NL"
    at_sea = said_of(alert_record(ROOM, territory_from=()), "en").pieces["from_to"]
    assert at_sea == "outside the map \u2192 NL"


def test_no_room_reads_that_it_must_be_called_itself() -> None:
    rooms = (alerted(call=True, telephone="+31 43"), alerted(room=LEAD, call=True, telephone="+32 4"))
    own, other = said_of(full_pursuit(recipient=ROOM, alerted=rooms), "en").lists["alerted"]
    assert "CALL NOW" not in own
    assert "CALL NOW: +32 4" in other


def test_the_card_to_read_out_names_rooms_by_the_directory() -> None:
    view = full_pursuit(recipient=LEAD, leading_room=LEAD, alerted=(alerted(),))
    said = said_of(view, "en", room=known_room).lists[f"read_out:{ROOM}"]
    assert any("This is CIC Liège, Belgium" in line for line in said)


def test_a_pre_alert_has_the_three_texts_of_its_time() -> None:
    pieces = said_of(alert_record(ROOM, phase="approaching", crossing=None, approach=approach()), "nl").pieces
    assert pieces["when"].startswith("Verwacht over {$in ")
    assert pieces["when_due"].startswith("Nu verwacht, om ")
    assert pieces["when_overdue"].startswith("OVER TIJD: was verwacht om ")


@pytest.mark.parametrize(
    ("revision", "owned"),
    [
        (1, f"Acknowledged by jansen (desk 3) at {AT}"),
        (2, f"Acknowledged by jansen (desk 3) at {AT}, then at revision 1"),
    ],
)
def test_who_owns_it_and_which_revision_they_saw(revision: int, owned: str) -> None:
    seen_by = Acknowledgement(by=DESK, revision=1, at=NOON)
    assert said_of(alert_record(ROOM, revision=revision, acknowledged=seen_by), "en").pieces["owned"] == owned


def test_a_unit_that_nobody_saw_has_no_place() -> None:
    assert said_of(alert_record(ROOM), "fr").lists["units"] == ("BE/LIE-21\u00a0: lieu non connu",)


def test_of_a_silent_unit_it_is_said_since_when() -> None:
    silent = (seen("BE/A", "BE", silent=True), seen(UNIT, "NL"))
    assert (
        said_of(alert_record(ROOM, units=silent), "en")
        .lists["units"][0]
        .endswith(", NO POSITION since {$clock 2026-05-04T11:59:40Z}")
    )


def test_page_and_terminal_say_of_the_same_units_that_there_is_no_position() -> None:
    for one in small_world():
        said = said_of(AlertRecord(alert=one), "en")
        named = [found for line in said.lists["warnings"] for found in re.findall(r"^NO POSITION of (\S+)", line)]
        head, *parts = alert_text(one).split("  ")
        told = next((part for part in parts if part.startswith("NO POSITION of ")), "")
        assert ("NO POSITION" in head, re.findall(r"(\S+) since", told)) == (
            "NO POSITION" in said.pieces["headline"],
            named,
        ), one


def test_a_pursuit_is_said_with_all_that_is_known_of_it() -> None:
    said = said_of(full_pursuit(), "en")
    assert said.pieces["purpose"] == "ram raid"
    assert said.pieces["danger"].startswith("DANGER: armed (crew, LIE-21, ")
    assert said.pieces["car"].startswith("PURSUED CAR seen at ")
    assert said.pieces["units"].startswith("BE/LIE-21 NL HAS LOST SIGHT")
    assert {name: len(lines) for name, lines in said.lists.items()} == {
        "units": 1, "stays": 1, "alerted": 1, "facts": 1, "assessments": 1, "requests": 1, "stops": 1, "notices": 1,
        "checklist": 2, "log": 1, "target": 1,
    }  # fmt: skip
    assert said.lists["log"] == ("{$clock 2026-05-04T12:00:00Z} BE/LIE-21 joined the pursuit",)


def test_a_pursuit_has_the_card_to_read_out_to_every_other_room() -> None:
    rooms = (alerted(), alerted(room="LU/CIN", languages=("lb",), telephone="+352 4"))
    said = said_of(full_pursuit(recipient=ROOM, alerted=rooms), "fr")
    assert [name for name in said.lists if name.startswith("read_out:")] == ["read_out:LU/CIN"]
    told = said.lists["read_out:LU/CIN"]
    assert told[:2] == ("[fr] Appeler LU/CIN\u00a0: +352 4.", "[fr] Exercice, exercice, exercice.")
    assert {line[:4] for line in told} == {"[fr]", "[lb]"}


def test_what_was_withdrawn_stands_among_the_facts_and_no_longer_as_danger() -> None:
    wrong = fact("danger", code="armed", withdrawn=Withdrawn(by=DESK, at=NOON, reason="a toy"))
    said = said_of(full_pursuit(facts=(wrong,), target=None), "en")
    assert "danger" not in said.pieces
    assert "car" not in said.pieces
    assert said.lists["facts"][0].startswith("WITHDRAWN by jansen")


@pytest.mark.parametrize(
    ("record", "text"),
    [
        (visibility(ROOM, granted=False), "BE/P-1 may no longer be watched"),
        (answer(case=CASE, phase="closed"), "BE/P-1 is over (closed)"),
        (notice("fixes_refused", "3 x"), "Positions of a unit are being refused: 3 x"),
        (
            StopRecord(recipient=UNIT, case=CASE, stop=stop(units={}), event=1, mode="live"),
            f"STOP ORDER by jansen (desk 3), NL/ROOM, at {AT}: school ahead",
        ),
    ],
)
def test_every_other_record_is_a_text(record: InboxRecord, text: str) -> None:
    assert said_of(record, "en") == Said(language="en", pieces={"text": text})


def test_a_card_is_its_heading_and_its_lines() -> None:
    said = said_of(CardRecord(recipient=ROOM, case=CASE, id="k", card=law_card(), mode="live"), "de")
    assert said.pieces["heading"].startswith("RECHT am 4. Mai 2026: Polizei (Belgien) in den Niederlanden")
    assert len(said.lists["lines"]) > 20
    assert said.lists["read_out"][4].startswith("[de] RECHT am 4. Mai 2026: Polizei (Belgien)")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_record_is_said_in_every_language_and_nothing_is_missing(
    language: str, caplog: pytest.LogCaptureFixture
) -> None:
    for record in sample_records():
        said = said_of(record, language)
        assert said.language == language
        texts = [*said.pieces.values(), *(line for lines in said.lists.values() for line in lines)]
        places = {found for text in texts for found in re.findall(r"\{[^}]*\}", text)}
        assert {
            place for place in places if not re.fullmatch(r"\{\$((at|clock|in) [0-9T:.-]+Z|room)\}", place)
        } == set()
    assert caplog.records == []


def test_a_language_without_words_is_english() -> None:
    assert said_of(visibility(ROOM), "xx") == said_of(visibility(ROOM), "en")
