"""The start page, the completeness report and the structure chart."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from gremienwerk.audit.change import change
from gremienwerk.bodies.models import CommitteeKind
from gremienwerk.committees.actions import appoint, end_committee, plan_committee, subordinate
from gremienwerk.committees.models import Role as SeatRole
from gremienwerk.core.actor import Role
from gremienwerk.core.dates import by_end, exact
from gremienwerk.inquiries.models import Inquiry
from gremienwerk.meetings.actions import record_meeting
from tests.support.cast import SETUP, City, make_body, make_city, make_committee
from tests.support.pages import sign_in, words_of

pytestmark = pytest.mark.django_db
PAGES = ["/desk/", "/desk/vollstaendigkeit/", "/desk/struktur/"]


@pytest.fixture
def city(client: Client) -> City:
    city = make_city()
    sign_in(client, city.body)
    return city


def words(client: Client, address: str, **parameters: str) -> str:
    response = client.get(address, parameters)
    assert response.status_code == 200
    return words_of(response.content)


def fill(city: City, number: int) -> None:
    upper = make_committee(city.body, "Lenkung", kind="steering-group")
    for place in range(number):
        committee = make_committee(city.body, f"Kreis {place}")
        appoint(
            committee=committee, role=SeatRole.LEAD, on=date(2020, 1, 1), organisation=city.ressort, by=SETUP
        )
        subordinate(committee=committee, superordinate=upper, by=SETUP)
        starts = datetime(2040, 6, 1 + place, 9, 30, tzinfo=ZoneInfo("Europe/Berlin"))
        record_meeting(body=city.body, committees=[committee], starts_at=starts, by=SETUP, place="Rathaus")
        enter_inquiry(city, f"Anfrage {place}", due_on=date(2040, 6, 1))


def enter_inquiry(city: City, title: str, due_on: date | None) -> Inquiry:
    with change(by=SETUP, body=city.body.pk) as made:
        inquiry = Inquiry(
            body=city.body, title=title, groups=["Fraktion A", "Fraktion B"], received_on=date(2022, 4, 1),
            due_on=due_on, reporting_unit=city.ressort,
        )  # fmt: skip
        made.create(inquiry, action="test")
    return inquiry


@pytest.mark.parametrize("address", PAGES)
def test_who_is_not_signed_in_is_asked_to(client: Client, address: str) -> None:
    response = client.get(address)
    assert response.status_code == 302
    assert response["Location"] == f"/accounts/login/?next={address}"


@pytest.mark.parametrize("address", PAGES)
def test_an_empty_register_has_pages_that_say_so(client: Client, city: City, address: str) -> None:
    assert any(
        sentence in words(client, address)
        for sentence in (
            "Das Register ist noch leer.",
            "sind keine Gremien erfasst",
            "gibt es hier keine Gremien",
        )
    )


@pytest.mark.parametrize("address", PAGES)
def test_strangers_see_nothing_of_another_city(client: Client, city: City, address: str) -> None:
    fill(city, 1)
    stranger = Client()
    sign_in(stranger, make_body(name="Nachbarstadt", key="05999002"), email="stranger@nachbar.example")
    said = words(stranger, address)
    assert "Kreis 0" not in said
    assert "Anfrage 0" not in said


@pytest.mark.parametrize(
    ("address", "queries"), [("/desk/", 50), ("/desk/vollstaendigkeit/", 11), ("/desk/struktur/", 16)]
)
@pytest.mark.parametrize("number", [1, 3])
def test_the_number_of_queries_is_constant(
    client: Client,
    city: City,
    number: int,
    address: str,
    queries: int,
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    fill(city, number)
    with django_assert_num_queries(queries):
        client.get(address)


def test_the_start_page_shows_what_is_next(client: Client, city: City) -> None:
    fill(city, 2)
    enter_inquiry(city, "Späte Anfrage", due_on=date(2022, 5, 1))
    kind = CommitteeKind.objects.get(body=city.body, key="network")
    plan_committee(body=city.body, kind=kind, name="Neues Netz", planned=by_end(date(2022, 12, 31)), by=SETUP)
    said = words(client, "/desk/", stand="2023-01-15")
    assert "3 Gremien bestehen, 1 ist geplant." in said
    assert said.index("Späte Anfrage Fraktion A und Fraktion B Frist war am 1. Mai 2022") < said.index(
        "Anfrage 0 Fraktion A"
    )
    assert "Kreis 0 Rathaus 1. Juni 2040, 09:30 Uhr" in said
    assert "Neues Netz : Gründung eintragen war fällig am 31. Dezember 2022" in said
    assert "Fehlende Angaben ergänzen (4)" in said


def test_only_who_may_draft_is_offered_to_read_an_inquiry(client: Client, city: City) -> None:
    reader = Client()
    sign_in(reader, city.body, role=Role.AUDITOR, email="lesen@musterstadt.example")
    assert "Anfrage hochladen" in words(client, "/desk/")
    assert "Anfrage hochladen" not in words(reader, "/desk/")


def test_the_report_counts_by_question_and_names_each_gap(client: Client, city: City) -> None:
    make_committee(city.body, "Mit Turnus", rhythm_text="monatlich")
    make_committee(city.body, "Ohne Turnus")
    said = words(client, "/desk/vollstaendigkeit/")
    assert "1 von 12 Fragen sind vollständig beantwortet (8 %)." in said
    assert "3. Turnus bei 1 von 2 Gremien" in said
    by_question = words(client, "/desk/vollstaendigkeit/", frage="3")
    assert "Ohne Turnus besteht" in by_question
    assert "Mit Turnus besteht" not in by_question


@pytest.mark.parametrize("frage", ["0", "7", "x", "99999999999"])
def test_a_question_that_is_none_shows_all_gaps(client: Client, city: City, frage: str) -> None:
    make_committee(city.body, "Ohne alles")
    assert "Ohne alles" in words(client, "/desk/vollstaendigkeit/", frage=frage)


def test_ended_committees_lack_nothing(client: Client, city: City) -> None:
    committee = make_committee(city.body, "Alte Runde")
    make_committee(city.body, "Neue Runde")
    end_committee(committee=committee, ended=exact(date(2021, 5, 5)), by=SETUP)
    assert "Alte Runde" not in words(client, "/desk/vollstaendigkeit/")


def test_the_structure_is_drawn_and_told(client: Client, city: City) -> None:
    fill(city, 1)
    html = client.get("/desk/struktur/").content.decode()
    assert "<svg" in html
    assert "Dieselbe Struktur als Text" in html
    assert "Kreis 0" in html.split("Dieselbe Struktur als Text")[1]
    assert 'style="' not in html.replace('font-style="', "")


def test_the_structure_shows_ours_or_all_by_choice(client: Client, city: City) -> None:
    fill(city, 1)
    foreign = make_committee(city.body, "Landesrunde")
    appoint(committee=foreign, role=SeatRole.LEAD, on=date(2020, 1, 1), organisation=city.ministry, by=SETUP)
    assert "Landesrunde" not in words(client, "/desk/struktur/")
    assert "Landesrunde" in words(client, "/desk/struktur/", umfang="alle")
    assert "Landesrunde" not in words(client, "/desk/struktur/", umfang="unsinn")


def test_a_change_of_the_register_changes_the_drawing(client: Client, city: City) -> None:
    fill(city, 1)
    assert "Neue Runde" not in words(client, "/desk/struktur/", umfang="alle")
    make_committee(city.body, "Neue Runde")
    assert "Neue Runde" in words(client, "/desk/struktur/", umfang="alle")


def test_links_in_the_structure_keep_the_day(client: Client, city: City) -> None:
    fill(city, 1)
    html = client.get("/desk/struktur/", {"stand": "2022-05-15"}).content.decode()
    assert f"/desk/organisationen/{city.ressort.uid}/?stand=2022-05-15" in html


def test_the_drawing_can_be_taken_away(client: Client, city: City) -> None:
    fill(city, 1)
    response = client.get("/desk/struktur/gremienstruktur.svg")
    assert response["Content-Type"] == "image/svg+xml"
    assert response["Content-Disposition"] == 'attachment; filename="gremienstruktur.svg"'
    assert response.content.startswith(b'<?xml version="1.0" encoding="UTF-8"?>\n<svg')


@pytest.mark.parametrize("address", PAGES)
def test_pages_only_read(client: Client, city: City, address: str) -> None:
    assert client.post(address).status_code == 405


def test_the_page_speaks_for_today_unless_asked(client: Client, city: City) -> None:
    today = timezone.localdate()
    assert f"Stand: heute, {today.day}. " in words(client, "/desk/")
