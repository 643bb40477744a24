"""Which of the numbers at line starts number the questions.

Candidates of one kind of numbering form chains (1, 2, 3 …). Each item is weighed by how much it
looks like a question; the chain with the best sum wins within its kind, and among the kinds that
pass the outermost one, which begins first. Street lists, statutes, table rows and annexes do not
look like questions and fail.
"""

from __future__ import annotations

from dataclasses import dataclass

from gremienwerk.documents.reading.lines import LineKind
from gremienwerk.inquiries.intake.breaks import Layout
from gremienwerk.inquiries.intake.headings import ends_questions, opens_replies, reply_of
from gremienwerk.inquiries.intake.likeness import introduces, is_asking, likeness, requests_list
from gremienwerk.inquiries.intake.marks import Family, Mark, marks_of
from gremienwerk.inquiries.intake.wording import unwrap

_PASS = 1.0
"""Mean weight from which a chain counts as questions: a request without a question mark has 1.5."""
_SECTION_FAMILIES = {Family.UPPER, Family.LARGE_ROMAN}


@dataclass(frozen=True, slots=True)
class Candidate:
    """A line that may begin an item."""

    index: int
    mark: Mark
    weight: float
    asking: bool


@dataclass(frozen=True, slots=True)
class Chain:
    """Items of one numbering in reading order."""

    family: Family
    items: tuple[Candidate, ...]
    score: float

    @property
    def mean(self) -> float:
        """Average weight of an item."""
        return sum(item.weight for item in self.items) / len(self.items)


def find_questions(layout: Layout) -> Chain | None:
    """The chain of numbered (or bulleted) questions of a document, or None."""
    candidates = _candidates(layout)
    chains = [chain for family in Family if (chain := _best(layout, family, candidates.get(family, [])))]
    passed = [chain for chain in chains if _passes(layout, chain)]
    if not passed:
        lists = [
            _requested(layout, found) for family, found in candidates.items() if family is not Family.BULLET
        ]
        return next((chain for chain in lists if chain), None)
    numbered = [chain for chain in passed if chain.family is not Family.BULLET]
    outermost = min(numbered or passed, key=lambda chain: (chain.items[0].index, -chain.score))
    rivals = [
        chain for chain in numbered if chain.score > 2.5 * outermost.score and _outside(chain, outermost)
    ]
    return max(rivals, key=lambda chain: chain.score) if rivals else outermost


def _outside(chain: Chain, other: Chain) -> bool:
    """Whether a chain begins after all items of the other and not among them."""
    return chain.items[0].index > other.items[-1].index


def _candidates(layout: Layout) -> dict[Family, list[Candidate]]:
    found: dict[Family, list[Candidate]] = {}
    after_end = replies = False
    for index, line in enumerate(layout.lines):
        after_end = after_end or (ends_questions(line.text) and not line.label)
        replies = replies or opens_replies(line.text)
        if reply_of(line.text) and not line.label:
            continue
        for mark in marks_of(line):
            if line.kind is LineKind.TABLE and mark.family in {Family.BARE, Family.MULTI} and not mark.sure:
                continue
            text = _own_text(layout, index, mark)
            weight = (
                likeness(text) - (1.0 if after_end else 0.0) - (2.0 if replies and "?" not in text else 0.0)
            )
            if mark.family is Family.BARE and not is_asking(text) and not _heads_parts(layout, index, mark):
                continue
            found.setdefault(mark.family, []).append(Candidate(index, mark, weight, is_asking(text)))
    return found


def _heads_parts(layout: Layout, index: int, mark: Mark) -> bool:
    """Whether "1 Verbrauch" is followed by "1.1 …"."""
    below = marks_of(layout.lines[index + 1]) if index + 1 < len(layout.lines) else ()
    return any(one.family is Family.MULTI and one.under == mark.number for one in below)


def _own_text(layout: Layout, index: int, mark: Mark) -> str:
    """The item's text up to the next paragraph or number; a number alone takes the next line too."""
    end = index + 1
    limit = min(len(layout.lines), index + 25)
    while end < limit and (not layout.begins_paragraph(end) or (end == index + 1 and not mark.rest)):
        if any(
            other.family is not Family.BARE or other.family is mark.family
            for other in marks_of(layout.lines[end])
        ):
            break
        end += 1
    return unwrap([mark.rest, *(line.text for line in layout.lines[index + 1 : end])])


def _best(layout: Layout, family: Family, candidates: list[Candidate]) -> Chain | None:
    if not candidates:
        return None
    if family is Family.BULLET:
        return _best_bullets(layout, candidates)
    weighed = _with_nested(layout, family, candidates)
    best: list[tuple[float, int | None]] = []
    for position, item in enumerate(weighed):
        start = item.weight + (0.5 if item.mark.value == 1 else -3.0)
        score, before = start, None
        for earlier in range(position):
            total = best[earlier][0] + item.weight + _step(weighed[earlier], item)
            if total > score:
                score, before = total, earlier
        best.append((score, before))
    last = max(range(len(best)), key=lambda position: (best[position][0], -position))
    items: list[Candidate] = []
    at: int | None = last
    while at is not None:
        items.append(weighed[at])
        at = best[at][1]
    return Chain(family, tuple(reversed(items)), best[last][0])


def _step(before: Candidate, item: Candidate) -> float:
    """How well one number follows another: the next one, a double, a gap, a new start."""
    if before.mark.family is Family.MULTI and before.mark.under != item.mark.under:
        return 0.4 if item.mark.value == 1 else -2.0
    difference = item.mark.value - before.mark.value
    if difference == 1:
        return 0.5
    if difference == 0:
        return -1.0 if item.asking and before.asking else -6.0
    if difference == 2:
        return -1.5
    return -1.5 if item.mark.value == 1 and item.asking else -8.0


def _with_nested(layout: Layout, family: Family, candidates: list[Candidate]) -> list[Candidate]:
    """Let headings count as questions where questions hang below them as parts ("3. Förderungen – …?").

    Not for A, B, I, II with numbered questions inside: these are sections.
    """
    weighed: list[Candidate] = []
    for position, item in enumerate(candidates):
        end = candidates[position + 1].index if position + 1 < len(candidates) else len(layout.lines)
        weight = item.weight
        if not item.asking and weight < 2.0 and _has_asking_parts(layout, item, end, family):
            weight = max(weight, 1.6)
        weighed.append(Candidate(item.index, item.mark, weight, item.asking))
    return weighed


def _has_asking_parts(layout: Layout, item: Candidate, end: int, family: Family) -> bool:
    for index in range(item.index + 1, min(end, item.index + 60)):
        line = layout.lines[index]
        if ends_questions(line.text) or reply_of(line.text):
            return False
        for mark in marks_of(line):
            if mark.family is family or (
                family in _SECTION_FAMILIES and mark.family in {Family.DECIMAL, Family.WORD}
            ):
                return False
            if is_asking(_own_text(layout, index, mark)):
                return mark.family is not Family.MULTI or mark.under == item.mark.number
    return False


def _best_bullets(layout: Layout, candidates: list[Candidate]) -> Chain | None:
    runs: list[list[Candidate]] = []
    for item in candidates:
        if (
            runs
            and runs[-1][-1].mark.number == item.mark.number
            and not _interrupted(layout, runs[-1][-1], item)
        ):
            runs[-1].append(item)
        else:
            runs.append([item])
    chains = [
        Chain(Family.BULLET, tuple(run), sum(item.weight for item in run) + _announced(layout, run))
        for run in runs
    ]
    return max(chains, key=lambda chain: chain.score, default=None)


def _announced(layout: Layout, run: list[Candidate]) -> float:
    before = layout.lines[run[0].index - 1].text if run[0].index else ""
    return 2.0 if introduces(before) else 0.0


def _requested(layout: Layout, candidates: list[Candidate]) -> Chain | None:
    """A list of points below a sentence that asks for them ("Die Verwaltung möge berichten: a) …")."""
    for position, first in enumerate(candidates):
        above = layout.lines[first.index - 1].text if first.index else ""
        if first.mark.value > 1 or not requests_list(above):
            continue
        items = [first]
        for item in candidates[position + 1 :]:
            if item.mark.value == items[-1].mark.value + 1:
                items.append(item)
        if len(items) > 1:
            return Chain(first.mark.family, tuple(items), 1.0)
    return None


def _interrupted(layout: Layout, before: Candidate, item: Candidate) -> bool:
    """Whether a heading or a paragraph of its own stands between two bullets."""
    between = range(before.index + 1, item.index)
    if any(
        ends_questions(layout.lines[index].text) or introduces(layout.lines[index].text) for index in between
    ):
        return True
    return (
        sum(layout.begins_paragraph(index) and not is_asking(layout.lines[index].text) for index in between)
        > 1
    )


def _passes(layout: Layout, chain: Chain) -> bool:
    asking = sum(item.asking for item in chain.items)
    if chain.family is Family.BULLET and asking < 0.5 * len(chain.items):
        return (
            chain.family is Family.BULLET
            and chain.mean >= _PASS
            and bool(_announced(layout, list(chain.items)))
        )
    if len(chain.items) == 1 and not asking:
        return chain.mean >= 1.5 and _announced(layout, list(chain.items)) > 0
    bonus = 0.7 * _announced(layout, list(chain.items)) if chain.family is not Family.UPPER else 0.0
    return chain.mean + bonus / len(chain.items) >= _PASS or (chain.mean + bonus >= _PASS and bonus > 0)
