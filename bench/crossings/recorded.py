"""Recorded tracks, of which nobody knows the truth: what the tracker tells of them."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from statistics import median

from bench.crossings.announced import announced
from bench.crossings.borne_out import BorneOut, borne_out
from bench.crossings.told import Judged, Told, judged
from bench.figure import table
from geo.fix import Fix
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
    heads = ("", "announced", "right", "entries", "announced before", "before, s, p50", "time of entry off, %, p50")
    scored = {path.name: list(_borne_out(path, index)) for path in files}
    everything = [score for scores in scored.values() for score in scores]
    forecast = table(
        "Approaches announced of them, held against these crossings (air: aircraft, told as such)",
        heads, [_forecast(name, scores) for name, scores in (*scored.items(), ("all", everything))],
    )  # fmt: skip
    return f"{summary}\n{crossings}\n{forecast}"


def _judged(path: Path, index: TerritoryIndex) -> Iterator[Judged]:
    return (judged(fixes, index, fixes[0].observed_at) for fixes in _tracks(path))


def _tracks(path: Path) -> Iterator[list[Fix]]:
    """The tracks of a file; one that is named a flight, and does not say how it moves, flies."""
    for track in parse_track_file(path.read_text(encoding="utf-8-sig"), path.name):
        flies = "flight" in path.name and all(fix.movement == "road" for fix in track.fixes)
        if track.fixes:
            yield [replace(fix, movement="air") if flies else fix for fix in track.fixes]


def _borne_out(path: Path, index: TerritoryIndex) -> Iterator[BorneOut]:
    for fixes in _tracks(path):
        seen, start = judged(fixes, index, fixes[0].observed_at), fixes[0].observed_at
        yield borne_out(announced(seen.used, index, start), seen.told)


def _forecast(name: str, scores: Sequence[BorneOut]) -> tuple[str, ...]:
    leads = [lead_s for score in scores for lead_s in score.leads_s]
    off = [100.0 * share for score in scores for share in score.eta_off]
    counts = (
        sum(score.announced for score in scores), len(leads), sum(score.entries for score in scores),
        sum(score.before for score in scores),
    )  # fmt: skip
    return (name, *map(str, counts), f"{median(leads):.0f}" if leads else "-", f"{median(off):.0f}" if off else "-")


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
