"""A pursuit under random orders, crossings, repeats and deadlines: what must hold whatever comes."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from itertools import pairwise
from typing import Any, Literal

import msgspec
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from streams.addressed import addressed
from streams.partition import partition_of
from streams.pursuit.alarms import STILL_RUNNING
from streams.pursuit.alerting import rang_for, units_behind
from streams.pursuit.answered import first_answer
from streams.pursuit.arrived import Arrived
from streams.pursuit.foreseeing import foreseen_for, leads_at_home
from streams.pursuit.state import Pursuit, silence_id
from streams.pursuit.store import join_parts, split_parts
from streams.records import (
    Acknowledge,
    Alert,
    AnswerRecord,
    Approach,
    Close,
    Crossing,
    Decision,
    JoinUnit,
    LeaveUnit,
    Membership,
    Open,
    Ordered,
    Receipt,
    SourcePlace,
    UnitApproaching,
    UnitContact,
    UnitCrossed,
    UnitPresent,
    UnitView,
    encode,
)  # fmt: skip
from streams.topics import INBOX, POSITIONS, REPORTS
from tests.streams.pursuit.scene import (
    CAR,
    CASE,
    DUTCH,
    HOME,
    JOINT,
    OTHER,
    ROAD,
    SECOND,
    SOUTH,
    WEST,
    Chase,
    alert_lines,
    approach,
    at,
    crew,
    crossing,
    desk,
    ended,
    possible,
    records,
    sent_alerts,
    settled,
    sighting,
)  # fmt: skip

_UNITS = st.sampled_from([CAR, SECOND, DUTCH])
_ROOMS = st.sampled_from([HOME, OTHER, SOUTH, ROAD, WEST, JOINT])
_TERRITORIES = st.sampled_from(["BE", "NL", "DE", "NL north", ""])
_SENDERS = st.sampled_from([crew(), crew(SECOND), crew(DUTCH, SOUTH), desk(), desk(SOUTH), desk(WEST), desk(OTHER)])
_KEPT = ("phase", "priority", "rang_revision", "acknowledged", "fault", "crossing", "crossing_out", "approach", "code")
_FATES = st.sampled_from(["confirmed", "withdrawn"])
_NOWHERE = SourcePlace(topic_id="", partition=0, offset=0)
_encode = msgspec.json.Encoder(order="deterministic").encode


def assert_the_same(before: Mapping[str, Alert], after: Mapping[str, Alert]) -> None:
    """But for the question whether it still runs: a unit that is heard of answers it, and that rings nowhere."""
    for room, alert in before.items():
        was_asked = any(alarm.code == STILL_RUNNING for alarm in alert.alarms)
        kept = _KEPT if was_asked else alert.__struct_fields__
        assert [getattr(after[room], name) for name in kept] == [getattr(alert, name) for name in kept]


class Told:
    """What TRACK told of one unit since its place was last told: where it was then, and its crossings as they stand."""

    def __init__(self, base: str) -> None:
        self.base = frozenset(base.split())
        self.crossings: dict[str, Crossing] = {}

    @property
    def territory(self) -> set[str]:
        """Start - left + entered of all that were not withdrawn, in the order in which they were first told."""
        here = set(self.base)
        for crossing_ in self.crossings.values():
            if crossing_.status != "withdrawn":
                here = (here - set(crossing_.left)) | set(crossing_.entered)
        return here

    @property
    def unsettled(self) -> list[Crossing]:
        return [one for one in self.crossings.values() if one.status == "possible"]


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
        self.ways: dict[str, Told] = {}
        self.approaches: dict[str, Approach] = {}
        self.silent: dict[str, float] = {}

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
        if isinstance(report, Acknowledge | JoinUnit | LeaveUnit | Close | Open | Ordered):
            self.check_answer(report, decision, before)
        return decision

    def after(self, decision: Decision) -> None:
        assert self.chase.state is not None
        self.table |= split_parts(join_parts(self.table) if self.table else None, self.chase.state)
        check_outputs(decision)
        self.sent += sent_alerts(decision)
        self.told |= {record.unit: record for _, record in records(decision, POSITIONS.name)}
        self.forget_units_out_of_the_pursuit()

    def check_answer(self, report: Any, decision: Decision, before: Any) -> None:
        """Every command is answered; refused or repeated it does nothing else."""
        answers = [record for _, record in records(decision) if isinstance(record, AnswerRecord)]
        assert len(answers) == 1
        sender = report.by.unit or f"{report.by.name}|{report.by.room}"
        first = first_answer(before, report.id, sender) if before else None
        if first:
            assert (answers[0].accepted, answers[0].code) == (first.accepted, first.code)
        if first or not answers[0].accepted:
            assert len(decision.outputs) == 1
            assert _but_for_the_answer(self.chase.pursuit) == _but_for_the_answer(before)

    def head(self, identity: str = "") -> dict[str, Any]:
        self.now_s += 1
        return self.chase._head(self.now_s, identity)

    def tell(self, over: Crossing) -> Decision:
        """TRACK tells a crossing as it stands now, with where the unit is by all it has told."""
        way = self.ways.get(over.unit)
        if way is not None and (over.id in way.crossings or over.status != "withdrawn"):
            way.crossings[over.id] = over
        here = way.territory if way is not None else set(over.entered)
        self.now_s += 1
        seen = msgspec.structs.replace(sighting("BE", self.now_s), territory=tuple(sorted(here)))
        head = self.head(f"{CASE}|{over.id}|{over.status}")
        return self.give(UnitCrossed(**head, unit=over.unit, crossing=over, seen=seen))

    def forget_units_out_of_the_pursuit(self) -> None:
        """TRACK tells nothing of a unit that is not in the pursuit; where it is then is told when it is back."""
        for unit in list(self.ways):
            if not self.is_followed(unit):
                del self.ways[unit]
        self.silent = {unit: since_s for unit, since_s in self.silent.items() if self.is_followed(unit)}

    def is_followed(self, unit: str) -> bool:
        view = self.chase.pursuit.units.get(unit)
        return self.chase.pursuit.phase == "open" and view is not None and view.active

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

    @rule(unit=_UNITS, to=st.sampled_from(["BE", "NL", "DE"]), sure=st.booleans())
    def a_unit_crosses(self, unit: str, to: str, sure: bool) -> None:
        left, self.truth[unit] = self.truth[unit], to
        if left != to:
            self.now_s += 1
            self.tell(crossing(left, to, self.now_s, unit) if sure else possible(left, to, self.now_s, unit))

    @rule(data=st.data(), fate=_FATES, elsewhere=st.booleans(), north=st.booleans())
    def a_possible_crossing_is_settled(
        self, data: st.DataObject, fate: Literal["confirmed", "withdrawn"], elsewhere: bool, north: bool
    ) -> None:
        unsettled = [one for unit in sorted(self.ways) for one in self.ways[unit].unsettled]
        if not unsettled:
            return
        told = data.draw(st.sampled_from(unsettled))
        entered = ("DE",) if elsewhere and fate == "confirmed" and told.left != ("DE",) else told.entered
        before = self.chase.pursuit.alerts
        lon = told.lon if entered == told.entered else 7.0  # in the east, where DE/WEST serves
        self.tell(settled(told, fate, entered=entered, lon=lon, lat=50.8 if north else told.lat))
        after = self.chase.pursuit.alerts
        for room, alert in before.items():
            same = entered == told.entered and fate == "confirmed"
            if same and alert.crossing and alert.crossing.id == told.id:
                assert after[room].rang_revision == alert.rang_revision, "a confirmation never rings"
                assert after[room].acknowledged == alert.acknowledged

    @rule(unit=_UNITS, order=st.permutations(["possible", "confirmed", "withdrawn"]))
    def a_crossing_is_told_in_any_order(
        self, unit: str, order: list[Literal["possible", "confirmed", "withdrawn"]]
    ) -> None:
        """The first final word on it counts: what is told of it after that changes nothing."""
        way = self.ways.get(unit)
        if way is None or "NL" in way.territory or way.unsettled:
            return
        self.now_s += 1
        over, told_s, is_final = possible(" ".join(sorted(way.territory)), "NL", self.now_s, unit), self.now_s, False
        for status in order:
            now = over if status == "possible" else settled(over, status)
            if is_final:
                self.an_older_word_changes_nothing(now, told_s)
            else:
                self.tell(now)
            is_final = is_final or status != "possible"
        self.truth[unit] = min(way.territory, default="BE")

    def an_older_word_changes_nothing(self, over: Crossing, seconds: float) -> None:
        alerts = self.chase.pursuit.alerts
        head = self.head(f"{CASE}|{over.id}|{over.status}")
        self.give(UnitCrossed(**head, unit=over.unit, crossing=over, seen=sighting("BE", seconds)))
        assert self.chase.pursuit.alerts == alerts

    @rule(unit=_UNITS, to=st.sampled_from(["NL", "DE"]))
    def a_visit_that_nobody_saw_is_proved(self, unit: str, to: str) -> None:
        """Out and back: wherever the unit is now, it stays there, and nobody is alarmed."""
        way, before = self.ways.get(unit), self.chase.pursuit
        if way is None:
            return
        for left, entered in (("BE", to), (to, "BE")):
            self.now_s += 1
            over = msgspec.structs.replace(crossing(left, entered, self.now_s, unit), late=True)
            seen = msgspec.structs.replace(sighting("BE", self.now_s), territory=tuple(sorted(way.territory)))
            self.give(UnitCrossed(**self.head(f"{CASE}|{over.id}"), unit=unit, crossing=over, seen=seen))
        alarmed = {room for room, alert in before.alerts.items() if alert.phase in {"entered", "departed"}}
        after = self.chase.pursuit.alerts
        assert {room for room, alert in after.items() if alert.phase in {"entered", "departed"}} == alarmed
        assert_the_same({room: before.alerts[room] for room in alarmed}, after)

    def contact(self, unit: str, kind: Literal["lost", "regained"], since_s: float) -> None:
        """TRACK tells it; whatever it is, no alert rings, changes its phase or loses its owner."""
        before = self.chase.pursuit.alerts
        here = self.chase.pursuit.units[unit].territory if unit in self.chase.pursuit.units else ()
        seen = msgspec.structs.replace(sighting("BE", since_s), territory=here)
        self.give(UnitContact(**self.head(), unit=unit, kind=kind, silent_since=at(since_s), seen=seen))
        after = self.chase.pursuit.alerts
        assert before.keys() == after.keys()
        for room, alert in before.items():
            assert [getattr(after[room], name) for name in _KEPT] == [getattr(alert, name) for name in _KEPT]

    @rule(unit=_UNITS)
    def a_unit_falls_silent_or_is_heard_again(self, unit: str) -> None:
        self.now_s += 1
        if unit in self.silent:
            self.contact(unit, "regained", self.silent.pop(unit))
        else:
            since_s = self.now_s
            self.contact(unit, "lost", since_s)
            self.silent |= {unit: since_s} if self.is_followed(unit) else {}

    @rule(unit=_UNITS, places=st.lists(_TERRITORIES, min_size=1, max_size=3), age_s=st.integers(0, 5))
    def a_units_presence_is_told(self, unit: str, places: list[str], age_s: int) -> None:
        self.now_s += 10
        if unit in self.silent:
            self.a_unit_falls_silent_or_is_heard_again(unit)
        if unit in self.ways and self.ways[unit].unsettled:
            self.the_presence_is_what_was_told(unit)
            return
        since = self.now_s - 9
        over = [
            crossing(a.split(" ")[0], b.split(" ")[0], since + k, unit)
            for k, (a, b) in enumerate(pairwise(places)) if a != b
        ]  # fmt: skip
        seen = sighting(places[-1], self.now_s - age_s)
        self.truth[unit] = places[-1].split(" ")[0]
        self.give(UnitPresent(**self.head(), unit=unit, event=1, seen=seen, crossings=tuple(over)))
        self.ways[unit] = Told(self.truth[unit])
        self.forget_units_out_of_the_pursuit()

    def the_presence_is_what_was_told(self, unit: str) -> None:
        way = self.ways[unit]
        seen = msgspec.structs.replace(sighting("BE", self.now_s), territory=tuple(sorted(way.territory)))
        told = tuple(way.crossings.values())[-15:]
        alerts = self.chase.pursuit.alerts
        self.give(UnitPresent(**self.head(), unit=unit, event=1, seen=seen, crossings=told))
        assert self.chase.pursuit.alerts.keys() == alerts.keys(), "what was told before is no news"
        assert_the_same(alerts, self.chase.pursuit.alerts)

    def approaching(self, told: Approach, age_s: float = 0) -> Decision:
        """TRACK tells an approach; nothing of it ever lowers or touches the alert of a room that is entered.

        Nor that of the room at home whose units departed, unless others come into its state, which it does not lead.
        A room that only has a unit in its area rings for one that is about to come over the border.
        """
        before = self.chase.pursuit
        here = before.units[told.unit].territory if told.unit in before.units else ("BE",)
        seen = msgspec.structs.replace(sighting("BE", self.now_s - age_s), territory=here)
        decision = self.give(UnitApproaching(**self.head(), unit=told.unit, approach=told, seen=seen))
        after = self.chase.pursuit
        for room, alert in before.alerts.items():
            now = after.alerts[room]
            is_told_of_others = alert.phase == "departed" and not leads_at_home(before)
            is_more = alert.kind == "area" and now.phase == "approaching" and now.rang_revision == now.revision
            assert alert.phase not in {"entered", "departed"} or now == alert or is_told_of_others or is_more
            assert now.rang_revision == alert.rang_revision or told.outcome == "open"
        assert {name: view.territory for name, view in after.units.items()} == {
            name: view.territory for name, view in before.units.items()
        }
        return decision

    @rule(unit=_UNITS, to=st.sampled_from(["NL", "DE", "DE NL", "BE"]), north=st.booleans(), eta_s=st.integers(5, 60))
    def a_unit_approaches(self, unit: str, to: str, north: bool, eta_s: int) -> None:
        self.now_s += 1
        place = {"place": (50.8, 6.0)} if north else {}
        told = approach(to, self.now_s, unit, eta_s=self.now_s + eta_s, **place)
        self.approaches[told.id] = told
        self.approaching(told)

    @rule(data=st.data(), later_s=st.integers(-20, 20), north=st.booleans(), age_s=st.integers(0, 30))
    def an_approach_is_told_anew(self, data: st.DataObject, later_s: int, north: bool, age_s: int) -> None:
        if self.approaches:
            told = self.approaches[data.draw(st.sampled_from(sorted(self.approaches)))]
            eta = told.eta + (at(later_s) - at(0))
            self.approaching(msgspec.structs.replace(told, eta=eta, lat=50.8 if north else 50.2), age_s)

    @rule(data=st.data(), outcome=st.sampled_from(["entered", "withdrawn"]), known=st.booleans())
    def an_approach_is_settled(
        self, data: st.DataObject, outcome: Literal["entered", "withdrawn"], known: bool
    ) -> None:
        """Also one that was never told, or is settled already: final is final."""
        told = approach("NL", self.now_s, CAR)
        if known and self.approaches:
            told = self.approaches[data.draw(st.sampled_from(sorted(self.approaches)))]
        self.now_s += 1
        self.approaching(ended(told, outcome, self.now_s))
        view = self.chase.pursuit.units.get(told.unit)
        if view and view.active and self.chase.pursuit.phase == "open":
            assert self.approaching(told).events == ()
            assert self.approaching(ended(told, "withdrawn", self.now_s)).events == ()

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
        if isinstance(old, UnitPresent) and self.chase.pursuit.units[old.unit].seen is None:
            return  # Of a unit that came back nothing is known; where it was before cannot be told from where it is.
        if isinstance(old, UnitApproaching) and old.approach.id not in self.chase.pursuit.approached:
            return  # Nor what was foreseen of it: told again, it counts.
        if isinstance(old, UnitContact) and silence_id(old.unit, old.silent_since) not in self.chase.pursuit.silences:
            return  # Nor that it is silent, unless that is over.
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
    def a_fault_that_nobody_acknowledged_keeps_its_priority_and_is_told_until_it_is_cleared(self) -> None:
        before: dict[str, Alert] = {}
        for alert in self.sent:
            assert not alert.fault or alert.acknowledged or alert.priority == 1 or alert.because
            known = before.get(alert.room)
            if known and known.fault and not known.acknowledged and known.phase != "cleared" and not alert.because:
                assert alert.fault
            before[alert.room] = alert

    @invariant()
    def an_alert_says_when_it_rang(self) -> None:
        rang = {(alert.room, alert.revision): alert.raised_at for alert in self.sent}
        for alert in self.sent:
            assert alert.raised_at == rang[alert.room, alert.rang_revision]
            assert alert.revised_at is None or alert.revised_at >= alert.raised_at
            assert alert.rang_revision <= alert.revision

    @invariant()
    def an_acknowledgement_never_covers_a_later_ring(self) -> None:
        for alert in self.sent:
            assert alert.acknowledged is None or alert.rang_revision <= alert.acknowledged.revision <= alert.revision
            assert alert.acknowledged is None or alert.acknowledged.by.room == alert.room

    @invariant()
    def the_audience_is_the_leading_room_and_every_alerted_room_while_open(self) -> None:
        pursuit = self.chase.pursuit
        if pursuit.phase == "open":
            assert set(pursuit.audience) == {pursuit.leading_room, pursuit.home_room, *pursuit.alerts}

    @invariant()
    def a_state_with_a_foreign_unit_of_the_pursuit_in_it_is_rung(self) -> None:
        pursuit = self.chase.pursuit
        alerts = (alert for alert in pursuit.alerts.values() if alert.phase == "entered")
        entered = {state for alert in alerts for state in rang_for(alert)}
        foreign = {
            state
            for unit in pursuit.units.values()
            if unit.active and pursuit.phase == "open"
            for state in set(unit.territory) - {"BE", unit.unit[:2]}
        }
        assert foreign <= entered

    @invariant()
    def a_unit_is_where_its_crossings_that_were_not_withdrawn_took_it(self) -> None:
        for unit, way in self.ways.items():
            assert set(self.chase.pursuit.units[unit].territory) == way.territory

    @invariant()
    def every_room_that_is_alarmed_has_a_unit_to_be_alarmed_about_and_a_crossing_that_happened(self) -> None:
        for alert in self.chase.pursuit.alerts.values():
            if alert.phase in {"entered", "departed"}:
                assert units_behind(self.chase.pursuit, alert) or self.is_followed_home_from(alert)
                assert alert.crossing is None or alert.crossing.status != "withdrawn"

    def is_followed_home_from(self, alert: Alert) -> bool:
        """Whether a unit that pursues no longer is still where the room was rung for."""
        returning = (view for view in self.chase.pursuit.units.values() if view.active and view.returning)
        return any(set(view.territory) & set(alert.territory_to) for view in returning)

    @invariant()
    def a_room_waits_for_a_unit_exactly_while_one_is_foreseen_there_unless_it_is_entered(self) -> None:
        pursuit = self.chase.pursuit
        foreseen = foreseen_for(pursuit)
        waiting = {room: alert for room, alert in pursuit.alerts.items() if alert.phase == "approaching"}
        assert waiting.keys() <= foreseen.keys()
        for room, one in foreseen.items():
            assert pursuit.alerts[room].phase in {"approaching", "entered"}
            assert room not in waiting or waiting[room].approach == one.approach
        for one in pursuit.foreseen.values():
            view = pursuit.units[one.approach.unit]
            assert view.active
            assert not set(view.territory) & set(one.approach.entered)
            assert pursuit.phase == "open"

    @invariant()
    def every_alert_says_what_it_rests_on(self) -> None:
        for alert in self.sent:
            if alert.phase == "approaching":
                assert alert.approach is not None
                assert alert.approach.outcome == "open"
            if alert.phase in {"entered", "departed", "left"}:
                assert alert.approach is None
            if alert.phase == "withdrawn":
                assert alert.approach is None or alert.approach.outcome != "open"

    @invariant()
    def a_unit_is_silent_from_when_it_was_heard_last_until_it_is_heard_again(self) -> None:
        assert silences_of(self.chase.pursuit.units.values()) == {
            unit: at(since_s) for unit, since_s in self.silent.items()
        }

    @invariant()
    def every_alert_that_goes_on_says_who_is_silent(self) -> None:
        for alert in self.chase.pursuit.alerts.values():
            if alert.phase in {"approaching", "entered", "departed", "fault"}:
                assert silences_of(alert.units) == silences_of(self.chase.pursuit.units.values())

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


def _but_for_the_answer(pursuit: Pursuit) -> Pursuit:
    """What a command that is refused, or comes again, leaves as it was."""
    return msgspec.structs.replace(pursuit, number=0, guard=_NOWHERE, answered={}, done="")


def silences_of(units: Iterable[UnitView]) -> dict[str, datetime]:
    """The units that are not heard, and since when."""
    return {view.unit: view.silent_since for view in units if view.active and view.silent_since}


def check_outputs(decision: Decision) -> None:
    """Every record goes where its reader looks for it."""
    for output in addressed(decision.outputs):
        assert output.topic in {INBOX.name, POSITIONS.name, REPORTS.name}
        first = output.key.split("|")[0]
        assert output.partition_by == first
        assert 0 <= partition_of(output.partition_by, 4) < 4
    for output, membership in records(decision, POSITIONS.name):
        assert output.key == membership.unit


TestPursuit = PursuitMachine.TestCase
TestPursuit.settings = settings(
    max_examples=60, stateful_step_count=25, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
