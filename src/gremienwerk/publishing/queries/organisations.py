"""Public organisations: the list with its choices, and one of them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Exists, FilteredRelation, OuterRef, Q, QuerySet

from gremienwerk.core.dates import Certainty
from gremienwerk.core.german import fold
from gremienwerk.publishing.models import PublicFacet, PublicLink, PublicRecord, PublicSeat
from gremienwerk.publishing.queries.facets import counted
from gremienwerk.publishing.queries.links import ends_of
from gremienwerk.publishing.queries.organisation_rows import lines, seat_numbers
from gremienwerk.publishing.queries.plain import SHOWN, as_uid, chosen, fetched, identifiers
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
    order: Sequence[int] | None = None,
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
        order: what ``organisation_order`` gave for the same choice, if that is known.
    """
    if order is None:
        order = organisation_order(body=body, on=on, choice=choice)
    at = cut(len(order), page=page, size=size)
    found = lines(body=body, on=on, keys=order[at.start : at.stop])
    uids = [line.uid for line in found]
    seats, profiles = seat_numbers(on=on, organisations=uids), _with_profile(on, today, uids)
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


def organisation_order(*, body: int, on: date, choice: OrganisationChoice) -> tuple[int, ...]:
    """Primary keys of the public organisations of a day that fit a choice, in German order; one query."""
    rows = _chosen(body, on, choice).order_by("named__sort_key", "uid")
    return tuple(rows.values_list("pk", flat=True))


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
        has_profile=bool(_with_profile(on, today, [uid])),
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


_PROFILED = f"""
    SELECT l.target_id
    FROM {{chosen}} CROSS JOIN publishing_publiclink l JOIN publishing_publicrecord p ON p.uid = l.source_id
    WHERE l.target_id = chosen.value AND l.meaning = 'profile_of' AND {SHOWN.format("p")}
"""  # noqa: S608 - put together from constants only


def _with_profile(on: date, today: date, uids: Sequence[UUID]) -> set[UUID]:
    if not uids:
        return set()
    values = (identifiers(uids), min(on, today), max(on, today))
    return {as_uid(row[0]) for row in fetched(_PROFILED.format(chosen=chosen()), values)}


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
