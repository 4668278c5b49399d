"""`senningen borders`: build the border layer, check it, and ask whose land a point is and which rooms to ring."""

import json
from datetime import UTC, datetime
from typing import Annotated, Any, NoReturn

import typer
from rich.console import Console
from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeElapsedColumn

from borders.check import (
    Check,
    crossing_points_check,
    directory_checks,
    layer_checks,
    telephones_check,
    towns_check,
)
from borders.crossing_points import CrossingPoint
from borders.layer import BorderError, BorderLayer
from borders.load import build_layer, cached_layer_path, load_layer, load_regimes, load_towns
from borders.places import NearTown, PlacesError
from borders.regime_checks import regime_checks
from borders.regimes import RegimeError
from borders.rooms import Directory, RoomsAt, RoomsError
from senningen.installed import installed_directory
from senningen.settings import Settings, load_settings

__all__ = ["app"]

app = typer.Typer(no_args_is_help=True, add_completion=False, help=__doc__)
_Lat = Annotated[str, typer.Argument(metavar="LAT", help="Latitude, degrees north, WGS 84.")]
_Lon = Annotated[str, typer.Argument(metavar="LON", help="Longitude, degrees east, WGS 84; west is negative.")]
_AsJson = Annotated[bool, typer.Option("--json", help="All that is known of the point, as one JSON object.")]


@app.command()
def build() -> None:
    """Build the border layer from the pinned packages (about 10 s) and keep it in the folder."""
    folder = load_settings().folder
    columns = (TextColumn("{task.description:24}"), BarColumn(), TaskProgressColumn(), TimeElapsedColumn())
    try:
        with Progress(*columns) as bar:
            task = bar.add_task("borders", total=1.0)
            layer = build_layer(folder, lambda step, share: bar.update(task, description=step, completed=share))
    except (BorderError, OSError) as error:
        _stop(error)
    typer.echo(f"{layer.version} in {cached_layer_path(folder).parent} ({layer.attribution})")


@app.command()
def check() -> None:
    """Check the border layer, the rooms and the treaty rows in use; one line per fact, non-zero exit on a fault.

    A warning (WARN) leaves the exit at zero: it says what only people can do, such as sign the law off.
    """
    settings = load_settings()
    try:
        layer, directory = _layer(settings), installed_directory(settings)
        regimes = load_regimes(settings.regimes_file)
    except (BorderError, PlacesError, RegimeError, RoomsError) as error:
        _stop(error)
    typer.echo(f"{layer.version} ({layer.source})")
    checks = (
        *_layer_findings(layer, settings),
        *directory_checks(directory),
        telephones_check(directory),
        crossing_points_check(layer, directory.crossing_points),
        *regime_checks(regimes, datetime.now(UTC).astimezone().date()),
    )
    for finding in checks:
        typer.echo(f"{_grade(finding):5} {finding}")
    if any(finding.is_fault for finding in checks):
        raise typer.Exit(1)


def _grade(finding: Check) -> str:
    return "OK" if finding.ok else "FAULT" if finding.is_fault else "WARN"


def _layer_findings(layer: BorderLayer, settings: Settings) -> tuple[Check, ...]:
    """The built layer is held against all we know of it; an own file against its own faults."""
    if settings.borders_file is None:
        return (*layer_checks(layer), towns_check(layer, load_towns()))
    return (Check("the own file", "no faults", "; ".join(layer.faults) or "no faults"),)


@app.command(context_settings={"ignore_unknown_options": True})  # -4.9 is a longitude, not an option
def where(
    lat: _Lat,
    lon: _Lon,
    as_json: _AsJson = False,
) -> None:
    """Say whose land a point is: a state, several in a condominium, or `outside the map`."""
    lat_deg, lon_deg = _degrees(lat, "latitude", 90.0), _degrees(lon, "longitude", 180.0)
    settings = load_settings()
    try:
        layer = _layer(settings)
        states = layer.states_at(lat_deg, lon_deg)
        if as_json:
            directory = installed_directory(settings)
            typer.echo(json.dumps(_answer(layer, directory, lat_deg, lon_deg), ensure_ascii=False))
        else:
            typer.echo(" ".join(states) or "outside the map")
    except (BorderError, PlacesError, RoomsError) as error:
        _stop(error)


def _answer(layer: BorderLayer, directory: Directory, lat: float, lon: float) -> dict[str, Any]:
    """All that `where --json` says of a point."""
    states = layer.states_at(lat, lon)
    return {
        "lat": lat,
        "lon": lon,
        "states": states,
        "town": _town(directory.towns.nearest(lat, lon)),
        "crossing_point": _crossing_point(directory.crossing_points.nearest(lat, lon)),
        "rooms": {state: _rooms(directory.rooms_at(state, lat, lon)) for state in states},
        "source": layer.source,
        "version": layer.version,
        "sha256": layer.sha256,
        "attribution": f"{layer.attribution}; places: GeoNames, CC BY 4.0",
        "rooms_version": directory.version,
    }


def _rooms(at: RoomsAt) -> dict[str, Any]:
    told = (*at.rooms, *at.copies)
    return {
        "basis": at.basis,
        "area": at.area,
        "ids": [room.id for room in at.rooms],
        "copies": [room.id for room in at.copies],
        "telephones": {room.id: room.telephone or None for room in told},
        "telephone_only": [room.id for room in told if room.telephone_only],
    }


def _crossing_point(point: CrossingPoint | None) -> dict[str, Any] | None:
    if point is None:
        return None
    return {"name": point.name, "road": point.road, "direction": point.direction, "names": dict(point.names)}


def _town(near: NearTown | None) -> dict[str, Any] | None:
    if near is None:
        return None
    town = near.town
    return {
        "name": town.name,
        "state": town.state,
        "names": dict(town.names),
        "distance_m": round(near.distance_m, 1),
        "bearing_deg": round(near.bearing_deg, 1),
    }


def _degrees(text: str, what: str, limit: float) -> float:
    """The number of a coordinate, or a clear refusal."""
    try:
        degrees = float(text)
    except ValueError:
        degrees = float("nan")
    if not -limit <= degrees <= limit:  # also refuses NaN
        message = f"expected {what} in decimal degrees from {-limit:g} to {limit:g}, got {text!r}"
        raise typer.BadParameter(message)
    return degrees


def _layer(settings: Settings) -> BorderLayer:
    return load_layer(settings.folder, settings.borders_file, settings.borders_state_column)


def _stop(error: Exception) -> NoReturn:
    Console(stderr=True, soft_wrap=True, markup=False, highlight=False).print(f"senningen borders: {error}")
    raise typer.Exit(1)
