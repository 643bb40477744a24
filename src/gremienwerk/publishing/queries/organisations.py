"""Public organisations: the list with its choices, and one of them."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Count, Exists, FilteredRelation, OuterRef, Q, QuerySet

from gremienwerk.core.dates import Certainty
from gremienwerk.core.german import fold
from gremienwerk.publishing.models import PublicFacet, PublicLink, PublicRecord, PublicSeat
from gremienwerk.publishing.queries.facets import counted
from gremienwerk.publishing.queries.links import ends_of
from gremienwerk.publishing.queries.reading import (
    cut,
    day,
    existence,
    held,
    named,
    of_body,
    other_names,
    records,
    references,
    shown,
    stored_terms,
    terms,
    topics_of,
    vague,
)
from gremienwerk.publishing.queries.seats import ended_committees
from gremienwerk.publishing.records import (
    Contact,
    Listing,
    OrganisationChoice,
    OrganisationRecord,
    OrganisationRow,
    Reference,
)

NOTHING_CHOSEN = OrganisationChoice()
_COLUMNS = ("uid", "named__title", "named__short_title", "kinds", "state__value", "content", "modified_at")


def organisations(
    *,
    body: int,
    on: date,
    today: date,
    choice: OrganisationChoice = NOTHING_CHOSEN,
    page: int = 1,
    size: int = 50,
    with_facets: bool = True,
) -> Listing[OrganisationRow]:
    """Public organisations of a day that fit a choice, in German order; a constant number of queries.

    Args:
        body: primary key of the body.
        on: the day; names, existence and seats are those of that day.
        today: the present day, for entries of the directory.
        choice: what the reader chose.
        page: which page, from 1; numbers outside give the first or last.
        size: rows on a page; 0 gives all rows on one page.
        with_facets: whether the options of the choices are counted too (kind, sector, topic, district).
    """
    rows = _chosen(body, on, choice)
    at = cut(rows, page=page, size=size)
    found = list(rows.order_by("named__sort_key", "uid").values_list(*_COLUMNS)[at.start : at.stop])
    uids = [row[0] for row in found]
    seats, profiles = _seat_numbers(body, on, uids), _with_profile(body, on, today, uids)
    known_on = Q(record__in=_on(body, on).filter(state__isnull=False).values("uid"))
    facets = counted(body=body, noun="organisation", on=on, among=known_on) if with_facets else {}
    listed = tuple(
        OrganisationRow(
            uid=uid,
            name=name,
            short_name=short,
            kinds=stored_terms(kinds),
            district=content["district"],
            existence=Certainty(state) if state else Certainty.NO,
            seats=seats.get(uid, 0),
            has_profile=uid in profiles,
            modified_at=modified,
        )
        for uid, name, short, kinds, state, content, modified in found
    )
    return Listing(listed, at.total, at.page, at.pages, facets)


def organisation(*, body: int, uid: UUID, on: date, today: date) -> OrganisationRecord | None:
    """One public organisation as it was on a day; None if it is not public.

    Its address is that of today, and left out while the organisation lets only its district be named.
    """
    row = _on(body, on).filter(uid=uid).values_list(*_COLUMNS, "title", "created_at").first()
    if row is None:
        return None
    name, short, kinds, _state, content, modified, current, created = row[1:]
    known = terms(body=body)
    founded, dissolved = vague(content["founded"]), vague(content["dissolved"])
    ends = ends_of(body=body, on=on, uid=uid)
    street, postcode = _address(content, min(on, today))
    return OrganisationRecord(
        uid=uid,
        name=name,
        current_name=current,
        short_name=short,
        kinds=stored_terms(kinds),
        is_administration=content["is_administration"],
        is_unit=content["is_unit"],
        founded=founded,
        dissolved=dissolved,
        existence=existence(founded, dissolved, on=on),
        other_names=other_names(content["other_names"]),
        successor=next(iter(ends.out("succeeded_by")), None),
        predecessors=ends.into("succeeded_by"),
        parents=_parents(body, on, uid),
        units=ends.into("part_of"),
        initiated=ends.into("initiated_by"),
        street=street,
        postcode=postcode,
        city=content["city"],
        district=content["district"],
        website=content["website"],
        topics=topics_of(known, content["topics"]),
        languages=tuple(content["languages"]),
        contacts=tuple(Contact(*one) for one in content["contacts"]),
        confirmed_on=day(content["confirmed_on"]),
        has_profile=bool(_with_profile(body, on, today, [uid])),
        created_at=created,
        modified_at=modified,
    )


def _address(content: dict[str, Any], by: date) -> tuple[str, str]:
    """Street and postcode if they may be told by the day."""
    opened = day(content["address_from"])
    if not content["has_address"] or (opened is not None and opened > by):
        return "", ""
    return content["street"], content["postcode"]


def _on(body: int, on: date) -> QuerySet[Any]:
    state = Q(facets__facet="existence") & held(on=on, path="facets__")
    rows = named(records(body=body, noun=PublicRecord.Noun.ORGANISATION), on=on)
    found: QuerySet[Any] = rows.annotate(state=FilteredRelation("facets", condition=state))
    return found


def _chosen(body: int, on: date, choice: OrganisationChoice) -> QuerySet[Any]:
    rows = _on(body, on)
    if not choice.with_dissolved:
        rows = rows.filter(state__isnull=False)
    for facet, values in (("kind", choice.kinds), ("sector", choice.sectors), ("topic", choice.topics)):
        if values:
            found = PublicFacet.objects.filter(record=OuterRef("uid"), facet=facet, value__in=values)
            rows = rows.filter(Exists(found))
    if choice.with_seats:
        seats = of_body(PublicSeat, body=body).filter(held(on=on), organisation=OuterRef("uid"))
        rows = rows.filter(Exists(seats.exclude(committee__in=ended_committees(body=body, on=on))))
    for word in fold(choice.text).split():
        rows = rows.filter(folded__contains=word)
    return rows


def _seat_numbers(body: int, on: date, uids: list[UUID]) -> dict[Any, int]:
    seats = of_body(PublicSeat, body=body).filter(held(on=on), organisation__in=uids)
    counted_rows = (
        seats.exclude(committee__in=ended_committees(body=body, on=on))
        .values_list("organisation")
        .annotate(number=Count("pk"))
    )
    return dict(counted_rows)


def _with_profile(body: int, on: date, today: date, uids: list[UUID]) -> set[UUID]:
    rows = of_body(PublicLink, body=body).filter(
        shown(on=on, today=today, path="source__"),
        meaning=PublicLink.Meaning.PROFILE_OF,
        target__in=uids,
    )
    return set(rows.values_list("target_id", flat=True))


def _parents(body: int, on: date, uid: UUID) -> tuple[Reference, ...]:
    """From the one directly above to the root; one query a step, few steps in any administration."""
    found: list[UUID] = []
    at = uid
    while True:
        above = (
            of_body(PublicLink, body=body)
            .filter(held(on=on), source=at, meaning=PublicLink.Meaning.PART_OF)
            .values_list("target_id", flat=True)
            .first()
        )
        if above is None or above in found or above == uid:
            break
        found.append(above)
        at = above
    names = references(body=body, on=on, uids=found)
    return tuple(names[key] for key in found if key in names)
