"""Cuts a structure that does not fit one legible page into sheets by subtree, and names where it goes on."""

from dataclasses import dataclass

from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _

from gremienwerk.documents.rendering.charting import boxes, composition
from gremienwerk.documents.rendering.charting.composition import Composition
from gremienwerk.documents.rendering.charting.trees import Branch, Forest
from gremienwerk.documents.rendering.content.charts import ChartEdge, EdgeMeaning, NodeKind

# At 0.62 of its size on A3 landscape the smallest text still stands 5.6 pt high; more does not go on a sheet.
MAX_SHEET_WIDTH, MAX_SHEET_HEIGHT = 1700.0, 900.0
# Beyond this many boxes a sheet never fits; saves asking the engine.
MAX_BOXES = 110
# Parts that have more boxes together are not tried on one sheet.
FEW_BOXES = 24

MEANING_WORD = {
    EdgeMeaning.REPORTS_TO: _("berichtet an"),
    EdgeMeaning.BELONGS_TO: _("gehört zu"),
    EdgeMeaning.LED_BY: _("wird geleitet von"),
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
    names = {branch.node.id: boxes.name_of(branch.node) for root in forest.roots for branch in root.walk()}
    forest = _without_loose_leaders(forest)
    parts: list[Part] = []
    _divide(Part(forest.roots, frozenset()), parts)
    parts = _together(parts)
    numbering = _Numbering(len(parts), _home_of_each(parts), _sheet_of_each(parts), names)
    return tuple(_sheet(number, part, numbering, forest) for number, part in enumerate(parts, 1))


def _without_loose_leaders(forest: Forest) -> Forest:
    """Leave out organisations of which only a second line would tell: the committee's box says who leads it."""
    said = {edge.target for edge in forest.cross_edges if edge.meaning is EdgeMeaning.LED_BY}
    roots = tuple(
        root
        for root in forest.roots
        if root.children or root.node.kind is not NodeKind.ORGANISATION or root.node.id not in said
    )
    return Forest(roots or forest.roots, forest.cross_edges)


def _divide(part: Part, parts: list[Part]) -> None:
    if _fits(part):
        parts.append(part)
    elif len(part.roots) > 1:
        # Trees that need sheets of their own come after those that share one.
        alone = [root for root in part.roots if not _fits(Part((root,), part.cut))]
        rest = tuple(root for root in part.roots if root not in alone)
        if rest and _fits(Part(rest, part.cut)):
            parts.append(Part(rest, part.cut))
        else:
            for half in _halves_of_roots(rest):
                _divide(Part(half, part.cut), parts)
        for root in alone:
            _divide(Part((root,), part.cut), parts)
    else:
        _divide_tree(part, parts)


def _together(parts: list[Part]) -> list[Part]:
    """Put small parts on one sheet where they fit, unless a box would stand there twice."""
    sheets: list[Part] = []
    for part in parts:
        for number, sheet in enumerate(sheets):
            both = Part((*sheet.roots, *part.roots), sheet.cut | part.cut)
            room = _count(sheet) + _count(part) <= FEW_BOXES and not (sheet.continued or part.continued)
            if room and not _ids(sheet) & _ids(part) and _fits(both):
                sheets[number] = both
                break
        else:
            sheets.append(part)
    return sheets


def _ids(part: Part) -> set[str]:
    return {branch.node.id for root in part.roots for branch in composition.visible(root, part.cut)}


def _count(part: Part) -> int:
    return len(_ids(part))


def _divide_tree(part: Part, parts: list[Part]) -> None:
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
    order = {branch.node.id: n for n, branch in enumerate(part.roots[0].walk())}
    if taken_off:
        _divide(Part(tuple(sorted(taken_off, key=lambda b: order[b.node.id])), frozenset()), parts)


def _inner(part: Part, cut: set[str]) -> list[Branch]:
    return [b for root in part.roots for b in root.children if b.children and b.node.id not in cut]


def _weight(branch: Branch) -> int:
    return sum(1 for _ in branch.walk())


def _halves_of_roots(roots: tuple[Branch, ...]) -> list[tuple[Branch, ...]]:
    """Two groups of about the same number of boxes, in order; one where there is only one root."""
    if len(roots) < 2:
        return [roots] if roots else []
    weights = [_weight(root) for root in roots]
    middle = min(range(1, len(roots)), key=lambda n: abs(sum(weights[:n]) - sum(weights[n:])))
    return [roots[:middle], roots[middle:]]


def _halves(part: Part) -> tuple[Part, Part]:
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
    here = _ids(part)
    onward = {node: numbering.home[node] for node in sorted(part.cut & here)}
    # Who else leads is said in words, as is every line that no eye could follow.
    spoken = {e for e in forest.cross_edges if e.meaning is EdgeMeaning.LED_BY or e.target not in here}
    while True:
        composed = composition.compose(
            roots=list(part.roots),
            cut=part.cut,
            remark=_Remarks(number, part, numbering, here, forest, frozenset(spoken)).of,
            cross_edges=tuple(edge for edge in forest.cross_edges if edge not in spoken),
        )
        if not composed.unclear:
            break
        spoken |= set(composed.unclear)
    lead = numbering.names[part.roots[0].node.id] if len(part.roots) == 1 else gettext("Übersicht")
    if part.continued:
        lead = gettext("%(name)s (Fortsetzung)") % {"name": lead}
    title = lead
    if numbering.count > 1:
        numbers = {"number": number, "total": numbering.count, "name": lead}
        title = gettext("Blatt %(number)s von %(total)s: %(name)s") % numbers
    return Sheet(number, title, composed, onward)


@dataclass(frozen=True, slots=True)
class _Remarks:
    """What the boxes of a sheet say besides their names: where it goes on, and lines that are not drawn."""

    number: int
    part: Part
    numbering: _Numbering
    here: set[str]
    forest: Forest
    spoken: frozenset[ChartEdge]

    def of(self, branch: Branch) -> str:
        """The remark of one box, empty if there is nothing to say."""
        node, numbering = branch.node.id, self.numbering
        is_root = any(root.node.id == node for root in self.part.roots)
        said = []
        if node in self.part.cut:
            said.append(gettext("weiter auf Blatt %(number)s") % {"number": numbering.home[node]})
        elif is_root and (self.part.continued or numbering.own[node] != self.number):
            said.append(gettext("Fortsetzung von Blatt %(number)s") % {"number": numbering.own[node]})
        said += [
            self._line(edge)
            for edge in self.forest.cross_edges
            if edge.source == node and edge in self.spoken
        ]
        return " · ".join(said)

    def _line(self, edge: ChartEdge) -> str:
        target, sheet = self.numbering.names[edge.target], self.numbering.own.get(edge.target)
        if sheet is not None and edge.target not in self.here:
            target = gettext("%(name)s, Blatt %(number)s") % {"name": target, "number": sheet}
        return besides(edge.meaning, target)


def line_words(meaning: EdgeMeaning, target: str) -> str:
    """What a line says: "berichtet an Lenkungsgruppe"."""
    return gettext("%(meaning)s %(target)s") % {"meaning": gettext(MEANING_WORD[meaning]), "target": target}


def besides(meaning: EdgeMeaning, target: str) -> str:
    """What a line says that is not drawn."""
    return gettext("außerdem: %(line)s") % {"line": line_words(meaning, target)}
