"""Journey (e): two records become one and two again, in a real browser; what comes of it, on the public site.

Needs Chromium (Debian package ``chromium``).
"""

from __future__ import annotations

import os
import shutil
from datetime import date
from pathlib import Path

import axe_playwright_python
import pytest
from django.test import Client
from playwright.sync_api import Page, expect, sync_playwright
from pytest_django.live_server_helper import LiveServer

from gremienwerk.audit.change import change
from gremienwerk.committees.actions import appoint
from gremienwerk.committees.models import Role
from tests.conftest import skip_or_fail
from tests.support.cast import SETUP, City, make_city, make_committee, make_organisation
from tests.support.pages import sign_in

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
CHROMIUM = shutil.which("chromium")
AXE = Path(axe_playwright_python.__file__).with_name("axe.min.js")


def make_double(city: City, host: str) -> str:
    """A second record of the partner with a public seat; its address."""
    with change(by=SETUP, body=city.body.pk) as made:
        made.update(city.body, action="test", hostname=host)
    double = make_organisation(city.body, "Hilfswerk Musterstadt", street="Hofaue 1", city="Musterstadt")
    committee = make_committee(city.body, "Runder Tisch", visibility="public")
    appoint(committee=committee, organisation=double, role=Role.MEMBER, on=date(2020, 1, 1), by=SETUP)
    return str(double.uid)


def looks_right(page: Page, name: str, pictures: Path) -> None:
    """No barriers, and no room needed to the side, on a phone and on a desk."""
    for width in (1440, 360):
        page.set_viewport_size({"width": width, "height": 900})
        page.screenshot(path=pictures / f"merge-{name}-{width}.png", full_page=True)
        page.evaluate(AXE.read_text(encoding="utf-8"))
        found = page.evaluate("axe.run(document)")["violations"]
        assert [(one["id"], one["nodes"][0]["html"]) for one in found] == [], (name, width)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, (name, width)


def test_a_clerk_merges_two_records_and_takes_it_back(
    live_server: LiveServer, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    if CHROMIUM is None:
        skip_or_fail("no chromium on the path")
    city, client = make_city(), Client()
    old = f"/de/organisationen/{make_double(city, 'localhost')}/"
    sign_in(client, city.body)
    session = client.cookies["sessionid"].value
    # Playwright keeps an event loop in this thread; Django would take us for asynchronous code.
    monkeypatch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "1")
    pictures = Path(os.environ.get("GREMIENWERK_PICTURES", tmp_path))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        context = browser.new_context(base_url=live_server.url, bypass_csp=True)
        context.add_cookies([{"name": "sessionid", "value": session, "url": live_server.url}])
        page = context.new_page()

        page.goto("/desk/organisationen/")
        page.get_by_role("link", name="Dubletten suchen").click()
        looks_right(page, "list", pictures)
        page.get_by_role("link", name="Vergleichen").click()
        if page.get_by_role("heading", name="Zieht um von „Hilfswerk Musterstadt e. V.“").count():
            page.get_by_role("link", name="Den anderen behalten").click()
        expect(page.get_by_text("Mitglied: Hilfswerk Musterstadt (Runder Tisch)")).to_be_visible()
        expect(page.get_by_role("radio", name="Geht auf: Hofaue 1")).to_be_checked()
        looks_right(page, "form", pictures)
        page.get_by_role("button", name="Zusammenführen").click()
        looks_right(page, "done", pictures)

        page.goto(old)
        expect(page).to_have_url(f"{live_server.url}/de/organisationen/{city.partner.uid}/")
        expect(page.get_by_role("heading", level=1)).to_have_text("Hilfswerk Musterstadt e. V.")
        page.goto("/desk/organisationen/dubletten/organisation/")
        page.get_by_role("link", name="Ansehen oder zurücknehmen").click()
        page.get_by_role("button", name="Zusammenführung zurücknehmen").click()
        expect(page.get_by_role("link", name="Vergleichen")).to_be_visible()
        page.goto(f"/desk/verlauf/organisation/{city.partner.uid}/")
        expect(page.get_by_text("Zusammenführung geändert").first).to_be_visible()
        looks_right(page, "history", pictures)
        page.goto(old)
        expect(page).to_have_url(live_server.url + old)
        expect(page.get_by_role("heading", level=1)).to_have_text("Hilfswerk Musterstadt")
        browser.close()
