"""The base map's files: computed once for each border layer, kept in a folder, and served from there.

Computing runs in a thread of its own, so that the pages are there at once and the map follows when it is ready.
"""

import hashlib
import json
import logging
import re
import shutil
import tempfile
import threading
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import shapely

from borders.layer import BorderError, BorderLayer
from borders.places import PlacesError, Town
from dashboard.basemap import border_lines, overview, tiles
from dashboard.places import ranked_places

__all__ = ["BaseMapFiles", "MapSource", "MapState"]

logger = logging.getLogger(__name__)

_FORMAT = "1"
"""Raised when the files' form changes, so that files of an older form are computed again."""

_TILE = re.compile(r"-?\d{1,4}_-?\d{1,4}")


@dataclass(frozen=True, slots=True)
class MapSource:
    """Where the map's lines and names come from; both are called in the computing thread.

    Attributes:
        layer: loads the border layer that decides crossings.
        towns: loads the places.
    """

    layer: Callable[[], BorderLayer]
    towns: Callable[[], Iterable[Town]]


@dataclass(frozen=True, slots=True)
class MapState:
    """How far the map is: `computing`, `ready` with the layer's version, or `failed` with the reason."""

    state: Literal["computing", "ready", "failed"]
    version: str = ""
    attribution: str = ""
    faults: tuple[str, ...] = ()
    reason: str = ""


class BaseMapFiles:
    """The files of one base map.

    Args:
        folder: where they are kept, one sub-folder for each border layer.
        source: what to compute them from.
        try_again_s: pause before the next try after a failure, such as a layer that is not built yet.
    """

    def __init__(self, folder: Path, source: MapSource, *, try_again_s: float = 5.0) -> None:
        self._folder = folder
        self._source = source
        self._try_again_s = try_again_s
        self._ready_folder: Path | None = None
        self.state = MapState("computing")

    def start(self) -> threading.Thread:
        """Compute in the background, or find the files of an earlier run; the thread ends when the map is ready."""
        thread = threading.Thread(target=self._run, name="basemap", daemon=True)
        thread.start()
        return thread

    def compute(self) -> None:
        """Compute now, unless the files are there already.

        Raises:
            BorderError, PlacesError: the layer or the places are missing or damaged.
            OSError: the folder cannot be written.
        """
        layer = self._source.layer()
        target = self._folder / _key(layer)
        if not (target / "overview.json").is_file():
            self._write(layer, target)
        self._ready_folder = target
        self.state = MapState("ready", layer.version, layer.attribution, layer.faults)

    def borders(self) -> Path | None:
        """The overview of the borders; None while it is not ready."""
        return self._ready_folder and self._ready_folder / "overview.json"

    def places(self) -> Path | None:
        """The towns; None while they are not ready."""
        return self._ready_folder and self._ready_folder / "places.json"

    def tile(self, name: str) -> Path | None:
        """The exact lines of one square, `column_row`; None where there is no border or nothing is ready."""
        if self._ready_folder is None or not _TILE.fullmatch(name):
            return None
        path = self._ready_folder / "tiles" / f"{name}.json"
        return path if path.is_file() else None

    def _run(self) -> None:
        """Compute; while that fails, say so on the pages and in the log once for each reason, and try again."""
        while self.state.state != "ready":
            try:
                self.compute()
            except (BorderError, PlacesError, OSError, ValueError) as error:
                if self.state.reason != str(error):
                    logger.error("no base map yet: %s", error)
                self.state = MapState("failed", reason=str(error))
                time.sleep(self._try_again_s)

    def _write(self, layer: BorderLayer, target: Path) -> None:
        """Write all files beside the target and put them in place at once, so that half a map is never served."""
        started_s = time.monotonic()
        for area in layer.areas.values():
            shapely.prepare(area)
        lines = border_lines(layer.areas)
        cut = tiles(layer.areas, lines)
        self._folder.mkdir(parents=True, exist_ok=True)
        draft = Path(tempfile.mkdtemp(dir=self._folder, prefix=".draft-"))
        (draft / "tiles").mkdir()
        for name, tile in cut.items():
            _write_json(draft / "tiles" / f"{name}.json", tile)
        _write_json(draft / "places.json", {"places": ranked_places(self._source.towns())})
        _write_json(draft / "overview.json", {**overview(layer.areas, lines), "tiles": sorted(cut)})
        shutil.rmtree(target, ignore_errors=True)
        draft.rename(target)
        took_s = time.monotonic() - started_s
        logger.info("base map of %s computed in %.1f s: %s tiles", layer.version, took_s, len(cut))


def _key(layer: BorderLayer) -> str:
    """Names the files of exactly these lines in this form."""
    return hashlib.sha256(f"{_FORMAT}|{layer.version}|{layer.sha256}".encode()).hexdigest()[:16]


def _write_json(path: Path, content: object) -> None:
    path.write_text(json.dumps(content, separators=(",", ":"), ensure_ascii=False), encoding="utf-8")
