"""One sheet composed: boxes in columns and rows, with the lines between them, all in place."""

from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import groupby
from math import ceil, sqrt

from gremienwerk.documents.rendering.charting import boxes, clearance, layout
from gremienwerk.documents.rendering.charting.boxes import Box
from gremienwerk.documents.rendering.charting.layout import Block, Rectangle
from gremienwerk.documents.rendering.charting.trees import Branch
from gremienwerk.documents.rendering.content.charts import ChartEdge, EdgeMeaning

COLUMN_INDENT, COLUMN_STEP = 18.0, 10.0
# Lines of different meaning from one superior keep this far apart.
MEANING_GAP = 14.0
BAND_WIDTH, BAND_GAP = 1560.0, 46.0
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
    """Everything drawn on one sheet, and its size without margins and legend.

    `unclear` are the cross lines that could not be drawn around the boxes and beside the other lines.
    """

    boxes: tuple[PlacedBox, ...]
    lines: tuple[Line, ...]
    width: float
    height: float
    unclear: tuple[ChartEdge, ...] = ()


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

    def fit(branch: Branch) -> Box:
        said = " · ".join(text for text in (branch.edge.label if branch.edge else "", remark(branch)) if text)
        return boxes.fit(node=branch.node, box_width=box_width, remark=said)

    placed: dict[str, PlacedBox] = {}
    lines: list[Line] = []
    width = height = 0.0
    for band in _bands(roots, cut, fit, box_width):
        top = height + BAND_GAP if height else 0.0
        plans: list[_Plan] = []
        _Planner(plans, cut, fit).plan(band, None, 0)
        across, down = _settle(plans, box_width, top)
        width, height = max(width, across), top + down
        placed |= {b.branch.node.id: b for plan in plans for b in _placed(plan, box_width)}
        lanes = _lanes(plans)
        lines += [line for plan in plans for line in _tree_lines(plan, plans, box_width, lanes)]
    in_order = tuple(placed[branch.node.id] for root in roots for branch in visible(root, cut))
    drawn, unclear = _cross_lines(in_order, cross_edges, lines)
    return Composition(in_order, (*lines, *drawn), width, height, unclear)


def _bands(
    roots: list[Branch], cut: frozenset[str], fit: Callable[[Branch], Box], box_width: float
) -> list[list[Branch]]:
    """The roots in bands below each other, each about as wide as a sheet."""
    bands: list[list[Branch]] = [[]]
    used = 0.0
    for root in roots:
        plans: list[_Plan] = []
        _Planner(plans, cut, fit).plan([root], None, 0)
        room = _room(0, plans, box_width)
        if bands[-1] and used + room > BAND_WIDTH:
            bands.append([])
            used = 0.0
        bands[-1].append(root)
        used += room
    return bands


def _room(index: int, plans: list[_Plan], box_width: float) -> float:
    """How wide a block is with all that hangs below it, about."""
    below = sum(_room(n, plans, box_width) for n, plan in enumerate(plans) if plan.above == index)
    own = box_width + (COLUMN_INDENT if plans[index].column else 0) + layout.COLUMN_GAP
    return max(own, below)


def _settle(plans: list[_Plan], box_width: float, top: float) -> tuple[float, float]:
    """Have the engine place the blocks of one band; gives its width and height."""
    blocks = [
        Block(box_width + (COLUMN_INDENT if p.column else 0), _height(p), p.above, p.row) for p in plans
    ]
    places, width, height = layout.place(blocks)
    for plan, spot in zip(plans, places, strict=True):
        plan.at = layout.Place(spot.x, spot.y + top)
    return width, height


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


_Lanes = dict[tuple[int, EdgeMeaning], float]


def _lanes(plans: list[_Plan]) -> _Lanes:
    """How far the lines of each meaning below a superior stand off its middle."""
    meanings: dict[int, list[EdgeMeaning]] = {}
    for plan in plans:
        for branch in plan.branches:
            if plan.above is not None and branch.edge is not None:
                found = meanings.setdefault(plan.above, [])
                if branch.edge.meaning not in found:
                    found.append(branch.edge.meaning)
    return {
        (above, meaning): (number - (len(found) - 1) / 2) * MEANING_GAP
        for above, found in meanings.items()
        for number, meaning in enumerate(found)
    }


def _tree_lines(plan: _Plan, plans: list[_Plan], width: float, lanes: _Lanes) -> list[Line]:
    if plan.above is None:
        return []
    superior = plans[plan.above]
    middle, trunk_y = superior.at.x + width / 2, superior.at.y + superior.boxes[0].height
    lines = []
    for placed in _placed(plan, width):
        edge = placed.branch.edge
        if edge is None:
            continue
        lane = lanes[plan.above, edge.meaning]
        trunk_x, bus_y = middle + lane, plan.at.y - layout.ROW_GAP / 2 + lane
        points: tuple[tuple[float, float], ...]
        if plan.column:
            x, y = plan.at.x + 6, placed.at.y + min(placed.at.height / 2, 17)
            points = ((placed.at.x, y), (x, y), (x, bus_y), (trunk_x, bus_y), (trunk_x, trunk_y))
        else:
            x = placed.at.x + width / 2
            points = ((x, placed.at.y), (x, bus_y), (trunk_x, bus_y), (trunk_x, trunk_y))
        lines.append(Line(edge.meaning, points))
    return lines


def _cross_lines(
    placed: tuple[PlacedBox, ...], cross_edges: tuple[ChartEdge, ...], drawn: list[Line]
) -> tuple[list[Line], tuple[ChartEdge, ...]]:
    """The lines besides the tree, and the edges for which no clear way was found."""
    index = {box.branch.node.id: number for number, box in enumerate(placed)}
    here = [edge for edge in cross_edges if edge.source in index and edge.target in index]
    links = [layout.Link(index[edge.source], index[edge.target]) for edge in here]
    routes = layout.route(rectangles=[box.at for box in placed], links=links)
    paths = [clearance.along(points=line.points, curved=line.curved) for line in drawn]
    lines, unclear = [], []
    for edge, link, way in zip(here, links, routes, strict=True):
        path = clearance.along(points=way.points, curved=True)
        others = [box.at for number, box in enumerate(placed) if number not in link]
        if clearance.crosses(path=path, rectangles=others) or clearance.runs_on(path=path, others=paths):
            unclear.append(edge)
            continue
        paths.append(path)
        lines.append(Line(edge.meaning, way.points, curved=True))
    return lines, tuple(unclear)
