"""Reading a fix: what can be true is taken, anything else is told what was expected."""

import math
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from producers.reading import MAX_NUMBER, Reading, Refusal, Refused, fix_of, read_instant, read_reading
from streams.accounts import AccountEntry, hash_token
from streams.records import Fix, PositionsRecord, decode, encode

CAR = AccountEntry(
    name="car", role="unit", state="BE", service="police", rooms=("BE/CIC-LIEGE",), unit="BE/LIE-21",
    token_sha256=hash_token("car"),
)  # fmt: skip
GOOD = {"n": 7, "t": 1767254400.5, "lat": 50.6, "lon": 5.6}
MORNING = datetime(2026, 1, 1, 8, 0, 0, tzinfo=UTC)


def test_a_good_fix_is_read() -> None:
    known = {"accuracy_m": 4, "speed_mps": 33.3, "course_deg": 360, "altitude_m": -2.5}
    assert read_reading(GOOD | known, CAR) == Reading(
        7, MORNING.replace(microsecond=500_000), 50.6, 5.6, 4.0, 33.3, 360.0, -2.5
    )


@pytest.mark.parametrize(
    ("said", "movement"),
    [({}, "road"), ({"movement": None}, "road"), ({"movement": ""}, "road"), ({"movement": " Foot"}, "foot")],
)
def test_a_unit_is_on_a_road_unless_it_says_otherwise_and_its_fix_keeps_it(said: dict[str, Any], movement: str) -> None:
    reading = read_reading(GOOD | said, CAR)
    assert isinstance(reading, Reading)
    fix = fix_of(
        reading, CAR, boot="b", counted=True, door="unit", mode="live", offset_s=0.0, received_at=MORNING
    )  # fmt: skip
    assert (reading.movement, fix.movement) == (movement, movement)


def test_what_is_not_known_may_be_absent_or_null_and_other_fields_are_passed_over() -> None:
    assert read_reading(GOOD | {"accuracy_m": None, "colour": "red"}, CAR) == read_reading(GOOD, CAR)


@pytest.mark.parametrize(
    ("change", "code", "field", "got"),
    [
        ({"lat": 91}, "range", "lat", "91"),
        ({"lat": -90.0001}, "range", "lat", "-90.0001"),
        ({"lat": math.nan}, "range", "lat", "nan"),
        ({"lon": math.inf}, "range", "lon", "inf"),
        ({"lon": 10**400}, "range", "lon", "inf"),
        ({"lat": None}, "missing", "lat", "nothing"),
        ({"lat": "50.6"}, "type", "lat", "'50.6'"),
        ({"lat": True}, "type", "lat", "True"),
        ({"lon": [5.6]}, "type", "lon", "list of 1"),
        ({"t": None}, "missing", "t", "nothing"),
        ({"t": False}, "type", "t", "False"),
        ({"t": 0}, "time", "t", "0"),
        ({"t": math.nan}, "range", "t", "nan"),
        ({"t": 1767254400000}, "time", "t", "1767254400000"),
        ({"t": "2026-01-01T08:00:00"}, "time", "t", "'2026-01-01T08:00:00'"),
        ({"t": "yesterday"}, "time", "t", "'yesterday'"),
        ({"t": "9999-12-31T23:59:59-23:00"}, "time", "t", "'9999-12-31T23:59:59-23:00'"),
        ({"n": None}, "missing", "n", "nothing"),
        ({"n": -1}, "range", "n", "-1"),
        ({"n": 1.5}, "type", "n", "1.5"),
        ({"n": True}, "type", "n", "True"),
        ({"n": MAX_NUMBER + 1}, "range", "n", "9007199254740992"),
        ({"accuracy_m": -1}, "range", "accuracy_m", "-1"),
        ({"speed_mps": -0.1}, "range", "speed_mps", "-0.1"),
        ({"course_deg": 361}, "range", "course_deg", "361"),
        ({"altitude_m": math.inf}, "range", "altitude_m", "inf"),
        ({"altitude_m": "high"}, "type", "altitude_m", "'high'"),
        ({"movement": "hover"}, "range", "movement", "'hover'"),
        ({"movement": ["road"]}, "type", "movement", "list of 1"),
        ({"movement": True}, "type", "movement", "True"),
        ({"lat": 0, "lon": 0.0}, "implausible", "lat,lon", "0.0, 0.0"),
        ({"unit": "BE/LIE-24"}, "other_unit", "unit", "'BE/LIE-24'"),
    ],
)
def test_what_cannot_be_true_is_refused_with_its_field_and_what_came(
    change: dict[str, Any], code: str, field: str, got: str
) -> None:
    refused = read_reading(GOOD | change, CAR)
    assert isinstance(refused, Refusal)
    assert (refused.code, refused.field, refused.got) == (code, field, got)
    assert refused.expected
    assert refused.n == (None if field == "n" else 7)


@pytest.mark.parametrize("raw", [None, 5, "fix", [], [GOOD]])
def test_a_fix_that_is_no_object_is_refused(raw: object) -> None:
    refused = read_reading(raw, CAR)
    assert isinstance(refused, Refusal)
    assert refused.code == "type"


@pytest.mark.parametrize(
    "t", [1767254400, 1767254400.0, "2026-01-01T08:00:00Z", "2026-01-01T09:00:00+01:00", "2026-01-01 08:00:00.000Z"]
)
def test_an_instant_is_seconds_or_text_with_a_zone(t: object) -> None:
    assert read_instant({"t": t}, "t") == MORNING


def test_what_came_is_shortened() -> None:
    with pytest.raises(Refused) as refused:
        read_instant({"t": "x" * 10_000}, "t")
    assert len(refused.value.refusal.got) <= 80


anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=5,
)


@given(
    st.dictionaries(st.sampled_from(["n", "t", "lat", "lon", "accuracy_m", "unit", "speed_mps"]), anything) | anything
)
def test_whatever_comes_is_read_or_refused_and_what_is_read_can_be_written(raw: object) -> None:
    found = read_reading(raw, CAR)
    if isinstance(found, Reading):
        fix = fix_of(
            found, CAR, boot="b", counted=True, door="websocket", mode="live", offset_s=0.0, received_at=MORNING
        )  # fmt: skip
        assert decode(encode(fix), PositionsRecord) == fix
    else:
        assert found.expected


def test_the_offset_puts_the_clock_right_and_keeps_what_the_device_said() -> None:
    reading = read_reading(GOOD | {"t": 1767254400}, CAR)
    assert isinstance(reading, Reading)
    fix = fix_of(
        reading, CAR, boot="b", counted=True, door="websocket", mode="test", offset_s=90.0, received_at=MORNING
    )  # fmt: skip
    assert isinstance(fix, Fix)
    assert (fix.device_at, fix.observed_at) == (MORNING, MORNING.replace(minute=1, second=30))
    assert (fix.unit, fix.room, fix.service, fix.mode, fix.clock_offset_s) == (
        "BE/LIE-21", "BE/CIC-LIEGE", "police", "test", 90.0,
    )  # fmt: skip


def test_only_a_unit_has_fixes() -> None:
    desk = AccountEntry(name="d", role="operator", state="BE", service="p", rooms=("BE/R",), token_sha256="0" * 64)
    with pytest.raises(ValueError, match="expected the account of a unit, got d"):
        fix_of(
            Reading(1, MORNING, 50.0, 5.0), desk,
            boot="b", counted=True, door="x", mode="live", offset_s=0.0, received_at=MORNING,
        )  # fmt: skip
