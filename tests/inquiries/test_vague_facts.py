"""What is known vaguely is said vaguely: months, ends of years, groups without a name, participants in words."""

from __future__ import annotations

import pytest

from gremienwerk.committees.actions import describe_committee
from gremienwerk.documents.rendering.content.annexes import CommitteeTable
from gremienwerk.documents.rendering.content.papers import AnswerPaper
from gremienwerk.inquiries.drafting.blocks import as_plain_text
from gremienwerk.inquiries.printouts import answer_paper
from gremienwerk.organisations.models import Organisation
from tests.inquiries.scene import FEBRUARY_2023, Scene, make_scene, source_of
from tests.support.cast import SETUP, make_committee

pytestmark = pytest.mark.django_db


@pytest.fixture
def scene() -> Scene:
    return make_scene()


def paper_on(scene: Scene, **day: object) -> AnswerPaper:
    return answer_paper(source=source_of(), register=scene.register(**day))  # type: ignore[arg-type]


def text(paper: AnswerPaper, item: int = 1) -> str:
    return as_plain_text(blocks=paper.items[item - 1].answer)


def planned_rows(paper: AnswerPaper) -> list[tuple[str, str]]:
    table = paper.annexes[0]
    assert isinstance(table, CommitteeTable)
    return [
        (row.name, row.status)
        for section in table.sections
        if section.title == "Geplante Gremien"
        for row in section.rows
    ]


def test_a_month_is_said_as_a_month(scene: Scene) -> None:
    assert "Das Gremium wurde im Juni 2021 gegründet." in text(paper_on(scene))


def test_a_planned_group_without_a_name_is_shown_as_planned(scene: Scene) -> None:
    paper = paper_on(scene)
    assert "Ein weiteres Gremium ist in Planung:" in text(paper)
    assert "– Arbeitskreis, noch ohne Namen: Gründung bis Ende 2022 vorgesehen" in text(paper)
    assert planned_rows(paper) == [("Arbeitskreis (noch ohne Namen)", "geplant bis Ende 2022")]


def test_after_its_time_it_is_overdue_and_does_not_exist(scene: Scene) -> None:
    paper = paper_on(scene, on=FEBRUARY_2023)
    assert "sollte bis Ende 2022 gegründet werden; die Gründung ist nicht erfasst" in text(paper)
    assert "in fünf Gremien vertreten" in text(paper)
    assert planned_rows(paper) == [
        ("Arbeitskreis (noch ohne Namen)", "geplant, überfällig: sollte bis Ende 2022 gegründet werden")
    ]


def test_collective_wording_stays_text(scene: Scene) -> None:
    words = "Weitere Beteiligte sind nur im Wortlaut erfasst: „alle Partner des Verbundprojekts“."
    assert words in text(paper_on(scene))
    assert "(„alle Partner des Verbundprojekts“); sie sind nicht mitgezählt" in text(paper_on(scene), 2)
    assert not Organisation.objects.filter(name__icontains="Partner").exists()


def test_a_body_led_elsewhere_without_recorded_meetings_says_so(scene: Scene) -> None:
    table = paper_on(scene).annexes[0]
    assert isinstance(table, CommitteeTable)
    network = next(
        row for section in table.sections for row in section.rows if row.name.startswith("Landesnetzwerk")
    )
    assert network.meetings_last_year is None
    assert "Für vier der fünf Gremien sind stattgefundene Sitzungen nicht erfasst." in text(
        paper_on(scene), 3
    )


def test_the_rhythm_is_said_for_those_of_which_it_is_known(scene: Scene) -> None:
    words = text(paper_on(scene), 3)
    assert words.startswith(
        "Für zwei der fünf Gremien ist ein Turnus erfasst:\n\n– Lenkungsgruppe Integration: viermal im Jahr\n"
        "– Runder Tisch Sprache: jeden 2. Dienstag im Monat"
    )
    assert (
        "nicht erfasst: Arbeitskreis Ankommen, Landesnetzwerk Integration und Stadtteilforum Nord." in words
    )


def test_where_nothing_is_known_no_name_is_needed(scene: Scene) -> None:
    for committee in (scene.steering, scene.round_table):
        describe_committee(committee=committee, by=SETUP, rhythm_text="")
    assert text(paper_on(scene), 3).startswith("Der Turnus ist für keines der fünf Gremien erfasst.")


def test_an_empty_register_answers_plainly(scene: Scene) -> None:
    paper = paper_on(scene, unit=scene.city.sports_office)
    words = [text(paper, number) for number in range(1, 7)]
    assert words[0].startswith(
        "Das Sportamt hat am 15. Mai 2022 nach dem Register in keinem Gremium einen Sitz"
    )
    assert all(word.startswith("Da kein solches Gremium erfasst ist") for word in words[1:])
    assert [annex.title for annex in paper.annexes] == ["Liste der Migrantenselbstorganisationen"]


def test_people_are_worded_as_the_body_wants(scene: Scene) -> None:
    expected = {
        "star": "externe Akteur*innen",
        "pair": "externe Akteurinnen und Akteure",
        "neutral": "externe Beteiligte",
    }
    for style, words in expected.items():
        scene.body.gender_style = style
        assert words in text(paper_on(scene))


def test_where_nobody_is_recorded_the_answer_says_that_it_cannot_know(scene: Scene) -> None:
    make_committee(scene.body, "Runder Tisch Quartier", kind="round-table")
    words = text(paper_on(scene))
    assert (
        "Für ein weiteres Gremium im Register ist nicht erfasst, wer einen Sitz hat; ob das Ressort 204 Integration "
        "dort mitwirkt, lässt sich daher nicht sagen: Runder Tisch Quartier."
    ) in words
    assert "in fünf Gremien vertreten" in words
