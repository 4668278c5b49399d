"""Recorded tracks are read from text; a broken line refuses the file and is named."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.fix import Fix
from geo.track import Track
from geo.track_file import TrackFileError, parse_csv, parse_gpx, parse_track_file

NEW_YEAR = datetime(2026, 1, 1, tzinfo=UTC)
HEAD = "seg,t,lat,lon\n"


def refusal(text: str, name: str = "tour.csv") -> TrackFileError:
    with pytest.raises(TrackFileError) as refused:
        parse_track_file(text, name)
    return refused.value


# ---------------------------------------------------------------- CSV


def test_a_line_is_a_fix_numbered_from_nought_with_the_segment_for_a_boot() -> None:
    (track,) = parse_csv(HEAD + "0,1767225600.000,50.5,5.9\n0,1767225601.5,50.5,6.1\n", "tour.csv")
    assert track == Track(
        "BE/TRACK",
        "0",
        (
            Fix("BE/TRACK", "seg0", 0, counted=True, observed_at=NEW_YEAR, lat=50.5, lon=5.9),
            Fix("BE/TRACK", "seg0", 1, counted=True, observed_at=NEW_YEAR + timedelta(seconds=1.5), lat=50.5, lon=6.1),
        ),
    )


def test_a_new_segment_is_a_new_track_and_each_unit_has_its_own() -> None:
    text = "unit,seg,t,lat,lon\nBE/1,a,0,50,5\nBE/2,a,0,50,5\nBE/1,a,1,50,5\n,b,2,50,5\n"
    tracks = parse_csv(text, "tour.csv", unit="NL/9")
    assert [(t.unit, t.seg, [f.number for f in t.fixes]) for t in tracks] == [
        ("BE/1", "a", [0, 1]), ("BE/2", "a", [0]), ("NL/9", "b", [0]),
    ]  # fmt: skip
    assert [t.fixes[0].boot for t in tracks] == ["sega", "sega", "segb"]


def test_speed_course_and_accuracy_are_taken_where_given_and_other_columns_passed_over() -> None:
    text = "lat,lon,t,seg,accuracy_m,speed_mps,course_deg,driver\n50,5,0,0,4.5,12,359.9,X\n50,5,1,0,,,,Y\n"
    one, two = parse_csv(text, "tour.csv")[0].fixes
    assert (one.accuracy_m, one.speed_mps, one.course_deg) == (4.5, 12.0, 359.9)
    assert (two.accuracy_m, two.speed_mps, two.course_deg) == (None, None, None)


@pytest.mark.parametrize(
    "t", ["1767225600", "1767225600.0", "1.7672256e9", "2026-01-01T00:00:00Z", "2026-01-01 01:00:00+01:00"]
)
def test_an_instant_is_epoch_seconds_or_iso_with_its_offset(t: str) -> None:
    assert parse_csv(f"{HEAD}0,{t},50,5", "tour.csv")[0].fixes[0].observed_at == NEW_YEAR


def test_byte_order_mark_windows_line_ends_blanks_and_empty_lines_are_understood() -> None:
    text = "\ufeffSeg, T ,lat,lon\r\n0, 0 , 50 , 5\r\n\r\n0,1,50,5\r\n"
    assert len(parse_csv(text, "tour.csv")[0].fixes) == 2


def test_times_that_stand_or_go_back_are_no_fault_of_the_file() -> None:
    fixes = parse_csv(HEAD + "0,10,50,5\n0,10,50,5\n0,5,50,5\n", "tour.csv")[0].fixes
    assert [fix.observed_at.second for fix in fixes] == [10, 10, 5]


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        ("0,0,91,5", "tour.csv, line 2, lat: expected a latitude within -90..90 degrees, got 91.0"),
        ("0,0,50,nan", "tour.csv, line 2, lon: expected a longitude within -180..180 degrees, got nan"),
        ("0,0,north,5", "tour.csv, line 2, lat: expected a number, got 'north'"),
        ("0,0,,5", "tour.csv, line 2, lat: expected a number, got ''"),
        ("0,soon,50,5", "line 2, t: expected seconds since 1970, or ISO 8601 with its offset from UTC, got 'soon'"),
        ("0,2026-01-01T00:00:00,50,5", "line 2, t: expected seconds since 1970, or ISO 8601 with its offset"),
        ("0,nan,50,5", "line 2, t: expected seconds since 1970"),
        ("0,1767225600000,50,5", "line 2, t: expected seconds since 1970"),
        ("0,1e400,50,5", "line 2, t: expected seconds since 1970"),
        ("0,0001-01-01T00:00:00+02:00,50,5", "line 2, t: expected seconds since 1970"),
        ("0,0,50", "tour.csv, line 2, fields: expected 4 fields, got 3"),
        ("0,0,50,5,6", "tour.csv, line 2, fields: expected 4 fields, got 5"),
        (",0,50,5", "tour.csv, line 2, seg: expected a name of 1 to 100 characters, got ''"),
    ],
)  # fmt: skip
def test_a_broken_line_is_named_with_column_expected_and_got(line: str, complaint: str) -> None:
    assert complaint in str(refusal(HEAD + line))


def test_all_broken_lines_are_counted() -> None:
    bad = refusal(HEAD + "0,0,50,5\n0,0,91,5\n0,1,50,5\n" + "0,0,50,x\n" * 12)
    assert [fault.line for fault in bad.faults] == [3, *range(5, 17)]
    assert str(bad).endswith("(12 more broken: line 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, ...)")


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("", "tour.csv, line 1, header: expected a column seg, got nothing"),
        ("seg;t;lat;lon\n0;0;50;5", "header: expected a column seg, got seg;t;lat;lon"),
        ("seg,t,lat\n0,0,50", "header: expected a column lon, got seg,t,lat"),
        ("seg,t,lat,lon,lat\n0,0,50,5,51", "header: expected one column lat, got"),
        (HEAD, "text: expected at least one fix, got none"),
        (HEAD + '0,0,"50,5\n', "text: expected comma-separated values, got"),
    ],
)
def test_a_file_without_its_columns_or_fixes_is_refused(text: str, complaint: str) -> None:
    assert complaint in str(refusal(text))


@given(st.text())
def test_whatever_the_text_it_is_read_or_refused(text: str) -> None:
    for name in ("tour.csv", "tour.gpx"):
        with pytest.raises(TrackFileError, match=rf"^{name}, line [0-9]+, "):
            parse_track_file(text, name)


@given(st.lists(st.text(alphabet="0123456789.,-+eEnaif:TZ \"\n\t'", max_size=30), max_size=5))
def test_whatever_stands_under_a_good_header_it_is_read_or_refused(lines: list[str]) -> None:
    try:
        tracks = parse_csv(HEAD + "\n".join(lines), "tour.csv")
    except TrackFileError as error:
        tracks, faults = (), error.faults
    else:
        faults = ()
    assert all(fault.line >= 2 for fault in faults) or "at least one fix" in faults[0].expected
    assert bool(tracks) != bool(faults)


# ---------------------------------------------------------------- GPX


def gpx(points: str, version: str = "1.1") -> str:
    """A GPX with one track of one segment."""
    namespace = f"http://www.topografix.com/GPX/{version.replace('.', '/')}"
    inner = f"<trk><trkseg>{points}</trkseg></trk>"
    return f'<?xml version="1.0"?><gpx version="{version}" xmlns="{namespace}">{inner}</gpx>'


def point(lat: str, lon: str, inner: str = "<time>2026-01-01T00:00:00Z</time>") -> str:
    return f'<trkpt lat="{lat}" lon="{lon}">{inner}</trkpt>'


def test_each_segment_of_a_gpx_is_a_track() -> None:
    one, two = parse_gpx(
        gpx(point("50.5", "5.9") + point("50.5", "6.1") + "</trkseg><trkseg>" + point("50.5", "6.2")), "tour.gpx"
    )
    assert [(t.seg, [(f.boot, f.number, f.lon) for f in t.fixes]) for t in (one, two)] == [
        ("0", [("seg0", 0, 5.9), ("seg0", 1, 6.1)]), ("1", [("seg1", 0, 6.2)]),
    ]  # fmt: skip
    assert one.fixes[0].observed_at == NEW_YEAR


@pytest.mark.parametrize("time", ["2026-01-01T02:00:00+02:00", "2026-01-01T00:00:00", "2026-01-01T00:00:00.000Z"])
def test_gpx_times_are_utc_unless_they_say_otherwise(time: str) -> None:
    (track,) = parse_gpx(gpx(point("50", "5", f"<time>{time}</time>")), "tour.gpx")
    assert track.fixes[0].observed_at == NEW_YEAR


def test_speed_and_course_of_gpx_one_nought_are_taken() -> None:
    inner = "<time>2026-01-01T00:00:00Z</time><course>90</course><speed>25</speed>"
    fix = parse_gpx(gpx(point("50", "5", inner), "1.0"), "tour.gpx")[0].fixes[0]
    assert (fix.speed_mps, fix.course_deg, fix.accuracy_m) == (25.0, 90.0, None)


def test_gpx_is_known_by_its_name_or_its_first_sign() -> None:
    text = gpx(point("50", "5"))
    assert parse_track_file(text, "a.GPX") == parse_track_file("\ufeff \n" + text.partition("?>")[2], "a.txt")


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("", "tour.gpx, line 1, text: expected GPX, got"),
        ("<gpx", "tour.gpx, line 1, text: expected GPX, got"),
        ("<kml/>", "tour.gpx, line 1, text: expected at least one fix, got none"),
        (gpx(""), "text: expected at least one fix, got none"),
        (gpx('<trkpt lon="5"/>'), "text: expected GPX, got latitude is mandatory"),
        (
            gpx(point("50", "5") + point("50", "5", "") + point("50", "5", "<time>soon</time>")),
            "12:00:00Z, got none that can be read (1 more broken: point 3)",
        ),
        (gpx(point("91", "5")), "tour.gpx, point 1, lat: expected a latitude within -90..90 degrees, got 91.0"),
        (gpx(point("50", "nan")), "tour.gpx, point 1, lon: expected a longitude within -180..180 degrees, got nan"),
    ],
)  # fmt: skip
def test_a_broken_gpx_is_refused_and_its_points_named(text: str, complaint: str) -> None:
    assert complaint in str(refusal(text, "tour.gpx"))


def test_a_movement_that_nobody_knows_is_refused_with_its_line() -> None:
    with pytest.raises(TrackFileError, match=r"line 2, movement: expected one of road, foot, .* got 'hover'"):
        parse_csv("seg,t,lat,lon,movement\n0,0,50,5,hover\n", "x.csv")


def test_a_movement_is_read_and_is_road_where_it_is_not_said() -> None:
    (track,) = parse_csv("seg,t,lat,lon,movement\n0,0,50,5,foot\n0,1,50,5,\n", "x.csv")
    assert [fix.movement for fix in track.fixes] == ["foot", "road"]
