"""A small register in which every part of an answer has something to say, and something it must leave out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime

from gremienwerk.bodies.models import Body, CommitteeKind
from gremienwerk.committees.actions import (
    appoint,
    name_initiator,
    pause_committee,
    plan_committee,
    subordinate,
)
from gremienwerk.committees.models import Committee, Role
from gremienwerk.core.dates import by_end, in_month
from gremienwerk.inquiries.printouts import AnswerSource, Asked
from gremienwerk.inquiries.queries import AnswerRegister, register_for
from gremienwerk.meetings.actions import record_meeting
from gremienwerk.meetings.models import Meeting
from gremienwerk.organisations.actions import publish_profile
from gremienwerk.organisations.models import Organisation
from tests.support.cast import SETUP, City, make_city, make_committee, make_organisation

MAY_2022 = date(2022, 5, 15)
FEBRUARY_2023 = date(2023, 2, 1)
SEVEN = (
    ("1", "question", "In welchen Gremien mit externen Beteiligten sitzen welche Teile des Ressorts?", "seats"),
    ("2", "question", "Welche Institutionen nehmen derzeit teil?", "institutions"),
    ("3", "question", "In welchem Turnus tagen die Gremien?", "rhythm"),
    ("4", "question", "Wer wird wie eingeladen?", "invitation"),
    ("5", "question", "Welche Gremien sind offen für Gäste, wo sind Protokolle zugänglich?", "openness"),
    ("6", "question", "Welche Schwerpunkte und Ziele haben die Gremien?", "topics"),
    ("7", "motion", "Wir beantragen eine aktuelle Liste der Migrantenselbstorganisationen.", "directory"),
)  # fmt: skip


@dataclass
class Scene:
    """The city of the tests with committees, meetings and directory entries."""

    city: City
    steering: Committee
    round_table: Committee
    state_network: Committee
    youth_circle: Committee
    leaderless: Committee
    internal: Committee
    planned: Committee

    @property
    def body(self) -> Body:
        return self.city.body

    def register(self, unit: Organisation | None = None, on: date = MAY_2022) -> AnswerRegister:
        return register_for(body=self.body, unit=unit or self.city.ressort, on=on)


def seat(
    committee: Committee, holder: Organisation, role: Role = Role.MEMBER, on: date | None = None
) -> None:
    appoint(committee=committee, organisation=holder, role=role, on=on, by=SETUP)


def make_scene() -> Scene:
    """Seven committees of which five belong to the Ressort's answer in May 2022, and one planned group."""
    city = make_city()
    city.body.gender_style = Body.GenderStyle.STAR
    scene = Scene(
        city=city,
        steering=make_committee(
            city.body, "Lenkungsgruppe Integration", kind="steering-group", founded=in_month(2021, 6),
            occasion="Einführung des Kommunalen Integrationsmanagements", seat_level="Leitungen der Häuser",
            goal="Gemeinsame Linien der Integration festlegen", participants_note="alle Partner des Verbundprojekts",
            rhythm_text="viermal im Jahr", calendar_keeper="we", invitation_circle="members",
            invitation_channels=["email"], invitation_lead_days=14, guests="no", publicness="not_public",
            minutes="internal",
        ),
        round_table=make_committee(
            city.body, "Runder Tisch Sprache", kind="round-table", rhythm_text="jeden 2. Dienstag im Monat",
            guests="yes", publicness="public", minutes="public", minutes_url="https://musterstadt.example/protokolle",
            goal="Sprachkurse abstimmen", focus="Sprachförderung",
        ),
        state_network=make_committee(city.body, "Landesnetzwerk Integration", kind="network", level="state"),
        youth_circle=make_committee(city.body, "Arbeitskreis Ankommen", kind="working-circle"),
        leaderless=make_committee(city.body, "Stadtteilforum Nord", kind="forum"),
        internal=make_committee(city.body, "Dienstbesprechung Ehrenamt"),
        planned=plan_committee(
            body=city.body, kind=CommitteeKind.objects.get(body=city.body, key="working-circle"),
            planned=by_end(date(2022, 12, 31)), by=SETUP,
        ),
    )  # fmt: skip
    _seats(scene)
    _around(scene)
    return scene


def _seats(scene: Scene) -> None:
    city = scene.city
    seat(scene.steering, city.ressort, Role.LEAD, date(2021, 6, 1))
    seat(scene.steering, city.team, Role.SECRETARIAT, date(2021, 6, 1))
    seat(scene.steering, city.youth_office)
    seat(scene.round_table, city.partner, Role.LEAD)
    seat(scene.round_table, city.team)
    seat(scene.state_network, city.ministry, Role.LEAD)
    seat(scene.state_network, city.ressort)
    seat(scene.youth_circle, city.youth_office, Role.LEAD)
    seat(scene.youth_circle, city.team)
    seat(scene.youth_circle, city.partner)
    seat(scene.leaderless, city.ressort)
    seat(scene.leaderless, city.partner)
    seat(scene.internal, city.ressort, Role.LEAD)
    seat(scene.internal, city.team)
    seat(scene.planned, city.ressort, Role.LEAD)


def _around(scene: Scene) -> None:
    city = scene.city
    name_initiator(committee=scene.steering, organisation=city.ressort, by=SETUP)
    name_initiator(committee=scene.round_table, organisation=city.partner, by=SETUP)
    subordinate(committee=scene.planned, superordinate=scene.steering, by=SETUP)
    pause_committee(committee=scene.leaderless, on=date(2022, 1, 1), by=SETUP)
    for month in (7, 11):
        record_meeting(
            body=city.body,
            committees=[scene.steering],
            starts_at=datetime(2021, month, 1, 12, tzinfo=UTC),
            state=Meeting.State.HELD,
            by=SETUP,
        )
    for number, confirmed in enumerate((date(2022, 3, 1), date(2021, 12, 24), None)):
        verein = make_organisation(city.body, f"Verein {number + 1}", "mso")
        publish_profile(
            organisation=verein, published_from=date(2021, 1, 1), confirmed_on=confirmed, by=SETUP
        )
    make_organisation(city.body, "Verein ohne Eintrag", "mso")


def source_of(*asked: Asked, **changes: object) -> AnswerSource:
    """An inquiry with the seven questions, or with those given."""
    seven = tuple(Asked(number=n, kind=k, text=t, block=b) for n, k, t, b in SEVEN)
    values: dict[str, object] = {
        "kind": "Große Anfrage",
        "title": "Gremien und Netzwerke der Integration",
        "groups": ("Fraktion A",),
        "number": None,
        "dated": date(2022, 5, 3),
        "session": None,
        "asked": asked or seven,
        "climate_effect": "neutral",
        "climate_reason": "",
        "whole_structure": False,
        "version": 1,
        "is_draft": False,
        "released_on": MAY_2022,
    }
    return AnswerSource(**{**values, **changes})  # type: ignore[arg-type]
