from typing import Any

import pytest

from consumers.reader import page_reader
from consumers.wording_spoken import spoken
from streams.records import Alarm
from tests.consumers.records import LEAD, NOON, ROOM, UNIT, alert, approach, crossing, seen

EN = page_reader("en")
STOP = Alarm(code="stop_given", at=NOON, revision=1, params={"room": "NL/R", "stop": "s"})


@pytest.mark.parametrize(
    ("room", "changes", "said"),
    [
        (ROOM, {}, "entered the Netherlands near Eijsden."),
        (ROOM, {"place": None}, "entered the Netherlands."),
        (ROOM, {"crossing": crossing(status="possible")}, "possibly entered the Netherlands near Eijsden."),
        (ROOM, {"elsewhere": True}, "entered elsewhere in the Netherlands near Eijsden."),
        (ROOM, {"phase": "approaching", "approach": approach()}, "approaches the Netherlands near Eijsden."),
        (
            ROOM,
            {"phase": "left", "crossing_out": crossing(status="possible")},
            "possibly left the Netherlands near Eijsden.",
        ),
        (LEAD, {"phase": "departed"}, "went abroad to the Netherlands near Eijsden."),
        (
            LEAD,
            {"phase": "departed", "territory_to": ("DE", "LU")},
            "went abroad to Germany / Luxembourg near Eijsden.",
        ),
        (LEAD, {"phase": "departed", "territory_to": ()}, "went abroad to outside the map near Eijsden."),
        (ROOM, {"phase": "warned"}, "may come to you: you are warned by hand."),
        (ROOM, {"phase": "withdrawn", "because": "wrong car"}, "is withdrawn, because: wrong car."),
        (ROOM, {"kind": "area"}, "entered your area near Eijsden."),
        (ROOM, {"units": (seen(UNIT, "NL", silent=True),)}, "near Eijsden. No position of BE/LIE-21."),
        (ROOM, {"fault": "x"}, "near Eijsden. System fault, act by telephone."),
        (ROOM, {"alarms": (STOP,)}, "near Eijsden. STOP ORDER by NL/R."),
    ],
)
def test_the_ear_hears_what_happened_where_and_how_surely(room: str, changes: dict[str, Any], said: str) -> None:
    text = spoken(alert(room, **changes), EN)
    assert text.startswith("EXERCISE. Priority 1. Pursuit BE/P-1 ")
    assert text.endswith(said)


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("nl", "Prioriteit 1. Achtervolging BE/P-1 is binnengekomen in Nederland bij Eijsden."),
        ("fr", "Priorit\u00e9 1. La poursuite BE/P-1 est entr\u00e9e aux Pays-Bas, secteur Eijsden."),
        ("de", "Priorit\u00e4t 1. Verfolgung BE/P-1: Grenz\u00fcbertritt in die Niederlande bei Eijsden."),
        ("lb", "Priorit\u00e9it 1. D'Verfollegung BE/P-1 ass an d'Nidderlanden erakomm bei Eijsden."),
    ],
)
def test_it_is_a_sentence_in_every_language(language: str, said: str) -> None:
    assert spoken(alert(ROOM), page_reader(language)).endswith(said)


def test_of_the_expected_unit_the_ear_hears_that_nobody_hears_it() -> None:
    waits = alert(ROOM, phase="approaching", approach=approach(), units=(seen(UNIT, "BE", silent=True),))
    assert spoken(waits, EN).endswith("No position of BE/LIE-21.")


def test_a_joint_centre_hears_of_the_state_that_was_entered_not_of_its_own() -> None:
    assert "entered Germany near" in spoken(alert(ROOM, kind="copy", territory_to=("DE",)), EN)
