"""What an alert says of law and road: the cards that hold where a unit comes, and what officers call the crossing."""

from dataclasses import replace

from borders.crossing_points import CrossingPoint, CrossingPoints
from streams.pursuit.rules import Rules
from streams.pursuit.terms import with_terms
from tests.streams.pursuit.scene import (
    DUTCH,
    HOME,
    RULES,
    SOUTH,
    WEST,
    Chase,
    alert_of,
    approach,
    crew,
    in_nl,
    opened_at_home,
    possible,
    settled,
)  # fmt: skip

BE_NL, BE_DE, NL_DE = (f"{pair}/police/2026-01-01" for pair in ("BE>NL", "BE>DE", "NL>DE"))


def _with_points() -> Rules:
    points = CrossingPoints(
        (
            CrossingPoint(name="Moelingen", road="E25", lat=50.2, lon=6.0, left="BE", entered="NL"),
            CrossingPoint(name="Oostbrug", road="A1", lat=50.2, lon=7.0),
        )
    )
    return replace(RULES, directory=replace(RULES.directory, crossing_points=points))


# ---------------------------------------------------------------- the law


def test_a_pre_alert_carries_the_card_that_will_hold_and_an_entry_the_one_that_does() -> None:
    chase = opened_at_home()
    chase.approaching(10, approach("NL", 10))
    assert alert_of(chase).cards == (BE_NL,)
    chase.crossed(60, "BE", "NL")
    assert alert_of(chase).cards == alert_of(chase, HOME).cards == (BE_NL,)


def test_each_units_own_card_stands_in_the_alert_of_the_room_it_comes_to() -> None:
    chase = in_nl()
    chase.join(31, DUTCH, by=crew(DUTCH, SOUTH))
    chase.present(32, "NL", DUTCH)
    chase.crossed(40, "NL", "DE", DUTCH)
    assert alert_of(chase, WEST).cards == (NL_DE,)


def test_an_approach_into_the_units_own_state_has_no_card_for_it() -> None:
    chase = opened_at_home()
    chase.warn(4, SOUTH)
    chase.join(5, DUTCH, by=crew(DUTCH, SOUTH))
    chase.present(6, "BE", DUTCH)
    chase.approaching(10, approach("DE NL", 10, DUTCH, place=(50.2, 7.0)))
    assert alert_of(chase, WEST).cards == (NL_DE,)


def test_the_day_of_the_crossing_names_the_card() -> None:
    chase = opened_at_home()
    chase.approaching(10, approach("NL", 10, eta_s=13 * 3600))
    assert alert_of(chase).cards == ("BE>NL/police/2026-01-02",)


def test_what_is_over_keeps_the_card_that_held() -> None:
    chase, out = in_nl(), possible("NL", "BE", 60)
    chase.told(60, out, "BE")
    chase.told(65, settled(out, "confirmed"), "BE")
    assert (alert_of(chase).phase, alert_of(chase).cards) == ("left", (BE_NL,))


def test_a_fault_hides_neither_the_card_nor_the_name_of_the_crossing() -> None:
    chase = Chase(rules=_with_points())
    chase.open()
    chase.present(1, "BE")
    chase.crossed(30, "BE", "NL")
    chase.fault(40)
    assert (alert_of(chase).cards, alert_of(chase).crossing_point) == ((BE_NL,), "E25 Moelingen")


# ---------------------------------------------------------------- the road


def test_a_crossing_by_a_named_point_is_called_by_its_name_at_the_pre_alert_already() -> None:
    chase = Chase(rules=_with_points())
    chase.open()
    chase.present(1, "BE")
    chase.approaching(10, approach("NL", 10))
    assert alert_of(chase).crossing_point == "E25 Moelingen"
    chase.crossed(60, "BE", "NL")
    assert alert_of(chase).crossing_point == "E25 Moelingen"


def test_farther_away_or_the_other_way_it_has_no_name() -> None:
    chase = Chase(rules=_with_points())
    chase.open()
    chase.present(1, "BE")
    chase.crossed(30, "BE", "NL", place=(50.202, 6.0))  # 220 m
    assert alert_of(chase).crossing_point == ""
    other = Chase(rules=_with_points())
    other.open()
    other.warn(1, SOUTH)
    other.join(2, DUTCH, by=crew(DUTCH, SOUTH))
    other.present(3, "NL", DUTCH)
    other.crossed(30, "NL", "DE", DUTCH)
    assert alert_of(other, WEST).crossing_point == "A1 Oostbrug"


def test_without_named_points_nothing_is_changed() -> None:
    chase = in_nl()
    assert alert_of(chase).crossing_point == ""
    assert with_terms(chase.pursuit, (), RULES) == ()
