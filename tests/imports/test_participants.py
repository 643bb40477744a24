"""Organisations are told from words for many; words for many never become organisations."""

from __future__ import annotations

import pytest

from gremienwerk.imports.names import NameIndex, OrganisationEntry, quoted_spellings, split_name
from gremienwerk.imports.participants import Reading, read_participant


def index_of(*entries: OrganisationEntry) -> NameIndex:
    index = NameIndex(city="Wuppertal")
    for entry in entries:
        index.add(entry)
    return index


@pytest.mark.parametrize(
    "text",
    [
        "Akteurinnen und Akteure der Migrationsarbeit", "15 gewählte Mitglieder", "20 bis 25 Moscheegemeinden", "Flüchtlingsinitiativen",
        "Vereine und Migrantenorganisationen", "Migrantenvereine (2006: 17)", "alle Partner des Verbundprojekts", "Verwaltung",
        "Freie Wohlfahrtspflege", "Konfessionen", "Migrationsdienste der Wohlfahrtspflege", "Freie Träger der Jugendhilfe",
        "Einrichtungen, Träger und Initiativen im Quartier", "ehrenamtlich Engagierte in der Arbeit", "weitere Ämter",
        "Religionsgemeinschaften, u. a. Moscheen", "Vertreter*innen der Fraktionen", "seit 2011 auch weitere Vereine", "Frauenhäuser",
        "rund 30 Personen", "interessierte Bürgerinnen und Bürger", "Kirchen", "Schulen der Sekundarstufe", "Schulsozialarbeit",
        "Ehrenamt (höchste Leitungsebene)", "Bürger:innen", "Zuwandererfamilien", "zehn Ratsmitglieder",
    ],
)  # fmt: skip
def test_words_for_many_stay_text(text: str) -> None:
    assert read_participant(text=text, index=index_of(), committees=frozenset()).reading is Reading.COLLECTIVE


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Islam und Frieden e.V.", "Islam und Frieden e.V."),
        ("Ressort 208", "Ressort 208"),
        ("Jugendamt", "Jugendamt"),
        ("Jobcenter Wuppertal", "Jobcenter Wuppertal"),
        ("Internationaler Bund", "Internationaler Bund"),
        ("Nachbarschaftsheim", "Nachbarschaftsheim"),
        ("Alte Feuerwache", "Alte Feuerwache"),
        ("SKJ", "SKJ"),
        ("Bergischer Geschichtsverein", "Bergischer Geschichtsverein"),
        ("Verein Refugio", "Verein Refugio"),
        ("Haus der Familien", "Haus der Familien"),
        ("Netzwerk Frauen helfen e. V.", "Netzwerk Frauen helfen e. V."),
        ("evangelisch-methodistische Kirche (Tagungsort)", "Evangelisch-methodistische Kirche"),
        ("Initiative Würde für Alle", "Initiative Würde für Alle"),
    ],
)
def test_named_institutions_become_organisations(text: str, name: str) -> None:
    read = read_participant(text=text, index=index_of(), committees=frozenset())
    assert (read.reading, read.name) == (Reading.NAMED, name)


def test_shortened_names_lead_to_the_known_organisation() -> None:
    department = OrganisationEntry("Ressort 204 Zuwanderung und Integration")
    centre = OrganisationEntry("Fachbereich Vielfalt / Kommunales Zentrum", "KZ", parent=department)
    office = OrganisationEntry("Geschäftsbereich Soziales", aliases=["Sozialdezernat"])
    jobs = OrganisationEntry("Jobcenter Wuppertal")
    dignity = OrganisationEntry("Würde für Alle")
    index = index_of(department, centre, office, jobs, dignity)
    for text, entry in (
        ("Ressort 204", department),
        ("Ressort Zuwanderung und Integration", department),
        ("Ressort Zuwanderung und Integration (Koordination)", department),
        ("KZ", centre),
        ("Kommunales Zentrum", centre),
        ("Sozialdezernat", office),
        ("Jobcenter", jobs),
        ("Initiative Würde für Alle", dignity),
    ):
        read = read_participant(text=text, index=index, committees=frozenset())
        assert (read.reading, read.entry) == (Reading.KNOWN, entry), text


def test_another_number_is_another_unit() -> None:
    index = index_of(OrganisationEntry("Ressort 204 Zuwanderung"), OrganisationEntry("Ressort 208"))
    assert index.find("Ressort 209") == []
    assert index.find("Ressort") == []


def test_an_ambiguous_name_stays_text() -> None:
    index = index_of(OrganisationEntry("Caritas Nord"), OrganisationEntry("Caritas Süd"))
    read = read_participant(text="Caritas", index=index, committees=frozenset())
    assert (read.reading, read.reason) == (
        Reading.COLLECTIVE,
        "nicht eindeutig („Caritas Nord“, „Caritas Süd“)",
    )


def test_words_for_many_do_not_find_an_organisation_by_its_beginning() -> None:
    index = index_of(OrganisationEntry("Frauen helfen Frauen e. V."))
    assert read_participant(text="Frauen", index=index, committees=frozenset()).reading is Reading.COLLECTIVE


def test_a_committee_holds_no_seat() -> None:
    read = read_participant(
        text="Integrationsrat", index=index_of(), committees=frozenset({"integrationsrat"})
    )
    assert read.reading is Reading.COLLECTIVE


@pytest.mark.parametrize(
    ("text", "split"),
    [
        ("Interessenvertretung (IWM)", ("Interessenvertretung", "IWM", (), "")),
        ("Bildungsverein e.V. (W.I.B)", ("Bildungsverein e.V.", "W.I.B", (), "")),
        (
            "Geschäftsbereich Soziales (Sozialdezernat)",
            ("Geschäftsbereich Soziales", "", ("Sozialdezernat",), ""),
        ),
        ("Amt (später Großes Amt)", ("Amt", "", ("Großes Amt",), "später Großes Amt")),
        ("Koordination (strategische Steuerung)", ("Koordination", "", (), "strategische Steuerung")),
        ("Verein(t) in Wuppertal", ("Verein(t) in Wuppertal", "", (), "")),
    ],
)
def test_parentheses_are_short_names_other_names_or_remarks(text: str, split: tuple[object, ...]) -> None:
    assert tuple(split_name(text)) == split


@pytest.mark.parametrize(
    ("remark", "spellings"),
    [
        ("Schreibweisen: „Hevi – Hoffnung“, „Hêvî“", ["Hevi – Hoffnung", "Hêvî"]),
        ("auch „Verein Hilfe“", ["Verein Hilfe"]),
        ("Newsletter „Haltung zeigen“", []),
        ("Schreibweisen mit und ohne Bindestrich", []),
        ("gegründet 2015; auch „Zwei“", ["Zwei"]),
    ],
)
def test_only_quoted_spellings_become_other_names(remark: str, spellings: list[str]) -> None:
    assert quoted_spellings(remark=remark, name="Verein") == spellings
