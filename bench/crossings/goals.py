"""The figures of the scorecard that are held against a goal."""

from collections.abc import Iterator, Sequence

from bench.crossings.score import Score
from bench.crossings.tables import Columns, hits_of, p
from bench.figure import Figure

__all__ = ["figures"]

_ON_THE_LINE = ("baarle", "parked", "street")
_POSSIBLE_WITHIN_S = {"motorway": 1.0, "road": 1.0, "foot": None}
"""One interval. None on foot: there 15 m are ten seconds of way, whoever tells; so also below."""
_NOISE_M = 15.0
_NOISE_P95_M = 36.7
"""The radius that 95 % of the reported places keep within of the true ones: 15 m times the root of -2 ln 0.05."""
_CONFIRMED_WITHIN_S = {"motorway": 2.0, "road": 5.0}
_BEYOND_ON_FOOT_M = 60.0
_INSTANT_WITHIN_S = {"motorway": 1.0, "road": 1.0, "foot": None}


def figures(columns: Columns) -> list[Figure]:
    """One of each for each sky."""
    return [figure for sky, scores in columns.items() for figure in _of_sky(sky, scores)]


def _of_sky(sky: str, scores: Sequence[Score]) -> Iterator[Figure]:
    counts = [*_counts(scores)]
    delays = [*_delays(scores)] if hits_of(scores) else []
    for name, value, unit, goal in (*counts, *delays):
        yield Figure("crossings", f"{sky}: {name}", value, unit, goal)


_Held = tuple[str, float, str, float | None]
"""Name, value, unit, goal."""


def _counts(scores: Sequence[Score]) -> Iterator[_Held]:
    crossing = [score for score in scores if score.world == "crossing"]
    deep = sum(score.deep for score in crossing)
    if deep:
        yield "deep crossings", deep, "", None
        yield "deep crossings missed", 1_000.0 * sum(score.missed for score in crossing) / deep, "per mille", 1.0
    plain = sum(score.plain for score in crossing)
    if plain:
        missed = sum(score.plain_missed for score in crossing)
        yield "deep crossings missed, plain ones", 1_000.0 * missed / plain, "per mille", 1.0
    for world in sorted({score.world for score in scores}):
        yield f"invented, {world}", sum(score.invented for score in scores if score.world == world), "", 0.0
    for name, is_of in (("on the way", False), ("on the line", True)):
        chosen = [score for score in scores if (score.world in _ON_THE_LINE) == is_of]
        yield f"doubled, {name}", sum(score.doubled for score in chosen), "", 0.0
        yield f"unfounded, {name}", sum(score.unfounded for score in chosen), "", 0.0


def _delays(scores: Sequence[Score]) -> Iterator[_Held]:
    hits = hits_of(scores)
    after_fix = [hit.possible_after_fix_s for hit in hits if hit.possible_after_fix_s is not None]
    for pace, goal_s in _POSSIBLE_WITHIN_S.items():
        late_s = [hit.possible_after_truth_s for hit in hits_of(scores, pace)]
        if late_s:
            yield f"possible after the first fix truly beyond, {pace}, p95", p(late_s, 95), "s", goal_s
    yield "possible after the first fix reported beyond, p95", p(after_fix, 95), "s", None
    for pace, goal_s in _CONFIRMED_WITHIN_S.items():
        late_s = [hit.confirmed_after_s for hit in hits_of(scores, pace)]
        if late_s:
            yield f"confirmed, {pace}, p95", p(late_s, 95), "s", goal_s
    on_foot = [hit.beyond_m for hit in hits_of(scores, "foot")]
    if on_foot:
        yield "beyond when confirmed, foot, p95", p(on_foot, 95), "m", _BEYOND_ON_FOOT_M
    yield "place, p95, against sigma", p([hit.place_m for hit in hits], 95), "m", _NOISE_M
    yield "place, p95, against the p95 of the noise", p([hit.place_m for hit in hits], 95), "m", _NOISE_P95_M
    plain_m = [hit.place_m for hit in hits if hit.is_plain]
    if plain_m:
        yield "place of plain ones, p95", p(plain_m, 95), "m", _NOISE_P95_M
    for pace, goal_s in _INSTANT_WITHIN_S.items():
        off_s = [hit.instant_s for hit in hits_of(scores, pace)]
        if off_s:
            yield f"instant, {pace}, p95", p(off_s, 95), "s", goal_s
