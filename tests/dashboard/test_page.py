"""The page in the system's Chromium: signed in at the real web server, fed by a gateway that the test scripts."""

import re
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from msgspec.structs import replace
from playwright.sync_api import Browser, Page, expect

from senningen.commands.accounts import remove_account
from streams.console import Command, CommandAnswer, Goodbye, Hello, SendReceipt
from tests.dashboard.conftest import Web
from tests.dashboard.records import (
    BE_ROOM,
    CAR,
    CASE,
    NL_ROOM,
    SECOND_CAR,
    acknowledged,
    ago,
    alert,
    answer,
    approach,
    crossing,
    notice,
    pursuit,
    trail,
    unit_place,
    unit_view,
    visibility,
)
from tests.dashboard.scripted_gateway import ScriptedGateway

pytestmark = pytest.mark.browser
ALERT_ID = f"{CASE}|{NL_ROOM}"
AMSTERDAM = ZoneInfo("Europe/Amsterdam")
MARKUP = '<img src=x onerror="window.executed=1"><script>window.executed=1</script>'


# ---------------------------------------------------------------- signing in


def test_a_wrong_token_opens_nothing(page: Page, web: Web, gateway: ScriptedGateway) -> None:
    page.goto(web.address)
    page.get_by_label("Token").fill("not a token")
    page.get_by_role("button", name="Sign in").click()
    expect(page.get_by_role("alert").first).to_contain_text("Nobody has this token")
    expect(page.locator("#board")).to_be_hidden()
    assert gateway.heard == []


def test_a_pasted_token_opens_the_board(page: Page, web: Web, gateway: ScriptedGateway) -> None:
    page.goto(web.address)
    page.get_by_label("Token").fill(f" {web.tokens['nl-desk']} ")
    page.get_by_role("button", name="Sign in").click()
    expect(page.locator("#rooms")).to_have_text(NL_ROOM)
    gateway.wait_for(Hello)
    assert web.tokens["nl-desk"] in gateway.cookies[0]
    assert page.evaluate("document.cookie") == ""


def test_a_ready_made_sign_in_leaves_no_token_in_the_address(board: Page, web: Web) -> None:
    assert board.url == f"{web.address}/"
    board.go_back()
    assert "token" not in board.url


def test_signing_out_leaves_nothing_behind(board: Page, gateway: ScriptedGateway) -> None:
    gateway.put_alert(alert())
    expect(board.get_by_test_id("alert")).to_be_visible()
    board.get_by_role("button", name="Sign out").click()
    expect(board.get_by_label("Token")).to_be_visible()
    assert "2026-0412" not in board.content()
    assert board.evaluate("Object.keys(sessionStorage)") == []


def test_a_removed_account_sees_nothing_more(board: Page, web: Web, gateway: ScriptedGateway) -> None:
    gateway.put_alert(alert())
    expect(board.get_by_test_id("alert")).to_be_visible()
    remove_account(web.accounts, "nl-desk")
    gateway.say(Goodbye(code="signed_out", reason="the token was removed"))
    gateway.drop()
    expect(board.get_by_text("Your session has ended")).to_be_visible()
    expect(board.locator("#board")).to_be_hidden()


def test_another_account_in_the_same_browser_ends_the_first_board_at_once(board: Page, web: Web) -> None:
    second = board.context.new_page()
    second.goto(f"{web.address}/#token={web.tokens['be-desk']}")
    expect(board.locator("#sign-in-problem")).to_contain_text("be-desk has signed in with this browser")
    expect(board.locator("#board")).to_be_hidden()
    second.close()


def test_a_board_never_goes_on_as_another_account(board: Page, gateway: ScriptedGateway) -> None:
    gateway.put_alert(alert())
    expect(board.get_by_test_id("alert")).to_be_visible()
    gateway.account = "be-desk"
    gateway.drop()
    expect(board.locator("#sign-in-problem")).to_contain_text("the board of nl-desk has ended")
    assert "2026-0412" not in board.content()


def test_a_server_that_cannot_be_reached_is_said_at_sign_in_and_at_sign_out(page: Page, web: Web) -> None:
    page.goto(web.address)
    expect(page.get_by_label("Token")).to_be_visible()
    page.route("**/api/session", lambda route: route.abort())
    page.get_by_label("Token").fill(web.tokens["nl-desk"])
    page.get_by_role("button", name="Sign in").click()
    expect(page.locator("#sign-in-problem")).to_contain_text("cannot be reached. Nothing was opened")
    page.unroute("**/api/session")
    page.get_by_label("Token").fill(web.tokens["nl-desk"])
    page.get_by_role("button", name="Sign in").click()
    page.route("**/api/session", lambda route: route.abort())
    page.get_by_role("button", name="Sign out").click()
    expect(page.locator("#sign-out-problem")).to_contain_text("This browser is still signed in")
    page.unroute("**/api/session")


# ---------------------------------------------------------------- alerts


def test_nothing_is_claimed_before_the_server_has_said_it(page: Page, web: Web, gateway: ScriptedGateway) -> None:
    gateway.open = False
    page.goto(f"{web.address}/#token={web.tokens['nl-desk']}")
    expect(page.locator("#nothing-waits")).to_contain_text("Not known yet")
    expect(page.get_by_test_id("mode")).to_have_text("NOT KNOWN YET")
    gateway.open = True
    expect(page.locator("#nothing-waits")).to_have_text("No alert waits for you.")
    expect(page.get_by_test_id("mode")).to_have_text("NO OPEN PURSUIT")


def test_an_account_without_a_room_is_told_that_nothing_comes(page: Page, web: Web, gateway: ScriptedGateway) -> None:
    gateway.rooms = ()
    page.goto(f"{web.address}/#token={web.tokens['nl-desk']}")
    expect(page.locator("#nothing-waits")).to_have_text("This account serves no room: no alert comes here.")
    expect(page.get_by_test_id("mode")).to_have_text("NO ROOM")


def test_an_alert_appears_with_what_decides(board: Page, gateway: ScriptedGateway) -> None:
    gateway.put_alert(alert())
    card = board.get_by_test_id("alert")
    expect(card).to_have_attribute("data-alert-id", ALERT_ID)
    expect(card).to_have_attribute("data-revision", "1")
    expect(card).to_have_attribute("data-priority", "1")
    expect(card).to_have_attribute("data-phase", "entered")
    place = ("1.2 km SW of Eijsden (NL)", "Crossed at ", "BE \u2192 NL")
    for text in ("EXERCISE", "ENTERED NL", *place, CASE, CAR, "not known"):
        expect(card).to_contain_text(text)
    expect(board).to_have_title("(1) EXERCISE ALERT - Senningen")
    expect(board.get_by_test_id("mode")).to_have_text("EXERCISE")
    expect(board.locator("#speak-now")).to_contain_text("EXERCISE. Priority 1.")


def test_a_live_alert_is_called_live(board: Page, gateway: ScriptedGateway) -> None:
    gateway.put_alert(alert(mode="live"))
    expect(board.get_by_test_id("alert")).to_contain_text("LIVE")
    expect(board.get_by_test_id("alert")).not_to_contain_text("EXERCISE")
    expect(board.get_by_test_id("mode")).to_have_text("LIVE")
    expect(board).to_have_title("(1) ALERT - Senningen")


SILENT = replace(unit_view(), silent_since=datetime(2026, 11, 23, 13, 31, 55, tzinfo=UTC))
SILENT_AT_HOME = replace(SILENT, territory=("BE",))
OTHER_AT_HOME = replace(SILENT_AT_HOME, unit=SECOND_CAR)
WAITS: dict[str, object] = {"phase": "approaching", "priority": 2, "crossing": None, "units": (SILENT,)}
SAID: list[tuple[dict[str, object], str]] = [
    ({"units": (SILENT,)}, "ENTERED NL - NO POSITION"),
    ({"units": (SILENT, unit_view(SECOND_CAR, ("BE",)))}, "ENTERED NL - NO POSITION"),
    ({"units": (SILENT, unit_view(SECOND_CAR))}, f"NO POSITION of {CAR} since"),
    ({"units": (SILENT_AT_HOME, unit_view(SECOND_CAR))}, f"{CAR} in BE at "),
    ({"units": (SILENT_AT_HOME, unit_view(SECOND_CAR))}, ", NO POSITION since "),
    ({**WAITS, "approach": approach()}, "APPROACHING NL - NO POSITION"),
    ({**WAITS, "approach": approach(eta_to=ago(1))}, "OVERDUE, NO POSITION since"),
    ({"before_opening": True}, "Crossed before the pursuit was opened"),
    ({"since_unknown": True, "crossing": None}, "there since unknown"),
    ({"crossing": crossing(guess=True)}, "Crossed between"),
    ({"crossing": crossing(status="possible")}, "not confirmed yet"),
    ({"crossing": crossing(status="possible")}, "Possibly crossed at "),
    ({"crossing": crossing(status="withdrawn")}, "withdrawn"),
    ({"phase": "withdrawn", "priority": 3, "crossing": crossing(status="withdrawn")}, "WITHDRAWN: IT DID NOT HAPPEN"),
    ({"phase": "withdrawn", "crossing": crossing(entered=("DE",))}, "The unit crossed into DE instead"),
    ({"phase": "left", "priority": 3, "crossing_out": crossing()}, "; out again"),
    ({"phase": "left", "priority": 3, "crossing_out": crossing(status="possible")}, "way out, not confirmed yet"),
    ({"phase": "left", "priority": 3, "crossing_out": crossing(status="possible")}, "; possibly out again"),
    ({"phase": "cleared", "room_basis": "home", "crossing_out": crossing()}, "OWN UNITS HOME AGAIN"),
    ({"elsewhere": True}, "ENTERED NL ELSEWHERE"),
    ({"crossing_out": crossing(status="withdrawn")}, "STILL THERE: the way out was withdrawn"),
    ({"crossing": crossing(start_unsure=True)}, "perhaps there all along"),
    ({"phase": "left", "priority": 3, "crossing": crossing(late=True)}, "Told late"),
    ({"phase": "withdrawn", "crossing": None, "approach": approach(outcome="withdrawn")}, "NO LONGER EXPECTED"),
    ({"phase": "withdrawn", "approach": approach(outcome="entered")}, "NOT COMING HERE: NL ENTERED ELSEWHERE"),
    ({"phase": "cleared", "crossing": None, "approach": approach()}, "Had been expected at"),
    ({"phase": "approaching", "approach": approach(), "crossing_out": crossing()}, "; been here before: crossed at"),
    ({"phase": "approaching", "crossing": None, "approach": approach(eta_to=ago(1))}, "OVERDUE: was expected at"),
    ({"phase": "departed", "priority": 3}, "OWN UNITS ABROAD in NL"),
    ({"phase": "left", "priority": 3}, "LEFT NL"),
    ({"phase": "left", "fault": "a step failed"}, "LEFT NL - SYSTEM FAULT"),
    ({"fault": "a step failed"}, "System fault, act by telephone"),
    ({"place": None, "crossing": None}, "Place not known"),
]


@pytest.mark.parametrize("phase", ["left", "withdrawn", "cleared"])
def test_of_what_is_over_it_is_not_said_who_was_silent_then(board: Page, gateway: ScriptedGateway, phase: str) -> None:
    gateway.put_alert(alert(phase=phase, priority=3, units=(SILENT,)))
    expect(board.get_by_test_id("alert")).to_have_attribute("data-phase", phase)
    expect(board.get_by_test_id("alert")).not_to_contain_text("NO POSITION")


def test_that_contact_is_lost_is_shown_in_place_and_rings_nothing(board: Page, gateway: ScriptedGateway) -> None:
    board.get_by_test_id("sound").click()
    gateway.put_alert(alert(phase="approaching", priority=2, crossing=None, approach=approach(), units=(unit_view(),)))
    card = board.get_by_test_id("alert")
    expect(card.locator(".when")).to_contain_text("Expected in")
    said = board.locator("#speak").text_content()
    lost: dict[str, object] = {**WAITS, "approach": approach(), "rang_revision": 1}
    gateway.put_alert(alert(**lost, revision=2, revised_at=ago(0), acknowledged=acknowledged()))
    expect(card.locator(".when")).to_have_text(re.compile(r"^NO POSITION since \d\d:31:55 .*: expected in \d+ s, at "))
    expect(card).to_have_attribute("data-waiting", "false")
    assert board.locator("#speak").text_content() == said
    gateway.put_alert(alert(**{**lost, "units": (unit_view(),)}, revision=3, revised_at=ago(0)))
    expect(card).not_to_contain_text("NO POSITION")


def test_what_must_be_said_is_said(board: Page, gateway: ScriptedGateway) -> None:
    for number, (changes, _) in enumerate(SAID):
        case = f"BE/{number}"
        gateway.put_alert(alert(case=case, id=f"{case}|{NL_ROOM}", **changes))
    for number, (_, words) in enumerate(SAID):
        expect(board.locator(f"[data-alert-id='BE/{number}|{NL_ROOM}']")).to_contain_text(words)


SPOKEN: list[tuple[dict[str, object], str]] = [
    ({"units": (SILENT,)}, f"entered the Netherlands near Eijsden. No position of {CAR}."),
    ({"units": (SILENT, OTHER_AT_HOME), "fault": "x"}, f" Eijsden. No position of {CAR}. System fault"),
    ({"crossing": crossing(status="possible")}, "possibly entered the Netherlands"),
    ({"crossing": crossing()}, " entered the Netherlands"),
    ({"phase": "departed", "crossing": crossing(status="possible")}, "possibly went abroad to the Netherlands"),
    ({"phase": "cleared", "room_basis": "home", "crossing_out": crossing()}, "has its own units home again in"),
    ({"phase": "cleared"}, "is cleared in the Netherlands"),
    ({"elsewhere": True}, "entered elsewhere in the Netherlands"),
    ({"phase": "left", "fault": "a step failed"}, "System fault, act by telephone."),
]


def test_a_screen_reader_says_how_sure_it_is(board: Page, gateway: ScriptedGateway) -> None:
    for number, (changes, _) in enumerate(SPOKEN):
        case = f"BE/{number}"
        gateway.put_alert(alert(case=case, id=f"{case}|{NL_ROOM}", **changes))
    for number, (_, words) in enumerate(SPOKEN):
        card = board.locator(f"[data-alert-id='BE/{number}|{NL_ROOM}']")
        expect(card).to_have_attribute("aria-label", re.compile(re.escape(words)))


def test_what_goes_on_is_as_old_as_its_ring_and_what_is_over_as_its_end(board: Page, gateway: ScriptedGateway) -> None:
    for number, phase in (("1", "entered"), ("2", "left")):
        case = f"BE/2026-{number}"
        changes = {"case": case, "id": f"{case}|{NL_ROOM}", "phase": phase, "revised_at": ago(1)}
        gateway.put_alert(alert(raised_at=ago(600), **changes))
    expect(board.locator(f"[data-alert-id='BE/2026-1|{NL_ROOM}'] .age")).to_contain_text("10 min")
    expect(board.locator(f"[data-alert-id='BE/2026-2|{NL_ROOM}'] .age")).not_to_contain_text("min")


def test_the_rail_shows_the_most_urgent_first_and_the_longest_waiting_of_them(
    board: Page, gateway: ScriptedGateway
) -> None:
    for number, priority, seconds in (("1", 3, 90), ("2", 1, 10), ("3", 2, 50), ("4", 1, 30)):
        case = f"BE/2026-{number}"
        gateway.put_alert(alert(case=case, id=f"{case}|{NL_ROOM}", priority=priority, raised_at=ago(seconds)))
    expect(board.get_by_test_id("alert")).to_have_count(4)
    shown = board.get_by_test_id("alert").evaluate_all("cards => cards.map(card => card.dataset.alertId[8])")
    assert shown == ["4", "2", "3", "1"]


def test_a_pre_alert_says_when_and_how_surely_the_unit_is_expected(board: Page, gateway: ScriptedGateway) -> None:
    gateway.put_alert(alert(phase="approaching", priority=2, crossing=None, approach=approach()))
    card = board.get_by_test_id("alert")
    expect(card).to_have_attribute("data-priority", "2")
    expect(card.locator(".when")).to_have_text(
        re.compile(r"Expected in \d+ s, at \d\d:\d\d:\d\d .* \(between \d\d:.* and \d\d:.*\), 87%")
    )
    expect(board.locator("#count-p2")).to_have_text("1")
    expect(board.locator("#speak")).to_contain_text("approaches the Netherlands near Eijsden")
    board.get_by_test_id("sound").click()
    expect(board.get_by_test_id("sound")).to_have_attribute("data-last", "exercise p2")
    gateway.put_alert(alert(revision=2, rang_revision=2))
    expect(board.get_by_test_id("sound")).to_have_attribute("data-last", "exercise p1")
    expect(card.locator(".when")).not_to_contain_text("Expected")


def test_a_pursuit_that_turned_away_is_never_said_to_have_entered(board: Page, gateway: ScriptedGateway) -> None:
    gone = approach(outcome="withdrawn", settled_at=ago(1))
    gateway.put_alert(alert(phase="withdrawn", priority=3, crossing=None, approach=gone))
    card = board.get_by_test_id("alert")
    expect(card).to_contain_text("NO LONGER EXPECTED")
    expect(card).to_have_attribute("data-waiting", "true")
    expect(card).not_to_contain_text(re.compile("entered", re.IGNORECASE))
    expect(board.locator("#speak")).to_contain_text("is no longer expected in the Netherlands")


def test_one_card_is_upgraded_not_doubled(board: Page, gateway: ScriptedGateway) -> None:
    gateway.put_alert(alert(phase="approaching", priority=2))
    card = board.get_by_test_id("alert")
    expect(card).to_contain_text("APPROACHING NL")
    card.evaluate("node => { node.same = true; }")
    gateway.put_alert(alert(revision=2))
    expect(card).to_have_attribute("data-revision", "2")
    expect(card).to_have_count(1)
    assert card.evaluate("node => node.same")


def test_the_card_names_who_leads_by_now(board: Page, gateway: ScriptedGateway) -> None:
    gateway.put_alert(alert())
    lead = board.get_by_test_id("alert").locator("dt", has_text=re.compile("^Lead$")).locator("+ dd")
    expect(lead).to_have_text(BE_ROOM)
    gateway.put(pursuit(leading_room=NL_ROOM), NL_ROOM)
    expect(lead).to_have_text(NL_ROOM)


def test_over_and_seen_moves_to_the_log(board: Page, gateway: ScriptedGateway) -> None:
    gateway.put_alert(alert())
    gateway.put_alert(alert(revision=2, phase="cleared"))
    expect(board.get_by_test_id("waiting").get_by_test_id("alert")).to_contain_text("CLEARED")
    gateway.put_alert(alert(revision=3, phase="cleared", acknowledged=acknowledged(revision=2)))
    expect(board.get_by_test_id("alert")).to_have_count(0)
    expect(board.get_by_test_id("log")).to_contain_text(CASE)


# ---------------------------------------------------------------- acknowledging


def test_acknowledged_is_shown_on_the_servers_word_alone(board: Page, gateway: ScriptedGateway) -> None:
    gateway.put_alert(alert(revision=2))
    board.get_by_test_id("acknowledge").click()
    command = gateway.wait_for(Command)
    assert (command.command, command.alert, command.revision, command.room) == ("acknowledge", ALERT_ID, 2, NL_ROOM)
    assert (command.case, command.mode) == (CASE, "exercise")
    gateway.say(CommandAnswer(id=command.id, accepted=True))
    expect(board.get_by_test_id("acknowledge")).to_be_disabled()
    expect(board.get_by_test_id("alert")).to_have_attribute("data-waiting", "true")
    gateway.put_alert(alert(revision=3, acknowledged=acknowledged(revision=2)))
    expect(board.get_by_test_id("owned")).to_contain_text("Acknowledged by M. Jansen (Desk 3)")
    expect(board.get_by_test_id("owned-list").get_by_test_id("alert")).to_be_visible()
    expect(board.get_by_test_id("acknowledge")).to_be_hidden()


def test_a_refusal_is_shown_and_the_button_comes_back(board: Page, gateway: ScriptedGateway) -> None:
    gateway.put_alert(alert())
    board.get_by_test_id("acknowledge").click()
    command = gateway.wait_for(Command)
    gateway.say(CommandAnswer(id=command.id, accepted=False, code="kafka_away", reason="no broker; send it again"))
    expect(board.get_by_test_id("problem")).to_have_text("Not acknowledged: the server cannot reach its data")
    expect(board.get_by_test_id("acknowledge")).to_be_enabled()


def test_a_refusal_of_the_pursuit_is_in_the_words_of_the_inbox(board: Page, gateway: ScriptedGateway) -> None:
    gateway.put_alert(alert())
    board.get_by_test_id("acknowledge").click()
    command = gateway.wait_for(Command)
    gateway.say(CommandAnswer(id=command.id, accepted=True))
    params = {"by": "P. de Vries", "at": "2026-11-23T13:32:09Z"}
    gateway.put(answer(command.id, code="already_acknowledged", params=params), NL_ROOM)
    expect(board.get_by_test_id("problem")).to_have_text(
        "Not acknowledged: Somebody else was first: P. de Vries at 14:32:09 CET"
    )


def test_a_second_desk_was_first(board: Page, gateway: ScriptedGateway) -> None:
    gateway.put_alert(alert())
    gateway.put_alert(alert(revision=2, acknowledged=acknowledged("P. de Vries")))
    expect(board.get_by_test_id("owned")).to_contain_text("P. de Vries")
    expect(board.get_by_test_id("acknowledge")).to_be_hidden()


def test_ringing_again_asks_for_a_new_acknowledgement(board: Page, gateway: ScriptedGateway) -> None:
    gateway.put_alert(alert(phase="approaching", priority=2))
    board.get_by_test_id("acknowledge").click()
    gateway.wait_for(Command)
    gateway.put_alert(alert(revision=2, rang_revision=2))
    expect(board.get_by_test_id("acknowledge")).to_be_enabled()
    expect(board.get_by_test_id("acknowledge")).to_have_text("Acknowledge revision 2")


def test_a_command_without_an_answer_is_sent_again_under_the_same_id(board: Page, gateway: ScriptedGateway) -> None:
    gateway.put_alert(alert())
    board.get_by_test_id("acknowledge").click()
    first = gateway.wait_for(Command)
    gateway.drop()
    assert gateway.wait_for(Command, count=2).id == first.id


# ---------------------------------------------------------------- sound


def test_sound_is_silent_until_a_click_and_the_page_says_so(board: Page, gateway: ScriptedGateway) -> None:
    gateway.put_alert(alert())
    expect(board.get_by_test_id("silent-banner")).to_contain_text("cannot be heard")
    expect(board.get_by_test_id("sound")).to_have_attribute("data-sound", "silent")
    assert "sounded" not in {kind for _, _, kind in gateway.heard_receipts()}
    board.get_by_test_id("sound").click()
    expect(board.get_by_test_id("sound")).to_have_attribute("data-sound", "armed")
    expect(board.get_by_test_id("silent-banner")).to_be_hidden()
    gateway.wait_for(SendReceipt, lambda receipt: receipt.kind == "sounded")
    expect(board.get_by_test_id("sound")).to_have_attribute("data-last", "exercise p1")


def test_a_live_alert_has_no_prefix_to_its_sound(board: Page, gateway: ScriptedGateway) -> None:
    board.get_by_test_id("sound").click()
    gateway.put_alert(alert(mode="live"))
    expect(board.get_by_test_id("sound")).to_have_attribute("data-last", "p1")


PATTERNS = """async (alert) => (await import("/js/alerts/sound.js")).patternsOf(alert)"""


@pytest.mark.parametrize(
    ("mode", "patterns"), [("live", ["p2"]), ("exercise", ["exercise", "p2"]), ("test", ["test", "p2"])]
)
def test_by_ear_an_exercise_is_not_the_real_thing(code: Page, mode: str, patterns: list[str]) -> None:
    assert code.evaluate(PATTERNS, {"mode": mode, "priority": 2}) == patterns


CHOICE = """async ([alerts, played]) => {
    const { nextToSound, soundKey } = await import("/js/alerts/sound.js");
    const next = nextToSound(alerts, new Set(played ? alerts.map(soundKey) : []));
    return next ? next.id : null;
}"""


@pytest.mark.parametrize(
    ("alerts", "played", "expected"),
    [
        ([{"id": "a", "priority": 1}], True, "a"),
        ([{"id": "a", "priority": 2}], True, None),
        ([{"id": "a", "priority": 2}], False, "a"),
        ([{"id": "a", "priority": 2}, {"id": "b", "priority": 1}], False, "b"),
        ([{"id": "a", "priority": 1}, {"id": "b", "priority": 3, "mode": "live"}], False, "b"),
        ([{"id": "a", "priority": 1, "acknowledged": {}}], False, None),
        ([{"id": "a", "priority": 1, "phase": "cleared"}], False, None),
    ],
)
def test_priority_1_repeats_until_it_is_acknowledged(
    code: Page, alerts: list[dict[str, object]], played: bool, expected: str | None
) -> None:
    full = [{"phase": "entered", "mode": "exercise", "acknowledged": None, **one} for one in alerts]
    assert code.evaluate(CHOICE, [full, played]) == expected


def test_a_server_without_its_data_is_heard_until_it_is_silenced(board: Page, gateway: ScriptedGateway) -> None:
    board.get_by_test_id("sound").click()
    gateway.kafka = False
    expect(board.get_by_test_id("link")).to_have_attribute("data-link", "server")
    expect(board.get_by_test_id("sound")).to_have_attribute("data-last", "link")
    board.get_by_role("button", name="Silence this alarm").click()


RINGS = """async ([played, now]) => {
    const { nextToSound, soundKey } = await import("/js/alerts/sound.js");
    return nextToSound([now], new Set([soundKey(played)])) !== undefined;
}"""


@pytest.mark.parametrize(
    ("change", "rings"),
    [({"revision": 2}, False), ({"revision": 2, "phase": "left"}, False), ({"revision": 2, "rang_revision": 2}, True)],
)
def test_an_alert_sounds_anew_when_the_server_rings_it_anew_and_only_then(
    code: Page, change: dict[str, object], rings: bool
) -> None:
    before = {"id": "a", "priority": 3, "phase": "departed", "mode": "exercise", "revision": 1, "rang_revision": 1}
    assert code.evaluate(RINGS, [before, {**before, **change}]) == rings


# ---------------------------------------------------------------- receipts


@pytest.mark.usefixtures("board")
def test_delivered_and_shown_are_told_once_for_each_revision(gateway: ScriptedGateway) -> None:
    gateway.put_alert(alert())
    gateway.wait_for(SendReceipt, lambda receipt: receipt.kind == "shown")
    gateway.put_alert(alert(revision=2))
    gateway.wait_for(SendReceipt, lambda receipt: receipt.kind == "shown" and receipt.revision == 2)
    told = [(r.revision, r.kind) for r in gateway.heard if isinstance(r, SendReceipt)]
    assert sorted(told) == [(1, "delivered"), (1, "shown"), (2, "delivered"), (2, "shown")]


# ---------------------------------------------------------------- the line


def test_a_board_that_was_away_has_the_alert_when_it_is_back(board: Page, gateway: ScriptedGateway) -> None:
    gateway.put_alert(alert(case="BE/2026-0001", id=f"BE/2026-0001|{NL_ROOM}"))
    expect(board.get_by_test_id("alert")).to_have_count(1)
    with gateway.away():
        expect(board.get_by_test_id("link")).not_to_have_attribute("data-link", "ok")
        gateway.put_alert(alert())
    expect(board.get_by_test_id("alert")).to_have_count(2)
    back = gateway.wait_for(Hello, lambda hello: bool(hello.places))
    assert back.places[NL_ROOM].offset == 0
    assert back.console == gateway.wait_for(Hello).console
    expect(board.get_by_test_id("not-recovered")).to_be_hidden()


def test_a_reload_resumes_with_what_was_held(board: Page, gateway: ScriptedGateway) -> None:
    gateway.put_alert(alert())
    expect(board.get_by_test_id("alert")).to_be_visible()
    board.reload()
    hello = gateway.wait_for(Hello, count=2)
    assert hello.places[NL_ROOM].offset == 0
    assert hello.console == gateway.wait_for(Hello).console
    expect(board.get_by_test_id("alert")).to_have_attribute("data-alert-id", ALERT_ID)


def test_what_could_not_be_recovered_is_said(board: Page, gateway: ScriptedGateway) -> None:
    gateway.put_alert(alert())
    gateway.not_recovered = "the place is older than the log"
    gateway.drop()
    expect(board.get_by_test_id("not-recovered")).to_contain_text("the place is older than the log")
    expect(board.get_by_test_id("alert")).to_have_count(1)


SET_FAST = """(ms) => { const real = Date.now; Date.now = () => real() + ms; }"""


def test_a_dead_line_turns_amber_then_red_and_heals(board: Page, gateway: ScriptedGateway) -> None:
    link = board.get_by_test_id("link")
    with gateway.silent():
        gateway.turning_away = "this gateway is full"
        board.evaluate(SET_FAST, 5_500)
        expect(link).to_have_attribute("data-link", "late")
        board.evaluate(SET_FAST, 10_500)
        expect(link).to_have_attribute("data-link", "stopped")
        expect(board.get_by_test_id("link-banner")).to_contain_text(re.compile(r"LIVE DATA STOPPED \d\d:\d\d:\d\d"))
        expect(board.get_by_test_id("link-banner")).to_contain_text("The server said: this gateway is full.")
        gateway.turning_away = ""
    expect(link).to_have_attribute("data-link", "ok")
    expect(board.get_by_test_id("link-banner")).to_be_hidden()


def test_a_dead_line_is_noticed_though_the_computers_clock_is_set_back(board: Page, gateway: ScriptedGateway) -> None:
    with gateway.silent():
        gateway.turning_away = "this gateway is full"
        board.evaluate("() => { const real = Date.now; Date.now = () => real() - 3_600_000; }")
        board.evaluate("() => { const real = performance.now(); performance.now = () => real + 11_000; }")
        expect(board.get_by_test_id("link")).to_have_attribute("data-link", "stopped")


def test_the_end_of_live_data_is_told_by_the_servers_clock(board: Page, gateway: ScriptedGateway) -> None:
    board.evaluate(SET_FAST, 7_200_000)
    gateway.drop()  # the computer's clock is now two hours fast, and the next welcome tells
    expect(board.locator("#clock-wrong")).to_contain_text("2 h 00 min fast")
    with gateway.silent():
        gateway.turning_away = "full"
        told = ago(0)
        board.evaluate(SET_FAST, 10_500)
        banner = board.get_by_test_id("link-banner")
        expect(banner).to_be_visible()
        assert re.search(rf"STOPPED {told.astimezone(AMSTERDAM):%H}:", banner.inner_text())


def test_a_gateway_without_its_data_is_not_called_ok(board: Page, gateway: ScriptedGateway) -> None:
    gateway.kafka = False
    expect(board.get_by_test_id("link")).to_have_attribute("data-link", "server")
    expect(board.get_by_test_id("link-banner")).to_contain_text("SERVER FAULT")
    gateway.kafka = True
    expect(board.get_by_test_id("link")).to_have_attribute("data-link", "ok")


PAUSES = """async () => {
    const { pause_ms } = await import("/js/feed.js");
    return [0, 1, 2, 3, 4, 50].flatMap((failures) => [0, 0.5, 1].map((chance) => pause_ms(failures, chance)));
}"""


def test_pauses_between_tries_grow_and_stay_within_bounds(code: Page) -> None:
    pauses = code.evaluate(PAUSES)
    assert min(pauses) == 300
    assert max(pauses) == 5000
    assert pauses[2::3] == sorted(pauses[2::3])


# ---------------------------------------------------------------- units and map


def test_a_unit_of_the_pursuit_is_in_the_table_with_the_servers_country(board: Page, gateway: ScriptedGateway) -> None:
    gateway.put(visibility(), NL_ROOM)
    gateway.trails(trail(territory=("DE",)))
    row = board.locator(f"[data-unit='{CAR}']")
    expect(row).to_have_attribute("data-territory", "DE")
    expect(row).to_have_attribute("data-pursuit", "true")
    for text in ("EXERCISE", "168", "N 12\u00b0", CASE):
        expect(row).to_contain_text(text)


def test_a_place_that_a_pursuits_record_knows_better_than_the_dots_is_shown(
    board: Page, gateway: ScriptedGateway
) -> None:
    gateway.put(visibility(), NL_ROOM)
    gateway.trails(trail(at=ago(40), territory=("BE",)))
    row = board.locator(f"[data-unit='{CAR}']")
    expect(row).to_have_attribute("data-territory", "BE")
    gateway.put(pursuit(event=9, units=(unit_view(),)), NL_ROOM)
    expect(row).to_have_attribute("data-territory", "NL")
    expect(row).not_to_have_attribute("data-staleness", "stale")
    gateway.trails(trail(at=ago(0), n=2))
    expect(row).to_contain_text("168")


def test_a_record_that_is_hardly_newer_takes_no_course_and_speed_from_a_dot(
    board: Page, gateway: ScriptedGateway
) -> None:
    gateway.put(visibility(), NL_ROOM)
    gateway.trails(trail(at=ago(5)))
    gateway.put(pursuit(event=9, units=(unit_view(),)), NL_ROOM)
    expect(board.get_by_text("led by").first).to_be_visible()
    expect(board.locator(f"[data-unit='{CAR}']")).to_contain_text("168")


def test_the_age_of_a_position_is_always_said(board: Page, gateway: ScriptedGateway) -> None:
    ages = {"late": 7, "stale": 30, "lost": 200}
    gateway.units(NL_ROOM, *(unit_place(f"NL/{word}", at=ago(seconds)) for word, seconds in ages.items()))
    for word in ages:
        expect(board.locator(f"[data-unit='NL/{word}']")).to_have_attribute("data-staleness", word)


STALENESS = """async (ages) => { const { staleness } = await import("/js/board.js"); return ages.map(staleness); }"""


def test_a_position_is_fresh_late_stale_or_lost_by_its_age(code: Page) -> None:
    words = code.evaluate(STALENESS, [0, 4999, 5000, 14999, 15000, 59999, 60000])
    assert words == ["fresh", "fresh", "late", "late", "stale", "stale", "lost"]


def test_a_fix_that_the_tracker_did_not_use_makes_no_unit_fresh(board: Page, gateway: ScriptedGateway) -> None:
    gateway.put(visibility(), NL_ROOM)
    gateway.trails(trail(at=ago(30)))
    row = board.locator(f"[data-unit='{CAR}']")
    expect(row).to_have_attribute("data-staleness", "stale")
    gateway.trails(trail(at=ago(0), n=2, territory=("DE",), outcome="frozen"), trail(SECOND_CAR))
    expect(board.locator(f"[data-unit='{SECOND_CAR}']")).to_have_attribute("data-staleness", "fresh")
    expect(row).to_have_attribute("data-staleness", "stale")
    expect(row).to_have_attribute("data-territory", "NL")


def test_a_unit_known_from_the_inbox_alone_is_listed(board: Page, gateway: ScriptedGateway) -> None:
    gateway.put(pursuit(), NL_ROOM)
    expect(board.locator(f"[data-unit='{CAR}']")).to_contain_text("NL")
    board.get_by_test_id("open-from-list").click()
    rooms = board.locator("[data-part='rooms']")
    expect(rooms).to_contain_text(f"{NL_ROOM}: entered, delivered, not acknowledged")


def test_a_pursuit_says_which_of_its_units_nobody_hears(board: Page, gateway: ScriptedGateway) -> None:
    gateway.put(pursuit(units=(SILENT, unit_view(SECOND_CAR))), NL_ROOM)
    expect(board.get_by_test_id("pursuit")).to_contain_text(
        re.compile(rf"Units: {CAR} NL NO POSITION since \d\d:31:55 [^,]*, {SECOND_CAR}")
    )


def test_a_unit_is_not_said_to_be_in_a_pursuit_that_is_over(board: Page, gateway: ScriptedGateway) -> None:
    gateway.put(visibility(), NL_ROOM)
    gateway.put(pursuit(), NL_ROOM)
    gateway.trails(trail())
    row = board.locator(f"[data-unit='{CAR}']")
    expect(row).to_contain_text(CASE)
    gateway.put(pursuit(phase="closed", event=4), NL_ROOM)
    expect(row).not_to_contain_text(CASE)


def test_dots_leave_the_board_when_visibility_ends(board: Page, gateway: ScriptedGateway) -> None:
    gateway.put(visibility(), NL_ROOM)
    gateway.trails(trail())
    row = board.locator(f"[data-unit='{CAR}']")
    expect(row).to_have_count(1)
    gateway.put(visibility(granted=False, event=9), NL_ROOM)
    expect(row).to_have_count(0)


GROUND_COLOURS = """() => {
    const canvas = document.querySelector("canvas.sheet");
    const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
    const colours = new Set();
    for (let i = 0; i < data.length; i += 4) colours.add(`${data[i]},${data[i + 1]},${data[i + 2]}`);
    return [...colours];
}"""


def test_the_map_shows_both_states_and_their_border_and_who_is_to_be_named(board: Page) -> None:
    expect(board.get_by_test_id("attribution")).to_contain_text("OpenStreetMap contributors, ODbL")
    expect(board.get_by_test_id("attribution")).to_contain_text("GeoNames")
    expect(board.get_by_test_id("map-state")).to_be_hidden()
    board.wait_for_function(f"({GROUND_COLOURS})().includes('32,54,74')")
    colours = board.evaluate(GROUND_COLOURS)
    assert {"32,54,74", "43,49,56", "217,226,234"} <= set(colours)


def test_the_map_moves_when_asked_and_never_by_itself(board: Page, gateway: ScriptedGateway) -> None:
    scale = board.locator(".leaflet-control-scale-line")
    before = scale.text_content()
    gateway.put(visibility(), NL_ROOM)
    gateway.trails(trail())
    gateway.put_alert(alert())
    expect(board.get_by_test_id("alert")).to_be_visible()
    assert scale.text_content() == before
    board.get_by_role("button", name="Show on map").click()
    expect(scale).not_to_have_text(str(before))
    board.get_by_role("button", name="Back to my view").click()
    expect(scale).to_have_text(str(before))


ASKED_SQUARES = (
    """() => performance.getEntriesByType("resource").filter((one) => one.name.includes("/map/borders/")).length"""
)


def test_the_exact_border_is_loaded_only_where_it_is_in_view(board: Page, gateway: ScriptedGateway) -> None:
    gateway.put_alert(alert())
    expect(board.get_by_test_id("attribution")).not_to_be_empty()
    assert board.evaluate(ASKED_SQUARES) == 0
    with board.expect_event("requestfinished", lambda request: request.url.endswith("/map/borders/22_203")):
        board.get_by_role("button", name="Show on map").click()
    assert board.evaluate(ASKED_SQUARES) < 6


# ---------------------------------------------------------------- bad input


def test_markup_in_any_text_is_shown_and_never_executed(board: Page, gateway: ScriptedGateway) -> None:
    gateway.put_alert(alert(fault=MARKUP, opened_by=MARKUP, area=MARKUP))
    gateway.put(notice(MARKUP), NL_ROOM)
    gateway.put(pursuit(opened_by=MARKUP, purpose=MARKUP), NL_ROOM)
    expect(board.get_by_test_id("alert")).to_contain_text("<script>")
    expect(board.get_by_test_id("log")).to_contain_text("onerror")
    assert board.evaluate("window.executed") is None
    assert board.locator("#board img").count() == 0


def test_messages_that_are_none_break_nothing(board: Page, gateway: ScriptedGateway) -> None:
    for text in ("not json", "[]", "null", '{"type":"inbox"}', '{"type":"trails","trails":[{}]}', '{"type":"later"}'):
        gateway.say(text)
    gateway.put_alert(alert())
    expect(board.get_by_test_id("alert")).to_be_visible()
    expect(board.get_by_test_id("link")).to_have_attribute("data-link", "ok")


def test_the_policy_lets_no_foreign_code_in(browser: Browser, web: Web) -> None:
    page = browser.new_page()  # a profile of its own: the policy reports what it stopped as an error
    page.goto(web.address)
    blocked = page.evaluate(
        """() => new Promise((resolve) => {
            document.addEventListener("securitypolicyviolation", (event) => resolve(event.effectiveDirective));
            const script = document.createElement("script");
            script.textContent = "window.executed = 1";
            document.body.append(script);
        })"""
    )
    assert blocked.startswith("script-src")
    assert page.evaluate("window.executed") is None
    page.close()
