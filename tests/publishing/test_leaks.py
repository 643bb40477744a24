"""Nothing that is not public leaves through any public query, whatever day is asked about."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from typing import Any
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gremienwerk.audit.change import change
from gremienwerk.committees.actions import describe_committee
from gremienwerk.publishing import gate, queries
from gremienwerk.publishing.models import PublicRecord
from gremienwerk.publishing.projecting.projector import rebuild
from gremienwerk.publishing.queries.reading import terms
from gremienwerk.publishing.records import MeetingChoice
from gremienwerk.publishing.search.finding import find
from gremienwerk.publishing.search.suggesting import suggest
from tests.support.cast import SETUP, TODAY
from tests.support.leaks import (
    CONSENT_FROM,
    CONSENT_UNTIL,
    EMBARGO,
    NAMED,
    PROFILE_FROM,
    PROFILE_UNTIL,
    SECRET,
    LeakyCity,
    assert_silent,
    make_leaky_city,
)

pytestmark = pytest.mark.django_db
BEGINNING = datetime(2000, 1, 1, tzinfo=UTC)
DAYS = st.dates(date(2019, 6, 1), date(2029, 1, 1))


@pytest.fixture
def leaky() -> LeakyCity:
    return make_leaky_city()


def every_query(leaky: LeakyCity, on: date, today: date) -> Iterator[tuple[str, Any]]:
    """The answer of every public query, for every record that anybody could know of."""
    body = leaky.body
    general: dict[str, Callable[[], Any]] = {
        "committees": lambda: queries.committees(body=body, on=on, size=0),
        "organisations": lambda: queries.organisations(body=body, on=on, today=today, size=0),
        "administration": lambda: queries.administration(body=body, on=on),
        "structure": lambda: queries.structure(body=body, on=on, with_ended=True),
        "meetings": lambda: queries.meetings(body=body, today=today, size=0),
        "answers": lambda: queries.answers(body=body, on=on, today=today),
        "profiles": lambda: queries.profiles(body=body, on=on, today=today),
        "districts": lambda: queries.districts(body=body),
        "directory_terms": lambda: queries.directory_terms(body=body),
        "changed": lambda: queries.changed(body=body, since=BEGINNING, today=today),
        "withdrawn": lambda: queries.withdrawn(body=body, since=BEGINNING, today=today),
        "changed_since": lambda: queries.changed_since(body=body, since_day=date(2019, 1, 1), on=on),
        "turn": lambda: queries.turn(body=body, after=today),
        "terms": lambda: terms(body=body),
        "find": lambda: [
            group.hits
            for language in ("de", "tr")
            for group in find(body=body, text=SECRET, language=language, on=today, limit=50).groups
        ],
        "suggest": lambda: suggest(body=body, text=SECRET[:5], on=today, limit=20),
    }
    for name, query in general.items():
        yield name, query()
    for uid in every_uid(leaky):
        yield from one_by_one(leaky, uid, on, today)


def every_uid(leaky: LeakyCity) -> list[UUID]:
    return [
        *PublicRecord.objects.filter(body=leaky.body).values_list("uid", flat=True),
        *leaky.secret_uids,
    ]


def one_by_one(leaky: LeakyCity, uid: UUID, on: date, today: date) -> Iterator[tuple[str, Any]]:
    body = leaky.body
    yield "committee", queries.committee(body=body, uid=uid, on=on)
    yield "members", queries.members(body=body, committee=uid, on=on, today=today)
    yield "timeline", queries.timeline(body=body, committee=uid, on=on)
    yield "organisation", queries.organisation(body=body, uid=uid, on=on, today=today)
    yield (
        "seats_of",
        queries.seats_of(body=body, organisation=uid, on=on, with_subunits=True, with_ended=True),
    )
    yield "excerpt", queries.structure(body=body, on=on, around=uid)
    yield "meeting", queries.meeting(body=body, uid=uid, today=today)
    yield "minutes_file", queries.minutes_file(body=body, uid=uid, today=today)
    choice = MeetingChoice(organisation=uid)
    yield "meetings of", queries.meetings(body=body, today=today, choice=choice)
    yield "answer", queries.answer(body=body, uid=uid, on=on, today=today)
    yield "answers naming", queries.answers_naming(body=body, uid=uid, on=on, today=today)
    yield "profile", queries.profile(body=body, organisation=uid, on=on, today=today)
    yield "names", queries.names_on(body=body, on=on, uids={uid})


def as_bytes(value: Any) -> bytes:
    """Everything a query gives, recursively, as text."""
    return repr(value).encode()


@pytest.mark.parametrize(
    "on", [date(2020, 6, 1), date(2022, 6, 1), date(2024, 6, 1), TODAY, date(2045, 1, 1)]
)
def test_no_query_gives_a_secret(leaky: LeakyCity, on: date) -> None:
    for today in (TODAY, date(2024, 6, 1)):
        for name, value in every_query(leaky, on, today):
            assert_silent(as_bytes(value), leaky, at=name)


def test_no_public_row_holds_a_secret_that_no_day_will_show(leaky: LeakyCity) -> None:
    """Not even the stored rows hold what never becomes public; what becomes so has its dates."""
    allowed = {"consented"}
    for title, content, folded in PublicRecord.objects.filter(body=leaky.body).values_list(
        "title", "content", "folded"
    ):
        kept = {name: value for name, value in content.items() if name not in allowed}
        assert_silent(repr((title, kept, folded)).encode(), leaky)


def test_the_public_part_is_there(leaky: LeakyCity) -> None:
    rows = queries.committees(body=leaky.body, on=TODAY).rows
    assert [row.name for row in rows] == ["Netzwerk Nachbarschaft", "Runder Tisch Offenheit"]
    assert queries.meetings(body=leaky.body, today=TODAY).total == 2
    assert queries.answers(body=leaky.body, on=TODAY, today=TODAY).total == 1
    page = queries.committee(body=leaky.body, uid=leaky.public.uid, on=TODAY)
    assert page is not None
    assert page.contact == "Geschäftsstelle"


def test_seats_in_secret_committees_are_not_even_counted(leaky: LeakyCity) -> None:
    rows = queries.organisations(body=leaky.body, on=TODAY, today=TODAY, size=0).rows
    seats = {row.name: row.seats for row in rows}
    assert seats["Ressort 204 Integration"] == 1
    assert seats["Verein Brücke"] == 1
    [root] = queries.administration(body=leaky.body, on=TODAY)
    assert {node.unit.name: node.seats for node in root.units}["Ressort 204 Integration"] == 1
    facets = queries.committees(body=leaky.body, on=TODAY).facets
    assert sum(option.hits for option in facets["kind"]) == 2


def test_a_meeting_that_is_not_public_tells_only_its_time(leaky: LeakyCity) -> None:
    closed, opened = queries.meetings(body=leaky.body, today=TODAY).rows
    assert (closed.title, closed.place, closed.note, closed.online_url) == ("", "", "", "")
    assert [one.name for one in closed.committees] == ["Runder Tisch Offenheit"]
    assert closed.minutes.state == "approved"
    assert closed.minutes.file_name == ""
    assert (opened.title, opened.place, opened.minutes.state) == ("Öffentliche Konferenz", "Rathaus", "")


def test_an_address_known_as_a_persons_is_none_of_the_office(leaky: LeakyCity) -> None:
    page = queries.committee(body=leaky.body, uid=leaky.public.uid, on=TODAY)
    assert page is not None
    assert page.contact_email == ""
    describe_committee(committee=leaky.public, by=SETUP, contact_email="info@musterstadt.example")
    page = queries.committee(body=leaky.body, uid=leaky.public.uid, on=TODAY)
    assert page is not None
    assert page.contact_email == "info@musterstadt.example"


def test_dates_decide_what_is_shown(leaky: LeakyCity) -> None:
    """Consent, time of publication and embargo must hold the day asked about and the present one."""

    @settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
    @given(on=DAYS, today=DAYS)
    def check(on: date, today: date) -> None:
        seats = queries.members(body=leaky.body, committee=leaky.public.uid, on=on, today=today)
        named = {person.name for seat in seats for person in seat.persons}
        consented = all(CONSENT_FROM <= day < CONSENT_UNTIL for day in (on, today))
        assert named == ({NAMED} if consented and on >= date(2020, 1, 1) else set())
        entry = queries.profile(body=leaky.body, organisation=leaky.association.uid, on=on, today=today)
        assert (entry is not None) == all(PROFILE_FROM <= day < PROFILE_UNTIL for day in (on, today))
        if entry is not None:
            assert (entry.email, entry.phone, entry.street) == ("", "", "")
            assert (entry.latitude, entry.is_exact_position) == (51.2, False)
        answer = queries.answer(body=leaky.body, uid=leaky.answer.uid, on=on, today=today)
        shown = {date(2025, 3, 1): 1, EMBARGO: 2}
        wanted = [number for start, number in shown.items() if start <= min(on, today)]
        assert (answer is None) == (not wanted)
        if answer is not None:
            assert [version.number for version in answer.versions] == sorted(wanted, reverse=True)
            assert ("Sperre" in repr(answer)) == (2 in wanted)
        found = find(body=leaky.body, text="Brücken", language="de", on=today, limit=9)
        profiles = [hit for group in found.groups if group.noun == "profile" for hit in group.hits]
        assert bool(profiles) == (PROFILE_FROM <= today < PROFILE_UNTIL)

    check()


def test_every_day_on_which_something_is_shown_anew_is_a_turn(leaky: LeakyCity) -> None:
    """Between two turns no page changes without a write: caches rely on it."""

    def page(day: date) -> str:
        # Certainties and all; the day itself is no content.
        return repr(
            [
                queries.committees(body=leaky.body, on=day, size=0),
                queries.members(body=leaky.body, committee=leaky.public.uid, on=day, today=day),
                queries.profiles(body=leaky.body, on=day, today=day),
                queries.answers(body=leaky.body, on=day, today=day),
                queries.organisations(body=leaky.body, on=day, today=day, size=0),
            ]
        )

    day, turns = date(2019, 6, 1), set()
    turn = queries.turn(body=leaky.body, after=day)
    while turn is not None and turn < date(2032, 1, 1):
        turns.add(turn)
        turn = queries.turn(body=leaky.body, after=turn)
    assert {CONSENT_FROM, CONSENT_UNTIL, PROFILE_FROM, PROFILE_UNTIL, EMBARGO} <= turns
    borders = [date(2019, 6, 1), *sorted(turns)]
    for start, end in pairwise(borders):
        assert page(start) == page(end - timedelta(days=1)), f"{start} … {end}"


def test_what_becomes_secret_is_gone_at_once_and_known_as_withdrawn(leaky: LeakyCity) -> None:
    describe_committee(committee=leaky.public, by=SETUP, visibility="hidden")
    for name, value in every_query(leaky, TODAY, TODAY):
        if name not in ("changed", "withdrawn"):
            assert b"Offenheit" not in as_bytes(value), name
            assert str(leaky.public.uid).encode() not in as_bytes(value), name
    gone = queries.withdrawn(body=leaky.body, since=BEGINNING, today=TODAY)
    assert leaky.public.uid in {row.uid for row in gone}
    kept = PublicRecord.objects.get(uid=leaky.public.uid)
    assert (kept.title, kept.content, kept.folded) == ("", {}, "")


def test_the_tests_see_a_broken_gate(leaky: LeakyCity, monkeypatch: pytest.MonkeyPatch) -> None:
    """A leak test that cannot fail proves nothing: with the gate open, the secret is found."""
    monkeypatch.setattr(gate, "HIDDEN_MEETING_STATES", ())
    rebuild(body=leaky.body, by=SETUP, why="Probe")
    said = b"".join(as_bytes(value) for _, value in every_query(leaky, TODAY, TODAY))
    with pytest.raises(AssertionError):
        assert_silent(said, leaky)


def test_another_body_sees_nothing_of_this_one(leaky: LeakyCity) -> None:
    other = PublicRecord.objects.exclude(body=leaky.body).values_list("body", flat=True).first()
    assert other is not None
    assert queries.committee(body=other, uid=leaky.public.uid, on=TODAY) is None
    assert queries.members(body=other, committee=leaky.public.uid, on=TODAY, today=TODAY) == ()
    assert queries.seats_of(body=other, organisation=leaky.city.ressort.uid, on=TODAY) == ()


def test_a_failed_change_publishes_nothing(leaky: LeakyCity) -> None:
    class Failure(Exception):
        pass

    def fail() -> None:
        with change(by=SETUP, body=leaky.body):
            describe_committee(committee=leaky.other, by=SETUP, goal="nie geschehen")
            raise Failure

    with pytest.raises(Failure):
        fail()
    page = queries.committee(body=leaky.body, uid=leaky.other.uid, on=TODAY)
    assert page is not None
    assert page.goal == ""
