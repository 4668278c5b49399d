"""The page says whether a person can see it and would hear it, in a real browser."""

import pytest
from msgspec import to_builtins
from playwright.sync_api import Page

from streams.console import DesksMessage, Hello, Presence, RoomDesks
from tests.dashboard.records import BE_ROOM, NL_ROOM
from tests.dashboard.scripted_gateway import ScriptedGateway

pytestmark = pytest.mark.browser

HIDE = """(state) => {
    Object.defineProperty(document, "visibilityState", { configurable: true, get: () => state });
    document.dispatchEvent(new Event("visibilitychange"));
}"""

DESKS = """async (messages) => {
    const { emptyState, reduce } = await import("/js/store.js");
    return messages.reduce((state, message) => reduce(state, message, 1000), emptyState()).desks;
}"""


def said(gateway: ScriptedGateway) -> list[tuple[bool, bool]]:
    return [(m.page_visible, m.sound_armed) for m in gateway.heard if isinstance(m, Presence)]


def test_it_is_said_at_the_sign_in_and_with_each_change_and_not_again(board: Page, gateway: ScriptedGateway) -> None:
    assert gateway.wait_for(Hello).kind == "page"
    gateway.wait_for(Presence)
    board.get_by_test_id("sound").click()
    gateway.wait_for(Presence, lambda presence: presence.sound_armed)
    board.evaluate(HIDE, "hidden")
    gateway.wait_for(Presence, lambda presence: not presence.page_visible)
    board.evaluate(HIDE, "visible")
    gateway.wait_for(Presence, count=4)
    board.wait_for_timeout(1000)
    assert said(gateway) == [(True, False), (True, True), (False, True), (True, True)]


@pytest.mark.usefixtures("board")
def test_a_new_line_is_told_anew(gateway: ScriptedGateway) -> None:
    gateway.wait_for(Presence)
    gateway.drop()
    gateway.wait_for(Presence, count=2)
    assert said(gateway) == [(True, False)] * 2
    types = [type(message).__name__ for message in gateway.heard if isinstance(message, Hello | Presence)]
    assert types == ["Hello", "Presence"] * 2


def test_the_store_knows_the_desks_of_the_last_message_alone(code: Page) -> None:
    first = RoomDesks(room=BE_ROOM, signed_in=0, page_visible=0, sound_armed=0)
    own = RoomDesks(room=NL_ROOM, signed_in=2, page_visible=1, sound_armed=1, own=True)
    messages = [to_builtins(DesksMessage(rooms=rooms)) for rooms in ((first, own), (own,))]
    assert code.evaluate(DESKS, messages) == {NL_ROOM: to_builtins(own) | {"desks": []}}
