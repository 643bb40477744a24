"""Two records become one and two again: what moves, what is joined, which addresses lead on, and until when."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from gremienwerk.audit.change import change
from gremienwerk.audit.models import AuditPersonalValue
from gremienwerk.committees.actions import appoint, delegate, end_membership
from gremienwerk.committees.models import Initiator, Membership, Representative, Role
from gremienwerk.core.actor import Role as UserRole
from gremienwerk.core.errors import NotAllowed, UserFacingError
from gremienwerk.organisations.actions import (
    add_contact_point,
    merge_organisations,
    merge_persons,
    register_person,
    remember_different,
    rename_organisation,
    undo_merge,
)
from gremienwerk.organisations.models import Merge, Mergeable, Organisation, Person, UnitGrant
from gremienwerk.organisations.queries import suspicions
from gremienwerk.privacy.actions import erase_person
from gremienwerk.publishing.projecting.projector import deviations
from tests.support.cast import SETUP, TODAY, City, clerk_of, make_city, make_committee, make_organisation
from tests.support.pages import sign_in

pytestmark = pytest.mark.django_db
START, LATER = date(2020, 1, 1), date(2022, 1, 1)


@pytest.fixture
def city() -> City:
    made = make_city()
    with change(by=SETUP, body=made.body.pk) as opened:
        opened.update(made.body, action="test", hostname="testserver")
    return made


def everything(*, body: int) -> dict[str, Any]:
    """Every row that a merge may write, as plain values."""
    models: tuple[Any, ...] = (Organisation, Person, Membership, Representative, Initiator, UnitGrant)
    rows = {model.__name__: list(model.objects.filter(body=body).order_by("pk").values()) for model in models}
    names = Organisation.objects.filter(body=body).order_by("pk")
    rows["names"] = [sorted(one.former_names.values_list("name", "is_alias")) for one in names]
    rows["kinds"] = [sorted(one.kinds.values_list("key", flat=True)) for one in names]
    return rows


def double(city: City) -> Organisation:
    """A second record of the partner, with a seat both have, one of its own, an initiative, a contact."""
    double = make_organisation(city.body, "Hilfswerk Musterstadt", "mso", city="Musterstadt", street="Hof 1")  # fmt: skip
    shared = make_committee(city.body, "Runder Tisch", visibility="public")
    own = make_committee(city.body, "AG Sprache", visibility="public")
    person = register_person(body=city.body, given_name="Ayşe", family_name="Birnbaum", by=SETUP)
    appoint(committee=shared, organisation=city.partner, role=Role.MEMBER, on=LATER, by=SETUP)
    seat = appoint(committee=shared, organisation=double, role=Role.MEMBER, on=START, by=SETUP)
    delegate(membership=seat, person=person, on=START, by=SETUP)
    appoint(committee=own, organisation=double, role=Role.LEAD, on=START, by=SETUP)
    with change(by=SETUP, body=city.body.pk) as made:
        for one in (city.partner, double):
            made.create(Initiator(body=city.body, committee=own, organisation=one), action="test")
    add_contact_point(organisation=double, function="Büro", email="buero@example.org", by=SETUP)
    return double


def test_all_of_one_becomes_the_others_and_comes_back(city: City, client: Client) -> None:
    gone = double(city)
    before, old = everything(body=city.body.pk), f"/de/organisationen/{gone.uid}/"
    clerk = clerk_of(city.body)

    merge = merge_organisations(kept=city.partner, gone=gone, on=TODAY, by=clerk, taken=["street", "city"])

    kept = Organisation.objects.get(pk=city.partner.pk)
    seats = Membership.objects.filter(organisation=kept).order_by("committee__name")
    assert [(str(one.committee), one.role, one.valid_from) for one in seats] == [
        ("AG Sprache", "lead", START),
        ("Runder Tisch", "member", START),
    ]
    assert [str(one) for one in seats[1].representatives.all()] == ["Ayşe Birnbaum (Vertretung)"]
    assert (kept.name, kept.street, Initiator.objects.count()) == ("Hilfswerk Musterstadt e. V.", "Hof 1", 1)
    assert [one.name for one in kept.former_names.all()] == ["Hilfswerk Musterstadt"]
    assert [one.function for one in kept.contact_points.all()] == ["Büro"]
    assert deviations(body=city.body.pk) == []
    assert client.get(old)["Location"] == f"/de/organisationen/{kept.uid}/"
    sign_in(client, city.body)
    assert client.get(f"/desk/organisationen/{gone.uid}/")["Location"] == f"/desk/organisationen/{kept.uid}/"
    assert client.get("/de/suche/?text=Hilfswerk").status_code == 200

    undo_merge(merge=merge, on=TODAY, by=clerk)

    assert everything(body=city.body.pk) == before
    assert deviations(body=city.body.pk) == []
    assert Client().get(old).status_code == 200
    assert client.get(f"/desk/organisationen/{gone.uid}/").status_code == 200


def test_undo_says_what_rests_on_the_merge(city: City) -> None:
    gone, clerk = double(city), clerk_of(city.body)
    first = merge_organisations(kept=city.partner, gone=gone, on=TODAY, by=clerk)
    third = make_organisation(city.body, "Hilfswerk Muster")
    second = merge_organisations(kept=third, gone=city.partner, on=TODAY, by=clerk)

    first.refresh_from_db()
    with pytest.raises(UserFacingError, match="zuerst die spätere Zusammenführung"):
        undo_merge(merge=first, on=TODAY, by=clerk)
    undo_merge(merge=second, on=TODAY, by=clerk)
    joined = Membership.objects.get(organisation=city.partner, role=Role.MEMBER)
    end_membership(membership=joined, on=date(2026, 6, 1), by=clerk)
    first.refresh_from_db()
    with pytest.raises(UserFacingError, match=r"„gültig bis .*“ wurde seitdem geändert"):
        undo_merge(merge=first, on=TODAY, by=clerk)


def test_a_changed_value_of_the_merge_stops_its_undo(city: City) -> None:
    gone, clerk = double(city), clerk_of(city.body)
    merge = merge_organisations(kept=city.partner, gone=gone, on=TODAY, by=clerk, taken=["name"])
    kept = Organisation.objects.get(pk=city.partner.pk)
    rename_organisation(organisation=kept, name="Hilfe", on=TODAY, by=clerk)
    with pytest.raises(UserFacingError, match="„Name“ wurde seitdem geändert"):
        undo_merge(merge=merge, on=TODAY, by=clerk)


def test_what_cannot_be_one_is_refused(city: City) -> None:
    clerk = clerk_of(city.body)
    with pytest.raises(UserFacingError, match="im Baum unter"):
        merge_organisations(kept=city.administration, gone=city.team, on=TODAY, by=clerk)
    with pytest.raises(UserFacingError, match="Wurzel der Verwaltung"):
        merge_organisations(kept=city.partner, gone=city.administration, on=TODAY, by=clerk)
    auditor = clerk_of(city.body, UserRole.AUDITOR)
    with pytest.raises(NotAllowed):
        merge_organisations(kept=city.partner, gone=city.ministry, on=TODAY, by=auditor)


def test_persons_become_one_and_an_erasure_reaches_both(city: City) -> None:
    double(city)
    gone = Person.objects.get()
    kept = register_person(body=city.body, given_name="Ayse", family_name="Birnbaum-Yıldız", by=SETUP)
    clerk = clerk_of(city.body)
    merge = merge_persons(kept=kept, gone=gone, on=TODAY, by=clerk)
    assert Representative.objects.get().person_id == kept.pk
    undo_merge(merge=merge, on=TODAY, by=clerk)
    assert Representative.objects.get().person_id == gone.pk
    merge_persons(kept=kept, gone=gone, on=TODAY, by=clerk)
    erase_person(person=kept, on=TODAY, reason="Antrag", by=SETUP)
    left = AuditPersonalValue.objects.values_list("before", "after")
    assert not [row for row in left if "Birnbaum" in str(row)]
    assert not Merge.objects.exists()


def test_pairs_are_suggested_with_reasons_until_they_are_told_apart(city: City) -> None:
    for name in ("Team 204.1", "Team 204.2", "Moscheegemeinde Nord", "Moscheegemeinde Süd"):
        make_organisation(city.body, name)
    other = make_organisation(city.body, "Hilfs-Werk Musterstadt")
    for given, family in (("Ayşe", "Yıldız"), ("Ayse", "Yildiz"), ("Bernd", "Yildiz"), ("A.", "Yildiz")):
        register_person(body=city.body, given_name=given, family_name=family, by=SETUP)

    found = suspicions(body=city.body.pk, kind=Mergeable.ORGANISATION)
    assert [{one.first_name, one.second_name} for one in found] == [{city.partner.name, other.name}]
    persons = suspicions(body=city.body.pk, kind=Mergeable.PERSON)
    assert {one.first_name for one in persons} | {one.second_name for one in persons} == {
        "Ayşe Yıldız",
        "Ayse Yildiz",
        "A. Yildiz",
    }

    clerk = clerk_of(city.body)
    remember_different(
        body=city.body, kind=Mergeable.ORGANISATION, one=other.uid, other=city.partner.uid, by=clerk
    )
    assert suspicions(body=city.body.pk, kind=Mergeable.ORGANISATION) == []


def test_the_list_of_pairs_takes_as_many_queries_for_one_as_for_three(city: City, client: Client) -> None:
    sign_in(client, city.body)
    counted = []
    for names in (["Hilfs-Werk Musterstadt"], ["Sport-Amt", "Jugend-Amt"]):
        for name in names:
            make_organisation(city.body, name)
        with CaptureQueriesContext(connection) as seen:
            page = client.get("/desk/organisationen/dubletten/organisation/")
        counted.append((len(seen), page.content.decode().count("Vergleichen<")))
    assert counted[0][0] == counted[1][0]
    assert [pairs for _, pairs in counted] == [1, 3]
