"""Which committees belong to an answer, in which part, for which unit, on which day."""

from __future__ import annotations

from datetime import date

import pytest
from pytest_django import DjangoAssertNumQueries

from gremienwerk.committees.actions import (
    appoint,
    describe_committee,
    end_membership,
    name_initiator,
    plan_committee,
    rename_committee,
)
from gremienwerk.committees.models import Membership, Role
from gremienwerk.core.dates import Precision, by_end, exact
from gremienwerk.inquiries.queries import AnswerRegister, PartKind, register_for
from gremienwerk.inquiries.queries.leadership import NoSuchUnitYet
from gremienwerk.organisations.actions import (
    describe_organisation,
    move_organisation,
    register_person,
    rename_organisation,
)
from tests.inquiries.scene import FEBRUARY_2023, MAY_2022, Scene, make_scene, seat
from tests.support.answer_benchmark import make_large_city
from tests.support.cast import SETUP, make_committee, make_organisation

pytestmark = pytest.mark.django_db
QUERIES = 21


@pytest.fixture
def scene() -> Scene:
    return make_scene()


def names(register: AnswerRegister) -> dict[PartKind, list[str]]:
    return {part.kind: [row.facts.display_name for row in part.rows] for part in register.parts}


def test_the_parts_of_the_ressort(scene: Scene) -> None:
    assert names(scene.register()) == {
        PartKind.STATE: ["Landesnetzwerk Integration"],
        PartKind.DEPARTMENTS: ["Arbeitskreis Ankommen"],
        PartKind.PARTNERS: ["Runder Tisch Sprache"],
        PartKind.NOT_RECORDED: ["Stadtteilforum Nord"],
        PartKind.OWN: ["Lenkungsgruppe Integration"],
        PartKind.PLANNED: ["Arbeitskreis (noch ohne Namen)"],
    }


def test_the_parts_of_the_youth_office_in_the_same_register(scene: Scene) -> None:
    assert names(scene.register(scene.city.youth_office)) == {
        PartKind.DEPARTMENTS: ["Lenkungsgruppe Integration"],
        PartKind.OWN: ["Arbeitskreis Ankommen"],
    }


def test_a_unit_without_seats_has_nothing(scene: Scene) -> None:
    assert scene.register(scene.city.sports_office).parts == ()


def test_a_team_alone_sees_its_own_seats_only(scene: Scene) -> None:
    assert names(scene.register(scene.city.team)) == {
        PartKind.DEPARTMENTS: ["Arbeitskreis Ankommen", "Dienstbesprechung Ehrenamt"],
        PartKind.PARTNERS: ["Runder Tisch Sprache"],
        PartKind.OWN: ["Lenkungsgruppe Integration"],
    }


def test_a_body_without_anybody_from_outside_is_left_out_and_counted(scene: Scene) -> None:
    register = scene.register()
    assert "Dienstbesprechung Ehrenamt" not in str(names(register))
    assert register.internal_only == 1


def test_a_person_in_their_own_right_is_somebody_from_outside_and_has_no_name(scene: Scene) -> None:
    person = register_person(body=scene.body, family_name="Geheim", by=SETUP)
    appoint(committee=scene.internal, person=person, role=Role.MEMBER, on=None, by=SETUP)
    register = scene.register()
    row = next(row for row in register.own if row.facts.id == scene.internal.pk)
    assert (row.persons, row.participants) == (1, ())
    assert "Geheim" not in str(register.parts)


def test_collective_participants_are_somebody_from_outside_and_no_organisation(scene: Scene) -> None:
    before = len(scene.register().organisations)
    describe_committee(committee=scene.internal, by=SETUP, participants_note="alle Träger im Quartier")
    register = scene.register()
    assert scene.internal.pk in {row.facts.id for row in register.own}
    assert len(register.organisations) == before


def test_an_ended_committee_is_left_out(scene: Scene) -> None:
    from gremienwerk.committees.actions import end_committee

    end_committee(committee=scene.round_table, ended=exact(date(2022, 3, 31)), by=SETUP)
    assert PartKind.PARTNERS not in names(scene.register())
    assert names(scene.register(on=date(2022, 3, 1)))[PartKind.PARTNERS] == ["Runder Tisch Sprache"]


def test_a_committee_whose_existence_is_not_public_is_told_to_the_clerk_only(scene: Scene) -> None:
    describe_committee(committee=scene.round_table, by=SETUP, visibility="hidden")
    register = scene.register()
    assert register.withheld == ("Runder Tisch Sprache",)
    assert "Runder Tisch Sprache" not in str(names(register))


def test_a_chair_of_ours_makes_the_body_our_own(scene: Scene) -> None:
    seat(scene.round_table, scene.city.ressort, Role.CHAIR)
    assert names(scene.register())[PartKind.OWN] == ["Lenkungsgruppe Integration", "Runder Tisch Sprache"]


def test_moderation_does_not(scene: Scene) -> None:
    seat(scene.round_table, scene.city.ressort, Role.MODERATION)
    assert names(scene.register())[PartKind.OWN] == ["Lenkungsgruppe Integration"]


def test_where_several_lead_the_state_comes_first(scene: Scene) -> None:
    seat(scene.round_table, scene.city.ministry, Role.LEAD)
    assert "Runder Tisch Sprache" in names(scene.register())[PartKind.STATE]


def test_where_nobody_leads_who_runs_it_counts(scene: Scene) -> None:
    seat(scene.leaderless, scene.city.sports_office, Role.SECRETARIAT)
    register = scene.register()
    row = next(row for row in register.part(PartKind.DEPARTMENTS) if row.facts.id == scene.leaderless.pk)
    assert row.leads == ("Sportamt (Geschäftsführung)",)


def test_a_unit_nobody_has_placed_yet_is_part_of_the_administration(scene: Scene) -> None:
    unplaced = make_organisation(scene.body, "Stabsstelle Neu", "administrative-unit")
    seat(scene.leaderless, unplaced, Role.LEAD)
    assert "Stadtteilforum Nord" in names(scene.register())[PartKind.DEPARTMENTS]


def test_a_unit_of_another_city_is_a_partner(scene: Scene) -> None:
    other = make_organisation(scene.body, "Stadt Nebenan", "municipality")
    unit = make_organisation(scene.body, "Jugendamt Nebenan", "administrative-unit", parent=other)
    seat(scene.leaderless, unit, Role.LEAD)
    assert "Stadtteilforum Nord" in names(scene.register())[PartKind.PARTNERS]


def test_the_tree_of_the_day_decides_what_is_ours(scene: Scene) -> None:
    move_organisation(
        organisation=scene.city.team, parent=scene.city.sports_office, on=date(2022, 9, 1), by=SETUP
    )
    assert "Arbeitskreis Ankommen" in str(names(scene.register()))
    later = names(scene.register(on=FEBRUARY_2023))
    assert "Arbeitskreis Ankommen" not in str(later)
    assert "Arbeitskreis Ankommen" in str(names(scene.register(scene.city.sports_office, FEBRUARY_2023)))


def test_two_days_give_two_right_tables(scene: Scene) -> None:
    """Seats begin and end and names change between the two days."""
    new = make_committee(scene.body, "AG Neu", founded=exact(date(2022, 10, 1)))
    seat(new, scene.city.team, on=date(2022, 10, 1))
    seat(new, scene.city.partner, Role.LEAD, on=date(2022, 10, 1))
    gone = Membership.objects.get(committee=scene.youth_circle, organisation=scene.city.team)
    end_membership(membership=gone, on=date(2022, 8, 1), by=SETUP)
    rename_committee(committee=scene.round_table, name="Forum Sprache", on=date(2022, 7, 1), by=SETUP)
    rename_organisation(
        organisation=scene.city.ministry, name="Ministerium für Zusammenhalt", on=date(2022, 7, 1), by=SETUP
    )
    before, after = scene.register(), scene.register(on=FEBRUARY_2023)
    assert names(before)[PartKind.PARTNERS] == ["Runder Tisch Sprache"]
    assert names(after)[PartKind.PARTNERS] == ["AG Neu", "Forum Sprache"]
    assert names(before)[PartKind.DEPARTMENTS] == ["Arbeitskreis Ankommen"]
    assert PartKind.DEPARTMENTS not in names(after)
    assert before.part(PartKind.STATE)[0].leads == ("Ministerium für Teilhabe",)
    assert after.part(PartKind.STATE)[0].leads == ("Ministerium für Zusammenhalt",)


def test_the_half_open_end_of_a_seat(scene: Scene) -> None:
    gone = Membership.objects.get(committee=scene.youth_circle, organisation=scene.city.team)
    end_membership(membership=gone, on=date(2022, 8, 1), by=SETUP)
    assert PartKind.DEPARTMENTS in names(scene.register(on=date(2022, 7, 31)))
    assert PartKind.DEPARTMENTS not in names(scene.register(on=date(2022, 8, 1)))


def test_a_seat_whose_beginning_is_vague_counts_and_says_so(scene: Scene) -> None:
    appoint(committee=scene.youth_circle, organisation=scene.city.ressort, role=Role.MEMBER, on=date(2022, 5, 1), on_precision=Precision.MONTH, by=SETUP)  # fmt: skip
    row = scene.register().part(PartKind.DEPARTMENTS)[0]
    assert [(own.unit.name, own.sure) for own in row.own_seats] == [
        ("Team Ehrenamt", True),
        ("Ressort 204 Integration", False),
    ]


def test_a_plan_is_ours_by_a_seat_or_by_the_initiative(scene: Scene) -> None:
    kind = scene.planned.kind
    initiated = plan_committee(
        body=scene.body, kind=kind, name="AK Gesundheit", planned=by_end(date(2023, 6, 30)), by=SETUP
    )
    name_initiator(committee=initiated, organisation=scene.city.team, by=SETUP)
    plan_committee(body=scene.body, kind=kind, name="AK Fremd", planned=None, by=SETUP)
    assert names(scene.register())[PartKind.PLANNED] == ["AK Gesundheit", "Arbeitskreis (noch ohne Namen)"]


def test_meetings_are_never_none_where_they_are_not_recorded(scene: Scene) -> None:
    held = {row.facts.display_name: row.held for row in scene.register().existing}
    assert held["Lenkungsgruppe Integration"] == 2
    assert {count for name, count in held.items() if name != "Lenkungsgruppe Integration"} == {None}


def test_none_held_is_a_fact_only_where_we_keep_the_calendar_and_recorded_before(scene: Scene) -> None:
    assert scene.register(on=FEBRUARY_2023).own[0].held == 0
    assert scene.register(on=date(2021, 6, 15)).own[0].held is None


def test_the_last_twelve_months_include_the_day(scene: Scene) -> None:
    assert scene.register(on=date(2022, 6, 30)).own[0].held == 2
    assert scene.register(on=date(2022, 7, 1)).own[0].held == 1


def test_a_unit_that_does_not_exist_on_the_day_cannot_answer(scene: Scene) -> None:
    describe_organisation(
        organisation=scene.city.ressort, by=SETUP, founded_earliest=date(2022, 6, 1),
        founded_latest=date(2022, 6, 1), founded_precision="day",
    )  # fmt: skip
    with pytest.raises(NoSuchUnitYet, match=r"besteht am 15\. Mai 2022 nicht"):
        scene.register()


@pytest.mark.parametrize("committees", [3, 30])
def test_reading_takes_a_constant_number_of_queries(
    committees: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    city = make_large_city(committees=committees, partners=20)
    with django_assert_num_queries(QUERIES):
        register_for(body=city.body, unit=city.ressort, on=MAY_2022)
