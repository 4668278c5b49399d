"""A unit that comes by a way the law may not allow is told as such to every room, and never as allowed unless it is."""

import pytest

from streams.pursuit.off_road import off_road
from streams.records import Alert, AlertRecord, UnitView
from streams.records.parts import Movement
from tests.streams.pursuit.scene import CAR, DUTCH, HOME, RULES, START, WEST, Chase, inbox, opened_at_home

BE_DE, BE_NL, NL_DE = (f"{pair}/police/2026-01-01" for pair in ("BE>DE", "BE>NL", "NL>DE"))


def _alert(movement: Movement, *cards: str, unit: str = CAR, active: bool = True) -> Alert:
    view = UnitView(unit=unit, joined_at=START, active=active, movement=movement)
    return Alert(
        id="c|r", case="c", room=WEST, revision=1, phase="entered", priority=1, code="entered", mode="exercise",
        home="BE", leading_room=HOME, opened_at=START, opened_by="a", raised_at=START, units=(view,), cards=cards,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("movement", "cards", "unit", "said"),
    [
        ("water", (BE_DE,), CAR, "no"),
        ("air", (BE_DE,), CAR, "no"),
        ("rail", (BE_DE,), CAR, "yes"),
        ("foot", (BE_DE,), CAR, "unknown"),
        ("water", (BE_NL,), CAR, "unknown"),
        ("air", (BE_NL, BE_DE), CAR, "no"),
        ("air", (NL_DE,), DUTCH, "yes"),
        ("water", (NL_DE,), DUTCH, "unknown"),  # inland yes, by sea not known
        ("air", ("BE>CH/police/2026-01-01",), CAR, "unknown"),  # no known basis
    ],
)
def test_the_strictest_of_what_the_cards_of_the_units_own_state_say(
    movement: Movement, cards: tuple[str, ...], unit: str, said: str
) -> None:
    assert off_road(_alert(movement, *cards, unit=unit), RULES) == {unit: said}


@pytest.mark.parametrize(
    "alert",
    [
        _alert("road", BE_DE),
        _alert("water"),
        _alert("water", NL_DE),
        _alert("water", "BE>DE/customs/2026-01-01"),
        _alert("water", BE_DE, active=False),
    ],
)
def test_nothing_is_said_of_the_road_nor_where_no_card_is_of_the_unit(alert: Alert) -> None:
    assert off_road(alert, RULES) == {}


def test_every_room_that_is_rung_for_a_boat_reads_it() -> None:
    chase = Chase()
    chase.open()
    chase.present(0.5, "BE", movement="water")
    told = inbox(chase.crossed(30, "BE", "DE"), AlertRecord)
    assert {room: record.alert.off_road for room, record in told.items()} == {room: {CAR: "no"} for room in told}
    assert {HOME, WEST} <= set(told)


def test_of_a_car_nothing_is_told() -> None:
    chase = opened_at_home()
    told = inbox(chase.crossed(30, "BE", "DE"), AlertRecord)
    assert {room: record.alert.off_road for room, record in told.items()} == {room: {} for room in told}
