"""The public directory of migrant self-organisations."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Exists, FilteredRelation, OuterRef, Q, QuerySet

from gremienwerk.core.german import fold, sort_key
from gremienwerk.organisations.models import DirectorySettings, District
from gremienwerk.publishing.models import PublicFacet, PublicLink, PublicRecord
from gremienwerk.publishing.queries.facets import Options, counted
from gremienwerk.publishing.queries.plain import fetched
from gremienwerk.publishing.queries.profile_rows import Asked, entries, profile_row
from gremienwerk.publishing.queries.reading import (
    cut,
    held,
    records,
    shown,
    terms,
)
from gremienwerk.publishing.records import (
    DirectoryTerms,
    DistrictRow,
    Listing,
    ProfileChoice,
    ProfileRow,
)

NOTHING_CHOSEN = ProfileChoice()
_FACETS = (
    ("topic", "topics"),
    ("language", "languages"),
    ("district", "districts"),
    ("offer", "offers"),
    ("target_group", "target_groups"),
)


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
    keys = None
    if choice != NOTHING_CHOSEN:
        keys = tuple(_chosen(_visible(body, on, today), choice).values_list("pk", flat=True))
    asked = Asked(body, on, today, keys)
    rows = [] if size else asked.rows(start=0, stop=None)
    at = cut(asked.total() if size else len(rows), page=page, size=size)
    if size:
        rows = asked.rows(start=at.start, stop=at.stop)
    known, mark_after = terms(body=body), _mark_after(body)
    listed = entries(rows, known=known, mark_after=mark_after, on=on, today=today)
    facets: Options = {}
    if with_facets:
        among = Q(record__in=_visible(body, on, today).values("uid"))
        facets = counted(body=body, noun="profile", on=on, among=among)
    return Listing(listed, at.total, at.page, at.pages, facets)


def _mark_after(body: int) -> int:
    """After how many days an entry is marked that was not confirmed; one bare query."""
    row = fetched("SELECT mark_after_days FROM organisations_directorysettings WHERE body_id = %s", (body,))
    return int(row[0][0]) if row else DirectorySettings().mark_after_days


def profile(*, body: int, organisation: UUID, on: date, today: date) -> ProfileRow | None:
    """The entry of an organisation, None while none is shown."""
    keys = tuple(_visible(body, on, today).filter(line__target=organisation).values_list("pk", flat=True))
    rows = Asked(body, on, today, keys).rows(start=0, stop=1) if keys else []
    if not rows:
        return None
    return profile_row(rows[0], terms(body=body), _mark_after(body), on, today)


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
