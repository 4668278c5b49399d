"""Orders from the page: each button and form sends its command, once, and says what the server said of it."""

import re
from typing import Any

import httpx
import pytest
from msgspec import to_builtins
from playwright.sync_api import Locator, Page, expect

from senningen.commands.accounts import add_account
from streams import orders
from streams.console import Command, CommandAnswer, RoomInfo
from streams.order_forms import order_forms
from streams.records import CheckEntry
from tests.dashboard.conftest import Web
from tests.dashboard.pursuit_records import NL_DESK, request, rich_pursuit
from tests.dashboard.records import BE_ROOM, CAR, CASE, NL_ROOM, NL_ROOM_INFO, SECOND_CAR, answer
from tests.dashboard.scripted_gateway import ScriptedGateway
from tests.dashboard.slips import begin, confirm, done, fill, opened, ordered, send, shown_anew

pytestmark = pytest.mark.browser


# ---------------------------------------------------------------- from the first press to the server's word


def test_sent_is_not_done_and_done_is_the_servers_word(panel: Locator, gateway: ScriptedGateway) -> None:
    slip = begin(panel, "take_lead")
    send(slip)
    command = gateway.wait_for(Command)
    expect(slip.get_by_test_id("send")).to_be_disabled()
    expect(slip.get_by_test_id("send")).to_have_text("Sending ...")
    gateway.say(CommandAnswer(id=command.id, accepted=True))
    expect(slip.get_by_test_id("send")).to_have_text("SENT, not decided yet")
    gateway.put(answer(command.id, accepted=True, code="done", reason=""), NL_ROOM)
    expect(slip).to_have_count(0)
    sent = panel.locator("[data-part='sent']")
    expect(sent).to_contain_text(re.compile(r"\d\d:\d\d:\d\d CES?T Take the lead"))
    expect(sent.locator(".chip-mark")).to_have_text("DONE")


def test_a_refusal_stands_at_the_form_in_words_and_what_is_changed_goes_as_a_new_command(
    panel: Locator, gateway: ScriptedGateway
) -> None:
    slip = begin(panel, "give_stop")
    fill(slip, reason="too dangerous")
    confirm(slip)
    first = gateway.wait_for(Command)
    gateway.say(CommandAnswer(id=first.id, accepted=True))
    params = {"expected": "operator, commander", "got": "unit"}
    gateway.put(answer(first.id, code="not_allowed", params=params), NL_ROOM)
    expect(slip.get_by_test_id("progress")).to_have_text("REFUSED: Only for operator, commander, not for unit")
    fill(slip, reason="too dangerous in the town")
    confirm(slip)
    second = gateway.wait_for(Command, count=2)
    assert second.id != first.id
    assert second.order.stop != first.order.stop
    assert second.order.reason == "too dangerous in the town"


def test_the_pursuits_answer_counts_though_the_gateways_comes_after_it(
    panel: Locator, gateway: ScriptedGateway
) -> None:
    slip = begin(panel, "take_lead")
    send(slip)
    command = gateway.wait_for(Command)
    gateway.put(answer(command.id, code="closed", params={"case": CASE, "phase": "closed"}), NL_ROOM)
    expect(slip.get_by_test_id("progress")).to_contain_text("REFUSED")
    gateway.say(CommandAnswer(id=command.id, accepted=True))
    gateway.put(rich_pursuit(event=9, purpose="later than that"), NL_ROOM)
    expect(panel).to_contain_text("later than that")
    expect(slip.get_by_test_id("progress")).to_contain_text("REFUSED")


def test_what_may_have_been_written_goes_again_as_the_very_same_command(
    panel: Locator, gateway: ScriptedGateway
) -> None:
    slip = begin(panel, "add_fact")
    fill(slip, kind="remark", text="seen at the fair")
    send(slip)
    first = gateway.wait_for(Command)
    gateway.say(CommandAnswer(id=first.id, accepted=False, code="kafka_away", reason="no broker"))
    expect(slip.get_by_test_id("progress")).to_contain_text("NOT KNOWN whether it was taken")
    expect(slip.locator("[name='text']")).to_be_disabled()
    expect(slip.get_by_test_id("send")).to_have_text("Send again")
    send(slip)
    second = gateway.wait_for(Command, count=2)
    assert (second.id, second.order) == (first.id, first.order)


def test_it_can_be_sent_again_after_its_slip_was_put_away(panel: Locator, gateway: ScriptedGateway) -> None:
    slip = begin(panel, "take_lead")
    send(slip)
    first = gateway.wait_for(Command)
    panel.page.keyboard.press("Escape")
    gateway.say(CommandAnswer(id=first.id, accepted=False, code="kafka_away", reason="no broker"))
    panel.locator("[data-part='sent']").get_by_role("button", name="Send again").click()
    assert gateway.wait_for(Command, count=2).id == first.id


def test_an_order_without_an_answer_goes_again_by_itself_under_the_same_id(
    panel: Locator, gateway: ScriptedGateway
) -> None:
    send(begin(panel, "take_lead"))
    first = gateway.wait_for(Command)
    gateway.drop()
    assert gateway.wait_for(Command, count=2).id == first.id
    gateway.say(CommandAnswer(id=first.id, accepted=True))
    expect(panel.locator(".slip").get_by_test_id("send")).to_have_text("SENT, not decided yet")
    gateway.drop()
    expect(panel.page.get_by_test_id("link")).to_have_attribute("data-link", "ok")
    assert len(gateway.heard_commands()) == 2


def test_what_the_gateway_cannot_read_is_said_at_the_form(panel: Locator, gateway: ScriptedGateway) -> None:
    slip = begin(panel, "take_lead")
    send(slip)
    command = gateway.wait_for(Command)
    why = "order.reason: expected a text, got 5"
    gateway.say(CommandAnswer(id=command.id, accepted=False, code="not_understood", reason=why))
    expect(slip.get_by_test_id("progress")).to_have_text(
        "REFUSED: the server could not read it (order.reason: expected a text, got 5)"
    )
    expect(slip.get_by_test_id("send")).to_be_enabled()


def test_no_answer_for_long_sends_the_person_to_the_telephone(panel: Locator, gateway: ScriptedGateway) -> None:
    slip = begin(panel, "take_lead")
    send(slip)
    gateway.wait_for(Command)
    panel.page.evaluate("() => { const real = Date.now; Date.now = () => real() + 12_000; }")
    expect(slip.get_by_test_id("progress")).to_contain_text("Use the telephone")


# ---------------------------------------------------------------- a second press


def test_a_stop_order_takes_a_second_press_that_is_no_double_click(panel: Locator, gateway: ScriptedGateway) -> None:
    panel.locator("[data-offer='give_stop']").click()
    slip = panel.locator(".slip")
    fill(slip, reason="children on the road")
    slip.get_by_test_id("send").dblclick()
    expect(slip.get_by_test_id("send")).to_contain_text("PRESS AGAIN TO CONFIRM: STOP the pursuit")
    fill(slip, reason="children on the road, school")
    expect(slip.get_by_test_id("send")).to_have_text("Send")
    assert gateway.heard_commands() == []
    confirm(slip)
    order = ordered(gateway)
    assert isinstance(order, orders.GiveStop)
    assert (order.reason, order.language) == ("children on the road, school", "en")
    assert len(order.stop) <= 100


def test_a_key_held_down_is_one_press(panel: Locator, gateway: ScriptedGateway) -> None:
    slip = begin(panel, "opened_in_error")
    fill(slip, reason="an exercise")
    slip.get_by_test_id("send").focus()
    panel.page.evaluate(
        """async () => {
            const button = document.querySelector(".slip [data-testid=send]");
            for (let i = 0; i < 8; i += 1) {
                const key = { key: "Enter", repeat: i > 0, bubbles: true, cancelable: true };
                if (button.dispatchEvent(new KeyboardEvent("keydown", key))) button.form.requestSubmit();
                await new Promise((resolve) => { setTimeout(resolve, 100); });
            }
        }"""
    )
    expect(slip.get_by_test_id("send")).to_have_attribute("data-armed", "true")
    assert gateway.heard_commands() == []


@pytest.mark.parametrize("order", ["close", "opened_in_error", "merge"])
def test_what_cannot_be_taken_back_takes_a_second_press(panel: Locator, gateway: ScriptedGateway, order: str) -> None:
    slip = begin(panel, order)
    filled = {"opened_in_error": {"reason": "x"}, "merge": {"into": "BE/2026-9"}}.get(order, {})
    fill(slip, **filled)
    send(slip)
    expect(slip.get_by_test_id("send")).to_have_attribute("data-armed", "true")
    assert gateway.heard_commands() == []


# ---------------------------------------------------------------- every order


FILLED: dict[str, tuple[dict[str, str], Any]] = {
    "add_fact": (
        {"kind": "vehicle", "plate": "1-ABC-234", "plate_state": "BE", "source": "anpr"},
        orders.AddFact(fact="?", kind="vehicle", plate="1-ABC-234", plate_state="BE", source="anpr", language="en"),
    ),
    "withdraw_fact": ({"fact": "trigger", "reason": "no"}, orders.WithdrawFact(fact="trigger", reason="no")),
    "see_target": (
        {"lat": "50,85", "lon": "5.69", "uncertainty_m": "300", "source": "witness", "speed_mps": "90"},
        {"lat": 50.85, "lon": 5.69, "uncertainty_m": 300.0, "source": "witness", "speed_mps": 25.0},
    ),
    "sight": ({"unit": CAR}, orders.Sight(unit=CAR, lost=False)),
    "returning": ({"unit": CAR}, orders.Returning(unit=CAR)),
    "request": (
        {"kind": "helicopter", "to": BE_ROOM, "text": "s'il vous pla\u00eet", "language": "fr"},
        orders.Request(request="?", kind="helicopter", to=BE_ROOM, text="s'il vous pla\u00eet", language="fr"),
    ),
    "answer_request": (
        {"request": "r1", "answer": "refuse", "reason": "no"},
        orders.AnswerRequest(request="r1", answer=orders.Refuse(reason="no")),
    ),
    "withdraw_request": ({"request": "r9"}, orders.WithdrawRequest(request="r9")),
    "hand_over": ({"to": BE_ROOM}, orders.HandOver(request="?", to=BE_ROOM)),
    "take_lead": ({"reason": "our soil"}, orders.TakeLead(reason="our soil")),
    "give_stop": ({"reason": "now"}, orders.GiveStop(stop="?", reason="now", language="en")),
    "receive_stop": ({"stop": "s1"}, orders.ReceiveStop(stop="s1")),
    "lift_stop": ({"stop": "s1", "reason": "ok"}, orders.LiftStop(stop="s1", reason="ok")),
    "shelve": ({"revision": "1", "minutes": "7.5", "reason": "x"}, orders.Shelve(revision=1, minutes=7.5, reason="x")),
    "unshelve": ({}, orders.Unshelve()),
    "hand_over_alert": ({"to": "P. de Vries"}, orders.HandOverAlert(to="P. de Vries")),
    "take_alert": ({}, orders.TakeAlert()),
    "warn_room": (
        {"to": "DE/LST-AACHEN", "text": "x", "lat": "50.7", "lon": "6.1", "seen_at": ""},
        orders.WarnRoom(to="DE/LST-AACHEN", text="x", lat=50.7, lon=6.1, language="en"),
    ),
    "telephoned": (
        {"room": BE_ROOM, "answered_by": "A", "caller": "B"},
        {"room": BE_ROOM, "answered_by": "A", "caller": "B"},
    ),
    "withdraw_call": (
        {"room": BE_ROOM, "called_at": "2026-05-04T12:00:00", "reason": "x"},
        {"room": BE_ROOM, "reason": "x"},
    ),
    "withdraw_warning": ({"room": BE_ROOM, "reason": "x"}, orders.WithdrawWarning(room=BE_ROOM, reason="x")),
    "withdraw_unit": ({"unit": SECOND_CAR, "reason": "x"}, orders.WithdrawUnit(unit=SECOND_CAR, reason="x")),
    "opened_in_error": ({"reason": "x"}, orders.OpenedInError(reason="x")),
    "merge": ({"into": "BE/2026-9"}, orders.Merge(into="BE/2026-9")),
    "split": (
        {"new_case": "BE/2026-10", "units": f"{CAR} {SECOND_CAR}"},
        orders.Split(new_case="BE/2026-10", units=(CAR, SECOND_CAR)),
    ),
    "still_running": ({}, orders.StillRunning()),
    "check_item": ({"item": "force", "text": "none"}, orders.CheckItem(item="force", text="none", language="en")),
}
GRAVE = {"give_stop", "opened_in_error", "merge"}


def test_every_order_has_its_example_here() -> None:
    assert FILLED.keys() == {form.order for form in order_forms()}


@pytest.mark.parametrize("order", sorted(FILLED))
def test_every_order_can_be_given_with_its_form(board: Page, gateway: ScriptedGateway, order: str) -> None:
    values, expected = FILLED[order]
    own = request(id="r9", room=NL_ROOM, to=BE_ROOM, by=NL_DESK)
    panel = shown_anew(board, gateway, requests=(request(), own), checklist=(CheckEntry(item="force"),))
    slip = begin(panel, order)
    fill(slip, **values)
    (confirm if order in GRAVE else send)(slip)
    given = to_builtins(ordered(gateway))
    for name, value in (expected if isinstance(expected, dict) else to_builtins(expected)).items():
        if value == "?":
            assert given[name].startswith("order-"), "named by the page"
        else:
            assert given[name] == value, name


@pytest.mark.parametrize(
    ("order", "values", "problems"),
    [
        ("give_stop", {}, {"reason": "must be filled in"}),
        ("add_fact", {"kind": "danger"}, {"code": "must be filled in"}),
        ("add_fact", {"kind": "vehicle", "plate": "1-ABC-234"}, {"plate_state": "must be filled in"}),
        ("add_fact", {"kind": "vehicle", "plate": "abc!", "plate_state": "be"},
         {"plate": "must be a plate in capitals, as in 1-ABC-234",
          "plate_state": "must be two capital letters, as in BE"}),
        ("hand_over", {"to": "Liege"}, {"to": "must begin with the state, as in BE/LIE-21"}),
        ("see_target", {"lat": "north", "lon": "200"}, {"lat": "must be a number", "lon": "is out of range"}),
        ("shelve", {"minutes": "31", "reason": "x", "revision": "1.5"},
         {"revision": "must be a number", "minutes": "is out of range"}),
        ("warn_room", {"to": BE_ROOM, "text": "x", "lat": "50"}, {"lon": "both, or neither"}),
        ("answer_request", {"request": "r1", "answer": "refuse"}, {"reason": "must be filled in"}),
        ("telephoned", {"room": BE_ROOM, "answered_by": "x", "caller": "y", "at": "0026-11-27T17:10:00"},
         {"at": "must be a time, the year in four digits"}),
        ("check_item", {"text": "none"}, {"item": "must be filled in"}),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_at_its_field_and_nothing_is_sent(
    panel: Locator, gateway: ScriptedGateway, order: str, values: dict[str, str], problems: dict[str, str]
) -> None:
    slip = begin(panel, order)
    fill(slip, **values)
    send(slip)
    for name, words in problems.items():
        expect(slip.locator(f"[data-field='{name}'] .problem")).to_have_text(words)
    expect(slip.locator("[aria-invalid='true']")).to_have_count(len(problems))
    expect(slip.locator(f"[name='{next(iter(problems))}']")).to_be_focused()
    assert gateway.heard_commands() == []


# ---------------------------------------------------------------- who, and with what


def test_with_several_rooms_it_is_said_in_whose_name(page: Page, web: Web, gateway: ScriptedGateway) -> None:
    second = RoomInfo(id="NL/MK-ROTTERDAM", name="Rotterdam", state="NL", languages=("nl",))
    gateway.rooms = (NL_ROOM_INFO, second)
    page.goto(f"{web.address}/#token={web.tokens['nl-desk']}")
    gateway.wait_for_hello()
    gateway.put(rich_pursuit(), NL_ROOM)
    panel = opened(page)
    slip = begin(panel, "take_lead")
    expect(slip.locator("[name='as_room']")).to_have_value(NL_ROOM)
    fill(slip, as_room="NL/MK-ROTTERDAM")
    send(slip)
    assert gateway.wait_for(Command).room == "NL/MK-ROTTERDAM"


def test_an_onlooker_is_offered_nothing(page: Page, web: Web, gateway: ScriptedGateway) -> None:
    token = add_account(web.accounts, "looks-on", "administrator", rooms=(NL_ROOM,))
    gateway.account, gateway.role = "looks-on", "administrator"
    page.goto(f"{web.address}/#token={token}")
    gateway.wait_for_hello()
    gateway.put(rich_pursuit(), NL_ROOM)
    page.get_by_test_id("open-from-list").click()
    panel = page.get_by_test_id("pursuit-panel")
    expect(panel.locator("[data-part='dangers'] [data-testid='row']").first).to_be_visible()
    expect(panel.locator("[data-offer]")).to_have_count(0)
    expect(panel.get_by_test_id("other-order")).to_be_hidden()
    expect(page.get_by_test_id("new-pursuit")).to_be_hidden()


def test_the_keyboard_alone_gives_an_order(panel: Locator, gateway: ScriptedGateway) -> None:
    keys = panel.page.keyboard
    panel.locator("[data-offer='take_lead']").focus()
    keys.press("Enter")
    expect(panel.locator(".slip").get_by_test_id("send")).to_be_focused()
    keys.press("Enter")
    done(gateway, gateway.wait_for(Command))
    expect(panel.locator(".slip")).to_have_count(0)
    expect(panel.locator("[data-offer='take_lead']")).to_be_focused()


def test_a_slip_is_put_away_with_escape_and_nothing_was_sent(panel: Locator, gateway: ScriptedGateway) -> None:
    panel.locator("[data-offer='give_stop']").click()
    panel.page.keyboard.press("Escape")
    expect(panel.locator(".slip")).to_have_count(0)
    expect(panel).to_be_visible()
    expect(panel.locator("[data-offer='give_stop']")).to_be_focused()
    assert gateway.heard_commands() == []


def test_a_slip_is_in_french_and_keeps_what_was_filled_in(panel: Locator, gateway: ScriptedGateway) -> None:
    slip = begin(panel, "give_stop")
    fill(slip, reason="trop dangereux")
    panel.page.get_by_test_id("language").select_option("fr")
    expect(slip.get_by_role("heading")).to_have_text("ARR\u00caTER la poursuite : ordre \u00e0 toutes les unit\u00e9s")
    expect(slip.locator("[name='reason']")).to_have_value("trop dangereux")
    expect(slip.locator("label").first).to_have_text("Raison *")
    confirm(slip)
    assert gateway.wait_for(Command).order.reason == "trop dangereux"
    expect(slip.get_by_test_id("send")).to_have_text("Envoi ...")


TIMES = """async (text) => {
    const { instantOf, fieldTime } = await import("/js/orders/instants.js");
    const instant = instantOf(text);
    return [instant, instant && fieldTime(Date.parse(instant))];
}"""


@pytest.mark.parametrize(
    ("text", "instant"),
    [
        ("2026-01-15T14:32:07", "2026-01-15T13:32:07.000Z"),
        ("2026-07-15T14:32:07", "2026-07-15T12:32:07.000Z"),
        ("2026-01-15T00:10", "2026-01-14T23:10:00.000Z"),
        ("2026-10-25T02:30:00", "2026-10-25T01:30:00.000Z"),
        ("2000-01-01T00:00:00", "1999-12-31T23:00:00.000Z"),
        ("soon", None),
        ("0001-01-01T00:00:00", None),
        ("0026-11-27T17:10:00", None),
        ("1999-12-31T23:59:59", None),
        ("2101-01-01T00:00:00", None),
        ("275760-09-13T00:00:00", None),
    ],
)
def test_times_are_filled_in_by_the_clock_of_the_benelux(code: Page, text: str, instant: str | None) -> None:
    read, written = code.evaluate(TIMES, text)
    assert read == instant
    assert written == (None if instant is None else (text if text.count(":") == 2 else f"{text}:00"))


def test_the_forms_are_given_to_who_is_signed_in_alone(web: Web) -> None:
    with httpx.Client(base_url=web.address) as client:
        assert client.get("/orders.json").status_code == 401
        assert client.post("/api/session", json={"token": web.tokens["nl-desk"]}).status_code == 200
        given = client.get("/orders.json")
        assert [form["order"] for form in given.json()["orders"]] == [form.order for form in order_forms()]
        assert given.json()["rooms"][1] == {
            "id": NL_ROOM, "name": "Meldkamer Limburg", "telephone": "+31 43 000 00 00", "telephone_only": False,
        }  # fmt: skip
        tag = given.headers["etag"]
        assert client.get("/orders.json", headers={"If-None-Match": tag}).status_code == 304
