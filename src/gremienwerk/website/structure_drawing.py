"""The structure of a day as a drawing with links to the public pages, in the words of the page's language."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from gremienwerk.core import wording
from gremienwerk.core.as_of import AsOf
from gremienwerk.core.languages import Language
from gremienwerk.documents.rendering.chart import ChartDrawing, draw
from gremienwerk.documents.rendering.content.charts import (
    Chart,
    ChartEdge,
    ChartNode,
    EdgeMeaning,
    NodeKind,
    NodeStatus,
)
from gremienwerk.publishing.records import Structure, StructureNode
from gremienwerk.publishing.vocabulary import word
from gremienwerk.website.structure_parts import Part, Parts

_STATUS = {
    "planned": NodeStatus.PLANNED,
    "overdue": NodeStatus.OVERDUE,
    "dormant": NodeStatus.DORMANT,
    "ended": NodeStatus.ENDED,
}


def drawing_of(
    *,
    structure: Structure,
    on: date,
    today: date,
    language: Language,
    chosen: UUID | None = None,
    links: bool = True,
) -> ChartDrawing:
    """Draw boxes and lines of a day.

    Args:
        structure: what is drawn.
        on: the day; links keep it.
        today: the present day.
        language: the language of the page, to which links lead.
        chosen: the committee whose page shows the drawing as an excerpt.
        links: whether boxes lead to their pages; files for print have none.
    """
    chart = chart_of(structure=structure, on=on, today=today, language=language)
    prefix = f"ausschnitt-{chosen}" if chosen else "struktur"
    return draw(chart=chart, links=links, id_prefix=prefix)


def chart_of(*, structure: Structure, on: date, today: date, language: Language) -> Chart:
    """The content of the drawing: title, description, boxes and lines."""
    as_of = AsOf(on, today)
    return Chart(
        title=_("Gremienstruktur am %(day)s") % {"day": wording.format_day(on, language.code)},
        description=sentence(structure=structure, language=language),
        as_of=on,
        nodes=tuple(_node(node, language, as_of) for node in structure.nodes),
        edges=tuple(
            ChartEdge(str(edge.source), str(edge.target), EdgeMeaning(edge.meaning))
            for edge in structure.edges
        ),
        language=language.code,
    )


def sentence(*, structure: Structure, language: Language) -> str:
    """How many committees and organisations a drawing shows."""
    committees = sum(node.kind is not None for node in structure.nodes)
    leaders = len(structure.nodes) - committees
    return _("Die Zeichnung zeigt %(committees)s Gremien und %(leaders)s Organisationen, die sie leiten.") % {
        "committees": wording.format_number(committees, language.code),
        "leaders": wording.format_number(leaders, language.code),
    }


def part_chart(*, part: Part, parts: Parts, on: date, today: date, language: Language) -> Chart:
    """The content of the drawing of a part: its boxes also say in which other parts it goes on."""
    chart = chart_of(structure=part.structure, on=on, today=today, language=language)
    if len(parts.parts) == 1:
        return chart
    remarks = {uid: _("weiter in Teil %(number)s") % {"number": n} for uid, n in part.onward.items()}
    remarks |= {
        uid: _("Fortsetzung von Teil %(number)s") % {"number": n} for uid, n in part.from_part.items()
    }
    said = {str(uid): remark for uid, remark in remarks.items()}
    nodes = tuple(
        node._replace(sublabel=", ".join(filter(None, (node.sublabel, said[node.id]))))
        if node.id in said
        else node
        for node in chart.nodes
    )
    title = f"{chart.title}, {part_title(part=part, parts=parts, language=language)}"
    return replace(chart, title=title, nodes=nodes)


def part_title(*, part: Part, parts: Parts, language: Language) -> str:
    """What a part is called: "Teil 3 von 12: Jugendamt bis Schulamt"."""
    first, last = (name_of(node=node, language=language) for node in (part.tops[0], part.tops[-1]))
    name = first if first == last else _("%(first)s bis %(last)s") % {"first": first, "last": last}
    return _("Teil %(number)s von %(total)s: %(name)s") % {
        "number": part.number,
        "total": len(parts.parts),
        "name": name,
    }


def name_of(*, node: StructureNode, language: Language) -> str:
    """The name of a box; of a nameless group its kind."""
    return node.name or (word(node.kind.name, language=language.code).text if node.kind else "")


def _node(node: StructureNode, language: Language, as_of: AsOf) -> ChartNode:
    name = "website:organisation" if node.kind is None else "website:committee"
    path = reverse(name, kwargs={"language": language.segment, "uid": node.uid})
    return ChartNode(
        id=str(node.uid),
        label=node.name or None,
        sublabel=_below_name(node, language),
        kind=_kind(node),
        status=_STATUS.get(node.status, NodeStatus.EXISTING),
        url=f"{path}?{as_of.query}" if as_of.query else path,
    )


def _kind(node: StructureNode) -> NodeKind:
    if node.kind is None:
        return NodeKind.ORGANISATION
    return NodeKind.STEERING if node.kind.is_steering else NodeKind.GROUP


def _below_name(node: StructureNode, language: Language) -> str:
    """The kind of a nameless group, and the date that explains its status."""
    code = language.code
    kind = word(node.kind.name, language=code).text if node.kind and not node.name else ""
    when = ""
    if node.status == "ended" and node.ended:
        when = _("bis %(date)s") % {"date": wording.format_vague(node.ended, code)}
    elif node.status in ("planned", "overdue") and node.planned:
        when = _("Gründung geplant: %(date)s") % {"date": wording.format_vague(node.planned, code)}
    elif node.founded:
        when = _("seit %(date)s") % {"date": wording.format_vague(node.founded, code)}
    return ", ".join(part for part in (kind, when) if part)
