"""Two desks on the real stack work on one pursuit by the page alone: open, warn, ask, stop, close, report."""

from collections.abc import Mapping
from datetime import UTC, datetime

import pytest
from playwright.async_api import Locator, expect

from tests.end_to_end.desk import Desk, chromium, signed_in
from tests.end_to_end.stack_thread import StackThread

pytestmark = [pytest.mark.kafka, pytest.mark.browser, pytest.mark.timeout(240)]

LIEGE, MAASTRICHT = "BE/CIC-LIEGE", "NL/MK-MAASTRICHT"
DECIDED_WITHIN_MS = 15_000
_DOUBLE_CLICK_MS = 550


def panel(desk: Desk) -> Locator:
    return desk.page.get_by_test_id("pursuit-panel")


def part(desk: Desk, name: str) -> Locator:
    return panel(desk).locator(f"[data-part='{name}']")


async def give(desk: Desk, button: str, values: Mapping[str, str], *, presses: int = 1) -> None:
    """Press a button of the panel, fill in its form, and send it."""
    await panel(desk).locator(button).first.click()
    slip = panel(desk).locator(".slip")
    for name, value in values.items():
        control = slip.locator(f"[name='{name}']")
        if await control.evaluate("node => node.localName") == "select":
            await control.select_option(value)
        else:
            await control.fill(value)
    for _ in range(presses):
        await slip.get_by_test_id("send").click()
        await desk.page.wait_for_timeout(_DOUBLE_CLICK_MS)


async def done(desk: Desk, word: str) -> None:
    """The last order of this desk, by its name, was done: the pursuit says so."""
    row = part(desk, "sent").get_by_test_id("row").first
    await expect(row).to_contain_text(word, timeout=DECIDED_WITHIN_MS)
    await expect(row.locator(".chip-mark")).to_have_attribute("data-tone", "good", timeout=DECIDED_WITHIN_MS)


async def opened(desk: Desk, case: str) -> None:
    """Liège opens a pursuit without a unit, and its panel is shown."""
    await desk.page.get_by_test_id("new-pursuit").click()
    slip = panel(desk).locator(".slip")
    await slip.locator("[name='case']").fill(case)
    await slip.locator("[name='mode']").select_option("test")
    await slip.locator("[name='purpose']").fill("failed to stop")
    await slip.get_by_test_id("send").click()
    await expect(panel(desk).get_by_role("heading", name=case)).to_be_visible(timeout=DECIDED_WITHIN_MS)
    await expect(panel(desk).locator("> .facts")).to_contain_text("failed to stop", timeout=DECIDED_WITHIN_MS)


async def test_two_desks_work_on_one_pursuit_by_the_page_alone(line: StackThread) -> None:
    case = f"BE/DESK-{datetime.now(UTC):%H%M%S}"
    async with chromium() as browser:
        liege = await signed_in(line, browser, "liege")
        maastricht = await signed_in(line, browser, "maastricht")
        await maastricht.page.get_by_test_id("language").select_option("fr")
        await opened(liege, case)
        await warned(liege, maastricht, case)
        await asked_and_answered(liege, maastricht)
        await stopped_and_closed(liege, maastricht)
        assert liege.outside + maastricht.outside == []


async def warned(liege: Desk, maastricht: Desk, case: str) -> None:
    """Liège warns Maastricht by hand; Maastricht, who reads French, acknowledges and adds a danger."""
    warning = {
        "to": MAASTRICHT,
        "text": "Audi gris",
        "place": "Vis\u00e9",
        "direction": "Maastricht",
        "speed_mps": "160",
    }
    await give(liege, "[data-offer='warn_room']", warning)
    await done(liege, "Warn a room by hand")
    card = await maastricht.open_card(case)
    await expect(card).to_contain_text("Audi gris", timeout=DECIDED_WITHIN_MS)
    await expect(part(liege, "rooms")).to_contain_text("Signed in 1, see it 1, hear it 1", timeout=DECIDED_WITHIN_MS)
    await card.get_by_test_id("acknowledge").click()
    await expect(part(liege, "rooms")).to_contain_text("acknowledged by maastricht", timeout=DECIDED_WITHIN_MS)
    await card.get_by_test_id("open-panel").click()
    await give(maastricht, "[data-offer='danger']", {"code": "armed"})
    await done(maastricht, "Ajouter un fait")
    await expect(part(liege, "dangers")).to_contain_text("DANGER: armed", timeout=DECIDED_WITHIN_MS)


async def asked_and_answered(liege: Desk, maastricht: Desk) -> None:
    """Liège asks for something, Maastricht accepts; and may not say for who leads that it still runs."""
    await give(liege, "[data-offer='request']", {"kind": "block_road", "to": MAASTRICHT, "text": "A2"})
    await expect(part(maastricht, "requests")).to_contain_text("BARRER la route", timeout=DECIDED_WITHIN_MS)
    await give(maastricht, "[data-offer='accept']", {"conditions": "jusqu'\u00e0 18 h"})
    await expect(part(liege, "requests")).to_contain_text("ACCEPTED by maastricht", timeout=DECIDED_WITHIN_MS)
    await expect(part(liege, "requests")).to_contain_text("on condition: jusqu'\u00e0 18 h")
    await panel(maastricht).get_by_test_id("other-order").select_option("still_running")
    await panel(maastricht).locator(".slip").get_by_test_id("send").click()
    refusal = panel(maastricht).locator(".slip").get_by_test_id("progress")
    await expect(refusal).to_contain_text("REFUS\u00c9 : ", timeout=DECIDED_WITHIN_MS)
    await maastricht.page.keyboard.press("Escape")


async def stopped_and_closed(liege: Desk, maastricht: Desk) -> None:
    """Liège stops the pursuit, closes it, each at the second press, and fills in the first item of the report."""
    await give(liege, "[data-offer='give_stop']", {"reason": "children on the road"}, presses=2)
    await done(liege, "STOP the pursuit")
    await expect(part(maastricht, "stops")).to_contain_text("children on the road [en]", timeout=DECIDED_WITHIN_MS)
    await give(liege, "[data-offer='close']", {"reason": "over"}, presses=2)
    await done(liege, "Close the pursuit")
    await give(liege, "[data-key='outcome'] [data-offer]", {"text": "lost at Maastricht"})
    await done(liege, "Fill in the checklist")
    await expect(part(liege, "checklist")).to_contain_text("lost at Maastricht", timeout=DECIDED_WITHIN_MS)
