import datetime as dt
from typing import TypedDict

import pytest

from gremienwerk.committees.rhythm.free_days import UnknownRegion
from gremienwerk.committees.rhythm.parsing import parse
from gremienwerk.committees.rhythm.planning import ProposedDate, next_dates, plan


class Time(TypedDict):
    start: dt.date
    until: dt.date


YEAR = Time(start=dt.date(2026, 1, 1), until=dt.date(2026, 12, 31))


def days(text: str, *, start: dt.date = YEAR["start"], until: dt.date = YEAR["until"]) -> list[dt.date]:
    return [proposed.day for proposed in plan(parse(text), start=start, until=until)]


def test_an_exact_rhythm_proposes_its_days_with_their_times() -> None:
    rhythm = parse("jeden 2. Dienstag im Monat, 17 bis 19 Uhr")

    proposed = plan(rhythm, **YEAR)

    assert len(proposed) == 12
    assert proposed[0] == ProposedDate(dt.date(2026, 1, 13), "day", dt.time(17), dt.time(19))
    assert {date.day.weekday() for date in proposed} == {1}


def test_a_rare_meeting_on_a_public_holiday_moves_by_a_week_and_says_why() -> None:
    proposed = plan(parse("jeden ersten Montag im Monat"), **YEAR)

    moved = [date for date in proposed if date.moved_from is not None]

    assert [(date.moved_from, date.day) for date in moved] == [(dt.date(2026, 4, 6), dt.date(2026, 4, 13))]
    assert moved[0].note == "verlegt: 06.04.2026 ist Ostermontag"


def test_a_weekly_meeting_on_a_public_holiday_is_left_out() -> None:
    found = days("jeden Donnerstag")

    # New Year, Ascension and Corpus Christi fall on Thursdays in 2026.
    assert len(found) == 50
    assert dt.date(2026, 6, 4) not in found


def test_the_holidays_are_those_of_the_region() -> None:
    berlin = plan(parse("jeden Donnerstag"), **YEAR, region="DE-BE")

    assert dt.date(2026, 6, 4) in [date.day for date in berlin]


def test_a_region_without_calendar_is_refused_in_german() -> None:
    with pytest.raises(UnknownRegion, match="„DE-XX“"):
        plan(parse("jeden Donnerstag"), **YEAR, region="DE-XX")


def test_school_holidays_count_when_the_wording_says_so() -> None:
    summer = Time(start=dt.date(2026, 7, 1), until=dt.date(2026, 9, 15))

    assert dt.date(2026, 8, 5) in days("jeden Mittwoch", **summer)
    assert days("jeden Mittwoch außer in den Ferien", **summer) == [
        dt.date(2026, 7, 1), dt.date(2026, 7, 8), dt.date(2026, 7, 15), dt.date(2026, 9, 2), dt.date(2026, 9, 9),
    ]  # fmt: skip


def test_only_the_named_school_holidays_count() -> None:
    autumn = Time(start=dt.date(2026, 10, 1), until=dt.date(2026, 10, 31))

    assert len(days("jeden Mittwoch außer in den Sommerferien", **autumn)) == 4
    assert len(days("jeden Mittwoch außer in den Herbstferien", **autumn)) == 2


def test_the_caller_can_ask_for_school_holidays_or_against_them() -> None:
    free = parse("jeden Mittwoch außer in den Ferien")
    any_week = parse("jeden Mittwoch")

    assert len(plan(free, **YEAR, skip_school_holidays=False)) == 52
    assert plan(any_week, **YEAR, skip_school_holidays=True) == plan(free, **YEAR)


def test_unpublished_school_holidays_are_said_not_guessed() -> None:
    (proposed,) = plan(
        parse("jeden ersten Mittwoch im Monat, außer in den Ferien"),
        start=dt.date(2045, 5, 1),
        until=dt.date(2045, 5, 31),
    )

    assert proposed.note == "Schulferien 2045 noch nicht bekannt"


def test_own_closures_are_kept_free() -> None:
    proposed = plan(parse("1. Montag im Monat"), **YEAR, closures=[dt.date(2026, 3, 2)])

    assert proposed[2].day == dt.date(2026, 3, 9)
    assert proposed[2].note == "verlegt: 02.03.2026 ist sitzungsfrei"


def test_a_moved_meeting_stays_in_the_months_of_the_rhythm() -> None:
    found = days("jeden letzten Donnerstag im Dezember")

    # Both 31 December and Christmas Eve are working days; the last Thursday is the 31st.
    assert found == [dt.date(2026, 12, 31)]
    assert days("am letzten Freitag im Dezember") == [dt.date(2026, 12, 18)]


def test_every_other_week_counts_from_a_known_meeting() -> None:
    rhythm = parse("alle zwei Wochen mittwochs")
    february = Time(start=dt.date(2026, 2, 1), until=dt.date(2026, 2, 28))

    even = plan(rhythm, **february, anchor=dt.date(2026, 1, 7))
    odd = plan(rhythm, **february, anchor=dt.date(2026, 1, 14))
    later = plan(rhythm, **february, anchor=dt.date(2026, 4, 15))

    assert [date.day.day for date in even] == [4, 18]
    assert [date.day.day for date in odd] == [11, 25]
    assert [date.day.day for date in later] == [4, 18]


def test_a_frequency_proposes_evenly_spread_months() -> None:
    proposed = plan(parse("viermal im Jahr"), **YEAR)

    assert [(date.day.month, date.precision) for date in proposed] == [
        (2, "month"), (5, "month"), (8, "month"), (11, "month"),
    ]  # fmt: skip


def test_a_frequency_with_weekdays_proposes_days_in_the_middle_of_the_month() -> None:
    proposed = plan(parse("zweimal im Jahr mittwochs, nicht in den Ferien"), **YEAR)

    assert [(date.day, date.precision) for date in proposed] == [
        (dt.date(2026, 4, 15), "day"),
        (dt.date(2026, 10, 14), "day"),
    ]


def test_a_frequency_keeps_to_its_months() -> None:
    assert [day.month for day in days("zweimal jährlich im März und September")] == [3, 9]


@pytest.mark.parametrize(
    "text", ["höchstens viermal im Jahr", "nach Bedarf", "regelmäßig", "wöchentlich", "alle zwei Jahre", ""]
)
def test_nothing_is_proposed_where_it_would_be_a_guess(text: str) -> None:
    assert days(text) == []


def test_a_minimum_is_proposed() -> None:
    assert len(days("nach Bedarf, mindestens dreimal im Jahr")) == 3


def test_no_proposal_lies_outside_the_time_asked_for() -> None:
    # 1 January is free; a week earlier lies outside, a week later within.
    (proposed,) = plan(
        parse("jeden ersten Donnerstag im Monat"), start=dt.date(2026, 1, 1), until=dt.date(2026, 1, 31)
    )

    assert proposed.day == dt.date(2026, 1, 8)
    assert days("jeden ersten Donnerstag im Monat", until=dt.date(2026, 1, 5)) == []


def test_the_next_dates_begin_after_the_day_given() -> None:
    found = next_dates(parse("jeden 2. Dienstag im Monat"), after=dt.date(2026, 5, 12), count=3)

    assert found == [dt.date(2026, 6, 9), dt.date(2026, 7, 14), dt.date(2026, 8, 11)]


def test_rare_rhythms_have_next_dates_years_ahead() -> None:
    rhythm = parse("alle zwei Jahre am ersten Montag im Mai")

    found = next_dates(rhythm, after=dt.date(2026, 1, 1), count=2, anchor=dt.date(2025, 5, 5))

    assert found == [dt.date(2027, 5, 3), dt.date(2029, 5, 7)]


def test_rhythms_that_name_no_days_have_no_next_date() -> None:
    assert next_dates(parse("viermal im Jahr"), after=dt.date(2026, 1, 1), count=3) == []
