"""Every address × every role × own and foreign body, as the committed table says; unknown means no.

``table.csv`` holds the HTTP status of a GET: 200 may see, 302 must sign in first, 403 may not, 404 does not exist
for this person, 405 only takes forms. A new address fails here until its row says who may see it.
"""

from __future__ import annotations

import csv
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from django.utils.timezone import localdate

from gremienwerk.accounts.actions import create_user
from gremienwerk.audit.change import change
from gremienwerk.bodies.models import Synonym
from gremienwerk.committees.actions import appoint
from gremienwerk.committees.models import Role as SeatRole
from gremienwerk.core.actor import Role
from gremienwerk.documents.actions import store_file
from gremienwerk.inquiries.models import AnswerDraft, Inquiry, InquiryItem, Release, ReleasedFile
from gremienwerk.meetings.actions import record_meeting
from gremienwerk.meetings.models import Meeting
from gremienwerk.organisations.actions import publish_profile
from tests.support.calendar import publish
from tests.support.cast import SETUP, City, make_body, make_city, make_committee, make_organisation

TABLE = Path(__file__).with_name("table.csv")
PEOPLE = ("anonymous", "auditor", "editor", "releaser", "administrator", "foreign")
LIBRARY = (
    "account_"  # django-allauth's own pages are its own tests' matter; which of them exist is in the table
)


def rows() -> list[dict[str, str]]:
    with TABLE.open(encoding="utf-8", newline="") as opened:
        return list(csv.DictReader(opened, delimiter=";"))


def address_names(resolver: URLResolver | None = None, prefix: str = "") -> set[str]:
    found: set[str] = set()
    for pattern in (resolver or get_resolver()).url_patterns:
        if isinstance(pattern, URLResolver):
            inner = f"{prefix}{pattern.namespace}:" if pattern.namespace else prefix
            found |= address_names(pattern, inner)
        elif isinstance(pattern, URLPattern):
            found.add(f"{prefix}{pattern.name}")
    return found


def make_inquiry(city: City) -> Inquiry:
    stored = store_file(
        body=city.body, content=b"Text", name="anfrage.txt", media_type="text/plain", by=SETUP
    )
    with change(by=SETUP, body=city.body.pk) as made:
        common = {
            "title": "Anfrage",
            "received_on": date(2024, 1, 1),
            "reporting_unit": city.ressort,
            "original": stored,
        }
        inquiry = Inquiry(body=city.body, **common)
        made.create(inquiry, action="test")
        made.create(
            InquiryItem(body=city.body, inquiry=inquiry, position=1, text="Wie oft?", block="rhythm"),
            action="test",
        )
        made.create(AnswerDraft(body=city.body, inquiry=inquiry, as_of=date(2024, 1, 1)), action="test")
        release = Release(
            body=city.body, inquiry=inquiry, version=1, as_of=date(2024, 1, 1), released_on=date(2024, 1, 2),
            released_by="Kim", content={"committees": [], "directory": [], "files": [], "paper": {"items": [], "annexes": []}}, checksum="0" * 64,
        )  # fmt: skip
        made.create(release, action="test")
        made.create(ReleasedFile(body=city.body, release=release, file=stored, position=1), action="test")
    return inquiry


def make_public_meeting(city: City) -> Meeting:
    """A public committee in which the partner sits, with a meeting whose minutes are published."""
    committee = make_committee(city.body, "Runder Tisch", visibility="public")
    appoint(
        committee=committee, organisation=city.partner, role=SeatRole.MEMBER, on=date(2020, 1, 1), by=SETUP
    )
    meeting = record_meeting(
        body=city.body,
        committees=[committee],
        starts_at=datetime(2024, 1, 9, 16, tzinfo=UTC),
        state=Meeting.State.HELD,
        by=SETUP,
    )
    publish(meeting, on=date(2024, 2, 1))
    return meeting


@pytest.fixture
def addresses(db: None) -> tuple[City, dict[str, str]]:
    city = make_city()
    with change(by=SETUP, body=city.body.pk) as made:  # a foreign body comes later: the host shows this one
        made.update(city.body, action="test", hostname="testserver")
    committee = make_committee(city.body, "AG Sprache")
    inquiry = make_inquiry(city)
    meeting = make_public_meeting(city)
    public: dict[str, object] = {"uid": meeting.committees.get().uid}
    listed = make_organisation(city.body, "Verein", "mso")
    publish_profile(organisation=listed, published_from=date(2024, 1, 1), confirmed_on=localdate(), by=SETUP)
    known: dict[str, dict[str, object]] = {
        "desk:committee": {"uid": committee.uid},
        "committees:organisation": {"uid": city.partner.uid},
        **{f"inquiries:{n}": {"uid": inquiry.uid} for n in ("inquiry", "original", "draft", "release")},
        "desk:synonym": {"uid": Synonym.objects.filter(body=city.body)[0].uid},
        "desk:site_text": {"page": "imprint", "language": "de"},
        **{name: {"uid": committee.uid} for name in ("participation:settle", "participation:remove")},
        "inquiries:item": {"uid": inquiry.uid, "position": 1},
        "inquiries:file": {"uid": inquiry.uid, "version": 1, "name": "anfrage.txt"},
    }
    known |= {
        **{name: {"uid": meeting.uid} for name in ("website:meeting", "opendata:meeting")},
        "website:minutes": {"uid": meeting.uid, "name": "protokoll.pdf"},
        "opendata:committee": public,
        **{name: {"uid": city.partner.uid} for name in ("opendata:organisation", "website:organisation")},
        "website:committee": public,
        "website:directory_entry": {"uid": listed.uid},
        "website:inquiry": {"uid": inquiry.uid},
        "website:inquiry_file": {"uid": inquiry.uid, "version": 1, "name": "anfrage.txt"},
    }
    german = {"language": "de"}
    own = [row["address"] for row in rows() if not row["address"].startswith(LIBRARY)]
    return city, {
        name: reverse(
            name,
            kwargs=(german if name.startswith(("website:", "opendata:", "feedback:")) else {})
            | known.get(name, {}),
        )
        for name in own
    }


def client_of(city: City, person: str) -> Client:
    client = Client()
    if person == "anonymous":
        return client
    body = make_body(name="Andernorts", key="05999009") if person == "foreign" else city.body
    role = Role.ADMINISTRATOR if person == "foreign" else Role(person)
    user = create_user(
        body=body, email=f"{person}@example.org", name=person, role=role, password=None, by=SETUP
    )
    client.force_login(user, backend="allauth.account.auth_backends.AuthenticationBackend")
    return client


def test_the_table_names_every_address_and_no_other() -> None:
    assert {row["address"] for row in rows()} == address_names()


@pytest.mark.parametrize("person", PEOPLE)
def test_everybody_gets_what_the_table_says(addresses: tuple[City, dict[str, str]], person: str) -> None:
    city, paths = addresses
    client = client_of(city, person)
    expected = {row["address"]: int(row[person]) for row in rows() if row["address"] in paths}
    assert {name: client.get(path).status_code for name, path in paths.items()} == expected
