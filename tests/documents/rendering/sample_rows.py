"""Names and committees to print: plain ones, long ones, and every name that has ever broken a file."""

import datetime
from random import Random

from gremienwerk.documents.rendering.content.annexes import CommitteeRow, InstitutionGroup, Seat

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
