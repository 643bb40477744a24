"""The demo city is rich enough, and right on every day asked about."""

from __future__ import annotations

import csv
from datetime import date

import pytest

from gremienwerk.accounts.models import User
from gremienwerk.audit.models import AuditEvent
from gremienwerk.bodies.models import Body
from gremienwerk.committees.models import Committee, Level, Membership, Representative, Role
from gremienwerk.committees.queries import CommitteeFacts, committees_on
from gremienwerk.committees.status import Status
from gremienwerk.core.actor import command
from gremienwerk.imports.demo import load
from gremienwerk.meetings.models import Meeting
from gremienwerk.meetings.queries import held_in_year_before
from gremienwerk.organisations.models import Organisation
from gremienwerk.organisations.models.organisations import reporting_unit_of
from gremienwerk.organisations.queries import directory_on, organisations_on, tree_on
from tests.demo.conftest import DEMO

SEED_DAY = date(2022, 5, 15)
TODAY = date(2026, 11, 22)


def committees(body: Body, on: date) -> dict[str, CommitteeFacts]:
    return {committee.display_name: committee for committee in committees_on(body=body.pk, on=on)}


def seats(body: Body, committee: str, on: date, *roles: Role) -> set[str]:
    names = organisations_on(body=body.pk, on=on)
    found = committees(body, on)[committee].seats
    return {
        names[seat.holder.organisation].name
        for seat in found
        if seat.holder.organisation is not None and (not roles or seat.role in roles)
    }


def test_it_is_rich_enough(talheim: Body) -> None:
    migrant = Organisation.objects.filter(body=talheim, kinds__is_migrant_organisation=True).distinct()
    assert Committee.objects.filter(body=talheim).count() >= 45
    assert Organisation.objects.filter(body=talheim).count() >= 160
    assert migrant.count() >= 65
    assert Membership.objects.filter(body=talheim).count() >= 900
    assert Representative.objects.filter(body=talheim).count() >= 40


def test_every_level_and_every_status_occurs(talheim: Body) -> None:
    today = committees_on(body=talheim.pk, on=TODAY)
    assert {committee.status for committee in today} == set(Status) - {Status.UNKNOWN_YET}
    assert {committee.level for committee in today} == set(Level) - {Level.COUNTY}


def test_every_role_occurs_today(talheim: Body) -> None:
    assert set(Membership.objects.on(TODAY).values_list("role", flat=True)) == set(Role)


def test_bodies_are_led_by_us_other_departments_the_state_and_partners(talheim: Body) -> None:
    assert seats(talheim, "Lenkungsgruppe Integration", TODAY, Role.LEAD) == {
        "Ressort 204 Zuwanderung und Integration"
    }
    assert seats(talheim, "Netzwerk Frühe Hilfen", TODAY, Role.LEAD) == {"Team Frühe Hilfen"}
    assert seats(talheim, "Landeskonferenz der Integrationszentren", TODAY, Role.LEAD) == {
        "Landesstelle der Integrationszentren"
    }
    assert seats(talheim, "Trägerkreis Haus der Kulturen", TODAY, Role.LEAD) == {
        "Haus der Kulturen Talheim e. V."
    }


def test_in_may_2022_the_three_steering_bodies_exist_and_three_working_groups_are_planned(
    talheim: Body,
) -> None:
    then = committees(talheim, SEED_DAY)
    assert {
        name: then[name].status_text
        for name in then
        if then[name].kind.is_steering and then[name].level == "municipal"
    } == {
        "Lenkungsgruppe Integration": "besteht seit Juni 2021",
        "Steuerungskreis KIM": "besteht seit Juni 2021",
        "Steuerungskreis „Zuhause in Talheim“": "besteht seit Juni 2021",
    }
    planned = [
        c for c in committees_on(body=talheim.pk, on=SEED_DAY) if c.status is Status.PLANNED and c.seats
    ]
    assert [(c.name, c.status_text) for c in planned] == [
        ("Arbeitskreis Gesundheit und Zuwanderung", "geplant bis Ende 2022"),
        ("Arbeitskreis Sprache und Alltag", "geplant bis Ende 2022"),
        ("", "geplant bis Ende 2022"),
    ]
    assert (
        then["Steuerungskreis „Zuhause in Talheim“"].participants_note == "alle Partner des Verbundprojekts"
    )


def test_the_unnamed_group_is_overdue_in_february_2023_and_ended_today(talheim: Body) -> None:
    group = Committee.objects.get(body=talheim, name="", planned_latest=date(2022, 12, 31))
    for day, status in (
        (SEED_DAY, Status.PLANNED),
        (date(2023, 2, 1), Status.OVERDUE),
        (TODAY, Status.ENDED),
    ):
        (then,) = committees_on(body=talheim.pk, on=day, only=[group.pk])
        assert then.status is status


def test_today_one_unnamed_group_is_planned_and_two_bodies_are_overdue(talheim: Body) -> None:
    today = committees_on(body=talheim.pk, on=TODAY)
    assert [c.status_text for c in today if not c.name and c.status is Status.PLANNED] == [
        "geplant bis Ende 2026"
    ]
    assert [c.name for c in today if c.status is Status.OVERDUE] == [
        "Beirat des Kommunalen Integrationszentrums",
        "Runder Tisch Pflege ohne Sprachgrenzen",
    ]


def test_names_and_places_are_those_of_the_day(talheim: Body) -> None:
    unit = Organisation.objects.get(body=talheim, name="Team Schulsozialarbeit")
    for day, authority, above in (
        (SEED_DAY, "Ausländerbehörde", "Ressort 301 Schule"),
        (TODAY, "Ausländer- und Einbürgerungsbehörde", "Jugendamt"),
    ):
        names = organisations_on(body=talheim.pk, on=day)
        parent = tree_on(body=talheim.pk, on=day).parent(unit.pk)
        assert authority in {facts.name for facts in names.values()}
        assert parent is not None
        assert names[parent].name == above


def test_seats_change_hands(talheim: Body) -> None:
    table = "Runder Tisch für Toleranz", "Runder Tisch gegen Rassismus"
    assert seats(talheim, table[0], SEED_DAY, Role.LEAD) == {"Büro der Oberbürgermeisterin"}
    assert seats(talheim, table[1], TODAY, Role.LEAD) == {"Fachreferat Antirassismus und Antidiskriminierung"}
    assert seats(talheim, "Sprecherkreis der Talheimer Migrantenorganisationen", SEED_DAY, Role.CHAIR) == {
        "Ghanaische Union Talheim e. V."
    }
    assert seats(talheim, "Inklusionsbeirat", date(2022, 12, 31), Role.CHAIR) == {"Seniorennetz Talheim"}
    assert seats(talheim, "Inklusionsbeirat", date(2023, 1, 1), Role.CHAIR) == {"Talheim inklusiv e. V."}


def test_the_integration_centre_has_five_teams_and_three_sections_in_may_2022(talheim: Body) -> None:
    centre = Organisation.objects.get(body=talheim, short_name="KI")
    names = organisations_on(body=talheim.pk, on=SEED_DAY)
    below = sorted(names[unit].name for unit in tree_on(body=talheim.pk, on=SEED_DAY).children(centre.pk))
    assert [name.split()[0] for name in below] == ["Fachreferat"] * 3 + ["Team"] * 5


def test_what_stands_outside_the_administration_is_not_in_its_tree(talheim: Body) -> None:
    root = Organisation.objects.get(body=talheim, is_administration=True)
    inside = tree_on(body=talheim.pk, on=TODAY).subtree(root.pk)
    outside = Organisation.objects.filter(
        body=talheim, name__in=["Jobcenter Talheim", "Stadtwerke Talheim GmbH"]
    )
    assert len(outside) == 2
    assert not inside & {organisation.pk for organisation in outside}


def test_the_default_reporting_unit_is_the_integration_department(talheim: Body) -> None:
    assert reporting_unit_of(talheim) == Organisation.objects.get(body=talheim, short_name="R 204")


def test_council_committees_come_from_elsewhere(talheim: Body) -> None:
    council = [c for c in committees_on(body=talheim.pk, on=TODAY) if c.kind.is_council]
    assert len(council) == 3
    assert {c.calendar_keeper for c in council} == {"council"}


def test_meetings_are_recorded_only_where_we_keep_the_calendar(talheim: Body) -> None:
    keepers = (
        Meeting.objects.filter(body=talheim).values_list("committees__calendar_keeper", flat=True).distinct()
    )
    assert set(keepers) == {Committee.CalendarKeeper.WE}
    held = held_in_year_before(body=talheim.pk, on=TODAY)
    steering = Committee.objects.get(body=talheim, name="Steuerungskreis KIM")
    assert 5 <= held[steering.pk] <= 7


def test_some_committees_are_incomplete_most_are_not(talheim: Body) -> None:
    today = [c for c in committees_on(body=talheim.pk, on=TODAY) if c.status is Status.ACTIVE]
    unknown = [c.name for c in today if c.rhythm is None or not c.minutes or not c.guests]
    assert 4 <= len(unknown) <= len(today) // 4


def test_the_directory_holds_published_profiles_of_the_day(talheim: Body) -> None:
    early, now = directory_on(body=talheim.pk, on=SEED_DAY), directory_on(body=talheim.pk, on=TODAY)
    profiles = Organisation.objects.filter(body=talheim, profile__isnull=False).count()
    assert 15 <= len(early) < len(now) < profiles
    assert any(entry.confirmed_on and entry.confirmed_on < date(2024, 1, 1) for entry in now)


def test_one_committee_does_not_exist_in_public(talheim: Body) -> None:
    hidden = Committee.objects.filter(body=talheim, visibility=Committee.Visibility.HIDDEN)
    assert [committee.name for committee in hidden] == ["Fallkonferenz Schutz vor Zwang in der Familie"]


def test_the_demo_users_cannot_sign_in_by_password(talheim: Body) -> None:
    users = User.objects.filter(body=talheim)
    assert {user.role for user in users} == {"administrator", "editor", "releaser", "auditor"}
    assert not any(user.has_usable_password() for user in users)


def test_everything_is_in_the_audit_record(talheim: Body) -> None:
    events = AuditEvent.objects.filter(body_key=talheim.pk)
    assert (
        events.filter(action="committees.appoint").count() == Membership.objects.filter(body=talheim).count()
    )
    assert events.filter(action="organisations.move").count() == 0
    assert events.filter(action="organisations.leave_place").count() == 5


def test_loading_again_changes_nothing_and_says_so(talheim: Body) -> None:
    before = AuditEvent.objects.count()
    again = load(folder=DEMO, by=command("Test"))
    assert (again.body, again.is_new) == (talheim, False)
    assert again.message == "Die Demo „Talheim an der Wupper“ ist schon geladen."
    assert AuditEvent.objects.count() == before


@pytest.mark.parametrize("file", sorted(path.name for path in DEMO.glob("*.csv")))
def test_the_files_are_readable_text_with_headings(file: str) -> None:
    with (DEMO / file).open(encoding="utf-8", newline="") as stream:
        head, *rows = csv.reader(stream, delimiter=";", strict=True)
    assert all(heading.strip() == heading and heading for heading in head)
    assert {len(row) for row in rows} == {len(head)}
