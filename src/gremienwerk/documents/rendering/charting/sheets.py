"""Cuts a structure that does not fit one legible page into sheets by subtree, and names where it goes on."""

from dataclasses import dataclass

from gremienwerk.documents.rendering.charting import boxes, composition
from gremienwerk.documents.rendering.charting.composition import Composition
from gremienwerk.documents.rendering.charting.trees import Branch, Forest
from gremienwerk.documents.rendering.content.charts import EdgeMeaning

# At 0.62 of its size on A3 landscape the smallest text still stands 5.6 pt high; more does not go on a sheet.
MAX_SHEET_WIDTH, MAX_SHEET_HEIGHT = 1700.0, 900.0
# Beyond this many boxes a sheet never fits; saves asking the engine.
MAX_BOXES = 110

MEANING_WORD = {
    EdgeMeaning.REPORTS_TO: "berichtet an",
    EdgeMeaning.BELONGS_TO: "gehört zu",
    EdgeMeaning.LED_BY: "wird geleitet von",
}


@dataclass(frozen=True, slots=True)
class Part:
    """What one sheet shows: roots with everything below them, except below the ids in `cut`."""

    roots: tuple[Branch, ...]
    cut: frozenset[str]
    continued: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """A numbered sheet. `onward` gives the sheet on which what hangs below a box is drawn, by node id."""

    number: int
    title: str
    composition: Composition
    onward: dict[str, int]


def cut_into_sheets(*, forest: Forest) -> tuple[Sheet, ...]:
    """The sheets in reading order; one sheet, without any remark, when everything fits."""
    parts: list[Part] = []
    _divide(Part(forest.roots, frozenset()), parts)
    names = {branch.node.id: boxes.name_of(branch.node) for root in forest.roots for branch in root.walk()}
    numbering = _Numbering(len(parts), _home_of_each(parts), _sheet_of_each(parts), names)
    return tuple(_sheet(number, part, numbering, forest) for number, part in enumerate(parts, 1))


def _divide(part: Part, parts: list[Part]) -> None:
    cut: set[str] = set(part.cut)
    taken_off: list[Branch] = []
    while not _fits(Part(part.roots, frozenset(cut))):
        heaviest = max(_inner(part, cut), key=_weight, default=None)
        if heaviest is None:
            break
        cut.add(heaviest.node.id)
        taken_off.append(heaviest)
    trial = Part(part.roots, frozenset(cut), part.continued)
    if _fits(trial):
        parts.append(trial)
    else:
        for half in _halves(trial):
            _divide(half, parts)
    order = {branch.node.id: n for n, branch in enumerate(b for root in part.roots for b in root.walk())}
    for branch in sorted(taken_off, key=lambda b: order[b.node.id]):
        _divide(Part((branch,), frozenset()), parts)


def _inner(part: Part, cut: set[str]) -> list[Branch]:
    below = (
        [child for root in part.roots for child in root.children]
        if len(part.roots) == 1
        else list(part.roots)
    )
    return [branch for branch in below if branch.children and branch.node.id not in cut]


def _weight(branch: Branch) -> int:
    return sum(1 for _ in branch.walk())


def _halves(part: Part) -> tuple[Part, Part]:
    if len(part.roots) > 1:
        middle = len(part.roots) // 2
        return Part(part.roots[:middle], part.cut), Part(part.roots[middle:], part.cut)
    root = part.roots[0]
    middle = len(root.children) // 2
    first = Branch(root.node, root.edge, root.children[:middle])
    second = Branch(root.node, root.edge, root.children[middle:])
    return Part((first,), part.cut, part.continued), Part((second,), part.cut, True)


def _fits(part: Part) -> bool:
    count = sum(len(composition.visible(root, part.cut)) for root in part.roots)
    if count <= 2:
        return True
    if count > MAX_BOXES:
        return False
    trial = composition.compose(roots=list(part.roots), cut=part.cut, remark=lambda _: "", cross_edges=())
    return trial.width <= MAX_SHEET_WIDTH and trial.height <= MAX_SHEET_HEIGHT


def _home_of_each(parts: list[Part]) -> dict[str, int]:
    home: dict[str, int] = {}
    for number, part in enumerate(parts, 1):
        for root in part.roots:
            if root.node.id not in part.cut:
                home.setdefault(root.node.id, number)
    return home


def _sheet_of_each(parts: list[Part]) -> dict[str, int]:
    own: dict[str, int] = {}
    for number, part in enumerate(parts, 1):
        for root in part.roots:
            for branch in composition.visible(root, part.cut):
                own.setdefault(branch.node.id, number)
    return own


@dataclass(frozen=True, slots=True)
class _Numbering:
    """On which sheet each node is drawn first, on which its own branch starts, and what it is called."""

    count: int
    home: dict[str, int]
    own: dict[str, int]
    names: dict[str, str]


def _sheet(number: int, part: Part, numbering: _Numbering, forest: Forest) -> Sheet:
    here = {branch.node.id for root in part.roots for branch in composition.visible(root, part.cut)}
    roots = {root.node.id for root in part.roots}
    onward = {node: numbering.home[node] for node in sorted(part.cut & here)}

    def remark(branch: Branch) -> str:
        node = branch.node.id
        said = []
        if node in onward:
            said.append(f"weiter auf Blatt {onward[node]}")
        elif node in roots and (part.continued or numbering.own[node] != number):
            said.append(f"Fortsetzung von Blatt {numbering.own[node]}")
        said += [
            f"außerdem: {MEANING_WORD[e.meaning]} {numbering.names[e.target]}, Blatt {numbering.own[e.target]}"
            for e in forest.cross_edges
            if e.source == node and e.target not in here
        ]
        return " · ".join(said)

    composed = composition.compose(
        roots=list(part.roots), cut=part.cut, remark=remark, cross_edges=forest.cross_edges
    )
    lead = numbering.names[part.roots[0].node.id] if len(part.roots) == 1 else "Übersicht"
    if part.continued:
        lead += " (Fortsetzung)"
    title = f"Blatt {number} von {numbering.count}: {lead}" if numbering.count > 1 else lead
    return Sheet(number, title, composed, onward)
