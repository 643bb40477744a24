"""Every page in a real browser: no accessibility violations, no sideways scroll, usable by keyboard.

Needs Chromium (Debian package ``chromium``).
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any, Literal

import axe_playwright_python
import pytest
from django.test import Client
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright
from pytest_django.live_server_helper import LiveServer

from gremienwerk.bodies.models import CommitteeKind
from gremienwerk.committees.actions import appoint, plan_committee
from gremienwerk.committees.models import Role
from gremienwerk.core.dates import by_end
from tests.conftest import skip_or_fail
from tests.support.cast import SETUP, City, make_city, make_committee, make_organisation
from tests.support.pages import sign_in

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
Scheme = Literal["light", "dark"]
CHROMIUM = shutil.which("chromium")
AXE = Path(axe_playwright_python.__file__).with_name("axe.min.js")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "EN-301-549", "best-practice"]
# An experimental rule, which takes a word that the chart breaks with a hyphen for another word.
OPTIONS = {"runOnly": RULES, "rules": {"label-content-name-mismatch": {"enabled": False}}}
LONG_NAME = (
    "Arbeitsgemeinschaft der Migrantenselbstorganisationen und Wohlfahrtsverbände im Bergischen Städtedreieck"
)
#: Width and scheme of the two looks at a page, for every second page and the others.
SIGHTS: tuple[tuple[tuple[int, Scheme], tuple[int, Scheme]], ...] = (
    ((320, "light"), (1440, "dark")),
    ((320, "dark"), (1440, "light")),
)
PAGES = {
    "start": "/desk/",
    "committees": "/desk/gremien/",
    "committees on a past day, filtered": "/desk/gremien/?stand=2022-05-15&text=Runde&art=network",
    "committee": "{committee}",
    "committee on a past day": "{committee}?stand=2022-05-15",
    "seats of a committee": "{committee}sitze/",
    "somebody comes": "{committee}sitze/neu/",
    "facts of a committee": "{committee}angaben/",
    "a committee ends": "{committee}ende/",
    "history of a committee": "{history}",
    "distribution list": "{committee}verteiler/",
    "letters": "{committee}briefe/",
    "organisations": "/desk/organisationen/",
    "possible duplicates": "/desk/organisationen/dubletten/organisation/",
    "organisation": "{organisation}",
    "an organisation moves": "{organisation}stellung/",
    "structure": "/desk/struktur/",
    "inquiries": "/desk/anfragen/",
    "upload of an inquiry": "/desk/anfragen/neu/",
    "completeness": "/desk/vollstaendigkeit/",
    "not found": "/desk/gibt-es-nicht/",
    "sign-out": "/accounts/logout/",
}


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
def addresses() -> dict[str, str]:
    """A small register; the addresses of one committee and one organisation in it."""
    city = make_city()
    committee = fill(city)
    return {
        "committee": f"/desk/gremien/{committee}/",
        "history": f"/desk/verlauf/gremium/{committee}/",
        "organisation": f"/desk/organisationen/{city.ressort.uid}/",
        "session": session_of(city),
    }


def fill(city: City) -> str:
    long = make_organisation(city.body, LONG_NAME, "mso")
    committee = make_committee(
        city.body, LONG_NAME, kind="network", rhythm_text="jeden 2. Dienstag im Monat", guests="yes"
    )
    since = date(2021, 6, 15)
    appoint(committee=committee, role=Role.LEAD, on=since, organisation=city.ressort, by=SETUP)
    appoint(committee=committee, role=Role.MEMBER, on=since, organisation=long, by=SETUP)
    kind = CommitteeKind.objects.get(body=city.body, key="working-group")
    plan_committee(body=city.body, kind=kind, planned=by_end(date(2022, 12, 31)), by=SETUP)
    make_committee(city.body, "Runde ohne Angaben")
    return str(committee.uid)


def session_of(city: City) -> str:
    client = Client()
    sign_in(client, city.body)
    return client.cookies["sessionid"].value


def opened(browser: Browser, server: LiveServer, session: str, **options: Any) -> BrowserContext:
    context = browser.new_context(**options)
    context.add_cookies([{"name": "sessionid", "value": session, "url": server.url}])
    return context


def visit(page: Page, server: LiveServer, path: str, addresses: dict[str, str]) -> None:
    answer = page.goto(server.url + path.format(**addresses))
    assert answer is not None and answer.status == (404 if "gibt-es-nicht" in path else 200), path


def wideness(page: Page) -> int:
    """How many pixels a page is wider than its window."""
    return int(page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))


@pytest.mark.once
@pytest.mark.parametrize("turn", [0, 1])
def test_no_accessibility_violations_and_no_sideways_scroll(
    browser: Browser, live_server: LiveServer, addresses: dict[str, str], turn: int
) -> None:
    """Each page in two sights that differ in width and scheme; the next page in the other two."""
    context = opened(browser, live_server, addresses["session"], bypass_csp=True)
    page = context.new_page()
    found: dict[str, object] = {}
    for number, (name, path) in enumerate(PAGES.items()):
        width, scheme = SIGHTS[number % 2][turn]
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=scheme)
        visit(page, live_server, path, addresses)
        page.evaluate(AXE.read_text(encoding="utf-8"))
        result = page.evaluate("options => axe.run(document, options)", OPTIONS)
        violations = [(v["id"], v["nodes"][0]["html"]) for v in result["violations"]]
        wider = wideness(page)
        page.set_viewport_size({"width": 768, "height": 900})
        wider = max(wider, wideness(page))
        if violations or wider > 0:
            found[name] = (violations, wider)
    context.close()
    assert found == {}


@pytest.mark.once
def test_pages_keep_their_own_content_security_policy(
    browser: Browser, live_server: LiveServer, addresses: dict[str, str]
) -> None:
    context = opened(browser, live_server, addresses["session"])
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    for path in PAGES.values():
        visit(page, live_server, path, addresses)
    context.close()
    # The browser itself reports the one address that does not exist.
    assert [text for text in complaints if "404" not in text] == []


def test_the_date_can_be_changed_with_the_keyboard_and_without_scripts(
    browser: Browser, live_server: LiveServer, addresses: dict[str, str]
) -> None:
    context = opened(browser, live_server, addresses["session"], java_script_enabled=False)
    page = context.new_page()
    visit(page, live_server, "{committee}?", addresses)
    page.keyboard.press("Tab")
    assert page.locator(":focus").inner_text() == "Zum Inhalt springen"
    page.locator(".gw-as-of summary").focus()
    page.keyboard.press("Enter")
    page.locator("#stand").fill("2022-05-15")
    page.keyboard.press("Enter")
    page.wait_for_url("**stand=2022-05-15")
    assert "Sie sehen den Stand vom 15. Mai 2022." in page.locator(".gw-as-of").inner_text()
    page.get_by_role("link", name="Zurück zu heute").click()
    assert "Stand: heute" in page.locator(".gw-as-of").inner_text()
    context.close()


def test_filters_work_as_a_plain_form_and_can_be_removed(
    browser: Browser, live_server: LiveServer, addresses: dict[str, str]
) -> None:
    context = opened(browser, live_server, addresses["session"], java_script_enabled=False)
    page = context.new_page()
    visit(page, live_server, "/desk/gremien/", addresses)
    page.get_by_label("In Namen, Themen und Zielen suchen").fill("ohne angaben")
    page.get_by_role("button", name="Liste filtern").click()
    assert page.locator("tbody tr").count() == 1
    page.get_by_role("link", name="Filter entfernen: Suche: ohne angaben").click()
    assert page.locator("tbody tr").count() == 3
    context.close()


def test_a_phone_shows_cards_with_the_words_of_the_columns(
    browser: Browser, live_server: LiveServer, addresses: dict[str, str]
) -> None:
    context = opened(browser, live_server, addresses["session"], viewport={"width": 360, "height": 800})
    page = context.new_page()
    visit(page, live_server, "/desk/gremien/", addresses)
    cell = page.locator("tbody tr").first.locator("td").first
    said = cell.evaluate("cell => getComputedStyle(cell, '::before').content")
    assert "Status" in said
    assert cell.evaluate("cell => getComputedStyle(cell).display") == "block"
    context.close()
