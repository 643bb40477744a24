"""Which facts are missing in the register, by question and by committee."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from django.utils.translation import gettext as _

from gremienwerk.committees.queries import CommitteeFacts, Completeness, completeness_of
from gremienwerk.committees.queries.completeness import QUESTIONS
from gremienwerk.committees.status import Status

#: Where on the page of a committee each question is answered, and what it is called in short.
ANCHORS = {1: "leitung", 2: "mitwirkende", 3: "turnus", 4: "einladung", 5: "offenheit", 6: "themen"}


class QuestionScore(NamedTuple):
    """How many committees have all facts for one question."""

    number: int
    name: str
    answered: int
    total: int
    percent: int


class CompletenessPage(NamedTuple):
    """The report: questions in their order, committees with the largest gaps first."""

    questions: tuple[QuestionScore, ...]
    committees: tuple[Completeness, ...]
    answered: int
    total: int
    complete: int

    @property
    def percent(self) -> int:
        """Share of all questions that are answered, in whole percent."""
        return round(100 * self.answered / self.total) if self.total else 100


def completeness_page(*, committees: Sequence[CommitteeFacts], question: int | None) -> CompletenessPage:
    """The report on committees that have not ended; sums count those that exist, planned ones only show their gaps.

    Args:
        committees: all committees of the day.
        question: list only committees that lack something for this question; all gaps if None.
    """
    scores = [completeness_of(committee=one) for one in committees if one.status is not Status.ENDED]
    lacking = [{gap.question for gap in score.missing} for score in scores]
    counted = [gaps for score, gaps in zip(scores, lacking, strict=True) if score.is_counted]
    questions = tuple(
        QuestionScore(
            number,
            name,
            answered := sum(number not in gaps for gaps in counted),
            len(counted),
            round(100 * answered / len(counted)) if counted else 100,
        )
        for number, name in question_names().items()
    )
    shown = [
        score
        for score, gaps in zip(scores, lacking, strict=True)
        if (gaps if question is None else question in gaps)
    ]
    return CompletenessPage(
        questions=questions,
        committees=tuple(sorted(shown, key=lambda score: score.answered)),
        answered=sum(score.answered for score in scores if score.is_counted),
        total=QUESTIONS * len(counted),
        complete=sum(not gaps for gaps in counted),
    )


def question_names() -> dict[int, str]:
    """The six questions that are asked of every committee, in a few words."""
    return {
        1: _("Leitung und Initiative"),
        2: _("Mitwirkende"),
        3: _("Turnus"),
        4: _("Einladung"),
        5: _("Gäste und Protokolle"),
        6: _("Themen und Ziel"),
    }
