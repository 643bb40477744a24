"""Persons and the consents that allow a field of theirs to be published."""

from __future__ import annotations

from datetime import date
from typing import Any

from gremienwerk.audit.change import change
from gremienwerk.bodies.models import Body
from gremienwerk.core.actor import Actor
from gremienwerk.organisations.models import Consent, Person
from gremienwerk.organisations.rules import require_editor


def register_person(*, body: Body, family_name: str, by: Actor, **fields: Any) -> Person:
    """Enter a person with the minimum needed; ``fields`` are plain fields of ``Person``."""
    require_editor(actor=by, body=body.pk)
    with change(by=by, body=body.pk) as made:
        person = Person(body=body, family_name=family_name, **fields)
        made.create(person, action="organisations.register_person")
    return person


def grant_consent(
    *,
    person: Person,
    field: str,
    basis: Consent.Basis,
    reference: str,
    since: date,
    by: Actor,
    until: date | None = None,
) -> Consent:
    """Note why a field of a person may be published from ``since`` until (excluding) ``until``."""
    require_editor(actor=by, body=person.body_id)
    with change(by=by, body=person.body_id) as made:
        consent = Consent(
            body_id=person.body_id,
            person=person,
            field=field,
            basis=basis,
            reference=reference,
            valid_from=since,
            valid_until=until,
        )
        made.create(consent, action="organisations.grant_consent")
    return consent
