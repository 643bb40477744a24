"""Who hangs below whom: the chart as a forest, with the lines that are left over."""

from collections.abc import Iterator
from dataclasses import dataclass

from gremienwerk.documents.rendering.content.charts import Chart, ChartEdge, ChartNode


@dataclass(slots=True)
class Branch:
    """A node with what hangs below it; `edge` is the line to its superior, None for a root."""

    node: ChartNode
    edge: ChartEdge | None
    children: list["Branch"]

    def walk(self) -> Iterator["Branch"]:
        """The branch itself, then everything below it, in reading order."""
        stack = [self]
        while stack:
            branch = stack.pop()
            yield branch
            stack.extend(reversed(branch.children))


@dataclass(frozen=True, slots=True)
class Forest:
    """The roots in reading order, and the lines that are no part of a tree (second superiors, circles)."""

    roots: tuple[Branch, ...]
    cross_edges: tuple[ChartEdge, ...]


def grow(*, chart: Chart) -> Forest:
    """Hang every node below its first superior; lines that would close a circle stay cross lines.

    Raises:
        ValueError: a node id occurs twice, or a line names an id that no node has.
    """
    branches = {node.id: Branch(node, None, []) for node in chart.nodes}
    if len(branches) != len(chart.nodes):
        raise ValueError("chart: node ids must be unique")
    superior: dict[str, str] = {}
    cross: list[ChartEdge] = []
    for edge in chart.edges:
        if edge.source not in branches or edge.target not in branches:
            raise ValueError(f"chart: line between unknown nodes {edge.source!r} and {edge.target!r}")
        if edge.source in superior or _is_above(superior, edge.source, edge.target):
            cross.append(edge)
            continue
        superior[edge.source] = edge.target
        branches[edge.source].edge = edge
    for node in chart.nodes:
        if node.id in superior:
            branches[superior[node.id]].children.append(branches[node.id])
    roots = tuple(branches[node.id] for node in chart.nodes if node.id not in superior)
    return Forest(roots, tuple(edge for edge in cross if edge.source != edge.target))


def _is_above(superior: dict[str, str], upper: str, lower: str) -> bool:
    step: str | None = lower
    while step is not None:
        if step == upper:
            return True
        step = superior.get(step)
    return False
