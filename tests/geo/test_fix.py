"""A fix that cannot be true is refused when it is made."""

import math
from datetime import datetime, timedelta, timezone
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from geo.fix import Fix, InvalidFixError
from geo.movement import MOVEMENTS, Movement
from tests.worlds import NOON

_GOOD: dict[str, Any] = {
    "unit": "BE/CAR", "boot": "b", "number": 0, "counted": True, "observed_at": NOON, "lat": 50.0, "lon": 6.0,
}  # fmt: skip


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("lat", 91.0), ("lat", -90.1), ("lat", math.nan), ("lat", math.inf),
        ("lon", 180.1), ("lon", -181.0), ("lon", math.nan), ("lon", -math.inf),
        ("accuracy_m", -1.0), ("accuracy_m", math.nan), ("accuracy_m", math.inf),
        ("speed_mps", -0.1), ("speed_mps", math.nan), ("course_deg", 361.0), ("course_deg", math.nan),
        ("number", -1), ("unit", ""), ("boot", ""), ("movement", "hover"), ("movement", ""),
        ("observed_at", datetime(2026, 1, 1)),  # noqa: DTZ001 - naive is what is tested
        ("observed_at", datetime(2026, 1, 1, tzinfo=timezone(timedelta(hours=2)))),
    ],
)  # fmt: skip
def test_a_field_out_of_range_is_refused_with_what_was_expected_and_what_came(field: str, value: object) -> None:
    with pytest.raises(InvalidFixError, match=f"^{field}: expected .*, got ") as refused:
        Fix(**{**_GOOD, field: value})
    assert refused.value.field == field


@pytest.mark.parametrize(("lat", "lon"), [(90.0, 0.0), (-90.0, 180.0), (0.0, -180.0), (0.0, 0.0)])
def test_poles_antimeridian_and_null_island_are_places(lat: float, lon: float) -> None:
    assert Fix(**{**_GOOD, "lat": lat, "lon": lon}).lat == lat


def test_utc_by_any_name_is_utc() -> None:
    assert Fix(**{**_GOOD, "observed_at": datetime(2026, 1, 1, tzinfo=ZoneInfo("UTC"))}).number == 0


def test_a_unit_moves_on_a_road_where_nothing_is_said() -> None:
    assert Fix(**_GOOD).movement == "road"


@pytest.mark.parametrize("movement", MOVEMENTS)
def test_every_movement_is_one_of_a_fix(movement: Movement) -> None:
    assert Fix(**{**_GOOD, "movement": movement}).movement == movement
