"""The signs of the chart: colour, border, shape and word for each kind and status, and for each kind of line.

No sign rests on colour alone, and every text stands at least 4.5:1 against its box (WCAG 2.2, 1.4.3).
The class names let a page set other colours for dark mode; the attributes hold on paper and without a page.
"""

from typing import NamedTuple

from django.utils.translation import gettext_noop as _

from gremienwerk.documents.rendering.content.charts import EdgeMeaning, NodeKind, NodeStatus

BLUE, DARK_GREY, LIGHT_GREY, PAPER = "#1d4f91", "#474c53", "#e8eaed", "#ffffff"
INK, MUTED, LINE, AMBER, SAND = "#1b1e22", "#4b5158", "#5b626b", "#7a4a00", "#fdf2da"
FONT = "Noto Sans, Fira Sans, Arial, sans-serif"


class Sign(NamedTuple):
    """How a box looks; `dash` is an SVG dash pattern, empty for a whole line; `legend` is German, to be translated."""

    css: str
    fill: str
    text: str
    border: str
    dash: str
    legend: str


class Stroke(NamedTuple):
    """How a line looks; `marker` is drawn at its lower end: triangle, square or ring."""

    css: str
    dash: str
    marker: str
    legend: str


_ORGANISATION = Sign("organisation", BLUE, "#ffffff", BLUE, "", _("Organisation"))
_BY_STATUS = {
    NodeStatus.EXISTING: Sign("existing", DARK_GREY, "#ffffff", DARK_GREY, "", _("bestehendes Gremium")),
    NodeStatus.PLANNED: Sign("planned", LIGHT_GREY, INK, "#6a7078", "6 4", _("geplant")),
    NodeStatus.OVERDUE: Sign("overdue", SAND, INK, AMBER, "6 4", _("geplant, überfällig")),
    NodeStatus.DORMANT: Sign("dormant", PAPER, INK, "#6a7078", "1.5 3", _("ruht")),
    NodeStatus.ENDED: Sign("ended", PAPER, MUTED, "#8a9098", "", _("beendet")),
}
STROKES = {
    EdgeMeaning.REPORTS_TO: Stroke("reports-to", "", "triangle", _("berichtet an (nach oben)")),
    EdgeMeaning.BELONGS_TO: Stroke("belongs-to", "", "square", _("gehört zu")),
    EdgeMeaning.LED_BY: Stroke("led-by", "5 3.5", "ring", _("wird geleitet von")),
}


def sign(*, kind: NodeKind, status: NodeStatus) -> Sign:
    """The sign of a box. An organisation that exists is blue; otherwise the status decides."""
    if kind is NodeKind.ORGANISATION and status is NodeStatus.EXISTING:
        return _ORGANISATION
    return _BY_STATUS[status]
