"""A mistake in the demo's files, or a register in use, stops loading before anything is stored."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from gremienwerk.audit.models import AuditEvent
from gremienwerk.bodies.models import Body
from gremienwerk.core.actor import command
from gremienwerk.core.errors import UserFacingError
from gremienwerk.imports.demo import load
from gremienwerk.organisations.models import Organisation
from tests.demo.conftest import DEMO
from tests.support.cast import make_body

pytestmark = pytest.mark.django_db


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return Path(shutil.copytree(DEMO, tmp_path / "demo"))


def change(folder: Path, file: str, old: str, new: str) -> None:
    text = (folder / file).read_text(encoding="utf-8")
    assert old in text
    (folder / file).write_text(text.replace(old, new, 1), encoding="utf-8")


def test_a_register_with_a_real_city_is_left_alone() -> None:
    body = make_body(name="Wirklichstadt")
    with pytest.raises(UserFacingError, match="Im Register steht schon „Wirklichstadt“"):
        load(folder=DEMO, by=command("Test"))
    assert list(Body.objects.all()) == [body]


@pytest.mark.parametrize(
    ("file", "old", "new", "message"),
    [
        ("organisationen.csv", "Schlüssel;Name;", "Schlüssel;Titel;", "organisationen.csv, Zeile 1: Erwartet werden die Spalten"),
        ("organisationen.csv", ";Ministerium;", ";Minsterium;", "Spalte „Arten“: „Minsterium“ ist nicht vorgesehen."),
        ("gremien.csv", ";viermal im Jahr;wir;", ";viermal im Jahr;ihr;", "gremien.csv, Zeile 2, Spalte „Kalender führt“: „ihr“"),
        ("gremien.csv", ";Juni 2021;", ";Juni 2O21;", "gremien.csv, Zeile 2, Spalte „Gegründet“: Das Datum „Juni 2O21“ ist nicht lesbar"),
        ("mitgliedschaften.csv", ";dez2;", ";dez9;", "mitgliedschaften.csv, Zeile 4, Spalte „Organisation“: „dez9“ ist in den Dateien nicht beschrieben."),
        ("mitgliedschaften.csv", ";Federführung;", ";Oberhaupt;", "mitgliedschaften.csv, Zeile 2, Spalte „Rolle“: „Oberhaupt“ ist nicht vorgesehen."),
        ("vertretungen.csv", ";Vertretung;", ";Vertreterin;", "vertretungen.csv, Zeile 2, Spalte „Stellung“"),
        ("sitzungen.csv", " 14:00;", " 14 Uhr;", "Erwartet wird ein Zeitpunkt wie"),
        ("konten.csv", ";Administration", ";Chefin", "konten.csv, Zeile 2, Spalte „Rolle“: „Chefin“ ist nicht vorgesehen."),
        ("koerperschaft.csv", "Kurzname;", "Spitzname;", "koerperschaft.csv, Zeile 3, Spalte „Feld“: Das Feld „Spitzname“ gibt es nicht."),
    ],
)  # fmt: skip
def test_a_mistake_names_its_place_and_nothing_is_stored(
    copy: Path, file: str, old: str, new: str, message: str
) -> None:
    change(copy, file, old, new)
    with pytest.raises(UserFacingError) as refused:
        load(folder=copy, by=command("Test"))
    assert message in refused.value.message
    assert not Body.objects.exists()
    assert not Organisation.objects.exists()
    assert not AuditEvent.objects.exists()


def test_a_seat_given_twice_names_both_rows(copy: Path) -> None:
    rows = (copy / "mitgliedschaften.csv").read_text(encoding="utf-8").splitlines()
    (copy / "mitgliedschaften.csv").write_text("\n".join([*rows, rows[1]]), encoding="utf-8")
    with pytest.raises(UserFacingError, match=f"Zeile {len(rows) + 1}, .* schon Zeile 2"):
        load(folder=copy, by=command("Test"))
    assert not Body.objects.exists()


def test_a_missing_file_is_named(copy: Path) -> None:
    (copy / "themen.csv").unlink()
    with pytest.raises(UserFacingError, match=r"themen\.csv: Die Datei lässt sich nicht öffnen"):
        load(folder=copy, by=command("Test"))
    assert not Body.objects.exists()


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(UserFacingError, match="Der Ordner mit den Dateien der Demo fehlt"):
        load(folder=tmp_path / "nirgends", by=command("Test"))
