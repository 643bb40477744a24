"""Somebody is invited by mail, chooses a password, gets rights, and is locked out."""

from __future__ import annotations

import re
from datetime import timedelta
from smtplib import SMTPServerDisconnected

import pytest
from django.core.mail import EmailMessage
from django.test import Client
from django.utils import timezone

from gremienwerk.accounts.actions import INVITATION_HOLDS, change_role, create_user, invite_user, lock_user
from gremienwerk.accounts.models import Invitation, User
from gremienwerk.audit.models import AuditEvent
from gremienwerk.committees.models import CommitteeGrant
from gremienwerk.core.actor import Role
from gremienwerk.core.errors import UserFacingError
from gremienwerk.organisations.models import UnitGrant
from tests.support.cast import SETUP, City, make_city, make_committee
from tests.support.pages import sign_in, words_of

pytestmark = pytest.mark.django_db
PASSWORD = "sehr-langes-Kennwort-7"
NEW = {"name": "Noa Neu", "email": "noa@musterstadt.example", "role": "committee_office"}


@pytest.fixture
def city() -> City:
    return make_city()


@pytest.fixture
def boss(client: Client, city: City) -> User:
    return sign_in(client, city.body, role=Role.ADMINISTRATOR)


def link_in(message: EmailMessage) -> str:
    found = re.search(r"http://testserver(/accounts/einladung/\S+)", str(message.body))
    assert found is not None
    return found[1]


def test_an_invited_person_chooses_a_password_and_comes_in(
    client: Client, boss: User, mailoutbox: list[EmailMessage]
) -> None:
    client.post("/desk/konten/", NEW)
    (message,) = mailoutbox
    assert (message.to, message.subject) == ([NEW["email"]], "Ihr Zugang zum Register der Gremien")
    guest, link = Client(), link_in(message)
    assert "Willkommen, Noa Neu" in words_of(guest.get(link).content)
    short = guest.post(link, {"password": "kurz", "repeated": "kurz"})
    assert short.status_code == 400
    slip = guest.post(link, {"password": PASSWORD, "repeated": PASSWORD + "x"})
    assert "beide Male dasselbe" in words_of(slip.content)
    guest.post(link, {"password": PASSWORD, "repeated": PASSWORD})
    guest.post("/accounts/login/", {"login": NEW["email"], "password": PASSWORD})
    assert guest.get("/desk/").status_code == 200
    assert guest.get(link).status_code == 404, "the link works once"


def test_a_link_ends_with_time_with_a_newer_one_and_with_the_account(city: City) -> None:
    user = create_user(
        body=city.body, email="a@example.org", name="A", role=Role.UNIT, password=None, by=SETUP
    )
    now = timezone.now()
    first = invite_user(user=user, at=now - INVITATION_HOLDS, by=SETUP).secret
    second = invite_user(user=user, at=now, by=SETUP).secret
    third = invite_user(user=user, at=now, by=SETUP).secret
    pages = [Client().get(f"/accounts/einladung/{secret}/").status_code for secret in (first, second, third)]
    assert pages == [404, 404, 200]
    lock_user(user=user, by=SETUP)
    assert Client().get(f"/accounts/einladung/{third}/").status_code == 404
    with pytest.raises(UserFacingError, match="gesperrt"):
        invite_user(user=user, at=now, by=SETUP)


def test_the_secret_of_a_link_is_stored_nowhere(city: City) -> None:
    user = create_user(
        body=city.body, email="a@example.org", name="A", role=Role.UNIT, password=None, by=SETUP
    )
    secret = invite_user(user=user, at=timezone.now(), by=SETUP).secret
    assert secret not in str(Invitation.objects.values_list())
    assert secret not in str(AuditEvent.objects.values_list())


def test_what_the_mail_server_refuses_is_told_and_the_account_stays(
    client: Client, boss: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(self: EmailMessage) -> int:
        raise SMTPServerDisconnected

    monkeypatch.setattr(EmailMessage, "send", refuse)
    page = client.post("/desk/konten/", NEW, follow=True)
    assert "der Mailserver nimmt die Einladung nicht an" in words_of(page.content)
    assert User.objects.filter(email=NEW["email"]).exists()


def test_the_administrator_gives_and_takes_rights(client: Client, boss: User, city: City) -> None:
    committee = make_committee(city.body, "AG Sprache")
    user = create_user(
        body=city.body, email="a@example.org", name="A", role=Role.COMMITTEE_OFFICE, password=None, by=SETUP
    )
    page = f"/desk/konten/{user.pk}/"
    client.post(page, {"vorhaben": "gremium", "noun": str(committee.uid)})
    client.post(page, {"vorhaben": "einheit", "noun": str(city.ressort.uid)})
    grant = CommitteeGrant.objects.get(user=user, committee=committee)
    assert UnitGrant.objects.get(user=user).organisation == city.ressort
    assert "AG Sprache, Ressort 204 Integration" in words_of(client.get("/desk/konten/").content)
    client.post(page, {"vorhaben": "wegnehmen", "erteilt": str(grant.uid)})
    assert not CommitteeGrant.objects.exists()
    client.post(page, {"vorhaben": "rolle", "role": "auditor"})
    user.refresh_from_db()
    assert user.role == "auditor"
    assert client.post(page, {"vorhaben": "gremium", "noun": ""}).status_code == 400


def test_who_is_locked_out_is_out_with_the_next_page_and_may_come_back(
    client: Client, boss: User, city: City
) -> None:
    other = Client()
    user = sign_in(other, city.body, email="a@example.org")
    assert other.get("/desk/").status_code == 200
    client.post(f"/desk/konten/{user.pk}/", {"vorhaben": "sperren"})
    assert other.get("/desk/").status_code == 302
    client.post(f"/desk/konten/{user.pk}/", {"vorhaben": "freischalten"})
    assert other.get("/desk/").status_code == 200


def test_nobody_takes_their_own_rights_so_that_one_administrator_stays(boss: User) -> None:
    with pytest.raises(UserFacingError, match="eigene Konto"):
        lock_user(user=boss, by=boss.actor)
    with pytest.raises(UserFacingError, match="eigene Konto"):
        change_role(user=boss, role=Role.AUDITOR, by=boss.actor)


def test_rights_are_given_only_by_somebody_who_has_just_proven_who_it_is(
    client: Client, boss: User, city: City
) -> None:
    boss.set_password(PASSWORD)
    boss.save()
    client.force_login(boss, backend="allauth.account.auth_backends.AuthenticationBackend")
    answer = client.post("/desk/konten/", NEW)
    assert answer.headers["Location"] == "/accounts/reauthenticate/?next=%2Fdesk%2Fkonten%2F"
    assert not User.objects.filter(email=NEW["email"]).exists()
    client.post(answer.headers["Location"], {"password": PASSWORD, "next": "/desk/konten/"})
    assert User.objects.filter(email=NEW["email"]).exists(), "the form goes on as it was sent"


def test_the_list_says_who_can_sign_in(client: Client, boss: User, city: City) -> None:
    user = create_user(
        body=city.body, email="a@example.org", name="A", role=Role.UNIT, password=None, by=SETUP
    )
    assert "ohne gültige Einladung" in words_of(client.get("/desk/konten/").content)
    invite_user(user=user, at=timezone.now() - timedelta(days=1), by=SETUP)
    assert "eingeladen" in words_of(client.get(f"/desk/konten/{user.pk}/").content)
    assert client.post("/desk/konten/", NEW | {"email": "a@example.org"}).status_code == 400
