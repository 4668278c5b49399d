"""The score of one unit, and of one part of the work: small enough to be sent from process to process."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from bench.crossings.amounts import SKIES, Part
from bench.crossings.announced import announced
from bench.crossings.at_their_word import at_their_word
from bench.crossings.foretold import Foretold, foretold
from bench.crossings.hit import Hit, hit
from bench.crossings.scene import Scene, scenes_of
from bench.crossings.told import Judged, judged
from bench.crossings.truth import visits_of
from bench.crossings.verdict import verdict_on
from bench.crossings.watched import TOLERANCE_S, Watched, watched
from producers.simulator.fleet import START, SimulatedUnit, simulate
from producers.simulator.ground import Ground

__all__ = ["Score", "Teller", "score_of", "scores_of"]

Teller = Literal["tracker", "baseline"]


@dataclass(frozen=True, slots=True)
class Score:
    """One unit's score; definitions in `bench.crossings`.

    Attributes:
        sky: what it read with, a name of SKIES.
        teller: the tracker, or the baseline.
        world: what it was doing, a name of the simulator's WORLDS.
        pace: motorway, road or foot.
        km: how far it truly went.
        deep: deep crossings.
        hits: those that were told.
        missed: how many were not.
        plain: deep crossings that are plain.
        plain_missed: how many of them were not told.
        never_told: how many were not even told as possible.
        invented: confirmed and not true.
        doubled: confirmed once too often.
        unfounded: confirmed, though it did not cross so about then.
        start_unsure: any of these three, of a unit first seen near a border.
        told: crossings told in all.
        confirmed: of these, confirmed at the end.
        withdrawn: withdrawn at the end.
        still_open: neither.
        scenes: what is worth a picture.
        foretold: the score of the forecast, where it was asked for.
    """

    sky: str
    teller: Teller
    world: str
    pace: str
    km: float
    deep: int
    hits: tuple[Hit, ...]
    missed: int
    plain: int
    plain_missed: int
    never_told: int
    invented: int
    doubled: int
    unfounded: int
    start_unsure: int
    told: int
    confirmed: int
    withdrawn: int
    still_open: int
    scenes: tuple[Scene, ...]
    foretold: Foretold | None = None


def scores_of(part: Part, ground: Ground) -> Iterator[Score]:
    """Make up the units of a part, and score the tracker on each; and the baseline, where motion is not told."""
    receiver, index = SKIES[part.sky], ground.index
    for unit in simulate(part.world, index, seed=part.seed, units=part.units, receiver=receiver, stay_s=part.stay_s):
        fixes = [fix for _, fix in unit.fixes]
        seen = judged(fixes, index, START)
        score = score_of(watched(unit, seen.told), part, ground, "tracker")
        yield replace(score, foretold=_foretold(unit, seen, ground)) if part.foretells else score
        if not receiver.tells_motion:
            yield score_of(watched(unit, at_their_word(fixes, index, START)), part, ground, "baseline")


def score_of(seen: Watched, part: Part, ground: Ground, teller: Teller) -> Score:
    """Score what was told of a unit."""
    verdict = verdict_on(visits_of(seen.unit, ground), seen.told, seen.within_s)
    statuses = [one.status for one in seen.told]
    return Score(
        sky=part.sky,
        teller=teller,
        world=part.world,
        pace=seen.unit.pace,
        km=seen.unit.course.length_m / 1_000.0,
        deep=len(verdict.found) + len(verdict.missed),
        hits=tuple(hit(change, one, seen, ground) for change, one in verdict.found),
        missed=len(verdict.missed),
        plain=sum(change.is_plain for change in (*verdict.missed, *(found for found, _ in verdict.found))),
        plain_missed=sum(change.is_plain for change in verdict.missed),
        never_told=verdict.never_told,
        invented=len(verdict.invented),
        doubled=len(verdict.doubled),
        unfounded=len(verdict.unfounded),
        start_unsure=len(verdict.start_unsure),
        told=len(seen.told),
        confirmed=statuses.count("confirmed"),
        withdrawn=statuses.count("withdrawn"),
        still_open=statuses.count("possible"),
        scenes=tuple(scenes_of(seen, verdict, part.name)) if teller == "tracker" else (),
    )


def _foretold(unit: SimulatedUnit, seen: Judged, ground: Ground) -> Foretold:
    approaches = announced(seen.used, ground.index, START)
    return foretold(visits_of(unit, ground), approaches, TOLERANCE_S[unit.pace])
