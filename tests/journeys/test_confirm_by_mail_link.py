"""A lead confirms by the link in a mail, on a phone, without an account; staff decide about what is proposed."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import axe_playwright_python
import pytest
from django.test import Client
from django.utils import timezone
from playwright.sync_api import Browser, Page, sync_playwright
from pytest_django.live_server_helper import LiveServer

from gremienwerk.committees.actions import appoint
from gremienwerk.committees.models import Committee
from gremienwerk.committees.models import Role as SeatRole
from gremienwerk.core.actor import Role
from gremienwerk.mailing.delivery import deliver_due
from gremienwerk.participation.actions import remind_now
from tests.conftest import skip_or_fail
from tests.support.cast import SETUP, City, make_city, make_committee
from tests.support.pages import sign_in
from tests.support.smtp import links_in, serve_sink

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
CHROMIUM = shutil.which("chromium")
AXE = Path(axe_playwright_python.__file__).with_name("axe.min.js")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "EN-301-549", "best-practice"]


@pytest.fixture
def browser() -> Iterator[Browser]:
    if CHROMIUM is None:
        skip_or_fail("no chromium on the path")
    with pytest.MonkeyPatch.context() as patch, sync_playwright() as playwright:
        # Playwright keeps an event loop in this thread; Django would take us for asynchronous code.
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "1")
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield started
        started.close()


def mailed_link(committee: Committee, server: LiveServer, settings: Any) -> str:
    """The worker sends the reminder through a mail server; the link is taken out of what arrived."""
    remind_now(committee=committee, at=timezone.now(), by=SETUP)
    with serve_sink() as served:
        settings.MAIL, settings.MAIL_IS_PRINTED = served.mail, False
        deliver_due(clock=timezone.now)
        (mail,) = served.sink.taken
    (address,) = links_in(mail)
    return f"{server.url}{urlsplit(address).path}"


def check(page: Page, name: str) -> None:
    """No barrier that axe finds, nothing beyond the edge."""
    page.add_script_tag(path=str(AXE))
    found = page.evaluate("rules => axe.run({runOnly: rules}).then(r => r.violations)", RULES)
    assert [(one["id"], [node["html"] for node in one["nodes"]]) for one in found] == [], name
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), name


def show(page: Page, words: str) -> None:
    page.locator("summary", has_text=words).click()


def test_a_lead_answers_on_a_phone_and_an_editor_takes_it_over(
    browser: Browser, live_server: LiveServer, settings: Any
) -> None:
    city, client = make_city(), Client()
    sign_in(client, city.body, role=Role.ADMINISTRATOR)
    committee = led_committee(city)
    phone = browser.new_context(viewport={"width": 360, "height": 740}, locale="de-DE", bypass_csp=True)
    page = phone.new_page()
    page.goto(mailed_link(committee, live_server, settings))
    check(page, "link-on-a-phone")
    show(page, "Etwas hat sich geändert")
    page.get_by_label("E-Mail-Adresse").fill("kein")
    page.get_by_label("Wie oft trifft es sich?").fill("jeden 2. Dienstag im Monat")
    page.get_by_role("button", name="Änderung vorschlagen").click()
    check(page, "wrong-address-on-a-phone")
    assert page.get_by_label("Wie oft trifft es sich?").input_value() == "jeden 2. Dienstag im Monat"
    page.get_by_label("E-Mail-Adresse").fill("ag@musterstadt.example")
    page.get_by_role("button", name="Änderung vorschlagen").click()
    assert page.get_by_role("heading", level=1).inner_text() == "Danke für Ihre Antwort"
    check(page, "thanks-on-a-phone")

    desk = browser.new_context(viewport={"width": 1280, "height": 900}, locale="de-DE", bypass_csp=True)
    desk.add_cookies(
        [{"name": "sessionid", "value": client.cookies["sessionid"].value, "url": live_server.url}]
    )
    editor = desk.new_page()
    for name, path in {
        "confirmations": "bestaetigungen/",
        "reminding": "bestaetigungen/erinnern/",
        "outbox": "postausgang/",
        "sender": "postausgang/absender/",
    }.items():
        for width in (360, 1280):
            editor.set_viewport_size({"width": width, "height": 900})
            editor.goto(f"{live_server.url}/desk/{path}")
            check(editor, f"{name}-{width}")
    editor.goto(f"{live_server.url}/desk/bestaetigungen/")
    editor.get_by_role("button", name="Übernehmen: AG Sprache").click()
    committee.refresh_from_db()
    assert committee.contact_email == "ag@musterstadt.example"
    assert committee.rhythm_text == "jeden 2. Dienstag im Monat"
    assert committee.confirmed_on == timezone.localdate()

    page.goto(mailed_link(committee, live_server, settings))
    page.get_by_role("button", name="Alles stimmt noch").click()
    assert page.get_by_role("heading", level=1).inner_text() == "Danke für Ihre Antwort"
    for context in (phone, desk):
        context.close()


def led_committee(city: City) -> Committee:
    made = make_committee(
        city.body, "AG Sprache", contact_email="alt@musterstadt.example", rhythm_text="monatlich"
    )
    appoint(committee=made, organisation=city.partner, role=SeatRole.LEAD, on=date(2020, 1, 1), by=SETUP)
    return made
