"""Texts of committees in other languages remember which German text they translate."""

from __future__ import annotations

import pytest
from django.db import IntegrityError, transaction

from gremienwerk.audit.change import change
from gremienwerk.committees.actions import describe_committee, translate_committee
from gremienwerk.committees.models import CommitteeText
from gremienwerk.core.actor import Role
from gremienwerk.core.errors import UserFacingError
from gremienwerk.organisations.rules import NotAllowed
from tests.support.cast import SETUP, clerk_of, make_city, make_committee

pytestmark = pytest.mark.django_db
GOAL = CommitteeText.Field.GOAL


def test_a_translation_is_outdated_once_the_german_text_has_changed() -> None:
    city = make_city()
    committee = make_committee(city.body, "Runder Tisch", goal="Alle kommen gut an.")

    text = translate_committee(
        committee=committee, language="en", field=GOAL, text="Everybody arrives well.", by=SETUP
    )
    assert not text.is_outdated(source=committee.goal)
    describe_committee(committee=committee, goal="Alle kommen gut an und bleiben.", by=SETUP)

    assert text.is_outdated(source=committee.goal)


def test_translating_again_replaces_the_text_and_is_up_to_date() -> None:
    city = make_city()
    committee = make_committee(city.body, "Runder Tisch", goal="Alle kommen gut an.")
    translate_committee(committee=committee, language="tr", field=GOAL, text="Eski", by=SETUP)
    describe_committee(committee=committee, goal="Neu", by=SETUP)

    translate_committee(committee=committee, language="tr", field=GOAL, text="Yeni", by=SETUP)

    text = CommitteeText.objects.get(committee=committee)
    assert (text.text, text.is_outdated(source="Neu")) == ("Yeni", False)


@pytest.mark.parametrize(
    ("language", "field", "text", "message"),
    [
        ("de", GOAL, "Deutsch", "nicht übersetzt"),
        ("xx", GOAL, "?", "nicht übersetzt"),
        ("en", CommitteeText.Field.OCCASION, "None", "keinen deutschen Text"),
        ("en", GOAL, " ", "Übersetzung eintragen"),
    ],
)
def test_what_is_no_translation_is_refused(
    language: str, field: CommitteeText.Field, text: str, message: str
) -> None:
    city = make_city()
    committee = make_committee(city.body, "Runder Tisch", goal="Alle kommen gut an.")

    with pytest.raises(UserFacingError, match=message):
        translate_committee(committee=committee, language=language, field=field, text=text, by=SETUP)
    assert not CommitteeText.objects.exists()


def test_a_reader_translates_nothing() -> None:
    city = make_city()
    committee = make_committee(city.body, "Runder Tisch", goal="Alle kommen gut an.")

    with pytest.raises(NotAllowed):
        translate_committee(
            committee=committee, language="en", field=GOAL, text="x", by=clerk_of(city.body, Role.AUDITOR)
        )


@pytest.mark.parametrize("values", [{"language": "de"}, {"text": ""}, {"language": "en"}], ids=str)
def test_the_database_refuses_doubles_empty_texts_and_german(values: dict[str, str]) -> None:
    city = make_city()
    committee = make_committee(city.body, "Runder Tisch", goal="Alle kommen gut an.")
    translate_committee(committee=committee, language="en", field=GOAL, text="x", by=SETUP)
    french = translate_committee(committee=committee, language="fr", field=GOAL, text="x", by=SETUP)

    with pytest.raises(IntegrityError), change(by=SETUP, body=city.body.pk), transaction.atomic():
        CommitteeText.objects.filter(pk=french.pk).update(**values)
