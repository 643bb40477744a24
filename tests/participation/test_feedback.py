"""Feedback from people without an account."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.test import Client

from gremienwerk.core.actor import Role
from gremienwerk.core.errors import UserFacingError
from gremienwerk.participation import rules
from gremienwerk.participation.actions import remove_feedback, settle_feedback
from gremienwerk.participation.models import Feedback
from tests.support.cast import City, clerk_of, make_city
from tests.support.pages import sign_in, words_of

pytestmark = pytest.mark.django_db
FORM = "/de/rueckmeldung/"
THANKS = (302, "/de/rueckmeldung/danke/")


@pytest.fixture
def city() -> City:
    return make_city()


def send(client: Client, *, headers: dict[str, str] | None = None, **values: str) -> Any:
    given = {"text": "Der Kalender lässt sich nicht vorlesen.", "name": "", "email": "", **values}
    return client.post(FORM, given, headers=headers or {})


def outcome(answer: Any) -> tuple[int, str]:
    return answer.status_code, answer.headers.get("Location", "")


def test_a_message_is_taken_without_a_name_cookie_or_token(city: City) -> None:
    client = Client(enforce_csrf_checks=True)
    assert not client.get(f"{FORM}?seite=/de/kalender/").cookies
    answer = send(client, page="/de/kalender/")
    assert outcome(answer) == THANKS
    assert not answer.cookies
    assert "Ihre Nachricht ist angekommen." in words_of(client.get(THANKS[1]).content)
    stored = Feedback.objects.get()
    assert (stored.text, stored.page, stored.name) == (
        "Der Kalender lässt sich nicht vorlesen.",
        "/de/kalender/",
        "",
    )
    assert stored.received_at is not None


def test_every_page_leads_to_the_form_and_says_where_from(client: Client, city: City) -> None:
    html = client.get("/de/impressum/").content.decode()
    assert 'href="/de/rueckmeldung/?seite=%2Fde%2Fimpressum%2F"' in html
    assert 'value="/de/impressum/"' in client.get(f"{FORM}?seite=/de/impressum/").content.decode()


def test_what_is_wrong_is_said_and_what_was_typed_is_kept(client: Client, city: City) -> None:
    answer = send(client, text="", name="Kim", email="kein")
    html = answer.content.decode()
    assert answer.status_code == 400
    assert "Bitte korrigieren Sie 2 Angaben." in words_of(html)
    assert 'value="Kim"' in html
    assert not Feedback.objects.exists()


def test_the_form_speaks_the_language_of_the_address(client: Client, city: City) -> None:
    assert '<html lang="tr" dir="ltr">' in client.get("/tr/rueckmeldung/").content.decode()
    client.post("/tr/rueckmeldung/", {"text": "Merhaba"})
    assert Feedback.objects.get().language == "tr"


@pytest.mark.parametrize(
    ("values", "headers"),
    [
        ({"second_address": "x"}, {}),
        ({}, {"Origin": "https://fremd.example"}),
        ({}, {"Sec-Fetch-Site": "cross-site"}),
    ],
    ids=["trap", "origin", "fetch"],
)
def test_programs_and_foreign_pages_are_thanked_and_ignored(
    client: Client, city: City, values: dict[str, str], headers: dict[str, str]
) -> None:
    assert outcome(send(client, headers=headers, **values)) == THANKS
    assert not Feedback.objects.exists()


def test_a_foreign_address_is_not_noted(client: Client, city: City) -> None:
    send(client, page="https://fremd.example/x")
    assert Feedback.objects.get().page == ""


def test_a_sender_has_five_messages_a_day_and_others_are_not_hindered(client: Client, city: City) -> None:
    for _ in range(rules.PER_SENDER_AND_DAY):
        assert outcome(send(client)) == THANKS
    refused = send(client, text="Noch eine")
    assert refused.status_code == 429
    assert "die Adresse steht im Impressum" in words_of(refused.content)
    assert "Noch eine" in refused.content.decode()
    assert outcome(send(Client(REMOTE_ADDR="192.0.2.8"))) == THANKS


def test_a_body_takes_a_limited_number_in_an_hour(
    city: City, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rules, "PER_BODY_AND_HOUR", 1)
    assert outcome(send(client)) == THANKS
    assert send(Client(REMOTE_ADDR="192.0.2.9")).status_code == 429


def test_the_mark_of_a_sender_holds_no_address(client: Client, city: City) -> None:
    send(client)
    mark = Feedback.objects.get().sender_mark
    assert len(mark) == 32
    assert "127.0.0.1" not in mark


def test_staff_read_settle_and_remove(client: Client, city: City) -> None:
    send(Client(), name="Kim Muster", email="kim@example.org")
    sign_in(client, city.body, role=Role.EDITOR)
    words = words_of(client.get("/desk/rueckmeldungen/").content)
    assert "Der Kalender lässt sich nicht vorlesen." in words
    stored = Feedback.objects.get()
    client.post(f"/desk/rueckmeldungen/{stored.uid}/erledigt/")
    stored.refresh_from_db()
    assert stored.settled_on is not None
    assert (stored.name, stored.email, stored.sender_mark) == ("", "", "")
    client.post(f"/desk/rueckmeldungen/{stored.uid}/loeschen/")
    assert not Feedback.objects.exists()


def test_only_editors_work_with_messages(client: Client, city: City) -> None:
    send(client)
    stored = Feedback.objects.get()
    auditor = clerk_of(city.body, Role.AUDITOR)
    with pytest.raises(UserFacingError):
        settle_feedback(feedback=stored, on=date(2026, 11, 22), by=auditor)
    with pytest.raises(UserFacingError):
        remove_feedback(feedback=stored, by=auditor)


def test_a_stranger_finds_no_messages_of_another_body(client: Client, city: City) -> None:
    send(Client())
    stored = Feedback.objects.get()
    sign_in(client, make_city(key="05999002").body, role=Role.ADMINISTRATOR)
    assert "nicht vorlesen" not in words_of(client.get("/desk/rueckmeldungen/").content)
    assert client.post(f"/desk/rueckmeldungen/{stored.uid}/loeschen/").status_code == 404
