"""An inquiry from its PDF to the hand-over package and the published answer: clerk, unit, co-signer, releaser.

With one refused co-signature and a day of dispatch that lies ahead. And the office of one committee tries another.
Needs Chromium (Debian package ``chromium``).
"""

from __future__ import annotations

import io
import os
import zipfile
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from django.test import Client
from django.utils.timezone import localdate
from playwright.sync_api import Browser, Page
from pytest_django.live_server_helper import LiveServer

from gremienwerk.accounts.doors import actor_of
from gremienwerk.audit.change import change
from gremienwerk.committees.actions import appoint, describe_committee, grant_committee
from gremienwerk.committees.models import Committee
from gremienwerk.committees.models import Role as SeatRole
from gremienwerk.core.actor import Actor, Role
from gremienwerk.core.errors import NotAllowed
from gremienwerk.inquiries.models import Inquiry
from gremienwerk.organisations.actions import grant_unit
from gremienwerk.organisations.models import Organisation
from tests.inquiries.scene import Scene, make_scene
from tests.journeys.test_pages_in_a_browser import AXE, OPTIONS, browser, opened
from tests.support.cast import SETUP
from tests.support.pages import sign_in

__all__ = ["browser"]  # the fixture of the other browser tests
pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
ASKED = """<h1>Große Anfrage</h1><p>der Fraktion A vom 03.05.2022</p><h2>Gremien der Integration</h2>
<p>Wir fragen die Verwaltung:</p><p>1. In welchem Turnus tagen die Gremien?</p>
<p>2. Wie viele Plätze haben die Sprachkurse?</p>"""


class Desk:
    """People at their browsers; each page that is opened is checked for accessibility and width."""

    def __init__(self, chromium: Browser, server: LiveServer, scene: Scene) -> None:
        self.browser, self.server, self.scene = chromium, server, scene
        self.found: dict[str, object] = {}

    def person(self, role: Role, *units: Organisation) -> Page:
        """A page in the browser of a new user with this role, who speaks for these units."""
        client = Client()
        email = f"{role.value}-{len(units) and units[0].pk}@musterstadt.example"
        user = sign_in(client, self.scene.body, role=role, email=email)
        for unit in units:
            grant_unit(user=user, organisation=unit, by=SETUP)
        session = client.cookies["sessionid"].value
        size = {"width": 360, "height": 800}
        return opened(self.browser, self.server, session, viewport=size, bypass_csp=True).new_page()

    def visit(self, page: Page, path: str, name: str = "") -> None:
        """Open a path; with a name, check the page."""
        page.goto(self.server.url + path)
        if not name:
            return
        page.evaluate(AXE.read_text(encoding="utf-8"))
        result = page.evaluate("options => axe.run(document, options)", OPTIONS)
        wrong = [(one["id"], one["nodes"][0]["html"]) for one in result["violations"]]
        wider = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        if wrong or wider > 0:
            self.found[name] = (wrong, wider)
        if folder := os.environ.get("GREMIENWERK_PICTURES"):
            page.screenshot(path=Path(folder) / f"{name}-360.png", full_page=True)
            page.set_viewport_size({"width": 1440, "height": 900})
            page.screenshot(path=Path(folder) / f"{name}-1440.png", full_page=True)
            page.set_viewport_size({"width": 360, "height": 800})


@pytest.fixture
def desk(browser: Browser, live_server: LiveServer) -> Iterator[Desk]:
    scene = make_scene()
    with change(by=SETUP, body=scene.body.pk) as made:
        made.update(scene.body, action="test", hostname="localhost", climate_check=False)
    desk = Desk(browser, live_server, scene)
    yield desk
    for context in browser.contexts:
        context.close()


def send(page: Page, label: str) -> None:
    page.get_by_role("button", name=label, exact=True).click()


def test_from_the_pdf_to_the_package_and_the_public_page(desk: Desk) -> None:
    city = desk.scene.city
    clerk, writer = desk.person(Role.EDITOR), desk.person(Role.UNIT, city.team)
    signer, releaser = desk.person(Role.UNIT, city.youth_office), desk.person(Role.RELEASER)
    address = _upload(desk, clerk)
    _assign(desk, clerk, address)
    _ask_for_signature(desk, clerk, address)

    desk.visit(writer, address, "unit")
    assert writer.locator(".gw-fact").count() == 1
    writer.get_by_role("link", name="Antwort ändern").click()
    writer.get_by_label("Eigener Text").fill("Es gibt 120 Plätze.")
    send(writer, "Antwort speichern")
    send_out = f"{address}mitzeichnung/"
    desk.visit(clerk, send_out, "signatures")
    send(clerk, "Zur Mitzeichnung geben")

    desk.visit(signer, address)
    signer.get_by_role("link", name="Lesen und zeichnen").click()
    desk.visit(signer, signer.url.removeprefix(desk.server.url), "signature")
    signer.get_by_label("Grund der Ablehnung").fill("Es sind 140 Plätze.")
    send(signer, "Ablehnen und zurückgeben")
    desk.visit(clerk, address, "refused")
    assert "Grund: Es sind 140 Plätze." in clerk.locator("main").inner_text()
    desk.visit(clerk, f"{address}punkte/2/", "item")
    clerk.get_by_label("Eigener Text").fill("Es gibt 140 Plätze.")
    send(clerk, "Antwort speichern")
    desk.visit(releaser, address)
    assert releaser.get_by_role("link", name="Antwort freigeben").count() == 0
    desk.visit(clerk, send_out)
    send(clerk, "Zur Mitzeichnung geben")
    desk.visit(signer, address)
    signer.get_by_role("link", name="Lesen und zeichnen").click()
    send(signer, "Mitzeichnen")

    _release(desk, releaser, address)
    assert desk.found == {}


def _upload(desk: Desk, clerk: Page) -> str:
    paper = desk.browser.new_page()
    paper.set_content(ASKED)
    content = paper.pdf()
    desk.visit(clerk, "/desk/anfragen/neu/")
    clerk.get_by_label("Datei der Anfrage").set_input_files(
        {"name": "anfrage.pdf", "mimeType": "application/pdf", "buffer": content}
    )
    send(clerk, "Hochladen und Entwurf erstellen")
    clerk.wait_for_url("**/desk/anfragen/*-*/")
    inquiry = Inquiry.objects.get()
    assert inquiry.items.count() == 2
    return f"/desk/anfragen/{inquiry.uid}/"


def _assign(desk: Desk, clerk: Page, address: str) -> None:
    desk.visit(clerk, f"{address}zustaendig/", "assign")
    clerk.locator("input[name=items]").nth(1).check()
    clerk.get_by_label("Zuständige Einheit").select_option(label="Team Ehrenamt")
    clerk.get_by_label("Zulieferung bis").fill((localdate() + timedelta(days=4)).isoformat())
    send(clerk, "Zuständigkeit speichern")


def _ask_for_signature(desk: Desk, clerk: Page, address: str) -> None:
    desk.visit(clerk, f"{address}mitzeichnung/")
    clerk.locator("select[name=unit]").select_option(label="Jugendamt")
    send(clerk, "Einheit eintragen")


def _release(desk: Desk, releaser: Page, address: str) -> None:
    public = address.replace("/desk/", "/de/")
    desk.visit(releaser, f"{address}freigabe/")
    releaser.get_by_label("Versand am").fill((localdate() + timedelta(days=1)).isoformat())
    send(releaser, "Fassung 1 freigeben")
    releaser.wait_for_url(f"**{address}")
    stranger = desk.browser.new_page()
    waiting = stranger.goto(desk.server.url + public)
    assert waiting is not None
    assert waiting.status == 404
    with releaser.expect_download() as download:
        releaser.get_by_role("link", name="Paket für die Ratsgeschäftsstelle").click()
    with zipfile.ZipFile(io.BytesIO(download.value.path().read_bytes())) as package:
        assert "antwort.pdf" in package.namelist()
    desk.visit(releaser, f"{address}versand/")
    releaser.get_by_label("Versand am").fill(localdate().isoformat())
    send(releaser, "Versandtag speichern")
    releaser.wait_for_url(f"**{address}")
    stranger.goto(desk.server.url + public)
    assert "Es gibt 140 Plätze." in stranger.locator("main").inner_text()


def test_the_office_of_one_committee_is_refused_at_every_door_of_another(desk: Desk) -> None:
    client = Client()
    user = sign_in(client, desk.scene.body, role=Role.COMMITTEE_OFFICE)
    own, other = desk.scene.round_table, desk.scene.steering
    grant_committee(user=user, committee=own, by=SETUP)
    page = opened(desk.browser, desk.server, client.cookies["sessionid"].value).new_page()
    before = Committee.objects.values().get(pk=other.pk)
    offered = {}
    for committee in (own, other):
        page.goto(f"{desk.server.url}/desk/gremien/{committee.uid}/")
        offered[committee] = page.get_by_role("button", name="Heute bestätigen").count()
    assert offered == {own: 1, other: 0}
    page.goto(f"{desk.server.url}/desk/gremien/{own.uid}/")
    form = page.locator("form", has=page.get_by_role("button", name="Heute bestätigen"))
    address = str(form.get_attribute("action"))
    # The form of the own committee, sent to the address of the other one.
    foreign = address.replace(str(own.uid), str(other.uid))
    form.evaluate("(form, address) => form.setAttribute('action', address)", foreign)
    with page.expect_response(f"**{foreign}") as answer:
        send(page, "Heute bestätigen")
    assert answer.value.status == 403
    actor = actor_of(user=user, on=localdate())
    for act in _acts(desk, other, actor):  # what every further door calls, such as a command or an API
        with pytest.raises(NotAllowed):
            act()
    assert Committee.objects.values().get(pk=other.pk) == before


def _acts(desk: Desk, other: Committee, actor: Actor) -> list[Callable[[], object]]:
    holder, today = desk.scene.city.partner, localdate()
    return [
        lambda: appoint(committee=other, organisation=holder, role=SeatRole.MEMBER, on=today, by=actor),
        lambda: describe_committee(committee=other, by=actor, goal="Übernommen"),
    ]
