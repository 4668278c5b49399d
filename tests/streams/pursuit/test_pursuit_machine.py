"""A pursuit under random orders, crossings, repeats and deadlines: what must hold whatever comes."""

from itertools import pairwise
from typing import Any

import msgspec
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from streams.partition import partition_of
from streams.pursuit.arrived import Arrived
from streams.pursuit.store import join_parts, split_parts
from streams.records import (
    Acknowledge,
    Alert,
    AnswerRecord,
    Close,
    Decision,
    JoinUnit,
    LeaveUnit,
    Membership,
    Open,
    Receipt,
    UnitCrossed,
    UnitPresent,
    encode,
)  # fmt: skip
from streams.topics import INBOX, POSITIONS
from tests.streams.pursuit.scene import (
    CAR,
    CASE,
    DUTCH,
    HOME,
    OTHER,
    ROAD,
    SECOND,
    SOUTH,
    WEST,
    Chase,
    alert_lines,
    crew,
    crossing,
    desk,
    records,
    sent_alerts,
    sighting,
)  # fmt: skip

_UNITS = st.sampled_from([CAR, SECOND, DUTCH])
_ROOMS = st.sampled_from([HOME, OTHER, SOUTH, ROAD, WEST])
_TERRITORIES = st.sampled_from(["BE", "NL", "DE", "NL north", ""])
_SENDERS = st.sampled_from([crew(), crew(SECOND), crew(DUTCH, SOUTH), desk(), desk(SOUTH), desk(WEST), desk(OTHER)])
_encode = msgspec.json.Encoder(order="deterministic").encode


class PursuitMachine(RuleBasedStateMachine):
    """One case between random people, units and clocks."""

    def __init__(self) -> None:
        super().__init__()
        self.chase = Chase()
        self.now_s = 0.0
        self.table: dict[bytes, bytes] = {}
        self.truth: dict[str, str] = {CAR: "BE", SECOND: "BE", DUTCH: "NL"}
        self.sent: list[Alert] = []
        self.told: dict[str, Membership] = {}

    # ---------------------------------------------------------------- what happens

    @initialize()
    def opened(self) -> None:
        self.chase.open(0)
        self.after(self.chase.decisions[-1])

    def give(self, report: Any) -> Decision:
        before = self.chase.state
        decision = self.chase.take(report)
        self.after(decision)
        if isinstance(report, Receipt):
            assert not alert_lines(decision), "a receipt never makes a revision"
        if isinstance(report, Acknowledge | JoinUnit | LeaveUnit | Close | Open):
            self.check_answer(report, decision, before)
        return decision

    def after(self, decision: Decision) -> None:
        assert self.chase.state is not None
        self.table |= split_parts(join_parts(self.table) if self.table else None, self.chase.state)
        check_outputs(decision)
        self.sent += sent_alerts(decision)
        self.told |= {record.unit: record for _, record in records(decision, POSITIONS.name)}

    def check_answer(self, report: Any, decision: Decision, before: Any) -> None:
        """Every command is answered; refused or repeated it does nothing else."""
        answers = [record for _, record in records(decision) if isinstance(record, AnswerRecord)]
        assert len(answers) == 1
        repeated = before is not None and report.id in before.answered
        if repeated:
            assert answers[0].accepted == before.answered[report.id].accepted
        if repeated or not answers[0].accepted:
            assert len(decision.outputs) == 1
            assert self.chase.pursuit.alerts == before.alerts

    def head(self, identity: str = "") -> dict[str, Any]:
        self.now_s += 1
        return self.chase._head(self.now_s, identity)

    @rule(unit=_UNITS)
    def a_crew_joins_or_leaves(self, unit: str) -> None:
        view = self.chase.pursuit.units.get(unit)
        order = LeaveUnit if view and view.active else JoinUnit
        self.give(order(**self.head(), by=crew(unit, SOUTH if unit == DUTCH else HOME), unit=unit))

    @rule(unit=_UNITS, by=_SENDERS)
    def somebody_joins_a_unit(self, unit: str, by: Any) -> None:
        self.give(JoinUnit(**self.head(), by=by, unit=unit))

    @rule(unit=_UNITS, by=_SENDERS)
    def somebody_lets_a_unit_leave(self, unit: str, by: Any) -> None:
        self.give(LeaveUnit(**self.head(), by=by, unit=unit))

    @rule(unit=_UNITS, to=st.sampled_from(["BE", "NL", "DE"]))
    def a_unit_crosses(self, unit: str, to: str) -> None:
        left, self.truth[unit] = self.truth[unit], to
        if left != to:
            self.now_s += 1
            over = crossing(left, to, self.now_s, unit)
            head = self.head(f"{CASE}|{over.id}")
            self.give(UnitCrossed(**head, unit=unit, crossing=over, seen=sighting(to, self.now_s)))

    @rule(unit=_UNITS, places=st.lists(_TERRITORIES, min_size=1, max_size=3), age_s=st.integers(0, 5))
    def a_units_presence_is_told(self, unit: str, places: list[str], age_s: int) -> None:
        self.now_s += 10
        since = self.now_s - 9
        over = [
            crossing(a.split(" ")[0], b.split(" ")[0], since + k, unit)
            for k, (a, b) in enumerate(pairwise(places)) if a != b
        ]  # fmt: skip
        seen = sighting(places[-1], self.now_s - age_s)
        self.truth[unit] = places[-1].split(" ")[0]
        self.give(UnitPresent(**self.head(), unit=unit, event=1, seen=seen, crossings=tuple(over)))

    @rule(room=_ROOMS, revision=st.integers(0, 8), by=_SENDERS)
    def somebody_acknowledges(self, room: str, revision: int, by: Any) -> None:
        self.give(Acknowledge(**self.head(), by=by, alert=f"{CASE}|{room}", revision=revision))

    @rule(data=st.data())
    def a_desk_acknowledges_what_it_sees(self, data: st.DataObject) -> None:
        alerts = self.chase.pursuit.alerts
        if alerts:
            alert = alerts[data.draw(st.sampled_from(sorted(alerts)))]
            self.give(Acknowledge(**self.head(), by=desk(alert.room), alert=alert.id, revision=alert.revision))

    @rule(room=_ROOMS, revision=st.integers(0, 8), kind=st.sampled_from(["delivered", "shown", "sounded"]))
    def a_console_has_it(self, room: str, revision: int, kind: Any) -> None:
        alert = f"{CASE}|{room}"
        self.give(Receipt(**self.head(), by=desk(room), alert=alert, revision=revision, kind=kind, console="c"))

    @rule(number=st.integers(1, 3))
    def the_system_fails_on_a_record(self, number: int) -> None:
        self.now_s += 1
        self.after(self.chase.fault(self.now_s, f"fault-{number}"))

    @rule(data=st.data())
    def a_deadline_comes_due(self, data: st.DataObject) -> None:
        dues = self.chase.pursuit.dues
        if dues:
            kind = data.draw(st.sampled_from(sorted(dues)))
            self.now_s = max(self.now_s, (dues[kind] - self.chase.pursuit.opened_at).total_seconds())
            self.after(self.chase.due(kind, dues[kind]))

    @rule(by=_SENDERS)
    @precondition(lambda self: len(self.chase.log) > 12)
    def somebody_closes(self, by: Any) -> None:
        self.give(Close(**self.head(), by=by))

    @rule(data=st.data())
    def a_report_is_sent_again(self, data: st.DataObject) -> None:
        meant = zip(self.chase.log, self.chase.decisions, strict=True)
        old = data.draw(st.sampled_from([item.report for item, decision in meant if decision.events]))
        alerts = {room: alert.rang_revision for room, alert in self.chase.pursuit.alerts.items()}
        self.give(old)
        assert {room: a.rang_revision for room, a in self.chase.pursuit.alerts.items()} == alerts, (
            "a repeat never rings"
        )

    @rule(data=st.data())
    def kafka_gives_an_old_record_again(self, data: st.DataObject) -> None:
        old: Arrived = data.draw(st.sampled_from(self.chase.log))
        before = self.chase.state
        assert self.chase.give(old) is None
        assert self.chase.state is before

    # ---------------------------------------------------------------- what must hold

    @invariant()
    def a_room_has_one_alert_whose_revisions_rise_by_one(self) -> None:
        latest: dict[str, int] = {}
        for alert in self.sent:
            assert alert.id == f"{CASE}|{alert.room}"
            assert alert.revision == latest.get(alert.room, 0) + 1
            latest[alert.room] = alert.revision
        assert latest == {room: alert.revision for room, alert in self.chase.pursuit.alerts.items()}

    @invariant()
    def an_acknowledgement_never_covers_a_later_ring(self) -> None:
        for alert in self.sent:
            assert alert.acknowledged is None or alert.rang_revision <= alert.acknowledged.revision <= alert.revision
            assert alert.acknowledged is None or alert.acknowledged.by.room == alert.room

    @invariant()
    def the_audience_is_the_leading_room_and_every_alerted_room_while_open(self) -> None:
        pursuit = self.chase.pursuit
        if pursuit.phase == "open":
            assert set(pursuit.audience) == {HOME, *pursuit.alerts}

    @invariant()
    def a_state_with_a_foreign_unit_of_the_pursuit_in_it_is_rung(self) -> None:
        pursuit = self.chase.pursuit
        entered = {room[:2] for room, alert in pursuit.alerts.items() if alert.phase == "entered"}
        foreign = {
            state
            for unit in pursuit.units.values()
            if unit.active and pursuit.phase == "open"
            for state in set(unit.territory) - {"BE", unit.unit[:2]}
        }
        assert foreign <= entered

    @invariant()
    def every_unit_knows_whether_it_is_in(self) -> None:
        pursuit = self.chase.pursuit
        for unit, view in pursuit.units.items():
            assert self.told[unit].joined == (view.active and pursuit.phase == "open")
            assert self.told[unit].audience == pursuit.audience

    @invariant()
    def the_parts_in_the_table_are_the_pursuit(self) -> None:
        assert join_parts(self.table) == self.chase.pursuit

    def teardown(self) -> None:
        """Deciding the whole log again gives the same bytes."""
        again = Chase()
        for item in self.chase.log:
            again.give(item)
        assert [encode(d) for d in again.decisions] == [encode(d) for d in self.chase.decisions]
        assert _encode(again.state) == _encode(self.chase.state)


def check_outputs(decision: Decision) -> None:
    """Every record goes where its reader looks for it."""
    for output in decision.outputs:
        assert output.topic in {INBOX.name, POSITIONS.name}
        first = output.key.split("|")[0]
        assert output.partition_by == first
        assert 0 <= partition_of(output.partition_by, 4) < 4
    for output, membership in records(decision, POSITIONS.name):
        assert output.key == membership.unit


TestPursuit = PursuitMachine.TestCase
TestPursuit.settings = settings(
    max_examples=60, stateful_step_count=25, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
