"""What is read out of where a pursuit is: told from what the caller's own records say, and no more."""

from datetime import timedelta
from typing import Any

import pytest
from msgspec.structs import replace

from consumers.language import LANGUAGES
from consumers.read_out_moves import in_sentences, last_lines, move_lines, pursuing
from consumers.reader import terminal_reader
from streams.records import Alert, LogEntry, Place, UnitView
from tests.consumers.known_records import alerted, by_hand, full_pursuit, stay, target
from tests.consumers.records import EIJSDEN, LEAD, NOON, ROOM, UNIT, alert, approach, crossing, seen

EN = terminal_reader("en")
CROSSED = replace(seen(UNIT, "NL"), last_crossing=crossing())


def moved(
    *units: UnitView, held: Alert | None = None, log: tuple[LogEntry, ...] = (), language: str = "en", **changes: Any
) -> list[str]:
    """What the leading room reads to the Dutch one, or to the one that `changes` make of it."""
    view = full_pursuit(recipient=LEAD, units=units, log=log)
    return list(move_lines(view, alerted(**changes), held, terminal_reader(language)))


def foreseen(code: str, entered: str = "NL") -> LogEntry:
    return LogEntry(at=NOON, code=code, params={"unit": UNIT, "entered": entered, "eta": "2026-05-04T12:00:40+00:00"})


# ---------------------------------------------------------------- over the border


def test_where_and_when_it_crossed_stands_with_its_unit() -> None:
    assert moved(CROSSED) == [
        "Pursuit BE/P-1 entered the Netherlands",
        "When: at 12:00:00Z",
        "Where: 50.76700 N 5.71100 E",
    ]


def test_the_place_has_its_name_where_the_callers_alert_is_of_that_crossing() -> None:
    home = alert(LEAD, phase="departed", room_basis="home")
    assert moved(CROSSED, held=home)[2] == "Where: Eijsden, 1.2 km to the south"
    assert moved(CROSSED, held=replace(home, crossing_point="Eijsden E25"))[2].startswith("Where: Eijsden E25, Eijsden")
    other = replace(home, crossing=crossing(id="x2", entered=("LU",)))
    assert moved(CROSSED, held=other)[2] == "Where: 50.76700 N 5.71100 E"


def test_the_place_has_its_name_where_the_called_rooms_alert_is_of_that_crossing() -> None:
    its_place: dict[str, Any] = {"place": EIJSDEN, "place_of": crossing().id}
    assert moved(CROSSED, **its_place)[2] == "Where: Eijsden, 1.2 km to the south"
    assert moved(CROSSED, **its_place, crossing_point="Eijsden E25")[2].startswith("Where: Eijsden E25, Eijsden")
    assert moved(CROSSED, **its_place | {"place_of": "x2"})[2] == "Where: 50.76700 N 5.71100 E"


def test_where_it_is_foreseen_has_its_name_too() -> None:
    its_own: dict[str, Any] = {"place": EIJSDEN, "place_of": "a1", "expected_at": NOON + timedelta(seconds=70)}
    foretold = moved(log=(foreseen("approaching"),), phase="approaching", **its_own)
    assert foretold[1:] == ["When: expected at 12:01:10Z", "Where: Eijsden, 1.2 km to the south"]


def test_a_place_is_never_told_with_the_time_of_another_units_approach() -> None:
    foretold = moved(log=(foreseen("approaching"),), phase="approaching", place=EIJSDEN, place_of="a1")
    assert foretold[1:] == ["When: expected at 12:00:40Z", "Where: not known"]


def test_a_place_in_town_has_no_distance() -> None:
    in_town = replace(EIJSDEN, distance_m=40)
    assert moved(CROSSED, held=alert(LEAD, place=in_town))[2] == "Where: Eijsden"


def test_a_possible_crossing_is_told_as_possible() -> None:
    what, when, _ = moved(replace(CROSSED, last_crossing=crossing(status="possible")))
    assert what == "Pursuit BE/P-1 possibly entered the Netherlands"
    assert when == "When: at 12:00:00Z (possible, not confirmed)"


def test_a_guess_is_told_as_between_two_instants() -> None:
    _, when, _ = moved(replace(CROSSED, last_crossing=crossing(guess=True)))
    assert when == "When: between 11:59:59Z and 12:00:01Z, no fixes meanwhile"


@pytest.mark.parametrize(
    "unit",
    [
        seen(UNIT, "NL"),
        replace(CROSSED, last_crossing=crossing(status="withdrawn")),
        replace(CROSSED, last_crossing=crossing(entered=("LU",))),
        replace(CROSSED, active=False),
        replace(CROSSED, in_error=True),
        replace(CROSSED, movement="air"),
    ],
)
def test_what_is_not_of_this_rooms_border_is_not_known(unit: UnitView) -> None:
    assert moved(unit)[1:] == ["When: not known", "Where: not known"]


def test_the_first_unit_in_counts_and_of_those_out_again_the_last() -> None:
    later = crossing(id="x2", at=NOON + timedelta(seconds=9))
    assert moved(replace(CROSSED, last_crossing=later), replace(CROSSED, unit="BE/2"))[1] == "When: at 12:00:00Z"
    out = [replace(CROSSED, last_crossing=replace(one, left=("NL",), entered=("BE",))) for one in (crossing(), later)]
    assert moved(*out, phase="left")[:2] == ["Pursuit BE/P-1 left the Netherlands", "When: at 12:00:09Z"]


def test_an_aircraft_is_what_flies_over() -> None:
    assert moved(replace(CROSSED, movement="air"), phase="overflown")[:2] == [
        "Pursuit BE/P-1 is over the Netherlands, aircraft only",
        "When: at 12:00:00Z",
    ]


def test_the_room_at_home_hears_to_where_its_units_went() -> None:
    assert moved(CROSSED, room=LEAD, kind="home", phase="departed") == [
        "Pursuit BE/P-1 went abroad to the Netherlands",
        "When: at 12:00:00Z",
        "Where: 50.76700 N 5.71100 E",
    ]
    there = replace(seen(UNIT, "NL"), stays=(stay(),))
    assert moved(there, room=LEAD, kind="home", phase="departed")[0] == "Pursuit BE/P-1 went abroad to the Netherlands"


def test_a_joint_centre_hears_of_the_state_that_was_entered_not_of_its_own() -> None:
    assert moved(CROSSED, room="LU/JOINT", kind="copy")[0] == "Pursuit BE/P-1 entered the Netherlands"


# ---------------------------------------------------------------- foreseen


def test_what_is_foreseen_is_told_by_the_alert_or_else_by_the_log() -> None:
    held = alert(ROOM, phase="approaching", crossing=None, approach=approach())
    assert moved(held=held, phase="approaching") == [
        "Pursuit BE/P-1 approaches the Netherlands",
        "When: expected at 12:00:00Z, between 11:59:50Z and 12:00:30Z",
        "Where: Eijsden, 1.2 km to the south",
    ]
    assert moved(log=(foreseen("approaching"), foreseen("approaching", "LU")), phase="approaching")[1:] == [
        "When: expected at 12:00:40Z",
        "Where: not known",
    ]


@pytest.mark.parametrize("log", [(), (foreseen("approaching"), foreseen("approach_withdrawn"))])
def test_what_is_no_longer_foreseen_is_not_told(log: tuple[LogEntry, ...]) -> None:
    assert moved(log=log, phase="approaching")[1] == "When: not known"


def test_what_another_room_is_foreseen_is_not_told_of_this_one() -> None:
    held = alert(LEAD, approach=approach(entered=("LU",)))
    assert moved(held=held, phase="approaching")[1] == "When: not known"


# ---------------------------------------------------------------- no border


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"phase": "entered", "kind": "area"}, "entered your area"),
        ({"phase": "telephoned"}, "may come to you: we warn you herewith"),
        ({"phase": "withdrawn"}, "is withdrawn for you"),
        ({"phase": "cleared"}, "is cleared in the Netherlands"),
        ({"phase": "cleared", "kind": "home"}, "has its own units home again in the Netherlands"),
        ({"phase": "alarm"}, "needs you"),
        ({"phase": "fault"}, "has a system fault, act by telephone"),
    ],
)
def test_what_is_about_no_border_has_no_when_and_where(changes: dict[str, Any], said: str) -> None:
    assert moved(CROSSED, **changes) == [f"Pursuit BE/P-1 {said}"]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("phase", ["open", "closed"])
def test_who_was_warned_by_nothing_is_not_told_that_they_were_warned_by_hand(language: str, phase: str) -> None:
    reader = terminal_reader(language)
    view = full_pursuit(recipient=LEAD, phase=phase)
    (said,) = move_lines(view, alerted(phase="telephoned"), None, reader)
    assert reader.say("spoken-warned") not in said
    assert (reader.say("read-telephoned") in said) is (phase == "open")


def test_the_rooms_own_alert_says_why_it_was_withdrawn() -> None:
    held = alert(ROOM, phase="withdrawn", because="wrong car")
    assert moved(held=held, phase="withdrawn") == ["Pursuit BE/P-1 is withdrawn, because: wrong car"]


def test_who_warned_a_room_by_hand_reads_out_what_they_typed() -> None:
    said = moved(held=alert(LEAD, phase="departed"), phase="warned", kind="by_hand", by_hand=by_hand())
    assert said[1].startswith("warned by hand by LIE-21 at 12:00:00Z: ")
    assert "(E25, towards north, 144 km/h, seen at 12:00:00Z)" in said[1]


def test_one_sentence_after_another_begins_with_a_capital() -> None:
    assert in_sentences(("number plate 1-AB", "", "grey Audi")) == "number plate 1-AB. Grey Audi"
    assert in_sentences(()) == ""


def test_the_rooms_own_alert_says_what_was_told_by_hand() -> None:
    held = alert(ROOM, kind="by_hand", phase="warned", crossing=None, by_hand=by_hand())
    assert moved(held=held, phase="warned", kind="by_hand")[1] == (
        "warned by hand by LIE-21 at 12:00:00Z: coming (E25, towards north, 144 km/h, seen at 12:00:00Z)"
    )


def test_there_since_unknown_is_said() -> None:
    assert moved(held=alert(ROOM, crossing=None, since_unknown=True))[1] == "When: there since unknown"


# ---------------------------------------------------------------- now


def sighted(**changes: Any) -> UnitView:
    sighting = seen(UNIT, "NL").seen
    assert sighting
    return replace(seen(UNIT, "NL"), seen=replace(sighting, **changes))


def test_the_newest_place_is_told_with_direction_and_speed() -> None:
    older = replace(sighted(observed_at=NOON - timedelta(seconds=9)), unit="BE/OLD")
    view = full_pursuit(units=(older, sighted(course_deg=44, speed_mps=40)), target=None)
    assert list(last_lines(view, EN)) == [
        (
            "Last position: BE/LIE-21 at 12:00:00Z, in the Netherlands, 50.70000 N 5.70000 E. "
            "Direction: north-east. Speed: 144 (one four four) kilometres per hour"
        )
    ]


NEAR_EIJSDEN = Place(
    name="Eijsden", state="NL", lat=50.7, lon=5.7, distance_m=1200, bearing_deg=44, names={"fr": "Eysden"}
)  # fmt: skip


def test_the_last_place_is_told_by_the_town_of_its_state_too() -> None:
    asked: list[str | None] = []

    def near(_lat: float, _lon: float, state: str | None) -> Place:
        asked.append(state)
        return NEAR_EIJSDEN

    view = full_pursuit(units=(sighted(),), target=target())
    last, car = last_lines(view, terminal_reader("fr", near))
    assert "Eysden / Eijsden, \u00e0 1,2 km, direction nord-est, 50.70000 N 5.70000 E" in last
    assert "Eysden / Eijsden, " in car
    assert asked == ["NL", None]


def test_a_town_far_away_says_nothing() -> None:
    far = replace(NEAR_EIJSDEN, distance_m=31_000)
    said = next(last_lines(full_pursuit(units=(sighted(),)), terminal_reader("en", lambda *_: far)))
    assert "in the Netherlands, 50.70000 N" in said


def test_a_unit_on_the_ground_goes_before_an_aircraft() -> None:
    aircraft = replace(sighted(observed_at=NOON + timedelta(seconds=9)), unit="BE/AIR", movement="air")
    assert next(last_lines(full_pursuit(units=(aircraft, sighted())), EN)).startswith("Last position: BE/LIE-21 ")
    assert next(last_lines(full_pursuit(units=(aircraft,)), EN)).startswith("Last position: BE/AIR ")


def test_what_nobody_knows_is_said_to_be_so() -> None:
    assert list(last_lines(full_pursuit(units=(), target=None), EN)) == [
        "Last position: not known. Direction: not known. Speed: not known"
    ]


def test_a_parked_car_has_a_speed() -> None:
    said = list(last_lines(full_pursuit(units=(), target=target(course_deg=350, speed_mps=0, text="two inside")), EN))
    assert said[1] == (
        "The pursued car was seen at 12:00:00Z, 50.80000 N 5.70000 E, within 200 m, number plate camera. "
        'Direction: north. Speed: 0 (zero) kilometres per hour. As written: "two inside"'
    )


def test_who_pursues() -> None:
    units = (CROSSED, replace(CROSSED, unit="BE/A", active=False), replace(CROSSED, unit="BE/B", in_error=True))
    assert [unit.unit for unit in pursuing(full_pursuit(units=units))] == [UNIT]
