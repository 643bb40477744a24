"""Text and annexes agree: what the text mentions is attached, what is attached is listed and numbered through."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gremienwerk.core.errors import UserFacingError
from gremienwerk.core.german import join_words
from gremienwerk.documents.rendering.content.papers import AnswerPaper
from gremienwerk.documents.rendering.content.text import (
    AnnexRef,
    Block,
    BulletList,
    FigureRef,
    Paragraph,
    SmallTable,
    Subheading,
)

# "Anlage 2 zur Vorlage …" and "Anlage 2 des Vertrags" are annexes of other papers.
_MENTION = re.compile(
    r"\bAnlagen?\s+(\d+)(?:\s*(?:,|und|bis|sowie)\s*(\d+))?(?!\s*(?:zum|zur|zu|der|des)\b)", re.IGNORECASE
)
_UNNUMBERED = re.compile(
    r"\b(?:beigefügt\w*|beiliegend\w*|angehängt\w*|anliegend\w*)\s+(?:\w+\s+)?(?:Anlage|Tabelle|Liste|Abbildung|Übersicht|Gremientabelle)\b"
    r"|\bsiehe\s+(?:Anlage|Anhang)\b",
    re.IGNORECASE,
)


class AnnexMismatch(UserFacingError):
    """The text mentions an annex that is not attached, or the annexes are not numbered through."""


def require_agreement(*, paper: AnswerPaper) -> None:
    """Refuse a paper whose text and annexes do not agree (design.md, 5).

    Raises:
        AnnexMismatch: naming the annexes concerned.
    """
    attached = [annex.number for annex in paper.annexes]
    if attached != list(range(1, len(attached) + 1)):
        raise AnnexMismatch("Die Anlagen sind nicht lückenlos nummeriert. Bitte den Entwurf neu erstellen.")
    texts = list(_texts(paper))
    mentioned = {number for text in texts for number in mentioned_annexes(text=text)}
    lacking = sorted(mentioned - set(attached))
    if lacking:
        one = len(lacking) == 1
        raise AnnexMismatch(
            f"Der Text nennt {'Anlage' if one else 'die Anlagen'} {join_words(map(str, lacking))}, "
            f"die nicht beigefügt {'ist' if one else 'sind'}. Bitte den Text ändern oder die Anlage beifügen."
        )
    if not attached and any(_UNNUMBERED.search(text) for text in texts):
        raise AnnexMismatch(
            "Der Text verweist auf eine Anlage, beigefügt ist aber keine. Bitte den Text ändern."
        )


def mentioned_annexes(*, text: str) -> set[int]:
    """The numbers of the annexes that a text mentions."""
    return {int(number) for found in _MENTION.finditer(text) for number in found.groups() if number}


def _texts(paper: AnswerPaper) -> Iterator[str]:
    answers = [block for item in paper.items for block in item.answer]
    for block in (*paper.introduction, *answers, *paper.closing):
        yield from _texts_of(block)


def _texts_of(block: Block) -> Iterator[str]:
    match block:
        case Paragraph(text) | Subheading(text):
            yield text
        case BulletList(items):
            yield from items
        case SmallTable(caption, header, rows):
            yield from (caption, *header, *(cell for row in rows for cell in row))
        case AnnexRef(annex, text) | FigureRef(annex, text):
            yield f"{text} (Anlage {annex})"
