"""A mother looks for a Tigrinya-speaking association in her district, with the keyboard only; frames on another site."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import axe_playwright_python
import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright
from pytest_django.live_server_helper import LiveServer

from gremienwerk.organisations.actions import settle_directory
from tests.conftest import skip_or_fail
from tests.support.cast import SETUP
from tests.support.directory import Directory, make_directory

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
CHROMIUM = shutil.which("chromium")
AXE = Path(axe_playwright_python.__file__).with_name("axe.min.js")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "EN-301-549", "best-practice"]


@pytest.fixture(scope="module")
def browser(django_db_setup: None) -> Iterator[Browser]:
    if CHROMIUM is None:
        skip_or_fail("no chromium on the path")
    with pytest.MonkeyPatch.context() as patch, sync_playwright() as playwright:
        # Playwright keeps an event loop in this thread; Django would take us for asynchronous code.
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "1")
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield started
        started.close()


@pytest.fixture
def directory() -> Directory:
    return make_directory()


def tab_to(page: Page, *, role: str, name: str) -> None:
    """Press Tab until this control has the focus, as somebody without a mouse does."""
    wanted = page.get_by_role(role, name=name).first  # type: ignore[arg-type]
    for _ in range(80):
        page.keyboard.press("Tab")
        if wanted.evaluate("element => element === document.activeElement"):
            return
    raise AssertionError(f"{role} „{name}“ is not reached by Tab.")


def open_map(page: Page) -> None:
    """Ask for the map that can be moved; it is not fetched before."""
    page.locator(".verz-map__open").click()
    page.wait_for_selector(".verz-map__live[data-ready]")


def search(page: Page, server: LiveServer) -> None:
    """From the start page to the list of those who speak Tigrinya in Hohenrain."""
    page.goto(server.url + "/de/")
    tab_to(page, role="link", name="Migrantenorganisationen")
    page.keyboard.press("Enter")
    page.wait_for_url("**/migrantenorganisationen/")
    tab_to(page, role="combobox", name="Gesprochene Sprache")
    page.keyboard.type("Tig")
    tab_to(page, role="combobox", name="Stadtteil")
    page.keyboard.type("Hohen")
    tab_to(page, role="button", name="Organisationen finden")
    page.keyboard.press("Enter")
    page.wait_for_url("**sprache=ti**")


@pytest.mark.parametrize("with_javascript", [True, False])
def test_a_mother_finds_the_association_in_her_district(
    browser: Browser, live_server: LiveServer, directory: Directory, with_javascript: bool
) -> None:
    context = browser.new_context(java_script_enabled=with_javascript)
    page = context.new_page()
    search(page, live_server)
    assert page.locator("#anzahl").inner_text() == "1 von 2 Organisationen passt zu Ihrer Auswahl."
    tab_to(page, role="link", name="Eritreische Gemeinschaft e. V.")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**{directory.entry(directory.eritrea)}*")
    said = page.locator("main").inner_text()
    assert "freitags 17 bis 20 Uhr" in said
    assert "Tigrinya ትግርኛ" in said
    assert "Stadtteil Hohenrain" in said
    context.close()


def test_without_javascript_the_drawn_map_filters_by_district(
    browser: Browser, live_server: LiveServer, directory: Directory
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(live_server.url + directory.address)
    tab_to(page, role="link", name="Altstadt: 1 Organisation")
    page.keyboard.press("Enter")
    page.wait_for_url("**stadtteil=Altstadt")
    assert page.locator(".verz-entry").count() == 1
    context.close()


def test_the_map_is_used_by_keyboard_and_keeps_step_with_the_list(
    browser: Browser, live_server: LiveServer, directory: Directory
) -> None:
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    page = context.new_page()
    requested: list[str] = []
    page.on("request", lambda request: requested.append(request.url))
    page.goto(live_server.url + directory.address)
    page.wait_for_load_state("networkidle")
    assert not any("leaflet" in url for url in requested)
    tab_to(page, role="button", name="Karte mit Nummern öffnen")
    page.keyboard.press("Enter")
    page.wait_for_selector(".verz-map__live[data-ready]")
    tab_to(page, role="button", name="1: Eritreische Gemeinschaft e. V.")
    assert page.locator(".verz-entry--near").get_attribute("data-number") == "1"
    page.keyboard.press("Enter")
    page.wait_for_selector(".leaflet-popup a")
    assert page.locator(":focus").inner_text() == "Eritreische Gemeinschaft e. V."
    page.keyboard.press("Escape")
    page.wait_for_selector(".leaflet-popup", state="detached")
    assert page.locator(":focus").inner_text() == "1"
    page.locator(".verz-entry a").nth(1).focus()
    assert page.locator(".verz-marker--near").inner_text() == "2"
    assert {url.split("/")[2] for url in requested if url.startswith("http")} == {
        live_server.url.split("/")[2]
    }
    context.close()


@pytest.mark.once
@pytest.mark.parametrize(
    ("language", "width", "scheme"),
    [("de", 360, "light"), ("ar", 1440, "light"), ("ar", 360, "dark"), ("de", 1440, "dark")],
)
def test_no_accessibility_violations_and_no_sideways_scroll(
    browser: Browser, live_server: LiveServer, directory: Directory, language: str, width: int, scheme: Any
) -> None:
    context = browser.new_context(
        viewport={"width": width, "height": 900}, color_scheme=scheme, bypass_csp=True
    )
    page = context.new_page()
    found: dict[str, object] = {}
    for path in (
        f"/{language}/migrantenorganisationen/",
        f"/{language}/migrantenorganisationen/?sprache=ti&text=x",
        directory.entry(directory.eritrea, language),
        directory.entry(directory.syria, language),
        f"/{language}/einbetten/",
        f"/{language}/einbetten/migrantenorganisationen/",
        f"/{language}/einbetten/kalender/",
    ):
        page.goto(live_server.url + path)
        if page.locator("#karte").count():
            open_map(page)
        page.evaluate(AXE.read_text(encoding="utf-8"))
        result = page.evaluate("options => axe.run(document, {runOnly: options})", RULES)
        violations = [(v["id"], v["nodes"][0]["html"]) for v in result["violations"]]
        wider = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        if violations or wider > 0:
            found[path] = (violations, wider)
    context.close()
    assert found == {}


def test_nothing_complains_about_the_policy(
    browser: Browser, live_server: LiveServer, directory: Directory
) -> None:
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto(live_server.url + directory.address)
    open_map(page)
    page.goto(live_server.url + directory.entry(directory.syria))
    page.goto(live_server.url + "/de/einbetten/migrantenorganisationen/")
    context.close()
    assert complaints == []


class ForeignSite:
    """A page of another site, on a port and so an origin of its own."""

    def __init__(self, snippet: str) -> None:
        content = f"<!doctype html><title>Stadt</title><h1>Stadt</h1>{snippet}".encode()

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                self.send_response(200)
                self.send_header("Content-Type", "text/html; charset=utf-8")
                self.end_headers()
                self.wfile.write(content)

            def log_message(self, *arguments: object) -> None:
                """Say nothing."""

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.origin = f"http://127.0.0.1:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def close(self) -> None:
        self.server.shutdown()
        self.server.server_close()


@pytest.fixture
def foreign(live_server: LiveServer) -> Iterator[ForeignSite]:
    site = ForeignSite(
        f'<div data-gremienwerk="{live_server.url}/de/einbetten/migrantenorganisationen/"></div>'
        f'<script src="{live_server.url}/de/einbetten/einbetten.js" defer></script>'
    )
    yield site
    site.close()


def frame_of(context: BrowserContext, foreign: ForeignSite) -> Page:
    page = context.new_page()
    page.goto(foreign.origin + "/")
    page.wait_for_selector("iframe")
    return page


def test_another_site_shows_the_list_as_high_as_it_is_and_without_cookies(
    browser: Browser, live_server: LiveServer, directory: Directory, foreign: ForeignSite
) -> None:
    settle_directory(body=directory.body, embedding_hosts=[foreign.origin], by=SETUP)
    context = browser.new_context(viewport={"width": 800, "height": 600})
    page = frame_of(context, foreign)
    inside = page.frame_locator("iframe")
    inside.locator(".verz-entry").first.wait_for()
    page.wait_for_function("document.querySelector('iframe').style.height.endsWith('px')")
    needed = inside.locator("main").evaluate("main => main.getBoundingClientRect().bottom")
    height = page.evaluate("parseFloat(document.querySelector('iframe').style.height)")
    assert abs(height - needed - 16) < 2
    inside.get_by_label("Gesprochene Sprache").select_option("ti")
    inside.get_by_role("button", name="Organisationen finden").click()
    page.wait_for_function(
        "before => parseFloat(document.querySelector('iframe').style.height) < before", arg=height
    )
    assert inside.locator(".verz-entry").count() == 1
    assert context.cookies() == []
    context.close()


def test_messages_from_elsewhere_change_no_height(
    browser: Browser, live_server: LiveServer, directory: Directory, foreign: ForeignSite
) -> None:
    settle_directory(body=directory.body, embedding_hosts=[foreign.origin], by=SETUP)
    context = browser.new_context()
    page = frame_of(context, foreign)
    page.wait_for_function("document.querySelector('iframe').style.height.endsWith('px')")
    before = page.evaluate("document.querySelector('iframe').style.height")
    page.evaluate("window.postMessage({ gremienwerkHeight: 12345 }, '*')")
    page.wait_for_timeout(300)
    assert page.evaluate("document.querySelector('iframe').style.height") == before
    context.close()


def test_a_site_that_is_not_named_gets_nothing(
    browser: Browser, live_server: LiveServer, directory: Directory, foreign: ForeignSite
) -> None:
    context = browser.new_context()
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.goto(foreign.origin + "/")
    page.wait_for_selector("iframe")
    page.wait_for_timeout(1000)
    assert page.frame_locator("iframe").locator(".verz-entry").count() == 0
    assert any("frame-ancestors" in text for text in complaints)
    context.close()
