"""Every page of signing in speaks German and wears the frame of all pages."""

from __future__ import annotations

import pytest
from django.core import mail
from django.test import Client

from gremienwerk.accounts.models import User
from tests.support.cast import make_city
from tests.support.pages import sign_in, words_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def clerk(client: Client) -> User:
    return sign_in(client, make_city().body)


@pytest.mark.parametrize(
    ("address", "heading"),
    [
        ("/accounts/login/", "Anmelden"),
        ("/accounts/signup/", "Kein Zugang ohne Einladung"),
        ("/accounts/inactive/", "Dieser Zugang ist gesperrt"),
        ("/accounts/password/reset/", "Neues Kennwort anfordern"),
        ("/accounts/password/reset/done/", "Bitte sehen Sie in Ihre E-Mail"),
        ("/accounts/password/reset/key/done/", "Das neue Kennwort gilt"),
        ("/accounts/password/reset/key/1-unsinn/", "Neues Kennwort setzen"),
    ],
)
def test_pages_for_those_who_are_not_signed_in(address: str, heading: str) -> None:
    response = Client().get(address)
    assert response.status_code == 200
    html = response.content.decode()
    assert f'<h1 class="kern-heading-large">{heading}</h1>' in html
    assert "Register der Gremien und Netzwerke" in html
    assert 'aria-label="Hauptnavigation"' not in html


@pytest.mark.parametrize(
    ("address", "heading"),
    [
        ("/accounts/logout/", "Abmelden"),
        ("/accounts/reauthenticate/", "Bitte bestätigen Sie, dass Sie es sind"),
    ],
)
def test_pages_for_those_who_are(client: Client, clerk: User, address: str, heading: str) -> None:
    clerk.set_password("sehr-langes-Kennwort-7")
    clerk.save()
    client.force_login(clerk, backend="allauth.account.auth_backends.AuthenticationBackend")
    response = client.get(address)
    assert response.status_code == 200
    assert f'<h1 class="kern-heading-large">{heading}</h1>' in response.content.decode()


def test_who_has_no_password_may_set_one(client: Client, clerk: User) -> None:
    words = words_of(client.get("/accounts/password/set/").content)
    assert "Kennwort setzen" in words
    assert "Kennwort speichern" in words


def test_a_wrong_password_keeps_what_was_typed_and_says_what_happened(clerk: User) -> None:
    response = Client().post("/accounts/login/", {"login": clerk.email, "password": "falsch"})
    html = response.content.decode()
    assert "Das hat nicht geklappt." in words_of(html)
    assert f'value="{clerk.email}"' in html
    assert "falsch" not in html.replace("leider falsch", "")


def test_missing_input_is_named_above_the_form_and_at_the_field() -> None:
    html = Client().post("/accounts/login/", {"login": "", "password": "x"}).content.decode()
    assert "Bitte korrigieren Sie eine Angabe." in words_of(html)
    assert 'href="#id_login"' in html
    assert 'id="id_login-fehler"' in html
    assert 'aria-describedby="id_login-fehler"' in html


def test_a_forgotten_password_is_answered_the_same_for_everybody(clerk: User) -> None:
    known = Client().post("/accounts/password/reset/", {"email": clerk.email}, follow=True)
    unknown = Client().post(
        "/accounts/password/reset/", {"email": "niemand@musterstadt.example"}, follow=True
    )
    assert words_of(known.content) == words_of(unknown.content)
    assert clerk.email in [address for message in mail.outbox for address in message.to]
