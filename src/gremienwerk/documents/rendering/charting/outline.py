"""The chart in words: the same boxes and lines as a nested list, for those who do not see the drawing."""

from typing import NamedTuple

from gremienwerk.documents.rendering.charting import boxes
from gremienwerk.documents.rendering.charting.sheets import besides, line_words
from gremienwerk.documents.rendering.charting.trees import Branch, Forest


class OutlineItem(NamedTuple):
    """One box in words, with what hangs below it."""

    text: str
    url: str | None
    children: tuple["OutlineItem", ...]


def outline(*, forest: Forest) -> tuple[OutlineItem, ...]:
    """The forest as a nested list; each line says kind, status and every superior with the line's meaning."""
    names = {branch.node.id: boxes.name_of(branch.node) for root in forest.roots for branch in root.walk()}
    more: dict[str, list[str]] = {}
    for edge in forest.cross_edges:
        more.setdefault(edge.source, []).append(besides(edge.meaning, names[edge.target]))
    return tuple(_item(root, names, more) for root in forest.roots)


def _item(branch: Branch, names: dict[str, str], more: dict[str, list[str]]) -> OutlineItem:
    node, edge = branch.node, branch.edge
    said = [node.sublabel, boxes.sign_word(node)]
    if edge is not None:
        said.append(line_words(edge.meaning, names[edge.target]) + (f" ({edge.label})" if edge.label else ""))
    said += more.get(node.id, [])
    text = "; ".join(part for part in said if part)
    children = tuple(_item(child, names, more) for child in branch.children)
    return OutlineItem(f"{names[node.id]}: {text}" if text else names[node.id], node.url, children)
