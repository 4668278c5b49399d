"""The main job, from a patrol unit's fix to the neighbour's screen; and that the check fails when a part is missing."""

import asyncio
import itertools
import os
import signal
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import geopandas
import pytest
from playwright.async_api import Browser, expect
from shapely.affinity import translate

from borders.load import load_layer
from geo.geodesy import distance_m
from producers.unit_client import UnitClient
from streams.records import Alert
from tests.end_to_end.desk import Desk, chromium, signed_in
from tests.end_to_end.drives import BORDER_LAT, LON, SPEED_MPS, north
from tests.end_to_end.listening import Heard, listening
from tests.end_to_end.other_track import other_track
from tests.end_to_end.stack_thread import StackThread

pytestmark = [pytest.mark.kafka, pytest.mark.browser, pytest.mark.timeout(240)]

MAASTRICHT = "NL/MK-MAASTRICHT"
RINGS_WITHIN_S = 5.0
_SECONDS_TO_LINE = 3.5
_NUMBERS: Iterator[int] = itertools.count(1)


async def the_line_rings(line: StackThread, browser: Browser) -> None:
    """Drive over the border at one fix a second and demand everything the line promises.

    Raises:
        AssertionError: the right room did not ring in time, the place or the instant is wrong, or another room rang.
    """
    case, unit = f"BE/LINE-{next(_NUMBERS)}-{datetime.now(UTC):%H%M%S}", line.new_unit()
    maastricht, luxembourg, offline = await asyncio.gather(
        *(signed_in(line, browser, account) for account in ("maastricht", "luxembourg", "maastricht"))
    )
    async with listening(line, {MAASTRICHT: "maastricht"}) as heard:
        line_at = await _drive(line, unit, case, offline)
        alert = await _rang(heard[MAASTRICHT], case)
        assert alert.crossing is not None, "wrong place: no crossing is told"
        off_m = distance_m(alert.crossing.lat, alert.crossing.lon, BORDER_LAT, LON)
        assert off_m < 50.0, f"wrong place: {off_m:.0f} m from the border"
        off_s = abs((alert.crossing.at - line_at).total_seconds())
        assert off_s < 1.5, f"wrong instant: {off_s:.1f} s from the crossing"
        await _shown(maastricht, case)
        await offline.context.set_offline(offline=False)
        await _shown(offline, case)
    assert await luxembourg.page.get_by_test_id("alert").count() == 0
    assert maastricht.outside + luxembourg.outside + offline.outside == []


async def _drive(line: StackThread, unit: str, case: str, offline: Desk) -> datetime:
    """START, then one fix a second over the line, which one desk does not see; returns when the line was crossed."""
    began = datetime.now(UTC) + timedelta(seconds=1)
    drive = north(unit, "x", began, before_m=_SECONDS_TO_LINE * SPEED_MPS, seconds=7)
    async with UnitClient(line.doors, line.tokens[unit], unit, f"line-{case[-6:]}", "test") as car:
        await car.open(case, began)
        await offline.context.set_offline(offline=True)
        for fix in drive:
            await asyncio.sleep(max(0.0, (fix.observed_at - datetime.now(UTC)).total_seconds()))
            await car.send([fix])
    return began + timedelta(seconds=_SECONDS_TO_LINE)


async def _rang(heard: Heard, case: str) -> Alert:
    try:
        return await heard.until(case, lambda alert: alert.phase == "entered", within_s=RINGS_WITHIN_S)
    except TimeoutError:
        message = f"{heard.room} did not ring within {RINGS_WITHIN_S:g} s"
        raise AssertionError(message) from None


async def _shown(desk: Desk, case: str) -> None:
    card = desk.card(case)
    await expect(card).to_be_visible(timeout=RINGS_WITHIN_S * 1000)
    await expect(card).to_have_count(1)
    assert await card.get_attribute("data-priority") == "1"
    assert "TEST" in await card.inner_text()


async def test_a_fix_pushed_in_belgium_rings_the_dutch_console(line: StackThread) -> None:
    async with chromium() as browser:
        await the_line_rings(line, browser)


async def test_the_acknowledgement_is_shown_when_the_server_says_so(line: StackThread) -> None:
    case, unit = f"BE/ACK-{datetime.now(UTC):%H%M%S}", line.new_unit()
    began = datetime.now(UTC) - timedelta(seconds=20)
    drive = north(unit, "x", began, before_m=200.0, seconds=15)
    async with chromium() as browser:
        first, second = await asyncio.gather(*(signed_in(line, browser, "maastricht") for _ in range(2)))
        async with UnitClient(line.doors, line.tokens[unit], unit, "ack", "test") as car:
            await car.open(case, began)
            await car.send(drive)
        await _shown(first, case)
        await first.card(case).get_by_test_id("acknowledge").click()
        for desk in (first, second):
            await expect(desk.card(case).get_by_test_id("owned")).to_contain_text("maastricht", timeout=10_000)


async def test_the_check_fails_with_track_stopped(line: StackThread) -> None:
    line.do(line.stack.halt("track"))
    try:
        async with chromium() as browser:
            with pytest.raises(AssertionError, match="did not ring"):
                await the_line_rings(line, browser)
    finally:
        line.do(line.stack.resume("track"))


async def test_the_check_fails_with_the_output_of_coordinate_cut(line: StackThread) -> None:
    """Frozen, it still owns its partitions, but nothing comes out of it."""
    pid = line.stack.pid("coordinate")
    assert pid is not None
    os.kill(pid, signal.SIGSTOP)
    try:
        async with chromium() as browser:
            with pytest.raises(AssertionError, match="did not ring"):
                await the_line_rings(line, browser)
    finally:
        os.kill(pid, signal.SIGKILL)
        line.do(line.stack.until_ready("coordinate"))


async def test_the_check_fails_with_the_border_shifted_by_1_km(line: StackThread, tmp_path: Path) -> None:
    line.do(line.stack.halt("track"))
    try:
        with other_track(line, SENNINGEN_BORDERS_FILE=str(_shifted_layer(line, tmp_path))):
            async with chromium() as browser:
                with pytest.raises(AssertionError, match=r"wrong place|did not ring"):
                    await the_line_rings(line, browser)
    finally:
        line.do(line.stack.resume("track"))


def _shifted_layer(line: StackThread, folder: Path) -> Path:
    """The real layer, moved 1 km to the south, as an agency's own file."""
    areas = load_layer(line.settings.folder).areas
    km_in_degrees = 1_000.0 / distance_m(BORDER_LAT, LON, BORDER_LAT + 1.0, LON)
    frame = geopandas.GeoDataFrame(
        {"state": list(areas)}, geometry=[translate(area, yoff=-km_in_degrees) for area in areas.values()], crs=4326
    )
    path = folder / "shifted.fgb"
    frame.to_file(path, driver="FlatGeobuf")
    return path
