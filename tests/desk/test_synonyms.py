"""Staff keep the synonyms of search; a change takes effect with the next search."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from gremienwerk.audit.models import AuditEvent
from gremienwerk.bodies.models import Body, Synonym
from gremienwerk.core.actor import Role
from gremienwerk.publishing.search.indexing import write
from tests.publishing.search.corpus import ask, source, titles
from tests.support.cast import make_body
from tests.support.pages import sign_in, words_of

LIST = "desk:synonyms"


@pytest.fixture
def body(db: None) -> Body:
    return make_body()


def one(body: Body) -> Synonym:
    return Synonym.objects.get(body=body, term="AWO")


def page_of(synonym: Synonym) -> str:
    return reverse("desk:synonym", kwargs={"uid": synonym.uid})


def test_a_new_body_starts_with_the_usual_abbreviations(client: Client, body: Body) -> None:
    sign_in(client, body)
    assert "Arbeiterwohlfahrt" in words_of(client.get(reverse(LIST)).content)


def test_a_synonym_is_added_and_found_at_once(client: Client, body: Body) -> None:
    write([source(body.pk, "Haus der Begegnung")])
    sign_in(client, body)
    before = titles(ask(body.pk, "HdB"))
    answer = client.post(reverse(LIST), {"term": "HdB", "equivalents": "Haus der Begegnung\n"})
    assert (before, answer.status_code, titles(ask(body.pk, "HdB"))) == ([], 302, ["Haus der Begegnung"])


def test_a_synonym_works_in_both_directions(body: Body) -> None:
    write([source(body.pk, "AWO-Kita Nord")])
    assert titles(ask(body.pk, "Arbeiterwohlfahrt")) == ["AWO-Kita Nord"]


def test_a_synonym_is_changed_and_the_audit_knows(client: Client, body: Body) -> None:
    user = sign_in(client, body)
    client.post(page_of(one(body)), {"term": "AWO", "equivalents": "Arbeiterwohlfahrt\nAwo-Verband"})
    event = AuditEvent.objects.filter(action="bodies.change_synonym").get()
    assert one(body).equivalents == ["Arbeiterwohlfahrt", "Awo-Verband"]
    assert (event.actor_key, event.changes["equivalents"][0]) == (str(user.pk), ["Arbeiterwohlfahrt"])


def test_a_synonym_is_removed(client: Client, body: Body) -> None:
    sign_in(client, body)
    client.post(page_of(one(body)), {"entfernen": "ja"})
    assert not Synonym.objects.filter(body=body, term="AWO").exists()


@pytest.mark.parametrize(
    ("term", "equivalents", "complaint"),
    [
        ("", "Wort", "Bitte ein Wort oder eine Abkürzung angeben."),
        ("HdB", " \n ", "Bitte mindestens ein gleichbedeutendes Wort angeben."),
        ("awo", "Wort", "Für „awo“ gibt es schon einen Eintrag."),
    ],
)
def test_what_is_wrong_is_said_beside_the_field(
    client: Client, body: Body, term: str, equivalents: str, complaint: str
) -> None:
    sign_in(client, body)
    answer = client.post(reverse(LIST), {"term": term, "equivalents": equivalents})
    assert answer.status_code == 400
    assert complaint in words_of(answer.content)


def test_auditors_and_strangers_change_nothing(client: Client, body: Body) -> None:
    sign_in(client, body, role=Role.AUDITOR)
    assert client.post(reverse(LIST), {"term": "X1", "equivalents": "Y"}).status_code == 403
    stranger = make_body(name="Andernorts", key="05999009")
    sign_in(client, stranger, email="lee@andernorts.example")
    assert client.post(page_of(one(body)), {"entfernen": "ja"}).status_code == 404
    assert Synonym.objects.filter(body=body, term="AWO").exists()
