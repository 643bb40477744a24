"""The structure chart: signs, text equivalent, sheets, safe markup, same bytes for the same chart."""

import dataclasses
import re
from itertools import pairwise
from xml.etree import ElementTree

import pytest

from gremienwerk.documents.rendering import chart
from gremienwerk.documents.rendering.accent import contrast_with_white
from gremienwerk.documents.rendering.charting import signs
from gremienwerk.documents.rendering.charting.composition import compose
from gremienwerk.documents.rendering.charting.outline import OutlineItem
from gremienwerk.documents.rendering.charting.trees import grow
from gremienwerk.documents.rendering.content.charts import (
    Chart,
    ChartEdge,
    ChartNode,
    EdgeMeaning,
    NodeKind,
    NodeStatus,
)
from tests.documents.rendering.sample_charts import hostile_chart, large_chart, small_chart
from tests.documents.rendering.sample_rows import AS_OF, LONG_NAME

SVG = "{http://www.w3.org/2000/svg}"


def elements(svg: bytes, name: str) -> list[ElementTree.Element]:
    return list(ElementTree.fromstring(svg).iter(SVG + name))


def words(svg: bytes) -> str:
    return " ".join("".join(text.itertext()) for text in elements(svg, "text"))


def flat(items: tuple[OutlineItem, ...]) -> list[str]:
    return [line for item in items for line in (item.text, *flat(item.children))]


def structure(*nodes: ChartNode, edges: tuple[ChartEdge, ...] = ()) -> Chart:
    return Chart(title="Struktur", description="Beschreibung", as_of=AS_OF, nodes=nodes, edges=edges)


def test_every_status_is_a_word_in_its_box() -> None:
    said = words(chart.draw(chart=small_chart(), links=True).svg)

    for word in ("geplant", "geplant, überfällig", "ruht", "beendet", "Steuerungsgruppe", "Noch ohne Namen"):
        assert word in said


def test_the_legend_names_the_signs_that_occur_and_no_others() -> None:
    drawn = chart.draw(chart=structure(ChartNode("a", "AK Sprache")), links=True)

    legend = next(group for group in elements(drawn.svg, "g") if group.get("class") == "gs-legend")
    assert ["".join(text.itertext()) for text in legend.iter(SVG + "text")] == [
        "bestehendes Gremium",
        "Stand: 15. Mai 2026",
    ]


def test_organisations_are_blue_existing_groups_dark_grey_and_planned_ones_light_grey_with_a_dashed_border() -> (
    None
):
    organisation = signs.sign(kind=NodeKind.ORGANISATION, status=NodeStatus.EXISTING)
    existing = signs.sign(kind=NodeKind.GROUP, status=NodeStatus.EXISTING)
    planned = signs.sign(kind=NodeKind.GROUP, status=NodeStatus.PLANNED)

    assert (organisation.fill, existing.fill, planned.fill) == (signs.BLUE, signs.DARK_GREY, signs.LIGHT_GREY)
    assert (organisation.dash, existing.dash, bool(planned.dash)) == ("", "", True)


@pytest.mark.parametrize("kind", NodeKind)
@pytest.mark.parametrize("status", NodeStatus)
def test_text_stands_out_from_every_box(kind: NodeKind, status: NodeStatus) -> None:
    sign = signs.sign(kind=kind, status=status)

    light, dark = sorted((parts(sign.fill), parts(sign.text)), key=contrast_with_white)
    assert contrast_with_white(dark) / contrast_with_white(light) >= 4.5


def parts(colour: str) -> list[int]:
    return [int(colour[start : start + 2], 16) for start in (1, 3, 5)]


def test_the_drawing_can_stand_in_a_page_with_a_strict_policy() -> None:
    svg = chart.draw(chart=small_chart(), links=True).svg

    assert elements(svg, "style") == elements(svg, "script") == elements(svg, "foreignObject") == []
    assert not [
        e
        for e in ElementTree.fromstring(svg).iter()
        if any(k == "style" or k.startswith("on") for k in e.attrib)
    ]


def test_title_and_description_name_the_drawing() -> None:
    root = ElementTree.fromstring(chart.draw(chart=small_chart(), links=False, id_prefix="eins").svg)

    title, text = root.find(SVG + "title"), root.find(SVG + "desc")
    assert title is not None
    assert text is not None
    assert (title.text, root.get("role")) == (small_chart().title, "img")
    assert (root.get("aria-labelledby"), root.get("aria-describedby")) == (title.get("id"), text.get("id"))


def test_links_come_in_reading_order_and_say_where_they_lead() -> None:
    links = elements(chart.draw(chart=small_chart(), links=True).svg, "a")

    assert [link.get("href") for link in links] == [
        f"/de/{path}/"
        for path in (
            "organisationen/1",
            "gremien/1",
            "gremien/2",
            "gremien/4",
            "gremien/5",
            "gremien/3",
            "gremien/9",
        )
    ]
    assert links[1].get("aria-label") == "Lenkungsgruppe Integration, Steuerungsgruppe, seit Juni 2021"


def test_without_links_there_are_none() -> None:
    assert elements(chart.draw(chart=small_chart(), links=False).svg, "a") == []


def test_the_outline_says_every_box_and_every_line() -> None:
    lines = flat(chart.draw(chart=small_chart(), links=False).outline)

    assert len(lines) == len(small_chart().nodes)
    assert (
        "Runder Tisch gegen Rassismus: wird geleitet von Caritasverband Talheim e. V.; "
        "außerdem: berichtet an Lenkungsgruppe Integration" in lines
    )
    assert (
        "AK Arbeit und Ausbildung: bis Ende 2026; geplant; gehört zu Steuerungskreis Kommunales Integrationsmanagement"
        in lines
    )


def test_boxes_of_a_sheet_do_not_overlap() -> None:
    forest = grow(chart=large_chart(groups=30, departments=2))
    placed = compose(roots=list(forest.roots), cut=frozenset(), remark=lambda _: "", cross_edges=()).boxes

    for one in placed:
        for other in placed:
            a, b = one.at, other.at
            apart = (
                a.x + a.width <= b.x or b.x + b.width <= a.x or a.y + a.height <= b.y or b.y + b.height <= a.y
            )
            assert one is other or apart


def test_a_small_chart_is_one_sheet_without_remarks() -> None:
    drawn = chart.draw(chart=small_chart(), links=True)

    assert len(drawn.sheets) == 1
    assert "Blatt" not in words(drawn.sheets[0].svg)


def test_a_large_chart_is_cut_by_subtree_and_shows_every_box() -> None:
    given = large_chart()
    drawn = chart.draw(chart=given, links=True)

    said = words(drawn.svg).replace("- ", "")
    assert len(drawn.sheets) == 7
    assert [sheet.title.split(":")[0] for sheet in drawn.sheets] == [f"Blatt {n} von 7" for n in range(1, 8)]
    groups = {
        element.get("aria-label", "").split(",")[0] for element in ElementTree.fromstring(drawn.svg).iter()
    }
    assert {node.label for node in given.nodes} <= groups
    assert "weiter auf Blatt 2" in said
    assert "Fortsetzung von Blatt 1" in said


def test_sheets_link_to_each_other() -> None:
    svg = chart.draw(chart=large_chart(), links=True, id_prefix="s").svg

    targets = {
        link.get("href", "")[1:] for link in elements(svg, "a") if link.get("href", "").startswith("#")
    }
    assert targets == {f"s-blatt-{n}" for n in range(2, 8)}
    assert targets <= {group.get("id") for group in elements(svg, "g")}


def test_a_line_to_another_sheet_is_said_in_the_box() -> None:
    given = large_chart()
    far = dataclasses.replace(given, edges=(*given.edges, ChartEdge("g5", "s50", EdgeMeaning.REPORTS_TO)))

    said = words(chart.draw(chart=far, links=False).svg)

    assert "außerdem: berichtet an" in said


def test_many_groups_below_one_superior_go_on_several_sheets() -> None:
    nodes = [ChartNode("top", "Oben")] + [ChartNode(f"n{n}", f"{LONG_NAME} {n}") for n in range(300)]
    edges = tuple(ChartEdge(node.id, "top", EdgeMeaning.BELONGS_TO) for node in nodes[1:])

    drawn = chart.draw(chart=structure(*nodes, edges=edges), links=False)

    assert len(drawn.sheets) > 2
    assert drawn.sheets[1].title.endswith("Oben (Fortsetzung)")
    assert len(flat(drawn.outline)) == 301


def test_loose_boxes_without_any_line_are_drawn_too() -> None:
    drawn = chart.draw(chart=structure(*(ChartNode(str(n), f"AK {n}") for n in range(40))), links=False)

    assert all(f"AK {n}" in words(drawn.svg) for n in range(40))


def test_circles_and_second_superiors_become_cross_lines() -> None:
    up = EdgeMeaning.REPORTS_TO
    nodes = tuple(ChartNode(name, name) for name in "abc")
    edges = (
        ChartEdge("b", "a", up),
        ChartEdge("c", "b", up),
        ChartEdge("a", "c", up),
        ChartEdge("b", "b", up),
    )

    forest = grow(chart=structure(*nodes, edges=edges))

    assert [root.node.id for root in forest.roots] == ["a"]
    assert forest.cross_edges == (ChartEdge("a", "c", up),)


def test_a_line_to_an_unknown_box_is_refused() -> None:
    with pytest.raises(ValueError, match="unknown"):
        chart.draw(
            chart=structure(ChartNode("a", "A"), edges=(ChartEdge("a", "x", EdgeMeaning.LED_BY),)),
            links=False,
        )


def test_an_id_used_twice_is_refused() -> None:
    with pytest.raises(ValueError, match="unique"):
        chart.draw(chart=structure(ChartNode("a", "A"), ChartNode("a", "B")), links=False)


def test_an_empty_chart_says_so() -> None:
    drawn = chart.draw(chart=structure(), links=True)

    assert words(drawn.svg) == "Struktur Keine Gremien erfasst. Stand: 15. Mai 2026"
    assert (drawn.sheets, drawn.outline) == ((), ())


def test_no_name_breaks_the_drawing_or_becomes_markup() -> None:
    drawn = chart.draw(chart=hostile_chart(), links=True)

    assert elements(drawn.svg, "script") == []
    assert elements(drawn.svg, "a") == []
    assert '<script>alert("x")</script>' in words(drawn.svg)
    assert [notice.code for notice in drawn.notices] == ["missing-glyphs"]


def test_the_same_chart_gives_the_same_bytes() -> None:
    first = chart.draw(chart=large_chart(), links=True)
    chart._draw.cache_clear()
    chart._laid_out.cache_clear()

    assert chart.draw(chart=large_chart(), links=True) == first


def test_the_file_is_an_svg_document() -> None:
    file = chart.as_file(chart=small_chart())

    assert (file.name, file.media_type) == ("gremienstruktur.svg", "image/svg+xml")
    assert ElementTree.fromstring(file.content).tag == SVG + "svg"


def test_lines_of_text_stay_inside_their_box() -> None:
    svg = chart.draw(chart=structure(ChartNode("a", "x" * 300), ChartNode("b", LONG_NAME)), links=False).svg

    lines = [float(text.get("y", "")) for text in elements(svg, "text") if text.get("class") == "gs-text"]
    assert all(later - earlier >= 10 for earlier, later in pairwise(lines[:6]))
    assert max(len("".join(text.itertext())) for text in elements(svg, "text")) < 60


def test_ids_differ_between_two_drawings_on_a_page() -> None:
    ids = [
        re.findall(rb' id="([^"]+)"', chart.draw(chart=small_chart(), links=True, id_prefix=p).svg)
        for p in ("a", "b")
    ]

    assert not set(ids[0]) & set(ids[1])
