"""A desk in the system's own Chromium, signed in on the real page."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

from playwright.async_api import Browser, BrowserContext, Locator, Page, async_playwright, expect

from tests.dashboard.conftest import CHROMIUM, CHROMIUM_ARGS
from tests.end_to_end.stack_thread import StackThread

_LINKED_WITHIN_MS = 20_000


@dataclass(frozen=True)
class Desk:
    """One operator's browser."""

    context: BrowserContext
    page: Page
    outside: list[str]
    """Requests that would have left this machine."""

    def card(self, case: str) -> Locator:
        """The alert card of a case."""
        return self.page.locator(f'[data-testid="alert"][data-alert-id^="{case}|"]')

    async def open_card(self, case: str) -> Locator:
        """The card in full view: after many alarms in a few minutes it lies in its pursuit's group, to be opened."""
        card = self.card(case)
        await expect(card).to_be_attached(timeout=_LINKED_WITHIN_MS)
        group = self.page.get_by_test_id("flood-group").filter(has=card)
        if not await card.is_visible() and await group.count():
            await group.locator("summary").click()
        await expect(card).to_be_visible()
        return card

    def link(self, word: str) -> Locator:
        """The link chip, when it says this."""
        return self.page.locator(f'[data-testid="link"][data-link="{word}"]')


@asynccontextmanager
async def chromium() -> AsyncIterator[Browser]:
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=CHROMIUM, args=CHROMIUM_ARGS)
        try:
            yield browser
        finally:
            await browser.close()


async def signed_in(line: StackThread, browser: Browser, account: str) -> Desk:
    """Sign in with the ready-made link, arm the sound with a click, and wait for the link."""
    context = await browser.new_context(viewport={"width": 1600, "height": 900})
    page = await context.new_page()
    outside: list[str] = []
    page.on("request", lambda request: outside.append(request.url) if "127.0.0.1" not in request.url else None)
    desk = Desk(context, page, outside)
    await page.goto(f"{line.stack.address}#token={line.tokens[account]}")
    await expect(desk.link("ok")).to_be_visible(timeout=_LINKED_WITHIN_MS)
    await page.get_by_test_id("sound").click()
    return desk
