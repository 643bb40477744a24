"""Lines can be followed by eye: around every box, and never two meanings on one stroke."""

from __future__ import annotations

from collections.abc import Iterable
from random import Random

import pytest

from gremienwerk.documents.rendering.charting import boxes, clearance, sheets, trees
from gremienwerk.documents.rendering.charting.layout import Rectangle
from gremienwerk.documents.rendering.content.charts import (
    Chart,
    ChartEdge,
    ChartNode,
    EdgeMeaning,
    NodeKind,
)
from tests.documents.rendering.sample_charts import large_chart, small_chart
from tests.documents.rendering.sample_rows import AS_OF


def chart_of(nodes: Iterable[ChartNode], edges: Iterable[ChartEdge]) -> Chart:
    return Chart(
        title="Gremien", description="Ein Bild.", as_of=AS_OF, nodes=tuple(nodes), edges=tuple(edges)
    )


def tangled(seed: int) -> Chart:
    """Committees with several superiors and leaders all over the place."""
    dice = Random(seed)
    units = [ChartNode(f"o{n}", f"Amt {n} für Teilhabe", "", NodeKind.ORGANISATION) for n in range(5)]
    groups = [ChartNode(f"g{n}", f"Arbeitskreis {n}", f"seit {1990 + n}") for n in range(14)]
    edges = [ChartEdge(f"o{n}", "o0", EdgeMeaning.BELONGS_TO) for n in range(1, 3)]
    for n in range(14):
        above = dice.sample(range(n), min(n, dice.randint(0, 2)))
        edges += [ChartEdge(f"g{n}", f"g{m}", dice.choice(list(EdgeMeaning)[:2])) for m in above]
        edges += [ChartEdge(f"g{n}", f"o{m}", EdgeMeaning.LED_BY) for m in dice.sample(range(5), 2)]
    return chart_of((*units, *groups), edges)


CHARTS = [small_chart(), large_chart(), *(tangled(seed) for seed in range(12))]


@pytest.mark.parametrize("chart", CHARTS, ids=range(len(CHARTS)))
def test_no_line_crosses_a_box_or_runs_on_a_line_of_another_meaning(chart: Chart) -> None:
    for sheet in sheets.cut_into_sheets(forest=trees.grow(chart=chart)):
        rectangles = [placed.at for placed in sheet.composition.boxes]
        paths = [
            (line.meaning, clearance.along(points=line.points, curved=line.curved))
            for line in sheet.composition.lines
        ]
        for meaning, path in paths:
            assert not clearance.crosses(path=path, rectangles=rectangles)
            assert not clearance.runs_on(path=path, others=[p for m, p in paths if m is not meaning])


@pytest.mark.parametrize("chart", CHARTS, ids=range(len(CHARTS)))
def test_every_line_is_drawn_or_said_in_its_box(chart: Chart) -> None:
    names = {node.id: boxes.name_of(node) for node in chart.nodes}
    said: dict[str, str] = {}
    drawn = 0
    for sheet in sheets.cut_into_sheets(forest=trees.grow(chart=chart)):
        drawn += len(sheet.composition.lines)
        for placed in sheet.composition.boxes:
            words = " ".join(placed.box.small).replace("- ", "")
            said[placed.branch.node.id] = said.get(placed.branch.node.id, "") + words
    spoken = 0
    for edge in chart.edges:
        wanted = f"{sheets.MEANING_WORD[edge.meaning]} {names[edge.target]}"
        spoken += wanted.replace(" ", "") in said.get(edge.source, "").replace(" ", "")
    assert drawn + spoken >= len(chart.edges)


def test_the_check_sees_a_line_through_a_box_and_a_line_on_a_line() -> None:
    across = clearance.along(points=((0, 10), (100, 10)), curved=False)
    assert clearance.crosses(path=across, rectangles=[Rectangle(40, 0, 20, 20)])
    assert not clearance.crosses(path=across, rectangles=[Rectangle(40, 12, 20, 20)])
    assert clearance.runs_on(path=across, others=[clearance.along(points=((20, 11), (60, 11)), curved=False)])
    assert not clearance.runs_on(
        path=across, others=[clearance.along(points=((50, 0), (50, 90)), curved=False)]
    )


def test_small_trees_share_a_sheet() -> None:
    nodes, edges = [], []
    for n in range(30):
        nodes += [
            ChartNode(f"o{n}", f"Verein {n}", "", NodeKind.ORGANISATION),
            ChartNode(f"g{n}", f"Runde {n}", ""),
        ]
        edges.append(ChartEdge(f"g{n}", f"o{n}", EdgeMeaning.LED_BY))
    chart = chart_of(nodes, edges)
    assert len(sheets.cut_into_sheets(forest=trees.grow(chart=chart))) <= 2


def test_a_sheet_says_what_it_shows_itself() -> None:
    from gremienwerk.documents.rendering.chart import draw

    pages = draw(chart=large_chart(), links=False).sheets
    assert len({page.description for page in pages}) > 1
    assert all(page.description.startswith("Das Blatt zeigt") for page in pages)
