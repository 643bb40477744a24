"""What public queries give: names, order, counts and differences of a day; a constant number of statements."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from gremienwerk.audit.change import change
from gremienwerk.bodies.models import Topic
from gremienwerk.committees.actions import (
    appoint,
    describe_committee,
    end_committee,
    end_membership,
    pause_committee,
    plan_committee,
    rename_committee,
    subordinate,
)
from gremienwerk.committees.models import Committee, Role
from gremienwerk.core.dates import Certainty, exact, in_year
from gremienwerk.meetings.actions import cancel_meeting, move_meeting, record_meeting
from gremienwerk.organisations.actions import (
    add_alias,
    consent_to_field,
    describe_organisation,
    publish_profile,
    rename_organisation,
)
from gremienwerk.publishing import labels, queries
from gremienwerk.publishing.records import (
    CommitteeChoice,
    MeetingChoice,
    OrganisationChoice,
    ProfileChoice,
)
from tests.support.cast import SETUP, TODAY, City, make_city, make_committee, make_organisation

pytestmark = pytest.mark.django_db
BERLIN = ZoneInfo("Europe/Berlin")
FOUNDED = exact(date(2020, 1, 1))


@pytest.fixture
def city() -> City:
    return make_city()


def public(city: City, name: str, **fields: object) -> Committee:
    return make_committee(city.body, name, **{"founded": FOUNDED, "visibility": "public", **fields})  # type: ignore[arg-type]


def names(city: City, on: date = TODAY, **choice: Any) -> list[str]:
    rows = queries.committees(body=city.body.pk, on=on, choice=CommitteeChoice(**choice)).rows
    return [row.name for row in rows]


def test_the_list_stands_in_german_order_with_nameless_ones_last(city: City) -> None:
    for name in ("Zirkel", "Ärzterunde", "Arbeitskreis", "Ausschuss", "Öffnung", "Ofen"):
        public(city, name)
    planned = plan_committee(
        body=city.body, kind=Committee.objects.all()[0].kind, planned=exact(date(2027, 1, 1)), by=SETUP,
        visibility="public",
    )  # fmt: skip
    assert names(city) == ["Arbeitskreis", "Ärzterunde", "Ausschuss", "Ofen", "Öffnung", "Zirkel", ""]
    record = queries.committee(body=city.body.pk, uid=planned.uid, on=TODAY)
    assert record is not None
    assert (record.name, record.status) == ("", "planned")


def test_every_choice_narrows_the_list(city: City) -> None:
    with change(by=SETUP, body=city.body.pk) as made:
        topic = Topic(body=city.body, key="sprache", name="Sprache lernen")
        made.create(topic, action="test.topic")
    migrants = make_organisation(city.body, "Verein Zukunft", "mso")
    one = public(
        city, "Runder Tisch Sprache", kind="round-table", level="district", guests="yes", publicness="public",
        topics=[topic], goal="Mehrsprachigkeit fördern",
    )  # fmt: skip
    two = public(city, "Arbeitskreis Bildung", guests="no")
    appoint(committee=one, organisation=city.ressort, role=Role.LEAD, on=None, by=SETUP)
    appoint(committee=one, organisation=migrants, role=Role.MEMBER, on=None, by=SETUP)
    appoint(committee=two, organisation=city.partner, role=Role.MEMBER, on=None, by=SETUP)
    end_committee(committee=public(city, "Vorbei"), ended=exact(date(2022, 1, 1)), by=SETUP)
    only = ["Runder Tisch Sprache"]
    assert names(city) == ["Arbeitskreis Bildung", *only]
    assert names(city, status=("ended",)) == ["Vorbei"]
    assert names(city, status=("alle",)) == ["Arbeitskreis Bildung", *only, "Vorbei"]
    for choice in (
        {"kinds": ("round-table",)}, {"levels": ("district",)}, {"guests": ("yes",)}, {"publicness": ("public",)},
        {"topics": (topic.key,)}, {"lead": city.ressort.uid}, {"partner": migrants.uid},
        {"with_migrant_organisations": True}, {"text": "MEHRSPRACHIG"}, {"text": "foerdern"},
    ):  # fmt: skip
        assert names(city, **choice) == only, choice
    assert names(city, lead=city.partner.uid) == []
    facets = queries.committees(body=city.body.pk, on=TODAY).facets
    assert [(option.value, option.hits, option.label) for option in facets["lead"]] == [
        (str(city.ressort.uid), 1, "Ressort 204 Integration")
    ]
    assert {option.value: option.hits for option in facets["status"]} == {"active": 2, "ended": 1}
    assert {option.value: option.hits for option in facets["guests"]} == {"yes": 1, "no": 1, "unbekannt": 1}
    [row] = queries.committees(body=city.body.pk, on=TODAY, choice=CommitteeChoice(text="sprache")).rows
    assert ([lead.name for lead in row.leads], row.organisations) == (["Ressort 204 Integration"], 2)
    assert row.has_migrant_organisations


def test_a_day_has_its_own_names_seats_and_status(city: City) -> None:
    committee = public(city, "Alter Name")
    seat = appoint(
        committee=committee, organisation=city.partner, role=Role.MEMBER, on=date(2021, 1, 1), by=SETUP
    )
    rename_committee(committee=committee, name="Neuer Name", on=date(2023, 1, 1), by=SETUP)
    rename_organisation(organisation=city.partner, name="Hilfe neu", on=date(2023, 6, 1), by=SETUP)
    end_membership(membership=seat, on=date(2024, 1, 1), by=SETUP)
    pause_committee(committee=committee, on=date(2025, 1, 1), by=SETUP, reason="Umbau")

    def state(on: date) -> tuple[str, str, list[str]]:
        record = queries.committee(body=city.body.pk, uid=committee.uid, on=on)
        assert record is not None
        seats = queries.members(body=city.body.pk, committee=committee.uid, on=on, today=TODAY)
        return record.name, record.status, [one.organisation.name for one in seats if one.organisation]

    assert state(date(2020, 6, 1)) == ("Alter Name", "active", [])
    assert state(date(2022, 6, 1)) == ("Alter Name", "active", ["Hilfswerk Musterstadt e. V."])
    assert state(date(2023, 7, 1)) == ("Neuer Name", "active", ["Hilfe neu"])
    assert state(date(2025, 7, 1)) == ("Neuer Name", "dormant", [])
    assert queries.committee(body=city.body.pk, uid=committee.uid, on=date(2019, 1, 1)) is None
    events = queries.timeline(body=city.body.pk, committee=committee.uid, on=TODAY)
    assert [event.kind for event in events] == [
        "dormant", "seat_ends", "renamed", "seat_begins", "founded",
    ]  # fmt: skip
    found = queries.changed_since(body=city.body.pk, since_day=date(2022, 6, 1), on=TODAY)
    assert [(one.kind, one.committee.name, one.old_name) for one in found] == [
        ("committee_dormant", "Neuer Name", ""),
        ("committee_renamed", "Neuer Name", "Alter Name"),
        ("seat_ended", "Neuer Name", ""),
    ]
    assert queries.changed_since(body=city.body.pk, since_day=TODAY, on=TODAY) == ()


def test_a_seat_known_to_the_year_is_uncertain_within_it(city: City) -> None:
    committee = public(city, "Beirat", founded=in_year(2021))
    record = queries.committee(body=city.body.pk, uid=committee.uid, on=date(2021, 6, 1))
    assert record is not None
    assert (record.status, record.is_certain) == ("active", False)
    row = make_organisation(city.body, "Neu", "authority")
    appoint(committee=committee, organisation=row, role=Role.MEMBER, on=date(2022, 1, 1), by=SETUP)
    [seat] = queries.members(body=city.body.pk, committee=committee.uid, on=TODAY, today=TODAY)
    assert seat.certainty is Certainty.YES


def test_a_unit_sits_with_its_subunits_and_stands_in_the_tree(city: City) -> None:
    committee = public(city, "Beirat")
    appoint(committee=committee, organisation=city.team, role=Role.MEMBER, on=None, by=SETUP)
    above = public(city, "Lenkungskreis")
    subordinate(committee=committee, superordinate=above, by=SETUP)
    appoint(committee=above, organisation=city.ressort, role=Role.LEAD, on=None, by=SETUP)
    own = queries.seats_of(body=city.body.pk, organisation=city.ressort.uid, on=TODAY)
    whole = queries.seats_of(body=city.body.pk, organisation=city.ressort.uid, on=TODAY, with_subunits=True)
    assert [seat.committee.name for seat in own] == ["Lenkungskreis"]
    assert [(seat.committee.name, seat.holder.name) for seat in whole] == [
        ("Beirat", "Team Ehrenamt"),
        ("Lenkungskreis", "Ressort 204 Integration"),
    ]
    record = queries.organisation(body=city.body.pk, uid=city.team.uid, on=TODAY, today=TODAY)
    assert record is not None
    assert [one.name for one in record.parents] == ["Ressort 204 Integration", "Stadt Musterstadt"]
    drawn = queries.structure(body=city.body.pk, on=TODAY)
    assert {(edge.meaning) for edge in drawn.edges} == {"reports_to", "led_by"}
    excerpt = queries.structure(body=city.body.pk, on=TODAY, around=committee.uid)
    assert {node.name for node in excerpt.nodes} == {"Beirat", "Lenkungskreis", "Ressort 204 Integration"}


def test_former_names_find_an_organisation(city: City) -> None:
    appoint(committee=public(city, "Beirat"), organisation=city.partner, role=Role.MEMBER, on=None, by=SETUP)
    rename_organisation(organisation=city.partner, name="Hilfe neu", on=date(2023, 6, 1), by=SETUP)
    add_alias(organisation=city.partner, name="HWM", by=SETUP)
    for text in ("hilfswerk", "HWM", "neu"):
        rows = queries.organisations(
            body=city.body.pk, on=TODAY, today=TODAY, choice=OrganisationChoice(text=text)
        ).rows
        assert [row.name for row in rows] == ["Hilfe neu"], text
    record = queries.organisation(body=city.body.pk, uid=city.partner.uid, on=date(2022, 1, 1), today=TODAY)
    assert record is not None
    assert (record.name, record.current_name) == ("Hilfswerk Musterstadt e. V.", "Hilfe neu")
    assert [one.name for one in record.other_names] == ["Hilfswerk Musterstadt e. V.", "HWM"]


def test_the_calendar_keeps_cancelled_and_moved_meetings(city: City) -> None:
    committee = public(city, "Beirat", guests="yes")
    at = datetime(2026, 12, 1, 10, tzinfo=BERLIN)
    moved = record_meeting(
        body=city.body, committees=[committee], starts_at=at, by=SETUP, is_public=True, place="Rathaus"
    )
    now = datetime(2026, 11, 22, 12, tzinfo=BERLIN)
    later = datetime(2026, 12, 3, 10, tzinfo=BERLIN)
    move_meeting(meeting=moved, starts_at=later, ends_at=None, at=now, by=SETUP, reason="Saal belegt")
    gone = record_meeting(body=city.body, committees=[committee], starts_at=at, by=SETUP, is_public=True)
    cancel_meeting(meeting=gone, at=now, by=SETUP, reason="krank")
    rows = queries.meetings(body=city.body.pk, today=TODAY, first=TODAY).rows
    assert [(row.state, row.day, row.moved_from, row.moved_reason, row.cancelled_reason) for row in rows] == [
        ("cancelled", date(2026, 12, 1), None, "", "krank"),
        ("scheduled", date(2026, 12, 3), at, "Saal belegt", ""),
    ]
    appoint(committee=committee, organisation=city.partner, role=Role.GUEST, on=date(2026, 12, 2), by=SETUP)

    def chosen(**choice: Any) -> int:
        return queries.meetings(body=city.body.pk, today=TODAY, choice=MeetingChoice(**choice)).total

    assert chosen(organisation=city.partner.uid) == 1
    assert chosen(committees=(committee.uid,)) == 2
    assert chosen(states=("cancelled",)) == 1
    assert chosen(open_to_guests=True) == 2
    assert chosen(kinds=("round-table",)) == 0


def test_the_directory_tells_what_was_consented(city: City) -> None:
    union = make_organisation(
        city.body, "Verein Brücke", "mso", street="Allee 1", postcode="42000", city="Musterstadt",
        languages=["Tigrinya", "Deutsch"],
    )  # fmt: skip
    profile = publish_profile(
        organisation=union, published_from=date(2026, 1, 1), by=SETUP, email="post@bruecke.example",
        phone="0202 1", latitude=51.1, longitude=7.2, confirmed_on=date(2026, 1, 1), target_groups=["women"],
    )  # fmt: skip
    listed = queries.profiles(body=city.body.pk, on=TODAY, today=TODAY)
    [row] = listed.rows
    assert (row.email, row.phone, row.street, row.latitude) == ("", "", "", None)
    for field in ("email", "address"):
        consent_to_field(profile=profile, field=field, given_on=date(2026, 2, 1), by=SETUP)
    [row] = queries.profiles(body=city.body.pk, on=TODAY, today=TODAY).rows
    assert (row.email, row.phone, row.street, row.latitude) == ("post@bruecke.example", "", "Allee 1", 51.1)
    record = queries.organisation(body=city.body.pk, uid=union.uid, on=TODAY, today=TODAY)
    assert record is not None
    assert (record.street, record.has_profile) == ("Allee 1", True)
    for choice, hits in ((ProfileChoice(languages=("ti",)), 1), (ProfileChoice(target_groups=("youth",)), 0)):
        assert queries.profiles(body=city.body.pk, on=TODAY, today=TODAY, choice=choice).total == hits
    describe_organisation(organisation=union, by=SETUP, name="Verein Steg")
    [row] = queries.profiles(body=city.body.pk, on=TODAY, today=TODAY).rows
    assert row.name == "Verein Steg"


def test_the_number_of_statements_does_not_grow(city: City) -> None:
    body = city.body.pk
    reads: list[Callable[[], object]] = [
        lambda: queries.committees(body=body, on=TODAY),
        lambda: queries.organisations(body=body, on=TODAY, today=TODAY),
        lambda: queries.meetings(body=body, today=TODAY),
        lambda: queries.profiles(body=body, on=TODAY, today=TODAY),
        lambda: queries.structure(body=body, on=TODAY),
        lambda: queries.administration(body=body, on=TODAY),
    ]

    def grow(start: int, stop: int) -> None:
        for number in range(start, stop):
            committee = public(city, f"Kreis {number}")
            organisation = make_organisation(city.body, f"Verein {number}", "mso")
            appoint(committee=committee, organisation=organisation, role=Role.LEAD, on=None, by=SETUP)
            publish_profile(organisation=organisation, published_from=date(2026, 1, 1), by=SETUP)
            at = datetime(2026, 12, 1, 10, tzinfo=BERLIN)
            record_meeting(body=city.body, committees=[committee], starts_at=at, by=SETUP)

    def statements() -> list[int]:
        found = []
        for read in reads:
            with CaptureQueriesContext(connection) as seen:
                read()
            found.append(len(seen))
        return found

    grow(0, 2)
    few = statements()
    grow(2, 8)
    assert statements() == few
    committee = Committee.objects.filter(body=city.body).first()
    assert committee is not None
    with CaptureQueriesContext(connection) as seen:
        queries.members(body=body, committee=committee.uid, on=TODAY, today=TODAY)
    assert len(seen) == 1


def test_pages_of_a_list_hold_every_row_once(city: City) -> None:
    for number in range(7):
        public(city, f"Kreis {number}")
    pages = [
        queries.committees(body=city.body.pk, on=TODAY, page=number, size=3, with_facets=False)
        for number in (1, 2, 3, 9)
    ]
    assert [(page.page, page.pages, page.total) for page in pages] == [
        (1, 3, 7),
        (2, 3, 7),
        (3, 3, 7),
        (3, 3, 7),
    ]
    assert [row.name for page in pages[:3] for row in page.rows] == [f"Kreis {n}" for n in range(7)]


def test_keys_have_their_words() -> None:
    assert labels.role("lead") == "Federführung"
    assert labels.status("dormant") == "ruht"
    assert labels.guests("unbekannt") == "nicht erfasst"
    assert labels.level("") == ""
    assert labels.meeting_state("künftiger Stand") == "künftiger Stand"


def test_a_committee_that_is_not_described_has_empty_facts(city: City) -> None:
    committee = public(city, "Beirat")
    describe_committee(committee=committee, by=SETUP, rhythm_text="viermal im Jahr")
    record = queries.committee(body=city.body.pk, uid=committee.uid, on=TODAY)
    assert record is not None
    assert (record.goal, record.topics, record.initiators) == ("", (), ())
    assert record.rhythm is not None
    assert record.rhythm.text == "viermal im Jahr"
