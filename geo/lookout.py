"""The lookout: follows one unit in a pursuit, and tells which state it is about to enter before it does.

It joins how the unit moves (`geo.motion`), what lies ahead (`geo.forecast`) and when that is worth a call
(`geo.approach`). Which territory the unit holds, the tracker says; only fixes that it used come here.
"""

from typing import NamedTuple

from geo.approach import NO_APPROACH, Approach, ApproachSettings, ApproachState, step
from geo.fix import Fix
from geo.forecast import forecast
from geo.ground_ahead import Ahead, open_ground, settings_for
from geo.motion import Motion, begin_motion, follow_motion
from geo.territory import Territory, TerritoryIndex

__all__ = ["NOT_SEEN_YET", "Lookout", "look_out"]

_DEFAULTS = ApproachSettings()
_ANEW_AFTER_US, _ANEW_ETA_US, _ANEW_PROBABILITY = 5_000_000, 5_000_000, 0.1
"""An estimate is told anew every five seconds at most, when it has moved by five seconds or by a tenth."""
_LONGEST_US = 30_000_000
"""After a longer silence a unit's motion is anybody's guess, and begins anew."""


class Told(NamedTuple):
    """An open approach as it was told last: its id, when, for when, and how surely."""

    id: str
    at_us: int
    eta_us: int
    probability: float


class Lookout(NamedTuple):
    """What is remembered of a unit: how it moves, what it is about to enter, and what was told of that."""

    motion: Motion | None
    approaches: ApproachState
    told: tuple[Told, ...] = ()


NOT_SEEN_YET = Lookout(None, NO_APPROACH)
"""Of a unit whose fixes begin now."""


def look_out(
    lookout: Lookout,
    fix: Fix,
    at_us: int,
    held: Territory,
    index: TerritoryIndex,
    *,
    ahead: Ahead = open_ground,
    settings: ApproachSettings = _DEFAULTS,
) -> tuple[Lookout, tuple[Approach, ...]]:
    """Take in a fix that the tracker used.

    Args:
        lookout: what was remembered.
        fix: the fix.
        at_us: its instant, microseconds since 1970.
        held: the territory the unit holds after it, what is only possible included.
        index: the borders.
        ahead: where units may drive: open ground, or an agency's road layer.
        settings: when to announce and withdraw.

    Returns:
        What is to be remembered, and the approaches that were announced, entered or withdrawn by this fix, or whose
        estimate has changed so much that it is told anew.
    """
    if lookout.motion is not None and at_us < lookout.motion.at_us:
        return _begun_anew(lookout, fix, at_us)
    motion = _moved(lookout.motion, fix, at_us)
    if motion is None:
        return lookout, ()
    driving = settings_for(fix.movement)
    outlook = forecast(motion, held, index, driving, ahead)
    origin, stands = f"{fix.unit}|{fix.boot}|{fix.number}", motion.speed_mps < driving.slowest_mps
    approaches, told = step(lookout.approaches, outlook, held, at_us, origin=origin, stands=stands, settings=settings)
    anew = tuple(one for one in approaches.open if _is_told_anew(one, lookout.told, at_us))
    said = (*told, *anew)
    return Lookout(motion, approaches, _remembered(approaches.open, said, lookout.told, at_us)), said


def _is_told_anew(approach: Approach, known: tuple[Told, ...], at_us: int) -> bool:
    """Whether an open approach is no longer what was told of it."""
    told = next((told for told in known if told.id == approach.id), None)
    if told is None or at_us - told.at_us < _ANEW_AFTER_US:
        return False
    sooner_or_later = abs(approach.eta_us - told.eta_us) >= _ANEW_ETA_US
    return sooner_or_later or abs(approach.probability - told.probability) >= _ANEW_PROBABILITY


def _remembered(
    open_ones: tuple[Approach, ...], told_now: tuple[Approach, ...], known: tuple[Told, ...], at_us: int
) -> tuple[Told, ...]:
    """What was told of the approaches that are open."""
    now = {one.id: Told(one.id, at_us, one.eta_us, one.probability) for one in told_now}
    before = {told.id: told for told in known}
    return tuple(told for one in open_ones if (told := now.get(one.id, before.get(one.id))) is not None)


def _begun_anew(lookout: Lookout, fix: Fix, at_us: int) -> tuple[Lookout, tuple[Approach, ...]]:
    """The unit's clock was put back: what was foreseen by the old one is withdrawn, and all is looked at anew."""
    withdrawn = (approach._replace(outcome="withdrawn", settled_us=at_us) for approach in lookout.approaches.open)
    return Lookout(begin_motion(fix, at_us), NO_APPROACH), tuple(withdrawn)


def _moved(motion: Motion | None, fix: Fix, at_us: int) -> Motion | None:
    """How the unit moves now; None where the fix is no newer than what is known."""
    if motion is None or at_us - motion.at_us > _LONGEST_US:
        return begin_motion(fix, at_us)
    return follow_motion(motion, fix, at_us) if at_us > motion.at_us else None
