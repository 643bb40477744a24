"""The structure chart of an answer: the bodies that the unit leads, runs or plans, or all by choice."""

from __future__ import annotations

from gremienwerk.committees.structure import structure_chart
from gremienwerk.documents.rendering.content.annexes import StructureChart
from gremienwerk.documents.rendering.content.charts import Chart, NodeKind
from gremienwerk.inquiries.drafting.grammar import COMMITTEE, counted, verb
from gremienwerk.inquiries.drafting.units import unit_name
from gremienwerk.inquiries.queries import AnswerRegister

TITLE = "Gremienstruktur"


def answer_chart(*, register: AnswerRegister, whole: bool) -> Chart:
    """The chart of the answer's day; ``whole`` takes all committees in which the unit sits."""
    rows = (*register.existing, *register.planned) if whole else (*register.own, *register.planned)
    visible = [committee for committee in register.committees if committee.visibility != "hidden"]
    return structure_chart(
        committees=visible,
        organisations=register.organisations,
        tree=register.tree,
        on=register.on,
        title=f"Gremienstruktur {unit_name(register.unit.name).genitive}",
        chosen=[row.facts.id for row in rows],
    )


def chart_annex(*, register: AnswerRegister, number: int, whole: bool) -> StructureChart:
    """The chart as an annex."""
    chart = answer_chart(register=register, whole=whole)
    return StructureChart(number=number, title=TITLE, note=_note(register, chart, whole), chart=chart)


def _note(register: AnswerRegister, chart: Chart, whole: bool) -> str:
    """Which committees are drawn: more than the text tells of, because lines upward need their end."""
    unit = unit_name(register.unit.name).nominative
    rows = register.existing if whole else register.own
    which = f"in denen {unit} vertreten ist" if whole else f"die {unit} leitet oder führt"
    if len(rows) == 1:
        which = f"in dem {unit} vertreten ist" if whole else f"das {unit} leitet oder führt"
    parts = [f"{counted(len(rows), COMMITTEE)}, {which}"] if rows else []
    if register.planned:
        parts.append(_with_adjective(len(register.planned), "geplantes", "geplante"))
    drawn = sum(node.kind is not NodeKind.ORGANISATION for node in chart.nodes)
    above = drawn - len(rows) - len(register.planned)
    if above > 0:
        upper = _with_adjective(above, "übergeordnetes", "übergeordnete")
        parts.append(f"zur Einordnung {upper}, {verb(above, 'das', 'die')} andere leiten")
    return f"Gezeichnet {verb(drawn, 'ist', 'sind')}: {'; '.join(parts)}." if parts else ""


def _with_adjective(number: int, one: str, many: str) -> str:
    return counted(number, COMMITTEE).replace(" ", f" {verb(number, one, many)} ", 1)
