"""A track: the fixes of one unit in the order they were recorded, without a break between them."""

from dataclasses import dataclass

from geo.fix import Fix

__all__ = ["Track"]


@dataclass(frozen=True, slots=True)
class Track:
    """One recorded stretch of a unit's journey.

    Attributes:
        unit: whose.
        seg: names the stretch within its file.
        fixes: in the order of recording; times may stand still or go back; the tracker names such fixes.
    """

    unit: str
    seg: str
    fixes: tuple[Fix, ...]
