"""Public committees: the list with its choices, and one with the seven facts."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Exists, FilteredRelation, OuterRef, Q, QuerySet

from gremienwerk.committees.rhythm.model import Rhythm
from gremienwerk.committees.rhythm.storing import from_stored
from gremienwerk.committees.status import Status
from gremienwerk.core.dates import Certainty, VagueDate
from gremienwerk.core.german import fold, sort_key
from gremienwerk.publishing.models import PublicFacet, PublicRecord, PublicSeat
from gremienwerk.publishing.queries.committee_rows import Line, lines
from gremienwerk.publishing.queries.facets import committee_facets
from gremienwerk.publishing.queries.links import Ends, ends_of
from gremienwerk.publishing.queries.reading import (
    Terms,
    cut,
    day,
    held,
    named,
    of_body,
    other_names,
    records,
    references,
    terms,
    topics_of,
    vague,
)
from gremienwerk.publishing.queries.seats import NOBODY, Glance, glances
from gremienwerk.publishing.records import (
    CommitteeChoice,
    CommitteeRecord,
    CommitteeRow,
    CommitteeText,
    InitiatorRow,
    LinkRow,
    Listing,
    Reference,
    Term,
)

EVERYTHING = "alle"
UNKNOWN = "unbekannt"
NOTHING_CHOSEN = CommitteeChoice()
_COLUMNS = ("uid", "named__title", "named__short_title", "kinds", "state__value", "content", "modified_at")
_PLAIN = (
    "occasion", "goal", "focus", "mandate", "seat_level", "participants_note", "calendar_keeper",
    "invitation_circle", "invitation_note", "invitation_lead_days", "invited_by", "publicness", "guests",
    "guests_how", "minutes", "minutes_reason", "minutes_url", "contact", "contact_email", "contact_phone", "website",
)  # fmt: skip


def committees(
    *,
    body: int,
    on: date,
    choice: CommitteeChoice = NOTHING_CHOSEN,
    page: int = 1,
    size: int = 50,
    with_facets: bool = True,
    order: Sequence[int] | None = None,
) -> Listing[CommitteeRow]:
    """Public committees of a day that fit a choice, in German order; a constant number of queries.

    Args:
        body: primary key of the body.
        on: the day; names, status and seats are those of that day.
        choice: what the reader chose.
        page: which page, from 1; numbers outside give the first or last.
        size: rows on a page; 0 gives all rows on one page.
        with_facets: whether the options of the choices are counted too (kind, level, status, topic, publicness,
            guests, lead, partner).
        order: what ``committee_order`` gave for the same choice, if that is known.
    """
    if order is None:
        order = committee_order(body=body, on=on, choice=choice)
    at = cut(len(order), page=page, size=size)
    found = lines(body=body, on=on, keys=order[at.start : at.stop])
    seen = glances(on=on, committees=[row[0] for row in found])
    known = terms(body=body)
    facets = committee_facets(body=body, on=on) if with_facets else {}
    return Listing(
        tuple(_row(row, seen.get(row[0], NOBODY), known, on) for row in found),
        at.total,
        at.page,
        at.pages,
        facets,
    )


def committee_order(*, body: int, on: date, choice: CommitteeChoice) -> tuple[int, ...]:
    """Primary keys of the public committees of a day that fit a choice, in German order; one query."""
    rows = _chosen(body=body, on=on, choice=choice).order_by("named__sort_key", "uid")
    return tuple(rows.values_list("pk", flat=True))


def _chosen(*, body: int, on: date, choice: CommitteeChoice) -> QuerySet[Any]:
    """Public committees of a day that fit a choice, joined with their name (``named``) and status (``state``)."""
    rows = _on(body, on)
    if not choice.status:
        rows = rows.exclude(state__value=Status.ENDED.value)
    elif EVERYTHING not in choice.status:
        rows = rows.filter(state__value__in=choice.status)
    for facet in ("kinds", "levels", "topics", "publicness", "guests"):
        values = getattr(choice, facet)
        if values:
            name = facet if facet in ("publicness", "guests") else facet[:-1]
            rows = rows.filter(Exists(_with_facet(name, values)))
    seats = of_body(PublicSeat, body=body).filter(held(on=on), committee=OuterRef("uid"))
    if choice.lead:
        rows = rows.filter(Exists(seats.filter(organisation=choice.lead, role="lead")))
    if choice.partner:
        rows = rows.filter(Exists(seats.filter(organisation=choice.partner)))
    if choice.with_migrant_organisations:
        migrants = of_body(PublicFacet, body=body).filter(noun="organisation", facet="migrants")
        rows = rows.filter(Exists(seats.filter(organisation__in=migrants.values("record"))))
    for word in fold(choice.text).split():
        rows = rows.filter(folded__contains=word)
    return rows


def committee(*, body: int, uid: UUID, on: date) -> CommitteeRecord | None:
    """One public committee as it was on a day; None if it is not public or nothing is known of it so early."""
    row = _on(body, on).filter(uid=uid).values_list(*_COLUMNS, "title", "created_at").first()
    if row is None:
        return None
    name, short, kinds, status, content, modified, current, created = row[1:]
    known = terms(body=body)
    founded, ended = vague(content["founded"]), vague(content["ended"])
    ends = ends_of(body=body, on=on, uid=uid)
    names = references(body=body, on=on, uids=(UUID(o) for o, _ in content["initiators"] if o))
    return CommitteeRecord(
        uid=uid,
        name=name,
        current_name=current,
        short_name=short,
        kind=Term(*kinds[0]),
        level=content["level"],
        status=status,
        is_certain=is_certain(founded, ended, on=on),
        planned=vague(content["planned"]),
        founded=founded,
        ended=ended,
        other_names=other_names(content["other_names"]),
        successor=next(iter(ends.out("succeeded_by")), None),
        predecessors=ends.into("succeeded_by"),
        above=_lines(ends, outward=True),
        below=_lines(ends, outward=False),
        initiators=_initiators(content["initiators"], names),
        topics=topics_of(known, content["topics"]),
        rhythm=rhythm_of(content),
        invitation_channels=tuple(content["invitation_channels"]),
        confirmed_on=day(content["confirmed_on"]),
        created_at=created,
        modified_at=modified,
        texts=tuple(CommitteeText(*text) for text in content["texts"]),
        **{name: content[name] for name in _PLAIN},
    )


def is_certain(founded: VagueDate | None, ended: VagueDate | None, *, on: date) -> bool:
    """Whether the status on the day is sure: neither founding nor end may lie on either side of it."""
    return all(
        moment is None or moment.passed(on=on) is not Certainty.UNCERTAIN for moment in (founded, ended)
    )


def rhythm_of(content: dict[str, Any]) -> Rhythm | None:
    """The rhythm in a stored content."""
    text = content["rhythm_text"]
    return from_stored(content["rhythm"], text=text) if text else None


def _on(body: int, on: date) -> QuerySet[Any]:
    state = Q(facets__facet="status") & held(on=on, path="facets__")
    rows = named(records(body=body, noun=PublicRecord.Noun.COMMITTEE), on=on)
    found: QuerySet[Any] = rows.annotate(state=FilteredRelation("facets", condition=state)).filter(
        state__isnull=False
    )
    return found


def _with_facet(name: str, values: tuple[str, ...]) -> QuerySet[Any]:
    found: QuerySet[Any] = PublicFacet.objects.filter(record=OuterRef("uid"), facet=name, value__in=values)
    return found


def _row(row: Line, glance: Glance, known: Terms, on: date) -> CommitteeRow:
    uid, name, short, kinds, status, content, modified = row
    founded, ended = vague(content["founded"]), vague(content["ended"])
    return CommitteeRow(
        uid=uid,
        name=name,
        short_name=short,
        kind=Term(*kinds[0]),
        level=content["level"],
        status=status,
        is_certain=is_certain(founded, ended, on=on),
        planned=vague(content["planned"]),
        founded=founded,
        ended=ended,
        leads=glance.leads,
        organisations=glance.organisations,
        has_migrant_organisations=glance.has_migrant_organisations,
        rhythm=rhythm_of(content),
        publicness=content["publicness"],
        guests=content["guests"],
        minutes=content["minutes"],
        topics=topics_of(known, content["topics"]),
        goal=content["goal"],
        confirmed_on=day(content["confirmed_on"]),
        modified_at=modified,
    )


def _initiators(
    stored: list[tuple[str | None, str]], names: dict[UUID, Reference]
) -> tuple[InitiatorRow, ...]:
    found = (InitiatorRow(names.get(UUID(key)) if key else None, text) for key, text in stored)
    return tuple(row for row in found if row.organisation or row.text)


def _lines(ends: Ends, *, outward: bool) -> tuple[LinkRow, ...]:
    found = (
        LinkRow(other, meaning)
        for meaning in ("reports_to", "belongs_to")
        for other in (ends.out(meaning) if outward else ends.into(meaning))
    )
    return tuple(sorted(found, key=lambda row: sort_key(row.committee.name)))
