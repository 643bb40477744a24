"""Question 6: what the committees work on and what they are to reach."""

from __future__ import annotations

from gremienwerk.core.german import join_words, sort_key
from gremienwerk.documents.rendering.content.text import Block, BulletList, Paragraph
from gremienwerk.inquiries.drafting.annex_numbers import AnnexNumbers
from gremienwerk.inquiries.drafting.grammar import (
    COMMITTEE,
    counted,
    one_sentence_each,
    phrase,
    share,
)
from gremienwerk.inquiries.drafting.missing import Fact, gaps, in_order
from gremienwerk.inquiries.queries import AnswerRegister, RegisterRow

LISTED_AT_MOST = 10
COMMON_AT_MOST = 5


def topics_block(*, register: AnswerRegister, annexes: AnnexNumbers) -> tuple[Block, ...]:
    """The answer to question 6: goals where few committees are concerned, else the topics most of them share."""
    rows = register.existing
    if not rows:
        return (Paragraph("Da kein solches Gremium erfasst ist, sind auch keine Schwerpunkte darzustellen."),)
    with_goal = [row for row in rows if row.facts.goal]
    facts = (
        Fact("inhaltliche Schwerpunkte", lambda row: row.facts.topics or row.facts.focus, plural=True),
        Fact("das übergeordnete Ziel", lambda row: row.facts.goal),
    )
    missing = gaps(facts=facts, rows=rows, annexes=annexes)
    pointers = [
        f"Schwerpunkte und Ziel jedes Gremiums stehen in der Gremientabelle (Anlage {annexes.table})."
    ]
    if annexes.profiles:
        pointers.append(
            f"Die selbst geleiteten oder geführten Gremien stellt Anlage {annexes.profiles} ausführlicher dar."
        )
    blocks: list[Block] = [Paragraph(one_sentence_each([_common(rows), *pointers]))]
    if with_goal and len(with_goal) <= LISTED_AT_MOST:
        where = share(len(with_goal), len(rows), "accusative")
        blocks.append(Paragraph(f"Für {where} ist das übergeordnete Ziel erfasst:"))
        blocks.append(
            BulletList(
                tuple(f"{row.facts.display_name}: {phrase(row.facts.goal)}" for row in in_order(with_goal))
            )
        )
    return (*blocks, Paragraph(missing)) if missing else tuple(blocks)


def _common(rows: tuple[RegisterRow, ...]) -> str:
    """The topics that at least two committees share, the most frequent first."""
    found: dict[str, int] = {}
    for row in rows:
        for topic in row.facts.topics:
            found[topic] = found.get(topic, 0) + 1
    shared = sorted(
        ((n, topic) for topic, n in found.items() if n > 1), key=lambda pair: (-pair[0], sort_key(pair[1]))
    )
    if not shared:
        return ""
    words = join_words(f"{topic} ({counted(n, COMMITTEE)})" for n, topic in shared[:COMMON_AT_MOST])
    if len(shared) == 1:
        return f"Gemeinsamer Schwerpunkt ist {words}."
    return f"Am häufigsten arbeiten die Gremien zu den Themen {words}."
