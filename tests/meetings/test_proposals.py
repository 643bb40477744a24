"""A rhythm proposes dates, as drafts, never twice, and never where it names no day."""

from __future__ import annotations

from datetime import date, time
from io import StringIO
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import IntegrityError, transaction

from gremienwerk.audit.change import change
from gremienwerk.committees.actions import pause_committee
from gremienwerk.committees.models import Committee
from gremienwerk.core.errors import UserFacingError
from gremienwerk.meetings.actions import (
    cancel_meeting,
    confirm_meeting,
    move_meeting,
    propose_meetings,
)
from gremienwerk.meetings.models import Meeting
from tests.meetings.scene import BERLIN, NOW, moment, plan_meeting, round_table
from tests.support.cast import SETUP, City, make_city

pytestmark = pytest.mark.django_db
FIRST_HALF: dict[str, Any] = {"start": date(2027, 1, 1), "until": date(2027, 6, 30)}
SECOND_TUESDAYS = "jeden 2. Dienstag im Monat, 16 Uhr"


def days(meetings: list[Meeting]) -> list[date]:
    return [one.starts_at.astimezone(BERLIN).date() for one in meetings]


def propose(committee: Committee, **options: object) -> list[Meeting]:
    return propose_meetings(committee=committee, by=SETUP, **{**FIRST_HALF, **options}).meetings


def test_an_exact_rhythm_gives_its_days_as_drafts() -> None:
    city = make_city()
    committee = round_table(city, rhythm_text=SECOND_TUESDAYS)

    found = propose(committee)

    assert days(found) == [
        date(2027, month, day) for month, day in ((1, 12), (2, 9), (3, 9), (4, 13), (5, 11), (6, 8))
    ]
    assert {(one.state, one.starts_at.astimezone(BERLIN).time()) for one in found} == {("draft", time(16))}
    assert [list(one.committees.all()) for one in found] == [[committee]] * 6


def test_a_public_holiday_moves_the_proposal_and_says_so() -> None:
    city = make_city()
    committee = round_table(city, rhythm_text="jeden letzten Montag im März, 10 Uhr")

    (found,) = propose(committee)

    assert (days([found]), found.proposed_for) == ([date(2027, 3, 22)], date(2027, 3, 29))
    assert "Ostermontag" in found.note


def test_proposing_twice_adds_nothing_twice_whatever_became_of_the_proposals() -> None:
    city = make_city()
    committee = round_table(city, rhythm_text=SECOND_TUESDAYS)
    first, second, third, *_ = propose(committee)
    confirm_meeting(meeting=first, at=NOW, by=SETUP)
    cancel_meeting(meeting=second, at=NOW, by=SETUP)
    move_meeting(meeting=third, starts_at=moment(10, month=3, year=2027), ends_at=None, at=NOW, by=SETUP)

    again = propose_meetings(committee=committee, by=SETUP, **FIRST_HALF)

    assert (again.meetings, "schon eingetragen" in again.message) == ([], True)
    assert Meeting.objects.count() == 6


def test_a_day_that_was_entered_by_hand_and_moved_is_not_proposed_again() -> None:
    city = make_city()
    committee = round_table(city, rhythm_text=SECOND_TUESDAYS)
    by_hand = plan_meeting(city, committee, starts_at=moment(12, month=1, year=2027), ends_at=None)
    move_meeting(meeting=by_hand, starts_at=moment(19, month=1, year=2027), ends_at=None, at=NOW, by=SETUP)

    assert date(2027, 1, 12) not in days(propose(committee))


def test_place_length_and_time_are_those_of_the_latest_meeting() -> None:
    city = make_city()
    committee = round_table(city, rhythm_text="jeden 2. Dienstag im Monat")
    plan_meeting(city, committee, starts_at=moment(8, hour=15), ends_at=moment(8, hour=18), is_online=True)

    found = propose(committee)[0]

    assert (found.place, found.is_online) == ("Rathaus", True)
    assert found.starts_at == moment(12, month=1, hour=15, year=2027)
    assert found.ends_at == moment(12, month=1, hour=18, year=2027)


def test_without_any_time_of_day_nothing_is_proposed_until_one_is_given() -> None:
    city = make_city()
    committee = round_table(city, rhythm_text="jeden 2. Dienstag im Monat")

    refused = propose_meetings(committee=committee, by=SETUP, **FIRST_HALF)

    assert (refused.meetings, "keine Uhrzeit" in refused.message) == ([], True)
    assert propose(committee, begins=time(9))[0].starts_at == moment(12, month=1, hour=9, year=2027)


@pytest.mark.parametrize("wording", ["", "nach Bedarf", "4x jährlich", "alle 6–8 Wochen", "regelmäßig"])
def test_a_vague_rhythm_proposes_nothing_and_says_so(wording: str) -> None:
    city = make_city()
    committee = round_table(city, rhythm_text=wording)

    found = propose_meetings(committee=committee, by=SETUP, begins=time(9), **FIRST_HALF)

    assert found.meetings == []
    assert ("kein Turnus" if not wording else "keine Tage") in found.message


def test_a_committee_at_rest_gets_no_dates() -> None:
    city = make_city()
    committee = round_table(city, rhythm_text=SECOND_TUESDAYS)
    pause_committee(committee=committee, on=date(2027, 2, 1), until=date(2027, 5, 1), by=SETUP)

    assert days(propose(committee)) == [date(2027, 1, 12), date(2027, 5, 11), date(2027, 6, 8)]


def test_a_calendar_kept_elsewhere_is_left_alone() -> None:
    city = make_city()
    committee = round_table(city, rhythm_text=SECOND_TUESDAYS, calendar_keeper="others")

    with pytest.raises(UserFacingError, match="andere Stelle"):
        propose(committee)


def test_the_database_refuses_the_same_proposal_twice() -> None:
    city = make_city()
    committee = round_table(city, rhythm_text=SECOND_TUESDAYS)
    first, second, *_ = propose(committee)

    with pytest.raises(IntegrityError), change(by=SETUP, body=city.body.pk), transaction.atomic():
        Meeting.objects.filter(pk=second.pk).update(proposed_for=first.proposed_for)


def command(*words: str) -> str:
    out = StringIO()
    call_command("meetings", "propose", *words, stdout=out)
    return out.getvalue()


def city_with_calendar() -> City:
    city = make_city()
    round_table(city, rhythm_text=SECOND_TUESDAYS, calendar_keeper="we")
    return city


def test_the_command_proposes_a_year_for_all_committees_whose_calendar_we_keep() -> None:
    city_with_calendar()

    said = command("--year", "2027")

    assert "Runder Tisch Ankommen: 12. Januar 2027, 9. Februar 2027" in said
    assert said.endswith("12 Termine vorgeschlagen.\n")
    assert "schon eingetragen" in command("--year", "2027")


def test_the_command_says_what_it_does_not_know() -> None:
    city_with_calendar()

    with pytest.raises(CommandError, match="Gremium „Nirgendwo“"):
        command("--year", "2027", "--committee", "Nirgendwo")
    with pytest.raises(CommandError, match="Gemeindeschlüssel 1"):
        command("--year", "2027", "--body", "1")
    with pytest.raises(CommandError, match="vier Ziffern"):
        command("--year", "27")
