"""The pages of inquiries: what they show, who may do what, and that nothing is stored half."""

from __future__ import annotations

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from gremienwerk.core.actor import Role
from gremienwerk.documents.models import StoredFile
from gremienwerk.inquiries.actions import edit_item, release, set_climate
from gremienwerk.inquiries.intake.parsed import Block, ItemKind, Question
from gremienwerk.inquiries.models import AnswerDraft, Inquiry, Release
from tests.inquiries.scene import FEBRUARY_2023, MAY_2022, Scene, make_scene
from tests.inquiries.seven import receive
from tests.support.cast import SETUP, make_body
from tests.support.pages import sign_in, words_of

pytestmark = pytest.mark.django_db
TEXT = b"""Anfrage der Fraktion A vom 03.05.2022

Gremien und Netzwerke

1. In welchen Gremien ist das Ressort Mitglied, und wer ist federf\xc3\xbchrend?
2. In welchem Turnus tagen diese Gremien?
3. Was hat die neue Ampel am Markt gekostet?
"""


@pytest.fixture
def scene(client: Client) -> Scene:
    scene = make_scene()
    sign_in(client, scene.body, role=Role.ADMINISTRATOR)
    return scene


def path(inquiry: Inquiry, rest: str = "") -> str:
    return f"/desk/anfragen/{inquiry.uid}/{rest}"


def page(client: Client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200
    return words_of(response.content)


def state_seen(content: bytes) -> str:
    """The hidden field by which a form says what it rests on."""
    found = re.search(r'name="seen" value="(\w+)"', content.decode())
    assert found
    return found.group(1)


def upload(client: Client, scene: Scene, content: bytes = TEXT, name: str = "anfrage.txt") -> object:
    given = {
        "file": SimpleUploadedFile(name, content),
        "received_on": "15.05.2022",
        "reporting_unit": str(scene.city.ressort.uid),
    }
    return client.post("/desk/anfragen/neu/", given)


def test_an_empty_list_says_what_to_do(client: Client, scene: Scene) -> None:
    assert "Es ist noch keine Anfrage eingegangen." in page(client, "/desk/anfragen/")


def test_the_list_tells_open_from_released(client: Client, scene: Scene) -> None:
    receive(scene, title="Offene Anfrage")
    release(inquiry=receive(scene, title="Beantwortete Anfrage"), released_on=MAY_2022, by=SETUP)
    words = page(client, "/desk/anfragen/")
    assert "Eine Anfrage ist in Arbeit." in words
    assert words.index("Offene Anfrage") < words.index("Beantwortete Anfrage")
    assert "freigegeben am 15. Mai 2022, Fassung 1" in words


def test_an_upload_leads_to_a_draft(client: Client, scene: Scene) -> None:
    response = upload(client, scene)
    inquiry = Inquiry.objects.get()
    assert response.headers["Location"] == path(inquiry)  # type: ignore[attr-defined]
    words = page(client, path(inquiry))
    assert "3 Fragen erkannt." in words
    assert "Für zwei der fünf Gremien ist ein Turnus erfasst:" in words
    assert "Punkt 3 hat noch keine Antwort." in words
    assert "Der Klimacheck ist noch nicht ausgefüllt." in words
    assert inquiry.received_on == MAY_2022
    assert [item.block for item in inquiry.items.all()] == ["seats", "rhythm", ""]


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("leer.txt", b"", "Die Datei ist leer."),
        ("anfrage.pdf", TEXT, "anfrage.pdf"),
        ("kaputt.docx", b"PK\x03\x04 nicht wirklich", "kaputt.docx"),
        ("unsinn.txt", bytes(range(256)) * 20, "unsinn.txt"),
        ("ohne.txt", b"Wir danken der Verwaltung fuer ihre Arbeit.", "keine Frage gefunden"),
    ],
)
def test_what_cannot_be_read_is_refused_beside_the_field_and_stores_nothing(
    client: Client, scene: Scene, name: str, content: bytes, message: str
) -> None:
    response = upload(client, scene, content, name)
    assert response.status_code == 400  # type: ignore[attr-defined]
    html = response.content.decode()  # type: ignore[attr-defined]
    assert 'id="id_file-fehler"' in html
    assert 'href="#id_file"' in html
    assert message in words_of(html)
    assert (Inquiry.objects.count(), StoredFile.objects.count()) == (0, 0)


def test_a_file_that_is_too_large_is_refused_in_words(
    client: Client, scene: Scene, settings: pytest.FixtureRequest
) -> None:
    settings.MAX_UPLOAD_BYTES = 100_000  # type: ignore[attr-defined]
    response = upload(client, scene, TEXT * 10_000)
    assert response.status_code == 400  # type: ignore[attr-defined]
    assert "zu groß" in words_of(response.content)  # type: ignore[attr-defined]
    assert Inquiry.objects.count() == 0


def test_an_upload_without_a_file_keeps_the_rest(client: Client, scene: Scene) -> None:
    response = client.post(
        "/desk/anfragen/neu/", {"received_on": "15.05.2022", "reporting_unit": str(scene.city.team.uid)}
    )
    html = response.content.decode()
    assert "Bitte eine Datei wählen." in html
    assert f'<option value="{scene.city.team.uid}" selected>' in html


def test_a_day_of_arrival_must_be_given_and_have_come(client: Client, scene: Scene) -> None:
    for day, message in (
        ("", "Bitte einen Tag angeben, zum Beispiel 15.05.2022."),
        ("01.01.2999", "Der Eingang liegt in der Zukunft."),
    ):
        file = SimpleUploadedFile("a.txt", TEXT)
        given = {"file": file, "reporting_unit": str(scene.city.ressort.uid), "received_on": day}
        assert message in words_of(client.post("/desk/anfragen/neu/", given).content)
    assert Inquiry.objects.count() == 0


def test_the_same_file_is_taken_in_twice_only_on_purpose(client: Client, scene: Scene) -> None:
    assert upload(client, scene).status_code == 302  # type: ignore[attr-defined]
    refused = upload(client, scene, name="noch einmal.txt")
    assert refused.status_code == 400  # type: ignore[attr-defined]
    assert "Diese Datei ist schon da: „" in words_of(refused.content)  # type: ignore[attr-defined]
    assert b'name="again"' in refused.content  # type: ignore[attr-defined]
    assert Inquiry.objects.count() == 1
    given = {"received_on": "15.05.2022", "reporting_unit": str(scene.city.ressort.uid), "again": "on"}
    answer = client.post("/desk/anfragen/neu/", {**given, "file": SimpleUploadedFile("a.txt", TEXT)})
    assert (answer.status_code, Inquiry.objects.count()) == (302, 2)


def test_an_item_takes_a_text_in_place_of_its_block(client: Client, scene: Scene) -> None:
    inquiry = receive(scene)
    given = {
        "block": "seats",
        "answer_text": "Erster Absatz.\n\n- eins\n- zwei",
    }
    assert client.post(path(inquiry, "punkte/1/"), given).status_code == 302
    words = page(client, path(inquiry))
    assert "Eigener Text. Erster Absatz. eins zwei Antwort ändern" in words


def test_the_page_of_an_item_shows_its_present_answer(client: Client, scene: Scene) -> None:
    words = page(client, path(receive(scene), "punkte/3/"))
    assert "So steht es zurzeit in der Antwort Für zwei der fünf Gremien ist ein Turnus erfasst:" in words


def test_the_draft_takes_another_day_and_unit(client: Client, scene: Scene) -> None:
    inquiry = receive(scene)
    given = {
        "as_of": "2023-02-01",
        "reporting_unit": str(scene.city.youth_office.uid),
        "number": "VO/1/22",
        "climate_effect": "positive",
        "climate_reason": "",
        "whole_structure": "on",
    }
    response = client.post(path(inquiry, "entwurf/"), given, follow=True)
    words = words_of(response.content)
    assert "Der Klimacheck nennt Auswirkungen, aber keine Begründung." in words
    assert "Das Jugendamt ist am 1. Februar 2023" in words
    draft = AnswerDraft.objects.get(inquiry=inquiry)
    assert (draft.as_of, draft.whole_structure, draft.climate_effect) == (FEBRUARY_2023, True, "positive")
    assert Inquiry.objects.get().number == "VO/1/22"


def test_a_day_that_is_none_stands_beside_its_field(client: Client, scene: Scene) -> None:
    inquiry = receive(scene)
    response = client.post(
        path(inquiry, "entwurf/"), {"as_of": "gestern", "reporting_unit": str(scene.city.ressort.uid)}
    )
    assert response.status_code == 400
    assert "Bitte einen Tag angeben, zum Beispiel 15.05.2022." in words_of(response.content)


def test_a_release_is_asked_for_and_then_done(client: Client, scene: Scene) -> None:
    inquiry = receive(scene)
    asked = page(client, path(inquiry, "freigabe/"))
    assert "Fassung 1 freigeben" in asked
    assert "Zu sechs Gremien fehlen" in asked or "Zu 6 Gremien fehlen" in asked
    assert Release.objects.count() == 0
    response = client.post(path(inquiry, "freigabe/"), {"why": ""}, follow=True)
    words = words_of(response.content)
    assert "Fassung 1 ist freigegeben." in words
    assert Release.objects.get().checksum in words
    assert "Seit Fassung 1 geändert" in words


def test_an_edit_after_the_release_is_called_unreleased(client: Client, scene: Scene) -> None:
    inquiry = receive(scene)
    release(inquiry=inquiry, released_on=MAY_2022, by=SETUP)
    assert "Noch nicht freigegeben" not in page(client, path(inquiry))
    edit_item(item=inquiry.items.get(position=2), by=SETUP, block="institutions", answer_text="Neuer Text.")
    words = page(client, path(inquiry))
    assert "Noch nicht freigegeben: Der Entwurf weicht von Fassung 1 ab. Anders sind: Punkt 2." in words
    assert "Heute würde die Antwort dasselbe sagen." not in words
    assert words.count("Noch nicht freigegeben") == 2


def test_another_climate_check_is_unreleased(client: Client, scene: Scene) -> None:
    inquiry = receive(scene)
    release(inquiry=inquiry, released_on=MAY_2022, by=SETUP)
    set_climate(inquiry=inquiry, effect="positive", reason="Weniger Fahrten", by=SETUP)
    assert "Anders sind: Klimacheck." in page(client, path(inquiry))


def test_two_tabs_do_not_overwrite_each_other(client: Client, scene: Scene) -> None:
    inquiry = receive(scene)
    address = path(inquiry, "punkte/1/")
    seen = state_seen(client.get(address).content)
    first = {"block": "seats", "answer_text": "Aus dem ersten Reiter.", "seen": seen}
    assert client.post(address, first).status_code == 302
    late = client.post(address, {**first, "answer_text": "Aus dem zweiten Reiter."})
    html = late.content.decode()
    assert late.status_code == 400
    assert "inzwischen von anderer Seite geändert" in words_of(html)
    assert "Aus dem zweiten Reiter.</textarea>" in html
    assert inquiry.items.get(position=1).answer_text == "Aus dem ersten Reiter."
    anew = {**first, "answer_text": "Aus dem zweiten Reiter.", "seen": state_seen(late.content)}
    assert client.post(address, anew).status_code == 302
    assert inquiry.items.get(position=1).answer_text == "Aus dem zweiten Reiter."


def test_two_tabs_of_the_draft_do_not_overwrite_each_other(client: Client, scene: Scene) -> None:
    inquiry = receive(scene)
    address = path(inquiry, "entwurf/")
    given = {
        "as_of": "2023-02-01",
        "reporting_unit": str(scene.city.ressort.uid),
        "climate_effect": "neutral",
        "seen": state_seen(client.get(address).content),
    }
    assert client.post(address, given).status_code == 302
    late = client.post(address, {**given, "as_of": "2021-01-01"})
    assert late.status_code == 400
    assert "inzwischen von anderer Seite geändert" in words_of(late.content)
    assert 'value="2021-01-01"' in late.content.decode()
    assert AnswerDraft.objects.get(inquiry=inquiry).as_of == FEBRUARY_2023


def test_a_release_from_a_stale_page_is_refused(client: Client, scene: Scene) -> None:
    inquiry = receive(scene)
    assert client.post(path(inquiry, "freigabe/"), {"version": "1"}).status_code == 302
    response = client.post(path(inquiry, "freigabe/"), {"version": "1"})
    assert response.status_code == 400
    words = words_of(response.content)
    assert "Inzwischen ist Fassung 1 freigegeben." in words
    assert "Bitte angeben, warum es eine neue Fassung gibt." in words
    assert "Trotzdem eine neue Fassung freigeben" in words
    assert Release.objects.count() == 1


def test_the_release_page_shows_the_climate_check(client: Client, scene: Scene) -> None:
    inquiry = receive(scene)
    set_climate(inquiry=inquiry, effect="negative", reason="", by=SETUP)
    words = page(client, path(inquiry, "freigabe/"))
    assert "Klimacheck ja, negative Auswirkungen" in words
    assert "Der Klimacheck nennt Auswirkungen, aber keine Begründung." in words
    assert "Klimacheck (freiwillig)" not in page(client, path(inquiry, "entwurf/"))


def test_a_restricted_question_waits_for_a_decision(client: Client, scene: Scene) -> None:
    text = "Welche Organisationen wirken in Gremien mit, die sich mit dem Ehrenamt befassen?"
    asked = Question("1", ItemKind.QUESTION, text, block=Block.INSTITUTIONS, restriction="Ehrenamt")
    inquiry = receive(scene, asked)
    words = page(client, path(inquiry))
    assert "Die Frage ist auf „Ehrenamt“ eingegrenzt; der Baustein antwortet für alle 5 Gremien." in words
    assert "Vor der Freigabe ist noch etwas zu tun." in words
    given = {"block": "institutions", "answer_text": "", "block_confirmed": "on"}
    assert client.post(path(inquiry, "punkte/1/"), given).status_code == 302
    assert "Vor der Freigabe ist noch etwas zu tun." not in page(client, path(inquiry))


def test_what_is_not_ready_cannot_be_released_by_address(client: Client, scene: Scene) -> None:
    inquiry = receive(scene, Question(number="9", kind=ItemKind.QUESTION, text="Was kostet das?"))
    assert "Fassung 1 freigeben" not in page(client, path(inquiry, "freigabe/"))
    response = client.post(path(inquiry, "freigabe/"), {"why": ""})
    assert response.status_code == 400
    assert "Noch ohne Antwort: 9." in words_of(response.content)
    assert Release.objects.count() == 0


def test_a_released_file_is_handed_out_as_a_private_download(client: Client, scene: Scene) -> None:
    inquiry = receive(scene)
    row = release(inquiry=inquiry, released_on=MAY_2022, by=SETUP)
    stored = row.files.get(file__name="gremienstruktur.svg").file
    response = client.get(path(inquiry, "fassungen/1/gremienstruktur.svg"))
    assert response.status_code == 200
    assert len(response.content) == stored.size
    assert response.headers["Content-Disposition"] == 'attachment; filename="gremienstruktur.svg"'
    assert response.headers["Content-Type"] == "image/svg+xml"
    assert response.headers["Cache-Control"] == "private, no-cache"
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert response.headers["ETag"] == f'"{stored.sha256}"'


def test_the_original_keeps_its_german_name(client: Client, scene: Scene) -> None:
    upload(client, scene, name="Große Anfrage.txt")
    response = client.get(path(Inquiry.objects.get(), "original"))
    assert response.content == TEXT
    assert response.headers["Content-Disposition"] == "attachment; filename*=utf-8''Gro%C3%9Fe%20Anfrage.txt"


@pytest.mark.parametrize("rest", ["entwurf/", "punkte/1/"])
def test_who_may_not_draft_is_refused(client: Client, scene: Scene, rest: str) -> None:
    inquiry = receive(scene)
    reader = Client()
    sign_in(reader, scene.body, role=Role.AUDITOR, email="lesen@musterstadt.example")
    assert reader.get(path(inquiry, rest)).status_code == 403
    assert reader.get("/desk/anfragen/neu/").status_code == 403
    assert reader.get(path(inquiry)).status_code == 200
    assert "Antwort ändern" not in words_of(reader.get(path(inquiry)).content)


def test_an_editor_is_not_offered_the_release(client: Client, scene: Scene) -> None:
    inquiry = receive(scene)
    editor = Client()
    sign_in(editor, scene.body, role=Role.EDITOR, email="edit@musterstadt.example")
    assert "Antwort freigeben" not in words_of(editor.get(path(inquiry)).content)
    assert editor.post(path(inquiry, "freigabe/"), {"why": ""}).status_code == 403
    assert Release.objects.count() == 0


@pytest.mark.parametrize(
    "rest", ["", "original", "entwurf/", "punkte/1/", "freigabe/", "fassungen/1/antwort.pdf"]
)
def test_a_stranger_finds_nothing(scene: Scene, rest: str) -> None:
    inquiry = receive(scene)
    stranger = Client()
    sign_in(
        stranger, make_body(name="Andernorts", key="05999002"), role=Role.ADMINISTRATOR, email="x@y.example"
    )
    assert stranger.get(path(inquiry, rest)).status_code == 404
    assert inquiry.title not in stranger.get("/desk/anfragen/").content.decode()


@pytest.mark.parametrize("rest", ["", "neu/"])
def test_nobody_gets_in_without_signing_in(scene: Scene, rest: str) -> None:
    response = Client().get(f"/desk/anfragen/{rest}")
    assert response.status_code == 302
    assert response.headers["Location"].startswith("/accounts/login/")


def question(number: int) -> Question:
    return Question(number=str(number), kind=ItemKind.QUESTION, text="In welchem Turnus?", block=Block.RHYTHM)


@pytest.mark.parametrize("count", [1, 3])
def test_the_page_of_an_inquiry_asks_a_constant_number_of_queries(
    client: Client, scene: Scene, count: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    inquiry = receive(scene, *(question(n) for n in range(1, count + 1)))
    with django_assert_num_queries(INQUIRY_QUERIES):
        client.get(path(inquiry))


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_asks_a_constant_number_of_queries(
    client: Client, scene: Scene, count: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for _ in range(count):
        receive(scene)
    with django_assert_num_queries(LIST_QUERIES):
        client.get("/desk/anfragen/")


#: Among them the units that work on it, their signatures, the steps of the body, remarks and redactions.
INQUIRY_QUERIES = 35
LIST_QUERIES = 5
