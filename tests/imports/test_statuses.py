"""The status of a committee, as offices write it."""

from __future__ import annotations

from datetime import date

import pytest

from gremienwerk.core.dates import VagueDate, by_end, exact, in_month, in_quarter, in_year
from gremienwerk.imports.statuses import StatusReading, read_status


@pytest.mark.parametrize(
    ("text", "founded"),
    [
        ("besteht seit Juni 2021", in_month(2021, 6)),
        ("seit 2016", in_year(2016)),
        ("gegründet 2016-10", in_month(2016, 10)),
        ("gegründet am 9. Juni 2022", exact(date(2022, 6, 9))),
        ("gegründet am 09.06.2022", exact(date(2022, 6, 9))),
        ("seit Wahl am 13.09.2020", exact(date(2020, 9, 13))),
        ("erstes Treffen 2022-08-30 19 Uhr", exact(date(2022, 8, 30))),
        ("konstituierende Sitzung am 01.02.2023", exact(date(2023, 2, 1))),
    ],
)
def test_foundings(text: str, founded: VagueDate) -> None:
    reading = read_status(text)
    assert (reading.founded, reading.is_planned, reading.is_ended, reading.unread) == (
        founded,
        False,
        False,
        [],
    )


@pytest.mark.parametrize(
    ("text", "planned"),
    [
        ("in Planung bis Ende 2022", by_end(date(2022, 12, 31))),
        ("geplant für 2. Quartal 2027", in_quarter(2027, 2)),
        ("in Planung", None),
        ("geplant ab März 2027", in_month(2027, 3)),
        ("2015 vorgeschlagen", None),
    ],
)
def test_plans(text: str, planned: VagueDate | None) -> None:
    reading = read_status(text)
    assert (reading.is_planned, reading.planned, reading.founded, reading.unread) == (True, planned, None, [])


@pytest.mark.parametrize(
    ("text", "ended"),
    [
        ("bis 2020", in_year(2020)),
        ("beendet am 31.12.2023", exact(date(2023, 12, 31))),
        ("bestand bis Juni 2019", in_month(2019, 6)),
        ("aufgelöst", None),
        ("Vorgänger des Beirats (belegt um 2006)", None),
    ],
)
def test_ends(text: str, ended: VagueDate | None) -> None:
    reading = read_status(text)
    assert (reading.is_ended, reading.ended, reading.unread) == (True, ended, [])


@pytest.mark.parametrize("text", ["", "besteht", "aktiv"])
def test_what_says_no_date_says_none(text: str) -> None:
    assert read_status(text) == StatusReading()


@pytest.mark.parametrize(
    "text",
    ["belegt 2009", "ab 2011 umbenannt", "zweites Treffen 2016-12", "Förderprogramm", "31.02.2021 bestand"],
)
def test_traces_are_no_dates(text: str) -> None:
    reading = read_status(text)
    assert (reading.founded, reading.ended, reading.planned, reading.unread) == (None, None, None, [text])


def test_clauses_are_read_one_by_one() -> None:
    reading = read_status("gegründet 2016-10, zweites Treffen 2016-12, zuvor Kreis der Helfenden")
    assert reading.founded == in_month(2016, 10)
    assert (reading.unread, reading.other_names) == (["zweites Treffen 2016-12"], ["Kreis der Helfenden"])


def test_membership_of_the_city_is_no_founding() -> None:
    reading = read_status("Mitglied seit 2025-05-28")
    assert (reading.founded, reading.city_member_since) == (None, exact(date(2025, 5, 28)))


def test_a_pause_is_read() -> None:
    assert read_status("ruht seit 01.01.2024").dormant_since == exact(date(2024, 1, 1))
