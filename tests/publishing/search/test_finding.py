"""Order, reasons, corrections, dates, bodies, suggestions."""

from __future__ import annotations

from datetime import date

import pytest

from gremienwerk.publishing.models import SearchEntry, SearchWord
from gremienwerk.publishing.search.finding import suggest
from gremienwerk.publishing.search.indexing import withdraw, write
from gremienwerk.publishing.search.reasons import sentence
from gremienwerk.publishing.search.records import Correction, Field, Kind, Reason
from tests.publishing.search.corpus import DAY, ask, city_sources, hits, keys, source, titles, uid_of
from tests.support.cast import make_body


def test_titles_come_before_other_names_keywords_and_text(body: int) -> None:
    write(
        [
            source(body, "Vierter", text="Im Kulturbunker wird gesungen."),
            source(body, "Dritter", keywords=("Kulturbunker",)),
            source(body, "Zweiter", other_names=("Kulturbunker",)),
            source(body, "Kulturbunker Nord"),
        ]
    )
    assert titles(ask(body, "Kulturbunker")) == ["Kulturbunker Nord", "Zweiter", "Dritter", "Vierter"]


def test_words_as_typed_come_before_other_forms_and_parts(body: int) -> None:
    write([source(body, "Sprachenkreis"), source(body, "Sprachen"), source(body, "Sprache")])
    assert titles(ask(body, "Sprache")) == ["Sprache", "Sprachen", "Sprachenkreis"]


def test_equal_hits_stand_in_german_order(body: int) -> None:
    write([source(body, f"{name} Chor") for name in ("Zebra", "Öl", "Ofen", "Ähre")])
    assert titles(ask(body, "Chor")) == ["Ähre Chor", "Ofen Chor", "Öl Chor", "Zebra Chor"]


@pytest.mark.parametrize(
    ("query", "reason", "line"),
    [
        (
            "Ausländerbeirat",
            Reason(Field.OTHER_NAME, Kind.EXACT, "Ausländerbeirat", "Ausländerbeirat"),
            "Auch bekannt als: Ausländerbeirat",
        ),
        ("Einbürgerung", Reason(Field.KEYWORD, Kind.EXACT, "Einbürgerung", "Einbürgerung"), "Stichwort: Einbürgerung"),
        ("Streetwork", Reason(Field.TEXT, Kind.EXACT, "Streetwork", "Streetwork"), "Im Text: Streetwork"),
        (
            "Volkshochschule",
            Reason(Field.TITLE, Kind.EXACT, "Volkshochschule", "Volkshochschule"),
            "",
        ),
        (
            "JMD",
            Reason(Field.TEXT, Kind.SYNONYM, "JMD", "Jugendmigrationsdienst"),
            "JMD steht auch für das Wort im Text: Jugendmigrationsdienst",
        ),
        (
            "Rasismsu",
            Reason(Field.TITLE, Kind.SIMILAR, "Rasismsu", "Rassismus"),
            "Ähnlich wie Rasismsu: Rassismus",
        ),
    ],
)  # fmt: skip
def test_every_hit_says_why(city: int, query: str, reason: Reason, line: str) -> None:
    found = max(hits(ask(city, query)), key=lambda hit: hit.score).reason
    assert (found, sentence(found)) == (reason, line)


def test_a_correction_is_told(city: int) -> None:
    found = ask(city, "Diakonnie Beratung")
    assert (found.corrections[0], found.corrected) == (
        Correction("Diakonnie", "Diakonie"),
        "Diakonie Beratung",
    )


def test_where_nothing_holds_all_words_the_best_part_is_given(city: int) -> None:
    found = ask(city, "Caritasverband Xylophonorchester")
    assert (found.is_partial, keys(found)) == (True, ["caritas"])


def test_titles_are_given_in_the_language_of_the_reader(city: int) -> None:
    for language, title in (
        ("tr", "Irkçılığa karşı yuvarlak masa"),
        ("fr", "Runder Tisch gegen Rassismus und Diskriminierung"),
    ):
        found = hits(ask(city, "Rassismus Diskriminierung", language=language))
        assert [hit.title for hit in found] == [title]


def test_records_are_found_only_while_they_are_shown(body: int) -> None:
    write([source(body, "Sommerfest", shown_from=date(2026, 6, 1), shown_until=date(2026, 7, 1))])
    days = (date(2026, 5, 31), date(2026, 6, 1), date(2026, 6, 30), date(2026, 7, 1))
    assert [ask(body, "Sommerfest", on=day).total for day in days] == [0, 1, 1, 0]
    assert [len(suggest(body=body, text="Somm", on=day, limit=5)) for day in days] == [0, 1, 1, 0]


def test_bodies_do_not_see_each_other(body: int) -> None:
    other = make_body(name="Andernorts", key="05999009").pk
    write([source(other, "Geheimbund")])
    assert ask(body, "Geheimbund").groups == ()
    assert ask(body, "Geheimbnud").corrections == ()
    assert suggest(body=body, text="Geheim", on=DAY, limit=5) == []


def test_what_is_withdrawn_leaves_no_word_behind(body: int) -> None:
    write([source(body, "Frau Seltsam", text="gemeinsam"), source(body, "Chor", text="gemeinsam")])
    withdraw(body=body, keys=[("organisation", uid_of("Frau Seltsam"))])
    assert ask(body, "Seltsam").groups == () == ask(body, "Seltsma").corrections
    assert set(SearchWord.objects.values_list("word", flat=True)) == {"chor", "gemeinsam"}


def test_writing_again_replaces_and_what_is_the_same_stays(city: int) -> None:
    before = dict(SearchEntry.objects.values_list("record", "pk"))
    changed = [s._replace(title="Neuer Name") if s.uid == uid_of("awo") else s for s in city_sources(city)]
    write(changed)
    after = dict(SearchEntry.objects.values_list("record", "pk"))
    assert {record for record in before if before[record] != after[record]} == {uid_of("awo")}
    assert keys(ask(city, "Neuer Name")) == ["awo"]


def test_a_language_left_out_is_no_longer_found(body: int) -> None:
    german = source(body, "Frauencafé")
    write([german, german._replace(language="tr", title="Kadınlar kahvesi")])
    write([german])
    assert ask(body, "Kadınlar").groups == ()


def test_groups_are_limited_and_counted(body: int) -> None:
    write([source(body, f"Chor {n}") for n in range(12)] + [source(body, "Chortreffen", noun="meeting")])
    groups = {group.noun: group for group in ask(body, "Chor", limit=5).groups}
    assert [(len(g.hits), g.total, g.is_more) for g in groups.values()] == [(5, 12, False), (1, 1, False)]


def test_very_many_are_found_by_name_first(body: int) -> None:
    write([source(body, f"Nummer {n}", text="Singkreis") for n in range(300)])
    write([source(body, "Singkreis West")])
    found = ask(body, "Singkreis", limit=3)
    assert (titles(found)[0], found.groups[0].total) == ("Singkreis West", 301)


@pytest.mark.parametrize(
    ("typed", "title"),
    [
        ("Runder T", "Runder Tisch gegen Rassismus und Diskriminierung"),
        ("rassis", "Runder Tisch gegen Rassismus und Diskriminierung"),
        ("cig", "Frauenverein Çiğdem"),
        ("Auslaenderb", "Ausländerbehörde"),
        ("Caritass", "Caritasverband Bergisch Land"),
        ("النور", "Moschee- und Kulturverein El-Nur e. V."),
    ],
)
def test_suggestions_while_typing(city: int, typed: str, title: str) -> None:
    assert title in [one.title for one in suggest(body=city, text=typed, on=DAY, limit=8)]


def test_a_suggestion_names_the_former_name_that_fits(city: int) -> None:
    found = suggest(body=city, text="Ausländerbei", on=DAY, limit=8)
    assert "Ausländerbeirat" in [one.other_name for one in found]
