"""Papers to render: a plain one, a large one, an empty one, and one with every name that has ever broken a file."""

import datetime
from random import Random

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
from gremienwerk.documents.rendering.content.charts import (
    Chart,
    ChartEdge,
    ChartNode,
    EdgeMeaning,
    NodeKind,
    NodeStatus,
)
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

AS_OF = datetime.date(2026, 5, 15)
PRODUCED_AT = datetime.datetime(2026, 5, 18, 9, 30, tzinfo=datetime.UTC)

LONG_NAME = (
    "Arbeitsgemeinschaft der Migrantenselbstorganisationen und Wohlfahrtsverbände im Bergischen Städtedreieck"
)
THREE_HUNDRED = (
    LONG_NAME + " und der "
) * 2 + "benachbarten Kreise, Städte und Gemeinden mit ihren Einrichtungen " * 2
HOSTILE = (
    '#set page(width: 1pt) $x^2$ *fett* _kursiv_ `roh` <marke> @verweis // Kommentar \\ "Anführung"',
    "{{ 7*7 }} {% for x in y %} {# k #} ${jndi:ldap://x} %s %n",
    '<script>alert("x")</script> & < > " \' ]]> <!-- -->',
    '"]; n0 -> n1; digraph { a [label="x\\n"] } \\',
    "=1+1",
    "@SUM(A1:A9)",
    "-2+3|cmd",
    "+49 202 1234",
    "Zeile eins\nZeile zwei\r\nZeile\x00drei\x1b[31m\ud800",
    "Null\u200bbreite‍zeichen \u202egnurhekmU\u202c 😀 👩‍👩‍👧 🏳️‍🌈",
    "جمعية الصداقة العربية",
    "የኢትዮጵያ ማህበረሰብ ማህበር",
    "Українська громада Вупперталь",
    "Ελληνική Κοινότητα",
    "ארגון הקהילה",
    "华人协会 · 日本人会 · 한인회",
    "\U00012000\U00012001 Keilschrift",
    "[Klammer](http://x) | Tabelle | ~ ^ ° § € – — … „Zitat“",
)

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


def row(name: str, **changes: object) -> CommitteeRow:
    """A plain committee with everything recorded; `changes` replace fields."""
    values: dict[str, object] = {
        "name": name,
        "kind": "Arbeitskreis",
        "level": "kommunal",
        "seats": (Seat("Team Bildung", "Mitglied"), Seat("Fachreferat Sprache", "stellv. Vorsitz")),
        "initiators": ("Jugendamt",),
        "leads": ("Jugendamt", "Caritasverband Talheim e. V."),
        "participants": (
            InstitutionGroup("Verwaltung", ("Jugendamt", "Schulamt", "Stadtbibliothek")),
            InstitutionGroup(
                "Wohlfahrtsverbände", ("Caritasverband Talheim e. V.", "Diakonie Bergisch Land")
            ),
            InstitutionGroup("Migrantenorganisationen", ("Bosnischer Kulturverein Talheim e. V.",)),
        ),
        "rhythm": "an jedem zweiten Dienstag im Monat außer in den Schulferien",
        "meetings_last_year": 10,
        "invited": "Mitglieder und ständige Gäste",
        "invitation_channel": "per E-Mail",
        "invitation_lead_time": "14 Tage vorher",
        "invited_by": "Geschäftsführung im Jugendamt",
        "guests": "auf Anfrage bei der Geschäftsführung",
        "minutes": "auf Anfrage, weil Personen genannt werden",
        "topics": "Sprachförderung, Übergang Schule–Beruf, Elternarbeit",
        "goal": "Kinder mit Einwanderungsgeschichte finden ohne Umweg den passenden Bildungsweg.",
    }
    return CommitteeRow(**{**values, **changes})  # type: ignore[arg-type]


def bare_row(name: str) -> CommitteeRow:
    """A committee of which nothing but the name is recorded."""
    nothing = dict.fromkeys(CommitteeRow.__dataclass_fields__)
    return CommitteeRow(**{**nothing, "name": name, "status": "", "participants_note": ""})  # type: ignore[arg-type]


def many_rows(count: int, seed: int = 7) -> tuple[CommitteeRow, ...]:
    """`count` committees of different length, about as long as real ones; the same for the same seed."""
    random = Random(seed)
    kinds = ("Arbeitskreis", "Runder Tisch", "Netzwerk", "Steuerungsgruppe", "Projektgruppe", "Beirat")
    themes = (
        "Sprache",
        "Ausbildung",
        "Gesundheit",
        "Wohnen",
        "Ehrenamt",
        "Antidiskriminierung",
        "Frühe Hilfen",
        "Sport",
    )
    places = (
        "Nord",
        "Süd",
        "Wupperaue",
        "Oberbarmen",
        "im Bergischen Städtedreieck",
        "des Landes NRW",
        "Altstadt",
    )
    partners = tuple(
        f"{a} {b} e. V."
        for a in ("Kulturverein", "Förderkreis", "Elterninitiative", "Sportfreunde")
        for b in places
    )
    rows = []
    for number in range(count):
        kind = random.choice(kinds)
        name = (
            f"{kind} {random.choice(themes)} und {random.choice(themes)} {random.choice(places)} {number + 1}"
        )
        groups = (
            InstitutionGroup(
                "Verwaltung",
                tuple(
                    random.sample(("Jugendamt", "Schulamt", "Sozialamt", "Jobcenter", "Ausländerbehörde"), 2)
                ),
            ),
            InstitutionGroup("Vereine", tuple(random.sample(partners, random.randint(1, 6)))),
        )
        changes: dict[str, object] = {
            "kind": kind,
            "participants": groups,
            "meetings_last_year": random.choice((None, 4, 10)),
        }
        if random.random() < 0.15:
            changes |= {"rhythm": None, "minutes": None, "invited_by": None}
        rows.append(row(LONG_NAME if number % 50 == 9 else name, **changes))
    return tuple(rows)


def small_chart() -> Chart:
    """Steering group with working groups below, two of them planned, and every other sign once."""
    node, status, kind = ChartNode, NodeStatus, NodeKind
    nodes = (
        node(
            "ressort",
            "Ressort Zuwanderung und Integration",
            "Stadt Talheim an der Wupper",
            kind.ORGANISATION,
            url="/de/organisationen/1/",
        ),
        node("lenkung", "Lenkungsgruppe Integration", "seit Juni 2021", kind.STEERING, url="/de/gremien/1/"),
        node(
            "kim",
            "Steuerungskreis Kommunales Integrationsmanagement",
            "seit Juni 2021",
            kind.STEERING,
            url="/de/gremien/2/",
        ),
        node("zuhause", "Steuerungskreis „Zuhause in Talheim“", "", kind.STEERING, url="/de/gremien/3/"),
        node("ak1", "AK Sprache und Bildung", "", url="/de/gremien/4/"),
        node("ak2", "AK Gesundheit", "", url="/de/gremien/5/"),
        node("ak3", "AK Arbeit und Ausbildung", "bis Ende 2026", status=status.PLANNED),
        node("ak4", None, "Gründung war bis Ende 2025 geplant", status=status.OVERDUE),
        node("ak5", "AK Ehrenamt", "", status=status.DORMANT),
        node("ak6", "AK Unterbringung", "beendet am 31. März 2024", status=status.ENDED),
        node("caritas", "Caritasverband Talheim e. V.", "", kind.ORGANISATION),
        node("rt", "Runder Tisch gegen Rassismus", "", url="/de/gremien/9/"),
    )
    up, part, led = EdgeMeaning.REPORTS_TO, EdgeMeaning.BELONGS_TO, EdgeMeaning.LED_BY
    edges = (
        ChartEdge("lenkung", "ressort", led),
        ChartEdge("kim", "lenkung", up),
        ChartEdge("zuhause", "lenkung", up),
        *(ChartEdge(f"ak{n}", "kim", part) for n in (1, 2, 3)),
        *(ChartEdge(f"ak{n}", "zuhause", part) for n in (4, 5, 6)),
        ChartEdge("rt", "caritas", led),
        ChartEdge("rt", "lenkung", up),
    )
    return Chart(
        title="Gremienstruktur des Ressorts Zuwanderung und Integration",
        description="Die Lenkungsgruppe Integration leitet zwei Steuerungskreise mit sechs Arbeitskreisen.",
        as_of=AS_OF,
        nodes=nodes,
        edges=edges,
    )


def large_chart(groups: int = 150, departments: int = 6) -> Chart:
    """A register's worth of groups below departments, steering groups in between."""
    random = Random(11)
    nodes = [ChartNode("root", "Stadt Talheim an der Wupper", "", NodeKind.ORGANISATION)]
    edges = []
    for number in range(departments):
        nodes.append(
            ChartNode(
                f"d{number}",
                f"Fachbereich {number + 1} für Bildung und Zusammenleben",
                "",
                NodeKind.ORGANISATION,
            )
        )
        edges.append(ChartEdge(f"d{number}", "root", EdgeMeaning.BELONGS_TO))
        for steering in range(2):
            nodes.append(
                ChartNode(
                    f"s{number}{steering}",
                    f"Steuerungsgruppe {number + 1}.{steering + 1}",
                    "",
                    NodeKind.STEERING,
                )
            )
            edges.append(ChartEdge(f"s{number}{steering}", f"d{number}", EdgeMeaning.LED_BY))
    for number, committee in enumerate(many_rows(groups, seed=3)):
        parent = f"s{random.randrange(departments)}{random.randrange(2)}"
        status = random.choice((NodeStatus.EXISTING,) * 6 + (NodeStatus.PLANNED, NodeStatus.DORMANT))
        nodes.append(
            ChartNode(f"g{number}", committee.name, "", NodeKind.GROUP, status, f"/de/gremien/{number}/")
        )
        edges.append(ChartEdge(f"g{number}", parent, EdgeMeaning.BELONGS_TO))
    edges.append(ChartEdge("g3", "s00", EdgeMeaning.REPORTS_TO))
    return Chart(
        title="Gremienstruktur der Stadt",
        description="Alle Gremien.",
        as_of=AS_OF,
        nodes=tuple(nodes),
        edges=tuple(edges),
    )


def hostile_chart() -> Chart:
    """Every hostile name as a box."""
    nodes = tuple(ChartNode(name, name, name, url="javascript:alert(1)") for name in HOSTILE)
    edges = tuple(ChartEdge(name, HOSTILE[0], EdgeMeaning.BELONGS_TO, name) for name in HOSTILE[1:])
    return Chart(title=HOSTILE[2], description=HOSTILE[2], as_of=AS_OF, nodes=nodes, edges=edges)


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
