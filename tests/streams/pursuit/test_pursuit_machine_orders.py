"""A pursuit under every order by every sender, besides all that units do: what must hold whatever people say."""

from collections.abc import Callable, Iterator
from typing import Any, Literal

import msgspec
import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import initialize, invariant, precondition, rule

from streams import orders
from streams.addressed import addressed
from streams.ids import owner_of
from streams.pursuit.alarms import NO_HURRY, rang_last
from streams.pursuit.deadlines import ASKED, AT_HOME, ESCALATE, PENDING, RUNNING, STOP, VISIBILITY_END
from streams.pursuit.state import Pursuit
from streams.pursuit.unanswered import OF_THE_LEAD
from streams.records import (
    REMOVED,
    Account,
    Acknowledge,
    Alert,
    AlertRecord,
    AnswerRecord,
    Assistance,
    ByHand,
    CardRecord,
    CaseAnswered,
    Close,
    Decision,
    Fact,
    MergeAsked,
    NoticeRecord,
    Ordered,
    PursuitRecord,
    Sighting,
    SplitAsked,
    Stay,
    StopRecord,
    UnitCarried,
    UnitMoved,
    VisibilityRecord,
    WarnedRoom,
    encode,
)
from streams.topics import INBOX, REPORTS
from tests.streams.pursuit.people import Choice, at_the_end, of_alerts, of_facts, of_rooms, of_stops
from tests.streams.pursuit.scene import (
    CAR,
    CASE,
    DUTCH,
    HOME,
    JOINT,
    NORTH,
    OTHER,
    ROAD,
    SECOND,
    SOUTH,
    WEST,
    at,
    crew,
    desk,
    records,
    state_at,
)
from tests.streams.pursuit.test_pursuit_machine import PursuitMachine

_KAFKA_TAKES = 950_000
_THERE = ("border", "entered")
_UNITS = st.sampled_from([CAR, SECOND, DUTCH])
_STRANGER = "BE/CAR-7"
_ROOMS = st.sampled_from([HOME, OTHER, SOUTH, NORTH, ROAD, WEST, JOINT, "XX/NOWHERE"])
_PEOPLE = st.sampled_from(["Jansen", "Bakker"])
_CASES = st.sampled_from([CASE, "BE/2026-2", "BE/2026-3", "NL/2026-4"])
_REQUESTS, _STOPS, _FACTS = st.sampled_from(["r1", "r2", "r3"]), st.sampled_from(["s1", "s2"]), st.sampled_from("abcd")
_WORDS = st.sampled_from(["", "wrong car", "ça suffit"])
_SAID = st.sampled_from(["wrong car", "ça suffit"])
_AT = st.integers(0, 400).map(at)
_DESKS = st.builds(
    desk,
    st.sampled_from([HOME, OTHER, SOUTH, ROAD, WEST, JOINT]),
    _PEOPLE,
    st.sampled_from(["operator", "commander", "administrator"]),
)
_CREWS = st.sampled_from([crew(), crew(SECOND), crew(DUTCH, SOUTH), crew(_STRANGER)])
_SENDERS = st.one_of(_DESKS, _CREWS)
_ANSWERS = st.one_of(
    st.builds(orders.Accept, unit=st.none() | _UNITS, at=st.none() | _AT, conditions=_WORDS),
    st.builds(orders.Refuse, reason=_SAID),
)
_KNOWING = (
    st.builds(
        orders.AddFact, fact=_FACTS, kind=st.sampled_from(["danger", "trigger", "vehicle", "occupants", "suspect"]),
        code=st.sampled_from(["", "armed", "unlit", "caught_in_act"]), text=_WORDS,
        number=st.none() | st.integers(0, 9), plate=st.none() | st.just("1-ABC-123"),
        plate_state=st.none() | st.just("BE"), source=st.just("crew"),
        assessment=st.booleans(),
    ),
    st.builds(orders.WithdrawFact, fact=_FACTS, reason=_SAID),
    st.builds(
        orders.SeeTarget, lat=st.just(50.2), lon=st.just(6.1), uncertainty_m=st.just(50.0), observed_at=_AT,
        source=st.just("anpr"),
    ),
    st.builds(orders.Sight, unit=_UNITS, lost=st.booleans()),
    st.builds(orders.Returning, unit=_UNITS, pursues=st.booleans()),
)  # fmt: skip
_ASSISTING = (
    st.builds(
        orders.Request, request=_REQUESTS, kind=st.sampled_from(["take_over", "block_road", "deconflict"]), to=_ROOMS
    ),
    st.builds(orders.AnswerRequest, request=_REQUESTS, answer=_ANSWERS),
    st.builds(orders.WithdrawRequest, request=_REQUESTS),
    st.builds(orders.HandOver, request=_REQUESTS, to=_ROOMS),
    st.builds(orders.TakeLead),
    st.builds(orders.GiveStop, stop=_STOPS, reason=_SAID),
    st.builds(orders.ReceiveStop, stop=_STOPS),
    st.builds(orders.LiftStop, stop=_STOPS, reason=_SAID),
)
_OWNING = (
    st.builds(orders.Shelve, revision=st.integers(0, 6), minutes=st.just(5.0), reason=_SAID),
    st.builds(orders.Unshelve),
    st.builds(orders.HandOverAlert, to=_PEOPLE),
    st.builds(orders.TakeAlert),
    st.builds(orders.WarnRoom, to=_ROOMS, text=_SAID, lat=st.none() | st.just(50.2), lon=st.none() | st.just(6.1)),
    st.builds(orders.Telephoned, room=_ROOMS, answered_by=_PEOPLE, caller=_PEOPLE, at=_AT),
    st.builds(orders.WithdrawCall, room=_ROOMS, called_at=_AT, reason=_SAID),
    st.builds(orders.WithdrawWarning, room=_ROOMS, reason=_SAID),
)
_AT_THE_END = (
    st.builds(orders.WithdrawUnit, unit=_UNITS, reason=_SAID),
    st.builds(orders.Merge, into=_CASES),
    st.builds(orders.Split, new_case=_CASES, units=st.lists(_UNITS, min_size=1, max_size=2).map(tuple)),
    st.builds(orders.StillRunning),
    st.builds(
        orders.CheckItem, item=st.sampled_from(["outcome", "force", "person_held", "six_hours", "officers_report"]),
        text=_SAID, at=st.none() | _AT,
    ),
)  # fmt: skip
_REACHED = st.sampled_from(["no", "warned", "exceeded"])
_OF_OTHERS = st.builds(
    Fact, id=_FACTS, kind=st.sampled_from(["danger", "remark"]), code=st.sampled_from(["armed", "hostage"]), text=_SAID,
    source=st.just("crew"), assessment=st.booleans(), by=st.just(desk(OTHER)), at=st.just(at(0)),
    data_class=st.just("operational"),
)  # fmt: skip
_ORDERS = st.one_of(*_KNOWING, *_ASSISTING, *_OWNING, *_AT_THE_END)

pytestmark = pytest.mark.timeout(400)  # a hundred pursuits of 45 steps, on a machine that others use


class OrdersMachine(PursuitMachine):
    """The same case with people who order whatever they like, and other pursuits that ask and answer."""

    def __init__(self) -> None:
        super().__init__()
        self.seeing: set[str] = set()
        self.kept: set[tuple[str, str]] = set()
        self.holders: dict[str, set[str]] = {}
        self.judged_at = 0
        self.at_home: set[str] = set()

    # ---------------------------------------------------------------- what people say

    def order(self, order: Any, by: Account) -> bool:
        """Give an order; whether it was done."""
        before = self.chase.pursuit
        decision = self.give(Ordered(**self.head(), by=by, order=order))
        (answer,) = (record for _, record in records(decision) if isinstance(record, AnswerRecord))
        self.follow(before, order, by, done=answer.accepted)
        return answer.accepted

    def follow(self, before: Pursuit, order: Any, by: Account, *, done: bool) -> None:
        """Who may undo which stop order, told apart from how the pursuit itself keeps that."""
        if done and isinstance(order, orders.GiveStop):
            self.holders[order.stop] = {str(by.room)}
        if done and isinstance(order, orders.LiftStop):
            assert by.room in self.holders[order.stop], "only its giver, or whom it handed over to, undoes it"
        if done and isinstance(order, orders.AnswerRequest) and isinstance(order.answer, orders.Accept):
            request = before.requests[order.request]
            if request.kind in {"take_over", "hand_over"}:
                assert self.chase.pursuit.leading_room == request.to
                for stop, rooms in self.holders.items():
                    if before.leading_room in rooms and before.stops[stop].lifted is None:
                        rooms.add(request.to)

    @initialize(units=st.booleans(), abroad=st.booleans(), seen=st.booleans())
    def it_is_well_under_way(self, units: bool, abroad: bool, seen: bool) -> None:
        """Often a pursuit is not new: more units are in it, one is abroad, and somebody has seen that."""
        if not self.chase.log:
            self.opened()
        if units:
            self.a_crew_joins_or_leaves(SECOND)
            self.order(orders.WarnRoom(to=SOUTH, text="they come"), desk())
            self.a_crew_joins_or_leaves(DUTCH)
            self.a_units_presence_is_told(DUTCH, ["NL"], 0)
        self.a_units_presence_is_told(CAR, ["BE"], 0)
        if abroad:
            self.a_unit_crosses(CAR, "NL", sure=True)
        if seen:
            for room in sorted(self.chase.pursuit.alerts):
                self.give(Acknowledge(**self.head(), by=desk(room), alert=f"{CASE}|{room}", revision=1))

    @rule(order=_ORDERS, by=_SENDERS)
    def anybody_orders_anything(self, order: Any, by: Account) -> None:
        self.order(order, by)

    def somebody_orders(self, sensible: Callable[[Pursuit], Iterator[Choice]], data: st.DataObject) -> None:
        """What makes sense as the pursuit stands, by who may well say it."""
        found = list(sensible(self.chase.pursuit))
        if found:
            order, by = data.draw(st.sampled_from(found))
            self.order(order, by)

    @rule(data=st.data())
    def people_say_what_they_know(self, data: st.DataObject) -> None:
        self.somebody_orders(of_facts, data)

    @rule(data=st.data())
    def rooms_deal_with_each_other(self, data: st.DataObject) -> None:
        self.somebody_orders(of_rooms, data)

    @rule(data=st.data())
    def crews_are_stopped(self, data: st.DataObject) -> None:
        self.somebody_orders(of_stops, data)

    @rule(data=st.data())
    def desks_care_for_their_alerts(self, data: st.DataObject) -> None:
        """Put aside, taken up, offered, taken: nothing of it ever rings, or loses the owner."""
        before = self.chase.pursuit.alerts
        self.somebody_orders(of_alerts, data)
        for room, alert in before.items():
            now = self.chase.pursuit.alerts[room]
            assert now.rang_revision == alert.rang_revision
            assert (now.acknowledged is None) == (alert.acknowledged is None), "ownership is never empty on the way"

    @rule(data=st.data())
    def a_desk_acknowledges_what_has_rung_anew_since(self, data: st.DataObject) -> None:
        rung_anew = [one for one in self.chase.pursuit.alerts.values() if one.rang_revision > 1]
        if rung_anew:
            alert = data.draw(st.sampled_from(rung_anew))
            older = data.draw(st.integers(1, alert.rang_revision - 1))
            self.give(Acknowledge(**self.head(), by=desk(alert.room), alert=alert.id, revision=older))
            assert self.chase.pursuit.alerts[alert.room] == alert, "it never covers a later ring"

    @rule(data=st.data())
    @precondition(lambda self: len(self.chase.log) > 20)
    def it_comes_to_an_end(self, data: st.DataObject) -> None:
        self.somebody_orders(at_the_end, data)

    @rule()
    @precondition(lambda self: len(self.chase.log) > 40)
    def the_leading_room_closes(self) -> None:
        self.give(Close(**self.head(), by=desk(self.chase.pursuit.leading_room), reason="caught"))

    @rule(request=_REQUESTS, to=st.sampled_from([OTHER, SOUTH, WEST]), answer=_ANSWERS, name=_PEOPLE)
    def the_lead_is_offered_and_answered(self, request: str, to: str, answer: Any, name: str) -> None:
        before = self.chase.pursuit.leading_room
        if self.order(orders.HandOver(request=request, to=to), desk(before, name)):
            assert self.chase.pursuit.leading_room == before, "until it accepts, the earlier room leads"
            self.order(orders.AnswerRequest(request=request, answer=answer), desk(to, name))

    @rule(by=_DESKS)
    def a_desk_takes_the_lead(self, by: Account) -> None:
        before = self.chase.pursuit
        if self.order(orders.TakeLead(), by):
            assert owner_of(str(by.room)) != owner_of(before.leading_room), "inside a state it is handed over"
            host = owner_of(str(by.room))
            pursuing = [view for view in before.units.values() if view.active and not view.returning]
            guests = any(host in view.territory and owner_of(view.unit) != host for view in pursuing)
            at_home = host == owner_of(before.case) and any(host in view.territory for view in pursuing)
            unheard = all(view.seen is None or view.silent_since for view in before.units.values() if view.active)
            by_hand = unheard and before.alerts[str(by.room)].by_hand is not None
            assert guests or at_home or by_hand, "its own car at home is no reason to lead"

    # ---------------------------------------------------------------- what units and other pursuits say

    @rule(unit=_UNITS, course=st.sampled_from([None, 0.0, 90.0]), odometer_km=st.integers(0, 60), north=st.booleans())
    def a_unit_drives_on(self, unit: str, course: float | None, odometer_km: int, north: bool) -> None:
        """Where it is known to be: no word of it changes the state it is in."""
        self.now_s += 1
        view = self.chase.pursuit.units.get(unit)
        territory = view.territory if view else ("BE",)
        lon = next((one for one in (5.9, 6.1, 6.95, 7.1) if state_at(one) in territory), 2.5)
        seen = Sighting(
            observed_at=at(self.now_s), received_at=at(self.now_s), lat=50.8 if north else 50.2, lon=lon,
            territory=territory, speed_mps=30.0, course_deg=course, odometer_m=odometer_km * 1000.0,
        )  # fmt: skip
        alerts = self.chase.pursuit.alerts
        rings = {room: one.rang_revision for room, one in alerts.items() if (one.kind, one.phase) == _THERE}
        self.give(UnitMoved(**self.head(), unit=unit, seen=seen))
        after = self.chase.pursuit
        assert view is None or after.units[unit].territory == territory
        for room, revision in rings.items():
            now = after.alerts[room]
            assert now.rang_revision == revision or (rang_last(now) is not None)

    @rule(accepted=st.booleans(), known=st.booleans())
    @precondition(lambda self: self.chase.state is not None and (self.chase.state.pending or len(self.chase.log) > 20))
    def another_pursuit_answers(self, accepted: bool, known: bool) -> None:
        """With the id it was asked under, or with one that nobody knows."""
        asked = [
            record
            for decision in self.chase.decisions
            for _, record in records(decision, REPORTS.name)
            if isinstance(record, MergeAsked | SplitAsked)
        ]
        if not asked:
            return
        one = asked[-1]
        kind: Literal["merge", "split"] = "merge" if isinstance(one, MergeAsked) else "split"
        head = {**self.head(), "case": CASE}
        code = "" if accepted else "closed"
        identity = one.id if known else "another"
        self.give(
            CaseAnswered(
                **head, other_case=one.case, asked=identity, kind=kind, accepted=accepted, code=code, units=one.units
            )
        )

    @rule(
        units=st.lists(st.sampled_from([SECOND, DUTCH, _STRANGER]), min_size=1, max_size=2), from_case=_CASES,
        facts=st.lists(_OF_OTHERS, max_size=2, unique_by=lambda fact: fact.id), room=_ROOMS,
        returning=st.booleans(), reached=_REACHED,
    )  # fmt: skip
    def another_pursuit_asks_to_be_taken_in(
        self, units: list[str], from_case: str, facts: list[Fact], room: str, *, returning: bool, reached: Any
    ) -> None:
        if from_case != CASE:
            stay = Stay(state="DE", card="BE>DE/police/2026-01-01", known=True, since=at(0), reached=reached)
            carried = (UnitCarried(unit=name, returning=returning, stays=(stay,)) for name in sorted(set(units)))
            by_hand = ByHand(by=desk(OTHER), at=at(0), text="comes your way")
            asked = MergeAsked(
                **self.head(), by=desk(OTHER), from_case=from_case, units=tuple(sorted(set(units))),
                facts=tuple(facts), carried=tuple(carried), warned=(WarnedRoom(room=room, by_hand=by_hand),),
                requests=(Assistance(id="r1", kind="observe", by=desk(OTHER), room=OTHER, to=room, at=at(0)),),
            )  # fmt: skip
            first = self.give(asked)
            if _answers(first)[0][3]:
                known = {(fact.kind, fact.code, fact.text) for fact in self.chase.pursuit.facts.values()}
                assert {(fact.kind, fact.code, fact.text) for fact in facts} <= known, "no fact is lost"
            again = self.give(asked)
            assert _answers(first) == _answers(again), "what was asked before is answered as it was"
            assert not [record for _, record in records(again) if isinstance(record, AlertRecord)]

    @rule(by=_DESKS)
    @precondition(lambda self: len(self.chase.log) > 30)
    def somebody_says_it_was_opened_in_error(self, by: Account) -> None:
        if self.order(orders.OpenedInError(reason="START was pressed in the garage"), by):
            assert all(alert.phase == "withdrawn" for alert in self.chase.pursuit.alerts.values())

    @rule(data=st.data())
    def an_order_is_sent_again(self, data: st.DataObject) -> None:
        """By who gave it: it acts once. By somebody else under the same id: it is nobody's."""
        old = [item.report for item in self.chase.log if isinstance(item.report, Ordered)]
        if old:
            report = data.draw(st.sampled_from(old))
            self.give(report)
            self.give(msgspec.structs.replace(report, by=desk(ROAD, "somebody else")))

    # ---------------------------------------------------------------- what must hold

    def after(self, decision: Decision) -> None:
        super().after(decision)
        self.nobody_reads_what_they_may_not(decision)
        assert len(encode(decision)) <= _KAFKA_TAKES
        went = {event["unit"] for event in decision.events if event["type"] == "unit_left" and not event["by"]}
        assert went <= self.at_home
        dues = {event["kind"]: event["deadline"] for event in decision.events if event["type"] == "due_set"}
        assert set(self.chase.pursuit.dues) >= {kind for kind, deadline in dues.items() if deadline}

    def nobody_reads_what_they_may_not(self, decision: Decision) -> None:
        """A room while it may see the pursuit; a crew while it is in it, and its last word."""
        pursuit, before = self.chase.pursuit, self.seeing | self.crews_before(decision)
        for output, record in records(decision):
            reader = output.partition_by
            match record:
                case VisibilityRecord():
                    self.seeing = self.seeing | {reader} if record.granted else self.seeing - {reader}
                case PursuitRecord() | CardRecord():
                    assert reader in self.seeing | before
                    assert reader in self.seeing or reader in pursuit.units
                    assert not (isinstance(record, PursuitRecord) and reader in pursuit.units and record.log)
                case AlertRecord():
                    assert reader == record.alert.room
                case StopRecord():
                    assert reader in record.stop.units
                case AnswerRecord():
                    assert reader == _sender_of(self.chase.log[-1].report)
                case NoticeRecord():
                    asking = {request.room for request in pursuit.requests.values()}
                    assert reader in {*pursuit.alerts, pursuit.leading_room, pursuit.home_room, *pursuit.units} | asking
        assert self.seeing == set(pursuit.audience)
        self.nobody_keeps_what_they_may_not(decision)

    def nobody_keeps_what_they_may_not(self, decision: Decision) -> None:
        """Who sees it no more has nothing of it in the inbox; a crew that is out has the word that it is."""
        for output in addressed(decision.outputs):
            kind = output.key.split("|")[1] if output.topic == INBOX.name else ""
            if kind in {"pursuit", "card"}:
                one = {(output.partition_by, output.key)}
                self.kept = self.kept - one if output.value == REMOVED else self.kept | one
        pursuit = self.chase.pursuit
        crews = {name for name, view in pursuit.units.items() if view.active and pursuit.phase == "open"}
        for reader, key in self.kept:
            is_last_word = reader in pursuit.units and key.split("|")[1] == "pursuit"
            assert reader in self.seeing | crews or is_last_word

    def crews_before(self, decision: Decision) -> set[str]:
        """The crews that are in it, or were until this decision."""
        went = {str(event["unit"]) for event in decision.events if event["type"] in {"unit_left", "unit_taken_out"}}
        return went | {name for name, view in self.chase.pursuit.units.items() if view.active}

    @invariant()
    def somebody_leads_and_somebody_answers_for_it_at_home(self) -> None:
        pursuit = self.chase.pursuit
        assert self.chase.rules.directory.room(pursuit.leading_room)
        assert owner_of(pursuit.home_room) == owner_of(CASE)
        assert pursuit.lead_since is not None
        leads_at_home = owner_of(pursuit.leading_room) == owner_of(CASE)
        assert not leads_at_home or pursuit.home_room == pursuit.leading_room

    @invariant()
    def who_owns_an_alert_owns_it_until_it_rings_anew(self) -> None:
        before: dict[str, Alert] = {}
        for alert in self.sent:
            known = before.get(alert.room)
            if known and known.acknowledged and not alert.acknowledged:
                assert alert.rang_revision == alert.revision
            before[alert.room] = alert

    @invariant()
    def what_rings_is_owned_by_nobody_yet(self) -> None:
        for alert in self.sent:
            if alert.rang_revision == alert.revision:
                assert alert.acknowledged is None
                assert alert.shelved is None
                assert alert.offered is None

    @invariant()
    def an_alert_of_priority_1_is_never_put_aside(self) -> None:
        assert not [alert for alert in self.sent if alert.priority == 1 and alert.shelved]

    @invariant()
    def an_alarm_that_nobody_acknowledged_keeps_its_gravity(self) -> None:
        for alert in self.chase.pursuit.alerts.values():
            if self.chase.pursuit.phase != "error":
                assert all(alert.priority <= alarm.priority for alarm in alert.alarms)

    @invariant()
    def a_grave_alert_that_nobody_acknowledges_is_never_forgotten(self) -> None:
        """It escalates, until the telephone; but where something that needs no hurry rang after somebody owned it."""
        pursuit = self.chase.pursuit
        for room, alert in pursuit.alerts.items():
            if pursuit.phase != "open" or alert.priority != 1 or alert.acknowledged:
                continue
            alarm = rang_last(alert)
            needs_no_hurry = alarm is not None and alarm.code in NO_HURRY
            assert ESCALATE + room in pursuit.dues or alert.escalation == "telephone" or needs_no_hurry

    @invariant()
    def a_stop_order_that_a_crew_has_not_receipted_is_waited_for_or_alarmed(self) -> None:
        pursuit = self.chase.pursuit
        for name, stop in pursuit.stops.items():
            missing = [unit for unit, at_ in stop.units.items() if at_ is None and pursuit.units[unit].active]
            if missing and stop.lifted is None and pursuit.phase == "open":
                assert STOP + name in pursuit.dues or stop.unanswered

    @invariant()
    def a_stop_order_is_held_by_its_giver_and_whom_it_handed_over_to(self) -> None:
        for name, stop in self.chase.pursuit.stops.items():
            assert set(stop.holders) == self.holders[name]

    @invariant()
    def every_pursuing_crew_has_every_stop_order_that_stands(self) -> None:
        pursuit = self.chase.pursuit
        crews = {name for name, view in pursuit.units.items() if view.active}
        for stop in pursuit.stops.values():
            assert stop.lifted is not None or pursuit.phase != "open" or crews <= set(stop.units)

    @invariant()
    def a_stay_is_of_a_unit_in_the_pursuit_in_a_state_that_is_not_its_own_where_it_is(self) -> None:
        for name, view in self.chase.pursuit.units.items():
            states = [stay.state for stay in view.stays]
            assert set(states) <= set(view.territory) - {owner_of(name)}
            assert not states or view.active
            assert states == sorted(set(states))
            if view.active and view.seen and self.chase.pursuit.phase == "open":
                assert set(states) == set(view.territory) - {owner_of(name)}

    @invariant()
    def a_unit_on_its_way_home_goes_only_after_it_was_surely_there(self) -> None:
        pursuit = self.chase.pursuit
        self.at_home = {kind.removeprefix(AT_HOME) for kind in pursuit.dues if kind.startswith(AT_HOME)}
        for name, view in pursuit.units.items():
            is_there = view.active and view.returning and view.seen and owner_of(name) in view.territory
            unsettled = name in pursuit.ways and pursuit.ways[name].told
            assert name in self.at_home or not is_there or unsettled or pursuit.phase != "open"

    @invariant()
    def nothing_waits_for_ever(self) -> None:
        pursuit = self.chase.pursuit
        waited_for = [one for one in pursuit.pending.values() if not one.overdue]
        assert bool(waited_for) == (PENDING in pursuit.dues) or pursuit.phase != "open"
        assert (RUNNING in pursuit.dues) == (pursuit.phase == "open")
        assert pursuit.phase == "open" or VISIBILITY_END in pursuit.dues or self.only_who_has_items_to_do_sees_it()

    @invariant()
    def an_offer_of_the_lead_is_over_at_a_set_time_and_only_open_requests_are_waited_for(self) -> None:
        pursuit = self.chase.pursuit
        waited_for = {kind.removeprefix(ASKED) for kind in pursuit.dues if kind.startswith(ASKED)}
        is_open = {name: one for name, one in pursuit.requests.items() if one.state == "open"}
        assert waited_for <= set(is_open)
        if pursuit.phase == "open":
            assert {name for name, one in is_open.items() if one.kind in OF_THE_LEAD} <= waited_for

    def only_who_has_items_to_do_sees_it(self) -> bool:
        pursuit = self.chase.pursuit
        return set(pursuit.audience) <= {pursuit.leading_room, pursuit.home_room}

    @invariant()
    def what_is_kept_is_bounded(self) -> None:
        pursuit = self.chase.pursuit
        assert len(pursuit.log) <= 40
        assert len(pursuit.sightings) <= 5
        assert all(len(alert.alarms) <= 30 for alert in pursuit.alerts.values())
        assert len(pursuit.requests) <= 40
        assert len(pursuit.facts) <= 120


def _answers(decision: Decision) -> list[tuple[Any, ...]]:
    found = [record for _, record in records(decision, REPORTS.name) if isinstance(record, CaseAnswered)]
    return [(one.id, one.case, one.asked, one.accepted, one.code) for one in found]


def _sender_of(report: Any) -> str | None:
    by: Account = report.by
    return by.unit or by.room


TestOrders = OrdersMachine.TestCase
TestOrders.settings = settings(
    max_examples=100, stateful_step_count=45, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
