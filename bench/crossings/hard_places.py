"""Draws the hard places of docs/crossings.md: drives of a noisy phone over the real map, and what was told of them.

`python -m bench.crossings.hard_places` writes docs/crossings-hard-places.png.
"""

import math
from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta
from itertools import pairwise
from pathlib import Path

import matplotlib as mpl
import numpy as np
from matplotlib.figure import Figure as Sheet

from bench.crossings.pictures import map_panel
from bench.crossings.scene import Scene
from bench.crossings.told import judged
from bench.crossings.watched import Fixes
from bench.crossings.work import ground_in
from bench.ground import CHECKOUT
from geo.fix import Fix
from geo.geodesy import bearing_deg, destination, distance_m
from producers.simulator.fleet import START
from producers.simulator.ground import Ground

__all__ = ["PLACES", "drawn", "scene_at"]

Place = tuple[float, float]

_SIGMA_M, _MEMORY_S = 15.0, 60.0
_ROUND_VAALS = tuple(destination(50.754287, 6.021007, bearing, 250.0) for bearing in range(60, 421, 15))

_NEUSTRASSE = (
    (50.87122, 6.08635), (50.87073, 6.08667), (50.86961, 6.08664), (50.8688, 6.08623), (50.8673, 6.08512),
    (50.86484, 6.0834),
)  # fmt: skip

PLACES: Mapping[str, tuple[tuple[Place, ...], float]] = {
    "Vennbahn: Belgian, 14 m wide, between two parts of Germany": (((50.5580, 6.2160), (50.5549, 6.2164)), 13.9),
    "Vaals: once round the tripoint": (_ROUND_VAALS, 13.9),
    "Moselle: Luxembourg, water of both, Germany": (((49.6090, 6.4003), (49.6057, 6.4088)), 13.9),
    "Baarle: on foot through the enclaves": (((51.4352, 4.9230), (51.4392, 4.9265), (51.4408, 4.9330)), 1.4),
    "Neustrasse / Nieuwstraat: the street is the border": (_NEUSTRASSE, 8.3),
    "Schengen: over the bridge, three states": (((49.4668, 6.3620), (49.4730, 6.3720)), 13.9),
}
"""Name -> the way, (lat, lon) each, and how fast it is driven, metres per second."""


def drawn(ground: Ground, path: Path) -> Path:
    """Draw all places on one sheet."""
    mpl.use("Agg")
    sheet = Sheet(figsize=(18.0, 13.0), layout="constrained")
    panels = sheet.subplots(2, 3).ravel()
    for number, (name, (way, speed_mps)) in enumerate(PLACES.items()):
        map_panel(panels[number], scene_at(name, way, speed_mps, ground), ground)
        panels[number].set_title(name, fontsize=11)
    handles, labels = panels[0].get_legend_handles_labels()
    sheet.legend(handles, labels, loc="outside lower center", ncols=8)
    sheet.savefig(path, dpi=60)
    return path


def scene_at(name: str, way: Sequence[Place], speed_mps: float, ground: Ground) -> Scene:
    """One drive with Gauss-Markov noise, and all that was told of it; the same each time."""
    true = np.array(list(_driven(way, speed_mps)))
    fixes = list(_reported(true))
    told = judged(fixes, ground.index, START).told
    reported = np.array([(fix.number, fix.lat, fix.lon) for fix in fixes], dtype=np.float64)
    middle = len(true) // 2
    return Scene(
        fault="told",
        where=name,
        what="",
        at_s=float(middle),
        place=(float(true[middle, 0]), float(true[middle, 1])),
        true_lat=true[:, 0],
        true_lon=true[:, 1],
        fixes=Fixes(*reported.T),
        told=told,
    )


def _driven(way: Sequence[Place], speed_mps: float) -> Iterator[Place]:
    """Where the unit is each second."""
    for (lat, lon), (to_lat, to_lon) in pairwise(way):
        towards = bearing_deg(lat, lon, to_lat, to_lon)
        for step in range(math.ceil(distance_m(lat, lon, to_lat, to_lon) / speed_mps)):
            yield destination(lat, lon, towards, step * speed_mps)


def _reported(true: np.ndarray[tuple[int, ...], np.dtype[np.float64]]) -> Iterator[Fix]:
    rng, keep = np.random.default_rng(5), math.exp(-1.0 / _MEMORY_S)
    off = rng.normal(0.0, _SIGMA_M, 2)
    for second, (lat, lon) in enumerate(true.tolist()):
        off = keep * off + rng.normal(0.0, _SIGMA_M * math.sqrt(1.0 - keep * keep), 2)
        north, east = destination(lat, lon, 0.0, float(off[0])), destination(lat, lon, 90.0, float(off[1]))
        at = START + timedelta(seconds=second)
        yield Fix("BE/CAR", "b", second, counted=True, observed_at=at, lat=north[0], lon=east[1], accuracy_m=22.7)


if __name__ == "__main__":
    print(drawn(ground_in(CHECKOUT / ".senningen"), CHECKOUT / "docs" / "crossings-hard-places.png"))
