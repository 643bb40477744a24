"""Public entries of the directory."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from datetime import date
from typing import Any, NamedTuple

from gremienwerk.core.columns import stored_vague_date
from gremienwerk.core.spoken_languages import grouped
from gremienwerk.organisations.freshness import Deadlines, freshness_days
from gremienwerk.organisations.models import (
    DirectoryProfile,
    DirectorySettings,
    District,
    Organisation,
    OrganisationName,
    ProfileConsent,
    ProfileText,
)
from gremienwerk.organisations.translations import text_hash
from gremienwerk.publishing.projecting.projected import (
    FacetValue,
    Projected,
    TitleSpan,
    folded_words,
    iso,
)
from gremienwerk.publishing.search_sources import profile_sources

_PLAIN = (
    "description", "offers", "opening_times", "accessibility", "accessibility_note", "contact_function",
)  # fmt: skip
_Consents = dict[int, dict[str, date]]


class Around(NamedTuple):
    """What belongs to entries: by their primary keys, topics and names by the organisation's."""

    consents: _Consents
    offers: dict[int, list[tuple[str, str]]]
    texts: dict[int, list[tuple[str, str, str, str]]]
    topics: dict[int, list[tuple[str, str]]]
    names: dict[int, list[str]]
    aliases: dict[int, list[str]]
    middles: dict[str, list[float]]
    deadlines: Deadlines


def project_profiles(*, body: int, keys: Collection[int] | None) -> list[Projected]:
    """Entries of migrant self-organisations with a time of publication; a constant number of queries.

    Args:
        body: primary key of the body.
        keys: only these primary keys; all of the body if None.
    """
    rows = DirectoryProfile.objects.filter(
        body=body, published_from__isnull=False, organisation__kinds__is_migrant_organisation=True
    )
    if keys is not None:
        rows = rows.filter(pk__in=keys)
    found = list(rows.select_related("organisation").distinct())
    around = _around(body, found)
    return [_project(profile, around) for profile in found]


def _around(body: int, found: list[DirectoryProfile]) -> Around:
    keys = [profile.pk for profile in found]
    organisations = [profile.organisation_id for profile in found]
    consents: _Consents = defaultdict(dict)
    given = ProfileConsent.objects.filter(profile__in=keys, withdrawn_on__isnull=True)
    for profile, field, day in given.values_list("profile_id", "field", "given_on"):
        consents[profile][field] = day
    tags = DirectoryProfile.offer_tags.through.objects.filter(directoryprofile__in=keys)
    translated = ProfileText.objects.filter(profile__in=keys).order_by("language", "field")
    topics = Organisation.topics.through.objects.filter(organisation__in=organisations)
    days = (
        DirectorySettings.objects.filter(body=body).values_list("mark_after_days", "hide_after_days").first()
    )
    names, aliases = _names(organisations)
    return Around(
        consents,
        offers=_grouped(
            tags.order_by("offer__position", "offer__key").values_list(
                "directoryprofile_id", "offer__key", "offer__name"
            )
        ),
        texts=_grouped(translated.values_list("profile_id", "language", "field", "text", "source_hash")),
        topics=_grouped(
            topics.order_by("topic__key").values_list("organisation_id", "topic__key", "topic__name")
        ),
        names=names,
        aliases=aliases,
        middles={
            name: [latitude, longitude]
            for name, latitude, longitude in District.objects.filter(body=body).values_list(
                "name", "latitude", "longitude"
            )
        },
        deadlines=Deadlines(*days) if days else Deadlines(),
    )


def _grouped(rows: Iterable[tuple[Any, ...]]) -> dict[int, list[Any]]:
    found: dict[int, list[Any]] = defaultdict(list)
    for key, *rest in rows:
        found[key].append(tuple(rest))
    return found


def _names(organisations: list[int]) -> tuple[dict[int, list[str]], dict[int, list[str]]]:
    """All other names of organisations, and those they are also known by."""
    names: dict[int, list[str]] = defaultdict(list)
    aliases: dict[int, list[str]] = defaultdict(list)
    rows = OrganisationName.objects.filter(organisation__in=organisations).order_by("pk")
    for organisation, is_alias, *name in rows.values_list(
        "organisation_id", "is_alias", "name", "short_name"
    ):
        names[organisation].extend(part for part in name if part)
        if is_alias:
            aliases[organisation].append(name[0])
    return names, aliases


def _project(profile: DirectoryProfile, around: Around) -> Projected:
    organisation = profile.organisation
    consented = _consented(profile, around.consents.get(profile.pk, {}))
    offers, topics = around.offers.get(profile.pk, []), around.topics.get(organisation.pk, [])
    content = _content(profile, around, consented)
    shown_from, shown_until = profile.published_from, _shown_until(profile, around.deadlines)
    marked = freshness_days(
        confirmed_on=profile.confirmed_on, published_from=shown_from, deadlines=around.deadlines
    ).marked_from
    turns = {shown_from, shown_until, marked, *(date.fromisoformat(day) for _, day in consented.values())}
    keywords = [*(name for _, name in topics), *(name for _, name in offers), organisation.district]
    translations = [text for _, _, text, _ in around.texts.get(profile.pk, ())]
    return Projected(
        noun="profile",
        source_key=profile.pk,
        uid=profile.uid,
        title=organisation.name,
        short_title=organisation.short_name,
        kinds=(),
        content=content,
        folded=folded_words(profile.description, profile.offers, *keywords, *translations),
        titles=(TitleSpan(organisation.name, organisation.short_name, None, None),),
        facets=tuple(_facets(profile, offers, topics)),
        turns=frozenset(day for day in turns if day is not None),
        search=profile_sources(
            body=profile.body_id,
            uid=profile.uid,
            title=organisation.name,
            short_title=organisation.short_name,
            content=content,
            keywords=tuple(word for word in keywords if word),
            other_names=tuple(around.names.get(organisation.pk, ())),
            shown_from=shown_from,
            shown_until=shown_until,
        ),
        shown_from=shown_from,
        shown_until=shown_until,
    )


def _consented(profile: DirectoryProfile, given: dict[str, date]) -> dict[str, list[Any]]:
    """Values that need a consent of their own, each with the day from which it holds."""
    organisation = profile.organisation
    found: dict[str, list[Any]] = {}
    for field, value in (("email", profile.email), ("phone", profile.phone)):
        if field in given and value:
            found[field] = [value, iso(given[field])]
    if "address" in given and not profile.district_only:
        since = iso(given["address"])
        if organisation.street:
            found |= {"street": [organisation.street, since], "postcode": [organisation.postcode, since]}
        if profile.latitude is not None:
            found["position"] = [[profile.latitude, profile.longitude], since]
    return found


def _shown_until(profile: DirectoryProfile, deadlines: Deadlines) -> date | None:
    """The first day on which it is no longer shown: its end, its organisation's, or too long without confirmation."""
    organisation = profile.organisation
    dissolved = stored_vague_date(
        organisation.dissolved_earliest, organisation.dissolved_latest, organisation.dissolved_precision
    )
    hidden = freshness_days(
        confirmed_on=profile.confirmed_on, published_from=profile.published_from, deadlines=deadlines
    ).hidden_from
    days = [profile.published_until, hidden, dissolved.latest if dissolved else None]
    return min((day for day in days if day is not None), default=None)


def _content(profile: DirectoryProfile, around: Around, consented: dict[str, list[Any]]) -> dict[str, Any]:
    organisation = profile.organisation
    return {name: getattr(profile, name) for name in _PLAIN} | {
        "offer_tags": [key for key, _ in around.offers.get(profile.pk, ())],
        "target_groups": list(profile.target_groups),
        "links": list(profile.links),
        "consented": consented,
        "district_middle": around.middles.get(organisation.district),
        "city": organisation.city,
        "district": organisation.district,
        "website": organisation.website,
        "languages": list(organisation.languages),
        "aliases": around.aliases.get(organisation.pk, []),
        "topics": [key for key, _ in around.topics.get(organisation.pk, ())],
        "confirmed_on": iso(profile.confirmed_on),
        "texts": [
            [language, field, text, source == text_hash(getattr(profile, field))]
            for language, field, text, source in around.texts.get(profile.pk, ())
        ],
    }


def _facets(
    profile: DirectoryProfile, offers: list[tuple[str, str]], topics: list[tuple[str, str]]
) -> list[FacetValue]:
    organisation = profile.organisation
    found = [FacetValue("offer", key) for key, _ in offers]
    found += [FacetValue("topic", key) for key, _ in topics]
    found += [FacetValue("language", key) for key in grouped(words=organisation.languages)]
    found += [FacetValue("target_group", group) for group in dict.fromkeys(profile.target_groups)]
    if organisation.district:
        found.append(FacetValue("district", organisation.district))
    if profile.accessibility:
        found.append(FacetValue("accessibility", profile.accessibility))
    return found
