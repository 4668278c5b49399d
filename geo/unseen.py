"""A visit that nobody saw: proved by a fix that came late, of a time for which nothing else is known.

The unit was surely in a state then which it was in neither before nor after the gap. That is told as two crossings, out
and back, both marked late; where the unit is now does not change by it.
"""

from dataclasses import replace

import numpy as np

from geo.crossing import Crossing
from geo.entry import Anchor
from geo.nearest import nearest_border
from geo.outcome import Last, jumps
from geo.reading import Reading, instant
from geo.settings import TrackerSettings
from geo.stretch import stretches
from geo.territory import Territory, TerritoryIndex
from geo.tracks import Gap

__all__ = ["gaps_after", "unseen_visit"]

_GAPS_KEPT = 4
_LONG_US = 30_000_000
"""In so long a time a unit may have come to a border from inland, and back."""


def gaps_after(
    gaps: tuple[Gap, ...],
    before: Last,
    fix: Reading,
    territory: Territory,
    territory_after: Territory,
    *,
    gap: bool,
    near: bool,
    settings: TrackerSettings,
) -> tuple[Gap, ...]:
    """The gaps to remember after one more fix: the last few that may hide a visit abroad, of the last minutes.

    Args:
        gaps: those remembered so far.
        before: the fix before.
        fix: the fix.
        territory: what the unit held before.
        territory_after: what it holds now.
        gap: there was a gap between the two.
        near: it is near a border, or was abroad for all that is known.
        settings: how long a gap is remembered.
    """
    if fix.at_us < before.at_us:
        return ()  # the device's clock was put right: its times say nothing of the gaps before
    kept = tuple(known for known in gaps if fix.at_us - known.to_us <= settings.keep_gaps_us)
    long = fix.at_us - before.at_us >= _LONG_US
    if not gap or fix.at_us <= before.at_us or not (near or long or territory != territory_after):
        return kept
    fresh = Gap(before.at_us, before.lat, before.lon, fix.at_us, fix.lat, fix.lon, territory, territory_after)
    return (*kept, fresh)[-_GAPS_KEPT:]


def unseen_visit(
    gaps: tuple[Gap, ...], fix: Reading, sigma_m: float, index: TerritoryIndex, settings: TrackerSettings
) -> tuple[tuple[Crossing, ...], tuple[Gap, ...]]:
    """What a late fix proves of a gap: the crossings out and back, and the gaps that remain around it.

    Args:
        gaps: the gaps that are remembered.
        fix: the late fix.
        sigma_m: how sure its place is, standard deviation along each axis.
        index: the borders.
        settings: how deep is surely abroad.
    """
    gap = next((gap for gap in gaps if gap.from_us < fix.at_us < gap.to_us), None)
    if gap is None:
        return (), gaps
    territory = index.territory_at(fix.lat, fix.lon)
    first = Gap(*gap[:3], fix.at_us, fix.lat, fix.lon, gap.territory, territory)
    second = Gap(fix.at_us, fix.lat, fix.lon, *gap[3:6], territory, gap.territory_after)
    if not (_surely_there(fix, sigma_m, index, settings) and _can_have_been_there(gap, fix, settings)):
        return (), gaps
    around = tuple(part for known in gaps for part in ((first, second) if known is gap else (known,)))
    if territory in (gap.territory, gap.territory_after):
        return (), around[-_GAPS_KEPT:]
    out = _guess(fix, first, (gap.territory, territory), 0, index)
    back = _guess(fix, second, (territory, gap.territory), 1, index)
    return (out, back), around[-_GAPS_KEPT:]


def _surely_there(fix: Reading, sigma_m: float, index: TerritoryIndex, settings: TrackerSettings) -> bool:
    reach_m = np.array([settings.sure_moving_sigmas * sigma_m])
    nearest = nearest_border(np.array([fix.lat]), np.array([fix.lon]), reach_m, index)
    return bool(np.isinf(nearest.distance_m[0]))


def _can_have_been_there(gap: Gap, fix: Reading, settings: TrackerSettings) -> bool:
    """Whether there was time to go there and come back; who is on foot may have driven while nobody saw it."""
    ends = Anchor(*gap[:3]), Anchor(*gap[3:6])
    came_by = "road" if fix.movement == "foot" else fix.movement
    return not any(jumps(end, fix, None, settings, came_by) for end in ends)


def _guess(fix: Reading, gap: Gap, change: tuple[Territory, Territory], nth: int, index: TerritoryIndex) -> Crossing:
    """The crossing somewhere in a gap: placed where the straight line last changes ground."""
    left, entered = change
    found = stretches(np.array([[gap.from_lat, gap.from_lon, gap.to_lat, gap.to_lon]]), index).of(0)
    share = found[-1][0] if found else 0.0
    crossing = Crossing(
        unit=fix.unit,
        boot=fix.boot,
        number=fix.number,
        place_in_segment=nth,
        left=left - entered,
        entered=entered - left,
        at=instant(gap.from_us + round(share * (gap.to_us - gap.from_us))),
        not_before=instant(gap.from_us),
        not_after=instant(gap.to_us),
        lat=gap.from_lat + share * (gap.to_lat - gap.from_lat),
        lon=gap.from_lon + share * (gap.to_lon - gap.from_lon),
        status="confirmed",
        confirmed_at=instant(fix.at_us),
        guess=True,
    )
    return replace(crossing, late=True)
