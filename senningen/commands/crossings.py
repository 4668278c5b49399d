"""`senningen crossings FILE`: the border crossings of a recorded track, by the live stream's tracker, without Kafka."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, NoReturn

import orjson
import typer
from rich.console import Console
from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeElapsedColumn

from borders.layer import BorderError, BorderLayer
from borders.load import build_layer, cached_layer_path, load_layer
from geo.crossing import Crossing
from geo.territory import InvalidAreaError, Territory, TerritoryIndex
from geo.track import Track
from geo.track_file import TrackFileError, parse_track_file
from geo.tracker import Judgement, Outcome, TrackerSettings, UnitTrack, observe
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
            help="CSV with seg,t,lat,lon[,unit,accuracy_m,speed_mps,course_deg], or GPX.",
            show_default=False,
        ),
    ],
) -> None:
    """Print one JSON line for each crossing, in time order, and a summary of the fixes to standard error."""
    settings = load_settings()
    try:
        tracks = parse_track_file(_text(file), file.name)
        layer = _layer(settings)
        index = TerritoryIndex.build(layer.areas)
    except (TrackFileError, BorderError, InvalidAreaError, OSError) as error:
        _stop(error)
    told = [_Told(track.seg, judgement) for track in tracks for judgement in _judgements(track, index)]
    found = sorted(_found(told), key=lambda pair: pair[1].at)
    for seg, crossing in found:
        typer.echo(_line(seg, crossing))
    typer.echo(_summary(told, len(found), layer), err=True)


@dataclass(frozen=True, slots=True)
class _Told:
    """What the tracker said of a fix, and the track it is from."""

    seg: str
    judgement: Judgement


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


def _judgements(track: Track, index: TerritoryIndex) -> Iterator[Judgement]:
    """A track of its own: its first fix sets the territory, whatever went before it in the file."""
    known: dict[str, UnitTrack] = {}
    for begin in range(0, len(track.fixes), _CHUNK):
        seen = observe(known, track.fixes[begin : begin + _CHUNK], index, TrackerSettings())
        known |= seen.tracks
        yield from seen.judgements


def _found(told: Iterable[_Told]) -> Iterator[tuple[str, Crossing]]:
    return ((one.seg, crossing) for one in told for crossing in one.judgement.crossings)


def _line(seg: str, crossing: Crossing) -> str:
    row = {
        "unit": crossing.unit,
        "seg": seg,
        "left": _states(crossing.left),
        "entered": _states(crossing.entered),
        "at": crossing.at,
        "not_before": crossing.not_before,
        "not_after": crossing.not_after,
        "lat": round(crossing.lat, 7),
        "lon": round(crossing.lon, 7),
        "status": crossing.status,
        "confirmed_at": crossing.confirmed_at,
        "guess": crossing.guess,
    }
    return orjson.dumps(row, option=orjson.OPT_UTC_Z).decode()


def _states(territory: Territory) -> list[str]:
    return sorted(territory)


def _summary(told: Sequence[_Told], crossings_found: int, layer: BorderLayer) -> str:
    counts = Counter(one.judgement.outcome for one in told)
    outcomes = ", ".join(f"{counts[outcome]} {outcome.value}" for outcome in Outcome if counts[outcome])
    crossed = f"{crossings_found} crossing{'' if crossings_found == 1 else 's'}"
    return f"{len(told)} fixes: {outcomes}; {crossed}; {layer.version} ({layer.attribution})"


def _stop(error: Exception) -> NoReturn:
    Console(stderr=True, soft_wrap=True, markup=False, highlight=False).print(f"senningen crossings: {error}")
    raise typer.Exit(1)
