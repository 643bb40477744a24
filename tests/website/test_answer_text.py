"""A released answer on its page is set like the paper: headings, lists and tables, addresses as links."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

from django.template import engines

from gremienwerk.publishing.records import AnswerItem, AnswerRecord
from gremienwerk.website.answer_text import answer_text

BLOCKS: list[dict[str, Any]] = [
    {"type": "Subheading", "text": "Wo wir mitwirken"},
    {"type": "Paragraph", "text": "Siehe https://stadt.example/liste."},
    {"type": "BulletList", "items": ["Erstens", "<b>Zweitens</b>"]},
    {"type": "SmallTable", "caption": "Sitze", "header": ["Stelle", "Zahl"], "rows": [["Team A", "3"]], "numeric": [1]},
    {"type": "AnnexRef", "annex": 1, "text": "Siehe Anlage 1."},
]  # fmt: skip
ITEM = AnswerItem("1", "question", "Wer sitzt wo?", (), ("Nur Text",))


def answer(paper: dict[str, Any]) -> AnswerRecord:
    then = datetime(2026, 1, 1, tzinfo=UTC)
    return AnswerRecord(
        uid=UUID(int=1), title="Anfrage", kind="Anfrage", number="", dated=None, received_on=date(2026, 1, 1),
        session_committee="", session_date=None, reporting_unit=None, versions=(), items=(ITEM,), annexes=(),
        climate_effect="", climate_reason="", paper=paper, created_at=then, modified_at=then,
    )  # fmt: skip


def html(paper: dict[str, Any]) -> str:
    ((_, pieces),) = answer_text(answer=answer(paper))
    env = engines["website"].env  # type: ignore[attr-defined]  # Django's types know no engines
    macro = '{% from "website/macros/answers.html" import answer_pieces %}{{ answer_pieces(pieces) }}'
    return str(env.from_string(macro).render(pieces=pieces))


def test_every_kind_of_block_is_set_as_what_it_is() -> None:
    found = html({"items": [{"answer": BLOCKS}]})
    assert "Wo wir mitwirken</h3>" in found
    assert 'href="https://stadt.example/liste"' in found and "</a>.</p>" in found
    assert "<li>&lt;b&gt;Zweitens&lt;/b&gt;</li>" in found
    assert "kern-sr-only" in found and ">Sitze</caption>" in found
    assert '<td class="kern-table__cell kern-table__cell--numeric" data-label="Zahl">3</td>' in found
    assert "Siehe Anlage 1." in found


def test_an_answer_without_a_stored_paper_shows_its_paragraphs() -> None:
    assert "Nur Text</p>" in html({})
