"""Who is signed in, and who is not."""

from __future__ import annotations

import pytest
from django.test import Client
from pytest_django.fixtures import Settings

from gremienwerk.accounts.actions import create_user
from gremienwerk.accounts.middleware import DEMO_EMAIL
from gremienwerk.accounts.models import User
from gremienwerk.audit.models import AuditEvent, AuditPersonalValue
from gremienwerk.bodies.models import Body
from gremienwerk.core.actor import Role
from gremienwerk.core.errors import UserFacingError
from tests.support.cast import SETUP, make_city

pytestmark = pytest.mark.django_db
PASSWORD = "sehr-langes-Kennwort-7"


@pytest.fixture
def body() -> Body:
    return make_city().body


@pytest.fixture
def clerk(body: Body) -> User:
    return create_user(
        body=body, email=DEMO_EMAIL, name="Kim Clerk", role=Role.EDITOR, password=PASSWORD, by=SETUP
    )


def is_signed_in(client: Client) -> bool:
    client.get("/desk/")
    return "_auth_user_id" in client.session


def test_without_the_demo_nobody_is_signed_in_at_once(client: Client, clerk: User) -> None:
    assert not is_signed_in(client)
    answer = client.get("/desk/gremien/")
    assert (answer.status_code, answer.headers["Location"]) == (302, "/accounts/login/?next=/desk/gremien/")


def test_the_demo_signs_in_on_this_machine_only(client: Client, clerk: User, settings: Settings) -> None:
    settings.DEMO = True
    assert not is_signed_in(Client(REMOTE_ADDR="192.0.2.7"))
    assert not is_signed_in(Client(HTTP_X_FORWARDED_FOR="192.0.2.7"))
    assert is_signed_in(client)


def test_a_clerk_signs_in_with_a_password(client: Client, clerk: User) -> None:
    answer = client.post("/accounts/login/", {"login": clerk.email, "password": PASSWORD})
    assert (answer.status_code, answer.headers["Location"]) == (302, "/desk/")
    assert is_signed_in(client)


def test_a_wrong_password_keeps_the_address_and_says_so(client: Client, clerk: User) -> None:
    answer = client.post("/accounts/login/", {"login": clerk.email, "password": "falsch"})
    assert answer.status_code == 200
    assert clerk.email in answer.content.decode()
    assert not is_signed_in(client)


def test_nobody_signs_up_by_themselves(client: Client) -> None:
    client.post("/accounts/signup/", {"email": "x@example.org", "password1": PASSWORD, "password2": PASSWORD})
    assert not User.objects.exists()


def test_an_address_has_one_account_and_its_name_is_personal(body: Body, clerk: User) -> None:
    with pytest.raises(UserFacingError, match="gibt es schon"):
        create_user(body=body, email=DEMO_EMAIL.upper(), name="X", role=Role.EDITOR, password=None, by=SETUP)
    event = AuditEvent.objects.get(action="accounts.create")
    assert set(event.changes) == {"role"}
    assert {v.field for v in AuditPersonalValue.objects.filter(event=event)} == {"email", "name"}


def test_the_user_acts_for_their_body_with_their_role(clerk: User) -> None:
    assert (clerk.actor.body, clerk.actor.roles, clerk.actor.name) == (
        clerk.body_id,
        frozenset({Role.EDITOR}),
        "Kim Clerk",
    )


def test_signing_out_and_a_wrong_password_are_said_in_our_own_words(client: Client) -> None:
    answer = client.post("/accounts/login/", {"login": "niemand@example.org", "password": "falsch-und-lang"})
    said = answer.content.decode()
    assert "gehören nicht zusammen" in said and "Passwort" not in said
