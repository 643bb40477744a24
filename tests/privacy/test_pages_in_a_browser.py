"""The pages about one person have no barriers and need no room to the side."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import axe_playwright_python
import pytest
from django.test import Client
from playwright.sync_api import sync_playwright
from pytest_django.live_server_helper import LiveServer

from gremienwerk.core.actor import Role
from tests.conftest import skip_or_fail
from tests.privacy.test_pages import make_person
from tests.support.cast import make_city
from tests.support.pages import sign_in

pytestmark = [pytest.mark.browser, pytest.mark.once, pytest.mark.django_db(transaction=True)]
CHROMIUM = shutil.which("chromium")
AXE = Path(axe_playwright_python.__file__).with_name("axe.min.js")


def test_no_barriers_on_a_phone_and_on_a_desk(
    live_server: LiveServer, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    if CHROMIUM is None:
        skip_or_fail("no chromium on the path")
    city, client = make_city(), Client()
    person = make_person(city)
    sign_in(client, city.body, role=Role.ADMINISTRATOR)
    session = client.cookies["sessionid"].value
    # Playwright keeps an event loop in this thread; Django would take us for asynchronous code.
    monkeypatch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "1")
    pictures = Path(os.environ.get("GREMIENWERK_PICTURES", tmp_path))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        for width in (360, 1440):
            context = browser.new_context(viewport={"width": width, "height": 900}, bypass_csp=True)
            context.add_cookies([{"name": "sessionid", "value": session, "url": live_server.url}])
            page = context.new_page()
            for name, path in (("list", ""), ("person", f"{person.uid}/")):
                page.goto(f"{live_server.url}/desk/datenschutz/{path}")
                if name == "person":
                    page.locator("form.gw-form button[type=submit]").click()  # with its errors
                page.screenshot(path=pictures / f"{name}-{width}.png", full_page=True)
                page.evaluate(AXE.read_text(encoding="utf-8"))
                found = page.evaluate("axe.run(document)")["violations"]
                assert [(one["id"], one["nodes"][0]["html"]) for one in found] == [], (name, width)
                assert page.evaluate("document.documentElement.scrollWidth") <= width, (name, width)
        browser.close()
