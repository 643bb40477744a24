"""Four people without an account, on the demo's public site: keyboard only, with and without JavaScript.

The fifth, a mother who looks for a Tigrinya-speaking association, has ``test_directory_in_a_browser.py``.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, sync_playwright

from tests.conftest import skip_or_fail
from tests.support.serving import Demo

pytestmark = [pytest.mark.browser, pytest.mark.served]
CHROMIUM = shutil.which("chromium")
BOTH = pytest.mark.parametrize("with_javascript", [True, False])


@pytest.fixture(scope="module")
def site(demo: Demo) -> str:
    return demo.address


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    if CHROMIUM is None:
        skip_or_fail("no chromium on the path")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield started
        started.close()


@pytest.fixture
def page(browser: Browser, with_javascript: bool, request: pytest.FixtureRequest) -> Iterator[Page]:
    is_phone = "phone" in request.node.name
    context = browser.new_context(
        java_script_enabled=with_javascript,
        locale="de-DE",
        viewport={"width": 360, "height": 760} if is_phone else {"width": 1280, "height": 900},
    )
    yield context.new_page()
    context.close()


def tab_to(page: Page, role: Any, name: str) -> None:
    """Press Tab until this control has the focus, as somebody without a mouse does."""
    reach(page, page.get_by_role(role, name=name, exact=True).first, "Tab")


def reach(page: Page, wanted: Locator, key: str) -> None:
    """Press a key until this element has the focus."""
    for _ in range(150):
        page.keyboard.press(key)
        if wanted.evaluate("element => element === document.activeElement"):
            return
    raise AssertionError(f"{wanted} is not reached by {key} on {page.url}.")


def open_details(page: Page, words: str) -> None:
    """Reach a summary by Tab and open it."""
    reach(page, page.locator("summary", has_text=words).first, "Tab")
    page.keyboard.press("Enter")


def follow(page: Page, name: str) -> None:
    """Reach a link by Tab and follow it."""
    before = page.url
    tab_to(page, "link", name)
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: url != before)
    page.wait_for_load_state()


@BOTH
def test_a_volunteer_finds_a_group_to_join(page: Page, site: str, with_javascript: bool) -> None:
    page.goto(f"{site}/de/")
    follow(page, "Gremien")
    open_details(page, "Weitere Filter")
    tab_to(page, "combobox", "Gäste")
    page.keyboard.type("ja")
    reach(page, page.get_by_role("button", name="Liste filtern"), "Shift+Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**gaeste=yes**")
    assert "passen zu Ihrer Auswahl" in page.locator(".gw-lead").inner_text()
    first = page.locator(".gremien-card__name a").first.inner_text()
    follow(page, first)
    said = page.locator("main").inner_text()
    assert "So können Sie mitmachen" in said
    assert "Gäste sind willkommen." in said


@BOTH
def test_a_council_member_sees_who_sat_there_on_the_day_of_a_decision(
    page: Page, site: str, with_javascript: bool
) -> None:
    page.goto(f"{site}/de/")
    reach(page, page.locator("#suchwort"), "Tab")
    page.keyboard.type("Lenkungsgruppe Integration")
    page.keyboard.press("Enter")
    page.wait_for_url("**/suche/**")
    follow(page, "Lenkungsgruppe Integration")
    today = page.locator("#mitwirkende").inner_text()
    open_details(page, "anderes Datum")
    page.keyboard.press("Tab")
    # The order in which a date is typed is that of the browser's own language, here English.
    page.keyboard.type("05152022")
    page.keyboard.press("Enter")
    page.wait_for_url("**stand=2022-05-15**")
    then = page.locator("#mitwirkende").inner_text()
    assert "Sie sehen den Stand vom 15. Mai 2022." in page.locator("body").inner_text()
    assert "Am 15. Mai 2022" in then and today != then


@BOTH
def test_a_journalist_reads_an_answer_takes_its_files_and_sees_what_has_changed(
    page: Page, site: str, with_javascript: bool
) -> None:
    page.goto(f"{site}/de/")
    follow(page, "Anfragen")
    title = page.locator(".gw-rows__main a").first.inner_text()
    follow(page, title)
    said = page.locator("main").inner_text()
    assert "Diese Fassung wird nicht mehr geändert." in said
    assert "Was hat sich seither geändert?" in said
    tab_to(page, "link", "antwort.pdf")
    address = page.locator(":focus").get_attribute("href")
    answer = page.request.get(f"{site}{address}")
    assert answer.status == 200 and answer.body().startswith(b"%PDF-1.7")


@BOTH
def test_an_employee_of_a_partner_finds_the_next_meeting_on_the_phone(
    page: Page, site: str, with_javascript: bool
) -> None:
    page.goto(f"{site}/de/")
    open_details(page, "Menü")
    follow(page, "Kalender")
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    reach(page, page.locator(".cal-item__day a").first, "Tab")
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: "-" in url.rsplit("/kalender/", 1)[1])
    assert page.get_by_text("Wer kann kommen").count() == 1
    tab_to(page, "link", "In den Kalender eintragen")
    address = page.locator(":focus").get_attribute("href")
    assert page.request.get(f"{site}{address}").body().startswith(b"BEGIN:VCALENDAR")
