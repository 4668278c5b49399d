"""Approaches: a state that a unit is about to enter is announced once, kept up to date, and withdrawn if nothing comes.

A pure state machine over the outlooks of one unit. There is at most one open approach for each set of states entered.
It is announced when entering is likely and near, and stays so for a moment; it is withdrawn when entering has been
unlikely for a while, or is long overdue; after that the same states rest before they are announced anew. In between
its estimate is refined quietly. Between the two thresholds nothing happens, so that noise makes no shower of calls.

A unit that has driven beside the border for some hundred metres is taken to follow it, and nothing is announced until
it has been clear of it, or over it. So is a unit that is first seen beside the border.
"""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, NamedTuple

from geo.forecast import Outlook, Prospect
from geo.territory import Territory

__all__ = ["NO_APPROACH", "Approach", "ApproachSettings", "ApproachState", "Outcome", "Target", "step"]

Outcome = Literal["open", "entered", "withdrawn"]

States = tuple[str, ...]
"""The states of a territory, sorted."""


@dataclass(frozen=True, slots=True)
class ApproachSettings:
    """When an approach is announced and withdrawn.

    Attributes:
        announce_from: probability from which entering is likely.
        announce_within_s: it is near when the likely time of entry is not farther off than this, seconds ...
        announce_before_s: ... and not nearer than this: then it is a crossing, and no approach any more.
        announce_after_s: so long it must stay likely and near, seconds.
        withdraw_below: probability below which entering is unlikely.
        withdraw_after_s: so long it must stay unlikely, seconds.
        overdue_s: an approach is withdrawn so long after the latest time first told, seconds.
        rest_s: so long after a withdrawal the same states are not announced, seconds.
        follows_after_m: a unit that has driven so far beside the border follows it, metres.

    Raises:
        ValueError: a setting below zero or not finite, or thresholds the wrong way round.
    """

    announce_from: float = 0.75
    announce_within_s: float = 66.0
    announce_before_s: float = 1.0
    announce_after_s: float = 2.0
    withdraw_below: float = 0.4
    withdraw_after_s: float = 10.0
    overdue_s: float = 120.0
    rest_s: float = 30.0
    follows_after_m: float = 400.0

    def __post_init__(self) -> None:
        for name in self.__slots__:
            number = getattr(self, name)
            if not 0.0 <= number < math.inf:
                message = f"{name}: expected a number from 0, got {number}"
                raise ValueError(message)
        if not self.withdraw_below <= self.announce_from <= 1.0:
            message = f"announce_from: expected {self.withdraw_below} (withdraw_below) to 1, got {self.announce_from}"
            raise ValueError(message)


class Approach(NamedTuple):
    """A unit is about to enter a state, or was.

    Attributes:
        id: made from the fix that announced it, so that a repeat carries the same one.
        to: the territory it enters, as states, sorted.
        entered: the states of it that it did not hold.
        announced_us: when, microseconds since 1970, as all that follow.
        eta_us: the likely time of entry, as last estimated.
        eta_from_us: the earliest.
        eta_to_us: the latest.
        overdue_us: the latest time as first told.
        lat: where on the border, degrees, as last estimated.
        lon: the same.
        probability: how surely, as last estimated, 0 to 1; 0 where nothing lies ahead any more.
        outcome: what became of it.
        settled_us: when it was found entered or withdrawn; None while it is open.
    """

    id: str
    to: States
    entered: States
    announced_us: int
    eta_us: int
    eta_from_us: int
    eta_to_us: int
    overdue_us: int
    lat: float
    lon: float
    probability: float
    outcome: Outcome
    settled_us: int | None


class Target(NamedTuple):
    """What is remembered of one set of states.

    Attributes:
        entered: the states.
        since_us: since when it has been likely (no approach open) or unlikely (one open); None while it is not.
        rests_until_us: not announced before.
        approach: the open approach, if there is one.
    """

    entered: States
    since_us: int | None
    rests_until_us: int
    approach: Approach | None


class ApproachState(NamedTuple):
    """What is remembered of a unit between fixes.

    Attributes:
        held: the states it held; None before the first fix.
        at_us: the instant of its last fix, microseconds since 1970.
        beside_m: how far it has driven beside the border since it was last clear of it, or over it.
        targets: one for each set of states that is of interest now.
    """

    held: States | None
    at_us: int
    beside_m: float
    targets: tuple[Target, ...]

    @property
    def open(self) -> tuple[Approach, ...]:
        """The open approaches, with their newest estimates."""
        return tuple(target.approach for target in self.targets if target.approach is not None)


NO_APPROACH = ApproachState(None, 0, 0.0, ())
"""Of a unit that was not seen before."""

_DEFAULTS = ApproachSettings()
_CLEAR_COUNTS = 3.0

_Stepped = tuple[Target, tuple[Approach, ...]]


class _Now(NamedTuple):
    """What is the same for all targets of a step."""

    held: Territory
    at_us: int
    origin: str
    follows: bool
    stands: bool
    settings: ApproachSettings


def step(
    state: ApproachState,
    outlook: Outlook | None,
    held: Territory,
    at_us: int,
    *,
    origin: str,
    stands: bool = False,
    settings: ApproachSettings = _DEFAULTS,
) -> tuple[ApproachState, tuple[Approach, ...]]:
    """Take in the outlook of one fix.

    Args:
        state: what was remembered.
        outlook: what lies ahead; None for nothing.
        held: the territory the unit holds.
        at_us: the instant of the fix, microseconds since 1970, not before that of the last step.
        origin: names the fix: unit|boot|number.
        stands: the unit does not move: what it was about to enter it may enter still, until that is overdue.
        settings: when to announce and to withdraw.

    Returns:
        What is to be remembered, and the approaches that were announced (outcome open) or settled, by states.
    """
    beside_m = _beside_m(state, outlook, held, at_us, settings)
    now = _Now(held, at_us, origin, beside_m >= settings.follows_after_m, stands, settings)
    ahead = {tuple(sorted(prospect.entered)): prospect for prospect in (outlook.prospects if outlook else ())}
    known = {target.entered: target for target in state.targets}
    stepped = [
        _stepped(known.get(entered, Target(entered, None, at_us, None)), ahead.get(entered), now)
        for entered in sorted(known.keys() | ahead.keys())
    ]
    remembered = tuple(_of_interest((target for target, _ in stepped), at_us))
    told = tuple(approach for _, approaches in stepped for approach in approaches)
    return ApproachState(tuple(sorted(held)), at_us, beside_m, remembered), told


def _beside_m(
    state: ApproachState, outlook: Outlook | None, held: Territory, at_us: int, settings: ApproachSettings
) -> float:
    """How far it has driven beside the border; a unit not seen before may have done so for long.

    What winds is not always seen from the side, so that a short way clear of it is no proof; it counts threefold.
    """
    if state.held is None:
        return settings.follows_after_m if outlook is None or outlook.beside else 0.0
    before_m = state.beside_m if held == set(state.held) else 0.0
    if outlook is None:
        return before_m
    driven_m = outlook.speed_mps * max(at_us - state.at_us, 0) / 1e6
    after_m = before_m + driven_m if outlook.beside else before_m - _CLEAR_COUNTS * driven_m
    return min(max(after_m, 0.0), settings.follows_after_m)


def _stepped(target: Target, prospect: Prospect | None, now: _Now) -> _Stepped:
    if target.approach is None:
        return _maybe_announced(target, prospect, now)
    if not now.held.isdisjoint(target.entered):
        return Target(target.entered, None, now.at_us, None), (_settled(target.approach, "entered", now.at_us),)
    return _maybe_withdrawn(target, _refined(target.approach, prospect, now), now)


def _maybe_announced(target: Target, prospect: Prospect | None, now: _Now) -> _Stepped:
    if prospect is None or now.follows or not _is_likely(prospect, now.settings):
        return target._replace(since_us=None), ()
    since_us = now.at_us if target.since_us is None else target.since_us
    if now.at_us < max(target.rests_until_us, since_us + _micros(now.settings.announce_after_s)):
        return target._replace(since_us=since_us), ()
    approach = _announced(prospect, now.at_us, now.origin)
    return Target(target.entered, None, now.at_us, approach), (approach,)


def _maybe_withdrawn(target: Target, approach: Approach, now: _Now) -> _Stepped:
    unlikely = approach.probability < now.settings.withdraw_below and not now.stands
    since_us = (now.at_us if target.since_us is None else target.since_us) if unlikely else None
    given_up = since_us is not None and now.at_us >= since_us + _micros(now.settings.withdraw_after_s)
    if given_up or now.at_us >= approach.overdue_us + _micros(now.settings.overdue_s):
        rested = Target(target.entered, None, now.at_us + _micros(now.settings.rest_s), None)
        return rested, (_settled(approach, "withdrawn", now.at_us),)
    return target._replace(since_us=since_us, approach=approach), ()


def _is_likely(prospect: Prospect, settings: ApproachSettings) -> bool:
    near = settings.announce_before_s <= prospect.likely_s <= settings.announce_within_s
    return near and prospect.probability >= settings.announce_from


def _announced(prospect: Prospect, at_us: int, origin: str) -> Approach:
    states = tuple(sorted(prospect.entered))
    latest_us = at_us + _micros(prospect.latest_s)
    return Approach(
        id=f"{origin}|approach|{'+'.join(states)}",
        to=tuple(sorted(prospect.to)),
        entered=states,
        announced_us=at_us,
        eta_us=at_us + _micros(prospect.likely_s),
        eta_from_us=at_us + _micros(prospect.earliest_s),
        eta_to_us=latest_us,
        overdue_us=latest_us,
        lat=prospect.lat,
        lon=prospect.lon,
        probability=prospect.probability,
        outcome="open",
        settled_us=None,
    )


def _refined(approach: Approach, prospect: Prospect | None, now: _Now) -> Approach:
    """The approach with its newest estimate; its time and place stay as they were where it is unlikely now."""
    if now.stands:
        return approach
    at_us, probability = now.at_us, prospect.probability if prospect else 0.0
    if prospect is None or probability < now.settings.withdraw_below:
        return approach._replace(probability=probability)
    return approach._replace(
        to=tuple(sorted(prospect.to)),
        eta_us=at_us + _micros(prospect.likely_s),
        eta_from_us=at_us + _micros(prospect.earliest_s),
        eta_to_us=at_us + _micros(prospect.latest_s),
        lat=prospect.lat,
        lon=prospect.lon,
        probability=prospect.probability,
    )


def _settled(approach: Approach, outcome: Outcome, at_us: int) -> Approach:
    return approach._replace(outcome=outcome, settled_us=at_us)


def _of_interest(targets: Iterable[Target], at_us: int) -> Iterable[Target]:
    """What need not be remembered is forgotten, so that the state stays small."""
    return (t for t in targets if t.approach is not None or t.since_us is not None or t.rests_until_us > at_us)


def _micros(seconds: float) -> int:
    return round(seconds * 1e6)
