"""What a sheet shows, counted: for the description that stands in for the drawing."""

from django.utils.translation import get_language, gettext, ngettext

from gremienwerk.core import wording
from gremienwerk.core.languages import DEFAULT
from gremienwerk.documents.rendering.charting.sheets import Sheet
from gremienwerk.documents.rendering.content.charts import NodeKind, NodeStatus

_PLANNED = (NodeStatus.PLANNED, NodeStatus.OVERDUE)


def describe_sheet(*, sheet: Sheet) -> str:
    """A sentence with the numbers of committees and organisations drawn on the sheet, in the active language."""
    nodes = [placed.branch.node for placed in sheet.composition.boxes]
    groups = [node for node in nodes if node.kind is not NodeKind.ORGANISATION]
    planned = sum(node.status in _PLANNED for node in groups)
    ended = sum(node.status is NodeStatus.ENDED for node in groups)
    counts = (
        _existing(len(groups) - planned - ended),
        _planned(planned),
        _ended(ended),
        _organisations(len(nodes) - len(groups)),
    )
    parts = {"parts": wording.join(filter(None, counts), get_language() or DEFAULT.code)}
    if sheet.composition.lines:
        return gettext("Das Blatt zeigt %(parts)s und ihre Verbindungen.") % parts
    return gettext("Das Blatt zeigt %(parts)s.") % parts


def _existing(count: int) -> str:
    text = ngettext("%(num)s bestehendes Gremium", "%(num)s bestehende Gremien", count)
    return text % {"num": count} if count else ""


def _planned(count: int) -> str:
    text = ngettext("%(num)s geplantes Gremium", "%(num)s geplante Gremien", count)
    return text % {"num": count} if count else ""


def _ended(count: int) -> str:
    text = ngettext("%(num)s beendetes Gremium", "%(num)s beendete Gremien", count)
    return text % {"num": count} if count else ""


def _organisations(count: int) -> str:
    text = ngettext("%(num)s Organisation", "%(num)s Organisationen", count)
    return text % {"num": count} if count else ""
