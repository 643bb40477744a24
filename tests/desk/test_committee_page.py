"""The page of one committee: seven questions, answered for a day."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from gremienwerk.bodies.models import CommitteeKind
from gremienwerk.committees.actions import (
    appoint,
    delegate,
    end_membership,
    name_initiator,
    plan_committee,
    rename_committee,
    subordinate,
)
from gremienwerk.committees.models import Committee, Role
from gremienwerk.core.dates import Precision, by_end, exact, in_month
from gremienwerk.meetings.actions import record_meeting
from gremienwerk.meetings.models import Meeting
from gremienwerk.organisations.actions import register_person, rename_organisation
from tests.support.cast import SETUP, City, make_body, make_city, make_committee, make_organisation
from tests.support.pages import sign_in, words_of

pytestmark = pytest.mark.django_db
BERLIN = ZoneInfo("Europe/Berlin")
QUERIES = 34


@pytest.fixture
def city(client: Client) -> City:
    city = make_city()
    sign_in(client, city.body)
    return city


def page(client: Client, committee: Committee, **parameters: str) -> str:
    response = client.get(f"/desk/gremien/{committee.uid}/", parameters)
    assert response.status_code == 200
    return words_of(response.content)


def whole(city: City) -> Committee:
    committee = make_committee(
        city.body, "Runder Tisch", kind="round-table", level="municipal", founded=in_month(2021, 6),
        occasion="Beschluss des Rates", seat_level="Leitungen", mandate="Ratsbeschluss", goal="Wege ebnen.",
        focus="Sprache", rhythm_text="viermal im Jahr", calendar_keeper="we", invitation_circle="members",
        invitation_channels=["email", "letter"], invitation_lead_days=14, invited_by="Geschäftsstelle",
        publicness="public", guests="on_request", guests_how="eine E-Mail genügt", minutes="internal",
        minutes_reason="personenbezogene Angaben", participants_note="alle Partner des Verbundprojekts",
    )  # fmt: skip
    since = date(2021, 6, 15)
    appoint(committee=committee, role=Role.LEAD, on=since, organisation=city.ressort, by=SETUP, voting=True)
    appoint(committee=committee, role=Role.MEMBER, on=since, organisation=city.partner, by=SETUP)
    name_initiator(committee=committee, organisation=city.ministry, by=SETUP)
    return committee


def test_the_seven_questions_stand_in_their_order(client: Client, city: City) -> None:
    words = page(client, whole(city))
    headings = [
        "Wer sitzt von uns darin, wer leitet, wer hat es angestoßen?",
        "Welche Institutionen wirken mit?",
        "Wie oft trifft es sich?",
        "Wer wird eingeladen, und wie?",
        "Ist es offen für Gäste, und gibt es Protokolle?",
        "Worum geht es, und was ist das Ziel?",
        "Welche Migrantenselbstorganisationen wirken mit?",
    ]
    places = [words.index(heading) for heading in headings]
    assert places == sorted(places)


@pytest.mark.parametrize(
    "sentence",
    [
        "Federführung: Ressort 204 Integration. Angestoßen von: Ministerium für Teilhabe.",
        "Von uns dabei Ressort 204 Integration (Federführung)",
        "Zwei Institutionen wirken mit. Dazu gehören im Wortlaut: alle Partner des Verbundprojekts.",
        "Trifft sich viermal im Jahr.",
        "Im Wortlaut: viermal im Jahr",
        "In den letzten zwölf Monaten haben keine Sitzungen stattgefunden.",
        "Eingeladen werden: Mitglieder. Die Einladung kommt per E-Mail und per Brief. Frist: 14 Tage.",
        "Es lädt ein: Geschäftsstelle.",
        "Die Sitzungen sind öffentlich. Gäste sind auf Anfrage willkommen. So melden sie sich an: eine E-Mail genügt.",
        "Die Protokolle sind nur intern. Begründung: personenbezogene Angaben.",
        "Wege ebnen. Schwerpunkte: Sprache",
        "Es wirkt keine erfasste Migrantenselbstorganisation mit.",
        "Juni 2021 Gegründet",
        "6 von 6 Fragen sind vollständig beantwortet.",
    ],
)
def test_every_question_has_a_plain_sentence(client: Client, city: City, sentence: str) -> None:
    assert sentence in page(client, whole(city))


@pytest.mark.parametrize(
    "sentence",
    [
        "Wer das Gremium leitet, ist nicht erfasst. Wer es angestoßen hat, ist nicht erfasst.",
        "Wer mitwirkt, ist nicht erfasst.",
        "Wie oft das Gremium zusammenkommt, ist nicht erfasst.",
        "Wer wie eingeladen wird, ist nicht erfasst.",
        "Ob Gäste zugelassen sind und ob es Protokolle gibt, ist nicht erfasst.",
        "Themen und Ziel sind nicht erfasst.",
    ],
)
def test_missing_facts_are_said(client: Client, city: City, sentence: str) -> None:
    words = page(client, make_committee(city.body, "Unbekannte Runde"))
    assert sentence in words
    assert "stattgefunden" not in words


def test_members_and_names_are_those_of_the_chosen_day(client: Client, city: City) -> None:
    committee = whole(city)
    seat = appoint(
        committee=committee, role=Role.GUEST, on=date(2022, 1, 1), organisation=city.sports_office, by=SETUP
    )
    end_membership(membership=seat, on=date(2023, 1, 1), by=SETUP)
    rename_organisation(organisation=city.partner, name="Hilfswerk Neu e. V.", on=date(2022, 7, 1), by=SETUP)
    rename_committee(committee=committee, name="Runder Tisch Zukunft", on=date(2024, 1, 1), by=SETUP)
    before = page(client, committee, stand="2022-06-30").split("Was ist bisher geschehen?")[0]
    after = page(client, committee, stand="2024-01-01").split("Was ist bisher geschehen?")[0]
    assert "Sportamt ständiger Gast" in before
    assert "Hilfswerk Musterstadt e. V. Mitglied" in before
    assert "Zukunft" not in before
    assert "Sportamt" not in after
    assert "Hilfswerk Neu e. V. Mitglied" in after
    assert "Runder Tisch Zukunft" in after


def test_all_roles_of_an_institution_stand_in_one_line_with_who_fills_them(
    client: Client, city: City
) -> None:
    committee = whole(city)
    appoint(committee=committee, role=Role.CHAIR, on=date(2021, 7, 1), organisation=city.ressort, by=SETUP)
    seat = committee.memberships.get(role=Role.LEAD)
    person = register_person(body=city.body, family_name="Beispiel", given_name="Ada", by=SETUP)
    delegate(membership=seat, person=person, on=date(2021, 7, 1), by=SETUP)
    assert "(wir) Federführung, Vorsitz 1 ja 15. Juni 2021 Ada Beispiel" in page(client, committee)


def test_a_seat_that_is_only_possible_says_so(client: Client, city: City) -> None:
    committee = make_committee(city.body, "Runde")
    appoint(
        committee=committee, role=Role.MEMBER, on=date(2022, 6, 1), on_precision=Precision.MONTH,
        organisation=city.partner, by=SETUP,
    )  # fmt: skip
    assert "Beginn oder Ende nicht taggenau bekannt" in page(client, committee, stand="2022-06-10")
    words = page(client, committee, stand="2022-07-01")
    assert "taggenau" not in words
    assert "Nicht erfasst Juni 2022 Nicht erfasst" in words


def test_an_end_that_is_already_known_is_told(client: Client, city: City) -> None:
    committee = make_committee(city.body, "Runde")
    since, until = date(2022, 6, 1), date(2023, 1, 1)
    appoint(committee=committee, role=Role.MEMBER, on=since, until=until, organisation=city.partner, by=SETUP)
    assert "1. Juni 2022 , bis 31. Dezember 2022" in page(client, committee, stand="2022-07-01")


def test_what_happened_on_one_day_stands_together(client: Client, city: City) -> None:
    html = client.get(f"/desk/gremien/{whole(city).uid}/").content.decode()
    assert html.count('<span class="gw-timeline__date">15. Juni 2021</span>') == 1
    assert html.count("gw-timeline__event") == 3


def test_migrant_organisations_are_named(client: Client, city: City) -> None:
    committee = whole(city)
    verein = make_organisation(city.body, "Brücke e. V.", "mso")
    appoint(committee=committee, role=Role.MEMBER, on=date(2021, 7, 1), organisation=verein, by=SETUP)
    assert "Eine Migrantenselbstorganisation wirkt mit: Brücke e. V. Alle Organisationen" in page(
        client, committee
    )


def test_coming_and_held_meetings_are_told(client: Client, city: City) -> None:
    committee = whole(city)
    record_meeting(
        body=city.body, committees=[committee], starts_at=datetime(2022, 2, 1, 16, tzinfo=BERLIN), by=SETUP,
        state=Meeting.State.HELD,
    )  # fmt: skip
    record_meeting(
        body=city.body, committees=[committee], starts_at=datetime(2022, 6, 14, 16, tzinfo=BERLIN), by=SETUP,
        place="Rathaus",
    )  # fmt: skip
    words = page(client, committee, stand="2022-05-15")
    assert "In den letzten zwölf Monaten hat eine Sitzung stattgefunden." in words
    assert "14. Juni 2022, 16:00 Uhr, Rathaus" in words


def test_the_rhythm_names_days_where_no_meeting_is_recorded(client: Client, city: City) -> None:
    committee = make_committee(city.body, "Runde", rhythm_text="jeden 2. Dienstag im Monat")
    words = page(client, committee, stand="2022-05-15")
    assert "Trifft sich jeden zweiten Dienstag im Monat." in words
    assert "14. Juni 2022 12. Juli 2022 9. August 2022" in words


def test_a_rhythm_that_cannot_be_read_keeps_its_wording(client: Client, city: City) -> None:
    committee = make_committee(city.body, "Runde", rhythm_text="wie der Wind weht")
    assert "Zum Turnus heißt es im Wortlaut: „wie der Wind weht“" in page(client, committee)


def test_connections_are_told_from_both_sides(client: Client, city: City) -> None:
    upper, lower = make_committee(city.body, "Lenkung"), make_committee(city.body, "Unterrunde")
    subordinate(committee=lower, superordinate=upper, by=SETUP)
    assert "Übergeordnet Lenkung (dorthin wird berichtet)" in page(client, lower)
    assert "Untergeordnet Unterrunde (berichtet hierher)" in page(client, upper)


def test_a_planned_committee_without_a_name_has_a_page(client: Client, city: City) -> None:
    kind = CommitteeKind.objects.get(body=city.body, key="working-group")
    committee = plan_committee(body=city.body, kind=kind, planned=by_end(date(2022, 12, 31)), by=SETUP)
    assert "Arbeitsgruppe (noch ohne Namen)" in page(client, committee, stand="2022-05-15")
    assert "geplant bis Ende 2022, überfällig" in page(client, committee, stand="2023-02-01")


def test_before_anything_is_recorded_the_page_says_so(client: Client, city: City) -> None:
    committee = make_committee(city.body, "Junge Runde", founded=exact(date(2022, 3, 1)))
    words = page(client, committee, stand="2021-01-01")
    assert "Für den 1. Januar 2021 ist zu diesem Gremium noch nichts erfasst." in words


@pytest.mark.parametrize("number", [1, 3])
def test_the_number_of_queries_is_constant(
    client: Client, city: City, number: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    committee = whole(city)
    for place in range(number):
        verein = make_organisation(city.body, f"Verein {place}")
        appoint(committee=committee, role=Role.MEMBER, on=date(2021, 7, 1), organisation=verein, by=SETUP)
        subordinate(
            committee=make_committee(city.body, f"Unterrunde {place}"), superordinate=committee, by=SETUP
        )
        starts = datetime(2030, 6, 14 + place, 16, tzinfo=BERLIN)
        record_meeting(body=city.body, committees=[committee], starts_at=starts, by=SETUP)
    with django_assert_num_queries(QUERIES):
        client.get(f"/desk/gremien/{committee.uid}/")


def test_what_was_typed_is_escaped(client: Client, city: City) -> None:
    committee = make_committee(city.body, "<script>alert(1)</script>", goal="<b>Ziel</b>")
    html = client.get(f"/desk/gremien/{committee.uid}/").content.decode()
    assert "<script>alert" not in html
    assert "&lt;b&gt;Ziel&lt;/b&gt;" in html


def test_strangers_get_no_page(client: Client, city: City) -> None:
    committee = whole(city)
    stranger = Client()
    sign_in(stranger, make_body(name="Nachbarstadt", key="05999002"), email="stranger@nachbar.example")
    response = stranger.get(f"/desk/gremien/{committee.uid}/")
    assert response.status_code == 404
    assert "Runder Tisch" not in words_of(response.content)
    assert Client().get(f"/desk/gremien/{committee.uid}/").status_code == 302
