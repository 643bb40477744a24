"""An inquiry that somebody writes down instead of uploading it: one question a line."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from gremienwerk.inquiries.intake.parsed import ItemKind, ParsedInquiry, Question
from gremienwerk.inquiries.intake.recognition import with_blocks

_NUMBERED = re.compile(r"^(?P<number>\d{1,3}(?:\.\d{1,3})*|[a-z])\s*[.)]\s+(?P<text>\S.*)$")


def typed_inquiry(
    *, title: str, kind: str, groups: tuple[str, ...], dated: date | None, lines: Iterable[str]
) -> ParsedInquiry:
    """What was typed, with the answer block suggested for each question; empty lines count for nothing.

    Args:
        title: the subject.
        kind: "Anfrage", "Große Anfrage" …; "Anfrage" if empty.
        groups: who asks.
        dated: the date of the inquiry, if it bears one.
        lines: a question each; a number in front ("1.", "a)") is taken as its number.
    """
    questions = tuple(_question(line.strip()) for line in lines if line.strip())
    return with_blocks(
        ParsedInquiry(
            title=title,
            kind=kind or "Anfrage",
            groups=groups,
            date=dated,
            addressee=None,
            session=None,
            reference=None,
            questions=questions,
            climate_check=None,
            annexes=(),
            preamble="",
            closing="",
        )
    )


def _question(line: str) -> Question:
    found = _NUMBERED.match(line)
    if found is None:
        return Question(number=None, kind=ItemKind.QUESTION, text=line)
    return Question(number=found["number"], kind=ItemKind.QUESTION, text=found["text"])
