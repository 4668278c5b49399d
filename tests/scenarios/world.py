"""The world a written pursuit is played in: real rooms, towns and treaties, and a clock that brings due what is due."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from functools import cache, partial
from typing import Any

from borders.load import load_directory, load_regimes, load_towns
from borders.rooms import Room
from streams.addressed import addressed
from streams.pursuit.arrived import Arrived
from streams.pursuit.rules import PursuitSettings, Rules
from streams.pursuit.state import Pursuit
from streams.pursuit.step import step
from streams.records import (
    Approach,
    CaseDue,
    Crossing,
    Decision,
    Fix,
    Membership,
    PositionsRecord,
    Report,
    Sighting,
    SourcePlace,
    VersionsUsed,
    decode,
)
from streams.topics import POSITIONS, REPORTS
from tests.scenarios.driving import Track, fixes, in_words
from tests.scenarios.reading import Reader
from tests.scenarios.spots import SPOTS
from tests.scenarios.table import Entry, Row

__all__ = ["Case", "World", "rules_with"]

_ON_THE_WAY = timedelta(seconds=0.1)
_BETWEEN_CASES = timedelta(seconds=1)
_Coming = tuple[datetime, str, Callable[[], None]]
"""When something comes by itself, in which order with others, and what it does."""


@cache
def _real_rules() -> Rules:
    return Rules(
        directory=load_directory(),
        towns=load_towns(),
        settings=PursuitSettings(),
        versions=VersionsUsed(code="scenario", rooms="real", borders="real", settings="plain", regimes="real"),
        regimes=load_regimes(),
    )


def rules_with(*rooms: Room) -> Rules:
    """The real rules; with these rooms besides, or in place of those of the same id."""
    real = _real_rules()
    ids = {room.id for room in rooms}
    all_ = (*(room for room in real.directory.rooms if room.id not in ids), *rooms)
    return replace(real, directory=replace(real.directory, rooms=all_)) if rooms else real


@dataclass
class Case:
    """One pursuit of the world: its state, what was read of it, and the reports it has sent to other pursuits."""

    name: str
    state: Pursuit | None = None
    offset: int = 0
    reader: Reader = field(default_factory=Reader)
    asked: list[Any] = field(default_factory=list)

    @property
    def pursuit(self) -> Pursuit:
        """The pursuit as it stands; there must be one."""
        assert self.state is not None, f"{self.name} is not open"
        return self.state


class World:
    """Pursuits, the clock, and what was played so far."""

    def __init__(self, start: datetime, case: str, rules: Rules | None = None) -> None:
        self.start, self.now, self.first_case = start, start, case
        self.rules = rules or rules_with()
        self.cases: dict[str, Case] = {}
        self.played: list[Entry] = []
        self.waiting: list[tuple[datetime, str, Any]] = []
        """Reports of one pursuit to another: when each arrives, who sent it."""
        self.homes: dict[str, str] = {}
        """The room of each unit, as it signed in."""
        self.seen: dict[str, Sighting] = {}
        self.crossings: dict[str, Crossing] = {}
        self.approaches: dict[str, Approach] = {}
        """By unit: where it was seen last, and the last that was told of a crossing and an approach of it."""
        self.track = Track()
        self.memberships: dict[tuple[str, str], Membership] = {}
        self.driving: list[Iterator[Fix]] = []
        self._next_fix: dict[int, Fix] = {}
        self._number = 0

    def case(self, name: str = "") -> Case:
        """The case of this name; the first one where none is named."""
        return self.cases.setdefault(name or self.first_case, Case(name or self.first_case))

    def identity(self) -> str:
        """An id that no report of this world has yet."""
        self._number += 1
        return f"report-{self._number}"

    def place(self, text: str, state: str) -> tuple[float, float]:
        """Where that is: a border spot, a town (of this state, where one is given), or lat,lon."""
        if text in SPOTS:
            return SPOTS[text]
        if text[0].isdigit():
            lat, _, lon = text.partition(",")
            return float(lat), float(lon)
        towns = (town for town in self.rules.towns.all if town.name == text and town.state in (state or town.state))
        town = next(towns, None)
        assert town is not None, f"no town {text} in {state or 'any state'}"
        return town.lat, town.lon

    def drive(self, unit: str, places: Sequence[str], speed_mps: float) -> None:
        """From now on the unit truly drives: from place to place, and TRACK tells of it, which hears of it now."""
        way = [self.place(place, "") for place in places]
        self.driving.append(fixes(unit, self.homes[unit], way, speed_mps, self.now))
        for membership in self.memberships.values():
            self._tell(membership, self.now)

    # ---------------------------------------------------------------- time

    def at(self, text: str) -> datetime:
        """The instant of a time such as 12:00:20, or 03:00:00+1 on the day after the first."""
        clock, _, days = text.partition("+")
        hours, minutes, seconds = (int(part) for part in clock.split(":"))
        midnight = datetime(self.start.year, self.start.month, self.start.day, tzinfo=UTC)
        return midnight + timedelta(days=int(days or 0), hours=hours, minutes=minutes, seconds=seconds)

    def time(self, instant: datetime) -> str:
        """The time of an instant, as a table has it."""
        days = (instant.date() - self.start.date()).days
        return f"{instant:%H:%M:%S}{f'+{days}' if days else ''}"

    def until(self, instant: datetime) -> None:
        """Everything that comes due, or arrives, before this instant."""
        while (found := self._next()) and found[0] < instant:
            found[1]()
        self.now = max(self.now, instant)

    def until_end_of(self, instant: datetime) -> None:
        """Everything that comes due, or arrives, in this second or before."""
        self.until(instant + timedelta(seconds=0.999))

    def _next(self) -> tuple[datetime, Callable[[], None]] | None:
        comes = min((*self._dues(), *self._mail(), *self._fixes()), key=lambda one: one[:2], default=None)
        return (comes[0], comes[2]) if comes else None

    def _dues(self) -> Iterator[_Coming]:
        for name, case in self.cases.items():
            for kind, deadline in case.state.dues.items() if case.state else ():
                yield deadline, f"{name}:{kind}", partial(self._due, case, kind, deadline)

    def _mail(self) -> Iterator[_Coming]:
        for at, sender, report in self.waiting:
            yield at, f"~{sender}", partial(self._deliver, at, sender, report)

    def _fixes(self) -> Iterator[_Coming]:
        for number, drive in enumerate(self.driving):
            fix = self._next_fix.get(number) or next(drive, None)
            if fix is not None:
                self._next_fix[number] = fix
                yield fix.received_at, f"fix {fix.unit}", partial(self._drive_on, number, fix)

    def _drive_on(self, number: int, fix: Fix) -> None:
        del self._next_fix[number]
        self._tell(fix, fix.received_at)

    def _tell(self, record: Fix | Membership, at: datetime) -> None:
        """TRACK is given a fix or a membership, and what it reports of it arrives."""
        self.now = max(self.now, at)
        for report in self.track.take(record, self.now):
            self.take(self.case(report.case), report, Row("TRACK", in_words(report)), at=self.now, quietly=True)

    def _due(self, case: Case, kind: str, deadline: datetime) -> None:
        due = CaseDue(
            id=f"{case.name}:{kind}:{deadline.isoformat()}",
            case=case.name,
            mode=case.pursuit.mode,
            happened_at=deadline,
            kind=kind,
            deadline=deadline,
        )
        self.take(case, due, Row("clock", kind.replace(":", " ")), quietly=True)

    def _deliver(self, at: datetime, sender: str, report: Any) -> None:
        """A report of one pursuit arrives at another."""
        self.waiting = [one for one in self.waiting if one[2] is not report]
        self.now = max(self.now, at)
        name = str(report.__struct_config__.tag).replace("_", " ")
        self.take(self.case(report.case), report, Row(sender, f"{name}: {report.case}"), at=at)

    def kafka(self, row: Row) -> None:
        """A worker died: what pursuits asked of each other is lost on the way, or comes once more from the next one."""
        self.played.append(Entry(self.time(self.now), row))
        if row.what.startswith("loses"):
            self.waiting = []
            return
        for case in list(self.cases.values()):
            self.waiting += [(self.now + _BETWEEN_CASES, case.name, report) for report in case.asked]

    # ---------------------------------------------------------------- reports

    def take(
        self, case: Case, report: Any, happened: Row, *, at: datetime | None = None, quietly: bool = False
    ) -> Decision:
        """The case decides a report; `quietly` leaves no entry where nothing was sent that anybody reads."""
        case.offset += 1
        place = SourcePlace(topic_id="reports", partition=0, offset=case.offset)
        arrived_at = max(self.now, at or report.happened_at) + _ON_THE_WAY
        decided = step(case.state, Arrived(report, place, arrived_at), self.rules)
        assert decided is not None
        case.state = decided.state
        sent = tuple(self._named(case, row) for row in case.reader.read(decided.decision))
        if sent or not quietly:
            self.played.append(Entry(self.time(at or report.happened_at), happened, sent))
        self._post(case, decided.decision, arrived_at)
        return decided.decision

    def _named(self, case: Case, row: Row) -> Row:
        """With the case where it is not the table's first."""
        return row if case.name == self.first_case else Row(row.who, f"{case.name}: {row.what}")

    def _post(self, case: Case, decision: Decision, at: datetime) -> None:
        for output in addressed(decision.outputs):
            if output.topic == POSITIONS.name:
                self._post_membership(decode(output.value.encode(), PositionsRecord), at)
            if output.topic == REPORTS.name:
                report = decode(output.value.encode(), Report)
                case.asked.append(report)
                self.waiting.append((at + _BETWEEN_CASES, case.name, report))

    def _post_membership(self, membership: Membership, at: datetime) -> None:
        self.memberships[membership.unit, membership.case] = membership
        if self.driving:
            self._tell(membership, at)
