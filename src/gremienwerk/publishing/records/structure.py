"""The structure of a day as boxes and lines, without any wording."""

from __future__ import annotations

from typing import NamedTuple
from uuid import UUID

from gremienwerk.core.dates import VagueDate
from gremienwerk.publishing.records.listing import Term


class StructureNode(NamedTuple):
    """A committee (``kind`` is set) or an organisation that leads one (``kind`` is None)."""

    uid: UUID
    name: str
    kind: Term | None
    status: str
    planned: VagueDate | None
    founded: VagueDate | None
    ended: VagueDate | None


class StructureEdge(NamedTuple):
    """A line from one record to another: reports_to, belongs_to or led_by."""

    source: UUID
    target: UUID
    meaning: str


class Structure(NamedTuple):
    """All boxes in German order, organisations first, and the lines between them."""

    nodes: tuple[StructureNode, ...]
    edges: tuple[StructureEdge, ...]
