from datetime import timedelta
from typing import Any

import pytest

from borders.places import LANGUAGES
from consumers.reader import terminal_reader
from consumers.wording_notice import notice_proof
from streams.records import Acknowledgement, AtConsole, Telephone
from tests.consumers.known_records import DESK, proof
from tests.consumers.records import NOON

EN = terminal_reader("en")
BEFORE, LATER = NOON - timedelta(seconds=40), NOON + timedelta(minutes=10)


def test_notice_in_time_is_proved_by_its_instants() -> None:
    assert notice_proof(proof(), EN) == (
        "NOTICE TO NL/ROOM: IN TIME, 40.0 s before the crossing (sounded); crossing at 12:00:00Z; "
        "sounded at 11:59:20Z (desk 3)"
    )


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"verdict": "late", "margin_s": -12.5}, "LATE, 12.5 s after the crossing (sounded)"),
        ({"verdict": "late", "margin_s": -34_560_060.0}, "LATE, 400 d 0 h after the crossing (sounded)"),
        (
            {"verdict": "cannot_be_told", "margin_s": 0.4, "reasons": ("sounded", "clocks_overlap")},
            "CANNOT BE TOLD (sounded, the two clocks are not sure enough)",
        ),
        (
            {"verdict": "not_yet", "margin_s": None, "crossed_at": None, "reasons": ("no_crossing_known",)},
            "nothing to judge yet (no crossing is known)",
        ),
        ({"reasons": ()}, "IN TIME, 40.0 s before the crossing; "),
        ({"not_after": NOON + timedelta(seconds=9)}, "crossing at 12:00:00Z (between 12:00:00Z and 12:00:09Z)"),
        (
            {"acknowledged": Acknowledgement(by=DESK, revision=1, at=BEFORE)},
            "acknowledged by jansen (desk 3) at 11:59:20Z",
        ),
        (
            {"telephone": Telephone(answered_by="Bos", caller="Maes", at=BEFORE, by=DESK, entered_at=NOON)},
            "told by telephone at 11:59:20Z: Maes to Bos",
        ),
        (
            {"telephone": Telephone(answered_by="Bos", caller="Maes", at=BEFORE, by=DESK, entered_at=LATER)},
            "Maes to Bos, entered at 12:10:00Z",
        ),
        (
            {
                "telephone": Telephone(answered_by="Bos", caller="Maes", at=BEFORE, by=DESK, entered_at=BEFORE),
                "called_at": LATER,
            },
            "Maes to Bos; last called at 12:10:00Z",
        ),
        ({"delivered": AtConsole(console="c1", at=BEFORE, revision=1)}, "delivered at 11:59:20Z (c1)"),
        ({"shown": AtConsole(console="c1", at=BEFORE, revision=1)}, "shown at 11:59:20Z (c1)"),
    ],
)
def test_every_instant_and_every_doubt_is_said(changes: dict[str, Any], said: str) -> None:
    assert said in notice_proof(proof(**changes), EN)


VERDICTS = {
    "nl": "OP TIJD, 40,0 s",
    "fr": "\u00c0 TEMPS, 40,0 s",
    "de": "RECHTZEITIG, 40,0 s",
    "lb": "AN DER Z\u00c4IT, 40,0 s",
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_verdict_is_plain_in_every_language(language: str) -> None:
    assert VERDICTS.get(language, "IN TIME, 40.0 s") in notice_proof(proof(), terminal_reader(language))
