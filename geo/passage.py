"""The story of one unit and the borders around it: what it surely holds, and what it may have entered.

A fix is a circle, so a unit near a border is on neither side for sure. What a single way shows is told as `possible`;
nothing more is told while the unit stays in doubt, however often it seems to go to and fro. As soon as it is surely on
one ground again, the story since the last sure place is told anew (`geo.retrace`): crossings that it holds are
`confirmed`, others `withdrawn`.
"""

import math
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

from geo.crossing import Crossing
from geo.entry import Anchor, Entry, entry_between
from geo.geodesy import metres_per_degree
from geo.motion import Motion
from geo.movement import MovementLimits
from geo.reading import Reading, instant, micros
from geo.retrace import Within, led_along
from geo.settings import TrackerSettings
from geo.stretch import Stretch
from geo.territory import Territory, TerritoryIndex

__all__ = ["Passage", "Step", "begin_passage", "is_sure_of", "take_step"]

_LONGEST_TRAIL = 64
"""Places to remember in doubt; a unit that goes on along a border has no way any more that tells its story."""
_DENSE_US = 2_000_000
_VELOCITY_SIGMAS = 2.0
"""A unit that moves surely goes at least as fast as its velocity less so many standard deviations."""
_DRIFT_SIGMAS = 3.0
"""The same for one that may be standing: in 80 hours of drift on a border one car seemed to drive off by two.

Not on foot: who walks is little faster than such a drift, and would be confirmed late.
"""


class Passage(NamedTuple):
    """What is known of a unit near a border.

    Attributes:
        held: the ground it was last surely on; of a unit first seen near a border, the ground it seemed to be on.
        ground: the ground it seems to be on. On a border it is still that it came from.
        anchor: the last sure place; None where there was none, or a gap since.
        trail: where it went since then, some metres apart.
        unsure: it was first seen near a border, and never surely on one ground since.
        told: crossings told as possible and not settled, in order.
        entries: the latest way into each territory since the last sure place.
        longest_us: the longest time between two fixes since then, microseconds.
        beyond_since_us: since when it has been on the other side without a break; None while it is not.
        beyond_depth_ms: how deep, summed over that time, metre seconds.
    """

    held: Territory
    ground: Territory
    anchor: Anchor | None
    trail: tuple[Anchor, ...] = ()
    unsure: bool = False
    told: tuple[Crossing, ...] = ()
    entries: tuple[Entry, ...] = ()
    longest_us: int = 0
    beyond_since_us: int | None = None
    beyond_depth_ms: float = 0.0

    @property
    def territory(self) -> Territory:
        """The ground as told: held, less what was left, plus what was entered."""
        territory = self.held
        for crossing in self.told:
            territory = territory - crossing.left | crossing.entered
        return territory


class Step(NamedTuple):
    """One fix that is used, and all that geometry has to say about it.

    Attributes:
        fix: the fix.
        before: the fix before it.
        found: the stretches of the way between the two.
        gap: that way is a guess.
        lat: where the unit is, as the filter sees it; degrees.
        lon: the same.
        ground: whose ground that is.
        border_m: how far from the nearest border; infinite where none is near.
        border_east_m: where that border is, seen from the unit.
        border_north_m: the same.
        sigma_m: how sure the place is, standard deviation along each axis.
        east_mps: velocity to the east.
        north_mps: velocity to the north.
        velocity_sigma_mps: how sure that is, along each axis.
        motion: all that is known of how it moves; None away from borders.
        limits: what it can do.
    """

    fix: Reading
    before: Anchor
    found: Sequence[Stretch]
    gap: bool
    lat: float
    lon: float
    ground: Territory
    border_m: float
    border_east_m: float
    border_north_m: float
    sigma_m: float
    east_mps: float
    north_mps: float
    velocity_sigma_mps: float
    motion: Motion | None
    limits: MovementLimits


def begin_passage(territory: Territory, anchor: Anchor | None) -> Passage:
    """The story of a unit that holds this ground: surely, where an anchor is given."""
    return Passage(territory, territory, anchor, unsure=anchor is None)


def take_step(
    passage: Passage, step: Step, index: TerritoryIndex, settings: TrackerSettings
) -> tuple[Passage, tuple[Crossing, ...]]:
    """The story after one more fix, and the crossings that it tells: new ones, and old ones with a new status."""
    if _goes_on(passage, step, index) and is_sure_of(step, settings):
        return begin_passage(passage.ground, Anchor(step.fix.at_us, step.lat, step.lon)), ()
    passage = _dwelt(_walked(passage, step, index), step)
    if step.ground == passage.ground and (is_sure_of(step, settings) or _dwells(passage, step, settings)):
        return _settled(passage, step, index, settings)
    return _doubted(passage, step, settings)


# ---------------------------------------------------------------- the way between two fixes


def _goes_on(passage: Passage, step: Step, index: TerritoryIndex) -> bool:
    """Whether nothing happens, as mostly: the unit was, went and is on one ground, and nothing of it is open."""
    if passage.entries or passage.told or len(step.found) != 1:
        return False
    return index.territories[step.found[0][1]] == passage.ground == step.ground


def _walked(passage: Passage, step: Step, index: TerritoryIndex) -> Passage:
    """Follow the way over open ground, and remember how each territory was entered last."""
    found = step.found[-1:] if step.gap else step.found
    ground, entries = passage.ground, passage.entries
    for begin, number in found:
        territory = index.territories[number]
        if territory != ground:
            entry = _entry(step, begin, territory)
            entries = (*(known for known in entries if known.territory != territory), entry)
            ground = territory
    return passage._replace(
        ground=ground,
        entries=entries,
        anchor=None if step.gap else passage.anchor,
        trail=() if step.gap else _trail(passage, step),
        beyond_since_us=None if step.gap else passage.beyond_since_us,
        longest_us=max(passage.longest_us, step.fix.at_us - step.before.at_us),
    )


def _trail(passage: Passage, step: Step) -> tuple[Anchor, ...]:
    """The way since the last sure place, with the place before this fix where that is some way on."""
    end = passage.trail[-1] if passage.trail else passage.anchor
    if end is None or len(passage.trail) >= _LONGEST_TRAIL:
        return passage.trail
    north_m, east_m = metres_per_degree(step.lat)
    away_m = math.hypot((step.lat - end.lat) * north_m, (step.lon - end.lon) * east_m)
    return (*passage.trail, Anchor(step.fix.at_us, step.lat, step.lon)) if away_m >= step.sigma_m else passage.trail


def _entry(step: Step, share: float, territory: Territory) -> Entry:
    """A device whose clock was put back says nothing of the time before: then the fix is all there is."""
    here = Anchor(step.fix.at_us, step.fix.lat, step.fix.lon)
    before = step.before if step.before.at_us <= here.at_us else step.before._replace(at_us=here.at_us)
    return entry_between(before, here, share, territory, guess=step.gap)


# ---------------------------------------------------------------- how surely


def is_sure_of(step: Step, settings: TrackerSettings) -> bool:
    """Whether the unit is on the ground it seems to be on, what it can no longer brake before the border included."""
    if step.border_m == math.inf:
        return True
    if step.border_m <= 0.0:
        return False
    outward = -(step.east_mps * step.border_east_m + step.north_mps * step.border_north_m) / step.border_m
    moves = _moves(step, settings)
    sigmas = _VELOCITY_SIGMAS if moves or step.fix.movement == "foot" else _DRIFT_SIGMAS
    surely_mps = max(outward - sigmas * step.velocity_sigma_mps, 0.0)
    deep_m = step.border_m + surely_mps * surely_mps / (2.0 * step.limits.brake_mps2)
    speed_mps = math.sqrt(step.east_mps * step.east_mps + step.north_mps * step.north_mps)
    if surely_mps >= max(step.limits.slowest_course_mps, settings.course_share * speed_mps):
        return deep_m >= settings.sure_on_course_sigmas * step.sigma_m
    return step.border_m >= _sigmas_needed(step, settings, moves=moves) * step.sigma_m


def _sigmas_needed(step: Step, settings: TrackerSettings, *, moves: bool) -> float:
    """How deep a unit must be that does not move straight across the border."""
    if not moves:
        return settings.sure_still_sigmas
    return settings.sure_walking_sigmas if step.fix.movement == "foot" else settings.sure_moving_sigmas


def _moves(step: Step, settings: TrackerSettings) -> bool:
    """Whether it surely does not stand: one that is away from borders is not asked."""
    return step.motion is None or step.motion.is_moving(settings.moving_sigmas)


def _dwelt(passage: Passage, step: Step) -> Passage:
    """How long, and how deep, the unit has been beyond the border without a break."""
    if passage.ground == passage.held or step.ground != passage.ground:
        return passage._replace(beyond_since_us=None, beyond_depth_ms=0.0)
    if passage.beyond_since_us is None:
        return passage._replace(beyond_since_us=step.fix.at_us, beyond_depth_ms=0.0)
    seconds = (step.fix.at_us - step.before.at_us) / 1e6
    return passage._replace(beyond_depth_ms=passage.beyond_depth_ms + step.border_m * seconds)


def _dwells(passage: Passage, step: Step, settings: TrackerSettings) -> bool:
    if passage.beyond_since_us is None:
        return False
    seconds = (step.fix.at_us - passage.beyond_since_us) / 1e6
    return seconds >= settings.dwell_s and passage.beyond_depth_ms >= settings.dwell_sigmas * step.sigma_m * seconds


# ---------------------------------------------------------------- in doubt


def _doubted(passage: Passage, step: Step, settings: TrackerSettings) -> tuple[Passage, tuple[Crossing, ...]]:
    """Tell a territory that the unit may have entered, once; one that stands is told one at most."""
    told = passage.territory
    known = {passage.held, *_grounds(passage)}
    entry = _entry_into(passage, passage.ground)
    drifts = bool(passage.told) and not _moves(step, settings)
    if passage.ground in known or step.ground != passage.ground or entry is None or drifts:
        return passage, ()
    crossing = replace(_crossing(step.fix, entry, told, 0), start_unsure=passage.unsure)
    return passage._replace(told=(*passage.told, crossing)), (crossing,)


def _grounds(passage: Passage) -> Iterable[Territory]:
    """The grounds that were told one after the other."""
    territory = passage.held
    for crossing in passage.told:
        territory = territory - crossing.left | crossing.entered
        yield territory


def _entry_into(passage: Passage, territory: Territory) -> Entry | None:
    """The latest way into a territory; where the fixes since do not know it, the one that was told."""
    known = next((entry for entry in passage.entries if entry.territory == territory), None)
    if known is not None:
        return known
    told = dict(zip(_grounds(passage), passage.told, strict=True)).get(territory)
    if told is None:
        return None
    at_us, not_before_us, not_after_us = (micros(at) for at in (told.at, told.not_before, told.not_after))
    return Entry(territory, at_us, not_before_us, not_after_us, told.lat, told.lon, told.guess)


def _crossing(fix: Reading, entry: Entry, left: Territory, nth: int) -> Crossing:
    return Crossing(
        unit=fix.unit,
        boot=fix.boot,
        number=fix.number,
        place_in_segment=nth,
        left=left - entry.territory,
        entered=entry.territory - left,
        at=instant(entry.at_us),
        not_before=instant(entry.not_before_us),
        not_after=instant(entry.not_after_us),
        lat=entry.lat,
        lon=entry.lon,
        status="possible",
        confirmed_at=None,
        guess=entry.guess,
    )


# ---------------------------------------------------------------- settled


def _settled(
    passage: Passage, step: Step, index: TerritoryIndex, settings: TrackerSettings
) -> tuple[Passage, tuple[Crossing, ...]]:
    """The unit is surely where it seems to be: confirm and withdraw what was told, and begin a new story here."""
    told: tuple[Crossing, ...] = ()
    if passage.entries or passage.told:
        told = _retold(passage, step.fix, _led_through(passage, step, index, settings))
    return begin_passage(passage.ground, Anchor(step.fix.at_us, step.lat, step.lon)), told


def _retold(passage: Passage, fix: Reading, led: Sequence[Entry]) -> tuple[Crossing, ...]:
    """What was told as possible, held against the grounds that the way led through."""
    at = instant(fix.at_us)
    open_ones = dict(zip(_grounds(passage), passage.told, strict=True))
    territory, confirmed = passage.held, []
    for nth, entry in enumerate(led):
        fresh = _crossing(fix, entry, territory, nth)
        known = open_ones.pop(entry.territory, None)
        if known is not None:
            fresh = replace(
                fresh, boot=known.boot, number=known.number, place_in_segment=known.place_in_segment
            )  # fmt: skip
        confirmed.append(replace(fresh, status="confirmed", confirmed_at=at, start_unsure=passage.unsure))
        territory = entry.territory
    withdrawn = [replace(known, status="withdrawn", confirmed_at=at) for known in reversed(open_ones.values())]
    return (*withdrawn, *confirmed)


def _led_through(passage: Passage, step: Step, index: TerritoryIndex, settings: TrackerSettings) -> tuple[Entry, ...]:
    """The grounds between the last sure place and this one, in order, less the one the way began on."""
    way = _way_since(passage, step)
    if way is not None:
        led = led_along(way, (passage.held, passage.ground), _within(passage, step, settings), index)
        if led is not None:
            return tuple(_better_known(entry, led, passage, step) for entry in led)
    entry = _entry_into(passage, passage.ground)
    return () if entry is None or passage.ground == passage.held else (entry,)


def _way_since(passage: Passage, step: Step) -> tuple[Anchor, ...] | None:
    """From the last sure place to this one; None where that is not known, or too long ago to tell."""
    anchor = passage.anchor
    if anchor is None or len(passage.trail) >= _LONGEST_TRAIL:
        return None
    if anchor.at_us == step.before.at_us:
        return (step.before, Anchor(step.fix.at_us, step.fix.lat, step.fix.lon))  # one way only: as it was reported
    here = Anchor(step.fix.at_us, step.lat, step.lon)
    return (anchor, *passage.trail) if passage.trail and passage.trail[-1] == here else (anchor, *passage.trail, here)


def _within(passage: Passage, step: Step, settings: TrackerSettings) -> Within:
    """How straight the way is taken to be, and how far aside it may lie: for noise, and for what nobody saw."""
    straight_m = settings.straight_sigmas * step.sigma_m
    unseen_m = step.limits.brake_mps2 * (passage.longest_us / 1e6) ** 2 / 8.0
    return Within(straight_m, straight_m + settings.side_sigmas * step.sigma_m + unseen_m)


def _better_known(entry: Entry, led: Sequence[Entry], passage: Passage, step: Step) -> Entry:
    """Where fixes are rare, the two next to the border say better where and when it was crossed than the whole way."""
    known = _entry_into(passage, entry.territory)
    once = [other.territory for other in led].count(entry.territory) == 1
    if known is None or not once or passage.longest_us <= _DENSE_US:
        return entry
    return known._replace(not_before_us=entry.not_before_us, not_after_us=step.fix.at_us)
