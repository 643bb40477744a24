"""The answer block of an item, by its key."""

from __future__ import annotations

from collections.abc import Callable

from gremienwerk.documents.rendering.content.text import Block, BulletList, Paragraph, SmallTable, Subheading
from gremienwerk.inquiries.drafting.annex_numbers import AnnexNumbers
from gremienwerk.inquiries.drafting.directory import directory_block
from gremienwerk.inquiries.drafting.institutions import institutions_block
from gremienwerk.inquiries.drafting.invitation import invitation_block
from gremienwerk.inquiries.drafting.openness import openness_block
from gremienwerk.inquiries.drafting.rhythm import rhythm_block
from gremienwerk.inquiries.drafting.seats import seats_block
from gremienwerk.inquiries.drafting.topics import topics_block
from gremienwerk.inquiries.drafting.units import unit_name
from gremienwerk.inquiries.models import InquiryItem
from gremienwerk.inquiries.queries import AnswerRegister

_KEYS = InquiryItem.Block
_BLOCKS: dict[str, Callable[..., tuple[Block, ...]]] = {
    _KEYS.SEATS: seats_block,
    _KEYS.INSTITUTIONS: institutions_block,
    _KEYS.RHYTHM: rhythm_block,
    _KEYS.INVITATION: invitation_block,
    _KEYS.OPENNESS: openness_block,
    _KEYS.TOPICS: topics_block,
    _KEYS.DIRECTORY: directory_block,
}
NOT_ASSIGNED = "zuständige Stelle noch zu benennen"


def draft_block(*, key: str, register: AnswerRegister, annexes: AnnexNumbers) -> tuple[Block, ...]:
    """The paragraphs that the register gives for a block.

    Args:
        key: a value of ``InquiryItem.Block``; the empty one has no paragraphs.
        register: the register of the day.
        annexes: the numbers under which annexes are mentioned.
    """
    return _BLOCKS[key](register=register, annexes=annexes) if key else ()


def gap(*, unit: str, kind: str) -> tuple[Block, ...]:
    """The marked gap of an item that neither the register nor the clerk has answered.

    Args:
        unit: the name of the unit that is to answer; empty while nobody is asked.
        kind: "question" or "motion".
    """
    whose = f"Beitrag {unit_name(unit).genitive}" if unit else NOT_ASSIGNED
    what = "Stellungnahme" if kind == "motion" else "Antwort"
    return (Paragraph(f"[{what} steht noch aus – {whose}]"),)


def written_by_hand(*, text: str) -> tuple[Block, ...]:
    """A clerk's text: paragraphs are separated by an empty line, lines that begin with a dash are a list."""
    blocks: list[Block] = []
    for part in text.replace("\r\n", "\n").split("\n\n"):
        lines = [line.strip() for line in part.strip().split("\n") if line.strip()]
        if lines and all(line.startswith(("- ", "– ", "• ")) for line in lines):
            blocks.append(BulletList(tuple(line[2:].strip() for line in lines)))
        elif lines:
            blocks.append(Paragraph(" ".join(lines)))
    return tuple(blocks)


def as_plain_text(*, blocks: tuple[Block, ...]) -> str:
    """The same words as text: paragraphs separated by an empty line, lists with dashes, tables line by line."""
    parts = []
    for block in blocks:
        if isinstance(block, BulletList):
            parts.append("\n".join(f"– {item}" for item in block.items))
        elif isinstance(block, SmallTable):
            parts.append("\n".join([f"{block.caption}:", *(": ".join(row) for row in block.rows)]))
        elif isinstance(block, Paragraph | Subheading):
            parts.append(block.text)
        else:
            parts.append(f"{block.text} (Anlage {block.annex}).")
    return "\n\n".join(parts)
