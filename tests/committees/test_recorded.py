"""What was recorded of a record, in words, for whom; and taking the last act back."""

from __future__ import annotations

from datetime import date

import pytest
from django.test import Client

from gremienwerk.audit.timeline import acts_about
from gremienwerk.committees.actions import appoint, delegate, end_membership, undo_act
from gremienwerk.committees.models import Membership, Role
from gremienwerk.committees.recorded import Difference, in_words, recorded_of
from gremienwerk.core.actor import Role as UserRole
from gremienwerk.core.errors import NotAllowed, UserFacingError
from gremienwerk.organisations.actions import register_person, rename_organisation
from gremienwerk.organisations.models import Organisation
from gremienwerk.privacy.actions import erase_person
from gremienwerk.publishing.projecting.projector import deviations
from tests.support.cast import SETUP, TODAY, City, clerk_of, make_city, make_committee
from tests.support.pages import sign_in

pytestmark = pytest.mark.django_db


def seat_of(city: City) -> Membership:
    committee = make_committee(city.body, "AG Sprache", visibility="public")
    return appoint(
        committee=committee, organisation=city.partner, role=Role.MEMBER, on=date(2020, 1, 1), by=SETUP
    )


def newest(record: Membership | Organisation) -> int:
    return recorded_of(record=record)[0].first.key


def test_a_seat_tells_field_by_field_in_german_who_when_and_why() -> None:
    city = make_city()
    seat, clerk = seat_of(city), clerk_of(city.body)
    end_membership(membership=seat, on=date(2026, 3, 1), by=clerk, why="Neue Satzung")

    last, first = in_words(acts=recorded_of(record=seat), sees_who=True, own_key="")

    assert (last.who, last.why) == ("Kim Clerk", "Neue Satzung")
    assert last.happened[0].differences == (Difference("gültig bis (ausschließlich)", "", "1. März 2026"),)
    assert Difference("Organisation", "", "Hilfswerk Musterstadt e. V.") in first.happened[0].differences
    assert Difference("Gremium", "", "AG Sprache") in first.happened[0].differences
    hidden = in_words(acts=recorded_of(record=seat), sees_who=False, own_key="1")
    assert [one.who for one in hidden] == ["Sie", ""]


def test_a_rhythm_is_told_as_it_was_typed() -> None:
    city = make_city()
    committee = make_committee(city.body, "Runde", rhythm_text="jeden 2. Dienstag im Monat")

    (founded,) = in_words(acts=recorded_of(record=committee), sees_who=True, own_key="")

    told = {one.label: one.after for happened in founded.happened for one in happened.differences}
    assert told["Turnus"] == "jeden 2. Dienstag im Monat"
    assert "Turnus, gelesen" not in told


def test_the_last_act_is_taken_back_and_what_others_rest_on_is_not() -> None:
    city = make_city()
    seat, clerk = seat_of(city), clerk_of(city.body)
    founded = newest(seat)
    end_membership(membership=seat, on=date(2026, 3, 1), by=clerk)
    with pytest.raises(UserFacingError, match="zuerst die neuere"):
        undo_act(body=city.body.pk, key=founded, by=clerk)
    with pytest.raises(NotAllowed):
        undo_act(body=city.body.pk, key=newest(seat), by=clerk_of(city.body, UserRole.AUDITOR))

    undo_act(body=city.body.pk, key=newest(seat), by=clerk, why="vertippt")

    seat.refresh_from_db()
    assert seat.valid_until is None
    assert recorded_of(record=seat)[0].first.why == "vertippt"
    assert deviations(body=city.body.pk) == []

    rename_organisation(organisation=city.partner, name="Hilfe", on=TODAY, by=clerk)
    undo_act(body=city.body.pk, key=newest(city.partner), by=clerk)
    city.partner.refresh_from_db()
    assert (city.partner.name, city.partner.former_names.count()) == ("Hilfswerk Musterstadt e. V.", 0)


def test_an_entry_on_which_others_rest_stays_and_an_untouched_one_goes() -> None:
    city = make_city()
    seat, clerk = seat_of(city), clerk_of(city.body)
    entered = newest(seat)
    person = register_person(body=city.body, given_name="Ayşe", family_name="Birnbaum", by=SETUP)
    filled = delegate(membership=seat, person=person, on=date(2020, 1, 1), by=SETUP)
    with pytest.raises(UserFacingError, match=r"beruht inzwischen anderes \(Entsendung\)"):
        undo_act(body=city.body.pk, key=entered, by=clerk)

    (act,) = acts_about(body=city.body.pk, objects=[("committees.representative", filled.pk)], limit=5)
    undo_act(body=city.body.pk, key=act.first.key, by=clerk)
    undo_act(body=city.body.pk, key=entered, by=clerk)

    assert not Membership.objects.exists()
    assert deviations(body=city.body.pk) == []


def test_the_page_shows_who_to_the_administration_only_and_nobody_who_was_erased(client: Client) -> None:
    city = make_city()
    seat = seat_of(city)
    person = register_person(body=city.body, given_name="Ayşe", family_name="Birnbaum", by=SETUP)
    delegate(membership=seat, person=person, on=date(2020, 1, 1), by=clerk_of(city.body))
    address = f"/desk/verlauf/gremium/{seat.committee.uid}/"

    sign_in(client, city.body, role=UserRole.ADMINISTRATOR)
    assert "Kim Clerk" in client.get(address).content.decode()
    assert "Ayşe Birnbaum" in client.get(address).content.decode()
    erase_person(person=person, on=TODAY, reason="Antrag", by=SETUP)
    assert "Birnbaum" not in client.get(address).content.decode()
    sign_in(client, city.body, email="editor@example.org")
    assert "Kim Clerk" not in client.get(address).content.decode()
