"""Recorded tracks, of which nobody knows the truth: what the tracker tells of them."""

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from bench.crossings.told import Judged, Told, judged
from bench.figure import table
from geo.outcome import Outcome
from geo.territory import TerritoryIndex
from geo.track_file import parse_track_file

__all__ = ["recorded_table"]

_KINDS = {".csv", ".gpx"}


def recorded_table(folder: Path, index: TerritoryIndex) -> str:
    """What is told of every track file of a folder: a row a file, then a row a crossing."""
    files = sorted(path for path in folder.iterdir() if path.suffix in _KINDS)
    told = {path.name: list(_judged(path, index)) for path in files}
    heads = ("", "tracks", "fixes", "confirmed", "withdrawn", "possible, open", "fixes by outcome")
    summary = table("Recorded tracks (no truth known)", heads, [_summary(name, all_) for name, all_ in told.items()])
    rows = [row for name, all_ in told.items() for row in _crossings(name, all_)]
    crossings = table("Crossings told of them", ("", "at", "left", "entered", "place", "confirmed after, s"), rows)
    return f"{summary}\n{crossings}"


def _judged(path: Path, index: TerritoryIndex) -> Iterator[Judged]:
    for track in parse_track_file(path.read_text(encoding="utf-8-sig"), path.name):
        if track.fixes:
            yield judged(track.fixes, index, track.fixes[0].observed_at)


def _summary(name: str, tracks: Sequence[Judged]) -> tuple[str, ...]:
    outcomes = sum((track.outcomes for track in tracks), Counter[Outcome]())
    statuses = Counter(one.status for track in tracks for one in track.told)
    counts = (len(tracks), sum(outcomes.values()), *(statuses[s] for s in ("confirmed", "withdrawn", "possible")))
    by_outcome = ", ".join(f"{count} {outcome.label}" for outcome, count in sorted(outcomes.items()))
    return (name, *map(str, counts), by_outcome)


def _crossings(name: str, tracks: Sequence[Judged]) -> Iterator[tuple[str, ...]]:
    for track in tracks:
        for one in sorted(track.told, key=lambda one: one.at_s):
            if one.status != "withdrawn":
                yield name, f"{one.at_s:.0f} s", *_told(one), _after(one)


def _told(one: Told) -> tuple[str, str, str]:
    return "+".join(sorted(one.left)) or "-", "+".join(sorted(one.entered)) or "-", f"{one.lat:.5f} {one.lon:.5f}"


def _after(one: Told) -> str:
    return "open" if one.settled_s is None else f"{one.settled_s - one.at_s:.0f}"
