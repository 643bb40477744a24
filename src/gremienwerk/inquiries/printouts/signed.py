"""What a signature stands for: the words and annexes of the answer as they are now."""

from __future__ import annotations

from gremienwerk.documents.rendering.content.papers import AnswerPaper
from gremienwerk.inquiries.models import AnswerDraft, Inquiry
from gremienwerk.inquiries.printouts.frozen import checksum_of, frozen_paper
from gremienwerk.inquiries.printouts.paper import answer_paper
from gremienwerk.inquiries.printouts.source import source_of
from gremienwerk.inquiries.queries import register_for

# The number of the version and the mark of a draft say nothing about what is answered.
_OF_THE_VERSION = frozenset({"version", "draft"})


def checksum_of_paper(*, paper: AnswerPaper) -> str:
    """The checksum that a signature of this paper bears: the same for its draft and its release."""
    said = frozen_paper(paper=paper)
    return checksum_of({name: value for name, value in said.items() if name not in _OF_THE_VERSION})


def checksum_to_sign(*, inquiry: Inquiry) -> str:
    """The checksum of what the answer to an inquiry says now, from its draft and the register of its day.

    Raises:
        NoSuchUnitYet: if the reporting unit does not exist on that day.
    """
    as_of = AnswerDraft.objects.values_list("as_of", flat=True).get(inquiry=inquiry)
    source = source_of(inquiry=inquiry, version=1, is_draft=True, released_on=as_of)
    register = register_for(body=inquiry.body, unit=inquiry.reporting_unit, on=as_of)
    return checksum_of_paper(paper=answer_paper(source=source, register=register))
