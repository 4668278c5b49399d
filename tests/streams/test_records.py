"""The wire schema: golden samples read and written byte for byte, and clear refusals of everything else."""

import os
import re
import subprocess
import sys
from datetime import UTC, datetime, timedelta, timezone
from hashlib import sha256
from pathlib import Path
from typing import Any, get_args

import msgspec
import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from streams import records
from streams.records import Fix, Instant, Key, PositionsRecord, RecordError, Reject, Report, SourcePlace, decode, encode
from tests.streams.wire_samples import FOLDER, SAMPLES

_FIX: dict[str, Any] = orjson.loads((FOLDER / "fix.json").read_bytes())


def _sample(name: str) -> bytes:
    return (FOLDER / f"{name}.json").read_bytes().rstrip(b"\n")


def _fix(**changes: Any) -> bytes:
    return orjson.dumps(_FIX | changes)


# ---------------------------------------------------------------- golden samples


@pytest.mark.parametrize("name", SAMPLES)
def test_a_sample_is_what_is_written_and_reads_back_as_the_same_record(name: str) -> None:
    record, kind = SAMPLES[name]
    assert encode(record) == _sample(name)
    assert decode(_sample(name), kind) == record
    assert encode(decode(_sample(name), kind)) == _sample(name)


def test_every_record_with_a_type_has_a_sample_and_every_sample_file_a_record() -> None:
    kinds = [value for value in vars(records).values() if isinstance(value, type) and issubclass(value, msgspec.Struct)]
    tagged = {kind for kind in kinds if kind.__struct_config__.tag is not None}
    assert {type(record) for record, _ in SAMPLES.values()} == tagged
    assert {path.stem for path in FOLDER.glob("*.json")} == set(SAMPLES)


def test_every_public_record_is_named() -> None:
    for kind in (value for value in vars(records).values() if isinstance(value, type)):
        if (
            issubclass(kind, msgspec.Struct)
            and kind.__module__.startswith("streams.records")
            and not kind.__name__.startswith("_")
        ):
            assert kind.__name__ in records.__all__


def test_unknown_fields_of_a_newer_writer_are_ignored() -> None:
    assert decode(_fix(colour="blue"), PositionsRecord) == SAMPLES["fix"][0]


def test_a_field_left_out_by_an_older_writer_takes_its_default() -> None:
    older = {name: value for name, value in _FIX.items() if name != "altitude_m"}
    assert decode(orjson.dumps(older), PositionsRecord).altitude_m is None


def fingerprint() -> str:
    """Of all samples as they are written in this process, keys of mappings in different order."""
    case = decode(_sample("pursuit"), SAMPLES["pursuit"][1])
    entry = msgspec.structs.replace(case.log[0], params=dict(reversed(case.log[0].params.items())))
    turned = msgspec.structs.replace(case, log=(entry,))
    written = [encode(record) for record, _ in SAMPLES.values()] + [encode(turned)]
    return sha256(b"".join(written)).hexdigest()


def test_another_process_with_another_hash_seed_writes_the_same_bytes() -> None:
    code = "from tests.streams.test_records import fingerprint; print(fingerprint())"
    root = Path(__file__).parents[2]
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=root, env=os.environ | {"PYTHONHASHSEED": "4242", "PYTHONPATH": str(root)},
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert done.stdout.strip() == fingerprint()


# ---------------------------------------------------------------- refusals


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "truncated"),
        (b"\xff\xfe", "malformed"),
        (b'{"type":"fix","unit":"\xff"}', "'utf-8' codec can't decode"),
        (b'{"type":"fix","x":' + b"[" * 60_000, "recursion"),
        (b"[]", "Expected `object`, got `array`"),
        (b"{}", "missing required field `type`"),
        (b'{"type":"moon"}', "Invalid value 'moon' - at `$.type`"),
        (_fix(lat="50"), "Expected `float`, got `str` - at `$.lat`"),
        (_fix(lat=91), "Expected `float` <= 90.0 - at `$.lat`"),
        (_fix(lat=-90.5), "Expected `float` >= -90.0 - at `$.lat`"),
        (_fix(lon=180.1), "Expected `float` <= 180.0 - at `$.lon`"),
        (_fix(lat=None), "Expected `float`, got `null` - at `$.lat`"),
        (_fix(accuracy_m=-1), "Expected `float` >= 0.0 - at `$.accuracy_m`"),
        (_fix(course_deg=361), "Expected `float` <= 360.0 - at `$.course_deg`"),
        (_fix(n=-1), "Expected `int` >= 0 - at `$.n`"),
        (_fix(n=True), "Expected `int`, got `bool` - at `$.n`"),
        (_fix(n=1.5), "Expected `int`, got `float` - at `$.n`"),
        (_fix(counted=1), "Expected `bool`, got `int` - at `$.counted`"),
        (_fix(mode="Live"), "Invalid enum value 'Live' - at `$.mode`"),
        (_fix(observed_at="2026-01-01T12:00:00"), "Expected `datetime` with a timezone component - at `$.observed_at`"),
        (_fix(observed_at="noon"), "Invalid RFC3339 encoded datetime - at `$.observed_at`"),
        (_fix(observed_at=1_767_268_800), "Expected `datetime`, got `int` - at `$.observed_at`"),
        (_fix(unit="LIE-21"), "Expected an id"),
        (_fix(unit="be/LIE-21"), "Expected an id"),
        (_fix(unit="BE/LIE 21"), "Expected an id"),
        (_fix(unit="BE/LIE-21\n"), "Expected an id"),
        (_fix(unit="BE/" + "x" * 81), "Expected an id"),
        (_fix(boot=""), "Expected `str` of length >= 1 - at `$.boot`"),
        (_fix(boot="x" * 101), "Expected `str` of length <= 100 - at `$.boot`"),
        (_fix().replace(b"50.7704", b"NaN"), "malformed"),
        (_fix().replace(b"50.7704", b"Infinity"), "malformed"),
        (_fix().replace(b"50.7704", b"1e999"), "Number out of range - at `$.lat`"),
    ],
)
def test_a_record_that_does_not_fit_is_refused_with_what_was_expected_what_came_and_where(
    data: bytes, says: str
) -> None:
    with pytest.raises(RecordError, match=re.escape(says)) as refusal:
        decode(data, PositionsRecord)
    assert str(refusal.value).endswith(f"; got {data[:200]!r}")


_OPTIONAL = {"accuracy_m", "speed_mps", "course_deg", "altitude_m", "movement"}


@pytest.mark.parametrize("name", sorted(_FIX.keys() - _OPTIONAL))
def test_a_missing_field_is_named(name: str) -> None:
    data = orjson.dumps({key: value for key, value in _FIX.items() if key != name})
    with pytest.raises(RecordError, match=f"missing required field `{name}`"):
        decode(data, PositionsRecord)


def test_not_a_number_never_goes_out_as_a_number() -> None:
    broken = msgspec.structs.replace(SAMPLES["fix"][0], lat=float("nan"))
    with pytest.raises(RecordError, match=re.escape("got `null` - at `$.lat`")):
        decode(encode(broken), PositionsRecord)


def test_a_record_of_another_topic_is_not_taken_for_one_of_this() -> None:
    with pytest.raises(RecordError, match="Invalid value 'open'"):
        decode(_sample("open"), PositionsRecord)
    assert decode(_sample("case_due"), Report) != decode(_sample("due"), PositionsRecord)


def _refusal(data: bytes, kind: Any) -> str | None:
    try:
        record = decode(data, kind)
    except RecordError as refusal:
        return str(refusal)
    assert decode(encode(record), kind) == record
    return None


@given(st.binary(max_size=60))
def test_any_bytes_are_read_or_refused_never_worse(data: bytes) -> None:
    for kind in {kind for _, kind in SAMPLES.values()}:
        assert "got " in (_refusal(data, kind) or "got ")


@given(st.data())
def test_a_sample_with_one_field_changed_at_will_is_read_or_refused_never_worse(data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(sorted(SAMPLES)))
    fields = orjson.loads(_sample(name))
    field = data.draw(st.sampled_from(sorted(fields)))
    fields[field] = data.draw(st.none() | st.booleans() | st.integers(-(10**6), 10**6) | st.text(max_size=5))
    assert "`$" in (_refusal(orjson.dumps(fields), SAMPLES[name][1]) or "`$")


# ---------------------------------------------------------------- instants and places


@given(st.datetimes(timezones=st.sampled_from([UTC, timezone(timedelta(hours=2))])))
def test_an_instant_is_read_back_to_the_microsecond(instant: datetime) -> None:
    fix = msgspec.structs.replace(SAMPLES["fix"][0], observed_at=instant)
    assert decode(encode(fix), PositionsRecord).observed_at == instant


@pytest.mark.parametrize(
    ("topic_id", "partition", "offset", "covered"),
    [("id", 1, 9, True), ("id", 1, 10, True), ("id", 1, 11, False), ("other", 1, 9, False), ("id", 2, 9, False)],
)
def test_a_place_covers_what_stands_at_or_before_it_in_the_same_log(
    topic_id: str, partition: int, offset: int, covered: bool
) -> None:
    here = SourcePlace(topic_id="id", partition=1, offset=10)
    assert here.covers(SourcePlace(topic_id=topic_id, partition=partition, offset=offset)) is covered


def test_ids_that_are_made_of_a_case_a_unit_and_a_boot_still_fit() -> None:
    longest_id, longest_boot = "BE/" + "x" * 80, "b" * 100
    made = f"{longest_id}|{longest_id}|{longest_boot}|{10**15}|crossing|99"
    limit = next(meta.max_length for meta in get_args(Key)[1:] if meta.max_length)
    assert len(made) <= limit
    assert Fix.__annotations__["observed_at"] == Instant
    assert Reject.__struct_config__.tag == "reject"
