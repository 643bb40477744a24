"""Whatever is typed is answered, never an error."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from gremienwerk.publishing.search.compounds import parts_of
from gremienwerk.publishing.search.finding import suggest
from gremienwerk.publishing.search.folding import fold, words
from gremienwerk.publishing.search.indexing import write
from tests.publishing.search.corpus import DAY, ask, hits, source

HOSTILE = (
    "", " ", "\x00", "a\x00b", "\x1b[31m\r\n\t", '"', "'", "'';--", '" OR "1"="1', "NEAR(a b)", "a AND", "NOT", "title:x",
    "*", "ab*", "^a", "-a", "(a", "a & | ! b", "a:*", "\\", "%", "_", "{}", "🎉", "👩‍👩‍👧 Verein", "der die das und", "\u202eabc",
    "ﷺ", "ـــــ", "\u0301", "ß" * 500, "rat" * 200, "wort " * 500, "a" * 100_000, "½ ① ٣", "z1", "a§rat", "§rat", "𝕍erein",
)  # fmt: skip
LETTERS = st.text(alphabet=st.characters(codec="utf-8"), max_size=60)
QUIET = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.mark.parametrize("text", HOSTILE, ids=ascii)
def test_hostile_questions_are_answered(city: int, text: str) -> None:
    assert ask(city, text).total >= 0
    assert len(suggest(body=city, text=text, on=DAY, limit=5)) <= 5


@pytest.mark.parametrize("text", ["", "\x00", "🎉", "*", '"'])
def test_nothing_to_look_for_finds_nothing(city: int, text: str) -> None:
    assert ask(city, text).groups == ()


def test_stop_words_alone_are_looked_for(body: int) -> None:
    write([source(body, "Wir für uns")])
    assert [hit.title for hit in hits(ask(body, "wir für uns"))] == ["Wir für uns"]


@QUIET
@given(LETTERS)
def test_any_text_is_answered(city: int, text: str) -> None:
    ask(city, text)
    suggest(body=city, text=text, on=DAY, limit=5)


@QUIET
@given(LETTERS)
@example("0\x000")
def test_any_record_can_be_written_and_found_by_each_word_of_its_title(body: int, text: str) -> None:
    written = source(body, text, other_names=(text,), summary=text, text=text)
    write([written])
    for word in words(text)[:3]:
        assert written.uid in {hit.uid for hit in hits(ask(body, word.shown))}


@settings(max_examples=300, deadline=None)
@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


def test_a_word_made_to_be_taken_apart_in_many_ways_is_taken_apart_soon() -> None:
    assert parts_of("tages" * 12 + "x", known=lambda part: False) is not None
