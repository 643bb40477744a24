"""The ten tasks of a first-time clerk in a real browser: the handbook says how many clicks and pages each takes.

Every task begins on the start page. A click is a link or a button; typing and choosing in a field is none. A page is
whatever the browser loads after it. Needs Chromium (Debian package ``chromium``).
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from django.test import Client
from django.utils.timezone import localdate
from playwright.sync_api import Browser, Locator, Page, sync_playwright
from pytest_django.live_server_helper import LiveServer

from gremienwerk.audit.change import change
from gremienwerk.bodies.models import CommitteeKind
from gremienwerk.committees.actions import appoint, plan_committee
from gremienwerk.committees.models import Role
from gremienwerk.core.dates import by_end
from gremienwerk.inquiries.models import AnswerDraft, Inquiry, InquiryItem
from tests.conftest import skip_or_fail
from tests.support.cast import SETUP, City, make_city, make_committee
from tests.support.pages import sign_in

pytestmark = [pytest.mark.browser, pytest.mark.once, pytest.mark.django_db(transaction=True)]
CHROMIUM = shutil.which("chromium")
LIST = Path(__file__).resolve().parents[2] / "docs" / "handbuch" / "zehn-aufgaben.md"


class Clerk:
    """Somebody in front of a browser; counts the clicks and the pages that come."""

    def __init__(self, page: Page) -> None:
        self.page, self.clicks, self.pages = page, 0, 0
        page.on("load", self._loaded)

    def _loaded(self, _page: Page) -> None:
        self.pages += 1

    def begin(self) -> None:
        """Go to the start page and count from there."""
        self.page.goto("/desk/")
        self.clicks = self.pages = 0

    def follow(self, name: str, within: str = "body") -> None:
        """Click on the first link whose words hold the name."""
        self._press(self.page.locator(within).get_by_role("link", name=name).first)

    def send(self, name: str) -> None:
        """Click on the button with this name."""
        self._press(self.page.get_by_role("button", name=name, exact=True).last)

    def fill(self, **given: str) -> None:
        """Fill in fields by their labels; underscores are spaces."""
        fields = self.page.locator("main form").locator("input, select, textarea")
        for label, value in given.items():
            field = fields.and_(self.page.get_by_label(label.replace("_", " "))).first
            if field.evaluate("field => field.tagName") == "SELECT":
                field.select_option(label=value)
            else:
                field.fill(value)

    def _press(self, what: Locator) -> None:
        self.clicks += 1
        with self.page.expect_event("load"):
            what.click()


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


def look_up(clerk: Clerk, city: City) -> None:
    clerk.follow("Gremien", "nav")
    clerk.follow("Runder Tisch", "main")


def find_by_search(clerk: Clerk, city: City) -> None:
    clerk.follow("Gremien", "nav")
    clerk.page.get_by_role("searchbox").fill("Runder")
    clerk.send("Liste filtern")
    clerk.follow("Runder Tisch", "main table")


def enter_a_seat(clerk: Clerk, city: City) -> None:
    look_up(clerk, city)
    clerk.follow("Jemand kommt dazu")
    clerk.fill(Organisation=str(city.ministry), Seit_wann="1.2.2026")
    clerk.send("Sitz eintragen")


def replace_a_seat(clerk: Clerk, city: City) -> None:
    look_up(clerk, city)
    clerk.follow("Sitze ändern")
    clerk.follow("Sitz wechselt")
    clerk.fill(Wer_übernimmt_den_Sitz=str(city.youth_office), Ab_welchem_Tag="2026-05-01")
    clerk.send("Wechsel eintragen")


def complete_facts(clerk: Clerk, city: City) -> None:
    clerk.follow("ergänzen", "section[aria-labelledby=luecken]")
    clerk.fill(Turnus="monatlich")
    clerk.send("Angaben speichern")


def confirm_facts(clerk: Clerk, city: City) -> None:
    look_up(clerk, city)
    clerk.send("Heute bestätigen")


def enter_a_founding(clerk: Clerk, city: City) -> None:
    clerk.follow("Gründung eintragen", "section[aria-labelledby=geplant]")
    clerk.fill(Wann_wurde_es_gegründet="1.2.2026")
    clerk.send("Gründung eintragen")


def write_to_all(clerk: Clerk, city: City) -> None:
    look_up(clerk, city)
    clerk.follow("Verteiler für das Mailprogramm")


def hand_over_seats(clerk: Clerk, city: City) -> None:
    clerk.follow("Organisationen", "nav")
    clerk.follow("Ministerium", "main")
    clerk.follow("Alle Sitze übergeben")
    day = localdate() + timedelta(days=1)
    clerk.fill(Wer_übernimmt_die_Sitze=str(city.sports_office), Ab_welchem_Tag=day.isoformat())
    clerk.send("Vorschau zeigen")
    clerk.send("Sitze übergeben")


def answer_a_question(clerk: Clerk, city: City) -> None:
    clerk.follow("beantworten", "section[aria-labelledby=fragen]")
    clerk.fill(Eigener_Text="Zweimal im Jahr.")
    clerk.send("Antwort speichern")


#: In the order of the handbook.
TASKS: tuple[Callable[[Clerk, City], None], ...] = (
    look_up, find_by_search, enter_a_seat, replace_a_seat, complete_facts, confirm_facts, enter_a_founding,
    write_to_all, hand_over_seats, answer_a_question,
)  # fmt: skip


def make_register(city: City) -> None:
    """A committee with a seat and gaps, one that is planned and late, and an inquiry with an open question."""
    committee = make_committee(city.body, "Runder Tisch")
    appoint(committee=committee, role=Role.LEAD, organisation=city.partner, on=date(2020, 1, 1), by=SETUP)
    kind = CommitteeKind.objects.get(body=city.body, key="network")
    plan_committee(body=city.body, kind=kind, name="Netz", planned=by_end(date(2024, 12, 31)), by=SETUP)
    with change(by=SETUP, body=city.body.pk) as made:
        inquiry = Inquiry(
            body=city.body, title="Anfrage", received_on=date(2026, 1, 5), reporting_unit=city.ressort
        )
        made.create(inquiry, action="test")
        made.create(AnswerDraft(body=city.body, inquiry=inquiry, as_of=localdate()), action="test")
        item = InquiryItem(body=city.body, inquiry=inquiry, position=1, text="Wie oft?")
        made.create(item, action="test")


def test_the_handbook_says_how_many_clicks_and_pages_each_task_takes(
    browser: Browser, live_server: LiveServer
) -> None:
    city = make_city()
    make_register(city)
    client = Client()
    sign_in(client, city.body)
    context = browser.new_context(java_script_enabled=False, base_url=live_server.url)
    session = client.cookies["sessionid"].value
    context.add_cookies([{"name": "sessionid", "value": session, "url": live_server.url}])
    context.set_default_timeout(8000)
    clerk = Clerk(context.new_page())
    counted = []
    for task in TASKS:
        clerk.begin()
        task(clerk, city)
        assert clerk.page.locator("#fehler").count() == 0, task.__name__
        counted.append((clerk.clicks, clerk.pages))
    said = re.findall(r"^\| \d+ \|.*\| (\d+) \| (\d+) \|$", LIST.read_text(encoding="utf-8"), re.MULTILINE)
    assert [(int(clicks), int(pages)) for clicks, pages in said] == counted
