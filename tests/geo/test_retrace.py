"""A way told again: corridors count, corners that the error may have clipped do not."""

import math
from collections.abc import Sequence
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.entry import Anchor, Entry
from geo.retrace import Within, led_along
from geo.territory import Territory
from tests.worlds import away, index_of, sets

BE, NL, DE = sets("BE", "NL", "DE")
LU, SHARED = sets("LU", "DE LU")
PHONE = Within(straight_m=15.0, aside_m=45.0)

Metres = tuple[float, float]


def way(places_m: Sequence[Metres], every_us: int = 1_000_000) -> list[Anchor]:
    """Places in metres east and north of 50.5 N, 6 E, one after the other."""
    return [Anchor(k * every_us, *away(*place)) for k, place in enumerate(places_m)]


def led(
    places_m: Sequence[Metres], ends: tuple[Territory, Territory], world: str = "border_at_six", within: Within = PHONE
) -> tuple[Entry, ...]:
    found = led_along(way(places_m), ends, within, index_of(world))
    assert found is not None
    return found


def grounds(entries: Sequence[Entry]) -> list[Territory]:
    return [entry.territory for entry in entries]


def test_a_way_over_a_border_leads_into_the_other_state_where_and_when_it_came_by() -> None:
    (entry,) = led([(-100.0, 0.0), (-20.0, 0.0), (20.0, 0.0), (100.0, 0.0)], (BE, NL))
    assert (entry.territory, entry.at_us, round(entry.lon, 9)) == (NL, 1_500_000, 6.0)
    assert (entry.not_before_us, entry.not_after_us) == (0, 3_000_000)


def test_a_stop_before_the_border_is_not_spread_over_the_way() -> None:
    stood = [(-100.0, 0.0), *[(-40.0, 0.0)] * 60, (40.0, 0.0), (100.0, 0.0)]
    (entry,) = led(stood, (BE, NL))
    assert entry.at_us == 60_500_000


def test_a_way_that_wavers_over_the_border_enters_once() -> None:
    wavering = [(-100.0, 0.0), (-30.0, 5.0), (9.0, 12.0), (-8.0, 20.0), (9.0, 30.0), (60.0, 40.0), (100.0, 45.0)]
    assert grounds(led(wavering, (BE, NL))) == [NL]


def test_a_way_that_comes_back_without_being_deep_entered_nothing() -> None:
    assert led([(-100.0, 0.0), (30.0, 10.0), (-100.0, 20.0)], (BE, BE)) == ()


def test_a_way_that_comes_back_from_deep_was_there() -> None:
    assert grounds(led([(-200.0, 0.0), (200.0, 10.0), (-200.0, 20.0)], (BE, BE))) == [NL, BE]


def test_a_corridor_narrower_than_the_error_was_crossed() -> None:
    assert grounds(led([(-100.0, 0.0), (100.0, 0.0)], (DE, DE), "corridor")) == [BE, DE]


@given(st.lists(st.floats(-12.0, 12.0), min_size=4, max_size=12), st.floats(-30.0, 30.0))
def test_a_wavering_way_over_a_corridor_leads_in_and_out_once(off_m: list[float], turn_m: float) -> None:
    east = np.linspace(-120.0, 120.0, len(off_m))
    places = [(x + off, turn_m * x / 120.0 - off) for x, off in zip(east.tolist(), off_m, strict=True)]
    places[0], places[-1] = (-120.0, 0.0), (120.0, 0.0)
    assert grounds(led(places, (DE, DE), "corridor")) == [BE, DE]


def test_a_clipped_corner_counts_only_where_it_is_clipped_deeply() -> None:
    """North-west of the corner at 50.5 N, 6 E lies Belgium, south-east of it the Netherlands."""
    shallow = [(-300.0, -280.0), (280.0, 300.0)]
    deep = [(-300.0, -600.0), (600.0, 300.0)]
    assert led(shallow, (BE, BE), "corner") == ()
    assert grounds(led(deep, (BE, BE), "corner")) == [NL, BE]


def test_with_no_error_at_all_every_touch_of_a_state_counts() -> None:
    exact = Within(0.0, 0.0)
    assert grounds(led([(-300.0, -280.0), (280.0, 300.0)], (BE, BE), "corner", exact)) in ([], [NL, BE])
    assert grounds(led([(-300.0, -310.0), (310.0, 300.0)], (BE, BE), "corner", exact)) == [NL, BE]


def test_a_way_through_shared_ground_leads_in_and_out_of_it() -> None:
    """It lies between 6.00 and 6.01 degrees east: 709 m."""
    assert grounds(led([(-300.0, 0.0), (1_000.0, 0.0)], (LU, DE), "condominium")) == [SHARED, DE]


def test_a_way_that_does_not_end_where_it_is_said_to_tells_nothing() -> None:
    assert led_along(way([(-100.0, 0.0), (-50.0, 0.0)]), (BE, NL), PHONE, index_of("border_at_six")) is None
    assert led_along(way([(100.0, 0.0), (-50.0, 0.0)]), (BE, BE), PHONE, index_of("border_at_six")) is None


@given(st.lists(st.tuples(st.floats(-150.0, 150.0), st.floats(-150.0, 150.0)), min_size=1, max_size=20))
def test_what_is_told_is_a_story_without_holes_in_the_order_of_time(places_m: list[Metres]) -> None:
    whole = [(-300.0, 0.0), *places_m, (300.0, 0.0)]
    entries = led(whole, (BE, NL))
    assert entries[-1].territory == NL
    assert all(a.territory != b.territory for a, b in pairwise(entries))
    assert all(entry.not_before_us <= entry.at_us <= entry.not_after_us for entry in entries)


@pytest.mark.parametrize("bearing_deg", range(0, 360, 30))
def test_a_corridor_crossed_at_any_angle_but_along_it_is_told(bearing_deg: int) -> None:
    east, north = math.sin(math.radians(bearing_deg)), math.cos(math.radians(bearing_deg))
    if abs(east) < 0.5:
        east, north = math.copysign(0.5, east or 1.0), math.copysign(math.sqrt(0.75), north)
    places = [(-200.0 * east, -200.0 * north), (200.0 * east, 200.0 * north)]
    assert grounds(led(places, (DE, DE), "corridor")) == [BE, DE]
