"""Whether a question means only some of the committees: "… Gremien, die sich mit dem Ehrenamt befassen".

An answer block speaks of all committees of a unit. Where the question narrows them down, the clerk has to decide.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from gremienwerk.inquiries.intake.parsed import Block, Question
from gremienwerk.inquiries.intake.suggestion import COMMITTEE, POINTS_BACK

_FIELD = (
    r"(?:zum\s+Thema|zu\s+den\s+Themen|zum\s+Themenfeld|im\s+Themenfeld|im\s+Bereich|in\s+den\s+Bereichen|im\s+Handlungsfeld|auf\s+dem\s+Gebiet"
    r"|mit\s+(?:dem|einem)\s+Schwerpunkt|mit\s+(?:dem\s+)?Bezug\s+(?:zum|zur|zu|auf)|im\s+Stadtteil|im\s+Stadtbezirk|im\s+Quartier)"
)
_DEALING = r"(?:befass|beschäftig|auseinander|kümmer|widm|einsetz|setz)\w*"
_SHAPES = tuple(
    re.compile(shape, re.IGNORECASE)
    for shape in (
        rf"(?:{COMMITTEE})[^.?!;]{{0,80}}?,\s*(?:die|welche|das|der)\s+sich\s+(?:\w+\s+){{0,2}}?(?:mit|für|um)\s+(?P<what>[^.?!;]{{3,160}}?)\s+(?:zu\s+)?{_DEALING}",
        rf"(?:{COMMITTEE})[^.?!;]{{0,80}}?,\s*(?:die|welche|das)\s+(?:das\s+Thema|die\s+Themen|Fragen)\s+(?P<what>[^.?!;]{{3,160}}?)\s+(?:behandel|bearbeit|berat)\w*",
        rf"(?:{COMMITTEE})\s+{_DEALING}\s+sich\s+(?:\w+\s+){{0,2}}?(?:mit|für|um)\s+(?!welch)(?P<what>[^.?!;,]{{3,160}}?)(?=\s+(?:auseinander|ein|und\s+w\w+)\b|[.?!;,]|$)",
        rf"in\s+(?:welchen|den|allen)\s+(?:{COMMITTEE})\s+geht\s+es\s+(?:\w+\s+){{0,2}}?um\s+(?P<what>[^.?!;,]{{3,160}}?)(?=\s+und\s+w\w+\b|[.?!;,]|$)",
        rf"(?:{COMMITTEE})[^.?!;,]{{0,40}}?\s{_FIELD}\s+(?P<what>[^.?!;,]{{3,100}}?)(?=\s+(?:sind|ist|nehmen|nimmt|gibt|tagen|tagt|treffen|wirken|gehören|haben|hat|werden|wird|teil|an|vertreten|und\s+w\w+)\b|[.?!;,]|$)",
    )
)
_ARTICLE = re.compile(r"^(?:dem|den|der|die|das|einem|einer)\s+", re.IGNORECASE)


def restriction_in(*, text: str) -> str:
    """The subject to which a question narrows the committees it means, without its article; empty if it does not.

    Args:
        text: the question with its parts.
    """
    for shape in _SHAPES:
        if found := shape.search(text):
            return _ARTICLE.sub("", " ".join(found["what"].split())).strip("„“\"' ")
    return ""


def with_restrictions(*, questions: Sequence[Question]) -> tuple[Question, ...]:
    """The questions with their restrictions; one that points back ("diese Gremien") shares that of the one before."""
    found: list[Question] = []
    narrowed = ""
    for question in questions:
        text = " ".join((question.text, *(part.text for part in question.parts)))
        if own := restriction_in(text=text):
            narrowed = own
        points_back = bool(re.search(POINTS_BACK, text, re.IGNORECASE))
        holds = own or (narrowed if points_back else "")
        committees = question.block not in (None, Block.DIRECTORY)
        found.append(replace(question, restriction=holds if committees else ""))
    return tuple(found)
