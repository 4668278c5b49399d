"""Drive the simulator's worlds, score what the tracker tells of them, and print the card."""

import os
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import bench.crossings
from bench.crossings.amounts import AMOUNTS, SKIES, Amount, parts, smaller
from bench.crossings.forecast_table import driving_table, forecast_figures, forecast_table
from bench.crossings.goals import figures
from bench.crossings.pictures import draw
from bench.crossings.recorded import recorded_table
from bench.crossings.score import Score, Teller
from bench.crossings.tables import angle_table, baseline_table, chatter_table, count_table, delay_table
from bench.crossings.work import all_scores, ground_in
from bench.figure import Figure
from bench.ground import CHECKOUT
from borders.load import build_layer, cached_layer_path

__all__ = ["run", "told"]

_PROCESSES = 2
_SHARE = "SENNINGEN_BENCH_SHARE"
_TRACKS = "SENNINGEN_TRACKS"


def run() -> list[Figure]:
    """The whole card, in eight minutes on two cores; SENNINGEN_BENCH_SHARE=0.05 drives a twentieth of it."""
    share = float(os.environ.get(_SHARE, "1"))
    folder = CHECKOUT / ".senningen"
    if not cached_layer_path(folder).exists():
        print("building the border layer (about 10 s, once) ...")
        build_layer(folder)
    amounts = AMOUNTS if share == 1.0 else smaller(AMOUNTS, share)
    found = told(_driven(amounts, folder), folder)
    tracks = Path(os.environ.get(_TRACKS, CHECKOUT.parent / "shared" / "tracks"))
    if tracks.is_dir():
        print(recorded_table(tracks, ground_in(folder).index))
    return found


def told(scores: Iterable[Score], folder: Path) -> list[Figure]:
    """Print the tables and draw the pictures of these scores."""
    columns: dict[Teller, dict[str, list[Score]]] = {"tracker": defaultdict(list), "baseline": defaultdict(list)}
    for score in scores:
        columns[score.teller][score.sky].append(score)
    ours = columns["tracker"]
    for of in (count_table, delay_table, angle_table, chatter_table):
        print(of(ours))
    print(baseline_table(ours, columns["baseline"]))
    print(forecast_table(ours))
    print(driving_table(ours))
    print(f"\n{bench.crossings.__doc__}")
    for picture in draw(ours, ground_in(folder), folder / "bench-crossings"):
        print(f"drawn: {picture.relative_to(folder.parent)}")
    return [*figures(ours), *forecast_figures(ours)]


def _driven(amounts: Sequence[Amount], folder: Path) -> Iterable[Score]:
    work = parts(amounts, list(SKIES))
    return all_scores(work, folder, processes=_PROCESSES, progress=_progress(len(work)))


def _progress(of: int) -> Callable[[int], None]:
    """Say how far it is on standard error, where somebody looks at it."""
    begun = time.monotonic()

    def say(done: int) -> None:
        if sys.stderr.isatty():
            print(f"\r{done} of {of} parts, {time.monotonic() - begun:.0f} s ", end="", file=sys.stderr, flush=True)

    return say
