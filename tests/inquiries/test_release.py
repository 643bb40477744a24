"""Releasing: what is frozen, what is refused, and that nothing half-done stays behind."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from gremienwerk.audit.models import AuditEvent, BodyRevision
from gremienwerk.core.actor import Role
from gremienwerk.documents.models import StoredFile
from gremienwerk.documents.queries import content_path, read_content
from gremienwerk.inquiries.actions import (
    DraftIncomplete,
    DraftMoved,
    ReasonMissing,
    SaysTheSame,
    assign_number,
    draft_answer,
    edit_item,
    receive_inquiry,
    release,
)
from gremienwerk.inquiries.intake.parsed import Block, ClimateCheck, Effect, ItemKind, Question
from gremienwerk.inquiries.models import Frozen, InquiryItem, Release, ReleasedFile
from gremienwerk.inquiries.printing import FILE_NAMES, print_answer
from gremienwerk.inquiries.printouts import AnnexMismatch, checksum_of
from gremienwerk.inquiries.printouts.verification import changed_since, verify_release
from gremienwerk.inquiries.queries import inquiry_rows
from gremienwerk.organisations.rules import NotAllowed
from tests.inquiries.scene import FEBRUARY_2023, MAY_2022, Scene, make_scene, seat
from tests.inquiries.seven import parsed, receive
from tests.support.cast import SETUP, clerk_of, make_body, make_committee

pytestmark = pytest.mark.django_db
RELEASED_ON = date(2022, 5, 20)


@pytest.fixture
def scene() -> Scene:
    return make_scene()


def released(scene: Scene) -> Release:
    return release(inquiry=receive(scene), released_on=RELEASED_ON, by=SETUP)


def test_a_release_holds_all_files_and_its_checksum(scene: Scene) -> None:
    row = released(scene)
    files = [one.file for one in row.files.select_related("file").order_by("position")]
    assert tuple(file.name for file in files) == FILE_NAMES
    assert [file.size for file in files] == [len(read_content(stored=file)) for file in files]
    assert (row.version, row.as_of, row.released_on, row.released_by) == (1, MAY_2022, RELEASED_ON, "Test")
    assert row.checksum == checksum_of(row.content)
    assert verify_release(release=row) == ()


def test_the_content_read_back_from_the_database_has_the_same_checksum(scene: Scene) -> None:
    row = Release.objects.get(pk=released(scene).pk)
    assert checksum_of(row.content) == row.checksum


def test_a_number_that_arrives_later_changes_no_checksum(scene: Scene) -> None:
    row = released(scene)
    assign_number(inquiry=row.inquiry, number="VO/0612/22", by=SETUP)
    again = release(
        inquiry=row.inquiry,
        released_on=RELEASED_ON,
        by=SETUP,
        why="mit Vorlagennummer",
        even_if_same=True,
    )
    assert verify_release(release=row) == ()
    assert {**again.content["paper"], "version": 1} == row.content["paper"]


def test_a_release_is_never_changed_or_removed(scene: Scene) -> None:
    row = released(scene)
    row.released_by = "Jemand anderes"
    for attempt in (
        row.save,
        row.delete,
        lambda: Release.objects.update(version=2),
        lambda: Release.objects.all().delete(),
        lambda: ReleasedFile.objects.all().delete(),
        ReleasedFile.objects.all()[0].delete,
    ):
        with pytest.raises(Frozen):
            attempt()


def test_a_correction_makes_a_new_version(scene: Scene) -> None:
    first = released(scene)
    draft_answer(inquiry=first.inquiry, as_of=FEBRUARY_2023, by=SETUP)
    second = release(inquiry=first.inquiry, released_on=FEBRUARY_2023, by=SETUP, why="neuer Stand")
    assert (second.version, second.as_of) == (2, FEBRUARY_2023)
    assert second.checksum != first.checksum
    assert verify_release(release=Release.objects.get(pk=first.pk)) == ()


def test_a_damaged_file_is_found(scene: Scene, settings: object) -> None:
    from django.core.files.base import ContentFile
    from django.core.files.storage import default_storage

    row = released(scene)
    path = content_path(sha256=row.files.get(position=1).file.sha256)
    default_storage.delete(path)
    default_storage.save(path, ContentFile(b"anders"))
    assert verify_release(release=row) == (
        "Die Datei „antwort.pdf“ ist im Dateispeicher verändert. Bitte die IT verständigen.",
    )


def test_content_changed_behind_our_back_is_found(scene: Scene) -> None:
    row = released(scene)
    row.content["paper"]["title"] = "Anders"
    assert verify_release(release=row) == ("Der Inhalt stimmt nicht mehr mit seiner Prüfsumme überein.",)


def test_an_editor_drafts_and_a_releaser_releases(scene: Scene) -> None:
    inquiry = receive(scene)
    with pytest.raises(NotAllowed):
        release(inquiry=inquiry, released_on=RELEASED_ON, by=clerk_of(scene.body))
    releaser = clerk_of(scene.body, Role.RELEASER)
    with pytest.raises(NotAllowed):
        draft_answer(inquiry=inquiry, as_of=MAY_2022, by=releaser)
    assert release(inquiry=inquiry, released_on=RELEASED_ON, by=releaser).released_by == "Kim Clerk"


def test_a_stranger_releases_nothing(scene: Scene) -> None:
    stranger = clerk_of(make_body(name="Andernorts", key="05999002"), Role.ADMINISTRATOR)
    with pytest.raises(NotAllowed):
        release(inquiry=receive(scene), released_on=RELEASED_ON, by=stranger)


def test_a_question_without_an_answer_stops_the_release(scene: Scene) -> None:
    question = Question(number="8", kind=ItemKind.QUESTION, text="Was kostet das?")
    inquiry = receive(scene, question)
    with pytest.raises(DraftIncomplete, match="Noch ohne Antwort: 8"):
        release(inquiry=inquiry, released_on=RELEASED_ON, by=SETUP)
    edit_item(item=InquiryItem.objects.get(), by=SETUP, block="", answer_text="Nichts zusätzlich.")
    row = release(inquiry=inquiry, released_on=RELEASED_ON, by=SETUP)
    assert row.content["paper"]["items"][0]["answer"] == [{"type": "Paragraph", "text": "Nichts zusätzlich."}]


def test_an_empty_climate_check_stops_the_release(scene: Scene) -> None:
    inquiry = receive(scene)
    inquiry.draft.refresh_from_db()
    from gremienwerk.audit.change import change

    with change(by=SETUP, body=scene.body.pk) as made:
        made.update(inquiry.draft, action="test", climate_effect="")
    with pytest.raises(DraftIncomplete, match="Klimacheck"):
        release(inquiry=inquiry, released_on=RELEASED_ON, by=SETUP)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("Siehe Anlage 9.", "Der Text nennt Anlage 9, die nicht beigefügt ist"),
        ("Näheres in den Anlagen 8 und 9.", "Der Text nennt die Anlagen 8 und 9, die nicht"),
    ],
)
def test_a_mentioned_annex_that_is_not_attached_stops_the_release(
    scene: Scene, text: str, message: str
) -> None:
    inquiry = receive(scene)
    item = inquiry.items.get(position=2)
    edit_item(item=item, by=SETUP, block=item.block, answer_text=text)
    with pytest.raises(AnnexMismatch, match=message):
        release(inquiry=inquiry, released_on=RELEASED_ON, by=SETUP)
    assert Release.objects.count() == 0


def test_words_about_an_attached_table_need_one(scene: Scene) -> None:
    inquiry = receive(scene, Question(number="1", kind=ItemKind.QUESTION, text="Was?"))
    edit_item(item=inquiry.items.get(), by=SETUP, block="", answer_text="Siehe beigefügte Tabelle.")
    with pytest.raises(AnnexMismatch, match="beigefügt ist aber keine"):
        release(inquiry=inquiry, released_on=RELEASED_ON, by=SETUP)


def test_annexes_of_other_papers_may_be_named(scene: Scene) -> None:
    inquiry = receive(scene)
    item = inquiry.items.get(position=2)
    edit_item(item=item, by=SETUP, block=item.block, answer_text="Siehe Anlage 9 zur Vorlage VO/0001/20.")
    assert release(inquiry=inquiry, released_on=RELEASED_ON, by=SETUP).version == 1


def test_a_draft_that_moves_while_it_is_printed_is_not_released(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    inquiry = receive(scene)
    item = inquiry.items.get(position=1)

    def edited_meanwhile(**arguments: Any) -> object:
        edit_item(item=item, by=SETUP, block=item.block, answer_text="Inzwischen ein anderer Text.")
        return print_answer(**arguments)

    monkeypatch.setattr("gremienwerk.inquiries.actions.releasing.print_answer", edited_meanwhile)
    with pytest.raises(DraftMoved):
        release(inquiry=inquiry, released_on=RELEASED_ON, by=SETUP)
    assert (Release.objects.count(), ReleasedFile.objects.count()) == (0, 0)


def test_if_the_audit_cannot_be_written_nothing_has_changed(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    inquiry = receive(scene)

    def state() -> tuple[object, ...]:
        revision = BodyRevision.objects.get(pk=scene.body.pk).number
        counted = (Release, ReleasedFile, StoredFile, AuditEvent)
        return (revision, *(model.objects.count() for model in counted))

    before = state()

    def fail(*args: object, **kwargs: object) -> None:
        raise OSError("disk full")

    monkeypatch.setattr("gremienwerk.audit.change.Change.write_events", fail)
    with pytest.raises(OSError, match="disk full"):
        release(inquiry=inquiry, released_on=RELEASED_ON, by=SETUP)
    assert state() == before


def test_a_later_version_says_why(scene: Scene) -> None:
    row = released(scene)
    edit_item(item=row.inquiry.items.get(position=1), by=SETUP, block="seats", answer_text="Neuer Text.")
    with pytest.raises(ReasonMissing):
        release(inquiry=row.inquiry, released_on=RELEASED_ON, by=SETUP, why="  ")
    assert release(inquiry=row.inquiry, released_on=RELEASED_ON, by=SETUP, why="Tippfehler").version == 2


def test_a_version_that_says_the_same_is_refused(scene: Scene) -> None:
    row = released(scene)
    with pytest.raises(SaysTheSame, match="dasselbe wie Fassung 1"):
        release(inquiry=row.inquiry, released_on=RELEASED_ON, by=SETUP, why="noch einmal")
    assert Release.objects.count() == 1


def test_a_number_that_somebody_else_has_released_is_refused(scene: Scene) -> None:
    row = released(scene)
    with pytest.raises(DraftMoved, match="Inzwischen ist Fassung 1 freigegeben"):
        release(inquiry=row.inquiry, released_on=RELEASED_ON, by=SETUP, why="alter Reiter", version=1)
    assert Release.objects.count() == 1


def test_only_files_of_the_answer_are_frozen(scene: Scene) -> None:
    inquiry = receive(scene, Question(number="1", kind=ItemKind.QUESTION, text="Was kostet die Ampel?"))
    edit_item(item=inquiry.items.get(), by=SETUP, block="", answer_text="Nichts.")
    row = release(inquiry=inquiry, released_on=RELEASED_ON, by=SETUP)
    names = [file["name"] for file in row.content["files"]]
    assert names == ["antwort.pdf", "antwort.docx"]
    assert verify_release(release=row) == ()


def test_a_block_for_all_does_not_answer_a_question_about_some(scene: Scene) -> None:
    text = "Welche Organisationen nehmen an den Gremien teil, die sich mit dem Ehrenamt befassen?"
    asked = Question(
        number="1", kind=ItemKind.QUESTION, text=text, block=Block.INSTITUTIONS, restriction="Ehrenamt"
    )
    inquiry = receive(scene, asked)
    item = inquiry.items.get()
    with pytest.raises(DraftIncomplete, match="Noch ohne Antwort: 1"):
        release(inquiry=inquiry, released_on=RELEASED_ON, by=SETUP)
    assert [row.open_items for row in inquiry_rows(body=scene.body.pk)] == [1]
    edit_item(item=item, by=SETUP, block=item.block, answer_text="", block_confirmed=True)
    assert [row.open_items for row in inquiry_rows(body=scene.body.pk)] == [0]
    assert release(inquiry=inquiry, released_on=RELEASED_ON, by=SETUP).version == 1


def test_the_climate_check_of_an_earlier_answer_is_not_taken_over(scene: Scene) -> None:
    earlier = parsed(climate_check=ClimateCheck(Effect.NEUTRAL, None))
    inquiry = receive_inquiry(
        body=scene.body,
        parsed=earlier,
        received_on=MAY_2022,
        reporting_unit=scene.city.ressort,
        by=SETUP,
    )
    assert inquiry.draft.climate_effect == ""


def test_the_release_is_noted_with_its_checksum(scene: Scene) -> None:
    row = released(scene)
    event = AuditEvent.objects.get(action="inquiries.release")
    assert (event.noun, event.object_key) == ("inquiries.release", row.pk)
    assert event.changes["checksum"] == [None, row.checksum]


def test_what_changed_since_the_answer(scene: Scene) -> None:
    row = released(scene)
    new = make_committee(scene.body, "AG Neu")
    seat(new, scene.city.ressort)
    seat(new, scene.city.partner)
    later = scene.register(on=FEBRUARY_2023)
    found = {(one.name, one.what) for one in changed_since(release=row, register=later)}
    assert found == {
        ("AG Neu", "neu in der Gremientabelle"),
        ("Arbeitskreis (noch ohne Namen)", "geändert: Status"),
        ("Lenkungsgruppe Integration", "geändert: Sitzungen in zwölf Monaten"),
    }


def test_nothing_changed_says_nothing(scene: Scene) -> None:
    assert changed_since(release=released(scene), register=scene.register()) == ()
