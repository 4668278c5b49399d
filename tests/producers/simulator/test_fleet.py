from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import islice

import numpy as np
import pytest

from producers.simulator.delivery import CLEAN, ROUGH, Delivery
from producers.simulator.fleet import START, WORLDS, SimulatedUnit, SimulationError, simulate
from producers.simulator.receiver import Receiver
from tests.producers.simulator.made import real_ground
from tests.worlds import index_of

AT_SIX = index_of("border_at_six")


def _told(units: Iterator[SimulatedUnit]) -> list[tuple[object, ...]]:
    return [(unit.unit, unit.kind, unit.course.lat.tobytes(), unit.crossings, unit.fixes) for unit in units]


def test_the_same_seed_is_the_same_fleet_and_another_seed_another() -> None:
    one, same = (_told(simulate("crossing", AT_SIX, seed=5, units=3)) for _ in range(2))
    assert one == same
    assert one != _told(simulate("crossing", AT_SIX, seed=6, units=3))


def test_more_units_change_none_and_without_a_number_there_is_no_end() -> None:
    few = _told(simulate("rough", AT_SIX, seed=5, units=2))
    assert _told(islice(simulate("rough", AT_SIX, seed=5), 4))[:2] == few


def test_another_receiver_or_delivery_changes_no_course_and_no_truth() -> None:
    (plain,) = simulate("crossing", AT_SIX, seed=5, units=1)
    (other,) = simulate(
        "crossing", AT_SIX, seed=5, units=1, receiver=Receiver(sigma_m=5.0), delivery=Delivery(loss=0.5)
    )
    assert plain.crossings == other.crossings
    assert plain.course.lon.tobytes() == other.course.lon.tobytes()
    assert plain.fixes != other.fixes
    (lossy,) = simulate("crossing", AT_SIX, seed=5, units=1, delivery=Delivery(loss=0.5))
    assert {fix for _, fix in lossy.fixes} < {fix for _, fix in plain.fixes}


def test_a_unit_belongs_to_the_state_it_starts_in_and_its_fixes_say_who_and_when() -> None:
    for unit in simulate("crossing", AT_SIX, seed=1, units=6):
        assert unit.unit[:2] == ("BE" if unit.course.lon[0] < 6.0 else "NL")
        assert unit.crossings[0].left == {unit.unit[:2]}
        assert {fix.unit for _, fix in unit.fixes} == {unit.unit}
        assert [fix.number for _, fix in unit.fixes] == list(range(len(unit.fixes)))
        assert [fix.observed_at - START for _, fix in unit.fixes] == [
            timedelta(seconds=at_s) for at_s, _ in unit.fixes
        ]  # fmt: skip
        assert {fix.movement for _, fix in unit.fixes} == {unit.movement}


def test_the_crossing_world_drives_motorways_and_roads_and_walks_a_little() -> None:
    units = list(simulate("crossing", AT_SIX, seed=1, units=60))
    paces = [unit.pace for unit in units]
    assert paces.count("motorway") > 15
    assert paces.count("road") > 15
    assert 1 <= paces.count("foot") <= 15
    assert all(unit.crossings for unit in units)


@pytest.mark.parametrize("world", ["beside", "turning", "parked"])
def test_in_worlds_without_crossings_there_are_none(world: str) -> None:
    for unit in simulate(world, AT_SIX, seed=1, units=5, stay_s=60.0):
        assert unit.crossings == ()
        assert len(unit.fixes) > 60


@pytest.mark.parametrize("world", WORLDS)
def test_every_world_is_found_on_real_ground(world: str) -> None:
    (unit,) = simulate(world, real_ground().index, seed=2, units=1)
    assert unit.fixes
    assert (np.diff([at_s for at_s, _ in unit.fixes]) >= 0.0).all()


def test_only_the_rough_world_is_delivered_roughly() -> None:
    assert {name for name, world in WORLDS.items() if world.delivery is not CLEAN} == {"rough"}
    assert WORLDS["rough"].delivery is ROUGH


def test_another_start_moves_every_fix() -> None:
    start = datetime(2027, 6, 1, tzinfo=UTC)
    (unit,) = simulate("parked", AT_SIX, seed=1, units=1, start=start, stay_s=10.0)
    assert unit.fixes[0][1].observed_at == start
    assert unit.fixes[-1][1].observed_at == start + timedelta(seconds=10)


def test_what_cannot_be_made_up_is_refused_at_once() -> None:
    with pytest.raises(SimulationError, match=r"world: expected one of crossing, beside, .*, got 'banana'"):
        simulate("banana", AT_SIX, seed=1)
    with pytest.raises(SimulationError, match="seed: expected a number from 0, got -1"):
        simulate("crossing", AT_SIX, seed=-1)
