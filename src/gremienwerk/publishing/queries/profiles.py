"""The public directory of migrant self-organisations."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Exists, FilteredRelation, OuterRef, Q, QuerySet

from gremienwerk.core.german import fold, sort_key
from gremienwerk.organisations.models import DirectorySettings, District
from gremienwerk.publishing.models import PublicFacet, PublicLink, PublicRecord
from gremienwerk.publishing.queries.facets import counted
from gremienwerk.publishing.queries.reading import (
    Scheme,
    Terms,
    cut,
    day,
    held,
    records,
    shown,
    some_terms,
    stored_terms,
    terms,
    topics_of,
)
from gremienwerk.publishing.records import (
    DirectoryTerms,
    DistrictRow,
    Listing,
    ProfileChoice,
    ProfileRow,
    ProfileText,
)

NOTHING_CHOSEN = ProfileChoice()
_FACETS = (
    ("topic", "topics"),
    ("language", "languages"),
    ("district", "districts"),
    ("offer", "offers"),
    ("target_group", "target_groups"),
)
_COLUMNS = (
    "line__target_id", "title_on__title", "title_on__short_title", "line__target__kinds", "content",
    "created_at", "modified_at",
)  # fmt: skip
_PLAIN = (
    "description", "offers", "opening_times", "accessibility", "accessibility_note", "contact_function", "website",
    "city", "district",
)  # fmt: skip


def profiles(
    *,
    body: int,
    on: date,
    today: date,
    choice: ProfileChoice = NOTHING_CHOSEN,
    page: int = 1,
    size: int = 0,
    with_facets: bool = True,
) -> Listing[ProfileRow]:
    """Entries of the directory that are shown and fit a choice, in German order; a constant number of queries.

    Args:
        body: primary key of the body.
        on: the day asked about; names are those of that day.
        today: the present day; an entry is shown only while its time of publication holds both days.
        choice: what the reader chose.
        page: which page, from 1.
        size: entries on a page; 0 gives all.
        with_facets: whether the options are counted too (topic, language, district, offer, target_group).
    """
    visible = _visible(body, on, today)
    rows = _chosen(visible, choice)
    at = cut(rows.count(), page=page, size=size)
    found = rows.order_by("title_on__sort_key", "uid").values_list(*_COLUMNS)[at.start : at.stop]
    known, settled = terms(body=body), directory_terms(body=body)
    listed = tuple(_row(row, known, settled.mark_after_days, on, today) for row in found)
    among = Q(record__in=visible.values("uid"))
    facets = counted(body=body, noun="profile", on=on, among=among) if with_facets else {}
    return Listing(listed, at.total, at.page, at.pages, facets)


def profile(*, body: int, organisation: UUID, on: date, today: date) -> ProfileRow | None:
    """The entry of an organisation, None while none is shown."""
    row = _visible(body, on, today).filter(line__target=organisation).values_list(*_COLUMNS).first()
    if row is None:
        return None
    return _row(row, terms(body=body), directory_terms(body=body).mark_after_days, on, today)


def directory_terms(*, body: int) -> DirectoryTerms:
    """What the body has settled for its directory, or the defaults; one query."""
    row = DirectorySettings.objects.filter(body=body).first() or DirectorySettings()
    return DirectoryTerms(
        row.tile_url,
        row.tile_attribution,
        tuple(row.embedding_hosts),
        row.mark_after_days,
        row.hide_after_days,
    )


def districts(*, body: int) -> tuple[DistrictRow, ...]:
    """The parts of the town on the map, in German order; one query."""
    rows = District.objects.filter(body=body).values_list("name", "latitude", "longitude", "outline")
    found = (
        DistrictRow(name, latitude, longitude, tuple((point[0], point[1]) for point in outline))
        for name, latitude, longitude, outline in rows
    )
    return tuple(sorted(found, key=lambda district: sort_key(district.name)))


def _visible(body: int, on: date, today: date) -> QuerySet[Any]:
    titles = held(on=on, path="links_out__target__titles__")
    rows = records(body=body, noun=PublicRecord.Noun.PROFILE).filter(shown(on=on, today=today))
    found: QuerySet[Any] = rows.annotate(
        line=FilteredRelation("links_out", condition=Q(links_out__meaning=PublicLink.Meaning.PROFILE_OF)),
        title_on=FilteredRelation("links_out__target__titles", condition=titles),
    ).filter(line__isnull=False)
    return found


def _chosen(rows: QuerySet[Any], choice: ProfileChoice) -> QuerySet[Any]:
    for facet, name in _FACETS:
        values = getattr(choice, name)
        if values:
            found = PublicFacet.objects.filter(record=OuterRef("uid"), facet=facet, value__in=values)
            rows = rows.filter(Exists(found))
    if choice.only_step_free:
        free = PublicFacet.objects.filter(record=OuterRef("uid"), facet="accessibility", value="full")
        rows = rows.filter(Exists(free))
    for word in fold(choice.text).split():
        rows = rows.filter(Q(folded__contains=word) | Q(line__target__folded__contains=word))
    return rows


def _row(row: tuple[Any, ...], known: Terms, mark_after: int, on: date, today: date) -> ProfileRow:
    uid, name, short, kinds, content, created, modified = row
    given = {
        field: value
        for field, (value, start) in content["consented"].items()
        if date.fromisoformat(start) <= min(on, today)
    }
    exact = given.get("position")
    middle = content["district_middle"]
    latitude, longitude = exact or middle or (None, None)
    confirmed = day(content["confirmed_on"])
    return ProfileRow(
        uid=uid,
        name=name,
        short_name=short,
        kinds=stored_terms(kinds),
        offer_tags=some_terms(known, Scheme.OFFER, content["offer_tags"]),
        target_groups=tuple(content["target_groups"]),
        email=given.get("email", ""),
        phone=given.get("phone", ""),
        links=tuple(content["links"]),
        street=given.get("street", ""),
        postcode=given.get("postcode", ""),
        latitude=latitude,
        longitude=longitude,
        is_exact_position=exact is not None,
        languages=tuple(content["languages"]),
        aliases=tuple(content["aliases"]),
        topics=topics_of(known, content["topics"]),
        confirmed_on=confirmed,
        needs_confirmation=confirmed is None or confirmed + timedelta(days=mark_after) <= today,
        texts=tuple(ProfileText(*text) for text in content["texts"]),
        created_at=created,
        modified_at=modified,
        **{field: content[field] for field in _PLAIN},
    )
