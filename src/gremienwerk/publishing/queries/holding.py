"""Where public organisations sit, and the administration's tree."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.db.models import Count, FilteredRelation, Q

from gremienwerk.core.dates import Certainty
from gremienwerk.core.german import sort_key
from gremienwerk.publishing.models import PublicFacet, PublicLink, PublicRecord, PublicSeat
from gremienwerk.publishing.queries.reading import existence, held, named, of_body, records, references, vague
from gremienwerk.publishing.queries.seats import certainty, ended_committees, last, since, with_holder
from gremienwerk.publishing.records import HeldSeat, Reference, TreeNode

_DATES = ("valid_from", "from_precision", "valid_until", "until_precision")


def seats_of(
    *, body: int, organisation: UUID, on: date, with_subunits: bool = False, with_ended: bool = False
) -> tuple[HeldSeat, ...]:
    """Seats that an organisation holds in public committees on a day, by committee in German order.

    Args:
        body: primary key of the body.
        organisation: its identifier.
        on: the day.
        with_subunits: also seats of all units below it on the day; ``holder`` tells them apart.
        with_ended: also seats in committees that have ended.
    """
    holders = subtree(body=body, organisation=organisation, on=on) if with_subunits else {organisation}
    rows = of_body(PublicSeat, body=body).filter(held(on=on), organisation__in=holders)
    if not with_ended:
        rows = rows.exclude(committee__in=ended_committees(body=body, on=on))
    states = Q(committee__facets__facet="status") & held(on=on, path="committee__facets__")
    joined = with_holder(rows, on=on).annotate(
        committee_title=FilteredRelation(
            "committee__titles", condition=held(on=on, path="committee__titles__")
        ),
        state=FilteredRelation("committee__facets", condition=states),
    )
    columns = (
        "uid", "committee_id", "committee_title__title", "committee_title__short_title", "state__value", "role",
        "role_order", "seats", "voting", "organisation_id", "titled__title", "titled__short_title", *_DATES,
    )  # fmt: skip
    found = []
    for row in joined.filter(state__isnull=False).values_list(*columns):
        uid, committee, name, short, status, role, order, seats, voting, holder, holder_name, holder_short = (
            row[:12]
        )
        dates = row[12:]
        seat = HeldSeat(
            uid=uid,
            committee=Reference(committee, name, short),
            status=status,
            role=role,
            seats=seats,
            voting=voting,
            since=since(*dates),
            last=last(*dates),
            certainty=certainty(*dates, on=on),
            holder=Reference(holder, holder_name, holder_short),
        )
        found.append(((sort_key(name), order, sort_key(holder_name), str(uid)), seat))
    return tuple(seat for _, seat in sorted(found, key=lambda pair: pair[0]))


def subtree(*, body: int, organisation: UUID, on: date) -> set[UUID]:
    """The organisation and all public units below it on a day; one query a step down."""
    found = {organisation}
    edge = {organisation}
    while edge:
        below = of_body(PublicLink, body=body).filter(
            held(on=on), target__in=edge, meaning=PublicLink.Meaning.PART_OF
        )
        edge = set(below.values_list("source_id", flat=True)) - found
        found |= edge
    return found


def administration(*, body: int, on: date) -> tuple[TreeNode, ...]:
    """The tree of the body's own administration on a day: its roots with all units below; four queries.

    Units that do not exist on the day are left out together with their place; what stands below them on that day
    hangs from the root.
    """
    facet = of_body(PublicFacet, body=body).filter(noun="organisation", facet="unit").values("record")
    rows = named(records(body=body, noun=PublicRecord.Noun.ORGANISATION), on=on).filter(uid__in=facet)
    units: dict[UUID, Reference] = {}
    for uid, name, short, content in rows.values_list("uid", "named__title", "named__short_title", "content"):
        dates = vague(content["founded"]), vague(content["dissolved"])
        if existence(*dates, on=on) is not Certainty.NO:
            units[uid] = Reference(uid, name, short)
    lines = of_body(PublicLink, body=body).filter(held(on=on), meaning=PublicLink.Meaning.PART_OF)
    above = dict(lines.values_list("source_id", "target_id"))
    below: dict[UUID | None, list[UUID]] = {}
    for uid in units:
        parent = above.get(uid)
        below.setdefault(parent if parent in units else None, []).append(uid)
    seats = dict(
        of_body(PublicSeat, body=body)
        .filter(held(on=on), organisation__in=facet)
        .exclude(committee__in=ended_committees(body=body, on=on))
        .values_list("organisation")
        .annotate(number=Count("pk"))
    )

    def grow(parent: UUID | None, seen: frozenset[UUID]) -> tuple[TreeNode, ...]:
        children = sorted(below.get(parent, ()), key=lambda uid: sort_key(units[uid].name))
        return tuple(
            TreeNode(units[uid], seats.get(uid, 0), grow(uid, seen | {uid}))
            for uid in children
            if uid not in seen
        )

    return grow(None, frozenset())


def names_on(*, body: int, on: date, uids: set[UUID]) -> dict[UUID, Reference]:
    """Names of public records on a day by identifier; one query."""
    return references(body=body, on=on, uids=uids)
