"""Recorded tracks from the text of a file: CSV with a header, or GPX.

CSV has the columns seg, t, lat, lon, and where known unit, accuracy_m, speed_mps, course_deg, movement (road where it
is not said); other columns are passed over. `t` is in seconds since 1970 or ISO 8601 with its offset from UTC. Each seg
of each unit is a track of its own. GPX (the tracks in it, not routes or way points) is read by gpxpy; its times are
UTC, as the GPX schema says.

A file with a broken line is refused whole: all its broken lines are counted, the first is explained. What is no fault
of the file: times that stand still or go back, which receivers do write; the tracker names those fixes.
"""

import csv
import math
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import gpxpy
from gpxpy.gpx import GPX, GPXException, GPXTrackPoint

from geo.fix import Fix, InvalidFixError
from geo.movement import MOVEMENTS, Movement
from geo.track import Track

__all__ = ["DEFAULT_UNIT", "LineFault", "TrackFileError", "parse_csv", "parse_gpx", "parse_track_file"]

DEFAULT_UNIT = "BE/TRACK"
"""Who drove a track whose file does not say."""

_REQUIRED = ("seg", "t", "lat", "lon")
_OPTIONAL_NUMBERS = ("accuracy_m", "speed_mps", "course_deg")
_OPTIONAL = ("unit", "movement", *_OPTIONAL_NUMBERS)
_SEG_LENGTH = 100
_EPOCH = re.compile(r"[+-]?[0-9]+(\.[0-9]*)?([eE][+-]?[0-9]+)?")
_EPOCH_BEGIN = datetime(1970, 1, 1, tzinfo=UTC)
_LINES_NAMED = 10


@dataclass(frozen=True, slots=True)
class LineFault:
    """What is wrong with one line: its number from 1, the column, what was expected and what came.

    In GPX, which is not made of lines, `line` counts the points of the file.
    """

    line: int
    column: str
    expected: str
    got: str


class TrackFileError(ValueError):
    """A track file that cannot be used: which, and every fault found in it.

    Attributes:
        name: the file.
        faults: in order; never empty.
        unit_of_line: what a fault's `line` counts: line or point.
    """

    def __init__(self, name: str, faults: Sequence[LineFault], unit_of_line: str = "line") -> None:
        first, *more = faults
        told = f"{name}, {unit_of_line} {first.line}, {first.column}: expected {first.expected}, got {first.got}"
        super().__init__(told + _others(more, unit_of_line))
        self.name = name
        self.faults = tuple(faults)
        self.unit_of_line = unit_of_line


def parse_track_file(text: str, name: str, *, unit: str = DEFAULT_UNIT) -> tuple[Track, ...]:
    """The tracks in a file's text: GPX where its name or first sign says so, otherwise CSV.

    Raises:
        TrackFileError: the file, the line, the column, what was expected and what came.
    """
    is_gpx = name.lower().endswith(".gpx") or text.removeprefix("\ufeff").lstrip().startswith("<")
    return parse_gpx(text, name, unit=unit) if is_gpx else parse_csv(text, name, unit=unit)


def parse_csv(text: str, name: str, *, unit: str = DEFAULT_UNIT) -> tuple[Track, ...]:
    """The tracks in a CSV, in the order in which they begin; numbers count from 0 in each, boot is `seg<seg>`.

    Args:
        text: the file's text; a byte order mark and Windows line ends are understood.
        name: the file's name, for errors.
        unit: whose fixes they are where the file has no unit column, or an empty field in it.

    Raises:
        TrackFileError: no fix, a column missing, or broken lines.
    """
    rows = csv.reader(text.removeprefix("\ufeff").splitlines(), strict=True)
    try:
        columns = _columns(next(rows, []), name)
        return _tracks(name, [_csv_reading(columns, row, rows.line_num, unit) for row in rows if row], "line")
    except csv.Error as error:
        raise TrackFileError(name, [LineFault(rows.line_num, "text", "comma-separated values", str(error))]) from error


def parse_gpx(text: str, name: str, *, unit: str = DEFAULT_UNIT) -> tuple[Track, ...]:
    """The tracks in a GPX: each track segment is one, `seg` counts them from 0.

    Speed and course are taken where the file has them (GPX 1.0); accuracy it never has in metres.

    Raises:
        TrackFileError: no GPX, no point, or points without a usable place and time.
    """
    try:
        gpx = gpxpy.parse(text.removeprefix("\ufeff"))
    except GPXException as error:
        raise TrackFileError(name, [LineFault(1, "text", "GPX", str(error))]) from error
    points = enumerate(_points(gpx), start=1)
    return _tracks(name, [_gpx_reading(point, seg, number, unit) for number, (seg, point) in points], "point")


@dataclass(frozen=True, slots=True)
class _Reading:
    """One line of a file, read but not yet a fix."""

    line: int
    unit: str
    seg: str
    at: datetime
    numbers: Mapping[str, float | None]
    movement: Movement = "road"


class _FieldError(Exception):
    """One field that cannot be read."""

    def __init__(self, *, column: str, expected: str, got: str) -> None:
        super().__init__(column)
        self.column, self.expected, self.got = column, expected, got


def _tracks(name: str, readings: Sequence[_Reading | LineFault], unit_of_line: str) -> tuple[Track, ...]:
    """Readings become fixes, and fixes tracks; any fault refuses the file."""
    fixes: dict[tuple[str, str], list[Fix]] = {}
    faults: list[LineFault] = []
    for reading in readings:
        if isinstance(reading, LineFault):
            faults.append(reading)
            continue
        track = fixes.setdefault((reading.unit, reading.seg), [])
        try:
            track.append(_fix(reading, len(track)))
        except InvalidFixError as error:
            faults.append(LineFault(reading.line, error.field, error.expected, repr(error.got)))
    if faults:
        raise TrackFileError(name, faults, unit_of_line)
    if not readings:
        raise TrackFileError(name, [LineFault(1, "text", "at least one fix", "none")])
    return tuple(Track(unit, seg, tuple(found)) for (unit, seg), found in fixes.items())


def _fix(reading: _Reading, number: int) -> Fix:
    lat, lon = reading.numbers["lat"], reading.numbers["lon"]
    return Fix(
        unit=reading.unit,
        boot=f"seg{reading.seg}",
        number=number,
        counted=True,
        observed_at=reading.at,
        lat=math.nan if lat is None else lat,
        lon=math.nan if lon is None else lon,
        accuracy_m=reading.numbers.get("accuracy_m"),
        speed_mps=reading.numbers.get("speed_mps"),
        course_deg=reading.numbers.get("course_deg"),
        movement=reading.movement,
    )


# ---------------------------------------------------------------- CSV


def _columns(header: Sequence[str], name: str) -> list[str]:
    columns = [column.strip().lower() for column in header]
    missing = [column for column in _REQUIRED if column not in columns]
    twice = sorted({column for column in columns if columns.count(column) > 1 and column in (*_REQUIRED, *_OPTIONAL)})
    if missing or twice:
        expected = f"a column {missing[0]}" if missing else f"one column {twice[0]}"
        fault = LineFault(1, "header", expected, ",".join(header) or "nothing")
        raise TrackFileError(name, [fault])
    return columns


def _csv_reading(columns: Sequence[str], row: Sequence[str], line: int, unit: str) -> _Reading | LineFault:
    try:
        return _read_row(columns, row, line, unit)
    except _FieldError as error:
        return LineFault(line, error.column, error.expected, error.got)


def _read_row(columns: Sequence[str], row: Sequence[str], line: int, unit: str) -> _Reading:
    if len(row) != len(columns):
        raise _FieldError(column="fields", expected=f"{len(columns)} fields", got=str(len(row)))
    field = {column: text.strip() for column, text in zip(columns, row, strict=True)}
    if not field["seg"] or len(field["seg"]) > _SEG_LENGTH:
        raise _FieldError(column="seg", expected=f"a name of 1 to {_SEG_LENGTH} characters", got=repr(field["seg"]))
    numbers: dict[str, float | None] = {column: _number(field[column], column) for column in ("lat", "lon")}
    numbers |= {column: _number(field[column], column) for column in _OPTIONAL_NUMBERS if field.get(column)}
    movement = _movement(field.get("movement") or "road")
    return _Reading(line, field.get("unit") or unit, field["seg"], _instant(field["t"]), numbers, movement)


def _movement(text: str) -> Movement:
    for movement in MOVEMENTS:
        if text == movement:
            return movement
    raise _FieldError(column="movement", expected=f"one of {', '.join(MOVEMENTS)}", got=repr(text))


def _number(text: str, column: str) -> float:
    try:
        return float(text)
    except ValueError as error:
        raise _FieldError(column=column, expected="a number", got=repr(text)) from error


def _instant(text: str) -> datetime:
    """Seconds since 1970, or ISO 8601 with its offset: a time of day without one could be any of three here."""
    expected = "seconds since 1970, or ISO 8601 with its offset from UTC"
    no_instant = _FieldError(column="t", expected=expected, got=repr(text))
    try:
        at = _from_epoch(float(text)) if _EPOCH.fullmatch(text) else datetime.fromisoformat(text)
        if at.tzinfo is None:
            raise no_instant
        return at.astimezone(UTC)
    except (ValueError, OverflowError) as error:
        raise no_instant from error


def _from_epoch(seconds: float) -> datetime:
    return _EPOCH_BEGIN + timedelta(seconds=seconds)


# ---------------------------------------------------------------- GPX


def _points(gpx: GPX) -> Iterator[tuple[str, GPXTrackPoint]]:
    segments = (segment for track in gpx.tracks for segment in track.segments)
    for seg, segment in enumerate(segments):
        for point in segment.points:
            yield str(seg), point


def _gpx_reading(point: GPXTrackPoint, seg: str, number: int, unit: str) -> _Reading | LineFault:
    if point.time is None:
        return LineFault(number, "time", "a time as GPX has it, such as 2026-01-01T12:00:00Z", "none that can be read")
    at = point.time if point.time.tzinfo else point.time.replace(tzinfo=UTC)
    numbers = {"lat": point.latitude, "lon": point.longitude, "speed_mps": point.speed, "course_deg": point.course}
    return _Reading(number, unit, seg, at.astimezone(UTC), numbers)


def _others(more: Sequence[LineFault], unit_of_line: str) -> str:
    """How many more are broken, and the first of them."""
    if not more:
        return ""
    named = ", ".join(str(fault.line) for fault in more[:_LINES_NAMED])
    rest = ", ..." if len(more) > _LINES_NAMED else ""
    return f" ({len(more)} more broken: {unit_of_line} {named}{rest})"
