"""A register in which everything that could leak exists; every secret bears one word.

``make_leaky_city`` gives a city whose public part is small and known. Whatever must never be public holds
``SECRET`` in one of its texts, so a leak test asserts on the bytes of what it reads: see ``assert_silent``.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from gremienwerk.audit.change import change
from gremienwerk.committees.actions import (
    add_committee_alias,
    appoint,
    delegate,
    describe_committee,
    end_committee,
    name_initiator,
    rename_committee,
    subordinate,
    translate_committee,
)
from gremienwerk.committees.models import Committee, CommitteeText, Membership, Role
from gremienwerk.core.dates import exact
from gremienwerk.documents.actions import store_file
from gremienwerk.inquiries.models import AnswerDraft, Inquiry, InquiryItem, Release
from gremienwerk.meetings.actions import add_minutes, approve_minutes, record_meeting
from gremienwerk.meetings.models import Meeting, Minutes
from gremienwerk.organisations.actions import (
    add_alias,
    add_contact_point,
    add_district,
    consent_to_field,
    grant_consent,
    publish_profile,
    register_person,
    withdraw_field_consent,
)
from gremienwerk.organisations.models import Consent, DirectoryProfile, Organisation, Person
from tests.support.cast import SETUP, City, make_body, make_city, make_committee, make_organisation

SECRET = "Geheimnis"
BERLIN = ZoneInfo("Europe/Berlin")
CONSENT_FROM, CONSENT_UNTIL = date(2024, 1, 1), date(2025, 1, 1)
PROFILE_FROM, PROFILE_UNTIL = date(2024, 3, 1), date(2026, 3, 1)
EMBARGO = date(2025, 6, 1)
NAMED = "Offen Genannt"


@dataclass
class LeakyCity:
    """The city, what of it is public, and identifiers of what is not."""

    city: City
    public: Committee
    other: Committee
    seat: Membership
    association: Organisation
    profile: DirectoryProfile
    answer: Inquiry
    secret_uids: list[UUID] = field(default_factory=list)

    @property
    def body(self) -> int:
        """Primary key of the body."""
        return self.city.body.pk


def assert_silent(content: bytes, leaky: LeakyCity, *, at: str = "") -> None:
    """No secret word and no identifier of anything secret stands in the bytes; ``at`` says what was read."""
    text = content.decode("utf-8", "replace")
    found = text.casefold().find(SECRET.casefold())
    assert found < 0, f"{at} leaked: …{text[max(0, found - 120) : found + 60]}…"
    for uid in leaky.secret_uids:
        assert str(uid) not in text, at
        assert uid.hex not in text, at


def make_leaky_city() -> LeakyCity:
    """The city with all its secrets."""
    city = make_city()
    public = make_committee(
        city.body,
        "Runder Tisch Offenheit",
        founded=exact(date(2020, 1, 1)),
        visibility="public",
        goal="Alle reden mit.",
        contact="Geschäftsstelle",
        contact_email="erika.geheimnis@musterstadt.example",
        note=f"{SECRET} in der Bemerkung",
        confirmed_by=f"Frau {SECRET}",
    )
    other = make_committee(
        city.body, "Netzwerk Nachbarschaft", founded=exact(date(2021, 1, 1)), visibility="public"
    )
    association = make_organisation(
        city.body,
        "Verein Brücke",
        "mso",
        street=f"{SECRET}straße 1",
        postcode="42000",
        city="Musterstadt",
        district="Nordstadt",
        note=f"{SECRET} des Vereins",
        confirmed_by=f"Herr {SECRET}",
    )
    seat = appoint(
        committee=public,
        organisation=city.ressort,
        role=Role.LEAD,
        on=date(2020, 1, 1),
        by=SETUP,
        note=f"{SECRET} am Sitz",
    )
    appoint(committee=public, organisation=association, role=Role.MEMBER, on=date(2021, 1, 1), by=SETUP)
    add_district(body=city.body, name="Nordstadt", latitude=51.2, longitude=7.1, by=SETUP)
    profile = _profile(association)
    leaky = LeakyCity(city, public, other, seat, association, profile, _answer(city, is_public=True))
    _secret_committees(leaky)
    _persons(leaky)
    _secret_meetings(leaky)
    _secret_inquiries(leaky)
    _secret_profiles(leaky)
    _foreign_body(leaky)
    return leaky


def person_named(leaky: LeakyCity, given: str, family: str, **fields: Any) -> Person:
    """Somebody who fills the public seat."""
    person = register_person(body=leaky.city.body, given_name=given, family_name=family, by=SETUP, **fields)
    delegate(membership=leaky.seat, person=person, on=None, by=SETUP)
    return person


def _profile(association: Organisation) -> DirectoryProfile:
    profile = publish_profile(
        organisation=association,
        published_from=PROFILE_FROM,
        published_until=PROFILE_UNTIL,
        by=SETUP,
        description="Wir bauen Brücken.",
        email=f"{SECRET.lower()}@bruecke.example",
        phone=f"0202 {SECRET}",
        district_only=True,
        latitude=51.123456,
        longitude=7.654321,
        confirmed_on=PROFILE_FROM,
    )
    withdrawn = consent_to_field(profile=profile, field="email", given_on=PROFILE_FROM, by=SETUP)
    withdraw_field_consent(consent=withdrawn, on=date(2030, 1, 1), by=SETUP)
    consent_to_field(profile=profile, field="phone", given_on=date(2031, 1, 1), by=SETUP)
    consent_to_field(profile=profile, field="address", given_on=PROFILE_FROM, by=SETUP)
    return profile


def _secret_committees(leaky: LeakyCity) -> None:
    body = leaky.city.body
    alone = make_organisation(body, f"Verein {SECRET}", "association")
    add_alias(organisation=alone, name=f"{SECRET}sverein", by=SETUP)
    add_contact_point(
        organisation=leaky.city.partner,
        function="Vorstand",
        email=f"vorstand.{SECRET.lower()}@partner.example",
        is_personal=True,
        by=SETUP,
    )
    leaky.secret_uids.append(alone.uid)
    for visibility in ("hidden", "internal"):
        hidden = make_committee(
            body,
            f"{SECRET} {visibility}",
            founded=exact(date(2020, 1, 1)),
            visibility=visibility,
            goal=f"{SECRET} bleibt es.",
        )
        rename_committee(committee=hidden, name=f"{SECRET} neu {visibility}", on=date(2023, 1, 1), by=SETUP)
        add_committee_alias(committee=hidden, name=f"{SECRET} auch {visibility}", by=SETUP)
        appoint(committee=hidden, organisation=leaky.city.ressort, role=Role.LEAD, on=None, by=SETUP)
        appoint(committee=hidden, organisation=alone, role=Role.MEMBER, on=None, by=SETUP)
        appoint(committee=hidden, organisation=leaky.association, role=Role.MEMBER, on=None, by=SETUP)
        name_initiator(committee=hidden, organisation=alone, by=SETUP)
        subordinate(committee=hidden, superordinate=leaky.public, by=SETUP)
        subordinate(committee=leaky.other, superordinate=hidden, by=SETUP)
        leaky.secret_uids.append(hidden.uid)
    ended = make_committee(body, f"{SECRET} beendet", founded=exact(date(2020, 1, 1)), visibility="hidden")
    end_committee(committee=ended, ended=exact(date(2022, 1, 1)), successor=leaky.public, by=SETUP)
    leaky.secret_uids.append(ended.uid)
    translate_committee(
        committee=leaky.public,
        language="tr",
        field=CommitteeText.Field.GOAL,
        text=f"{SECRET} im Entwurf",
        by=SETUP,
        state=CommitteeText.State.DRAFT,
    )


def _persons(leaky: LeakyCity) -> None:
    consents: tuple[tuple[str, str, date, date | None], ...] = (
        ("Abgelaufen", "name", date(2000, 1, 1), date(2000, 2, 1)),
        ("Künftig", "name", date(2040, 1, 1), None),
        ("Nur Adresse", "email", date(2000, 1, 1), None),
    )
    person_named(leaky, "Ohne Grundlage", SECRET, email="erika.geheimnis@musterstadt.example")
    for given, what, start, end in consents:
        person = person_named(leaky, given, SECRET)
        _consent(person, what, start, end)
    named = person_named(
        leaky, *NAMED.split(), title=f"Dr. {SECRET}", email=f"{SECRET}@example.org", phone=SECRET
    )
    _consent(named, "name", CONSENT_FROM, CONSENT_UNTIL)
    own = register_person(body=leaky.city.body, given_name="Eigener Sitz", family_name=SECRET, by=SETUP)
    appoint(committee=leaky.public, person=own, role=Role.ADVISORY, on=date(2020, 1, 1), by=SETUP)


def _consent(person: Person, what: str, start: date, end: date | None) -> None:
    grant_consent(
        person=person,
        field=what,
        basis=Consent.Basis.CONSENT,
        reference=f"{SECRET} im Ordner",
        since=start,
        until=end,
        by=SETUP,
    )


def _secret_meetings(leaky: LeakyCity) -> None:
    body = leaky.city.body
    hidden = Committee.objects.get(uid=leaky.secret_uids[1])
    # A meeting of a public committee that is not public itself, together with a hidden one.
    closed = record_meeting(
        body=body,
        committees=[leaky.public, hidden],
        starts_at=datetime(2026, 5, 4, 10, tzinfo=BERLIN),
        by=SETUP,
        state=Meeting.State.HELD,
        title=f"{SECRET} im Titel",
        place=f"{SECRET}saal",
        note=f"{SECRET} in der Bemerkung",
        public_note=f"{SECRET} im Hinweis",
        online_url="https://konferenz.example/geheimnis",
        public_online_url="https://konferenz.example/geheimnis-alle",
    )
    file = store_file(
        body=body, content=b"Geheimnis", name=f"{SECRET}.pdf", media_type="application/pdf", by=SETUP
    )
    minutes = add_minutes(meeting=closed, by=SETUP, file=file)
    approve_minutes(minutes=minutes, on=date(2026, 5, 6), by=SETUP)
    for committees, state, is_public in (
        ([leaky.public], Meeting.State.DRAFT, True),
        ([hidden], Meeting.State.SCHEDULED, True),
    ):
        meeting = record_meeting(
            body=body,
            committees=committees,
            starts_at=datetime(2026, 6, 4, 10, tzinfo=BERLIN),
            by=SETUP,
            state=state,
            is_public=is_public,
            title=f"{SECRET} Sitzung",
            place=f"{SECRET}saal",
        )
        leaky.secret_uids.append(meeting.uid)
    opened = record_meeting(
        body=body,
        committees=[leaky.public, leaky.other],
        starts_at=datetime(2026, 7, 4, 10, tzinfo=BERLIN),
        by=SETUP,
        is_public=True,
        title="Öffentliche Konferenz",
        place="Rathaus",
        note=f"{SECRET} in der Bemerkung",
        online_url="https://konferenz.example/geheimnis",
    )
    with change(by=SETUP, body=body.pk) as made:
        draft = Minutes(body=body, meeting=opened, file=file)
        made.create(draft, action="test.minutes")


def _answer(city: City, *, is_public: bool, text: str = "Zwölf Gremien.") -> Inquiry:
    word = "Anfrage" if is_public else SECRET
    with change(by=SETUP, body=city.body.pk) as made:
        inquiry = Inquiry(
            body=city.body,
            title=f"{word} zu Gremien",
            number="2025/17",
            groups=[f"Fraktion {SECRET}"],
            addressee=f"An Frau {SECRET}",
            preamble=f"{SECRET} im Vorspann",
            closing=f"{SECRET} am Schluss",
            received_on=date(2025, 2, 1),
            is_public=is_public,
            reporting_unit=city.ressort,
        )
        made.create(inquiry, action="test.inquiry")
        first = _release(inquiry, 1, date(2025, 3, 1), text if is_public else SECRET)
        made.note(first, action="test.release", values={})
        if is_public:
            second = _release(inquiry, 2, EMBARGO, "Dreizehn Gremien, unter Sperre.")
            made.note(second, action="test.release", values={})
    return inquiry


def _release(inquiry: Inquiry, version: int, on: date, text: str) -> Release:
    paper = {
        "items": [
            {
                "type": "AnswerItem",
                "number": "1.",
                "kind": "question",
                "question": "Welche Gremien gibt es?",
                "parts": [],
                "answer": [{"type": "Paragraph", "text": text}],
            }
        ],
        "annexes": [{"type": "TextAnnex", "number": 1, "title": "Gremientabelle"}],
        "climate_check": None,
    }
    content = {
        "paper": paper,
        "committees": [],
        "directory": [],
        "files": [{"name": "antwort.pdf", "media_type": "application/pdf", "size": 3, "sha256": "0" * 64}],
    }
    release = Release(
        body=inquiry.body,
        inquiry=inquiry,
        version=version,
        as_of=on,
        released_on=on,
        released_by=f"Frau {SECRET}",
        content=content,
        checksum="1" * 64,
    )
    release.save(force_insert=True)
    return release


def _secret_inquiries(leaky: LeakyCity) -> None:
    leaky.secret_uids.append(_answer(leaky.city, is_public=False).uid)
    with change(by=SETUP, body=leaky.body) as made:
        draft = Inquiry(
            body=leaky.city.body,
            title=f"{SECRET} im Entwurf",
            received_on=date(2025, 2, 1),
            reporting_unit=leaky.city.ressort,
        )
        made.create(draft, action="test.inquiry")
        item = InquiryItem(body=leaky.city.body, inquiry=draft, position=1, text=SECRET, answer_text=SECRET)
        made.create(item, action="test.item")
        made.create(
            AnswerDraft(body=leaky.city.body, inquiry=draft, as_of=date(2025, 2, 1)), action="test.draft"
        )
    leaky.secret_uids.append(draft.uid)


def _secret_profiles(leaky: LeakyCity) -> None:
    unpublished = make_organisation(leaky.city.body, f"{SECRET} ohne Eintrag", "mso")
    publish_profile(organisation=unpublished, published_from=None, by=SETUP, description=SECRET)
    leaky.secret_uids.append(unpublished.uid)


def _foreign_body(leaky: LeakyCity) -> None:
    """A neighbour in whose register everything is public, for its own visitors."""
    body = make_body(name=f"{SECRET}stadt", key="05999777")
    unit = make_organisation(body, f"Amt {SECRET}", "administrative-unit", is_administration=True)
    committee = make_committee(
        body, f"Gremium {SECRET}", founded=exact(date(2020, 1, 1)), visibility="public"
    )
    appoint(committee=committee, organisation=unit, role=Role.LEAD, on=None, by=SETUP)
    describe_committee(committee=committee, by=SETUP, goal=SECRET)
    record_meeting(
        body=body,
        committees=[committee],
        starts_at=datetime(2026, 5, 4, 10, tzinfo=BERLIN),
        by=SETUP,
        title=SECRET,
        is_public=True,
    )
    leaky.secret_uids += [unit.uid, committee.uid]
