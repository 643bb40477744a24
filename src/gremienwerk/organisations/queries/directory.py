"""The directory of migrant self-organisations as published on a day, each field only as consented."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple
from uuid import UUID

from django.db.models import Q

from gremienwerk.core.dates import Certainty
from gremienwerk.core.german import sort_key
from gremienwerk.organisations.freshness import Deadlines
from gremienwerk.organisations.models import (
    DirectoryProfile,
    DirectorySettings,
    Organisation,
    ProfileConsent,
)
from gremienwerk.organisations.queries.facts import organisations_on


class DirectoryEntry(NamedTuple):
    """A published entry; contact and address as the organisation released them."""

    id: int
    uid: UUID
    name: str
    description: str
    offers: str
    email: str
    phone: str
    website: str
    address: str
    district: str
    languages: tuple[str, ...]
    topics: tuple[str, ...]
    confirmed_on: date | None


def directory_on(*, body: int, on: date) -> list[DirectoryEntry]:
    """Entries of existing migrant self-organisations published on the day, in German order."""
    profiles = (
        DirectoryProfile.objects.filter(
            Q(published_until__isnull=True) | Q(published_until__gt=on),
            body=body,
            published_from__lte=on,
            organisation__kinds__is_migrant_organisation=True,
        )
        .select_related("organisation")
        .distinct()
    )
    topics: dict[int, list[str]] = {}
    through = Organisation.topics.through.objects.filter(organisation__body=body)
    for organisation, topic in through.values_list("organisation_id", "topic__name"):
        topics.setdefault(organisation, []).append(topic)
    facts = organisations_on(body=body, on=on)
    consents = consents_on(body=body, on=on)
    entries = [
        _entry(
            profile,
            facts[profile.organisation_id].name,
            topics.get(profile.organisation_id, []),
            consents.get(profile.pk, frozenset()),
        )
        for profile in profiles
        if facts[profile.organisation_id].exists(on=on) is not Certainty.NO
    ]
    return sorted(entries, key=lambda entry: sort_key(entry.name))


def consents_on(*, body: int, on: date) -> dict[int, frozenset[str]]:
    """Fields that may leave, by primary key of the profile: consented by the day and never withdrawn since."""
    found: dict[int, set[str]] = {}
    rows = ProfileConsent.objects.filter(body=body, given_on__lte=on, withdrawn_on=None)
    for profile, field in rows.values_list("profile_id", "field"):
        found.setdefault(profile, set()).add(field)
    return {profile: frozenset(fields) for profile, fields in found.items()}


def deadlines_of(*, body: int) -> Deadlines:
    """The body's deadlines for confirmations, the usual ones where it has settled none."""
    row = (
        DirectorySettings.objects.filter(body=body).values_list("mark_after_days", "hide_after_days").first()
    )
    return Deadlines(*row) if row else Deadlines()


def _entry(
    profile: DirectoryProfile, name: str, topics: list[str], consents: frozenset[str]
) -> DirectoryEntry:
    organisation = profile.organisation
    place = " ".join(part for part in (organisation.postcode, organisation.city) if part)
    address = ", ".join(part for part in (organisation.street, place) if part)
    if profile.district_only or ProfileConsent.Field.ADDRESS not in consents:
        address = ""
    return DirectoryEntry(
        id=organisation.pk,
        uid=organisation.uid,
        name=name,
        description=profile.description,
        offers=profile.offers,
        email=profile.email if ProfileConsent.Field.EMAIL in consents else "",
        phone=profile.phone if ProfileConsent.Field.PHONE in consents else "",
        website=organisation.website,
        address=address,
        district=organisation.district,
        languages=tuple(organisation.languages),
        topics=tuple(sorted(topics, key=sort_key)),
        confirmed_on=profile.confirmed_on,
    )
