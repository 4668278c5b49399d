from typing import Any

import pytest
from msgspec.structs import replace

from borders.places import LANGUAGES
from consumers.reader import terminal_reader
from consumers.wording_warnings import remarks, warnings
from streams.records import Alarm, Offered, Shelved
from tests.consumers.known_records import CREW, DESK, by_hand
from tests.consumers.records import NOON, ROOM, UNIT, alert, approach, crossing, seen

EN = terminal_reader("en")
OVER = Alarm(code="limit_exceeded", at=NOON, revision=1, params={"unit": UNIT, "state": "NL", "by": "distance"})


def test_the_gravest_warning_stands_first() -> None:
    said = warnings(alert(ROOM, fault="no lookup", alarms=(OVER,), units=(seen(UNIT, "NL", silent=True),)), EN)
    assert said == (
        "system fault, act by telephone",
        "NO POSITION of BE/LIE-21 since 11:59:40Z",
        "BE/LIE-21 in NL: LIMIT EXCEEDED (distance) (since 12:00:00Z)",
    )


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({}, None),
        ({"before_opening": True}, "crossed before the pursuit was opened"),
        ({"kind": "copy"}, "for information only"),
        ({"crossing": crossing(status="possible")}, "possible crossing, not confirmed yet"),
        ({"crossing": crossing(status="withdrawn")}, "the crossing was withdrawn"),
        ({"crossing_out": crossing(status="possible")}, "possible way out, not confirmed yet"),
        ({"crossing": crossing(start_unsure=True)}, "first seen at the border: perhaps there all along"),
        ({"crossing": crossing(late=True)}, "told late: nobody saw it at the time"),
        ({"phase": "withdrawn", "crossing": crossing(entered=("DE",))}, "the unit crossed into DE instead"),
        ({"phase": "withdrawn", "approach": approach(outcome="withdrawn")}, None),
        (
            {
                "phase": "approaching",
                "approach": approach(),
                "crossing": None,
                "units": (seen(UNIT, "BE", silent=True),),
            },
            None,
        ),
    ],
)
def test_every_doubt_is_a_warning_and_what_is_sure_is_none(changes: dict[str, Any], said: str | None) -> None:
    assert warnings(alert(ROOM, **changes), EN) == ((said,) if said else ())


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        (
            {"by_hand": by_hand()},
            "warned by hand by LIE-21 at 12:00:00Z: coming (E25, towards north, 144 km/h, seen at 12:00:00Z)",
        ),
        (
            {
                "by_hand": by_hand(
                    place="", lat=50.8, lon=5.7, direction="", speed_mps=None, seen_at=None, language="fr"
                )
            },
            "warned by hand by LIE-21 at 12:00:00Z: coming [fr] (50.80000 N 5.70000 E)",
        ),
        ({"escalation": "louder"}, "NOT ACKNOWLEDGED: rung louder, also at the second desk"),
        (
            {"shelved": Shelved(by=DESK, at=NOON, until=NOON, reason="known")},
            "put aside until 12:00:00Z by jansen (desk 3): known",
        ),
        (
            {"offered": Offered(to="bos", by=CREW, at=NOON, until=NOON, note="shift ends")},
            "offered to bos by LIE-21 until 12:00:00Z: shift ends",
        ),
        (
            {"alarms": (Alarm(code="danger", at=NOON, revision=1, params={"code": "armed"}),)},
            "DANGER: armed (since 12:00:00Z)",
        ),
        (
            {"alarms": (Alarm(code="asked", at=NOON, revision=1, params={"kind": "observe", "room": "BE/R"}),)},
            "BE/R ASKS: OBSERVE only (since 12:00:00Z)",
        ),
    ],
)
def test_what_people_and_clocks_added_is_told(changes: dict[str, Any], said: str) -> None:
    assert remarks(alert(ROOM, **changes), EN) == (said,)


@pytest.mark.parametrize(
    ("movement", "allowed", "told"),
    [
        ("water", "no", "BE/LIE-21 BY WATER: NOT ALLOWED by the law card"),
        ("air", "unknown", "BE/LIE-21 BY AIR: CHECK on the law card whether that is allowed"),
        ("foot", "unknown", "BE/LIE-21 ON FOOT: CHECK on the law card whether that is allowed"),
        ("rail", "yes", "BE/LIE-21 BY RAIL: the law card allows that"),
    ],
)
def test_who_is_not_on_the_road_is_told_with_what_the_law_says_of_it(movement: Any, allowed: Any, told: str) -> None:
    units = (replace(seen(UNIT, "NL"), movement=movement),)
    assert warnings(alert(ROOM, units=units, off_road={UNIT: allowed}), EN) == (told,)
    assert remarks(alert(ROOM, units=units, off_road={UNIT: allowed}), EN) == (told,)
    assert warnings(alert(ROOM, units=units), EN) == ()
    assert warnings(alert(ROOM, phase="cleared", units=units, off_road={UNIT: allowed}), EN) == ()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_way_has_its_words_in_every_language(language: str, caplog: pytest.LogCaptureFixture) -> None:
    for movement in ("foot", "rail", "water", "air"):
        units = (replace(seen(UNIT, "NL"), movement=movement),)
        for allowed in ("no", "unknown", "yes"):
            told: dict[str, Any] = {UNIT: allowed}
            assert all(remarks(alert(ROOM, units=units, off_road=told), terminal_reader(language)))
    assert caplog.records == []
