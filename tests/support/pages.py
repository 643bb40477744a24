"""Users who open pages in tests."""

from __future__ import annotations

from html.parser import HTMLParser

from django.test import Client

from gremienwerk.accounts.actions import create_user
from gremienwerk.accounts.models import User
from gremienwerk.bodies.models import Body
from gremienwerk.core.actor import Role
from tests.support.cast import SETUP


def sign_in(
    client: Client, body: Body, *, role: Role = Role.EDITOR, email: str = "kim@musterstadt.example"
) -> User:
    """A user of the body, signed in with this client."""
    user = create_user(body=body, email=email, name="Kim Muster", role=role, password=None, by=SETUP)
    client.force_login(user, backend="allauth.account.auth_backends.AuthenticationBackend")
    return user


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []

    def handle_data(self, data: str) -> None:
        self.words.extend(data.split())


def words_of(html: bytes | str) -> str:
    """What a page says, without its tags and with single spaces."""
    parser = _Words()
    parser.feed(html.decode() if isinstance(html, bytes) else html)
    return " ".join(parser.words)
