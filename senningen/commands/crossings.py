"""`senningen crossings FILE`: the border crossings of a recorded track, by the live stream's tracker, without Kafka."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Annotated, NoReturn, get_args

import orjson
import typer
from rich.console import Console
from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeElapsedColumn

from borders.layer import BorderError, BorderLayer
from borders.load import build_layer, cached_layer_path, load_layer
from geo.approach import Approach
from geo.contact import Contact
from geo.crossing import Crossing, Status
from geo.fix import Fix
from geo.lookout import NOT_SEEN_YET, look_out
from geo.outcome import USED, Outcome
from geo.reading import Chunk, instant, micros
from geo.settings import TrackerSettings
from geo.territory import InvalidAreaError, Territory, TerritoryIndex
from geo.track import Track
from geo.track_file import TrackFileError, parse_track_file
from geo.tracker import Observation, observe
from geo.tracks import Tracks
from senningen.settings import Settings, load_settings

__all__ = ["app"]

app = typer.Typer(add_completion=False)

_CHUNK = 1000


@app.command(help=__doc__)
def crossings(
    file: Annotated[
        Path,
        typer.Argument(
            metavar="FILE",
            help="CSV with seg,t,lat,lon[,unit,accuracy_m,speed_mps,course_deg,movement], or GPX.",
            show_default=False,
        ),
    ],
    forecast: Annotated[
        bool,
        typer.Option("--forecast", help="Also print a line for each state the unit was seen to be about to enter."),
    ] = False,
    contacts: Annotated[
        bool, typer.Option("--contacts", help="Also print a line for each loss of contact, and for its end.")
    ] = False,
) -> None:
    """Print one JSON line for each crossing, in time order, and a summary of the fixes to standard error."""
    settings = load_settings()
    try:
        tracks = parse_track_file(_text(file), file.name)
        layer = _layer(settings)
        index = TerritoryIndex.build(layer.areas)
    except (TrackFileError, BorderError, InvalidAreaError, OSError) as error:
        _stop(error)
    judged = [_judged(track, index, settings.tracker_settings, forecast=forecast) for track in tracks]
    lines = [_line(told) for track in judged for told in track.crossings]
    lines += [_approach_line(one) for track in judged for one in track.approaches]
    lines += [_contact_line(track.seg, one) for track in judged for one in track.contacts if contacts]
    for _, line in sorted(lines, key=lambda line: line[0]):
        typer.echo(line)
    typer.echo(_summary(judged, layer), err=True)


@dataclass(frozen=True, slots=True)
class _Told:
    """A crossing as it stands at the end of the track, and when it was told first."""

    seg: str
    crossing: Crossing
    told_at: datetime


@dataclass(frozen=True, slots=True)
class _Judged:
    """What the tracker said of a track."""

    seg: str
    fixes: int
    outcomes: Counter[Outcome]
    crossings: tuple[_Told, ...]
    approaches: tuple["_Announced", ...]
    contacts: tuple[Contact, ...]


@dataclass(frozen=True, slots=True)
class _Announced:
    """An approach as it was announced, and as it stands at the end of the track."""

    unit: str
    seg: str
    first: Approach
    last: Approach


def _text(file: Path) -> str:
    try:
        return file.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        message = f"{file.name}: expected UTF-8 text, got byte 0x{error.object[error.start]:02x} at {error.start}"
        raise OSError(message) from error


def _layer(settings: Settings) -> BorderLayer:
    """The installation's border layer; built first where it has none yet."""
    if settings.borders_file is None and not cached_layer_path(settings.folder).exists():
        columns = (TextColumn("{task.description:24}"), BarColumn(), TaskProgressColumn(), TimeElapsedColumn())
        with Progress(*columns, console=Console(stderr=True)) as bar:
            task = bar.add_task("borders", total=1.0)
            return build_layer(
                settings.folder, lambda step, share: bar.update(task, description=step, completed=share)
            )  # fmt: skip
    return load_layer(settings.folder, settings.borders_file, settings.borders_state_column)


def _judged(track: Track, index: TerritoryIndex, settings: TrackerSettings, *, forecast: bool) -> _Judged:
    """A track of its own: its first fix sets the territory, whatever went before it in the file."""
    tracks, outcomes, told = Tracks(), Counter[Outcome](), dict[str, _Told]()
    ahead, contacts = _Ahead(track, index), list[Contact]()
    for begin in range(0, len(track.fixes), _CHUNK):
        fixes = track.fixes[begin : begin + _CHUNK]
        seen = observe(tracks, Chunk.of(fixes), index, settings)
        tracks.adopt(seen.change)
        outcomes.update(map(Outcome, seen.outcome.tolist()))
        for at, crossing in seen.crossings:
            first = told.get(crossing.id)
            told[crossing.id] = _Told(track.seg, crossing, first.told_at if first else fixes[at].observed_at)
        contacts += [contact for _, contact in seen.contacts]
        if forecast:
            ahead.see(fixes, seen)
    announced = tuple(ahead.announced.values())
    return _Judged(track.seg, len(track.fixes), outcomes, tuple(told.values()), announced, tuple(contacts))


class _Ahead:
    """What was seen coming on a track, by the id of the approach."""

    def __init__(self, track: Track, index: TerritoryIndex) -> None:
        self.announced: dict[str, _Announced] = {}
        self._track, self._index, self._lookout = track, index, NOT_SEEN_YET

    def see(self, fixes: Sequence[Fix], seen: Observation) -> None:
        for at, fix in enumerate(fixes):
            if seen.outcome_of(at) in USED:
                self._look(fix, self._index.territories[int(seen.territory[at])])

    def _look(self, fix: Fix, held: Territory) -> None:
        self._lookout, told = look_out(self._lookout, fix, micros(fix.observed_at), held, self._index)
        for approach in told:
            known = self.announced.get(approach.id)
            first = known.first if known else approach
            self.announced[approach.id] = _Announced(fix.unit, self._track.seg, first, approach)


def _approach_line(announced: _Announced) -> tuple[datetime, str]:
    first, last = announced.first, announced.last
    row = {
        "type": "approach",
        "unit": announced.unit,
        "seg": announced.seg,
        "to": list(first.entered),
        "announced_at": instant(first.announced_us),
        "eta": instant(first.eta_us),
        "eta_from": instant(first.eta_from_us),
        "eta_to": instant(first.eta_to_us),
        "lat": round(first.lat, 7),
        "lon": round(first.lon, 7),
        "probability": round(first.probability, 3),
        "outcome": last.outcome,
        "settled_at": None if last.settled_us is None else instant(last.settled_us),
    }
    return instant(first.announced_us), orjson.dumps(row, option=orjson.OPT_UTC_Z).decode()


def _contact_line(seg: str, contact: Contact) -> tuple[datetime, str]:
    row = {
        "type": "contact",
        "unit": contact.unit,
        "seg": seg,
        "kind": contact.kind,
        "at": contact.at,
        "silent_since": contact.silent_since,
        "lat": round(contact.lat, 7),
        "lon": round(contact.lon, 7),
    }
    return contact.at, orjson.dumps(row, option=orjson.OPT_UTC_Z).decode()


def _line(told: _Told) -> tuple[datetime, str]:
    crossing = told.crossing
    row = {
        "type": "crossing",
        "unit": crossing.unit,
        "seg": told.seg,
        "left": _states(crossing.left),
        "entered": _states(crossing.entered),
        "at": crossing.at,
        "not_before": crossing.not_before,
        "not_after": crossing.not_after,
        "lat": round(crossing.lat, 7),
        "lon": round(crossing.lon, 7),
        "status": crossing.status,
        "told_at": told.told_at,
        "confirmed_at": crossing.confirmed_at,
        "guess": crossing.guess,
        "start_unsure": crossing.start_unsure,
        "late": crossing.late,
    }
    return crossing.at, orjson.dumps(row, option=orjson.OPT_UTC_Z).decode()


def _states(territory: Territory) -> list[str]:
    return sorted(territory)


def _summary(judged: Sequence[_Judged], layer: BorderLayer) -> str:
    found = [told for track in judged for told in track.crossings]
    counts = sum((track.outcomes for track in judged), Counter[Outcome]())
    outcomes = ", ".join(f"{counts[outcome]} {outcome.label}" for outcome in Outcome if counts[outcome])
    statuses = Counter(told.crossing.status for told in found)
    by_status = ", ".join(f"{statuses[status]} {status}" for status in get_args(Status) if statuses[status])
    crossed = f"{len(found)} crossing{'' if len(found) == 1 else 's'}" + (f" ({by_status})" if found else "")
    fixes = sum(track.fixes for track in judged)
    return f"{fixes} fixes: {outcomes}; {crossed}; {layer.version} ({layer.attribution})"


def _stop(error: Exception) -> NoReturn:
    Console(stderr=True, soft_wrap=True, markup=False, highlight=False).print(f"senningen crossings: {error}")
    raise typer.Exit(1)
