"""The table and the figures of the forecast."""

from collections.abc import Iterator, Mapping, Sequence

from bench.crossings.foretold import Foretold
from bench.crossings.score import Score
from bench.crossings.tables import Columns, p, world_of
from bench.figure import Figure, table

__all__ = ["driving_table", "forecast_figures", "forecast_table"]

_SOON_S = 10.0
_EMPTY = ("beside", "turning", "elsewhere")
_NEAR = ("crossing", "beside", "turning")
_PACES = ("motorway", "road", "foot")


def forecast_table(columns: Columns) -> str:
    """What was announced, how long before, and how much of it came true."""
    scored = _scored(columns)
    rows = [
        (name, *(_cells(scores)[name] for scores in scored.values()))
        for name in (_cells(next(iter(scored.values()))) if scored else ())
    ]
    return table("Forecast: approaches announced", ("", *scored), rows)


def forecast_figures(columns: Columns) -> Iterator[Figure]:
    """The figures of each sky."""
    for sky, scores in _scored(columns).items():
        crossing = [score.foretold for score in world_of("crossing", scores) if score.foretold]
        leads = [lead for one in crossing for lead in one.leads]
        if not leads:
            continue
        yield Figure("crossings", f"{sky}: approaches that came true, crossing", 100.0 * _precision(crossing), "%")
        yield Figure("crossings", f"{sky}: deep crossings announced", 100.0 * _recall(crossing), "%")
        yield Figure("crossings", f"{sky}: announced before, p50", p([lead.lead_s for lead in leads], 50), "s")
        yield Figure("crossings", f"{sky}: time of entry off, p50", p([abs(lead.eta_off_s) for lead in leads], 50), "s")
        near = _driving(scores)
        yield Figure(
            "crossings", f"{sky}: approaches not in time, driving", 100.0 - near["right, in time, %"], "%", 10.0
        )
        missed = 100.0 - near["deep crossings announced before, %"]
        yield Figure("crossings", f"{sky}: deep crossings not announced, driving", missed, "%", 5.0)
        off = near["time of entry off, % of what remained, p50"]
        yield Figure("crossings", f"{sky}: time of entry off, p50, driving", off, "%", 25.0)
        for world in _EMPTY:
            of_world = world_of(world, scores)
            if of_world:
                yield Figure(
                    "crossings", f"{sky}: approaches that did not, {world}", _wrong_in_100_km(of_world), "/100 km"
                )


def driving_table(columns: Columns) -> str:
    """The forecast over all driving near borders, crossing it, along it and turning off before it."""
    scored = _scored(columns)
    measured = {sky: _driving(scores) for sky, scores in scored.items()}
    rows = [
        (name, *(f"{cells[name]:.1f}" for cells in measured.values())) for name in next(iter(measured.values()), {})
    ]
    return table("Forecast over all driving near borders", ("", *measured), rows)


def _driving(scores: Sequence[Score]) -> dict[str, float]:
    """Of cars on motorways and roads; an announcement that was still open when its course ended is left out."""
    near = [s for s in scores if s.world in _NEAR and s.pace != "foot" and s.foretold is not None]
    told = [s.foretold for s in near if s.foretold is not None]
    leads = [lead for s in near if s.pace == "motorway" and s.foretold is not None for lead in s.foretold.leads]
    settled = sum(one.announced - one.still_open for one in told)
    return {
        "drives": len(near),
        "announcements settled": settled,
        "right, in time, %": 100.0 * sum(one.in_time for one in told) / settled if settled else float("nan"),
        "deep crossings announced before, %": 100.0 * _recall(told),
        "time of entry off, % of what remained, p50": p([100.0 * off for one in told for off in one.eta_off], 50),
        "motorway: announced before, s, p50": p([lead.lead_s for lead in leads], 50),
        "the same, after 100 s and more where it was": p([one.lead_s for one in leads if one.driven_s >= 100.0], 50),
    }


def _scored(columns: Columns) -> Mapping[str, list[Score]]:
    found = {sky: [score for score in scores if score.foretold is not None] for sky, scores in columns.items()}
    return {sky: scores for sky, scores in found.items() if scores}


def _cells(scores: Sequence[Score]) -> dict[str, str]:
    """The rows of one column."""
    cells: dict[str, str] = {}
    for pace in _PACES:
        chosen = [score.foretold for score in world_of("crossing", scores) if score.pace == pace and score.foretold]
        cells |= {f"{pace}: {name}": cell for name, cell in _crossing_cells(chosen).items()}
    for world in _EMPTY:
        of_world = world_of(world, scores)
        announced = sum(score.foretold.announced for score in of_world if score.foretold)
        km = sum(score.km for score in of_world)
        wrong = f"{announced}, {_wrong_in_100_km(of_world):.2f} ({km:.0f} km)" if of_world else "-"
        cells[f"{world}: announced, did not come true in 100 km"] = wrong
    return cells


def _crossing_cells(scores: Sequence[Foretold]) -> dict[str, str]:
    leads = [lead for score in scores for lead in score.leads]
    announced, entries = sum(score.announced for score in scores), sum(score.entries for score in scores)
    soon = sum(lead.lead_s >= _SOON_S for lead in leads)
    return {
        "announced, came true, %": f"{announced}, {100.0 * _precision(scores):.1f}" if announced else "-",
        "deep crossings, announced before, %": f"{entries}, {100.0 * _recall(scores):.1f}" if entries else "-",
        f"announced {_SOON_S:.0f} s before or more, %": f"{100.0 * soon / entries:.1f}" if entries else "-",
        "announced before, s, p5 / p50 / p95": _spread([lead.lead_s for lead in leads], (5, 50, 95)),
        "time of entry off, s, p50 / p95": _spread([abs(lead.eta_off_s) for lead in leads], (50, 95)),
        "time of entry told too late by, s, mean": _mean([lead.eta_off_s for lead in leads]),
        "true time between earliest and latest, %": _mean([100.0 * lead.is_within for lead in leads]),
        "place off, m, p50 / p95": _spread([lead.place_m for lead in leads], (50, 95)),
    }


def _precision(scores: Sequence[Foretold]) -> float:
    """Of those that were settled, the share that came true."""
    settled = sum(score.announced - score.still_open for score in scores)
    return sum(score.right for score in scores) / settled if settled else float("nan")


def _recall(scores: Sequence[Foretold]) -> float:
    entries = sum(score.entries for score in scores)
    return sum(len(score.leads) for score in scores) / entries if entries else float("nan")


def _wrong_in_100_km(scores: Sequence[Score]) -> float:
    return 100.0 * sum(score.foretold.wrong for score in scores if score.foretold) / sum(score.km for score in scores)


def _spread(values: Sequence[float], percents: Sequence[int]) -> str:
    return " / ".join(f"{p(values, percent):.1f}" for percent in percents) if values else "-"


def _mean(values: Sequence[float]) -> str:
    return f"{sum(values) / len(values):.1f}" if values else "-"
