"""Organisations, their names and places on different days."""

from __future__ import annotations

from datetime import date

import pytest
from pytest_django import DjangoAssertNumQueries

from gremienwerk.audit.models import AuditEvent, AuditPersonalValue
from gremienwerk.core.dates import Certainty, exact, in_year
from gremienwerk.core.errors import UserFacingError
from gremienwerk.organisations.actions import (
    add_alias,
    add_contact_point,
    consent_to_field,
    dissolve_organisation,
    move_organisation,
    publish_profile,
    register_person,
    rename_organisation,
)
from gremienwerk.organisations.queries import directory_on, find_unit, organisations_on, tree_on
from tests.support.cast import SETUP, City, clerk_of, make_city, make_organisation

pytestmark = pytest.mark.django_db
DAY = date(2024, 1, 1)


@pytest.fixture
def city() -> City:
    return make_city()


def test_a_renamed_organisation_bears_its_name_of_the_day(city: City) -> None:
    rename_organisation(organisation=city.partner, name="Neues Hilfswerk", on=date(2024, 3, 1), by=SETUP)

    def name(day: date) -> str:
        return organisations_on(body=city.body.pk, on=day)[city.partner.pk].name

    assert [name(date(2024, 2, 29)), name(date(2024, 3, 1))] == [
        "Hilfswerk Musterstadt e. V.",
        "Neues Hilfswerk",
    ]
    with pytest.raises(UserFacingError, match=r"gilt erst seit 1\. März 2024"):
        rename_organisation(organisation=city.partner, name="Noch neuer", on=date(2024, 3, 1), by=SETUP)


def test_the_tree_of_a_day_follows_a_move(city: City) -> None:
    move_organisation(organisation=city.team, parent=city.youth_office, on=date(2024, 3, 1), by=SETUP)
    before, after = (tree_on(body=city.body.pk, on=day) for day in (date(2024, 2, 29), date(2024, 3, 1)))
    assert city.team.pk in before.subtree(city.ressort.pk)
    assert city.team.pk not in after.subtree(city.ressort.pk)
    assert after.ancestors(city.team.pk) == [city.youth_office.pk, city.administration.pk]
    assert before.subtree(city.administration.pk) == after.subtree(city.administration.pk)


def test_nothing_can_be_moved_below_itself(city: City) -> None:
    with pytest.raises(UserFacingError, match="steht selbst unter"):
        move_organisation(organisation=city.ressort, parent=city.team, on=DAY, by=SETUP)


@pytest.mark.parametrize("name", ["Ressort 204", "ressort 204 integration", "RESSORT 204 INTEGRATION"])
def test_a_unit_is_found_by_its_names(city: City, name: str) -> None:
    assert find_unit(body=city.body.pk, name=name, on=DAY) == city.ressort


@pytest.mark.parametrize(
    ("name", "words"), [("Bauamt", "gibt es im Register nicht"), ("", "gibt es im Register nicht")]
)
def test_an_unknown_unit_is_refused(city: City, name: str, words: str) -> None:
    with pytest.raises(UserFacingError, match=words):
        find_unit(body=city.body.pk, name=name, on=DAY)


def test_an_ambiguous_unit_names_the_choices(city: City) -> None:
    make_organisation(city.body, "Team Ehrenamt Nord", parent=city.ressort)
    make_organisation(city.body, "Team Ehrenamt Süd", parent=city.ressort)
    assert find_unit(body=city.body.pk, name="Team Ehrenamt", on=DAY) == city.team
    with pytest.raises(UserFacingError, match="nicht eindeutig"):
        find_unit(body=city.body.pk, name="Team", on=DAY)


def test_existence_is_uncertain_inside_a_vague_end(city: City) -> None:
    dissolve_organisation(organisation=city.partner, ended=in_year(2023), by=SETUP)
    facts = organisations_on(body=city.body.pk, on=DAY)[city.partner.pk]
    days = (date(2022, 12, 31), date(2023, 6, 1), date(2024, 1, 1))
    assert [facts.exists(on=day) for day in days] == [Certainty.YES, Certainty.UNCERTAIN, Certainty.NO]


@pytest.mark.parametrize("number", [1, 3])
def test_the_number_of_queries_does_not_grow(
    city: City, number: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for n in range(number):
        make_organisation(city.body, f"Verein {n}", "mso", "association")
    with django_assert_num_queries(3):
        assert len(organisations_on(body=city.body.pk, on=DAY)) == 7 + number


def test_the_directory_holds_published_migrant_organisations_only(city: City) -> None:
    names = {"a": "Äthiopischer Verein", "b": "Zentrum", "c": "Nicht veröffentlicht", "d": "Später"}
    made = {
        key: make_organisation(city.body, name, "mso", street="Weg 1", postcode="42000", city="Musterstadt")
        for key, name in names.items()
    }
    publish_profile(organisation=made["a"], published_from=date(2023, 1, 1), by=SETUP, district_only=True)
    entry = publish_profile(
        organisation=made["b"], published_from=date(2023, 1, 1), by=SETUP, confirmed_on=date(2023, 12, 1)
    )
    consent_to_field(profile=entry, field="address", given_on=date(2023, 1, 1), by=SETUP)
    publish_profile(organisation=made["c"], published_from=None, by=SETUP)
    publish_profile(organisation=made["d"], published_from=date(2025, 1, 1), by=SETUP)
    publish_profile(organisation=city.partner, published_from=date(2023, 1, 1), by=SETUP)
    entries = directory_on(body=city.body.pk, on=DAY)
    assert [(e.name, e.address, e.confirmed_on) for e in entries] == [
        ("Äthiopischer Verein", "", None),
        ("Zentrum", "Weg 1, 42000 Musterstadt", date(2023, 12, 1)),
    ]
    dissolve_organisation(organisation=made["b"], ended=exact(date(2023, 12, 31)), by=SETUP)
    assert [e.name for e in directory_on(body=city.body.pk, on=DAY)] == ["Äthiopischer Verein"]


def test_personal_values_are_kept_apart_in_the_record(city: City) -> None:
    person = register_person(
        body=city.body, family_name="Muster", email="m@example.org", by=clerk_of(city.body)
    )
    event = AuditEvent.objects.get(noun="organisations.person", object_key=person.pk)
    assert "family_name" not in event.changes
    kept = {value.field: value.after for value in AuditPersonalValue.objects.filter(event=event)}
    assert kept == {"family_name": "Muster", "email": "m@example.org"}
    AuditPersonalValue.objects.filter(event=event).delete()
    assert AuditEvent.objects.filter(pk=event.pk).exists()


def test_aliases_and_contact_points_are_kept(city: City) -> None:
    add_alias(organisation=city.partner, name="Hilfswerk", by=SETUP)
    add_contact_point(
        organisation=city.partner, function="Geschäftsstelle", email="buero@example.org", by=SETUP
    )
    assert [n.name for n in city.partner.former_names.all()] == ["Hilfswerk"]
    assert [c.function for c in city.partner.contact_points.all()] == ["Geschäftsstelle"]
    assert organisations_on(body=city.body.pk, on=DAY)[city.partner.pk].name == "Hilfswerk Musterstadt e. V."
