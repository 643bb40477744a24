"""The directory of migrant self-organisations as published on a day."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple
from uuid import UUID

from django.db.models import Q

from gremienwerk.core.dates import Certainty
from gremienwerk.core.german import sort_key
from gremienwerk.organisations.models import DirectoryProfile, Organisation
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
    entries = [
        _entry(profile, facts[profile.organisation_id].name, topics.get(profile.organisation_id, []))
        for profile in profiles
        if facts[profile.organisation_id].exists(on=on) is not Certainty.NO
    ]
    return sorted(entries, key=lambda entry: sort_key(entry.name))


def _entry(profile: DirectoryProfile, name: str, topics: list[str]) -> DirectoryEntry:
    organisation = profile.organisation
    place = " ".join(part for part in (organisation.postcode, organisation.city) if part)
    address = (
        "" if profile.district_only else ", ".join(part for part in (organisation.street, place) if part)
    )
    return DirectoryEntry(
        id=organisation.pk,
        uid=organisation.uid,
        name=name,
        description=profile.description,
        offers=profile.offers,
        email=profile.email,
        phone=profile.phone,
        website=organisation.website,
        address=address,
        district=organisation.district,
        languages=tuple(organisation.languages),
        topics=tuple(sorted(topics, key=sort_key)),
        confirmed_on=profile.confirmed_on,
    )
