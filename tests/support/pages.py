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


class _Form(HTMLParser):
    """The fields of the form in the main part of a page, as a browser would send them back."""

    def __init__(self) -> None:
        super().__init__()
        self.values: dict[str, str | list[str]] = {}
        self._inside = self._in_main = False
        self._select, self._area, self._first = "", "", True

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self._in_main = self._in_main or tag == "main"
        self._inside = self._inside or (self._in_main and tag == "form")
        if not self._inside:
            return
        if tag == "input" and given.get("type") == "checkbox":
            chosen = self.values.setdefault(given["name"], [])
            if "checked" in given and isinstance(chosen, list):
                chosen.append(given.get("value", "on"))
        elif tag == "input" and given.get("name") != "csrfmiddlewaretoken":
            self.values[given["name"]] = given.get("value", "")
        elif tag == "textarea":
            self._area = given["name"]
            self.values[self._area] = ""
        elif tag == "select":
            self._select, self._first = given["name"], True
        elif tag == "option" and (self._first or "selected" in given):
            self.values[self._select], self._first = given.get("value", ""), False

    def handle_data(self, data: str) -> None:
        if self._area:
            self.values[self._area] = str(self.values[self._area]) + data.removeprefix("\n")

    def handle_endtag(self, tag: str) -> None:
        self._area = "" if tag == "textarea" else self._area
        self._inside = self._inside and tag != "form"
        self._in_main = self._in_main and tag != "main"


def form_of(html: bytes | str) -> dict[str, str | list[str]]:
    """What the form of a page sends back if nothing is changed in it."""
    parser = _Form()
    parser.feed(html.decode() if isinstance(html, bytes) else html)
    return parser.values
