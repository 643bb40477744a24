"""Dates, times, numbers and lists in every language of the interface."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gremienwerk.core import wording
from gremienwerk.core.dates import VagueDate, by_end, exact, in_month, in_quarter, in_year, write_vague_date
from gremienwerk.core.german import format_date, join_words
from gremienwerk.core.german import format_number as german_number
from gremienwerk.core.languages import LANGUAGES

CODES = [language.code for language in LANGUAGES]
DAY = dt.date(2022, 6, 9)


@pytest.mark.parametrize(
    ("code", "written"),
    [
        ("de", "9. Juni 2022"),
        ("de-simple", "9. Juni 2022"),
        ("en", "9 June 2022"),
        ("tr", "9 Haziran 2022"),
        ("ar", "9 يونيو 2022"),
        ("uk", "9 червня 2022\u202fр."),
        ("fa", "9 ژوئن 2022"),
        ("fr", "9 juin 2022"),
    ],
)
def test_a_day(code: str, written: str) -> None:
    assert wording.format_day(DAY, code) == written


@pytest.mark.parametrize(
    ("code", "value", "written"),
    [
        ("de", in_quarter(2022, 2), "2. Quartal 2022"),
        ("en", in_quarter(2022, 2), "2nd quarter 2022"),
        ("tr", in_month(2022, 6), "Haziran 2022"),
        ("uk", in_month(2022, 6), "червень 2022\u202fр."),
        ("fr", in_year(2020), "2020"),
        ("de-simple", by_end(dt.date(2022, 12, 31)), "bis Ende 2022"),
        ("en", by_end(dt.date(2022, 6, 30)), "by the end of June 2022"),
        ("tr", by_end(dt.date(2022, 12, 31)), "2022 sonuna kadar"),
        ("ar", by_end(dt.date(2022, 12, 31)), "حتى نهاية عام 2022"),
        ("uk", by_end(dt.date(2022, 6, 30)), "до кінця червня 2022 року"),
        ("fa", by_end(dt.date(2022, 6, 9)), "تا 9 ژوئن 2022"),
        ("fr", by_end(dt.date(2022, 6, 9)), "d’ici le 9 juin 2022"),
    ],
)
def test_a_date_known_roughly(code: str, value: VagueDate, written: str) -> None:
    assert wording.format_vague(value, code) == written


@given(st.dates(min_value=dt.date(1800, 1, 1)), st.sampled_from([exact, by_end]))
def test_german_agrees_with_the_documents(day: dt.date, make: object) -> None:
    assert callable(make)
    assert wording.format_vague(make(day), "de") == write_vague_date(make(day))
    assert wording.format_day(day, "de") == format_date(day)


@given(st.integers(min_value=0, max_value=10**9), st.lists(st.sampled_from("abcd")))
def test_german_numbers_and_lists_agree_with_the_documents(number: int, words: list[str]) -> None:
    assert wording.format_number(number, "de") == german_number(number)
    assert wording.join(words, "de") == join_words(words)


@pytest.mark.parametrize("code", CODES)
def test_the_clock_has_24_hours_and_digits_are_those_on_the_door(code: str) -> None:
    time = wording.format_time(dt.time(16, 0), code)
    assert time == ("16:00 Uhr" if code.startswith("de") else "16:00")
    written = " ".join(
        [
            time,
            wording.format_time_span(dt.time(9, 5), dt.time(18, 30), code),
            wording.format_weekday_and_day(DAY, code),
            wording.format_number(12345.5, code),
            wording.format_file_size(1_240_000, code),
        ]
    )
    assert all(sign in "0123456789" for sign in written if sign.isdigit())
    assert "2022" in written
    assert "09:05" in written


@pytest.mark.parametrize(
    ("code", "written"),
    [("de", "12.345"), ("en", "12,345"), ("tr", "12.345"), ("fr", "12\u202f345"), ("uk", "12\u00a0345")],
)
def test_thousands(code: str, written: str) -> None:
    assert wording.format_number(12345, code) == written


@pytest.mark.parametrize(
    ("code", "both", "either"),
    [
        ("de", "A, B und C", "A, B oder C"),
        ("en", "A, B and C", "A, B or C"),
        ("tr", "A, B ve C", "A, B veya C"),
        ("ar", "A وB وC", "A أو B أو C"),
        ("fa", "A، B و C", "A، B یا C"),
        ("fr", "A, B et C", "A, B ou C"),
    ],
)
def test_lists(code: str, both: str, either: str) -> None:
    assert wording.join(["A", "B", "C"], code) == both
    assert wording.join(["A", "B", "C"], code, alternative=True) == either


def test_weekdays_and_months_stand_alone() -> None:
    assert [wording.weekday_name(day, "uk") for day in (0, 2)] == ["понеділок", "середа"]
    assert wording.weekday_name(6, "de", short=True) == "So"
    assert wording.month_name(6, "uk") == "червень"
    assert wording.month_name(3, "de-simple") == "März"


def test_file_sizes() -> None:
    assert wording.format_file_size(340_000, "de") == "340\u00a0kB"
    assert wording.format_file_size(1_240_000, "de") == "1,2\u00a0MB"
    assert wording.format_file_size(999, "fr") == "999\u00a0octets"


def test_an_unknown_language_is_an_error() -> None:
    with pytest.raises(KeyError):
        wording.format_day(DAY, "eo")
