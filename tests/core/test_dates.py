"""Dates as offices state them."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gremienwerk.core.dates import (
    Certainty,
    Precision,
    UnreadableDate,
    VagueDate,
    by_end,
    exact,
    in_month,
    in_quarter,
    in_year,
    parse_vague_date,
    widen,
    write_vague_date,
    write_when,
)

DAYS = st.dates(min_value=date(1900, 1, 1), max_value=date(2150, 12, 31))
VAGUE = st.one_of(
    DAYS.map(exact),
    DAYS.map(lambda d: in_month(d.year, d.month)),
    DAYS.map(lambda d: in_quarter(d.year, (d.month + 2) // 3)),
    DAYS.map(lambda d: in_year(d.year)),
    DAYS.map(by_end),
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("9. Juni 2022", exact(date(2022, 6, 9))),
        ("09.06.2022", exact(date(2022, 6, 9))),
        ("9.6.2022", exact(date(2022, 6, 9))),
        ("2022-06-09", exact(date(2022, 6, 9))),
        ("am 1. März 2024", exact(date(2024, 3, 1))),
        ("Juni 2021", in_month(2021, 6)),
        ("im Juni 2021", in_month(2021, 6)),
        ("seit Juni 2021", in_month(2021, 6)),
        ("2016-10", in_month(2016, 10)),
        ("06/2021", in_month(2021, 6)),
        ("Sept. 2020", in_month(2020, 9)),
        ("2. Quartal 2022", in_quarter(2022, 2)),
        ("Q3/2023", in_quarter(2023, 3)),
        ("im 1. Quartal 2022", in_quarter(2022, 1)),
        ("2022", in_year(2022)),
        ("seit 2016", in_year(2016)),
        ("im Jahr 2020", in_year(2020)),
        ("bis Ende 2022", by_end(date(2022, 12, 31))),
        ("bis zum Ende des Jahres 2022", by_end(date(2022, 12, 31))),
        ("bis Ende Juni 2022", by_end(date(2022, 6, 30))),
        ("Ende 2022", by_end(date(2022, 12, 31))),
        ("spätestens 31.03.2023", by_end(date(2023, 3, 31))),
        ("bis 2020", by_end(date(2020, 12, 31))),
    ],
)
def test_offices_ways_of_writing_a_date(text: str, expected: VagueDate) -> None:
    assert parse_vague_date(text) == expected


def test_the_end_of_the_year_is_that_of_the_day_on_which_it_was_written() -> None:
    expected = by_end(date(2022, 12, 31))
    assert parse_vague_date("bis zum Ende des Jahres", reference=date(2022, 5, 15)) == expected


@pytest.mark.parametrize(
    "text", ["", "bald", "31.02.2022", "13/2022", "bis zum Ende des Jahres", "32. Mai 2022", "0.0.2022"]
)
def test_what_is_no_date_is_refused_with_the_known_forms(text: str) -> None:
    with pytest.raises(UnreadableDate, match="Bitte so angeben"):
        parse_vague_date(text)


@given(VAGUE)
def test_what_is_written_is_read_as_the_same_date(value: VagueDate) -> None:
    assert parse_vague_date(write_vague_date(value)) == value


@given(VAGUE, DAYS)
def test_once_passed_always_passed(value: VagueDate, day: date) -> None:
    order = [Certainty.NO, Certainty.UNCERTAIN, Certainty.YES]
    assert order.index(value.passed(on=day)) <= order.index(value.passed(on=day + timedelta(days=1)))


@given(DAYS, st.sampled_from(list(Precision)))
def test_widening_keeps_the_day_inside(day: date, precision: Precision) -> None:
    span = widen(day, precision)
    assert (span.earliest is None or span.earliest <= day) and day <= span.latest


@given(st.text(max_size=60))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        value = parse_vague_date(text)
    except UnreadableDate:
        return
    assert value.earliest is None or value.earliest <= value.latest


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (exact(date(2022, 6, 9)), "am 9. Juni 2022"),
        (in_month(2021, 6), "im Juni 2021"),
        (in_quarter(2022, 2), "im 2. Quartal 2022"),
        (in_year(2020), "im Jahr 2020"),
        (by_end(date(2022, 12, 31)), "bis Ende 2022"),
        (by_end(date(2022, 6, 15)), "bis zum 15. Juni 2022"),
    ],
)
def test_dates_in_running_text(value: VagueDate, words: str) -> None:
    assert write_when(value) == words


def test_a_month_is_uncertain_inside_itself() -> None:
    june = in_month(2021, 6)
    days = [date(2021, 5, 31), date(2021, 6, 15), date(2021, 6, 30)]
    assert [june.passed(on=day) for day in days] == [Certainty.NO, Certainty.UNCERTAIN, Certainty.YES]
