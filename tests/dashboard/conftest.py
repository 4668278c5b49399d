"""The real web server, a scripted gateway and the system's Chromium, for tests of the page."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
import uvicorn
from fastapi import FastAPI
from playwright.sync_api import Browser, Locator, Page, expect, sync_playwright
from shapely import MultiPolygon, Polygon, box

from borders.layer import BorderLayer, layer_sha256
from borders.places import Town
from borders.rooms import read_rooms
from consumers.labels import labels
from dashboard.basemap_files import BaseMapFiles, MapSource
from dashboard.server import WebParts, web_app
from dashboard.sign_in_limit import SignInLimit
from senningen.commands.accounts import add_account
from senningen.listening import listening_socket
from streams.accounts_file import AccountsFile
from streams.console import Hello
from tests.dashboard.pursuit_records import law_card
from tests.dashboard.records import BE_ROOM, NL_ROOM, NL_ROOM_INFO
from tests.dashboard.scripted_gateway import ScriptedGateway
from tests.dashboard.slips import shown_anew

CHROMIUM = "/usr/bin/chromium"
CHROMIUM_ARGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]

ROOMS = read_rooms(
    "id,state,name,languages,areas,kind,role,confidence,source,seat,note,telephone\n"
    "NL/MK-MAASTRICHT,NL,Meldkamer Limburg,nl,NL-VR24,meldkamer,primary,memory,,Maastricht,,+31 43 000 00 00\n"
    "DE/LST-AACHEN,DE,Leitstelle Aachen,de,DE-AC,leitstelle_kpb,primary,memory,,Aachen,,+49 241 00 00 00\n",
    "this test",
)

expect.set_options(timeout=15_000)


@dataclass(frozen=True)
class Site:
    """A running web server, shared by all tests, and what it computed."""

    address: str
    app: FastAPI
    base_map: BaseMapFiles


@dataclass(frozen=True)
class Profile:
    """The tab of a browser profile, and what went wrong in it."""

    tab: Page
    faults: list[str]


@dataclass(frozen=True)
class Web:
    """A running web server and a token for each account."""

    address: str
    tokens: dict[str, str]
    accounts: Path
    base_map: BaseMapFiles


def two_states() -> BorderLayer:
    """A world solvable in the head: Belgium south of latitude 50.762, the Netherlands north of it, and one exclave."""
    exclave = box(5.9, 50.9, 5.905, 50.905)
    areas = {
        "BE": MultiPolygon([box(5.0, 50.0, 6.5, 50.762), exclave]),
        "NL": MultiPolygon([Polygon(box(5.0, 50.762, 6.5, 51.5).exterior.coords, [exclave.exterior.coords])]),
    }
    return BorderLayer(
        areas=areas,
        source="this test",
        version="test",
        sha256=layer_sha256(areas),
        attribution="\u00a9 OpenStreetMap contributors, ODbL 1.0",
    )


def towns() -> tuple[Town, ...]:
    """Three towns of that world."""
    return (
        Town("Maastricht", "NL", 50.8483, 5.6889, 122_378),
        Town("Eijsden", "NL", 50.7797, 5.7072, 8_350),
        Town("Vis\u00e9", "BE", 50.7337, 5.6993, 17_000),
    )


@pytest.fixture
def gateway() -> Iterator[ScriptedGateway]:
    """A gateway that says what the test tells it to."""
    scripted = ScriptedGateway((NL_ROOM_INFO,))
    yield scripted
    scripted.close()


@pytest.fixture(scope="package")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """One web server over a small world for all tests; `web` gives it what a test may change."""
    folder = tmp_path_factory.mktemp("site")
    base_map = BaseMapFiles(folder / "basemap", MapSource(layer=two_states, towns=towns))
    base_map.compute()
    accounts, _ = _two_desks(folder)
    app = web_app(_parts(accounts, base_map, gateway_port=1))
    with serving(app) as address:
        yield Site(address, app, base_map)


@pytest.fixture
def web(site: Site, tmp_path: Path, gateway: ScriptedGateway) -> Web:
    """The real web server with a desk on each side of the border; accounts, limit and gateway are this test's own."""
    accounts, tokens = _two_desks(tmp_path)
    site.app.state.parts = _parts(accounts, site.base_map, gateway.port)
    return Web(site.address, tokens, accounts, site.base_map)


def _two_desks(folder: Path) -> tuple[Path, dict[str, str]]:
    """An accounts file, and the token of each account in it."""
    accounts = folder / "accounts.toml"
    desks = {"nl-desk": NL_ROOM, "be-desk": BE_ROOM}
    return accounts, {name: add_account(accounts, name, "operator", rooms=(room,)) for name, room in desks.items()}


def _parts(accounts: Path, base_map: BaseMapFiles, gateway_port: int) -> WebParts:
    return WebParts(
        AccountsFile(accounts, check_every_s=0.0), base_map, gateway_port, SignInLimit(), labels, rooms=ROOMS
    )


@contextmanager
def serving(app: FastAPI) -> Iterator[str]:
    """The web server for as long as the block lasts; gives its address."""
    listening = listening_socket("127.0.0.1", 0, "no setting")
    server = uvicorn.Server(uvicorn.Config(app, log_level="warning", access_log=False))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
    thread.start()
    try:
        # The socket listens already: a request waits in it until the server takes it.
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join(timeout=10)


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """The system's Chromium."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=CHROMIUM_ARGS)
        yield chromium
        chromium.close()


@pytest.fixture(scope="package")
def code(browser: Browser, site: Site) -> Iterator[Page]:
    """A tab on the sign-in page, from which a test calls the page's own modules; it holds no state between tests."""
    tab = browser.new_page()
    tab.goto(site.address)
    yield tab
    tab.close()


@pytest.fixture(scope="package")
def profile(browser: Browser) -> Iterator[Profile]:
    """A browser profile with one tab, kept from test to test: a new window costs Chromium 2 s of processor time."""
    fresh = browser.new_context(viewport={"width": 1600, "height": 900}, timezone_id="Europe/Amsterdam")
    faults: list[str] = []
    fresh.on("request", lambda r: None if _is_ours(r.url) else faults.append(f"outside request {r.url}"))
    fresh.on("weberror", lambda error: faults.append(str(error.error)))
    fresh.on("console", lambda m: faults.append(m.text) if m.type == "error" and not _is_network(m.text) else None)
    yield Profile(fresh.new_page(), faults)
    fresh.close()


@pytest.fixture
def page(profile: Profile, site: Site) -> Iterator[Page]:
    """The tab, signed in nowhere and remembering nothing: it lets nothing out and forgives no error."""
    yield profile.tab
    # The page writes its memory when it is left, so that is cleared from another document of the same origin.
    profile.tab.goto(f"{site.address}/icon.svg")
    profile.tab.evaluate("sessionStorage.clear(); localStorage.clear()")
    profile.tab.context.clear_cookies()
    faults = list(profile.faults)
    profile.faults.clear()
    assert faults == []


def _is_ours(url: str) -> bool:
    return url.startswith(("http://127.0.0.1:", "ws://127.0.0.1:", "blob:", "data:"))


def _is_network(text: str) -> bool:
    """Chromium reports refused sign-ins and lost connections as errors; tests of these look at the page instead."""
    return text.startswith(("Failed to load resource", "WebSocket connection to"))


@pytest.fixture
def board(page: Page, web: Web, gateway: ScriptedGateway) -> Page:
    """The Dutch desk's board, signed in and with a working line."""
    page.goto(f"{web.address}/#token={web.tokens['nl-desk']}")
    page.locator("[data-testid=link][data-link=ok]").wait_for()
    gateway.wait_for(Hello)
    return page


@pytest.fixture
def panel(board: Page, gateway: ScriptedGateway) -> Locator:
    """The panel of a pursuit in which everything has happened, opened from the list, with every form."""
    gateway.put(law_card(), NL_ROOM)
    return shown_anew(board, gateway)
