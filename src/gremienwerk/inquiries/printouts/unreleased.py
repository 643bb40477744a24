"""What the draft says differently from the latest release: edits that nobody has released yet."""

from __future__ import annotations

from typing import Any, NamedTuple

from gremienwerk.documents.rendering.content.papers import AnswerPaper
from gremienwerk.inquiries.models import Release
from gremienwerk.inquiries.models.redactions import shown_content
from gremienwerk.inquiries.printouts.frozen import frozen_paper

# The number of the version and the mark of a draft differ always.
_OF_THE_VERSION = frozenset({"version", "draft"})
_PARTS = {
    "title": "Titel",
    "as_of": "Stand der Antwort",
    "reporting_unit": "Antwortende Einheit",
    "climate_check": "Klimacheck",
    "annexes": "Anlagen",
    "letterhead": "Briefkopf",
}
_ELSE = "weitere Angaben"


class Unreleased(NamedTuple):
    """Positions, from 1, of the items that read differently, and everything that differs in German words."""

    items: tuple[int, ...] = ()
    words: tuple[str, ...] = ()


def unreleased(*, paper: AnswerPaper, release: Release) -> Unreleased:
    """Compare a paper with the one that was released; empty if they say the same.

    Args:
        paper: the answer as it would be printed now.
        release: the frozen answer.
    """
    now, then = frozen_paper(paper=paper), shown_content(release)["paper"]
    items = tuple(_differing(now["items"], then["items"]))
    words = [f"Punkt {paper.items[place - 1].number or place}" for place in items]
    if len(now["items"]) != len(then["items"]):
        words.append("Zahl der Fragen")
    others = {
        _PARTS.get(name, _ELSE)
        for name in now.keys() | then.keys()
        if name not in _OF_THE_VERSION and name != "items" and now.get(name) != then.get(name)
    }
    return Unreleased(items, (*words, *(word for word in (*_PARTS.values(), _ELSE) if word in others)))


def _differing(now: list[Any], then: list[Any]) -> list[int]:
    return [place for place, one in enumerate(now, 1) if place > len(then) or one != then[place - 1]]
