"""The structure on paper in languages written from the right: words over the drawing, and nothing lost or said twice."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pypdfium2
from django.utils import translation

from gremienwerk.documents.rendering.chart import draw
from gremienwerk.documents.rendering.chart_lettering import unletter
from gremienwerk.documents.rendering.chart_paper import ChartPaper, chart_paper
from gremienwerk.documents.rendering.content.charts import (
    Chart,
    ChartEdge,
    ChartNode,
    EdgeMeaning,
    NodeKind,
    NodeStatus,
)


def chart() -> Chart:
    """A leader and a group whose second line mixes both directions."""
    nodes = (
        ChartNode(id="a", label="Ressort 204", sublabel="", kind=NodeKind.ORGANISATION, status=NodeStatus.EXISTING, url=""),
        ChartNode(id="b", label="Runder Tisch (RT)", sublabel="منذ 2019, Rat der Stadt", kind=NodeKind.STEERING, status=NodeStatus.EXISTING, url=""),
    )  # fmt: skip
    return Chart(
        title="هيكل اللجان",
        description="لجنة واحدة",
        as_of=date(2026, 11, 22),
        nodes=nodes,
        edges=(ChartEdge("b", "a", EdgeMeaning.LED_BY),),
        language="ar",
    )


def test_a_drawing_is_parted_into_marks_and_words_at_their_places() -> None:
    (sheet,) = draw(chart=chart(), links=False).sheets
    parted = unletter(svg=sheet.svg)
    assert b"<text" in sheet.svg and b"<text" not in parted.svg
    assert parted.svg.count(b"<rect") == sheet.svg.count(b"<rect")
    by_text = {word.text: word for word in parted.words}
    name = by_text["Runder Tisch (RT)"]
    assert (name.is_centred, name.is_bold, name.rtl) == (True, True, False)
    mixed = next(word for text, word in by_text.items() if "منذ" in text)
    assert (mixed.is_bold, mixed.rtl) == (False, True)
    assert 0 < name.x < sheet.width and 0 < name.y < mixed.y < sheet.height


def test_a_line_of_both_directions_is_set() -> None:
    with translation.override("ar"):
        file = chart_paper(
            paper=ChartPaper(
                chart=chart(), language="ar", footer="Talheim", page="صفحة", of="من", in_words="بالكلمات",
                nothing="لا شيء", produced_at=datetime(2026, 11, 22, tzinfo=UTC), rtl=True,
            )
        )  # fmt: skip
    with pypdfium2.PdfDocument(file.content) as pdf:
        words = pdf[0].get_textpage().get_text_bounded()
    assert {"Ressort", "204", "Runder", "Tisch"} <= set(words.replace("(", " ").split())
    assert file.notices == ()
