"""How often a unit's fixes are refused, told to its pursuit's room at most once per reason in ten seconds."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from producers.reading import Refusal
from streams.records import FixesRefused

__all__ = ["RefusalTally"]

EVERY = timedelta(seconds=10)


@dataclass(slots=True)
class _Line:
    first: Refusal
    count: int
    told_at: datetime | None


@dataclass(slots=True)
class RefusalTally:
    """Counts the refusals at one door; the caller says what time it is.

    Attributes:
        door: the door's name, as in its fixes.
    """

    door: str
    _lines: dict[tuple[str, str], _Line] = field(default_factory=dict)

    def add(self, unit: str, refusal: Refusal) -> None:
        """Count one refusal of this unit."""
        line = self._lines.setdefault((unit, refusal.code), _Line(refusal, 0, None))
        if line.count == 0:
            line.first = refusal
        line.count += 1

    def take(self, now: datetime) -> tuple[FixesRefused, ...]:
        """What is to be told now: the first refusal of a kind at once, then sums, at most one in ten seconds."""
        due = [(key, line) for key, line in self._lines.items() if _is_due(line, now)]
        told = tuple(self._told(unit, line, now) for (unit, _), line in due)
        for _, line in due:
            line.count, line.told_at = 0, now
        for key in [key for key, line in self._lines.items() if _is_over(line, now)]:
            del self._lines[key]
        return told

    def _told(self, unit: str, line: _Line, now: datetime) -> FixesRefused:
        first = line.first
        return FixesRefused(
            unit=unit, id=f"{unit}:{self.door}:{first.code}:{int(now.timestamp() * 1000)}", code=first.code,
            field=first.field, expected=first.expected, got=first.got, count=line.count, at=now, door=self.door,
        )  # fmt: skip


def _is_due(line: _Line, now: datetime) -> bool:
    return line.count > 0 and (line.told_at is None or now - line.told_at >= EVERY)


def _is_over(line: _Line, now: datetime) -> bool:
    return line.count == 0 and line.told_at is not None and now - line.told_at >= EVERY
