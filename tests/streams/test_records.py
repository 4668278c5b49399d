import pytest

from streams.records import InboxRecord, PositionsRecord, RecordError, Report, VisibilityRecord, decode, encode

BAD = {
    "no JSON": b"{",
    "no UTF-8": b'{"type":"visibility","recipient":"\xff"}',
    "nested too deep": b'{"type":"visibility","x":' + b"[" * 60_000,
    "no type": b"{}",
    "unknown type": b'{"type":"shout"}',
    "nothing": b"",
}


@pytest.mark.parametrize("data", BAD.values(), ids=BAD.keys())
@pytest.mark.parametrize("kind", [InboxRecord, PositionsRecord, Report])
def test_bytes_that_are_no_record_are_one_kind_of_error_whatever_is_wrong_with_them(data: bytes, kind: object) -> None:
    with pytest.raises(RecordError):
        decode(data, kind)


def test_a_field_that_a_newer_writer_added_is_ignored() -> None:
    record = VisibilityRecord(recipient="NL/ROOM", case="BE/P-1", granted=True, event=1, mode="live")
    assert decode(encode(record)[:-1] + b',"new":[1,2]}', InboxRecord) == record


def test_equal_records_give_equal_bytes() -> None:
    one, other = (
        VisibilityRecord(recipient="NL/ROOM", case="BE/P-1", granted=True, event=1, mode="live") for _ in range(2)
    )
    assert encode(one) == encode(other)
