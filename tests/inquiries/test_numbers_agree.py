"""Every number in the text of an answer equals the one that its tables give."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import pytest

from gremienwerk.documents.rendering.content.annexes import (
    CommitteeRow,
    CommitteeTable,
    DirectoryList,
    StructureChart,
)
from gremienwerk.documents.rendering.content.charts import NodeKind
from gremienwerk.documents.rendering.content.papers import AnswerPaper
from gremienwerk.documents.rendering.content.text import BulletList, Paragraph, SmallTable
from gremienwerk.inquiries.drafting.blocks import as_plain_text
from gremienwerk.inquiries.printouts import answer_paper
from gremienwerk.inquiries.queries import register_for
from tests.inquiries.numbers import clause, number, numbers, recorded
from tests.inquiries.scene import FEBRUARY_2023, MAY_2022, make_scene, source_of
from tests.support.answer_benchmark import make_large_city
from tests.support.cast import City

Holds = Callable[[CommitteeRow], bool]
pytestmark = pytest.mark.django_db


def papers_of(city: City) -> Iterator[AnswerPaper]:
    for unit in (city.ressort, city.youth_office, city.team, city.sports_office):
        for on in (MAY_2022, FEBRUARY_2023):
            yield answer_paper(source=source_of(), register=register_for(body=city.body, unit=unit, on=on))


@pytest.fixture(params=["scene", "large"])
def papers(request: pytest.FixtureRequest) -> list[AnswerPaper]:
    city = make_scene().city if request.param == "scene" else make_large_city(committees=40, partners=40)
    return list(papers_of(city))


def rows_of(paper: AnswerPaper) -> list[CommitteeRow]:
    """The rows of existing committees."""
    table = next((annex for annex in paper.annexes if isinstance(annex, CommitteeTable)), None)
    sections = table.sections if table else ()
    return [row for section in sections if section.title != "Geplante Gremien" for row in section.rows]


def text(paper: AnswerPaper, item: int) -> str:
    return as_plain_text(blocks=paper.items[item - 1].answer)


def with_rows(papers: list[AnswerPaper]) -> list[tuple[AnswerPaper, list[CommitteeRow]]]:
    found = [(paper, rows_of(paper)) for paper in papers]
    assert any(rows for _, rows in found)
    return [(paper, rows) for paper, rows in found if rows]


def test_how_many_committees(papers: list[AnswerPaper]) -> None:
    for paper, rows in with_rows(papers):
        assert numbers("in # (?:Gremien|Gremium) vertreten", text(paper, 1)) == [len(rows)]


def test_how_many_in_each_part(papers: list[AnswerPaper]) -> None:
    openings = {
        "Teilnahme: geleitet von Land oder Bund": "# Gremi(?:en werden|um wird) von Land oder Bund",
        "Teilnahme: geleitet von anderen Bereichen der Verwaltung": "# Gremi(?:en werden|um wird) von anderen Bereichen",
        "Teilnahme: geleitet von Kooperationspartner*innen": "# Gremi(?:en werden|um wird) von Kooperationspartner",
        "Teilnahme: Leitung nicht erfasst": "Für # Gremi(?:en|um) ist nicht erfasst, wer",
    }
    for paper, _rows in with_rows(papers):
        table = next(annex for annex in paper.annexes if isinstance(annex, CommitteeTable))
        for section in table.sections:
            if section.title in openings:
                assert numbers(openings[section.title], text(paper, 1)) == [len(section.rows)]


def test_own_and_others_together_are_all(papers: list[AnswerPaper]) -> None:
    for paper, rows in with_rows(papers):
        if len(rows) == 1:
            continue
        sentence = re.search(r"Davon .*?\.", text(paper, 1))
        assert sentence
        counted = re.findall(
            r"(?:wird|werden) (\w+) von anderen|(?:bei) (\w+)|(\w+) (?:wird|werden) selbst|(?:wird|werden) (\w+) selbst|(\w+) (?:wird|werden) von anderen",
            sentence.group(),
        )
        assert sum(number(next(word for word in words if word)) for words in counted) == len(rows)


def test_seats_by_unit(papers: list[AnswerPaper]) -> None:
    for paper, rows in with_rows(papers):
        tables = [block for block in paper.items[0].answer if isinstance(block, SmallTable)]
        for table in tables:
            for name, in_all, _leading in table.rows:
                holding = sum(any(seat.holder == name for seat in row.seats or ()) for row in rows)
                assert int(in_all) == holding


def test_institutions(papers: list[AnswerPaper]) -> None:
    for paper, rows in with_rows(papers):
        named = {
            (group.kind, name)
            for row in rows
            for group in row.participants or ()
            for name in group.names
            if group.kind != "Einzelpersonen"
        }
        assert numbers("# Institution", text(paper, 2)) == [len(named)]
        for table in (block for block in paper.items[1].answer if isinstance(block, SmallTable)):
            kinds = {kind: int(count) for kind, count in table.rows}
            assert kinds.pop("insgesamt") == len(named)
            assert kinds == {kind: sum(kind == k for k, _ in named) for kind in {k for k, _ in named}}


def test_rhythm_and_meetings(papers: list[AnswerPaper]) -> None:
    for paper, rows in with_rows(papers):
        known = sum(row.rhythm is not None for row in rows)
        words = text(paper, 3)
        if known and known < len(rows):
            assert numbers("Für # der # Gremien ist ein Turnus erfasst", words)[0] == known
            assert (
                numbers("Für # der # Gremien ist der Turnus nicht erfasst", words)
                == [len(rows) - known, len(rows)]
                if len(rows) != 2
                else True
            )
        held = [row.meetings_last_year for row in rows if row.meetings_last_year is not None]
        if held:
            assert numbers("für # Gremi(?:en|um) (?:zusammen )?# Sitzung", words) == [len(held), sum(held)]
        else:
            assert "ist nicht erfasst" in words


def test_the_classes_of_rhythm_add_up(papers: list[AnswerPaper]) -> None:
    for paper, rows in with_rows(papers):
        summary = re.search(r"Davon (?:tagt|tagen) (.*?)\. Den Wortlaut", text(paper, 3))
        if summary:
            parts = re.split(r", | und (?=\w+ (?:monatlich|drei|ein|seltener|nach|in))", summary.group(1))
            assert sum(number(part.split()[0]) for part in parts) == sum(
                row.rhythm is not None for row in rows
            )


def test_guests_meetings_and_minutes(papers: list[AnswerPaper]) -> None:
    phrases: dict[str, Holds] = {
        "offen für Gäste": lambda row: (row.guests or "").startswith("willkommen"),
        "Gäste auf Anfrage zu": lambda row: (row.guests or "").startswith("auf Anfrage"),
        "keine Gäste zu": lambda row: (row.guests or "").startswith("nicht zugelassen"),
        "öffentlich": lambda row: row.publicness == "öffentlich",
        "teilweise öffentlich": lambda row: row.publicness == "teilweise öffentlich",
        "nicht öffentlich": lambda row: row.publicness == "nicht öffentlich",
        "Protokolle im Internet zugänglich": lambda row: "öffentlich im Internet" in (row.minutes or ""),
        "Protokolle auf Anfrage heraus": lambda row: "auf Anfrage" in (row.minutes or ""),
        "Protokolle nur für den internen Gebrauch": lambda row: "nur intern" in (row.minutes or ""),
        "kein Protokoll": lambda row: "kein Protokoll" in (row.minutes or ""),
    }
    for paper, rows in with_rows(papers):
        for phrase, holds in phrases.items():
            assert clause(phrase, text(paper, 5), total=len(rows)) == sum(map(holds, rows)), phrase


def test_the_committees_open_for_guests_are_named(papers: list[AnswerPaper]) -> None:
    for paper, rows in with_rows(papers):
        names = {row.name for row in rows if (row.guests or "").startswith("willkommen")}
        if 0 < len(names) < len(rows):
            listed = re.search(r"Offen für Gäste (?:ist|sind): ([^.]*)\.", text(paper, 5))
            assert listed
            assert set(re.split(r"; |, | und | sowie ", listed.group(1))) == {
                part for name in names for part in re.split(r"; |, | und | sowie ", name)
            }


def test_who_invites_and_how_long_before_is_not_promised(papers: list[AnswerPaper]) -> None:
    facts: dict[str, Holds] = {
        "Eine Frist ist für": lambda row: row.invitation_lead_time is not None,
        "Wer einlädt, ist für": lambda row: row.invited_by is not None,
    }
    for paper, rows in with_rows(papers):
        for words, holds in facts.items():
            assert recorded(words, text(paper, 4), total=len(rows)) == sum(map(holds, rows)), words


def test_the_units_named_at_first_are_those_of_the_table_by_unit(papers: list[AnswerPaper]) -> None:
    for paper, _rows in with_rows(papers):
        units = {
            row[0] for block in paper.items[0].answer if isinstance(block, SmallTable) for row in block.rows
        }
        below = units - {paper.reporting_unit}
        told = re.match(
            r"\w+ [^.]*? (?:und|sowie|durch) (\w+) (?:seiner|ihrer) ([\w.]+) Einheiten", text(paper, 1)
        )
        if told:
            assert number(told.group(1)) == len(below)
            assert paper.introduction and isinstance(paper.introduction[0], Paragraph)
            assert numbers("mit (?:seinen|ihren) # Einheiten", paper.introduction[0].text) == [
                number(told.group(2))
            ]


def test_the_planned_and_the_overdue_are_counted_apart(papers: list[AnswerPaper]) -> None:
    for paper, _rows in with_rows(papers):
        table = next(annex for annex in paper.annexes if isinstance(annex, CommitteeTable))
        planned = [
            row.status
            for section in table.sections
            if section.title == "Geplante Gremien"
            for row in section.rows
        ]
        overdue = sum("überfällig" in status for status in planned)
        words = f"{table.note}\n{text(paper, 1)}"
        if len(planned) > overdue:
            assert numbers("# Gremi(?:en|um) in Planung", table.note) == [len(planned) - overdue]
            assert numbers("# weiteres? Gremi(?:en|um) (?:ist|sind) in Planung", words) == [
                len(planned) - overdue
            ]
        if overdue:
            assert numbers("# Gremi(?:en|um), (?:das|die) inzwischen bestehen", table.note) == [overdue]
            assert numbers("# Gremi(?:en|um) soll(?:te|ten) inzwischen bestehen", words) == [overdue]
        assert ("in Planung" in table.note) is (len(planned) > overdue)


def test_the_chart_says_why_it_shows_more_than_the_text(papers: list[AnswerPaper]) -> None:
    for paper in papers:
        for annex in paper.annexes:
            if isinstance(annex, StructureChart):
                drawn = sum(node.kind is not NodeKind.ORGANISATION for node in annex.chart.nodes)
                told = re.findall(r"([\w.]+) (?:geplantes? |übergeordnetes? )?Gremi(?:en|um)", annex.note)
                assert sum(map(number, told)) == drawn


def test_what_is_missing_is_named(papers: list[AnswerPaper]) -> None:
    facts: dict[tuple[int, str], Holds] = {
        (3, "ist der Turnus nicht erfasst"): lambda row: row.rhythm is None,
        (6, "ist das übergeordnete Ziel nicht erfasst"): lambda row: row.goal is None,
        (1, "ist die Initiative nicht erfasst"): lambda row: row.initiators is None,
    }
    for paper, rows in with_rows(papers):
        for (item, phrase), lacks in facts.items():
            lacking = [row.name for row in rows if lacks(row)]
            if 0 < len(lacking) < len(rows):
                sentence = re.search(rf"Für [^.]*{phrase}[^.]*:(.*)", text(paper, item))
                if sentence:
                    assert all(name in sentence.group(1) for name in lacking)


def test_entries_of_the_directory(papers: list[AnswerPaper]) -> None:
    for paper in papers:
        annex = next((one for one in paper.annexes if isinstance(one, DirectoryList)), None)
        assert annex is not None
        assert numbers("umfasst die Liste # Eintr", text(paper, 7)) == [len(annex.entries)]


def test_listed_committees_are_those_of_the_table(papers: list[AnswerPaper]) -> None:
    for paper, rows in with_rows(papers):
        names = {row.name for row in rows}
        lists = [block for block in paper.items[2].answer if isinstance(block, BulletList)]
        for block in lists:
            assert {item.split(": ")[0] for item in block.items} <= names
