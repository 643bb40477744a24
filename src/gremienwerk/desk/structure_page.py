"""The structure chart of a day: what it shows, drawn once per revision of the register."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import NamedTuple
from uuid import UUID

from django.core.cache import caches
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from gremienwerk.audit.queries import revision_of
from gremienwerk.bodies.models import Body
from gremienwerk.committees.queries import CommitteeFacts, committees_on
from gremienwerk.committees.queries.seats import RUNNING
from gremienwerk.committees.status import Status
from gremienwerk.committees.structure import structure_chart
from gremienwerk.core.as_of import AsOf
from gremienwerk.core.german import format_date
from gremienwerk.documents.rendering.chart import ChartDrawing, draw
from gremienwerk.documents.rendering.content.charts import Chart
from gremienwerk.organisations.models import ReportingUnit
from gremienwerk.organisations.queries import OrganisationTree, organisations_on, tree_on

_KEPT_SECONDS = 3600


class Scope(StrEnum):
    """Which committees the chart shows: those that the reporting unit leads or runs, or all."""

    OURS = "eigene"
    ALL = "alle"


class StructurePage(NamedTuple):
    """The chart in a drawing and in words; ``has_unit`` tells whether there is a choice of scope."""

    drawing: ChartDrawing
    sentence: str
    scope: Scope
    has_unit: bool
    is_empty: bool


def structure_page(*, body: Body, as_of: AsOf, scope: Scope | None) -> StructurePage:
    """The chart of a day; without a wish the reporting unit's committees, all where there is no such unit.

    Drawn anew only when the register has changed, or another day or scope is asked for.
    """
    unit = ReportingUnit.objects.filter(body=body).values_list("organisation", flat=True).first()
    shown = (
        scope if scope is not None and unit is not None else (Scope.OURS if unit is not None else Scope.ALL)
    )
    key = f"structure:{body.uid}:{revision_of(body=body.pk)}:{as_of.day}:{as_of.query}:{shown}:{unit}:{get_language()}"
    kept: StructurePage | None = caches["drawings"].get(key)
    if kept is not None:
        return kept
    chart = chart_of(body=body.pk, as_of=as_of, unit=unit if shown is Scope.OURS else None)
    page = StructurePage(
        draw(chart=chart, links=True), chart.description, shown, unit is not None, not chart.nodes
    )
    caches["drawings"].set(key, page, _KEPT_SECONDS)
    return page


def chart_of(*, body: int, as_of: AsOf, unit: int | None) -> Chart:
    """The boxes and lines of a day.

    Args:
        body: primary key of the body.
        as_of: the day; links in the chart keep it.
        unit: show what this organisation and the units below it lead or run; everything if None.
    """
    committees = committees_on(body=body, on=as_of.day)
    tree = tree_on(body=body, on=as_of.day)
    return structure_chart(
        committees=committees,
        organisations=organisations_on(body=body, on=as_of.day),
        tree=tree,
        on=as_of.day,
        title=_("Gremienstruktur am %(day)s") % {"day": format_date(as_of.day)},
        chosen=None if unit is None else _run_by(committees, tree, unit),
        committee_address=_address("desk:committee", as_of),
        organisation_address=_address("committees:organisation", as_of),
    )


def _run_by(committees: list[CommitteeFacts], tree: OrganisationTree, unit: int) -> set[int]:
    ours = tree.subtree(unit)
    return {
        committee.id
        for committee in committees
        if committee.status is not Status.ENDED
        and any(seat.role in RUNNING and seat.holder.organisation in ours for seat in committee.seats)
    }


def _address(name: str, as_of: AsOf) -> Callable[[UUID], str]:
    def address(uid: UUID) -> str:
        path = reverse(name, kwargs={"uid": uid})
        return f"{path}?{as_of.query}" if as_of.query else path

    return address
