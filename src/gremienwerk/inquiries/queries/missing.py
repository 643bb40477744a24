"""What is missing for an answer, with the place where it is entered."""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple
from uuid import UUID

from gremienwerk.committees.queries import completeness_of
from gremienwerk.inquiries.models import InquiryItem
from gremienwerk.inquiries.queries.register import AnswerRegister

_QUESTIONS = {key: number for number, key in enumerate(("seats", "institutions", "rhythm", "invitation", "openness", "topics"), 1)}  # fmt: skip


class MissingFacts(NamedTuple):
    """A committee of the answer and what it lacks for the questions asked."""

    committee: UUID
    name: str
    facts: tuple[str, ...]


def missing_facts(*, register: AnswerRegister, blocks: Collection[str]) -> tuple[MissingFacts, ...]:
    """The committees that lack facts for the blocks of an inquiry, in the order of the answer.

    Args:
        register: what the answer draws on.
        blocks: the answer blocks of its items.
    """
    asked = {_QUESTIONS[block] for block in blocks if block in _QUESTIONS}
    found = []
    for row in (*register.existing, *register.planned):
        lacking = completeness_of(committee=row.facts).missing
        facts = tuple(missing.what for missing in lacking if missing.question in asked)
        if facts:
            found.append(MissingFacts(row.facts.uid, row.facts.display_name, facts))
    return tuple(found)


def items_without_answer(*, items: Collection[InquiryItem]) -> tuple[InquiryItem, ...]:
    """The items that neither a text nor a block that may stand answers yet."""
    return tuple(item for item in items if item.is_open)
