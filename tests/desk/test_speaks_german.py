"""The desk is German, whatever language a browser asks for."""

from __future__ import annotations

import pytest
from django.test import Client

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("asked", ["tr", "en-GB,en;q=0.9", "ar,de;q=0.5"])
def test_sign_in_and_errors_ignore_the_language_of_the_browser(client: Client, asked: str) -> None:
    for path in ("/accounts/login/", "/desk/gibt-es-nicht/"):
        answer = client.get(path, headers={"Accept-Language": asked}, follow=True)
        assert '<html lang="de"' in answer.content.decode()


def test_a_page_in_another_language_leaves_the_next_one_german(client: Client) -> None:
    client.get("/ar/gibt-es-nicht/")
    answer = client.get("/accounts/login/")
    assert '<html lang="de"' in answer.content.decode()
    assert "Anmelden" in answer.content.decode()
