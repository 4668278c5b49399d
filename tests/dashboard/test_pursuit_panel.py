"""The panel of a pursuit in the system's Chromium: what it tells, in which order, and how it is reached."""

import re
from typing import Any

import pytest
from msgspec.structs import replace
from playwright.sync_api import Locator, Page, expect

from streams.console import DesksMessage
from tests.dashboard.pursuit_records import (
    BE_DESK,
    LU_ROOM,
    TELEPHONE,
    alerted,
    checklist,
    desks,
    fact,
    notice,
    request,
    rich_pursuit,
    stay,
    stop,
    units,
)
from tests.dashboard.records import (
    BE_ROOM,
    CAR,
    CASE,
    NL_ROOM,
    SECOND_CAR,
    ago,
    alert,
    unit_view,
    visibility,
)
from tests.dashboard.scripted_gateway import ScriptedGateway

pytestmark = pytest.mark.browser


def part(panel: Locator, name: str) -> Locator:
    return panel.locator(f"[data-part='{name}']")


def rows(panel: Locator, name: str) -> Locator:
    return part(panel, name).get_by_test_id("row")


# ---------------------------------------------------------------- what it tells


def test_the_panel_says_who_leads_since_when_and_how_it_stands(panel: Locator) -> None:
    head = panel.locator("> .facts")
    expect(head).to_contain_text(re.compile(rf"Lead{BE_ROOM}, since \d\d:\d\d:\d\d CES?T"))
    for text in (f"Home room{BE_ROOM}", "Stateopen", "Purposefailed to stop"):
        expect(head).to_contain_text(text)
    expect(panel.get_by_role("heading", name=CASE)).to_be_visible()
    expect(panel).to_contain_text("EXERCISE")


def test_dangers_stand_first_and_what_was_wrong_is_struck_with_the_reason(panel: Locator) -> None:
    assert panel.locator(".part:visible").first.get_attribute("data-part") == "dangers"
    expect(rows(panel, "dangers")).to_contain_text(["DANGER: armed (crew, LIE-21, ", "because it was a torch"])
    expect(rows(panel, "dangers").nth(1).locator(".said")).to_have_css("text-decoration-line", "line-through")
    expect(rows(panel, "dangers").nth(0).locator(".said")).not_to_have_css("text-decoration-line", "line-through")


def test_facts_stand_apart_from_assessments_as_written_with_their_language(panel: Locator) -> None:
    expect(rows(panel, "facts")).to_contain_text(["Reason: evaded a police check", "Audi RS3, grijs [nl]"])
    expect(rows(panel, "assessments")).to_have_count(1)
    expect(rows(panel, "assessments")).to_contain_text("zou naar Maastricht willen [nl]")


def test_a_danger_that_somebody_only_thinks_likely_stands_among_the_assessments_too(
    board: Page, gateway: ScriptedGateway
) -> None:
    gateway.put(rich_pursuit(facts=(fact("danger", code="armed", assessment=True),)), NL_ROOM)
    board.get_by_test_id("open-from-list").click()
    panel = board.get_by_test_id("pursuit-panel")
    for name in ("dangers", "assessments"):
        expect(rows(panel, name)).to_contain_text("ASSESSMENT, not a fact: DANGER: armed")
    expect(part(panel, "assessments").locator("> .none")).to_be_hidden()


def test_facts_keep_their_own_words_when_assessments_stand_between_them(board: Page, gateway: ScriptedGateway) -> None:
    mixed = (
        fact("remark", id="a", text="opinion", assessment=True),
        fact("danger", id="b", code="armed"),
        fact("remark", id="c", text="second opinion", assessment=True),
        fact("suspect", id="d", text="tall"),
    )
    gateway.put(rich_pursuit(facts=mixed), NL_ROOM)
    board.get_by_test_id("open-from-list").click()
    panel = board.get_by_test_id("pursuit-panel")
    for name, key, words in (
        ("assessments", "a", "opinion"),
        ("dangers", "b", "armed"),
        ("assessments", "c", "second opinion"),
        ("facts", "d", "tall"),
    ):
        expect(part(panel, name).locator(f"[data-key='{key}'] > .said")).to_contain_text(f": {words}")


def test_the_target_is_shown_with_the_age_of_its_sighting(panel: Locator) -> None:
    expect(rows(panel, "target")).to_contain_text("PURSUED CAR seen at ")
    expect(rows(panel, "target")).to_contain_text(re.compile(r"seen 3[4-9] s ago"))


def test_units_say_their_service_what_is_special_and_how_far_their_limits_have_run(panel: Locator) -> None:
    first, second, third = rows(panel, "units").nth(0), rows(panel, "units").nth(1), rows(panel, "units").nth(2)
    for text in (CAR, "police", "card BE>NL/police/2026-01-01", "3.1 km of 10 km", "LIMIT NEAR (time)"):
        expect(first).to_contain_text(text)
    expect(first).to_contain_text(re.compile(r"NEAR: 26 min \d+ s of 30 min"))
    for text in (SECOND_CAR, "NO POSITION since ", "HAS LOST SIGHT", "drives home"):
        expect(second).to_contain_text(text)
    expect(third).to_contain_text("joined in error")


def test_each_unit_keeps_its_own_words_though_another_has_left(board: Page, gateway: ScriptedGateway) -> None:
    left = replace(unit_view("BE/ANS-1"), active=False)
    blind = replace(unit_view(SECOND_CAR), lost_sight_at=ago(9))
    gateway.put(rich_pursuit(units=(left, unit_view(), blind)), NL_ROOM)
    board.get_by_test_id("open-from-list").click()
    shown = rows(board.get_by_test_id("pursuit-panel"), "units")
    expect(shown).to_contain_text([f"{CAR} NL", f"{SECOND_CAR} NL HAS LOST SIGHT", "BE/ANS-1 NL"])
    expect(shown.nth(2)).to_contain_text("no longer in it")


def test_a_limit_in_time_goes_on_by_the_pages_clock(board: Page, gateway: ScriptedGateway) -> None:
    gateway.put(rich_pursuit(units=(replace(unit_view(), stays=(stay(since=ago(1798)),)),)), NL_ROOM)
    board.get_by_test_id("open-from-list").click()
    limit = board.locator("[data-part='units'] .chip-mark", has_text="of 30 min")
    expect(limit).to_have_text(re.compile("^OVER: 30 min [0-9] s of 30 min$"))
    expect(limit).to_have_attribute("data-tone", "bad")


LIMITS = """async ([stay, now]) => {
    const { clocks } = await import("/js/pursuit/limits.js");
    return clocks(stay, Date.parse(now)).map(({ kind, used, limit }) => [kind, used, limit]);
}"""
COME = {"travelled_m": 300, "crow_m": 200}
NOON = "2026-11-23T12:00:00Z"


@pytest.mark.parametrize(
    ("limit", "known", "shown"),
    [
        ({"distance_m": 1000, "measured": "along_track"}, COME, [["distance", 300, 1000]]),
        ({"distance_m": 1000, "measured": "crow_flies_from_border"}, COME, [["distance", 200, 1000]]),
        ({"distance_m": 1000, "measured": "zone"}, COME, []),
        ({"distance_m": 1000, "measured": "along_track"}, {}, []),
        ({"time_s": 60}, {"since": "2026-11-23T11:59:30Z"}, [["time", 30_000, 60_000]]),
        ({"time_s": 60}, {}, []),
        ({"time_s": 60, "distance_m": 10, "measured": "along_track"},
         {"since": "2026-11-23T11:59:30Z", "travelled_m": 5}, [["distance", 5, 10], ["time", 30_000, 60_000]]),
    ],
)  # fmt: skip
def test_a_limit_is_measured_as_its_rule_says_or_not_at_all(
    code: Page, limit: dict[str, object], known: dict[str, object], shown: list[list[object]]
) -> None:
    assert code.evaluate(LIMITS, [{**known, "limits": [limit]}, NOON]) == shown


def test_a_stop_order_shows_each_units_receipt(panel: Locator) -> None:
    only = rows(panel, "stops").first
    expect(only).to_contain_text("te gevaarlijk in de stad [nl]")
    expect(only.locator(".chip-mark")).to_contain_text(
        [f"\u2713 {CAR} receipted ", f"\u2717 {SECOND_CAR} NOT receipted"]
    )


def test_requests_show_their_answers_and_the_one_that_waits_for_this_desk_stands_first(
    board: Page, gateway: ScriptedGateway
) -> None:
    refused = request(
        id="r0", kind="helicopter", state="refused", answered_by=BE_DESK, answered_at=ago(5), reason="fog"
    )
    elsewhere = request(id="r2", to=LU_ROOM)
    gateway.put(rich_pursuit(requests=(refused, elsewhere, request())), NL_ROOM)
    board.get_by_test_id("open-from-list").click()
    shown = rows(board.get_by_test_id("pursuit-panel"), "requests")
    expect(shown).to_contain_text([f"asks {NL_ROOM}: BLOCK", f"asks {LU_ROOM}", "because: fog"])
    expect(shown.nth(0).locator("[data-offer]")).to_have_text(["Accept", "Refuse"])
    expect(shown.nth(1).locator("[data-offer]")).to_have_count(0)


VERDICTS: list[tuple[Any, str]] = [("in_time", "good"), ("late", "bad"), ("cannot_be_told", "warn")]


@pytest.mark.parametrize(("verdict", "tone"), VERDICTS)
def test_the_proof_of_notice_shows_its_verdict_with_the_reasons(
    board: Page, gateway: ScriptedGateway, verdict: Any, tone: str
) -> None:
    gateway.put(rich_pursuit(notices=(notice(verdict=verdict),)), NL_ROOM)
    board.get_by_test_id("open-from-list").click()
    shown = rows(board.get_by_test_id("pursuit-panel"), "notices")
    expect(shown).to_have_attribute("data-tone", tone)
    expect(shown).to_contain_text("shown on a visible page")


def test_the_law_is_shown_field_by_field_with_how_sure_it_is(panel: Locator) -> None:
    law = part(panel, "law")
    expect(law.locator("summary")).to_contain_text("LAW on 1 January 2026: police (Belgium) in the Netherlands")
    law.locator("summary").click()
    expect(law).to_contain_text("homes excluded: yes (not sure), CHECK with the host's control room")


def test_a_closed_pursuit_with_something_left_to_do_stays_listed_where_it_must_be_done(
    board: Page, gateway: ScriptedGateway
) -> None:
    closed: dict[str, Any] = {"phase": "closed", "checklist": checklist(), "event": 9}
    gateway.put(rich_pursuit(**closed), NL_ROOM)
    expect(board.get_by_test_id("pursuit")).to_have_count(0)  # the Belgian rooms must do it
    gateway.put(rich_pursuit(**{**closed, "leading_room": NL_ROOM, "event": 10}), NL_ROOM)
    expect(board.get_by_test_id("pursuit")).to_contain_text("Checklist: 2 open")
    expect(board.locator("#pursuits-count")).to_have_text("0")
    board.get_by_test_id("open-from-list").click()
    assert board.locator(".columns .part").first.get_attribute("data-part") == "checklist"
    shown = rows(board.get_by_test_id("pursuit-panel"), "checklist")
    expect(shown).to_contain_text(["OPEN", re.compile(r"due in (1 h 59|2 h 00) min"), "aangehouden [nl]"])
    assert shown.evaluate_all("nodes => nodes.map(node => node.dataset.key)") == ["damage", "six_hours", "outcome"]


def test_the_log_has_the_newest_first(panel: Locator) -> None:
    expect(rows(panel, "log")).to_contain_text(["STOP ORDER by nl-desk", f"pursuit opened by {CAR}"])


# ---------------------------------------------------------------- is anyone there?


def test_a_room_where_nobody_is_signed_in_is_to_be_called_at_once(board: Page, gateway: ScriptedGateway) -> None:
    gateway.put(rich_pursuit(leading_room=NL_ROOM), NL_ROOM)
    gateway.say(DesksMessage(rooms=(desks(LU_ROOM, 0), desks(BE_ROOM, 2))))
    words = "NOBODY THERE: call +352 4997 2341"
    expect(board.get_by_test_id("calls")).to_contain_text(f"EXERCISE {LU_ROOM} ({CASE}) {words}")
    expect(board.get_by_test_id("pursuit")).to_contain_text(f"{LU_ROOM}: {words}")
    board.get_by_test_id("calls").get_by_role("button").click()
    shown = rows(board.get_by_test_id("pursuit-panel"), "rooms")
    expect(shown.first).to_contain_text(words)
    expect(shown.first).to_have_attribute("data-tone", "call")
    expect(shown.nth(2)).to_contain_text("Signed in 2, see it 2, hear it 2")
    expect(shown.nth(2)).to_contain_text(f"Telephone {TELEPHONE}")


def test_a_room_without_a_number_here_is_still_to_be_called(board: Page, gateway: ScriptedGateway) -> None:
    gateway.put(rich_pursuit(leading_room=NL_ROOM, alerted=(alerted(LU_ROOM, call=True, telephone=""),)), NL_ROOM)
    expect(board.get_by_test_id("calls")).to_contain_text("NO ANSWER: call; its number is not known here")


def test_no_room_is_told_to_call_itself(board: Page, gateway: ScriptedGateway) -> None:
    waits = alerted(call=True, telephone="")
    gateway.put(rich_pursuit(leading_room=NL_ROOM, alerted=(waits, alerted(LU_ROOM, call=True))), NL_ROOM)
    expect(board.get_by_test_id("calls").get_by_role("button")).to_have_count(1)
    expect(board.get_by_test_id("calls")).to_contain_text(LU_ROOM)
    board.get_by_test_id("open-from-list").click()
    own = board.locator(f"[data-part='rooms'] [data-key='{NL_ROOM}']")
    expect(own).to_have_attribute("data-tone", "")
    expect(own).not_to_contain_text("CALL")
    expect(own.locator(".lines [data-tone='call']")).to_have_count(0)


def test_the_call_is_over_when_somebody_is_there_or_it_was_made(board: Page, gateway: ScriptedGateway) -> None:
    gateway.put(rich_pursuit(leading_room=NL_ROOM), NL_ROOM)
    for over in ({"rooms": (desks(LU_ROOM, 1),)}, None):
        gateway.say(DesksMessage(rooms=(desks(LU_ROOM, 0),)))
        expect(board.get_by_test_id("calls")).to_be_visible()
        if over:
            gateway.say(DesksMessage(**over))
        else:
            called = notice(room=LU_ROOM, called_at=ago(3), verdict="not_yet")
            gateway.put(rich_pursuit(leading_room=NL_ROOM, event=9, notices=(called,)), NL_ROOM)
        expect(board.get_by_test_id("calls")).to_be_hidden()


CALLS: list[tuple[dict[str, Any], int | None, bool]] = [
    ({"telephone_only": True}, None, True),
    ({"telephone_only": True, "phase": "cleared"}, None, False),
    ({}, None, False),
    ({}, 0, True),
    ({"kind": "copy"}, 0, False),
    ({"phase": "left"}, 0, False),
    ({"call": True}, 3, True),
    ({"call": True, "telephone": ""}, 3, True),
]


@pytest.mark.parametrize(("changes", "signed_in", "due"), CALLS)
def test_who_must_be_called(
    board: Page, gateway: ScriptedGateway, changes: dict[str, Any], signed_in: int | None, due: bool
) -> None:
    room = alerted(LU_ROOM, **{"phase": "approaching", **changes})
    if signed_in is not None:
        gateway.say(DesksMessage(rooms=(desks(LU_ROOM, signed_in),)))
    gateway.put(rich_pursuit(leading_room=NL_ROOM, alerted=(room,)), NL_ROOM)
    expect(board.get_by_test_id("pursuit")).to_be_visible()
    expect(board.get_by_test_id("calls")).to_be_visible(visible=due)


def test_a_page_that_nobody_sees_is_said(board: Page, gateway: ScriptedGateway) -> None:
    gateway.put(rich_pursuit(), NL_ROOM)
    gateway.say(DesksMessage(rooms=(desks(BE_ROOM, 2, page_visible=0, sound_armed=0),)))
    board.get_by_test_id("open-from-list").click()
    shown = board.locator(f"[data-part='rooms'] [data-key='{BE_ROOM}']")
    expect(shown).to_contain_text("Signed in 2, but nobody sees or hears the page")
    expect(board.locator(f"[data-part='rooms'] [data-key='{LU_ROOM}']")).to_contain_text(
        "Not known whether anyone is there"
    )


# ---------------------------------------------------------------- how it is reached


def test_the_panel_opens_from_the_card_and_closes_with_escape(board: Page, gateway: ScriptedGateway) -> None:
    gateway.put_alert(alert())
    gateway.put(rich_pursuit(), NL_ROOM)
    opener = board.get_by_test_id("open-panel")
    opener.focus()
    board.keyboard.press("Enter")
    expect(board.get_by_role("heading", name=CASE)).to_be_focused()
    expect(board.get_by_test_id("alert")).to_be_visible()
    board.keyboard.press("Escape")
    expect(board.get_by_test_id("pursuit-panel")).to_be_hidden()
    expect(opener).to_be_focused()


def test_every_control_of_the_panel_is_reached_with_the_keyboard(panel: Locator) -> None:
    wanted = panel.locator("button:visible:not(:disabled), select:visible").count()
    reached = set()
    panel.get_by_role("heading", name=CASE).focus()
    for _ in range(wanted + 10):
        panel.page.keyboard.press("Tab")
        name = panel.page.evaluate(
            """() => {
                const panel = document.getElementById("pursuit-panel");
                const all = [...panel.querySelectorAll("button, select")];
                return panel.contains(document.activeElement) ? all.indexOf(document.activeElement) : -1;
            }"""
        )
        if name >= 0:
            reached.add(name)
    assert wanted > 10
    assert len(reached) == wanted


def test_focus_and_place_stay_while_the_pursuit_goes_on(panel: Locator, gateway: ScriptedGateway) -> None:
    lift = rows(panel, "stops").get_by_role("button", name="Lift")
    lift.focus()
    gateway.put(
        rich_pursuit(event=9, units=units()[:1], stops=(stop(units={CAR: ago(40), SECOND_CAR: ago(1)}),)), NL_ROOM
    )
    expect(rows(panel, "units")).to_have_count(1)
    expect(lift).to_be_focused()


def test_a_pursuit_that_may_no_longer_be_seen_leaves_the_panel_and_the_list(
    panel: Locator, gateway: ScriptedGateway
) -> None:
    gateway.put(visibility(), NL_ROOM)
    expect(rows(panel, "dangers").first).to_be_visible()
    gateway.put(visibility(granted=False, event=9), NL_ROOM)
    expect(panel).to_contain_text("not shown to you, or no longer")
    expect(rows(panel, "dangers").first).to_be_hidden()
    expect(panel.page.get_by_test_id("pursuit")).to_have_count(0)


def test_everything_is_in_french(panel: Locator) -> None:
    panel.page.get_by_test_id("language").select_option("fr")
    expect(part(panel, "dangers").get_by_role("heading")).to_have_text("Dangers")
    for text in (
        "DANGER : arm\u00e9",
        "Ordres d'arr\u00eat",
        "PAS re\u00e7u",
        "Accepter",
        "3,1 km sur 10 km",
        "vu il y a",
    ):
        expect(panel).to_contain_text(text)
    expect(panel.locator("[data-offer='give_stop']")).to_have_text("ARR\u00caTER")
    for english in ("since ", "Stop orders", "Nobody", "Telephone ", "of 10 km", "Another order"):
        expect(panel).not_to_contain_text(english)


MARKUP = '<img src=x onerror="window.executed=1">'


def test_markup_in_any_text_of_a_pursuit_is_shown_and_never_executed(board: Page, gateway: ScriptedGateway) -> None:
    gateway.put(
        rich_pursuit(
            facts=(fact("remark", text=MARKUP),), requests=(request(text=MARKUP),), stops=(stop(reason=MARKUP),)
        ),
        NL_ROOM,
    )
    board.get_by_test_id("open-from-list").click()
    panel = board.get_by_test_id("pursuit-panel")
    for name in ("facts", "requests", "stops"):
        expect(part(panel, name)).to_contain_text("onerror")
    assert board.evaluate("window.executed") is None
    assert panel.locator("img").count() == 0


def test_a_pursuit_without_words_is_still_told(board: Page, gateway: ScriptedGateway) -> None:
    gateway.speechless = True
    gateway.put(rich_pursuit(), NL_ROOM)
    board.get_by_test_id("open-from-list").click()
    panel = board.get_by_test_id("pursuit-panel")
    expect(rows(panel, "dangers").first).to_contain_text("armed")
    expect(rows(panel, "stops").first).to_contain_text("te gevaarlijk in de stad")
    expect(rows(panel, "rooms").first).to_contain_text(NL_ROOM)
