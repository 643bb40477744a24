"""What the public lists can be chosen by, and how often each value occurs."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.db.models import Count, Q

from gremienwerk.core.german import sort_key
from gremienwerk.publishing.models import PublicFacet, PublicRecord, PublicSeat
from gremienwerk.publishing.queries.reading import Scheme, held, of_body, terms
from gremienwerk.publishing.queries.seats import with_holder
from gremienwerk.publishing.records import FacetOption

_SCHEMES = {
    ("committee", "kind"): Scheme.COMMITTEE_KIND,
    ("organisation", "kind"): Scheme.ORGANISATION_KIND,
    ("committee", "topic"): Scheme.TOPIC,
    ("organisation", "topic"): Scheme.TOPIC,
    ("profile", "topic"): Scheme.TOPIC,
    ("profile", "offer"): Scheme.OFFER,
}
#: Facets that answer questions of queries and are no choice of a reader.
_INNER = ("existence", "unit", "migrants", "names")
Options = dict[str, tuple[FacetOption, ...]]


def committee_facets(*, body: int, on: date) -> Options:
    """Options for committees that are known on the day; lead and partner by identifier. Four queries."""
    noun = PublicRecord.Noun.COMMITTEE
    known = of_body(PublicFacet, body=body).filter(held(on=on), noun=noun, facet="status").values("record")
    options = counted(body=body, noun=noun, on=on, among=Q(record__in=known))
    seats = of_body(PublicSeat, body=body).filter(
        held(on=on), committee__in=known, organisation__isnull=False
    )
    rows = with_holder(seats, on=on).values_list("organisation_id", "titled__title", "role", "committee_id")
    units = set(
        of_body(PublicFacet, body=body)
        .filter(noun="organisation", facet="unit")
        .values_list("record", flat=True)
    )
    leads: dict[UUID, set[UUID]] = {}
    partners: dict[UUID, set[UUID]] = {}
    names: dict[UUID, str] = {}
    for organisation, name, role, committee in rows:
        assert organisation is not None
        names[organisation] = name or ""
        if role == "lead":
            leads.setdefault(organisation, set()).add(committee)
        if organisation not in units:
            partners.setdefault(organisation, set()).add(committee)
    return options | {"lead": _named(leads, names), "partner": _named(partners, names)}


def counted(*, body: int, noun: str, on: date, among: Q) -> Options:
    """Every facet of one noun with its values on the day, how often each occurs, and its name; two queries."""
    rows = (
        of_body(PublicFacet, body=body)
        .filter(among, held(on=on), noun=noun)
        .exclude(facet__in=_INNER)
        .values_list("facet", "value")
        .annotate(hits=Count("record", distinct=True))
    )
    known = terms(body=body)
    found: dict[str, list[FacetOption]] = {}
    for facet, value, hits in rows:
        scheme = _SCHEMES.get((noun, facet))
        label = known[scheme, value].name if scheme and (scheme, value) in known else ""
        found.setdefault(facet, []).append(FacetOption(value, hits, label))
    return {facet: _ordered(options) for facet, options in found.items()}


def _named(found: dict[UUID, set[UUID]], names: dict[UUID, str]) -> tuple[FacetOption, ...]:
    return _ordered(FacetOption(str(uid), len(committees), names[uid]) for uid, committees in found.items())


def _ordered(options: object) -> tuple[FacetOption, ...]:
    listed: list[FacetOption] = list(options)  # type: ignore[call-overload]
    return tuple(sorted(listed, key=lambda option: sort_key(option.label or option.value)))
