"""A structure too large for one page, divided by branches: every part holds about as much, however large the register."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple
from uuid import UUID

from gremienwerk.publishing.records import Structure, StructureEdge, StructureNode

#: Up to this many boxes stand on one page (about 250 kB of HTML, 25 kB transferred).
MOST_ON_ONE_PAGE = 150
#: Beyond that, this many boxes stand in a part.
MOST_IN_A_PART = 80

Below = Mapping[UUID | None, list[UUID]]


class Part(NamedTuple):
    """What one page shows.

    ``lead`` is the box that its address names, None where there is one part only; ``tops`` are the boxes from which
    the others hang. ``onward`` says in which part it goes on below a box, ``from_part`` in which part a box at the top
    is drawn with what is above it. ``lines`` lead to boxes of other parts.
    """

    number: int
    lead: UUID | None
    tops: tuple[StructureNode, ...]
    structure: Structure
    onward: Mapping[UUID, int]
    from_part: Mapping[UUID, int]
    lines: tuple[StructureEdge, ...]


class Parts(NamedTuple):
    """The whole structure in reading order, and in which part each box is drawn with what hangs below it."""

    whole: Structure
    parts: tuple[Part, ...]
    home: Mapping[UUID, int]

    def part_of(self, uid: UUID) -> Part | None:
        """The part whose address names a box; failing that, where the box is drawn with what is below it."""
        named = next((part for part in self.parts if part.lead == uid), None)
        if named is None and uid in self.home:
            return self.parts[self.home[uid] - 1]
        return named


class _Piece(NamedTuple):
    """A tree, or some of it: its root, all its boxes, and those of them that go on elsewhere."""

    root: UUID
    boxes: tuple[UUID, ...]
    cut: frozenset[UUID]


def divide(*, structure: Structure, most: int = MOST_IN_A_PART, whole: int = MOST_ON_ONE_PAGE) -> Parts:
    """Divide a structure into parts of at most ``most`` boxes; one part if it has at most ``whole``.

    A tree too large for a part shows its root with what hangs directly below; what is further below has parts of
    its own. A root with very many boxes directly below it is repeated in several parts.
    """
    if len(structure.nodes) <= whole:
        every = Part(1, None, (), structure, {}, {}, ())
        return Parts(structure, (every,), {node.uid: 1 for node in structure.nodes})
    below = _below(structure)
    pieces = [piece for root in below[None] for piece in _pieces(root, below, most)]
    plan = _plan(structure, _together(pieces, most))
    return Parts(structure, tuple(_parts(plan)), plan.home)


class _Plan(NamedTuple):
    """Which pieces share a part; ``own`` is the part that shows a box first."""

    groups: list[list[_Piece]]
    nodes: Mapping[UUID, StructureNode]
    order: Mapping[UUID, int]
    lines: Mapping[UUID, list[StructureEdge]]
    home: Mapping[UUID, int]
    own: Mapping[UUID, int]


def _plan(structure: Structure, groups: list[list[_Piece]]) -> _Plan:
    home: dict[UUID, int] = {}
    own: dict[UUID, int] = {}
    for number, group in enumerate(groups, 1):
        for piece in group:
            for uid in piece.boxes:
                own.setdefault(uid, number)
                if uid not in piece.cut:
                    home.setdefault(uid, number)
    lines: dict[UUID, list[StructureEdge]] = {}
    for edge in structure.edges:
        lines.setdefault(edge.source, []).append(edge)
    nodes = {node.uid: node for node in structure.nodes}
    return _Plan(groups, nodes, {uid: n for n, uid in enumerate(nodes)}, lines, home, own)


def _below(structure: Structure) -> Below:
    """What hangs below each box, and below None the roots; a box hangs below its first superior."""
    superior: dict[UUID, UUID] = {}
    for edge in structure.edges:
        if edge.source not in superior and not _is_above(superior, edge.source, edge.target):
            superior[edge.source] = edge.target
    below: dict[UUID | None, list[UUID]] = {None: []}
    for node in structure.nodes:
        below.setdefault(superior.get(node.uid), []).append(node.uid)
    return below


def _is_above(superior: Mapping[UUID, UUID], upper: UUID, lower: UUID) -> bool:
    step: UUID | None = lower
    while step is not None and step != upper:
        step = superior.get(step)
    return step is not None


def _walk(root: UUID, below: Below) -> Iterator[UUID]:
    stack = [root]
    while stack:
        uid = stack.pop()
        yield uid
        stack.extend(reversed(below.get(uid, ())))


def _pieces(root: UUID, below: Below, most: int) -> list[_Piece]:
    found: list[_Piece] = []
    waiting = [root]
    while waiting:
        top = waiting.pop()
        boxes = tuple(_walk(top, below))
        if len(boxes) <= most:
            found.append(_Piece(top, boxes, frozenset()))
            continue
        trees = {child: tuple(_walk(child, below)) for child in below.get(top, ())}
        cut = _taken_off(trees, most - 1)
        found += _in_rows(
            top, {child: (child,) if child in cut else tree for child, tree in trees.items()}, cut, most
        )
        waiting += [child for child in reversed(list(trees)) if child in cut]
    return found


def _taken_off(trees: Mapping[UUID, tuple[UUID, ...]], room: int) -> frozenset[UUID]:
    """The heaviest trees, until the others with one box for each of these have room."""
    needed = sum(len(tree) for tree in trees.values())
    cut = set()
    for child, tree in sorted(trees.items(), key=lambda item: -len(item[1])):
        if needed <= room or len(tree) == 1:
            break
        cut.add(child)
        needed -= len(tree) - 1
    return frozenset(cut)


def _in_rows(
    top: UUID, trees: Mapping[UUID, tuple[UUID, ...]], cut: frozenset[UUID], most: int
) -> Iterator[_Piece]:
    row: list[UUID] = [top]
    for tree in trees.values():
        if len(row) + len(tree) > most:
            yield _Piece(top, tuple(row), cut & set(row))
            row = [top]
        row += tree
    yield _Piece(top, tuple(row), cut & set(row))


def _together(pieces: Iterable[_Piece], most: int) -> list[list[_Piece]]:
    """Neighbours share a part while there is room, unless a box would stand there twice."""
    groups: list[list[_Piece]] = []
    here: set[UUID] = set()
    for piece in pieces:
        if not groups or len(here) + len(piece.boxes) > most or not here.isdisjoint(piece.boxes):
            groups.append([])
            here = set()
        groups[-1].append(piece)
        here |= set(piece.boxes)
    return groups


def _parts(plan: _Plan) -> Iterator[Part]:
    taken: set[UUID] = set()
    for number, group in enumerate(plan.groups, 1):
        lead = next(uid for uid in _leads(number, group, plan) if uid not in taken)
        taken.add(lead)
        boxes = sorted({uid for piece in group for uid in piece.boxes}, key=plan.order.__getitem__)
        edges = [edge for uid in boxes for edge in plan.lines.get(uid, ())]
        here = set(boxes)
        inside = sorted(
            (edge for edge in edges if edge.target in here),
            key=lambda edge: (edge.meaning, str(edge.source), str(edge.target)),
        )
        yield Part(
            number=number,
            lead=lead,
            tops=tuple(plan.nodes[piece.root] for piece in group),
            structure=Structure(tuple(plan.nodes[uid] for uid in boxes), tuple(inside)),
            onward={uid: plan.home[uid] for piece in group for uid in piece.boxes if uid in piece.cut},
            from_part={piece.root: plan.own[piece.root] for piece in group if plan.own[piece.root] != number},
            lines=tuple(edge for edge in edges if edge.target not in here),
        )


def _leads(number: int, group: list[_Piece], plan: _Plan) -> Iterator[UUID]:
    """Boxes that may name a part, the best first; at least one of them is new here, so it names no earlier part."""
    yield from (piece.root for piece in group if plan.home[piece.root] == number)
    boxes = [uid for piece in group for uid in piece.boxes if plan.own[uid] == number]
    yield from (uid for uid in boxes if plan.home[uid] == number)
    yield from boxes
