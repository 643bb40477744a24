"""What the public lists can be chosen by, and how often each value occurs."""

from __future__ import annotations

from collections.abc import Mapping, Sized
from datetime import date
from typing import Any

from django.db.models import Count, Q

from gremienwerk.core.german import sort_key
from gremienwerk.publishing.models import PublicFacet, PublicRecord
from gremienwerk.publishing.queries.plain import HELD, as_uid, fetched
from gremienwerk.publishing.queries.reading import Scheme, held, of_body, terms
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
    """Options for committees that are known on the day; lead and partner by identifier. Five queries."""
    noun = PublicRecord.Noun.COMMITTEE
    known = of_body(PublicFacet, body=body).filter(held(on=on), noun=noun, facet="status").values("record")
    options = counted(body=body, noun=noun, on=on, among=Q(record__in=known))
    leads: dict[Any, set[Any]] = {}
    partners: dict[Any, set[Any]] = {}
    units = {row[0] for row in fetched(_UNITS, (body,))}
    for organisation, role, committee in fetched(_SEATED, (body, on, on, body, on, on)):
        if role == "lead":
            leads.setdefault(organisation, set()).add(committee)
        if organisation not in units:
            partners.setdefault(organisation, set()).add(committee)
    named = {}
    for uid, name in fetched(_NAMES, (on, on, body)):
        if uid in leads or uid in partners:
            named[uid] = (sort_key(name or str(as_uid(uid))), name or "")
    return options | {"lead": _named(leads, named), "partner": _named(partners, named)}


def _named(found: Mapping[Any, Sized], named: Mapping[Any, tuple[Any, str]]) -> tuple[FacetOption, ...]:
    listed = (
        (named[uid], FacetOption(str(as_uid(uid)), len(met), named[uid][1])) for uid, met in found.items()
    )
    return tuple(option for _, option in sorted(listed, key=lambda pair: pair[0][0]))


# Seats without names and identifiers as they are stored: counting has to look at each seat of the day.
_SEATED = f"""
    SELECT s.organisation_id, s.role, s.committee_id FROM publishing_publicseat s
    WHERE s.body_id = %s AND {HELD.format("s")} AND s.organisation_id IS NOT NULL AND s.committee_id IN (
        SELECT k.record_id FROM publishing_publicfacet k
        WHERE k.body_id = %s AND k.noun = 'committee' AND k.facet = 'status' AND {HELD.format("k")}
    )
"""  # noqa: S608 - put together from constants only
_UNITS = "SELECT record_id FROM publishing_publicfacet WHERE body_id = %s AND noun = 'organisation' AND facet = 'unit'"
_NAMES = f"""
    SELECT r.uid, t.title FROM publishing_publicrecord r
    LEFT JOIN publishing_publictitle t ON t.record_id = r.uid AND {HELD.format("t")}
    WHERE r.noun = 'organisation' AND r.body_id = %s
"""  # noqa: S608 - put together from constants only


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


def _ordered(options: object) -> tuple[FacetOption, ...]:
    listed: list[FacetOption] = list(options)  # type: ignore[call-overload]
    return tuple(sorted(listed, key=lambda option: sort_key(option.label or option.value)))
