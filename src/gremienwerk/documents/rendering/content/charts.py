"""The structure chart: boxes and lines with their meaning."""

import datetime
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple


class NodeKind(StrEnum):
    """What a box stands for; decides its shape."""

    ORGANISATION = "organisation"
    GROUP = "group"
    STEERING = "steering"


class NodeStatus(StrEnum):
    """How far the thing exists on the chart's date; decides fill, border and the word in the box."""

    EXISTING = "existing"
    PLANNED = "planned"
    OVERDUE = "overdue"
    DORMANT = "dormant"
    ENDED = "ended"


class EdgeMeaning(StrEnum):
    """The one meaning of a line; the source is the lower box, the target the upper one."""

    REPORTS_TO = "reports_to"
    BELONGS_TO = "belongs_to"
    LED_BY = "led_by"


class ChartNode(NamedTuple):
    """A box. `label` may be None for a planned group without a name yet. `url` makes it a link."""

    id: str
    label: str | None
    sublabel: str = ""
    kind: NodeKind = NodeKind.GROUP
    status: NodeStatus = NodeStatus.EXISTING
    url: str | None = None


class ChartEdge(NamedTuple):
    """A line from `source` (the lower box) to `target` (the upper one), both node ids; `label` is optional."""

    source: str
    target: str
    meaning: EdgeMeaning
    label: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """A committee structure on a date. Nodes are in reading order; edges to unknown ids are an error.

    ``language`` is the code of the language (``core.languages``) of the chart's own words: legend, status.
    """

    title: str
    description: str
    as_of: datetime.date
    nodes: tuple[ChartNode, ...]
    edges: tuple[ChartEdge, ...]
    language: str = "de"
