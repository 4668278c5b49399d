"""The forecast over worlds solvable in the head: where, when and how surely a unit enters the next state."""

import math
from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.forecast import BESIDE_M, ForecastSettings, Outlook, Prospect, forecast
from geo.geodesy import destination, distance_m
from geo.ground_ahead import Fan
from geo.motion import Motion
from geo.territory import OUTSIDE, TerritoryIndex
from tests.geo.moving import moving
from tests.strategies import places, worlds
from tests.worlds import WORLDS, box, index_of, sets

BE, NL, DE, LU = sets("BE", "NL", "DE", "LU")


def west_of_six(away_m: float, *, course_deg: float, lat: float = 50.5, speed_mps: float = 33.0) -> Motion:
    """A unit so many metres west of 6 degrees east."""
    return moving(*destination(lat, 6.0, 270.0, away_m), course_deg=course_deg, speed_mps=speed_mps)


def the_prospect(outlook: Outlook | None) -> Prospect:
    assert outlook is not None
    (prospect,) = outlook.prospects
    return prospect


def test_a_car_a_kilometre_from_the_border_enters_in_half_a_minute() -> None:
    prospect = the_prospect(forecast(west_of_six(1000.0, course_deg=90.0), BE, index_of("border_at_six")))
    assert (prospect.to, prospect.entered) == (NL, NL)
    assert prospect.likely_s == pytest.approx(1000.0 / 33.0, rel=0.07)
    assert prospect.earliest_s < prospect.likely_s < prospect.latest_s
    assert prospect.probability > 0.85
    assert distance_m(50.5, 6.0, prospect.lat, prospect.lon) < 5.0
    assert 100.0 < prospect.within_m < 1000.0


def test_the_nearer_the_surer() -> None:
    found = [
        the_prospect(forecast(west_of_six(away_m, course_deg=60.0), BE, index_of("border_at_six")))
        for away_m in (4000.0, 2000.0, 1000.0, 500.0, 200.0)
    ]
    assert [p.probability for p in found] == sorted(p.probability for p in found)
    spreads = [p.latest_s - p.earliest_s for p in found]
    assert spreads == sorted(spreads, reverse=True)


@pytest.mark.parametrize("course", [0.0, 180.0])
def test_along_the_border_it_is_as_likely_to_stay(course: float) -> None:
    outlook = forecast(west_of_six(60.0, course_deg=course), BE, index_of("border_at_six"))
    assert 0.3 < the_prospect(outlook).probability < 0.6
    assert outlook is not None
    assert outlook.beside


def test_a_unit_is_beside_the_border_from_130_metres_and_not_from_160() -> None:
    near, far = (forecast(west_of_six(m, course_deg=90.0), BE, index_of("border_at_six")) for m in (130.0, 160.0))
    assert near is not None
    assert far is not None
    assert (near.beside, far.beside, BESIDE_M) == (True, False, 150.0)


@pytest.mark.parametrize(
    ("motion", "why"),
    [
        (west_of_six(1000.0, course_deg=270.0), "drives away"),
        (west_of_six(1000.0, course_deg=90.0, speed_mps=2.0), "as good as stands"),
        (west_of_six(60_000.0, course_deg=90.0), "no border within the horizon"),
        (west_of_six(12_000.0, course_deg=90.0, speed_mps=80.0), "the border is beyond the horizon in metres"),
        (west_of_six(4_000.0, course_deg=90.0, speed_mps=14.0), "the border is beyond the horizon in seconds"),
    ],
)
def test_nothing_lies_ahead_of_a_unit_that(motion: Motion, why: str) -> None:
    assert forecast(motion, BE, index_of("border_at_six")) is None, why


def test_into_shared_ground_one_enters_the_state_one_did_not_hold() -> None:
    prospect = the_prospect(forecast(west_of_six(1000.0, course_deg=90.0), LU, index_of("condominium")))
    assert (prospect.to, prospect.entered) == (LU | DE, DE)
    assert distance_m(50.5, 6.0, prospect.lat, prospect.lon) < 5.0


def test_from_shared_ground_into_a_state_that_shares_it_nothing_is_entered() -> None:
    inside = moving(50.5, 6.005, course_deg=90.0)
    assert forecast(inside, LU | DE, index_of("condominium")) is None


def test_to_drive_off_the_map_is_to_enter_nothing() -> None:
    assert forecast(moving(50.5, 6.99, course_deg=90.0), NL, index_of("border_at_six")) is None


def test_a_unit_from_outside_enters_the_state_it_comes_to() -> None:
    from_the_west = moving(*destination(50.5, 5.0, 270.0, 500.0), course_deg=90.0)
    assert the_prospect(forecast(from_the_west, OUTSIDE, index_of("border_at_six"))).entered == BE


def test_an_enclave_ahead_is_entered_by_the_courses_that_meet_it() -> None:
    ahead = moving(*destination(50.505, 6.0, 270.0, 1000.0), course_deg=90.0)
    past = moving(*destination(50.515, 6.0, 270.0, 1000.0), course_deg=90.0)
    towards, beside = (the_prospect(forecast(m, BE, index_of("enclave"))) for m in (ahead, past))
    assert (towards.entered, beside.entered) == (NL, NL)
    assert towards.probability > 0.7
    assert beside.probability < 0.2
    assert distance_m(50.505, 6.0, towards.lat, towards.lon) < 5.0


def test_at_a_tripoint_either_state_may_come_first() -> None:
    outlook = forecast(moving(*destination(50.5, 6.0, 225.0, 2000.0), course_deg=45.0), BE, index_of("tripoint"))
    assert outlook is not None
    assert {prospect.entered for prospect in outlook.prospects} == {NL, DE}
    assert sum(prospect.probability for prospect in outlook.prospects) == pytest.approx(0.8, abs=0.05)


def test_past_a_corner_the_courses_to_its_side_enter() -> None:
    past = moving(*destination(50.505, 6.0, 270.0, 1000.0), course_deg=90.0)
    prospect = the_prospect(forecast(past, BE, index_of("corner")))
    assert prospect.entered == NL
    assert prospect.probability < 0.5
    assert prospect.lat == pytest.approx(50.5, abs=1e-4)


def test_who_seems_to_be_over_already_enters_now() -> None:
    over = moving(*destination(50.5, 6.0, 90.0, 200.0), course_deg=90.0)
    prospect = the_prospect(forecast(over, BE, index_of("border_at_six")))
    assert prospect.likely_s < 1.0
    assert prospect.probability > 0.95


def test_a_territory_the_index_does_not_know_is_as_good_as_any() -> None:
    assert (
        the_prospect(forecast(west_of_six(1000.0, course_deg=90.0), BE | LU, index_of("border_at_six"))).entered == NL
    )


def test_over_the_antimeridian() -> None:
    index = TerritoryIndex.build({"BE": box(-1, 178, 1, 180), "NL": box(-1, -180, 1, -178)})
    prospect = the_prospect(forecast(moving(*destination(0.0, 180.0, 270.0, 1000.0), course_deg=90.0), BE, index))
    assert prospect.entered == NL
    assert abs(prospect.lon) == pytest.approx(180.0, abs=1e-4)
    assert prospect.likely_s == pytest.approx(1000.0 / 33.0, rel=0.07)


def test_an_agency_with_roads_gives_its_own_courses() -> None:
    def one_road(motion: Motion, settings: ForecastSettings, /) -> Fan:
        after_s = np.linspace(0.0, settings.horizon_s, 100)
        _, lons = np.array([destination(50.5, 5.99, 90.0, 10.0 * s) for s in after_s]).T
        lats = np.full(len(lons), motion.lat)
        return Fan(lats[None, :], lons[None, :], after_s[None, :], np.array([0.6]), np.ones((1, len(after_s))))

    motion = moving(50.5, 5.99, course_deg=180.0, speed_mps=10.0)
    prospect = the_prospect(forecast(motion, BE, index_of("border_at_six"), ahead=one_road))
    assert prospect.probability == pytest.approx(0.6)
    assert prospect.likely_s == pytest.approx(distance_m(50.5, 5.99, 50.5, 6.0) / 10.0, rel=0.02)


motions = st.builds(
    lambda place, course, speed, turn, came, sigma: moving(
        *place, course_deg=course, speed_mps=speed, turn_degps=turn, came_deg=course + came, sigma_m=sigma
    ),
    places, st.floats(0.0, 360.0), st.floats(0.0, 90.0), st.floats(-10.0, 10.0), st.floats(-90.0, 90.0),
    st.floats(1.0, 50.0),
)  # fmt: skip


@given(worlds, motions)
def test_chances_stay_below_one_and_times_are_in_order(world: str, motion: Motion) -> None:
    index = index_of(world)
    held = index.territory_at(motion.lat, motion.lon)
    outlook = forecast(motion, held, index)
    if outlook is None:
        return
    assert sum(prospect.probability for prospect in outlook.prospects) <= 1.0 + 1e-9
    for prospect in outlook.prospects:
        _is_in_order(prospect)
        assert prospect.entered == prospect.entered - held
    chances = [prospect.probability for prospect in outlook.prospects]
    assert chances == sorted(chances, reverse=True)
    assert len({prospect.entered for prospect in outlook.prospects}) == len(outlook.prospects)


def _is_in_order(prospect: Prospect) -> None:
    assert 0.0 < prospect.probability <= 1.0
    assert 0.0 <= prospect.earliest_s <= prospect.likely_s <= prospect.latest_s
    assert prospect.entered
    assert prospect.entered <= prospect.to
    assert prospect.within_m >= 0.0


@given(
    st.floats(50.2, 50.8), st.floats(10.0, 5_000.0), st.floats(0.0, 360.0), st.floats(3.0, 90.0), st.floats(1.0, 50.0)
)
def test_the_place_of_entry_lies_on_the_border_or_where_the_unit_is(
    lat: float, away_m: float, course: float, speed: float, sigma_m: float
) -> None:
    place = destination(lat, 6.0, 270.0, away_m)
    outlook = forecast(
        moving(*place, course_deg=course, speed_mps=speed, sigma_m=sigma_m), BE, index_of("border_at_six")
    )
    for prospect in outlook.prospects if outlook else ():
        starts_over = distance_m(*place, prospect.lat, prospect.lon) < 4.0 * sigma_m
        assert starts_over or abs(prospect.lon - 6.0) * 71_000.0 < 5.0


@given(st.floats(50.1, 50.9), st.floats(50.0, 5_000.0), st.floats(0.0, 360.0), st.floats(3.0, 60.0))
def test_the_mirrored_unit_in_the_mirrored_world_has_the_mirrored_outlook(
    lat: float, away_m: float, course: float, speed: float
) -> None:
    plain = TerritoryIndex.build(WORLDS["border_at_six"])
    mirrored = TerritoryIndex.build({"NL": box(50, 5, 51, 6), "BE": box(50, 6, 51, 7)})
    place = destination(lat, 6.0, 270.0, away_m)
    one = forecast(moving(*place, course_deg=course, speed_mps=speed), BE, plain)
    other = forecast(moving(place[0], 12.0 - place[1], course_deg=-course, speed_mps=speed), BE, mirrored)
    assert (one is None) == (other is None)
    if one is not None and other is not None:
        assert _numbers(other.prospects[0]) == pytest.approx(_numbers(one.prospects[0]), rel=0.1, abs=1.0)


def _numbers(prospect: Prospect) -> Sequence[float]:
    return (prospect.probability * 100, prospect.earliest_s, prospect.likely_s, prospect.latest_s)


@given(st.floats(50.2, 50.8), st.floats(5.3, 5.7), st.floats(0.0, 360.0), st.floats(0.0, 100.0))
def test_deep_inside_nothing_lies_ahead(lat: float, lon: float, course: float, speed: float) -> None:
    assert forecast(moving(lat, lon, course_deg=course, speed_mps=speed), BE, index_of("border_at_six")) is None


def test_the_chance_is_that_of_the_courses_that_enter_and_of_not_turning_off() -> None:
    settings = ForecastSettings(turn_off_s=60.0)
    prospect = the_prospect(forecast(west_of_six(1000.0, course_deg=90.0), BE, index_of("border_at_six"), settings))
    assert prospect.probability == pytest.approx(math.exp(-0.5), rel=0.05)
