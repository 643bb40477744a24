"""The structure of committees on a day, as boxes and lines: who reports or belongs to whom, and who leads."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from uuid import UUID

from gremienwerk.committees.models import Role
from gremienwerk.committees.queries import CommitteeFacts
from gremienwerk.committees.status import Status
from gremienwerk.core.dates import write_vague_date, write_when
from gremienwerk.core.german import count, join_words, sort_key
from gremienwerk.documents.rendering.content.charts import (
    Chart,
    ChartEdge,
    ChartNode,
    EdgeMeaning,
    NodeKind,
    NodeStatus,
)
from gremienwerk.organisations.queries import OrganisationFacts, OrganisationTree

Address = Callable[[UUID], str]
_STATUS = {
    Status.PLANNED: NodeStatus.PLANNED,
    Status.OVERDUE: NodeStatus.OVERDUE,
    Status.DORMANT: NodeStatus.DORMANT,
    Status.ENDED: NodeStatus.ENDED,
}
_HEADS = (Role.LEAD, Role.SECRETARIAT, Role.CHAIR)


def structure_chart(
    *,
    committees: Sequence[CommitteeFacts],
    organisations: Mapping[int, OrganisationFacts],
    tree: OrganisationTree,
    on: date,
    title: str,
    chosen: Collection[int] | None = None,
    committee_address: Address | None = None,
    organisation_address: Address | None = None,
) -> Chart:
    """Draw up the chart of committees on a day.

    Args:
        committees: all committees of the day, in their order.
        organisations: all organisations of the day by primary key.
        tree: the organisations' tree of the day.
        on: the day.
        title: the chart's title.
        chosen: primary keys of the committees wanted; committees directly above them are shown too, so that a
            line to them has its end. All but ended ones if None.
        committee_address: the page of a committee by its identifier; boxes are no links without it.
        organisation_address: the page of an organisation by its identifier.
    """
    by_key = {committee.id: committee for committee in committees}
    shown = [by_key[key] for key in _shown(committees, by_key, chosen)]
    leaders = {committee.id: leading_organisations(committee=committee) for committee in shown}
    heads = {key for keys in leaders.values() for key in keys if key in organisations}
    units = sorted(heads, key=lambda key: sort_key(organisations[key].name))
    nodes = (
        *(_unit_node(organisations[key], organisation_address) for key in units),
        *(_committee_node(committee, committee_address) for committee in shown),
    )
    edges = (*_committee_edges(shown), *_leading_edges(leaders, heads), *_unit_edges(units, heads, tree))
    return Chart(title=title, description=_describe(shown, units), as_of=on, nodes=nodes, edges=edges)


def leading_organisations(*, committee: CommitteeFacts) -> tuple[int, ...]:
    """Primary keys of the organisations that lead the committee; failing those, that run or chair it."""
    for role in _HEADS:
        found = tuple(
            seat.holder.organisation
            for seat in committee.seats
            if seat.role is role and seat.holder.organisation is not None
        )
        if found:
            return found
    return ()


def _shown(
    committees: Sequence[CommitteeFacts], by_key: Mapping[int, CommitteeFacts], chosen: Collection[int] | None
) -> list[int]:
    if chosen is None:
        return [committee.id for committee in committees if committee.status is not Status.ENDED]
    wanted = set(chosen)
    above = {
        superordinate.committee
        for committee in committees
        if committee.id in wanted
        for superordinate in committee.superordinates
    }
    shown = wanted | {key for key in above if key in by_key and by_key[key].status is not Status.ENDED}
    return [committee.id for committee in committees if committee.id in shown]


def _unit_node(unit: OrganisationFacts, address: Address | None) -> ChartNode:
    return ChartNode(
        id=f"o{unit.id}",
        label=unit.name,
        kind=NodeKind.ORGANISATION,
        url=address(unit.uid) if address else None,
    )


def _committee_node(committee: CommitteeFacts, address: Address | None) -> ChartNode:
    return ChartNode(
        id=f"g{committee.id}",
        label=committee.name or None,
        sublabel=_below_name(committee),
        kind=NodeKind.STEERING if committee.kind.is_steering else NodeKind.GROUP,
        status=_STATUS.get(committee.status, NodeStatus.EXISTING),
        url=address(committee.uid) if address else None,
    )


def _below_name(committee: CommitteeFacts) -> str:
    """The kind of a nameless group, and the date that explains its status; the status itself is the box's word."""
    life = committee.life
    kind = "" if committee.name else committee.kind.name
    when = ""
    if committee.status is Status.ENDED:
        when = write_when(life.ended) if life.ended else ""
    elif committee.status is Status.OVERDUE and life.planned:
        when = f"Gründung war {write_when(life.planned)} geplant"
    elif committee.status is Status.PLANNED and life.planned:
        when = f"Gründung {write_when(life.planned)}"
    elif life.founded:
        when = f"seit {write_vague_date(life.founded)}"
    return ", ".join(part for part in (kind, when) if part)


def _committee_edges(shown: Iterable[CommitteeFacts]) -> Iterator[ChartEdge]:
    listed = list(shown)
    known = {committee.id for committee in listed}
    for committee in listed:
        for superordinate in committee.superordinates:
            if superordinate.committee in known:
                meaning = EdgeMeaning(superordinate.meaning)
                yield ChartEdge(f"g{committee.id}", f"g{superordinate.committee}", meaning)


def _leading_edges(leaders: Mapping[int, tuple[int, ...]], heads: set[int]) -> Iterator[ChartEdge]:
    for committee, organisations in leaders.items():
        for organisation in organisations:
            if organisation in heads:
                yield ChartEdge(f"g{committee}", f"o{organisation}", EdgeMeaning.LED_BY)


def _unit_edges(units: Iterable[int], heads: set[int], tree: OrganisationTree) -> Iterator[ChartEdge]:
    """A unit hangs below the nearest unit above it that is shown as well."""
    for unit in units:
        above = next((key for key in tree.ancestors(unit) if key in heads), None)
        if above is not None:
            yield ChartEdge(f"o{unit}", f"o{above}", EdgeMeaning.BELONGS_TO)


def _describe(shown: Sequence[CommitteeFacts], units: Sequence[int]) -> str:
    planned = sum(committee.status in (Status.PLANNED, Status.OVERDUE) for committee in shown)
    parts = [count(len(shown) - planned, "bestehendes Gremium", "bestehende Gremien")]
    if planned:
        parts.append(count(planned, "geplantes Gremium", "geplante Gremien"))
    parts.append(count(len(units), "leitende Organisation", "leitende Organisationen"))
    return f"Die Zeichnung zeigt {join_words(parts)} und ihre Verbindungen."
