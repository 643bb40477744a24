"""What the text says of who sits where is what the register holds: no more, no less, and of nobody else."""

from __future__ import annotations

from datetime import date

import pytest

from gremienwerk.committees.actions import appoint, describe_committee
from gremienwerk.committees.models import Role
from gremienwerk.core.dates import Precision
from gremienwerk.documents.rendering.content.annexes import (
    CommitteeProfiles,
    CommitteeRow,
    CommitteeTable,
    ProfileSeat,
)
from gremienwerk.documents.rendering.content.papers import AnswerPaper
from gremienwerk.inquiries.drafting.blocks import as_plain_text
from gremienwerk.inquiries.printouts import Asked, answer_paper
from gremienwerk.inquiries.printouts.directory import directory_list
from gremienwerk.organisations.actions import add_contact_point
from gremienwerk.organisations.models import Organisation
from tests.inquiries.scene import MAY_2022, Scene, make_scene, seat, source_of
from tests.support.cast import SETUP, make_organisation

pytestmark = pytest.mark.django_db


@pytest.fixture
def scene() -> Scene:
    made = make_scene()
    made.body.department, made.body.phone, made.body.email = (
        "Ressort 204 Integration",
        "0221 204",
        "r204@x.example",
    )
    made.body.street, made.body.postcode, made.body.city = "Rathausplatz 1", "42998", "Musterstadt"
    return made


def paper_of(scene: Scene, unit: Organisation | None = None) -> AnswerPaper:
    return answer_paper(source=source_of(), register=scene.register(unit))


def text(paper: AnswerPaper, item: int = 1) -> str:
    return as_plain_text(blocks=paper.items[item - 1].answer)


def row_of(paper: AnswerPaper, name: str) -> CommitteeRow:
    table = paper.annexes[0]
    assert isinstance(table, CommitteeTable)
    return next(row for section in table.sections for row in section.rows if row.name == name)


def test_the_default_unit_writes_under_the_letterhead_of_the_settings(scene: Scene) -> None:
    head = paper_of(scene).letterhead
    assert (head.department, head.phone, head.email) == (
        "Ressort 204 Integration",
        "0221 204",
        "r204@x.example",
    )


def test_another_unit_writes_under_its_own_name_and_nobody_elses_telephone(scene: Scene) -> None:
    head = paper_of(scene, scene.city.youth_office).letterhead
    assert (head.department, head.street, head.phone, head.email) == ("Jugendamt", "Rathausplatz 1", "", "")


def test_another_unit_is_reached_by_its_function_not_by_a_person(scene: Scene) -> None:
    office = scene.city.youth_office
    add_contact_point(
        organisation=office, function="Frau A.", email="a@x.example", is_personal=True, by=SETUP
    )
    add_contact_point(
        organisation=office, function="Sekretariat", email="amt@x.example", phone="0221 208", by=SETUP
    )
    head = paper_of(scene, office).letterhead
    assert (head.department, head.phone, head.email) == ("Jugendamt", "0221 208", "amt@x.example")


def test_a_unit_and_those_below_it_are_told_apart(scene: Scene) -> None:
    team = make_organisation(scene.body, "Team Sprache", "administrative-unit", parent=scene.city.ressort)
    make_organisation(scene.body, "Fachstelle Wohnen", "administrative-unit", parent=scene.city.ressort)
    seat(scene.round_table, team)
    paper = paper_of(scene)
    assert text(paper).startswith(
        "Das Ressort 204 Integration und zwei seiner drei Einheiten sind am 15. Mai 2022"
    )
    assert (
        "Sie gelten für das Ressort 204 Integration mit seinen drei Einheiten: zwei Teams und der Fachstelle Wohnen."
        in as_plain_text(blocks=paper.introduction)
    )


def test_our_own_units_in_a_body_that_we_run_are_named(scene: Scene) -> None:
    authority = make_organisation(
        scene.body, "Ausländerbehörde", "administrative-unit", parent=scene.city.ressort
    )
    seat(scene.steering, authority)
    describe_committee(committee=scene.steering, by=SETUP, seat_level="Leitungskräfte")
    assert "Außerdem sind Leitungskräfte der Ausländerbehörde und des Jugendamts vertreten." in text(
        paper_of(scene)
    )


def test_of_many_the_number_is_that_of_the_table(scene: Scene) -> None:
    for number in range(7):
        seat(scene.steering, make_organisation(scene.body, f"Verein Nr. {number}"))
    paper = paper_of(scene)
    groups = row_of(paper, "Lenkungsgruppe Integration").participants or ()
    assert sum(len(group.names) for group in groups) == 8
    assert "Von außerhalb wirken acht Institutionen mit." in text(paper)


def test_an_uncertain_seat_is_not_told_as_a_certain_one(scene: Scene) -> None:
    guest = make_organisation(scene.body, "Team Quartier", "administrative-unit", parent=scene.city.ressort)
    forum = scene.internal
    appoint(committee=forum, organisation=scene.city.sports_office, role=Role.MEMBER, on=None, by=SETUP)
    before = text(paper_of(scene))
    appoint(
        committee=scene.leaderless, organisation=guest, role=Role.MEMBER, on=date(2022, 5, 1),
        on_precision=Precision.MONTH, by=SETUP,
    )  # fmt: skip
    after = paper_of(scene)
    assert "nicht sicher" not in before
    assert "nicht sicher" not in text(after), "the certain seat of the Ressort settles it"
    roles = {one.holder: one.role for one in row_of(after, "Stadtteilforum Nord").seats or ()}
    assert roles["Team Quartier"] == "Mitglied, Zeitraum nicht taggenau erfasst"


def test_a_committee_of_which_every_seat_is_uncertain_is_named(scene: Scene) -> None:
    youth = scene.city.youth_office
    appoint(
        committee=scene.state_network, organisation=youth, role=Role.MEMBER, on=date(2022, 5, 1),
        on_precision=Precision.MONTH, by=SETUP,
    )  # fmt: skip
    words = text(paper_of(scene, youth))
    assert "ist nicht sicher, ob der Sitz an diesem Tag besteht" in words
    assert "nicht taggenau erfasst ist: Landesnetzwerk Integration." in words


def test_the_note_of_the_list_follows_its_confirmations(scene: Scene) -> None:
    register = scene.register()

    def note(*days: date | None) -> str:
        entries = tuple(
            entry._replace(confirmed_on=day) for entry, day in zip(register.directory, days, strict=True)
        )
        told = directory_list(register=register._replace(directory=entries), number=4).note
        return told.removeprefix("Stand: 15. Mai 2022. ")

    later = date(2023, 1, 1)
    assert [note(MAY_2022, MAY_2022, later), note(None, None, later), note(*3 * [MAY_2022])] == [
        (
            "Wo erfasst, nennt der Eintrag den Tag, an dem die Organisation ihn zuletzt bestätigt hat; "
            "für einen Eintrag ist bis zu diesem Tag keine Bestätigung erfasst."
        ),
        "Bestätigungen der Organisationen bis zu diesem Tag sind nicht erfasst.",
        "Jeder Eintrag nennt den Tag, an dem die Organisation ihn zuletzt bestätigt hat.",
    ]


def test_a_profile_has_a_line_for_each_holder_with_ours_marked(scene: Scene) -> None:
    for holder in (scene.city.team, scene.city.partner):
        seat(scene.steering, holder)
    annex = next(one for one in paper_of(scene).annexes if isinstance(one, CommitteeProfiles))
    profile = annex.profiles[0]
    assert profile.composition == (
        ProfileSeat("Ressort 204 Integration", "Federführung", 1, None, own=True),
        ProfileSeat("Team Ehrenamt", "Geschäftsführung; Mitglied", 1, None, own=True),
        ProfileSeat("Hilfswerk Musterstadt e. V.", "Mitglied", 1, None),
        ProfileSeat("Jugendamt", "Mitglied", 1, None),
    )
    assert profile.initiators == ("Ressort 204 Integration",)
    assert "Ein Stimmrecht ist für keinen dieser Sitze erfasst." in profile.composition_note


def test_a_town_is_called_what_it_is(scene: Scene) -> None:
    describe_committee(committee=scene.steering, by=SETUP, level="municipal")
    scene.body.kind = "city"
    assert row_of(paper_of(scene), "Lenkungsgruppe Integration").level == "Stadt"
    scene.body.kind = "municipality"
    assert row_of(paper_of(scene), "Lenkungsgruppe Integration").level == "Gemeinde"


def test_a_gap_names_who_is_to_fill_it(scene: Scene) -> None:
    asked = (
        Asked(number="1", kind="question", text="Was kostet das?", unit="Kämmerei"),
        Asked(number="2", kind="motion", text="Wir beantragen Geld.", parts=(("", "sofort"),)),
    )
    paper = answer_paper(source=source_of(*asked), register=scene.register())
    assert [text(paper, number) for number in (1, 2)] == [
        "[Antwort steht noch aus – Beitrag der Einheit „Kämmerei“]",
        "[Stellungnahme steht noch aus – zuständige Stelle noch zu benennen]",
    ]
    assert paper.items[1].parts[0].number == "–"
    assert "in eckigen Klammern" in as_plain_text(blocks=paper.introduction)
