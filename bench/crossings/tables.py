"""The tables of the scorecard: a column for each sky."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial

import numpy as np

from bench.crossings.hit import Hit
from bench.crossings.score import Score
from bench.figure import table

__all__ = [
    "Columns",
    "angle_table",
    "baseline_table",
    "chatter_table",
    "count_table",
    "delay_table",
    "hits_of",
    "p",
    "world_of",
]

Columns = Mapping[str, Sequence[Score]]
"""The scores of each sky."""

Cell = Callable[[Sequence[Score]], str]

_PACES = ("motorway", "road", "foot")
_ANGLES = {"all": (0.0, 90.1), "60 to 90": (60.0, 90.1), "30 to 60": (30.0, 60.0), "0 to 30": (0.0, 30.0)}
_CHATTER = ("street", "baarle", "parked")
_MEASURES = {
    "possible_after_truth_s": "possible after the truth, s",
    "possible_after_fix_s": "possible after the fix, s",
    "confirmed_after_s": "confirmed, s",
    "beyond_m": "beyond when confirmed, m",
    "instant_s": "instant off, s",
    "place_m": "place off, m",
}


def hits_of(scores: Iterable[Score], pace: str | None = None) -> list[Hit]:
    """The deep crossings that were told, of one pace or of all."""
    return [hit for score in scores for hit in score.hits if pace in (None, hit.pace)]


def world_of(world: str, scores: Iterable[Score]) -> list[Score]:
    """The scores of one world."""
    return [score for score in scores if score.world == world]


def p(values: Sequence[float], percent: float) -> float:
    """A percentile; not a number where there are no values."""
    return float(np.percentile(values, percent)) if len(values) else float("nan")


def count_table(columns: Columns) -> str:
    """What was driven, told, missed and invented, world by world."""
    worlds = sorted({score.world for scores in columns.values() for score in scores})
    rows = [row for world in worlds for row in _counted(world, columns)]
    return table("Crossings told, by world", ("", *columns), rows)


def _counted(world: str, columns: Columns) -> list[tuple[str, ...]]:
    cells: Mapping[str, Cell] = {
        "units, km": lambda scores: f"{len(scores)}, {_sum(scores, 'km'):.0f}",
        "deep crossings, missed": _deep_and_missed,
        "recall, per mille": partial(_recall, lost="missed"),
        "the same, possible counts, per mille": partial(_recall, lost="never_told"),
        "plain ones, missed": _plain_and_missed,
        "recall of plain ones, per mille": partial(_recall, lost="plain_missed", of="plain"),
        "invented": partial(_count, name="invented"),
        "doubled": partial(_count, name="doubled"),
        "unfounded": partial(_count, name="unfounded"),
        "any of these three, at an unsure start": partial(_count, name="start_unsure"),
        "possible, withdrawn, in 100 km": _withdrawn_in_100_km,
        "possible, open at the end": partial(_count, name="still_open"),
    }
    of_world = {sky: world_of(world, scores) for sky, scores in columns.items()}
    rows = [_row(f"{world}: {name}", of_world, cell) for name, cell in cells.items()]
    return [row for row in rows if set(row[1:]) != {"-"}]


def delay_table(columns: Columns) -> str:
    """How late and how far off, by pace."""
    rows = [
        _row(f"{pace}: {name}", columns, partial(_measured, pace=pace, field=field))
        for pace in _PACES
        for field, name in _MEASURES.items()
    ]
    rows += [
        _row(f"{pace}: {_MEASURES[field]}, plain ones", columns, partial(_measured, pace=pace, field=field, plain=True))
        for pace in _PACES
        for field in ("instant_s", "place_m")
    ]
    return table("Deep crossings told: p50 / p95 / most", ("", *columns), rows)


def angle_table(columns: Columns) -> str:
    """True crossing to confirmation, by pace and by the angle between way and border."""
    rows = [
        _row(f"{pace}: {name} degrees", columns, partial(_confirmed, pace=pace, span=span))
        for pace in _PACES
        for name, span in _ANGLES.items()
    ]
    return table("Confirmed after, s: p50 / p95 / most (how many)", ("", *columns), rows)


def chatter_table(columns: Columns) -> str:
    """How much is told of a unit that stays on a border."""
    rows = [
        _row(f"{world}: {name.replace('_', ' ')}", columns, partial(_mean_and_most, world=world, name=name))
        for world in _CHATTER
        for name in ("deep", "told", "confirmed", "withdrawn", "still_open")
    ]
    return table("Chatter, a unit: mean / most", ("", *columns), rows)


def baseline_table(ours: Columns, baseline: Columns) -> str:
    """The tracker beside what a reader of bare fixes would tell."""
    measures: Mapping[str, Callable[[Sequence[Score]], float]] = {
        "confirmed for a deep crossing": lambda scores: _share(world_of("crossing", scores), "confirmed", "deep"),
        "confirmed in 100 km beside a border": _confirmed_beside,
        "confirmed, a unit parked on a border": lambda scores: _mean(world_of("parked", scores), "confirmed"),
        "confirmed, a unit along a border street": lambda scores: _mean(world_of("street", scores), "confirmed"),
        "instant off, p95, s": lambda scores: p([hit.instant_s for hit in hits_of(scores)], 95),
        "place off, p95, m": lambda scores: p([hit.place_m for hit in hits_of(scores)], 95),
    }
    rows = []
    for sky, told in baseline.items():
        for name, of in measures.items():
            theirs, own = of(told), of(ours[sky])
            rows.append((f"{sky}: {name}", f"{theirs:.2f}", f"{own:.2f}", f"{own / theirs:.3f}" if theirs else "-"))
    return table("Against every way between two fixes taken at its word", ("", "baseline", "tracker", "ratio"), rows)


# ---------------------------------------------------------------- cells


def _row(name: str, columns: Columns, cell: Cell) -> tuple[str, ...]:
    return (name, *(cell(scores) if scores else "-" for scores in columns.values()))


def _sum(scores: Sequence[Score], name: str) -> float:
    return float(sum(getattr(score, name) for score in scores))


def _share(scores: Sequence[Score], name: str, of: str) -> float:
    whole = _sum(scores, of)
    return _sum(scores, name) / whole if whole else float("nan")


def _mean(scores: Sequence[Score], name: str) -> float:
    return _sum(scores, name) / len(scores) if scores else float("nan")


def _count(scores: Sequence[Score], *, name: str) -> str:
    return f"{_sum(scores, name):.0f}"


def _deep_and_missed(scores: Sequence[Score]) -> str:
    deep = _sum(scores, "deep")
    return f"{deep:.0f}, {_sum(scores, 'missed'):.0f}" if deep else "-"


def _plain_and_missed(scores: Sequence[Score]) -> str:
    plain = _sum(scores, "plain")
    return f"{plain:.0f}, {_sum(scores, 'plain_missed'):.0f}" if plain else "-"


def _recall(scores: Sequence[Score], *, lost: str, of: str = "deep") -> str:
    return f"{1000.0 * (1.0 - _share(scores, lost, of)):.1f}" if _sum(scores, of) else "-"


def _confirmed_beside(scores: Sequence[Score]) -> float:
    return 100.0 * _share(world_of("beside", scores), "confirmed", "km")


def _withdrawn_in_100_km(scores: Sequence[Score]) -> str:
    return f"{100.0 * _share(scores, 'withdrawn', 'km'):.2f}" if _sum(scores, "km") else "-"


def _measured(scores: Sequence[Score], *, pace: str, field: str, plain: bool = False) -> str:
    hits = [hit for hit in hits_of(scores, pace) if hit.is_plain or not plain]
    return _spread([value for hit in hits if (value := getattr(hit, field)) is not None])


def _confirmed(scores: Sequence[Score], *, pace: str, span: tuple[float, float]) -> str:
    late_s = [hit.confirmed_after_s for hit in hits_of(scores, pace) if span[0] <= hit.angle_deg < span[1]]
    return f"{_spread(late_s)} ({len(late_s)})" if late_s else "-"


def _spread(values: Sequence[float]) -> str:
    return f"{p(values, 50):.1f} / {p(values, 95):.1f} / {max(values):.1f}" if values else "-"


def _mean_and_most(scores: Sequence[Score], *, world: str, name: str) -> str:
    counts = [getattr(score, name) for score in world_of(world, scores)]
    return f"{sum(counts) / len(counts):.1f} / {max(counts)}" if counts else "-"
