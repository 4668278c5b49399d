"""Too many alerts, alerts put aside, and alerts that nobody acknowledges: what stands where, and how it sounds."""

import re
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from streams.console import SendReceipt
from streams.records import Alarm, ByHand, Shelved
from tests.dashboard.pursuit_records import BE_DESK, NL_DESK, rich_pursuit
from tests.dashboard.records import NL_ROOM, acknowledged, ago, alert
from tests.dashboard.scripted_gateway import ScriptedGateway

pytestmark = pytest.mark.browser
COMING: dict[str, Any] = {"phase": "approaching", "crossing": None, "priority": 2}


def put(gateway: ScriptedGateway, number: int, **changes: Any) -> str:
    """One alert of a pursuit of its own."""
    case = f"BE/2026-{number}"
    gateway.put_alert(alert(**{"case": case, "id": f"{case}|{NL_ROOM}", **changes}))
    return case


# ---------------------------------------------------------------- a flood


def test_ten_new_alarms_are_none_and_eleven_are_a_flood(board: Page, gateway: ScriptedGateway) -> None:
    for number in range(9):
        put(gateway, number, **COMING)
    put(gateway, 9)
    expect(board.get_by_test_id("alert")).to_have_count(10)
    expect(board.get_by_test_id("flood")).to_be_hidden()
    put(gateway, 10, **{**COMING, "priority": 3, "phase": "overflown"})
    expect(board.get_by_test_id("flood")).to_contain_text("FLOOD: 11 new alarms in 10 minutes (P1 1, P2 9, P3 1)")
    expect(board.get_by_test_id("flood-group")).to_have_count(10)
    waiting = board.get_by_test_id("waiting").get_by_test_id("alert")
    expect(waiting).to_have_count(1)
    expect(waiting).to_have_attribute("data-priority", "1")


def test_nothing_is_left_out_of_a_flood_and_its_groups_open(board: Page, gateway: ScriptedGateway) -> None:
    cases = [put(gateway, number, **COMING) for number in range(12)]
    groups = board.get_by_test_id("flood-group")
    expect(groups).to_have_count(12)
    for case in cases:
        expect(groups.filter(has_text=f"EXERCISE {case}: alerts 1, new alarms 1, highest P2")).to_have_count(1)
    expect(board.locator("#count-p2")).to_have_text("12")
    groups.first.locator("summary").click()
    expect(groups.first.get_by_test_id("acknowledge")).to_be_visible()
    put(gateway, 0, **{**COMING, "revision": 2, "acknowledged": acknowledged()})
    expect(board.get_by_test_id("owned-list").get_by_test_id("alert")).to_have_count(1)


def test_a_card_that_becomes_priority_1_leaves_its_group(board: Page, gateway: ScriptedGateway) -> None:
    for number in range(12):
        put(gateway, number, **COMING)
    expect(board.get_by_test_id("flood-group")).to_have_count(12)
    put(gateway, 5, revision=2, rang_revision=2)
    expect(board.get_by_test_id("flood-group")).to_have_count(11)
    expect(board.get_by_test_id("waiting").get_by_test_id("alert")).to_have_attribute(
        "data-alert-id", f"BE/2026-5|{NL_ROOM}"
    )


FLOOD = """async ([alerts, now]) => {
    const { flood, groups } = await import("/js/alerts/flood.js");
    return [flood(alerts, Date.parse(now)), groups(alerts, Date.parse(now)).map((group) => [group.case, group.rings])];
}"""
NOON = "2026-11-23T12:00:00Z"


def rung(case: str, minutes: list[int], **changes: Any) -> dict[str, Any]:
    """An alert that rang so many minutes before noon: the last time for what it says, before that by alarms."""
    at = [f"2026-11-23T11:{60 - m:02}:00Z" for m in minutes]
    alarms = [{"code": "danger", "at": one, "revision": number} for number, one in enumerate(at[:-1], start=1)]
    given = {"case": case, "priority": 2, "raised_at": at[-1], "rang_revision": len(at), "alarms": alarms}
    return {**given, **changes}


@pytest.mark.parametrize(
    ("alerts", "count"),
    [
        ([rung("a", [9] * 10)], None),
        ([rung("a", [9] * 11)], 11),
        ([rung("a", [11] * 30)], None),
        ([rung("a", [11] * 5 + [5] * 6), rung("b", [1] * 5)], 11),
        # rung last by an alarm: that ring is counted once
        ([rung("a", [9] * 11, alarms=[{"code": "asked", "at": NOON, "revision": 11}] * 10)], None),
    ],
)
def test_an_alarm_counts_for_ten_minutes_and_once(code: Page, alerts: list[dict[str, Any]], count: int | None) -> None:
    flooded, _ = code.evaluate(FLOOD, [alerts, NOON])
    assert (flooded and flooded["n"]) == count


def test_the_groups_are_of_pursuits_without_priority_1(code: Page) -> None:
    alerts = [rung("a", [1, 2]), rung("b", [1], priority=1), rung("a", [3], priority=3), rung("c", [20])]
    _, groups = code.evaluate(FLOOD, [alerts, NOON])
    assert groups == [["a", 3], ["c", 0]]


# ---------------------------------------------------------------- put aside


def aside(minutes: float = 9.5) -> Shelved:
    return Shelved(by=NL_DESK, at=ago(30), until=ago(-60 * minutes), reason="we know")


def test_what_is_put_aside_stands_apart_with_its_countdown_and_comes_back(
    board: Page, gateway: ScriptedGateway
) -> None:
    put(gateway, 1, **COMING, shelved=aside())
    shelf = board.get_by_test_id("shelf")
    expect(shelf.get_by_test_id("shelved")).to_have_text(re.compile(r"^back in 9 min [12]?\d s$"))
    expect(shelf).to_contain_text("by nl-desk (Desk 3): we know")
    expect(board.locator("#shelf-count")).to_have_text("1")
    expect(board.locator("#count-p2")).to_have_text("0")
    put(gateway, 1, **COMING, revision=2)
    expect(board.get_by_test_id("waiting").get_by_test_id("alert")).to_have_count(1)
    expect(board.locator("#shelf-part")).to_be_hidden()


def test_an_alert_of_priority_1_is_never_shown_as_put_aside(board: Page, gateway: ScriptedGateway) -> None:
    put(gateway, 1, shelved=aside())
    expect(board.get_by_test_id("waiting").get_by_test_id("alert")).to_have_count(1)


CHOICE = """async (alert) => {
    const { nextToSound, patternsOf } = await import("/js/alerts/sound.js");
    return [nextToSound([alert], new Set()) !== undefined, patternsOf(alert).join(" ")];
}"""


@pytest.mark.parametrize(
    ("changes", "sounds", "patterns"),
    [
        ({}, True, "p2"),
        ({"shelved": {"until": NOON}}, False, "p2"),
        ({"shelved": {"until": NOON}, "priority": 1}, True, "p1"),
        ({"priority": 1, "escalation": "none"}, True, "p1"),
        ({"priority": 1, "escalation": "louder"}, True, "p1 louder"),
        ({"priority": 1, "escalation": "telephone", "mode": "exercise"}, True, "exercise p1 louder"),
    ],
)
def test_what_is_put_aside_is_silent_and_what_nobody_acknowledges_gets_louder(
    code: Page, changes: dict[str, Any], sounds: bool, patterns: str
) -> None:
    given = {"id": "a", "phase": "approaching", "mode": "live", "priority": 2, "acknowledged": None, **changes}
    assert code.evaluate(CHOICE, given) == [sounds, patterns]


def test_an_escalated_alert_is_heard_louder(board: Page, gateway: ScriptedGateway) -> None:
    board.get_by_test_id("sound").click()
    gateway.put_alert(alert())
    expect(board.get_by_test_id("sound")).to_have_attribute("data-last", "exercise p1")
    gateway.put_alert(alert(revision=2, escalation="louder"))
    expect(board.get_by_test_id("sound")).to_have_attribute("data-last", "exercise p1 louder")


# ---------------------------------------------------------------- what else a card says


def test_the_card_says_every_alarm_and_how_far_it_was_escalated(board: Page, gateway: ScriptedGateway) -> None:
    alarms = (
        Alarm(code="danger", at=ago(30), params={"code": "armed"}, revision=1),
        Alarm(code="asked", at=ago(20), params={"room": "BE/CIC-LIEGE", "kind": "block_road"}, revision=2),
        Alarm(code="stop_unanswered", at=ago(10), params={"stop": "s1", "units": "BE/LIE-24"}, revision=3),
    )
    gateway.put_alert(alert(alarms=alarms, escalation="supervisor", revision=3, rang_revision=3))
    card = board.get_by_test_id("alert")
    words = ("DANGER: armed", "BE/CIC-LIEGE ASKS: BLOCK the road", "RECEIPT OF THE STOP ORDER MISSING: BE/LIE-24")
    for text in (*words, "NOT ACKNOWLEDGED: the supervisor is told"):
        expect(card.locator(".warnings")).to_contain_text(text)


def test_the_card_says_where_it_crossed_and_why_this_room_was_told(board: Page, gateway: ScriptedGateway) -> None:
    put(gateway, 1, crossing_point="E25 Eijsden northbound")
    put(gateway, 2, kind="copy", priority=3)
    put(gateway, 3, kind="area", **COMING)
    by_hand = ByHand(
        by=BE_DESK, at=ago(60), text="grey Audi", place="Vis\u00e9", direction="Maastricht", speed_mps=50.0
    )
    put(gateway, 4, kind="by_hand", phase="warned", crossing=None, place=None, by_hand=by_hand)
    said = {
        1: ("E25 Eijsden northbound, 1.2 km SW of Eijsden",),
        2: ("For information only", "for information"),
        3: ("APPROACHING YOUR AREA",),
        4: ("WARNED BY HAND", "by be-desk (Desk 1)", "grey Audi (Vis\u00e9, towards Maastricht, 180 km/h)"),
    }
    for number, texts in said.items():
        card = board.locator(f"[data-alert-id='BE/2026-{number}|{NL_ROOM}']")
        for text in texts:
            expect(card).to_contain_text(text)


# ---------------------------------------------------------------- shown means live


HIDDEN = """() => {
    document.now = "hidden";
    Object.defineProperty(document, "visibilityState", { get: () => document.now, configurable: true });
}"""
SEEN = "() => { document.now = 'visible'; document.dispatchEvent(new Event('visibilitychange')); }"


def test_what_a_dead_line_has_left_on_the_page_is_shown_to_nobody(board: Page, gateway: ScriptedGateway) -> None:
    board.evaluate(HIDDEN)
    gateway.put_alert(alert())
    gateway.wait_for(SendReceipt, lambda receipt: receipt.kind == "delivered")
    with gateway.away():
        expect(board.get_by_test_id("link")).not_to_have_attribute("data-link", "ok")
        board.evaluate(SEEN)
        board.wait_for_timeout(600)
        assert {kind for _, _, kind in gateway.heard_receipts()} == {"delivered"}
        back_at = ago(0)
    shown = gateway.wait_for(SendReceipt, lambda receipt: receipt.kind == "shown")
    assert shown.at >= back_at


def test_the_list_says_what_must_not_be_overlooked(board: Page, gateway: ScriptedGateway) -> None:
    gateway.put(rich_pursuit(), NL_ROOM)
    urgent = board.get_by_test_id("pursuit").locator(".urgent li")
    expect(urgent).to_contain_text(["STOP ORDER STANDS", "DANGER: armed", "Waits for your answer: 1"])
