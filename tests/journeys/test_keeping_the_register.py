"""What clerks do to committees and seats, in a real browser by keyboard and labels; without scripts.

Needs Chromium (Debian package ``chromium``).
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import date

import pytest
from django.test import Client
from playwright.sync_api import Browser, Locator, Page, sync_playwright
from pytest_django.live_server_helper import LiveServer

from gremienwerk.committees.actions import appoint
from gremienwerk.committees.models import Committee, Membership, Role
from tests.conftest import skip_or_fail
from tests.support.cast import SETUP, City, make_city, make_committee, make_organisation
from tests.support.pages import sign_in

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
CHROMIUM = shutil.which("chromium")
PARTNERS = ["Bildungswerk", "Frauenhaus", "Jugendring", "Sportbund"]


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


def clerk(browser: Browser, server: LiveServer, city: City, email: str = "kim@musterstadt.example") -> Page:
    """A window in which somebody is signed in."""
    client = Client()
    sign_in(client, city.body, email=email)
    context = browser.new_context(java_script_enabled=False, base_url=server.url)
    session = client.cookies["sessionid"].value
    context.add_cookies([{"name": "sessionid", "value": session, "url": server.url}])
    context.set_default_timeout(8000)
    return context.new_page()


def send(page: Page) -> None:
    """Send the form from its last button, as somebody who does not use a mouse."""
    button = page.locator("main form button[type=submit]").last
    button.focus()
    with page.expect_navigation():
        page.keyboard.press("Enter")


def fields(page: Page) -> Locator:
    return page.locator("main form").locator("input, select, textarea")


def fill(page: Page, **given: str) -> None:
    """Fill in fields by what stands beside them; underscores are spaces."""
    for label, value in given.items():
        field = fields(page).and_(page.get_by_label(label.replace("_", " "))).first
        if field.evaluate("field => field.tagName") == "SELECT":
            field.select_option(label=value)
        else:
            field.fill(value)


def words(page: Page, path: str, part: str = "main") -> str:
    page.goto(path)
    return page.locator(part).inner_text()


def test_a_planned_committee_gets_its_members_and_lives_on(browser: Browser, live_server: LiveServer) -> None:
    city = make_city()
    for name in PARTNERS:
        make_organisation(city.body, name)
    page = clerk(browser, live_server, city)
    page.goto("/desk/gremien/")
    page.get_by_role("link", name="Gremium eintragen").click()
    fill(page, Gibt_es_das="nein, es ist geplant", Art="Arbeitsgruppe", Seit_wann="bis Ende 2027")
    send(page)
    committee = Committee.objects.get()
    home = f"/desk/gremien/{committee.uid}/"
    page.get_by_role("link", name="Es wurde gegründet").click()
    fill(page, Name="Runder Tisch Wohnen", Wann_wurde_es_gegründet="1.2.2026")
    send(page)
    for name, role in [*((name, "Mitglied") for name in PARTNERS), (str(city.team), "Federführung")]:
        page.goto(f"{home}sitze/")
        page.get_by_role("link", name="Jemand kommt dazu").click()
        fill(page, Organisation=name, Rolle=role, Seit_wann="1.2.2026")
        send(page)
    assert Membership.objects.count() == 5
    page.goto(f"{home}sitze/")
    page.get_by_role("row", name="Sportbund").get_by_role("link", name="Sitz wechselt").click()
    fill(page, Wer_übernimmt_den_Sitz=str(city.partner), Ab_welchem_Tag="2026-05-01")
    send(page)
    page.goto(f"/desk/organisationen/{city.team.uid}/")
    page.get_by_role("link", name="Alle Sitze übergeben").click()
    fill(page, Wer_übernimmt_die_Sitze=str(city.youth_office), Ab_welchem_Tag="2026-03-01")
    send(page)
    assert "Runder Tisch Wohnen" in page.get_by_role("region", name="Vorschau").inner_text()
    assert Membership.objects.filter(organisation=city.youth_office).count() == 0
    send(page)
    team, office, partner = str(city.team), str(city.youth_office), str(city.partner)
    expected = {
        "2026-02-15": ({team, "Sportbund"}, {office, partner}),
        "2026-03-01": ({office, "Sportbund"}, {team, partner}),
        "2026-05-01": ({office, partner}, {team, "Sportbund"}),
    }
    for day, (there, gone) in expected.items():
        table = words(page, f"{home}?stand={day}", "main table >> nth=0")
        assert [name for name in there if name not in table] == [], day
        assert [name for name in gone if name in table] == [], day
    assert "Runder Tisch Wohnen" not in words(page, "/desk/struktur/?stand=2026-01-31")
    assert "Runder Tisch Wohnen" in words(page, "/desk/struktur/?stand=2026-02-15")


def test_of_two_people_the_second_sees_what_the_first_has_stored_and_loses_nothing(
    browser: Browser, live_server: LiveServer
) -> None:
    city = make_city()
    committee = make_committee(city.body, "AG Sprache", goal="Sprache lernen")
    appoint(committee=committee, organisation=city.partner, role=Role.MEMBER, on=date(2024, 1, 1), by=SETUP)
    first = clerk(browser, live_server, city)
    second = clerk(browser, live_server, city, "alex@musterstadt.example")
    for page in (first, second):
        page.goto(f"/desk/gremien/{committee.uid}/angaben/")
    fill(first, Ziel="Sprache lehren")
    send(first)
    fill(second, Ziel="Sprache üben")
    send(second)
    said = second.locator("main").inner_text()
    assert "inzwischen" in said
    assert "Sprache lehren" in said
    assert fields(second).and_(second.get_by_label("Ziel")).first.input_value() == "Sprache üben"
    committee.refresh_from_db()
    assert committee.goal == "Sprache lehren"
    send(second)
    committee.refresh_from_db()
    assert committee.goal == "Sprache üben"
