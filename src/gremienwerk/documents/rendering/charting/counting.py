"""What a sheet shows, counted: for the description that stands in for the drawing."""

from gremienwerk.core.german import count, join_words
from gremienwerk.documents.rendering.charting.sheets import Sheet
from gremienwerk.documents.rendering.content.charts import NodeKind, NodeStatus

_PLANNED = (NodeStatus.PLANNED, NodeStatus.OVERDUE)


def describe_sheet(*, sheet: Sheet) -> str:
    """A sentence with the numbers of committees and organisations drawn on the sheet."""
    nodes = [placed.branch.node for placed in sheet.composition.boxes]
    groups = [node for node in nodes if node.kind is not NodeKind.ORGANISATION]
    planned = sum(node.status in _PLANNED for node in groups)
    ended = sum(node.status is NodeStatus.ENDED for node in groups)
    numbers = (
        (len(groups) - planned - ended, "bestehendes Gremium", "bestehende Gremien"),
        (planned, "geplantes Gremium", "geplante Gremien"),
        (ended, "beendetes Gremium", "beendete Gremien"),
        (len(nodes) - len(groups), "Organisation", "Organisationen"),
    )
    parts = [count(number, one, many) for number, one, many in numbers if number]
    links = " und ihre Verbindungen" if sheet.composition.lines else ""
    return f"Das Blatt zeigt {join_words(parts)}{links}."
