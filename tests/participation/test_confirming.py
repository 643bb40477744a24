"""Leads are asked by mail, answer without an account, and staff decide about what they propose."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from gremienwerk.accounts.models import User
from gremienwerk.audit.change import change
from gremienwerk.audit.models import AuditEvent
from gremienwerk.committees.actions import appoint, confirm_committee, describe_committee, grant_committee
from gremienwerk.committees.models import Committee
from gremienwerk.committees.models import Role as SeatRole
from gremienwerk.core.actor import Role
from gremienwerk.mailing.delivery import deliver_due
from gremienwerk.mailing.models import Message, OneTimeLink
from gremienwerk.organisations.models import ContactPoint
from gremienwerk.participation.actions import remind_due, remind_now, set_reminding
from gremienwerk.participation.actions.reminders import LETTERS_A_DAY
from gremienwerk.participation.models import Proposal, Reminder
from tests.support.cast import SETUP, City, make_body, make_city, make_committee
from tests.support.pages import sign_in, words_of
from tests.support.smtp import links_in, serve_sink

pytestmark = pytest.mark.django_db
LIST = "/desk/bestaetigungen/"


@pytest.fixture
def city() -> City:
    return make_city()


@pytest.fixture
def committee(city: City) -> Committee:
    """Led by the partner, whose office has an address."""
    made = make_committee(city.body, "AG Sprache", goal="Deutsch lernen", rhythm_text="monatlich")
    appoint(committee=made, organisation=city.partner, role=SeatRole.LEAD, on=date(2020, 1, 1), by=SETUP)
    with change(by=SETUP, body=city.body.pk) as opened:
        point = ContactPoint(
            body=city.body, organisation=city.partner, function="Büro", email="buero@hilfswerk.example"
        )
        opened.create(point, action="test")
    return made


def link_to(committee: Committee, settings: Any) -> str:
    """Ask about a committee, have the mail sent, and take the link out of it."""
    remind_now(committee=committee, at=timezone.now(), by=SETUP)
    with serve_sink() as served:
        settings.MAIL, settings.MAIL_IS_PRINTED = served.mail, False
        deliver_due(clock=timezone.now)
        (mail,) = served.sink.taken
    assert mail["To"] == "buero@hilfswerk.example"
    assert mail["Subject"] == "Stimmen die Angaben zu „AG Sprache“ noch?"
    (address,) = links_in(mail)
    return urlsplit(address).path


def fresh(committee: Committee) -> Committee:
    committee.refresh_from_db()
    return committee


def test_one_click_behind_the_link_confirms(client: Client, committee: Committee, settings: Any) -> None:
    link = link_to(committee, settings)
    for _ in range(2):  # a mail program looks first
        page = client.get(link)
    words = words_of(page.content)
    assert "Deutsch lernen" in words
    assert "Hilfswerk Musterstadt e. V." in words
    assert not page.cookies
    answer = client.post(link, {"answer": "confirm"})
    assert "Danke für Ihre Antwort" in words_of(client.get(answer.headers["Location"]).content)
    assert (fresh(committee).confirmed_on, committee.confirmed_by) == (
        timezone.localdate(),
        "Hilfswerk Musterstadt e. V.",
    )
    assert Reminder.objects.get().answered_on == timezone.localdate()
    assert client.get(link).status_code == 404
    assert client.post(link, {"answer": "confirm"}).status_code == 404


def test_the_secret_address_is_told_to_nobody(
    client: Client, committee: Committee, settings: Any, caplog: pytest.LogCaptureFixture
) -> None:
    link = link_to(committee, settings)
    secret = link.rstrip("/").rpartition("/")[2]
    assert secret not in str(OneTimeLink.objects.values_list())
    assert secret not in str(Message.objects.values_list())
    assert secret not in str(AuditEvent.objects.values_list())
    page = client.get(link)
    assert page.headers["Referrer-Policy"] == "no-referrer"
    assert page.headers["X-Robots-Tag"] == "noindex, nofollow"
    assert "no-store" in page.headers["Cache-Control"]
    html = page.content.decode()
    assert 'rel="canonical" href="http://testserver/de/"' in html
    assert f"seite=%2Fde%2Fbestaetigen%2F{secret}" not in html
    client.post(link, {"answer": "change", "contact_email": "kein"})
    assert secret not in caplog.text


def test_a_link_is_good_for_its_committee_and_body_and_until_its_day_only(
    client: Client, committee: Committee, settings: Any
) -> None:
    link = link_to(committee, settings)
    newer = remind_now(committee=committee, at=timezone.now(), by=SETUP)
    assert newer.number == 2
    assert client.get(link).status_code == 404, "the newer link ends the older"
    assert client.get("/de/bestaetigen/geraten/").status_code == 404


def test_a_link_of_one_body_opens_nothing_on_the_site_of_another(
    client: Client, committee: Committee, settings: Any
) -> None:
    link = link_to(committee, settings)
    other = make_body(name="Andernorts", key="05999009")
    with change(by=SETUP, body=other.pk) as made:
        made.update(other, action="test", hostname="testserver")
    assert client.get(link).status_code == 404
    assert client.post(link, {"answer": "confirm"}).status_code == 404
    assert fresh(committee).confirmed_on is None


def test_a_change_is_proposed_and_an_editor_takes_it_over(
    client: Client, committee: Committee, settings: Any, city: City
) -> None:
    link = link_to(committee, settings)
    wrong = client.post(link, {"answer": "change", "contact_email": "kein", "goal": "Deutsch & mehr"})
    assert wrong.status_code == 400
    assert "Deutsch &amp; mehr" in wrong.content.decode()
    nothing = client.post(link, {"answer": "change", "goal": "Deutsch lernen", "rhythm_text": "monatlich"})
    assert "Bitte ändern Sie eine Angabe" in words_of(nothing.content)
    given = {
        "goal": "Deutsch lernen",
        "rhythm_text": "jeden 2. Dienstag im Monat",
        "name": "Noa",
        "text": "Neu: AWO",
    }
    client.post(link, {"answer": "change", **given})
    assert fresh(committee).rhythm_text == "monatlich", "nothing changes by itself"
    proposal = Proposal.objects.get()
    assert proposal.changes == {"rhythm_text": ["monatlich", "jeden 2. Dienstag im Monat"]}
    sign_in(client, city.body)
    words = words_of(client.get(LIST).content)
    assert "Ein Vorschlag braucht Ihre Entscheidung." in words
    assert "Wie oft trifft es sich? monatlich jeden 2. Dienstag im Monat" in words
    assert "Noa, Hilfswerk Musterstadt e. V." in words
    done = client.post(f"{LIST}vorschlag/{proposal.uid}/uebernehmen/")
    assert done.headers["Location"] == f"/desk/gremien/{committee.uid}/", "the words still have to be entered"
    assert fresh(committee).rhythm_text == "jeden 2. Dienstag im Monat"
    assert committee.confirmed_on == timezone.localdate()
    proposal.refresh_from_db()
    assert (proposal.state, proposal.name) == ("accepted", "")
    again = client.post(f"{LIST}vorschlag/{proposal.uid}/ablehnen/")
    assert "schon entschieden" in words_of(again.content)


def test_what_was_changed_meanwhile_is_said(
    client: Client, committee: Committee, settings: Any, city: City
) -> None:
    client.post(link_to(committee, settings), {"answer": "change", "goal": "Sprechen"})
    describe_committee(committee=fresh(committee), goal="Schreiben", by=SETUP)
    sign_in(client, city.body)
    words = words_of(client.get(LIST).content)
    assert "Schreiben seit dem Vorschlag geändert, vorher: Deutsch lernen Sprechen" in words


def test_a_committee_that_is_no_more_is_ended_by_staff(
    client: Client, committee: Committee, settings: Any, city: City
) -> None:
    client.post(link_to(committee, settings), {"answer": "gone", "ended_on": "2026-06-30"})
    proposal = Proposal.objects.get()
    sign_in(client, city.body)
    assert "letzter Tag: 30. Juni 2026" in words_of(client.get(LIST).content)
    client.post(f"{LIST}vorschlag/{proposal.uid}/uebernehmen/")
    assert fresh(committee).ended_latest == date(2026, 6, 30)


def test_a_declined_proposal_leaves_the_register_as_it_is(
    client: Client, committee: Committee, settings: Any, city: City
) -> None:
    client.post(link_to(committee, settings), {"answer": "gone"})
    proposal = Proposal.objects.get()
    sign_in(client, city.body)
    client.post(f"{LIST}vorschlag/{proposal.uid}/ablehnen/", {"reason": "Es tagt noch."})
    proposal.refresh_from_db()
    assert (proposal.state, proposal.reason) == ("declined", "Es tagt noch.")
    assert not fresh(committee).is_ended


START = date(2026, 3, 1)


def work_on(city: City, day: date) -> int:
    return remind_due(body=city.body, on=day, at=timezone.make_aware(_noon(day)))


def _noon(day: date) -> Any:
    from datetime import datetime

    return datetime(day.year, day.month, day.day, 12)


def switch_on(city: City, **values: Any) -> None:
    usual: dict[str, Any] = {
        "is_active": True,
        "confirm_every_days": 365,
        "again_after_days": 14,
        "escalate_after_days": 10,
        "escalate_to": "",
    }
    set_reminding(body=city.body, by=SETUP, **usual | values)


def test_nobody_is_written_to_before_the_administration_says_so(city: City, committee: Committee) -> None:
    assert work_on(city, START) == 0
    assert not Message.objects.exists()


def test_one_reminder_then_another_then_the_office_and_then_silence(
    client: Client, city: City, committee: Committee
) -> None:
    switch_on(city, escalate_to="amt@musterstadt.example")
    sent = {day: work_on(city, START + timedelta(days=day)) for day in (0, 0, 13, 14, 15, 23, 24, 25, 300)}
    assert sent == {0: 0, 13: 0, 14: 1, 15: 0, 23: 0, 24: 0, 25: 0, 300: 0}
    purposes = list(Message.objects.order_by("pk").values_list("purpose", "address"))
    assert purposes == [
        ("participation.remind", "buero@hilfswerk.example"),
        ("participation.remind", "buero@hilfswerk.example"),
        ("participation.escalate", "amt@musterstadt.example"),
    ]
    sign_in(client, city.body)
    assert "Niemand antwortet" in words_of(client.get(LIST).content)


def test_who_leads_many_committees_is_not_asked_about_all_on_one_day(city: City) -> None:
    switch_on(city)
    for number in range(LETTERS_A_DAY + 1):
        make_committee(city.body, f"AG {number}", contact_email="ag@musterstadt.example")
    days = [START, START, START + timedelta(days=1), START + timedelta(days=2)]
    assert [work_on(city, day) for day in days] == [LETTERS_A_DAY, 0, 1, 0]


def test_a_confirmation_begins_a_new_cycle(city: City, committee: Committee) -> None:
    switch_on(city)
    confirm_committee(committee=committee, on=START, confirmed_by="Kim", by=SETUP)
    assert work_on(city, START + timedelta(days=364)) == 0
    assert work_on(city, START + timedelta(days=365)) == 1
    confirm_committee(
        committee=fresh(committee), on=START + timedelta(days=370), confirmed_by="Kim", by=SETUP
    )
    assert work_on(city, START + timedelta(days=400)) == 0
    assert work_on(city, START + timedelta(days=735)) == 1


def test_who_has_answered_is_not_asked_again_while_the_proposal_waits(
    client: Client, city: City, committee: Committee, settings: Any
) -> None:
    switch_on(city)
    client.post(link_to(committee, settings), {"answer": "gone"})
    later = timezone.localdate() + timedelta(days=60)
    assert work_on(city, later) == 0


def test_the_committees_own_address_comes_first_and_without_any_nobody_is_asked(
    client: Client, city: City, committee: Committee
) -> None:
    switch_on(city)
    make_committee(city.body, "AG Ohne")
    describe_committee(committee=committee, contact_email="ag@musterstadt.example", by=SETUP)
    assert work_on(city, START) == 1
    assert Message.objects.get().address == "ag@musterstadt.example"
    sign_in(client, city.body)
    assert "keine E-Mail-Adresse bekannt" in words_of(client.get(LIST).content)


def test_the_office_of_a_committee_sees_and_confirms_its_own_only(
    client: Client, city: City, committee: Committee
) -> None:
    other = make_committee(city.body, "AG Arbeit")
    office = sign_in(client, city.body, role=Role.COMMITTEE_OFFICE)
    grant_committee(user=office, committee=committee, by=SETUP)
    words = words_of(client.get(LIST).content)
    assert "AG Sprache" in words
    assert "AG Arbeit" not in words
    client.post(f"{LIST}gremium/{committee.uid}/")
    assert fresh(committee).confirmed_by == "Kim Muster"
    assert client.post(f"{LIST}gremium/{other.uid}/").status_code == 403


def test_a_lead_is_asked_with_one_click(client: Client, city: City, committee: Committee) -> None:
    sign_in(client, city.body)
    page = client.post(f"{LIST}gremium/{committee.uid}/erinnern/", follow=True)
    assert "Die Erinnerung an buero@hilfswerk.example ist unterwegs." in words_of(page.content)
    client.post(f"{LIST}gremium/{committee.uid}/erinnern/")
    third = client.post(f"{LIST}gremium/{committee.uid}/erinnern/", follow=True)
    assert "schon zweimal erinnert" in words_of(third.content)
    assert Message.objects.count() == 2


def test_the_administration_says_when_leads_are_asked(client: Client, city: City) -> None:
    sign_in(client, city.body, role=Role.ADMINISTRATOR)
    given = {
        "is_active": "on",
        "confirm_every_days": "180",
        "again_after_days": "1",
        "escalate_after_days": "10",
        "escalate_to": "",
    }
    wrong = client.post(f"{LIST}erinnern/", given)
    assert wrong.status_code == 400
    assert 'value="180"' in wrong.content.decode()
    client.post(f"{LIST}erinnern/", given | {"again_after_days": "7"})
    client.post(f"{LIST}erinnern/", given | {"again_after_days": "8"})
    assert "älter als 180 Tage" in words_of(client.get(LIST).content)


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_asks_as_often_for_many_as_for_one(
    client: Client, city: City, django_assert_num_queries: DjangoAssertNumQueries, count: int
) -> None:
    for number in range(count):
        made = make_committee(city.body, f"AG {number}", contact_email="a@musterstadt.example")
        remind_now(committee=made, at=timezone.now(), by=SETUP)
        with change(by=SETUP, body=city.body.pk) as opened:
            proposal = Proposal(
                body=city.body,
                committee=made,
                kind=Proposal.Kind.CHANGE,
                changes={"goal": ["", "Neu"]},
                proposed_on=START,
            )
            opened.create(proposal, action="test")
    user: User = sign_in(client, city.body)
    assert user.pk
    client.get(LIST)
    with django_assert_num_queries(14):
        client.get(LIST)
