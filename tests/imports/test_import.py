"""Tables are imported whole or not at all, and every mistake is told with its place."""

from __future__ import annotations

import csv
from datetime import date
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from gremienwerk.audit.models import AuditEvent, BodyRevision
from gremienwerk.bodies.models import Body, CommitteeKind
from gremienwerk.committees.models import Committee, Membership, Role
from gremienwerk.core.actor import Role as UserRole
from gremienwerk.core.errors import UserFacingError
from gremienwerk.imports.actions import import_tables
from gremienwerk.imports.headings import Target
from gremienwerk.imports.reports import ImportRefused, Report, Severity
from gremienwerk.organisations.models import Organisation
from gremienwerk.organisations.rules import NotAllowed
from tests.support.cast import SETUP, clerk_of, make_body

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 22)
UNITS = "ebene;einheit;uebergeordnet\nAmt;Jugendamt;\nTeam;Team Nord;Jugendamt\n"
CLUBS = "name;art;stadtteil;gruendung;hinweis\nVerein Nord e. V.;MSO;Nordstadt;2018;auch „Nordverein“\nChor Süd;Chor;;;\n"
ROUNDS = (
    "name;typ;federfuehrung;beteiligte;turnus_text;status;farbe\n"
    "Runde Nord;Runder Tisch;Team Nord;Nordverein|Vereine im Stadtteil|Neues Haus e. V.;monatlich;seit März 2020;blau\n"
    ";Arbeitskreis;Jugendamt;;;in Planung bis Ende 2027;\n"
)
SEATS = "Gremium;Organisation;Rolle;von;bis;Sitze\nRunde Nord;Chor Süd;beratend;März 2024;bis Ende 2025;2\n"


@pytest.fixture
def body() -> Body:
    return make_body()


def files(folder: Path, **contents: str) -> list[Path]:
    paths = [folder / f"{name}.csv" for name in contents]
    for path, content in zip(paths, contents.values(), strict=True):
        path.write_text(content, encoding="utf-8")
    return paths


def run(body: Body, paths: list[Path], **options: object) -> Report:
    return import_tables(files=paths, body=body, by=SETUP, on=TODAY, **options)  # type: ignore[arg-type]


def stored() -> tuple[int, ...]:
    return tuple(
        model.objects.count()
        for model in (Organisation, Committee, Membership, CommitteeKind, AuditEvent, BodyRevision)
    )


def test_organisations_committees_and_seats_come_together_in_any_order(body: Body, tmp_path: Path) -> None:
    report = run(body, files(tmp_path, seats=SEATS, rounds=ROUNDS, clubs=CLUBS, units=UNITS))
    assert {kind: report.number_of(kind) for kind, _ in report.created} == {
        "Organisation": 6, "Art von Organisationen": 1, "Gremium": 2, "Sitz": 5,
    }  # fmt: skip
    table = Committee.objects.get(name="Runde Nord")
    assert (table.participants_note, table.note, table.rhythm_text) == (
        "Vereine im Stadtteil",
        "farbe: blau",
        "monatlich",
    )
    assert table.rhythm is not None
    assert table.rhythm["per_year_min"] == 12
    seats = set(table.memberships.values_list("organisation__name", "role"))
    assert seats == {
        ("Team Nord", Role.LEAD), ("Verein Nord e. V.", Role.MEMBER), ("Neues Haus e. V.", Role.MEMBER), ("Chor Süd", Role.ADVISORY),
    }  # fmt: skip


def test_vague_dates_of_seats_stay_vague(body: Body, tmp_path: Path) -> None:
    run(body, files(tmp_path, seats=SEATS, rounds=ROUNDS, clubs=CLUBS, units=UNITS))
    seat = Membership.objects.get(organisation__name="Chor Süd")
    assert (seat.valid_from, seat.from_precision, seat.valid_until, seat.until_precision, seat.seats) == (
        date(2024, 3, 1), "month", date(2026, 1, 1), "by_end", 2,
    )  # fmt: skip


def test_the_same_rows_as_a_workbook_give_the_same_register(body: Body, tmp_path: Path) -> None:
    other = make_body(name="Anderstadt", key="05999002")
    run(body, files(tmp_path, units=UNITS, clubs=CLUBS, rounds=ROUNDS, seats=SEATS))
    workbook = Workbook(write_only=True)
    for title, text in (("Sitze", SEATS), ("Runden", ROUNDS), ("Vereine", CLUBS), ("Einheiten", UNITS)):
        sheet = workbook.create_sheet(title)
        for row in csv.reader(StringIO(text), delimiter=";"):
            sheet.append(row)
    workbook.save(tmp_path / "alles.xlsx")
    run(other, [tmp_path / "alles.xlsx"], administration="Stadt Musterstadt")
    columns = ("committee__name", "organisation__name", "role", "valid_from", "valid_until", "seats")
    of_body, of_other = (set(Membership.objects.filter(body=b).values_list(*columns)) for b in (body, other))
    assert of_body == of_other
    names = (
        set(Organisation.objects.filter(body=b).values_list("name", "note", "founded_latest"))
        for b in (body, other)
    )
    first, second = names
    assert {row[0] for row in first} == {row[0] for row in second}


def test_a_dry_run_tells_everything_and_stores_nothing(body: Body, tmp_path: Path) -> None:
    paths, before = files(tmp_path, units=UNITS, clubs=CLUBS, rounds=ROUNDS, seats=SEATS), stored()
    tried = run(body, paths, dry_run=True)
    assert stored() == before
    assert tried.text().startswith(
        "Probelauf, nichts ist gespeichert. Es würde angelegt:\n  6 × Organisation"
    )
    assert run(body, paths).created == tried.created


def test_importing_again_creates_nothing_new(body: Body, tmp_path: Path) -> None:
    paths = files(tmp_path, units=UNITS, clubs=CLUBS)
    run(body, paths)
    again = run(body, paths)
    assert again.created == []
    assert {remark.text for remark in again.remarks} >= {
        "„Chor Süd“ steht schon im Register und bleibt, wie es ist."
    }


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("clubs", "name;art\n;MSO\n", "clubs.csv, Zeile 2, Spalte „name“: Der Name fehlt."),
        ("clubs", "name;art\nClub;MSO;;x\n", "clubs.csv, Zeile 2: Die Zeile hat mehr Zellen als die Tabelle Überschriften."),
        ("clubs", f"name;art\n{'x' * 301};MSO\n", "ist länger als 300 Zeichen."),
        ("clubs", f"name;art\nClub;{'x' * 101}\n", "ist länger als 100 Zeichen."),
        ("rounds", f"name;typ;turnus\nRunde;{'x' * 101};\n", "ist länger als 100 Zeichen."),
        ("rounds", f"name;typ;turnus\nRunde;Forum;{'x' * 301}\n", "ist länger als 300 Zeichen."),
        ("units", "einheit;uebergeordnet\nTeam A;Amt B\n", "„Amt B“ steht weder in den Tabellen noch im Register."),
        ("units", "einheit;uebergeordnet\nTeam A;Team B\nTeam B;Team A\n", "steht im Kreis über sich selbst."),
        ("units", "einheit;uebergeordnet\nAmt 1 Nord;\nAmt 1 Süd;\nTeam;Amt 1\n", "„Amt 1“ ist nicht eindeutig"),
        ("rounds", "name;turnus\n;monatlich\n", "Nur geplante Gremien dürfen noch namenlos sein."),
        ("rounds", "name;vorsitz\nRunde;A e. V.|B e. V.\n", "Mehrere Organisationen haben den Vorsitz"),
        ("seats", "Gremium;Organisation\nNirgends;Stadt Musterstadt\n", "Ein Gremium „Nirgends“ steht weder"),
        ("seats", "Gremium;Organisation\nRunde Nord;Niemand\n", "„Niemand“ steht weder in den Tabellen noch im Register."),
        ("seats", "Gremium;Organisation;Rolle\nRunde Nord;Chor Süd;Chef\n", "Die Rolle „Chef“ ist nicht bekannt."),
        ("seats", "Gremium;Organisation;von\nRunde Nord;Chor Süd;neulich\n", "Das Datum „neulich“ ist nicht lesbar."),
        ("seats", "Gremium;Organisation;von;bis\nRunde Nord;Chor Süd;2024;2020\n", "Das Ende liegt vor dem Beginn."),
        ("seats", "Gremium;Organisation;Sitze\nRunde Nord;Chor Süd;viele\n", "„viele“ ist keine Zahl von Sitzen."),
        ("seats", "Gremium;Organisation;von\nRunde Nord;Chor Süd;bis Ende 2024\n", "Ein Beginn „bis …“ ist nicht möglich."),
        ("seats", "Gremium;Organisation\nRunde Nord;Chor Süd\nRunde Nord;Chor Süd\n", "zur selben Zeit schon einen gleichen Sitz"),
    ],
)  # fmt: skip
def test_a_wrong_row_stops_everything_before_anything_is_written(
    body: Body, tmp_path: Path, name: str, content: str, message: str
) -> None:
    tables = {"units": UNITS, "clubs": CLUBS, "rounds": ROUNDS} | {name: content}
    before = stored()
    with pytest.raises(ImportRefused) as refused:
        run(body, files(tmp_path, **tables))
    assert message in refused.value.message
    assert refused.value.message.startswith("Nichts wurde übernommen: ")
    assert stored() == before


def test_all_wrong_rows_are_told_at_once(body: Body, tmp_path: Path) -> None:
    with pytest.raises(ImportRefused, match="2 Zeilen stehen im Weg") as refused:
        run(body, files(tmp_path, clubs="name;art;gruendung\n;MSO;\nClub;MSO;\n;Chor;\n"))
    assert refused.value.message.splitlines()[1:] == [
        "  clubs.csv, Zeilen 2 und 4, Spalte „name“: Der Name fehlt."
    ]


def test_the_same_mistake_on_many_rows_is_told_once(body: Body, tmp_path: Path) -> None:
    with pytest.raises(ImportRefused, match="120 Zeilen stehen im Weg") as refused:
        run(body, files(tmp_path, clubs="name;art\n" + ";MSO\n" * 120))
    assert refused.value.message.splitlines()[1:] == [
        "  clubs.csv, Zeilen 2–121, Spalte „name“: Der Name fehlt."
    ]
    with pytest.raises(ImportRefused) as refused:
        run(body, files(tmp_path, clubs="name;art\n" + ";MSO\nClub %d;MSO\n" * 60 % tuple(range(60))))
    assert (
        "Zeilen 2, 4, 6, 8, 10, 12, 14, 16, 18, 20, 22, 24 und weitere (60 Zeilen)" in refused.value.message
    )


def test_a_table_of_nothing_but_mistakes_is_not_told_in_full(body: Body, tmp_path: Path) -> None:
    rows = "".join(f"Club {n};MSO;ja;zu viel\n" for n in range(120))
    parents = "".join(f"Verein {n};MSO;gibt es nicht {n}\n" for n in range(120))
    with pytest.raises(ImportRefused, match="120 Zeilen stehen im Weg") as refused:
        run(body, files(tmp_path, clubs="name;art;gehört zu\n" + parents))
    assert len(refused.value.message.splitlines()) == 52
    assert refused.value.message.endswith("… und 70 weitere Fehler")
    with pytest.raises(ImportRefused, match="120 Zeilen stehen im Weg"):
        run(body, files(tmp_path, clubs="name;art\n" + rows))


def test_an_unreadable_founding_stays_text(body: Body, tmp_path: Path) -> None:
    report = run(body, files(tmp_path, clubs="name;gruendung\nClub;um die Jahrtausendwende\n"))
    club = Organisation.objects.get(name="Club")
    assert (club.founded, club.note) == (None, "gruendung: um die Jahrtausendwende")
    assert [remark.column for remark in report.remarks] == ["gruendung"]


def test_nearly_equal_names_are_told_and_kept_apart(body: Body, tmp_path: Path) -> None:
    report = run(
        body,
        files(
            tmp_path,
            clubs="name;art\nKulturverein Morgenröte e. V.;MSO\nKulturverein Morgenroete;MSO\nKulturvereine Morgenröte;MSO\n",
        ),
    )
    assert report.number_of("Organisation") == 3
    assert any("ähnelt" in remark.text for remark in report.remarks)


def test_only_editors_of_the_body_import(body: Body, tmp_path: Path) -> None:
    reader = clerk_of(body, UserRole.AUDITOR)
    with pytest.raises(NotAllowed):
        import_tables(files=files(tmp_path, clubs=CLUBS), body=body, by=reader, on=TODAY)
    assert not Organisation.objects.exists()


def test_an_unknown_reporting_unit_takes_everything_back(body: Body, tmp_path: Path) -> None:
    before = stored()
    with pytest.raises(UserFacingError, match="„Ressort 9“"):
        run(body, files(tmp_path, clubs=CLUBS), reporting_unit="Ressort 9")
    assert stored() == before


def test_the_command_prints_the_report(body: Body, tmp_path: Path) -> None:
    out = StringIO()
    (path,) = files(tmp_path, clubs=CLUBS)
    call_command("import_tables", str(path), "--body", body.official_key, "--as", "organisations", stdout=out)
    assert out.getvalue().splitlines()[:2] == ["Angelegt:", "  2 × Organisation"]
    assert Organisation.objects.filter(body=body).count() == 2


_CELL = st.one_of(
    st.sampled_from(["", "Amt", "Team A", "Verein e. V.", "alle Vereine", "monatlich", "seit 2020", "bis 2019", "in Planung bis Ende 2030", "2024", "Mitglied", "Vorsitz", "A|B|C", "x" * 301]),
    st.text(max_size=20),
)  # fmt: skip
_HEADINGS = st.sampled_from(
    ["name;art;ebene;uebergeordnet", "name;typ;federfuehrung;beteiligte;turnus;status;einladung;gaeste;protokolle", "gremium;organisation;rolle;von;bis;sitze", "name;vorsitz;status;kurz"]
)  # fmt: skip


def attempt(body: Body, path: Path, *, dry_run: bool = False) -> Report | str:
    """The report, or the message of the refusal."""
    try:
        return run(body, [path], dry_run=dry_run)
    except UserFacingError as refused:
        return refused.message


@given(
    heading=_HEADINGS,
    rows=st.lists(st.lists(_CELL, max_size=9), max_size=6),
    garbage=st.text(max_size=40),
    noise=st.booleans(),
)
@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_text_is_imported_or_refused_and_never_half(
    body: Body, tmp_path: Path, heading: str, rows: list[list[str]], garbage: str, noise: bool
) -> None:
    buffer = StringIO()
    writer = csv.writer(buffer, delimiter=";")
    writer.writerow(heading.split(";"))
    writer.writerows(rows)
    path = tmp_path / "beliebig.csv"
    path.write_bytes((garbage if noise else buffer.getvalue()).encode("utf-8", "surrogatepass"))
    before = stored()
    tried = attempt(body, path, dry_run=True)
    assert stored() == before
    done = attempt(body, path)
    if isinstance(tried, str):
        assert (done, stored()) == (tried, before)
    else:
        assert isinstance(done, Report)
        assert done.created == tried.created


def test_rows_can_be_forced_to_be_committees(body: Body, tmp_path: Path) -> None:
    run(body, files(tmp_path, rounds="name;art\nRunde;Forum\n"), target=Target.COMMITTEES)
    assert Committee.objects.get().kind.name == "Forum"


def test_a_planned_committee_without_a_name_comes_once(body: Body, tmp_path: Path) -> None:
    rounds = "name;typ;federführung;status\n(noch ohne Namen);AG;Team Nord;in Planung bis Ende 2027\n"
    run(body, files(tmp_path, units=UNITS, rounds=rounds))
    again = run(body, files(tmp_path, units=UNITS, rounds=rounds))
    assert again.number_of("Gremium") == 0
    assert Committee.objects.filter(body=body, name="").count() == 1


def test_columns_of_seats_without_a_field_of_their_own_are_kept_as_remark(body: Body, tmp_path: Path) -> None:
    seats = "gremium;organisation;rolle;bemerkung;wahlperiode\nRunde Nord;Chor Süd;Mitglied;kommt selten;2020-2025\n"
    run(body, files(tmp_path, units=UNITS, clubs=CLUBS, rounds=ROUNDS, seats=seats))
    assert (
        Membership.objects.get(organisation__name="Chor Süd").note == "kommt selten; wahlperiode: 2020-2025"
    )


def test_a_unit_recognised_by_its_name_is_told(body: Body, tmp_path: Path) -> None:
    rounds = "name;typ;federführung;beteiligte\nRunde West;AG;Jugendamt;Chor Süd\n"
    report = run(body, files(tmp_path, clubs=CLUBS, rounds=rounds))
    assert any("„Jugendamt“ klingt nach einer eigenen Einheit" in str(r) for r in report.of(Severity.DECIDE))
