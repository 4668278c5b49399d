"""Phones' reports, in both forms, as they are really sent."""

import base64
import contextlib
import json
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urlencode

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from producers.osmand import check_claim, mode_of, numbered, read_report, reading_of
from producers.reading import Reading, Refusal, Refused
from tests.producers.test_reading import CAR

MORNING = datetime(2026, 1, 1, 8, tzinfo=UTC)
FORM = {"id": "car", "lat": "50.6", "lon": "5.6", "timestamp": "1767254400"}
JSON = {
    "device_id": "car",
    "location": {
        "timestamp": "2026-01-01T08:00:00.000Z",
        "coords": {"latitude": 50.6, "longitude": 5.6, "accuracy": 4.2, "speed": 33.3, "heading": 12, "altitude": 60},
        "is_moving": True,
        "battery": {"level": 0.5, "is_charging": False},
    },
}


def form(change: dict[str, Any] | None = None, **kind: Any) -> Reading | Refusal | None:
    fields = {name: value for name, value in (FORM | (change or {})).items() if value is not None}
    account = msgspec.structs.replace(CAR, **kind)
    return reading_of(read_report(urlencode(fields), b"", "", None), account, "live")


def coords(**change: Any) -> dict[str, Any]:
    location = JSON["location"]
    assert isinstance(location, dict)
    return JSON | {"location": location | {"coords": location["coords"] | change}}


def in_json(raw: object, mode: Any = "live") -> Reading | Refusal | None:
    return reading_of(read_report("", json.dumps(raw).encode(), "application/json", None), CAR, mode)


# ---------------------------------------------------------------- the query form


def test_the_query_form_is_read_and_its_number_is_its_time_in_milliseconds() -> None:
    assert form() == Reading(0, MORNING, 50.6, 5.6)


@pytest.mark.parametrize(
    "timestamp", ["1767254400", "1767254400000", "1767254400.000", "2026-01-01T08:00:00Z", "2026-01-01T09:00:00+01:00"]
)
def test_a_timestamp_is_seconds_milliseconds_or_text_with_a_zone(timestamp: str) -> None:
    reading = form({"timestamp": timestamp})
    assert isinstance(reading, Reading)
    assert reading.device_at == MORNING


@pytest.mark.parametrize(("unit", "speed_mps"), [("knots", 18.52), ("kmh", 10.0), ("mps", 36.0), ("mph", 16.09344)])
def test_speed_is_in_knots_unless_the_account_says_otherwise(unit: str, speed_mps: float) -> None:
    reading = form({"speed": "36"}, osmand_speed_unit=unit)
    assert isinstance(reading, Reading)
    assert reading.speed_mps == pytest.approx(speed_mps)


def test_negative_speed_and_bearing_mean_unknown_and_empty_means_absent() -> None:
    reading = form({"speed": "-1", "bearing": "-1.0", "accuracy": "", "altitude": "60.5"})
    assert isinstance(reading, Reading)
    assert (reading.speed_mps, reading.course_deg, reading.accuracy_m, reading.altitude_m) == (None, None, None, 60.5)


def test_how_a_phone_moves_may_be_said_in_both_forms() -> None:
    said = [
        form(),
        form({"movement": ""}),
        form({"movement": "foot"}),
        in_json(JSON),
        in_json(JSON | {"movement": "air"}),
    ]
    assert [one.movement for one in said if isinstance(one, Reading)] == ["road", "road", "foot", "road", "air"]
    refused = form({"movement": "hover"})
    assert isinstance(refused, Refusal)
    assert (refused.field, refused.got) == ("movement", "'hover'")


def test_position_may_be_one_field_and_bearing_may_be_called_heading() -> None:
    reading = form({"lat": None, "lon": None, "location": "50.6,5.6", "heading": "90"})
    assert isinstance(reading, Reading)
    assert (reading.lat, reading.lon, reading.course_deg) == (50.6, 5.6, 90.0)


def test_a_form_in_the_body_is_the_same() -> None:
    report = read_report("", urlencode(FORM).encode(), "application/x-www-form-urlencoded", None)
    assert reading_of(report, CAR, "live") == form()


@pytest.mark.parametrize(
    ("change", "code", "field"),
    [
        ({"timestamp": None}, "missing", "timestamp"),
        ({"timestamp": ""}, "missing", "timestamp"),
        ({"timestamp": "2026-01-01 08:00:00"}, "time", "timestamp"),
        ({"timestamp": "nan"}, "range", "timestamp"),
        ({"timestamp": "0"}, "time", "timestamp"),
        ({"timestamp": "1" * 400}, "range", "timestamp"),
        ({"lat": "91"}, "range", "lat"),
        ({"lat": "NaN"}, "range", "lat"),
        ({"lat": "5_0"}, "type", "lat"),
        ({"lat": "\u0665\u0660"}, "type", "lat"),
        ({"lon": None}, "missing", "lon"),
        ({"lat": None, "lon": None, "location": "50.6"}, "missing", "lon"),
        ({"lat": "0", "lon": "0"}, "implausible", "lat,lon"),
        ({"speed": "fast"}, "type", "speed"),
        ({"bearing": "400"}, "range", "bearing"),
        ({"accuracy": "inf"}, "range", "accuracy"),
        ({"valid": "false"}, "invalid", "valid"),
    ],
)  # fmt: skip
def test_a_form_that_does_not_fit_is_refused_by_its_own_field(change: dict[str, Any], code: str, field: str) -> None:
    refused = form(change)
    assert isinstance(refused, Refusal)
    assert (refused.code, refused.field) == (code, field)


# ---------------------------------------------------------------- the JSON form


def test_the_json_form_is_read_in_metres_per_second() -> None:
    assert in_json(JSON) == Reading(0, MORNING, 50.6, 5.6, 4.2, 33.3, 12.0, 60.0)


def test_negative_numbers_in_json_mean_unknown() -> None:
    reading = in_json(coords(speed=-1, heading=-1, accuracy=-1))
    assert isinstance(reading, Reading)
    assert (reading.speed_mps, reading.course_deg, reading.accuracy_m) == (None, None, None)


@pytest.mark.parametrize("raw", [{"device_id": "car"}, {"device_id": "car", "location": {"timestamp": "x"}}])
def test_json_without_a_position_is_a_sign_of_life(raw: dict[str, Any]) -> None:
    assert in_json(raw) is None


@pytest.mark.parametrize(
    ("raw", "code", "field"),
    [
        (coords(latitude=91), "range", "location.coords.latitude"),
        (coords(longitude="5.6"), "type", "location.coords.longitude"),
        (coords(latitude=None), "missing", "location.coords.latitude"),
        (coords(speed=True), "type", "location.coords.speed"),
        (JSON | {"location": 5}, "type", "location"),
        (JSON | {"location": {"coords": []}}, "type", "location.coords"),
        (JSON | {"location": {"coords": {"latitude": 50, "longitude": 5}}}, "missing", "location.timestamp"),
        (JSON | {"location": {"timestamp": "x", "coords": {}, "mock": True}}, "mock", "mock"),
    ],
)
def test_json_that_does_not_fit_is_refused_by_its_own_field(raw: object, code: str, field: str) -> None:
    refused = in_json(raw)
    assert isinstance(refused, Refusal)
    assert (refused.code, refused.field) == (code, field)


def test_a_mock_position_is_taken_in_an_exercise() -> None:
    assert isinstance(in_json(coords() | {"mock": True}, "exercise"), Reading)


# ---------------------------------------------------------------- who it is


def test_the_token_is_found_wherever_phones_can_put_it() -> None:
    basic = "Basic " + base64.b64encode(b"BE/LIE-21:car").decode()
    nameless = "Basic " + base64.b64encode(b"car:").decode()
    asked = [
        read_report("id=car", b"", "", None),
        read_report("deviceid=car", b"", "", None),
        read_report("id=BE/LIE-21&token=car", b"", "", None),
        read_report("id=BE/LIE-21", b"", "", basic),
        read_report("", b"", "", nameless),
        read_report("", b"", "", "Bearer car"),
        read_report("", b'{"device_id": "car"}', "application/json", None),
        read_report("token=car", b'{"device_id": "BE/LIE-21"}', "application/json", None),
    ]
    assert [report.token for report in asked] == ["car"] * len(asked)
    for report in asked:
        check_claim(report, CAR)


@pytest.mark.parametrize("query", ["id=BE/LIE-24&token=car", "id=car&unit=BE/LIE-24"])
def test_a_report_that_names_another_unit_is_refused(query: str) -> None:
    with pytest.raises(Refused, match="BE/LIE-21, got 'BE/LIE-24'"):
        check_claim(read_report(query, b"", "", None), CAR)


def test_without_any_token_there_is_none() -> None:
    assert read_report("lat=1", b"", "", None).token is None


@pytest.mark.parametrize(
    ("query", "body", "authorization", "code"),
    [
        ("id=car&id=other", b"", None, "repeated"),
        ("&".join(f"a{i}=1" for i in range(101)), b"", None, "malformed"),
        ("", b"{", None, "malformed"),
        ("", b"{} {}", None, "malformed"),
        ("id=car", b"", "Basic ?", "malformed"),
        ("id=car", b"", "Digest abc", "malformed"),
    ],
)
def test_a_request_that_cannot_be_read_is_refused(
    query: str, body: bytes, authorization: str | None, code: str
) -> None:
    with pytest.raises(Refused) as refused:
        read_report(query, body, "application/x-www-form-urlencoded", authorization)
    assert refused.value.refusal.code == code


def test_json_that_is_no_object_is_refused() -> None:
    with pytest.raises(Refused, match="a JSON object with device_id and location"):
        read_report("", b"[1]", "application/json", None)


def test_a_report_may_say_exercise_or_test_but_nothing_else() -> None:
    assert mode_of(read_report("id=car", b"", "", None), CAR) == "live"
    assert mode_of(read_report("id=car&mode=test", b"", "", None), CAR) == "test"
    with pytest.raises(Refused, match="exercise, test or the account's own, live, got 'war'"):
        mode_of(read_report("id=car&mode=war", b"", "", None), CAR)


@given(st.text(max_size=60), st.binary(max_size=60), st.sampled_from(["", "application/json"]), st.none() | st.text())
def test_whatever_is_sent_is_read_or_refused(query: str, body: bytes, kind: str, authorization: str | None) -> None:
    with contextlib.suppress(Refused):
        reading_of(read_report(query, body, kind, authorization), CAR, "live")


@pytest.mark.parametrize(("offset_s", "n"), [(0.0, 1767254400000), (-60.0, 1767254340000), (-2e9, 0)])
def test_a_reading_is_numbered_by_the_clock_that_was_put_right(offset_s: float, n: int) -> None:
    assert numbered(Reading(0, MORNING, 50.6, 5.6), offset_s) == Reading(n, MORNING, 50.6, 5.6)
