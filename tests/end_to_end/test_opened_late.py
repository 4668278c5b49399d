import asyncio
import itertools
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest

from producers.unit_client import UnitClient
from streams.records import Alert
from tests.end_to_end.drives import SPEED_MPS, north
from tests.end_to_end.listening import Heard, listening
from tests.end_to_end.stack_thread import StackThread

pytestmark = [pytest.mark.kafka, pytest.mark.timeout(180)]

MAASTRICHT, LIEGE, LUXEMBOURG = "NL/MK-MAASTRICHT", "BE/CIC-LIEGE", "LU/CIN"
CONSOLES = {MAASTRICHT: "maastricht", LIEGE: "liege", LUXEMBOURG: "luxembourg"}
_NUMBERS: Iterator[int] = itertools.count(1)


def _case() -> str:
    return f"BE/T-{datetime.now(UTC):%H%M%S}-{next(_NUMBERS)}"


def _car(line: StackThread, unit: str) -> UnitClient:
    return UnitClient(line.doors, line.tokens[unit], unit, f"t{next(_NUMBERS)}", "test")


def _entered(alert: Alert) -> bool:
    return alert.phase == "entered"


def _one_ring(heard: dict[str, Heard], case: str) -> Alert:
    """The right room rang once, no other room of another state at all; returns the ringing revision."""
    rings = heard[MAASTRICHT].rings(case)
    assert len(rings) == 1
    assert heard[LUXEMBOURG].of(case) == []
    assert all(alert.priority == 3 for alert in heard[LIEGE].of(case))
    return rings[0]


@pytest.mark.parametrize(
    ("start_after_s", "before_opening"),
    [(-5.0, False), (5.0, True), (60.0, True)],
    ids=["5 s before the line", "5 s after the line", "60 s after the line"],
)
async def test_a_pursuit_opened_near_the_line_gives_one_alert(
    line: StackThread, start_after_s: float, before_opening: bool
) -> None:
    case, unit, seconds_to_line = _case(), line.new_unit(), 10
    seconds = seconds_to_line + int(max(start_after_s, 0)) + 8
    began = datetime.now(UTC) - timedelta(seconds=seconds)
    drive = north(unit, "x", began, before_m=(seconds_to_line - 0.5) * SPEED_MPS, seconds=seconds)
    opened_at = began + timedelta(seconds=seconds_to_line - 0.5 + start_after_s)
    async with listening(line, CONSOLES) as heard, _car(line, unit) as car:
        await car.send([fix for fix in drive if fix.observed_at <= opened_at])
        await car.open(case, opened_at)
        await car.send([fix for fix in drive if fix.observed_at > opened_at])
        alert = await heard[MAASTRICHT].until(case, _entered)
        await heard[LIEGE].until(case, lambda own: own.phase == "departed")
    assert _one_ring(heard, case) == alert
    assert alert.before_opening is before_opening
    assert alert.crossing is not None
    line_at = began + timedelta(seconds=seconds_to_line - 0.5)
    assert abs((alert.crossing.at - line_at).total_seconds()) < 1.0


async def test_a_membership_that_comes_10_s_late_still_gives_one_alert(line: StackThread) -> None:
    case, unit = _case(), line.new_unit()
    began = datetime.now(UTC) - timedelta(seconds=30)
    drive = north(unit, "x", began, before_m=400.0, seconds=30)
    async with listening(line, CONSOLES) as heard, _car(line, unit) as car:
        await car.send(drive[:5])
        line.do(line.stack.halt("coordinate"))
        await car.open(case, drive[5].observed_at)
        await car.send(drive[5:])
        await asyncio.sleep(10)  # the delay itself is what is tested
        assert heard[MAASTRICHT].of(case) == []
        line.do(line.stack.resume("coordinate"))
        alert = await heard[MAASTRICHT].until(case, _entered)
    assert _one_ring(heard, case) == alert
    assert not alert.before_opening


async def test_a_second_car_joining_2_km_inside_does_not_ring_again(line: StackThread) -> None:
    case, unit = _case(), line.new_unit()
    began = datetime.now(UTC) - timedelta(seconds=60)
    other = line.new_unit()
    first = north(unit, "x", began, before_m=200.0, seconds=55)
    second = north(other, "x", began, before_m=200.0, seconds=55)
    async with (
        listening(line, CONSOLES) as heard,
        _car(line, unit) as lead,
        _car(line, other) as follower,
    ):
        await lead.send(first[:3])
        await lead.open(case, first[3].observed_at)
        await lead.send(first[3:])
        await heard[MAASTRICHT].until(case, _entered)
        await follower.send(second)
        await follower.join(case, second[-1].observed_at)
        both = await heard[MAASTRICHT].until(
            case, lambda a: sum(u.active and u.territory == ("NL",) for u in a.units) == 2
        )
    assert both.rang_revision == _one_ring(heard, case).revision


async def test_a_worker_killed_in_mid_chase_loses_and_invents_nothing(line: StackThread) -> None:
    case, unit = _case(), line.new_unit()
    began = datetime.now(UTC) - timedelta(seconds=40)
    drive = north(unit, "x", began, before_m=600.0, seconds=40)
    async with listening(line, CONSOLES) as heard, _car(line, unit) as car:
        await car.send(drive[:5])
        await car.open(case, drive[5].observed_at)
        await car.send(drive[5:12])
        line.do(line.stack.kill("track"))
        await car.send(drive[12:])
        alert = await heard[MAASTRICHT].until(case, _entered, within_s=40.0)
        line.do(line.stack.until_ready("track"))
        line.do(line.stack.kill("coordinate"))
        line.do(line.stack.until_ready("coordinate"))
    assert _one_ring(heard, case) == alert
    assert alert.crossing is not None
    assert alert.crossing.left == ("BE",)
    assert alert.crossing.entered == ("NL",)
