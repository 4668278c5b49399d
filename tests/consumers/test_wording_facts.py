from typing import Any

import pytest
from msgspec.structs import replace

from consumers.reader import terminal_reader
from consumers.wording_facts import fact_text, target_text
from streams.records import Withdrawn
from tests.consumers.known_records import CREW, DESK, fact, target
from tests.consumers.records import NOON

EN = terminal_reader("en")


@pytest.mark.parametrize(
    ("kind", "content", "said"),
    [
        ("danger", {"code": "wrong_way"}, "DANGER: wrong-way driver"),
        ("trigger", {"code": "evaded_police_check"}, "reason: evaded a police check"),
        ("offence", {"code": "extortion"}, "offence: extortion"),
        ("offence", {"code": "of our own list"}, 'offence: "of our own list"'),
        ("offence", {"text": "ram raid"}, "offence: ram raid"),
        ("suspect", {"text": "tall, masked"}, "suspect: tall, masked"),
        (
            "vehicle",
            {"plate": "1-ABC-234", "plate_state": "BE", "text": "grey Audi"},
            "vehicle: 1-ABC-234 (BE), grey Audi",
        ),
        ("occupants", {"number": 0}, "occupants: 0"),
        ("remark", {"text": "tail light broken"}, "remark: tail light broken"),
    ],
)
def test_a_fact_says_what_who_on_what_basis_and_when(kind: Any, content: dict[str, Any], said: str) -> None:
    assert fact_text(fact(kind, **content), EN) == f"{said} (crew, LIE-21, 12:00:00Z)"


def test_an_assessment_is_never_taken_for_a_fact() -> None:
    assert fact_text(fact("remark", text="drunk", assessment=True), EN).startswith(
        "ASSESSMENT, not a fact: remark: drunk"
    )


def test_what_was_wrong_says_so_first_and_why() -> None:
    wrong = fact("danger", code="armed", withdrawn=Withdrawn(by=DESK, at=NOON, reason="it was a phone"))
    assert fact_text(wrong, EN).startswith("WITHDRAWN by jansen (desk 3), because it was a phone: DANGER: armed (")


@pytest.mark.parametrize(("language", "shown"), [("en", "vermoeden [nl]"), ("nl", "vermoeden")])
def test_free_text_stays_as_written_and_says_its_language_to_others(language: str, shown: str) -> None:
    text = fact_text(fact("remark", text="vermoeden", language="nl"), terminal_reader(language))
    assert f": {shown} (" in text


def test_the_pursued_car_was_seen_there_so_surely_and_going_there() -> None:
    said = target_text(target(course_deg=0, speed_mps=40, text="two inside"), EN)
    assert said == (
        "PURSUED CAR seen at 12:00:00Z at 50.80000 N 5.70000 E (within 200 m, number plate camera), "
        "N, 144 km/h, two inside"
    )
    assert target_text(target(), EN).endswith("number plate camera)")


def test_a_parked_car_has_a_speed_too() -> None:
    assert target_text(target(speed_mps=0), EN).endswith(", 0 km/h")


def test_a_crew_is_named_without_a_desk() -> None:
    assert "(crew, LIE-21, " in fact_text(fact("remark", text="x", by=replace(CREW, desk=None)), EN)
