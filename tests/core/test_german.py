"""German words and order."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gremienwerk.core.german import count, fold, format_number, join_words, number_word, sort_key


def test_lists_are_sorted_by_din_5007() -> None:
    words = [
        "Zebra",
        "Äpfel",
        "Apfel",
        "apfel",
        "Öl",
        "Ofen",
        "Straße",
        "Strasse",
        "AG 10",
        "AG 2",
        "Über uns",
        "Uhr",
    ]
    expected = [
        "AG 2",
        "AG 10",
        "Apfel",
        "apfel",
        "Äpfel",
        "Ofen",
        "Öl",
        "Strasse",
        "Straße",
        "Über uns",
        "Uhr",
        "Zebra",
    ]
    assert sorted(words, key=sort_key) == expected


def test_quotation_marks_and_case_do_not_decide_the_order() -> None:
    names = ["„Zuhause“ in Talheim", "zukunft", "Arbeitskreis", "ZUG"]
    assert sorted(names, key=sort_key) == ["Arbeitskreis", "ZUG", "„Zuhause“ in Talheim", "zukunft"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Größe", "Groesse"),
        ("GRÖSSE", "größe"),
        ("Hêvî – Hoffnung e.V.", "Hevi Hoffnung e. V."),
        ("Straße", "strasse"),
    ],
)
def test_spellings_of_one_name_agree(one: str, other: str) -> None:
    assert fold(one).replace(" ", "") == fold(other).replace(" ", "")


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.lists(st.text(max_size=12)))
def test_the_order_is_total(words: list[str]) -> None:
    backwards = words[::-1]
    assert sorted(words, key=sort_key) == sorted(backwards, key=sort_key)


def test_counting_and_joining() -> None:
    assert [count(n, "Gremium", "Gremien") for n in (0, 1, 38)] == ["0 Gremien", "1 Gremium", "38 Gremien"]
    assert [join_words(w) for w in ([], ["a"], ["a", "b"], ["a", "b", "c"])] == [
        "",
        "a",
        "a und b",
        "a, b und c",
    ]
    assert (number_word(7), number_word(13), format_number(1234567)) == ("sieben", "13", "1.234.567")
