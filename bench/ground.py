"""A folder of its own for a measured stack: new data and accounts, with the jars and the border layer already there."""

import asyncio
import os
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from borders.load import build_layer, cached_layer_path
from senningen.kafka.jars import JARS_FOLDER, fetch_jars
from senningen.kafka.ports import free_port
from senningen.settings import Settings, load_settings
from senningen.stack import environment_of

__all__ = ["CHECKOUT", "base_map_ready", "empty_folder", "environment", "furnished_folder", "own_settings"]

CHECKOUT = Path(__file__).parent.parent
_SHARED = CHECKOUT / ".senningen"
_BASE_MAP_WITHIN_S = 120.0


@contextmanager
def empty_folder() -> Iterator[Path]:
    """A folder with nothing in it, gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="senningen-bench-") as name:
        yield Path(name)


@contextmanager
def furnished_folder() -> Iterator[Path]:
    """A folder that has the checkout's jars and border layer, made there first if they are missing, and no data."""
    jars = fetch_jars(_SHARED, print)
    if not cached_layer_path(_SHARED).exists():
        print("building the border layer (about 10 s, once) ...")
        build_layer(_SHARED)
    with empty_folder() as folder:
        (folder / JARS_FOLDER).parent.mkdir()
        (folder / JARS_FOLDER).symlink_to(jars, target_is_directory=True)
        (folder / "borders").symlink_to(_SHARED / "borders", target_is_directory=True)
        yield folder


def own_settings(folder: Path) -> Settings:
    """Settings for a stack in this folder, on ports that nobody uses."""
    ports = {f"SENNINGEN_{name}_PORT": "0" for name in ("WEB", "GATEWAY", "DOORS", "OSMAND")}
    return load_settings({"SENNINGEN_FOLDER": str(folder), "SENNINGEN_KAFKA_PORT": str(free_port()), **ports})


def environment(settings: Settings, more: Mapping[str, str] | None = None) -> dict[str, str]:
    """What a `senningen` started by us gets: these settings and no others."""
    ours = {name: value for name, value in os.environ.items() if not name.startswith("SENNINGEN_")}
    return {**ours, **environment_of(settings), "PYTHONUNBUFFERED": "1", **(more or {})}


async def base_map_ready(folder: Path) -> None:
    """Wait until the pages have computed their base map, which they do once for a folder, beside their work.

    Raises:
        TimeoutError: it was not there within two minutes.
    """
    async with asyncio.timeout(_BASE_MAP_WITHIN_S):
        while not any((folder / "basemap").glob("*/overview.json")):  # noqa: ASYNC110 - a file of another process cannot be awaited
            await asyncio.sleep(0.2)
