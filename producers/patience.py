"""When to let a phone off: one that sends the same refused report again and again would send nothing else for ever.

Phones on the OsmAnd door keep a report until it is answered 200 and send them in order, so that one report that can
never be taken would hold back every later one.
"""

from dataclasses import dataclass, field

__all__ = ["Patience"]


@dataclass(slots=True)
class Patience:
    """Counts how often each unit's last refused report came in a row.

    Attributes:
        times: from this time on the report counts as dealt with.
    """

    times: int = 3
    _last: dict[str, tuple[int, int]] = field(default_factory=dict)

    def is_over(self, unit: str, report: bytes) -> bool:
        """After one more refusal of this report: True when the unit should go on to its next."""
        fingerprint = hash(report)
        known, count = self._last.get(unit, (fingerprint, 0))
        count = count + 1 if known == fingerprint else 1
        self._last[unit] = (fingerprint, count)
        return count >= self.times
