"""How tests give orders on the page: the panel of a pursuit, the slip of an order, and what the server says of it."""

from typing import Any

from playwright.sync_api import Locator, Page, expect

from streams.console import Command, CommandAnswer
from streams.order_forms import order_forms
from tests.dashboard.pursuit_records import rich_pursuit
from tests.dashboard.records import CASE, NL_ROOM, answer
from tests.dashboard.scripted_gateway import ScriptedGateway

_COMMANDS = 4
"""Besides the orders: open, join, leave, close."""


def opened(board: Page) -> Locator:
    """The panel of the only pursuit, from the list, when it has all forms."""
    board.get_by_test_id("open-from-list").click()
    panel = board.get_by_test_id("pursuit-panel")
    expect(panel.get_by_test_id("other-order").locator("option")).to_have_count(1 + len(order_forms()) + _COMMANDS)
    return panel


def shown_anew(board: Page, gateway: ScriptedGateway, **changes: Any) -> Locator:
    """The panel of a rich pursuit with these changes."""
    gateway.put(rich_pursuit(**changes), NL_ROOM)
    return opened(board)


def begin(panel: Locator, order: str) -> Locator:
    """The slip of an order, chosen from the list of all of them."""
    panel.get_by_test_id("other-order").select_option(order)
    slip = panel.locator(".slip")
    expect(slip).to_have_attribute("data-order", order)
    return slip


def fill(slip: Locator, **values: str) -> None:
    """Fill in or choose, by the name of the field."""
    for name, value in values.items():
        control = slip.locator(f"[name='{name}']")
        if control.is_hidden():
            slip.locator("summary").click()
        if control.evaluate("node => node.localName") == "select":
            control.select_option(value)
        else:
            control.fill(value)


def send(slip: Locator) -> None:
    """Press once."""
    slip.get_by_test_id("send").click()


def done(gateway: ScriptedGateway, command: Command) -> None:
    """The gateway took it, and the pursuit did it."""
    gateway.say(CommandAnswer(id=command.id, accepted=True))
    gateway.put(answer(command.id, accepted=True, code="done", reason=""), NL_ROOM)


def ordered(gateway: ScriptedGateway) -> Any:
    """The order of the only command so far."""
    command = gateway.wait_for(Command)
    assert len(gateway.heard_commands()) == 1
    assert (command.command, command.room, command.case, command.mode) == ("order", NL_ROOM, CASE, "exercise")
    return command.order


def confirm(slip: Locator) -> None:
    """Press twice, as somebody does who means it."""
    send(slip)
    expect(slip.get_by_test_id("send")).to_have_attribute("data-armed", "true")
    slip.page.wait_for_timeout(550)
    send(slip)
