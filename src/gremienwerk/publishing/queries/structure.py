"""The structure of public committees on a day: boxes and lines without wording."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.db.models import FilteredRelation, Q

from gremienwerk.core.german import sort_key
from gremienwerk.publishing.models import PublicLink, PublicRecord, PublicSeat
from gremienwerk.publishing.queries.reading import held, named, of_body, records, vague
from gremienwerk.publishing.queries.seats import with_holder
from gremienwerk.publishing.records import Structure, StructureEdge, StructureNode, Term

_HEADS = ("lead", "secretariat", "chair")
_LINES = (PublicLink.Meaning.REPORTS_TO, PublicLink.Meaning.BELONGS_TO)


def structure(
    *, body: int, on: date, around: UUID | None = None, led_by: Iterable[UUID] = (), with_ended: bool = False
) -> Structure:
    """Committees of a day with the lines between them and the organisations that lead them; at most six queries.

    Args:
        body: primary key of the body.
        on: the day.
        around: only this committee with those directly above and below it (the excerpt of its page).
        led_by: only committees that these organisations lead, run or chair, and those directly above them.
        with_ended: whether ended committees are drawn too.
    """
    near = _near(body, on, around) if around is not None else None
    nodes = _committees(body, on, with_ended or around is not None, near)
    lines = _lines(body, on, nodes, near)
    heads, names = _heads(body, on, nodes, near)
    wanted = set(nodes)
    leading = set(led_by)
    if near is None and leading:
        led = {committee for committee, found in heads.items() if found & leading}
        wanted &= led | {target for source, target, _ in lines if source in led}
    units = {unit for committee in wanted for unit in heads.get(committee, ())}
    edges = [StructureEdge(*line) for line in lines if line[0] in wanted and line[1] in wanted]
    edges += [
        StructureEdge(committee, unit, "led_by") for committee in wanted for unit in heads.get(committee, ())
    ]
    edges += [StructureEdge(unit, above, "belongs_to") for unit, above in _above(body, on, units)]
    boxes = [StructureNode(unit, names[unit], None, "", None, None, None) for unit in units]
    return Structure(
        (
            *sorted(boxes, key=lambda node: sort_key(node.name)),
            *sorted((nodes[uid] for uid in wanted), key=lambda node: (not node.name, sort_key(node.name))),
        ),
        tuple(sorted(edges, key=lambda edge: (edge.meaning, str(edge.source), str(edge.target)))),
    )


def _near(body: int, on: date, around: UUID) -> set[UUID]:
    """A committee with those directly above and below it: its excerpt costs the same however many others there are."""
    rows = of_body(PublicLink, body=body).filter(
        Q(source=around) | Q(target=around), held(on=on), meaning__in=_LINES
    )
    return {around}.union(*rows.values_list("source_id", "target_id"))


def _committees(body: int, on: date, with_ended: bool, only: set[UUID] | None) -> dict[UUID, StructureNode]:
    state = Q(facets__facet="status") & held(on=on, path="facets__")
    rows = named(records(body=body, noun=PublicRecord.Noun.COMMITTEE), on=on)
    if only is not None:
        rows = rows.filter(uid__in=only)
    rows = rows.annotate(state=FilteredRelation("facets", condition=state)).filter(state__isnull=False)
    if not with_ended:
        rows = rows.exclude(state__value="ended")
    return {
        uid: StructureNode(
            uid,
            name,
            Term(*kinds[0]),
            status,
            vague(content["planned"]),
            vague(content["founded"]),
            vague(content["ended"]),
        )
        for uid, name, kinds, status, content in rows.values_list(
            "uid", "named__title", "kinds", "state__value", "content"
        )
    }


def _lines(
    body: int, on: date, nodes: dict[UUID, StructureNode], only: set[UUID] | None
) -> list[tuple[UUID, UUID, str]]:
    rows = of_body(PublicLink, body=body).filter(held(on=on), meaning__in=_LINES)
    if only is not None:
        rows = rows.filter(source__in=only, target__in=only)
    return [
        (source, target, meaning)
        for source, target, meaning in rows.values_list("source_id", "target_id", "meaning")
        if source in nodes and target in nodes
    ]


def _heads(
    body: int, on: date, nodes: dict[UUID, StructureNode], only: set[UUID] | None
) -> tuple[dict[UUID, set[UUID]], dict[UUID, str]]:
    """Who leads each committee, failing those who runs or chairs it, and their names."""
    rows = of_body(PublicSeat, body=body).filter(held(on=on), role__in=_HEADS, organisation__isnull=False)
    if only is not None:
        rows = rows.filter(committee__in=only)
    by_role: dict[tuple[UUID, str], set[UUID]] = {}
    names: dict[UUID, str] = {}
    for committee, organisation, name, role in with_holder(rows, on=on).values_list(
        "committee_id", "organisation_id", "titled__title", "role"
    ):
        by_role.setdefault((committee, role), set()).add(organisation)
        names[organisation] = name or ""
    heads = {}
    for committee in nodes:
        found = (by_role[committee, role] for role in _HEADS if (committee, role) in by_role)
        heads[committee] = next(found, set())
    return heads, names


def _above(body: int, on: date, units: set[UUID]) -> list[tuple[UUID, UUID]]:
    """From each unit that is drawn to the nearest one above it that is drawn as well."""
    if len(units) < 2:
        return []
    rows = of_body(PublicLink, body=body).filter(held(on=on), meaning=PublicLink.Meaning.PART_OF)
    parents = dict(rows.values_list("source_id", "target_id"))
    found = []
    for unit in units:
        seen, above = {unit}, parents.get(unit)
        while above is not None and above not in units and above not in seen:
            seen.add(above)
            above = parents.get(above)
        if above in units and above is not None and above != unit:
            found.append((unit, above))
    return found
