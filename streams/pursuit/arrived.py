"""A report as it came in: what it says, where it stood in Kafka, and when the broker took it."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from streams.records import SourcePlace

__all__ = ["Arrived"]


@dataclass(frozen=True, slots=True)
class Arrived:
    """A report (any of `streams.records.Report`), its place, and the broker's time, by which escalation counts."""

    report: Any
    place: SourcePlace
    at: datetime
