"""The chart's boxes and lines from the register of a day."""

from __future__ import annotations

from datetime import date

import pytest

from gremienwerk.bodies.models import CommitteeKind
from gremienwerk.committees.actions import appoint, pause_committee, plan_committee, subordinate
from gremienwerk.committees.models import Committee, Role, Superordination
from gremienwerk.committees.queries import committees_on
from gremienwerk.committees.structure import structure_chart
from gremienwerk.core.dates import by_end, in_month
from gremienwerk.documents.rendering.chart import draw
from gremienwerk.documents.rendering.content.charts import Chart, EdgeMeaning, NodeKind, NodeStatus
from gremienwerk.organisations.queries import organisations_on, tree_on
from tests.support.cast import SETUP, City, make_city, make_committee

pytestmark = pytest.mark.django_db
DAY = date(2022, 5, 15)


@pytest.fixture
def city() -> City:
    return make_city()


def chart_of(city: City, on: date = DAY, **chosen: object) -> Chart:
    body = city.body.pk
    return structure_chart(
        committees=committees_on(body=body, on=on),
        organisations=organisations_on(body=body, on=on),
        tree=tree_on(body=body, on=on),
        on=on,
        title="Struktur",
        **chosen,  # type: ignore[arg-type]
    )


def grown(city: City) -> tuple[Committee, Committee, Committee]:
    """A steering group, a working group that reports to it, and a planned one without a name below that."""
    steering = make_committee(city.body, "Lenkungsgruppe", kind="steering-group", founded=in_month(2021, 6))
    working = make_committee(city.body, "AG Sprache")
    kind = CommitteeKind.objects.get(body=city.body, key="working-circle")
    planned = plan_committee(body=city.body, kind=kind, planned=by_end(date(2022, 12, 31)), by=SETUP)
    appoint(committee=steering, organisation=city.ressort, role=Role.LEAD, on=None, by=SETUP)
    appoint(committee=working, organisation=city.team, role=Role.SECRETARIAT, on=None, by=SETUP)
    subordinate(committee=working, superordinate=steering, by=SETUP)
    subordinate(
        committee=planned, superordinate=working, meaning=Superordination.Meaning.BELONGS_TO, by=SETUP
    )
    return steering, working, planned


def test_boxes_say_kind_status_and_date(city: City) -> None:
    steering, working, planned = grown(city)
    nodes = {node.id: node for node in chart_of(city).nodes}
    assert nodes[f"g{steering.pk}"][1:5] == (
        "Lenkungsgruppe",
        "seit Juni 2021",
        NodeKind.STEERING,
        NodeStatus.EXISTING,
    )
    assert nodes[f"g{working.pk}"][1:5] == ("AG Sprache", "", NodeKind.GROUP, NodeStatus.EXISTING)
    assert nodes[f"g{planned.pk}"][1:5] == (
        None,
        "Arbeitskreis, Gründung bis Ende 2022",
        NodeKind.GROUP,
        NodeStatus.PLANNED,
    )
    assert nodes[f"o{city.ressort.pk}"][1:5] == (
        "Ressort 204 Integration",
        "",
        NodeKind.ORGANISATION,
        NodeStatus.EXISTING,
    )


def test_every_line_has_one_meaning(city: City) -> None:
    steering, working, planned = grown(city)
    lines = {(edge.source, edge.target): edge.meaning for edge in chart_of(city).edges}
    assert lines == {
        (f"g{working.pk}", f"g{steering.pk}"): EdgeMeaning.REPORTS_TO,
        (f"g{planned.pk}", f"g{working.pk}"): EdgeMeaning.BELONGS_TO,
        (f"g{steering.pk}", f"o{city.ressort.pk}"): EdgeMeaning.LED_BY,
        (f"g{working.pk}", f"o{city.team.pk}"): EdgeMeaning.LED_BY,
        (f"o{city.team.pk}", f"o{city.ressort.pk}"): EdgeMeaning.BELONGS_TO,
    }


def test_after_its_time_a_planned_group_is_overdue(city: City) -> None:
    _, _, planned = grown(city)
    node = next(node for node in chart_of(city, on=date(2023, 2, 1)).nodes if node.id == f"g{planned.pk}")
    assert (node.status, node.sublabel) == (
        NodeStatus.OVERDUE,
        "Arbeitskreis, Gründung war bis Ende 2022 geplant",
    )


def test_a_dormant_group_is_shown_as_such(city: City) -> None:
    _, working, _ = grown(city)
    pause_committee(committee=working, on=date(2022, 1, 1), by=SETUP)
    node = next(node for node in chart_of(city).nodes if node.id == f"g{working.pk}")
    assert node.status is NodeStatus.DORMANT


def test_a_choice_brings_what_stands_directly_above(city: City) -> None:
    steering, working, planned = grown(city)
    chart = chart_of(city, chosen=[working.pk])
    assert {node.id for node in chart.nodes if node.kind is not NodeKind.ORGANISATION} == {
        f"g{steering.pk}",
        f"g{working.pk}",
    }
    assert f"g{planned.pk}" not in {edge.source for edge in chart.edges}


def test_before_the_founding_there_is_nothing(city: City) -> None:
    steering, _, _ = grown(city)
    assert f"g{steering.pk}" not in {node.id for node in chart_of(city, on=date(2021, 5, 31)).nodes}


def test_boxes_lead_to_their_pages_where_there_are_pages(city: City) -> None:
    steering, _, _ = grown(city)
    chart = chart_of(city, committee_address=lambda uid: f"/gremien/{uid}/")
    node = next(node for node in chart.nodes if node.id == f"g{steering.pk}")
    assert node.url == f"/gremien/{steering.uid}/"
    assert all(node.url is None for node in chart_of(city).nodes)


def test_the_description_counts_what_is_shown(city: City) -> None:
    grown(city)
    assert chart_of(city).description == (
        "Die Zeichnung zeigt 2 bestehende Gremien, 1 geplantes Gremium und 2 leitende Organisationen und ihre Verbindungen."
    )


def test_it_can_be_drawn(city: City) -> None:
    grown(city)
    assert b"Lenkungsgruppe" in draw(chart=chart_of(city), links=True).svg


def test_an_empty_register_gives_an_empty_chart(city: City) -> None:
    chart = chart_of(city)
    assert (chart.nodes, chart.edges) == ((), ())
