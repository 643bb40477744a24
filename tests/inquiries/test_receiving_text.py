"""An inquiry comes in as pasted text or is typed."""

from __future__ import annotations

from datetime import date

import pytest
from django.test import Client

from gremienwerk.core.actor import Role
from gremienwerk.inquiries.intake.typed import typed_inquiry
from gremienwerk.inquiries.models import Inquiry
from tests.inquiries.scene import Scene, make_scene
from tests.inquiries.test_pages import TEXT
from tests.support.pages import sign_in, words_of

pytestmark = pytest.mark.django_db
PASTE, ENTER = "/desk/anfragen/neu/text/", "/desk/anfragen/neu/fragen/"


@pytest.fixture
def scene(client: Client) -> Scene:
    scene = make_scene()
    sign_in(client, scene.body, role=Role.EDITOR)
    return scene


def arrival(scene: Scene, **more: str) -> dict[str, str]:
    return {"received_on": "15.05.2022", "reporting_unit": str(scene.city.ressort.uid), **more}


def test_pasted_text_is_recognised_as_a_file_is_and_kept(client: Client, scene: Scene) -> None:
    assert client.post(PASTE, arrival(scene, text=TEXT.decode())).status_code == 302
    inquiry = Inquiry.objects.get()
    assert [(item.number, item.block) for item in inquiry.items.all()] == [
        ("1", "seats"), ("2", "rhythm"), ("3", ""),
    ]  # fmt: skip
    assert inquiry.original is not None
    assert inquiry.original.name == "eingefuegter-text.txt"
    kept = client.get(f"/desk/anfragen/{inquiry.uid}/original").content.decode()
    assert kept.split() == TEXT.decode().split()


@pytest.mark.parametrize(
    ("text", "message"), [("", "Bitte den Text"), ("Wir danken.", "keine Frage gefunden")]
)
def test_text_that_asks_nothing_is_refused_and_kept_in_the_form(
    client: Client, scene: Scene, text: str, message: str
) -> None:
    response = client.post(PASTE, arrival(scene, text=text))
    assert response.status_code == 400
    assert message in words_of(response.content)
    assert text in response.content.decode()
    assert Inquiry.objects.count() == 0


def test_a_typed_inquiry_gets_suggestions_and_has_no_file(client: Client, scene: Scene) -> None:
    given = arrival(
        scene, title="Netzwerke", kind="", group="Fraktion A; Fraktion B", dated="03.05.2022",
        questions="1. In welchem Turnus tagen die Gremien?\n\nWas kostet die Ampel?\n",
    )  # fmt: skip
    assert client.post(ENTER, given).status_code == 302
    inquiry = Inquiry.objects.get()
    assert (inquiry.title, inquiry.kind, inquiry.groups, inquiry.dated, inquiry.original) == (
        "Netzwerke", "Anfrage", ["Fraktion A", "Fraktion B"], date(2022, 5, 3), None,
    )  # fmt: skip
    assert [(item.number, item.text, item.block) for item in inquiry.items.all()] == [
        ("1", "In welchem Turnus tagen die Gremien?", "rhythm"),
        ("", "Was kostet die Ampel?", ""),
    ]
    assert "Was kostet die Ampel?" in words_of(client.get(f"/desk/anfragen/{inquiry.uid}/").content)


@pytest.mark.parametrize("missing", ["title", "questions", "received_on"])
def test_a_typed_inquiry_says_what_is_missing(client: Client, scene: Scene, missing: str) -> None:
    given = arrival(scene, title="Netzwerke", questions="Wie oft?")
    response = client.post(ENTER, {**given, missing: " "})
    assert response.status_code == 400
    assert f'id="id_{missing}-fehler"' in response.content.decode()
    assert Inquiry.objects.count() == 0


def test_the_three_ways_lead_to_each_other(client: Client, scene: Scene) -> None:
    for here in ("/desk/anfragen/neu/", PASTE, ENTER):
        html = client.get(here).content.decode()
        assert [f'href="{there}"' in html.split("<main")[1] for there in ("/desk/anfragen/neu/", PASTE, ENTER)] == [
            there != here for there in ("/desk/anfragen/neu/", PASTE, ENTER)
        ]  # fmt: skip


def test_numbers_are_taken_only_from_the_front_of_a_line() -> None:
    lines = ["a) Wer leitet?", "3.1. Wie oft?", "2026 wird was geplant?", "z.B. wer?"]
    asked = typed_inquiry(title="T", kind="", groups=(), dated=None, lines=lines).questions
    assert [(one.number, one.text) for one in asked] == [
        ("a", "Wer leitet?"), ("3.1", "Wie oft?"), (None, "2026 wird was geplant?"), (None, "z.B. wer?"),
    ]  # fmt: skip
