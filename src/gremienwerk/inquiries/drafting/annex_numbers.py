"""Which annexes an answer has, and under which numbers its text mentions them."""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

from gremienwerk.inquiries.models import InquiryItem
from gremienwerk.inquiries.queries import AnswerRegister

Block = InquiryItem.Block
TABLE_BLOCKS = frozenset(
    {Block.SEATS, Block.INSTITUTIONS, Block.RHYTHM, Block.INVITATION, Block.OPENNESS, Block.TOPICS}
)
PROFILE_BLOCKS = frozenset({Block.SEATS, Block.TOPICS})


class AnnexNumbers(NamedTuple):
    """The number of each annex, None for one that the answer does not have."""

    table: int | None = None
    profiles: int | None = None
    structure: int | None = None
    directory: int | None = None


def number_annexes(
    *, register: AnswerRegister, blocks: Collection[str], whole_structure: bool
) -> AnnexNumbers:
    """Number the annexes that the questions call for and that the register can fill.

    Args:
        register: what the answer draws on.
        blocks: the answer blocks of the inquiry's items.
        whole_structure: whether the chart shows all committees instead of the unit's own.
    """
    wanted = {
        "table": bool(TABLE_BLOCKS.intersection(blocks)) and bool(register.existing or register.planned),
        "profiles": bool(PROFILE_BLOCKS.intersection(blocks)) and bool(register.own),
        "structure": Block.SEATS in blocks
        and bool(register.own or register.planned or (whole_structure and register.existing)),
        "directory": Block.DIRECTORY in blocks and bool(register.directory),
    }
    present = [name for name in AnnexNumbers._fields if wanted[name]]
    return AnnexNumbers(**{name: number for number, name in enumerate(present, 1)})
