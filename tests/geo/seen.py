"""What the tracker says, fix by fix, so that a test reads as a sentence."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

import numpy as np
from numpy.typing import NDArray

from geo.contact import Contact
from geo.crossing import Crossing
from geo.fix import Fix
from geo.outcome import Outcome
from geo.reading import Chunk, Reading
from geo.settings import TrackerSettings
from geo.territory import Territory, TerritoryIndex
from geo.tracker import observe
from geo.tracks import Tracks
from tests.worlds import index_of

__all__ = ["ANY_SPEED", "Judged", "Watcher", "changes", "judged", "outcomes", "reading_of", "rows_of"]

ANY_SPEED = TrackerSettings(speed_factor=1e6)
"""Cars of the small worlds drive seven kilometres in ten seconds."""


@dataclass(frozen=True)
class Judged:
    """What one fix meant."""

    fix: Fix
    outcome: Outcome
    territory: Territory
    sure: bool
    crossings: tuple[Crossing, ...]
    contacts: tuple[Contact, ...]


@dataclass
class Watcher:
    """A tracker that takes in chunk after chunk."""

    index: TerritoryIndex = field(default_factory=lambda: index_of("border_at_six"))
    settings: TrackerSettings = ANY_SPEED
    tracks: Tracks = field(default_factory=Tracks)

    def see(self, fixes: Sequence[Fix], arrived: Sequence[datetime] | None = None) -> list[Judged]:
        """Take in one chunk."""
        seen = observe(self.tracks, Chunk.of(fixes, arrived), self.index, self.settings)
        self.tracks.adopt(seen.change)
        return [
            Judged(
                fix,
                seen.outcome_of(at),
                self.index.territories[seen.territory[at]],
                bool(seen.sure[at]),
                tuple(crossing for told_at, crossing in seen.crossings if told_at == at),
                tuple(contact for told_at, contact in seen.contacts if told_at == at),
            )
            for at, fix in enumerate(fixes)
        ]


def judged(fixes: Sequence[Fix], world: str = "border_at_six", settings: TrackerSettings = ANY_SPEED) -> list[Judged]:
    """What the tracker says of fixes that come in one chunk, to units not known before."""
    return Watcher(index_of(world), settings).see(fixes)


def outcomes(fixes: Sequence[Fix], settings: TrackerSettings = ANY_SPEED) -> list[Outcome]:
    """What became of each."""
    return [one.outcome for one in judged(fixes, settings=settings)]


def changes(told: Sequence[Judged]) -> list[tuple[Territory, Territory]]:
    """The confirmed crossings, as (left, entered); without those of a unit that began nobody knows where."""
    return [
        (c.left, c.entered) for one in told for c in one.crossings if c.status == "confirmed" and not c.start_unsure
    ]


def reading_of(fix: Fix) -> Reading:
    """A fix as the tracker takes it in its hand."""
    (reading,) = Chunk.of([fix]).readings(np.array([0]))
    return reading


def rows_of(tracks: Tracks, chunk: Chunk) -> NDArray[np.int64]:
    """The row of each fix; units not known before follow the known ones in the order they come."""
    names = dict.fromkeys([*tracks.row_of, *chunk.units])
    row_of = {name: row for row, name in enumerate(names)}
    return np.array([row_of[name] for name in chunk.units], dtype=np.int64)
