"""A phone's report over HTTP, as OsmAnd, GPSLogger and Traccar Client send it: who says it is, and where it was.

Two forms, as Traccar's server reads them (traccar.org/osmand): parameters in the address or a form, and JSON. Where
that server guesses, this door refuses: a missing time is not now, and a time without zone is not ours.
"""

import base64
import binascii
import math
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import parse_qs

import orjson

from producers.reading import Reading, Refusal, Refused, check_unit, read_reading, refuse
from streams.accounts import AccountEntry
from streams.records import Mode

__all__ = ["Report", "check_claim", "mode_of", "numbered", "read_report", "reading_of"]

BOOT = "osmand"
_SECONDS_BELOW = 2**31
_METRES_PER_SECOND = {"knots": 1852 / 3600, "kmh": 1 / 3.6, "mps": 1.0, "mph": 0.44704}

_FORM_NAMES = {"t": "timestamp", "accuracy_m": "accuracy", "speed_mps": "speed", "course_deg": "bearing",
               "altitude_m": "altitude"}  # fmt: skip
_JSON_NAMES = {
    "t": "location.timestamp", "lat": "location.coords.latitude", "lon": "location.coords.longitude",
    "accuracy_m": "location.coords.accuracy", "speed_mps": "location.coords.speed",
    "course_deg": "location.coords.heading", "altitude_m": "location.coords.altitude",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Report:
    """One request, read but not judged.

    Attributes:
        token: what should prove the unit; None when nothing was given.
        claimed: who it says it is, where the token stood elsewhere.
        by_header: the token stood in the Authorization header.
        json: the JSON form.
        fields: the request's fields.
    """

    token: str | None
    claimed: str | None
    by_header: bool
    json: bool
    fields: Mapping[str, Any]


def read_report(query: str, body: bytes, content_type: str, authorization: str | None) -> Report:
    """Read a request's form, whichever it is.

    Raises:
        Refused: malformed JSON, a JSON value that is no object, a parameter given twice, broken Authorization.
    """
    parameters = _parameters(query)
    is_json = content_type.startswith("application/json") or body.lstrip()[:1] == b"{"
    fields = _json(body) if is_json else {**parameters, **_parameters(body.decode("utf-8", "replace"))}
    header = _from_header(authorization)
    token = header or _text(parameters.get("token", fields.get("token")))
    claimed = _text(next((fields[name] for name in ("id", "deviceid", "device_id") if fields.get(name)), None))
    return Report(token or claimed, claimed if token else None, header is not None, is_json, fields)


def check_claim(report: Report, account: AccountEntry) -> None:
    """A unit speaks only for itself: whom the request names beside the token is its own account.

    Raises:
        Refused: it names somebody else.
    """
    check_unit(report.fields, account)
    if report.claimed not in (None, report.token, account.name, account.unit):
        raise refuse(report.claimed, "other_unit", "id", f"the token's own unit, {account.unit}")


def mode_of(report: Report, account: AccountEntry) -> Mode:
    """The mode of this report: the account's own, unless its field `mode` says exercise or test.

    Raises:
        Refused: it says something else.
    """
    mode = report.fields.get("mode", account.mode)
    if mode == account.mode:
        return account.mode
    if mode == "exercise":
        return "exercise"
    if mode == "test":
        return "test"
    raise refuse(mode, "mode", "mode", f"exercise, test or the account's own, {account.mode}")


def reading_of(report: Report, account: AccountEntry, mode: Mode) -> Reading | Refusal | None:
    """Where the phone was; None for a sign of life without a position (JSON without coords).

    These clients do not number their fixes: see `numbered`.
    """
    names = _JSON_NAMES if report.json else _FORM_NAMES
    try:
        raw = _raw_of_json(report.fields, mode) if report.json else _raw_of_form(report.fields, account)
        if raw is None:
            return None
        found = read_reading({**raw, "n": 0}, account)
    except Refused as refused:
        found = refused.refusal
    if isinstance(found, Refusal):
        return Refusal(found.code, names.get(found.field, found.field), found.expected, found.got)
    return found


def numbered(reading: Reading, offset_s: float) -> Reading:
    """The reading with its number: its time in milliseconds, by the clock that was put right.

    By the device's own clock, one time ahead of the others, or a clock set right, would make all later fixes old ones.

    Args:
        reading: what the phone sent.
        offset_s: seconds to add to its clock.
    """
    return replace(reading, n=max(0, round((reading.device_at.timestamp() + offset_s) * 1000)))


def _parameters(query: str) -> dict[str, str]:
    try:
        lists = parse_qs(query, keep_blank_values=True, max_num_fields=100)
    except ValueError as error:
        raise refuse(str(error), "malformed", "", "at most 100 parameters") from None
    twice = next((name for name, values in lists.items() if len(values) > 1), None)
    if twice is not None:
        raise refuse(len(lists[twice]), "repeated", twice, "one value")
    return {name: values[0] for name, values in lists.items()}


def _json(body: bytes) -> Mapping[str, Any]:
    try:
        raw = orjson.loads(body)
    except orjson.JSONDecodeError as error:
        raise Refused(Refusal("malformed", "", "JSON", str(error)[:200])) from None
    if not isinstance(raw, Mapping):
        raise refuse(raw, "type", "", "a JSON object with device_id and location")
    return raw


def _from_header(authorization: str | None) -> str | None:
    """The token of `Bearer TOKEN`, or of `Basic`, where it is the password, or the name when there is no password."""
    if not authorization:
        return None
    scheme, _, rest = authorization.partition(" ")
    if scheme.lower() == "bearer":
        return rest.strip()
    pair = _decoded(rest) if scheme.lower() == "basic" else None
    if pair is None:
        expected = "Basic with the token as password, or Bearer and the token"
        raise Refused(Refusal("malformed", "Authorization", expected, f"{scheme[:20]} ..."))
    name, _, password = pair.partition(":")
    return password or name


def _decoded(text: str) -> str | None:
    try:
        return base64.b64decode(text, validate=True).decode()
    except (ValueError, binascii.Error):
        return None


def _text(value: object) -> str | None:
    return str(value) if isinstance(value, str | int) and not isinstance(value, bool) and value != "" else None


def _raw_of_form(fields: Mapping[str, Any], account: AccountEntry) -> dict[str, Any]:
    if str(fields.get("valid", "true")).lower() in ("false", "0"):
        raise refuse(fields["valid"], "invalid", "valid", "true: a position the receiver stands by")
    lat, lon = fields.get("lat"), fields.get("lon")
    if lat is None and lon is None and "location" in fields:
        lat, _, lon = fields["location"].partition(",")
    speed = _known(_value(fields.get("speed")))
    return {
        "t": _instant(fields.get("timestamp")),
        "lat": _value(lat),
        "lon": _value(lon),
        "accuracy_m": _known(_value(fields.get("accuracy"))),
        "speed_mps": speed * _METRES_PER_SECOND[account.osmand_speed_unit] if isinstance(speed, float) else speed,
        "course_deg": _known(_value(fields.get("bearing", fields.get("heading")))),
        "altitude_m": _value(fields.get("altitude")),
        "movement": fields.get("movement"),
    }


def _raw_of_json(fields: Mapping[str, Any], mode: Mode) -> dict[str, Any] | None:
    location = fields.get("location")
    if location is None:
        return None
    if not isinstance(location, Mapping):
        raise refuse(location, "type", "location", "an object with timestamp and coords")
    coords = location.get("coords")
    if coords is None:
        return None
    if not isinstance(coords, Mapping):
        raise refuse(coords, "type", "location.coords", "an object with latitude and longitude")
    if mode == "live" and True in (location.get("mock"), fields.get("mock")):
        raise Refused(Refusal("mock", "mock", "a real position, in live mode", "a mock one"))
    return {
        "t": _instant(location.get("timestamp")),
        "lat": coords.get("latitude"),
        "lon": coords.get("longitude"),
        "accuracy_m": _known(coords.get("accuracy")),
        "speed_mps": _known(coords.get("speed")),
        "course_deg": _known(coords.get("heading")),
        "altitude_m": coords.get("altitude"),
        "movement": fields.get("movement"),
    }


def _instant(value: Any) -> Any:
    """Seconds where a number is below 2^31, milliseconds above; text that is no number stays text."""
    number = _value(value)
    if isinstance(number, bool) or not isinstance(number, int | float) or not math.isfinite(number):
        return value if isinstance(number, str) else number
    return number if abs(number) < _SECONDS_BELOW else number / 1000


def _value(value: Any) -> Any:
    """A parameter's text as a number where it is one; anything else as it came, to be refused by its name."""
    if not isinstance(value, str):
        return value
    if value.strip() == "":
        return None
    try:
        return float(value) if value.isascii() and "_" not in value else value
    except ValueError:
        return value


def _known(value: Any) -> Any:
    """None for the negative numbers with which phones say that they do not know."""
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    return None if is_number and value < 0 else value
