"""Questions in running text, proposed where nothing is numbered."""

from __future__ import annotations

import re
from dataclasses import dataclass

from gremienwerk.inquiries.intake.breaks import Layout, ends_sentence
from gremienwerk.inquiries.intake.headings import ends_questions
from gremienwerk.inquiries.intake.likeness import depends, follows_up, is_asking, is_motion, sentences
from gremienwerk.inquiries.intake.marks import Family, marks_of
from gremienwerk.inquiries.intake.wording import unwrap

_INDIRECT = re.compile(
    r"\b(?:möchten?\s+(?:wir|ich)\s+wissen|(?:wir|ich)\s+möchten?\s+(?:gerne?\s+)?wissen|bitten?\s+(?:wir|ich)\b.{0,60}\bum\b|(?:wir|ich)\s+bitten?\b.{0,80}\b(?:um|mitzuteilen|darzu\w+|aufzu\w+|zu\s+\w+en)\b"
    r"|(?:wir|ich)\s+fragen?\b.{0,60}\bob\b|hätten?\s+(?:wir\s+|ich\s+)?gerne?\s+(?:gewusst|eine|einen)|wird\s+(?:die\s+\w*verwaltung\s+)?(?:gebeten|ersucht)|bittet\b.{0,60}\bum\b"
    r"|wird\s+um\s+(?:\w+\s+)?(?:auskunft|mitteilung|darstellung|auflistung|bericht\w*)|interessiert\s+(?:uns|mich)|erbitten\s+wir)",
    re.IGNORECASE,
)
_ONLY_ANNOUNCES = re.compile(
    r"\b(?:folgende\w*|nachfolgende\w*|nachstehende\w*|obige\w*|dieser|unsere\w*|der)\s+(?:fragen?|anfragen?)\b|:\s*$|um\s+(?:schriftliche\s+)?(?:beantwortung|auskunft\s+gebeten)",
    re.IGNORECASE,
)
_CONDITIONAL = re.compile(r"^(?:sollte|falls|wenn)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Proposal:
    """A question sentence and the lines of its paragraph; ``list_start`` begins a list below it."""

    text: str
    start: int
    stop: int
    list_start: int | None = None


def propose(layout: Layout) -> list[Proposal]:
    """Question sentences in the order of the text.

    Questions before the reasons come first; rhetorical ones in the reasons count only where there
    are no others, and indirect requests only where there is no question mark at all.
    """
    end = _first_end(layout)
    for start, stop in ((0, end), (end, len(layout.lines))):
        for wanted in (is_asking, _asks_indirectly):
            found = [
                one
                for first, last in _blocks(layout, start, stop)
                for one in _of_paragraph(layout, first, last, wanted)
            ]
            if found:
                return found
    return []


def _blocks(layout: Layout, start: int, stop: int) -> list[tuple[int, int]]:
    """Paragraphs; dashes that divide one sentence do not end it."""
    blocks: list[tuple[int, int]] = []
    for first, last in layout.paragraphs(start, stop):
        unfinished = (
            blocks and not layout.lines[first].gap and not ends_sentence(layout.lines[first - 1].text)
        )
        if unfinished and any(mark.family is Family.BULLET for mark in marks_of(layout.lines[first])):
            blocks[-1] = (blocks[-1][0], last)
        else:
            blocks.append((first, last))
    return blocks


def leading(layout: Layout, stop: int) -> Proposal | None:
    """An unnumbered main question before the numbered ones: a paragraph that begins with it."""
    blocks = layout.paragraphs(0, stop)
    for position in range(len(blocks) - 1, -1, -1):
        first, last = blocks[position]
        pieces = sentences(unwrap(layout.text(first, last)))
        if not pieces or not pieces[0].endswith("?") or marks_of(layout.lines[first]):
            continue
        for more, end in blocks[position + 1 :]:
            if layout.lines[more].gap or not follows_up(layout.lines[more].text):
                break
            pieces.append(unwrap(layout.text(more, end)))
            last = end
        return Proposal(" ".join(pieces), first, last)
    return None


def _first_end(layout: Layout) -> int:
    for index, line in enumerate(layout.lines):
        if index and ends_questions(line.text) and layout.begins_paragraph(index):
            return index
    return len(layout.lines)


def _asks_indirectly(text: str) -> bool:
    return bool(_INDIRECT.search(text) or is_motion(text)) and not _CONDITIONAL.match(text)


def _of_paragraph(layout: Layout, first: int, last: int, wanted: object) -> list[Proposal]:
    found: list[Proposal] = []
    for sentence in sentences(unwrap(layout.text(first, last))):
        if found and depends(sentence):
            found[-1] = Proposal(f"{found[-1].text} {sentence}", first, last, found[-1].list_start)
        elif callable(wanted) and wanted(sentence):
            following = _list_below(layout, last)
            if wanted is _asks_indirectly and _ONLY_ANNOUNCES.search(sentence) and following is None:
                continue
            found.append(Proposal(_without_announcement(sentence), first, last, following))
    return found


def _without_announcement(sentence: str) -> str:
    """„Wir fragen daher: Wie …?“ asks from the colon on."""
    announced = re.match(
        r"[^:?]{0,120}\b(?:frag\w*|anfrage|wissen|auskunft|beantwort\w*)\b[^:?]{0,60}:\s+(?=[A-ZÄÖÜ„])",
        sentence,
        re.IGNORECASE,
    )
    return sentence[announced.end() :] if announced and sentence.endswith("?") else sentence


def _list_below(layout: Layout, index: int) -> int | None:
    """The first line of a list directly below a question, or None."""
    if index >= len(layout.lines):
        return None
    for mark in marks_of(layout.lines[index]):
        if mark.family is Family.BULLET or (mark.value == 1 and mark.family is not Family.BARE):
            return index
    return None
