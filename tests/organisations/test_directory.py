"""Entries of the directory: what may leave, how long they are shown, what their translations translate."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from django.core.management import call_command

from gremienwerk.core.errors import UserFacingError
from gremienwerk.organisations.actions import (
    confirm_profile,
    consent_to_field,
    describe_profile,
    publish_profile,
    set_up_offers,
    settle_directory,
    translate_profile,
    withdraw_field_consent,
)
from gremienwerk.organisations.freshness import Deadlines, Freshness, freshness_days
from gremienwerk.organisations.models import DirectoryProfile, DirectorySettings, Offer, ProfileText
from gremienwerk.organisations.queries import deadlines_of, directory_on
from gremienwerk.organisations.rules import NotAllowed
from gremienwerk.organisations.translations import text_hash
from gremienwerk.organisations.vocabulary import OFFERS
from tests.support.cast import SETUP, City, clerk_of, make_body, make_city, make_organisation

pytestmark = pytest.mark.django_db
START, DAY = date(2023, 1, 1), date(2024, 1, 1)


@pytest.fixture
def city() -> City:
    return make_city()


@pytest.fixture
def profile(city: City) -> DirectoryProfile:
    organisation = make_organisation(city.body, "Verein", "mso", street="Weg 1", city="Musterstadt")
    return publish_profile(
        organisation=organisation, published_from=START, by=SETUP, email="a@b.example", phone="0221 1",
        description="Wir treffen uns.",
    )  # fmt: skip


def released(profile: DirectoryProfile, on: date = DAY) -> tuple[str, str, str]:
    (entry,) = directory_on(body=profile.body_id, on=on)
    return entry.email, entry.phone, entry.address


def test_a_field_leaves_only_with_a_consent_of_its_own(profile: DirectoryProfile) -> None:
    assert released(profile) == ("", "", "")
    consent_to_field(profile=profile, field="email", given_on=START, by=SETUP)
    assert released(profile) == ("a@b.example", "", "")
    consent_to_field(profile=profile, field="phone", given_on=START, by=SETUP)
    consent_to_field(profile=profile, field="address", given_on=START, by=SETUP)
    assert released(profile) == ("a@b.example", "0221 1", "Weg 1, Musterstadt")
    describe_profile(profile=profile, district_only=True, by=SETUP)
    assert released(profile) == ("a@b.example", "0221 1", "")


def test_a_consent_begins_on_its_day_and_once_withdrawn_is_gone_for_every_day(
    profile: DirectoryProfile,
) -> None:
    consent = consent_to_field(profile=profile, field="email", given_on=DAY, by=SETUP)
    assert released(profile, DAY - timedelta(days=1))[0] == ""
    assert released(profile)[0] == "a@b.example"
    withdraw_field_consent(consent=consent, on=date(2025, 6, 1), by=SETUP)
    assert released(profile)[0] == ""
    consent_to_field(profile=profile, field="email", given_on=DAY, by=SETUP)
    assert released(profile)[0] == "a@b.example"


@pytest.mark.parametrize("field", ["email", "description", "", "uid"])
def test_a_consent_is_for_one_field_and_given_once(profile: DirectoryProfile, field: str) -> None:
    consent_to_field(profile=profile, field="email", given_on=START, by=SETUP)
    with pytest.raises(UserFacingError, match=r"Einwilligung"):
        consent_to_field(profile=profile, field=field, given_on=START, by=SETUP)


def test_translations_remember_what_they_translate(profile: DirectoryProfile) -> None:
    def translate(text: str) -> ProfileText:
        return translate_profile(profile=profile, language="tr", field="description", text=text, by=SETUP)

    first = translate("Buluşuyoruz.")
    assert first.source_hash == text_hash("Wir treffen uns.")
    describe_profile(profile=profile, description="Wir treffen uns oft.", by=SETUP)
    assert first.source_hash != text_hash(profile.description)
    second = translate("Sık sık buluşuyoruz.")
    assert (second.pk, second.source_hash) == (first.pk, text_hash("Wir treffen uns oft."))


def test_line_ends_and_outer_spaces_do_not_make_a_translation_old() -> None:
    assert text_hash(" Eins\r\nzwei\n") == text_hash("Eins\nzwei")
    assert text_hash("Eins zwei") != text_hash("Eins\nzwei")


@pytest.mark.parametrize(
    ("language", "field", "text"),
    [
        ("de", "description", "Text"),
        ("xx", "description", "Text"),
        ("tr", "email", "Text"),
        ("tr", "offers", "Text"),
        ("tr", "description", "  "),
    ],
)
def test_only_what_is_there_is_translated_into_languages_of_the_pages(
    profile: DirectoryProfile, language: str, field: str, text: str
) -> None:
    with pytest.raises(UserFacingError):
        translate_profile(profile=profile, language=language, field=field, text=text, by=SETUP)


@pytest.mark.parametrize(
    ("confirmed", "age", "state"),
    [
        (DAY, 0, Freshness.CURRENT),
        (DAY, 364, Freshness.CURRENT),
        (DAY, 365, Freshness.MARKED),
        (DAY, 1094, Freshness.MARKED),
        (DAY, 1095, Freshness.HIDDEN),
        (None, 0, Freshness.MARKED),
        (None, 1095, Freshness.HIDDEN),
    ],
)
def test_an_entry_is_marked_then_hidden(confirmed: date | None, age: int, state: Freshness) -> None:
    days = freshness_days(confirmed_on=confirmed, published_from=DAY, deadlines=Deadlines())
    assert days.on(DAY + timedelta(days=age)) is state


def test_an_entry_without_any_date_has_no_age() -> None:
    days = freshness_days(confirmed_on=None, published_from=None, deadlines=Deadlines())
    assert days.on(DAY) is Freshness.CURRENT


def test_each_body_has_its_own_deadlines(city: City) -> None:
    other = make_body(key="05999002")
    settle_directory(body=city.body, mark_after_days=30, hide_after_days=60, by=SETUP)
    settle_directory(body=city.body, hide_after_days=90, by=SETUP)
    assert deadlines_of(body=city.body.pk) == Deadlines(30, 90)
    assert deadlines_of(body=other.pk) == Deadlines()
    assert DirectorySettings.objects.count() == 1


@pytest.mark.parametrize(
    "chosen",
    [
        {"mark_after_days": 10, "hide_after_days": 10},
        {"mark_after_days": 0},
        {"tile_url": "https://kacheln.example/karte.png"},
        {"tile_url": "javascript:alert(1)/{z}/{x}/{y}"},
        {"tile_url": "https://a.example; script-src *//{z}/{x}/{y}"},
        {"embedding_hosts": ["*"]},
        {"embedding_hosts": ["https://*.example"]},
        {"embedding_hosts": ["stadt.example"]},
        {"embedding_hosts": ["https://stadt.example/pfad"]},
        {"embedding_hosts": ["https://stadt.example 'unsafe-inline'"]},
        {"embedding_hosts": ["https://["]},
        {"embedding_hosts": ["https://"]},
    ],
)
def test_settings_that_would_open_more_than_meant_are_refused(city: City, chosen: dict[str, Any]) -> None:
    with pytest.raises(UserFacingError):
        settle_directory(body=city.body, by=SETUP, **chosen)
    assert not DirectorySettings.objects.exists()


def test_the_usual_offers_come_once(city: City) -> None:
    assert len(set_up_offers(body=city.body, by=SETUP)) == len(OFFERS)
    assert set_up_offers(body=city.body, by=SETUP) == []
    assert Offer.objects.filter(body=city.body).count() == len(OFFERS)


@pytest.mark.parametrize("fields", [{"target_groups": ["robots"]}, {"links": ["javascript:alert(1)"]}])
def test_unknown_groups_and_odd_links_are_refused(city: City, fields: dict[str, Any]) -> None:
    with pytest.raises(UserFacingError):
        publish_profile(organisation=city.partner, published_from=DAY, by=SETUP, **fields)
    assert not DirectoryProfile.objects.exists()


def test_a_stranger_changes_nothing(profile: DirectoryProfile) -> None:
    stranger = clerk_of(make_body(key="05999003"))
    with pytest.raises(NotAllowed):
        confirm_profile(profile=profile, on=DAY, by=stranger)
    with pytest.raises(NotAllowed):
        consent_to_field(profile=profile, field="email", given_on=DAY, by=stranger)
    with pytest.raises(NotAllowed):
        translate_profile(profile=profile, language="tr", field="description", text="x", by=stranger)
    profile.refresh_from_db()
    assert profile.confirmed_on is None


def test_the_command_settles_and_says_what_holds(city: City, capsys: pytest.CaptureFixture[str]) -> None:
    call_command("directory", "settle", "--mark-after", "180", "--embed", "https://stadt.example")
    row = DirectorySettings.objects.get()
    assert (row.mark_after_days, row.hide_after_days) == (180, 1095)
    assert row.embedding_hosts == ["https://stadt.example"]
    call_command("directory", "settle", "--embed")
    assert "Einbetten darf: niemand." in capsys.readouterr().out
    assert DirectorySettings.objects.get().embedding_hosts == []
