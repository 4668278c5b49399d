"""What a report costs in COORDINATE's step (CPU time), what a state holds, and whether a long pursuit costs more.

The pursuit is played on the real rooms, towns and treaty rows: a car of Liège crosses near Eijsden and drives on to the
north, with what consoles and people answer. The baseline is the report read and a decision without events written.
"""

import gc
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime, timedelta
from itertools import islice
from statistics import median
from typing import Any

import msgspec
import psutil

from bench.figure import Figure, percentiles, table
from borders.load import load_directory, load_regimes
from geo.geodesy import destination
from streams.orders import AddFact
from streams.pursuit.arrived import Arrived
from streams.pursuit.rules import PursuitSettings, Rules
from streams.pursuit.state import Pursuit
from streams.pursuit.step import step
from streams.pursuit.store import split_parts
from streams.records import (
    Account,
    Acknowledge,
    Crossing,
    Decision,
    Open,
    Ordered,
    Receipt,
    Report,
    Sighting,
    SourcePlace,
    UnitCrossed,
    UnitMoved,
    UnitPresent,
    VersionsUsed,
    decode,
    encode,
)

__all__ = ["run"]

_START = datetime(2026, 1, 1, 12, tzinfo=UTC)
_CASE, _CAR, _HOME = "BE/2026-1", "BE/LIE-21", "BE/CIC-LIEGE"
_BORDER = (50.7708, 5.7106)
_OPEN_AT_ONCE = 10_000
_GOAL_US, _GOAL_KB = 100.0, 20.0
_VERSIONS = VersionsUsed(code="measured", rooms="measured", borders="measured", settings="measured")


def run() -> list[Figure]:
    """About a minute."""
    directory = load_directory()
    rules = Rules(directory, directory.towns, PursuitSettings(), _VERSIONS, load_regimes())
    _played(rules, list(islice(_reports("BE/first"), 50)), [])  # the towns' index and the cards are made once
    took: list[tuple[str, float]] = []
    state, decisions = _played(rules, list(islice(_reports(_CASE), 3_000)), took)
    every = [us for _, us in took]
    kinds = {kind: [us for one, us in took if one == kind] for kind, _ in took}
    moved = kinds["unit_moved"]
    first, last = moved[: len(moved) // 10], moved[-len(moved) // 10 :]
    rows: list[list[str | float]] = [[kind, float(len(us)), *_columns(us)] for kind, us in kinds.items()]
    bare_us = _bare_us(decisions)
    size_kb = _size_kb(state)
    print(table("a report in COORDINATE's step, microseconds", ["report", "of them", "p50", "p90", "p99"], rows))
    print(f"\nread and written without deciding: {bare_us:.1f} us; state {size_kb:.1f} kB after {len(every)} reports")
    held_mb = _held_mb(rules)
    print(f"{_OPEN_AT_ONCE} open pursuits in one process: {held_mb:.0f} MB")
    p50 = percentiles(every)["p50"]
    return [
        Figure("decided", "one report in COORDINATE's step, p50", p50, "us", _GOAL_US),
        Figure("decided", "that a unit moved, p50", percentiles(moved)["p50"], "us"),
        Figure("decided", "one report in COORDINATE's step, p99", percentiles(every)["p99"], "us"),
        Figure("decided", "the same against a report only read and written", p50 / bare_us, "x"),
        Figure(
            "decided",
            "that a unit moved, the last tenth of 1,500 against the first",
            median(last) / median(first),
            "x",
            1.5,
        ),
        Figure("decided", "state of a pursuit", size_kb, "kB", _GOAL_KB),
        Figure("decided", f"{_OPEN_AT_ONCE:,} open pursuits, each", held_mb * 1000 / _OPEN_AT_ONCE, "kB"),
    ]


def _columns(us: list[float]) -> list[float]:
    found = percentiles(us)
    return [found["p50"], found["p90"], found["p99"]]


def _played(
    rules: Rules, reports: Sequence[Report], took: list[tuple[str, float]]
) -> tuple[Pursuit, list[tuple[bytes, Decision]]]:
    state, decisions = None, []
    for offset, report in enumerate(reports):
        arrived = _arrived(report, offset)
        begin = time.process_time()
        decided = step(state, arrived, rules)
        us = (time.process_time() - begin) * 1e6
        if decided is None or decided.state is None:
            message = f"{report.id} was not decided"
            raise RuntimeError(message)
        state = decided.state
        took.append((str(report.__struct_config__.tag), us))
        decisions.append((encode(report), decided.decision))
    if state is None:
        message = "no report"
        raise RuntimeError(message)
    return state, decisions


def _arrived(report: Report, offset: int) -> Arrived:
    place = SourcePlace(topic_id="measured", partition=0, offset=offset)
    return Arrived(report, place, report.happened_at + timedelta(seconds=0.1))


def _bare_us(decisions: Sequence[tuple[bytes, Decision]]) -> float:
    """The median of reading a report and writing a decision in which nothing happened."""
    times = []
    for raw, decision in decisions:
        begin = time.process_time()
        decode(raw, Report)
        encode(msgspec.structs.replace(decision, events=(), outputs=()))
        times.append((time.process_time() - begin) * 1e6)
    return median(times)


def _size_kb(state: Pursuit) -> float:
    """The state as the table holds it once every part stands by itself."""
    parts = split_parts(None, state)
    return sum(len(value) for key, value in parts.items() if not key.endswith(b"#core")) / 1000


def _held_mb(rules: Rules) -> float:
    """What so many open pursuits add to the memory of one process: each with a crossing and what follows."""
    gc.collect()
    process, held = psutil.Process(), []
    before = process.memory_info().rss
    for number in range(_OPEN_AT_ONCE):
        case = f"BE/2026-{number}"
        state, _ = _played(rules, list(islice(_reports(case), 30)), [])
        # As a worker holds it after a recovery: nothing in it is shared with another.
        held.append(msgspec.json.decode(msgspec.json.encode(state), type=Pursuit))
    gc.collect()
    return float(process.memory_info().rss - before) / 1e6


# ---------------------------------------------------------------- the pursuit


def _reports(case: str) -> Iterator[Report]:
    """The reports of a pursuit, without an end: opened, seen, crossed, answered; then it drives on north and south."""
    head = _heads(case)
    crew = Account(name="crew", role="unit", state="BE", room=_HOME, unit=_CAR)
    yield Open(**head(0), by=crew, units=(_CAR,), room=_HOME, purpose="robbery")
    yield UnitPresent(**head(1), unit=_CAR, event=1, seen=_seen(1, "BE", 0.0), service="police")
    fact = AddFact(fact="f1", kind="vehicle", plate="1-ABC-234", plate_state="BE", source="crew")
    yield Ordered(**head(2), by=crew, order=fact)
    for second in range(3, 9):
        yield UnitMoved(**head(second), unit=_CAR, seen=_seen(second, "BE", 500.0 * second))
    yield UnitCrossed(**head(10), unit=_CAR, crossing=_crossing(case, "possible"), seen=_seen(10, "NL", 5000.0))
    yield UnitCrossed(**head(11), unit=_CAR, crossing=_crossing(case, "confirmed"), seen=_seen(11, "NL", 5500.0))
    yield from _answers(case, head)
    second = 20
    while True:
        second += 1
        yield UnitMoved(**head(second), unit=_CAR, seen=_seen(second, "NL", 500.0 * second))
        yield _receipt(case, head(second), "NL/MK-MAASTRICHT", second)


def _heads(case: str) -> Callable[[float], dict[str, Any]]:
    numbers = iter(range(10**9))

    def head(second: float) -> dict[str, Any]:
        happened_at = _START + timedelta(seconds=15 * second)
        return {"id": f"{case}|{next(numbers)}", "case": case, "mode": "test", "happened_at": happened_at}

    return head


def _seen(second: float, state: str, odometer_m: float) -> Sighting:
    """North of the border for 40 km, then back again: so a long pursuit meets the same rooms as a short one."""
    beyond_m = odometer_m - 5000.0
    away_m = abs((beyond_m + 40_000.0) % 80_000.0 - 40_000.0) if beyond_m > 0 else beyond_m
    lat, lon = destination(*_BORDER, 0.0 if away_m >= 0 else 180.0, abs(away_m))
    at = _START + timedelta(seconds=15 * second)
    return Sighting(
        observed_at=at, lat=lat, lon=lon, territory=(state,), received_at=at, speed_mps=33.0, course_deg=10.0,
        odometer_m=odometer_m,
    )  # fmt: skip


def _crossing(case: str, status: Any) -> Crossing:
    at = _START + timedelta(seconds=150)
    return Crossing(
        id=f"{case}|{_CAR}|1|crossing|0", unit=_CAR, left=("BE",), entered=("NL",), at=at, not_before=at, not_after=at,
        lat=_BORDER[0], lon=_BORDER[1], status=status, received_at=at, odometer_m=5000.0,
    )  # fmt: skip


def _answers(case: str, head: Callable[[float], dict[str, Any]]) -> Iterator[Report]:
    room = "NL/MK-MAASTRICHT"
    for kind in ("delivered", "shown", "sounded"):
        yield _receipt(case, head(12), room, 1, kind)
    desk = Account(name="desk", role="operator", state="NL", room=room, desk="1")
    yield Acknowledge(**head(13), by=desk, alert=f"{case}|{room}", revision=2)


def _receipt(case: str, head: dict[str, Any], room: str, revision: int, kind: Any = "delivered") -> Receipt:
    desk = Account(name="desk", role="operator", state="NL", room=room, desk="1")
    return Receipt(**head, by=desk, alert=f"{case}|{room}", revision=revision, kind=kind, console="console")
