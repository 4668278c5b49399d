"""The page's types of the wire name the same fields as the schema itself."""

import re
from pathlib import Path

import msgspec
import pytest

from streams import console, records

WIRE = (Path(records.__file__).parent.parent / "dashboard/page/js/wire.d.ts").read_text(encoding="utf-8")
STRUCTS = [
    records.Place, records.Crossing, records.Approach, records.Sighting, records.UnitView, records.Account,
    records.Acknowledgement, records.Alert, records.AlertRecord, records.AlertedRoom, records.LogEntry,
    records.PursuitRecord, records.VisibilityRecord, records.AnswerRecord, records.NoticeRecord, records.Fix,
    records.Trail, records.UnitPlace,
    console.ConsolePlace, console.RoomInfo, console.Welcome, console.InboxItem, console.Snapshot,
    console.TrailsMessage, console.UnitsMessage, console.CommandAnswer, console.Heartbeat, console.ErrorMessage,
    console.Goodbye, console.SendReceipt, console.Command,
]  # fmt: skip


def fields_in_wire(name: str) -> set[str]:
    found = re.search(rf"export interface {name} {{(.*?)\n?}}\n", WIRE, re.DOTALL)
    assert found, f"expected interface {name} in wire.d.ts, got none"
    body = re.sub(r"/\*.*?\*/", "", found[1], flags=re.DOTALL)
    body = re.sub(r":\s*\{[^}]*\}", ": object", body)
    return set(re.findall(r"(?:^|;|\n)\s*(\w+)\??:", body))


@pytest.mark.parametrize("struct", STRUCTS, ids=lambda struct: struct.__name__)
def test_the_page_knows_every_field_of_the_schema(struct: type[msgspec.Struct]) -> None:
    info = msgspec.structs.fields(struct)
    expected = {field.encode_name for field in info} | ({"type"} if struct.__struct_config__.tag else set())
    assert fields_in_wire(struct.__name__) == expected


def test_the_hello_of_the_page_has_no_token_because_the_cookie_carries_it() -> None:
    assert fields_in_wire("Hello") == {"type", "rooms", "places", "desk", "console"}
