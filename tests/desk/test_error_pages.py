"""What users see when something goes wrong: German words, no traceback, no half page."""

from __future__ import annotations

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client, RequestFactory

from gremienwerk.core.errors import UserFacingError
from gremienwerk.desk.views import errors, start
from tests.support.cast import make_city
from tests.support.pages import sign_in, words_of

pytestmark = pytest.mark.django_db


def test_an_address_without_a_page(client: Client) -> None:
    sign_in(client, make_city().body)
    response = client.get("/desk/gibt-es-nicht/")
    words = words_of(response.content)
    assert response.status_code == 404
    assert "Diese Seite gibt es nicht" in words
    assert "Gremien Organisationen" in words


def test_a_fault_of_ours_shows_nothing_of_it(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    sign_in(client, make_city().body)

    def fail(**_: object) -> None:
        raise RuntimeError("internal detail")

    monkeypatch.setattr(start, "start_page", fail)
    client.raise_request_exception = False
    response = client.get("/desk/")
    words = words_of(response.content)
    assert response.status_code == 500
    assert "Hier ist etwas schiefgegangen" in words
    assert "internal detail" not in words


def test_a_form_without_its_token_is_explained() -> None:
    response = Client(enforce_csrf_checks=True).post(
        "/accounts/login/", {"login": "a@b.example", "password": "x"}
    )
    assert response.status_code == 403
    assert "Das Formular ist abgelaufen, es wurde nichts gespeichert." in words_of(response.content)


def test_the_words_of_an_error_for_users_are_shown_those_of_others_are_not() -> None:
    request = RequestFactory().get("/")
    own = errors.bad_request(request, UserFacingError("Bitte ein Datum angeben."))
    foreign = errors.forbidden(request, PermissionDenied("internal detail"))
    assert "Bitte ein Datum angeben." in words_of(own.content)
    assert "internal detail" not in words_of(foreign.content)
    assert "Das dürfen Sie nicht sehen oder tun" in words_of(foreign.content)
