"""The real border layer, built once into the repository's own folder and then read by every test that needs it."""

from functools import cache
from pathlib import Path

from borders.layer import BorderLayer
from borders.load import build_layer, cached_layer_path, load_layer

FOLDER = Path(__file__).parents[2] / ".senningen"


@cache
def built_layer() -> BorderLayer:
    """The layer as a worker loads it; a fresh clone builds it first (about 5 s)."""
    if not cached_layer_path(FOLDER).is_file():
        build_layer(FOLDER)
    return load_layer(FOLDER)
