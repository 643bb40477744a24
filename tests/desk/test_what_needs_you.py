"""What needs whom: each role sees only lines whose form opens for it, the most urgent first."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.test import Client
from django.utils.timezone import localdate
from pytest_django import DjangoAssertNumQueries

from gremienwerk.accounts.doors import actor_of
from gremienwerk.accounts.models import User
from gremienwerk.audit.change import change
from gremienwerk.bodies.models import CommitteeKind
from gremienwerk.committees.actions import (
    appoint,
    delegate,
    end_delegation,
    end_membership,
    grant_committee,
    plan_committee,
)
from gremienwerk.committees.models import Committee, Membership
from gremienwerk.committees.models import Role as SeatRole
from gremienwerk.core import needs as needs_module
from gremienwerk.core.actor import Role
from gremienwerk.core.dates import by_end
from gremienwerk.core.needs import Asking, Need, NeedGroup, register_source, what_needs
from gremienwerk.inquiries.models import AnswerDraft, Inquiry, InquiryItem, Signature
from gremienwerk.mailing.actions import Receiver, queue_message
from gremienwerk.mailing.letters import Letter
from gremienwerk.mailing.models import Message
from gremienwerk.meetings.actions import hold_meeting, record_meeting
from gremienwerk.organisations.actions import grant_unit, register_person
from gremienwerk.participation.actions import give_feedback
from tests.support.cast import SETUP, City, make_city, make_committee
from tests.support.pages import sign_in

pytestmark = pytest.mark.django_db
BERLIN = ZoneInfo("Europe/Berlin")
TODAY = localdate()
NOW = datetime.combine(TODAY, datetime.min.time(), tzinfo=BERLIN)


@pytest.fixture
def city() -> City:
    return make_city()


def fill(city: City, number: int) -> None:
    for place in range(number):
        committee = make_committee(city.body, f"Kreis {place}", minutes=Committee.Minutes.PUBLIC)
        _seats(city, committee)
        _meetings(city, committee)
        _inquiries(city, place)
        kind = CommitteeKind.objects.get(body=city.body, key="network")
        planned = by_end(date(2022, 12, 31))
        plan_committee(body=city.body, kind=kind, name=f"Netz {place}", planned=planned, by=SETUP)
        give_feedback(
            body=city.body, text=f"Der Kontrast {place} ist zu schwach.", page="/de/", language="de",
            name="", email="", now=NOW, sender_mark=str(place),
        )  # fmt: skip
        with change(by=SETUP, body=city.body.pk):
            message = queue_message(
                body=city.body, to=Receiver(f"post{place}@verein.example"), purpose="test", at=NOW,
                letter=Letter(subject="Einladung", paragraphs=("Guten Tag",)),
            )  # fmt: skip
        Message.deliveries.filter(pk=message.pk).update(state=Message.State.UNCLEAR)


def _seats(city: City, committee: Committee) -> None:
    start = date(2020, 1, 1)
    ending = appoint(committee=committee, role=SeatRole.MEMBER, organisation=city.partner, on=start, by=SETUP)
    end_membership(membership=ending, on=TODAY + timedelta(days=10), by=SETUP)
    vacant = appoint(committee=committee, role=SeatRole.LEAD, organisation=city.ressort, on=start, by=SETUP)
    end_membership(membership=vacant, on=TODAY - timedelta(days=10), by=SETUP)
    left = appoint(committee=committee, role=SeatRole.MEMBER, organisation=city.team, on=start, by=SETUP)
    person = register_person(body=city.body, family_name="Beispiel", by=SETUP)
    filled = delegate(membership=left, person=person, on=start, by=SETUP)
    end_delegation(representative=filled, on=TODAY - timedelta(days=5), by=SETUP)


def _meetings(city: City, committee: Committee) -> None:
    for days in (7, -7):
        meeting = record_meeting(
            body=city.body, committees=[committee], starts_at=NOW + timedelta(days=days), by=SETUP
        )
        if days < 0:
            hold_meeting(meeting=meeting, at=NOW, by=SETUP)


def _inquiries(city: City, place: int) -> None:
    with change(by=SETUP, body=city.body.pk) as made:
        for name, answer in (("Offen", ""), ("Zeichnung", "Ja."), ("Freigabe", "Ja.")):
            inquiry = Inquiry(
                body=city.body, title=f"{name} {place}", received_on=date(2022, 4, 1),
                due_on=TODAY + timedelta(days=3), reporting_unit=city.ressort,
            )  # fmt: skip
            made.create(inquiry, action="test")
            item = InquiryItem(
                body=city.body, inquiry=inquiry, position=1, text=f"Frage {place}", answer_text=answer,
                assigned_unit=city.youth_office,
            )  # fmt: skip
            made.create(item, action="test")
            stage = AnswerDraft.Stage.SIGNING if name == "Zeichnung" else AnswerDraft.Stage.DRAFT
            made.create(AnswerDraft(body=city.body, inquiry=inquiry, as_of=TODAY, stage=stage), action="test")
            if name == "Zeichnung":
                signature = Signature(body=city.body, inquiry=inquiry, unit=city.sports_office)
                made.create(signature, action="test")


def person(client: Client, city: City, role: Role) -> User:
    user = sign_in(client, city.body, role=role)
    if role is Role.COMMITTEE_OFFICE:
        committee = Committee.objects.get(name="Kreis 0")
        grant_committee(user=user, committee=committee, by=SETUP)
    if role is Role.UNIT:
        for unit in (city.youth_office, city.sports_office):
            grant_unit(user=user, organisation=unit, by=SETUP)
    return user


SEEN = {
    Role.ADMINISTRATOR: {
        "fragen", "freigaben", "sitzungen", "protokolle", "ende", "vakant", "geplant", "luecken",
        "bestaetigungen", "rueckmeldungen", "e-mails", "dubletten",
    },
    Role.COMMITTEE_OFFICE: {"sitzungen", "protokolle", "ende", "vakant", "luecken", "bestaetigungen"},
    Role.UNIT: {"fragen", "zeichnen"},
    Role.RELEASER: {"freigaben"},
    Role.AUDITOR: set(),
}  # fmt: skip


@pytest.mark.parametrize("role", SEEN)
def test_each_role_sees_what_it_may_do_and_every_line_opens(client: Client, city: City, role: Role) -> None:
    fill(city, 2)
    user = person(client, city, role)
    found = what_needs(asking=Asking(actor_of(user=user, on=TODAY), city.body.pk, TODAY))
    assert {group.key for group in found} == SEEN[role]
    addresses = {need.url for group in found for need in group.needs}
    assert {client.get(address.partition("#")[0]).status_code for address in addresses} <= {200}
    page = client.get("/desk/").content.decode()
    assert [a for a in re.findall(r'<h2 [^>]*id="([^"]+)"', page) if a in SEEN[role]] == [
        group.key for group in found
    ]
    assert ("Alles erledigt." in page) is (not SEEN[role])


def test_the_office_sees_only_its_committee(client: Client, city: City) -> None:
    fill(city, 2)
    actor = actor_of(user=person(client, city, Role.COMMITTEE_OFFICE), on=TODAY)
    found = what_needs(asking=Asking(actor, city.body.pk, TODAY))
    assert {need.title.partition(":")[0] for group in found for need in group.needs} == {"Kreis 0"}


def test_a_seat_with_a_successor_does_not_end_for_the_office(client: Client, city: City) -> None:
    fill(city, 1)
    actor = actor_of(user=person(client, city, Role.EDITOR), on=TODAY)
    ending = Membership.objects.get(valid_until=TODAY + timedelta(days=10))
    appoint(
        committee=ending.committee, role=SeatRole.MEMBER, organisation=city.ministry,
        on=TODAY + timedelta(days=10), by=SETUP,
    )  # fmt: skip
    keys = {group.key for group in what_needs(asking=Asking(actor, city.body.pk, TODAY))}
    assert "ende" not in keys


def test_groups_stand_by_their_earliest_day_and_a_new_source_joins_them(
    monkeypatch: pytest.MonkeyPatch, client: Client, city: City
) -> None:
    monkeypatch.setattr(needs_module, "_sources", {})

    def source(asking: Asking) -> list[NeedGroup]:
        late, soon = (Need(f"{n} Tage", "tun", "/", due=asking.on + timedelta(days=n)) for n in (-1, 1))
        undated = NeedGroup("dubletten", "Mögliche Dubletten", (Need("Verein", "vergleichen", "/"),))
        return [undated, NeedGroup("leer", "Leer", ()), NeedGroup("fristen", "Fristen", (soon, late))]

    register_source("test", source)
    actor = actor_of(user=person(client, city, Role.AUDITOR), on=TODAY)
    found = what_needs(asking=Asking(actor, city.body.pk, TODAY))
    assert [group.key for group in found] == ["fristen", "dubletten"]
    assert [need.title for need in found[0].needs] == ["-1 Tage", "1 Tage"]


@pytest.mark.parametrize("number", [1, 3])
def test_the_number_of_queries_is_constant(
    client: Client, city: City, number: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    fill(city, number)
    actor = actor_of(user=person(client, city, Role.ADMINISTRATOR), on=TODAY)
    with django_assert_num_queries(40):
        what_needs(asking=Asking(actor, city.body.pk, TODAY))
