"""The page's types of the wire name the same fields as the schema itself."""

import dataclasses
import re
from pathlib import Path

import msgspec
import pytest

from borders.card import Limit
from streams import console, order_forms, records

WIRE = (Path(records.__file__).parents[2] / "dashboard/page/js/wire.d.ts").read_text(encoding="utf-8")
STRUCTS = [
    records.Place, records.Crossing, records.Approach, records.Sighting, records.UnitView, records.Account,
    records.Acknowledgement, records.Alert, records.AlertRecord, records.AlertedRoom, records.LogEntry,
    records.PursuitRecord, records.VisibilityRecord, records.AnswerRecord, records.NoticeRecord, records.Fix,
    records.Trail, records.UnitPlace, records.Alarm, records.Shelved, records.Offered, records.ByHand, records.Stay,
    records.Fact, records.Withdrawn, records.TargetSighting, records.Assistance, records.StopOrder, records.CheckEntry,
    records.Notice, records.AtConsole, records.Telephone, records.CardRecord, records.StopRecord,
    records.Withdrawn, records.Fact, records.TargetSighting, records.Assistance, records.StopOrder, records.CheckEntry,
    records.Telephone, records.AtConsole, records.Notice, records.Stay, records.Alarm, records.Shelved, records.Offered,
    records.ByHand, records.CardRecord, records.StopRecord,
    console.ConsolePlace, console.RoomInfo, console.Welcome, console.Said, console.InboxItem, console.Snapshot,
    console.TrailsMessage, console.UnitsMessage, console.DeskInfo, console.RoomDesks, console.DesksMessage,
    console.CommandAnswer, console.Heartbeat, console.ErrorMessage, console.Goodbye, console.Presence,
    console.SendReceipt, console.Command, order_forms.FormField, order_forms.OrderForm,
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


def test_the_page_knows_every_field_of_a_limit() -> None:
    assert fields_in_wire("Limit") == {field.name for field in dataclasses.fields(Limit)}


def test_the_hello_of_the_page_has_no_token_because_the_cookie_carries_it() -> None:
    assert fields_in_wire("Hello") == {"type", "rooms", "places", "desk", "console", "kind", "language"}
