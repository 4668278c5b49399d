"""A unit of a pursuit stops sending: the room that was alerted reads that nobody hears it, and that it is back."""

from datetime import UTC, datetime, timedelta

import pytest

from consumers.wording import alert_text
from producers.unit_client import UnitClient
from streams.records import Alert
from tests.end_to_end.drives import north
from tests.end_to_end.listening import listening
from tests.end_to_end.other_track import other_track
from tests.end_to_end.stack_thread import StackThread

pytestmark = [pytest.mark.kafka, pytest.mark.timeout(180)]

MAASTRICHT = "NL/MK-MAASTRICHT"


def _is_silent(alert: Alert) -> bool:
    return alert.phase == "entered" and any(view.silent_since for view in alert.units)


async def test_the_room_that_rang_reads_that_contact_is_lost_and_that_it_is_regained(line: StackThread) -> None:
    case, unit = f"BE/SILENT-{datetime.now(UTC):%H%M%S}", line.new_unit()
    began = datetime.now(UTC) - timedelta(seconds=30)
    drive = north(unit, "x", began, before_m=200.0, seconds=20)
    line.do(line.stack.halt("track"))
    try:
        with other_track(line, SENNINGEN_TRACKER="contact_lost_after_s=3"):
            async with (
                listening(line, {MAASTRICHT: "maastricht"}) as heard,
                UnitClient(line.doors, line.tokens[unit], unit, "silent", "test") as car,
            ):
                await car.open(case, began)
                await car.send(drive[:15])
                lost = await heard[MAASTRICHT].until(case, _is_silent)
                await car.send(drive[15:])
                await heard[MAASTRICHT].until(case, lambda one: one.revision > lost.revision and not _is_silent(one))
    finally:
        line.do(line.stack.resume("track"))
    assert lost.units[0].silent_since == drive[14].observed_at
    assert f"NO POSITION of {unit} since {drive[14].observed_at:%H:%M:%S}Z" in alert_text(lost)
    assert len(heard[MAASTRICHT].rings(case)) == 1, "that nobody hears it rings nothing"
