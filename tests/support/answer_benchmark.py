"""A large register for an answer: committees of all sorts, about eight seats each, some facts left out."""

from __future__ import annotations

from datetime import UTC, date, datetime
from random import Random

from gremienwerk.audit.change import change
from gremienwerk.committees.actions import Appointment, appoint_many, found_committee, subordinate
from gremienwerk.committees.models import Committee, Level, Role
from gremienwerk.core.dates import in_month
from gremienwerk.meetings.actions import record_meeting
from gremienwerk.meetings.models import Meeting
from gremienwerk.organisations.actions import publish_profile
from gremienwerk.organisations.models import Organisation
from tests.support.cast import SETUP, City, make_city, make_organisation

_THEMES = ("Sprache", "Ausbildung", "Gesundheit", "Wohnen", "Ehrenamt", "Sport", "Frühe Hilfen", "Teilhabe")
_PLACES = ("Nord", "Süd", "Altstadt", "Wupperaue", "am Hang", "im Bergischen Städtedreieck")
_KINDS = ("working-group", "working-circle", "round-table", "network", "steering-group", "conference")
_RHYTHMS = (
    "jeden 2. Dienstag im Monat",
    "viermal im Jahr",
    "zweimal jährlich",
    "nach Bedarf",
    "alle 6 Wochen",
    "",
)
_PARTNERS = ("association", "welfare", "mso", "school", "initiative", "religious")


def make_large_city(
    *, committees: int = 200, seats: int = 8, partners: int = 120, key: str = "05999001"
) -> City:
    """A city whose Ressort sits in all of its committees; the same for the same numbers."""
    random = Random(committees)
    city = make_city(key=key)
    with change(by=SETUP, body=city.body.pk):
        others = _partners(city, partners, random)
        rows = [_committee(city, number, random) for number in range(committees)]
        appoint_many(
            body=city.body,
            appointments=[one for row in rows for one in _seats(city, row, others, seats, random)],
            by=SETUP,
        )
        for row in rows[1 : committees // 4]:
            subordinate(committee=row, superordinate=rows[0], by=SETUP)
        for row in rows[::5]:
            started = datetime(2022, random.randint(1, 4), 9, 14, tzinfo=UTC)
            record_meeting(
                body=city.body, committees=[row], starts_at=started, state=Meeting.State.HELD, by=SETUP
            )
    return city


def _partners(city: City, number: int, random: Random) -> list[Organisation]:
    found = [city.ministry, city.partner, city.youth_office, city.sports_office]
    for place in range(number):
        kind = _PARTNERS[place % len(_PARTNERS)]
        found.append(make_organisation(city.body, f"Verein {place + 1} {random.choice(_PLACES)} e. V.", kind))
        if kind == "mso":
            publish_profile(
                organisation=found[-1],
                published_from=date(2021, 1, 1),
                confirmed_on=date(2022, 1, 1 + place % 28) if place % 4 else None,
                description="Beratung, Sprachkurse und Begegnung für Familien.",
                by=SETUP,
            )
    return found


def _committee(city: City, number: int, random: Random) -> Committee:
    from gremienwerk.bodies.models import CommitteeKind

    kind = CommitteeKind.objects.get(body=city.body, key=_KINDS[number % len(_KINDS)])
    known = random.random() > 0.15
    return found_committee(
        body=city.body,
        kind=kind,
        name=f"{kind.name} {random.choice(_THEMES)} {random.choice(_PLACES)} {number + 1}",
        founded=in_month(2015 + number % 7, 1 + number % 12) if known else None,
        level=random.choice(list(Level)).value if known else "",
        rhythm_text=random.choice(_RHYTHMS),
        goal="Familien finden ohne Umweg die passende Unterstützung." if known else "",
        focus="Sprachförderung, Übergang Schule – Beruf, Elternarbeit" if known else "",
        occasion="Beschluss des Rates" if number % 3 else "",
        invitation_circle=random.choice(("members", "open", "")),
        invitation_channels=["email"] if known else [],
        invitation_lead_days=random.choice((7, 14, None)),
        guests=random.choice(("yes", "on_request", "no", "")),
        publicness=random.choice(("public", "not_public", "partly", "")),
        minutes=random.choice(("public", "on_request", "internal", "none", "")),
        participants_note="alle Partner des Projekts" if number % 20 == 7 else "",
        by=SETUP,
    )


def _seats(
    city: City, committee: Committee, others: list[Organisation], seats: int, random: Random
) -> list[Appointment]:
    chosen = random.sample(others, seats - 1)
    roles = [random.choice((Role.LEAD, Role.SECRETARIAT, Role.MEMBER)), *([Role.MEMBER] * (seats - 2))]
    ours = random.choice((city.ressort, city.team))
    leading = random.random() < 0.2
    return [
        Appointment(committee, Role.LEAD if leading else Role.MEMBER, ours),
        *(Appointment(committee, role, one) for role, one in zip(roles, chosen, strict=True)),
    ]
