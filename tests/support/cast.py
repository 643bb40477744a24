"""The small cast of the tests: a city, its clerk, a stranger, some units and partners."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from gremienwerk.audit.change import change
from gremienwerk.bodies.actions import set_up_body
from gremienwerk.bodies.models import Body, CommitteeKind, OrganisationKind, Topic
from gremienwerk.committees.actions import found_committee
from gremienwerk.committees.models import Committee
from gremienwerk.core.actor import Actor, ActorKind, Role, command
from gremienwerk.core.dates import VagueDate
from gremienwerk.organisations.actions import found_organisation, set_reporting_unit
from gremienwerk.organisations.models import Organisation

SETUP = command("Test")
TODAY = date(2026, 11, 22)


def clerk_of(body: Body, *roles: Role) -> Actor:
    """A user of the body; an editor if no roles are named."""
    return Actor(
        kind=ActorKind.USER, name="Kim Clerk", key="1", body=body.pk, roles=frozenset(roles or {Role.EDITOR})
    )


def make_body(*, name: str = "Musterstadt", key: str = "05999001") -> Body:
    """A city with the usual vocabulary."""
    return set_up_body(name=name, official_key=key, by=SETUP)


def kind_of(body: Body, key: str) -> OrganisationKind:
    """A kind of organisation by its key."""
    return OrganisationKind.objects.get(body=body, key=key)


def make_organisation(
    body: Body, name: str, *kinds: str, parent: Organisation | None = None, **fields: object
) -> Organisation:
    """An organisation of the given kinds (partner association if none)."""
    chosen = [kind_of(body, key) for key in (kinds or ("association",))]
    return found_organisation(body=body, name=name, by=SETUP, kinds=chosen, parent=parent, **fields)  # type: ignore[arg-type]


def make_committee(
    body: Body, name: str, *, kind: str = "working-group", founded: VagueDate | None = None, **fields: object
) -> Committee:
    """An existing committee."""
    chosen = CommitteeKind.objects.get(body=body, key=kind)
    return found_committee(body=body, kind=chosen, name=name, founded=founded, by=SETUP, **fields)  # type: ignore[arg-type]


def make_topic(body: Body, name: str = "Sprache") -> Topic:
    """A topic of the body's vocabulary."""
    with change(by=SETUP, body=body.pk) as made:
        topic = Topic(body=body, key=name.lower(), name=name)
        made.create(topic, action="test")
    return topic


@dataclass
class City:
    """A city with two units that may report, another department, a ministry and a partner."""

    body: Body
    administration: Organisation
    ressort: Organisation
    team: Organisation
    youth_office: Organisation
    sports_office: Organisation
    ministry: Organisation
    partner: Organisation


def make_city(*, key: str = "05999001") -> City:
    """The city of most tests."""
    body = make_body(key=key)
    administration = make_organisation(
        body, "Stadt Musterstadt", "administrative-unit", is_administration=True
    )
    ressort = make_organisation(
        body,
        "Ressort 204 Integration",
        "administrative-unit",
        parent=administration,
        short_name="Ressort 204",
    )
    team = make_organisation(body, "Team Ehrenamt", "administrative-unit", parent=ressort)
    youth_office = make_organisation(body, "Jugendamt", "administrative-unit", parent=administration)
    sports_office = make_organisation(body, "Sportamt", "administrative-unit", parent=administration)
    ministry = make_organisation(body, "Ministerium für Teilhabe", "ministry")
    partner = make_organisation(body, "Hilfswerk Musterstadt e. V.", "welfare")
    set_reporting_unit(body=body, organisation=ressort, by=SETUP)
    return City(body, administration, ressort, team, youth_office, sports_office, ministry, partner)
