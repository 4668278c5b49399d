"""One measured number: what it is called, its unit, the goal it is held against, and how busy the machine was."""

import json
import os
from collections.abc import Sequence
from dataclasses import dataclass, field
from statistics import quantiles

import psutil

__all__ = ["Figure", "json_line", "machine", "percentiles", "table"]


@dataclass(frozen=True, slots=True)
class Figure:
    """A measured number.

    Attributes:
        benchmark: the word that measures it, as in `python -m bench line`.
        name: what was measured.
        value: the number.
        unit: s, ms, MB, or x for a ratio.
        goal: the most it may be; None where there is no goal.
        load_1m: how many processes wanted a core in the minute before it was noted.
    """

    benchmark: str
    name: str
    value: float
    unit: str
    goal: float | None = None
    load_1m: float = field(default_factory=lambda: os.getloadavg()[0])


def json_line(figure: Figure) -> str:
    """The figure for a script: one JSON object, with the cores and the load it was measured under."""
    said = {
        "benchmark": figure.benchmark,
        "figure": figure.name,
        "value": round(figure.value, 3),
        "unit": figure.unit,
        "goal": figure.goal,
        "cores": os.cpu_count(),
        "load_1m": round(figure.load_1m, 1),
    }
    return json.dumps(said)


def machine() -> str:
    """The machine in one line: cores, memory, and how many processes waited for a core in the last minute."""
    memory_gb = psutil.virtual_memory().total / 1e9
    return f"{os.cpu_count()} cores, {memory_gb:.0f} GB, load {os.getloadavg()[0]:.1f}"


def percentiles(values: Sequence[float]) -> dict[str, float]:
    """p50, p90, p99 and max; of few values the high ones lie close to the greatest.

    >>> percentiles([1.0, 2.0, 3.0])["p50"]
    2.0
    """
    cuts = quantiles(values, n=100, method="inclusive") if len(values) > 1 else [values[0]] * 99
    return {"p50": cuts[49], "p90": cuts[89], "p99": cuts[98], "max": max(values)}


def table(title: str, columns: Sequence[str], rows: Sequence[Sequence[str | float]]) -> str:
    """A table as Markdown, so that it can go into the documentation as it is; the first column is text.

    >>> print(table("cars", ["car", "km/h"], [["red", 120.0]]))
    <BLANKLINE>
    cars
    <BLANKLINE>
    | car |  km/h |
    |:----|------:|
    | red | 120.0 |
    """
    cells = [list(columns), *([_cell(value) for value in row] for row in rows)]
    widths = [max(len(row[n]) for row in cells) for n in range(len(columns))]
    lines = [_row(row, widths) for row in cells]
    rule = "|:" + "-" * (widths[0] + 1) + "|" + "".join("-" * (width + 1) + ":|" for width in widths[1:])
    return "\n".join(["", title, "", lines[0], rule, *lines[1:]])


def _cell(value: str | float) -> str:
    if isinstance(value, str):
        return value
    return str(value) if isinstance(value, int) else f"{value:.1f}"


def _row(cells: Sequence[str], widths: Sequence[int]) -> str:
    first = cells[0].ljust(widths[0])
    rest = [cell.rjust(width) for cell, width in zip(cells[1:], widths[1:], strict=True)]
    return "| " + " | ".join([first, *rest]) + " |"
