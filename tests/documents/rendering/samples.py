"""Papers to render: a plain one, a large one, an empty one, and one with every name that has ever broken a file."""

import datetime

from gremienwerk.documents.rendering.content.annexes import (
    CommitteeProfile,
    CommitteeProfiles,
    CommitteeRow,
    CommitteeSection,
    CommitteeTable,
    DirectoryEntry,
    DirectoryList,
    InstitutionGroup,
    ProfileSeat,
    Seat,
    StructureChart,
)
from gremienwerk.documents.rendering.content.charts import Chart
from gremienwerk.documents.rendering.content.papers import (
    AnswerItem,
    AnswerPaper,
    ClimateCheck,
    ClimateOption,
    ItemKind,
    ItemPart,
    Letterhead,
    Session,
)
from gremienwerk.documents.rendering.content.text import (
    AnnexRef,
    BulletList,
    FigureRef,
    Paragraph,
    SmallTable,
    Subheading,
)
from tests.documents.rendering.sample_charts import hostile_chart, large_chart, small_chart
from tests.documents.rendering.sample_rows import (
    AS_OF,
    HOSTILE,
    LONG_NAME,
    PRODUCED_AT,
    THREE_HUNDRED,
    bare_row,
    many_rows,
    row,
)

__all__ = [
    "AS_OF",
    "HOSTILE",
    "LONG_NAME",
    "PRODUCED_AT",
    "THREE_HUNDRED",
    "bare_row",
    "entries",
    "hostile_chart",
    "hostile_paper",
    "items",
    "large_chart",
    "many_rows",
    "paper",
    "profile",
    "row",
    "small_chart",
]

LETTERHEAD = Letterhead(
    city="Stadt Talheim an der Wupper",
    office="Ressort Zuwanderung und Integration",
    department="Fachbereich Integration, Bildung und kulturelle Vielfalt",
    street="Am Neumarkt 10",
    postcode_city="42999 Talheim an der Wupper",
    phone="0202 555 4321",
    email="integration@talheim.example",
    website="www.talheim.example/integration",
    accent_colour="#1d4f91",
    file_reference="204.11-Gremien/26",
)
CLIMATE = ClimateCheck(
    question="Hat das Vorhaben eine langfristige Auswirkung auf den Klimaschutz und/oder die Klimafolgenanpassung?",
    effect="neutral",
    reason="",
    options=(
        ClimateOption("neutral", "neutral / nein"),
        ClimateOption("positive", "ja, positive Auswirkungen"),
        ClimateOption("negative", "ja, negative Auswirkungen"),
    ),
)


def entries(count: int) -> tuple[DirectoryEntry, ...]:
    """Migrant organisations, some in other scripts, some with nothing but a name."""
    names = (
        "Bosnischer Kulturverein Talheim e. V.",
        "Afrikanische Gemeinschaft Bergisch Land",
        *HOSTILE[10:16],
        LONG_NAME,
    )
    made = []
    for number in range(count):
        name = names[number % len(names)] + (f" {number + 1}" if number >= len(names) else "")
        made.append(
            DirectoryEntry(
                name=name,
                description="Beratung, Sprachkurse und Begegnung für Familien." if number % 3 else "",
                contact=(
                    "Frau Beispiel (Vorstand)",
                    f"Beispielstraße {number + 1}, 42999 Talheim",
                    "0202 555 100",
                ),
                email=f"verein{number + 1}@talheim.example",
                website=f"https://verein{number + 1}.talheim.example/",
                district="Nord" if number % 4 else None,
                languages=("Deutsch", "Arabisch", "Bosnisch") if number % 5 else None,
                topics=("Beratung", "Bildung", "Kultur") if number % 5 else None,
                confirmed_on=datetime.date(2026, 3, 1 + number % 28) if number % 6 else None,
            )
        )
    return tuple(made)


def profile(name: str) -> CommitteeProfile:
    """A body run by the office, with its composition."""
    return CommitteeProfile(
        name=name,
        kind="Steuerungsgruppe",
        level="kommunal",
        occasion="Einführung des Kommunalen Integrationsmanagements",
        goal="Die beteiligten Behörden und Träger vereinbaren gemeinsame Wege und lösen Hindernisse im Einzelfall auf.",
        topics="Einwanderung, Einbürgerung, Arbeitsmarkt",
        founded="Juni 2021",
        superordinate=("Lenkungsgruppe Integration",),
        rhythm="viermal im Jahr",
        composition=(
            ProfileSeat("Ressort Zuwanderung und Integration", "Federführung", 2, True),
            ProfileSeat("Ausländerbehörde", "Mitglied", 1, True),
            ProfileSeat("Jobcenter Talheim", "Mitglied", 1, True),
            ProfileSeat("Integrationsagentur der Diakonie", "ständiger Gast", None, False),
        ),
        composition_note="alle Partner des Verbundprojekts",
    )


def paper(
    *,
    rows: tuple[CommitteeRow, ...] | None = None,
    chart: Chart | None = None,
    directory: int = 12,
    **changes: object,
) -> AnswerPaper:
    """The seven questions answered, with all four annexes."""
    listed = many_rows(14) if rows is None else rows
    half = len(listed) // 2
    table = CommitteeTable(
        number=1,
        title="Gremientabelle",
        note=f"{len(listed)} Gremien, in denen das Ressort am 15. Mai 2026 einen Sitz hat.",
        sections=(
            CommitteeSection("Leitung beim Land und bei anderen Ressorts", listed[:half]),
            CommitteeSection(
                "Eigene Gremien: Federführung oder Geschäftsführung beim Ressort", listed[half:]
            ),
        )
        if listed
        else (),
    )
    values: dict[str, object] = {
        "letterhead": LETTERHEAD,
        "title": "Talheimer Engagement für Integration – Gremien und Netzwerke",
        "kind": "Antwort auf die Große Anfrage",
        "received_from": "Fraktion Die Vernünftigen",
        "inquiry_number": "VO/0612/26",
        "inquiry_date": datetime.date(2026, 5, 3),
        "sessions": (
            Session("Ausschuss für Chancengerechtigkeit und Integration", datetime.date(2026, 6, 9), True),
            Session("Rat der Stadt", None, False),
        ),
        "reporting_unit": "Ressort Zuwanderung und Integration",
        "as_of": AS_OF,
        "version": 1,
        "produced_at": PRODUCED_AT,
        "items": items(len(listed)),
        "climate_check": CLIMATE,
        "annexes": (
            table,
            CommitteeProfiles(
                number=2,
                title="Steckbriefe der eigenen Gremien",
                profiles=(profile("Lenkungsgruppe Integration"), profile("Steuerungskreis KIM")),
            ),
            StructureChart(number=3, title="Gremienstruktur", chart=chart or small_chart()),
            DirectoryList(
                number=4,
                title="Liste der Migrantenorganisationen",
                note="Jeder Eintrag nennt den Tag, an dem er zuletzt bestätigt wurde.",
                entries=entries(directory),
            ),
        ),
    }
    return AnswerPaper(**{**values, **changes})  # type: ignore[arg-type]


def items(count: int) -> tuple[AnswerItem, ...]:
    """Six questions and a motion, in the words of no real council."""
    question = ItemKind.QUESTION
    first = (
        Paragraph(
            f"Das Ressort ist am 15. Mai 2026 in {count} Gremien mit externen Beteiligten vertreten. Anlage 1 führt sie einzeln auf."
        ),
        Subheading("Gremien, an denen das Ressort teilnimmt"),
        SmallTable(
            "Gremien nach Leitung",
            ("Leitung", "Gremien"),
            (("Land", "3"), ("andere Ressorts", "5"), ("Partner", "4")),
        ),
        Subheading("Gremien in eigener Federführung"),
        Paragraph(
            "Die Lenkungsgruppe Integration wurde im Juni 2021 gegründet. Sie vereint die Leitungen aller wesentlichen Beteiligten."
        ),
        BulletList(
            (
                "Steuerungskreis Kommunales Integrationsmanagement",
                "Steuerungskreis „Zuhause in Talheim“",
                "ein geplanter Arbeitskreis ohne Namen",
            )
        ),
        FigureRef(3, "Den Aufbau zeigt die Abbildung"),
        AnnexRef(2, "Ziele und Zusammensetzung der eigenen Gremien stehen in den Steckbriefen"),
    )
    table = (AnnexRef(1, "Siehe beigefügte Tabelle"),)
    return (
        AnswerItem(
            number="1",
            kind=question,
            question="In welchen Gremien mit externen Beteiligten sind welche Teile des Ressorts Mitglied, und wer ist federführend?",
            answer=first,
        ),
        AnswerItem(
            number="2",
            kind=question,
            question="Welche Institutionen nehmen derzeit an den Gremien teil?",
            answer=table,
        ),
        AnswerItem(
            number="3",
            kind=question,
            question="In welchem Turnus tagt das jeweilige Gremium?",
            answer=(*table, Paragraph("Für 4 Gremien ist kein Turnus erfasst.")),
        ),
        AnswerItem(
            number="4",
            kind=question,
            question="Einladungen:",
            parts=(ItemPart("a)", "Wer wird eingeladen?"), ItemPart("b)", "Wie wird eingeladen?")),
            answer=table,
        ),
        AnswerItem(
            number="5",
            kind=question,
            question="Welche Gremien sind offen für Gäste? Sind Protokolle zugänglich?",
            answer=table,
        ),
        AnswerItem(
            number="6", kind=question, question="Was sind Schwerpunkte und Ziel jedes Gremiums?", answer=table
        ),
        AnswerItem(
            number="7",
            kind=ItemKind.MOTION,
            question="Wir beantragen eine aktuelle Liste der Migrantenorganisationen, wie auf https://www.talheim.example/integration vorgesehen.",
            answer=(
                Paragraph(
                    "Die Liste liegt als Anlage 4 bei und steht unter https://www.talheim.example/de/migrantenorganisationen/ im Netz."
                ),
            ),
        ),
    )


def hostile_paper() -> AnswerPaper:
    """Every hostile name in every place that takes a name."""
    rows = tuple(
        row(
            name,
            leads=(name,),
            seats=(Seat(name, name),),
            topics=name,
            participants=(InstitutionGroup(name, (name, name)),),
        )
        for name in HOSTILE
    )
    text = "\n".join(HOSTILE)
    answer = (
        Paragraph(text),
        BulletList(HOSTILE),
        SmallTable(HOSTILE[0], HOSTILE[:3], (HOSTILE[3:6],)),
        Subheading(HOSTILE[2]),
    )
    return paper(
        rows=(*rows, row(THREE_HUNDRED), bare_row("Gremium ohne Angaben")),
        chart=hostile_chart(),
        title=HOSTILE[0],
        received_from=HOSTILE[2],
        inquiry_number=HOSTILE[4],
        items=(AnswerItem(number=HOSTILE[4], kind=ItemKind.QUESTION, question=text, answer=answer),),
        climate_check=ClimateCheck(
            question=HOSTILE[1], effect=None, reason=text, options=(ClimateOption("x", HOSTILE[0]),)
        ),
    )
