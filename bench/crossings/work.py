"""The work of the scorecard on several processes, each with an index of its own."""

import multiprocessing
import os
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from pathlib import Path

from bench.crossings.amounts import Part
from bench.crossings.score import Score, scores_of
from borders.load import load_layer
from geo.territory import TerritoryIndex
from producers.simulator.ground import Ground, ground_of

__all__ = ["all_scores", "ground_in"]


@cache
def ground_in(folder: Path) -> Ground:
    """The borders of the layer built in this folder; made once a process."""
    return ground_of(TerritoryIndex.build(load_layer(folder).areas))


def all_scores(
    parts: Sequence[Part], folder: Path, *, processes: int, progress: Callable[[int], None]
) -> Iterator[Score]:
    """The scores of every part, in order; `progress` hears how many parts are done.

    Args:
        parts: the work.
        folder: where the border layer was built.
        processes: how many work at a time.
        progress: called after each part.
    """
    fresh = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(processes, mp_context=fresh, initializer=_end_with_parent) as pool:
        for done, scores in enumerate(pool.map(_scores, parts, [folder] * len(parts)), start=1):
            yield from scores
            progress(done)


def _scores(part: Part, folder: Path) -> list[Score]:
    return list(scores_of(part, ground_in(folder)))


def _end_with_parent() -> None:
    """A parent that is killed leaves nobody waiting for work."""

    def wait() -> None:
        parent = multiprocessing.parent_process()
        if parent is not None:
            parent.join()
            os._exit(1)

    threading.Thread(target=wait, daemon=True).start()
