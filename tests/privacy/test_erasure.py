"""A person is erased: gone from every table, page and public file; the institution keeps its seat on every day."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from django.apps import apps
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from django.utils.timezone import localdate, now
from pytest_django.fixtures import Settings

from gremienwerk.audit.change import change
from gremienwerk.committees.actions import appoint, delegate, describe_committee
from gremienwerk.committees.models import Membership, Representative, Role
from gremienwerk.core.actor import Role as UserRole
from gremienwerk.documents.models import FileRestriction
from gremienwerk.documents.reading.files import read
from gremienwerk.inquiries.actions import edit_item, release
from gremienwerk.inquiries.models import InquiryItem, RedactedRelease, Release
from gremienwerk.organisations.actions import grant_consent, publish_profile, register_person
from gremienwerk.organisations.models import Consent, Organisation, Person
from gremienwerk.participation.actions import give_feedback
from gremienwerk.privacy.actions import erase_person
from gremienwerk.privacy.ledger import ledger_path
from gremienwerk.privacy.models import Erasure
from gremienwerk.privacy.queries import subject_access
from tests.inquiries.scene import Scene, make_scene
from tests.inquiries.seven import receive
from tests.support.cast import SETUP, make_organisation
from tests.support.pages import sign_in

pytestmark = pytest.mark.django_db
NAME, MAIL = "Hüseyin Quittenbaum", "h.quittenbaum@moschee.example"
MARK = "quittenbaum"
MOSQUE = "Moscheegemeinde Nord"
OTHERS = ("/static/", "/desk/", "/einfach/", "/en/", "/tr/", "/ar/", "/uk/", "/fa/", "/fr/")
SEARCH = "/de/suche/?text=Quittenbaum"
PAST, REASON = date(2022, 5, 15), "Löschung auf Antrag der betroffenen Person"


@dataclass
class Told:
    """The scene with somebody whom every place names."""

    scene: Scene
    mosque: Organisation
    person: Person
    answer: Release


@pytest.fixture
def told(settings: Settings, tmp_path: Path) -> Told:
    settings.DATA_DIR = tmp_path
    scene = make_scene()
    with change(by=SETUP, body=scene.body.pk) as made:
        made.update(scene.body, action="test", hostname="testserver")
        made.update(scene.round_table, action="test", visibility="public")
    mosque = make_organisation(scene.body, MOSQUE, "mso", note=f"Anruf bei Herrn {NAME}")
    seat = appoint(
        committee=scene.round_table, organisation=mosque, role=Role.MEMBER, on=date(2021, 1, 1), by=SETUP
    )
    given, family = NAME.split()
    person = register_person(body=scene.body, given_name=given, family_name=family, email=MAIL, by=SETUP)
    delegate(membership=seat, person=person, on=date(2021, 1, 1), by=SETUP)
    grant_consent(
        person=person, field="name", basis=Consent.Basis.CONSENT, reference=f"Brief von {NAME}",
        since=date(2021, 1, 1), by=SETUP,
    )  # fmt: skip
    publish_profile(
        organisation=mosque, published_from=date(2021, 1, 1), confirmed_on=localdate(), by=SETUP,
        description=f"Es antwortet Herr Quittenbaum, {MAIL}.",
    )  # fmt: skip
    describe_committee(committee=scene.round_table, by=SETUP, contact=NAME, contact_email=MAIL)
    give_feedback(
        body=scene.body, page="", language="de", text=f"Ich bin {NAME}.", name=NAME, email=MAIL, sender_mark="",
        now=now(),
    )  # fmt: skip
    return Told(scene, mosque, person, _answered(scene))


def _answered(scene: Scene) -> Release:
    inquiry = receive(scene, preamble=f"Wir danken {NAME}.")
    item = InquiryItem.objects.filter(inquiry=inquiry).order_by("position")[0]
    edit_item(item=item, block="", answer_text=f"Die Gemeinde vertritt {NAME}, {MAIL}.", by=SETUP)
    return release(inquiry=inquiry, released_on=date(2022, 5, 20), by=SETUP, dispatch_on=date(2022, 5, 20))


def naming_tables() -> set[str]:
    """Every table of which some row names the person, whatever column it is in."""
    return {
        model._meta.label
        for model in apps.get_models()
        if any(MARK in str(row).casefold() for row in model._default_manager.values_list())
    }


def public_pages() -> Iterator[tuple[str, bytes]]:
    """Every address that can be reached from the first page, with what it answers."""
    client, waiting = Client(), ["/de/", "/de/sitemap.xml", SEARCH]
    seen = set(waiting)
    while waiting:
        path = waiting.pop()
        response = client.get(path)
        content = b"".join(response.streaming_content) if response.streaming else response.content  # type: ignore[attr-defined]
        yield path, content
        for found in re.findall(rb'(?:href|src|action)="(/[^"#]*)', content):
            link = found.decode().replace("&amp;", "&")
            if link not in seen and "?" not in link and not link.startswith(OTHERS):
                seen.add(link)
                waiting.append(link)


def text_of(content: bytes) -> str:
    """The words in a page or file, whatever its format."""
    if content.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            return b" ".join(packed.read(name) for name in packed.namelist()).decode("utf-8", "replace")
    if content.startswith(b"%PDF"):
        return read(content, name="datei.pdf").text
    return content.decode("utf-8", "replace")


def naming_pages() -> set[str]:
    """Public addresses that say more of the person than the search, which repeats the word it was asked for."""
    return {path for path, content in public_pages() if _says_more(text_of(content).casefold())}


def _says_more(text: str) -> bool:
    return any(word in text for word in (NAME.casefold(), MAIL, f"herr {MARK}"))


def test_the_person_goes_and_the_institution_stays(told: Told, client: Client) -> None:
    before = naming_tables()
    assert {
        "organisations.Person",
        "audit.AuditPersonalValue",
        "inquiries.Release",
        "publishing.PublicName",
    } <= before
    assert {"participation.Feedback", "publishing.SearchEntry", "organisations.DirectoryProfile"} <= before
    assert any("/fassungen/" in path for path in naming_pages())

    done = erase_person(person=told.person, on=localdate(), reason=REASON, by=SETUP)

    assert done.releases == 1
    assert naming_tables() == {"inquiries.Release"}
    assert naming_pages() == set()
    seat = Membership.objects.on(PAST).get(organisation=told.mosque)
    assert not Representative.objects.filter(membership=seat).exists()
    page = Client().get(
        reverse("website:committee", kwargs={"language": "de", "uid": told.scene.round_table.uid}),
        {"stand": PAST.isoformat()},
    )
    assert MOSQUE in page.content.decode()
    table = told.scene.register(on=PAST)
    assert any(MOSQUE in str(row) for part in table.parts for row in part.rows) or MOSQUE in str(table)
    assert_restricted(told, client)


def assert_restricted(told: Told, client: Client) -> None:
    """The archived original says why it is closed; the redacted file takes its address."""
    redaction = RedactedRelease.objects.get(release=told.answer)
    assert {one["sha256"] for one in told.answer.content["files"]} <= set(
        FileRestriction.objects.filter(reason=REASON).values_list("sha256", flat=True)
    )
    assert [one["name"] for one in redaction.content["files"]] == [
        one["name"] for one in told.answer.content["files"]
    ]
    given = {"uid": told.answer.inquiry.uid, "version": 1, "name": "antwort.pdf"}
    sign_in(client, told.scene.body)
    assert MARK not in text_of(client.get(reverse("inquiries:file", kwargs=given)).content).casefold()
    package = client.get(reverse("inquiries:package", kwargs={"uid": given["uid"], "version": 1})).content
    with zipfile.ZipFile(io.BytesIO(package)) as packed:
        assert [name for name in packed.namelist() if MARK in text_of(packed.read(name)).casefold()] == []
        assert len(packed.namelist()) > 3
    closed = client.get(reverse("inquiries:archived_file", kwargs=given))
    assert (closed.status_code, REASON in closed.content.decode()) == (403, True)
    sign_in(client, told.scene.body, role=UserRole.ADMINISTRATOR, email="chef@musterstadt.example")
    opened = client.get(reverse("inquiries:archived_file", kwargs=given))
    assert MARK in text_of(opened.content).casefold()


def test_a_restored_backup_is_erased_again_by_the_ledger_which_names_nobody(told: Told) -> None:
    uid, body = told.person.uid, told.scene.body
    erase_person(person=told.person, on=localdate(), reason=f"{REASON} ({NAME})", by=SETUP)
    assert MARK not in ledger_path().read_text(encoding="utf-8").casefold()
    # the copy of the database knows the person again and nothing of the erasure
    with change(by=SETUP, body=body.pk) as made:
        made.create(
            Person(body=body, uid=uid, given_name="Hüseyin", family_name="Quittenbaum"), action="test"
        )
        Erasure.objects.all().delete()
    describe_committee(committee=told.scene.round_table, by=SETUP, contact=NAME)
    call_command("privacy", "reapply", verbosity=0)
    assert naming_tables() == {"inquiries.Release"}
    call_command("privacy", "reapply", verbosity=0)
    assert len(ledger_path().read_text(encoding="utf-8").splitlines()) >= 1


def test_access_tells_of_every_place(told: Told) -> None:
    found = subject_access(person=told.person, on=localdate())
    assert [one["für"] for one in found["Entsendungen"]] == [MOSQUE]
    assert len(found["Einwilligungen"]) == 1
    assert {"Gremium", "Organisation"} <= {one["Art"] for one in found["Nennungen"]}
    assert found["Freigegebene Antworten"] == [str(told.answer)]
    assert "antwort.pdf" in found["Dateien"]
    assert any("describe" in one["action"] for one in found["Protokoll der Änderungen"])
