"""A small directory for tests: an open entry, one of which only the district is known, and secrets beside them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from django.utils import timezone

from gremienwerk.bodies.actions import add_topic
from gremienwerk.bodies.models import Body
from gremienwerk.organisations.actions import (
    add_alias,
    add_district,
    consent_to_field,
    publish_profile,
    set_up_offers,
    settle_directory,
    translate_profile,
    withdraw_field_consent,
)
from gremienwerk.organisations.models import DirectoryProfile, Offer
from tests.support.cast import SETUP, make_body, make_organisation

#: Whatever of this stands on a page has leaked.
SECRETS = (
    "geheim@hohenrain.example", "0221 0000-111", "Geheimweg 7", "51.23456", "7.23456", "Unveröffentlicht", "Abgelaufen",
    "Verborgen", "widerrufen@altstadt.example", "0221 0000-222",
)  # fmt: skip
HOHENRAIN = ((7.14, 51.20), (7.18, 51.20), (7.18, 51.22), (7.14, 51.22), (7.14, 51.20))
ALTSTADT = ((7.10, 51.18), (7.14, 51.18), (7.14, 51.20), (7.10, 51.20), (7.10, 51.18))


@dataclass
class Directory:
    """The body, and the entries of it that are to be seen."""

    body: Body
    eritrea: DirectoryProfile
    syria: DirectoryProfile
    today: date

    @property
    def address(self) -> str:
        """The list on the web, in German."""
        return "/de/migrantenorganisationen/"

    def entry(self, profile: DirectoryProfile, language: str = "de") -> str:
        """An entry's own page."""
        return f"/{language}/migrantenorganisationen/{profile.organisation.uid}/"


def make_directory(*, body: Body | None = None) -> Directory:
    """A Tigrinya-speaking association in one district and an Arabic-speaking one in another, freshly confirmed."""
    body, today = body or make_body(), timezone.localdate()
    since = today - timedelta(days=400)
    set_up_offers(body=body, by=SETUP)
    culture = add_topic(body=body, name="Kultur", key="kultur", by=SETUP)
    offers = {offer.key: offer for offer in Offer.objects.filter(body=body)}
    add_district(body=body, name="Hohenrain", latitude=51.21, longitude=7.16, outline=HOHENRAIN, by=SETUP)
    add_district(body=body, name="Altstadt", latitude=51.19, longitude=7.12, outline=ALTSTADT, by=SETUP)
    settle_directory(body=body, embedding_hosts=["https://stadt.example"], by=SETUP)
    eritrean = make_organisation(
        body, "Eritreische Gemeinschaft e. V.", "mso", "association", street="Geheimweg 7", postcode="42998",
        city="Musterstadt", district="Hohenrain", languages=["Tigrinya", "Arabisch", "Deutsch"], topics=[culture],
    )  # fmt: skip
    add_alias(organisation=eritrean, name="ማሕበረሰብ ኤርትራ", by=SETUP)
    eritrea = publish_profile(
        organisation=eritrean, published_from=since, confirmed_on=today - timedelta(days=10), by=SETUP,
        description="Eine der ältesten Gemeinschaften der Stadt.", offers="Beratung; Jugendtreff",
        email="geheim@hohenrain.example", phone="0221 0000-111", district_only=True, latitude=51.23456,
        longitude=7.23456, contact_function="Büro des Vereins", opening_times="freitags 17 bis 20 Uhr",
        offer_tags=[offers["beratung"], offers["jugend"]], target_groups=["families"], accessibility="full",
    )  # fmt: skip
    consent_to_field(profile=eritrea, field="address", given_on=since, by=SETUP)
    for language, field, text in (
        ("ar", "description", "من أقدم الجاليات في المدينة."),
        ("en", "description", "One of the oldest communities in the city."),
    ):
        translate_profile(profile=eritrea, language=language, field=field, text=text, by=SETUP)
    syrian = make_organisation(
        body, "Syrischer Verein", "mso", street="Kornmarkt 1", postcode="42997", city="Musterstadt",
        district="Altstadt", languages=["Arabisch", "Deutsch"], website="https://verein.example",
    )  # fmt: skip
    syria = publish_profile(
        organisation=syrian, published_from=since, confirmed_on=today - timedelta(days=500), by=SETUP,
        description="Verein von Menschen aus Syrien.", email="widerrufen@altstadt.example",
        phone="0221 4710-364", latitude=51.191, longitude=7.121,
    )  # fmt: skip
    for field in ("email", "phone", "address"):
        consent = consent_to_field(profile=syria, field=field, given_on=since, by=SETUP)
        if field == "email":
            withdraw_field_consent(consent=consent, on=today, by=SETUP)
    _add_secrets(body, today)
    return Directory(body, eritrea, syria, today)


def _add_secrets(body: Body, today: date) -> None:
    """Entries that are not published, no longer, or hidden because nobody has confirmed them."""
    long_ago = today - timedelta(days=2000)
    periods = {
        "Unveröffentlicht": (None, None, today),
        "Abgelaufen": (long_ago, today, today),
        "Verborgen": (long_ago, None, long_ago),
    }
    for name, (first, last, confirmed) in periods.items():
        publish_profile(
            organisation=make_organisation(body, f"{name} e. V.", "mso", languages=["Tigrinya"]),
            published_from=first, published_until=last, confirmed_on=confirmed, by=SETUP,
            description=f"{name}.", phone="0221 0000-222",
        )  # fmt: skip
