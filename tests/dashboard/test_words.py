"""The page in five languages: chosen by the person, remembered, and switched without a reload."""

import re
from datetime import UTC, date, datetime
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from borders.card import card_for
from borders.load import load_regimes
from streams.console import Hello
from streams.orders import FactKind
from streams.records import Account, CardRecord, Fact
from tests.dashboard.conftest import Web
from tests.dashboard.records import BE_ROOM, CASE, NL_ROOM, acknowledged, ago, alert, approach, notice, pursuit
from tests.dashboard.scripted_gateway import ScriptedGateway

pytestmark = pytest.mark.browser
CREW = Account(name="LIE-21", role="unit", state="BE", unit="BE/LIE-21")


def choose(board: Page, language: str) -> None:
    board.get_by_test_id("language").select_option(language)


def test_switching_to_french_puts_everything_in_french_without_a_reload(board: Page, gateway: ScriptedGateway) -> None:
    gateway.put_alert(alert(acknowledged=acknowledged()))
    gateway.put_alert(alert(case="BE/2", id=f"BE/2|{NL_ROOM}"))
    card = board.locator(f"[data-alert-id='BE/2|{NL_ROOM}']")
    expect(card.locator(".headline")).to_have_text("ENTERED NL")
    board.evaluate("window.same = true")
    choose(board, "fr")
    expect(card.locator(".headline")).to_have_text("ENTR\u00c9E SUR LE TERRITOIRE NL")
    expect(card).to_contain_text("1,2 km SO")
    expect(card.locator(".when")).to_have_text(re.compile(r"^Fronti\u00e8re franchie \u00e0 \d\d:\d\d:\d\d CES?T \("))
    expect(card).to_have_attribute(
        "aria-label", re.compile("^EXERCICE. Priorit\u00e9 1. La poursuite BE/2 est entr\u00e9e aux Pays-Bas")
    )
    expect(card.get_by_test_id("acknowledge")).to_have_text("Acquitter la r\u00e9vision 1")
    expect(board.get_by_test_id("owned")).to_contain_text(["Acquitt\u00e9e par M. Jansen (Desk 3) \u00e0 "])
    expect(board.get_by_role("heading", name="Alertes")).to_be_visible()
    expect(board.get_by_test_id("link")).to_contain_text("LIAISON OK")
    expect(board.locator("html")).to_have_attribute("lang", "fr")
    assert board.evaluate("window.same"), "nothing was loaded anew"
    assert [m.language for m in gateway.heard if isinstance(m, Hello)] == ["en", "fr"]
    expect(board.get_by_test_id("not-recovered")).to_be_hidden()


def test_a_new_language_is_given_everything_anew_and_resumes_from_there(board: Page, gateway: ScriptedGateway) -> None:
    gateway.put_alert(alert())
    expect(board.get_by_test_id("alert")).to_be_visible()
    choose(board, "de")
    expect(board.locator(".headline")).to_have_text("GRENZ\u00dcBERTRITT NACH NL")
    assert gateway.wait_for(Hello, count=2).places == {}
    gateway.drop()
    assert gateway.wait_for(Hello, count=3).places[NL_ROOM].offset == 0
    expect(board.locator(".headline")).to_have_text("GRENZ\u00dcBERTRITT NACH NL")


def test_the_language_is_remembered_and_said_at_the_sign_in(board: Page, web: Web, gateway: ScriptedGateway) -> None:
    gateway.put_alert(alert())
    choose(board, "lb")
    expect(board.locator(".headline")).to_have_text("OP NL ERAKOMM")
    board.reload()
    expect(board.locator(".headline")).to_have_text("OP NL ERAKOMM")
    board.get_by_test_id("language").wait_for()
    assert board.get_by_test_id("language").input_value() == "lb"
    board.get_by_role("button", name="Ofmellen").click()
    expect(board.locator("#sign-in-form")).to_contain_text("Mellt Iech mam Token")
    board.goto(web.address)
    expect(board.get_by_label("Sprooch").first).to_have_value("lb")


def test_the_five_languages_are_offered_by_their_own_names(board: Page) -> None:
    names = board.get_by_test_id("language").locator("option").all_text_contents()
    assert names == ["Nederlands", "Fran\u00e7ais", "Deutsch", "L\u00ebtzebuergesch", "English"]


CHOSEN = """async ([kept, browser]) => {
    const { chosenLanguage } = await import("/js/words.js");
    localStorage.clear();
    if (kept) localStorage.setItem("senningen.language", kept);
    Object.defineProperty(navigator, "languages", { configurable: true, get: () => browser });
    return chosenLanguage();
}"""


@pytest.mark.parametrize(
    ("kept", "offered", "chosen"),
    [
        (None, ["nl-BE", "en"], "nl"),
        (None, ["pt", "fr-LU"], "fr"),
        (None, ["pt"], "en"),
        ("de", ["nl"], "de"),
        ("xx", ["nl"], "nl"),
    ],
)
def test_without_a_choice_the_browser_says_which(
    page: Page, web: Web, kept: str | None, offered: list[str], chosen: str
) -> None:
    page.goto(web.address)
    assert page.evaluate(CHOSEN, [kept, offered]) == chosen


def test_a_record_without_words_is_still_an_alert(board: Page, gateway: ScriptedGateway) -> None:
    gateway.speechless = True
    gateway.put_alert(alert())
    gateway.put(pursuit(), NL_ROOM)
    gateway.put(notice("3 x range"), NL_ROOM)
    expect(board.locator(".headline")).to_have_text("entered (the server sent no words) NL")
    expect(board.get_by_test_id("acknowledge")).to_be_enabled()
    expect(board.get_by_test_id("pursuit")).to_contain_text(CASE)


TIMES = """async ([text, now]) => {
    const { withTimes } = await import("/js/format.js");
    return withTimes(text, Date.parse(now));
}"""
NOON = "2026-11-23T12:00:00Z"


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("at {$at 2026-11-23T11:31:55Z}", "at 12:31:55 CET (11:31:55Z)"),
        ("at {$at 2026-07-01T23:30:00Z}", "at 2026-07-02 01:30:00 CEST (23:30:00Z)"),
        ("{$clock 2026-11-23T23:31:55.5Z}", "00:31:55 CET"),
        ("in {$in 2026-11-23T12:00:45Z}", "in 45 s"),
        ("in {$in 2026-11-23T11:00:00Z}", "in 0 s"),
        ("{$at tomorrow} and {$room} stay", "{$at tomorrow} and {$room} stay"),
    ],
)
def test_the_page_writes_instants_as_they_read_now(code: Page, text: str, read: str) -> None:
    code.wait_for_function("import('/js/words.js').then((words) => words.hasLabel('zone-cet'))")
    assert code.evaluate(TIMES, [text, NOON]) == read


def test_what_is_expected_comes_nearer_then_is_due_then_overdue(board: Page, gateway: ScriptedGateway) -> None:
    changes: dict[str, Any] = {"phase": "approaching", "priority": 2, "crossing": None}
    for number, (eta, latest) in enumerate(((-50, -90), (5, -30), (20, 10))):
        case = f"BE/{number}"
        foreseen = approach(eta=ago(eta), eta_from=ago(eta + 5), eta_to=ago(latest))
        gateway.put_alert(alert(case=case, id=f"{case}|{NL_ROOM}", approach=foreseen, **changes))
    for number, words in enumerate(("Expected in ", "Expected now, at ", "OVERDUE: was expected at ")):
        expect(board.locator(f"[data-alert-id='BE/{number}|{NL_ROOM}'] .when")).to_contain_text(words)


def fact(kind: FactKind, **changes: Any) -> Fact:
    at = datetime(2026, 11, 23, 13, 28, tzinfo=UTC)
    given: dict[str, Any] = {"id": kind, "source": "crew", "by": CREW, "at": at, "data_class": "operational"}
    return Fact(**{**given, "kind": kind, **changes})


def test_danger_and_car_stand_on_the_card_and_what_is_known_with_the_pursuit(
    board: Page, gateway: ScriptedGateway
) -> None:
    known = (
        fact("danger", code="armed"),
        fact("vehicle", plate="1-ABC-234", plate_state="BE"),
        fact("remark", text="vermoeden", language="nl", assessment=True),
    )
    gateway.put_alert(alert())
    gateway.put(pursuit(facts=known), NL_ROOM)
    card = board.get_by_test_id("alert")
    expect(card).to_contain_text("DANGER: armed (crew, LIE-21, 2026-11-23 14:28:00 CET (13:28:00Z))")
    expect(card).to_contain_text("vehicle: 1-ABC-234 (BE)")
    board.get_by_test_id("open-from-list").click()
    said = board.locator("[data-part='assessments']")
    expect(said).to_contain_text("ASSESSMENT, not a fact: remark: vermoeden [nl]")


def test_the_law_stands_on_the_card_of_the_alert(board: Page, gateway: ScriptedGateway) -> None:
    law = card_for(load_regimes(), "BE", "NL", on=date(2026, 1, 1), service="police")
    name = "BE>NL/police/2026-01-01"
    gateway.put(CardRecord(recipient=NL_ROOM, case=CASE, id=name, card=law, mode="exercise"), NL_ROOM)
    gateway.put_alert(alert(cards=(name,), leading_room=BE_ROOM))
    shown = board.get_by_test_id("law")
    expect(shown.locator("summary")).to_contain_text("LAW on 1 January 2026: police (Belgium) in the Netherlands")
    shown.locator("summary").click()
    expect(shown).to_contain_text("homes excluded: yes (not sure), CHECK with the host's control room")
