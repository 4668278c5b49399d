"""Units in states that are not their own: how far they have come, and which stay goes on when a crossing never was."""

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from streams.pursuit.stays import first_stays, going_on, measured, of_territory
from streams.records import Crossing, Sighting, Stay
from tests.streams.pursuit.scene import Chase, at, crossing, opened_at_home, possible, settled, sighting

IN = crossing("BE", "NL", 30)
OUT = possible("NL", "BE", 60)


def _stay(state: str = "NL", by: Crossing | None = IN, odometer_m: float | None = 1000.0) -> Stay:
    return Stay(
        state=state, card=f"BE>{state}", known=True, crossing=by.id if by else None, since=by.at if by else None,
        lat=50.2, lon=6.0, odometer_m=odometer_m,
    )  # fmt: skip


def _seen(lat: float, lon: float, odometer_m: float | None) -> Sighting:
    return replace(sighting("NL", 60), lat=lat, lon=lon, odometer_m=odometer_m)


# ---------------------------------------------------------------- how far


def test_a_stay_is_measured_along_the_track_and_as_the_crow_flies_from_the_crossing() -> None:
    (stay,) = measured((_stay(),), _seen(50.21, 6.0, 3500.0))
    assert stay.travelled_m == 2500.0
    assert stay.crow_m == pytest.approx(1112, abs=2)  # 0.01 degree of latitude


def test_what_cannot_be_measured_stays_as_it_was() -> None:
    known = replace(_stay(odometer_m=None), travelled_m=700.0)
    assert measured((known,), _seen(50.2, 6.0, 3500.0))[0].travelled_m == 700.0
    assert measured((known,), None) == (known,)
    nowhere = replace(_stay(), lat=None, lon=None)
    assert measured((nowhere,), _seen(50.3, 6.0, 3500.0))[0].crow_m is None


@given(st.floats(0, 1e6), st.floats(0, 1e6))
def test_nothing_is_ever_travelled_backwards(start_m: float, now_m: float) -> None:
    (stay,) = measured((replace(_stay(odometer_m=start_m), travelled_m=700.0),), _seen(50.2, 6.0, now_m))
    assert stay.travelled_m is not None
    assert stay.travelled_m >= 0


def test_an_odometer_that_begins_anew_takes_nothing_back() -> None:
    known = replace(_stay(odometer_m=90_000.0), travelled_m=4000.0)
    assert measured((known,), _seen(50.2, 6.0, 3.0))[0].travelled_m == 4000.0


def test_a_stay_ends_where_the_unit_is_no_longer() -> None:
    assert of_territory((_stay("DE"), _stay("NL")), ("NL",)) == (_stay("NL"),)


# ---------------------------------------------------------------- a crossing that may never have been


def test_a_stay_is_remembered_as_it_first_was_but_with_what_it_has_come_to_since() -> None:
    farther, anew = replace(_stay(), travelled_m=900.0, reached="warned"), _stay(by=possible("BE", "NL", 90))
    assert first_stays((_stay(),), (farther,), None) == (farther,)
    assert first_stays((_stay(),), (anew,), None) == (_stay(),)


def test_a_stay_that_is_surely_over_or_never_was_is_not_remembered() -> None:
    assert first_stays((_stay(),), (), settled(OUT, "confirmed")) == ()
    assert first_stays((_stay(),), (), settled(OUT, "withdrawn")) == (_stay(),)
    assert first_stays((_stay(),), (), settled(IN, "withdrawn")) == ()
    late = replace(settled(OUT, "confirmed"), late=True)
    assert first_stays((_stay(),), (), late) == (_stay(),)


def test_where_a_stay_began_by_a_crossing_that_never_was_the_first_one_goes_on() -> None:
    back = possible("BE", "NL", 90)
    never = settled(back, "withdrawn")
    assert going_on((_stay(by=back),), (_stay(),), never) == (_stay(),)
    assert going_on((_stay(by=back),), (_stay(),), back) == (_stay(by=back),)
    assert going_on((), (_stay(),), None) == (_stay(),)


# ---------------------------------------------------------------- in a pursuit


@dataclass(frozen=True, slots=True)
class _Run:
    since: object
    travelled_m: float | None


def _run(chase: Chase) -> list[_Run]:
    (view,) = chase.pursuit.units.values()
    return [_Run(stay.since, stay.travelled_m) for stay in view.stays]


def _in_nl_for_5_km() -> Chase:
    chase = opened_at_home()
    chase.told(30, replace(IN, odometer_m=1000.0), "NL")
    chase.moved(50, IN.unit, 50.2, 6.07, odometer_m=6000.0)
    return chase


def test_a_way_out_that_never_was_leaves_the_limits_running_from_the_way_in() -> None:
    chase = _in_nl_for_5_km()
    assert _run(chase) == [_Run(at(30), 5000.0)]
    chase.told(60, OUT, "BE")
    assert _run(chase) == []
    chase.told(65, settled(OUT, "withdrawn"), "NL")
    chase.moved(70, IN.unit, 50.2, 6.1, odometer_m=7000.0)
    assert _run(chase) == [_Run(at(30), 6000.0)]


def test_out_and_in_again_that_both_never_were_leave_them_running_too() -> None:
    for order in ((0, 1), (1, 0)):
        chase, back = _in_nl_for_5_km(), possible("BE", "NL", 62)
        chase.told(60, OUT, "BE")
        chase.told(62, back, "NL")
        assert [run.since for run in _run(chase)] == [at(62)]
        for which in order:
            chase.told(65, settled((OUT, back)[which], "withdrawn"), "NL")
        assert [run.since for run in _run(chase)] == [at(30)]


def test_out_for_sure_and_in_again_begins_anew() -> None:
    chase = _in_nl_for_5_km()
    chase.told(60, OUT, "BE")
    chase.told(65, settled(OUT, "confirmed"), "BE")
    chase.told(90, replace(crossing("BE", "NL", 90), odometer_m=9000.0), "NL")
    chase.moved(95, IN.unit, 50.2, 6.07, odometer_m=9500.0)
    assert _run(chase) == [_Run(at(90), 500.0)]
