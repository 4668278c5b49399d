"""Who belongs to whom: as many pairs as can be of what is true and what was told, the closest first.

Greedy by distance, then augmenting paths for those left over (Kuhn, The Hungarian method, 1955; Berge 1957): the number
of pairs is the greatest there is.
"""

from collections.abc import Mapping

__all__ = ["pairs"]


def pairs(apart: Mapping[tuple[int, int], float]) -> dict[int, int]:
    """Pairs of numbers, left to right, each used once.

    Args:
        apart: which pairs may be made, and how far apart each of them is.

    >>> pairs({(0, 0): 1.0, (0, 1): 3.0, (1, 0): 2.0})  # the closest alone would leave 1 without
    {0: 1, 1: 0}
    """
    right_of: dict[int, int] = {}
    left_of: dict[int, int] = {}
    near: dict[int, list[int]] = {}
    for left, right in sorted(apart, key=lambda pair: (apart[pair], pair)):
        near.setdefault(left, []).append(right)
        if left not in right_of and right not in left_of:
            right_of[left], left_of[right] = right, left
    for left in sorted(near.keys() - right_of.keys()):
        _place(left, near, right_of, left_of, set())
    return dict(sorted(right_of.items()))


def _place(
    left: int, near: Mapping[int, list[int]], right_of: dict[int, int], left_of: dict[int, int], tried: set[int]
) -> bool:
    """Find a partner, if need be by finding another for the one who has it."""
    for right in near[left]:
        if right in tried:
            continue
        tried.add(right)
        if right not in left_of or _place(left_of[right], near, right_of, left_of, tried):
            right_of[left], left_of[right] = right, left
            return True
    return False
