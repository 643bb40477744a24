"""Public rows follow the register: after any change they are what a rebuild would make."""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.core.management import CommandError, call_command
from django.db import IntegrityError, connection
from django.test.utils import CaptureQueriesContext

from gremienwerk.audit.change import change
from gremienwerk.bodies.models import CommitteeKind, Topic
from gremienwerk.committees.actions import (
    Appointment,
    add_committee_alias,
    appoint,
    appoint_many,
    correct_membership,
    delegate,
    describe_committee,
    end_committee,
    end_membership,
    name_initiator,
    pause_committee,
    rename_committee,
    subordinate,
)
from gremienwerk.committees.models import Committee, Membership, Role
from gremienwerk.core.dates import exact
from gremienwerk.core.errors import UserFacingError
from gremienwerk.meetings.actions import record_meeting
from gremienwerk.organisations.actions import (
    describe_organisation,
    dissolve_organisation,
    grant_consent,
    move_organisation,
    publish_profile,
    register_person,
    rename_organisation,
)
from gremienwerk.organisations.models import Consent, Organisation
from gremienwerk.publishing import queries
from gremienwerk.publishing.models import PublicRecord, PublicSeat, PublicTitle
from gremienwerk.publishing.projecting.projector import deviations, rebuild
from tests.support.cast import SETUP, TODAY, City, make_city, make_committee, make_organisation

pytestmark = pytest.mark.django_db
BERLIN = ZoneInfo("Europe/Berlin")
Step = Callable[[random.Random, City], None]


@pytest.fixture
def city() -> City:
    return make_city()


def some_committee(dice: random.Random, city: City) -> Committee:
    return dice.choice(list(Committee.objects.filter(body=city.body).order_by("pk")))


def some_organisation(dice: random.Random, city: City) -> Organisation:
    return dice.choice(list(Organisation.objects.filter(body=city.body).order_by("pk")))


def some_day(dice: random.Random) -> date:
    return date(2020, 1, 1) + timedelta(days=dice.randrange(3000))


def found(dice: random.Random, city: City) -> None:
    visibility = dice.choice(["public", "internal", "hidden"])
    make_committee(city.body, f"Kreis {dice.random()}", founded=exact(some_day(dice)), visibility=visibility)


def show_or_hide(dice: random.Random, city: City) -> None:
    visibility = dice.choice(["public", "internal", "hidden"])
    describe_committee(committee=some_committee(dice, city), by=SETUP, visibility=visibility)


def sit(dice: random.Random, city: City) -> None:
    appoint(
        committee=some_committee(dice, city),
        organisation=some_organisation(dice, city),
        role=dice.choice([Role.LEAD, Role.MEMBER, Role.GUEST]),
        on=some_day(dice),
        by=SETUP,
    )


def leave(dice: random.Random, city: City) -> None:
    seats = list(Membership.objects.filter(body=city.body, valid_until__isnull=True).order_by("pk"))
    seat = dice.choice(seats)
    end_membership(membership=seat, on=some_day(dice), by=SETUP)


def correct(dice: random.Random, city: City) -> None:
    seat = dice.choice(list(Membership.objects.filter(body=city.body).order_by("pk")))
    correct_membership(
        membership=seat, by=SETUP, why="falsch erfasst", organisation=some_organisation(dice, city)
    )


def strike_out(dice: random.Random, city: City) -> None:
    seat = dice.choice(list(Membership.objects.filter(body=city.body).order_by("pk")))
    with change(by=SETUP, body=city.body.pk) as made:
        made.remove(seat, action="test.remove")


def rename(dice: random.Random, city: City) -> None:
    rename_committee(
        committee=some_committee(dice, city), name=f"Rat {dice.random()}", on=some_day(dice), by=SETUP
    )


def rename_unit(dice: random.Random, city: City) -> None:
    rename_organisation(
        organisation=some_organisation(dice, city), name=f"Amt {dice.random()}", on=some_day(dice), by=SETUP
    )


def join(dice: random.Random, city: City) -> None:
    subordinate(committee=some_committee(dice, city), superordinate=some_committee(dice, city), by=SETUP)


def start(dice: random.Random, city: City) -> None:
    name_initiator(committee=some_committee(dice, city), organisation=some_organisation(dice, city), by=SETUP)


def move(dice: random.Random, city: City) -> None:
    move_organisation(
        organisation=some_organisation(dice, city),
        parent=some_organisation(dice, city),
        on=some_day(dice),
        by=SETUP,
    )


def pause(dice: random.Random, city: City) -> None:
    pause_committee(committee=some_committee(dice, city), on=some_day(dice), by=SETUP)


def end(dice: random.Random, city: City) -> None:
    end_committee(
        committee=some_committee(dice, city),
        ended=exact(some_day(dice)),
        successor=some_committee(dice, city),
        by=SETUP,
    )


def meet(dice: random.Random, city: City) -> None:
    at = datetime.combine(some_day(dice), datetime.min.time(), tzinfo=BERLIN)
    committees = {some_committee(dice, city), some_committee(dice, city)}
    record_meeting(body=city.body, committees=committees, starts_at=at, by=SETUP, is_public=True)


def enter_profile(dice: random.Random, city: City) -> None:
    organisation = make_organisation(city.body, f"Verein {dice.random()}", "mso")
    publish_profile(organisation=organisation, published_from=some_day(dice), by=SETUP)


def name_somebody(dice: random.Random, city: City) -> None:
    seat = dice.choice(list(Membership.objects.filter(body=city.body).order_by("pk")))
    person = register_person(body=city.body, family_name=f"P{dice.random()}", by=SETUP)
    delegate(membership=seat, person=person, on=None, by=SETUP)
    grant_consent(
        person=person,
        field="name",
        basis=Consent.Basis.CONSENT,
        reference="Brief",
        since=some_day(dice),
        by=SETUP,
    )


def dissolve(dice: random.Random, city: City) -> None:
    dissolve_organisation(organisation=some_organisation(dice, city), ended=exact(some_day(dice)), by=SETUP)


STEPS: tuple[Step, ...] = (
    found, show_or_hide, show_or_hide, sit, sit, sit, leave, correct, strike_out, rename, rename_unit, join, start,
    move, pause, end, meet, enter_profile, name_somebody, dissolve,
)  # fmt: skip


@pytest.mark.parametrize("seed", range(6))
def test_after_any_changes_the_public_rows_are_what_a_rebuild_makes(city: City, seed: int) -> None:
    dice = random.Random(seed)
    for _ in range(4):
        found(dice, city)
    for number in range(60):
        step = dice.choice(STEPS)
        try:
            step(dice, city)
        except (UserFacingError, IntegrityError, IndexError):
            continue  # the register refuses some combinations; what it takes must be public as it says
        if number % 10 == 9:
            assert deviations(body=city.body.pk) == []
    assert deviations(body=city.body.pk) == []


def test_a_rebuild_changes_nothing_that_is_right(city: City) -> None:
    public = make_committee(city.body, "Beirat", founded=exact(date(2020, 1, 1)), visibility="public")
    appoint(committee=public, organisation=city.partner, role=Role.MEMBER, on=None, by=SETUP)
    before = list(PublicRecord.objects.order_by("pk").values("uid", "modified_at", "checksum"))
    seats = list(PublicSeat.objects.values("pk", "uid"))
    rebuild(body=city.body.pk, by=SETUP, why="Probe")
    assert list(PublicRecord.objects.order_by("pk").values("uid", "modified_at", "checksum")) == before
    assert list(PublicSeat.objects.values("pk", "uid")) == seats


def test_a_rename_writes_one_record(city: City) -> None:
    """Content never holds names of others, so a name is written in one place."""
    public = make_committee(city.body, "Beirat", founded=exact(date(2020, 1, 1)), visibility="public")
    appoint(committee=public, organisation=city.partner, role=Role.LEAD, on=date(2021, 1, 1), by=SETUP)
    before = {row.uid: row.checksum for row in PublicRecord.objects.all()}
    rename_organisation(organisation=city.partner, name="Hilfswerk neu", on=date(2024, 1, 1), by=SETUP)
    changed = {row.uid for row in PublicRecord.objects.all() if before.get(row.uid) != row.checksum}
    assert changed == {city.partner.uid}
    names = {
        day: queries.members(body=city.body.pk, committee=public.uid, on=day, today=TODAY)[0].organisation
        for day in (date(2023, 12, 31), date(2024, 1, 1))
    }
    assert [ref.name for ref in names.values() if ref] == ["Hilfswerk Musterstadt e. V.", "Hilfswerk neu"]


def test_a_seat_that_changes_makes_its_committee_newer(city: City) -> None:
    public = make_committee(city.body, "Beirat", founded=exact(date(2020, 1, 1)), visibility="public")
    record = PublicRecord.objects.get(uid=public.uid)
    with change(by=SETUP, body=city.body.pk):
        PublicRecord.objects.filter(pk=record.pk).update(modified_at=datetime(2020, 1, 1, tzinfo=UTC))
    appoint(committee=public, organisation=city.partner, role=Role.MEMBER, on=None, by=SETUP)
    record.refresh_from_db()
    assert record.modified_at > datetime(2020, 1, 1, tzinfo=UTC)


def test_names_of_all_days_are_there(city: City) -> None:
    """As in the register, a former name holds in its own period only."""
    public = make_committee(city.body, "Dritter", founded=exact(date(2020, 1, 1)), visibility="public")
    rename_committee(committee=public, name="Vierter", on=date(2022, 1, 1), by=SETUP)
    add_committee_alias(committee=public, name="auch so", by=SETUP)
    titles = PublicTitle.objects.filter(record__uid=public.uid).order_by("pk")
    assert [(t.title, t.valid_from, t.valid_until) for t in titles] == [
        ("Vierter", None, date(2020, 1, 1)),
        ("Dritter", date(2020, 1, 1), date(2022, 1, 1)),
        ("Vierter", date(2022, 1, 1), None),
    ]


def test_a_word_of_the_vocabulary_reaches_what_it_names(city: City) -> None:
    make_committee(city.body, "Beirat", founded=exact(date(2020, 1, 1)), visibility="public")
    kind = CommitteeKind.objects.get(body=city.body, key="working-group")
    with change(by=SETUP, body=city.body.pk) as made:
        made.update(kind, action="test.kind", name="Werkstatt")
        made.create(Topic(body=city.body, key="neu", name="Neu"), action="test.topic")
    [row] = queries.committees(body=city.body.pk, on=TODAY).rows
    assert row.kind.name == "Werkstatt"
    assert deviations(body=city.body.pk) == []


def test_an_import_of_many_seats_takes_few_statements(city: City) -> None:
    groups = [
        make_committee(city.body, f"Kreis {n}", founded=exact(date(2020, 1, 1)), visibility="public")
        for n in range(10)
    ]
    organisations = [make_organisation(city.body, f"Verein {n}") for n in range(20)]

    def statements(chosen: list[Committee], role: Role) -> int:
        wanted = [Appointment(g, role=role, organisation=o) for g in chosen for o in organisations]
        with CaptureQueriesContext(connection) as seen:
            appoint_many(body=city.body, appointments=wanted, by=SETUP)
        return len(seen)

    few, many = statements(groups[:1], Role.MEMBER), statements(groups[1:], Role.MEMBER)
    # Nine times the seats: not nine times the statements.
    assert many < few * 2.5


def test_the_command_finds_and_mends_what_is_wrong(city: City, capsys: pytest.CaptureFixture[str]) -> None:
    public = make_committee(city.body, "Beirat", founded=exact(date(2020, 1, 1)), visibility="public")
    call_command("publish", check=True)
    with change(by=SETUP, body=city.body.pk):
        PublicRecord.objects.filter(uid=public.uid).update(checksum="")
    with pytest.raises(CommandError, match="weichen vom Register ab"):
        call_command("publish", check=True)
    assert "veraltet: Beirat" in capsys.readouterr().out
    call_command("publish", body=city.body.official_key)
    call_command("publish", check=True)


def test_the_command_makes_what_an_older_register_has_never_had(city: City) -> None:
    make_committee(city.body, "Beirat", founded=exact(date(2020, 1, 1)), visibility="public")
    with change(by=SETUP, body=city.body.pk):
        PublicRecord.objects.all().delete()
    call_command("publish", missing=True, verbosity=0)
    assert deviations(body=city.body.pk) == []


def test_organisations_are_public_by_what_they_do(city: City) -> None:
    """Units always are; others once they sit in a public committee, have initiated one, or have an entry."""
    body = city.body.pk

    def public() -> set[str]:
        rows = queries.organisations(body=body, on=TODAY, today=TODAY, size=0).rows
        return {row.name for row in rows}

    units = {"Stadt Musterstadt", "Ressort 204 Integration", "Team Ehrenamt", "Jugendamt", "Sportamt"}
    assert public() == units
    committee = make_committee(city.body, "Beirat", founded=exact(date(2020, 1, 1)), visibility="internal")
    seat = appoint(committee=committee, organisation=city.partner, role=Role.MEMBER, on=None, by=SETUP)
    name_initiator(committee=committee, organisation=city.ministry, by=SETUP)
    assert public() == units
    describe_committee(committee=committee, by=SETUP, visibility="public")
    assert public() == units | {"Hilfswerk Musterstadt e. V.", "Ministerium für Teilhabe"}
    end_membership(membership=seat, on=date(2024, 1, 1), by=SETUP)
    assert "Hilfswerk Musterstadt e. V." in public()
    describe_organisation(organisation=city.partner, by=SETUP, note="nur intern")
    describe_committee(committee=committee, by=SETUP, visibility="internal")
    assert public() == units
