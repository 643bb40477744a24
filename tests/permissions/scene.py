"""A city with everything that has an address, and everybody who may come to its doors."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from typing import NamedTuple

from django.db import transaction
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from django.urls.resolvers import RegexPattern
from django.utils.timezone import localdate, now

from gremienwerk.accounts.actions import create_user
from gremienwerk.accounts.doors import actor_of
from gremienwerk.accounts.models import User
from gremienwerk.audit.change import Change, change
from gremienwerk.bodies.models import Synonym
from gremienwerk.committees.actions import appoint, delegate, grant_committee
from gremienwerk.committees.models import Committee
from gremienwerk.committees.models import Role as SeatRole
from gremienwerk.core.actor import Actor, Role
from gremienwerk.documents.actions import restrict_content, store_file
from gremienwerk.documents.models import StoredFile
from gremienwerk.inquiries.models import (
    AnswerDraft,
    Inquiry,
    InquiryItem,
    RedactedRelease,
    Release,
    ReleasedFile,
    Signature,
)
from gremienwerk.mailing.actions import Receiver, queue_message
from gremienwerk.mailing.letters import Letter
from gremienwerk.mailing.models import Message
from gremienwerk.meetings.actions import record_meeting
from gremienwerk.meetings.models import Meeting
from gremienwerk.organisations.actions import (
    grant_unit,
    merge_organisations,
    publish_profile,
    register_person,
)
from gremienwerk.organisations.models import Merge, Person
from gremienwerk.participation.actions import give_feedback
from gremienwerk.participation.models import Feedback, Proposal
from tests.support.calendar import publish
from tests.support.cast import (
    SETUP,
    City,
    make_body,
    make_city,
    make_committee,
    make_organisation,
    make_topic,
)

#: Who comes to a door. The office holds the committee of all addresses, the other office another committee of the
#: same body; the foreigner administers another body.
STAFF = {
    "auditor": Role.AUDITOR,
    "editor": Role.EDITOR,
    "office": Role.COMMITTEE_OFFICE,
    "other_office": Role.COMMITTEE_OFFICE,
    "unit": Role.UNIT,
    "releaser": Role.RELEASER,
    "administrator": Role.ADMINISTRATOR,
    "foreign": Role.ADMINISTRATOR,
}
PEOPLE = ("anonymous", *STAFF)
# django-allauth's own pages are its own tests' matter; which of them exist is in the table
LIBRARY = ("account_", "mfa_", "usersessions_", "openid_connect_")


class Scene(NamedTuple):
    """The city, two committees of it, what was said about it, and who comes."""

    city: City
    committee: Committee
    other: Committee
    meeting: Meeting
    inquiry: Inquiry
    feedback: Feedback
    users: dict[str, User]
    paths: dict[str, str]

    def actor(self, person: str) -> Actor:
        """Who acts when this person does something."""
        return actor_of(user=self.users[person], on=localdate())

    def client(self, person: str) -> Client:
        """A browser in which this person has signed in."""
        client = Client(raise_request_exception=False)
        if person != "anonymous":
            client.force_login(
                self.users[person], backend="allauth.account.auth_backends.AuthenticationBackend"
            )
        return client


def rows(name: str) -> list[dict[str, str]]:
    """The rows of one of the committed tables beside this file."""
    with Path(__file__).with_name(name).open(encoding="utf-8", newline="") as opened:
        return list(csv.DictReader(opened, delimiter=";"))


@contextmanager
def undone() -> Iterator[None]:
    """Whatever is written inside is taken back."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def address_parameters(
    resolver: URLResolver | None = None, prefix: str = "", above: frozenset[str] = frozenset()
) -> dict[str, frozenset[str]]:
    """Every address by its name, with the names of its parameters."""
    found: dict[str, frozenset[str]] = {}
    for entry in (resolver or get_resolver()).url_patterns:
        pattern = entry.pattern
        named = pattern.regex.groupindex if isinstance(pattern, RegexPattern) else pattern.converters
        parameters = above | frozenset(named)
        if isinstance(entry, URLResolver):
            inner = f"{prefix}{entry.namespace}:" if entry.namespace else prefix
            found |= address_parameters(entry, inner, parameters)
        elif isinstance(entry, URLPattern):
            found[f"{prefix}{entry.name}"] = parameters
    return found


def make_scene() -> Scene:
    """Everything in place; the tables say what each person gets."""
    city = make_city()
    with change(by=SETUP, body=city.body.pk) as made:  # a foreign body comes later: the host shows this one
        made.update(city.body, action="test", hostname="testserver")
    committee, other = make_committee(city.body, "AG Sprache"), make_committee(city.body, "AG Arbeit")
    topic = make_topic(city.body)
    committee.topics.add(topic)
    inquiry, meeting = make_inquiry(city), make_public_meeting(city)
    listed = make_organisation(city.body, "Verein", "mso")
    publish_profile(organisation=listed, published_from=date(2024, 1, 1), confirmed_on=localdate(), by=SETUP)
    feedback = give_feedback(
        body=city.body, page="", language="de", text="Zu klein", name="", email="", sender_mark="", now=now()
    )
    users = make_users(city, committee, other)
    public: dict[str, object] = {"uid": meeting.committees.get().uid}
    known: dict[str, dict[str, object]] = {
        **{f"committees:{name}": {"uid": city.partner.uid} for name in ("organisation", "hand_over", "rename_organisation", "move_organisation")},
        **{f"inquiries:{name}": {"uid": inquiry.uid} for name in ("inquiry", "original", "draft", "release", "dispatch", "wording", "item", "file", "archived_file", "comment", "assign", "signatures", "package")},
        "committees:undo": {"noun": "gremium", "uid": committee.uid},
        "committees:history": {"noun": "gremium", "uid": committee.uid},
        "organisations:merged": {"uid": make_merge(city).uid},
        "inquiries:signature": {"uid": inquiry.uid, "signature": inquiry.signatures.get().uid},
        "committees:hand_over_person": {"uid": make_person(city).uid},
        "committees:topic_recipients": {"uid": topic.uid},
        "desk:synonym": {"uid": Synonym.objects.filter(body=city.body)[0].uid},
        "desk:site_text": {"page": "imprint", "language": "de"},
        **{name: {"uid": feedback.uid} for name in ("participation:settle", "participation:remove")},
        **{name: {"uid": make_message(city).uid} for name in ("mailing:resend", "mailing:close")},
        **{f"participation:{name}": {"uid": make_proposal(committee).uid} for name in ("accept", "decline")},
        **{name: {"uid": meeting.uid} for name in ("website:meeting", "opendata:meeting")},
        **{f"privacy:{name}": {"uid": make_person(city).uid} for name in ("person", "access")},
        "website:minutes": {"uid": meeting.uid, "name": "protokoll.pdf"},
        **dict.fromkeys(("opendata:committee", "website:committee"), public),
        **{name: {"uid": city.partner.uid} for name in ("opendata:organisation", "website:organisation")},
        "website:directory_entry": {"uid": listed.uid},
        **{name: {"uid": inquiry.uid} for name in ("website:inquiry", "website:inquiry_file")},
    }  # fmt: skip
    usual: dict[str, object] = {
        "uid": committee.uid, "pk": users["unit"].pk, "secret": "geraten", "language": "de", "position": 1,
        "kind": "organisation", "kept": city.partner.uid, "gone": city.ministry.uid,
        "version": 1, "name": "anfrage.txt", "provider_id": "verwaltung", **make_seat(city, committee),
    }  # fmt: skip
    paths = {
        name: reverse(name, kwargs={p: (usual | known.get(name, {}))[p] for p in parameters})
        for name, parameters in address_parameters().items()
        if not name.startswith(LIBRARY)
    }
    return Scene(city, committee, other, meeting, inquiry, feedback, users, paths)


def make_seat(city: City, committee: Committee) -> dict[str, object]:
    """A seat of the committee with somebody who fills it, by the names that addresses have for them."""
    seat = appoint(
        committee=committee, organisation=city.partner, role=SeatRole.MEMBER, on=date(2020, 1, 1), by=SETUP
    )
    person = register_person(body=city.body, family_name="Muster", by=SETUP)
    filled = delegate(membership=seat, person=person, on=date(2020, 1, 1), by=SETUP)
    return {"seat": seat.uid, "filled": filled.uid}


def make_person(city: City) -> Person:
    """Somebody whom the register keeps."""
    return register_person(body=city.body, family_name="Birnbaum", by=SETUP)


def make_users(city: City, committee: Committee, other: Committee) -> dict[str, User]:
    """One user of each kind, with what was granted to them."""
    abroad = make_body(name="Andernorts", key="05999009")
    users = {
        person: create_user(
            body=abroad if person == "foreign" else city.body,
            email=f"{person}@example.org",
            name=person,
            role=role,
            password=None,
            by=SETUP,
        )
        for person, role in STAFF.items()
    }
    grant_committee(user=users["office"], committee=committee, by=SETUP)
    grant_committee(user=users["other_office"], committee=other, by=SETUP)
    grant_unit(user=users["unit"], organisation=city.ressort, by=SETUP)
    return users


def make_merge(city: City) -> Merge:
    """Two organisations that became one."""
    kept, gone = (make_organisation(city.body, name) for name in ("Jugendring", "Jugend-Ring"))
    return merge_organisations(kept=kept, gone=gone, on=localdate(), by=SETUP)


def make_inquiry(city: City, *, is_public: bool = True) -> Inquiry:
    """An inquiry whose answer is released; another unit than the one that comes answers its item and is to sign."""
    stored = store_file(
        body=city.body, content=b"Text", name="anfrage.txt", media_type="text/plain", by=SETUP
    )
    with change(by=SETUP, body=city.body.pk) as made:
        common = {
            "title": "Anfrage",
            "received_on": date(2024, 1, 1),
            "reporting_unit": city.ressort,
            "original": stored,
            "is_public": is_public,
        }
        inquiry = Inquiry(body=city.body, **common)
        made.create(inquiry, action="test")
        made.create(
            InquiryItem(
                body=city.body,
                inquiry=inquiry,
                position=1,
                text="Wie oft?",
                block="rhythm",
                assigned_unit=city.sports_office,
            ),
            action="test",
        )
        made.create(
            AnswerDraft(
                body=city.body,
                inquiry=inquiry,
                as_of=date(2024, 1, 1),
                climate_effect="neutral",
                stage="signing",
            ),
            action="test",
        )
        made.create(Signature(body=city.body, inquiry=inquiry, unit=city.sports_office), action="test")
        release = Release(
            body=city.body, inquiry=inquiry, version=1, as_of=date(2024, 1, 1), released_on=date(2024, 1, 2),
            released_by="Kim", content={"committees": [], "directory": [], "files": [], "paper": {"items": [], "annexes": []}}, checksum="0" * 64,
        )  # fmt: skip
        made.create(release, action="test")
        _redact(made, release, stored)
    return inquiry


def _redact(made: Change, release: Release, shown: StoredFile) -> None:
    """The file of the release is archived and restricted; another one is shown in its place."""
    body = release.body
    archived = store_file(body=body, content=b"Name", name=shown.name, media_type="text/plain", by=SETUP)
    restrict_content(body=body, sha256=archived.sha256, reason="Antrag", on=date(2024, 1, 3), by=SETUP)
    made.create(ReleasedFile(body=body, release=release, file=archived, position=1), action="test")
    file = {"name": shown.name, "media_type": "text/plain", "size": shown.size, "sha256": shown.sha256}
    redacted = RedactedRelease(
        body=body, release=release, number=1, redacted_on=date(2024, 1, 3), reason="Antrag",
        content=release.content | {"files": [file]}, checksum="1" * 64,
    )  # fmt: skip
    made.create(redacted, action="test")
    made.note(release.inquiry, action="test", values={})


def make_proposal(committee: Committee) -> Proposal:
    """A proposal that waits for a decision."""
    with change(by=SETUP, body=committee.body_id) as made:
        proposal = Proposal(
            body_id=committee.body_id,
            committee=committee,
            kind=Proposal.Kind.CHANGE,
            changes={"goal": ["", "Teilhabe"]},
            proposed_on=date(2026, 1, 1),
        )
        made.create(proposal, action="test")
    return proposal


def make_message(city: City) -> Message:
    """A mail that failed, so that somebody has to decide."""
    with change(by=SETUP, body=city.body.pk) as made:
        message = queue_message(
            body=city.body,
            to=Receiver("a@example.org"),
            letter=Letter("Betreff", ("Text",)),
            purpose="test.write",
            at=now(),
        )
        made.update(message, action="test", state=Message.State.FAILED)
    return message


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
