"""The structure chart of an answer: the bodies that the unit leads, runs or plans, or all by choice."""

from __future__ import annotations

from gremienwerk.committees.structure import structure_chart
from gremienwerk.documents.rendering.content.annexes import StructureChart
from gremienwerk.documents.rendering.content.charts import Chart
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
    return StructureChart(number=number, title=TITLE, chart=answer_chart(register=register, whole=whole))
