"""A recorded track pushed through each door rings the neighbour with what `senningen crossings` says of the file."""

import asyncio
import json
import os
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from geo.geodesy import distance_m
from producers.unit_client import UnitClient
from tests.end_to_end.drives import SPEED_MPS, north
from tests.end_to_end.listening import Heard, listening
from tests.end_to_end.stack_thread import StackThread

pytestmark = [pytest.mark.kafka, pytest.mark.timeout(120)]

MAASTRICHT, LUXEMBOURG = "NL/MK-MAASTRICHT", "LU/CIN"
CONSOLES = {MAASTRICHT: "maastricht", LUXEMBOURG: "luxembourg"}
_SECONDS = 60


@pytest.fixture
def track(tmp_path: Path) -> Path:
    """A minute's drive of the last hour that crosses the border half-way, recorded as a unit's own log would be."""
    began = datetime.now(UTC).replace(microsecond=0) - timedelta(hours=1)
    drive = north("BE/LOG", "x", began, before_m=(_SECONDS / 2 - 0.5) * SPEED_MPS, seconds=_SECONDS)
    rows = [f"0,{fix.observed_at.isoformat()},{fix.lat},{fix.lon},{fix.accuracy_m}" for fix in drive]
    file = tmp_path / "track.csv"
    file.write_text("\n".join(["seg,t,lat,lon,accuracy_m", *rows]) + "\n", encoding="utf-8")
    return file


async def _senningen(line: StackThread, *words: str) -> str:
    """What a command prints, run as a person runs it, on the stack's own borders."""
    environment = os.environ | {"SENNINGEN_FOLDER": str(line.settings.folder)}
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "senningen", *words, env=environment,
        stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE,
    )  # fmt: skip
    out, err = await process.communicate()
    assert process.returncode == 0, err.decode()
    return out.decode()


async def _only_crossing(line: StackThread, track: Path) -> dict[str, Any]:
    (told,) = (await _senningen(line, "crossings", str(track))).splitlines()
    crossing: dict[str, Any] = json.loads(told)
    assert (crossing["left"], crossing["entered"]) == (["BE"], ["NL"])
    return crossing


def _check_alert(heard: Heard, case: str, expected: dict[str, Any]) -> None:
    """It rang once, at the place and instant that are expected, for what they are."""
    (ring,) = heard.rings(case)
    assert (ring.phase, ring.mode, ring.before_opening) == ("entered", "test", False)
    assert ring.crossing is not None
    assert (ring.crossing.left, ring.crossing.entered) == (("BE",), ("NL",))
    assert distance_m(ring.crossing.lat, ring.crossing.lon, expected["lat"], expected["lon"]) < 1.0
    assert abs(ring.crossing.at - datetime.fromisoformat(expected["at"])) < timedelta(seconds=1)


@pytest.mark.parametrize("door", ["websocket", "osmand"])
async def test_a_track_pushed_through_a_door_rings_where_crossings_says(
    line: StackThread, track: Path, door: str
) -> None:
    case, unit = f"BE/DOOR-{door}", line.new_unit()
    url = line.doors if door == "websocket" else line.osmand
    expected = await _only_crossing(line, track)
    async with listening(line, CONSOLES) as heard:
        said = await _senningen(
            line, "push", str(track), "--token", line.tokens[unit], "--unit", unit, "--door", door, "--url", url,
            "--unit-url", line.doors, "--speed", "20", "--times", "recorded", "--mode", "test",
            "--pursuit", "--case", case,
        )  # fmt: skip
        assert f"sent {_SECONDS}, accepted {_SECONDS}, refused 0" in said
        await heard[MAASTRICHT].until(case, lambda alert: alert.phase == "entered")
        async with UnitClient(line.doors, line.tokens[unit], unit, f"end-{door}", "test") as car:
            await car.leave(case, datetime.now(UTC))
        await heard[MAASTRICHT].until(case, lambda alert: not any(one.active for one in alert.units))
    _check_alert(heard[MAASTRICHT], case, expected)
    assert heard[LUXEMBOURG].of(case) == []
