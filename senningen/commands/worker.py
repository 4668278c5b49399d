"""`senningen worker track|coordinate`: one Faust worker, in the foreground."""

import logging
import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

import senningen
from borders.layer import BorderError
from borders.load import load_layer, load_regimes
from borders.places import PlacesError
from borders.regimes import RegimeError
from borders.rooms import RoomsError
from geo.territory import TerritoryIndex
from senningen.installed import installed_directory
from senningen.settings import Settings, load_settings
from streams.admin import TopicsError, await_topics
from streams.apps.configure import AppSettings
from streams.pursuit.rules import Rules
from streams.records import VersionsUsed
from streams.topics import ALL_TOPICS, POSITIONS, REPORTS, Profile, Topic
from streams.tracking.step import World

app = typer.Typer()


class Which(StrEnum):
    """The two applications."""

    TRACK = "track"
    COORDINATE = "coordinate"


@app.command()
def worker(
    which: Annotated[Which, typer.Argument(help="track: what units do; coordinate: what pursuits mean.")],
    instance: Annotated[
        str | None, typer.Option(help="Name for static membership: a planned restart then moves no partition.")
    ] = None,
) -> None:
    """Run one Faust worker in the foreground; start more, here or elsewhere, to share the work."""
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(name)s: %(message)s")
    settings = load_settings()
    try:
        (_run_track if which is Which.TRACK else _run_coordinate)(settings, instance)
    except (BorderError, PlacesError, RegimeError, RoomsError, TopicsError) as error:
        sys.exit(f"senningen worker: {error}")


def _run_track(settings: Settings, instance: str | None) -> None:
    from streams.apps.run import run_app  # noqa: PLC0415 - Faust is slow to import; settings errors come first
    from streams.apps.track import create_track  # noqa: PLC0415 - the same

    layer = load_layer(settings.folder, settings.borders_file, settings.borders_state_column)
    world = World(TerritoryIndex.build(layer.areas), layer.sha256, settings.tracker_settings)
    run_app(create_track(_app_settings(settings, POSITIONS, instance), world, _partitions(settings)), "track")


def _run_coordinate(settings: Settings, instance: str | None) -> None:
    from streams.apps.coordinate import create_coordinate  # noqa: PLC0415 - the same
    from streams.apps.run import run_app  # noqa: PLC0415 - the same

    layer = load_layer(settings.folder, settings.borders_file, settings.borders_state_column)
    directory = installed_directory(settings)
    regimes = load_regimes(settings.regimes_file)
    versions = VersionsUsed(
        code=senningen.__version__,
        rooms=directory.version,
        borders=layer.version,
        settings=str(settings.pursuit_settings),
        regimes=regimes.version,
    )
    rules = Rules(directory, directory.towns, settings.pursuit_settings, versions, regimes)
    app_settings = _app_settings(settings, REPORTS, instance)
    run_app(create_coordinate(app_settings, rules, _partitions(settings)), "coordinate")


def _partitions(settings: Settings) -> dict[str, int]:
    return {topic.name: topic.partitions(Profile(settings.profile)) for topic in ALL_TOPICS}


def _app_settings(settings: Settings, source: Topic, instance: str | None) -> AppSettings:
    return AppSettings(
        broker=settings.broker,
        topic_ids=await_topics(settings.broker, Profile(settings.profile), then="the worker starts"),
        partitions=source.partitions(Profile(settings.profile)),
        session_timeout_s=settings.session_timeout_s,
        stall_s=settings.stall_s,
        instance=instance,
        folder=Path(settings.folder),
    )
