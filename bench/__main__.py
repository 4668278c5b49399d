"""`python -m bench [NAME ...]`: runs the measurements, prints each table, and at the end one JSON line per figure."""

import argparse
import importlib
import sys

from bench.figure import Figure, json_line, machine

__all__ = ["BENCHMARKS", "main"]

BENCHMARKS = {
    "locate": ("bench.locate", "run", "how fast territory is found and a fix tracked; against Shapely"),
    "decided": ("bench.decided", "run", "what a report costs where a pursuit is decided; against one only read"),
    "gateway": ("bench.gateway", "run", "from Kafka to one console and to a hundred"),
    "line": ("bench.line", "run", "from a unit's fix to the neighbour's console; against one bare Kafka hop"),
    "crossings": ("bench.crossings.run", "run", "how well border crossings are told; against the simulator's truth"),
    "start": ("bench.start", "again", "second `senningen demo` to its alert"),
    "memory": ("bench.memory", "run", "what each process of the stack holds"),
    "fresh": ("bench.start", "fresh", "first `senningen demo` in an empty folder; fetches Kafka's jars"),
    "clone": ("bench.start", "clone", "git clone to the first alert; fetches every package, nothing cached"),
}
"""Name -> module, function, what it measures."""

_ONLY_WHEN_NAMED = ("crossings", "fresh", "clone")
"""The first takes a quarter of an hour; the others fetch some hundred megabytes each time."""


def main(arguments: list[str] | None = None) -> None:
    """Run the named benchmarks, or all that are quick and fetch nothing."""
    every = "\n".join(f"  {name:9} {what}" for name, (_, _, what) in BENCHMARKS.items())
    parser = argparse.ArgumentParser(
        prog="python -m bench",
        description="Measure Senningen.",
        epilog=f"benchmarks:\n{every}\nwithout a name: all but {', '.join(_ONLY_WHEN_NAMED)}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("names", nargs="*", metavar="NAME", help="which; see below")
    names = parser.parse_args(arguments).names or [name for name in BENCHMARKS if name not in _ONLY_WHEN_NAMED]
    if unknown := sorted(set(names) - set(BENCHMARKS)):
        parser.error(f"expected names out of {', '.join(BENCHMARKS)}, got {', '.join(unknown)}")
    figures = [figure for name in names for figure in _measured(name)]
    print()
    for figure in figures:
        print(json_line(figure))
    missed = [figure for figure in figures if figure.goal is not None and figure.value > figure.goal]
    for figure in missed:
        print(f"over its goal of {figure.goal:g} {figure.unit}: {figure.name}: {figure.value:.1f}", file=sys.stderr)


def _measured(name: str) -> list[Figure]:
    module, function, what = BENCHMARKS[name]
    print(f"\n# {name}: {what} ({machine()})", flush=True)
    figures: list[Figure] = getattr(importlib.import_module(module), function)()
    return figures


if __name__ == "__main__":
    main()
