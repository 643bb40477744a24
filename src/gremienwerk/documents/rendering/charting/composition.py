"""One sheet composed: boxes in columns and rows, with the lines between them, all in place."""

from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import groupby
from math import ceil, sqrt

from gremienwerk.documents.rendering.charting import boxes, layout
from gremienwerk.documents.rendering.charting.boxes import Box
from gremienwerk.documents.rendering.charting.layout import Block, Rectangle
from gremienwerk.documents.rendering.charting.trees import Branch
from gremienwerk.documents.rendering.content.charts import ChartEdge, EdgeMeaning

COLUMN_INDENT, COLUMN_STEP = 18.0, 9.0
SIDE_BY_SIDE = 3
MAX_ROWS = 9

Remark = Callable[[Branch], str]


@dataclass(frozen=True, slots=True)
class PlacedBox:
    """A box where it is drawn; `branch` says what hangs below it and by which line it hangs itself."""

    branch: Branch
    box: Box
    at: Rectangle


@dataclass(frozen=True, slots=True)
class Line:
    """A drawn line with its meaning; `points` are corners, or Bézier points when `curved`. It starts below."""

    meaning: EdgeMeaning
    points: tuple[tuple[float, float], ...]
    curved: bool = False


@dataclass(frozen=True, slots=True)
class Composition:
    """Everything drawn on one sheet, and its size without margins and legend."""

    boxes: tuple[PlacedBox, ...]
    lines: tuple[Line, ...]
    width: float
    height: float


@dataclass(slots=True)
class _Plan:
    """A block before it is placed: one box, or a column of boxes below the same superior."""

    branches: list[Branch]
    boxes: list[Box]
    above: int | None
    row: int
    column: bool
    at: layout.Place = field(default=layout.Place(0, 0))


@dataclass(frozen=True, slots=True)
class _Planner:
    """Collects the blocks of a sheet from the top down."""

    plans: list[_Plan]
    cut: frozenset[str]
    fit: Callable[[Branch], Box]

    def is_leaf(self, branch: Branch) -> bool:
        return not branch.children or branch.node.id in self.cut

    def plan(self, children: list[Branch], above: int | None, row: int) -> None:
        leaves = sum(self.is_leaf(child) for child in children)
        columns = leaves > SIDE_BY_SIDE or (leaves > 1 and len(children) > SIDE_BY_SIDE)
        # Inner nodes first, then columns of leaves by meaning: one line style for each column.
        ordered = sorted(children, key=self._kind) if columns else children
        for (leaf, _), members in groupby(ordered, key=self._kind):
            group = list(members)
            if leaf and columns and len(group) > 1:
                self._plan_columns(group, above, row)
                continue
            for branch in group:
                self.plans.append(_Plan([branch], [self.fit(branch)], above, row, False))
                if not self.is_leaf(branch):
                    self.plan(branch.children, len(self.plans) - 1, row + 1)

    def _kind(self, branch: Branch) -> tuple[bool, str]:
        return self.is_leaf(branch), branch.edge.meaning if branch.edge else ""

    def _plan_columns(self, group: list[Branch], above: int | None, row: int) -> None:
        rows = min(MAX_ROWS, max(SIDE_BY_SIDE, ceil(sqrt(2.2 * len(group)))))
        rows = ceil(len(group) / ceil(len(group) / rows))
        for start in range(0, len(group), rows):
            column = group[start : start + rows]
            boxes_in_it = [self.fit(branch) for branch in column]
            self.plans.append(_Plan(column, boxes_in_it, above, row, above is not None))


def compose(
    *, roots: list[Branch], cut: frozenset[str], remark: Remark, cross_edges: tuple[ChartEdge, ...]
) -> Composition:
    """Lay out the roots with all below them, but nothing below the nodes whose ids are in `cut`."""
    shown = [branch.node for root in roots for branch in visible(root, cut)]
    box_width = boxes.common_width(shown)
    plans: list[_Plan] = []

    def fit(branch: Branch) -> Box:
        said = " · ".join(text for text in (branch.edge.label if branch.edge else "", remark(branch)) if text)
        return boxes.fit(node=branch.node, box_width=box_width, remark=said)

    _Planner(plans, cut, fit).plan(roots, None, 0)
    blocks = [
        Block(box_width + (COLUMN_INDENT if p.column else 0), _height(p), p.above, p.row) for p in plans
    ]
    places, width, height = layout.place(blocks)
    for plan, spot in zip(plans, places, strict=True):
        plan.at = spot
    placed = {b.branch.node.id: b for plan in plans for b in _placed(plan, box_width)}
    in_order = tuple(placed[branch.node.id] for root in roots for branch in visible(root, cut))
    lines = [line for plan in plans for line in _tree_lines(plan, plans, box_width)]
    lines += _cross_lines(in_order, cross_edges)
    return Composition(in_order, tuple(lines), width, height)


def visible(branch: Branch, cut: frozenset[str]) -> list[Branch]:
    """The branch and what is drawn below it, in reading order; nothing below the ids in `cut`."""
    below = [] if branch.node.id in cut else [b for child in branch.children for b in visible(child, cut)]
    return [branch, *below]


def _height(plan: _Plan) -> float:
    return sum(box.height for box in plan.boxes) + COLUMN_STEP * (len(plan.boxes) - 1)


def _placed(plan: _Plan, width: float) -> list[PlacedBox]:
    x, y = plan.at.x + (COLUMN_INDENT if plan.column else 0), plan.at.y
    placed = []
    for branch, box in zip(plan.branches, plan.boxes, strict=True):
        placed.append(PlacedBox(branch, box, Rectangle(x, y, width, box.height)))
        y += box.height + COLUMN_STEP
    return placed


def _tree_lines(plan: _Plan, plans: list[_Plan], width: float) -> list[Line]:
    if plan.above is None:
        return []
    superior = plans[plan.above]
    trunk_x, trunk_y = superior.at.x + width / 2, superior.at.y + superior.boxes[0].height
    bus_y = plan.at.y - layout.ROW_GAP / 2
    lines = []
    for placed in _placed(plan, width):
        edge = placed.branch.edge
        if edge is None:
            continue
        points: tuple[tuple[float, float], ...]
        if plan.column:
            x, y = plan.at.x + 6, placed.at.y + min(placed.at.height / 2, 17)
            points = ((placed.at.x, y), (x, y), (x, bus_y), (trunk_x, bus_y), (trunk_x, trunk_y))
        else:
            x = placed.at.x + width / 2
            points = ((x, placed.at.y), (x, bus_y), (trunk_x, bus_y), (trunk_x, trunk_y))
        lines.append(Line(edge.meaning, points))
    return lines


def _cross_lines(placed: tuple[PlacedBox, ...], cross_edges: tuple[ChartEdge, ...]) -> list[Line]:
    index = {box.branch.node.id: number for number, box in enumerate(placed)}
    here = [edge for edge in cross_edges if edge.source in index and edge.target in index]
    links = [layout.Link(index[edge.source], index[edge.target]) for edge in here]
    routes = layout.route(rectangles=[box.at for box in placed], links=links)
    return [Line(e.meaning, r.points, curved=True) for e, r in zip(here, routes, strict=True)]
