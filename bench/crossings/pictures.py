"""Pictures of the scorecard: what went wrong on the map, and how late crossings were told."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

import matplotlib as mpl
import numpy as np
from matplotlib.axes import Axes
from matplotlib.collections import LineCollection
from matplotlib.figure import Figure as Sheet

from bench.crossings.foretold import Lead
from bench.crossings.scene import Scene
from bench.crossings.score import Score
from bench.crossings.tables import Columns, hits_of
from geo.geodesy import metres_per_degree
from producers.simulator.ground import Ground
from producers.simulator.metres import Floats

__all__ = ["draw", "map_panel"]

_PANELS = 9
_EDGE_M = 120.0
_TOLD = {"confirmed": "tab:red", "possible": "tab:orange", "withdrawn": "tab:gray"}
_PACES = {"motorway": (-3.0, 15.0), "road": (-3.0, 30.0), "foot": (-30.0, 150.0)}
_BINS = 45


def draw(columns: Columns, ground: Ground, folder: Path) -> Iterator[Path]:
    """Write the pictures into a folder, and name each."""
    mpl.use("Agg")
    folder.mkdir(parents=True, exist_ok=True)
    for fault in ("missed", "invented", "doubled", "unfounded"):
        path = folder / f"{fault}.png"
        path.unlink(missing_ok=True)
        if scenes := _spread_over_skies(columns, fault):
            yield _saved(_map_sheet(scenes, ground), path)
    if any(hits_of(scores) for scores in columns.values()):
        yield _saved(_delay_sheet(columns), folder / "delays.png")
    if leads := _leads(columns):
        yield _saved(_lead_sheet(leads), folder / "leads.png")


def _spread_over_skies(columns: Columns, fault: str) -> list[Scene]:
    """The first of each sky, then the second of each, and so on; no two of one unit."""
    queues = [list(_one_a_unit(scores, fault)) for scores in columns.values()]
    ranked = [(nth, sky, scene) for sky, queue in enumerate(queues) for nth, scene in enumerate(queue)]
    return [scene for _, _, scene in sorted(ranked, key=lambda row: row[:2])[:_PANELS]]


def _one_a_unit(scores: Iterable[Score], fault: str) -> Iterator[Scene]:
    firsts = (next((scene for scene in score.scenes if scene.fault == fault), None) for score in scores)
    return (scene for scene in firsts if scene is not None)


def _saved(sheet: Sheet, path: Path) -> Path:
    sheet.savefig(path, dpi=80)
    return path


# ---------------------------------------------------------------- maps


def _map_sheet(scenes: Sequence[Scene], ground: Ground) -> Sheet:
    side = 3 if len(scenes) > 4 else 2 if len(scenes) > 1 else 1
    sheet = Sheet(figsize=(6.0 * side, 6.0 * side), layout="constrained")
    axes = np.atleast_1d(sheet.subplots(side, side)).ravel()
    for number, panel in enumerate(axes):
        if number < len(scenes):
            map_panel(panel, scenes[number], ground)
        else:
            panel.set_axis_off()
    handles, labels = axes[0].get_legend_handles_labels()
    sheet.legend(handles, labels, loc="outside lower center", ncols=3 * side)
    return sheet


def map_panel(panel: Axes, scene: Scene, ground: Ground) -> None:
    """Draw one scene: metres about its place, north up."""
    frame = _Frame(scene)
    true_east, true_north = frame.metres(scene.true_lat, scene.true_lon)
    east, north = frame.metres(scene.fixes.lat, scene.fixes.lon)
    border = LineCollection(frame.pieces(ground.index.edges), colors="black", linewidths=1.2, label="border")
    panel.add_collection(border)
    panel.plot(true_east, true_north, color="tab:blue", label="true course")
    panel.plot(true_east[:1], true_north[:1], "o", color="tab:blue", label="comes from here")
    panel.plot(east, north, ".-", color="tab:green", linewidth=0.3, markersize=4, label="fixes")
    panel.plot(0.0, 0.0, "+", color="tab:purple", markersize=18, label="this one")
    for status, colour in _TOLD.items():
        places = np.array([(one.lat, one.lon) for one in scene.told if one.status == status]).reshape(-1, 2)
        panel.plot(*frame.metres(places[:, 0], places[:, 1]), "x", color=colour, markersize=10, label=f"told, {status}")
    _name_states(panel, frame, ground)
    panel.set_xlim(*frame.across)
    panel.set_ylim(*frame.upward)
    panel.set_aspect("equal")
    panel.set_title(f"{scene.fault}: {scene.what} at {scene.at_s:.1f} s\n{scene.where}", fontsize=9)


class _Frame:
    """Metres east and north of the place of a scene, and how much of them is drawn."""

    def __init__(self, scene: Scene) -> None:
        self.lat, self.lon = scene.place
        self.north_m, self.east_m = metres_per_degree(self.lat)
        east, north = self.metres(scene.true_lat, scene.true_lon)
        reach_m = max(float(np.abs(np.concatenate((east, north))).max(initial=0.0)), _EDGE_M) + _EDGE_M / 4
        self.across = self.upward = (-reach_m, reach_m)

    def metres(self, lat: Floats, lon: Floats) -> tuple[Floats, Floats]:
        return (lon - self.lon) * self.east_m, (lat - self.lat) * self.north_m

    def degrees(self, east: float, north: float) -> tuple[float, float]:
        return self.lat + north / self.north_m, self.lon + east / self.east_m

    def pieces(self, edges: Floats) -> list[Floats]:
        """The pieces of border that come near what is drawn."""
        begin, end = (np.column_stack(self.metres(edges[:, k], edges[:, k + 1])) for k in (0, 2))
        low, high = np.minimum(begin, end), np.maximum(begin, end)
        near = ((low <= self.across[1]) & (high >= self.across[0])).all(axis=1)
        return list(np.stack((begin[near], end[near]), axis=1))


def _name_states(panel: Axes, frame: _Frame, ground: Ground) -> None:
    """Whose ground is in each corner."""
    for across in (-0.9, 0.9):
        for upward in (-0.9, 0.9):
            east, north = across * frame.across[1], upward * frame.upward[1]
            states = ground.index.territory_at(*frame.degrees(east, north))
            panel.text(east, north, "+".join(sorted(states)) or "-", ha="center", va="center", fontsize=11)


# ---------------------------------------------------------------- delays


def _delay_sheet(columns: Columns) -> Sheet:
    """A row a pace; left when it was told possible, right when confirmed, from the true crossing."""
    sheet = Sheet(figsize=(14.0, 11.0), layout="constrained")
    axes = sheet.subplots(len(_PACES), 2)
    for row, (pace, span_s) in zip(axes, _PACES.items(), strict=True):
        hits = {sky: hits_of(scores, pace) for sky, scores in columns.items()}
        _histogram(row[0], {sky: [h.possible_after_truth_s for h in of] for sky, of in hits.items()}, span_s)
        _histogram(row[1], {sky: [h.confirmed_after_s for h in of] for sky, of in hits.items()}, span_s)
        row[0].set_title(f"{pace}: possible, s after the first fix truly beyond")
        row[1].set_title(f"{pace}: confirmed, s after the true crossing")
    axes[0][0].legend()
    return sheet


def _histogram(panel: Axes, values: dict[str, list[float]], span_s: tuple[float, float]) -> None:
    """What is beyond either end is counted at the end."""
    for sky, of_sky in values.items():
        panel.hist(
            np.clip(of_sky, *span_s), bins=np.linspace(*span_s, _BINS + 1).tolist(), histtype="step", label=sky
        )  # fmt: skip
    panel.set_ylabel("crossings")


# ---------------------------------------------------------------- the forecast


def _leads(columns: Columns) -> dict[str, list[Lead]]:
    """The crossings announced before, of each sky that was scored for it."""
    found = {
        sky: [lead for score in of for lead in (score.foretold.leads if score.foretold else ())]
        for sky, of in columns.items()
    }
    return {sky: leads for sky, leads in found.items() if leads}


def _lead_sheet(leads: Mapping[str, Sequence[Lead]]) -> Sheet:
    """How long before, and how far off the time of entry was."""
    sheet = Sheet(figsize=(14.0, 5.0), layout="constrained")
    before, off = sheet.subplots(1, 2)
    _histogram(before, {sky: [lead.lead_s for lead in of] for sky, of in leads.items()}, (0.0, 150.0))
    _histogram(off, {sky: [lead.eta_off_s for lead in of] for sky, of in leads.items()}, (-60.0, 60.0))
    before.set_title("announced, s before the true crossing")
    off.set_title("time of entry told then, s after the true one")
    before.legend()
    return sheet
