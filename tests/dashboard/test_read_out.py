"""The card that an operator reads aloud by telephone, on the page: at hand where a call is due, and printable."""

import re
from typing import Any

import pytest
from msgspec.structs import replace
from playwright.sync_api import Locator, Page, expect

from streams.console import Command, DesksMessage
from streams.records import PursuitRecord
from tests.dashboard.pursuit_records import LU_ROOM, alerted, desks, law_card, rich_pursuit, stay
from tests.dashboard.records import NL_ROOM, unit_view
from tests.dashboard.scripted_gateway import ScriptedGateway
from tests.dashboard.slips import done, fill, opened, send

pytestmark = pytest.mark.browser

CALL: dict[str, Any] = {"phase": "approaching", "telephone": "+352 4997 2341", "languages": ("fr", "de")}


def to_be_called(**changes: Any) -> PursuitRecord:
    """Luxembourg is to be called by the Dutch room, which leads."""
    given: dict[str, Any] = {"leading_room": NL_ROOM, "alerted": (alerted(), alerted(LU_ROOM, **CALL))}
    return rich_pursuit(**{**given, **changes})


@pytest.fixture
def called(board: Page, gateway: ScriptedGateway) -> Locator:
    """The panel, with nobody at the desks of Luxembourg."""
    gateway.put(to_be_called(), NL_ROOM)
    gateway.say(DesksMessage(rooms=(desks(LU_ROOM, 0),)))
    return opened(board)


def test_the_card_stands_at_the_room_that_must_be_called_and_says_first_whom_to_dial(called: Locator) -> None:
    row = called.locator(f"[data-part='rooms'] [data-key='{LU_ROOM}']")
    expect(row).to_have_attribute("data-tone", "call")
    button = row.locator("[data-offer='read_out']")
    expect(button).to_have_text("Read-out card")
    expect(button).to_have_attribute("data-tone", "asked")
    expect(called.locator(f"[data-key='{NL_ROOM}'] [data-offer='read_out']")).to_have_count(0)
    button.click()
    card = called.get_by_test_id("read-out")
    expect(card.locator(".dial")).to_have_text(f"Call {LU_ROOM}: +352 4997 2341.")
    expect(card.get_by_role("heading", level=4)).to_have_text(["English", "Fran\u00e7ais"])
    english, french = card.locator("[lang='en'] li"), card.locator("[lang='fr'] li")
    expect(english.first).to_have_text("Exercise, exercise, exercise.")
    expect(french.first).to_have_text("Exercice, exercice, exercice.")
    assert english.count() == french.count()
    expect(english.filter(has_text="The pursued car was seen at")).to_contain_text(re.compile(r"\d\d:\d\d:\d\d CES?T"))
    expect(card).not_to_contain_text("{$")


def test_the_banner_that_somebody_must_be_called_opens_the_card(board: Page, gateway: ScriptedGateway) -> None:
    gateway.put(to_be_called(), NL_ROOM)
    gateway.say(DesksMessage(rooms=(desks(LU_ROOM, 0),)))
    board.get_by_test_id("calls").get_by_role("button").click()
    expect(board.get_by_test_id("read-out").locator(".dial")).to_contain_text("+352 4997 2341")
    expect(board.get_by_role("heading", name=f"Read-out card for {LU_ROOM}")).to_be_focused()


def test_the_call_is_written_down_from_the_card(called: Locator, gateway: ScriptedGateway) -> None:
    called.locator(f"[data-key='{LU_ROOM}'] [data-offer='read_out']").click()
    card = called.get_by_test_id("read-out")
    card.get_by_role("button", name="Called: enter who answered").click()
    slip = called.locator(".slip")
    expect(slip.locator("[name='room']")).to_have_value(LU_ROOM)
    expect(card).to_be_visible()
    fill(slip, answered_by="M. Weber")
    send(slip)
    command = gateway.wait_for(Command)
    assert (command.order.room, command.order.answered_by) == (LU_ROOM, "M. Weber")
    done(gateway, command)
    expect(slip).to_have_count(0)
    expect(card).to_be_visible()


def test_the_card_goes_on_with_the_pursuit(called: Locator, gateway: ScriptedGateway) -> None:
    called.locator(f"[data-key='{LU_ROOM}'] [data-offer='read_out']").click()
    card = called.get_by_test_id("read-out")
    gateway.put(to_be_called(event=9, facts=()), NL_ROOM)
    expect(card.locator("[lang='en']")).to_contain_text("DANGER: not known.")
    gateway.put(to_be_called(event=10, alerted=(alerted(),)), NL_ROOM)
    expect(card).to_be_hidden()


def test_the_law_is_read_from_the_card_that_this_desk_holds(board: Page, gateway: ScriptedGateway) -> None:
    there = replace(unit_view(), stays=(stay(state="LU"),))
    gateway.put(to_be_called(units=(there,)), NL_ROOM)
    panel = opened(board)
    panel.locator(f"[data-key='{LU_ROOM}'] [data-offer='read_out']").click()
    english = panel.get_by_test_id("read-out").locator("[lang='en']")
    expect(english).to_contain_text("read it from the card BE>NL/police/2026-01-01")
    gateway.put(law_card(), NL_ROOM)
    expect(english).to_contain_text("LAW on 1 January 2026: police (Belgium) in the Netherlands")
    expect(english).not_to_contain_text("read it from the card")
    expect(panel.get_by_test_id("read-out").locator("[lang='fr']")).to_contain_text("DROIT au 1 janvier 2026")


def test_it_is_reached_read_and_closed_with_the_keyboard(called: Locator) -> None:
    button = called.locator(f"[data-key='{LU_ROOM}'] [data-offer='read_out']")
    button.focus()
    called.page.keyboard.press("Enter")
    card = called.get_by_test_id("read-out")
    expect(card.get_by_role("heading", level=3)).to_be_focused()
    called.page.keyboard.press("Tab")
    expect(card.get_by_test_id("called")).to_be_focused()
    called.page.keyboard.press("Escape")
    expect(card).to_be_hidden()
    expect(button).to_be_focused()
    expect(called).to_be_visible()


def test_on_paper_there_is_the_card_alone(called: Locator) -> None:
    called.locator(f"[data-key='{LU_ROOM}'] [data-offer='read_out']").click()
    card = called.get_by_test_id("read-out")
    called.page.emulate_media(media="print")
    try:
        expect(card.locator("[lang='fr'] li").last).to_be_visible()
        expect(card.locator("button").first).to_be_hidden()
        for other in ("#alerts", ".top", ".ground", "#pursuit-panel .columns"):
            expect(called.page.locator(other)).to_be_hidden()
    finally:
        called.page.emulate_media(media="screen")


def test_a_room_of_which_the_server_has_no_words_has_no_card(board: Page, gateway: ScriptedGateway) -> None:
    gateway.speechless = True
    gateway.put(to_be_called(), NL_ROOM)
    panel = opened(board)
    expect(panel.locator(f"[data-key='{LU_ROOM}'] [data-offer='telephoned']")).to_be_visible()
    expect(panel.locator("[data-offer='read_out']")).to_have_count(0)
