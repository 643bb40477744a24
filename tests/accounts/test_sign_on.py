"""Signing in by the city's own sign-on, against a real OpenID Connect provider."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import oidc_provider_mock
import pytest
import requests
from allauth.socialaccount.models import SocialAccount, SocialToken
from django.test import Client
from pytest_django.fixtures import Settings

from gremienwerk.accounts.actions import create_user, lock_user
from gremienwerk.accounts.models import User
from gremienwerk.audit.models import AuditEvent
from gremienwerk.core.actor import Role
from tests.support.cast import SETUP, make_city
from tests.support.pages import words_of

pytestmark = pytest.mark.django_db
LOGIN = "/accounts/dienst/verwaltung/login/"
ADDRESS = "kim@musterstadt.example"
VOUCHED: dict[str, Any] = {"email": ADDRESS, "email_verified": True, "name": "Kim", "phone_number": "0202 1"}


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    with oidc_provider_mock.run_server_in_thread() as running:
        yield f"http://localhost:{running.server_port}"


@pytest.fixture
def provider(settings: Settings, server: str) -> str:
    known = {"provider_id": "verwaltung", "name": "Anmeldung der Stadt", "client_id": "g", "secret": "s"}
    how = {"server_url": server, "oauth_pkce_enabled": True}
    settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"APPS": [{**known, "settings": how}]}}
    settings.SIGN_ON_NAME = known["name"]
    return server


@pytest.fixture
def clerk() -> User:
    city = make_city()
    return create_user(
        body=city.body,
        email=ADDRESS,
        name="Kim",
        role=Role.EDITOR,
        password="sehr-langes-Kennwort-7",
        by=SETUP,
    )


def come(client: Client, provider: str, subject: str, claims: dict[str, Any]) -> Any:
    """Press the button, sign in there, and come back."""
    requests.put(f"{provider}/users/{subject}", json=claims, timeout=10).raise_for_status()
    there = client.post(LOGIN)
    assert there.headers["Location"].startswith(f"{provider}/")
    back = requests.post(
        there.headers["Location"], data={"sub": subject}, allow_redirects=False, timeout=10
    ).headers["Location"]
    return client.get(back.removeprefix("http://testserver"))


def is_in(client: Client) -> bool:
    return "_auth_user_id" in client.session


def test_an_invited_user_comes_in_and_is_known_from_then_on(
    client: Client, provider: str, clerk: User
) -> None:
    assert "Anmeldung der Stadt" in client.get("/accounts/login/").content.decode()
    answer = come(client, provider, "kim-1", VOUCHED)
    assert (answer.status_code, answer.headers["Location"]) == (302, "/desk/")
    assert is_in(client)
    assert AuditEvent.objects.filter(action="accounts.connect_sign_on").count() == 1
    clerk.refresh_from_db()
    assert clerk.check_password("sehr-langes-Kennwort-7")
    # Another address there: the person stays the same, and nothing that was told about them is kept.
    again = Client()
    come(again, provider, "kim-1", {**VOUCHED, "email": "k.neu@musterstadt.example"})
    assert again.session["_auth_user_id"] == str(clerk.pk)
    assert [account.extra_data for account in SocialAccount.objects.all()] == [{}]
    assert not SocialToken.objects.exists()
    assert AuditEvent.objects.filter(action="accounts.connect_sign_on").count() == 1


@pytest.mark.parametrize(
    "claims",
    [
        {**VOUCHED, "email": "fremd@musterstadt.example"},
        {**VOUCHED, "email_verified": False},
        {"name": "Kim"},
    ],
    ids=["nobody invited", "not vouched for", "no address"],
)
def test_others_stay_outside_and_get_no_account(
    client: Client, provider: str, clerk: User, claims: dict[str, Any]
) -> None:
    answer = come(client, provider, "someone", claims)
    assert "Kein Zugang ohne Einladung" in words_of(answer.content.decode())
    assert not is_in(client)
    assert (User.objects.count(), SocialAccount.objects.count()) == (1, 0)


def test_the_operator_may_trust_every_address(
    client: Client, provider: str, clerk: User, settings: Settings
) -> None:
    settings.SIGN_ON_VOUCHES = True
    come(client, provider, "kim-1", {"email": ADDRESS.upper()})
    assert is_in(client)


def test_a_locked_user_stays_outside(client: Client, provider: str, clerk: User) -> None:
    come(client, provider, "kim-1", VOUCHED)
    lock_user(user=clerk, by=SETUP)
    later = Client()
    assert come(later, provider, "kim-1", VOUCHED).headers["Location"] == "/accounts/inactive/"
    assert not is_in(later)


def test_who_refuses_there_or_asks_for_something_else_is_told_what_to_do(
    client: Client, provider: str, clerk: User
) -> None:
    client.post(LOGIN)
    refused = client.get(f"{LOGIN}callback/?error=access_denied")
    assert refused.status_code == 401
    assert "Die Anmeldung hat nicht geklappt" in words_of(refused.content.decode())
    client.force_login(clerk)
    asked = client.post(f"{LOGIN}?process=connect")
    back = requests.post(asked.headers["Location"], data={"sub": "x"}, allow_redirects=False, timeout=10)
    assert client.get(back.headers["Location"].removeprefix("http://testserver")).status_code == 401
    assert not SocialAccount.objects.exists()


def test_a_sign_on_that_does_not_answer_is_said(client: Client, settings: Settings, provider: str) -> None:
    known = settings.SOCIALACCOUNT_PROVIDERS["openid_connect"]["APPS"][0]
    known["settings"]["server_url"] = "http://localhost:9"
    answer = client.post(LOGIN)
    assert answer.status_code == 401
    assert "Die Anmeldung hat nicht geklappt" in words_of(answer.content.decode())


def test_without_a_sign_on_there_is_no_such_door(client: Client, clerk: User) -> None:
    assert client.post(LOGIN).status_code == 404
