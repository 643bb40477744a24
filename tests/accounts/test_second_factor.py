"""Passkeys, one-time codes, recovery codes, sessions, and what stops somebody who guesses."""

from __future__ import annotations

import base64
import hmac
import re
import struct
import time

import pytest
from django.core.cache import cache
from django.test import Client

from gremienwerk.accounts.actions import create_user
from gremienwerk.accounts.models import User
from gremienwerk.core.actor import Role
from tests.support.cast import SETUP, make_city
from tests.support.pages import words_of

pytestmark = pytest.mark.django_db
PASSWORD = "sehr-langes-Kennwort-7"


@pytest.fixture
def clerk() -> User:
    return create_user(
        body=make_city().body,
        email="kim@musterstadt.example",
        name="Kim",
        role=Role.EDITOR,
        password=PASSWORD,
        by=SETUP,
    )


def signed_in_by_password(clerk: User) -> Client:
    client = Client()
    client.post("/accounts/login/", {"login": clerk.email, "password": PASSWORD})
    assert "_auth_user_id" in client.session
    return client


def confirm(client: Client, address: str) -> None:
    """Prove again who it is, as dangerous pages ask."""
    client.post("/accounts/reauthenticate/", {"password": PASSWORD, "next": address})


def code_of(secret: str, moment: float) -> str:
    """RFC 6238 with the usual six digits and thirty seconds."""
    digest = hmac.digest(base64.b32decode(secret), struct.pack(">Q", int(moment) // 30), "sha1")
    offset = digest[-1] & 15
    return f"{(struct.unpack('>I', digest[offset : offset + 4])[0] & 0x7FFFFFFF) % 1_000_000:06d}"


def set_up_app(client: Client) -> str:
    confirm(client, "/accounts/sicherheit/totp/activate/")
    page = client.get("/accounts/sicherheit/totp/activate/").content.decode()
    found = re.search(r"<code>([A-Z2-7]+)</code>", page)
    assert found is not None
    answer = client.post("/accounts/sicherheit/totp/activate/", {"code": code_of(found[1], time.time())})
    assert answer.status_code == 302
    return found[1]


@pytest.mark.parametrize(
    ("address", "heading"),
    [
        ("", "Mein Zugang"),
        ("totp/activate/", "App einrichten"),
        ("webauthn/", "Passkeys"),
        ("webauthn/add/", "Passkey einrichten"),
    ],
)
def test_pages_of_ones_own_access_speak_german(clerk: User, address: str, heading: str) -> None:
    client = signed_in_by_password(clerk)
    confirm(client, f"/accounts/sicherheit/{address}")
    html = client.get(f"/accounts/sicherheit/{address}").content.decode()
    assert f'<h1 class="kern-heading-large">{heading}</h1>' in html
    assert "<script>" not in html and "onclick" not in html


def test_a_code_from_the_app_is_asked_for_after_the_password(clerk: User) -> None:
    secret = set_up_app(signed_in_by_password(clerk))
    client = Client()
    answer = client.post("/accounts/login/", {"login": clerk.email, "password": PASSWORD}, follow=True)
    assert "Zweiter Schritt der Anmeldung" in words_of(answer.content)
    assert "_auth_user_id" not in client.session
    wrong = client.post("/accounts/sicherheit/authenticate/", {"code": "000000"})
    assert "Dieser Code stimmt nicht" in words_of(wrong.content)
    cache.clear()  # a code is good for one sign-in; the setting up has used the present one
    client.post("/accounts/sicherheit/authenticate/", {"code": code_of(secret, time.time() + 30)})
    assert "_auth_user_id" in client.session


def test_a_recovery_code_opens_once(clerk: User) -> None:
    client = signed_in_by_password(clerk)
    set_up_app(client)
    page = client.get("/accounts/sicherheit/recovery-codes/").content.decode()
    codes = re.findall(r"<li><code>([^<]+)</code>", page)
    assert len(codes) == 10
    for expected in (True, False):
        other = Client()
        other.post("/accounts/login/", {"login": clerk.email, "password": PASSWORD})
        other.post("/accounts/sicherheit/authenticate/", {"code": codes[0]})
        assert ("_auth_user_id" in other.session) is expected


def test_whoever_signed_in_long_ago_is_asked_again_before_the_access_changes(clerk: User) -> None:
    client = signed_in_by_password(clerk)
    answer = client.get("/accounts/sicherheit/totp/activate/")
    assert answer.headers["Location"].startswith("/accounts/reauthenticate/")


def test_five_wrong_passwords_lock_the_account_for_everybody_even_with_the_right_one(clerk: User) -> None:
    for n in range(5):
        Client(REMOTE_ADDR=f"192.0.2.{n}").post(
            "/accounts/login/", {"login": clerk.email, "password": "falsch"}
        )
    late = Client(REMOTE_ADDR="192.0.2.99")
    answer = late.post("/accounts/login/", {"login": clerk.email, "password": PASSWORD})
    assert "Zu viele Versuche" in words_of(answer.content)
    assert "_auth_user_id" not in late.session


def test_one_session_ends_all_others(clerk: User) -> None:
    here, elsewhere = signed_in_by_password(clerk), signed_in_by_password(clerk)
    page = words_of(here.get("/accounts/sitzungen/").content)
    assert "diese Sitzung" in page and "Alle anderen Sitzungen abmelden" in page
    here.post("/accounts/sitzungen/")
    assert elsewhere.get("/desk/").status_code == 302
    assert here.get("/desk/").status_code == 200


def test_the_mail_for_a_new_password_says_why_it_comes_and_holds_one_link(
    clerk: User, mailoutbox: list[object]
) -> None:
    Client().post("/accounts/password/reset/", {"email": clerk.email})
    (sent,) = mailoutbox
    assert sent.subject == "Neues Kennwort für das Register der Gremien"  # type: ignore[attr-defined]
    assert sent.body.count("http://") == 1  # type: ignore[attr-defined]
