from producers.simulator.pace import FOOT, MOTORWAY, PACES, ROAD


def test_speeds_are_those_of_the_trade() -> None:
    assert [round(pace.speed_mps * 3.6) for pace in (MOTORWAY, ROAD, FOOT)] == [120, 50, 5]
    assert [pace.movement for pace in (MOTORWAY, ROAD, FOOT)] == ["road", "road", "foot"]


def test_every_pace_is_found_by_its_name() -> None:
    assert {name: pace.name for name, pace in PACES.items()} == {"motorway": "motorway", "road": "road", "foot": "foot"}


def test_a_turn_before_the_border_fits_between_start_and_border() -> None:
    for pace in PACES.values():
        assert pace.short_of_m[0] > pace.radius_m[1]
        assert pace.short_of_m[1] + pace.before_m[0] <= pace.before_m[1]
