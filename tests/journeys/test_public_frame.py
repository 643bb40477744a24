"""The frame of the public site in a real browser: search, languages, feedback; by keyboard, with and without scripts.

Needs Chromium (Debian package ``chromium``).
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, sync_playwright
from pytest_django.live_server_helper import LiveServer

from gremienwerk.participation.models import Feedback
from tests.conftest import skip_or_fail
from tests.support.cast import City, make_city, make_committee

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
CHROMIUM = shutil.which("chromium")


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
def city() -> City:
    city = make_city()
    make_committee(city.body, "Arbeitsgruppe Sprache", visibility="public", guests="yes")
    make_committee(city.body, "Arbeitsgruppe Wohnen", visibility="public")
    return city


def opened(browser: Browser, server: LiveServer, path: str, **options: Any) -> Page:
    page = browser.new_context(**({"locale": "de-DE"} | options)).new_page()
    page.goto(server.url + path)
    return page


def press(page: Page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


def test_a_name_is_found_with_the_keyboard_while_typing(
    browser: Browser, live_server: LiveServer, city: City
) -> None:
    page = opened(browser, live_server, "/")
    field = page.locator("#suchwort")
    field.focus()
    page.keyboard.type("arbeitsgr")
    page.locator("#vorschlaege li").nth(1).wait_for()
    assert field.get_attribute("aria-expanded") == "true"
    press(page, "ArrowDown", "ArrowDown")
    assert field.get_attribute("aria-activedescendant") == "vorschlag-2"
    assert page.locator("#vorschlag-2").get_attribute("aria-selected") == "true"
    press(page, "Escape")
    assert page.locator("#vorschlaege").is_hidden()
    assert field.input_value() == "arbeitsgr"
    page.keyboard.type("uppe")
    page.locator("#vorschlaege li").first.wait_for()
    press(page, "ArrowDown", "Enter")
    page.wait_for_url("**/de/gremien/*/")
    assert page.locator("h1").inner_text().startswith("Arbeitsgruppe")


def test_the_search_is_a_plain_form_without_scripts(
    browser: Browser, live_server: LiveServer, city: City
) -> None:
    page = opened(browser, live_server, "/de/", java_script_enabled=False)
    page.locator("#suchwort").focus()
    page.keyboard.type("spraache")
    press(page, "Enter")
    page.wait_for_url("**/de/suche/?text=spraache")
    page.get_by_role("link", name="Arbeitsgruppe Sprache").click()
    assert page.locator("h1").inner_text() == "Arbeitsgruppe Sprache"


@pytest.mark.parametrize("scripts", [True, False])
def test_the_language_is_changed_with_the_keyboard_and_stays(
    browser: Browser, live_server: LiveServer, city: City, scripts: bool
) -> None:
    page = opened(browser, live_server, "/de/gremien/", java_script_enabled=scripts)
    page.locator(".site-languages summary").focus()
    press(page, "Enter")
    page.get_by_role("link", name="العربية").focus()
    press(page, "Enter")
    page.wait_for_url("**/ar/gremien/")
    assert page.locator("html").get_attribute("dir") == "rtl"
    page.locator(".site-nav a").nth(3).focus()
    press(page, "Enter")
    page.wait_for_url("**/ar/kalender/")
    assert page.context.cookies() == []


def test_a_phone_has_the_navigation_in_a_menu_that_needs_no_script(
    browser: Browser, live_server: LiveServer, city: City
) -> None:
    page = opened(
        browser, live_server, "/de/", viewport={"width": 360, "height": 800}, java_script_enabled=False
    )
    assert page.locator(".site-nav").is_hidden()
    page.locator(".site-menu summary").focus()
    press(page, "Enter", "Tab", "Enter")
    page.wait_for_url("**/de/gremien/")
    assert page.locator(".site-menu [aria-current=page]").count() == 1


def test_a_barrier_is_reported_from_the_page_where_it_stands(
    browser: Browser, live_server: LiveServer, city: City
) -> None:
    page = opened(browser, live_server, "/de/kalender/", java_script_enabled=False)
    page.get_by_role("link", name="Barriere oder Fehler melden").click()
    page.get_by_role("button", name="Rückmeldung senden").click()
    assert "Bitte korrigieren Sie eine Angabe." in page.locator("#fehler").inner_text()
    page.get_by_label("Was möchten Sie uns sagen?").fill("Die Schrift ist zu klein.")
    page.get_by_role("button", name="Rückmeldung senden").click()
    page.wait_for_url("**/de/rueckmeldung/danke/")
    assert Feedback.objects.get().page == "/de/kalender/"


def test_nothing_scrolls_sideways_at_400_percent(
    browser: Browser, live_server: LiveServer, city: City
) -> None:
    """A window of 1280 pixels at 400 % is one of 320 (WCAG 1.4.10)."""
    page = opened(browser, live_server, "/de/", viewport={"width": 320, "height": 256})
    for path in (
        "/de/",
        "/ar/",
        "/de/suche/?text=arbeitsgruppe",
        "/de/barrierefreiheit/",
        "/de/rueckmeldung/",
    ):
        page.goto(live_server.url + path)
        wider = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert wider <= 0, path


@pytest.mark.once
def test_data_blocks_are_no_breach_of_the_policy(
    browser: Browser, live_server: LiveServer, city: City
) -> None:
    page = browser.new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.goto(live_server.url + "/de/")
    assert page.locator('script[type="application/ld+json"]').count() == 1
    assert complaints == []


@pytest.mark.once
def test_the_page_does_not_move_while_it_loads(browser: Browser, live_server: LiveServer, city: City) -> None:
    page = browser.new_page()
    page.add_init_script(
        "window.shifts = 0; new PerformanceObserver(list => { for (const one of list.getEntries()) "
        "window.shifts += one.value; }).observe({type: 'layout-shift', buffered: true});"
    )
    page.goto(live_server.url + "/de/")
    page.wait_for_timeout(500)
    assert page.evaluate("window.shifts") < 0.01
