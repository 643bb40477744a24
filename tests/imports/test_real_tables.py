"""The real Wuppertal tables give the records their index promises; nothing is merged, nothing lost."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from django.db import transaction
from pytest_django.plugin import DjangoDbBlocker

from gremienwerk.bodies.models import Body
from gremienwerk.committees.models import Committee, Membership, Role
from gremienwerk.committees.queries import committees_on
from gremienwerk.committees.status import Status
from gremienwerk.core.german import fold
from gremienwerk.imports.actions import import_tables
from gremienwerk.imports.reports import Report, Severity
from gremienwerk.organisations.models import Organisation, OrganisationName
from gremienwerk.organisations.models.organisations import reporting_unit_of
from gremienwerk.organisations.queries import tree_on
from tests.support.cast import SETUP, make_body

TODAY = date(2026, 11, 22)
FILES = ("wuppertal_gremien.csv", "wuppertal_ki_struktur.csv", "wuppertal_mso.csv")


pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def imported(
    inputs: Path, django_db_setup: None, django_db_blocker: DjangoDbBlocker
) -> Iterator[tuple[Body, Report]]:
    with django_db_blocker.unblock(), transaction.atomic():
        body = make_body(name="Wuppertal", key="05124000")
        files = [inputs / "tables" / name for name in FILES]
        yield body, import_tables(files=files, body=body, by=SETUP, on=TODAY, reporting_unit="Ressort 204")
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def body(imported: tuple[Body, Report]) -> Body:
    return imported[0]


@pytest.fixture(scope="module")
def report(imported: tuple[Body, Report]) -> Report:
    return imported[1]


def rows(inputs: Path, name: str) -> list[dict[str, str]]:
    with (inputs / "tables" / name).open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream, delimiter=";"))


def committee(body: Body, name: str) -> Committee:
    return Committee.objects.get(body=body, name=name)


def members(body: Body, name: str, role: Role = Role.MEMBER) -> set[str | None]:
    seats = Membership.objects.filter(committee=committee(body, name), role=role)
    return set(seats.values_list("organisation__name", flat=True))


def test_twenty_eight_rows_are_twenty_eight_committees(body: Body, report: Report, inputs: Path) -> None:
    names = {"" if "(ohne Namen)" in row["name"] else row["name"] for row in rows(inputs, FILES[0])}
    assert set(Committee.objects.filter(body=body).values_list("name", flat=True)) == names
    assert report.number_of("Gremium") == 28


def test_the_units_form_a_tree_under_the_city(body: Body) -> None:
    tree = tree_on(body=body.pk, on=TODAY)
    city = Organisation.objects.get(body=body, is_administration=True)
    by_name = {o.name: o for o in Organisation.objects.filter(body=body)}
    department = by_name["Ressort 204 Zuwanderung und Integration"]
    centre = Organisation.objects.get(body=body, short_name="KI")
    team = by_name["Team Ehrenamt und Zusammenhalt"]
    assert city.name == "Stadt Wuppertal"
    assert tree.ancestors(team.pk) == [
        centre.pk,
        department.pk,
        by_name["Geschäftsbereich Soziales"].pk,
        city.pk,
    ]
    assert len(tree.subtree(city.pk) - {city.pk}) == 12 + len({"Jugendamt", "Ressort 208"})
    assert by_name["Jobcenter Wuppertal"].pk not in tree.subtree(city.pk)
    assert reporting_unit_of(body) == department


def test_every_row_of_organisations_is_one_organisation(body: Body, inputs: Path) -> None:
    names = {fold(name) for name in Organisation.objects.filter(body=body).values_list("name", flat=True)}
    table = rows(inputs, "wuppertal_mso.csv")
    for row in table:
        assert fold(row["name"]) in names or fold(row["name"].rsplit(" (", 1)[0]) in names
    migrant = Organisation.objects.filter(body=body, kinds__is_migrant_organisation=True).distinct()
    assert migrant.count() == sum(row["art"] in ("MSO", "Moscheeverein") for row in table)


def test_the_congregation_in_two_rows_is_reported_and_not_merged(body: Body, report: Report) -> None:
    assert (
        Organisation.objects.filter(
            body=body, name__in=["DITIB-Zentralmoschee Gathe", "Türkisch-islamischer Kulturverein Elberfeld"]
        ).count()
        == 2
    )
    assert [r.row for r in report.of(Severity.DECIDE) if "mögliche Dublette" in r.text] == [20, 21]


def test_earlier_names_and_the_action_day_are_left_to_the_clerk(report: Report) -> None:
    told = [r for r in report.of(Severity.DECIDE) if r.file == "wuppertal_gremien.csv"]
    committees = [r for r in told if "klingt nach einer eigenen Einheit" not in r.text]
    assert [(r.row, r.column) for r in committees] == [(5, "name"), (22, "typ"), (7, "status"), (9, "status")]
    assert "sind vielleicht Namen desselben Gremiums" in committees[2].text


def test_quoted_spellings_are_other_names(body: Body) -> None:
    aliases = set(OrganisationName.objects.filter(body=body, is_alias=True).values_list("name", flat=True))
    assert {
        "Hevi – Hoffnung e.V.",
        "Islamischer Al-Birr-Verein",
        "Verein Hilfe und Integration",
        "Akzent-Sprachschule",
    } <= aliases
    assert "Ausländer- und Einbürgerungsbehörde" in aliases


def test_collective_wording_becomes_no_organisation(body: Body) -> None:
    names = " | ".join(Organisation.objects.filter(body=body).values_list("name", flat=True))
    for word in (
        "Mitglieder",
        "Akteur",
        "Moscheegemeinden",
        "Initiativen",
        "Verwaltung",
        "Wohlfahrtspflege",
        "Konfessionen",
        "Vereine und",
    ):
        assert word.casefold() not in names.casefold(), word
    assert "20 bis 25" in committee(body, "Interessensvertretung der Wuppertaler Moscheen").participants_note
    assert "15 direkt" in committee(body, "Integrationsausschuss").participants_note


def test_named_institutions_have_seats(body: Body) -> None:
    assert members(body, "Steuerungskreis KIM") == {"Ausländerbehörde", "Jugendamt", "Jobcenter Wuppertal"}
    assert members(body, "Steuerungskreis „Zuhause in Wuppertal“") == {
        "Caritas", "Diakonie", "Internationaler Bund", "Jobcenter Wuppertal", "Nachbarschaftsheim", "Alte Feuerwache", "SKJ", "Ressort 208",
    }  # fmt: skip
    assert members(body, "Runder Tisch zum Haus der Integration", Role.LEAD) == {"Würde für Alle"}
    assert members(body, "Forum der Vereine", Role.LEAD) == {"Team Ehrenamt und Zusammenhalt"}


def test_every_participant_is_told_in_the_report_or_known_by_its_own_name(
    body: Body, report: Report, inputs: Path
) -> None:
    told = " ".join(remark.text for remark in report.remarks)
    names = set(Organisation.objects.filter(body=body).values_list("name", flat=True))
    for row in rows(inputs, FILES[0]):
        for part in filter(None, (part.strip() for part in row["beteiligte"].split("|"))):
            assert f"„{part}“" in told or part in names


def test_the_city_is_a_member_of_the_network_since_its_day(body: Body) -> None:
    seats = Membership.objects.filter(committee__name__startswith="ECCAR", committee__body=body)
    assert list(seats.values_list("organisation__name", "valid_from")) == [
        ("Stadt Wuppertal", date(2025, 5, 28))
    ]


def test_the_dates_of_the_prose_are_those_of_the_register(body: Body) -> None:
    then = {c.name: c for c in committees_on(body=body.pk, on=date(2022, 5, 15))}
    assert then["Lenkungsgruppe Integration"].status_text == "besteht seit Juni 2021"
    assert (then[""].status, then[""].status_text) == (Status.PLANNED, "geplant bis Ende 2022")
    assert then["Integrationsausschuss"].status_text == "besteht seit 13. September 2020"
    assert then["Integrationsrat"].status is Status.ENDED
    assert then["Migrationsausschuss"].status is Status.ENDED
    assert then["FrauenNetz Wuppertal"].status_text == "besteht"
    assert then["FrauenNetz Wuppertal"].life.founded is None
    assert "Runder Tisch zum Haus der Integration" not in then


def test_the_rhythm_is_known_for_the_five_that_state_one(body: Body) -> None:
    assert Committee.objects.filter(body=body).exclude(rhythm_text="").count() == 5


def test_no_word_of_the_table_is_lost(body: Body, inputs: Path) -> None:
    for row in rows(inputs, FILES[0]):
        name = "" if "(ohne Namen)" in row["name"] else row["name"]
        kept = committee(body, name)
        words = " ".join(
            [
                kept.note,
                kept.participants_note,
                kept.goal,
                kept.rhythm_text,
                kept.invitation_note,
                kept.kind.name,
            ]
        )
        for column in ("stand", "quelle", "hinweis", "ziel_schwerpunkt", "turnus_text", "einladung"):
            assert " ".join(row[column].split()) in words, (name, column)


def test_a_second_import_creates_nothing(body: Body, inputs: Path) -> None:
    files = [inputs / "tables" / name for name in FILES]
    again = import_tables(files=files, body=body, by=SETUP, on=TODAY, dry_run=True)
    assert again.created == []
