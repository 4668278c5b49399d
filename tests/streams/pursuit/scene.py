"""A small world for pursuits: three states side by side with straight borders, their rooms, and a case to play.

       6 E       7 E
BE      |   NL    |   DE       50.5 N and north: NL-N (NL/NORTH); south: NL-S (NL/SOUTH, NL/ROAD)
BE/HOME |         | DE/WEST    FR has no room of its own: the joint centre LU/JOINT serves it
"""

from collections.abc import Iterator
from dataclasses import replace as replace_rules
from datetime import UTC, datetime, timedelta
from typing import Any, Literal

from msgspec.structs import replace

from borders.load import load_regimes
from borders.places import read_towns
from borders.rooms import Directory, read_rooms
from streams.addressed import addressed
from streams.orders import Order, WarnRoom
from streams.pursuit.arrived import Arrived
from streams.pursuit.rules import PursuitSettings, Rules
from streams.pursuit.state import Pursuit
from streams.pursuit.step import Decided, step
from streams.records import (
    REMOVED,
    Account,
    Acknowledge,
    Alert,
    AlertRecord,
    AnswerRecord,
    Approach,
    CaseDue,
    Close,
    Crossing,
    Decision,
    Fault,
    InboxRecord,
    JoinUnit,
    LeaveUnit,
    Membership,
    Mode,
    Open,
    Ordered,
    Output,
    PositionsRecord,
    PursuitRecord,
    Receipt,
    Report,
    Sighting,
    SourcePlace,
    UnitApproaching,
    UnitContact,
    UnitCrossed,
    UnitMoved,
    UnitPresent,
    VersionsUsed,
    decode,
)
from streams.topics import INBOX, POSITIONS, REPORTS

START = datetime(2026, 1, 1, 12, 0, tzinfo=UTC)
CASE = "BE/2026-1"
CAR, SECOND, DUTCH = "BE/CAR-1", "BE/CAR-2", "NL/CAR-9"
HOME, OTHER, SOUTH, NORTH, ROAD, WEST, JOINT = (
    "BE/HOME", "BE/OTHER", "NL/SOUTH", "NL/NORTH", "NL/ROAD", "DE/WEST", "LU/JOINT",
)  # fmt: skip

_ROOMS = """\
id,state,name,languages,areas,kind,role,confidence,source,seat,note
BE/HOME,BE,Thuis,nl,BE-A,cic,primary,verified,,,
BE/OTHER,BE,Elders,nl,BE-B,cic,primary,verified,,,
NL/SOUTH,NL,Zuid,nl,NL-S,meldkamer,primary,verified,,,
NL/ROAD,NL,Weg,nl,NL-S,meldkamer,motorway,verified,,,
NL/NORTH,NL,Noord,nl,NL-N,meldkamer,primary,verified,,,
DE/WEST,DE,West,de,DE-W,leitstelle,primary,verified,,,
LU/JOINT,LU,Ensemble,fr,LU FR-J DE-W,ccpd,coordination,verified,,,
"""
_TOWNS = """\
state,name,lat,lon,population,area
BE,Grensdorp,50.2,5.95,1000,BE-A
NL,Zuidstad,50.2,6.05,1000,NL-S
NL,Noordstad,50.8,6.05,1000,NL-N
NL,Oostdorp,50.2,6.95,1000,NL-S
DE,Westheim,50.2,7.05,1000,DE-W
"""
_NAMES = "state,name,lat,lon,local,nl,fr,de,lb,en\nNL,Zuidstad,50.2,6.05,,,Sudville,,,\n"

_TOWN_TABLE = read_towns(_TOWNS, _NAMES)
RULES = Rules(
    directory=Directory(read_rooms(_ROOMS), _TOWN_TABLE, "test rooms"),
    towns=_TOWN_TABLE,
    settings=PursuitSettings(memberships_every_s=60, visible_after_close_s=900),
    versions=VersionsUsed(code="test", rooms="test rooms", borders="test borders", settings="test"),
    regimes=load_regimes(),
)

RULES_WITH_COPY = replace_rules(
    RULES,
    directory=Directory(
        read_rooms(f"{_ROOMS}NL/COPY,NL,Afschrift,nl,NL-S NL-N,epicc,copy,verified,,,\n"), _TOWN_TABLE, "test rooms"
    ),
)
"""The same world with a room in NL that only gets a copy."""
COPY = "NL/COPY"

PLACES = {"CH": (49.9, 5.9),
    "BE": (50.2, 5.9), "NL": (50.2, 6.1), "NL north": (50.8, 6.1), "DE": (50.2, 7.1), "FR": (49.2, 5.5),
    "DE NL": (50.2, 7.0), "": (50.2, 2.5),
}  # fmt: skip
BORDERS = {"BE NL": (50.2, 6.0), "NL DE": (50.2, 7.0), "BE DE": (50.2, 7.0), "BE FR": (49.3, 5.5)}


def at(seconds: float) -> datetime:
    """So many seconds after START was pressed."""
    return START + timedelta(seconds=seconds)


def crew(unit: str = CAR, room: str = HOME) -> Account:
    """The people in a car."""
    return Account(name=f"crew of {unit}", role="unit", state=unit[:2], room=room, unit=unit)


def desk(room: str = HOME, name: str = "", role: Any = "operator") -> Account:
    """A person at a desk of a room."""
    return Account(name=name or f"desk of {room}", role=role, state=room[:2], room=room, desk="1")


def sighting(territory: str, seconds: float = 0.0) -> Sighting:
    """A unit in this territory ("NL", "DE NL" on shared ground, "" for off the map)."""
    lat, lon = PLACES[territory]
    states = tuple(s for s in territory.split(" ") if s.isupper())
    return Sighting(observed_at=at(seconds), lat=lat, lon=lon, territory=states, received_at=at(seconds))


def state_at(lon: float) -> str:
    """The state of this world at a longitude."""
    return "BE" if lon < 6 else "NL" if lon < 7 else "DE"


def crossing(
    left: str, entered: str, seconds: float, unit: str = CAR, *, place: tuple[float, float] | None = None
) -> Crossing:
    """A unit crosses from one state to another, so many seconds after START."""
    border = BORDERS.get(f"{left} {entered}") or BORDERS.get(f"{entered} {left}")
    lat, lon = place or border or PLACES[entered]
    return Crossing(
        id=f"{unit}|boot|{round(seconds)}|crossing|0", unit=unit,
        left=tuple(left.split()), entered=tuple(entered.split()),
        at=at(seconds), not_before=at(seconds - 1), not_after=at(seconds), lat=lat, lon=lon,
        status="confirmed", confirmed_at=at(seconds), received_at=at(seconds),
    )  # fmt: skip


def possible(left: str, entered: str, seconds: float, unit: str = CAR, **more: Any) -> Crossing:
    """A crossing that is told at once and may yet be withdrawn."""
    return replace(crossing(left, entered, seconds, unit, **more), status="possible", confirmed_at=None)


def settled(
    told: Crossing, status: Literal["confirmed", "withdrawn"], after_s: float = 5.0, **changes: Any
) -> Crossing:
    """The same crossing, confirmed or withdrawn so many seconds after it happened."""
    return replace(told, **{"status": status, "confirmed_at": told.at + timedelta(seconds=after_s), **changes})


def approach(to: str, announced_s: float, unit: str = CAR, *, eta_s: float | None = None, **changes: Any) -> Approach:
    """A unit is foreseen to enter a state from the one beside it, a minute after it is announced."""
    eta = announced_s + 60 if eta_s is None else eta_s
    lat, lon = changes.pop("place", {"NL": (50.2, 6.0), "DE": (50.2, 7.0), "FR": (49.3, 5.5)}.get(to, PLACES["NL"]))
    given: dict[str, Any] = {
        "id": f"{unit}|boot|{round(announced_s)}|approach|{to.replace(' ', '+')}", "unit": unit,
        "to": tuple(to.split()), "entered": tuple(to.split()), "announced_at": at(announced_s),
        "eta": at(eta), "eta_from": at(eta - 20), "eta_to": at(eta + 20), "lat": lat, "lon": lon,
        "probability": 0.87, "outcome": "open",
    }  # fmt: skip
    return Approach(**given | changes)


def ended(foreseen: Approach, outcome: Literal["entered", "withdrawn"], seconds: float) -> Approach:
    """The same approach, settled so many seconds after START."""
    return replace(foreseen, outcome=outcome, settled_at=at(seconds))


class Chase:
    """A case that is played report by report; every report arrives 0.1 s after it was sent unless said otherwise."""

    def __init__(self, case: str = CASE, mode: Mode = "exercise", rules: Rules = RULES) -> None:
        self.case, self.mode, self.rules = case, mode, rules
        self.state: Pursuit | None = None
        self.log: list[Arrived] = []
        self.decisions: list[Decision] = []
        self._commands = 0

    @property
    def pursuit(self) -> Pursuit:
        """The pursuit as it stands; there must be one."""
        assert self.state is not None
        return self.state

    def take(self, report: Any, *, arrived: datetime | None = None, place: SourcePlace | None = None) -> Decision:
        """Give the case its next report, and return what was decided."""
        place = place or SourcePlace(topic_id="reports-id", partition=1, offset=10 * (len(self.log) + 1))
        item = Arrived(report, place, arrived or report.happened_at + timedelta(seconds=0.1))
        decided = self.give(item)
        assert decided is not None, f"passed over: {report}"
        return decided.decision

    def give(self, item: Arrived) -> Decided | None:
        """Give the case a report as it arrived; None where it was taken before."""
        decided = step(self.state, item, self.rules)
        if decided is not None:
            self.log.append(item)
            self.decisions.append(decided.decision)
            self.state = decided.state
        return decided

    def _head(self, seconds: float, identity: str = "") -> dict[str, Any]:
        self._commands += 1
        return {
            "id": identity or f"report-{self._commands}",
            "case": self.case,
            "mode": self.mode,
            "happened_at": at(seconds),
        }

    def open(
        self, seconds: float = 0.0, *units: str, by: Account | None = None, identity: str = "", **fields: Any
    ) -> Decision:
        """START."""
        by = by or (crew() if units in {(), (CAR,)} else desk())
        head = self._head(seconds, identity) | fields
        return self.take(Open(**head, by=by, units=units or (CAR,), room=by.room or HOME, purpose="robbery"))

    def join(self, seconds: float, unit: str, by: Account | None = None, identity: str = "", **fields: Any) -> Decision:
        """A unit joins."""
        return self.take(JoinUnit(**self._head(seconds, identity) | fields, by=by or crew(unit), unit=unit))

    def leave(self, seconds: float, unit: str, by: Account | None = None, identity: str = "") -> Decision:
        """A unit leaves."""
        return self.take(LeaveUnit(**self._head(seconds, identity), by=by or crew(unit), unit=unit))

    def crossed(
        self, seconds: float, left: str, entered: str, unit: str = CAR, now: str | None = None, **more: Any
    ) -> Decision:
        """TRACK says that a unit crossed; `now` is where it is."""
        here = entered if now is None else now
        return self.told(seconds, crossing(left, entered, seconds, unit, **more), here)

    def told(self, seconds: float, over: Crossing, now: str) -> Decision:
        """TRACK tells a crossing as it stands now, and that the unit is in `now`."""
        head = self._head(seconds, f"{self.case}|{over.id}|{over.status}")
        return self.take(UnitCrossed(**head, unit=over.unit, crossing=over, seen=sighting(now, seconds + 1)))

    def approaching(self, seconds: float, foreseen: Approach, now: str = "BE") -> Decision:
        """TRACK tells an approach as it stands now, and that the unit is in `now`."""
        end = f"|{seconds}" if foreseen.outcome == "open" else f"|{foreseen.outcome}"
        head = self._head(seconds, f"{self.case}|{foreseen.id}{end}")
        seen = sighting(now, seconds)
        return self.take(UnitApproaching(**head, unit=foreseen.unit, approach=foreseen, seen=seen))

    def contact(
        self,
        kind: Literal["lost", "regained"],
        since_s: float,
        seconds: float | None = None,
        unit: str = CAR,
        now: str = "BE",
    ) -> Decision:
        """TRACK tells that contact is lost, a minute after it was heard last, or regained; the unit is in `now`."""
        told_s = since_s + 60 if seconds is None else seconds
        head = self._head(told_s, f"{self.case}|{unit}|contact {kind}|{since_s}")
        seen = sighting(now, since_s if kind == "lost" else told_s)
        return self.take(UnitContact(**head, unit=unit, kind=kind, silent_since=at(since_s), seen=seen))

    def present(
        self,
        seconds: float,
        territory: str | None,
        unit: str = CAR,
        crossings: tuple[Crossing, ...] = (),
        **fields: Any,
    ) -> Decision:
        """TRACK answers a membership; None: nothing is known of the unit."""
        seen = None if territory is None else sighting(territory, seconds)
        report = UnitPresent(
            **self._head(seconds, f"{self.case}|{unit}|present|{seconds}"),
            unit=unit,
            event=1,
            seen=seen,
            crossings=crossings,
            **fields,
        )
        return self.take(report)

    def acknowledge(
        self, seconds: float, room: str, revision: int, by: Account | None = None, identity: str = "", **fields: Any
    ) -> Decision:
        """A desk acknowledges its alert."""
        head = self._head(seconds, identity)
        alert = {"alert": f"{self.case}|{room}"} | fields
        return self.take(Acknowledge(**head, by=by or desk(room), revision=revision, **alert))

    def receipt(self, seconds: float, room: str, revision: int, kind: Any = "delivered", **fields: Any) -> Decision:
        """A console had the alert."""
        alert = {"alert": f"{self.case}|{room}"} | fields
        return self.take(
            Receipt(**self._head(seconds), by=desk(room), revision=revision, kind=kind, console="console-1", **alert)
        )

    def close(self, seconds: float, by: Account | None = None, identity: str = "") -> Decision:
        """The leading room closes."""
        return self.take(Close(**self._head(seconds, identity), by=by or desk(), reason="caught"))

    def order(self, seconds: float, order: Order, by: Account | None = None, identity: str = "") -> Decision:
        """A person orders something; where it is not said who, the desk that opened the case does."""
        return self.take(Ordered(**self._head(seconds, identity), by=by or desk(), order=order))

    def warn(self, seconds: float, room: str) -> Decision:
        """The desk at home warns a room by hand, which sees the pursuit from then on."""
        return self.order(seconds, WarnRoom(to=room, text="they come"))

    def moved(
        self, seconds: float, unit: str, lat: float, lon: float, *, territory: str | None = None, **seen: Any
    ) -> Decision:
        """TRACK says that a unit has driven on; where it is not said in which state it is, the world's borders do.

        `seen` are fields of its sighting: `odometer_m`, `speed_mps`, `course_deg`.
        """
        head = self._head(seconds, f"{self.case}|{unit}|moved|{seconds}")
        where = Sighting(
            observed_at=at(seconds), received_at=at(seconds), lat=lat, lon=lon,
            territory=tuple((state_at(lon) if territory is None else territory).split()), **seen,
        )  # fmt: skip
        return self.take(UnitMoved(**head, unit=unit, seen=where))

    def due(self, kind: str, deadline: datetime, arrived: datetime | None = None) -> Decision:
        """A deadline came due."""
        due = CaseDue(
            id=f"{self.case}:{kind}:{deadline.isoformat()}",
            case=self.case,
            mode=self.mode,
            happened_at=deadline,
            kind=kind,
            deadline=deadline,
        )
        return self.take(due, arrived=arrived)

    def comes_due(self, kind: str) -> Decision:
        """The deadline of this kind that stands comes due."""
        return self.due(kind, self.pursuit.dues[kind])

    def fault(self, seconds: float, identity: str = "fault-1") -> Decision:
        """A step failed on a record of this case."""
        place = SourcePlace(topic_id="positions-id", partition=0, offset=7)
        return self.take(Fault(**self._head(seconds, identity), unit=CAR, reason="broken", place=place))

    @property
    def alerts(self) -> list[str]:
        """Every alert revision sent so far, one line each."""
        return [line for decision in self.decisions for line in alert_lines(decision)]


def records(decision: Decision, topic: str = INBOX.name) -> Iterator[tuple[Output, Any]]:
    """The outputs of a decision to this topic, read."""
    kinds: dict[str, Any] = {INBOX.name: InboxRecord, POSITIONS.name: PositionsRecord, REPORTS.name: Report}
    for output in addressed(decision.outputs):
        if output.topic == topic and output.value != REMOVED:
            yield output, decode(output.value.encode(), kinds[topic])


def removed(decision: Decision) -> list[str]:
    """The keys under which nothing is left in an inbox after this decision."""
    return [output.key for output in addressed(decision.outputs) if output.value == REMOVED]


def inbox(decision: Decision, kind: type) -> dict[str, Any]:
    """The records of this kind by recipient."""
    return {output.partition_by: record for output, record in records(decision) if isinstance(record, kind)}


def memberships(decision: Decision) -> dict[str, Membership]:
    """The memberships of a decision by unit."""
    return {output.key: record for output, record in records(decision, POSITIONS.name)}


def asked(decision: Decision) -> list[Any]:
    """What the pursuit asks of others, or answers them: reports that are still to arrive there."""
    return [record for _, record in records(decision, REPORTS.name)]


def answer(decision: Decision) -> AnswerRecord:
    """What the sender of a command is answered."""
    (record,) = (record for _, record in records(decision) if isinstance(record, AnswerRecord))
    return record


def view_of(decision: Decision, recipient: str = HOME) -> PursuitRecord:
    """How the recipient reads the pursuit after this decision."""
    record: PursuitRecord = inbox(decision, PursuitRecord)[recipient]
    return record


def sent_alerts(decision: Decision) -> list[Alert]:
    """The alert revisions of a decision, in the order of sending."""
    return [record.alert for _, record in records(decision) if isinstance(record, AlertRecord)]


def alert_lines(decision: Decision) -> list[str]:
    """The alert revisions of a decision, as a dispatcher would note them down."""
    return [_line(alert) for alert in sent_alerts(decision)]


def _line(alert: Alert) -> str:
    marks = [
        "rings" if alert.rang_revision == alert.revision else "",
        "before opening" if alert.before_opening else "",
        "since unknown" if alert.since_unknown else "",
        f"owned by {alert.acknowledged.by.name}" if alert.acknowledged else "",
        f"fault {alert.fault}" if alert.fault else "",
    ]
    head = f"{alert.room} {alert.revision} {alert.phase} P{alert.priority}"
    return ", ".join([head, *(mark for mark in marks if mark)])


def opened_at_home() -> Chase:
    """A pursuit with one car, known to be at home."""
    chase = Chase()
    chase.open()
    chase.present(0.5, "BE")
    return chase


def in_nl() -> Chase:
    """The same, half a minute later, as the car has crossed into NL."""
    chase = opened_at_home()
    chase.crossed(30, "BE", "NL")
    return chase


def with_second(chase: Chase, territory: str = "BE") -> Chase:
    """The same with a second car that joined, and is in this territory."""
    chase.join(31, SECOND)
    chase.present(32, territory, SECOND)
    return chase


def alert_of(chase: Chase, room: str = SOUTH) -> Alert:
    """A room's alert as it stands."""
    return chase.pursuit.alerts[room]


def log_codes(chase: Chase) -> list[str]:
    """The pursuit's log, a code a line."""
    return [entry.code for entry in chase.pursuit.log]
