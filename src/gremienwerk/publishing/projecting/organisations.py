"""Public organisations of the register's."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from datetime import date
from typing import Any, NamedTuple

from gremienwerk.committees.models import Initiator, Membership
from gremienwerk.core.columns import stored_vague_date
from gremienwerk.core.dates import Certainty, VagueDate
from gremienwerk.organisations.models import (
    ContactPoint,
    DirectoryProfile,
    Organisation,
    OrganisationName,
    Placement,
    ProfileConsent,
)
from gremienwerk.publishing import gate
from gremienwerk.publishing.projecting.projected import (
    FacetValue,
    Projected,
    ends,
    folded_words,
    iso,
    spans,
    title_spans,
    turning_days,
    vague_plain,
)
from gremienwerk.publishing.records import Term
from gremienwerk.publishing.search_sources import organisation_sources

_COLUMNS = (
    "id", "uid", "name", "short_name", "is_administration", "founded_earliest", "founded_latest", "founded_precision",
    "dissolved_earliest", "dissolved_latest", "dissolved_precision", "street", "postcode", "city", "district",
    "website", "languages", "confirmed_on",
)  # fmt: skip
_KIND = ("key", "name", "plural", "is_migrant_organisation", "sector", "position")


class Around(NamedTuple):
    """What belongs to organisations, by their primary keys."""

    units: frozenset[int]
    names: dict[int, list[tuple[Any, ...]]]
    kinds: dict[int, list[Term]]
    topics: dict[int, list[tuple[str, str]]]
    contacts: dict[int, list[tuple[str, str, str]]]
    profiles: dict[int, tuple[bool, date | None]]


def project_organisations(*, body: int, keys: Collection[int] | None) -> list[Projected]:
    """The public ones among organisations, as the public may know them; a constant number of queries.

    Args:
        body: primary key of the body.
        keys: only these primary keys; all of the body if None.
    """
    units = administrative_units(body=body)
    public = public_keys(body=body, keys=keys, units=units)
    rows = Organisation.objects.filter(body=body, pk__in=public)
    around = _around(public, units)
    return [
        _project(body, dict(zip(_COLUMNS, row, strict=True)), around) for row in rows.values_list(*_COLUMNS)
    ]


def administrative_units(*, body: int) -> frozenset[int]:
    """Primary keys of all that ever stood below the root of the administration, and the root; two queries."""
    below: dict[int, list[int]] = defaultdict(list)
    for child, parent in Placement.objects.filter(body=body).values_list("organisation_id", "parent_id"):
        below[parent].append(child)
    roots = Organisation.objects.filter(body=body, is_administration=True).values_list("pk", flat=True)
    found: set[int] = set()
    waiting = list(roots)
    while waiting:
        unit = waiting.pop()
        if unit not in found:
            found.add(unit)
            waiting.extend(below[unit])
    return frozenset(found)


def public_keys(*, body: int, keys: Collection[int] | None, units: Collection[int]) -> set[int]:
    """Which organisations are public (``gate``); three queries."""
    seated = Membership.objects.filter(
        body=body, committee__visibility=gate.PUBLIC_VISIBILITY, organisation__isnull=False
    )
    initiated = Initiator.objects.filter(
        body=body, committee__visibility=gate.PUBLIC_VISIBILITY, organisation__isnull=False
    )
    listed = DirectoryProfile.objects.filter(body=body, published_from__isnull=False)
    if keys is not None:
        wanted = list(keys)
        seated = seated.filter(organisation__in=wanted)
        initiated, listed = initiated.filter(organisation__in=wanted), listed.filter(organisation__in=wanted)
    found: set[int] = set(units) if keys is None else set(units) & set(keys)
    for rows in (seated, initiated, listed):
        found.update(rows.order_by().values_list("organisation_id", flat=True).distinct())
    return found


def _around(keys: Collection[int], units: frozenset[int]) -> Around:
    def grouped(rows: Iterable[tuple[Any, ...]]) -> dict[int, list[Any]]:
        found: dict[int, list[Any]] = defaultdict(list)
        for key, *rest in rows:
            found[key].append(tuple(rest))
        return found

    names = OrganisationName.objects.filter(organisation__in=keys).order_by("valid_from", "id")
    topics = Organisation.topics.through.objects.filter(organisation__in=keys).order_by("topic__key")
    contacts = ContactPoint.objects.filter(organisation__in=keys, is_personal=False).order_by("id")
    return Around(
        units=units,
        names=grouped(
            names.values_list(
                "organisation_id", "name", "short_name", "valid_from", "valid_until", "is_alias"
            )
        ),
        kinds=_kinds(keys),
        topics=grouped(topics.values_list("organisation_id", "topic__key", "topic__name")),
        contacts=grouped(contacts.values_list("organisation_id", "function", "email", "phone")),
        profiles=_address_consents(keys),
    )


def _kinds(keys: Collection[int]) -> dict[int, list[Term]]:
    rows = Organisation.kinds.through.objects.filter(organisation__in=keys).order_by(
        "organisationkind__position", "organisationkind__key"
    )
    found: dict[int, list[Term]] = defaultdict(list)
    for organisation, *kind in rows.values_list(
        "organisation_id", *(f"organisationkind__{column}" for column in _KIND)
    ):
        found[organisation].append(Term(**dict(zip(_KIND, kind, strict=True))))
    return found


def _address_consents(keys: Collection[int]) -> dict[int, tuple[bool, date | None]]:
    """For organisations with an entry: whether their address may be told, and from which day on."""
    found: dict[int, tuple[bool, date | None]] = dict.fromkeys(
        DirectoryProfile.objects.filter(organisation__in=keys).values_list("organisation_id", flat=True),
        (False, None),
    )
    consents = ProfileConsent.objects.filter(
        profile__organisation__in=keys,
        profile__district_only=False,
        field=ProfileConsent.Field.ADDRESS,
        withdrawn_on__isnull=True,
    )
    for key, given in consents.values_list("profile__organisation_id", "given_on"):
        found[key] = (True, given)
    return found


def _project(body: int, value: dict[str, Any], around: Around) -> Projected:
    key = value["id"]
    names, kinds, topics = around.names.get(key, []), around.kinds.get(key, []), around.topics.get(key, [])
    founded, dissolved = (
        stored_vague_date(value[f"{n}_earliest"], value[f"{n}_latest"], value[f"{n}_precision"])
        for n in ("founded", "dissolved")
    )
    titles = title_spans(
        (value["name"], value["short_name"]), [(*row[:2], *row[2:4]) for row in names if not row[4]]
    )
    facets = (*_facets(value, around), *_existence(founded, dissolved))
    content = _content(value, around, founded, dissolved)
    opened = {content["address_from"]} - {None}
    return Projected(
        noun="organisation",
        source_key=key,
        uid=value["uid"],
        title=value["name"],
        short_title=value["short_name"],
        kinds=tuple(kinds),
        content=content,
        folded=folded_words(
            value["name"],
            value["short_name"],
            *(part for row in names for part in row[:2]),
            value["district"],
            *(kind.name for kind in kinds),
            *(name for _, name in topics),
        ),
        titles=titles,
        facets=facets,
        turns=frozenset(ends(titles) | ends(facets) | {date.fromisoformat(day) for day in opened}),
        search=organisation_sources(
            body=body,
            uid=value["uid"],
            title=value["name"],
            short_title=value["short_name"],
            content=content,
            keywords=(*(kind.name for kind in kinds), *(name for _, name in topics)),
        ),
    )


def _existence(founded: VagueDate | None, dissolved: VagueDate | None) -> list[FacetValue]:
    def on(day: date) -> Certainty:
        begun = founded.passed(on=day) if founded else Certainty.YES
        over = dissolved.passed(on=day) if dissolved else Certainty.NO
        if begun is Certainty.NO or over is Certainty.YES:
            return Certainty.NO
        return Certainty.UNCERTAIN if Certainty.UNCERTAIN in (begun, over) else Certainty.YES

    return [
        FacetValue("existence", value.value, start, end)
        for value, start, end in spans(turning_days(founded, dissolved), on)
        if value is not Certainty.NO
    ]


def _facets(value: dict[str, Any], around: Around) -> list[FacetValue]:
    key = value["id"]
    kinds = around.kinds.get(key, [])
    found = [FacetValue("kind", kind.key) for kind in kinds]
    found += [FacetValue("sector", sector) for sector in sorted({kind.sector for kind in kinds})]
    found += [FacetValue("topic", topic) for topic, _ in around.topics.get(key, ())]
    if any(kind.is_migrant_organisation for kind in kinds):
        found.append(FacetValue("migrants", "yes"))
    if key in around.units:
        found.append(FacetValue("unit", "yes"))
    if value["district"]:
        found.append(FacetValue("district", value["district"]))
    return found


def _content(
    value: dict[str, Any], around: Around, founded: VagueDate | None, dissolved: VagueDate | None
) -> dict[str, Any]:
    key = value["id"]
    is_migrants = any(kind.is_migrant_organisation for kind in around.kinds.get(key, ()))
    # An association may be run from somebody's home: without a word of its own only the district is told.
    has_address, opened = around.profiles.get(key, (not is_migrants, None))
    return {
        "is_administration": value["is_administration"],
        "is_unit": key in around.units,
        "founded": vague_plain(founded),
        "dissolved": vague_plain(dissolved),
        "has_address": has_address,
        "address_from": iso(opened),
        "street": value["street"] if has_address else "",
        "postcode": value["postcode"] if has_address else "",
        "city": value["city"],
        "district": value["district"],
        "website": value["website"],
        "languages": list(value["languages"]),
        "topics": [topic for topic, _ in around.topics.get(key, ())],
        "contacts": [list(contact) for contact in around.contacts.get(key, ())],
        "confirmed_on": iso(value["confirmed_on"]),
        "other_names": [
            [name, short, iso(start), iso(end), is_alias]
            for name, short, start, end, is_alias in around.names.get(key, ())
        ],
    }
