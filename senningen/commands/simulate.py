"""`senningen simulate`: made-up units on real ground, their tracks as a file, and beside it what they truly crossed."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Annotated, Literal, NoReturn

import orjson
import typer
from rich.console import Console

from borders.layer import BorderError
from borders.load import load_layer
from geo.fix import Fix
from geo.territory import InvalidAreaError, TerritoryIndex
from producers.simulator.delivery import CLEAN, ROUGH
from producers.simulator.fleet import START, WORLDS, SimulatedUnit, simulate
from producers.simulator.receiver import Noise, Receiver
from producers.simulator.truth import TrueCrossing
from senningen.settings import load_settings

__all__ = ["app"]

app = typer.Typer(add_completion=False)

_TRACKS, _TRUTH = "tracks.csv", "truth.jsonl"
_COLUMNS = "seg,t,lat,lon,unit,accuracy_m,speed_mps,course_deg,movement,number,arrived"
_UNITS = 10
_STANDING = "parked"


class _RefusedError(Exception):
    """What keeps the command from writing, in one line."""


@dataclass(slots=True)
class _Tally:
    """What has been written."""

    units: int = 0
    fixes: int = 0
    crossings: int = 0
    length_m: float = 0.0
    time_s: float = 0.0

    def add(self, unit: SimulatedUnit) -> None:
        self.units += 1
        self.fixes += len(unit.fixes)
        self.crossings += len(unit.crossings)
        self.length_m += unit.course.length_m
        self.time_s += float(unit.course.t_s[-1])


@app.command("simulate", help=__doc__)
def simulate_word(
    *,
    world: Annotated[str, typer.Option(help=f"What the units do: {', '.join(WORLDS)}.", show_default=False)],
    out: Annotated[Path, typer.Option(help="Folder for tracks.csv and truth.jsonl.", show_default=False)],
    seed: Annotated[int, typer.Option(help="Of all chance: the same seed, the same files.")] = 1,
    units: Annotated[int | None, typer.Option(help=f"How many units; {_UNITS} where --km is not given.")] = None,
    km: Annotated[float | None, typer.Option(help="Units until they have gone so far together.")] = None,
    noise: Annotated[Noise, typer.Option(help="How one fix's error depends on the last one's.")] = "mixed",
    sigma_m: Annotated[float, typer.Option(help="Error along either axis, standard deviation.")] = 15.0,
    hz: Annotated[float, typer.Option(help="Fixes a second, at most 5.")] = 1.0,
    urban_per_h: Annotated[float, typer.Option(help="Street canyons an hour: the lasting error trebles.")] = 0.0,
    tunnels_per_h: Annotated[float, typer.Option(help="Tunnels an hour: no fixes for 20 to 120 s.")] = 0.0,
    no_speed: Annotated[bool, typer.Option("--no-speed", help="Fixes tell no speed and no course.")] = False,
    no_accuracy: Annotated[bool, typer.Option("--no-accuracy", help="Fixes tell no accuracy.")] = False,
    delivery: Annotated[
        Literal["clean", "rough"] | None, typer.Option(help="How fixes arrive; without it as the world has it.")
    ] = None,
    start: Annotated[str, typer.Option(help="When all begin, ISO 8601 with its offset.")] = START.isoformat(),
    stay_s: Annotated[float, typer.Option(help="How long a parked unit stands.")] = 600.0,
    force: Annotated[bool, typer.Option("--force", help="Write over the files of a folder that is not empty.")] = False,
) -> None:
    """Write the tracks and the truth, and print one line that says what was written."""
    try:
        _check(units=units, km=km, world=world, stay_s=stay_s)
        _check_folder(out, force=force)
        receiver = Receiver(
            hz=hz, sigma_m=sigma_m, noise=noise, urban_per_h=urban_per_h, tunnels_per_h=tunnels_per_h,
            tells_accuracy=not no_accuracy, tells_motion=not no_speed,
        )  # fmt: skip
        begin = _instant(start)
        made = simulate(
            world, _index(), seed=seed, units=units or (None if km else _UNITS), receiver=receiver,
            delivery={"clean": CLEAN, "rough": ROUGH, None: None}[delivery], start=begin, stay_s=stay_s,
        )  # fmt: skip
        tally = _write(out, _far_enough(made, km), begin)
    except (_RefusedError, BorderError, InvalidAreaError, ValueError, OSError) as error:
        _stop(error)
    typer.echo(_summary(tally, world, seed, out))


def _check(*, units: int | None, km: float | None, world: str, stay_s: float) -> None:
    if units is not None and units < 1:
        message = f"--units: expected 1 or more, got {units}"
        raise _RefusedError(message)
    if km is not None and not 0.0 < km <= 1_000_000.0:
        message = f"--km: expected kilometres above 0, up to a million, got {km}"
        raise _RefusedError(message)
    if km is not None and units is None and world == _STANDING:
        message = f"--km: expected a world whose units go anywhere, got {world}"
        raise _RefusedError(message)
    if not 1.0 <= stay_s <= 86_400.0:
        message = f"--stay-s: expected 1 to 86400 seconds, got {stay_s}"
        raise _RefusedError(message)


def _check_folder(out: Path, *, force: bool) -> None:
    if out.exists() and not out.is_dir():
        message = f"--out: expected a folder, got the file {out}"
        raise _RefusedError(message)
    if out.is_dir() and any(out.iterdir()) and not force:
        message = f"--out: expected an empty or new folder, got {out} with files in it; --force writes over them"
        raise _RefusedError(message)


def _instant(text: str) -> datetime:
    try:
        at = datetime.fromisoformat(text)
    except ValueError:
        at = None
    if at is None or at.tzinfo is None:
        message = f"--start: expected a time such as 2026-01-01T12:00:00Z, with its offset from UTC, got {text!r}"
        raise _RefusedError(message)
    return at.astimezone(UTC)


def _index() -> TerritoryIndex:
    settings = load_settings()
    return TerritoryIndex.build(
        load_layer(settings.folder, settings.borders_file, settings.borders_state_column).areas
    )  # fmt: skip


def _far_enough(made: Iterable[SimulatedUnit], km: float | None) -> Iterator[SimulatedUnit]:
    """Units up to the one with which they have gone so far together."""
    gone_m = 0.0
    for unit in made:
        yield unit
        gone_m += unit.course.length_m
        if km is not None and gone_m >= 1_000.0 * km:
            return


def _write(out: Path, made: Iterable[SimulatedUnit], start: datetime) -> _Tally:
    """Both files, unit by unit, so that a long simulation needs no more memory than a short one."""
    out.mkdir(parents=True, exist_ok=True)
    tally = _Tally()
    with (
        (out / _TRACKS).open("w", encoding="utf-8", newline="\n") as tracks,
        (out / _TRUTH).open("wb") as truth,
    ):
        tracks.write(_COLUMNS + "\n")
        for unit in made:
            tracks.writelines(_track(unit.fixes, start))
            truth.writelines(_line(unit, crossing, start) for crossing in unit.crossings)
            tally.add(unit)
    return tally


def _track(fixes: Sequence[tuple[float, Fix]], start: datetime) -> Iterator[str]:
    """One line a fix, in order of arrival."""
    for at_s, fix in fixes:
        told = f"{_told(fix.accuracy_m, 1)},{_told(fix.speed_mps, 2)},{_told(fix.course_deg, 1)}"
        arrived = start.timestamp() + at_s
        yield (
            f"0,{fix.observed_at.timestamp():.3f},{fix.lat:.7f},{fix.lon:.7f},{fix.unit},{told},"
            f"{fix.movement},{fix.number},{arrived:.3f}\n"
        )


def _told(value: float | None, digits: int) -> str:
    return "" if value is None else f"{value:.{digits}f}"


def _line(unit: SimulatedUnit, crossing: TrueCrossing, start: datetime) -> bytes:
    row = {
        "unit": crossing.unit,
        "kind": unit.kind,
        "pace": unit.pace,
        "left": sorted(crossing.left),
        "entered": sorted(crossing.entered),
        "at": start + timedelta(seconds=crossing.at_s),
        "at_s": round(crossing.at_s, 3),
        "lat": round(crossing.lat, 7),
        "lon": round(crossing.lon, 7),
        "speed_mps": round(crossing.speed_mps, 2),
        "angle_deg": round(crossing.angle_deg, 1),
        "depth_m": round(crossing.depth_m, 1),
    }
    return orjson.dumps(row, option=orjson.OPT_UTC_Z | orjson.OPT_APPEND_NEWLINE)


def _summary(tally: _Tally, world: str, seed: int, out: Path) -> str:
    gone = f"{tally.length_m / 1_000:.1f} km in {tally.time_s / 3_600:.1f} h"
    return (
        f"{world}, seed {seed}: {tally.units} units, {gone}, {tally.fixes} fixes, {tally.crossings} true crossings; "
        f"{out / _TRACKS}, {out / _TRUTH}"
    )


def _stop(error: Exception) -> NoReturn:
    Console(stderr=True, soft_wrap=True, markup=False, highlight=False).print(f"senningen simulate: {error}")
    raise typer.Exit(1)
