"""The verdict on one unit: which true crossings were told, and which told ones are not true.

Definitions: `bench.crossings`.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bench.crossings.pairs import pairs
from bench.crossings.told import Told
from bench.crossings.truth import Change, Visit, all_changes, deep_changes, ever_in, ever_out_of

__all__ = ["Verdict", "verdict_on"]

_AROUND_S = 10.0


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is right and wrong in what was told of a unit.

    Attributes:
        found: the deep crossings that a confirmed crossing tells, each with it.
        missed: the deep crossings that none does.
        never_told: how many of them none tells that is possible either.
        invented: confirmed, and not true.
        doubled: confirmed once more than it happened.
        unfounded: confirmed, though it did not cross so about then.
        start_unsure: any of these three, of a unit that was first seen near a border.
    """

    found: tuple[tuple[Change, Told], ...]
    missed: tuple[Change, ...]
    never_told: int
    invented: tuple[Told, ...]
    doubled: tuple[Told, ...]
    unfounded: tuple[Told, ...]
    start_unsure: tuple[Told, ...]


def verdict_on(visits: Sequence[Visit], told: Sequence[Told], within_s: float) -> Verdict:
    """Hold what was told against the visits.

    Args:
        visits: the unit's true visits.
        told: its crossings as they stand at the end.
        within_s: how far off an instant may be.
    """
    deep = deep_changes(visits)
    confirmed = [one for one in told if one.status == "confirmed"]
    found = _paired(deep, confirmed, _is_told_by, within_s)
    open_too = _paired(deep, [one for one in told if one.status != "withdrawn"], _is_told_by, within_s)
    invented = [one for one in confirmed if not _can_be(one, visits)]
    real = [one for one in confirmed if _can_be(one, visits)]
    doubled, unfounded = _left_over(all_changes(visits), real, within_s)
    return Verdict(
        found=tuple((deep[change], confirmed[one]) for change, one in found.items()),
        missed=tuple(change for number, change in enumerate(deep) if number not in found),
        never_told=len(deep) - len(open_too),
        invented=_sure(invented),
        doubled=_sure(doubled),
        unfounded=_sure(unfounded),
        start_unsure=tuple(one for one in (*invented, *doubled, *unfounded) if one.start_unsure),
    )


def _sure(wrong: Sequence[Told]) -> tuple[Told, ...]:
    return tuple(one for one in wrong if not one.start_unsure)


def _paired(
    changes: Sequence[Change], told: Sequence[Told], fits: Callable[[Change, Told], bool], within_s: float
) -> dict[int, int]:
    apart = {
        (number, place): abs(one.at_s - change.at_s)
        for number, change in enumerate(changes)
        for place, one in enumerate(told)
        if abs(one.at_s - change.at_s) <= within_s and fits(change, one)
    }
    return pairs(apart)


def _is_told_by(change: Change, told: Told) -> bool:
    return change.entered <= told.entered if change.entered else change.left <= told.left


def _shares_with(change: Change, told: Told) -> bool:
    return bool(change.entered & told.entered if told.entered else change.left & told.left)


def _can_be(told: Told, visits: Sequence[Visit]) -> bool:
    """Whether the unit was where a confirmed crossing says it was, about that time."""
    settled_s = told.at_s if told.settled_s is None else told.settled_s
    window = told.not_before_s - _AROUND_S, settled_s + _AROUND_S
    return ever_in(visits, told.entered, *window) if told.entered else ever_out_of(visits, told.left, *window)


def _left_over(
    changes: Sequence[Change], told: Sequence[Told], within_s: float
) -> tuple[tuple[Told, ...], tuple[Told, ...]]:
    """What was confirmed once too often, and what did not happen about then."""
    taken = set(_paired(changes, told, _shares_with, within_s).values())
    doubled: list[Told] = []
    unfounded: list[Told] = []
    for place, one in enumerate(told):
        if place not in taken:
            near = any(abs(one.at_s - true.at_s) <= within_s and _shares_with(true, one) for true in changes)
            (doubled if near else unfounded).append(one)
    return tuple(doubled), tuple(unfounded)
